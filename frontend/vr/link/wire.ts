/**
 * What goes over the socket between a screen and the server, as JSON texts; docs/contributors/vr-link.md says it in
 * words and `practice/live/wire.py` is the other end. A message holds one of these parts, or a few that go together.
 */
import type { By, Command, Moment, Phase } from "../play/types";

export type Side = "client" | "coach";

/** Head of the one who practises: place in metres and a turn as a quaternion (x, y, z, w). */
export type Seven = readonly [
  px: number,
  py: number,
  pz: number,
  qx: number,
  qy: number,
  qz: number,
  qw: number,
];

/** Where a session stands: everything that a screen needs which comes in halfway. */
export interface Snapshot {
  /** Number of the coach's last command. */
  number: number;
  /** Number of the last moment that the server holds from this screen (client), or from the client (coach). */
  kept: number;
  phase: Phase;
  phaseBy?: By;
  /** Milliseconds of scene time. */
  t: number;
  dials: Readonly<Record<string, number>>;
  step: string;
  node: string | null;
  kind: string;
  seat: "own" | "other";
  voice: string | null;
  /** The answers until now: the place of each in its node. */
  answers: readonly { node: string; index: number }[];
  ratings: readonly { t: number; value: number }[];
  nausea: readonly { t: number; value: number }[];
  /** Whether the other side is there now. */
  there: boolean;
  battery: number | null;
  charging: boolean | null;
  ice: readonly RTCIceServer[];
  /** Commands that this screen missed and that still count: what calms (pause, quiet place, stop, lower). */
  waiting: readonly Command[];
}

export type Signal =
  | { kind: "offer" | "answer"; sdp: string }
  | { kind: "ice"; candidate: string; mid: string | null; line: number | null }
  | { kind: "end" };

/** From the server. */
export interface Told {
  snapshot?: Snapshot;
  command?: Command;
  /** The command's number. */
  n?: number;
  /** Moments up to this number of this screen are in good hands. */
  kept?: number;
  moments?: readonly Moment[];
  pose?: Seven;
  /** Milliseconds of scene time that go with a pose. */
  t?: number;
  there?: boolean;
  battery?: number | null;
  charging?: boolean | null;
  beat?: number;
  signal?: Signal;
  /** Why a command was not passed on, in a sentence; `id` is the one that `send` gave it. */
  refused?: number;
  say?: string;
  /** A command of this id was passed on. */
  done?: number;
  over?: boolean;
}

/** Why a socket closed; after these it does not try again. */
export const SIGNED_OUT = 4401;
export const NOT_FOUND = 4404;
export const ELSEWHERE = 4409;
export const OVER = 4410;
/** Another screen plays and shows life: this one asks first, and comes back with a yes. */
export const ASKS_FIRST = 4411;
export const FINAL: ReadonlySet<number> = new Set([SIGNED_OUT, NOT_FOUND, ELSEWHERE, OVER, ASKS_FIRST]);

/** Three decimals are a millimetre, and a fifteenth of a degree. */
export function rounded(pose: Seven): Seven {
  const short = (value: number): number => Math.round(value * 1000) / 1000;
  const [px, py, pz, qx, qy, qz, qw] = pose;
  return [short(px), short(py), short(pz), short(qx), short(qy), short(qz), short(qw)];
}
