import { expect, test } from "vitest";
import { Tried } from "./tried";

function told(t: number, ...keys: string[]): Tried {
  const tried = new Tried();
  for (const key of keys) tried.follow({ n: 1, t, type: "phase", key, value: null, by: "user" });
  return tried;
}

test("only who chose to stop in the quiet place tried stopping", () => {
  expect(told(0, "running", "safe-place", "ended:asked").only).toBe(true);
  expect(told(0, "running", "safe-place", "paused", "ended:coach").only).toBe(true);
  expect(told(0, "running", "safe-place", "ended:asked", "ready").only).toBe(false);
  expect(told(0, "running", "safe-place", "ended:discomfort").only).toBe(false);
  expect(told(0, "running", "safe-place", "running", "ended:asked").only).toBe(false);
  expect(told(0, "running", "ended:asked").only).toBe(false);
  expect(told(4000, "running", "safe-place", "ended:asked").only).toBe(false);
});

test("a coach who comes in after the end is never told that there is nothing to do", () => {
  const tried = told(0, "running", "safe-place");
  tried.cameIn("ended");
  expect(tried.only).toBe(false);
});
