/** The clock of a step as the server keeps it: a screen only counts down from what it was told last. */

/** `4:05`; empty once the time is up. */
export function shown(seconds: number): string {
  if (seconds <= 0) return "";
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export class StepClock {
  private until = 0;
  private paused = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What the server said: seconds left, and whether the clock stands still. */
  set(left: number, paused: boolean): void {
    this.until = this.now() + left * 1000;
    this.paused = paused;
  }

  get stands(): boolean {
    return this.paused;
  }

  get left(): number {
    return (this.until - this.now()) / 1000;
  }
}

/** What is worth saying aloud at this moment, once a step each: a minute left, time up. */
export class Sparse {
  private said = new Set<string>();

  begin(): void {
    this.said.clear();
  }

  at(left: number, minutesLong: boolean): "one-minute" | "time-up" | null {
    const due = left <= 0 ? "time-up" : left <= 60 && minutesLong ? "one-minute" : null;
    if (due === null || this.said.has(due)) return null;
    this.said.add(due);
    if (due === "time-up") this.said.add("one-minute");
    return due;
  }
}
