/** Tries again by itself: sooner when the link comes back, later each time it does not. */

import { pause, type State } from "./queue.ts";

export class Retry {
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly attempt: () => Promise<State>,
    private readonly tell: (state: State) => void,
  ) {}

  /** Try now; a change, a link that came back and the page that is shown again all call this. */
  async now(): Promise<State> {
    clearTimeout(this.timer);
    const state = await this.attempt();
    this.tell(state);
    if (state === "offline") this.later();
    else this.tries = 0;
    return state;
  }

  private later(): void {
    this.tries += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), pause(this.tries, Math.random()));
  }
}
