/** On a device of one's own: sends what waits, brings the copy up to date, and loses nothing at signing out. */

import { refresh } from "../core/bundle.ts";
import { wipe } from "../core/database.ts";
import { Offline, SignedOut } from "../core/queue.ts";
import { Retry } from "../core/retry.ts";
import type { Opened } from "./opened.ts";
import type { Status } from "./status.ts";
import type { Told } from "./told.ts";

export async function stayFresh(told: Told, opened: Opened, status: Status): Promise<void> {
  if (opened.locked) return status.show("signed-out", true);
  if (!opened.drawer.lasts) return;
  keepAtSignOut(told, opened);
  const { folder, drawer } = opened;
  const retry = new Retry(
    () => folder.flush(),
    (state) => status.show(state, true),
  );
  addEventListener("online", () => void retry.now());
  if ((await folder.queue.waiting()).length) await retry.now();
  try {
    await refresh(drawer, told.get("bundle"));
  } catch (problem) {
    if (!(problem instanceof Offline || problem instanceof SignedOut)) throw problem;
  }
}

/** Signing out wipes this device: what waits goes first, and what cannot go is shown before anything is lost. */
export function keepAtSignOut(told: Told, { folder }: Opened): void {
  for (const form of document.forms) {
    if (new URL(form.action).pathname !== told.get("signOut")) continue;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void folder.flush().then((state) => {
        if (state === "saved" || state === "withdrawn") void wipe().finally(() => form.submit());
        else location.assign(`${told.get("shell")}#${told.get("leaving")}`);
      });
    });
  }
}
