/** The people in the scene: who is there, in which mood, and who speaks now. */
import type { Mood, Scene } from "../scene";
import type { OpenState } from "./state";

/** Seconds that a mouth moves for a text: about as long as saying it aloud calmly. */
export function speaking(text: string): number {
  return Math.min(14, 0.8 + text.length * 0.062);
}

/** Seconds that a line which nobody has to answer stays: long enough for a slow reader. */
export function reading(text: string): number {
  return Math.min(20, 4 + text.length * 0.09);
}

/** Who comes in later: the first that happens to them in the scene's events is that they enter. */
export function comesLater(scene: Scene, who: string): boolean {
  const inOrder = [...scene.events].sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity));
  for (const event of inOrder) {
    for (const action of event.actions) {
      if ((action.do === "enter" || action.do === "leave") && action.who === who)
        return action.do === "enter";
    }
  }
  return false;
}

interface Words {
  who: string;
  text: string;
  mood: Mood;
}

export class Cast {
  /** Lines of events wait here for their turn; the conversation's own line comes back after them. */
  private readonly waiting: Words[] = [];
  private own: Words | null = null;
  private until = 0;

  constructor(private readonly state: OpenState) {
    for (const person of state.scene.people) {
      state.people[person.id] = {
        mood: person.mood,
        act: person.act,
        here: !comesLater(state.scene, person.id),
        speaking: false,
      };
    }
  }

  mood(who: string, mood: Mood): void {
    const one = this.state.people[who];
    if (one) one.mood = mood;
  }

  act(who: string, act: string): void {
    const one = this.state.people[who];
    if (one) one.act = act;
  }

  here(who: string, here: boolean): void {
    const one = this.state.people[who];
    if (one) one.here = here;
  }

  /** A line of the conversation: stays until the next. */
  says(words: Words | null): void {
    this.own = words;
    this.waiting.length = 0;
    this.until = 0;
    this.put(words);
  }

  /** A line of something that happens: stays a while. */
  interjects(words: Words): void {
    this.waiting.push(words);
    if (this.until === 0) this.shift();
  }

  tick(): void {
    if (this.until > 0 && this.state.clock >= this.until) this.shift();
    const { line, voice, clock } = this.state;
    for (const id in this.state.people) {
      const one = this.state.people[id];
      if (!one) continue;
      const inWords = line !== null && line.who === id && clock - line.since < speaking(line.text);
      one.speaking = one.here && (inWords || voice === id);
    }
  }

  private shift(): void {
    const words = this.waiting.shift();
    this.until = words ? this.state.clock + reading(words.text) : 0;
    if (words) this.put(words);
    else this.comeBack();
  }

  /** The conversation's line again, which was said already: no mouth moves. */
  private comeBack(): void {
    const { own } = this;
    this.state.line = own && { who: own.who, text: own.text, since: this.state.clock - speaking(own.text) };
  }

  private put(words: Words | null): void {
    if (words) {
      this.here(words.who, true);
      this.mood(words.who, words.mood);
    }
    this.state.line = words && { who: words.who, text: words.text, since: this.state.clock };
  }
}
