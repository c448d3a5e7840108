/** What the coach can ask: steps and dials one at a time, events, pause, quiet place, stop; and why a step up waits. */
import type { Answer } from "../link/commands";
import type { Link } from "../link/link";
import type { Play } from "../play/play";
import type { Wait } from "../play/safety";
import type { Command } from "../play/types";
import type { Scene } from "../scene";
import { all, maybe, part, show } from "./dom";

export type Say = Readonly<Record<string, string>>;

export class Asking {
  private waitingFor: Command | null = null;
  /** How many numbers there were when the coach asked for one; -1 where none is waited for. */
  private askedAt = -1;

  constructor(
    private readonly root: HTMLElement,
    private readonly scene: Scene,
    private readonly play: () => Play,
    private readonly link: Link,
    private readonly say: Say,
    private readonly tell: (text: string) => void,
  ) {
    this.on("up", () => this.step(1));
    this.on("down", () => this.step(-1));
    this.on("asks-yes", () => this.yes());
    this.on("asks-no", () => this.ask(null));
    this.on("pause", () => this.send({ type: "pause" }));
    this.on("resume", () => this.send({ type: "resume" }));
    this.on("ask", () => this.askNumber());
    this.on("quiet", () => this.send({ type: "safe-place" }));
    this.on("stop", () => this.send({ type: "stop", reason: "coach" }));
    for (const button of all(root, "event"))
      button.addEventListener("click", () =>
        this.send({ type: "event", key: button.dataset["event"] ?? "" }),
      );
    for (const row of all(root, "dial")) this.dial(row);
  }

  /** Show what can be asked now, as the mirror knows it. */
  update(): void {
    const { state } = this.play();
    const place = this.scene.steps.findIndex((step) => step.key === state.step);
    for (const [at, row] of all(this.root, "step").entries()) {
      row.classList.toggle("live-steps__here", at === place);
      if (at === place) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
    }
    this.bar(state.phase);
    const next = this.scene.steps[place + 1];
    const why = this.why(next ? { type: "step", key: next.key } : null);
    if (state.ratings.length !== this.askedAt || state.phase !== "running") this.askedAt = -1;
    show(part(this.root, "waits"), this.askedAt < 0 ? why : (this.say["asked_number"] ?? ""));
    this.enable("up", next !== undefined && why === "");
    this.enable("down", place > 0 && state.phase !== "ended");
    for (const button of all(this.root, "event"))
      this.able(button, state.phase === "running" && this.link.other);
    for (const row of all(this.root, "dial")) this.showDial(row);
  }

  private bar(phase: string): void {
    const coachPaused = phase === "paused" && this.play().pausedBy === "coach";
    part<HTMLElement>(this.root, "resume").hidden = !coachPaused;
    part<HTMLElement>(this.root, "pause").hidden = coachPaused;
    this.enable("pause", phase === "running");
    this.enable("ask", phase === "running" && this.link.other && this.askedAt < 0);
    this.enable("quiet", phase === "running" || phase === "paused");
    this.enable("stop", phase !== "ended");
  }

  private why(up: Command | null): string {
    const { state } = this.play();
    if (!up) return this.say["wait_top"] ?? "";
    if (state.phase === "ready") return "";
    if (!this.link.other) return this.say["wait_away"] ?? "";
    if (state.phase !== "running") return this.say["wait_still"] ?? "";
    const wait: Wait | null = this.play().waits(up);
    return wait ? (this.say[`wait_${wait.replaceAll("-", "_")}`] ?? "") : "";
  }

  private step(by: 1 | -1): void {
    const at = this.scene.steps.findIndex((step) => step.key === this.play().state.step);
    const step = this.scene.steps[at + by];
    if (!step) return;
    const command: Command = { type: "step", key: step.key };
    if (by > 0) this.up(command);
    else this.send(command);
  }

  private dial(row: HTMLElement): void {
    const key = row.dataset["dial"] ?? "";
    const mark = Number(row.dataset["mark"]) || 1;
    const turn = (by: number): Command => ({
      type: "dial",
      key,
      value: (this.play().state.target[key] ?? 0) + by,
    });
    maybe(row, "less")?.addEventListener("click", () => this.send(turn(-mark)));
    maybe(row, "more")?.addEventListener("click", () => this.up(turn(mark)));
  }

  private showDial(row: HTMLElement): void {
    const key = row.dataset["dial"] ?? "";
    const value = this.play().state.target[key] ?? 0;
    show(part(row, "value"), String(Math.round(value * 10) / 10));
    const more = this.why({ type: "dial", key, value: value + (Number(row.dataset["mark"]) || 1) }) === "";
    this.able(part(row, "more"), more && value < Number(row.dataset["max"]));
    this.able(part(row, "less"), value > Number(row.dataset["min"]) && this.play().state.phase !== "ended");
  }

  /** In the scene the client says yes first. */
  private up(command: Command): void {
    if (this.play().state.phase === "running") this.ask(command);
    else this.send(command);
  }

  private ask(command: Command | null): void {
    this.waitingFor = command;
    part<HTMLElement>(this.root, "asks").hidden = command === null;
    if (command) part<HTMLElement>(this.root, "asks-yes").focus();
  }

  private askNumber(): void {
    this.askedAt = this.play().state.ratings.length;
    this.send({ type: "ask" });
    this.update();
  }

  private yes(): void {
    const command = this.waitingFor;
    this.ask(null);
    if (command) this.send(command, true);
  }

  send(command: Command, asked = false): void {
    void this.link.send(command, asked).then((answer: Answer) => {
      if (!answer.done) this.tell(answer.say || (this.say["not_sent"] ?? ""));
    });
  }

  private on(name: string, work: () => void): void {
    maybe(this.root, name)?.addEventListener("click", work);
  }

  private enable(name: string, may: boolean): void {
    const button = maybe<HTMLElement>(this.root, name);
    if (button) this.able(button, may);
  }

  /** Stays reachable for a screen reader, which then hears why it waits. */
  private able(button: HTMLElement, may: boolean): void {
    button.toggleAttribute("data-waiting", !may);
    button.setAttribute("aria-disabled", String(!may));
  }
}
