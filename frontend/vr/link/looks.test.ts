import { describe, expect, it } from "vitest";
import { Looks } from "./looks";

function told(moves: boolean): number {
  const looks = new Looks();
  let number = 0;
  for (let now = 10_000; now < 12_000; now += 10)
    if (looks.due([moves ? now / 100_000 : 0.12345, 1.2, 0, 0, 0, 0, 1], now)) number += 1;
  return number;
}

describe("where somebody looks", () => {
  it("is told eight times a second at most while the head moves, and rounded", () => {
    expect(told(true)).toBeLessThanOrEqual(16);
    expect(told(true)).toBeGreaterThanOrEqual(14);
    expect(new Looks().due([0.12345, 1.2, 0, 0, 0, 0, 1], 10_000)?.[0]).toBe(0.123);
  });

  it("is told once a second while the head is still, so that who comes in sees it too", () => {
    expect(told(false)).toBe(2);
  });
});
