import { Vector3 } from "three";
import { chance } from "./chance";
import type { Block, Clay } from "./clay";
import type { Rgb } from "./colour";

/** A window that lets daylight in: its middle, half its width along `aside`, half its height, and the way inwards. */
export interface Opening {
  readonly middle: Vector3;
  readonly aside: Vector3;
  readonly inward: Vector3;
  readonly wide: number;
  readonly high: number;
}

/** The light of a place. */
export interface Daylight {
  /** From above and from below, everywhere. */
  readonly above: Rgb;
  readonly below: Rgb;
  /** What comes in by each window, and its warm patch of sun. */
  readonly window: Rgb;
  readonly sun: Rgb;
  /** Towards the sun. */
  readonly sunward: Vector3;
  readonly openings: readonly Opening[];
  /** Lamps that are on: where, and how strong. */
  readonly lamps: readonly { at: Vector3; light: Rgb; reach: number }[];
  /** Half sizes and height of the room about the middle of its floor; null in the open. */
  readonly room: { w: number; d: number; h: number } | null;
}

const RAYS = 18;
const REACH = 0.9;
const CELL = 0.75;

const from = new Vector3();
const way = new Vector3();
const toward = new Vector3();
const local = new Vector3();
const localWay = new Vector3();

/** Directions spread over the half above +y, more of them upright: each then weighs the same. */
const SPREAD: readonly Vector3[] = Array.from({ length: RAYS }, (_, place) => {
  const height = Math.sqrt(1 - (place + 0.5) / RAYS);
  const round = place * 2.399963;
  const flat = Math.sqrt(1 - height * height);
  return new Vector3(Math.cos(round) * flat, height, Math.sin(round) * flat);
});

/**
 * Light worked out once, when a place is made: what the sky and the windows give to each corner, how much furniture
 * and walls take away from it, and where the sun falls. Nothing of it is left to do in a frame.
 */
export class Lighting {
  private readonly cells = new Map<number, Block[]>();
  private readonly jitter: Vector3[];

  constructor(
    readonly day: Daylight,
    blocks: readonly Block[],
  ) {
    for (const block of blocks) this.enter(block);
    const random = chance(7);
    this.jitter = Array.from({ length: 5 }, () =>
      new Vector3(random() - 0.5, random() - 0.5, random() - 0.5).multiplyScalar(0.045),
    );
  }

  private key(x: number, z: number): number {
    return (Math.floor(x / CELL) + 512) * 1024 + Math.floor(z / CELL) + 512;
  }

  /** Blocks stand in every cell from which they can be near. */
  private enter(block: Block): void {
    const wide = block.reach + REACH;
    for (let x = block.middle.x - wide; x <= block.middle.x + wide + CELL; x += CELL) {
      for (let z = block.middle.z - wide; z <= block.middle.z + wide + CELL; z += CELL) {
        const key = this.key(x, z);
        const known = this.cells.get(key);
        if (known) {
          if (!known.includes(block)) known.push(block);
        } else this.cells.set(key, [block]);
      }
    }
  }

  /** Light at a place that faces `normal`; written into `out`. */
  at(x: number, y: number, z: number, normal: Vector3, out: Vector3): Vector3 {
    const { day } = this;
    from.set(x + normal.x * 0.025, y + normal.y * 0.025, z + normal.z * 0.025);
    const near = this.cells.get(this.key(x, z));
    const open = this.openness(near, normal);
    const up = normal.y * 0.5 + 0.5;
    out.set(
      (day.below[0] + (day.above[0] - day.below[0]) * up) * open,
      (day.below[1] + (day.above[1] - day.below[1]) * up) * open,
      (day.below[2] + (day.above[2] - day.below[2]) * up) * open,
    );
    for (const opening of day.openings) this.byWindow(opening, near, normal, open, out);
    if (day.openings.length === 0) this.bySun(near, normal, out);
    for (const lamp of day.lamps) this.byLamp(lamp, normal, open, out);
    return out;
  }

  private openness(near: readonly Block[] | undefined, normal: Vector3): number {
    const aside = Math.abs(normal.y) > 0.9 ? 1 : 0;
    way
      .set(aside, 1 - aside, 0)
      .cross(normal)
      .normalize();
    const [ax, ay, az] = [way.x, way.y, way.z];
    way.crossVectors(normal, way);
    const [bx, by, bz] = [way.x, way.y, way.z];
    let taken = 0;
    for (const ray of SPREAD) {
      way.set(
        ax * ray.x + normal.x * ray.y + bx * ray.z,
        ay * ray.x + normal.y * ray.y + by * ray.z,
        az * ray.x + normal.z * ray.y + bz * ray.z,
      );
      const hit = this.nearest(near, REACH);
      if (hit < REACH) taken += (1 - hit / REACH) ** 1.3;
    }
    return 1 - 0.78 * (taken / RAYS);
  }

  /** How far until something is met along `way`; walls and floor count for half, for they are light. */
  private nearest(near: readonly Block[] | undefined, limit: number): number {
    let best = limit;
    if (near) for (const block of near) best = Math.min(best, meets(block, best));
    const { room } = this.day;
    if (!room) return way.y < -1e-3 ? Math.min(best, from.y / -way.y) : best;
    const planes = Math.min(
      Math.abs(way.x) > 1e-4 ? (Math.sign(way.x) * room.w - from.x) / way.x : limit,
      Math.abs(way.z) > 1e-4 ? (Math.sign(way.z) * room.d - from.z) / way.z : limit,
      Math.abs(way.y) > 1e-4 ? ((way.y > 0 ? room.h : 0) - from.y) / way.y : limit,
    );
    return Math.min(best, Math.max(0, planes) + limit * 0.32);
  }

