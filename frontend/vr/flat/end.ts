/** After it: rest first, one more number, what to think about, one small step, and looking back. */
import { endTitle } from "../ended";
import { skillsOf } from "../play/skills";
import type { PlayState } from "../play/types";
import { filled, type EngineWords } from "../words";
import { button, element, icon, type Weight } from "./dom";
import { asked, tension } from "./question";

export interface EndMeans {
  rate(value: number): void;
  replay(): void;
  again: (() => void) | null;
  /** Where only stopping was tried: now the practice itself. */
  anew(): void;
  /** Where to go on; empty where the page itself goes on below. */
  done: string;
  /** Whether the page that holds the player asks and looks back itself. */
  brief: boolean;
  /** Looking back is for one's own screen. */
  lent: boolean;
  headset: boolean;
}

export class EndScreen {
  readonly root = element("section", { class: "player-end" });
  private readonly title = element("h2", { tabindex: "-1" });

  constructor(
    private readonly state: PlayState,
    private readonly words: EngineWords,
    private readonly means: EndMeans,
  ) {
    this.title.textContent = words[state.triedStopping ? "tried_title" : endTitle(state.ended)];
    this.root.append(
      element(
        "div",
        { class: "player-end__main stack" },
        ...(state.triedStopping ? this.tried() : this.main()),
      ),
      element("div", { class: "player-end__side stack" }, ...(means.brief ? [] : this.side())),
    );
  }

  focus(): void {
    this.title.focus();
  }

  /** Nobody practised yet: the practice can begin now, also on a screen that was lent. */
  private tried(): Node[] {
    const { words, means } = this;
    const yes = button(words.tried_yes, "primary-action", means.anew);
    const no = means.done
      ? this.link(
          words.tried_no,
          "secondary-action",
          `${means.done}${means.done.includes("?") ? "&" : "?"}klaar=1`,
        )
      : null;
    return [
      this.title,
      element("p", { class: "lead" }, words.tried_about),
      element("div", { class: "row" }, yes, no),
      ...(means.lent ? [element("p", { class: "soft" }, words.tried_no_lent)] : []),
    ];
  }

  private main(): Node[] {
    const { words, means } = this;
    const parts: Node[] = [this.title, element("p", { class: "lead" }, words.end_rest)];
    if (means.lent) parts.push(element("p", {}, words.end_lent));
    if (means.headset) parts.push(element("p", {}, words.end_headset_after));
    const outcome = this.outcome();
    if (outcome) parts.push(outcome);
    parts.push(...this.skills());
    if (!means.brief) parts.push(this.rating());
    const ways = element("div", { class: "row" });
    if (means.done) ways.append(this.link(words.end_done, "primary-action", means.done));
    if (this.state.answers.length > 0)
      ways.append(button(words.replay_button, "secondary-action", means.replay));
    if (means.again) ways.append(button(words.end_again, "subtle", means.again));
    if (ways.childNodes.length > 0) parts.push(ways);
    if (this.state.answers.length > 0) parts.push(element("p", { class: "soft small" }, words.replay_about));
    return parts;
  }

  private link(label: string, weight: Weight, href: string): HTMLElement {
    return element("a", { class: `utrecht-button utrecht-button--${weight}`, href }, label);
  }

  private outcome(): Node | null {
    const { node, scene, ended } = this.state;
    const end = node === null || ended !== "done" ? null : scene.dialogue?.nodes[node]?.end;
    if (!end) return null;
    return element(
      "div",
      { class: "player-outcome" },
      element("h3", {}, end.title),
      element("p", {}, end.text),
    );
  }

  private skills(): Node[] {
    const { words } = this;
    const { shown, hints } = skillsOf(this.state);
    const heard = shown.map(({ label, answers }) => skill(label, ...answers.map((text) => said(text))));
    const next = hints.map(({ label, hint, example }) =>
      skill(label, element("p", {}, hint), said(filled(words.end_skills_example, { answer: example }))),
    );
    return [skillList(words.end_skills, heard), skillList(words.end_skills_hints, next)].flat();
  }

  private rating(): Node {
    const { words, means } = this;
    const form: HTMLElement = asked(
      { ...tension(words, this.state.scene), title: words.end_rating },
      (value) => {
        means.rate(value);
        const thanks = filled(words.rating_thanks, { n: value });
        form.replaceWith(
          element("p", { class: "player-thanks", role: "status" }, icon("check"), thanks),
          this.curve(),
        );
      },
      words.rating_send,
      "secondary-action",
    );
    return form;
  }

  /** The numbers of this time, as a row of bars that is also a list. */
  private curve(): Node {
    const list = element("ol", { class: "player-curve" });
    list.setAttribute("aria-label", this.words.end_curve);
    for (const { value } of this.state.ratings) {
      const bar = element("span", { class: "player-curve__bar", "aria-hidden": "true" });
      bar.style.setProperty("--value", String(value));
      list.append(element("li", {}, bar, element("span", {}, String(value))));
    }
    return list;
  }

  private side(): Node[] {
    const { words } = this;
    const { debrief, smallSteps } = this.state.scene;
    return [
      this.list(words.end_debrief, "", debrief),
      this.list(words.end_small_step, words.end_small_step_about, smallSteps),
    ].filter((one): one is HTMLElement => one !== null);
  }

  private list(title: string, about: string, texts: readonly string[]): HTMLElement | null {
    if (texts.length === 0) return null;
    const list = element("ul", {});
    for (const text of texts) list.append(element("li", {}, text));
    const intro = about ? element("p", {}, about) : null;
    return element(
      "section",
      { class: "card stack" },
      element("h2", { class: "card__title" }, title),
      intro,
      list,
    );
  }
}

function skillList(title: string, skills: readonly Node[]): Node[] {
  if (skills.length === 0) return [];
  return [element("h3", {}, title), element("ul", { class: "player-skills" }, ...skills)];
}

function skill(label: string, ...about: readonly Node[]): Node {
  return element("li", {}, element("strong", {}, label), ...about);
}

function said(text: string): Node {
  return element("p", { class: "player-skills__said" }, text);
}
