/** Who may ask for what, and when. What may not be is not done; nobody is scolded. */
import type { By, Command, Phase } from "./types";

type Kind = Command["type"];

const LIVE: readonly Phase[] = ["running", "paused", "safe-place"];
const ALWAYS: readonly Phase[] = ["ready", ...LIVE, "ended"];

const WHEN: Readonly<Record<Kind, readonly Phase[]>> = {
  start: ["ready"],
  kind: ["ready"],
  pause: ["running"],
  resume: ["paused"],
  "safe-place": ["running", "paused"],
  back: ["safe-place"],
  anew: ["ended"],
  stop: ["ready", ...LIVE],
  dial: ["ready", ...LIVE],
  step: ["ready", ...LIVE],
  event: ["running"],
  ask: ["running"],
  choose: ["running"],
  next: ["running", "ended"],
  rate: ALWAYS,
  nausea: ALWAYS,
  softer: ALWAYS,
  louder: ALWAYS,
  voice: LIVE,
  seat: ["ended"],
  replay: ["ended"],
  note: ALWAYS,
};

/** What a coach can do for somebody; all else is the person's own. */
const COACH: ReadonlySet<Kind> = new Set<Kind>([
  "pause",
  "resume",
  "safe-place",
  "stop",
  "dial",
  "step",
  "event",
  "ask",
  "voice",
]);

/** Only the person begins, begins anew and comes back. */
const OWN: ReadonlySet<Kind> = new Set<Kind>(["start", "anew", "back"]);

/** `pausedBy` is who paused it: a coach goes on only after a pause of their own. */
export function may(command: Command, by: By, phase: Phase, pausedBy: By): boolean {
  if (!WHEN[command.type].includes(phase)) return false;
  if (by === "user") return true;
  if (by === "coach" && !COACH.has(command.type)) return false;
  if (OWN.has(command.type)) return false;
  return command.type !== "resume" || pausedBy === by;
}
