import type { Spot } from "../../scene";

/** A way along places, walked by the metre. Made once; going along it allocates nothing. */
export class Route {
  readonly long: number;
  x = 0;
  z = 0;
  /** Where it leads here, in radians as a person's turn. */
  heading = 0;
  private readonly before: readonly number[];

  constructor(private readonly spots: readonly Spot[]) {
    const before = [0];
    for (let place = 1; place < spots.length; place += 1) {
      before.push((before[place - 1] as number) + between(spots[place - 1] as Spot, spots[place] as Spot));
    }
    this.before = before;
    this.long = before.at(-1) as number;
    this.go(0);
  }

  /** Sets `x`, `z` and `heading` for `far` metres from its beginning. */
  go(far: number): void {
    const { spots, before } = this;
    let place = 1;
    while (place < spots.length - 1 && (before[place] as number) < far) place += 1;
    const from = spots[place - 1] as Spot;
    const to = spots[place] ?? from;
    const long = (before[place] ?? 0) - (before[place - 1] as number);
    const share = long > 0 ? Math.max(0, Math.min(1, (far - (before[place - 1] as number)) / long)) : 1;
    const [x, z] = [to[0] - from[0], to[1] - from[1]];
    this.x = from[0] + x * share;
    this.z = from[1] + z * share;
    if (x * x + z * z > 1e-6) this.heading = Math.atan2(x, -z);
  }
}

export function between(one: Spot, other: Spot): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
