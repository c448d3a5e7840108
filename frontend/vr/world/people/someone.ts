import { Vector3 } from "three";
import type { Act, Mood, Person, Prop } from "../../scene";
import { drift, seedOf } from "../build/chance";
import { ACTING, BEARING, rest, stepping, type Setting } from "./acting";
import { B, HEAD_UP, type Build } from "./bones";
import { face, toward, type Face } from "./face";
import { Glances } from "./gaze";
import { Puppet, stance, type Stance } from "./puppet";
import { isOnTheFloor, seatOf, tableBefore } from "./spots";
import { Whereabouts, type Walking } from "./whereabouts";

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

/** One person in the picture: stands, sits, walks, speaks, looks. Everything that moves comes from here. */
export class Someone {
  readonly puppet: Puppet;
  readonly face: Face;
  readonly cue: Cue;
  readonly head = new Vector3();
  gazeX = 0;
  gazeY = 0;
  mouth = 0;
  private readonly where: Whereabouts;
  private readonly want = stance();
  private readonly now = stance();
  private readonly setting: { -readonly [K in keyof Setting]: Setting[K] };
  private readonly glances: Glances;
  private readonly seat: number | null;
  private readonly table: number | null;
  private readonly isFloored: boolean;

  constructor(
    readonly person: Person,
    made: Build,
    props: readonly Prop[],
    walking: Walking,
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
    const own = seedOf(person.id, seed);
    this.glances = new Glances(own);
    const phase = (own % 1000) / 90;
    this.where = new Whereabouts(person, walking, phase);
    const sits = person.posture === "sitting";
    this.isFloored = isOnTheFloor(person, props);
    const seat = sits && !this.isFloored ? seatOf(person.at, props) : null;
    this.seat = sits && !this.isFloored ? (seat?.height ?? 0.45) / made.scale + 0.098 : null;
    const table = tableBefore(person.at, this.where.heading, props);
    this.table = table === null ? null : table.height / made.scale;
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
    return this.where.isSeen(this.cue.isHere);
  }

  get x(): number {
    return this.where.place.x;
  }

  get z(): number {
    return this.where.place.z;
  }

  /** `clock` is scene time, for what both sides of a mirrored session see alike; `life` goes on while it stands still. */
  tick(seconds: number, clock: number, life: number): void {
    const { setting, want, cue } = this;
    this.where.tick(seconds, clock, cue.isHere, cue.act === "walk");
    this.settle();
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
    this.where.begin();
  }

  /** On their own seat at their own table, or on their feet. */
  private settle(): void {
    const { setting, where } = this;
    setting.seat = where.isHome ? this.seat : null;
    setting.table = where.isHome ? this.table : null;
    setting.floor = where.isHome && this.isFloored;
    setting.stride = where.stride;
    setting.walked = where.walked;
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
    const [sin, cos] = [Math.sin(this.where.heading), Math.cos(this.where.heading)];
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
    const { puppet, where } = this;
    const { scale, head } = puppet.made;
    puppet.root.makeRotationY(-where.heading);
    puppet.root.scale(this.head.set(scale, scale, scale)).setPosition(where.place);
    this.head.set(0, HEAD_UP * head, 0).applyQuaternion(puppet.facings[B.head] as never);
    this.head.add(puppet.places[B.head] as Vector3).applyMatrix4(puppet.root);
  }
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
