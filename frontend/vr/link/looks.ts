/**
 * Where somebody looks, as often as it is worth telling: eight times a second while the head moves, and once a second
 * while it is still, as on a flat screen it nearly always is. A coach who comes in or missed one sees it within a second.
 */
import { rounded, type Seven } from "./wire";

const EVERY = 125;
const STILL = 1000;

export class Looks {
  private toldAt = 0;
  private last: Seven = [0, 0, 0, 0, 0, 0, 0];

  /** What to tell now; null where there is nothing new to tell. `now` in milliseconds. */
  due(pose: Seven, now: number): Seven | null {
    const since = now - this.toldAt;
    if (since < EVERY) return null;
    const seen = rounded(pose);
    const still = seen.every((value, place) => value === this.last[place]);
    if (still && since < STILL) return null;
    this.toldAt = now;
    this.last = seen;
    return seen;
  }
}
