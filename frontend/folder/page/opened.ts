/** Opens the folder for this page: sealed on a device of one's own, otherwise only as long as the page is open. */

import { Database, possible, wipe, type Owner } from "../core/database.ts";
import { MemoryDrawer, SealedDrawer, type Drawer } from "../core/drawer.ts";
import { Folder } from "../core/folder.ts";
import { ask, NOBODY, ServerPost } from "../core/post.ts";
import { Offline, SignedOut } from "../core/queue.ts";
import { importKey } from "../core/seal.ts";
import { takeAlong, type GivenKey } from "./taking.ts";
import type { Told } from "./told.ts";

const DAY_MS = 86_400_000;

export interface Opened {
  readonly folder: Folder;
  readonly drawer: Drawer;
  /** Kept on this device, but the key was put away or could not be had: the person signs in first. */
  readonly locked: boolean;
}

export async function opened(told: Told): Promise<Opened> {
  const post = new ServerPost(told.get("answers"), told.get("files"));
  const { drawer, locked } = await openDrawer(told).catch(() => ({ drawer: undefined, locked: false }));
  const used = drawer ?? new MemoryDrawer();
  return { folder: new Folder(used, post), drawer: used, locked };
}

async function openDrawer(told: Told): Promise<{ drawer?: Drawer; locked: boolean }> {
  const database = possible() ? await Database.existing() : undefined;
  const owner = await database?.owner();
  const reader = told.get("account");
  if (!database || !owner) {
    database?.close();
    return possible() && reader && told.get("device") ? takeBack(told) : { locked: false };
  }
  if (reader && reader !== owner.account) {
    database.close();
    await wipe();
    return { locked: false };
  }
  const key = await keyOf(database, owner, told, Boolean(reader)).catch((problem: unknown) => {
    // What lies here stays closed rather than unknown: at signing out it would be lost unseen.
    if (problem instanceof Offline || problem instanceof SignedOut) return undefined;
    throw problem;
  });
  return key ? { drawer: new SealedDrawer(database, key), locked: false } : { locked: true };
}

/** The browser threw our storage away, as some do after a week: this is still the person's own device. */
async function takeBack(told: Told): Promise<{ drawer: Drawer; locked: boolean }> {
  return { drawer: await takeAlong(told, await askKey(told, told.get("device"))), locked: false };
}

/** The key, unless the device was alone too long; who is signed in gets it again. */
async function keyOf(
  database: Database,
  owner: Owner,
  told: Told,
  signedIn: boolean,
): Promise<CryptoKey | undefined> {
  const alone = Date.now() - owner.seenAt;
  const late = alone > owner.lockAfterDays * DAY_MS || alone < -DAY_MS;
  if (signedIn) {
    const key = owner.key ?? (await importKey((await askKey(told, owner.device)).key));
    await database.setOwner({ ...owner, key, seenAt: Date.now() });
    return key;
  }
  if (late && owner.key) {
    const { key: _away, ...without } = owner;
    await database.setOwner(without);
    return undefined;
  }
  return owner.key;
}

async function askKey(told: Told, device: string): Promise<GivenKey> {
  const answer = await ask(told.get("key").replace(NOBODY, device), { method: "POST" });
  return (await answer.json()) as GivenKey;
}
