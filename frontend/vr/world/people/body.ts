import { Vector3 } from "three";
import type { Look } from "../../scene";
import { mix, rgb, shade, TONES, type Rgb } from "../build/colour";
import { ARM, B, FORE, hipHeight, resting, SHIN, THIGH, UPPER, type Build } from "./bones";
import type { Flesh, Follows, Ring } from "./flesh";

type Side = 1 | -1;

/** What somebody wears, drawn by lot from their name where the scene does not say. */
export interface Clothes {
  readonly top: Rgb;
  readonly bottom: Rgb;
  readonly skin: Rgb;
  readonly shoes: Rgb;
  /** Under an open cardigan; null for a jumper. */
  readonly under: Rgb | null;
  readonly sleeves: "long" | "short";
}

export function clothes(look: Look, grown: boolean, chance: () => number): Clothes {
  const shoes = [TONES.graphite, TONES.oakDark, TONES.ink, TONES.white, TONES.terracotta];
  return {
    top: rgb(look.top),
    bottom: rgb(look.bottom),
    skin: rgb(look.skin),
    shoes: shoes[Math.floor(chance() * (grown ? 3 : 5))] as Rgb,
    under: grown && chance() > 0.45 ? mix(TONES.white, rgb(look.top), 0.12) : null,
    sleeves: chance() > (grown ? 0.8 : 0.55) ? "short" : "long",
  };
}

export function body(flesh: Flesh, made: Build, wears: Clothes): void {
  torso(flesh, made, wears);
  for (const side of [1, -1] as const) {
    arm(flesh, made, wears, side);
    hand(flesh, made, wears.skin, side);
    leg(flesh, made, wears, side);
    shoe(flesh, wears.shoes, side);
  }
}

function torso(flesh: Flesh, made: Build, wears: Clothes): void {
  const base = hipHeight(made) + 0.03;
  const front = (angle: number): number => Math.abs(angle - (3 * Math.PI) / 2);
  const open = (wide: number) => (angle: number) => (wears.under && front(angle) < wide ? wears.under : null);
  const ring = (
    y: number,
    across: number,
    ahead: number,
    follows: Follows,
    colour: Rgb,
    more: Partial<Ring> & { z?: number } = {},
  ): Ring => ({
    at: new Vector3(0, base + y, more.z ?? 0),
    across: new Vector3(across, 0, 0),
    ahead: new Vector3(0, 0, ahead),
    follows,
    colour,
    power: 2.35,
    ...more,
  });
  const { belly, wide } = made;
  const { top, bottom, skin } = wears;
  const neck = 0.052 * (made.head > 1.3 ? 0.86 : 1);
  flesh.tube(
    [
      ring(-0.125, 0.07, 0.06, [B.hips, B.hips, 0], bottom, { shade: 0.6 }),
      ring(-0.085, 0.14, 0.1, [B.hips, B.hips, 0], bottom, { shade: 0.75 }),
      ring(-0.02, 0.168 * belly, 0.118 * belly, [B.hips, B.hips, 0], bottom, { shade: 0.95 }),
      ring(0.035, 0.162 * belly, 0.115 * belly, [B.hips, B.spine, 0.2], bottom, { shade: 0.86 }),
      ring(0.035, 0.17 * belly, 0.123 * belly, [B.hips, B.spine, 0.2], top, { shade: 0.84, tint: open(0.1) }),
      ring(0.1, 0.158 * belly, 0.118 * belly, [B.hips, B.spine, 0.55], top, { tint: open(0.12) }),
      ring(0.18, 0.152 * (belly + wide) * 0.5, 0.112 * belly, [B.spine, B.chest, 0.4], top, {
        tint: open(0.16),
      }),
      ring(0.27, 0.162 * wide, 0.116, [B.chest, B.spine, 0.2], top, { tint: open(0.2) }),
      ring(0.36, 0.172 * wide, 0.118, [B.chest, B.chest, 0], top, { tint: open(0.26), z: -0.002 }),
      ring(0.425, 0.178 * wide, 0.106, [B.chest, B.chest, 0], top, { tint: open(0.34), z: 0.002 }),
      ring(0.466, 0.152 * wide, 0.09, [B.chest, B.chest, 0], top, { tint: open(0.45), z: 0.004 }),
      ring(0.496, 0.095, 0.076, [B.chest, B.neck, 0.15], top, { shade: 1.03, z: 0.005, tint: open(0.6) }),
      ring(0.514, neck + 0.017, neck + 0.016, [B.chest, B.neck, 0.4], top, { shade: 1.06, z: 0.006 }),
      ring(0.512, neck + 0.004, neck + 0.004, [B.chest, B.neck, 0.4], skin, { shade: 0.74, z: 0.006 }),
      ring(0.545, neck, neck, [B.neck, B.neck, 0], skin, { shade: 0.84, z: 0.006 }),
      ring(0.59, neck * 0.97, neck, [B.neck, B.head, 0.6], skin, { shade: 0.78, z: 0.004 }),
      ring(0.64, neck * 0.9, neck * 0.95, [B.head, B.head, 0], skin, { shade: 0.7, z: 0.004 }),
    ],
    made.fine ? 20 : 14,
  );
}

