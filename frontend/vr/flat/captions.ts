/** Sounds in words, over the picture or above the words: for who cannot hear them or has them off. */
import type { PlayState } from "../play/types";
import type { EngineWords } from "../words";
import { element, Part } from "./dom";
import { heard, ofEvents } from "./happened";
import type { Said } from "./said";

const MOST = 3;

export class Captions {
  readonly root = element("ul", { class: "player-captions" });
  private readonly part = new Part(this.root);
  private readonly events: ReadonlySet<string>;
  private happening = new Set<string>();

  constructor(
    private readonly state: PlayState,
    words: EngineWords,
    private readonly said: Said,
  ) {
    this.root.setAttribute("aria-label", words.sounds);
    this.events = ofEvents(state);
  }

  update(wanted: boolean): void {
    const shown =
      wanted && this.state.phase === "running" ? heard(this.state, this.events).slice(0, MOST) : [];
    this.part.show(shown.join("|"), () => shown.map((caption) => element("li", {}, caption)));
    if (wanted) this.sayNew();
  }

  private sayNew(): void {
    const now = new Set(Object.keys(this.state.sounding));
    for (const sound of this.state.scene.sounds) {
      if (now.has(sound.key) && !this.happening.has(sound.key)) this.said.say(sound.caption);
    }
    this.happening = now;
  }
}
