import { DirectionalLight, HemisphereLight, Vector3, type Light } from "three";
import type { Room } from "../../scene";
import type { Rgb } from "../build/colour";
import { mix, rgb, shade } from "../build/colour";
import type { Daylight, Opening } from "../build/daylight";

/** A time of the day: the sky, and what it gives indoors and in the open. */
interface Hour {
  readonly zenith: Rgb;
  readonly horizon: Rgb;
  readonly above: Rgb;
  readonly below: Rgb;
  readonly window: Rgb;
  readonly sun: Rgb;
  /** Height of the sun, and how far it slants to the right of the window. */
  readonly height: number;
  readonly slant: number;
  readonly lamp: number;
}

export const HOURS: Readonly<Record<Room["light"], Hour>> = {
  morning: {
    zenith: rgb("#6ea9de"),
    horizon: rgb("#fdeeda"),
    above: [0.86, 0.84, 0.81],
    below: [0.62, 0.58, 0.52],
    window: [0.78, 0.76, 0.72],
    sun: [0.95, 0.74, 0.46],
    height: 0.62,
    slant: -0.55,
    lamp: 0.05,
  },
  day: {
    zenith: rgb("#69a8e0"),
    horizon: rgb("#e9f1f4"),
    above: [0.9, 0.9, 0.89],
    below: [0.66, 0.63, 0.58],
    window: [0.72, 0.76, 0.8],
    sun: [0.78, 0.7, 0.55],
    height: 0.95,
    slant: 0.35,
    lamp: 0.05,
  },
  afternoon: {
    zenith: rgb("#6fa6d8"),
    horizon: rgb("#fbe6c4"),
    above: [0.84, 0.79, 0.72],
    below: [0.62, 0.55, 0.46],
    window: [0.78, 0.7, 0.6],
    sun: [1.05, 0.72, 0.38],
    height: 0.5,
    slant: 0.6,
    lamp: 0.08,
  },
  evening: {
    zenith: rgb("#5d74a0"),
    horizon: rgb("#f3bf94"),
    above: [0.6, 0.55, 0.52],
    below: [0.48, 0.41, 0.36],
    window: [0.42, 0.4, 0.46],
    sun: [0.5, 0.26, 0.14],
    height: 0.3,
    slant: 0.7,
    lamp: 0.62,
  },
};

const WARM: Rgb = [1, 0.83, 0.6];

/** The light inside a room. The sun always stands before its first window, so that there is a patch of it. */
export function indoors(room: Room, openings: readonly Opening[]): Daylight {
  const hour = HOURS[room.light];
  const first = openings[0];
  const sunward = first ? beforeWindow(first, hour) : new Vector3(0, 1, 0);
  // Light that the floor throws back up takes some of its colour along.
  const floor = mix(hour.below, rgb(room.floor.colour), 0.16);
  const dim = openings.length === 0 ? 1.18 : 1;
  return {
    above: shade(hour.above, dim),
    below: shade(floor, dim),
    window: hour.window,
    sun: hour.sun,
    sunward,
    openings,
    lamps: [
      {
        at: new Vector3(0, room.h - 0.35, 0),
        light: shade(WARM, hour.lamp + 0.1),
        reach: 2.6,
      },
    ],
    room: { w: room.w / 2, d: room.d / 2, h: room.h },
  };
}

function beforeWindow(opening: Opening, hour: Hour): Vector3 {
  const out = opening.inward.clone().negate();
  out.addScaledVector(opening.aside, hour.slant);
  out.normalize().multiplyScalar(Math.cos(hour.height));
  out.y = Math.sin(hour.height);
  return out.normalize();
}

/** The light in the open air. */
export function outdoors(light: Room["light"]): Daylight {
  const hour = HOURS[light];
  const sunward = new Vector3(hour.slant, Math.sin(hour.height) * 1.3, 0.7).normalize();
  return {
    above: mix(hour.above, hour.zenith, 0.25),
    below: hour.below,
    window: [0, 0, 0],
    sun: shade(hour.sun, 0.62),
    sunward,
    openings: [],
    lamps: [],
    room: null,
  };
}

/** What falls on the people: soft light from all sides, and some from where the window or the sun is. */
export function shining({ above, below, window, sun, openings }: Daylight): Light[] {
  const soft = new HemisphereLight(0xffffff, 0xffffff, Math.PI * 1.12);
  soft.color.setRGB(...above);
  soft.groundColor.setRGB(...shade(below, 0.95));
  const side = new DirectionalLight(0xffffff, Math.PI * 0.72);
  side.color.setRGB(...(openings[0] ? window : sun));
  const from = openings[0]?.inward;
  if (from) side.position.set(-from.x * 1.4, 0.9, -from.z * 1.4 + 0.7);
  else side.position.set(0.4, 1.2, 1);
  return [soft, side];
}
