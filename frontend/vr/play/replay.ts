/** The conversation seen again from the other's seat: what was said, what it did to them, what you answered. */
import { speaking } from "./cast";
import type { OpenState } from "./state";
import type { Talk } from "./talk";
import type { ReplayStep } from "./types";

export class Replay {
  private at = 0;
  private time = 0;

  constructor(
    private readonly state: OpenState,
    private readonly talk: Talk,
  ) {}

  get possible(): boolean {
    return this.talk.road.length > 0;
  }

  begin(): void {
    if (!this.possible) return;
    this.state.seat = this.state.scene.other ? "other" : "own";
    this.show(0);
  }

  next(): void {
    if (this.at + 1 < this.talk.road.length) this.show(this.at + 1);
    else this.close();
  }

  close(): void {
    this.state.replay = null;
    this.state.line = null;
    this.state.seat = "own";
    this.silence();
  }

  tick(seconds: number): void {
    this.time += seconds;
    if (this.state.line && this.time > speaking(this.state.line.text)) this.silence();
  }

  private silence(): void {
    for (const id in this.state.people) {
      const one = this.state.people[id];
      if (one) one.speaking = false;
    }
  }

  private show(at: number): void {
    const visited = this.talk.road[at];
    const node = visited && this.talk.find(visited.node);
    if (!visited || !node) return this.close();
    this.at = at;
    this.time = 0;
    this.silence();
    const choice = visited.answer === null ? undefined : node.choices[visited.answer];
    const step: ReplayStep = {
      at: at + 1,
      of: this.talk.road.length,
      who: node.who,
      inside: node.inside,
      answer: choice ? { text: choice.text, feedback: choice.feedback } : null,
    };
    this.state.replay = step;
    this.state.line = { who: node.who, text: node.text, since: this.state.clock };
    const one = this.state.people[node.who];
    if (one) Object.assign(one, { mood: node.mood, here: true, speaking: true });
  }
}
