/** What the server gives to take along: the sheets as empty forms in the reader's language, and the own answers. */

import type { Answer } from "./answers.ts";
import type { Drawer } from "./drawer.ts";
import { ask } from "./post.ts";

export interface Question {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  readonly html: string;
}
export interface Sheet {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly phase: string;
  readonly path: string;
  readonly questions: readonly Question[];
}
export interface Sheets {
  readonly version: string;
  readonly dossier: string;
  readonly language: string;
  readonly overview: string;
  readonly sheets: readonly Sheet[];
}
interface Bundle {
  readonly account: string;
  readonly sheets: Sheets | null;
  readonly answers: readonly Answer[];
}

const NAME = "all";

export function sheetsOf(drawer: Drawer): Promise<Sheets | undefined> {
  return drawer.get<Sheets>("sheets", NAME);
}

/** Brings sheets and answers up to date. What waits to be sent is not touched. */
export async function refresh(drawer: Drawer, address: string): Promise<void> {
  const have = (await sheetsOf(drawer))?.version ?? "";
  const answer = await ask(`${address}?${new URLSearchParams({ have })}`);
  const bundle = (await answer.json()) as Bundle;
  if (bundle.sheets) await drawer.put("sheets", NAME, bundle.sheets);
  const kept = new Set(bundle.answers.map((each) => each.id));
  for (const old of await drawer.all<Answer>("answers")) {
    if (!kept.has(old.id)) await drawer.remove("answers", old.id);
  }
  for (const each of bundle.answers) await drawer.put("answers", each.id, each);
}
