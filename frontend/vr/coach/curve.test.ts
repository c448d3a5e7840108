import { describe, expect, it } from "vitest";
import { place, until } from "./curve";

describe("the curve", () => {
  it("has time to the right and tension upwards", () => {
    const [x, y] = place({ t: 0, value: 0 }, 60_000);
    const [later, higher] = place({ t: 60_000, value: 10 }, 60_000);
    expect(later).toBeGreaterThan(x);
    expect(higher).toBeLessThan(y);
  });

  it("ends at the minutes agreed, and later where it went on longer", () => {
    expect(until(10, [])).toBe(600_000);
    expect(until(10, [{ t: 700_000, value: 3 }], [])).toBe(700_000);
  });
});
