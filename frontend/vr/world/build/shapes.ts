import { Vector3 } from "three";
import type { Clay, How, Point } from "./clay";
import type { Rgb } from "./colour";

/** The shapes that clay is kneaded into; `Clay` places them. */

export function steps(half: number, round: number, grid: number): number[] {
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

export function boxed(clay: Clay, size: Point, colour: Rgb, how: How): void {
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

export function lathed(
  clay: Clay,
  profile: readonly (readonly [number, number])[],
  colour: Rgb,
  how: How,
): void {
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

export function egged(
  clay: Clay,
  radii: Point,
  colour: Rgb,
  how: How & { rough?: number; below?: Rgb },
): void {
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

export function piped(clay: Clay, from: Point, to: Point, radius: number, colour: Rgb, how: How): void {
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

export function bladed(
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
