/** Finding the parts of the live page; one that is missing is a mistake of ours. */
export function part<T extends Element>(root: ParentNode, name: string): T {
  const found = root.querySelector<T>(`[data-${name}]`);
  if (!found) throw new Error(`the page has no ${name}`);
  return found;
}

export function maybe<T extends Element>(root: ParentNode, name: string): T | null {
  return root.querySelector<T>(`[data-${name}]`);
}

export function all(root: ParentNode, name: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-${name}]`)];
}

export function show(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
