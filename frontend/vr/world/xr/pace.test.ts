import { describe, expect, it } from "vitest";
import { Pace } from "./pace";

function over(pace: Pace, seconds: number, each: number): string[] {
  const found: string[] = [];
  for (let time = 0; time < seconds; time += each) {
    const finding = pace.add(each);
    if (finding) found.push(finding);
  }
  return found;
}

describe("the pace of frames in a headset", () => {
  it("leaves a steady 72 a second alone", () => {
    expect(over(new Pace(), 60, 1 / 72)).toEqual([]);
  });

  it("asks for fewer frames before it takes people away", () => {
    expect(over(new Pace(), 20, 1 / 50).slice(0, 3)).toEqual(["late", "fewer", "fewer"]);
  });

  it("says that it is slow after ten seconds below 36 a second", () => {
    expect(over(new Pace(), 12, 1 / 20)).not.toContain("low");
    expect(over(new Pace(), 15, 1 / 20)).toContain("low");
  });

  it("makes nothing of the first seconds, nor of a pause", () => {
    const pace = new Pace();
    expect(over(pace, 2.9, 1 / 10)).toEqual([]);
    expect(pace.add(30)).toBeNull();
  });
});
