/** What stands here while the same scene goes on elsewhere, in the headset for one: never two at a time. */
import type { EngineWords, WordKey } from "../words";
import { button, element } from "./dom";

export interface Elsewhere {
  /** This screen was only opened: it asks, and the other one goes on until there is a yes. */
  asks: boolean;
  /** Lent for this one scene: looking back is for one's own screen. */
  lent: boolean;
  /** Where looking back begins. */
  done: string;
  /** To go on here after all. */
  here(): void;
}

export function elsewhere(words: EngineWords, means: Elsewhere): HTMLElement {
  const card = element("section", { class: "player-elsewhere card stack", role: "status" });
  const lay = (title: WordKey, about: WordKey, ...ways: (HTMLElement | null)[]): void => {
    const heading = element("h2", { class: "card__title", tabindex: "-1" }, words[title]);
    const row = element("div", { class: "row" }, ...ways);
    card.replaceChildren(heading, element("p", {}, words[about]), row);
    if (card.isConnected) heading.focus();
  };
  const goesOn = (): void => {
    const about = means.lent ? "elsewhere_about_lent" : "elsewhere_about";
    const here = button(words.elsewhere_here, "subtle", means.here);
    lay("elsewhere_title", about, means.lent ? null : doneLink(words, means.done), here);
  };
  if (!means.asks) goesOn();
  else {
    const yes = button(words.elsewhere_yes, "primary-action", means.here);
    lay(
      "elsewhere_asks",
      "elsewhere_asks_about",
      yes,
      button(words.elsewhere_no, "secondary-action", goesOn),
    );
  }
  return card;
}

function doneLink(words: EngineWords, done: string): HTMLElement | null {
  if (!done) return null;
  const marks = { class: "utrecht-button utrecht-button--primary-action", href: done };
  return element("a", marks, words.elsewhere_done);
}
