/** Chance that both sides of a mirrored session draw alike: the same seed gives the same row of numbers. */
export type Chance = () => number;

/** Numbers from 0 up to 1 (mulberry32, public domain: small and even enough for when a phone rings). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed of its own for something named, so that one thing more never shifts the chance of another. */
export function seedOf(seed: number, name: string): number {
  let mixed = seed >>> 0;
  for (const sign of name) mixed = Math.imul(mixed ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mixed;
}

export function between(draw: Chance, low: number, high: number): number {
  return low + (high - low) * draw();
}

export function clamped(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;
}
