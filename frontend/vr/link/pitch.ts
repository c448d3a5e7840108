/**
 * Another pitch for a voice, live, with plain WebAudio: two delays that slide, each fading out when it jumps back. A
 * delay that grows by `1 - ratio` seconds a second plays at `ratio` times the speed, which is another pitch.
 */
const WINDOW = 0.1;

export function ratioOf(semitones: number): number {
  return 2 ** (semitones / 12);
}

/** The delay in seconds over one window; `late` is the part of the window by which this one runs behind (0 or ½). */
export function slide(ratio: number, rate: number, late: number): Float32Array<ArrayBuffer> {
  const length = Math.round(WINDOW * rate);
  const far = Math.abs(1 - ratio) * WINDOW;
  return Float32Array.from({ length }, (_, at) => {
    const part = (at / length + late) % 1;
    return far * (ratio < 1 ? part : 1 - part);
  });
}

/** How loud over one window: silent where the delay jumps; two that are half a window apart add up to one. */
export function swell(rate: number, late: number): Float32Array<ArrayBuffer> {
  const length = Math.round(WINDOW * rate);
  return Float32Array.from({ length }, (_, at) => Math.sin(Math.PI * ((at / length + late) % 1)) ** 2);
}

/** `source` at another pitch; itself where nothing is to change. */
export function pitched(context: AudioContext, source: AudioNode, semitones: number): AudioNode {
  if (semitones === 0) return source;
  const out = context.createGain();
  for (const late of [0, 0.5]) {
    const delay = context.createDelay(1);
    const loud = context.createGain();
    delay.delayTime.value = 0;
    loud.gain.value = 0;
    turning(context, slide(ratioOf(semitones), context.sampleRate, late)).connect(delay.delayTime);
    turning(context, swell(context.sampleRate, late)).connect(loud.gain);
    source.connect(delay).connect(loud).connect(out);
  }
  return out;
}

function turning(context: AudioContext, values: Float32Array<ArrayBuffer>): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, values.length, context.sampleRate);
  buffer.copyToChannel(values, 0);
  const node = context.createBufferSource();
  node.buffer = buffer;
  node.loop = true;
  node.start();
  return node;
}
