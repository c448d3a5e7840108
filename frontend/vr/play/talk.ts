/** The conversation: which node it is at, which answers lead where, and the road that was taken. */
import type { DialogueNode, Scene } from "../scene";
import type { Cast } from "./cast";
import type { OpenState, Tell } from "./state";
import type { By } from "./types";

export interface Visited {
  node: string;
  /** The answer given there; null where none was. */
  answer: number | null;
}

export class Talk {
  readonly road: Visited[] = [];
  private readonly nodes: Readonly<Record<string, DialogueNode>>;

  constructor(
    private readonly scene: Scene,
    private readonly state: OpenState,
    private readonly cast: Cast,
    private readonly tell: Tell,
  ) {
    this.nodes = scene.dialogue?.nodes ?? {};
  }

  get node(): DialogueNode | null {
    return this.state.node === null ? null : this.find(this.state.node);
  }

  /** The moment as the chosen kind of the other person has it. */
  find(key: string): DialogueNode | null {
    const node = Object.hasOwn(this.nodes, key) ? this.nodes[key] : undefined;
    return node ? { ...node, ...node.asKind?.[this.state.kind] } : null;
  }

  begin(): void {
    if (this.scene.dialogue) this.go(this.scene.dialogue.start, "system");
  }

  /** An answer that does not exist is no answer: nothing happens. */
  choose(index: number, by: By): void {
    const key = this.state.node;
    const choice = this.node?.choices[index];
    if (key === null || !choice) return;
    this.answered(key, index);
    this.tell("answer", key, index, by);
    this.go(choice.byKind[this.state.kind] ?? choice.to, by);
  }

  answered(node: string, index: number): void {
    this.state.answers.push({ node, index });
    const last = this.road.at(-1);
    if (last?.node === node) last.answer = index;
  }

  /** Where `next` leads; null where an answer is awaited or the conversation is over. */
  get onward(): string | null {
    const node = this.node;
    return node && node.choices.length === 0 && !node.end ? node.to : null;
  }

  get over(): boolean {
    return this.node?.end != null;
  }

  /** The road of before a reload. */
  adopt(answers: readonly { node: string; index: number }[], node: string | null): void {
    this.road.splice(0, Infinity, ...answers.map((one) => ({ node: one.node, answer: one.index })));
    this.state.answers.splice(0, Infinity, ...answers);
    if (node !== null) this.at(node);
  }

  /** Stands at this node without having come there: after a reload. */
  at(key: string): void {
    const node = this.find(key);
    if (!node) return;
    this.state.node = key;
    this.road.push({ node: key, answer: null });
    this.cast.says({ who: node.who, text: node.text, mood: node.mood });
  }

  go(key: string, by: By): void {
    if (!this.find(key)) return;
    this.at(key);
    this.tell("node", key, null, by);
  }
}
