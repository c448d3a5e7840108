import { Group, MathUtils, Vector3 } from "three";
import { isOpening } from "../../play/state";
import type { Command, PlayLike, PlayState, Settings } from "../../play/types";
import { filled, noticed, type EngineWords, type WordKey } from "../../words";
import { CALM, CONTRAST, Sheet, type Target } from "./sheet";

/** Metres from the eyes. 1 dmm is 1 mm at 1 m. */
export const AWAY = 1.6;
/** Height of letters, and of what one aims at, in dmm: at least 26 and 60 (facts on reading in a headset). */
export const LETTER = 30;
export const AIM = 66;

const SCALE: Readonly<Record<Settings["textSize"], number>> = { normal: 1, large: 1.14, largest: 1.28 };
const EDGE = 28;
const NUMBERS = Array.from({ length: 11 }, (_, value) => value);

const ENDS: Readonly<Record<string, WordKey>> = {
  asked: "end_stopped",
  coach: "end_stopped",
  time: "end_time",
  discomfort: "end_unwell",
  slow: "end_slow",
};

/** What a target asks of the play; an id with a colon has its number after it. */
function command(id: string): Command | null {
  const [what, number] = id.split(":");
  const value = Number(number);
  switch (what) {
    case "choose":
      return { type: "choose", index: value };
    case "rate":
      return { type: "rate", value };
    case "nausea":
      return { type: "nausea", value };
    case "stop":
      return { type: "stop", reason: "asked" };
    case "start":
    case "next":
    case "resume":
    case "back":
    case "softer":
    case "pause":
    case "safe-place":
    case "replay":
      return { type: what };
    default:
      return null;
  }
}

/**
 * What is written in the air in a headset: the words said with their answers, a question, and the four things that
 * are always there. It says what the page beside the flat picture says, through the same play.
 */
export class Sheets {
  readonly group = new Group();
  readonly talk = new Sheet(1.3, 0.98, 1024);
  readonly side = new Sheet(0.42, 0.66, 400);
  readonly all = [this.talk, this.side];
  private readonly seen: unknown[] = [];
  private candidate: Target | null = null;
  private readonly hit = new Vector3();

  constructor(
    private readonly play: PlayLike,
    private readonly words: EngineWords,
    private settings: Settings,
    private readonly centre: () => void,
  ) {
    // Below a face, and turned to the eyes; the four beside it, within a turn of the head of 30 degrees.
    this.talk.mesh.position.set(0, -0.72, -AWAY * 0.93);
    this.talk.mesh.rotation.x = -0.42;
    const aside = MathUtils.degToRad(38);
    this.side.mesh.position.set(Math.sin(aside) * AWAY, -0.5, -Math.cos(aside) * AWAY);
    this.side.mesh.rotation.set(-0.28, -aside, 0, "YXZ");
    this.group.add(this.talk.mesh, this.side.mesh);
    this.group.visible = false;
    this.apply(settings);
  }

  apply(settings: Settings): void {
    this.settings = settings;
    for (const sheet of this.all) sheet.theme = settings.contrast ? CONTRAST : CALM;
    this.seen.length = 0;
  }

  /** Draws again what changed. `gaze` adds the separate target by which looking chooses. */
  update(gaze: boolean): void {
    const { state } = this.play;
    if (!this.isOther(state, gaze)) return;
    this.drawTalk(state, gaze);
    this.drawSide(gaze);
  }

  /** True where anything that is written changed since the last time. Compares in place: this runs each frame. */
  private isOther(state: PlayState, gaze: boolean): boolean {
    let other = this.put(0, state.phase);
    other = this.put(1, state.line?.text) || other;
    other = this.put(2, state.line?.who) || other;
    other = this.put(3, state.node) || other;
    other = this.put(4, state.asking) || other;
    other = this.put(5, state.notice) || other;
    other = this.put(6, state.replay?.at) || other;
    other = this.put(7, gaze) || other;
    other = this.put(8, this.talk.hover) || other;
    other = this.put(9, this.side.hover) || other;
    other = this.put(10, Math.round(this.talk.rest * 12)) || other;
    return this.put(11, Math.round(this.side.rest * 12)) || other;
  }

  private put(place: number, value: unknown): boolean {
    if (this.seen.length > place && this.seen[place] === value) return false;
    this.seen[place] = value;
    return true;
  }

  hover(sheet: Sheet, target: Target | null): void {
    for (const each of this.all) each.hover = each === sheet ? (target?.id ?? null) : null;
  }

