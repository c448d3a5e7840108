/**
 * The heart of a session: what is asked of it with `do`, time with `tick`, what happened through `hear`. Plain logic: no
 * clock, no page, no sound, no picture of its own, so that the same scene, seed, commands and seconds always give the
 * same course. A mirror (the coach's view) does nothing of itself and only `follow`s the moments of the other side.
 */
import type { Scene } from "../scene";
import { Cast } from "./cast";
import { Dials } from "./dials";
import { DOING, type Heart } from "./doing";
import { Happenings } from "./happenings";
import { Limits } from "./limits";
import { may } from "./may";
import { followed } from "./mirror";
import { Questions } from "./questions";
import { clamped } from "./random";
import { Replay } from "./replay";
import { SAFETY, waits, type Safety, type Wait } from "./safety";
import { beginning, type OpenState } from "./state";
import { Talk } from "./talk";
import type { By, Command, Moment, Notice, Phase, PlayLike, PlayState, Way } from "./types";

export interface PlayOptions {
  safety: Partial<Safety>;
  /** Where on the ladder it begins, and with which kind of the other person. */
  step: string;
  kind: string;
  way: Way;
  volume: number;
  /** Fewer minutes than the scene's own (at home, a first time). */
  minutes: number;
  /** Begin in the quiet place: the scene starts when the person leaves it. */
  quietFirst: boolean;
  mirror: boolean;
}

/** Where a session stands, for a page that comes (back) in; the link's snapshot holds all of it. */
export interface Snapshot {
  /** Milliseconds of scene time. */
  t: number;
  phase: Phase;
  /** Who brought it there; only a coach's own pause is theirs to end. */
  phaseBy?: By;
  step: string;
  kind: string;
  node: string | null;
  /** What each dial was aimed at. */
  dials: Readonly<Record<string, number>>;
  answers: readonly { node: string; index: number }[];
  ratings: readonly { t: number; value: number }[];
  /** The number of the last moment told, where the numbers go on. */
  n?: number;
}

/** The longest time that one tick counts for: a page that was asleep does not jump. */
const LONGEST = 1;
/** Ends that somebody chose, and not one that came of how they felt. */
const ASKED: ReadonlySet<string> = new Set(["asked", "coach"]);

export class Play implements PlayLike, Heart {
  readonly dials: Dials;
  readonly open: OpenState;
  readonly cast: Cast;
  readonly talk: Talk;
  readonly happenings: Happenings;
  readonly questions: Questions;
  readonly replaying: Replay;
  readonly limits: Limits;
  readonly safety: Safety;
  pausedBy: By = "user";
  opening: boolean;
  way: Way;
  private raisedAt = 0;
  private n = 0;
  private ahead = 0;
  private readonly mirror: boolean;
  private readonly listeners = new Set<(moment: Moment) => void>();

  constructor(scene: Scene, options: Partial<PlayOptions> = {}) {
    this.safety = { ...SAFETY, ...options.safety };
    this.mirror = options.mirror ?? false;
    this.way = options.way ?? "screen";
    this.opening = options.quietFirst ?? false;
    this.dials = new Dials(scene);
    this.open = beginning(scene, this.dials.values, this.dials.targets);
    this.cast = new Cast(this.open);
    this.talk = new Talk(scene, this.open, this.cast, this.tell);
    this.happenings = new Happenings(scene, this.open, this.cast, this.tell);
    this.questions = new Questions(this.open, this.safety, this.tell);
    this.replaying = new Replay(this.open, this.talk);
    const minutes = Math.min(scene.minutes, options.minutes || scene.minutes);
    this.open.minutesLeft = minutes;
    const means = {
      calm: () => this.calm(),
      end: () => this.end("time", "system"),
      notice: (notice: Notice) => this.notice(notice),
    };
    this.limits = new Limits(this.open, minutes * 60, this.safety, means, this.tell);
    if (options.volume !== undefined) this.open.volume = clamped(options.volume, 0, 1);
    if (scene.kinds.some((kind) => kind.key === options.kind)) this.open.kind = options.kind ?? "";
    this.beginAt(options.step ?? "");
  }

  get state(): PlayState {
    return this.open;
  }

  do(command: Command, by: By = "user"): void {
    if (this.mirror || !may(command, by, this.open.phase, this.pausedBy)) return;
    DOING[command.type](this, command as never, by);
  }

  tick(seconds: number): void {
    if (!(seconds > 0)) return;
    const passed = Math.min(seconds, LONGEST);
    this.limits.always(seconds);
    if (this.open.replay) this.replaying.tick(passed);
    if (this.open.phase !== "running") return;
    this.pass(this.notAhead(passed));
  }

