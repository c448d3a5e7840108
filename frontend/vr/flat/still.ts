/** When it stands still: a pause, or the quiet place with breathing along for who likes it. */
import { isOpening } from "../play/state";
import type { Command, PlayState } from "../play/types";
import type { EngineWords } from "../words";
import { button, element, Part } from "./dom";
import type { Said } from "./said";

/** Seconds in and out where the scene says nothing of it: six breaths a minute. */
const BREATH = { in: 4, out: 6 };

export class StillPart {
  readonly root = element("section", { class: "player-still", tabindex: "-1" });
  private readonly part = new Part(this.root);
  private readonly breath = element("p", { class: "player-breath__word" });
  private readonly ring = element("div", { class: "player-breath__ring", "aria-hidden": "true" });
  private time = 0;

  constructor(
    private readonly state: PlayState,
    private readonly words: EngineWords,
    private readonly said: Said,
    private readonly give: (command: Command) => void,
  ) {}

  update(seconds: number, calm: boolean): void {
    const { phase } = this.state;
    const still = phase === "paused" || phase === "safe-place";
    const shown = isOpening(this.state) ? "opening" : phase;
    const anew = this.part.show(still ? shown : "", () => (still ? this.made(phase === "safe-place") : []));
    if (anew && still) this.arrive();
    if (phase === "safe-place") this.breathe(seconds, calm);
  }

  private arrive(): void {
    this.time = 0;
    const { words } = this;
    const quiet = this.state.phase === "safe-place";
    const [title, about] = isOpening(this.state)
      ? [words.opening_title, words.opening_about]
      : quiet
        ? [words.quiet_title, words.quiet_about]
        : [words.paused_title, words.paused_about];
    this.said.say(`${title}. ${about}`);
    this.root.focus({ preventScroll: true });
    this.root.parentElement?.scrollTo(0, 0);
  }

  private made(quiet: boolean): Node[] {
    const { words } = this;
    if (!quiet) {
      return [
        element("h2", {}, words.paused_title),
        element("p", {}, words.paused_about),
        button(words.resume, "primary-action", () => this.give({ type: "resume" }), { icon: "go" }),
      ];
    }
    const breath = element("div", { class: "player-breath" }, this.ring, this.breath);
    const back = (): void => this.give({ type: "back" });
    if (isOpening(this.state)) {
      return [
        element("h2", {}, words.opening_title),
        element("p", {}, words.opening_about),
        button(words.opening_go, "primary-action", back, { icon: "go" }),
        breath,
        element("p", { class: "soft" }, words.breathe),
      ];
    }
    return [
      element("h2", {}, words.quiet_title),
      element("p", {}, words.quiet_about),
      breath,
      element("p", { class: "soft" }, words.breathe),
      element("p", {}, words.quiet_back_about),
      button(words.back, "secondary-action", back),
    ];
  }

  /** Without motion only the word changes. */
  private breathe(seconds: number, calm: boolean): void {
    const pace = this.state.scene.breathing ?? BREATH;
    const all = pace.in + pace.out;
    this.time = (this.time + seconds) % all;
    const inward = this.time < pace.in;
    const own = this.state.scene.breathing?.words;
    const word = inward ? (own?.in ?? this.words.breathe_in) : (own?.out ?? this.words.breathe_out);
    if (this.breath.textContent !== word) this.breath.textContent = word;
    const part = inward ? this.time / pace.in : 1 - (this.time - pace.in) / pace.out;
    const eased = calm ? 0.5 : (1 - Math.cos(part * Math.PI)) / 2;
    this.ring.style.setProperty("--breath", eased.toFixed(3));
  }
}
