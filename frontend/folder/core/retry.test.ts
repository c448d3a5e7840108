import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { State } from "./queue.ts";
import { Retry } from "./retry.ts";

describe("trying again", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, "random").mockReturnValue(1);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("goes on by itself until the link is back, and then stops", async () => {
    const states: State[] = ["offline", "offline", "saved"];
    const told: State[] = [];
    const retry = new Retry(
      async () => states.shift() ?? "refused",
      (state) => told.push(state),
    );
    await retry.now();
    await vi.advanceTimersByTimeAsync(2000);
    await vi.advanceTimersByTimeAsync(3999);
    expect(told).toEqual(["offline", "offline"]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(told).toEqual(["offline", "offline", "saved"]);
  });
  it("does not knock again for who has to sign in or was refused", async () => {
    let tries = 0;
    const retry = new Retry(
      async () => ((tries += 1), "signed-out"),
      () => {},
    );
    await retry.now();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tries).toBe(1);
  });
});