  hear(listener: (moment: Moment) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Why this command would have to wait; null where it would be done now. */
  waits(command: Command): Wait | null {
    if (command.type === "step") return this.stepWaits(command.key);
    if (command.type !== "dial") return null;
    const dial = this.dials.find(command.key);
    const now = this.dials.targets[command.key] ?? 0;
    if (!dial || command.value <= now) return null;
    return now >= dial.max ? "top" : this.moreWaits();
  }

  stepWaits(key: string): Wait | null {
    const up = this.dials.place(key) - this.dials.place(this.open.step);
    if (up <= 0 || this.open.phase === "ready") return null;
    return up > 1 ? "one-step" : this.moreWaits();
  }

  /** Something went up: the next waits until the person has said how tense they are now. */
  raised(): void {
    this.raisedAt = Math.round(this.open.clock * 1000) + 1;
    this.questions.askAfterStep();
  }

  beginAt(step: string): void {
    const found = this.dials.step(step);
    if (found) this.open.step = found.key;
  }

  phase(phase: Phase, by: By): void {
    this.open.phase = phase;
    this.tell("phase", phase, null, by);
  }

  end(reason: string, by: By): void {
    if (this.open.phase === "ended") return;
    this.open.ended = reason;
    this.open.triedStopping = this.opening && ASKED.has(reason);
    this.open.asking = null;
    this.open.voice = null;
    this.open.phase = "ended";
    for (const id in this.open.people) this.open.people[id]!.speaking = false;
    this.tell("phase", `ended:${reason}`, null, by);
  }

  notice(notice: Notice): void {
    this.open.notice = notice;
    this.limits.noticeShown();
  }

  /** Down to the first step, by itself; each dial that comes down is told, for who mirrors. */
  calm(): void {
    const before = { ...this.dials.targets };
    const first = this.open.scene.steps[0];
    this.dials.ease(first);
    if (first && first.key !== this.open.step) {
      this.open.step = first.key;
      this.tell("step", first.key, 0, "system");
    }
    for (const [key, target] of Object.entries(this.dials.targets)) {
      if (target !== before[key]) this.tell("dial", key, target, "system");
    }
  }

  readonly tell = (type: Moment["type"], key: string, value: number | null, by: By): void => {
    if (this.mirror) return;
    this.n += 1;
    const moment: Moment = { n: this.n, t: Math.round(this.open.clock * 1000), type, key, value, by };
    for (const listener of this.listeners) listener(moment);
  };

  /** A moment of the other side; only for a mirror. */
  follow(moment: Moment): void {
    if (!this.mirror) return;
    this.sync(moment.t / 1000);
    if (this.goesUp(moment)) this.raisedAt = moment.t + 1;
    followed(this, moment);
  }

  private goesUp({ type, key, value }: Moment): boolean {
    if (this.open.phase === "ready") return false;
    if (type === "dial") return (value ?? 0) > (this.dials.targets[key] ?? Infinity);
    return type === "step" && this.dials.place(key) > this.dials.place(this.open.step);
  }

  /** The other side's scene time: forward at once, back by waiting. */
  sync(clock: number): void {
    if (clock > this.open.clock) this.open.clock = clock;
    this.ahead = Math.max(0, this.open.clock - clock);
  }

  snapshot(): Snapshot {
    const { clock, phase, step, kind, node, target, answers, ratings } = this.open;
    const t = Math.round(clock * 1000);
    return {
      n: this.n,
      t,
      phase,
      step,
      kind,
      node,
      dials: { ...target },
      answers: [...answers],
      ratings: [...ratings],
    };
  }

  /** Comes (back) in where it stood. On the person's own screen nothing starts by itself: it waits, paused. */
  adopt(snapshot: Snapshot): void {
    this.n = Math.max(this.n, snapshot.n ?? 0);
    this.sync(snapshot.t / 1000);
    this.happenings.skipTo(this.open.clock);
    this.limits.skipTo(this.open.clock);
    Object.assign(this.open, {
      step: snapshot.step || this.open.step,
      kind: snapshot.kind || this.open.kind,
    });
    this.dials.set(snapshot.dials);
    this.open.ratings.splice(0, Infinity, ...snapshot.ratings);
    const waits = !this.mirror && snapshot.phase === "running";
    this.open.phase = snapshot.phase;
    if (this.mirror) this.pausedBy = snapshot.phaseBy ?? this.pausedBy;
    this.opening &&= snapshot.t === 0 && snapshot.node === null;
    this.open.ended = snapshot.phase === "ended" ? "done" : null;
    this.talk.adopt(snapshot.answers, snapshot.node);
    this.limits.count();
    if (waits) this.phase("paused", "system");
  }

  /** As loud as the person set it on their own device. */
  loud(volume: number): void {
    this.open.volume = clamped(volume, 0, 1);
  }

  private moreWaits(): Wait | null {
    return waits(this.open.ratings, this.raisedAt, this.safety);
  }

  private pass(seconds: number): void {
    this.open.clock += seconds;
    this.dials.move(seconds);
    this.happenings.tick(!this.mirror && this.open.asking === null && !this.limits.isClosing);
    this.cast.tick();
    this.limits.count();
    if (this.mirror) return;
    this.questions.tick(this.way);
    this.limits.running();
  }

  private notAhead(seconds: number): number {
    const waited = Math.min(this.ahead, seconds);
    this.ahead -= waited;
    return seconds - waited;
  }
}
