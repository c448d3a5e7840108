/** What stands here once the same scene goes on elsewhere, in the headset for one: never two at a time. */
import type { EngineWords } from "../words";
import { button, element } from "./dom";

/** `done`: where looking back begins. To go on here after all, the page begins anew. */
export function elsewhere(words: EngineWords, done: string, here: () => void): HTMLElement {
  const link = element(
    "a",
    { class: "utrecht-button utrecht-button--primary-action", href: done },
    words.elsewhere_done,
  );
  return element(
    "section",
    { class: "player-elsewhere card stack", role: "status" },
    element("h2", { class: "card__title" }, words.elsewhere_title),
    element("p", {}, words.elsewhere_about),
    element("div", { class: "row" }, done ? link : null, button(words.elsewhere_here, "subtle", here)),
  );
}
