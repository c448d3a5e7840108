import { Matrix4, Vector3 } from "three";
import type { Rgb } from "./colour";
import { bladed, boxed, egged, lathed, piped, steps, woven } from "./shapes";

export type Point = readonly [x: number, y: number, z: number];

/** A box in the light's way: its middle, its own axes as nine numbers in the world's, half its sizes, and how far it reaches. */
export interface Block {
  readonly middle: Vector3;
  readonly axes: Float64Array;
  readonly half: readonly [number, number, number];
  readonly reach: number;
}

export interface How {
  /** Radius of the edges, metres; 0 for sharp ones. */
  round?: number;
  /** Largest side of a facet: smaller shows light and shadow on it more finely. */
  grid?: number;
  /** 0 is lit by the room, 1 shines by itself. */
  glow?: number;
  /** How far it moves in the wind, metres. */
  sway?: number;
  /** False where it is too small or too far to throw a shadow. */
  shadow?: boolean;
  sides?: number;
  /** Radians: about the y axis counterclockwise, and forward over x. */
  turn?: number;
  tilt?: number;
  roll?: number;
}

const spot = new Vector3();
const along = new Vector3();

/**
 * Geometry in the making: everything that stands still in a scene is kneaded into one lump with a colour at each
 * corner, so that it is drawn in one call. The bottom of a thing is at its `y`.
 */
export class Clay {
  readonly positions: number[] = [];
  readonly normals: number[] = [];
  readonly colours: number[] = [];
  readonly glows: number[] = [];
  readonly sways: number[] = [];
  readonly indices: number[] = [];
  readonly blocks: Block[] = [];
  private here = new Matrix4();

  /** Everything made inside stands there; `turn` in radians, counterclockwise from above. */
  placed(at: Point, turn: number, make: () => void): void {
    const before = this.here.clone();
    this.here.multiply(new Matrix4().makeRotationY(turn).setPosition(at[0], at[1], at[2]));
    make();
    this.here = before;
  }

  private tilted(at: Point, how: How, make: () => void): void {
    if (!how.turn && !how.tilt && !how.roll) return this.placed(at, 0, make);
    const before = this.here.clone();
    const turned = new Matrix4().makeRotationY(how.turn ?? 0);
    turned.multiply(new Matrix4().makeRotationX(how.tilt ?? 0));
    turned.multiply(new Matrix4().makeRotationZ(how.roll ?? 0));
    this.here.multiply(turned.setPosition(at[0], at[1], at[2]));
    make();
    this.here = before;
  }

  /** One corner; gives its number. */
  corner(at: Point, normal: Point, colour: Rgb, glow = 0, sway = 0): number {
    spot.set(at[0], at[1], at[2]).applyMatrix4(this.here);
    along.set(normal[0], normal[1], normal[2]).transformDirection(this.here);
    this.positions.push(spot.x, spot.y, spot.z);
    this.normals.push(along.x, along.y, along.z);
    this.colours.push(colour[0], colour[1], colour[2]);
    this.glows.push(glow);
    this.sways.push(sway);
    return this.glows.length - 1;
  }

  facet(a: number, b: number, c: number): void {
    this.indices.push(a, b, c);
  }

  quad(a: number, b: number, c: number, d: number): void {
    this.indices.push(a, b, c, a, c, d);
  }

  /** Stands in the light's way without being drawn. */
  block(size: Point, at: Point): void {
    const middle = new Vector3(at[0], at[1] + size[1] / 2, at[2]);
    const e = this.here.elements;
    this.blocks.push({
      middle: middle.applyMatrix4(this.here),
      axes: Float64Array.of(e[0], e[1], e[2], e[4], e[5], e[6], e[8], e[9], e[10]),
      half: [size[0] / 2, size[1] / 2, size[2] / 2],
      reach: Math.hypot(...size) / 2,
    });
  }

  box(size: Point, at: Point, colour: Rgb, how: How = {}): void {
    this.tilted(at, how, () => {
      if (how.shadow !== false && size[0] * size[1] * size[2] > 2e-4) this.block(size, [0, 0, 0]);
      boxed(this, size, colour, how);
    });
  }

  /** Flat, seen from above. */
  sheet(w: number, d: number, at: Point, colour: Rgb, grid: number): void {
    const xs = steps(w / 2, 0, grid);
    const zs = steps(d / 2, 0, grid);
    const rows = zs.map((z) => xs.map((x) => this.corner([at[0] + x, at[1], at[2] + z], [0, 1, 0], colour)));
    woven(this, rows, true);
  }

  /** Standing on its bottom; `radii` from below to above. */
  rod(radii: readonly [number, number], height: number, at: Point, colour: Rgb, how: How = {}): void {
    const profile: [number, number][] = [
      [radii[0], 0],
      [radii[1], height],
    ];
    this.turned(profile, at, colour, { ...how, sides: how.sides ?? 8 });
  }

  /** A profile of radius and height turned about the y axis, closed at both ends. */
  turned(profile: readonly (readonly [number, number])[], at: Point, colour: Rgb, how: How = {}): void {
    this.tilted(at, how, () => {
      const widest = Math.max(...profile.map(([radius]) => radius));
      const low = profile[0]?.[1] ?? 0;
      const high = profile.at(-1)?.[1] ?? 0;
      if (how.shadow !== false && widest > 0.04) {
        this.block([widest * 1.6, high - low, widest * 1.6], [0, low, 0]);
      }
      lathed(this, profile, colour, how);
    });
  }

  /** An egg about its middle. `rough` makes it lumpy, as leaves are. */
  ball(radii: Point, at: Point, colour: Rgb, how: How & { rough?: number; below?: Rgb } = {}): void {
    this.tilted(at, how, () => {
      if (how.shadow !== false && radii[0] > 0.06) {
        this.block([radii[0] * 1.5, radii[1] * 1.5, radii[2] * 1.5], [0, -radii[1] * 0.75, 0]);
      }
      egged(this, radii, colour, how);
    });
  }

  /** A pipe through points. */
  pipe(points: readonly Point[], radius: number, colour: Rgb, how: How = {}): void {
    for (let place = 1; place < points.length; place += 1) {
      piped(this, points[place - 1] as Point, points[place] as Point, radius, colour, how);
    }
  }

  /** A leaf of grass or a plant: from its root, bending over, seen from both sides. */
  blade(root: Point, tip: Point, width: number, bend: number, colour: Rgb, sway = 0): void {
    bladed(this, root, tip, width, bend, colour, sway);
  }
}
