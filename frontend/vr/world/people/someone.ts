import { Vector3 } from "three";
import type { Act, Mood, Person, Prop, Spot } from "../../scene";
import { drift, seedOf } from "../build/chance";
import { ACTING, BEARING, rest, stepping, type Setting } from "./acting";
import { B, HEAD_UP, type Build } from "./bones";
import { face, toward, type Face } from "./face";
import { Glances } from "./gaze";
import { Puppet, stance, type Stance } from "./puppet";
import { isOnTheFloor, seatOf, tableBefore } from "./spots";
import { Ways } from "./ways";

/** What somebody is told each frame. */
export interface Cue {
  mood: Mood;
  act: Act;
  isHere: boolean;
  speaks: boolean;
  /** Where they look; written by the company. */
  readonly looks: Vector3;
}

const SOFT = [
  "pitch",
  "lean",
  "bend",
  "twist",
  "sway",
  "shrug",
  "headRoll",
  "rollR",
  "rollL",
  "elbows",
  "behind",
  "thighR",
  "thighL",
  "spread",
  "kneeR",
  "kneeL",
  "footR",
  "footL",
] as const satisfies readonly (keyof Stance)[];

const SHY: Readonly<Record<Mood, number>> = {
  friendly: 0.1,
  happy: 0.1,
  neutral: 0.25,
  worried: 0.45,
  sad: 0.8,
  tense: 0.55,
  angry: 0,
  tired: 0.7,
};

const WALK = { adult: 0.95, teen: 1, child: 0.75 };

/** One person in the picture: stands, sits, walks, speaks, looks. Everything that moves comes from here. */
export class Someone {
  readonly puppet: Puppet;
  readonly face: Face;
  readonly cue: Cue;
  readonly head = new Vector3();
  gazeX = 0;
  gazeY = 0;
  mouth = 0;
  /** 1 at their place, 0 outside the door. */
  private presence = 1;
  private isNew = true;
  private heading: number;
  private readonly place = new Vector3();
  private readonly want = stance();
  private readonly now = stance();
  private readonly setting: { -readonly [K in keyof Setting]: Setting[K] };
  private readonly glances: Glances;
  private readonly ways: Ways | null;
  private readonly seat: number | null;
  private readonly table: number | null;
  private readonly isFloored: boolean;
  private readonly home: Spot;
  private readonly homeHeading: number;
  private readonly pace: number;
  private readonly door: Spot | null;

  constructor(
    readonly person: Person,
    made: Build,
    props: readonly Prop[],
    door: Spot | null,
    seed: number,
  ) {
    this.puppet = new Puppet(made);
    this.face = face(person.mood);
    this.cue = {
      mood: person.mood,
      act: person.act,
      isHere: true,
      speaks: false,
      looks: new Vector3(0, 1.2, 0),
    };
    this.home = person.at;
    this.homeHeading = this.heading = (person.turn * Math.PI) / 180;
    this.door = door;
    this.pace = WALK[person.kind];
    const own = seedOf(person.id, seed);
    this.glances = new Glances(own);
    const phase = (own % 1000) / 90;
    const sits = person.posture === "sitting";
    this.isFloored = isOnTheFloor(person, props);
    const seat = sits && !this.isFloored ? seatOf(person.at, props) : null;
    this.seat = sits && !this.isFloored ? (seat?.height ?? 0.45) / made.scale + 0.098 : null;
    const table = tableBefore(person.at, this.homeHeading, props);
    this.table = table === null ? null : table.height / made.scale;
    this.ways = person.path.length > 1 ? new Ways(person.path, this.pace * 0.75, 2.2, phase) : null;
    this.setting = {
      made,
      seat: this.seat,
      table: this.table,
      edge: table === null ? 0.3 : table.edge / made.scale,
      floor: this.isFloored,
      at: 0,
      phase,
      voice: 0,
      walked: 0,
      stride: 0,
    };
  }

  get isSeen(): boolean {
    return this.presence > 0 || this.cue.isHere;
  }

  get x(): number {
    return this.place.x;
  }

  get z(): number {
    return this.place.z;
  }

  /** `clock` is scene time, for what both sides of a mirrored session see alike; `life` goes on while it stands still. */
  tick(seconds: number, clock: number, life: number): void {
    this.come(seconds);
    this.settle(seconds, clock);
    const { setting, want, cue } = this;
    const voice = cue.speaks ? 1 : 0;
    setting.voice += (voice - setting.voice) * (1 - Math.exp(-seconds * 3));
    setting.at = life;
    rest(want, setting);
    ACTING[setting.stride > 0.3 && cue.act === "play" ? "walk" : cue.act](want, setting);
    stepping(want, setting);
    this.bear(life);
    this.soften(seconds);
    this.look(seconds, life);
    this.speak(life);
    toward(this.face, cue.mood, 1 - Math.exp(-seconds * 3.2));
    this.puppet.take(this.now);
    this.stand();
  }

  /** The picture begins anew, from another seat: who is there is simply there. */
  begin(): void {
    this.isNew = true;
  }

  /** Comes in by the door, or leaves by it. Who is there when the picture begins is simply there. */
  private come(seconds: number): void {
    const goal = this.cue.isHere ? 1 : 0;
    if (this.isNew) this.presence = goal;
    this.isNew = false;
    if (this.presence === goal) return;
    const far = this.door ? Math.hypot(this.door[0] - this.home[0], this.door[1] - this.home[1]) : 0.1;
    const step = (seconds * this.pace) / Math.max(0.4, far);
    this.presence =
      goal > this.presence ? Math.min(1, this.presence + step) : Math.max(0, this.presence - step);
  }

