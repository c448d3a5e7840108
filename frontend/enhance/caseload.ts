/** The caseload with the keyboard: j and k walk the rows, in the list the arrows do too; a chosen filter shows at once. */
import { keysAreOn, rememberKeys } from "./parts/single-keys";

const LINK = "[data-line] a";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

function walk(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(LINK)];
  const here = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = links[here < 0 ? 0 : here + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}

function stepOf(event: KeyboardEvent): number {
  const inList = event.target instanceof Element && event.target.matches(LINK);
  if (inList && event.key === "ArrowDown") return 1;
  if (inList && event.key === "ArrowUp") return -1;
  if (!keysAreOn()) return 0;
  return { j: 1, k: -1 }[event.key] ?? 0;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const step = stepOf(event);
  if (step && walk(step)) event.preventDefault();
});

document.addEventListener("change", (event) => {
  const changed = event.target;
  if (changed instanceof HTMLSelectElement)
    changed.closest<HTMLFormElement>("form[data-sieve]")?.requestSubmit();
  if (changed instanceof HTMLInputElement && changed.matches("[data-keys-switch]"))
    rememberKeys(changed.checked);
});

for (const box of document.querySelectorAll<HTMLInputElement>("[data-keys-switch]")) {
  box.checked = keysAreOn();
  box.closest("label")?.removeAttribute("hidden");
}
