/** Where on the ladder it is; up and down where the person decides, and what can be made to happen on one's own. */
import type { Play } from "../play/play";
import type { Wait } from "../play/safety";
import type { Command } from "../play/types";
import { filled, type EngineWords, type WordKey } from "../words";
import { button, element, Part } from "./dom";
import type { Said } from "./said";

export class LadderPart {
  readonly root = element("section", { class: "player-ladder" });
  private readonly part = new Part(this.root);
  private readonly why = element("p", { class: "player-ladder__why", role: "status" });
  private shown = "";

  constructor(
    private readonly play: Play,
    private readonly words: EngineWords,
    private readonly said: Said,
    /** Whether the person may go up too; down is always theirs. */
    private readonly mayGoUp: boolean,
    private readonly give: (command: Command) => void,
  ) {}

  update(): void {
    const { state } = this.play;
    const { scene, step } = state;
    const live = state.phase === "running" && scene.steps.length > 1;
    const at = scene.steps.findIndex((one) => one.key === step);
    this.part.show(live ? step : "", () => (live ? this.made(at) : []));
    if (live && step !== this.shown) {
      if (this.shown) this.said.say(`${this.title(at)}. ${scene.steps[at]?.about ?? ""}`);
      this.shown = step;
      this.why.textContent = "";
    }
  }

  private title(at: number): string {
    const { steps } = this.play.state.scene;
    return filled(this.words.step_now, { n: at + 1, of: steps.length, title: steps[at]?.title ?? "" });
  }

  private made(at: number): Node[] {
    const { steps } = this.play.state.scene;
    const row = element("div", { class: "row" });
    const down = steps[at - 1];
    const up = steps[at + 1];
    if (down)
      row.append(
        button(this.words.step_down, "secondary-action", () => this.give({ type: "step", key: down.key })),
      );
    if (up && this.mayGoUp)
      row.append(button(this.words.step_up, "secondary-action", () => this.climb(up.key)));
    const about = element("p", { class: "soft" }, steps[at]?.about ?? "");
    const parts: Node[] = [
      element("p", { class: "player-ladder__now" }, this.title(at)),
      about,
      row,
      this.why,
    ];
    if (this.mayGoUp) parts.push(...this.happening());
    return parts;
  }

  /** Who practises without a coach makes things happen themselves, when they are up to it. */
  private happening(): Node[] {
    const { events } = this.play.state.scene;
    if (events.length === 0) return [];
    const row = element("div", { class: "row" });
    for (const event of events) {
      row.append(button(event.label, "secondary-action", () => this.give({ type: "event", key: event.key })));
    }
    return [element("details", {}, element("summary", {}, this.words.happening), row)];
  }

  private climb(key: string): void {
    const wait = this.play.stepWaits(key);
    this.why.textContent = wait ? this.waiting(wait) : "";
    this.give({ type: "step", key });
  }

  private waiting(wait: Wait): string {
    return this.words[`wait_${wait.replaceAll("-", "_")}` as WordKey];
  }
}
