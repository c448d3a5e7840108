/** The conversation once more, from the other's seat. */
import type { Command, PlayState } from "../play/types";
import { filled, type EngineWords } from "../words";
import { button, element, Part } from "./dom";
import { nameOf } from "./talk";

export class LookingBack {
  readonly root = element("section", { class: "player-back", tabindex: "-1" });
  private readonly part = new Part(this.root);

  constructor(
    private readonly state: PlayState,
    private readonly words: EngineWords,
    private readonly give: (command: Command) => void,
    private readonly close: () => void,
  ) {}

  update(): void {
    const { replay } = this.state;
    const anew = this.part.show(replay ? String(replay.at) : "", () => (replay ? this.made() : []));
    if (!anew || !replay) return;
    this.root.focus({ preventScroll: true });
    this.root.parentElement?.scrollTo(0, 0);
  }

  private made(): Node[] {
    const { state, words } = this;
    const { replay, line } = state;
    if (!replay) return [];
    const other = nameOf(state.scene, state.scene.other?.who ?? replay.who, words);
    const name = nameOf(state.scene, replay.who, words);
    const parts: Node[] = [
      element("p", { class: "soft" }, `${replay.at} / ${replay.of}`),
      element("h2", {}, filled(words.replay_title, { name: other })),
      element("p", { class: "player-speech__who" }, element("strong", {}, name)),
      element("p", { class: "player-speech__text" }, line?.text ?? ""),
    ];
    if (replay.inside)
      parts.push(this.told(filled(words.replay_felt, { name }), replay.inside, "player-back__felt"));
    if (replay.answer) {
      const said = this.told(words.replay_you_said, replay.answer.text, "player-back__said");
      if (replay.answer.feedback) said.append(element("p", { class: "soft" }, replay.answer.feedback));
      parts.push(said);
    }
    const last = replay.at === replay.of;
    const next = button(last ? words.replay_done : words.next, "primary-action", () =>
      this.give({ type: "next" }),
    );
    parts.push(
      element("div", { class: "row" }, next, last ? "" : button(words.replay_done, "subtle", this.close)),
    );
    return parts;
  }

  private told(title: string, text: string, style: string): HTMLElement {
    return element("div", { class: style }, element("h3", {}, title), element("p", {}, text));
  }
}
