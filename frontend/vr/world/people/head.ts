import { Vector3 } from "three";
import type { Look } from "../../scene";
import { mix, rgb, shade, TONES, type Rgb } from "../build/colour";
import { B, HEAD_UP, resting, type Build } from "./bones";
import type { Flesh, Ring } from "./flesh";
import { HAIR, type Hair } from "./hair";
import { HEAD, size, SIZE, skull, skullOf, spot } from "./skull";

export function head(flesh: Flesh, made: Build, look: Look): void {
  const bone = resting(made)[B.head] as Vector3;
  const middle = new Vector3(bone.x, bone.y + HEAD_UP * made.head, bone.z - 0.008);
  const young = made.head > 1.3;
  const skin = rgb(look.skin);
  skullOf(flesh, made, middle, young, skin);
  nose(flesh, made, middle, skin, young);
  const isCovered = look.hairStyle === "long" || look.hairStyle === "bob" || look.hairStyle === "scarf";
  for (const side of isCovered ? [] : [1, -1]) ear(flesh, made, middle, skin, side);
  const dye = rgb(look.hair);
  HAIR[look.hairStyle]({ flesh, made, middle, young, dye });
  if (look.beard && !young) beard({ flesh, made, middle, young, dye });
  if (look.glasses) glasses(flesh, made, middle);
}

function nose(flesh: Flesh, made: Build, middle: Vector3, skin: Rgb, young: boolean): void {
  const small = young ? 0.72 : 1;
  const tip = mix(shade(skin, 0.99), TONES.rose, 0.06);
  const y = young ? -0.022 : -0.026;
  const ball = size(made, 0.0112 * small, 0.0105 * small, 0.0145 * small);
  flesh.ball(spot(made, middle, 0, y, -0.0935), ball, tip, HEAD, made.fine ? 10 : 7);
  const ridge = size(made, 0.0072 * small, 0.03 * small, 0.0115 * small);
  flesh.ball(spot(made, middle, 0, y + 0.02 * small, -0.0885), ridge, skin, HEAD, made.fine ? 10 : 7);
  for (const side of made.fine ? [1, -1] : []) {
    const wing = size(made, 0.0058 * small, 0.0062 * small, 0.009 * small);
    flesh.ball(spot(made, middle, 0.0095 * small * side, y - 0.002, -0.089), wing, tip, HEAD, 7);
  }
}

function ear(flesh: Flesh, made: Build, middle: Vector3, skin: Rgb, side: number): void {
  flesh.ball(
    spot(made, middle, 0.079 * side, -0.008, 0.012),
    size(made, 0.011, 0.026, 0.016),
    shade(skin, 0.93),
    HEAD,
    made.fine ? 10 : 8,
  );
}

function beard({ flesh, made, middle, dye }: Hair): void {
  const way = new Vector3();
  const at = new Vector3();
  const [sides, tall] = made.fine ? [28, 16] : [20, 12];
  const rows = Array.from({ length: tall + 1 }, (_, row) => {
    const down = (0.5 + (row / tall) * 0.5) * Math.PI;
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = ((side % sides) / sides) * 2 * Math.PI;
      way.set(Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round));
      const angle = Math.atan2(Math.abs(way.x), -way.z);
      // High beside the ears, low under the mouth; behind the ears there is none.
      const top = angle < 0.55 ? -0.72 : angle < 1.4 ? -0.72 + (angle - 0.55) * 0.82 : -2;
      const over = Math.min(1, Math.max(0, (top - way.y) / 0.12 + 0.5));
      skull(way, false, at).multiplyScalar(0.93 + over * (0.115 + 0.03 * Math.max(0, -way.y)));
      at.multiplyScalar(made.head).add(middle);
      const tone = 0.8 + 0.14 * Math.sin(way.x * 30 + way.y * 20) * over;
      return flesh.corner(at, way.clone().divide(SIZE).normalize(), shade(dye, tone), HEAD);
    });
  });
  flesh.woven(rows);
}

function glasses(flesh: Flesh, made: Build, middle: Vector3): void {
  const frame = TONES.graphite;
  const ring = (at: Vector3, across: Vector3, ahead: Vector3): Ring => ({
    at,
    across,
    ahead,
    follows: HEAD,
    colour: frame,
  });
  const sides = 16;
  for (const side of [1, -1]) {
    const rings = Array.from({ length: sides + 1 }, (_, place) => {
      const round = (place / sides) * 2 * Math.PI;
      const out = new Vector3(Math.cos(round), Math.sin(round) * 0.82, 0);
      const at = spot(made, middle, 0.0325 * side + out.x * 0.0235, 0.001 + out.y * 0.0235, -0.1);
      return ring(at, size(made, out.x * 0.0021, out.y * 0.0021, 0), size(made, 0, 0, 0.0021));
    });
    flesh.tube(rings, 4);
    const bar = (z: number, x: number): Ring =>
      ring(spot(made, middle, x * side, 0.004, z), size(made, 0.0016, 0, 0), size(made, 0, 0.0024, 0));
    flesh.tube([bar(-0.1, 0.057), bar(-0.06, 0.073), bar(0.01, 0.083)], 4);
  }
  const bridge = (x: number): Ring =>
    ring(spot(made, middle, x, 0.004, -0.104), size(made, 0, 0.0018, 0), size(made, 0, 0, 0.0018));
  flesh.tube([bridge(-0.01), bridge(0.01)], 4);
}
