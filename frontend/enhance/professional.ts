/** For professionals: htmx, menus, and `/` to search. */
import "htmx.org";
import "./menus";
import { keysAreOn } from "./parts/single-keys";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (!keysAreOn()) return;
  const search = document.querySelector<HTMLInputElement>(".search input");
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
});
