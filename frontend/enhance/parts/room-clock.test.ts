import { expect, test } from "vitest";
import { shown, Sparse, StepClock } from "./room-clock";

test("a screen counts down from what the server said", () => {
  let now = 1000;
  const clock = new StepClock(() => now);
  clock.set(65, false);
  now += 5000;
  expect(clock.left).toBe(60);
  expect(shown(clock.left)).toBe("1:00");
});

test("time that is up shows nothing below zero", () => {
  expect(shown(-3)).toBe("");
  expect(shown(0.4)).toBe("0:01");
});

test("a minute left and time up are each said once a step", () => {
  const sparse = new Sparse();
  expect(sparse.at(200, true)).toBeNull();
  expect(sparse.at(59, true)).toBe("one-minute");
  expect(sparse.at(58, true)).toBeNull();
  expect(sparse.at(-1, true)).toBe("time-up");
  expect(sparse.at(-2, true)).toBeNull();
  sparse.begin();
  expect(sparse.at(30, false)).toBeNull();
});
