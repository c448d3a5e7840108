import type { Prop, Room, Spot } from "../../scene";
import { standing, type Standing } from "../props";
import { between } from "./route";

/** Side of a square of floor, and how near somebody walks past a thing or a person, metres. */
const CELL = 0.2;
const APART = 0.27;
const ABREAST = 0.42;
/** The same past the eyes of the one who practises: nobody brushes by. */
const EYES = 1;
/** How much longer a way may be for each metre that it spares of going through something. */
const DETOUR = 14;
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;

/** The floor of a scene with what stands on it: the ways that people walk round furniture and each other. */
export class Around {
  private readonly wide: number;
  private readonly deep: number;
  private readonly things: readonly Standing[];
  private readonly taken: Uint8Array;

  constructor(
    private readonly room: Pick<Room, "w" | "d" | "kind">,
    props: readonly Prop[],
    private readonly people: readonly Spot[],
    private readonly eyes: Spot | null = null,
  ) {
    this.wide = Math.ceil(room.w / CELL);
    this.deep = Math.ceil(room.d / CELL);
    this.things = standing(room, props);
    this.taken = new Uint8Array(this.wide * this.deep);
    for (let cell = 0; cell < this.taken.length; cell += 1) {
      const [x, z] = this.middle(cell);
      this.taken[cell] = this.isTaken(x, z) ? 1 : 0;
    }
  }

  /**
   * From one place to another, with as few corners as it can. Through a thing only where it has to: whoever sits at a
   * table stands half under it. People who stay where they are, other than at its two ends, are walked round too.
   */
  way(from: Spot, to: Spot): Spot[] {
    const cells = this.found(this.cell(from), this.cell(to), from, to);
    const spots: Spot[] = [from, ...cells.slice(1, -1).map((cell) => this.middle(cell)), to];
    return this.straightened(spots, from, to);
  }

  private middle(cell: number): Spot {
    const column = cell % this.wide;
    const row = (cell - column) / this.wide;
    return [(column + 0.5) * CELL - this.room.w / 2, (row + 0.5) * CELL - this.room.d / 2];
  }

  private cell([x, z]: Spot): number {
    const column = Math.floor((x + this.room.w / 2) / CELL);
    const row = Math.floor((z + this.room.d / 2) / CELL);
    return within(row, this.deep) * this.wide + within(column, this.wide);
  }

  private isTaken(x: number, z: number): boolean {
    const wall = Math.min(this.room.w / 2 - Math.abs(x), this.room.d / 2 - Math.abs(z));
    if (this.room.kind !== "garden" && wall < APART) return true;
    return this.things.some((thing) => {
      const [dx, dz] = [x - thing.x, z - thing.z];
      const across = Math.abs(dx * thing.cos + dz * thing.sin) - thing.w / 2;
      const ahead = Math.abs(-dx * thing.sin + dz * thing.cos) - thing.d / 2;
      return Math.hypot(Math.max(0, across), Math.max(0, ahead)) < APART;
    });
  }

  /** What a metre through this place costs. */
  private cost(cell: number, from: Spot, to: Spot): number {
    return this.taken[cell] || this.meets(this.middle(cell), from, to) ? 1 + DETOUR : 1;
  }

  private meets(at: Spot, from: Spot, to: Spot): boolean {
    const apart = (each: Spot, far: number): boolean =>
      between(each, at) < far && between(each, from) > far && between(each, to) > far;
    return this.people.some((each) => apart(each, ABREAST)) || (this.eyes !== null && apart(this.eyes, EYES));
  }

  /** The cheapest cells from one to another (Dijkstra with what is left as the crow flies). */
  private found(start: number, goal: number, from: Spot, to: Spot): number[] {
    const costs = new Float64Array(this.taken.length).fill(Infinity);
    const came = new Int32Array(this.taken.length).fill(-1);
    const open = new Heap();
    costs[start] = 0;
    open.push(start, 0);
    for (let cell = open.pop(); cell >= 0 && cell !== goal; cell = open.pop()) {
      const column = cell % this.wide;
      const row = (cell - column) / this.wide;
      for (const [x, z] of SIDES) {
        const [nextColumn, nextRow] = [column + x, row + z];
        if (nextColumn < 0 || nextRow < 0 || nextColumn >= this.wide || nextRow >= this.deep) continue;
        const next = nextRow * this.wide + nextColumn;
        const cost =
          (costs[cell] as number) + CELL * (x !== 0 && z !== 0 ? Math.SQRT2 : 1) * this.cost(next, from, to);
        if (cost >= (costs[next] as number)) continue;
        costs[next] = cost;
        came[next] = cell;
        open.push(next, cost + between(this.middle(next), to));
      }
    }
    const cells = [goal];
    for (let cell = goal; cell !== start && (came[cell] as number) >= 0;) {
      cell = came[cell] as number;
      cells.unshift(cell);
    }
    return cells;
  }

  /** The same way without the corners that it does not need. */
  private straightened(spots: readonly Spot[], from: Spot, to: Spot): Spot[] {
    const through = spots.map((spot, place) =>
      place === 0 ? 0 : this.trouble(spots[place - 1] as Spot, spot, from, to),
    );
    const kept: Spot[] = [spots[0] as Spot];
    for (let here = 0; here < spots.length - 1;) {
      let next = spots.length - 1;
      while (next > here + 1) {
        const bent = through.slice(here + 1, next + 1).reduce((sum, each) => sum + each, 0);
        if (this.trouble(spots[here] as Spot, spots[next] as Spot, from, to) <= bent) break;
        next -= 1;
      }
      kept.push(spots[next] as Spot);
      here = next;
    }
    return kept;
  }

  /** How many steps of a straight line lead through something. */
  private trouble(one: Spot, other: Spot, from: Spot, to: Spot): number {
    const steps = Math.max(1, Math.ceil(between(one, other) / (CELL / 2)));
    let taken = 0;
    for (let step = 1; step <= steps; step += 1) {
      const share = step / steps;
      const at: Spot = [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share];
      if (this.taken[this.cell(at)] || this.meets(at, from, to)) taken += 1;
    }
    return taken;
  }
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}

/** Numbers with a weight, the lightest first. */
class Heap {
  private readonly items: { item: number; weight: number }[] = [];

  push(item: number, weight: number): void {
    const { items } = this;
    items.push({ item, weight });
    for (let at = items.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      if ((items[up]?.weight as number) <= weight) break;
      this.swap(at, up);
      at = up;
    }
  }

  /** Takes the lightest away; -1 where there is none. */
  pop(): number {
    const { items } = this;
    const [first] = items;
    const last = items.pop();
    if (!first || !last) return -1;
    if (items.length === 0) return first.item;
    items[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      let least = at;
      for (const down of [left, left + 1]) {
        if ((items[down]?.weight ?? Infinity) < (items[least]?.weight as number)) least = down;
      }
      if (least === at) return first.item;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(one: number, other: number): void {
    const kept = this.items[one];
    this.items[one] = this.items[other] as { item: number; weight: number };
    this.items[other] = kept as { item: number; weight: number };
  }
}
