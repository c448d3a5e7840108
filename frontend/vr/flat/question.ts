/** The question for a number from 0 to 10: eleven radios with words, and a button. */
import type { EngineWords } from "../words";
import { button, element, freshId, type Weight } from "./dom";

export interface Question {
  title: string;
  question: string;
  low: string;
  high: string;
  /** What a number means in words; shown and said when it is chosen. */
  meaning: (value: number) => string;
}

export function tension(
  words: EngineWords,
  scene: { rating: { question: string; low: string; high: string } },
): Question {
  const marks: readonly [number, string][] = [
    [0, words.rating_0],
    [3, words.rating_3],
    [5, words.rating_5],
    [7, words.rating_7],
    [10, words.rating_10],
  ];
  const { question, low, high } = scene.rating;
  return { title: words.rating_title, question, low, high, meaning: (value) => nearest(marks, value) };
}

export function nausea(words: EngineWords): Question {
  return {
    title: words.nausea_title,
    question: words.nausea_question,
    low: words.nausea_low,
    high: words.nausea_high,
    meaning: () => "",
  };
}

/** The words of the highest mark at or below the number. */
export function nearest(marks: readonly [number, string][], value: number): string {
  let found = "";
  for (const [from, words] of marks) if (value >= from) found = words;
  return found;
}

/** The form; `send` gets the number. Nothing is sent before the button is pressed, and there is no time for it. */
export function asked(
  question: Question,
  send: (value: number) => void,
  label: string,
  weight: Weight = "primary-action",
): HTMLFormElement {
  const name = freshId("number");
  const said = element("p", { class: "player-number__said", "aria-live": "polite" });
  const ok = button(label, weight, () => undefined);
  ok.type = "submit";
  const scale = element("div", { class: "numbers" });
  for (let value = 0; value <= 10; value += 1) {
    const input = element("input", { type: "radio", name, value: String(value), required: "" });
    input.addEventListener("change", () => {
      const meaning = question.meaning(value);
      said.textContent = meaning ? `${value}: ${meaning}` : String(value);
    });
    scale.append(element("label", { class: "numbers__one" }, input, element("span", {}, String(value))));
  }
  const ends = element(
    "p",
    { class: "numbers__ends" },
    element("span", {}, `0 ${question.low}`),
    element("span", {}, `10 ${question.high}`),
  );
  const legend = element("legend", {}, question.question);
  const set = element("fieldset", { class: "player-number" }, legend, scale, ends, said);
  const form = element("form", { class: "player-question" }, element("h2", {}, question.title), set, ok);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = form.querySelector<HTMLInputElement>("input:checked");
    if (chosen) send(Number(chosen.value));
  });
  return form;
}
