import { Vector3 } from "three";
import type { Look } from "../../scene";
import { mix, rgb, shade, TONES, type Rgb } from "../build/colour";
import { B, HEAD_UP, resting, type Build } from "./bones";
import type { Flesh, Follows, Ring } from "./flesh";

const HEAD: Follows = [B.head, B.head, 0];
const SIZE = new Vector3(0.079, 0.112, 0.096);

/** How far the skull reaches in a direction, as a share of `SIZE`: narrower at the jaw, flat at the neck. */
function skull(way: Vector3, young: boolean, out: Vector3): Vector3 {
  const low = Math.max(0, -way.y);
  const jaw = 1 - (young ? 0.16 : 0.24) * low * low - 0.06 * low;
  const cheek = young ? 0.06 * Math.exp(-(((way.y + 0.35) / 0.3) ** 2)) : 0.02;
  const back = way.z > 0 ? 1 - 0.3 * low + 0.06 * Math.max(0, way.y) : 1;
  const chin = way.z < 0 && way.y < -0.6 ? 1.03 : 1;
  return out.set(
    way.x * SIZE.x * (jaw + cheek) * (young ? 1.06 : 1),
    way.y * SIZE.y * (young ? 0.95 : 1) * (way.y > 0 ? 1.02 : 1),
    way.z * SIZE.z * back * chin * (way.y > 0.4 && way.z < 0 ? 0.97 : 1),
  );
}

export function head(flesh: Flesh, made: Build, look: Look): void {
  const bone = resting(made)[B.head] as Vector3;
  const middle = new Vector3(bone.x, bone.y + HEAD_UP * made.head, bone.z - 0.008);
  const young = made.head > 1.3;
  const skin = rgb(look.skin);
  skullOf(flesh, made, middle, young, skin);
  nose(flesh, made, middle, skin, young);
  const isCovered = look.hairStyle === "long" || look.hairStyle === "bob" || look.hairStyle === "scarf";
  for (const side of isCovered ? [] : [1, -1]) ear(flesh, made, middle, skin, side);
  const dye = rgb(look.hair);
  HAIR[look.hairStyle]({ flesh, made, middle, young, dye });
  if (look.beard && !young) beard({ flesh, made, middle, young, dye });
  if (look.glasses) glasses(flesh, made, middle);
}

function skullOf(flesh: Flesh, made: Build, middle: Vector3, young: boolean, skin: Rgb): void {
  const [sides, tall] = made.fine ? [28, 18] : [16, 11];
  const way = new Vector3();
  const at = new Vector3();
  const rows = Array.from({ length: tall + 1 }, (_, row) => {
    const down = (row / tall) * Math.PI;
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = ((side % sides) / sides) * 2 * Math.PI;
      way.set(Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round));
      skull(way, young, at);
      // The face is drawn in tenths of a metre about the middle of the head, on the side that looks ahead.
      const face = new Vector3(at.x * 10, at.y * 10, way.z < 0.12 ? 1 : 0);
      const normal = way.clone().divide(SIZE).normalize();
      const under = 1 - 0.22 * Math.max(0, -way.y - 0.45);
      at.multiplyScalar(made.head).add(middle);
      return flesh.corner(at, normal, shade(skin, under), HEAD, face);
    });
  });
  flesh.woven(rows);
}

function spot(made: Build, middle: Vector3, x: number, y: number, z: number): Vector3 {
  return new Vector3(x, y, z).multiplyScalar(made.head).add(middle);
}

function size(made: Build, x: number, y: number, z: number): Vector3 {
  return new Vector3(x, y, z).multiplyScalar(made.head);
}

