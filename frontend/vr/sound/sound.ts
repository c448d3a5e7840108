/**
 * What a scene sounds like. Begins silent, in the gesture that starts the session; follows the dials; a pause is silence.
 * Everything is written as samples by `registry.ts`: no files, so nothing is fetched.
 */
import { loudness, ofEvents } from "../flat/happened";
import { between, chance, seedOf, type Chance } from "../play/random";
import type { PlayState, Settings } from "../play/types";
import type { Person, Sound as SceneSound } from "../scene";
import { gain, Master, towards } from "./master";
import { murmur } from "./people";
import { ears, facing, Places } from "./place";
import { written } from "./registry";
import { RATE, Sheet } from "./wave";

interface Sounding {
  sound: SceneSound;
  event: boolean;
  level: GainNode;
  now: number;
  /** When one that does not go on comes next by itself, in scene time. */
  next: number;
  since: number | null;
  draw: Chance;
}

/** Where somebody's mouth is above the floor. */
const MOUTH = { sitting: 1.15, standing: 1.5, child: 0.85 };
const QUIET = [
  ["birds", 0.35],
  ["water", 0.5],
  ["leaves", 0.3],
] as const;

export class Sound {
  private readonly master: Master;
  private readonly places: Places;
  private readonly all: Sounding[] = [];
  private readonly sheets = new Map<string, Float32Array<ArrayBuffer>>();
  /** Sounds still to be written: one a tick, so that the page never stands still for them. */
  private readonly unwritten: SceneSound[];
  private readonly voice: { into: AudioNode; move: (to: readonly [number, number, number]) => void };
  private readonly voices = new Map<string, GainNode>();
  private readonly events: ReadonlySet<string>;
  private hearing: "scene" | "quiet" | "nothing" = "nothing";
  private volume = -1;
  private speaker: string | null = null;
  private aloud = false;
  private quietMade = false;
  private check = 0;
  private seat = "";

  /** In the gesture of the person: browsers let no sound begin otherwise. */
  static begin(state: PlayState, settings: Settings): Sound | null {
    if (typeof AudioContext !== "function") return null;
    return new Sound(new AudioContext({ latencyHint: "interactive" }), state, settings);
  }

  constructor(
    readonly context: BaseAudioContext,
    private readonly state: PlayState,
    settings: Settings,
  ) {
    this.master = new Master(context);
    this.places = new Places(context, this.master.scene);
    this.voice = this.places.at([0, 1.2, -1.5]);
    this.events = ofEvents(state);
    this.unwritten = [...state.scene.sounds];
    this.apply(settings);
    this.tick();
  }

  /** How many places in space are used: at most eight. */
  get panners(): number {
    return this.places.count;
  }

  apply(settings: Settings & { aloud?: boolean }): void {
    this.master.mono(settings.mono);
    this.aloud = settings.aloud ?? false;
  }

  /** Once a frame or a few times a second. */
  tick(): void {
    this.follow();
    this.writeOne();
    if (this.hearing !== "scene") return;
    for (const one of this.all) this.adjust(one);
    this.speak();
  }

  /** All sounds at once: for who cannot wait for ticks (a recording in a test). */
  ready(): void {
    while (this.unwritten.length > 0) this.writeOne();
  }

  /** Where the head is; without a headset the ears are where the chair is. */
  head(place: readonly [number, number, number], turn: readonly [number, number, number, number]): void {
    ears(this.context, place, turn);
  }

  /** A few seconds of birds, to try how loud it is. */
  try(): void {
    this.wake();
    this.makeQuiet();
    this.check = this.context.currentTime + 5;
    this.follow();
  }

  click(): void {
    if (this.context.state !== "running") return;
    const now = this.context.currentTime;
    const tone = this.context.createOscillator();
    const level = gain(this.context, 0, this.master.clicks);
    tone.frequency.value = 420;
    level.gain.setValueAtTime(0, now);
    level.gain.linearRampToValueAtTime(0.05, now + 0.006);
    level.gain.exponentialRampToValueAtTime(0.0005, now + 0.07);
    tone.connect(level);
    tone.start(now);
    tone.stop(now + 0.08);
  }

  /** The coach's voice comes from the person through whom they speak. */
  carry(stream: MediaStream): () => void {
    if (!(this.context instanceof AudioContext)) return () => undefined;
    const source = this.context.createMediaStreamSource(stream);
    source.connect(this.voice.into);
    return () => source.disconnect();
  }

  async dispose(): Promise<void> {
    if (this.context instanceof AudioContext && this.context.state !== "closed") await this.context.close();
  }

  private wake(): void {
    if (this.context instanceof AudioContext && this.context.state === "suspended")
      void this.context.resume();
  }

