import type { Clay, Point } from "../build/clay";
import type { Rgb } from "../build/colour";

/** What a prop is made with. It is built about 0, 0, standing on the floor, and looks along -z. */
export interface Making {
  readonly clay: Clay;
  readonly w: number;
  readonly h: number;
  readonly d: number;
  /** The colour asked for, or the prop's own. */
  readonly colour: Rgb;
  readonly accent: Rgb;
  readonly random: () => number;
  /** Writes words upright in a rectangle that faces -z, about `at`. */
  write(text: string, at: Point, wide: number, high: number, ink?: string): void;
  readonly text: string | null;
}

export interface PropKind {
  /** Width, height and depth when a scene gives none. */
  readonly size: readonly [w: number, h: number, d: number];
  readonly colour: Rgb;
  /** Hangs on or stands against the nearest wall, within reach of it, and then looks into the room by itself. */
  readonly against?: "wall";
  /** The height at which it hangs, or stands on something, when a scene says 0. */
  readonly hangs?: number;
  /** Stands on the floor, whatever height a scene gives. */
  readonly stands?: true;
  make(making: Making): void;
}