function nose(flesh: Flesh, made: Build, middle: Vector3, skin: Rgb, young: boolean): void {
  const small = young ? 0.72 : 1;
  const tip = mix(shade(skin, 0.99), TONES.rose, 0.06);
  const y = young ? -0.022 : -0.026;
  const ball = size(made, 0.0112 * small, 0.0105 * small, 0.0145 * small);
  flesh.ball(spot(made, middle, 0, y, -0.0935), ball, tip, HEAD, made.fine ? 10 : 7);
  const ridge = size(made, 0.0072 * small, 0.03 * small, 0.0115 * small);
  flesh.ball(spot(made, middle, 0, y + 0.02 * small, -0.0885), ridge, skin, HEAD, made.fine ? 10 : 7);
  for (const side of made.fine ? [1, -1] : []) {
    const wing = size(made, 0.0058 * small, 0.0062 * small, 0.009 * small);
    flesh.ball(spot(made, middle, 0.0095 * small * side, y - 0.002, -0.089), wing, tip, HEAD, 7);
  }
}

function ear(flesh: Flesh, made: Build, middle: Vector3, skin: Rgb, side: number): void {
  flesh.ball(
    spot(made, middle, 0.079 * side, -0.008, 0.012),
    size(made, 0.011, 0.026, 0.016),
    shade(skin, 0.93),
    HEAD,
    made.fine ? 10 : 8,
  );
}

interface Hair {
  readonly flesh: Flesh;
  readonly made: Build;
  readonly middle: Vector3;
  readonly young: boolean;
  readonly dye: Rgb;
}

/** The lowest height of hair by angle from the face (0 ahead, pi behind): corners of a line. */
type Line = readonly (readonly [angle: number, height: number])[];

const SHORT: Line = [
  [0, 0.56],
  [0.62, 0.5],
  [0.95, 0.3],
  [1.2, -0.12],
  [1.45, -0.1],
  [1.75, -0.3],
  [2.2, -0.62],
  [3.15, -0.68],
];
const LONG: Line = [
  [0, 0.6],
  [0.5, 0.5],
  [0.85, 0.12],
  [1.05, -0.5],
  [1.4, -0.9],
  [3.15, -0.9],
];

function along(line: Line, angle: number): number {
  for (let place = 1; place < line.length; place += 1) {
    const [before, after] = [
      line[place - 1] as readonly [number, number],
      line[place] as readonly [number, number],
    ];
    if (angle > after[0]) continue;
    const share = (angle - before[0]) / (after[0] - before[0]);
    return before[1] + (after[1] - before[1]) * share;
  }
  return line.at(-1)?.[1] ?? 0;
}

/** Hair as a skin over the skull: its last rows lie on the hairline and go in under it. */
function cap(hair: Hair, line: Line, thick: number, wave: (way: Vector3, angle: number) => number): void {
  const { flesh, made, middle, young, dye } = hair;
  const [sides, tall] = made.fine ? [36, 13] : [20, 7];
  const way = new Vector3();
  const at = new Vector3();
  const rows = Array.from({ length: tall + 1 }, (_, row) => {
    const share = row / tall;
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = ((side % sides) / sides) * 2 * Math.PI;
      const angle = Math.abs(Math.atan2(Math.cos(round), -Math.sin(round)));
      const down = Math.acos(Math.max(-1, along(line, angle))) * Math.min(1, share * 1.04);
      way.set(Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round));
      const edge = Math.max(0, (share - 0.72) / 0.28);
      const lift = row === tall ? -0.05 : (thick + wave(way, angle)) * Math.sqrt(1 - edge * edge * 0.92);
      skull(way, young, at).multiplyScalar(1 + lift);
      const normal = way.clone().divide(SIZE).normalize();
      const shine = (0.84 + 0.24 * Math.max(0, way.y) + wave(way, angle) * 1.6) * (1 - 0.3 * edge * edge);
      at.multiplyScalar(made.head).add(middle);
      return flesh.corner(at, normal, shade(dye, shine), HEAD);
    });
  });
  flesh.woven(rows);
}

const combed = (way: Vector3, angle: number): number =>
  0.02 * Math.sin(way.x * 9 + 1.3) * Math.max(0, way.y) +
  0.012 * Math.cos(angle * 5) +
  0.03 * Math.max(0, way.y);

