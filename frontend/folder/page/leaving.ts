/** Leaving wipes this device: what was written goes first, and what cannot go is shown before anything is lost. */

import { wipe } from "../core/database.ts";
import type { State } from "../core/queue.ts";
import type { Opened } from "./opened.ts";
import type { Told } from "./told.ts";

/**
 * Holds signing out from the first moment of the page: who is quicker than the folder opens waits for it here. `send`
 * sends all that waits; `opening` may still be under way.
 */
export function keepAtSignOut(told: Told, opening: Promise<Opened>, send = flushed(opening)): void {
  for (const form of document.forms) {
    if (new URL(form.action).pathname === told.get("signOut")) holdBack(form, told, opening, send);
  }
}

/** Sends first what `form` would lose by wiping this device. */
export function holdBack(
  form: HTMLFormElement,
  told: Told,
  opening: Promise<Opened>,
  send = flushed(opening),
): void {
  let underWay = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (underWay) return;
    underWay = true;
    void leave(form, told, opening, send).finally(() => (underWay = false));
  });
}

async function leave(
  form: HTMLFormElement,
  told: Told,
  opening: Promise<Opened>,
  send: () => Promise<State>,
): Promise<void> {
  const { drawer, locked } = await opening;
  const state = locked ? "signed-out" : await send();
  const allSent = state === "saved" || state === "withdrawn";
  if (!allSent && (drawer.lasts || locked))
    return location.assign(`${told.get("shell")}#${told.get("leaving")}`);
  if (allSent) await wipe().catch(() => undefined);
  // The server asks once more where this did not run: then something may still wait.
  form.querySelector("input[name=waits]")?.remove();
  form.submit();
}

function flushed(opening: Promise<Opened>): () => Promise<State> {
  return async () => (await opening).folder.flush();
}
