/** Hair, by its style: a skin over the skull with what hangs or stands from it. */
import { Vector3 } from "three";
import type { Look } from "../../scene";
import { shade, type Rgb } from "../build/colour";
import { B, type Build } from "./bones";
import type { Flesh, Ring } from "./flesh";
import { HEAD, SIZE, size, skull, spot } from "./skull";

export interface Hair {
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

export const HAIR: Readonly<Record<Look["hairStyle"], (hair: Hair) => void>> = {
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
