/** What happens besides the conversation, in words: who comes and goes, how they look, what is heard. */
import { GOES_ON, ONCE } from "../play/happenings";
import type { PlayState } from "../play/types";
import type { Sound } from "../scene";
import { filled, type EngineWords, type WordKey } from "../words";

/** Sounds that only sound when something happens; the others are always there, as loud as their dial says. */
export function ofEvents(state: PlayState): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const event of state.scene.events) {
    for (const action of event.actions) if (action.do === "sound") keys.add(action.key);
  }
  return keys;
}

/** How loud a sound is now, from 0 to 1, before the person's own volume. */
export function loudness(sound: Sound, state: PlayState, event: boolean): number {
  if (event && !(sound.key in state.sounding)) return 0;
  if (sound.dial === null) return sound.gain;
  const dial = state.scene.dials.find((one) => one.key === sound.dial);
  if (!dial || dial.max <= dial.min) return 0;
  return (sound.gain * ((state.dials[sound.dial] ?? dial.min) - dial.min)) / (dial.max - dial.min);
}

/** Captions of what can be heard now: what just happened first. */
export function heard(state: PlayState, events: ReadonlySet<string>): string[] {
  const found: { caption: string; happened: boolean }[] = [];
  for (const sound of state.scene.sounds) {
    const happened = events.has(sound.key);
    if (loudness(sound, state, happened) > 0.02) found.push({ caption: sound.caption, happened });
  }
  found.sort((one, other) => Number(other.happened) - Number(one.happened));
  return found.map((one) => one.caption);
}

/** Notices what changed in the people since the last look. */
export class Watcher {
  private readonly here = new Map<string, boolean>();
  private readonly mood = new Map<string, string>();

  constructor(
    private readonly state: PlayState,
    private readonly words: EngineWords,
  ) {
    this.look();
  }

  look(): string[] {
    const news: string[] = [];
    for (const person of this.state.scene.people) {
      const now = this.state.people[person.id];
      if (!now) continue;
      const was = this.here.get(person.id);
      if (was !== undefined && was !== now.here) {
        news.push(filled(now.here ? this.words.comes_in : this.words.goes_out, { name: person.name }));
      }
      const before = this.mood.get(person.id);
      if (now.here && before !== undefined && before !== now.mood)
        news.push(this.looks(person.name, now.mood));
      this.here.set(person.id, now.here);
      this.mood.set(person.id, now.mood);
    }
    return news;
  }

  looks(name: string, mood: string): string {
    return filled(this.words.looks, { name, mood: this.words[`mood_${mood}` as WordKey] ?? mood });
  }
}

/** How long a sound of an event can be heard, in seconds. */
export function lasts(sound: Sound): number {
  return sound.loop ? GOES_ON : ONCE;
}