const HAIR: Readonly<Record<Look["hairStyle"], (hair: Hair) => void>> = {
  bald: () => undefined,
  short: (hair) => {
    cap(hair, SHORT, 0.07, combed);
    fringe(hair, 0.05);
  },
  long: (hair) => {
    cap(hair, LONG, 0.1, combed);
    curtain(hair, hair.young ? -0.15 : -0.215);
    fringe(hair, 0.045);
  },
  bob: (hair) => {
    cap(hair, LONG, 0.12, combed);
    curtain(hair, -0.1);
    fringe(hair, 0.03);
  },
  bun: (hair) => {
    cap(hair, SHORT, 0.065, combed);
    const { flesh, made, middle, dye } = hair;
    flesh.ball(
      spot(made, middle, 0, 0.118, 0.05),
      size(made, 0.045, 0.04, 0.045),
      shade(dye, 1.04),
      HEAD,
      12,
    );
    flesh.ball(spot(made, middle, 0, 0.09, 0.04), size(made, 0.036, 0.02, 0.036), shade(dye, 0.7), HEAD, 10);
  },
  curly: (hair) => {
    const lumps = (way: Vector3): number =>
      0.1 * Math.max(0, way.y + 0.4) +
      0.055 * Math.sin(way.x * 11) * Math.cos(way.z * 11 + way.y * 9) +
      0.04 * Math.sin(way.y * 13 + way.x * 5);
    cap(hair, SHORT, 0.16, lumps);
  },
  scarf: (hair) => scarf(hair),
};

/** Some hair that falls over the forehead to one side. */
function fringe({ flesh, made, middle, dye }: Hair, long: number): void {
  const at = spot(made, middle, 0.026, 0.081, -0.075);
  flesh.ball(at, size(made, 0.044, long * 0.5, 0.026), shade(dye, 0.98), HEAD, made.fine ? 12 : 8);
}

/** Hair behind and beside the neck, down to `low`. */
function curtain({ flesh, made, middle, dye }: Hair, low: number): void {
  const long = low < -0.14;
  const ring = (y: number, wide: number, deep: number, back: number, tone: number, chest = 0): Ring => ({
    at: spot(made, middle, 0, y, back),
    across: size(made, wide, 0, 0),
    ahead: size(made, 0, 0, deep),
    follows: [B.head, B.chest, chest],
    colour: dye,
    power: 2.6,
    shade: tone,
  });
  const rings = [
    ring(0.03, 0.082, 0.07, 0.028, 1),
    ring(-0.03, 0.094, 0.07, 0.03, 0.98),
    ring(-0.085, 0.098, 0.064, 0.032, 0.94),
    ring(long ? -0.15 : low, long ? 0.1 : 0.088, 0.054, long ? 0.045 : 0.034, 0.9, long ? 0.35 : 0),
  ];
  if (long)
    rings.push(ring(low, 0.085, 0.035, 0.056, 0.84, 0.6), ring(low - 0.012, 0.05, 0.02, 0.056, 0.7, 0.6));
  else rings.push(ring(low - 0.012, 0.066, 0.036, 0.036, 0.7));
  flesh.tube(rings, made.fine ? 18 : 12);
}

