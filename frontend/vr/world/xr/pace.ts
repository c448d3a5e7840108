/** What to do about frames that come late. */
export type Finding = "late" | "fewer" | "low" | null;

const WINDOW = 4;
/** Later than this is late: one frame at 72 a second, and a bit. */
const LATE = 0.0155;
const SHARE = 0.05;
/** Fewer frames than this for ten seconds make people unwell (safety protocol). */
const LOW = 1 / 36;
const TOO_LONG = 10;
const FEWER = 2;
/** The first seconds load and compile; they say nothing. */
const WARM = 3;

/** Watches the pace of frames in a headset: first asks fewer of them, then draws fewer people, then says that it is slow. */
export class Pace {
  fewer = 0;
  private time = 0;
  private frames = 0;
  private lates = 0;
  private total = 0;
  private slow = 0;
  private asked = false;

  begin(): void {
    this.time = this.frames = this.lates = this.total = this.slow = this.fewer = 0;
    this.asked = false;
  }

  add(seconds: number): Finding {
    this.total += seconds;
    if (this.total < WARM || seconds > 1) return null;
    this.slow = seconds > LOW ? this.slow + seconds : Math.max(0, this.slow - seconds);
    if (this.slow > TOO_LONG) {
      this.slow = 0;
      return "low";
    }
    this.time += seconds;
    this.frames += 1;
    if (seconds > LATE) this.lates += 1;
    if (this.time < WINDOW) return null;
    const isLate = this.lates > this.frames * SHARE;
    this.time = this.frames = this.lates = 0;
    if (!isLate) return null;
    if (!this.asked) {
      this.asked = true;
      return "late";
    }
    this.fewer += FEWER;
    return "fewer";
  }
}
