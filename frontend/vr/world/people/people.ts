import { Matrix4, type Vector3 } from "three";
import type { PlayState } from "../../play/types";
import type { Act, Extras, Look, Person, Prop, Scene, Spot } from "../../scene";
import { chance, seedOf } from "../build/chance";
import { Company } from "./company";
import { Around } from "./around";
import { Someone } from "./someone";
import { freeSpots } from "./spots";
import type { Walking } from "./whereabouts";

/** Triangles of a person drawn finely and coarsely, and the most that people may take of the picture. */
const FINE = 5400;
const COARSE = 2700;
const MOST = 36_000;

/** Who stands in the chair of the one who practises, when they look from the other's. */
const YOU = "you";
const GONE = new Matrix4().makeScale(0, 0, 0);

const SKINS = ["#f0c9a8", "#e3b18b", "#c98f66", "#a56c48", "#7d4d31", "#f3d3b8"];
const HAIRS = ["#2a1b12", "#4a2f1e", "#7a4f2b", "#b98548", "#d9b56c", "#1d1715", "#8c4a23"];
const TOPS = ["#d98e73", "#e3b95f", "#7fae9f", "#6f98bd", "#c98aa0", "#93b06a", "#b6a2c9", "#e6ddc8"];
const BOTTOMS = ["#3d4d68", "#5b6472", "#6d5a48", "#40514a", "#7a6a86"];
const STYLES: Look["hairStyle"][] = ["short", "bob", "curly", "long", "bun", "short", "curly"];

function one<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function drawn(random: () => number): Look {
  return {
    skin: one(SKINS, random),
    hair: one(HAIRS, random),
    hairStyle: one(STYLES, random),
    top: one(TOPS, random),
    bottom: one(BOTTOMS, random),
    glasses: random() < 0.1,
    beard: false,
  };
}

/** All people of a scene. The most that can come are made at once, and shown when a dial asks for them. */
export class People {
  readonly company: Company;
  private readonly all: Someone[];
  private readonly named: ReadonlyMap<string, Someone>;
  private readonly crowds: { extras: Extras; members: Someone[] }[];

  constructor(
    private readonly scene: Scene,
    props: readonly Prop[],
    doors: Doors,
  ) {
    const you = scene.other ? [sitter(scene)] : [];
    const extras = scene.extras.map((each, number) => crowd(scene, each, number, props));
    const persons = [...scene.people, ...you, ...extras.flat()];
    const named = scene.people.length * FINE + (persons.length - scene.people.length) * COARSE < MOST;
    this.company = new Company(
      persons.map((person, place) => ({
        look: person.look,
        kind: person.kind,
        random: chance(seedOf(person.id, scene.seed)),
        fine: place < scene.people.length && named,
      })),
    );
    const still = scene.people.map((each) => each.at);
    const around = new Around(scene.room, props, still, scene.start.at);
    this.all = persons.map((person, place) => {
      const made = this.company.builds[place];
      if (!made) throw new Error("a person without a body");
      return new Someone(person, made, props, walking(scene, doors, person, around), scene.seed);
    });
    this.named = new Map(this.all.map((each) => [each.person.id, each]));
    let from = scene.people.length + you.length;
    this.crowds = extras.map((members, number) => {
      const first = from;
      from += members.length;
      return { extras: scene.extras[number] as Extras, members: this.all.slice(first, from) };
    });
  }

  private seat: "own" | "other" = "own";

  /** Fewer extras than the dials ask, when the device cannot keep up. */
  fewer = 0;

  tick(
    seconds: number,
    life: number,
    clock: number,
    state: PlayState,
    eye: Vector3,
    seat: "own" | "other",
  ): void {
    const speaker = this.cues(state, seat);
    if (seat !== this.seat) for (const each of this.all) each.begin();
    this.seat = seat;
    for (const each of this.all) {
      if (each.isSeen) this.gaze(each, speaker, eye, life);
    }
    for (let who = 0; who < this.all.length; who += 1) {
      this.show(this.all[who] as Someone, who, seconds, life, clock);
    }
  }

  /** Where somebody's head is; null who is not there. */
  headOf(id: string): Vector3 | null {
    return this.named.get(id)?.head ?? null;
  }

  /** True where somebody comes in or leaves, for the doors. */
  isNear(x: number, z: number, reach: number): boolean {
    for (const each of this.all) {
      if (each.isSeen && Math.hypot(each.x - x, each.z - z) < reach) return true;
    }
    return false;
  }

  dispose(): void {
    this.company.dispose();
  }

  private cues(state: PlayState, seat: "own" | "other"): Someone | null {
    let speaker: Someone | null = null;
    for (const person of this.scene.people) {
      const told = state.people[person.id];
      const each = this.named.get(person.id);
      if (!each || !told) continue;
      each.cue.mood = told.mood;
      each.cue.act = told.act as Act;
      each.cue.isHere = told.here && !(seat === "other" && this.scene.other?.who === person.id);
      each.cue.speaks = told.speaking;
      if (told.speaking) speaker = each;
    }
    const you = this.named.get(YOU);
    if (you) you.cue.isHere = seat === "other";
    for (const { extras, members } of this.crowds) {
      const count = Math.round(state.dials[extras.dial] ?? 0) - this.fewer;
      for (let place = 0; place < members.length; place += 1) {
        (members[place] as Someone).cue.isHere = place < count;
      }
    }
    return speaker;
  }