function scarf(hair: Hair): void {
  const { flesh, made, middle, young, dye } = hair;
  const [sides, tall] = made.fine ? [30, 20] : [20, 14];
  const way = new Vector3();
  const at = new Vector3();
  const rows = Array.from({ length: tall + 1 }, (_, row) => {
    const down = (row / tall) * Math.PI;
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = ((side % sides) / sides) * 2 * Math.PI;
      way.set(Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round));
      // An oval around the face stays free.
      const free = way.z < 0 ? Math.hypot(way.x / 0.74, (way.y + 0.14) / 0.72) : 2;
      const over = Math.min(1, Math.max(0, (free - 1) / 0.16 + 0.5));
      skull(way, young, at).multiplyScalar(0.9 + over * (0.19 + 0.015 * Math.sin(way.y * 12 + way.x * 4)));
      at.multiplyScalar(made.head).add(middle);
      const fold = 0.9 + 0.12 * way.y + 0.06 * Math.sin(way.y * 12 + way.x * 4);
      return flesh.corner(
        at,
        way.clone().divide(SIZE).normalize(),
        shade(dye, fold * (0.75 + 0.25 * over)),
        HEAD,
      );
    });
  });
  flesh.woven(rows);
  const ring = (y: number, wide: number, deep: number, tone: number, share: number): Ring => ({
    at: spot(made, middle, 0, y, 0.012),
    across: size(made, wide, 0, 0),
    ahead: size(made, 0, 0, deep),
    follows: [B.head, B.chest, share],
    colour: dye,
    power: 2.2,
    shade: tone,
  });
  const low = young ? 0.82 : 1;
  flesh.tube(
    [
      ring(-0.06, 0.06, 0.06, 0.8, 0),
      ring(-0.1, 0.078, 0.078, 0.95, 0.2),
      ring(-0.135 * low, 0.086, 0.084, 0.88, 0.6),
      ring(-0.165 * low, 0.12, 0.1, 1, 0.95),
      ring(-0.2 * low, 0.148, 0.112, 0.96, 1),
      ring(-0.222 * low, 0.14, 0.106, 0.7, 1),
    ],
    made.fine ? 18 : 12,
  );
}

function beard({ flesh, made, middle, dye }: Hair): void {
  const way = new Vector3();
  const at = new Vector3();
  const [sides, tall] = made.fine ? [28, 16] : [20, 12];
  const rows = Array.from({ length: tall + 1 }, (_, row) => {
    const down = (0.5 + (row / tall) * 0.5) * Math.PI;
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = ((side % sides) / sides) * 2 * Math.PI;
      way.set(Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round));
      const angle = Math.atan2(Math.abs(way.x), -way.z);
      // High beside the ears, low under the mouth; behind the ears there is none.
      const top = angle < 0.55 ? -0.72 : angle < 1.4 ? -0.72 + (angle - 0.55) * 0.82 : -2;
      const over = Math.min(1, Math.max(0, (top - way.y) / 0.12 + 0.5));
      skull(way, false, at).multiplyScalar(0.93 + over * (0.115 + 0.03 * Math.max(0, -way.y)));
      at.multiplyScalar(made.head).add(middle);
      const tone = 0.8 + 0.14 * Math.sin(way.x * 30 + way.y * 20) * over;
      return flesh.corner(at, way.clone().divide(SIZE).normalize(), shade(dye, tone), HEAD);
    });
  });
  flesh.woven(rows);
}

function glasses(flesh: Flesh, made: Build, middle: Vector3): void {
  const frame = TONES.graphite;
  const ring = (at: Vector3, across: Vector3, ahead: Vector3): Ring => ({
    at,
    across,
    ahead,
    follows: HEAD,
    colour: frame,
  });
  const sides = 16;
  for (const side of [1, -1]) {
    const rings = Array.from({ length: sides + 1 }, (_, place) => {
      const round = (place / sides) * 2 * Math.PI;
      const out = new Vector3(Math.cos(round), Math.sin(round) * 0.82, 0);
      const at = spot(made, middle, 0.0325 * side + out.x * 0.0235, 0.001 + out.y * 0.0235, -0.1);
      return ring(at, size(made, out.x * 0.0021, out.y * 0.0021, 0), size(made, 0, 0, 0.0021));
    });
    flesh.tube(rings, 4);
    const bar = (z: number, x: number): Ring =>
      ring(spot(made, middle, x * side, 0.004, z), size(made, 0.0016, 0, 0), size(made, 0, 0.0024, 0));
    flesh.tube([bar(-0.1, 0.057), bar(-0.06, 0.073), bar(0.01, 0.083)], 4);
  }
  const bridge = (x: number): Ring =>
    ring(spot(made, middle, x, 0.004, -0.104), size(made, 0, 0.0018, 0), size(made, 0, 0, 0.0018));
  flesh.tube([bridge(-0.01), bridge(0.01)], 4);
}
