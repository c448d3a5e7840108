/** A coach's commands on their way to the server: each is answered once. */
import type { Command } from "../play/types";

export type Answer = { done: true } | { done: false; say: string };

type Give = (answer: Answer) => void;
/** Where a dial was turned to since it was last sent. */
type Turned = { value: number; asked: boolean; give: Give[] };

/** Between two values of the same dial. */
const DIAL_EVERY = 100;

export class Commands {
  private asked = 0;
  private readonly answers = new Map<number, Give>();
  private readonly turning = new Map<string, Turned>();

  /** `put` says whether the message went out. */
  constructor(private readonly put: (message: object) => boolean) {}

  send(command: Command, asked = false): Promise<Answer> {
    return new Promise((give) => {
      if (command.type === "dial") this.turn(command.key, command.value, asked, give);
      else this.ask(command, asked, [give]);
    });
  }

  /** Where the link is lost, nobody answers any more. */
  lost(): void {
    for (const id of [...this.answers.keys()]) this.answer(id, { done: false, say: "" });
  }

  answer(id: number, answer: Answer): void {
    this.answers.get(id)?.(answer);
    this.answers.delete(id);
  }

  /** The last value of a dial counts; those in between need not arrive. */
  private turn(key: string, value: number, asked: boolean, give: Give): void {
    const going = this.turning.get(key);
    if (going) {
      Object.assign(going, { value, asked });
      going.give.push(give);
      return;
    }
    this.ask({ type: "dial", key, value }, asked, [give]);
    const later: Turned = { value, asked, give: [] };
    this.turning.set(key, later);
    setTimeout(() => {
      this.turning.delete(key);
      if (later.give.length) this.ask({ type: "dial", key, value: later.value }, later.asked, later.give);
    }, DIAL_EVERY);
  }

  private ask(command: Command, asked: boolean, give: Give[]): void {
    this.asked += 1;
    const id = this.asked;
    const all = (answer: Answer): void => give.forEach((one) => one(answer));
    if (!this.put({ do: command, id, asked })) return all({ done: false, say: "" });
    this.answers.set(id, all);
  }
}
