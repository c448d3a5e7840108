/**
 * Everything of a session beside the picture, and equal to it: start, what is said, answers, numbers, stopping, the end.
 * Reads the state of a `Play`; what the person asks goes back to it. With or without a picture it is the same.
 */
import type { Play } from "../play/play";
import type { Command } from "../play/types";
import { noticed, type EngineWords } from "../words";
import { Aloud } from "./aloud";
import { Bar } from "./bar";
import { Captions } from "./captions";
import { element, keepOut, Part } from "./dom";
import { EndScreen } from "./end";
import { listen } from "./keys";
import { LadderPart } from "./ladder";
import { LookingBack } from "./looking-back";
import type { FlatMeans, FlatOptions } from "./options";
import { asked, nausea, tension } from "./question";
import { Said } from "./said";
import { remember, SettingsDialog, type FlatSettings } from "./settings";
import { StartScreen } from "./start";
import { StillPart } from "./still";
import { nameOf, TalkPart } from "./talk";

export class Flat {
  readonly canvas = element("canvas", { class: "player-picture__canvas", "aria-hidden": "true" });
  readonly start: StartScreen;
  private readonly said = new Said();
  private readonly picture = element("div", { class: "player-picture" });
  private readonly wordsPart = element("div", { class: "player-words", role: "region", tabindex: "-1" });
  private readonly waiting: HTMLElement;
  private readonly stage: HTMLElement;
  private readonly notice: Part;
  private readonly question: Part;
  private readonly talk: TalkPart;
  private readonly still: StillPart;
  private readonly ladder: LadderPart;
  private readonly captions: Captions;
  private readonly back: LookingBack;
  private readonly bar: Bar;
  private readonly dialog: SettingsDialog;
  private readonly aloud: Aloud;
  private readonly forget: () => void;
  private end: EndScreen | null = null;
  private covering = false;
  private voice: string | null = null;
  private headset = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly play: Play,
    private settings: FlatSettings,
    private readonly words: EngineWords,
    private readonly means: FlatMeans,
    private readonly options: FlatOptions,
  ) {
    const { state } = play;
    const give = (command: Command): void => this.give(command);
    this.waiting = element("p", { class: "player-picture__waiting" }, words.loading_picture);
    this.notice = new Part(element("p", { class: "player-notice" }));
    this.question = new Part(element("div", { class: "player-asks" }));
    this.talk = new TalkPart(state, words, this.said, give);
    this.still = new StillPart(state, words, this.said, give);
    this.ladder = new LadderPart(play, words, this.said, options.mayGoUp, give);
    this.captions = new Captions(state, words, this.said);
    this.back = new LookingBack(state, words, give, () => this.closeReplay());
    this.bar = new Bar(state, words, { give, openSettings: () => this.openSettings() });
    this.dialog = new SettingsDialog(settings, words, state.scene.lang, (changed) => this.change(changed));
    this.aloud = new Aloud(state.scene.lang);
    this.start = new StartScreen(play.state.scene, words, this.startMeans(), this.startChoices());
    this.stage = this.live();
    this.root.replaceChildren(this.said.root, this.start.root, this.stage, this.dialog.root);
    this.forget = listen(state, give);
    this.wear();
    this.update(0);
  }

  get hasPicture(): boolean {
    return this.settings.picture && this.play.way !== "text";
  }

  /** Whether the picture is in sight now. */
  get showsPicture(): boolean {
    return this.covering && this.hasPicture;
  }

  pictureIsThere(): void {
    this.waiting.hidden = true;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", this.words.picture);
    this.canvas.removeAttribute("aria-hidden");
  }

  /** No picture (any more): the same in words. */
  withoutPicture(): void {
    this.play.way = "text";
    this.wear();
  }

  update(seconds: number): void {
    const { state } = this.play;
    const live = (state.phase !== "ready" && state.phase !== "ended") || state.replay !== null;
    if (live !== this.covering) this.cover(live);
    this.start.root.hidden = state.phase !== "ready";
    if (state.phase === "ended" && !live) this.finish();
    if (this.end) this.end.root.hidden = state.phase !== "ended" || live;
    if (this.root.dataset["phase"] !== state.phase) this.root.dataset["phase"] = state.phase;
    this.said.tick(seconds);
    const speaks = this.settings.aloud && (state.phase === "running" || state.replay !== null);
    this.aloud.say(speaks ? (state.line?.text ?? "") : "", state.volume);
    if (!live) return;
    this.still.update(seconds, this.settings.reducedMotion);
    this.ask();
    this.tellNotice();
    this.tellVoice();
    this.talk.root.inert = state.phase !== "running";
    this.talk.root.classList.toggle("player-talk--still", state.phase !== "running");
    if (state.replay === null) this.talk.update();
    this.talk.root.hidden ||= state.replay !== null || state.phase === "safe-place";
    this.back.update();
    this.ladder.update();
    this.captions.update(this.settings.captions);
    this.bar.update();
    this.bar.root.hidden = this.bar.time.hidden = state.replay !== null;
  }

  dispose(): void {
    this.forget();
    this.cover(false);
    this.root.replaceChildren();
  }

  private give(command: Command): void {
    this.means.click();
    this.play.do(command);
    if (command.type === "softer" || command.type === "louder") {
      this.settings = { ...this.settings, volume: this.play.state.volume };
      remember(this.settings);
    }
    this.update(0);
  }

  private startMeans(): ConstructorParameters<typeof StartScreen>[2] {
    const { means, play } = this;
    return {
      begin: () => means.begin(false),
      beginInHeadset: () => {
        this.headset = true;
        means.begin(true);
      },
      hearSound: () => means.hearSound(),
      softer: () => this.give({ type: "softer" }),
      louder: () => this.give({ type: "louder" }),
      kind: (key) => play.do({ type: "kind", key }),
      step: (key) => play.do({ type: "step", key }),
      rate: (value) => play.do({ type: "rate", value }),
      openSettings: () => this.openSettings(),
    };
  }

  private startChoices(): ConstructorParameters<typeof StartScreen>[3] {
    const { options, play } = this;
    return {
      minutes: options.minutes,
      coach: options.coach,
      chooseStep: options.mayGoUp,
      askBefore: options.askBefore,
      picture: this.hasPicture,
      kind: play.state.kind,
      step: play.state.step,
    };
  }

  private live(): HTMLElement {
    this.picture.append(this.canvas, this.waiting, this.bar.time, this.captions.root);
    const words = this.wordsPart;
    words.setAttribute("aria-label", this.words.conversation);
    words.append(
      this.notice.root,
      this.question.root,
      this.still.root,
      this.talk.root,
      this.back.root,
      this.ladder.root,
    );
    const stage = element("div", { class: "player-stage" }, this.picture, words, this.bar.root);
    stage.hidden = true;
    return stage;
  }

  private cover(live: boolean): void {
    this.covering = live;
    this.stage.hidden = !live;
    if (live && !this.play.state.replay) this.beginsAnew();
    if (!this.options.embedded) {
      this.root.classList.toggle("player--covers", live);
      document.documentElement.classList.toggle("has-player", live);
      keepOut(this.root, live);
    }
    // Never a button: who presses Enter twice on *Begin* should not have stopped.
    if (live) this.wordsPart.focus({ preventScroll: true });
  }

  private beginsAnew(): void {
    this.end?.root.remove();
    this.end = null;
  }

  private finish(): void {
    if (this.end) return;
    const { options, means, play } = this;
    this.end = new EndScreen(play.state, this.words, {
      rate: (value) => play.do({ type: "rate", value }),
      replay: () => this.give({ type: "replay" }),
      again: options.again ? () => means.again() : null,
      anew: () => this.give({ type: "anew" }),
      done: options.done,
      brief: options.brief,
      lent: options.lent,
      headset: this.headset,
    });
    this.root.append(this.end.root);
    this.end.focus();
    this.end.root.scrollIntoView({ block: "nearest" });
  }

  private closeReplay(): void {
    while (this.play.state.replay) this.play.do({ type: "next" });
    this.update(0);
    this.end?.focus();
  }

  private ask(): void {
    const { asking, phase } = this.play.state;
    const now = phase === "running" ? asking : null;
    const anew = this.question.show(now ?? "", () => (now ? [this.asks(now)] : []));
    if (anew && now) {
      this.wordsPart.scrollTo(0, 0);
      this.said.say(this.question.root.querySelector("legend")?.textContent ?? "");
    }
  }

  private asks(what: "rating" | "nausea"): Node {
    if (what === "nausea") {
      return asked(
        nausea(this.words),
        (value) => this.give({ type: "nausea", value }),
        this.words.rating_send,
      );
    }
    const question = tension(this.words, this.play.state.scene);
    return asked(question, (value) => this.give({ type: "rate", value }), this.words.rating_send);
  }

  private tellNotice(): void {
    const { notice } = this.play.state;
    const text = notice ? noticed(this.words, notice) : "";
    if (this.notice.show(text, () => (text ? [text] : []))) this.said.say(text);
  }

  private tellVoice(): void {
    const { voice, scene } = this.play.state;
    if (voice === this.voice) return;
    this.voice = voice;
    if (voice) this.said.say(this.words.coach_speaks.replace("{name}", nameOf(scene, voice, this.words)));
  }

  private openSettings(): void {
    if (this.play.state.phase === "running") this.play.do({ type: "pause" });
    this.dialog.open(this.settings);
  }

  private change(settings: FlatSettings): void {
    this.settings = settings;
    remember(settings);
    this.wear();
    this.means.changed(settings);
  }

  /** What the person chose, on the root: the style sheet does the rest. */
  private wear(): void {
    const way = this.hasPicture ? "picture" : "text";
    Object.assign(this.root.dataset, { text: this.settings.textSize, way });
    this.root.classList.toggle("player--contrast", this.settings.contrast);
    this.root.classList.toggle("player--still", this.settings.reducedMotion);
    this.root.classList.toggle("player--embedded", this.options.embedded);
  }
}
