/** The skull under a face and under hair, and the measures that all of a head share. */
import { Vector3 } from "three";
import { shade, type Rgb } from "../build/colour";
import { B, type Build } from "./bones";
import type { Flesh, Follows } from "./flesh";

export const HEAD: Follows = [B.head, B.head, 0];
export const SIZE = new Vector3(0.079, 0.112, 0.096);

/** How far the skull reaches in a direction, as a share of `SIZE`: narrower at the jaw, flat at the neck. */
export function skull(way: Vector3, young: boolean, out: Vector3): Vector3 {
  const low = Math.max(0, -way.y);
  const jaw = 1 - (young ? 0.16 : 0.24) * low * low - 0.06 * low;
  const cheek = young ? 0.06 * Math.exp(-(((way.y + 0.35) / 0.3) ** 2)) : 0.02;
  const back = way.z > 0 ? 1 - 0.3 * low + 0.06 * Math.max(0, way.y) : 1;
  const chin = way.z < 0 && way.y < -0.6 ? 1.03 : 1;
  return out.set(
    way.x * SIZE.x * (jaw + cheek) * (young ? 1.06 : 1),
    way.y * SIZE.y * (young ? 0.95 : 1) * (way.y > 0 ? 1.02 : 1),
    way.z * SIZE.z * back * chin * (way.y > 0.4 && way.z < 0 ? 0.97 : 1),
  );
}

export function skullOf(flesh: Flesh, made: Build, middle: Vector3, young: boolean, skin: Rgb): void {
  const [sides, tall] = made.fine ? [28, 18] : [16, 11];
  const way = new Vector3();
  const at = new Vector3();
  const rows = Array.from({ length: tall + 1 }, (_, row) => {
    const down = (row / tall) * Math.PI;
    return Array.from({ length: sides + 1 }, (_unused, side) => {
      const round = ((side % sides) / sides) * 2 * Math.PI;
      way.set(Math.sin(down) * Math.cos(round), Math.cos(down), Math.sin(down) * Math.sin(round));
      skull(way, young, at);
      // The face is drawn in tenths of a metre about the middle of the head, on the side that looks ahead.
      const face = new Vector3(at.x * 10, at.y * 10, way.z < 0.12 ? 1 : 0);
      const normal = way.clone().divide(SIZE).normalize();
      const under = 1 - 0.22 * Math.max(0, -way.y - 0.45);
      at.multiplyScalar(made.head).add(middle);
      return flesh.corner(at, normal, shade(skin, under), HEAD, face);
    });
  });
  flesh.woven(rows);
}

export function spot(made: Build, middle: Vector3, x: number, y: number, z: number): Vector3 {
  return new Vector3(x, y, z).multiplyScalar(made.head).add(middle);
}

export function size(made: Build, x: number, y: number, z: number): Vector3 {
  return new Vector3(x, y, z).multiplyScalar(made.head);
}
