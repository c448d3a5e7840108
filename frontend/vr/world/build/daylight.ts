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

const RAYS = 14;
const REACH = 1.15;
const CELL = 0.75;

const from = new Vector3();
const way = new Vector3();
const toward = new Vector3();
const local = new Vector3();

/** Directions spread over the half above +y, more of them upright: each then weighs the same. */
const SPREAD = Float64Array.from(
  Array.from({ length: RAYS }, (_, place) => {
    const height = Math.sqrt(1 - (place + 0.5) / RAYS);
    const round = place * 2.399963;
    const flat = Math.sqrt(1 - height * height);
    return [Math.cos(round) * flat, height, Math.sin(round) * flat];
  }).flat(),
);
const rays = new Float64Array(RAYS * 3);
const hits = new Float64Array(RAYS);

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
    for (let ray = 0; ray < RAYS; ray += 1) {
      const [x, y, z] = [
        SPREAD[ray * 3] as number,
        SPREAD[ray * 3 + 1] as number,
        SPREAD[ray * 3 + 2] as number,
      ];
      rays[ray * 3] = ax * x + normal.x * y + bx * z;
      rays[ray * 3 + 1] = ay * x + normal.y * y + by * z;
      rays[ray * 3 + 2] = az * x + normal.z * y + bz * z;
      hits[ray] = this.toPlanes(ray * 3);
    }
    if (near) {
      for (const block of near) {
        const far = block.reach + REACH;
        if (from.distanceToSquared(block.middle) < far * far) meetsAll(block);
      }
    }
    let taken = 0;
    for (let ray = 0; ray < RAYS; ray += 1) {
      const hit = Math.max(0, hits[ray] as number);
      if (hit < REACH) taken += 1 - hit / REACH;
    }
    return 1 - 0.72 * (taken / RAYS);
  }

  /** How far to a wall or the floor; they count for half, for they are light. */
  private toPlanes(ray: number): number {
    const { room } = this.day;
    const [x, y, z] = [rays[ray] as number, rays[ray + 1] as number, rays[ray + 2] as number];
    if (!room) return y < -1e-3 && from.y > 0 ? Math.min(REACH, from.y / -y + REACH * 0.3) : REACH;
    const planes = Math.min(
      Math.abs(x) > 1e-4 ? (Math.sign(x) * room.w - from.x) / x : REACH,
      Math.abs(z) > 1e-4 ? (Math.sign(z) * room.d - from.z) / z : REACH,
      Math.abs(y) > 1e-4 ? ((y > 0 ? room.h : 0) - from.y) / y : REACH,
    );
    return Math.min(REACH, Math.max(0, planes) + REACH * 0.32);
  }

  private isFree(near: readonly Block[] | undefined, distance: number): boolean {
    if (!near) return true;
    for (const block of near) if (meets(block, way.x, way.y, way.z, distance) < distance) return false;
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

/** Distance along a direction from `from` at which a block is entered; `limit` when not within it, or started inside. */
function meets(block: Block, x: number, y: number, z: number, limit: number): number {
  const { axes, middle, half } = block;
  const [dx, dy, dz] = [from.x - middle.x, from.y - middle.y, from.z - middle.z];
  let enters = -Infinity;
  let leaves = Infinity;
  for (let axis = 0; axis < 3; axis += 1) {
    const [a, b, c] = [axes[axis * 3] as number, axes[axis * 3 + 1] as number, axes[axis * 3 + 2] as number];
    const at = dx * a + dy * b + dz * c;
    const go = x * a + y * b + z * c;
    const size = half[axis] as number;
    if (Math.abs(go) < 1e-7) {
      if (Math.abs(at) > size) return limit;
      continue;
    }
    const one = (-size - at) / go;
    const two = (size - at) / go;
    if (one < two) {
      if (one > enters) enters = one;
      if (two < leaves) leaves = two;
    } else {
      if (two > enters) enters = two;
      if (one < leaves) leaves = one;
    }
    if (enters > leaves || leaves < 0) return limit;
  }
  return enters > 0 && enters < limit ? enters : limit;
}

function meetsAll(block: Block): void {
  for (let ray = 0; ray < RAYS; ray += 1) {
    const at = ray * 3;
    const hit = meets(
      block,
      rays[at] as number,
      rays[at + 1] as number,
      rays[at + 2] as number,
      hits[ray] as number,
    );
    hits[ray] = hit;
  }
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
