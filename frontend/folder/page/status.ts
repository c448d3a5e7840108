/** One quiet line that says where the text is. A screen reader hears it when it changes, not at every save. */

import type { State } from "../core/queue.ts";
import type { Told } from "./told.ts";

export class Status {
  private readonly line = document.getElementById("folder-status");
  private last = "";

  /** `onlyTrouble`: on pages where nothing is written, nobody needs to hear that all is well. */
  constructor(
    private readonly told: Told,
    private readonly onlyTrouble = false,
  ) {}

  /** `lasts`: what is written stays on this device, also when the page is closed. */
  show(state: State, lasts: boolean, waiting = 0): void {
    const name = state === "offline" && !lasts ? "offlineOpen" : state;
    if (!this.line || (name === this.last && state !== "refused")) return;
    this.last = name;
    this.line.hidden = this.onlyTrouble && (state === "saved" || state === "saving");
    this.line.dataset.state = state;
    this.line.replaceChildren(this.told.say(`say-${name}`.replace(/-(\w)/g, upper), { waiting }));
    if (state === "signed-out") this.link(this.told.get("signIn"), this.told.get("saySignIn"));
    if (state === "refused") this.link(this.told.get("shell"), this.told.get("sayLook"));
  }

  private link(href: string, words: string): void {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = words;
    this.line?.append(" ", link);
  }
}

function upper(_whole: string, letter: string): string {
  return letter.toUpperCase();
}
