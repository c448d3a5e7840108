import { describe, expect, it } from "vitest";
import { ratioOf, slide, swell } from "./pitch";

const RATE = 48_000;

describe("another pitch", () => {
  it("slides a delay by one minus the ratio, so that the voice sounds at that ratio", () => {
    for (const semitones of [-7, -4, 4, 7]) {
      const values = slide(ratioOf(semitones), RATE, 0);
      const slope = (values[1000]! - values[999]!) * RATE;
      expect(slope).toBeCloseTo(1 - ratioOf(semitones), 2);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    }
  });

  it("keeps the voice as loud as it was: the two delays add up to one", () => {
    const one = swell(RATE, 0);
    const other = swell(RATE, 0.5);
    for (let at = 0; at < one.length; at += 97) expect(one[at]! + other[at]!).toBeCloseTo(1, 5);
  });

  it("is silent where a delay jumps back", () => {
    for (const late of [0, 0.5]) {
      const values = slide(ratioOf(-7), RATE, late);
      const loud = swell(RATE, late);
      const jump = values.findIndex((value, at) => at > 0 && Math.abs(value - values[at - 1]!) > 0.01);
      expect(loud[Math.max(jump, 0)]!).toBeLessThan(0.001);
    }
  });
});
