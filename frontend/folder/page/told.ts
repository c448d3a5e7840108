/** What the server tells a page: addresses, whose folder it is, and the sentences in the reader's language. */

export class Told {
  private constructor(private readonly element: HTMLElement) {}

  static here(): Told | undefined {
    const element = document.getElementById("folder-told");
    return element ? new Told(element) : undefined;
  }
  get(name: string): string {
    return this.element.dataset[name] ?? "";
  }
  /** A sentence with `{name}` filled in. */
  say(name: string, filled: Readonly<Record<string, string | number>> = {}): string {
    return this.get(name).replace(/\{(\w+)\}/g, (whole, part: string) => String(filled[part] ?? whole));
  }
}
