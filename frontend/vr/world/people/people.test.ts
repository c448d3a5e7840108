import { Vector3 } from "three";
import { describe, expect, it } from "vitest";
import registry from "../../registry.json";
import type { Act, Mood, Person, Prop, Spot } from "../../scene";
import { chance } from "../build/chance";
import { ACTING, rest, type Setting } from "./acting";
import { B, build } from "./bones";
import { face } from "./face";
import { Puppet, stance } from "./puppet";
import { freeSpots, seatOf, tableBefore } from "./spots";
import { Around } from "./around";
import { Route } from "./route";
import { Ways } from "./ways";
import { Whereabouts } from "./whereabouts";

const MADE = build("adult", chance(3), false, true);

const [COS, SIN] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
const SOMEONE: Person = {
  id: "walker",
  name: "",
  kind: "adult",
  at: [0, 0],
  turn: 0,
  posture: "standing",
  path: [],
  look: {
    skin: "#c98f66",
    hair: "#2a1b12",
    hairStyle: "short",
    top: "#7fae9f",
    bottom: "#3d4d68",
    glasses: false,
    beard: false,
  },
  act: "idle",
  mood: "neutral",
  gaze: "away",
};

function prop(type: string, at: Spot, more: Partial<Prop> = {}): Prop {
  return { type, at, y: 0, turn: 0, size: null, colour: null, text: null, ...more };
}

function setting(more: Partial<Setting> = {}): Setting {
  return {
    made: MADE,
    seat: null,
    table: null,
    edge: 0.3,
    floor: false,
    at: 1,
    phase: 2,
    voice: 0,
    walked: 0,
    stride: 0,
    ...more,
  };
}

describe("a body", () => {
  it("brings a hand where the stance asks for it", () => {
    const puppet = new Puppet(MADE);
    const now = stance();
    rest(now, setting());
    now.handR.set(0.15, now.hips.y + 0.3, -0.32);
    puppet.take(now);
    expect((puppet.places[B.handR] as Vector3).distanceTo(now.handR)).toBeLessThan(0.012);
  });

  it.each(registry.acts as Act[])(
    "keeps its hands above the floor and its numbers whole when it does %s",
    (act) => {
      for (const seat of [null, 0.55]) {
        const puppet = new Puppet(MADE);
        for (let at = 0; at < 20; at += 0.37) {
          const now = stance();
          const here = setting({ at, seat, voice: 1 });
          rest(now, here);
          ACTING[act](now, here);
          puppet.take(now);
          for (const place of puppet.places) {
            expect(Number.isFinite(place.x + place.y + place.z)).toBe(true);
            expect(place.y).toBeGreaterThan(-0.1);
          }
        }
      }
    },
  );
});

describe("faces", () => {
  it("are clearly different in every two of the eight moods", () => {
    const moods = registry.moods as Mood[];
    for (const one of moods) {
      for (const other of moods) {
        if (one === other) continue;
        const [a, b] = [Object.values(face(one)), Object.values(face(other))];
        const apart = Math.sqrt(
          a.reduce((sum, value, place) => sum + (value - (b[place] as number)) ** 2, 0),
        );
        expect(apart, `${one} and ${other}`).toBeGreaterThan(0.45);
      }
    }
  });
});