  private follow(): void {
    const { phase, volume, scene, seat } = this.state;
    const trying = this.check > this.context.currentTime;
    const what = phase === "running" ? "scene" : phase === "safe-place" || trying ? "quiet" : "nothing";
    if (what !== this.hearing) {
      if (what === "quiet") this.makeQuiet();
      if (what !== "nothing") this.wake();
      this.hearing = what;
      this.master.hear(what);
    }
    if (volume !== this.volume) this.master.loudness((this.volume = volume));
    if (seat === this.seat) return;
    this.seat = seat;
    const view = seat === "other" && scene.other ? scene.other : scene.start;
    this.head([view.at[0], view.eye, view.at[1]], facing(view.facing));
  }

  private writeOne(): void {
    const sound = this.unwritten.shift();
    if (sound) this.add(sound, this.events.has(sound.key));
  }

  private add(sound: SceneSound, event: boolean): void {
    const samples = written(sound.synth, seedOf(this.state.scene.seed, sound.key));
    if (!samples) return;
    const level = gain(this.context, 0, this.places.at(sound.at).into);
    const draw = chance(seedOf(this.state.scene.seed, `${sound.key} again`));
    const one: Sounding = { sound, event, level, now: 0, next: between(draw, 2, 9), since: null, draw };
    this.all.push(one);
    if (sound.loop) this.play(samples, level, true);
    else this.sheets.set(sound.key, samples);
  }

  private play(samples: Float32Array<ArrayBuffer>, into: AudioNode, round: boolean): void {
    const buffer = this.context.createBuffer(1, samples.length, RATE);
    buffer.copyToChannel(samples, 0);
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.loop = round;
    source.connect(into);
    source.start();
  }

  private adjust(one: Sounding): void {
    const level = loudness(one.sound, this.state, one.event);
    if (Math.abs(level - one.now) > 0.004 || (level === 0) !== (one.now === 0)) {
      one.now = level;
      towards(one.level.gain, level, level > 0 ? 0.6 : 0.4, this.context.currentTime);
    }
    if (!one.sound.loop) this.once(one, level);
  }

  /** What does not go on is heard when it happens, or now and then, more often as it grows. */
  private once(one: Sounding, level: number): void {
    const samples = this.sheets.get(one.sound.key);
    if (!samples) return;
    const { clock, sounding } = this.state;
    const since = sounding[one.sound.key] ?? null;
    const happens = one.event ? since !== null && since !== one.since : level > 0.02 && clock >= one.next;
    one.since = since;
    if (!happens) return;
    if (!one.event) one.next = clock + samples.length / RATE + between(one.draw, 6, 16) * (1.4 - level);
    this.play(samples, one.level, false);
  }

  private speak(): void {
    const speaker = this.state.scene.people.find((person) => this.state.people[person.id]?.speaking) ?? null;
    // Where a voice says the words, or the coach speaks, there is no murmur under it.
    const id = speaker && !this.aloud && this.state.voice !== speaker.id ? speaker.id : null;
    if (speaker) this.voice.move([speaker.at[0], mouth(speaker), speaker.at[1]]);
    if (id === this.speaker) return;
    const now = this.context.currentTime;
    if (this.speaker) towards(this.murmurOf(this.speaker).gain, 0, 0.25, now);
    if (id) towards(this.murmurOf(id).gain, 0.55, 0.15, now);
    this.speaker = id;
  }

  /** A gentle murmur of one's own for each person: somebody talks, and the words are read. */
  private murmurOf(id: string): GainNode {
    const found = this.voices.get(id);
    if (found) return found;
    const level = gain(this.context, 0, this.voice.into);
    const kind = this.state.scene.people.find((person) => person.id === id)?.kind ?? "adult";
    const sheet = new Sheet(6, seedOf(this.state.scene.seed, id));
    murmur(sheet, talker(kind, sheet), [0.08, 0.3]);
    this.play(sheet.levelled(0.04), level, true);
    this.voices.set(id, level);
    return level;
  }

  private makeQuiet(): void {
    if (this.quietMade) return;
    this.quietMade = true;
    for (const [key, level] of QUIET) {
      const samples = written(key, this.state.scene.seed);
      if (samples) this.play(samples, gain(this.context, level, this.master.quiet), true);
    }
  }
}

function mouth(person: Person): number {
  return person.kind === "child" ? MOUTH.child : MOUTH[person.posture];
}

function talker(kind: Person["kind"], sheet: Sheet): { pitch: number; small: number; level: number } {
  if (kind === "child") return { pitch: sheet.between(270, 350), small: 1.25, level: 1 };
  if (kind === "teen") return { pitch: sheet.between(170, 240), small: 1.1, level: 1 };
  const low = sheet.draw() < 0.5;
  return { pitch: low ? sheet.between(100, 135) : sheet.between(170, 215), small: low ? 1 : 1.1, level: 1 };
}
