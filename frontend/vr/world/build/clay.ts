import { Matrix4, Vector3 } from "three";
import type { Rgb } from "./colour";

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

function steps(half: number, round: number, grid: number): number[] {
  const inner = half - round;
  const count = Math.max(1, Math.ceil((2 * inner) / grid));
  const middle = Array.from({ length: count + 1 }, (_, place) => -inner + (2 * inner * place) / count);
  return round > 0 ? [-half, ...middle, half] : middle;
}

const AXES = [
  [0, 1, 2, 1],
  [0, 1, 2, -1],
  [1, 2, 0, 1],
  [1, 2, 0, -1],
  [2, 0, 1, 1],
  [2, 0, 1, -1],
] as const;

function boxed(clay: Clay, size: Point, colour: Rgb, how: How): void {
  const half: Point = [size[0] / 2, size[1] / 2, size[2] / 2];
  const round = Math.min(how.round ?? 0.012, half[0] * 0.9, half[1] * 0.9, half[2] * 0.9);
  if (round > 0 && !how.grid) return chamfered(clay, half, round, colour, how);
  for (const [w, u, v, side] of AXES) {
    const us = steps(half[u], round, how.grid ?? 9);
    const vs = steps(half[v], round, how.grid ?? 9);
    const numbers = us.map((atU) =>
      vs.map((atV) => {
        const on: [number, number, number] = [0, 0, 0];
        on[w] = half[w] * side;
        on[u] = atU;
        on[v] = atV;
        return rounded(clay, on, half, round, [w, side], colour, how);
      }),
    );
    woven(clay, numbers, side > 0);
  }
}

const SIGNS = [-1, 1] as const;

/** A small box: six faces, and one slanting facet along each edge. */
function chamfered(clay: Clay, half: Point, round: number, colour: Rgb, how: How): void {
  const corners = new Map<string, number>();
  const corner = (face: number, signs: readonly number[]): number => {
    const key = `${face}${signs.join()}`;
    const known = corners.get(key);
    if (known !== undefined) return known;
    const at = signs.map((sign, axis) => sign * ((half[axis] as number) - (axis === face ? 0 : round)));
    const normal = signs.map((sign, axis) => (axis === face ? sign : 0)) as unknown as Point;
    const lifted: Point = [at[0] as number, (at[1] as number) + half[1], at[2] as number];
    const made = clay.corner(lifted, normal, colour, how.glow, how.sway);
    corners.set(key, made);
    return made;
  };
  const signed = (first: number, a: number, second: number, b: number, c: number): number[] => {
    const signs = [c, c, c];
    signs[first] = a;
    signs[second] = b;
    return signs;
  };
  for (const [one, two, three] of [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
  ] as const) {
    for (const a of SIGNS) {
      const face = (b: number, c: number): number => corner(one, signed(one, a, two, b, c));
      clay.quad(face(-1, -1), face(1, -1), face(1, 1), face(-1, 1));
      for (const b of SIGNS) {
        const edge = (of: number, c: number): number => corner(of, signed(one, a, two, b, c));
        clay.quad(edge(one, -1), edge(two, -1), edge(two, 1), edge(one, 1));
        if (one === 0) for (const c of SIGNS) clay.facet(edge(one, c), edge(two, c), edge(three, c));
      }
    }
  }
}

function rounded(
  clay: Clay,
  on: [number, number, number],
  half: Point,
  round: number,
  face: readonly [number, number],
  colour: Rgb,
  how: How,
): number {
  const inner = on.map((value, axis) => {
    const limit = (half[axis] as number) - round;
    return Math.min(limit, Math.max(-limit, value));
  });
  const out = on.map((value, axis) => value - (inner[axis] as number));
  const length = Math.hypot(...out);
  const flat: [number, number, number] = [0, 0, 0];
  flat[face[0]] = face[1];
  const normal = length > 1e-6 ? (out.map((value) => value / length) as [number, number, number]) : flat;
  const at = inner.map((value, axis) => value + (normal[axis] as number) * round);
  const lifted: Point = [at[0] as number, (at[1] as number) + half[1], at[2] as number];
  return clay.corner(
    round > 0 ? lifted : [on[0], on[1] + half[1], on[2]],
    normal,
    colour,
    how.glow,
    how.sway,
  );
}

/** Quads between rows of corners. */
export function woven(clay: Clay, rows: readonly (readonly number[])[], ahead: boolean): void {
  for (let row = 1; row < rows.length; row += 1) {
    const before = rows[row - 1] as readonly number[];
    const after = rows[row] as readonly number[];
    for (let place = 1; place < before.length; place += 1) {
      const [a, b] = [before[place - 1] as number, before[place] as number];
      const [c, d] = [after[place] as number, after[place - 1] as number];
      if (ahead) clay.quad(a, d, c, b);
      else clay.quad(a, b, c, d);
    }
  }
}

function lathed(clay: Clay, profile: readonly (readonly [number, number])[], colour: Rgb, how: How): void {
  const sides = how.sides ?? 16;
  const rows = profile.map(([radius, y], place) => {
    const before = profile[Math.max(0, place - 1)] as readonly [number, number];
    const after = profile[Math.min(profile.length - 1, place + 1)] as readonly [number, number];
    const rise = after[1] - before[1];
    const out = after[0] - before[0];
    return Array.from({ length: sides + 1 }, (_, side) => {
      const angle = (side / sides) * 2 * Math.PI;
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      const normal: Point = [cos * rise, -out, sin * rise];
      return clay.corner([cos * radius, y, sin * radius], unit(normal), colour, how.glow, how.sway);
    });
  });
  woven(clay, rows, false);
  capped(clay, profile[0], -1, sides, colour, how);
  capped(clay, profile.at(-1), 1, sides, colour, how);
}

