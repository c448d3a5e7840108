/**
 * What goes between the heart of a session (`Play`, plain logic), what draws it, what sounds, what stands beside it in
 * the page, and the link with the coach. Nobody changes the state but `Play.do` and `Play.tick`.
 */
import type { Mood, Scene } from "../scene";

/** Who asked for it. */
export type By = "user" | "coach" | "system";
export type Phase = "ready" | "running" | "paused" | "safe-place" | "ended";
/** How somebody takes part; all ways are equal. */
export type Way = "headset" | "screen" | "text";

export type Command =
  | { type: "start" }
  | { type: "pause" }
  | { type: "resume" }
  /** To the quiet place, at once; `back` goes on where it was, only when the person says so. */
  | { type: "safe-place" }
  | { type: "back" }
  /** Once more from the quiet place, for who only tried to stop there. */
  | { type: "anew" }
  /** The coach asks how tense somebody is now. */
  | { type: "ask" }
  | { type: "stop"; reason: "asked" | "coach" | "time" | "discomfort" | "slow" | "done" }
  | { type: "dial"; key: string; value: number }
  | { type: "step"; key: string }
  | { type: "event"; key: string }
  /** An answer in the conversation, by its place in the node. */
  | { type: "choose"; index: number }
  | { type: "next" }
  | { type: "rate"; value: number }
  | { type: "nausea"; value: number }
  | { type: "softer" }
  | { type: "louder" }
  /** The coach speaks through this person now; null when they stopped. */
  | { type: "voice"; who: string | null }
  | { type: "seat"; seat: "own" | "other" }
  /** After the end: the conversation once more, a step at a time (`next`), with what the other felt. */
  | { type: "replay" }
  /** Which kind of the other person; only before the start. */
  | { type: "kind"; key: string }
  /** What the picture or the link noticed: `xr` entered|left, `visibility` hidden|visible, `slow` low|off, `link` lost|open. */
  | { type: "note"; what: "xr" | "visibility" | "slow" | "link"; key: string };

/** Said once, in one sentence, by the page and in the headset. */
export type Notice =
  "time-warning" | "time-closing" | "link-lost" | "link-open" | "too-tense" | "unwell" | "slow";

/** A step of the conversation seen again: what was said is in `line`; `inside` is what the other felt. */
export interface ReplayStep {
  readonly at: number;
  readonly of: number;
  readonly who: string;
  readonly inside: string;
  /** What this person answered, and the sentence about it; null where nothing was answered. */
  readonly answer: { readonly text: string; readonly feedback: string } | null;
}

/** What happened, for the page, the link and the record. `t` is milliseconds of scene time. */
export interface Moment {
  /** Counts from 1 without gaps on this side. */
  n: number;
  t: number;
  type:
    | "phase"
    | "dial"
    | "step"
    | "event"
    | "node"
    | "answer"
    | "rating"
    | "nausea"
    | "kind"
    | "seat"
    | "voice"
    | "softer"
    | "xr"
    | "visibility"
    | "slow"
    | "link"
    | "time";
  /** A key; never words that somebody typed or said. A `phase` that ends says why: `ended:asked`. An `answer` has its node. */
  key: string;
  /** A number: the dial's target, the rating, the place of the answer, the volume. */
  value: number | null;
  by: By;
}

export interface PlayState {
  readonly scene: Scene;
  readonly phase: Phase;
  /** Seconds of scene time: stands still while paused or in the quiet place. */
  readonly clock: number;
  /** Values now, on their way to `target` (they ramp for at least a second). */
  readonly dials: Readonly<Record<string, number>>;
  readonly target: Readonly<Record<string, number>>;
  readonly step: string;
  readonly kind: string;
  readonly node: string | null;
  /** The words said now, with who says them and for how long; null in silence. */
  readonly line: { who: string; text: string; since: number } | null;
  readonly people: Readonly<Record<string, { mood: Mood; act: string; here: boolean; speaking: boolean }>>;
  /** Sounds of events that are sounding, by key, with the scene time at which they began. */
  readonly sounding: Readonly<Record<string, number>>;
  readonly asking: "rating" | "nausea" | null;
  readonly ratings: readonly { t: number; value: number }[];
  readonly volume: number;
  readonly voice: string | null;
  readonly seat: "own" | "other";
  readonly minutesLeft: number;
  readonly answers: readonly { node: string; index: number }[];
  readonly notice: Notice | null;
  /** Null but in a replay, which is only after the end. */
  readonly replay: ReplayStep | null;
  /** Why it ended: the reason of `stop`; null while it has not. */
  readonly ended: string | null;
  /** It was stopped in the quiet place with which it begins: nobody practised yet. */
  readonly triedStopping: boolean;
}

/** Settings of the person; kept on their device. */
export interface Settings {
  captions: boolean;
  mono: boolean;
  reducedMotion: boolean;
  textSize: "normal" | "large" | "largest";
  contrast: boolean;
  volume: number;
  gaze: boolean;
}

export interface PlayLike {
  readonly state: PlayState;
  do(command: Command, by?: By): void;
  /** Once a frame, or four times a second without a picture; `seconds` since the last one. */
  tick(seconds: number): void;
  /** Hear each moment; gives back how to stop hearing. */
  hear(listener: (moment: Moment) => void): () => void;
}
