import { Vector3 } from "three";
import type { Person, Spot } from "../../scene";
import { Route } from "./route";
import { Ways } from "./ways";

/** How somebody walks in a scene: by which way in, and round what. */
export interface Walking {
  /** From outside to a place in the room. */
  in(to: Spot): readonly Spot[];
  way(from: Spot, to: Spot): readonly Spot[];
}

const PACE = { adult: 0.95, teen: 1, child: 0.75 };
/** Of that pace where nobody is in a hurry, and seconds of rest at each place of a walk. */
const STROLL = 0.75;
const REST = 2.2;

/** Where one person is: at their place, on a walk, or on the way in or out. Everything is laid out when it is made. */
export class Whereabouts {
  readonly place = new Vector3();
  heading: number;
  /** 0 still, 1 walking; and metres walked. */
  stride = 0;
  walked = 0;
  /** At their own place, where they may sit. */
  isHome = true;
  /** 1 in the room, 0 outside the door. */
  private presence = 1;
  private isNew = true;
  /** By which way out they go, one for each place where they rest; and whether they are on their walk now. */
  private exit = 0;
  private isAround = true;
  private readonly pace: number;
  private readonly ways: Ways | null;
  private readonly exits: readonly Route[];
  private readonly homeHeading: number;

  /** `phase` in seconds: not everybody sets out at once. */
  constructor(
    private readonly person: Person,
    walking: Walking,
    phase: number,
  ) {
    this.homeHeading = this.heading = (person.turn * Math.PI) / 180;
    this.pace = PACE[person.kind];
    const walks = person.path.length > 1;
    this.ways = walks ? new Ways(person.path, this.pace * STROLL, REST, phase, walking.way) : null;
    this.exits = (walks ? person.path : [person.at]).map((at) => new Route(walking.in(at)));
  }

  isSeen(isHere: boolean): boolean {
    return this.presence > 0 || isHere;
  }

  /** The picture begins anew: who is there is simply there. */
  begin(): void {
    this.isNew = true;
  }

  /** `clock` is scene time, so that both sides of a mirrored session see the same walk. */
  tick(seconds: number, clock: number, isHere: boolean, walks: boolean): void {
    this.come(seconds, isHere ? 1 : 0, walks);
    if (this.presence < 1) return this.onTheWay(seconds, isHere);
    this.stride = 0;
    this.isHome = !(this.ways && walks);
    if (this.ways && walks) return this.walk(this.ways, seconds, clock);
    this.place.set(this.person.at[0], 0, this.person.at[1]);
    this.turnTo(this.homeHeading, seconds, 4);
  }

  private come(seconds: number, goal: 0 | 1, walks: boolean): void {
    if (this.isNew) {
      this.presence = goal;
      this.isAround = goal === 1;
    }
    this.isNew = false;
    if (this.presence === goal || (goal === 0 && this.walksOn(walks))) return;
    const step = (seconds * this.pace) / Math.max(0.4, this.way.long);
    this.presence =
      goal > this.presence ? Math.min(1, this.presence + step) : Math.max(0, this.presence - step);
    if (this.presence === 0) this.exit = 0;
  }

  /** Who is on a walk leaves from where they rest next. */
  private walksOn(walks: boolean): boolean {
    if (!this.ways || !walks || !this.isAround) return false;
    if (this.ways.resting < 0) return true;
    this.exit = this.ways.resting;
    this.isAround = false;
    return false;
  }

  private get way(): Route {
    return this.exits[this.exit] as Route;
  }

  private walk(ways: Ways, seconds: number, clock: number): void {
    ways.go(clock);
    // Who came in waits until the walk comes by.
    if (ways.resting === this.exit) this.isAround = true;
    if (!this.isAround) return;
    this.place.set(ways.x, 0, ways.z);
    this.turnTo(ways.heading, seconds, 5);
    this.stride = ways.stride;
    this.walked = ways.walked;
  }

  private onTheWay(seconds: number, isHere: boolean): void {
    const { way, presence } = this;
    way.go(way.long * presence);
    this.place.set(way.x, 0, way.z);
    this.turnTo(isHere ? way.heading : way.heading + Math.PI, seconds, 6);
    this.isHome = false;
    this.stride = Math.min(1, (1 - presence) * 6, presence * 8 + 0.3);
    this.walked += seconds * this.pace * 0.9;
  }

  private turnTo(heading: number, seconds: number, quick: number): void {
    let turn = (heading - this.heading) % (2 * Math.PI);
    if (turn > Math.PI) turn -= 2 * Math.PI;
    if (turn < -Math.PI) turn += 2 * Math.PI;
    this.heading += turn * (1 - Math.exp(-seconds * quick));
  }
}
