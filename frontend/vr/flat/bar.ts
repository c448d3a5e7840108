/** Always in sight: stop, quiet place, softer and louder; pause, settings and the time that is left. */
import type { Command, Phase, PlayState } from "../play/types";
import { filled, type EngineWords } from "../words";
import { button, element } from "./dom";

export interface BarMeans {
  give(command: Command): void;
  openSettings(): void;
}

export class Bar {
  readonly root = element("div", { class: "player-bar", role: "group" });
  readonly stop: HTMLButtonElement;
  private readonly quiet: HTMLButtonElement;
  private readonly pause: HTMLButtonElement;
  /** Stands over the picture. */
  readonly time = element("p", { class: "player-time" });
  private phase: Phase | null = null;
  private minutes = -1;

  constructor(
    private readonly state: PlayState,
    private readonly words: EngineWords,
    means: BarMeans,
  ) {
    const { give } = means;
    this.stop = button(words.stop, "primary-action", () => give({ type: "stop", reason: "asked" }), {
      icon: "stop",
      class: "player-bar__stop",
    });
    this.quiet = button(words.quiet_place, "secondary-action", () => give({ type: "safe-place" }), {
      icon: "quiet",
    });
    this.pause = button(words.pause, "subtle", () => give({ type: "pause" }), { icon: "pause" });
    this.root.setAttribute("aria-label", words.how_to_stop);
    this.root.append(
      this.stop,
      this.quiet,
      button(words.softer, "secondary-action", () => give({ type: "softer" }), { icon: "softer" }),
      button(words.louder, "subtle", () => give({ type: "louder" }), {
        icon: "louder",
        class: "player-bar__more",
      }),
      this.pause,
      button(words.settings, "subtle", means.openSettings, { icon: "settings", class: "player-bar__more" }),
    );
  }

  update(): void {
    const { phase, minutesLeft } = this.state;
    if (phase !== this.phase) {
      this.phase = phase;
      this.quiet.disabled = phase === "safe-place";
      this.pause.disabled = phase !== "running";
    }
    const minutes = Math.max(1, Math.ceil(minutesLeft));
    if (minutes === this.minutes) return;
    this.minutes = minutes;
    this.time.textContent =
      minutes === 1 ? this.words.minute_left : filled(this.words.time_left, { n: minutes });
  }
}