function capped(
  clay: Clay,
  end: readonly [number, number] | undefined,
  side: 1 | -1,
  sides: number,
  colour: Rgb,
  how: How,
): void {
  if (!end || end[0] < 1e-4) return;
  const middle = clay.corner([0, end[1], 0], [0, side, 0], colour, how.glow, how.sway);
  const ring = Array.from({ length: sides + 1 }, (_, place) => {
    const angle = (place / sides) * 2 * Math.PI;
    const at: Point = [Math.cos(angle) * end[0], end[1], Math.sin(angle) * end[0]];
    return clay.corner(at, [0, side, 0], colour, how.glow, how.sway);
  });
  for (let place = 1; place < ring.length; place += 1) {
    const [a, b] = [ring[place - 1] as number, ring[place] as number];
    if (side > 0) clay.facet(middle, b, a);
    else clay.facet(middle, a, b);
  }
}

function unit(vector: Point): Point {
  const length = Math.hypot(...vector) || 1;
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}

function egged(clay: Clay, radii: Point, colour: Rgb, how: How & { rough?: number; below?: Rgb }): void {
  const sides = how.sides ?? 12;
  const tall = Math.max(4, Math.round(sides * 0.6));
  const rough = how.rough ?? 0;
  const rows = Array.from({ length: tall + 1 }, (_, row) => {
    const down = (row / tall) * Math.PI;
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = ((side % sides) / sides) * 2 * Math.PI;
      const way: Point = [Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round)];
      const lump = 1 + rough * Math.sin(way[0] * 7 + radii[0] * 31) * Math.cos(way[1] * 6 + way[2] * 8);
      const at: Point = [way[0] * radii[0] * lump, way[1] * radii[1] * lump, way[2] * radii[2] * lump];
      const share = how.below ? Math.min(1, Math.max(0, 0.5 - way[1] * 0.7 - (lump - 1) * 2)) : 0;
      const tint: Rgb = how.below
        ? [
            colour[0] + (how.below[0] - colour[0]) * share,
            colour[1] + (how.below[1] - colour[1]) * share,
            colour[2] + (how.below[2] - colour[2]) * share,
          ]
        : colour;
      const normal = unit([way[0] / radii[0], way[1] / radii[1], way[2] / radii[2]]);
      return clay.corner(at, normal, tint, how.glow, (how.sway ?? 0) * (0.6 + way[1] * 0.4));
    });
  });
  woven(clay, rows, true);
}

function piped(clay: Clay, from: Point, to: Point, radius: number, colour: Rgb, how: How): void {
  const axis = new Vector3(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const length = axis.length();
  if (length < 1e-5) return;
  axis.divideScalar(length);
  const aside = Math.abs(axis.y) > 0.9 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0);
  const one = new Vector3().crossVectors(aside, axis).normalize();
  const two = new Vector3().crossVectors(axis, one);
  const sides = how.sides ?? 7;
  const ring = (middle: Point): number[] =>
    Array.from({ length: sides + 1 }, (_, side) => {
      const angle = (side / sides) * 2 * Math.PI;
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      const normal: Point = [one.x * cos + two.x * sin, one.y * cos + two.y * sin, one.z * cos + two.z * sin];
      const at: Point = [
        middle[0] + normal[0] * radius,
        middle[1] + normal[1] * radius,
        middle[2] + normal[2] * radius,
      ];
      return clay.corner(at, normal, colour, how.glow, how.sway);
    });
  woven(clay, [ring(from), ring(to)], true);
}

function bladed(
  clay: Clay,
  root: Point,
  tip: Point,
  width: number,
  bend: number,
  colour: Rgb,
  sway: number,
): void {
  const away = new Vector3(tip[0] - root[0], tip[1] - root[1], tip[2] - root[2]);
  const aside = new Vector3(-away.z, 0, away.x);
  if (aside.lengthSq() < 1e-8) aside.set(1, 0, 0);
  aside.normalize();
  const up = new Vector3().crossVectors(aside, away).normalize();
  if (up.y < 0) up.negate();
  const parts = 4;
  for (const side of [1, -1]) {
    const rows = Array.from({ length: parts + 1 }, (_, part) => {
      const share = part / parts;
      const wide = width * Math.sin(Math.PI * (0.12 + share * 0.88)) * 0.5;
      const lift = bend * Math.sin(Math.PI * share) - bend * 0.5 * share;
      const middle: Point = [
        root[0] + away.x * share,
        root[1] + away.y * share + lift,
        root[2] + away.z * share,
      ];
      const tint: Rgb = [
        colour[0] * (0.72 + share * 0.42),
        colour[1] * (0.72 + share * 0.42),
        colour[2] * (0.72 + share * 0.42),
      ];
      const normal: Point = [up.x * side, up.y * side + 0.35, up.z * side];
      return [-1, 1].map((edge) => {
        const at: Point = [middle[0] + aside.x * wide * edge, middle[1], middle[2] + aside.z * wide * edge];
        return clay.corner(at, unit(normal), tint, 0, sway * share);
      });
    });
    woven(clay, rows, side > 0);
  }
}
