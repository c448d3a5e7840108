/** What each command does, once `may` has let it through. One row is one command. */
import type { Cast } from "./cast";
import type { Dials } from "./dials";
import type { Happenings } from "./happenings";
import type { Limits } from "./limits";
import type { Questions } from "./questions";
import { clamped } from "./random";
import type { Replay } from "./replay";
import type { Wait } from "./safety";
import type { OpenState, Tell } from "./state";
import type { Talk } from "./talk";
import type { By, Command, Notice, Phase, Way } from "./types";

/** What the rows below may touch of a play. */
export interface Heart {
  readonly open: OpenState;
  readonly dials: Dials;
  readonly cast: Cast;
  readonly talk: Talk;
  readonly happenings: Happenings;
  readonly questions: Questions;
  readonly replaying: Replay;
  readonly limits: Limits;
  readonly tell: Tell;
  pausedBy: By;
  /** It begins in the quiet place, and nobody has left that yet. */
  opening: boolean;
  way: Way;
  phase(phase: Phase, by: By): void;
  end(reason: string, by: By): void;
  notice(notice: Notice): void;
  raised(): void;
  waits(command: Command): Wait | null;
  stepWaits(key: string): Wait | null;
}

type Kind = Command["type"];
type Doing = { [K in Kind]: (heart: Heart, command: Extract<Command, { type: K }>, by: By) => void };

/** One press on softer or louder. */
const LOUDNESS = 0.15;

export const DOING: Doing = {
  start: begin,
  anew: (heart, _command, by) => {
    if (!heart.open.triedStopping) return;
    Object.assign(heart.open, { ended: null, triedStopping: false });
    heart.phase("ready", by);
    begin(heart, { type: "start" }, by);
  },
  kind: ({ open, tell }, { key }, by) => {
    if (!open.scene.kinds.some((kind) => kind.key === key)) return;
    open.kind = key;
    tell("kind", key, null, by);
  },
  pause: (heart, _command, by) => {
    heart.pausedBy = by;
    heart.phase("paused", by);
  },
  resume: (heart, _command, by) => heart.phase("running", by),
  "safe-place": (heart, _command, by) => quiet(heart, by),
  back: (heart, _command, by) => {
    heart.dials.comeBackGently();
    heart.phase("running", by);
    if (!heart.opening) return;
    heart.opening = false;
    heart.talk.begin();
  },
  ask: ({ questions }) => questions.ask(),
  stop: (heart, { reason }, by) => heart.end(reason, by),
  dial: turn,
  step: climb,
  event: ({ happenings }, { key }, by) => {
    const event = happenings.find(key);
    if (event) happenings.fire(event, by);
  },
  choose: ({ talk }, { index }, by) => talk.choose(index, by),
  next: (heart, _command, by) => {
    if (heart.open.replay) heart.replaying.next();
    else if (heart.open.phase !== "running") return;
    else if (heart.talk.over) heart.end("done", by);
    else if (heart.talk.onward !== null) heart.talk.go(heart.talk.onward, by);
  },
  rate: (heart, { value }, by) => {
    if (!heart.questions.rated(value, by) || heart.open.phase !== "running") return;
    quiet(heart, "system");
    heart.notice("too-tense");
  },
  nausea: (heart, { value }, by) => {
    if (heart.questions.felt(value, by)) unwell(heart);
  },
  softer: (heart, _command, by) => loudness(heart, -LOUDNESS, "softer", by),
  louder: (heart, _command, by) => loudness(heart, LOUDNESS, "louder", by),
  voice: ({ open, tell }, { who }, by) => {
    if (who !== null && !Object.hasOwn(open.people, who)) return;
    open.voice = who;
    tell("voice", who ?? "", null, by);
  },
  seat: ({ open, tell }, { seat }, by) => {
    if (seat === "other" && !open.scene.other) return;
    open.seat = seat;
    tell("seat", seat, null, by);
  },
  replay: ({ replaying }) => replaying.begin(),
  note: (heart, command, by) => NOTED[command.what](heart, command.key, by),
};

/** What the picture and the link noticed is told, and some of it has a consequence. */
const NOTED: Record<Extract<Command, { type: "note" }>["what"], (heart: Heart, key: string, by: By) => void> =
  {
    xr: (heart, key) => {
      heart.way = key === "entered" ? "headset" : "screen";
      heart.tell("xr", key, null, "system");
    },
    visibility: (heart, key) => {
      heart.tell("visibility", key, null, "system");
      if (key !== "hidden" || heart.open.phase !== "running") return;
      heart.pausedBy = "system";
      heart.phase("paused", "system");
    },
    slow: (heart, key) => {
      heart.tell("slow", key, null, "system");
      if (key !== "low") return;
      heart.notice("slow");
      if (heart.way === "headset") heart.end("slow", "system");
    },
    link: (heart, key) => {
      heart.tell("link", key, null, "system");
      heart.limits.link(key === "open");
    },
  };

function begin(heart: Heart, _command: Command, by: By): void {
  heart.phase("running", by);
  const step = heart.dials.step(heart.open.step);
  if (step) heart.dials.aimAtStep(step);
  if (heart.opening) quiet(heart, by);
  else heart.talk.begin();
}

function turn(heart: Heart, { key, value }: Extract<Command, { type: "dial" }>, by: By): void {
  const dial = heart.dials.find(key);
  if (!dial) return;
  const before = heart.dials.targets[key] ?? dial.min;
  const wanted = heart.dials.allowed(dial, value, heart.open.phase === "ready");
  if (wanted === before) return;
  if (wanted > before && heart.open.phase !== "ready") {
    if (asked(heart, heart.waits({ type: "dial", key, value: wanted }))) return;
    heart.raised();
  }
  heart.dials.aim(key, wanted);
  heart.tell("dial", key, wanted, by);
}

function climb(heart: Heart, { key }: Extract<Command, { type: "step" }>, by: By): void {
  const step = heart.dials.step(key);
  const place = heart.dials.place(key);
  const up = place - heart.dials.place(heart.open.step);
  if (!step || asked(heart, heart.stepWaits(key))) return;
  heart.open.step = key;
  heart.tell("step", key, place, by);
  if (heart.open.phase === "ready") return;
  if (up > 0) {
    heart.dials.aimAtStep(step);
    return heart.raised();
  }
  heart.dials.ease(step);
  heart.questions.askAfterStep();
  for (const [dial, target] of Object.entries(heart.dials.targets)) {
    if (target !== step.dials[dial]) heart.tell("dial", dial, target, by);
  }
}

/** A step that waits for a number asks for it. */
function asked(heart: Heart, wait: Wait | null): boolean {
  if (wait === "rate-first" && heart.open.phase === "running") heart.questions.ask();
  return wait !== null;
}

function quiet(heart: Heart, by: By): void {
  heart.phase("safe-place", by);
}

function unwell(heart: Heart): void {
  if (heart.open.phase === "ended" || heart.open.phase === "ready") return;
  heart.notice("unwell");
  if (heart.way === "headset") heart.end("discomfort", "system");
  else if (heart.open.phase !== "safe-place") quiet(heart, "system");
}

function loudness({ open, tell }: Heart, by: number, key: string, who: By): void {
  open.volume = Math.round(clamped(open.volume + by, 0, 1) * 100) / 100;
  tell("softer", key, open.volume, who);
}
