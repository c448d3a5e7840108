/** What a screen reader hears of itself: one sentence after another, politely, never the same twice running. */
import { element } from "./dom";

export class Said {
  readonly root = element("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  private last = "";
  private readonly waiting: string[] = [];
  private quiet = 0;

  say(text: string): void {
    if (!text || text === this.last) return;
    this.last = text;
    this.waiting.push(text);
    this.tick(0);
  }

  /** A sentence stays long enough to be noticed before the next takes its place. */
  tick(seconds: number): void {
    this.quiet -= seconds;
    if (this.quiet > 0 || this.waiting.length === 0) return;
    this.root.textContent = this.waiting.splice(0).join(" ");
    this.quiet = 1;
  }
}
