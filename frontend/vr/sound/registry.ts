/** Every sound that a scene may ask for. One entry is one new sound; `frontend/vr/registry.json` names the same keys. */
import { babble, cry, laugh, office } from "./people";
import * as outside from "./outside";
import * as things from "./things";
import { seedOf } from "../play/random";
import { Sheet } from "./wave";

export interface Synth {
  /** Length of the sheet. */
  seconds: number;
  write: (sheet: Sheet) => void;
  /** How loud it is when a scene asks for it whole, as root mean square; what rings briefly may be lower. */
  loudness: number;
}

/** A sound that goes on: about −26 dB. */
const STEADY = 0.05;
/** One that is mostly silence between short touches. */
const SPARSE = 0.03;

function synth(seconds: number, write: (sheet: Sheet) => void, loudness = STEADY): Synth {
  return { seconds, write, loudness };
}

export const SYNTHS: Readonly<Record<string, Synth>> = {
  "children-babble": synth(9, babble),
  "child-cry": synth(7, cry, 0.045),
  "child-laugh": synth(1.6, laugh),
  "toys-clatter": synth(7, things.toys, SPARSE),
  "office-murmur": synth(9, office),
  keyboard: synth(7, things.keyboard, 0.02),
  "phone-ring": synth(6, things.phoneRing, 0.04),
  "phone-buzz": synth(3.2, things.phoneBuzz, 0.04),
  printer: synth(4, things.printer, 0.04),
  door: synth(2.2, things.door, 0.04),
  doorbell: synth(2.4, things.doorbell, 0.04),
  footsteps: synth(4, things.footsteps, SPARSE),
  "coffee-machine": synth(6, things.coffeeMachine, 0.04),
  "chair-scrape": synth(1.1, things.chairScrape, 0.04),
  cups: synth(7, things.cups, 0.02),
  traffic: synth(9, outside.traffic),
  rain: synth(6, outside.rain),
  wind: synth(8, outside.wind),
  birds: synth(9, outside.birds, SPARSE),
  water: synth(7, outside.water, 0.04),
  leaves: synth(8, outside.leaves),
  "clock-tick": synth(4, things.clockTick, 0.015),
  vacuum: synth(6, things.vacuum),
};

/** The samples of a sound; the same seed gives the same samples. Null for a key that nobody made. */
export function written(key: string, seed: number): Float32Array<ArrayBuffer> | null {
  const found = Object.hasOwn(SYNTHS, key) ? SYNTHS[key] : undefined;
  if (!found) return null;
  const sheet = new Sheet(found.seconds, seedOf(seed, key));
  found.write(sheet);
  return sheet.levelled(found.loudness);
}
