import { describe, expect, it } from "vitest";
import { ofQuestion, same, standing, together, type Answer } from "./answers.ts";

const answer = (id: string, ...replaces: string[]): Answer => ({
  id,
  replaces,
  writtenAt: "2026-11-22T09:00:00Z",
  dossier: "one",
  sheet: "week-plan",
  question: "days",
  fields: { days: [id] },
  attachments: [],
});

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    orders(items.filter((_each, index) => index !== at)).map((rest) => [item, ...rest]),
  );
}

describe("answers", () => {
  const all = [answer("a"), answer("b", "a"), answer("c", "a"), answer("d", "c")];

  it("are the same folder in any order and with any repetition", () => {
    const whole = together(all);
    for (const order of orders(all)) expect(together(order, order)).toEqual(whole);
  });
  it("stand twice where two devices wrote over the same one", () => {
    expect(standing(all).map((each) => each.id)).toEqual(["b", "d"]);
  });
  it("stand alone again once the person chose between them", () => {
    expect(standing([...all, answer("e", "b", "d")]).map((each) => each.id)).toEqual(["e"]);
  });
  it("stand too when what they were written over has not arrived yet", () => {
    expect(standing([answer("d", "c")]).map((each) => each.id)).toEqual(["d"]);
  });
  it("belong to one question of one sheet", () => {
    expect(ofQuestion(all, "week-plan", "days")).toHaveLength(4);
    expect(ofQuestion(all, "letter", "days")).toHaveLength(0);
  });
});

describe("two values", () => {
  it("say the same whatever the order of their keys", () => {
    expect(same({ a: [1], b: [2] }, { b: [2], a: [1] })).toBe(true);
    expect(same({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });
});
