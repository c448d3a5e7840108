/**
 * Moments that wait in this browser until the server has them: numbered for this screen, kept over a reload, never sent
 * twice under another number. Keys and numbers only; nothing that somebody typed or said is ever in a moment.
 */
import type { Keeping } from "../device";
import type { Moment } from "../play/types";

const MOST_AT_ONCE = 50;

/** A linked screen is lent out: it has one place on the device, which holds what is of one session and no other. */
const LENT = /^(.*\/live\/scherm\/)([\w-]+)\/$/;

interface Stored {
  of: string;
  screen: string;
  next: number;
  waiting: Moment[];
}

export class Kept {
  readonly lent: boolean;
  private readonly name: string;
  private stored: Stored;
  private over = false;

  /** `address`: where the moments go. */
  constructor(
    address: string,
    private readonly storage: Keeping | null,
  ) {
    const [, place, of] = LENT.exec(address) ?? [];
    this.lent = of !== undefined;
    this.name = `practice:${place ?? address}`;
    const empty = { of: of ?? "", screen: newName(), next: 1, waiting: [] };
    this.stored = empty;
    const found = this.read();
    if (found && found.of === empty.of) this.stored = found;
    else if (found) this.forget();
  }

  /** A name of this screen, so that two devices never take each other's numbers. */
  get screen(): string {
    return this.stored.screen;
  }

  get waiting(): number {
    return this.stored.waiting.length;
  }

  add(moment: Moment): void {
    this.stored.waiting.push({ ...moment, n: this.stored.next });
    this.stored.next += 1;
    if (moment.type === "phase") this.over = moment.key.startsWith("ended");
    this.write();
  }

  /** The first that wait, in order; what was sent and not answered comes again. */
  batch(): readonly Moment[] {
    return this.stored.waiting.slice(0, MOST_AT_ONCE);
  }

  /** The server holds all up to `n`. Where it holds more than this screen knows of, numbers go on from there. */
  have(n: number): void {
    this.stored.waiting = this.stored.waiting.filter((moment) => moment.n > n);
    if (n >= this.stored.next) this.stored.next = n + 1;
    if (this.over && !this.waiting) this.forget();
    else this.write();
  }

  /** Nothing stays on the device after the session: whoever uses it next cannot tell that somebody practised. */
  forget(): void {
    this.stored.waiting = [];
    this.safely(() => this.storage?.removeItem(this.name));
  }

  private read(): Stored | null {
    let found: Stored | null = null;
    this.safely(() => {
      const text = this.storage?.getItem(this.name);
      const read = text ? (JSON.parse(text) as Partial<Stored>) : {};
      if (typeof read.screen === "string" && typeof read.next === "number" && Array.isArray(read.waiting))
        found = { of: read.of ?? "", screen: read.screen, next: read.next, waiting: read.waiting };
    });
    return found;
  }

  private write(): void {
    this.safely(() => this.storage?.setItem(this.name, JSON.stringify(this.stored)));
  }

  /** A device that keeps nothing (private window, full) still sends while its page is open. */
  private safely(work: () => void): void {
    try {
      work();
    } catch {
      return;
    }
  }
}

function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
