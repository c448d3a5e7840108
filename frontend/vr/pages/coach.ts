/** The coach's page beside a session: mirrors what the other sees, shows how it goes, and asks. */
import { Asking, type Say } from "../coach/asking";
import { draw } from "../coach/curve";
import { maybe, part, show } from "../coach/dom";
import { Voice } from "../coach/voice";
import { Notes } from "../coach/notes";
import { Tried } from "../coach/tried";
import { remembered } from "../flat/settings";
import { type Battery, Link } from "../link/link";
import type { Snapshot } from "../link/wire";
import { Play } from "../play/play";
import type { Safety } from "../play/safety";
import type { Moment } from "../play/types";
import type { Scene } from "../scene";
import { filled, type EngineWords } from "../words";
import type { Stage } from "../world/stage";

interface Told {
  socket: string;
  begins: string;
  kind: string;
  minutes: number;
  safety: Safety;
}

function read<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
}

class Live {
  private readonly scene = read<Scene>("practice-scene");
  private readonly words = read<EngineWords>("practice-words");
  private readonly told = read<Told>("practice-live");
  private readonly say = read<Say>("practice-say");
  private readonly link: Link;
  private readonly asking: Asking;
  private readonly voice: Voice | null;
  private play = this.mirror();
  private stage: Stage | null = null;
  private nausea: { t: number; value: number }[] = [];
  private ice: readonly RTCIceServer[] = [];
  private way = "";
  private readonly tried = new Tried();
  private before = performance.now();

  constructor(private readonly root: HTMLElement) {
    this.link = new Link(this.told.socket, "coach");
    this.asking = new Asking(
      root,
      this.scene,
      () => this.play,
      this.link,
      this.say,
      (text) => this.alert(text, true),
    );
    const voice = maybe<HTMLElement>(root, "voice");
    this.voice = voice ? new Voice(voice, this.link, this.say, () => this.ice) : null;
    new Notes(part(root, "note"));
    this.listen();
    void this.picture();
    setInterval(() => this.tick(), 200);
  }

  private mirror(): Play {
    return new Play(this.scene, {
      mirror: true,
      step: this.told.begins,
      kind: this.told.kind,
      minutes: this.told.minutes,
      safety: this.told.safety,
    });
  }

  private listen(): void {
    const { link } = this;
    link.onSnapshot((snapshot) => this.whole(snapshot));
    link.moments((moment) => this.happened(moment));
    link.onPose((pose, t) => {
      this.play.sync(t / 1000);
      this.stage?.follow(pose);
    });
    link.onState(() => this.status());
    link.onBattery((battery) => this.battery(battery));
  }

  /** At each (re)connect; a second play on the same screen would show what is past. */
  private whole(snapshot: Snapshot): void {
    this.ice = snapshot.ice;
    this.tried.cameIn(snapshot.phase);
    this.nausea = [...snapshot.nausea];
    this.play.adopt(snapshot);
    this.status();
    this.curve();
    this.asking.update();
  }

  private happened(moment: Moment): void {
    if (moment.type === "phase" && moment.key === "ready") this.nausea = [];
    if (moment.type === "nausea" && moment.value !== null)
      this.nausea.push({ t: moment.t, value: moment.value });
    this.tried.follow(moment);
    if (moment.type === "xr") this.way = moment.key === "entered" ? "headset" : "screen";
    this.play.follow(moment);
    if (moment.type === "rating" || moment.type === "nausea") this.curve();
    this.asking.update();
    this.status();
  }

  private async picture(): Promise<void> {
    const canvas = part<HTMLCanvasElement>(this.root, "picture");
    try {
      const { Stage: Drawing } = await import("../world/stage");
      this.stage = new Drawing(canvas, this.play, remembered(), { spectator: true, words: this.words });
      this.stage.start();
      this.root.dataset["picture"] = "there";
    } catch (failure: unknown) {
      console.warn("No picture beside the words.", failure);
      canvas.hidden = true;
      this.alert(this.say["no_picture"] ?? "", true);
    }
  }

  private tick(): void {
    const now = performance.now();
    this.play.tick((now - this.before) / 1000);
    this.before = now;
    this.lineSaid();
    this.phase();
    this.asking.update();
  }

