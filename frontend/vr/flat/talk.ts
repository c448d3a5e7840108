/** What is said and what can be answered, as words and big buttons. */
import type { Choice, DialogueNode, Scene } from "../scene";
import type { Command, PlayState } from "../play/types";
import { filled, type EngineWords } from "../words";
import { button, element, Part } from "./dom";
import { Watcher } from "./happened";
import type { Said } from "./said";

export function nameOf(scene: Scene, who: string, words: EngineWords): string {
  if (who === "narrator") return words.narrator;
  return scene.people.find((person) => person.id === who)?.name ?? who;
}

export class TalkPart {
  readonly root = element("div", { class: "player-talk" });
  private readonly speech = new Part(element("div", { class: "player-speech", tabindex: "-1" }));
  private readonly answers = new Part(element("div", { class: "player-answers" }));
  private readonly watcher: Watcher;
  private last = "";

  constructor(
    private readonly state: PlayState,
    private readonly words: EngineWords,
    private readonly said: Said,
    private readonly give: (command: Command) => void,
  ) {
    this.watcher = new Watcher(state, words);
    this.root.append(this.speech.root, this.answers.root);
  }

  update(): void {
    for (const news of this.watcher.look()) this.said.say(news);
    const { line, node, phase } = this.state;
    const had = this.root.contains(document.activeElement);
    const mood = line ? (this.state.people[line.who]?.mood ?? "") : "";
    const spoke = line !== null && line.text !== this.last;
    this.last = line?.text ?? "";
    this.speech.show(line ? `${line.who}|${line.text}|${mood}` : "", () => this.spoken());
    const live = phase === "running" && node !== null;
    this.answers.show(live ? `${node}` : "", () => (live ? this.offered() : []));
    this.root.hidden = !line && !live;
    if (!spoke || !line) return;
    this.speech.root.scrollIntoView({ block: "nearest" });
    if (had && !this.root.contains(document.activeElement)) this.speech.root.focus({ preventScroll: true });
    else this.said.say(`${filled(this.words.says, { name: this.name(line.who) })}: ${line.text}`);
  }

  private name(who: string): string {
    return nameOf(this.state.scene, who, this.words);
  }

  private spoken(): Node[] {
    const { line } = this.state;
    if (!line) return [];
    const mood = this.state.people[line.who]?.mood;
    const head = element("p", { class: "player-speech__who" }, element("strong", {}, this.name(line.who)));
    if (mood)
      head.append(element("span", { class: "soft" }, this.watcher.looks("", mood).trim().replace(/\.$/, "")));
    return [head, element("p", { class: "player-speech__text" }, line.text)];
  }

  private node(): DialogueNode | null {
    const { node, scene } = this.state;
    return node === null ? null : (scene.dialogue?.nodes[node] ?? null);
  }

  private offered(): Node[] {
    const node = this.node();
    if (!node) return [];
    if (node.choices.length === 0) {
      return [button(this.words.next, "primary-action", () => this.give({ type: "next" }))];
    }
    const list = element("ol", { class: "player-answers__list" });
    node.choices.forEach((choice, index) => list.append(this.answer(choice, index)));
    return [element("h2", { class: "player-answers__title" }, this.words.your_answer), list];
  }

  private answer(choice: Choice, index: number): HTMLElement {
    const press = (): void => this.give({ type: "choose", index });
    const made = element("button", { type: "button", class: "player-answer" });
    made.append(
      element("span", { class: "player-answer__key", "aria-hidden": "true" }, String(index + 1)),
      element("span", {}, choice.text),
    );
    made.addEventListener("click", press);
    return element("li", {}, made);
  }
}
