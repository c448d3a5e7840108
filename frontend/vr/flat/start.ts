/** Before it begins: what will happen, how to stop, the sound tried out. Nothing starts by itself. */
import type { Scene } from "../scene";
import { filled, type EngineWords } from "../words";
import { button, element, icon, radios } from "./dom";
import { asked, tension } from "./question";

export interface StartMeans {
  begin(): void;
  beginInHeadset(): void;
  hearSound(): void;
  softer(): void;
  louder(): void;
  kind(key: string): void;
  step(key: string): void;
  rate(value: number): void;
  openSettings(): void;
}

export interface StartChoices {
  minutes: number;
  coach: boolean;
  chooseStep: boolean;
  askBefore: boolean;
  picture: boolean;
  kind: string;
  step: string;
}

export class StartScreen {
  readonly root = element("section", { class: "player-start" });
  private readonly begin: HTMLButtonElement;
  private readonly headset: HTMLButtonElement;
  private readonly sound = element("p", { class: "player-start__heard soft", role: "status" });

  constructor(
    private readonly scene: Scene,
    private readonly words: EngineWords,
    private readonly means: StartMeans,
    choices: StartChoices,
  ) {
    this.begin = this.beginning();
    this.headset = button(words.start_headset, "secondary-action", () => means.beginInHeadset(), {
      icon: "headset",
    });
    this.headset.hidden = true;
    this.root.append(
      element("div", { class: "player-start__main stack" }, ...this.main(choices)),
      element("div", { class: "player-start__side stack" }, this.stopping(choices), this.hearing()),
      element("div", { class: "player-start__go row" }, this.begin, this.headset),
    );
  }

  /** Only once a headset was found; it comes first for who chose it. */
  offerHeadset(chosen: boolean): void {
    this.headset.hidden = false;
    if (chosen) this.headsetFirst();
    this.headset.after(element("p", { class: "soft small" }, this.words.headset_about));
  }

  private headsetFirst(): void {
    const [first, other] = ["utrecht-button--primary-action", "utrecht-button--secondary-action"] as const;
    this.begin.classList.replace(first, other);
    this.headset.classList.replace(other, first);
    this.begin.before(this.headset);
  }

  focus(): void {
    this.root.querySelector("h2")?.focus();
  }

  private main(choices: StartChoices): Node[] {
    const { words, scene, means } = this;
    const parts: Node[] = [element("h2", { tabindex: "-1" }, words.ready_title)];
    const prepare = element("ul", { class: "player-start__prepare" });
    for (const text of scene.prepare) prepare.append(element("li", {}, text));
    parts.push(prepare, element("p", {}, filled(words.takes, { n: choices.minutes })));
    if (scene.kinds.length > 1) {
      const kinds = scene.kinds.map(({ key, label, about }) => ({ value: key, label, about }));
      parts.push(radios(words.which_kind, kinds, choices.kind, means.kind));
    }
    if (choices.chooseStep && scene.steps.length > 1) parts.push(this.ladder(choices.step));
    if (choices.askBefore) parts.push(this.rating());
    if (!choices.picture) parts.push(element("p", { class: "soft" }, words.text_only));
    return parts;
  }

  private beginning(): HTMLButtonElement {
    const marks = { icon: "go", class: "player-start__begin" };
    return button(this.words.start, "primary-action", this.means.begin, marks);
  }

  private ladder(step: string): Node {
    const options = this.scene.steps.map(({ key, title, about }) => ({ value: key, label: title, about }));
    const set = radios(this.words.where_on_ladder, options, step, this.means.step);
    return element(
      "details",
      { class: "player-start__ladder" },
      element("summary", {}, this.words.where_on_ladder),
      set,
    );
  }

  private rating(): Node {
    const question = tension(this.words, this.scene);
    const form: HTMLElement = asked(
      question,
      (value) => {
        this.means.rate(value);
        const thanks = filled(this.words.rating_thanks, { n: value });
        form.replaceWith(element("p", { class: "player-thanks", role: "status" }, icon("check"), thanks));
      },
      this.words.rating_send,
      "secondary-action",
    );
    return form;
  }

  private stopping(choices: StartChoices): Node {
    const { words } = this;
    const ways = element(
      "ul",
      {},
      element("li", {}, words.stop_way_button),
      element("li", {}, words.stop_way_key),
    );
    if (choices.picture) ways.append(element("li", {}, words.stop_way_headset));
    if (choices.coach) ways.append(element("li", {}, words.stop_way_coach));
    return element(
      "section",
      { class: "card stack" },
      element("h2", { class: "card__title" }, words.how_to_stop),
      ways,
      element("p", {}, words.stop_way_always),
    );
  }

  private hearing(): Node {
    const { words, means } = this;
    const hear = (): void => {
      means.hearSound();
      this.sound.textContent = words.sound_heard;
    };
    return element(
      "section",
      { class: "card stack" },
      element("h2", { class: "card__title" }, words.sound_check),
      element("p", {}, words.sound_check_about),
      button(words.sound_hear, "secondary-action", hear),
      this.sound,
      element(
        "div",
        { class: "row" },
        button(words.softer, "subtle", means.softer, { icon: "softer" }),
        button(words.louder, "subtle", means.louder, { icon: "louder" }),
        button(words.settings, "subtle", means.openSettings, { icon: "settings" }),
      ),
    );
  }
}
