type Hearer<T extends unknown[]> = (...told: T) => void;

/** Who wants to hear something; `add` gives back how to stop hearing. */
export class Hearers<T extends unknown[]> {
  private readonly all = new Set<Hearer<T>>();

  add(hearer: Hearer<T>): () => void {
    this.all.add(hearer);
    return () => void this.all.delete(hearer);
  }

  tell(...told: T): void {
    for (const hearer of this.all) hearer(...told);
  }
}
