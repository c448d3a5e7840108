/** The database on a device of one's own. Nothing here runs before its owner said so. */

import { SHELVES, type Rows, type Shelf } from "./drawer.ts";
import type { Sealed } from "./seal.ts";

const NAME = "spoorboek-folder";
/** Rises when a shelf is added. */
const VERSION = 2;
const OWNER = "owner";

/** Whose device this is. `key` is absent once the folder was locked; the server gives it again. */
export interface Owner {
  readonly account: string;
  readonly device: string;
  readonly key?: CryptoKey;
  /** When the server last answered (ms); after `lockAfterDays` without it the key goes. */
  readonly seenAt: number;
  readonly lockAfterDays: number;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database refused."));
  });
}

/** Whether this browser can keep anything safely: a secure address, a cipher and a database. */
export function possible(): boolean {
  return isSecureContext && "subtle" in crypto && "indexedDB" in globalThis && "serviceWorker" in navigator;
}

export class Database implements Rows {
  private constructor(private readonly db: IDBDatabase) {
    // Another tab wipes the device: let go at once, or it would have to wait for us.
    db.onversionchange = () => db.close();
  }

  static async open(): Promise<Database> {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const { objectStoreNames: there } = request.result;
      for (const store of [OWNER, ...SHELVES])
        if (!there.contains(store)) request.result.createObjectStore(store);
    };
    return new Database(await asked(request));
  }

  /** The database where there is one with an owner; never makes one. */
  static async existing(): Promise<Database | undefined> {
    const known = await indexedDB.databases();
    return known.some((each) => each.name === NAME) ? Database.open() : undefined;
  }

  private store(name: string, mode: IDBTransactionMode): IDBObjectStore {
    return this.db.transaction(name, mode).objectStore(name);
  }
  owner(): Promise<Owner | undefined> {
    return asked<Owner | undefined>(this.store(OWNER, "readonly").get(OWNER));
  }
  async setOwner(owner: Owner): Promise<void> {
    await asked(this.store(OWNER, "readwrite").put(owner, OWNER));
  }
  async put(shelf: Shelf, name: string, row: Sealed): Promise<void> {
    await asked(this.store(shelf, "readwrite").put(row, name));
  }
  get(shelf: Shelf, name: string): Promise<Sealed | undefined> {
    return asked<Sealed | undefined>(this.store(shelf, "readonly").get(name));
  }
  async all(shelf: Shelf): Promise<[string, Sealed][]> {
    const store = this.store(shelf, "readonly");
    const [names, rows] = await Promise.all([asked(store.getAllKeys()), asked<Sealed[]>(store.getAll())]);
    return rows.map((row, index) => [String(names[index]), row]);
  }
  async remove(shelf: Shelf, name: string): Promise<void> {
    await asked(this.store(shelf, "readwrite").delete(name));
  }
  close(): void {
    this.db.close();
  }
}

/** Nothing of the folder stays on this device: database with its key, caches, and the worker that serves them. */
export async function wipe(): Promise<void> {
  if (!possible()) return;
  await asked(indexedDB.deleteDatabase(NAME));
  for (const name of await caches.keys()) if (name.startsWith(NAME)) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (new URL(registration.scope).pathname === "/werkmap/") await registration.unregister();
  }
}
