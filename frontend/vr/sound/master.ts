/**
 * Where all sound comes together: the person's own volume, one side for both ears where they want it, a limiter, and a
 * ceiling above which nothing can come. Noise is a special risk for who is worn out, so it begins silent and comes up slowly.
 */

/** No sample that leaves here is larger than this: about −12 dB, whatever was put in. */
export const CEILING = 0.25;
/** Seconds for sound to come and to go. */
const COMES = 2.5;
const GOES = 0.15;

/** Straight where it is soft, then bending towards the ceiling, which it never passes. */
export function bent(value: number): number {
  return CEILING * Math.tanh(value / CEILING);
}

function curve(): Float32Array<ArrayBuffer> {
  const points = new Float32Array(1025);
  for (let at = 0; at < points.length; at += 1) points[at] = bent((at / 512 - 1) * 1);
  return points;
}

export class Master {
  /** What is put in here is heard with the scene, and there with the quiet place. */
  readonly scene: GainNode;
  readonly quiet: GainNode;
  readonly clicks: GainNode;
  private readonly volume: GainNode;
  private readonly ears: GainNode;

  constructor(private readonly context: BaseAudioContext) {
    this.volume = gain(context, 0);
    this.scene = gain(context, 0, this.volume);
    this.quiet = gain(context, 0, this.volume);
    this.clicks = gain(context, 1, this.volume);
    this.ears = gain(context, 1);
    const limiter = context.createDynamicsCompressor();
    limiter.threshold.value = -26;
    limiter.knee.value = 8;
    limiter.ratio.value = 14;
    limiter.attack.value = 0.004;
    limiter.release.value = 0.25;
    // A compressor makes up for what it takes away; that would make soft sounds louder, so it is taken back here.
    const after = gain(context, 0.6);
    const ceiling = context.createWaveShaper();
    ceiling.curve = curve();
    this.volume
      .connect(this.ears)
      .connect(limiter)
      .connect(after)
      .connect(ceiling)
      .connect(context.destination);
  }

  loudness(volume: number): void {
    // What is heard goes with the square of what is asked: every press on softer sounds about as much softer.
    towards(this.volume.gain, volume * volume, 0.2, this.context.currentTime);
  }

  mono(on: boolean): void {
    this.ears.channelCount = on ? 1 : 2;
    this.ears.channelCountMode = on ? "explicit" : "max";
  }

  /** Which of the two is heard: the scene, the quiet place, or nothing. */
  hear(what: "scene" | "quiet" | "nothing"): void {
    const now = this.context.currentTime;
    for (const [name, node] of [
      ["scene", this.scene],
      ["quiet", this.quiet],
    ] as const) {
      towards(node.gain, what === name ? 1 : 0, what === name ? COMES : GOES, now);
    }
  }
}

export function gain(context: BaseAudioContext, value: number, to?: AudioNode): GainNode {
  const made = context.createGain();
  made.gain.value = value;
  if (to) made.connect(to);
  return made;
}

/** To a value in about so many seconds, from where it is now. */
export function towards(parameter: AudioParam, value: number, seconds: number, now: number): void {
  parameter.cancelScheduledValues(now);
  parameter.setTargetAtTime(value, now, seconds / 3);
}
