/** Keys of the player: Esc stops, R is the quiet place, 1 to 3 answer. Single keys can be turned off (WCAG 2.1.4). */
import { keysAreOn } from "../../enhance/parts/single-keys";
import type { Command, PlayState } from "../play/types";

/** What a key asks for now; null where it is an ordinary key. */
export function asksFor(key: string, state: PlayState, single: boolean): Command | null {
  const live = state.phase === "running" || state.phase === "paused" || state.phase === "safe-place";
  if (!live) return null;
  if (key === "Escape") return { type: "stop", reason: "asked" };
  if (!single) return null;
  if (key.toLowerCase() === "r") return { type: "safe-place" };
  const index = Number(key) - 1;
  return Number.isInteger(index) && index >= 0 && index < 3 ? { type: "choose", index } : null;
}

/** Fields in which a figure or a letter belongs to the field. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("input, textarea, select, [contenteditable]");
}

export function listen(state: PlayState, give: (command: Command) => void): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (document.querySelector("dialog[open]")) return;
    const command = asksFor(event.key, state, keysAreOn() && !isTyping(event.target));
    if (!command) return;
    event.preventDefault();
    give(command);
  };
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}
