import type { Spot } from "../../scene";
import { Route } from "./route";

interface Leg {
  readonly route: Route;
  readonly starts: number;
  readonly takes: number;
  readonly before: number;
}

/** A walk along places in turn, with a little rest at each: where one is at any second of scene time. */
export class Ways {
  private readonly legs: Leg[] = [];
  private readonly whole: number;
  x = 0;
  z = 0;
  heading = 0;
  stride = 0;
  walked = 0;
  /** The number of the place where one rests now; -1 on the way. */
  resting = -1;

  /** `way` leads round what stands between two places. */
  constructor(
    spots: readonly Spot[],
    readonly pace: number,
    readonly rest: number,
    readonly offset: number,
    way: (from: Spot, to: Spot) => readonly Spot[],
  ) {
    let time = 0;
    let far = 0;
    spots.forEach((from, place) => {
      const route = new Route(way(from, spots[(place + 1) % spots.length] as Spot));
      const takes = Math.max(0.1, route.long / pace);
      this.legs.push({ route, starts: time, takes, before: far });
      time += takes + rest;
      far += route.long;
    });
    this.whole = time;
  }

  /** Sets `x` and `z`, `heading` (radians, as a person's turn), `stride` (0 still, 1 walking), `walked` (metres) and `resting`. */
  go(clock: number): void {
    const now = (clock + this.offset) % this.whole;
    for (let place = 0; place < this.legs.length; place += 1) {
      const { route, starts, takes, before } = this.legs[place] as Leg;
      if (now > starts + takes + this.rest) continue;
      const passed = Math.min(1, (now - starts) / takes);
      const share = passed * passed * (3 - 2 * passed) * 0.25 + passed * 0.75;
      route.go(route.long * share);
      this.x = route.x;
      this.z = route.z;
      this.heading = route.heading;
      const edge = Math.min(passed, 1 - passed) * takes;
      this.stride = passed >= 1 ? 0 : Math.min(1, edge * 3);
      this.walked = before + route.long * share;
      this.resting = passed >= 1 ? (place + 1) % this.legs.length : -1;
      return;
    }
  }
}