  private gaze(each: Someone, speaker: Someone | null, eye: Vector3, life: number): void {
    const { gaze } = each.person;
    const { looks } = each.cue;
    const listens =
      speaker && speaker !== each && each.person.kind !== "child" && Math.sin(life * 0.5 + each.x * 3) > -0.2;
    if (each.cue.act === "work" || each.cue.act === "write" || each.cue.act === "play") {
      if (!each.cue.speaks) return void ahead(each, looks);
    }
    if (listens) looks.copy(speaker.head);
    else if (gaze === "you" || each.cue.speaks) looks.copy(eye);
    else if (gaze === "away") ahead(each, looks, 1.15);
    else looks.copy(this.named.get(gaze)?.head ?? eye);
  }

  private show(each: Someone, who: number, seconds: number, life: number, clock: number): void {
    each.tick(seconds, clock, life);
    const { company } = this;
    if (!each.isSeen) {
      each.puppet.root.copy(GONE);
      company.shadow(who, 0, 0, 0);
    } else company.shadow(who, each.x, each.z, each.person.kind === "child" ? 0.3 : 0.42);
    const { face } = each;
    const lid = face.lid;
    face.lid = lid * each.lids(life);
    company.show(who, each.puppet, face, each.gazeX, each.gazeY, each.mouth);
    face.lid = lid;
  }
}

/** A place before somebody: on their work, or (a little higher) into the distance. */
function ahead(each: Someone, looks: Vector3, high = 0.55): void {
  const turn = (each.person.turn * Math.PI) / 180;
  looks.set(
    each.x + Math.sin(turn) * 0.75,
    high * (each.person.kind === "child" ? 0.5 : 1),
    each.z - Math.cos(turn) * 0.75,
  );
}

function sitter(scene: Scene): Person {
  return {
    id: YOU,
    name: "",
    kind: "adult",
    at: scene.start.at,
    turn: scene.start.facing,
    posture: scene.start.eye < 1.45 ? "sitting" : "standing",
    path: [],
    look: {
      skin: "#d2a079",
      hair: "#5a3d28",
      hairStyle: "short",
      top: "#4d7fa8",
      bottom: "#39435a",
      glasses: false,
      beard: false,
    },
    act: "listen",
    mood: "neutral",
    gaze: "you",
  };
}

function crowd(scene: Scene, extras: Extras, number: number, props: readonly Prop[]): Person[] {
  const random = chance(scene.seed + 977 * (number + 1));
  const taken: Spot[] = [...scene.people.map((each) => each.at), scene.start.at];
  const view = { from: scene.start.at, to: scene.people.map((each) => each.at) };
  const spots = freeSpots(extras.area, extras.max, taken, props, random, view);
  return spots.map((at, place) => {
    const act = extras.acts[place % Math.max(1, extras.acts.length)] ?? "idle";
    const path = act === "walk" ? freeSpots(extras.area, 3, [...taken, at], props, random, view) : [];
    const faces = Math.atan2(scene.start.at[0] - at[0], -(scene.start.at[1] - at[1]));
    return {
      id: `extra-${number}-${place}`,
      name: "",
      kind: extras.kind,
      at,
      turn: (faces * 180) / Math.PI + (random() - 0.5) * 130,
      posture: act === "play" && random() < 0.65 ? "sitting" : "standing",
      path: act === "walk" ? [at, ...path] : [],
      look: drawn(random),
      act,
      mood: random() < 0.7 ? "happy" : "neutral",
      gaze: random() < 0.35 ? "you" : "away",
    };
  });
}

type Doors = readonly { at: readonly [number, number, number]; turn: number }[];

/** In and out by the doorway that is nearest; where there is none, from behind the one who sits. */
function walking(scene: Scene, doors: Doors, person: Person, around: Around): Walking {
  let way: readonly [Spot] | readonly [Spot, Spot] = [[scene.start.at[0] + 1.2, scene.start.at[1] + 2.5]];
  let nearest = Infinity;
  for (const { at, turn } of doors) {
    const far = Math.hypot(at[0] - person.at[0], at[2] - person.at[1]);
    if (far >= nearest) continue;
    nearest = far;
    const [x, z] = [Math.sin(turn), Math.cos(turn)];
    way = [
      [at[0] - x, at[2] - z],
      [at[0] + x * 0.3, at[2] + z * 0.3],
    ];
  }
  const [outside, inside = outside] = way;
  return {
    way: (from, to) => around.way(from, to),
    in: (to) => [...(inside === outside ? [] : [outside]), ...around.way(inside, to)],
  };
}
