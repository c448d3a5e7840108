import { describe, expect, it } from "vitest";
import { Drawing } from "./drawing.ts";
import { fitted, LONGEST_SIDE } from "./photo.ts";
import { clockTime, loudness } from "./recorder.ts";

describe("a photo", () => {
  it("of a large camera becomes small, upright or lying, and keeps its shape", () => {
    expect(fitted(8000, 6000)).toEqual({ width: LONGEST_SIDE, height: 1200 });
    expect(fitted(6000, 8000)).toEqual({ width: 1200, height: LONGEST_SIDE });
  });
  it("that is small stays as it is, and never disappears", () => {
    expect(fitted(640, 480)).toEqual({ width: 640, height: 480 });
    expect(fitted(40_000, 10)).toEqual({ width: LONGEST_SIDE, height: 1 });
  });
});

describe("a voice", () => {
  it("is nothing in silence, and never more than all", () => {
    expect(loudness(new Uint8Array(512).fill(128))).toBe(0);
    expect(loudness(new Uint8Array(512).fill(255))).toBe(1);
    expect(loudness(new Uint8Array(0))).toBe(0);
  });
  it("is told in minutes and seconds", () => {
    expect([0, 59_999, 61_000, 180_000].map(clockTime)).toEqual(["0:00", "0:59", "1:01", "3:00"]);
  });
});

describe("a drawing", () => {
  it("can be taken back line by line", () => {
    const drawing = new Drawing();
    drawing.begin({ x: 1, y: 1 });
    drawing.to({ x: 2, y: 2 });
    drawing.begin({ x: 3, y: 3 });
    drawing.back();
    expect(drawing.isEmpty).toBe(false);
    drawing.back();
    drawing.back();
    expect(drawing.isEmpty).toBe(true);
  });
  it("does not begin without a pen on the paper", () => {
    const drawing = new Drawing();
    drawing.to({ x: 1, y: 1 });
    expect(drawing.isEmpty).toBe(true);
  });
});
