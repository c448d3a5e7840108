import { isOpening } from "../../play/state";
import type { PlayState } from "../../play/types";
import { filled, noticed, type EngineWords } from "../../words";
import type { EndCard, Ending } from "./ending";
import type { Sheet, Target } from "./sheet";

const EDGE = 28;
const NUMBERS = Array.from({ length: 11 }, (_, value) => value);
/** Of a letter: a title, what is said beside the main thing, and from one row to the next. */
const LARGE = 1.15;
const SMALL = 0.92;
const ROW = 1.26;

/** What stands on the large card in a headset: the words said with their answers, a question, a pause, the end. */
export class Writing {
  private size = 0;
  private aim = 0;

  constructor(
    private readonly talk: Sheet,
    private readonly words: EngineWords,
    private readonly ending: Ending,
  ) {}

  /** `size`: dots of a letter; `aim`: of what one aims at. */
  draw(state: PlayState, size: number, aim: number): void {
    this.size = size;
    this.aim = aim;
    if (state.asking) this.scale(state, state.asking);
    else if (state.phase === "running" || state.replay) this.spoken(state);
    else this.card(this.still(state));
  }

  private still(state: PlayState): EndCard {
    const { words } = this;
    const says = state.notice ? noticed(words, state.notice) : null;
    if (state.phase === "paused")
      return { title: words.paused_title, about: says ?? words.paused_about, ways: [["resume", "resume"]] };
    if (isOpening(state))
      return { title: words.opening_title, about: words.opening_about, ways: [["back", "opening_go"]] };
    if (state.phase === "safe-place")
      return { title: words.quiet_title, about: says ?? words.quiet_about, ways: [["back", "back"]] };
    if (state.phase === "ended") return this.ending.card;
    return { title: words.ready_title, about: state.scene.goal, ways: [["start", "start"]] };
  }

  private card({ above = "", title, about = "", said = "", ways }: EndCard): void {
    const { talk, words, size } = this;
    const { ink, soft } = talk.theme;
    const parts = [
      [above, SMALL, soft, false],
      [title, LARGE, ink, true],
      [about, 1, soft, false],
      [said, 1, ink, false],
    ] as const;
    const wide = talk.dots - EDGE * 2;
    const gap = size * 0.25;
    const there = parts.filter(([text]) => text);
    const rows = there.map(([text, share, , bold]) => talk.rows(text, wide, size * share, bold) * share);
    const high = rows.reduce((sum, each) => sum + each * size * ROW + gap, EDGE * 2 - gap);
    talk.card(0, 0, talk.dots, high);
    let y = EDGE;
    for (const [text, share, colour, bold] of there)
      y = talk.words(text, EDGE, y, wide, size * share, colour, bold) + gap;
    const w = talk.dots / ways.length - 12;
    ways.forEach(([id, word], place) =>
      this.target(id, words[word], { x: place * (w + 12), y: high + 16, w, kind: "plain" }),
    );
  }

  /** As high as its words ask, and never less than one can aim at; gives its height. */
  private target(
    id: string,
    label: string,
    at: { x: number; y: number; w: number; kind: Target["kind"] },
  ): number {
    const rows = this.talk.rows(label, at.w - 36, this.size, true);
    const h = Math.max(this.aim, rows * this.size * 1.2 + 26);
    this.talk.button({ id, label, ...at, h }, this.size);
    return h;
  }

  private spoken(state: PlayState): void {
    const from = state.notice ? this.notice(noticed(this.words, state.notice)) : 0;
    this.answers(state, state.line ? this.line(state, from) : from);
  }

  private notice(text: string): number {
    const { talk, size } = this;
    const wide = talk.dots - EDGE * 2;
    const high = talk.rows(text, wide, size * SMALL) * size * 1.16 + EDGE;
    talk.card(0, 0, talk.dots, high);
    talk.words(text, EDGE, EDGE / 2, wide, size * SMALL, talk.theme.soft);
    return high + 10;
  }

  /** Who says what; in a replay also what the other felt. Gives where it ends. */
  private line({ line, replay, scene }: PlayState, from: number): number {
    const { talk, words, size } = this;
    if (!line) return from;
    const wide = talk.dots - EDGE * 2;
    const name = scene.people.find((each) => each.id === line.who)?.name ?? "";
    const felt = filled(words.replay_felt, { name });
    const more = replay?.inside ? `${felt}: ${replay.inside}` : "";
    const rows = talk.rows(line.text, wide, size) + (more ? talk.rows(more, wide, size) + 0.4 : 0);
    const y = from + EDGE * 1.6 + (name ? size * LARGE : 0) + rows * size * ROW;
    talk.card(0, from, talk.dots, y - from);
    let at = from + EDGE;
    if (name) at = talk.words(name, EDGE, at, wide, size * SMALL, talk.theme.buttonInk, true);
    at = talk.words(line.text, EDGE, at, wide, size, talk.theme.ink);
    if (more) talk.words(more, EDGE, at + size * 0.4, wide, size, talk.theme.soft);
    return y + 14;
  }

  private answers(state: PlayState, from: number): void {
    const { talk, words } = this;
    const node = state.node === null ? null : (state.scene.dialogue?.nodes[state.node] ?? null);
    let y = from;
    const add = (id: string, label: string, kind: Target["kind"], w = talk.dots): void => {
      y += this.target(id, label, { x: talk.dots - w, y, w, kind }) + 12;
    };
    if (state.replay) return add("next", words.next, "plain", talk.dots * 0.4);
    if (!node) return;
    node.choices.forEach((choice, index) => add(`choose:${index}`, choice.text, "answer"));
    if (node.choices.length === 0) add("next", words.next, "plain", talk.dots * 0.4);
  }

  private scale(state: PlayState, asking: "rating" | "nausea"): void {
    const { talk, words, size } = this;
    const { rating } = state.scene;
    const [question, low, high] =
      asking === "rating"
        ? [rating.question, rating.low, rating.high]
        : [words.nausea_question, words.nausea_low, words.nausea_high];
    const wide = talk.dots - EDGE * 2;
    const head = talk.rows(question, wide, size, true) * size * ROW + EDGE * 2;
    const aim = Math.max(this.aim, talk.dots / 11 - 8);
    talk.card(0, 0, talk.dots, head + aim + size * 2.4);
    talk.words(question, EDGE, EDGE, wide, size, talk.theme.ink, true);
    const w = talk.dots / 11;
    const id = asking === "rating" ? "rate" : "nausea";
    for (const value of NUMBERS) {
      const at = { x: value * w + 4, y: head, w: w - 8, h: aim };
      talk.button({ id: `${id}:${value}`, label: `${value}`, ...at, kind: "number" }, size * LARGE);
    }
    talk.words(low, EDGE, head + aim + size * 0.5, wide / 2, size * 0.9, talk.theme.soft);
    const { pen } = talk;
    pen.textAlign = "right";
    pen.fillText(high, talk.dots - EDGE, head + aim + size * 0.5);
  }
}
