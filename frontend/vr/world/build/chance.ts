/** Chance that comes out the same on both sides of a mirrored session: numbers from 0 to 1 out of one seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One number out of a name: two people with different names move differently. */
export function seedOf(name: string, seed = 0): number {
  let sum = seed ^ 0x811c9dc5;
  for (let place = 0; place < name.length; place += 1) {
    sum = Math.imul(sum ^ name.charCodeAt(place), 0x01000193);
  }
  return sum >>> 0;
}

/** Smooth noise over time, about -1 to 1; slow where `at` moves slowly. No allocation. */
export function drift(at: number, phase: number): number {
  return (
    (Math.sin(at + phase) +
      Math.sin(at * 0.618 + phase * 2.3 + 1.7) +
      Math.sin(at * 1.73 + phase * 0.7 + 4.1) * 0.5) /
    2.5
  );
}
