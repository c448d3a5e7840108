/** Laws that hold over many random sessions; the seed is in the name of each that fails. */
import { describe, expect, it } from "vitest";
import { Play } from "./play";
import { chance, type Chance } from "./random";
import { SAMPLE } from "./sample";
import type { By, Command, Moment } from "./types";

const RUNS = 100;
const KEYS = [...SAMPLE.dials, ...SAMPLE.steps, ...SAMPLE.events, ...SAMPLE.kinds].map((one) => one.key);
const WORDS = JSON.stringify(SAMPLE.dialogue);
const BY: readonly By[] = ["user", "user", "coach", "system"];

function pick<T>(draw: Chance, from: readonly T[]): T {
  return from[Math.floor(draw() * from.length)] as T;
}

function anything(draw: Chance): Command {
  const key = pick(draw, [...KEYS, "constructor", ""]);
  const value = pick(draw, [-3, 0, 1, 2.5, 4, 7, 10, 99, Number.NaN]);
  return pick<Command>(draw, [
    { type: "pause" },
    { type: "resume" },
    { type: "safe-place" },
    { type: "back" },
    { type: "dial", key, value },
    { type: "step", key },
    { type: "event", key },
    { type: "choose", index: pick(draw, [0, 1, 2, 3, -1]) },
    { type: "next" },
    { type: "rate", value },
    { type: "nausea", value: pick(draw, [0, 1, 2]) },
    { type: "softer" },
    { type: "louder" },
    { type: "voice", who: pick(draw, ["marjan", "nobody", null]) },
    { type: "kind", key },
    { type: "replay" },
    { type: "anew" },
    { type: "seat", seat: pick(draw, ["own", "other"]) },
    { type: "note", what: "link", key: pick(draw, ["lost", "open"]) },
    { type: "note", what: "visibility", key: pick(draw, ["hidden", "visible"]) },
    { type: "note", what: "xr", key: pick(draw, ["entered", "left"]) },
  ]);
}

interface Course {
  play: Play;
  moments: Moment[];
}

function course(seed: number, each: (play: Play, before: number) => void, about: Partial<Play> = {}): Course {
  const draw = chance(seed);
  const play = Object.assign(new Play(SAMPLE), about);
  const moments: Moment[] = [];
  play.hear((moment) => moments.push(moment));
  play.do({ type: "start" });
  for (let turn = 0; turn < 120; turn += 1) {
    const before = play.state.clock;
    if (draw() < 0.5) play.do(anything(draw), pick(draw, BY));
    play.tick(draw() * 2);
    each(play, before);
  }
  return { play, moments };
}

const seeds = Array.from({ length: RUNS }, (_, at) => at * 7919 + 1);

