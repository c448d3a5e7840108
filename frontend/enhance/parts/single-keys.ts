/** Shortcuts of a single letter can be turned off (WCAG 2.1.4); the choice stays on this device. */
const NAME = "spoorboek-single-keys";

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
}

export function rememberKeys(on: boolean): void {
  try {
    localStorage.setItem(NAME, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing: the choice holds for this page only.
  }
}
