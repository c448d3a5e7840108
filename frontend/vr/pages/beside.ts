/**
 * Beside the forms of the editor: the scene itself as it is being written, small and without sound. It is the coach's
 * mirror without another side: it looks along and plays nothing. Only a press starts it, so that a slow laptop that does
 * not want it draws nothing. What is typed comes as JSON with the part of the page that htmx replaces.
 */
import { remembered } from "../flat/settings";
import { Play } from "../play/play";
import type { Scene } from "../scene";
import type { EngineWords } from "../words";
import type { Stage } from "../world/stage";

/** What is being written: a moment, a step, something that happens, somebody; each empty where it is not that. */
interface Told {
  scene: Scene;
  node: string;
  step: string;
  event: string;
  person: string;
}

const TICK = 200;

function part<T extends HTMLElement>(root: HTMLElement, name: string): T {
  const found = root.querySelector<T>(`[data-beside-${name}]`);
  if (!found) throw new Error(`No ${name} beside the form.`);
  return found;
}

function told(): Told | null {
  return JSON.parse(document.getElementById("beside-told")?.textContent ?? "null") as Told | null;
}

/** What is drawn, without what is only said: where this is the same, the picture can stay. */
function drawn(scene: Scene): string {
  const { dialogue: _said, events: _events, steps: _steps, ...rest } = scene;
  return JSON.stringify(rest);
}

class Beside {
  private readonly frame: HTMLElement;
  private readonly line: HTMLElement;
  private readonly trouble: HTMLElement;
  private readonly step: HTMLSelectElement;
  private readonly kind: HTMLSelectElement;
  private readonly seat: HTMLInputElement;
  /** Where there is a form, its answers only carry the scene while somebody looks at it. */
  private readonly wanted = document.querySelector<HTMLInputElement>("[data-beside-wanted]");
  private play: Play | null = null;
  private stage: Stage | null = null;
  private picture = "";
  private running = false;
  private before = performance.now();

  constructor(private readonly root: HTMLElement) {
    this.frame = part(root, "frame");
    this.line = part(root, "line");
    this.trouble = part(root, "trouble");
    this.step = part(root, "step");
    this.kind = part(root, "kind");
    this.seat = part(root, "seat");
    root.hidden = false;
    part(root, "start").addEventListener("click", () => this.start());
    part(root, "stop").addEventListener("click", () => this.stop());
    for (const one of [this.step, this.kind, this.seat]) one.addEventListener("change", () => this.show());
    document.addEventListener("htmx:afterSwap", () => void this.refresh());
    setInterval(() => this.tick(), TICK);
  }

  private start(): void {
    this.running = true;
    this.look();
    this.root.scrollIntoView({ block: "nearest" });
    if (!this.wanted) return void this.refresh();
    this.wanted.value = "1";
    this.wanted.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private stop(): void {
    this.running = false;
    if (this.wanted) this.wanted.value = "";
    this.clear();
    this.look();
  }

  private look(): void {
    document.body.toggleAttribute("data-beside-runs", this.running);
    part(this.root, "off").hidden = this.running;
    part(this.root, "on").hidden = !this.running;
  }

  private clear(): void {
    this.stage?.dispose();
    this.stage = null;
    this.play = null;
    this.picture = "";
    this.frame.replaceChildren();
  }

  private async refresh(): Promise<void> {
    const now = told();
    if (!this.running || !now) return;
    this.choices(now);
    const picture = drawn(now.scene);
    try {
      if (!this.stage || picture !== this.picture) await this.build(now);
      this.picture = picture;
      this.trouble.hidden = true;
      this.show();
    } catch (failure: unknown) {
      console.warn("This cannot be drawn now.", failure);
      this.clear();
      this.trouble.hidden = false;
    }
  }

  /** A new canvas each time: a drawing that was thrown away keeps its old one. */
  private async build({ scene }: Told): Promise<void> {
    const { Stage: Drawing } = await import("../world/stage");
    this.clear();
    const canvas = document.createElement("canvas");
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", scene.title);
    this.frame.append(canvas);
    this.play = new Play(scene, { mirror: true });
    const words = JSON.parse(document.getElementById("practice-words")?.textContent ?? "{}") as EngineWords;
    this.stage = new Drawing(canvas, this.play, remembered(), { spectator: true, words });
    this.stage.start();
  }

  /** The ladder and the kinds as they are called now; what was chosen stays chosen. */
  private choices({ scene, step }: Told): void {
    const chosen = this.step.value || step;
    const steps = scene.steps.map(({ key, title }) => new Option(title, key, false, key === chosen));
    this.step.replaceChildren(...steps);
    const kind = this.kind.value;
    this.kind.replaceChildren(
      ...scene.kinds.map(({ key, label }) => new Option(label, key, false, key === kind)),
    );
    part(this.root, "kinds").hidden = scene.kinds.length === 0;
    part(this.root, "seats").hidden = scene.other === null;
  }

  /** The moment, the step or the event that is being written, with the face and the words of now. */
  private show(): void {
    const now = told();
    const { play } = this;
    if (!now || !play) return;
    const { dialogue, steps, events } = now.scene;
    const step = steps.find(({ key }) => key === this.step.value) ?? steps[0];
    const kind = this.kind.value;
    play.adopt({
      t: Math.round(play.state.clock * 1000),
      phase: "running",
      step: step?.key ?? "",
      kind,
      node: null,
      dials: step?.dials ?? {},
      answers: [],
      ratings: [],
    });
    play.open.seat = this.seat.checked ? "other" : "own";
    const node = dialogue?.nodes[now.node];
    play.cast.says(node ? { ...node, ...node.asKind?.[kind] } : null);
    play.cast.here(now.person, true);
    const event = events.find(({ key }) => key === now.event);
    if (event) play.happenings.fire(event, "coach");
    this.tick();
  }

  private tick(): void {
    const now = performance.now();
    this.play?.tick((now - this.before) / 1000);
    this.before = now;
    const said = this.play?.state.line;
    const name = this.play?.state.scene.people.find(({ id }) => id === said?.who)?.name ?? "";
    const text = said ? (name ? `${name}: ${said.text}` : said.text) : "";
    if (this.line.textContent !== text) this.line.textContent = text;
  }
}

const root = document.querySelector<HTMLElement>("[data-beside]");
if (root) new Beside(root);
