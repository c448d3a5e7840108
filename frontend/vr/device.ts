/**
 * Where a page of practice may keep something. On a device that somebody called their own it stays until they sign out;
 * elsewhere it goes with the tab, so that whoever uses the device next cannot tell that somebody practised.
 */
export type Keeping = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Null where the browser keeps nothing. */
export function deviceStorage(): Keeping | null {
  try {
    const isOwn = document.querySelector("[data-player][data-own-device]") !== null;
    return isOwn ? window.localStorage : window.sessionStorage;
  } catch {
    return null;
  }
}
