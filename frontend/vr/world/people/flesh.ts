import { Vector3 } from "three";
import type { Rgb } from "../build/colour";

/** Bones that a corner follows, and how much each. */
export type Follows = readonly [first: number, second: number, share: number];

export interface Ring {
  readonly at: Vector3;
  /** Half axes across and ahead. */
  readonly across: Vector3;
  readonly ahead: Vector3;
  readonly follows: Follows;
  readonly colour: Rgb;
  /** 2 is an ellipse, more is boxier. */
  readonly power?: number;
  /** Light that still comes here. */
  readonly shade?: number;
  /** Place on the cloth, drawn by the material: `front` in tenths of a metre from the collar. */
  readonly cloth?: (at: Vector3) => Vector3;
}

const edge = new Vector3();
const one = new Vector3();
const two = new Vector3();

/** The geometry of people in the making: corners with a colour, the bones they follow, and their place on the face. */
export class Flesh {
  readonly positions: number[] = [];
  readonly normals: number[] = [];
  readonly colours: number[] = [];
  readonly bones: number[] = [];
  readonly weights: number[] = [];
  readonly faces: number[] = [];
  readonly whose: number[] = [];
  readonly indices: number[] = [];
  private who = 0;
  private firstBone = 0;

  /** What follows is of this person. */
  of(who: number, bones: number): void {
    this.who = who;
    this.firstBone = who * bones;
  }

  corner(at: Vector3, normal: Vector3, colour: Rgb, follows: Follows, face: Vector3 | null = null): number {
    this.positions.push(at.x, at.y, at.z);
    this.normals.push(normal.x, normal.y, normal.z);
    this.colours.push(colour[0], colour[1], colour[2]);
    this.bones.push(this.firstBone + follows[0], this.firstBone + follows[1], 0, 0);
    this.weights.push(1 - follows[2], follows[2], 0, 0);
    if (face) this.faces.push(face.x, face.y, face.z);
    else this.faces.push(9, 9, 0);
    this.whose.push(this.who);
    return this.whose.length - 1;
  }

  /** Skin over rings, closed around and at both ends. */
  tube(rings: readonly Ring[], sides: number): void {
    const grid = rings.map((ring) => around(ring, sides));
    const numbers = grid.map((row, place) =>
      row.map((at, side) => {
        const ring = rings[place] as Ring;
        const { colour: tint, shade = 1 } = ring;
        const colour: Rgb = [tint[0] * shade, tint[1] * shade, tint[2] * shade];
        const cloth = ring.cloth?.(at) ?? null;
        return this.corner(at, outwardAt(grid, place, side, sides), colour, ring.follows, cloth);
      }),
    );
    this.woven(numbers);
    this.closed(rings[0] as Ring, numbers[0] as number[], rings[1] as Ring);
    this.closed(rings.at(-1) as Ring, numbers.at(-1) as number[], rings.at(-2) as Ring);
  }

  woven(rows: readonly (readonly number[])[]): void {
    for (let row = 1; row < rows.length; row += 1) {
      const [before, after] = [rows[row - 1] as readonly number[], rows[row] as readonly number[]];
      for (let place = 1; place < before.length; place += 1) {
        const [a, b] = [before[place - 1] as number, before[place] as number];
        const [c, d] = [after[place] as number, after[place - 1] as number];
        this.indices.push(a, b, c, a, c, d);
      }
    }
  }

  private closed(ring: Ring, numbers: readonly number[], next: Ring): void {
    const out = ring.at.clone().sub(next.at).normalize();
    const shade = ring.shade ?? 1;
    const colour: Rgb = [ring.colour[0] * shade, ring.colour[1] * shade, ring.colour[2] * shade];
    const middle = this.corner(ring.at, out, colour, ring.follows);
    for (let place = 1; place < numbers.length; place += 1) {
      this.indices.push(middle, numbers[place - 1] as number, numbers[place] as number);
    }
  }

  /** An egg about `middle`. */
  ball(
    middle: Vector3,
    radii: Vector3,
    colour: Rgb,
    follows: Follows,
    sides = 10,
    shape?: (way: Vector3) => number,
  ): void {
    const tall = Math.max(4, Math.round(sides * 0.65));
    const way = new Vector3();
    const rows = Array.from({ length: tall + 1 }, (_, row) => {
      const down = (row / tall) * Math.PI;
      return Array.from({ length: sides + 1 }, (_unused, side) => {
        const round = ((side % sides) / sides) * 2 * Math.PI;
        way.set(Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round));
        const size = shape?.(way) ?? 1;
        const at = way.clone().multiply(radii).multiplyScalar(size).add(middle);
        return this.corner(at, way.clone().divide(radii).normalize(), colour, follows);
      });
    });
    this.woven(rows);
  }
}

function around(ring: Ring, sides: number): Vector3[] {
  const sharp = 2 / (ring.power ?? 2);
  return Array.from({ length: sides + 1 }, (_, side) => {
    const angle = ((side % sides) / sides) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return new Vector3()
      .copy(ring.at)
      .addScaledVector(ring.across, Math.sign(cos) * Math.abs(cos) ** sharp)
      .addScaledVector(ring.ahead, Math.sign(sin) * Math.abs(sin) ** sharp);
  });
}

/** Outwards at a corner of rings, from its neighbours; doubled rings (where a colour changes) are passed over. */
function outwardAt(grid: readonly (readonly Vector3[])[], row: number, side: number, sides: number): Vector3 {
  const here = grid[row]?.[side] as Vector3;
  const neighbour = (step: 1 | -1): Vector3 => {
    for (let place = row + step; place >= 0 && place < grid.length; place += step) {
      const found = grid[place]?.[side] as Vector3;
      if (found.distanceToSquared(here) > 1e-8) return found;
    }
    return here;
  };
  one.copy(neighbour(1)).sub(neighbour(-1));
  const after = grid[row]?.[(side + 1) % sides] as Vector3;
  const before = grid[row]?.[(side - 1 + sides) % sides] as Vector3;
  two.copy(after).sub(before);
  edge.crossVectors(one, two);
  const middle = new Vector3();
  for (let place = 0; place < sides; place += 1) middle.add(grid[row]?.[place] as Vector3);
  middle.divideScalar(sides);
  if (edge.lengthSq() < 1e-14) edge.copy(here).sub(middle);
  if (edge.dot(middle.sub(here)) > 0) edge.negate();
  return edge.clone().normalize();
}
