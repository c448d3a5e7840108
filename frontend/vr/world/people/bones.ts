import { Vector3 } from "three";
import type { Person } from "../../scene";

/** The bones of a person, each with its parent. A person looks along -z; the right hand is at +x. */
export const BONES = [
  "hips",
  "spine",
  "chest",
  "neck",
  "head",
  "armR",
  "foreR",
  "handR",
  "armL",
  "foreL",
  "handL",
  "thighR",
  "shinR",
  "footR",
  "thighL",
  "shinL",
  "footL",
] as const;
export type Bone = (typeof BONES)[number];

/** Place of each bone in the list. */
export const B = Object.fromEntries(BONES.map((bone, place) => [bone, place])) as Record<Bone, number>;

export const PARENT: readonly number[] = [-1, 0, 1, 2, 3, 2, 5, 6, 2, 8, 9, 0, 11, 12, 0, 14, 15];

/** How somebody is built, in a body of about 1.7 m that is made larger or smaller as a whole by `scale`. */
export interface Build {
  readonly scale: number;
  readonly head: number;
  readonly leg: number;
  readonly wide: number;
  readonly belly: number;
  /** Fewer corners where many are seen at once. */
  readonly fine: boolean;
}

export function build(kind: Person["kind"], chance: () => number, broad: boolean, fine: boolean): Build {
  const vary = (middle: number, by: number): number => middle + (chance() - 0.5) * 2 * by;
  if (kind === "child") {
    return { scale: vary(0.64, 0.05), head: 1.48, leg: 0.84, wide: 0.88, belly: vary(1.1, 0.04), fine };
  }
  if (kind === "teen") return { scale: vary(0.94, 0.03), head: 1.14, leg: 1, wide: 0.93, belly: 0.94, fine };
  const wide = broad ? vary(1.08, 0.03) : vary(0.97, 0.04);
  return { scale: vary(1, 0.03), head: 1.14, leg: vary(1, 0.02), wide, belly: vary(1.03, 0.1), fine };
}

/** Down and a little outwards: how arms hang in the body as it is made. */
export const ARM: readonly [x: number, y: number] = [0.2955, -0.9553];
export const UPPER = 0.272;
export const FORE = 0.245;
export const THIGH = 0.41;
export const SHIN = 0.405;
const ANKLE = 0.085;

/** Where each bone is in the body as it is made. */
export function resting(made: Build): Vector3[] {
  const hip = hipHeight(made);
  const up = (y: number): number => hip + 0.03 + y;
  const shoulder = 0.152 * made.wide;
  const places: Record<Bone, [number, number, number]> = {
    hips: [0, up(0), 0],
    spine: [0, up(0.12), 0],
    chest: [0, up(0.27), 0],
    neck: [0, up(0.492), 0.008],
    head: [0, up(0.558), 0],
    armR: [shoulder, up(0.42), 0],
    foreR: [shoulder + ARM[0] * UPPER, up(0.42) + ARM[1] * UPPER, 0],
    handR: [shoulder + ARM[0] * (UPPER + FORE), up(0.42) + ARM[1] * (UPPER + FORE), 0],
    armL: [-shoulder, up(0.42), 0],
    foreL: [-shoulder - ARM[0] * UPPER, up(0.42) + ARM[1] * UPPER, 0],
    handL: [-shoulder - ARM[0] * (UPPER + FORE), up(0.42) + ARM[1] * (UPPER + FORE), 0],
    thighR: [0.086, hip, 0],
    shinR: [0.09, hip - THIGH * made.leg, 0],
    footR: [0.092, ANKLE, 0],
    thighL: [-0.086, hip, 0],
    shinL: [-0.09, hip - THIGH * made.leg, 0],
    footL: [-0.092, ANKLE, 0],
  };
  return BONES.map((bone) => new Vector3(...places[bone]));
}

export function hipHeight(made: Build): number {
  return ANKLE + (THIGH + SHIN) * made.leg;
}

/** The middle of the head above its bone. */
export const HEAD_UP = 0.098;