function arm(flesh: Flesh, made: Build, wears: Clothes, side: Side): void {
  const [top, fore, wrist] = side > 0 ? [B.armR, B.foreR, B.handR] : [B.armL, B.foreL, B.handL];
  const from = resting(made)[top] as Vector3;
  const along = new Vector3(ARM[0] * side, ARM[1], 0);
  const across = new Vector3(-ARM[1] * side, ARM[0], 0);
  const thick = made.head > 1.3 ? 1.1 : made.wide;
  const skinFrom = wears.sleeves === "short" ? 0.17 : 0.49;
  const ring = (down: number, radius: number, follows: Follows, more: Partial<Ring> = {}): Ring => ({
    at: from.clone().addScaledVector(along, down),
    across: across.clone().multiplyScalar(radius * thick),
    ahead: new Vector3(0, 0, radius * thick * 1.06),
    follows,
    colour: down > skinFrom ? wears.skin : wears.top,
    ...more,
  });
  const cuff = wears.sleeves === "short" ? 0.17 : 0.478;
  const lower = shade(wears.top, 0.9);
  const rings = [
    ring(-0.052, 0.018, [top, B.chest, 0.55]),
    ring(-0.035, 0.044, [top, B.chest, 0.5]),
    ring(0, 0.059, [top, B.chest, 0.28]),
    ring(0.05, 0.058, [top, top, 0], { shade: 0.98 }),
    ring(0.14, 0.051, [top, top, 0]),
    ring(UPPER - 0.045, 0.045, [top, fore, 0.15]),
    ring(UPPER, 0.043, [top, fore, 0.5]),
    ring(UPPER + 0.045, 0.042, [fore, top, 0.15]),
    ring(UPPER + 0.12, 0.037, [fore, fore, 0]),
    ring(0.47, 0.031, [fore, fore, 0]),
    ring(UPPER + FORE + 0.012, 0.0235, [fore, wrist, 0.6], { colour: wears.skin }),
  ];
  const at = rings.findIndex(
    (each) => each.at.distanceTo(from) > cuff && each.follows[0] !== B.chest && each.at.y < from.y,
  );
  const before = rings[at - 1] as Ring;
  const radius = before.across.length() / thick;
  rings.splice(
    at,
    0,
    ring(cuff, radius * 1.05, before.follows, { colour: lower }),
    ring(cuff + 0.001, radius * 0.9, before.follows, { colour: wears.skin, shade: 0.78 }),
    ring(cuff + 0.02, radius * 0.92, before.follows, { colour: wears.skin }),
  );
  flesh.tube(rings, made.fine ? 12 : 9);
}

