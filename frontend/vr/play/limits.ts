/** Time and the link: warns, ends calmly at the maximum, and becomes calm when the coach is not heard any more. */
import type { Safety } from "./safety";
import type { OpenState, Tell } from "./state";
import type { Notice } from "./types";

/** Seconds before the maximum at which it is already becoming calm, and how long a notice stays. */
export const CLOSING = 10;
const NOTICE = 12;

export interface Means {
  calm(): void;
  end(): void;
  notice(notice: Notice): void;
}

export class Limits {
  private warned = false;
  private closing = false;
  private lostFor: number | null = null;
  private calmed = false;
  private noticed = 0;

  constructor(
    private readonly state: OpenState,
    private readonly seconds: number,
    private readonly safety: Safety,
    private readonly means: Means,
    private readonly tell: Tell,
  ) {}

  get isClosing(): boolean {
    return this.closing;
  }

  /** After a reload: what was said before is not said again. */
  skipTo(clock: number): void {
    this.warned = clock >= this.seconds * this.safety.warnAt;
  }

  link(there: boolean): void {
    if (!there) this.lostFor ??= 0;
    else {
      if (this.calmed) this.means.notice("link-open");
      this.lostFor = null;
      this.calmed = false;
    }
  }

  noticeShown(): void {
    this.noticed = NOTICE;
  }

  /** In every phase: real seconds pass for the link and for a notice, also while the scene stands still. */
  always(seconds: number): void {
    if (this.noticed > 0 && (this.noticed -= seconds) <= 0) this.state.notice = null;
    if (this.lostFor === null || this.calmed) return;
    this.lostFor += seconds;
    if (this.lostFor < this.safety.calmAfter) return;
    this.calmed = true;
    this.means.calm();
    this.means.notice("link-lost");
  }

  count(): void {
    this.state.minutesLeft = Math.max(0, (this.seconds - this.state.clock) / 60);
  }

  running(): void {
    const { clock } = this.state;
    if (!this.warned && clock >= this.seconds * this.safety.warnAt) {
      this.warned = true;
      this.tell("time", "warning", null, "system");
      this.means.notice("time-warning");
    }
    if (!this.closing && clock >= this.seconds - CLOSING) {
      this.closing = true;
      this.means.calm();
      this.means.notice("time-closing");
    }
    if (clock >= this.seconds) this.means.end();
  }
}