describe("in every session whatever is pressed", () => {
  it("the clock never goes back, and dials stay within their bounds and never jump", () => {
    for (const seed of seeds) {
      let last: Record<string, number> = {};
      course(seed, (play, before) => {
        expect(play.state.clock, `seed ${seed}`).toBeGreaterThanOrEqual(before);
        for (const dial of SAMPLE.dials) {
          const value = play.state.dials[dial.key] ?? Number.NaN;
          // A tick counts for a second at most; up takes at least 1.2 s over one mark and 6 s over all.
          const most = Math.max(dial.step, (dial.max - dial.min) / 4) + 1e-9;
          const fine = value >= dial.min && value <= dial.max && value - (last[dial.key] ?? value) <= most;
          if (!fine) expect.fail(`seed ${seed}: ${dial.key} is ${value} after ${last[dial.key]}`);
        }
        last = { ...play.state.dials };
      });
    }
  });

  it("moments are numbered from 1 without gaps, in time, and hold no word of anybody", () => {
    for (const seed of seeds) {
      const { moments } = course(seed, () => undefined);
      moments.forEach((moment, at) => {
        expect(moment.n).toBe(at + 1);
        expect(moment.t).toBeGreaterThanOrEqual(moments[at - 1]?.t ?? 0);
        expect(moment.key, `seed ${seed}`).toMatch(/^[a-z0-9:-]*$/);
        expect(moment.key.includes(" ") || WORDS.includes(`"text":"${moment.key}"`)).toBe(false);
        expect(moment.value === null || Number.isFinite(moment.value), `seed ${seed}`).toBe(true);
      });
    }
  });

  it("there is always a way on and a way out", () => {
    for (const seed of seeds) {
      const { play } = course(seed, () => undefined);
      if (play.state.phase === "paused") play.do({ type: "resume" });
      if (play.state.phase === "safe-place") play.do({ type: "back" });
      expect(["running", "ended"], `seed ${seed}`).toContain(play.state.phase);
      for (let turn = 0; turn < 40 && play.state.phase === "running"; turn += 1) {
        const node = play.talk.node;
        play.do(node && node.choices.length > 0 ? { type: "choose", index: 0 } : { type: "next" });
      }
      expect(play.state.phase, `seed ${seed}`).toBe("ended");
    }
  });

  it("any moment may be the last: stop works in every phase", () => {
    for (const seed of seeds.slice(0, 60)) {
      const draw = chance(seed ^ 0xabc);
      const at = Math.floor(draw() * 120);
      let turn = 0;
      course(seed, (play) => {
        if (turn++ === at) play.do({ type: "stop", reason: "asked" });
        if (turn > at) expect(play.state.phase).toBe("ended");
      });
    }
  });

  it("nothing goes up while somebody is tense, or before they said how tense they are", () => {
    for (const seed of seeds) {
      const draw = chance(seed);
      const play = new Play(SAMPLE);
      play.do({ type: "start" });
      for (let turn = 0; turn < 60; turn += 1) {
        const before = { ...play.state.target };
        const rated = play.state.ratings.length;
        const last = play.state.ratings.at(-1)?.value ?? Infinity;
        const command = anything(draw);
        play.do(command, pick(draw, BY));
        const rose = SAMPLE.dials.some(({ key }) => (play.state.target[key] ?? 0) > (before[key] ?? 0));
        if (rose) expect(rated > 0 && last <= 6, `seed ${seed} ${JSON.stringify(command)}`).toBe(true);
        play.tick(draw());
      }
    }
  });

  it("the same seed and commands give the same course", () => {
    for (const seed of seeds.slice(0, 20)) {
      const one = course(seed, () => undefined);
      const other = course(seed, () => undefined);
      expect(other.moments).toEqual(one.moments);
      expect(other.play.state).toEqual(one.play.state);
    }
  });

  it("a mirror that follows the moments ends up in the same place", () => {
    for (const seed of seeds.slice(0, 60)) {
      const { play, moments } = course(seed, () => undefined);
      const mirror = new Play(SAMPLE, { mirror: true });
      let told = 0;
      mirror.hear(() => (told += 1));
      for (const moment of moments) mirror.follow(moment);
      expect(told).toBe(0);
      for (const key of ["phase", "step", "kind", "node", "answers", "target", "ended", "voice"] as const) {
        expect(mirror.state[key], `seed ${seed} ${key}`).toEqual(play.state[key]);
      }
      expect(mirror.state.ratings.map((one) => one.value)).toEqual(
        play.state.ratings.map((one) => one.value),
      );
    }
  });

  it("a mirror does nothing of itself", () => {
    const mirror = new Play(SAMPLE, { mirror: true });
    mirror.do({ type: "start" });
    expect(mirror.state.phase).toBe("ready");
    mirror.follow({ n: 1, t: 0, type: "phase", key: "running", value: null, by: "user" });
    for (let passed = 0; passed < 300; passed += 1) mirror.tick(1);
    expect(mirror.state).toMatchObject({ asking: null, notice: null, phase: "running", sounding: {} });
  });
});
