/** "This is my own device": gets the key, puts it away, takes the folder along, and lets the phone install it. */

import { possible, wipe } from "./core/database.ts";
import { ask } from "./core/post.ts";
import { Offline, SignedOut } from "./core/queue.ts";
import { holdBack, keepAtSignOut } from "./page/leaving.ts";
import { opened, type Opened } from "./page/opened.ts";
import { takeAlong, type GivenKey } from "./page/taking.ts";
import { Told } from "./page/told.ts";

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

class Page {
  private readonly line = document.getElementById("device-progress");
  private readonly yes = document.querySelector<HTMLButtonElement>("[data-device-claim]");

  constructor(private readonly told: Told) {
    if (!this.yes) return;
    if (!possible()) {
      this.say("sayNotPossible");
      return;
    }
    this.yes.hidden = false;
    this.yes.addEventListener("click", () => void this.claim());
  }

  private say(name: string): void {
    if (!this.line) return;
    this.line.hidden = false;
    this.line.textContent = this.told.get(name);
  }

  private async claim(): Promise<void> {
    this.yes?.setAttribute("disabled", "");
    this.say("sayPreparing");
    try {
      await wipe();
      await this.begin();
      location.assign(this.told.get("here"));
    } catch (problem) {
      await wipe();
      this.yes?.removeAttribute("disabled");
      this.say(problem instanceof Offline || problem instanceof SignedOut ? "sayNoLink" : "sayNotPossible");
    }
  }

  private async begin(): Promise<void> {
    const answer = await ask(this.told.get("claim"), { method: "POST" });
    const given = (await answer.json()) as GivenKey & { sentence?: string };
    if (!answer.ok) throw new Error(given.sentence);
    await takeAlong(this.told, given);
    await navigator.storage?.persist?.();
  }
}

/** "Not on this device any more": here at once, also where the browser does not do it for us. */
function letGo(told: Told, opening: Promise<Opened>): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-device-here]")) {
    holdBack(form, told, opening);
  }
}

/** The browser's own question whether to put the folder on the home screen, asked when the person wants it. */
function offerInstall(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-install]");
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => void (event as InstallPrompt).prompt());
  });
}

const told = Told.here();
if (told) {
  const opening = opened(told);
  keepAtSignOut(told, opening);
  letGo(told, opening);
  new Page(told);
  offerInstall();
}