  private lineSaid(): void {
    const line = this.play.state.phase === "ended" ? null : this.play.state.line;
    const name = this.scene.people.find((one) => one.id === line?.who)?.name ?? "";
    show(part(this.root, "line-who"), line ? name : "");
    show(part(this.root, "line-text"), line?.text ?? "");
  }

  private phase(): void {
    const { state } = this.play;
    const left = filled(this.say["minutes_left"], { n: Math.max(0, Math.ceil(state.minutesLeft)) });
    const phase = this.say[`phase_${state.phase}`] ?? "";
    show(part(this.root, "phase"), state.phase === "running" ? `${phase}, ${left}` : phase);
    show(part(this.root, "way"), this.way ? (this.say[this.way] ?? "") : "");
    const over = state.phase !== "ended" ? "" : this.tried.only ? "tried" : "after";
    if (over === this.root.dataset["ended"]) return;
    this.root.dataset["ended"] = over;
    for (const name of ["after", "tried"]) part<HTMLElement>(this.root, name).hidden = name !== over;
    part<HTMLElement>(this.root, "over").hidden = over !== "after";
    part<HTMLElement>(this.root, "over-tried").hidden = over !== "tried";
  }

  private curve(): void {
    const tension = this.play.state.ratings;
    draw(part(this.root, "curve"), tension, this.nausea, this.told.minutes, this.told.safety.raiseAtMost);
    show(part(this.root, "tension"), String(tension.at(-1)?.value ?? "–"));
    show(part(this.root, "nausea"), String(this.nausea.at(-1)?.value ?? "–"));
    const rows = [
      ...tension.map((one) => ({ ...one, what: this.say["tension"] ?? "" })),
      ...this.nausea.map((one) => ({ ...one, what: this.say["nausea"] ?? "" })),
    ].sort((one, other) => one.t - other.t);
    const items = rows.map(({ t, what, value }) => {
      const item = document.createElement("li");
      const minutes = `${Math.floor(t / 60_000)}:${String(Math.floor(t / 1000) % 60).padStart(2, "0")}`;
      item.textContent = filled(this.say["rated"], { minutes, what, value });
      return item;
    });
    part(this.root, "curve-list").replaceChildren(...items);
  }

  private status(): void {
    const { link } = this;
    const state =
      link.closedBecause ??
      (!link.isConnected ? "lost" : link.other ? "there" : this.seen ? "away" : "waiting");
    if (state === "there") this.seen = true;
    const word = this.say[state.replaceAll("-", "_")] ?? "";
    const chip = part<HTMLElement>(this.root, "link");
    if (chip.dataset["state"] === state) return;
    const came = state === "there" && this.wasAway;
    this.wasAway = state === "away" || state === "lost";
    chip.dataset["state"] = state;
    show(part(this.root, "link-text"), word);
    this.alert(came ? (this.say["back"] ?? "") : ["there", "waiting"].includes(state) ? "" : word, came);
    if (state === "away") this.saysCalm();
    show(part(this.root, "say"), word);
    if (!link.other) this.voice?.stop();
  }

  private seen = false;
  private wasAway = false;

  /** What is seen here is then older than what goes on there. */
  private saysCalm(): void {
    setTimeout(() => {
      if (part<HTMLElement>(this.root, "link").dataset["state"] !== "away") return;
      this.alert(this.say["away_calm"] ?? "");
    }, this.told.safety.calmAfter * 1000);
  }

  private battery({ level, charging }: Battery): void {
    const word = level === null ? "battery_unknown" : charging ? "battery_charging" : "battery";
    show(
      part(this.root, "battery"),
      this.link.other || level !== null ? filled(this.say[word], { level: level ?? "" }) : "",
    );
  }

  private passing: ReturnType<typeof setTimeout> | undefined;

  /** A sentence above the page; one that passes goes by itself. */
  private alert(text: string, passes = false): void {
    const box = part<HTMLElement>(this.root, "alert");
    show(part(box, "alert-text"), text);
    box.hidden = text === "";
    clearTimeout(this.passing);
    if (passes) this.passing = setTimeout(() => this.again(), 8000);
  }

  private again(): void {
    part<HTMLElement>(this.root, "link").dataset["state"] = "";
    this.status();
  }
}

const root = document.querySelector<HTMLElement>("[data-live]");
if (root) new Live(root);
