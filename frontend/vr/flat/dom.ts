/** Small makers of elements. Styles are classes: the security policy refuses anything inline. */
type Child = Node | string | null;

export interface Marks {
  class?: string;
  id?: string;
  [attribute: string]: string | undefined;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  marks: Marks = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(marks)) if (value !== undefined) made.setAttribute(name, value);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A drawing that the page brought along in its template; nothing where it did not. */
export function icon(name: string): Node {
  const drawings = document.querySelector<HTMLTemplateElement>("template#practice-icons");
  return drawings?.content.querySelector(`.icon--${name}`)?.cloneNode(true) ?? document.createTextNode("");
}

export type Weight = "primary-action" | "secondary-action" | "subtle";

export function button(
  label: string,
  weight: Weight,
  press: () => void,
  options: { icon?: string; class?: string } = {},
): HTMLButtonElement {
  const made = element("button", {
    type: "button",
    class: `utrecht-button utrecht-button--${weight} ${options.class ?? ""}`.trim(),
  });
  if (options.icon) made.append(icon(options.icon));
  made.append(element("span", {}, label));
  made.addEventListener("click", press);
  return made;
}

/** Fills a part anew only when what it shows differs, so that focus and screen reader are left in peace. */
export class Part<E extends HTMLElement = HTMLElement> {
  private shown: string | null = null;

  constructor(readonly root: E) {}

  /** True where it was filled anew. */
  show(sign: string, make: () => readonly Child[]): boolean {
    if (sign === this.shown) return false;
    this.shown = sign;
    this.root.replaceChildren(...make().filter((child): child is Node | string => child !== null));
    this.root.hidden = this.root.childNodes.length === 0;
    return true;
  }
}

let made = 0;

/** An id that no other element has. */
export function freshId(name: string): string {
  made += 1;
  return `practice-${name}-${made}`;
}

/** A row of radios as big marks; `pick` hears what is chosen. */
export function radios(
  legend: string,
  options: readonly { value: string; label: string; about?: string }[],
  chosen: string | null,
  pick: (value: string) => void,
  style = "player-choices",
): HTMLFieldSetElement {
  const name = freshId("choice");
  const set = element("fieldset", { class: style }, element("legend", {}, legend));
  for (const option of options) {
    const input = element("input", { type: "radio", name, value: option.value });
    input.checked = option.value === chosen;
    input.addEventListener("change", () => pick(option.value));
    const about = option.about ? element("span", { class: "player-choices__about" }, option.about) : null;
    const words = element(
      "span",
      {},
      element("span", { class: "player-choices__label" }, option.label),
      about,
    );
    set.append(element("label", { class: `${style}__one` }, input, words));
  }
  return set;
}

export function checkbox(
  label: string,
  about: string,
  on: boolean,
  pick: (on: boolean) => void,
): HTMLElement {
  const input = element("input", { type: "checkbox" });
  input.checked = on;
  input.addEventListener("change", () => pick(input.checked));
  const words = element("span", {}, element("span", { class: "player-choices__label" }, label));
  if (about) words.append(element("span", { class: "player-choices__about" }, about));
  return element("label", { class: "player-choices__one" }, input, words);
}

/** Keeps the rest of the page out of reach while the player lies over it. */
export function keepOut(inside: HTMLElement, out: boolean): void {
  for (
    let here: HTMLElement = inside;
    here.parentElement && here !== document.body;
    here = here.parentElement
  ) {
    for (const other of here.parentElement.children) {
      if (other !== here && other instanceof HTMLElement && other.tagName !== "SCRIPT") other.inert = out;
    }
  }
}