  private isFree(near: readonly Block[] | undefined, distance: number): boolean {
    if (!near) return true;
    for (const block of near) if (meets(block, distance) < distance) return false;
    return true;
  }

  private byWindow(
    opening: Opening,
    near: readonly Block[] | undefined,
    normal: Vector3,
    open: number,
    out: Vector3,
  ): void {
    toward.copy(opening.middle).sub(from);
    const far = toward.length();
    toward.divideScalar(far);
    const leaves = -toward.dot(opening.inward);
    if (leaves <= 0.01) return;
    const arrives = Math.max(0, toward.dot(normal) * 0.8 + 0.2);
    const size = 4 * opening.wide * opening.high;
    const strength = Math.min(0.75, (arrives * leaves * size) / (1.2 * size + 2.6 * far * far)) * open;
    const { window, sun, sunward } = this.day;
    out.x += window[0] * strength;
    out.y += window[1] * strength;
    out.z += window[2] * strength;
    const faces = normal.dot(sunward);
    if (faces <= 0.02) return;
    let seen = 0;
    for (const shift of this.jitter) {
      way.copy(sunward).add(shift).normalize();
      seen += this.sunThrough(opening, near);
    }
    const patch = (seen / this.jitter.length) * faces;
    out.x += sun[0] * patch;
    out.y += sun[1] * patch;
    out.z += sun[2] * patch;
  }

  /** 1 where the sun along `way` passes the panes of this window and nothing else is in between. */
  private sunThrough(opening: Opening, near: readonly Block[] | undefined): number {
    const fall = way.dot(opening.inward);
    if (fall > -1e-3) return 0;
    local.copy(opening.middle).sub(from);
    const far = local.dot(opening.inward) / fall;
    if (far < 0) return 0;
    local.copy(from).addScaledVector(way, far).sub(opening.middle);
    const across = local.dot(opening.aside);
    const inside = Math.abs(across) < opening.wide && Math.abs(local.y) < opening.high;
    if (!inside || Math.abs(Math.abs(across) - opening.wide * 0.33) < 0.035) return 0;
    return this.isFree(near, far) ? 1 : 0;
  }

  private bySun(near: readonly Block[] | undefined, normal: Vector3, out: Vector3): void {
    const faces = normal.dot(this.day.sunward);
    if (faces <= 0) return;
    let seen = 0;
    for (const shift of this.jitter) {
      way.copy(this.day.sunward).add(shift).normalize();
      if (this.isFree(near, 12)) seen += 1;
    }
    const { sun } = this.day;
    const patch = (seen / this.jitter.length) * faces;
    out.x += sun[0] * patch;
    out.y += sun[1] * patch;
    out.z += sun[2] * patch;
  }

  private byLamp(
    lamp: { at: Vector3; light: Rgb; reach: number },
    normal: Vector3,
    open: number,
    out: Vector3,
  ): void {
    toward.copy(lamp.at).sub(from);
    const far = toward.length();
    const arrives = Math.max(0, toward.dot(normal) / far) * 0.75 + 0.25;
    const strength = (arrives * open) / (1 + (far / lamp.reach) ** 2 * 3);
    out.x += lamp.light[0] * strength;
    out.y += lamp.light[1] * strength;
    out.z += lamp.light[2] * strength;
  }
}

/** Distance along `way` from `from` at which a block is entered; `limit` when not within it, or started inside. */
function meets(block: Block, limit: number): number {
  local.copy(from).applyMatrix4(block.inverse);
  localWay.copy(way).transformDirection(block.inverse);
  const { half } = block;
  let enters = -Infinity;
  let leaves = Infinity;
  for (let axis = 0; axis < 3; axis += 1) {
    const at = local.getComponent(axis);
    const go = localWay.getComponent(axis);
    const size = half.getComponent(axis);
    if (Math.abs(go) < 1e-6) {
      if (Math.abs(at) > size) return limit;
      continue;
    }
    const one = (-size - at) / go;
    const two = (size - at) / go;
    enters = Math.max(enters, Math.min(one, two));
    leaves = Math.min(leaves, Math.max(one, two));
  }
  return enters > 0 && enters < leaves && enters < limit ? enters : limit;
}

const facing = new Vector3();
const light = new Vector3();

/** The colours of a lump of clay in this light: one after another, ready for a geometry. */
export function lit(clay: Clay, lighting: Lighting): Float32Array {
  const colours = new Float32Array(clay.colours);
  const { positions, normals } = clay;
  for (let corner = 0; corner < clay.glows.length; corner += 1) {
    const at = corner * 3;
    const glow = clay.glows[corner] as number;
    if (glow >= 1) continue;
    facing.fromArray(normals, at);
    lighting.at(
      positions[at] as number,
      positions[at + 1] as number,
      positions[at + 2] as number,
      facing,
      light,
    );
    light.lerp(ONE, glow);
    colours[at] = (colours[at] as number) * light.x;
    colours[at + 1] = (colours[at + 1] as number) * light.y;
    colours[at + 2] = (colours[at + 2] as number) * light.z;
  }
  return colours;
}

const ONE = new Vector3(1, 1, 1);
