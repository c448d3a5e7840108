/** What a headset says after the end, one thing at a time: what the page beside the flat picture says at once. */
import { endTitle } from "../../ended";
import { skillsOf } from "../../play/skills";
import type { PlayState } from "../../play/types";
import { filled, type EngineWords, type WordKey } from "../../words";

/** One card: a line above it, what it is called, what is said about it and in whose words, and what can be pressed. */
export interface EndCard {
  readonly above?: string;
  readonly title: string;
  readonly about?: string;
  readonly said?: string;
  readonly ways: readonly (readonly [id: string, word: WordKey])[];
}

const ONWARD = [["end:next", "next"]] as const;

/** Walks over the cards; where it stands is nobody else's business. */
export class Ending {
  at = 0;

  constructor(
    private readonly state: PlayState,
    private readonly words: EngineWords,
  ) {}

  reset(): void {
    this.at = 0;
  }

  get card(): EndCard {
    const cards = this.cards();
    return cards[Math.min(this.at, cards.length - 1)] as EndCard;
  }

  /** True where the press was on a card of the end. */
  press(id: string): boolean {
    if (id !== "end:next") return false;
    this.at += 1;
    return true;
  }

  private cards(): EndCard[] {
    const { state, words } = this;
    if (state.triedStopping) return this.tried();
    const title = words[endTitle(state.ended)];
    const between = [...this.outcome(), ...this.skills()];
    const ways = state.answers.length > 0 ? ([["replay", "replay_button"]] as const) : [];
    if (between.length === 0) return [{ title, about: `${words.end_rest} ${words.end_headset_after}`, ways }];
    return [
      { title, about: words.end_rest, ways: ONWARD },
      ...between,
      { title: words.end_headset_off, about: words.end_headset_after, ways },
    ];
  }

  /** Nobody practised yet: by a press they begin, without taking the headset off. */
  private tried(): EndCard[] {
    const { words } = this;
    const ways = [
      ["anew", "tried_yes"],
      ["end:next", "tried_no"],
    ] as const;
    return [
      { title: words.tried_title, about: words.tried_about, ways },
      { title: words.end_headset_off, about: words.end_headset_own, ways: [] },
    ];
  }

  private outcome(): EndCard[] {
    const { node, scene, ended } = this.state;
    const end = node === null || ended !== "done" ? null : scene.dialogue?.nodes[node]?.end;
    return end ? [{ title: end.title, about: end.text, ways: ONWARD }] : [];
  }

  private skills(): EndCard[] {
    const { words } = this;
    const { shown, hints } = skillsOf(this.state);
    return [
      ...shown.map(({ label, answers }) => ({
        above: words.end_skills,
        title: label,
        said: answers.at(-1) ?? "",
        ways: ONWARD,
      })),
      ...hints.map(({ label, hint, example }) => ({
        above: words.end_skills_hints,
        title: label,
        about: hint,
        said: filled(words.end_skills_example, { answer: example }),
        ways: ONWARD,
      })),
    ];
  }
}
