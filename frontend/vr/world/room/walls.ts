import { Vector3 } from "three";
import type { Room } from "../../scene";
import type { Clay, Point } from "../build/clay";
import { woven } from "../build/shapes";
import type { Rgb } from "../build/colour";
import { mix, rgb, shade, TONES } from "../build/colour";
import type { Opening } from "../build/daylight";

export type Side = Room["windows"][number]["wall"];

/** A wall seen from inside: its own x runs along it, its z points into the room. */
export interface Wall {
  readonly side: Side;
  readonly long: number;
  readonly turn: number;
  readonly middle: Point;
  /** What is along the wall in metres from the middle, in its own x. */
  own(at: number): number;
}

export function wall(room: Pick<Room, "w" | "d">, side: Side): Wall {
  const along = side === "north" || side === "south";
  const turns: Record<Side, number> = { north: 0, south: Math.PI, east: -Math.PI / 2, west: Math.PI / 2 };
  const mirrored = side === "south" || side === "west";
  const middles: Record<Side, Point> = {
    north: [0, 0, -room.d / 2],
    south: [0, 0, room.d / 2],
    east: [room.w / 2, 0, 0],
    west: [-room.w / 2, 0, 0],
  };
  return {
    side,
    long: along ? room.w : room.d,
    turn: turns[side],
    middle: middles[side],
    own: (at) => (mirrored ? -at : at),
  };
}

export const SIDES: readonly Side[] = ["north", "east", "south", "west"];
const SILL = 0.82;
const DOOR = { w: 0.96, h: 2.12 };
const DEEP = 0.2;

