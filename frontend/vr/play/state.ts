/** The state as only the modules of `play/` may write it, and what they share. */
import type { Scene } from "../scene";
import type { By, Moment, PlayState } from "./types";

type Open<T> = { -readonly [K in keyof T]: T[K] };

export interface Someone {
  mood: PlayState["people"][string]["mood"];
  act: string;
  here: boolean;
  speaking: boolean;
}

export interface OpenState extends Open<
  Omit<PlayState, "people" | "sounding" | "ratings" | "answers" | "line">
> {
  readonly people: Record<string, Someone>;
  readonly sounding: Record<string, number>;
  readonly ratings: { t: number; value: number }[];
  readonly answers: { node: string; index: number }[];
  line: { who: string; text: string; since: number } | null;
}

/** Tells the others that something happened. */
export type Tell = (type: Moment["type"], key: string, value: number | null, by: By) => void;

/** In the quiet place, before the scene itself began. */
export function isOpening({ phase, clock }: Pick<PlayState, "phase" | "clock">): boolean {
  return phase === "safe-place" && clock === 0;
}

export function beginning(
  scene: Scene,
  dials: Record<string, number>,
  targets: Record<string, number>,
): OpenState {
  return {
    scene,
    phase: "ready",
    clock: 0,
    dials,
    target: targets,
    step: scene.steps[0]?.key ?? "",
    kind: scene.kinds[0]?.key ?? "",
    node: null,
    line: null,
    people: {},
    sounding: {},
    asking: null,
    ratings: [],
    volume: 0.7,
    voice: null,
    seat: "own",
    minutesLeft: scene.minutes,
    answers: [],
    notice: null,
    replay: null,
    ended: null,
    triedStopping: false,
  };
}
