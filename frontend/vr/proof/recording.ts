/** Records a few seconds of the sample scene without a loudspeaker, and tells how loud it became. */
import { Play } from "../play/play";
import { SAMPLE } from "../play/sample";
import { CEILING } from "../sound/master";
import { Sound } from "../sound/sound";

const RATE = 44_100;
const SECONDS = 4;

interface How {
  noise: number;
  volume: number;
  gain?: number;
  mono?: boolean;
  phase?: "running" | "paused";
}

function scene(how: How): Play {
  const sounds = SAMPLE.sounds.map((sound) => ({
    ...sound,
    gain: Math.max(sound.gain, how.gain ?? 0),
    dial: "noise",
  }));
  const extra = Array.from({ length: how.gain ? 8 : 0 }, (_, at) => ({
    ...SAMPLE.sounds[0]!,
    key: `more-${at}`,
    at: [at - 4, 1, -1] as [number, number, number],
    gain: how.gain ?? 0,
    dial: "noise",
  }));
  const play = new Play({ ...SAMPLE, events: [], sounds: [...sounds, ...extra] }, { volume: how.volume });
  play.dials.set({ noise: how.noise });
  play.open.phase = how.phase ?? "running";
  return play;
}

export async function recorded(how: How): Promise<Record<string, number>> {
  const context = new OfflineAudioContext(2, SECONDS * RATE, RATE);
  const settings = { mono: how.mono ?? false } as ConstructorParameters<typeof Sound>[2];
  const sound = new Sound(context, scene(how).state, settings);
  sound.ready();
  sound.tick();
  const made = await context.startRendering();
  const [left, right] = [made.getChannelData(0), made.getChannelData(1)];
  let [sum, peak, first, apart] = [0, 0, 0, 0];
  for (let at = 0; at < left.length; at += 1) {
    const [one, other] = [left[at] ?? 0, right[at] ?? 0];
    peak = Math.max(peak, Math.abs(one), Math.abs(other));
    apart = Math.max(apart, Math.abs(one - other));
    if (at < RATE / 50) first = Math.max(first, Math.abs(one));
    if (at >= (SECONDS - 1) * RATE) sum += one * one + other * other;
  }
  const loudness = Math.sqrt(sum / (2 * RATE));
  return { loudness, peak, first, apart, ceiling: CEILING, panners: sound.panners };
}
