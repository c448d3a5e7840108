/** Speaks with the server. Every address comes from the page, so that nothing is written twice. */

import type { Answer, Closed } from "./answers.ts";
import { wipe } from "./database.ts";
import { Offline, SignedOut, Withdrawn, type Outcome, type Post } from "./queue.ts";

/** Stands in an address where an id comes. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";
const PATIENCE_MS = 15_000;
const FILE_PATIENCE_MS = 120_000;

function token(): string {
  return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}

/** One request. Throws `Offline`, `SignedOut` or `Withdrawn`; other refusals come back as they are. */
export async function ask(
  address: string,
  options: RequestInit = {},
  patience = PATIENCE_MS,
): Promise<Response> {
  const headers = { Accept: "application/json", "X-CSRFToken": token(), ...options.headers };
  const signal = AbortSignal.timeout(patience);
  const answer = await fetch(address, { ...options, headers, signal, redirect: "manual" }).catch(() => {
    throw new Offline();
  });
  // A redirect leads to signing in; 403 comes from a form token of an earlier sign-in.
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403)
    throw new SignedOut();
  if (answer.status === 410) {
    // The header of the answer wipes as well; this is for browsers that do not know it.
    await wipe();
    throw new Withdrawn();
  }
  if (answer.status === 429 || answer.status >= 500) throw new Offline();
  return answer;
}

export class ServerPost implements Post {
  constructor(
    private readonly answersAddress: string,
    private readonly fileAddress: string,
  ) {}

  async answers(answers: readonly Answer[]): Promise<Outcome[]> {
    const answer = await this.send({ answers });
    const said = (await answer.json()) as { outcomes?: Outcome[]; sentence?: string };
    return said.outcomes ?? answers.map(({ id }) => refusal(id, said.sentence));
  }

  async close(closed: readonly Closed[]): Promise<void> {
    await this.send({ answers: [], closed });
  }

  private send(parcel: { answers: readonly Answer[]; closed?: readonly Closed[] }): Promise<Response> {
    return ask(this.answersAddress, {
      method: "POST",
      body: JSON.stringify(parcel),
      headers: { "Content-Type": "application/json" },
    });
  }

  async file(name: string, file: Blob, { dossier, sheet, question }: Answer): Promise<string> {
    const body = new FormData();
    for (const [field, value] of Object.entries({ dossier, sheet, question })) body.set(field, value);
    body.set("file", file, "file");
    const address = this.fileAddress.replace(NOBODY, name);
    const answer = await ask(address, { method: "POST", body }, FILE_PATIENCE_MS);
    const said = (await answer.json()) as { sentence?: string };
    return answer.ok ? "" : (said.sentence ?? String(answer.status));
  }
}

function refusal(id: string, sentence = ""): Outcome {
  return { id, outcome: "refused", sentence };
}
