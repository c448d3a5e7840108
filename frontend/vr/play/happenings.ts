/** What happens in the scene: when the coach presses it, and of itself at its time, where its dial allows. */
import type { EventAction, Scene, SceneEvent } from "../scene";
import type { Cast } from "./cast";
import { between, chance, seedOf, type Chance } from "./random";
import type { OpenState, Tell } from "./state";
import type { By } from "./types";

/** Seconds between two things that happen of themselves, and until a dial is looked at again. */
const APART = 4;
const LOOK_AGAIN = 3;
/** Seconds that a sound of an event is heard: once, or where it goes on (a phone). */
export const ONCE = 6;
export const GOES_ON = 18;
/** A sound that a dial brings comes again after this long (seconds). */
const AGAIN: readonly [number, number] = [35, 75];

interface Timed {
  event: SceneEvent;
  due: number;
  draw: Chance;
}

export class Happenings {
  private readonly timed: Timed[] = [];
  private readonly loops: ReadonlySet<string>;
  private quietUntil = 0;

  constructor(
    private readonly scene: Scene,
    private readonly state: OpenState,
    private readonly cast: Cast,
    private readonly tell: Tell,
  ) {
    this.loops = new Set(scene.sounds.filter((sound) => sound.loop).map((sound) => sound.key));
    for (const event of scene.events) {
      if (event.at === null) continue;
      this.timed.push({ event, due: event.at, draw: chance(seedOf(scene.seed, event.key)) });
    }
  }

  find(key: string): SceneEvent | undefined {
    return this.scene.events.find((event) => event.key === key);
  }

  fire(event: SceneEvent, by: By): void {
    this.tell("event", event.key, null, by);
    this.quietUntil = this.state.clock + APART;
    for (const action of event.actions) this.happen(action);
  }

  /** Nothing new happens to somebody who is answering a question or for whom it is ending. */
  tick(mayHappen: boolean): void {
    this.fade();
    if (!mayHappen) return;
    for (const one of this.timed) {
      if (this.state.clock < one.due || this.state.clock < this.quietUntil) continue;
      if (!this.allows(one.event)) one.due = this.state.clock + LOOK_AGAIN;
      else this.inTime(one);
    }
  }

  private inTime(one: Timed): void {
    this.fire(one.event, "system");
    const again = one.event.dial !== null && one.event.actions.every((action) => action.do === "sound");
    one.due = again ? this.state.clock + between(one.draw, ...AGAIN) : Infinity;
  }

  /** After a reload: what is behind us is not done once more. */
  skipTo(clock: number): void {
    for (const one of this.timed) if (one.due <= clock) one.due = Infinity;
  }

  private allows(event: SceneEvent): boolean {
    return event.dial === null || (this.state.dials[event.dial.key] ?? 0) >= event.dial.from;
  }

  private happen(action: EventAction): void {
    if (action.do === "sound") this.state.sounding[action.key] = this.state.clock;
    else if (action.do === "mood") this.cast.mood(action.who, action.mood);
    else if (action.do === "act") this.cast.act(action.who, action.act);
    else if (action.do === "line") this.cast.interjects(action);
    else this.cast.here(action.who, action.do === "enter");
  }

  private fade(): void {
    for (const key in this.state.sounding) {
      const since = this.state.sounding[key] ?? 0;
      if (this.state.clock - since > (this.loops.has(key) ? GOES_ON : ONCE)) delete this.state.sounding[key];
    }
  }
}
