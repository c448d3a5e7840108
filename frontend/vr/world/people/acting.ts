import type { Vector3 } from "three";
import type { Act, Mood } from "../../scene";
import { drift } from "../build/chance";
import { hipHeight, type Build } from "./bones";
import type { Stance } from "./puppet";

/** What an act can know of where somebody is. Heights in the person's own metres. */
export interface Setting {
  readonly made: Build;
  /** Height of the hips when sitting; null when standing. */
  seat: number | null;
  /** Height of a table before them; null where there is none. */
  table: number | null;
  /** How far before them it begins. */
  edge: number;
  /** On the floor: a child at play. */
  floor: boolean;
  /** Seconds, and a number of their own that makes each move differently. */
  at: number;
  phase: number;
  /** 0 silent to 1 speaking, moving smoothly. */
  voice: number;
  /** Metres walked and how fast, 0 to 1. */
  walked: number;
  stride: number;
}

type Acting = (now: Stance, here: Setting) => void;

/** Hips, legs and hands at rest: standing, on a chair, or on the floor. Every act starts from it. */
export function rest(now: Stance, here: Setting): void {
  const hip = hipHeight(here.made) + 0.03;
  now.pitch = now.bend = now.twist = now.sway = now.shrug = 0;
  now.headRoll = 0;
  now.elbows = 0.4;
  now.behind = 0.45;
  if (here.floor) return onTheFloor(now);
  if (here.seat !== null) return onAChair(now, here, here.seat);
  now.hips.set(Math.sin(here.at * 0.31 + here.phase) * 0.012, hip, 0);
  now.thighR = now.thighL = now.kneeR = now.kneeL = now.footR = now.footL = 0.015;
  now.spread = 0.045;
  now.lean = -0.015;
  const down = hip - 0.06;
  now.handR.set(0.235 * here.made.wide, down, -0.05);
  now.handL.set(-0.235 * here.made.wide, down, -0.05);
  now.rollR = now.rollL = 0.25;
}

function onAChair(now: Stance, here: Setting, seat: number): void {
  now.hips.set(0, seat, 0.05);
  now.thighR = 1.44;
  now.thighL = 1.48;
  now.kneeR = 1.42;
  now.kneeL = 1.5;
  now.footR = now.footL = 0.02;
  now.spread = 0.09;
  now.lean = -0.03;
  if (here.table !== null) {
    const far = -Math.min(0.5, Math.max(0.3, here.edge + 0.06));
    now.handR.set(0.12, here.table + 0.035, far - 0.02);
    now.handL.set(-0.1, here.table + 0.035, far);
    now.rollR = now.rollL = 1.15;
    now.elbows = 0.55;
  } else {
    now.handR.set(0.1, seat + 0.135, -0.3);
    now.handL.set(-0.1, seat + 0.135, -0.29);
    now.rollR = now.rollL = 1.2;
  }
}

function onTheFloor(now: Stance): void {
  now.hips.set(0, 0.125, 0.06);
  now.thighR = 1.5;
  now.thighL = 1.42;
  now.spread = 0.42;
  now.kneeR = 0.35;
  now.kneeL = 0.62;
  now.footR = now.footL = -0.2;
  now.lean = -0.18;
  now.handR.set(0.12, 0.16, -0.3);
  now.handL.set(-0.12, 0.16, -0.3);
  now.rollR = now.rollL = 0.7;
}

function gesture(hand: Vector3, side: 1 | -1, base: number, here: Setting, share: number): void {
  const t = here.at * 1.9;
  const p = here.phase + side;
  const x = side * (0.2 + 0.05 * drift(t, p));
  const y = base + 0.31 + 0.06 * drift(t * 1.3, p + 2);
  const z = -0.3 - 0.07 * drift(t * 0.9, p + 4);
  hand.x += (x - hand.x) * share;
  hand.y += (y - hand.y) * share;
  hand.z += (z - hand.z) * share;
}

const idle: Acting = () => undefined;

const talk: Acting = (now, here) => {
  const turnTaking = Math.sin(here.at * 0.55 + here.phase);
  const base = now.hips.y;
  const right = here.voice * (0.35 + 0.65 * Math.max(0, turnTaking));
  const left = here.voice * (0.25 + 0.7 * Math.max(0, -turnTaking));
  gesture(now.handR, 1, base, here, right);
  gesture(now.handL, -1, base, here, left);
  now.rollR += (-0.35 - now.rollR) * right;
  now.rollL += (-0.35 - now.rollL) * left;
  now.lean -= 0.05 * here.voice;
  now.headRoll += 0.045 * drift(here.at * 0.8, here.phase) * here.voice;
};

const listen: Acting = (now, here) => {
  const nod = Math.max(0, Math.sin(here.at * 0.42 + here.phase * 3) - 0.82) * 5;
  now.headPitch -= nod * 0.11 * Math.sin(here.at * 7);
  now.headRoll += 0.06 * Math.sin(here.at * 0.21 + here.phase);
  now.lean -= 0.03;
};

const work: Acting = (now, here) => {
  const far = -Math.min(0.5, Math.max(0.32, here.edge + 0.1));
  const y = here.table ?? now.hips.y + 0.22;
  const busy = Math.max(0.15, Math.sin(here.at * 0.5 + here.phase));
  now.handR.set(
    0.085 + 0.014 * Math.sin(here.at * 4.1),
    y + 0.055 + 0.009 * busy * Math.sin(here.at * 13),
    far,
  );
  now.handL.set(
    -0.085 + 0.012 * Math.sin(here.at * 3.7),
    y + 0.055 + 0.009 * busy * Math.sin(here.at * 11 + 2),
    far,
  );
  now.rollR = now.rollL = 1.35;
  now.lean -= 0.08;
  now.elbows = 0.6;
};

