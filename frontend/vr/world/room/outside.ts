import type { Room } from "../../scene";
import { chance } from "../build/chance";
import type { Clay, Point } from "../build/clay";
import { woven } from "../build/shapes";
import type { Rgb } from "../build/colour";
import { mix, rgb, shade, TONES } from "../build/colour";
import { HOURS } from "./light";
import { bush, flowers, hedge, reeds, tree } from "./plants";
import { SIDES, wall } from "./walls";

const FAR = 70;

/** A dome of air with a few clouds. It shines by itself. */
export function sky(clay: Clay, light: Room["light"], random: () => number): void {
  const hour = HOURS[light];
  const rows = 9;
  const sides = 20;
  const numbers = Array.from({ length: rows + 1 }, (_, row) => {
    const up = (row / rows) * (Math.PI / 2) * 1.06 - 0.09;
    const tint = mix(hour.horizon, hour.zenith, Math.min(1, Math.max(0, Math.sin(up)) ** 0.5));
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = (side / sides) * 2 * Math.PI;
      const flat = Math.cos(up);
      const way: Point = [Math.cos(round) * flat, Math.sin(up), Math.sin(round) * flat];
      const inward: Point = [-way[0], -way[1], -way[2]];
      return clay.corner([way[0] * FAR, way[1] * FAR, way[2] * FAR], inward, tint, 1);
    });
  });
  woven(clay, numbers, true);
  for (let cloud = 0; cloud < 5; cloud += 1) clouded(clay, hour.horizon, cloud, random);
}

function clouded(clay: Clay, horizon: Rgb, number: number, random: () => number): void {
  const round = (number / 5) * 2 * Math.PI + random() * 0.5;
  const up = 9 + random() * 14;
  for (let puff = 0; puff < 2; puff += 1) {
    const wide = 3.5 - Math.abs(puff - 1.5) + random();
    const at: Point = [
      Math.cos(round + puff * 0.055) * 55,
      up + random() * 0.8,
      Math.sin(round + puff * 0.055) * 55,
    ];
    const tint = mix(TONES.white, horizon, 0.25);
    clay.ball([wide, wide * 0.34, wide], at, tint, {
      glow: 1,
      sides: 9,
      shadow: false,
      below: shade(tint, 0.9),
    });
  }
}

function ground(clay: Clay, colour: Rgb, from: number, to: number): void {
  const rings = [from, from * 1.6 + 2, 14, 26, to].filter(
    (radius, place, all) => place === 0 || radius > (all[place - 1] ?? 0),
  );
  const rows = rings.map((radius, ring) =>
    Array.from({ length: 25 }, (_, side) => {
      const round = (side / 24) * 2 * Math.PI;
      const tint = mix(colour, TONES.leafLight, (ring / rings.length) * 0.4);
      return clay.corner([Math.cos(round) * radius, -0.06, Math.sin(round) * radius], [0, 1, 0], tint);
    }),
  );
  woven(clay, rows, true);
}

/** What one sees through the windows and doors of a room, on the sides where they are. */
export function outside(clay: Clay, room: Room, seed: number): void {
  const random = chance(seed + 11);
  if (room.view === "none" && room.kind !== "garden") return;
  sky(clay, room.light, random);
  ground(clay, TONES.grass, 0.1, FAR);
  const sides = SIDES.filter(
    (side) =>
      room.windows.some((each) => each.wall === side) ||
      (room.kind === "doorway" && room.doors.some((each) => each.wall === side)),
  );
  for (const side of sides) {
    const on = wall(room, side);
    clay.placed(on.middle, on.turn, () => VIEWS[room.view](clay, random));
  }
}

type View = (clay: Clay, random: () => number) => void;

/** Each view is built in the axes of its wall: outwards is -z. */
const VIEWS: Readonly<Record<Room["view"], View>> = {
  none: () => undefined,
  garden: (clay, random) => {
    terrace(clay);
    hedge(clay, 20, [0, 0, -9], 1.8, random);
    flowers(clay, [-1.5, 0, -4.2], 5, 0.9, random, 15);
    for (const [x, z, size] of [
      [-4.2, -6.4, 4.2],
      [3.4, -7.6, 5],
      [8, -11, 6.5],
      [-9, -12, 7],
      [0.4, -13, 6],
    ] as const) {
      tree(clay, [x, 0, z], size, random);
    }
    for (const x of [-6, -2.6, 1.4, 5.6]) bush(clay, [x, 0, -5 - random()], 0.9 + random() * 0.5, random);
    hills(clay, random);
  },
  trees: (clay, random) => {
    for (let number = 0; number < 9; number += 1) {
      const x = (number - 4) * 3.1 + random() * 1.6;
      tree(clay, [x, 0, -6 - ((number * 5) % 9) - random() * 2], 5 + random() * 3, random);
    }
    for (let number = 0; number < 7; number += 1)
      bush(clay, [(number - 3) * 2.1, 0, -4.5 - random()], 0.9, random);
    hills(clay, random);
  },
  water: (clay, random) => {
    const blue = mix(TONES.water, TONES.sky, 0.35);
    clay.box([60, 0.02, 22], [0, -0.03, -16], blue, { round: 0, grid: 4, glow: 0.55, shadow: false });
    for (let number = 0; number < 12; number += 1) {
      const at: Point = [(random() - 0.5) * 30, -0.005, -7 - random() * 17];
      clay.box([1 + random() * 3, 0.012, 0.05], at, mix(blue, TONES.white, 0.45), {
        round: 0,
        glow: 0.6,
        shadow: false,
      });
    }
    for (let number = 0; number < 9; number += 1)
      reeds(clay, [(number - 4) * 1.5 + random(), 0, -4.4], 1.1, random, 6);
    for (let number = 0; number < 7; number += 1) {
      tree(clay, [(number - 3) * 5.6 + random() * 2, 0, -29 - random() * 3], 6 + random() * 3, random);
    }
    hills(clay, random);
  },
  street: (clay, random) => street(clay, random),
};

