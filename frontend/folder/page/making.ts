/** Elements without writing HTML: words of a person never become markup. */

export function text(words: string): Text {
  return document.createTextNode(words);
}

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...inside: readonly Node[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}
