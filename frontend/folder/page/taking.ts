/** Takes the folder along on this device: whose it is, the key, sheets and answers, and the worker that opens them. */

import { refresh } from "../core/bundle.ts";
import { Database } from "../core/database.ts";
import { SealedDrawer } from "../core/drawer.ts";
import { importKey } from "../core/seal.ts";
import type { Told } from "./told.ts";

export interface GivenKey {
  readonly device: string;
  readonly key: string;
  readonly account: string;
  readonly lockAfterDays: number;
}

export async function takeAlong(told: Told, given: GivenKey): Promise<SealedDrawer> {
  const { account, device, lockAfterDays } = given;
  const key = await importKey(given.key);
  const database = await Database.open();
  await database.setOwner({ account, device, key, lockAfterDays, seenAt: Date.now() });
  const drawer = new SealedDrawer(database, key);
  await refresh(drawer, told.get("bundle"));
  await navigator.serviceWorker.register(told.get("worker"), { scope: told.get("scope") });
  await navigator.serviceWorker.ready;
  return drawer;
}
