import { describe, expect, it } from "vitest";
import { Play } from "../play/play";
import { SAMPLE } from "../play/sample";
import { WORD_KEYS, filled, type EngineWords } from "../words";
import { heard, loudness, ofEvents, Watcher } from "./happened";
import { asksFor } from "./keys";
import { nearest } from "./question";
import { understood, type FlatSettings } from "./settings";

const NORMAL: FlatSettings = {
  captions: true,
  mono: false,
  reducedMotion: false,
  textSize: "normal",
  contrast: false,
  volume: 0.6,
  gaze: false,
  picture: true,
  aloud: false,
};
const WORDS = Object.fromEntries(WORD_KEYS.map((key) => [key, key])) as EngineWords;

function running(): Play {
  const play = new Play(SAMPLE, { step: "door" });
  play.do({ type: "start" });
  for (let passed = 0; passed < 8; passed += 0.5) play.tick(0.5);
  return play;
}

describe("keys", () => {
  it("Esc stops in every phase, also when single keys are off", () => {
    const play = running();
    expect(asksFor("Escape", play.state, false)).toEqual({ type: "stop", reason: "asked" });
    play.do({ type: "safe-place" });
    expect(asksFor("Escape", play.state, true)).toEqual({ type: "stop", reason: "asked" });
  });

  it("1 to 3 answer and R is the quiet place, unless single keys are off", () => {
    const { state } = running();
    expect(asksFor("2", state, true)).toEqual({ type: "choose", index: 1 });
    expect(asksFor("r", state, true)).toEqual({ type: "safe-place" });
    expect([asksFor("2", state, false), asksFor("4", state, true), asksFor("a", state, true)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("do nothing before the start and after the end", () => {
    expect(asksFor("Escape", new Play(SAMPLE).state, true)).toBeNull();
  });
});

describe("settings that were kept", () => {
  it("are taken as far as they make sense", () => {
    const kept = { captions: false, textSize: "huge", volume: 7, gaze: "yes", mono: true };
    expect(understood(kept, NORMAL)).toEqual({ ...NORMAL, captions: false, volume: 1, mono: true });
    expect(understood("nonsense", NORMAL)).toEqual(NORMAL);
  });
});

describe("what is heard, in words", () => {
  it("names what just happened first, and nothing that is silent", () => {
    const play = running();
    const events = ofEvents(play.state);
    expect(heard(play.state, events)).not.toContain("Een telefoon gaat, rechts van je");
    play.do({ type: "event", key: "phone-goes" }, "coach");
    expect(heard(play.state, events)[0]).toBe("Een telefoon gaat, rechts van je");
  });

  it("grows with its dial and never passes what the scene allows", () => {
    const play = running();
    const hall = SAMPLE.sounds[0]!;
    const levels = [0, 3, 10].map((noise) => {
      play.dials.set({ noise });
      return loudness(hall, play.state, false);
    });
    expect(levels.map((level) => Math.round(level * 100))).toEqual([0, 24, 80]);
  });
});

describe("what changes in people", () => {
  it("is told in words: who comes, who goes, how they look", () => {
    const play = running();
    const watcher = new Watcher(play.state, { ...WORDS, comes_in: "{name} komt", looks: "{name}: {mood}" });
    play.do({ type: "event", key: "joost-asks" }, "coach");
    play.do({ type: "event", key: "sigh" }, "coach");
    expect(watcher.look()).toEqual(["Marjan: mood_tired", "Joost komt"]);
    expect(watcher.look()).toEqual([]);
  });
});

describe("words", () => {
  it("are filled in, and a number means what stands at or below it", () => {
    expect(filled("Nog {n} van {of}", { n: 3, of: 5 })).toBe("Nog 3 van 5");
    const marks = [
      [0, "rustig"],
      [3, "beetje"],
    ] as const;
    expect([2, 3, 10].map((value) => nearest(marks as never, value))).toEqual(["rustig", "beetje", "beetje"]);
  });
});