  /** Looking at a target makes it the one that the choosing target would choose. */
  gazed(sheet: Sheet, target: Target | null, seconds: number): void {
    for (const each of this.all) if (each !== sheet) each.rest = 0;
    if (target?.kind !== "choose") {
      sheet.rest = 0;
      if (target) this.candidate = target;
      return;
    }
    sheet.rest += seconds / DWELL;
    if (sheet.rest < 1 || !this.candidate) return;
    sheet.rest = 0;
    this.choose(this.candidate);
    this.candidate = null;
  }

  choose(target: Target): void {
    if (target.id === "recentre") this.centre();
    else {
      const asked = command(target.id);
      if (asked) this.play.do(asked);
    }
    this.seen.length = 0;
  }

  /** Middle of a target in the room: for tests, and for whoever aims by other means. */
  worldOf(id: string): Vector3 | null {
    for (const sheet of this.all) {
      const found = sheet.targets.find((each) => each.id === id);
      if (!found) continue;
      const share = sheet.wide / sheet.dots;
      const x = (found.x + found.w / 2) * share - sheet.wide / 2;
      const y = sheet.high / 2 - (found.y + found.h / 2) * share;
      return sheet.mesh.localToWorld(this.hit.set(x, y, 0)).clone();
    }
    return null;
  }

  dispose(): void {
    for (const sheet of this.all) sheet.dispose();
    this.group.removeFromParent();
  }

  private letter(sheet: Sheet): number {
    return sheet.size((LETTER * AWAY * SCALE[this.settings.textSize]) / 1000);
  }

  private drawTalk(state: PlayState, gaze: boolean): void {
    const { talk } = this;
    talk.clear();
    const size = this.letter(talk);
    if (state.asking) this.scale(size, state, state.asking);
    else if (state.phase === "running") this.spoken(size, state);
    else this.still(size, state);
    if (gaze && talk.targets.length > 0)
      this.chooser(talk, size, talk.pen.canvas.height - this.aim(talk) - 4);
    talk.done();
  }

  private aim(sheet: Sheet): number {
    return sheet.size((AIM * AWAY) / 1000);
  }

  private still(size: number, state: PlayState): void {
    if (state.replay) return this.spoken(size, state);
    const { words } = this;
    const says = state.notice ? noticed(words, state.notice) : null;
    if (state.phase === "paused") {
      return this.asked(size, words.paused_title, says ?? words.paused_about, [["resume", "resume"]]);
    }
    if (isOpening(state)) {
      return this.asked(size, words.opening_title, words.opening_about, [["back", "opening_go"]]);
    }
    if (state.phase === "safe-place") {
      return this.asked(size, words.quiet_title, says ?? words.quiet_about, [["back", "back"]]);
    }
    if (state.phase === "ended") {
      const title = words[ENDS[state.ended ?? ""] ?? "end_title"];
      return this.asked(size, title, `${words.end_rest} ${words.end_headset_after}`, []);
    }
    this.asked(size, words.ready_title, state.scene.goal, [["start", "start"]]);
  }

  private asked(
    size: number,
    title: string,
    about: string,
    buttons: readonly (readonly [string, WordKey])[],
  ): void {
    const { talk, words } = this;
    const wide = talk.dots - EDGE * 2;
    const rows = talk.rows(title, wide, size * 1.15, true) * 1.15 + talk.rows(about, wide, size);
    const high = rows * size * 1.26 + EDGE * 2 + size * 0.3;
    talk.card(0, 0, talk.dots, high);
    const after = talk.words(title, EDGE, EDGE, wide, size * 1.15, talk.theme.ink, true);
    talk.words(about, EDGE, after + size * 0.2, wide, size, talk.theme.soft);
    const aim = this.aim(talk);
    buttons.forEach(([id, word], place) => {
      const w = talk.dots / buttons.length - 12;
      talk.button(
        { id, label: words[word], x: place * (w + 12), y: high + 16, w, h: aim, kind: "plain" },
        size,
      );
    });
  }