function terrace(clay: Clay): void {
  clay.box([9, 0.05, 2.6], [0, -0.05, -1.7], TONES.stone, { round: 0.01, grid: 0.7 });
}

function hills(clay: Clay, random: () => number): void {
  for (let hill = 0; hill < 4; hill += 1) {
    const tint = mix(mix(TONES.leafDark, TONES.sky, 0.5), TONES.white, 0.12 + random() * 0.15);
    const high = 3 + random() * 3;
    clay.ball([13 + random() * 6, high, 5], [(hill - 1.5) * 19, -0.5, -48 - random() * 6], tint, {
      sides: 10,
      shadow: false,
    });
  }
}

const FACADES: readonly Rgb[] = [
  TONES.brick,
  rgb("#b98a63"),
  rgb("#d8c3a0"),
  rgb("#9a6b57"),
  rgb("#c9b79c"),
  rgb("#8d5a48"),
];

/** A Dutch row of houses across a quiet street with trees. */
function street(clay: Clay, random: () => number): void {
  clay.sheet(40, 3, [0, 0, -2.2], rgb("#b8a998"), 2);
  clay.sheet(40, 5.4, [0, -0.02, -6.4], rgb("#8d8784"), 2.7);
  clay.sheet(40, 2.6, [0, 0, -10.4], rgb("#b8a998"), 2.6);
  for (let number = 0; number < 6; number += 1) {
    house(clay, (number - 2.5) * 4.3, -12.5, FACADES[(number * 5 + 2) % FACADES.length] as Rgb, random);
  }
  for (const x of [-8.5, -2.9, 3.3, 9.4]) tree(clay, [x, 0, -4], 4.8 + random(), random);
  hedge(clay, 7, [-6, 0, -11.4], 0.8, random);
  hedge(clay, 6, [5, 0, -11.4], 0.8, random);
}

function house(clay: Clay, x: number, z: number, colour: Rgb, random: () => number): void {
  const high = 5.4 + random() * 0.5;
  clay.placed([x, 0, z], 0, () => {
    clay.box([4.3, high, 4], [0, 0, -2], colour, { round: 0, grid: 2.2 });
    const roof = mix(TONES.terracotta, TONES.graphite, 0.35 + random() * 0.3);
    clay.box([4.4, 0.12, 3.2], [0, high + 0.02, -1], roof, { round: 0, tilt: 0.72 });
    clay.box([4.4, 0.2, 0.3], [0, high - 0.12, 0.1], TONES.white, { round: 0.02, shadow: false });
    for (const [wx, wy] of [
      [-1.1, 3.1],
      [1.1, 3.1],
      [0.9, 0.8],
    ] as const)
      pane(clay, wx, wy);
    const door = [TONES.blue, TONES.moss, TONES.rust, TONES.ink, TONES.teal][Math.floor(random() * 5)] as Rgb;
    clay.box([1.1, 2.2, 0.06], [-1.1, 0, 0.02], TONES.white, { round: 0, shadow: false });
    clay.box([0.9, 2.05, 0.08], [-1.1, 0, 0.03], door, { round: 0, shadow: false });
    if (random() > 0.4)
      clay.box([0.5, 0.9, 0.5], [1.2, high + 1.2, -1.6], TONES.brick, { round: 0, shadow: false });
  });
}

function pane(clay: Clay, x: number, y: number): void {
  clay.box([1.5, 1.5, 0.05], [x, y, 0.02], TONES.white, { round: 0, shadow: false });
  for (const side of [-1, 1]) {
    const glass = mix(TONES.sky, TONES.ink, 0.45);
    clay.box([0.62, 1.3, 0.06], [x + side * 0.35, y + 0.1, 0.03], glass, {
      round: 0,
      glow: 0.15,
      shadow: false,
    });
  }
}

/** An open place all around: grass, trees in a wide ring, hills. */
export function open(clay: Clay, room: Room, seed: number): void {
  const random = chance(seed + 11);
  sky(clay, room.light, random);
  ground(clay, rgb(room.floor.colour), Math.max(room.w, room.d) * 0.5, FAR);
  const ring = Math.max(room.w, room.d) / 2 + 3;
  for (let number = 0; number < 12; number += 1) {
    const round = (number / 12) * 2 * Math.PI + random() * 0.22;
    const away = ring + 2 + random() * 6;
    tree(clay, [Math.cos(round) * away, 0, Math.sin(round) * away], 4.4 + random() * 2.8, random);
  }
  for (let number = 0; number < 16; number += 1) {
    const round = (number / 16) * 2 * Math.PI + random() * 0.3;
    const away = ring + random() * 1.6;
    const at: Point = [Math.cos(round) * away, 0, Math.sin(round) * away];
    bush(clay, at, 0.9 + random() * 0.6, random);
  }
  for (let number = 0; number < 4; number += 1) {
    clay.placed([0, 0, 0], (number * Math.PI) / 2, () => hills(clay, random));
  }
}
