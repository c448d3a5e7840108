/**
 * A sheet of samples on which sounds are written, once, before they are played: plain arithmetic, no files, no audio
 * context. Times in seconds, pitch in hertz, levels from 0 to 1. What runs over the end goes on at the beginning, so that
 * every sheet can be played round without a seam.
 */
import { between, chance, type Chance } from "../play/random";

export const RATE = 22_050;

/** Two-pole filter: what is near `hz` sounds on, the rest dies away. */
class Resonator {
  private y1 = 0;
  private y2 = 0;
  private readonly b1: number;
  private readonly b2: number;
  private readonly gain: number;

  constructor(hz: number, width: number) {
    const radius = Math.exp((-Math.PI * width) / RATE);
    this.b1 = 2 * radius * Math.cos((2 * Math.PI * hz) / RATE);
    this.b2 = -radius * radius;
    this.gain = (1 - radius * radius) * Math.sin((2 * Math.PI * hz) / RATE) || 1 - radius;
  }

  next(input: number): number {
    const output = this.gain * input + this.b1 * this.y1 + this.b2 * this.y2;
    this.y2 = this.y1;
    this.y1 = output;
    return output;
  }
}

/** Up like half a cosine and down like one: no click at either end. */
function bell(part: number, attack: number, release: number): number {
  if (part < attack) return (1 - Math.cos((Math.PI * part) / attack)) / 2;
  if (part > 1 - release) return (1 - Math.cos((Math.PI * (1 - part)) / release)) / 2;
  return 1;
}

export interface Noise {
  at?: number;
  seconds?: number;
  low: number;
  high: number;
  level: number;
  attack?: number;
  release?: number;
  /** How much it swells and sinks, and how often a second. */
  swell?: { depth: number; rate: number };
}

export interface Tone {
  at: number;
  seconds: number;
  from: number;
  to?: number;
  level: number;
  attack?: number;
  release?: number;
  /** Strength of the second, third … overtone. */
  overtones?: readonly number[];
}

export interface Syllable {
  at: number;
  seconds: number;
  pitch: number;
  /** Pitch at the end, as a factor. */
  bend: number;
  formants: readonly [number, number];
  level: number;
}

export const VOWELS: readonly (readonly [number, number])[] = [
  [730, 1090],
  [530, 1840],
  [390, 1990],
  [570, 840],
  [440, 1020],
];

export class Sheet {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly draw: Chance;

  constructor(
    readonly seconds: number,
    seed: number,
  ) {
    this.samples = new Float32Array(Math.round(seconds * RATE));
    this.draw = chance(seed);
  }

  between(low: number, high: number): number {
    return between(this.draw, low, high);
  }

  /** Calls `write` at times that are `low` to `high` apart, over the whole sheet. */
  every(low: number, high: number, write: (at: number) => void): void {
    for (let at = this.between(0, low); at < this.seconds; at += this.between(low, high)) write(at);
  }

  /** Noise between two pitches: wind, water, breath, a printer. */
  noise({ at = 0, seconds = this.seconds, low, high, level, attack, release, swell }: Noise): void {
    const count = Math.round(seconds * RATE);
    const whole = seconds >= this.seconds;
    const edges = whole ? [0, 0] : [attack ?? 0.1, release ?? 0.3];
    const top = 1 - Math.exp((-2 * Math.PI * high) / RATE);
    const bottom = 1 - Math.exp((-2 * Math.PI * low) / RATE);
    const turns = swell ? Math.max(1, Math.round(swell.rate * seconds)) : 0;
    const from = Math.round(at * RATE);
    let [above, under] = [0, 0];
    // Once round before it counts, so that the end of a whole sheet meets its beginning without a jump in the filter.
    for (let index = whole ? -2000 : 0; index < count; index += 1) {
      above += top * (this.draw() * 2 - 1 - above);
      under += bottom * (above - under);
      if (index < 0) continue;
      const part = index / count;
      const wave = swell ? 1 - swell.depth * (0.5 + 0.5 * Math.cos(2 * Math.PI * turns * part)) : 1;
      const seam = whole ? Math.min(1, index / 800, (count - index) / 800) : 1;
      this.add(
        from + index,
        (above - under) * level * wave * seam * bell(part, edges[0] ?? 0, edges[1] ?? 0),
      );
    }
  }

  tone({ at, seconds, from, to = from, level, attack = 0.08, release = 0.4, overtones = [] }: Tone): void {
    const count = Math.round(seconds * RATE);
    const start = Math.round(at * RATE);
    let phase = 0;
    for (let index = 0; index < count; index += 1) {
      const part = index / count;
      phase += (2 * Math.PI * (from + (to - from) * part)) / RATE;
      let value = Math.sin(phase);
      overtones.forEach((strength, over) => (value += strength * Math.sin(phase * (over + 2))));
      this.add(start + index, value * level * bell(part, attack, release));
    }
  }

  /** Something is struck: rings at `hz` and dies away, with a little noise at the touch. */
  hit(at: number, hz: number, ring: number, level: number, touch = 0.4): void {
    const count = Math.round(ring * 4 * RATE);
    const start = Math.round(at * RATE);
    for (let index = 0; index < count; index += 1) {
      const time = index / RATE;
      const rise = Math.min(1, time / 0.003);
      const tone = Math.sin(2 * Math.PI * hz * time) * Math.exp(-time / ring);
      const noise = (this.draw() * 2 - 1) * touch * Math.exp(-time / 0.008);
      this.add(start + index, (tone + noise) * level * rise);
    }
  }

  /** A vowel without words: pulses of a voice through two hollows of a mouth. */
  syllable({ at, seconds, pitch, bend, formants, level }: Syllable): void {
    const count = Math.round(seconds * RATE);
    const start = Math.round(at * RATE);
    const mouth = [new Resonator(formants[0], 90), new Resonator(formants[1], 130)];
    let phase = 0;
    for (let index = 0; index < count; index += 1) {
      const part = index / count;
      phase += (pitch * (1 + (bend - 1) * part)) / RATE;
      // A soft pulse once a turn, with breath; the two hollows do the rest.
      phase -= Math.floor(phase);
      const pulse = (phase < 0.4 ? Math.sin((Math.PI * phase) / 0.4) : 0) - 0.255;
      const source = pulse + (this.draw() - 0.5) * 0.25;
      let value = 0;
      for (const hollow of mouth) value += hollow.next(source);
      this.add(start + index, value * level * bell(part, 0.25, 0.45));
    }
  }

  /** As loud as every other sheet: its loudness (root mean square) becomes `loudness`, no peak above `peak`. */
  levelled(loudness: number, peak = 0.7): Float32Array<ArrayBuffer> {
    let sum = 0;
    let most = 0;
    for (const sample of this.samples) {
      sum += sample * sample;
      most = Math.max(most, Math.abs(sample));
    }
    const mean = Math.sqrt(sum / this.samples.length);
    const factor = mean > 0 ? Math.min(loudness / mean, peak / most) : 0;
    for (let index = 0; index < this.samples.length; index += 1) {
      this.samples[index] = (this.samples[index] ?? 0) * factor;
    }
    return this.samples;
  }

  private add(index: number, value: number): void {
    const length = this.samples.length;
    const place = ((index % length) + length) % length;
    this.samples[place] = (this.samples[place] ?? 0) + value;
  }
}
