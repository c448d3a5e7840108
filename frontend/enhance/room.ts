/** The live room. Everything in it works without this script too; the script brings what changed to the screen at once.
 *  Sending goes over ordinary forms, what comes back over a socket, or by asking every few seconds where there is none. */
import { shown, Sparse, StepClock } from "./parts/room-clock";
import { stepOf, swap, unsent } from "./parts/room-parts";

interface Message {
  number: number;
  state: string;
  step?: string;
  left?: number;
  paused?: boolean;
  say?: string;
  parts?: Record<string, string>;
}

const POLL = 4000;
const LOST = 3000;
const FINAL = new Set([4401, 4404, 4410]);

/** A socket that comes back by itself, and asks the page's own address where none can be made. */
class Line {
  private tries = 0;
  private polling: number | undefined;
  private socket: WebSocket | null = null;
  private missing: number | undefined;
  number = 0;

  constructor(
    private readonly path: string,
    private readonly ask: string,
    private readonly heard: (message: Message) => void,
    private readonly connection: (there: boolean) => void,
  ) {}

  open(): void {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}${this.path}?na=${this.number}`);
    this.socket = socket;
    socket.onmessage = (event) => {
      this.isThere();
      this.take(JSON.parse(String(event.data)) as Message);
    };
    socket.onclose = (event) => {
      if (this.socket !== socket) return;
      if (FINAL.has(event.code)) location.reload();
      else this.again();
    };
  }

  /** At once, for instance because the phone was woken. */
  anew(): void {
    const before = this.socket;
    this.socket = null;
    before?.close();
    this.open();
  }

  async poll(): Promise<void> {
    try {
      const answer = await fetch(`${this.ask}?na=${this.number}`, {
        headers: { Accept: "application/json" },
      });
      if (answer.status === 404 || answer.redirected) location.reload();
      this.connection(answer.ok);
      if (answer.status === 200) this.take((await answer.json()) as Message);
    } catch {
      this.connection(false);
    }
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  private take(message: Message): void {
    this.number = message.number;
    this.heard(message);
  }

  private isThere(): void {
    this.tries = 0;
    clearInterval(this.polling);
    clearTimeout(this.missing);
    this.polling = this.missing = undefined;
    this.connection(true);
  }

  private again(): void {
    this.tries += 1;
    this.missing ??= window.setTimeout(() => this.connection(false), LOST);
    if (this.tries > 3) this.polling ??= window.setInterval(() => void this.poll(), POLL);
    const wait = Math.min(500 * 2 ** this.tries, this.tries > 6 ? 30_000 : 8000);
    setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  }
}

class Room {
  private readonly clock = new StepClock();
  private readonly sparse = new Sparse();
  private readonly line: Line;
  private readonly sending = new Set<string>();
  private step: string;
  private long = true;

  constructor(private readonly root: HTMLElement) {
    this.step = this.said("step");
    this.clock.set(Number(this.said("left")), this.said("paused") === "1");
    this.long = this.clock.left > 90;
    this.line = new Line(
      this.said("socket"),
      this.said("room"),
      (message) => this.show(message),
      (there) => this.connected(there),
    );
    this.line.number = Number(this.said("number"));
    root.querySelector("[data-refresh]")?.setAttribute("hidden", "");
    root.addEventListener("submit", (event) => void this.submit(event));
    window.addEventListener("online", () => this.line.anew());
    let hiddenAt = 0;
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > 15_000 || !this.line.isOpen) this.line.anew();
    });
    setInterval(() => this.tick(), 250);
    this.tick();
    this.line.open();
  }

  private said(name: string): string {
    return this.root.dataset[name] ?? "";
  }

  private find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  private say(text: string): void {
    const region = this.find("[data-say]");
    if (region) region.textContent = text;
  }

  private tick(): void {
    const time = this.find("[data-time]");
    if (!time) return;
    const left = this.clock.left;
    const text = this.clock.stands ? this.said("pausedText") : shown(left) || this.said("upText");
    if (time.textContent !== text) time.textContent = text;
    this.find("[data-clock]")?.classList.toggle("circle-clock--up", !this.clock.stands && left <= 0);
    if (this.clock.stands) return;
    const due = this.sparse.at(left, this.long);
    if (due) this.say(this.said(due === "time-up" ? "timeUp" : "oneMinute"));
  }

  private show(message: Message): void {
    if (message.state !== "live") return location.reload();
    this.clock.set(message.left ?? 0, message.paused ?? false);
    if (message.step !== undefined && message.step !== this.step) {
      this.step = message.step;
      this.long = this.clock.left > 90;
      this.sparse.begin();
      this.say(message.say ?? "");
    }
    for (const [name, html] of Object.entries(message.parts ?? {})) this.put(name, html);
    this.tick();
  }

  private put(name: string, html: string): void {
    const part = this.find(`[data-part="${name}"]`);
    if (!part) return;
    const left = name === "own" ? unsent(part) : null;
    if (left && left.step !== stepOf(html) && !this.sending.has(left.text)) {
      this.putAside(left);
      part.innerHTML = html;
    } else swap(part, html);
  }

  /** The step went on while somebody was writing: the text stays, and can still be sent. */
  private putAside(left: { step: string; text: string; action: string }): void {
    const form = document.createElement("form");
    form.action = left.action;
    form.method = "post";
    form.className = "card stack circle-write";
    form.dataset["send"] = "";
    form.dataset["write"] = left.step;
    const label = document.createElement("label");
    label.textContent = this.said("unsent");
    const area = document.createElement("textarea");
    area.name = "text";
    area.rows = 2;
    area.value = left.text;
    area.id = `late-${left.step}-${Date.now()}`;
    area.className = "utrecht-textarea utrecht-textarea--html-textarea";
    label.htmlFor = area.id;
    const step = document.createElement("input");
    step.type = "hidden";
    step.name = "step";
    step.value = left.step;
    const button = document.createElement("button");
    button.className = "utrecht-button utrecht-button--secondary-action";
    button.textContent = this.said("sendLate");
    const line = document.createElement("p");
    line.className = "row";
    line.append(button);
    form.append(label, step, area, line);
    this.find("[data-late]")?.append(form);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["send"] === undefined) return;
    event.preventDefault();
    const given = new FormData(form, event.submitter);
    const token = this.root.querySelector<HTMLInputElement>(":scope > [name=csrfmiddlewaretoken]")?.value;
    given.set("csrfmiddlewaretoken", token ?? "");
    const text = String(given.get("text") ?? "");
    const isLate = form.parentElement?.dataset["late"] !== undefined;
    if (text) this.sending.add(text);
    try {
      const answer = await fetch(form.action, { method: "POST", body: given, headers: { "X-Room": "1" } });
      if (answer.redirected) return location.reload();
      if (answer.ok) this.done(form, text, isLate);
      else await this.refused(answer, isLate);
    } catch {
      this.connected(false);
    } finally {
      this.sending.delete(text);
    }
    if (!this.line.isOpen) await this.line.poll();
  }

  private done(form: HTMLFormElement, text: string, isLate: boolean): void {
    this.complain("");
    if (isLate) return form.remove();
    const area = this.find('[data-part="own"]')?.querySelector("textarea");
    if (text && area?.value === text) area.value = "";
    this.find('[data-part="own"] .circle-marked')?.remove();
    this.find('[data-part="own"] .circle-refusal')?.remove();
  }

  private async refused(answer: Response, isLate: boolean): Promise<void> {
    if (answer.status !== 422) return location.reload();
    const told = (await answer.json()) as { say: string; own?: string };
    const own = this.find('[data-part="own"]');
    if (told.own !== undefined && own && !isLate) {
      own.innerHTML = told.own;
      own.querySelector("textarea")?.focus();
    } else this.complain(told.say);
    this.say(told.say);
  }

  /** A sentence above the room; an empty one takes it away. */
  private complain(text: string): void {
    const box = this.find("[data-connection]");
    if (!box) return;
    box.hidden = text === "";
    const words = box.lastElementChild;
    if (words) words.textContent = text;
  }

  private lost = false;

  private connected(there: boolean): void {
    if (there === !this.lost) return;
    this.lost = !there;
    this.complain(there ? "" : this.said("off"));
    this.say(this.said(there ? "on" : "off"));
  }
}

const room = document.querySelector<HTMLElement>("[data-room]");
if (room) new Room(room);

const waiting = document.querySelector<HTMLElement>("[data-room-waits]");
if (waiting) {
  const line = new Line(
    waiting.dataset["socket"] ?? "",
    waiting.dataset["roomWaits"] ?? "",
    (message) => message.state === "live" && location.reload(),
    () => undefined,
  );
  line.open();
}