describe("where somebody is", () => {
  it("finds the chair that stands there and the table before it", () => {
    const props = [prop("table", [0, 0]), prop("chair", [0, -0.75])];
    expect(seatOf([0, -0.8], props)?.height).toBeCloseTo(0.445, 2);
    expect(tableBefore([0, -0.8], Math.PI, props)?.height).toBeCloseTo(0.74, 2);
    expect(tableBefore([0, -0.8], 0, props)).toBeNull();
  });

  it("gives extras the same places for the same seed, inside their area and out of the way", () => {
    const props = [prop("table", [0, 0])];
    const area = [-2, -2, 4, 3] as const;
    const view = { from: [0, 2.4] as Spot, to: [[0, -1.8] as Spot] };
    const spots = freeSpots(area, 6, [], props, chance(5), view);
    expect(spots).toEqual(freeSpots(area, 6, [], props, chance(5), view));
    for (const [x, z] of spots) {
      expect(x).toBeGreaterThanOrEqual(-2);
      expect(z).toBeLessThanOrEqual(1);
      expect(Math.hypot(x, z - 2.4)).toBeGreaterThan(1.3);
    }
  });

  it("walks without a jump, and is at the same place at the same second", () => {
    const spots: Spot[] = [
      [0, 0],
      [2, 0],
      [2, 2],
    ];
    const straight = (from: Spot, to: Spot): Spot[] => [from, to];
    const ways = new Ways(spots, 0.8, 1.5, 3, straight);
    const again = new Ways(spots, 0.8, 1.5, 3, straight);
    let [x, z] = [Number.NaN, Number.NaN];
    for (let at = 0; at < 40; at += 1 / 30) {
      ways.go(at);
      if (!Number.isNaN(x)) expect(Math.hypot(ways.x - x, ways.z - z)).toBeLessThan(0.06);
      [x, z] = [ways.x, ways.z];
    }
    again.go(20);
    ways.go(20);
    expect([again.x, again.z]).toEqual([ways.x, ways.z]);
  });

  it("walks round a table that stands between, and keeps off it by more than a shoulder", () => {
    const room = { w: 6, d: 5, kind: "room" as const };
    const around = new Around(room, [prop("table", [0, 0], { turn: 30 })], []);
    const way = new Route(around.way([-2, 0], [2, 0.2]));
    expect(way.long).toBeGreaterThan(4);
    expect(way.long).toBeLessThan(5.2);
    for (let far = 0; far <= way.long; far += 0.05) {
      way.go(far);
      const [across, ahead] = [way.x * COS + way.z * SIN, -way.x * SIN + way.z * COS].map(Math.abs);
      expect(Math.hypot(Math.max(0, across! - 0.8), Math.max(0, ahead! - 0.425))).toBeGreaterThan(0.2);
    }
  });

  it("walks round who stands there, and still gets to a chair that is pushed under a table", () => {
    const room = { w: 6, d: 5, kind: "room" as const };
    const around = new Around(room, [prop("table", [0, 1]), prop("chair", [0, 0.5])], [[-1, -1]]);
    const way = around.way([-2.5, -1.6], [0, 0.5]);
    expect(way[0]).toEqual([-2.5, -1.6]);
    expect(way.at(-1)).toEqual([0, 0.5]);
    expect(around.way([-2, -1], [0.5, -1]).length).toBeGreaterThan(2);
    const past = new Route(new Around(room, [], [], [0, 2]).way([-2.5, 2], [2.5, 2]));
    past.go(past.long / 2);
    expect(Math.hypot(past.x, past.z - 2)).toBeGreaterThan(0.9);
  });

  it("comes in by the door, waits for its walk, and leaves from where it rests, never with a jump", () => {
    const straight = (from: Spot, to: Spot): Spot[] => [from, to];
    const person = { ...SOMEONE, act: "walk" as const, path: [SOMEONE.at, [2, 0], [2, 2]] as Spot[] };
    const where = new Whereabouts(person, { way: straight, in: (to) => [[-3, 0], to] }, 4);
    let [x, z] = [Number.NaN, Number.NaN];
    for (let at = 0; at < 90; at += 1 / 30) {
      const here = at > 1 && at < 50;
      where.tick(1 / 30, at, here, true);
      if (where.isSeen(here) && !Number.isNaN(x))
        expect(Math.hypot(where.place.x - x, where.place.z - z)).toBeLessThan(0.08);
      [x, z] = where.isSeen(here) ? [where.place.x, where.place.z] : [Number.NaN, Number.NaN];
    }
    expect(where.isSeen(false)).toBe(false);
  });
});
