/**
 * Where a page of practice may keep something. On a device that somebody called their own it stays until they sign out;
 * elsewhere it goes with the tab, so that whoever uses the device next cannot tell that somebody practised.
 */
export type Keeping = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** How long a page that is loaded anew waits until its former self is gone. */
const GOING = 800;

/**
 * Holds a name for as long as this page is open; false where another tab of this browser holds it: two pages never
 * count their moments under one screen's name.
 */
export function heldHere(name: string): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  // Safari has no AbortSignal.timeout before 16; once it is held, an abort changes nothing.
  const waiting = new AbortController();
  setTimeout(() => waiting.abort(), GOING);
  return new Promise((give) => {
    const hold = (): Promise<never> => {
      give(true);
      return new Promise(() => undefined);
    };
    navigator.locks.request(name, { signal: waiting.signal }, hold).catch(() => give(false));
  });
}

/** Null where the browser keeps nothing. */
export function deviceStorage(): Keeping | null {
  try {
    const isOwn = document.querySelector("[data-player][data-own-device]") !== null;
    return isOwn ? window.localStorage : window.sessionStorage;
  } catch {
    return null;
  }
}
