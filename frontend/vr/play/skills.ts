/** What somebody's answers showed, said back at the end: which skills, and what else could have been said. Never a mark. */
import type { Choice, Scene } from "../scene";
import type { PlayState } from "./types";

/** More at once is a list of what went wrong. */
const MOST_HINTS = 2;

export interface Skills {
  shown: { label: string; answers: string[] }[];
  hints: { label: string; hint: string; example: string }[];
}

/** The same as `skills_in` of the server's text conversation. */
export function skillsOf(state: Pick<PlayState, "scene" | "answers">): Skills {
  const there = choicesOn(state.scene, state.answers);
  const found: Skills = { shown: [], hints: [] };
  for (const { key, label, hint } of state.scene.skills ?? []) {
    const fitting = there.filter(({ choice }) => choice.tag === key);
    const answers = fitting.filter(({ given }) => given).map(({ choice }) => choice.text);
    const example = fitting.at(-1)?.choice.text;
    if (answers.length > 0) found.shown.push({ label, answers });
    else if (example) found.hints.push({ label, hint, example });
  }
  return { ...found, hints: found.hints.slice(0, MOST_HINTS) };
}

function choicesOn(scene: Scene, road: PlayState["answers"]): { choice: Choice; given: boolean }[] {
  return road.flatMap(({ node, index }) =>
    (scene.dialogue?.nodes[node]?.choices ?? []).map((choice, at) => ({ choice, given: at === index })),
  );
}
