import { expect, test } from "vitest";
import { Play } from "./play";
import { SAMPLE } from "./sample";
import { skillsOf } from "./skills";

function talkedThrough(kind: string, ...answers: number[]): Play {
  const play = new Play(SAMPLE, { kind });
  play.do({ type: "start" });
  for (const index of answers) play.do({ type: "choose", index });
  return play;
}

test("a skill is said back with the answers that showed it", () => {
  const { shown } = skillsOf(talkedThrough("calm", 0, 0).state);
  expect(shown).toEqual([
    { label: "Een grens aangeven", answers: ["Met twee ochtenden, zonder telefoon."] },
    { label: "Open zijn", answers: ["Het gaat. Ik vertel graag wat ik nu kan."] },
  ]);
});

test("what was not shown is a hint only where it was there to choose", () => {
  const { hints } = skillsOf(talkedThrough("calm", 0, 1).state);
  expect(hints.map((one) => one.example)).toEqual(["Met twee ochtenden, zonder telefoon."]);
});

test("a scene frozen before there were skills says nothing of them", () => {
  const { skills, ...before } = SAMPLE;
  expect(skills).toBeDefined();
  expect(skillsOf({ scene: before, answers: [{ node: "hello", index: 0 }] })).toEqual({
    shown: [],
    hints: [],
  });
});

test("a kind of the other person says it in its own way, with its own face", () => {
  const [calm, hasty] = ["calm", "hasty"].map((kind) => talkedThrough(kind, 0).state);
  expect(calm?.line?.text).toBe("Dat helpt mij. Waar wil je mee beginnen?");
  expect(hasty?.line?.text).toBe("Goed. En waar begin je dan mee?");
  expect([calm?.people["marjan"]?.mood, hasty?.people["marjan"]?.mood]).toEqual(["happy", "tense"]);
});
