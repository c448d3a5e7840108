import { Group, MathUtils, Vector3 } from "three";
import type { Command, PlayLike, PlayState, Settings } from "../../play/types";
import type { EngineWords, WordKey } from "../../words";
import { Ending } from "./ending";
import { CALM, CONTRAST, Sheet, type Target } from "./sheet";
import { Writing } from "./writing";

/** Metres from the eyes. 1 dmm is 1 mm at 1 m. */
export const AWAY = 1.6;
/** Height of letters, and of what one aims at, in dmm: at least 26 and 60 (facts on reading in a headset). */
export const LETTER = 30;
export const AIM = 66;

const SCALE: Readonly<Record<Settings["textSize"], number>> = { normal: 1, large: 1.14, largest: 1.28 };
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
    case "anew":
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
  private readonly ending: Ending;
  private readonly writing: Writing;
  private readonly seen: unknown[] = [];
  private candidate: Target | null = null;
  private readonly hit = new Vector3();

  constructor(
    private readonly play: PlayLike,
    private readonly words: EngineWords,
    private settings: Settings,
    private readonly centre: () => void,
  ) {
    this.ending = new Ending(play.state, words);
    this.writing = new Writing(this.talk, words, this.ending);
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
    if (state.phase !== "ended") this.ending.reset();
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
    other = this.put(11, Math.round(this.side.rest * 12)) || other;
    return this.put(12, this.ending.at) || other;
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
    else if (!this.ending.press(target.id)) {
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
    this.writing.draw(state, size, this.aim(talk));
    if (gaze && talk.targets.length > 0)
      this.chooser(talk, size, talk.pen.canvas.height - this.aim(talk) - 4);
    talk.done();
  }

  private aim(sheet: Sheet): number {
    return sheet.size((AIM * AWAY) / 1000);
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