/** A hand with fingers a little curled; the thumb ahead. */
function hand(flesh: Flesh, made: Build, skin: Rgb, side: Side): void {
  const bone = side > 0 ? B.handR : B.handL;
  const from = resting(made)[bone] as Vector3;
  const down = new Vector3(ARM[0] * side, ARM[1], 0);
  const out = new Vector3(-ARM[1] * side, ARM[0], 0);
  const small = made.head > 1.3 ? 1.12 : 1.02;
  const follows: Follows = [bone, bone, 0];
  const spot = (along: number, aside: number, ahead: number): Vector3 =>
    from
      .clone()
      .addScaledVector(down, along * small)
      .addScaledVector(out, aside * small)
      .add(new Vector3(0, 0, -ahead * small));
  const ring = (
    along: number,
    thick: number,
    wide: number,
    aside: number,
    ahead: number,
    tone = 1,
  ): Ring => ({
    at: spot(along, aside, ahead),
    across: out.clone().multiplyScalar(thick * small),
    ahead: new Vector3(0, 0, wide * small),
    follows,
    colour: shade(skin, tone),
    power: 2.5,
  });
  flesh.tube(
    [
      ring(-0.005, 0.019, 0.024, 0, 0),
      ring(0.03, 0.017, 0.034, 0, 0),
      ring(0.075, 0.015, 0.04, -0.003, 0),
      ring(0.095, 0.011, 0.039, -0.004, 0),
    ],
    made.fine ? 10 : 8,
  );
  const sides = made.fine ? 6 : 4;
  for (let finger = 0; finger < 4; finger += 1) {
    const ahead = 0.03 - finger * 0.0198;
    const long = [0.07, 0.08, 0.074, 0.058][finger] as number;
    const part = (share: number, thick: number): Ring =>
      ring(0.085 + long * share, thick, thick, -0.003 - share * share * 0.026, ahead, 1 - share * 0.04);
    flesh.tube([part(0, 0.0102), part(0.5, 0.0096), part(0.92, 0.008), part(1, 0.004)], sides);
  }
  const thumb = (share: number, thick: number): Ring =>
    ring(0.02 + share * 0.062, thick, thick, -0.006 - share * 0.012, 0.026 + share * 0.032);
  flesh.tube([thumb(0, 0.015), thumb(0.5, 0.012), thumb(0.92, 0.0095), thumb(1, 0.004)], sides);
}

function leg(flesh: Flesh, made: Build, wears: Clothes, side: Side): void {
  const [top, shin, foot] = side > 0 ? [B.thighR, B.shinR, B.footR] : [B.thighL, B.shinL, B.footL];
  const from = resting(made)[top] as Vector3;
  const [long, low] = [THIGH * made.leg, SHIN * made.leg];
  const thick = made.head > 1.3 ? 1.08 : (made.belly + 1) / 2;
  const ring = (down: number, radius: number, follows: Follows, tone = 1, ahead = 0): Ring => ({
    at: new Vector3(from.x + (down / (long + low)) * 0.006 * side, from.y - down, ahead),
    across: new Vector3(radius * thick, 0, 0),
    ahead: new Vector3(0, 0, radius * thick * 1.05),
    follows,
    colour: wears.bottom,
    shade: tone,
  });
  flesh.tube(
    [
      ring(-0.05, 0.05, [top, B.hips, 0.6]),
      ring(-0.02, 0.082, [top, B.hips, 0.5], 0.95),
      ring(0.04, 0.087, [top, B.hips, 0.2], 0.9),
      ring(0.14, 0.08, [top, top, 0], 0.92),
      ring(long - 0.1, 0.064, [top, top, 0], 0.97),
      ring(long - 0.03, 0.058, [top, shin, 0.3], 1, -0.003),
      ring(long + 0.03, 0.055, [shin, top, 0.3], 1, -0.002),
      ring(long + 0.12, 0.056, [shin, shin, 0], 1, 0.006),
      ring(long + low - 0.09, 0.046, [shin, shin, 0], 0.96, 0.003),
      ring(long + low - 0.015, 0.05, [shin, foot, 0.3], 0.9, 0.002),
      ring(long + low - 0.014, 0.03, [shin, foot, 0.3], 0.6, 0.002),
    ],
    made.fine ? 12 : 9,
  );
}

function shoe(flesh: Flesh, colour: Rgb, side: Side): void {
  const bone = side > 0 ? B.footR : B.footL;
  const x = 0.094 * side;
  const ring = (z: number, wide: number, high: number, tone = 1): Ring => ({
    at: new Vector3(x, high / 2 + 0.002, z),
    across: new Vector3(wide, 0, 0),
    ahead: new Vector3(0, high / 2, 0),
    follows: [bone, bone, 0],
    colour,
    power: 2.8,
    shade: tone,
  });
  flesh.tube(
    [
      ring(0.07, 0.02, 0.05, 0.85),
      ring(0.058, 0.036, 0.085, 0.92),
      ring(0.01, 0.041, 0.1),
      ring(-0.05, 0.043, 0.082),
      ring(-0.12, 0.047, 0.055),
      ring(-0.165, 0.036, 0.042),
      ring(-0.185, 0.012, 0.026, 0.9),
    ],
    10,
  );
}