interface Hole {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

function windowHole(room: Room, on: Wall, at: number, w: number): Hole {
  const wide = Math.min(w, on.long - 0.3) / 2;
  const middle = Math.min(on.long / 2 - wide - 0.1, Math.max(-on.long / 2 + wide + 0.1, on.own(at)));
  return { left: middle - wide, right: middle + wide, low: SILL, high: Math.min(2.3, room.h - 0.3) };
}

function doorHole(on: Wall, at: number): Hole {
  const middle = Math.min(on.long / 2 - 0.65, Math.max(-on.long / 2 + 0.65, on.own(at)));
  return { left: middle - DOOR.w / 2, right: middle + DOOR.w / 2, low: 0, high: DOOR.h };
}

export interface Shell {
  readonly openings: Opening[];
  /** Where doors are: the middle of the threshold, how it is turned, and where its leaf hangs. */
  readonly doors: { at: Point; turn: number; side: Side }[];
}

/** Walls with their windows and doors, the ceiling and the skirting. */
export function shell(clay: Clay, room: Room): Shell {
  const made: Shell = { openings: [], doors: [] };
  const accented = accentWall(room);
  for (const side of SIDES) {
    const on = wall(room, side);
    const windows = room.windows
      .filter((each) => each.wall === side)
      .map((each) => windowHole(room, on, each.at, each.w));
    const doors = room.doors.filter((each) => each.wall === side).map((each) => doorHole(on, each.at));
    const colour = rgb(side === accented ? room.accent : room.wall);
    clay.placed(on.middle, on.turn, () => {
      plaster(clay, on.long, room.h, [...windows, ...doors], colour);
      for (const hole of windows) made.openings.push(framed(clay, hole, on));
      for (const hole of doors) made.doors.push(doored(clay, hole, on, room));
      skirted(clay, on.long, doors, colour);
    });
  }
  ceiling(clay, room);
  return made;
}

/** One wall has the accent: the first without windows that one sees. */
function accentWall(room: Room): Side | null {
  const order: Side[] = ["north", "west", "east"];
  return order.find((side) => !room.windows.some((each) => each.wall === side)) ?? null;
}

function lines(from: number, to: number, cell: number, edges: readonly number[]): number[] {
  const count = Math.max(1, Math.round((to - from) / cell));
  const even = Array.from({ length: count + 1 }, (_, place) => from + ((to - from) * place) / count);
  const all = [...even.filter((at) => edges.every((edge) => Math.abs(edge - at) > 0.05)), ...edges];
  return all.filter((at) => at >= from - 1e-6 && at <= to + 1e-6).sort((a, b) => a - b);
}

function plaster(clay: Clay, long: number, high: number, holes: readonly Hole[], colour: Rgb): void {
  const xs = lines(
    -long / 2,
    long / 2,
    0.4,
    holes.flatMap((hole) => [hole.left, hole.right]),
  );
  const ys = lines(
    0,
    high,
    0.4,
    holes.flatMap((hole) => [hole.low, hole.high]),
  );
  const numbers = ys.map((y) => xs.map((x) => clay.corner([x, y, 0], [0, 0, 1], colour)));
  for (let row = 1; row < ys.length; row += 1) {
    for (let column = 1; column < xs.length; column += 1) {
      const [x, y] = [between(xs, column), between(ys, row)];
      if (holes.some((hole) => x > hole.left && x < hole.right && y > hole.low && y < hole.high)) continue;
      woven(clay, [corners(numbers, row - 1, column), corners(numbers, row, column)], true);
    }
  }
}

function corners(numbers: readonly (readonly number[])[], row: number, column: number): number[] {
  return [numbers[row]?.[column - 1] as number, numbers[row]?.[column] as number];
}

function between(values: readonly number[], place: number): number {
  return ((values[place - 1] as number) + (values[place] as number)) / 2;
}

function framed(clay: Clay, hole: Hole, on: Wall): Opening {
  const [wide, high] = [hole.right - hole.left, hole.high - hole.low];
  const middle = (hole.left + hole.right) / 2;
  const white = TONES.white;
  const bar = 0.055;
  reveal(clay, hole, shade(white, 0.96));
  const z = -DEEP * 0.75;
  for (const x of [hole.left + bar / 2, hole.right - bar / 2]) {
    clay.box([bar, high, 0.06], [x, hole.low, z], white, { round: 0.008, shadow: false });
  }
  for (const y of [hole.low, hole.high - bar]) {
    clay.box([wide, bar, 0.06], [middle, y, z], white, { round: 0.008, shadow: false });
  }
  const panes = Math.max(1, Math.round(wide / 0.95));
  for (let pane = 1; pane < panes; pane += 1) {
    const x = hole.left + (wide * pane) / panes;
    clay.box([bar, high, 0.05], [x, hole.low, z], white, { round: 0.008, shadow: false });
  }
  const sill: Point = [wide + 0.16, 0.035, DEEP + 0.1];
  clay.box(sill, [middle, hole.low - 0.035, -DEEP / 2 + 0.07], shade(white, 0.98), {
    round: 0.01,
    grid: 0.4,
  });
  const turned = new Vector3(0, 1, 0);
  const centre = new Vector3(middle, (hole.low + hole.high) / 2, -DEEP).applyAxisAngle(turned, on.turn);
  return {
    middle: centre.add(new Vector3(...on.middle)),
    aside: new Vector3(1, 0, 0).applyAxisAngle(turned, on.turn),
    inward: new Vector3(0, 0, 1).applyAxisAngle(turned, on.turn),
    wide: wide / 2 - bar,
    high: high / 2 - bar,
  };
}

/** The thickness of the wall around a hole. */
function reveal(clay: Clay, hole: Hole, colour: Rgb): void {
  const face = (corners: readonly [Point, Point, Point, Point], normal: Point): void => {
    const numbers = corners.map((at) => clay.corner(at, normal, colour));
    clay.quad(numbers[0] as number, numbers[1] as number, numbers[2] as number, numbers[3] as number);
  };
  const { left, right, low, high } = hole;
  face(
    [
      [left, low, 0],
      [left, high, 0],
      [left, high, -DEEP],
      [left, low, -DEEP],
    ],
    [1, 0, 0],
  );
  face(
    [
      [right, low, 0],
      [right, high, 0],
      [right, high, -DEEP],
      [right, low, -DEEP],
    ],
    [-1, 0, 0],
  );
  face(
    [
      [left, high, 0],
      [right, high, 0],
      [right, high, -DEEP],
      [left, high, -DEEP],
    ],
    [0, -1, 0],
  );
  face(
    [
      [left, low, 0],
      [right, low, 0],
      [right, low, -DEEP],
      [left, low, -DEEP],
    ],
    [0, 1, 0],
  );
}

function doored(clay: Clay, hole: Hole, on: Wall, room: Room): Shell["doors"][number] {
  const middle = (hole.left + hole.right) / 2;
  const frame = mix(TONES.white, rgb(room.wall), 0.25);
  reveal(clay, hole, frame);
  const edge = 0.075;
  for (const x of [hole.left - edge / 2, hole.right + edge / 2]) {
    clay.box([edge, hole.high + edge, 0.04], [x, 0, 0.01], frame, { round: 0.01, shadow: false, grid: 0.7 });
  }
  const lintel: Point = [hole.right - hole.left + 2 * edge, edge, 0.04];
  clay.box(lintel, [middle, hole.high, 0.01], frame, { round: 0.01, shadow: false });
  if (room.kind !== "doorway") hallway(clay, hole, rgb(room.wall));
  const at = new Vector3(middle, 0, 0)
    .applyAxisAngle(new Vector3(0, 1, 0), on.turn)
    .add(new Vector3(...on.middle));
  return { at: [at.x, 0, at.z], turn: on.turn, side: on.side };
}

/** A light piece of corridor behind a door, for when it opens. */
function hallway(clay: Clay, hole: Hole, colour: Rgb): void {
  const pale = mix(colour, TONES.white, 0.6);
  const [left, right, far, high] = [hole.left - 0.7, hole.right + 0.7, -1.7, 2.5];
  const face = (corners: readonly [Point, Point, Point, Point], normal: Point, tint: Rgb): void => {
    const numbers = corners.map((at) => clay.corner(at, normal, tint, 0.72));
    clay.quad(numbers[0] as number, numbers[1] as number, numbers[2] as number, numbers[3] as number);
  };
  const near = -DEEP;
  face(
    [
      [left, 0, far],
      [right, 0, far],
      [right, high, far],
      [left, high, far],
    ],
    [0, 0, 1],
    shade(pale, 0.78),
  );
  face(
    [
      [left, 0, near],
      [left, 0, far],
      [left, high, far],
      [left, high, near],
    ],
    [1, 0, 0],
    shade(pale, 0.7),
  );
  face(
    [
      [right, 0, near],
      [right, 0, far],
      [right, high, far],
      [right, high, near],
    ],
    [-1, 0, 0],
    shade(pale, 0.7),
  );
  face(
    [
      [left, 0, 0],
      [right, 0, 0],
      [right, 0, far],
      [left, 0, far],
    ],
    [0, 1, 0],
    shade(TONES.stone, 0.6),
  );
  face(
    [
      [left, high, near],
      [right, high, near],
      [right, high, far],
      [left, high, far],
    ],
    [0, -1, 0],
    pale,
  );
}

function skirted(clay: Clay, long: number, doors: readonly Hole[], colour: Rgb): void {
  const edges = [-long / 2, ...doors.flatMap((door) => [door.left - 0.08, door.right + 0.08]), long / 2];
  const white = mix(TONES.white, colour, 0.2);
  for (let place = 0; place + 1 < edges.length; place += 2) {
    const [from, to] = [edges[place] as number, edges[place + 1] as number];
    if (to - from < 0.05) continue;
    const size: Point = [to - from, 0.09, 0.02];
    clay.box(size, [(from + to) / 2, 0, 0.01], white, { round: 0, grid: 0.7, shadow: false });
  }
}

function ceiling(clay: Clay, room: Room): void {
  const colour = mix(TONES.white, rgb(room.wall), 0.12);
  const xs = lines(-room.w / 2, room.w / 2, 0.65, []);
  const zs = lines(-room.d / 2, room.d / 2, 0.65, []);
  const rows = zs.map((z) => xs.map((x) => clay.corner([x, room.h, z], [0, -1, 0], colour)));
  woven(clay, rows, true);
}
