/** Putting new parts in a room without taking anything from who is busy in it: typed text, focus, choices, what is open. */

interface Kept {
  values: Map<string, string>;
  focus: string;
  selection: [number, number] | null;
  open: boolean[];
}

/** Where an element is, in words that its successor answers to as well. */
function placeOf(element: Element | null): string {
  if (!element) return "";
  if (element.id) return `#${CSS.escape(element.id)}`;
  const form = element.closest("form");
  if (!form || !(element instanceof HTMLButtonElement)) return "";
  const value = element.name ? `[name="${element.name}"][value="${CSS.escape(element.value)}"]` : "";
  return `form[action="${form.getAttribute("action") ?? ""}"] button${value}`;
}

function keep(part: Element): Kept {
  const values = new Map<string, string>();
  for (const field of part.querySelectorAll<HTMLTextAreaElement | HTMLSelectElement>("textarea, select"))
    if (field.id) values.set(field.id, field.value);
  const active = document.activeElement;
  const inside = active && part.contains(active) ? active : null;
  return {
    values,
    focus: placeOf(inside),
    selection: inside instanceof HTMLTextAreaElement ? [inside.selectionStart, inside.selectionEnd] : null,
    open: [...part.querySelectorAll("details")].map((each) => each.open),
  };
}

function giveBack(part: Element, kept: Kept): void {
  for (const [id, value] of kept.values) {
    const field = part.querySelector<HTMLTextAreaElement | HTMLSelectElement>(`#${CSS.escape(id)}`);
    if (field instanceof HTMLTextAreaElement && field.value === "") field.value = value;
    if (field instanceof HTMLSelectElement && [...field.options].some((each) => each.value === value))
      field.value = value;
  }
  part.querySelectorAll("details").forEach((each, index) => (each.open = kept.open[index] ?? false));
  if (!kept.focus) return;
  const next = part.querySelector<HTMLElement>(kept.focus) ?? part.querySelector<HTMLElement>("button");
  next?.focus({ preventScroll: true });
  if (kept.selection && next instanceof HTMLTextAreaElement) next.setSelectionRange(...kept.selection);
}

/** Replace a part by the server's HTML. */
export function swap(part: Element, html: string): void {
  const kept = keep(part);
  part.innerHTML = html;
  giveBack(part, kept);
}

/** The form in which somebody is writing for a step, with text in it that was not sent. */
export function unsent(part: Element): { step: string; text: string; action: string } | null {
  const form = part.querySelector<HTMLFormElement>("form[data-write]");
  const text = form?.querySelector("textarea")?.value ?? "";
  if (!form || text.trim() === "") return null;
  return { step: form.dataset["write"] ?? "", text, action: form.getAttribute("action") ?? "" };
}

/** The step for which a part's HTML takes text; empty where it takes none. */
export function stepOf(html: string): string {
  return /data-write="([^"]*)"/.exec(html)?.[1] ?? "";
}
