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
  readonly sleeves: "long" | "short";
  /** 0 a jumper, 1 a cardigan over a shirt, 2 a shirt with buttons, 3 stripes. */
  readonly cut: number;
  readonly under: Rgb;
}

export function clothes(look: Look, grown: boolean, chance: () => number): Clothes {
  const shoes = [TONES.graphite, TONES.ink, TONES.walnut, TONES.white, TONES.blue];
  const top = rgb(look.top);
  const lot = chance();
  return {
    top,
    bottom: rgb(look.bottom),
    skin: rgb(look.skin),
    shoes: shoes[Math.floor(chance() * (grown ? 3 : 5))] as Rgb,
    sleeves: chance() > (grown ? 0.85 : 0.55) ? "short" : "long",
    cut: grown ? (lot < 0.4 ? 1 : lot < 0.65 ? 2 : 0) : lot < 0.45 ? 3 : 0,
    under: mix(TONES.white, top, lot < 0.4 ? 0.08 : 0.3),
  };
}

export function body(flesh: Flesh, made: Build, wears: Clothes): void {
  torso(flesh, made, wears);
  for (const side of [1, -1] as const) {
    arm(flesh, made, wears, side);
    hand(flesh, made, wears.skin, side);
    leg(flesh, made, wears, side);
    shoe(flesh, wears.shoes, side, made.fine ? 10 : 7);
  }
}

function torso(flesh: Flesh, made: Build, wears: Clothes): void {
  const base = hipHeight(made) + 0.03;
  const collar = base + 0.5;
  const cloth = (at: Vector3): Vector3 =>
    new Vector3((at.x * 10) / made.wide, (at.y - collar) * 10, at.z < 0.03 ? 2 : 3);
  const ring = (
    y: number,
    across: number,
    ahead: number,
    follows: Follows,
    colour: Rgb,
    shade = 1,
    z = 0,
  ): Ring => ({
    at: new Vector3(0, base + y, z),
    across: new Vector3(across, 0, 0),
    ahead: new Vector3(0, 0, ahead),
    follows,
    colour,
    power: 2.35,
    shade,
    ...(colour === wears.top && { cloth }),
  });
  const { belly, wide } = made;
  const { top, bottom, skin } = wears;
  const neck = 0.05 * (made.head > 1.3 ? 0.88 : 1);
  const only = (bone: number): Follows => [bone, bone, 0];
  flesh.tube(
    [
      ring(-0.115, 0.03, 0.045, only(B.hips), bottom, 0.86),
      ring(-0.085, 0.085, 0.085, only(B.hips), bottom, 0.9),
      ring(-0.05, 0.15 * belly, 0.108 * belly, only(B.hips), bottom, 0.94),
      ring(-0.042, 0.168 * belly, 0.116 * belly, only(B.hips), bottom, 0.7),
      ring(-0.042, 0.177 * belly, 0.125 * belly, only(B.hips), top, 0.8),
      ring(-0.03, 0.179 * belly, 0.127 * belly, only(B.hips), top, 0.94),
      ring(0.03, 0.17 * belly, 0.122 * belly, [B.hips, B.spine, 0.2], top),
      ring(0.11, 0.152 * belly, 0.114 * belly, [B.hips, B.spine, 0.6], top, 0.98),
      ring(0.19, 0.15 * (belly + wide) * 0.5, 0.11 * belly, [B.spine, B.chest, 0.4], top, 0.98),
      ring(0.27, 0.16 * wide, 0.115, [B.chest, B.spine, 0.2], top),
      ring(0.35, 0.169 * wide, 0.118, only(B.chest), top, 1, -0.003),
      ring(0.405, 0.172 * wide, 0.109, only(B.chest), top, 1, 0),
      ring(0.44, 0.163 * wide, 0.096, only(B.chest), top, 1, 0.003),
      ring(0.466, 0.137 * wide, 0.084, only(B.chest), top, 1.02, 0.005),
      ring(0.486, 0.098, 0.073, [B.chest, B.neck, 0.15], top, 1.03, 0.006),
      ring(0.5, neck + 0.024, neck + 0.02, [B.chest, B.neck, 0.3], top, 1.05, 0.006),
      ring(0.51, neck + 0.014, neck + 0.014, [B.chest, B.neck, 0.4], top, 1.06, 0.006),
      ring(0.507, neck + 0.004, neck + 0.004, [B.chest, B.neck, 0.4], skin, 0.72, 0.006),
      ring(0.535, neck, neck, only(B.neck), skin, 0.84, 0.006),
      ring(0.58, neck * 0.97, neck, [B.neck, B.head, 0.6], skin, 0.78, 0.004),
      ring(0.63, neck * 0.9, neck * 0.95, only(B.head), skin, 0.68, 0.004),
    ],
    made.fine ? 20 : 12,
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
    ring(-0.03, 0.012, [top, B.chest, 0.5]),
    ring(-0.018, 0.031, [top, B.chest, 0.42]),
    ring(0.008, 0.0465, [top, B.chest, 0.24]),
    ring(0.05, 0.051, [top, top, 0]),
    ring(0.14, 0.047, [top, top, 0]),
    ring(UPPER - 0.045, 0.044, [top, fore, 0.15]),
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
  flesh.tube(rings, made.fine ? 12 : 7);
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
      ring(-0.045, 0.05, [top, B.hips, 0.6], 0.8),
      ring(-0.015, 0.08, [top, B.hips, 0.45], 0.8),
      ring(0.04, 0.0875, [top, B.hips, 0.2], 0.88),
      ring(0.14, 0.081, [top, top, 0], 0.93),
      ring(long - 0.1, 0.064, [top, top, 0], 0.97),
      ring(long - 0.03, 0.058, [top, shin, 0.3], 1, -0.003),
      ring(long + 0.03, 0.055, [shin, top, 0.3], 1, -0.002),
      ring(long + 0.12, 0.056, [shin, shin, 0], 1, 0.006),
      ring(long + low - 0.09, 0.046, [shin, shin, 0], 0.96, 0.003),
      ring(long + low - 0.015, 0.05, [shin, foot, 0.3], 0.9, 0.002),
      ring(long + low - 0.014, 0.03, [shin, foot, 0.3], 0.6, 0.002),
    ],
    made.fine ? 12 : 7,
  );
}

function shoe(flesh: Flesh, colour: Rgb, side: Side, sides: number): void {
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
    sides,
  );
}