  private spoken(size: number, state: PlayState): void {
    const { talk, words } = this;
    const { line, replay, scene } = state;
    const wide = talk.dots - EDGE * 2;
    let y = 0;
    if (state.notice) {
      const text = noticed(words, state.notice);
      y = talk.rows(text, wide, size * 0.92) * size * 1.16 + EDGE;
      talk.card(0, 0, talk.dots, y);
      talk.words(text, EDGE, EDGE / 2, wide, size * 0.92, talk.theme.soft);
      y += 10;
    }
    if (line) {
      const from = y;
      const name = scene.people.find((each) => each.id === line.who)?.name ?? "";
      const felt = filled(words.replay_felt, { name });
      const more = replay?.inside ? `${felt}: ${replay.inside}` : "";
      const rows = talk.rows(line.text, wide, size) + (more ? talk.rows(more, wide, size) + 0.4 : 0);
      y = from + EDGE * 1.6 + (name ? size * 1.15 : 0) + rows * size * 1.26;
      talk.card(0, from, talk.dots, y - from);
      let at = from + EDGE;
      if (name) at = talk.words(name, EDGE, at, wide, size * 0.92, talk.theme.buttonInk, true);
      at = talk.words(line.text, EDGE, at, wide, size, talk.theme.ink);
      if (more) talk.words(more, EDGE, at + size * 0.4, wide, size, talk.theme.soft);
      y += 14;
    }
    this.answers(size, state, y);
  }

  private answers(size: number, state: PlayState, from: number): void {
    const { talk, words } = this;
    const node = state.node === null ? null : (state.scene.dialogue?.nodes[state.node] ?? null);
    let y = from;
    const add = (id: string, label: string, kind: Target["kind"], w = talk.dots): void => {
      const rows = talk.rows(label, w - 36, size, true);
      const h = Math.max(this.aim(talk), rows * size * 1.2 + 26);
      talk.button({ id, label, x: talk.dots - w, y, w, h, kind }, size);
      y += h + 12;
    };
    if (state.replay) return add("next", words.next, "plain", talk.dots * 0.4);
    if (!node) return;
    node.choices.forEach((choice, index) => add(`choose:${index}`, choice.text, "answer"));
    if (node.choices.length === 0) add("next", words.next, "plain", talk.dots * 0.4);
  }

  private scale(size: number, state: PlayState, asking: "rating" | "nausea"): void {
    const { talk, words } = this;
    const { rating } = state.scene;
    const [question, low, high] =
      asking === "rating"
        ? [rating.question, rating.low, rating.high]
        : [words.nausea_question, words.nausea_low, words.nausea_high];
    const wide = talk.dots - EDGE * 2;
    const head = talk.rows(question, wide, size, true) * size * 1.26 + EDGE * 2;
    const aim = Math.max(this.aim(talk), talk.dots / 11 - 8);
    talk.card(0, 0, talk.dots, head + aim + size * 2.4);
    talk.words(question, EDGE, EDGE, wide, size, talk.theme.ink, true);
    const w = talk.dots / 11;
    const id = asking === "rating" ? "rate" : "nausea";
    for (const value of NUMBERS) {
      const target = {
        id: `${id}:${value}`,
        label: `${value}`,
        x: value * w + 4,
        y: head,
        w: w - 8,
        h: aim,
      } as const;
      talk.button({ ...target, kind: "number" }, size * 1.15);
    }
    talk.words(low, EDGE, head + aim + size * 0.5, wide / 2, size * 0.9, talk.theme.soft);
    const { pen } = talk;
    pen.textAlign = "right";
    pen.fillText(high, talk.dots - EDGE, head + aim + size * 0.5);
  }

  private drawSide(gaze: boolean): void {
    const { side, words } = this;
    const { phase } = this.play.state;
    side.clear();
    const size = this.letter(side) * 0.94;
    const aim = this.aim(side);
    let y = 0;
    const add = (id: string, word: WordKey, kind: Target["kind"] = "plain"): void => {
      side.button({ id, label: words[word], x: 0, y, w: side.dots, h: aim, kind }, size);
      y += aim + 14;
    };
    if (phase !== "ended") add("stop", "stop", "stop");
    if (phase === "running" || phase === "paused") add("safe-place", "quiet_place");
    if (phase === "running") add("softer", "softer");
    add("recentre", "recentre");
    if (gaze) this.chooser(side, size, y);
    side.done();
  }

  private chooser(sheet: Sheet, size: number, y: number): void {
    const label = this.words.choose;
    const w = Math.min(sheet.dots, sheet.size(0.4));
    sheet.button(
      { id: "gaze", label, x: (sheet.dots - w) / 2, y, w, h: this.aim(sheet), kind: "choose" },
      size,
    );
  }
}

/** Seconds that the gaze has to rest on the choosing target. */
export const DWELL = 2;
