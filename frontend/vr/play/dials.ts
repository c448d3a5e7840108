/** The dials of a scene: always within their bounds, never a jump, and their place on the ladder. */
import type { Dial, Scene, Step } from "../scene";
import { clamped } from "./random";

/** Seconds for the smallest and for the widest change. */
const SHORTEST = 1.2;
const WIDEST = 6;
/** Down is relief: it never takes longer than this. */
const DOWN = 2.5;

export class Dials {
  readonly values: Record<string, number> = {};
  readonly targets: Record<string, number> = {};
  private readonly speed: Record<string, number> = {};
  private readonly dials: readonly Dial[];

  constructor(private readonly scene: Scene) {
    this.dials = scene.dials;
    for (const dial of this.dials) {
      const first = scene.steps[0]?.dials[dial.key] ?? dial.value;
      this.values[dial.key] = this.targets[dial.key] = clamped(first, dial.min, dial.max);
      this.speed[dial.key] = 0;
    }
  }

  find(key: string): Dial | undefined {
    return this.dials.find((dial) => dial.key === key);
  }

  step(key: string): Step | undefined {
    return this.scene.steps.find((step) => step.key === key);
  }

  /** The place on the ladder, from 0; -1 for a key that is not on it. */
  place(key: string): number {
    return this.scene.steps.findIndex((step) => step.key === key);
  }

  /** What is asked of a dial: within its bounds, on its marks, and at most one mark up. */
  allowed(dial: Dial, value: number, free: boolean): number {
    const wanted = clamped(value, dial.min, dial.max);
    const marked =
      dial.step > 0 ? dial.min + Math.round((wanted - dial.min) / dial.step) * dial.step : wanted;
    const now = this.targets[dial.key] ?? dial.min;
    const most = free ? dial.max : Math.max(now, now + dial.step);
    return clamped(Math.min(marked, most), dial.min, dial.max);
  }

  aim(key: string, value: number): void {
    const dial = this.find(key);
    if (!dial) return;
    const target = clamped(value, dial.min, dial.max);
    const far = Math.abs(target - (this.values[key] ?? target));
    const part = dial.max > dial.min ? far / (dial.max - dial.min) : 0;
    const seconds = SHORTEST + part * (WIDEST - SHORTEST);
    this.targets[key] = target;
    this.speed[key] = far / (target < (this.values[key] ?? target) ? Math.min(seconds, DOWN) : seconds);
  }

  aimAtStep(step: Step): void {
    for (const dial of this.dials)
      this.aim(dial.key, step.dials[dial.key] ?? this.targets[dial.key] ?? dial.min);
  }

  /** Down to a step; what is lower already stays low. */
  ease(step: Step | undefined): void {
    for (const dial of this.dials) {
      const easy = step?.dials[dial.key] ?? dial.min;
      this.aim(dial.key, Math.min(easy, this.targets[dial.key] ?? easy));
    }
  }

  /** Back from the quiet place: from low, on its way up again to where it was. */
  comeBackGently(): void {
    const first = this.scene.steps[0];
    for (const dial of this.dials) {
      const easy = first?.dials[dial.key] ?? dial.min;
      this.values[dial.key] = Math.min(this.values[dial.key] ?? easy, clamped(easy, dial.min, dial.max));
      this.aim(dial.key, this.targets[dial.key] ?? easy);
    }
  }

  /** At once, without a ramp: only where nothing has been shown yet. */
  set(values: Readonly<Record<string, number>>): void {
    for (const dial of this.dials) {
      const value = clamped(values[dial.key] ?? this.targets[dial.key] ?? dial.min, dial.min, dial.max);
      this.values[dial.key] = this.targets[dial.key] = value;
    }
  }

  move(seconds: number): void {
    for (const dial of this.dials) {
      const target = this.targets[dial.key] ?? dial.min;
      const value = this.values[dial.key] ?? target;
      if (value === target) continue;
      const way = (this.speed[dial.key] ?? 0) * seconds;
      this.values[dial.key] =
        Math.abs(target - value) <= way ? target : value + Math.sign(target - value) * way;
    }
  }

  get moving(): boolean {
    return this.dials.some((dial) => this.values[dial.key] !== this.targets[dial.key]);
  }
}
