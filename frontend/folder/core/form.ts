/** Between a form and the fields of an answer. Files and the form's own housekeeping are no part of an answer. */

import type { Fields } from "./answers.ts";

const HOUSEKEEPING = new Set([
  "csrfmiddlewaretoken",
  "id",
  "replaces",
  "attachments",
  "then",
  "next",
  "finish",
]);

/** What is filled in. Where one of several fields of a name is filled in, the empty ones keep their places. */
export function collect(form: HTMLFormElement): Fields {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (!HOUSEKEEPING.has(name) && typeof value === "string") (fields[name] ??= []).push(value);
  }
  return Object.fromEntries(Object.entries(fields).filter(([, values]) => values.some(Boolean)));
}

export function fill(form: HTMLFormElement, fields: Fields): void {
  const seen = new Map<string, number>();
  makeRoom(form, fields);
  for (const control of form.elements) {
    const named = control as HTMLInputElement;
    if (!named.name || HOUSEKEEPING.has(named.name) || named.type === "file") continue;
    const values = fields[named.name] ?? [];
    if (named.type === "checkbox" || named.type === "radio") named.checked = values.includes(named.value);
    else if (named.type !== "submit" && named.type !== "button" && named.type !== "hidden") {
      const at = seen.get(named.name) ?? 0;
      named.value = values[at] ?? "";
      seen.set(named.name, at + 1);
    }
  }
}

/** An answer may have more rows than an empty form shows: then rows are added as the last one is. */
function makeRoom(form: HTMLFormElement, fields: Fields): void {
  for (const [name, values] of Object.entries(fields)) {
    const here = [...form.elements].filter((each) => (each as HTMLInputElement).name === name);
    const row = here.at(-1)?.closest("li");
    if (!row || here.some((each) => /^(checkbox|radio)$/.test((each as HTMLInputElement).type))) continue;
    for (let more = here.length; more < values.length; more += 1) row.after(row.cloneNode(true));
  }
}

/** What an answer says, read from the form of its question: the words beside what was chosen, and what was typed. */
export function words(form: HTMLFormElement): string[] {
  const lines: string[] = [];
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      if (control.checked) lines.push(label(control));
    } else if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) {
      if (control.type !== "hidden" && control.type !== "file" && control.value.trim()) {
        lines.push(control.value.trim());
      }
    } else if (control instanceof HTMLSelectElement && control.value) {
      lines.push(`${label(control)}: ${control.selectedOptions[0]?.textContent?.trim() ?? ""}`);
    }
  }
  return lines.filter(Boolean);
}

function label(control: HTMLInputElement | HTMLSelectElement): string {
  return (control.labels?.[0]?.textContent ?? control.value).replace(/\s+/g, " ").trim();
}
