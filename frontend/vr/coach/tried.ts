import type { Moment, Phase } from "../play/types";

/**
 * Whether somebody only tried to stop, in the quiet place with which it begins, and may begin after all. The server
 * holds the same rule (`only_tried_stopping`). A screen that comes in after the end does not know why it ended, which
 * may be that somebody felt unwell: it never says that there is nothing to do.
 */
export class Tried {
  only = false;
  private place = "";

  cameIn(phase: Phase): void {
    this.only = false;
    this.went(phase);
  }

  follow({ type, key, t }: Moment): void {
    if (type !== "phase") return;
    const [phase = "", why] = key.split(":");
    this.only =
      phase === "ended" && t === 0 && this.place === "safe-place" && /^(asked|coach)$/.test(why ?? "");
    this.went(phase);
  }

  /** A pause is no place. */
  private went(phase: string): void {
    if (phase !== "paused") this.place = phase;
  }
}
