import { describe, expect, it } from "vitest";
import registry from "../registry.json";
import { murmur } from "./people";
import { SYNTHS, written } from "./registry";
import { RATE, Sheet } from "./wave";

function loudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe("the sounds", () => {
  it("are exactly those that scenes may ask for", () => {
    expect(Object.keys(SYNTHS).sort()).toEqual([...registry.synths].sort());
  });

  it.each(Object.keys(SYNTHS))("%s can be heard, never clips, and is the same each time", (key) => {
    const samples = written(key, 7)!;
    expect(samples.length).toBe(Math.round((SYNTHS[key]?.seconds ?? 0) * RATE));
    expect(samples.every((sample) => Number.isFinite(sample) && Math.abs(sample) <= 0.71)).toBe(true);
    expect(loudness(samples)).toBeGreaterThan(0.008);
    expect(loudness(samples)).toBeLessThanOrEqual(0.0501);
    const again = written(key, 7)!;
    expect(again.every((sample, at) => sample === samples[at])).toBe(true);
  });

  it("play round without a jump", () => {
    for (const key of registry.synths) {
      const samples = written(key, 3)!;
      let widest = 0;
      for (let at = 1; at < samples.length; at += 1) {
        widest = Math.max(widest, Math.abs(samples[at]! - samples[at - 1]!));
      }
      expect(Math.abs(samples[0]! - samples.at(-1)!), key).toBeLessThanOrEqual(widest);
    }
  });

  it("do not exist under another name", () => {
    expect(written("siren", 1)).toBeNull();
    expect(written("constructor", 1)).toBeNull();
  });

  it("give two people two voices", () => {
    const [one, other] = [120, 210].map((pitch) => {
      const sheet = new Sheet(3, 5);
      murmur(sheet, { pitch, small: 1, level: 1 });
      return sheet.levelled(0.05);
    });
    expect(one?.some((sample, at) => sample !== other?.[at])).toBe(true);
  });
});
