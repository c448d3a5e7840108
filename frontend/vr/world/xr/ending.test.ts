import { expect, test } from "vitest";
import { Play, type PlayOptions } from "../../play/play";
import { SAMPLE } from "../../play/sample";
import { WORD_KEYS, type EngineWords } from "../../words";
import { Ending } from "./ending";

const WORDS = Object.fromEntries(WORD_KEYS.map((key) => [key, key])) as EngineWords;

function ended(options: Partial<PlayOptions>, ...answers: number[]): Ending {
  const play = new Play(SAMPLE, options);
  play.do({ type: "start" });
  for (const index of answers) play.do({ type: "choose", index });
  play.do({ type: "stop", reason: "asked" });
  return new Ending(play.state, WORDS);
}

test("what the answers showed comes one at a time, and never as a mark", () => {
  const ending = ended({ kind: "calm" }, 0, 0);
  expect(ending.card).toMatchObject({ title: "end_stopped", about: "end_rest" });
  ending.press("end:next");
  expect(ending.card).toMatchObject({
    above: "end_skills",
    title: "Een grens aangeven",
    said: "Met twee ochtenden, zonder telefoon.",
  });
  ending.press("end:next");
  expect(ending.card.title).toBe("Open zijn");
  for (let more = 0; more < 5; more += 1) ending.press("end:next");
  expect(ending.card).toMatchObject({ title: "end_headset_off", ways: [["replay", "replay_button"]] });
});

test("who said nothing hears of no skill", () => {
  expect(ended({}).card).toEqual({
    title: "end_stopped",
    about: "end_rest end_headset_after",
    ways: [],
  });
});

test("who only tried to stop is asked whether to begin, and may leave it at that", () => {
  const ending = ended({ quietFirst: true });
  expect(ending.card.ways.map(([id]) => id)).toEqual(["anew", "end:next"]);
  ending.press("end:next");
  expect(ending.card).toMatchObject({ title: "end_headset_off", ways: [] });
});