  private settle(seconds: number, clock: number): void {
    const { setting } = this;
    if (this.presence < 1 && this.door) return this.onTheWay(seconds);
    setting.seat = this.seat;
    setting.floor = this.isFloored;
    setting.table = this.table;
    if (this.ways && this.cue.act === "walk") {
      this.ways.go(clock);
      this.place.set(this.ways.at.x, 0, this.ways.at.y);
      this.turnTo(this.ways.heading, seconds, 5);
      setting.stride = this.ways.stride;
      setting.walked = this.ways.walked;
      setting.seat = null;
      setting.floor = false;
      return;
    }
    this.place.set(this.home[0], 0, this.home[1]);
    this.turnTo(this.homeHeading, seconds, 4);
    setting.stride = 0;
  }

  private onTheWay(seconds: number): void {
    const { door, home, setting } = this;
    if (!door) return;
    const share = this.presence;
    const [dx, dz] = [home[0] - door[0], home[1] - door[1]];
    this.place.set(door[0] + dx * share, 0, door[1] + dz * share);
    const way = Math.atan2(dx, -dz);
    this.turnTo(this.cue.isHere ? way : way + Math.PI, seconds, 6);
    setting.seat = setting.table = null;
    setting.floor = false;
    setting.stride = Math.min(1, (1 - share) * 6, share * 8 + 0.3);
    setting.walked += seconds * this.pace * 0.9;
  }

  private turnTo(heading: number, seconds: number, quick: number): void {
    let turn = (heading - this.heading) % (2 * Math.PI);
    if (turn > Math.PI) turn -= 2 * Math.PI;
    if (turn < -Math.PI) turn += 2 * Math.PI;
    this.heading += turn * (1 - Math.exp(-seconds * quick));
  }

  /** Breath, and how a mood sits in the body. */
  private bear(life: number): void {
    const { want, setting, cue } = this;
    const [lean, bend, shrug, nod] = BEARING[cue.mood];
    const quick = cue.mood === "tense" || cue.mood === "angry" ? 1.9 : 1.35;
    const breath = Math.sin(life * quick + setting.phase);
    want.lean += lean;
    want.bend += bend + breath * 0.008;
    want.shrug += shrug + breath * 0.0035;
    want.sway += 0.012 * drift(life * 0.4, setting.phase);
    want.headPitch = nod;
    want.headRoll += 0.025 * drift(life * 0.5, setting.phase + 3);
  }

  private soften(seconds: number): void {
    const share = 1 - Math.exp(-seconds * 9);
    const { now, want } = this;
    for (const key of SOFT) now[key] += (want[key] - now[key]) * share;
    now.hips.lerp(want.hips, share);
    now.handR.lerp(want.handR, share);
    now.handL.lerp(want.handL, share);
  }

  /** The head goes most of the way, the eyes the rest. */
  private look(seconds: number, life: number): void {
    const { glances, now, want, cue, head } = this;
    const shy = SHY[cue.mood];
    glances.tick(life, shy);
    const [dx, dy, dz] = [cue.looks.x - head.x, cue.looks.y - head.y, cue.looks.z - head.z];
    const [sin, cos] = [Math.sin(this.heading), Math.cos(this.heading)];
    const across = dx * cos + dz * sin;
    const ahead = -(-dx * sin + dz * cos);
    const far = Math.hypot(dx, dz);
    let yaw = far > 0.05 ? Math.atan2(-across, ahead) : 0;
    let pitch = Math.atan2(dy, Math.max(0.3, far));
    if (glances.isAway) {
      yaw += glances.asideX * 0.8;
      pitch += glances.asideY * 0.6;
    }
    yaw = Math.max(-1.25, Math.min(1.25, yaw));
    pitch = Math.max(-0.55, Math.min(0.5, pitch));
    const share = 1 - Math.exp(-seconds * (glances.isAway ? 3 : 4.5));
    // Leaning forward takes the head along; the neck gives it back.
    const bent = now.lean + now.bend + now.pitch;
    now.headYaw += (yaw * 0.8 - now.headYaw) * share;
    now.headPitch += (pitch * 0.75 + want.headPitch - bent * 0.7 - now.headPitch) * share;
    const leftYaw = yaw - now.headYaw;
    const leftPitch = pitch - (now.headPitch + bent * 0.7);
    this.gazeX = clamp(-leftYaw * 2.1 + glances.jumpX);
    this.gazeY = clamp(leftPitch * 2.1 + glances.jumpY);
  }

  private speak(life: number): void {
    const { voice, phase } = this.setting;
    const syllable = Math.abs(Math.sin(life * 8.3 + phase)) * (0.6 + 0.4 * drift(life * 3.1, phase));
    this.mouth = voice < 0.05 ? 0 : voice * Math.max(0.04, syllable * 0.72);
  }

  /** Lids with the blink in them, for the drawing. */
  lids(life: number): number {
    return this.glances.lids(life);
  }

  private stand(): void {
    const { puppet, place } = this;
    const { scale, head } = puppet.made;
    puppet.root.makeRotationY(-this.heading);
    puppet.root.scale(this.head.set(scale, scale, scale)).setPosition(place);
    this.head.set(0, HEAD_UP * head, 0).applyQuaternion(puppet.facings[B.head] as never);
    this.head.add(puppet.places[B.head] as Vector3).applyMatrix4(puppet.root);
  }
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