const write: Acting = (now, here) => {
  const y = here.table ?? now.hips.y + 0.2;
  const along = (here.at * 0.12 + here.phase) % 1;
  now.handR.set(
    0.03 + along * 0.13,
    y + 0.05 + 0.004 * Math.sin(here.at * 9),
    -0.33 + 0.012 * Math.sin(here.at * 8),
  );
  now.handL.set(-0.15, y + 0.035, -0.3);
  now.rollR = 0.9;
  now.rollL = 1.4;
  now.lean -= 0.16;
  now.bend = -0.06;
  now.elbows = 0.7;
};

const phone: Acting = (now, here) => {
  const ear = now.hips.y + (here.floor ? 0.6 : 0.62);
  now.handR.set(0.135, ear - 0.07, -0.075);
  now.rollR = 0.5;
  now.elbows = 0.25;
  now.behind = -0.55;
  now.headRoll -= 0.12;
  now.twist += 0.06 * Math.sin(here.at * 0.5 + here.phase);
  if (here.seat === null) now.handL.set(-0.12, now.hips.y + 0.19, -0.2);
};

const crossed: Acting = (now, here) => {
  const y = now.hips.y + 0.25;
  now.handR.set(-0.03, y + 0.03, -0.175);
  now.handL.set(0.045, y - 0.02, -0.2);
  now.rollR = 1.1;
  now.rollL = 1.1;
  now.elbows = 0.5;
  now.behind = 0.2;
  now.lean += here.seat !== null ? 0.09 : 0.03;
  now.shrug += 0.012;
};

const point: Acting = (now, here) => {
  const base = now.hips.y;
  now.handR.set(0.2 + 0.02 * Math.sin(here.at * 2), base + 0.4 + 0.02 * Math.sin(here.at * 2.7), -0.5);
  now.rollR = 0.9;
  now.lean -= 0.07;
  now.twist = 0.12;
};

const play: Acting = (now, here) => {
  const t = here.at * 1.4 + here.phase;
  const low = here.floor ? 0.12 : (here.table ?? now.hips.y + 0.05);
  now.handR.set(
    0.1 + 0.07 * drift(t, here.phase),
    low + 0.06 + 0.07 * Math.max(0, Math.sin(t)),
    -0.34 + 0.06 * drift(t * 0.7, 2),
  );
  now.handL.set(
    -0.1 + 0.07 * drift(t * 0.9, 5),
    low + 0.06 + 0.07 * Math.max(0, Math.sin(t + 2.4)),
    -0.33 + 0.05 * drift(t, 7),
  );
  now.rollR = now.rollL = 0.9;
  now.lean -= 0.14 + 0.05 * drift(t * 0.4, here.phase);
  now.sway += 0.05 * drift(t * 0.5, here.phase + 1);
  if (here.seat === null && !here.floor) skip(now, here, t);
};

/** A child that plays on its feet hops from one to the other. */
function skip(now: Stance, here: Setting, t: number): void {
  const hop = Math.max(0, Math.sin(t * 2.6));
  now.hips.y += 0.035 * hop;
  now.thighR = 0.25 * hop;
  now.kneeR = 0.5 * hop;
  now.handR.set(0.27, now.hips.y + 0.14 + 0.1 * hop, -0.16);
  now.handL.set(-0.27, now.hips.y + 0.14 + 0.1 * Math.max(0, Math.sin(t * 2.6 + 2)), -0.16);
  now.lean = -0.02 + 0.02 * drift(t, here.phase);
}

export const ACTING: Readonly<Record<Act, Acting>> = {
  idle,
  talk,
  listen,
  work,
  play,
  walk: idle,
  phone,
  write,
  "arms-crossed": crossed,
  point,
};

/** Steps of somebody who walks, over whatever else they do. */
export function stepping(now: Stance, here: Setting): void {
  if (here.stride < 0.01) return;
  const { stride } = here;
  const leg = 0.81 * here.made.leg * here.made.scale;
  const swing = (here.walked / (leg * 0.78)) * Math.PI;
  const sin = Math.sin(swing);
  const cos = Math.cos(swing);
  now.thighR = stride * (0.46 * sin + 0.1);
  now.thighL = stride * (-0.46 * sin + 0.1);
  now.kneeR = stride * (0.12 + 0.72 * Math.max(0, cos) ** 1.5);
  now.kneeL = stride * (0.12 + 0.72 * Math.max(0, -cos) ** 1.5);
  now.footR = stride * (0.2 * Math.max(0, cos) - 0.12 * sin);
  now.footL = stride * (0.2 * Math.max(0, -cos) + 0.12 * sin);
  now.hips.y -= stride * (0.024 + 0.014 * Math.cos(swing * 2));
  now.twist += stride * 0.1 * sin;
  now.lean -= stride * 0.05;
  now.handR.z += stride * 0.17 * sin;
  now.handL.z -= stride * 0.17 * sin;
  now.handR.y += stride * 0.04 * Math.abs(sin);
  now.handL.y += stride * 0.04 * Math.abs(sin);
}

type Bearing = readonly [lean: number, bend: number, shrug: number, nod: number];

/** How a mood sits in the body: forward is negative. */
export const BEARING: Readonly<Record<Mood, Bearing>> = {
  friendly: [-0.02, 0, 0, 0.01],
  happy: [0.01, 0.03, 0.004, 0.03],
  neutral: [0, 0, 0, 0],
  worried: [-0.05, -0.05, 0.014, -0.03],
  sad: [-0.07, -0.13, -0.006, -0.16],
  tense: [0.02, 0.02, 0.028, 0],
  angry: [-0.11, 0.02, 0.02, -0.05],
  tired: [0.03, -0.15, -0.008, -0.1],
};
