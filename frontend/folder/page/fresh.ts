/** On a device of one's own: sends what waits, and brings the copy up to date. */

import { refresh } from "../core/bundle.ts";
import { Offline, SignedOut } from "../core/queue.ts";
import { Retry } from "../core/retry.ts";
import type { Opened } from "./opened.ts";
import type { Status } from "./status.ts";
import type { Told } from "./told.ts";

export async function stayFresh(told: Told, opened: Opened, status: Status): Promise<void> {
  if (opened.locked) return status.show("signed-out", true);
  if (!opened.drawer.lasts) return;
  const { folder, drawer } = opened;
  const retry = new Retry(
    () => folder.flush(),
    (state) => status.show(state, true),
  );
  addEventListener("online", () => void retry.now());
  if (await folder.queue.holdsAnything()) await retry.now();
  try {
    await refresh(drawer, told.get("bundle"));
  } catch (problem) {
    if (!(problem instanceof Offline || problem instanceof SignedOut)) throw problem;
  }
}
