/** Moments of a session without a coach: kept on the device, posted in small batches, sent again until they are kept. */
import { deviceStorage, type Keeping } from "../device";
import type { Moment } from "../play/types";
import { Kept } from "./kept";

const SOON = 1500;
const LATER = 15_000;

type Send = (moments: readonly Moment[]) => Promise<number | null>;

/** Posts a batch; the highest number that is kept, or null where it did not arrive. */
export function poster(address: string, token: string): Send {
  return async (moments) => {
    try {
      const answer = await fetch(address, {
        method: "POST",
        keepalive: true,
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify(moments),
      });
      if (!answer.ok) return null;
      const told = (await answer.json()) as { kept?: unknown };
      return typeof told.kept === "number" ? told.kept : null;
    } catch {
      return null;
    }
  };
}

export class Post {
  private readonly kept: Kept;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private busy = false;

  constructor(
    address: string,
    private readonly send: Send,
    storage: Keeping | null = deviceStorage(),
  ) {
    this.kept = new Kept(address, storage);
    if (this.kept.waiting) this.soon(0);
    if (typeof window !== "undefined") window.addEventListener("online", () => this.soon(0));
  }

  get unsent(): number {
    return this.kept.waiting;
  }

  tell(moment: Moment): void {
    this.kept.add(moment);
    this.soon(moment.type === "phase" ? 0 : SOON);
  }

  /** All that waits, now; resolves when it was tried. */
  async flush(): Promise<void> {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (this.busy || !this.kept.waiting) return;
    this.busy = true;
    const kept = await this.send(this.kept.batch());
    this.busy = false;
    if (kept !== null) this.kept.have(kept);
    if (this.kept.waiting) this.soon(kept === null ? LATER : SOON);
  }

  private soon(after: number): void {
    if (after === 0) clearTimeout(this.waiting);
    else if (this.waiting !== undefined) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      void this.flush();
    }, after);
  }
}
