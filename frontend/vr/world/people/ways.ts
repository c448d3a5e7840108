import { Vector2 } from "three";
import type { Spot } from "../../scene";

/** A walk along places in turn, with a little rest at each: where one is at any second of scene time. */
export class Ways {
  private readonly legs: { from: Spot; to: Spot; starts: number; takes: number; before: number }[] = [];
  private readonly whole: number;
  readonly at = new Vector2();
  heading = 0;
  stride = 0;
  walked = 0;

  constructor(
    spots: readonly Spot[],
    readonly pace: number,
    readonly rest: number,
    readonly offset: number,
  ) {
    let time = 0;
    let far = 0;
    spots.forEach((from, place) => {
      const to = spots[(place + 1) % spots.length] as Spot;
      const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const takes = Math.max(0.1, long / pace);
      this.legs.push({ from, to, starts: time, takes, before: far });
      time += takes + rest;
      far += long;
    });
    this.whole = time;
  }

  /** Sets `at`, `heading` (radians, as a person's turn), `stride` (0 still, 1 walking) and `walked` (metres). */
  go(clock: number): void {
    const now = (clock + this.offset) % this.whole;
    for (const leg of this.legs) {
      if (now > leg.starts + leg.takes + this.rest) continue;
      const passed = Math.min(1, (now - leg.starts) / leg.takes);
      const share = passed * passed * (3 - 2 * passed) * 0.25 + passed * 0.75;
      this.at.set(
        leg.from[0] + (leg.to[0] - leg.from[0]) * share,
        leg.from[1] + (leg.to[1] - leg.from[1]) * share,
      );
      const [x, z] = [leg.to[0] - leg.from[0], leg.to[1] - leg.from[1]];
      if (x * x + z * z > 1e-6) this.heading = Math.atan2(x, -z);
      const edge = Math.min(passed, 1 - passed) * leg.takes;
      this.stride = passed >= 1 ? 0 : Math.min(1, edge * 3);
      this.walked = leg.before + leg.takes * this.pace * share;
      return;
    }
  }
}
