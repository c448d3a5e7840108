import { MathUtils, type PerspectiveCamera } from "three";
import type { Scene } from "../scene";

const SIDEWAYS = MathUtils.degToRad(110);
const UPDOWN = MathUtils.degToRad(35);
const KEY = MathUtils.degToRad(12);
/** The least that is seen from left to right, degrees: a phone upright sees less height of the room, not less of its people. */
const LEAST_WIDE = 62;
const HIGH = 48;

/** Looking around on a flat screen: by dragging, a finger, or the arrow keys. The body stays seated. */
export class Looking {
  private yaw = 0;
  private pitch = 0;
  private aimYaw = 0;
  private aimPitch = 0;
  private held: number | null = null;
  private lastX = 0;
  private lastY = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly camera: PerspectiveCamera,
  ) {
    camera.rotation.order = "YXZ";
    canvas.addEventListener("pointerdown", this.takes);
    canvas.addEventListener("pointermove", this.turns);
    canvas.addEventListener("pointerup", this.leaves);
    canvas.addEventListener("pointercancel", this.leaves);
    canvas.addEventListener("keydown", this.presses);
  }

  dispose(): void {
    this.canvas.removeEventListener("pointerdown", this.takes);
    this.canvas.removeEventListener("pointermove", this.turns);
    this.canvas.removeEventListener("pointerup", this.leaves);
    this.canvas.removeEventListener("pointercancel", this.leaves);
    this.canvas.removeEventListener("keydown", this.presses);
  }

  straight(): void {
    this.yaw = this.pitch = this.aimYaw = this.aimPitch = 0;
  }

  /** `tilt` is how far one looks down by oneself from this seat, radians. */
  tick(seconds: number, tilt: number): void {
    const share = 1 - Math.exp(-seconds * 12);
    this.yaw += (this.aimYaw - this.yaw) * share;
    this.pitch += (this.aimPitch - this.pitch) * share;
    this.camera.rotation.y = this.yaw;
    this.camera.rotation.x = this.pitch - tilt;
  }

  private readonly takes = (event: PointerEvent): void => {
    this.held = event.pointerId;
    this.lastX = event.clientX;
    this.lastY = event.clientY;
    this.canvas.setPointerCapture(event.pointerId);
  };

  private readonly turns = (event: PointerEvent): void => {
    if (event.pointerId !== this.held) return;
    const turn = MathUtils.degToRad(this.camera.fov) / this.canvas.clientHeight;
    this.toward((event.clientX - this.lastX) * turn, (event.clientY - this.lastY) * turn);
    this.lastX = event.clientX;
    this.lastY = event.clientY;
  };

  private readonly leaves = (event: PointerEvent): void => {
    if (event.pointerId === this.held) this.held = null;
  };

  private readonly presses = (event: KeyboardEvent): void => {
    const turns: Record<string, [number, number]> = {
      ArrowLeft: [KEY, 0],
      ArrowRight: [-KEY, 0],
      ArrowUp: [0, KEY],
      ArrowDown: [0, -KEY],
    };
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    this.toward(...turn);
  };

  private toward(yaw: number, pitch: number): void {
    this.aimYaw = MathUtils.clamp(this.aimYaw + yaw, -SIDEWAYS, SIDEWAYS);
    this.aimPitch = MathUtils.clamp(this.aimPitch + pitch, -UPDOWN, UPDOWN);
  }
}

/** The height of view in degrees for a canvas of this shape. */
export function viewHeight(aspect: number): number {
  const least = 2 * Math.atan(Math.tan(MathUtils.degToRad(LEAST_WIDE) / 2) / aspect);
  return Math.min(80, Math.max(HIGH, MathUtils.radToDeg(least)));
}

/** At a talk one looks at who sits across, a little down: not at the ceiling. Who stands looks down at who sits. */
export function tilt({ start, other }: Scene, where: "own" | "other" | "quiet"): number {
  if (where !== "other" || !other) return MathUtils.degToRad(where === "quiet" ? 2 : 3);
  const far = Math.hypot(start.at[0] - other.at[0], start.at[1] - other.at[1]);
  return MathUtils.degToRad(3) + Math.atan2(Math.max(0, other.eye - start.eye), far);
}
