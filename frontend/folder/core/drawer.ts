/** Where things are kept: in memory while the page is open, or sealed on a device of one's own. */

import { open, openValue, seal, sealValue, type Sealed } from "./seal.ts";

/**
 * `waiting`, `files` and `closed` (sheets that are done): not sent yet; `answers`: what the server has; `sheets`: the
 * pages, to open without a link.
 */
export const SHELVES = ["waiting", "files", "answers", "sheets", "closed"] as const;
export type Shelf = (typeof SHELVES)[number];

/** A place for values and files by name. */
export interface Drawer {
  readonly lasts: boolean;
  put(shelf: Shelf, name: string, value: unknown): Promise<void>;
  get<T>(shelf: Shelf, name: string): Promise<T | undefined>;
  all<T>(shelf: Shelf): Promise<T[]>;
  putFile(name: string, file: Blob): Promise<void>;
  getFile(name: string): Promise<Blob | undefined>;
  remove(shelf: Shelf, name: string): Promise<void>;
}

/** For who did not say that this device is their own: gone with the page. */
export class MemoryDrawer implements Drawer {
  readonly lasts: boolean = false;
  private readonly shelves = new Map<Shelf, Map<string, unknown>>(
    SHELVES.map((shelf) => [shelf, new Map<string, unknown>()]),
  );

  private shelf(shelf: Shelf): Map<string, unknown> {
    return this.shelves.get(shelf) ?? new Map<string, unknown>();
  }
  async put(shelf: Shelf, name: string, value: unknown): Promise<void> {
    this.shelf(shelf).set(name, structuredClone(value));
  }
  async get<T>(shelf: Shelf, name: string): Promise<T | undefined> {
    return this.shelf(shelf).get(name) as T | undefined;
  }
  async all<T>(shelf: Shelf): Promise<T[]> {
    return [...this.shelf(shelf).values()] as T[];
  }
  async putFile(name: string, file: Blob): Promise<void> {
    this.shelf("files").set(name, file);
  }
  async getFile(name: string): Promise<Blob | undefined> {
    return this.shelf("files").get(name) as Blob | undefined;
  }
  async remove(shelf: Shelf, name: string): Promise<void> {
    this.shelf(shelf).delete(name);
  }
}

/** Rows by name, as IndexedDB keeps them: what it gets is sealed already. */
export interface Rows {
  put(shelf: Shelf, name: string, row: Sealed): Promise<void>;
  get(shelf: Shelf, name: string): Promise<Sealed | undefined>;
  all(shelf: Shelf): Promise<[string, Sealed][]>;
  remove(shelf: Shelf, name: string): Promise<void>;
}

/** On a device of one's own: everything sealed before it is written. Names are random or say no more than a shelf. */
export class SealedDrawer implements Drawer {
  readonly lasts = true;
  constructor(
    private readonly rows: Rows,
    private readonly key: CryptoKey,
  ) {}

  async put(shelf: Shelf, name: string, value: unknown): Promise<void> {
    await this.rows.put(shelf, name, await sealValue(this.key, `${shelf}/${name}`, value));
  }
  async get<T>(shelf: Shelf, name: string): Promise<T | undefined> {
    const row = await this.rows.get(shelf, name);
    return row && openValue<T>(this.key, `${shelf}/${name}`, row);
  }
  async all<T>(shelf: Shelf): Promise<T[]> {
    const rows = await this.rows.all(shelf);
    return Promise.all(rows.map(([name, row]) => openValue<T>(this.key, `${shelf}/${name}`, row)));
  }
  /** The first byte tells how long the type is: a file without its type cannot be played or sent. */
  async putFile(name: string, file: Blob): Promise<void> {
    const type = new TextEncoder().encode(file.type.slice(0, 255));
    const whole = await new Blob([Uint8Array.of(type.length), type, file]).arrayBuffer();
    await this.rows.put("files", name, await seal(this.key, `files/${name}`, new Uint8Array(whole)));
  }
  async getFile(name: string): Promise<Blob | undefined> {
    const row = await this.rows.get("files", name);
    if (!row) return undefined;
    const whole = await open(this.key, `files/${name}`, row);
    const start = 1 + (whole[0] ?? 0);
    return new Blob([whole.subarray(start)], { type: new TextDecoder().decode(whole.subarray(1, start)) });
  }
  async remove(shelf: Shelf, name: string): Promise<void> {
    await this.rows.remove(shelf, name);
  }
}
