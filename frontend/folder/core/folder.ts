/** The folder as this page knows it: what the server has, what waits here, and how something new is written. */

import { ofQuestion, same, standing, together, type Answer } from "./answers.ts";
import type { Drawer } from "./drawer.ts";
import { inTurn } from "./turn.ts";
import { Queue, type Post, type State } from "./queue.ts";

/** The question on the page: which sheet, and which answer the person read when they began to write. */
export interface Place {
  readonly sheet: string;
  readonly version: number;
  readonly question: string;
}

export interface Clock {
  now(): string;
  id(): string;
}

const REAL: Clock = { now: () => new Date().toISOString(), id: () => crypto.randomUUID() };

export class Folder {
  readonly queue: Queue;

  constructor(
    private readonly drawer: Drawer,
    post: Post,
    private readonly clock: Clock = REAL,
  ) {
    this.queue = new Queue(drawer, post, (answer) => this.keep([answer]));
  }

  /** Remembers what the server has; only on a device of one's own, since elsewhere the page itself says it. */
  async keep(answers: readonly Answer[]): Promise<void> {
    if (!this.drawer.lasts) return;
    for (const answer of answers) await this.drawer.put("answers", answer.id, answer);
  }

  async answers(): Promise<Answer[]> {
    const waiting = await this.queue.waiting();
    return together(
      await this.drawer.all<Answer>("answers"),
      waiting.map((each) => each.answer),
    );
  }

  async standing(place: Place): Promise<Answer[]> {
    return standing(ofQuestion(await this.answers(), place.sheet, place.question));
  }

  /**
   * Writes `value` over the answer `over`, and returns the id that is now written over next time. A sentence that is
   * still being typed does not become ten answers: what was never sent is made longer in place.
   */
  write(place: Place, value: unknown, over: string | null, files: readonly string[] = []): Promise<string> {
    return inTurn(() => this.writeNow(place, value, over, files));
  }

  private async writeNow(
    place: Place,
    value: unknown,
    over: string | null,
    files: readonly string[],
  ): Promise<string> {
    const before = (await this.queue.waiting()).find((each) => each.answer.id === over);
    if (before && same(before.answer.value, value)) return before.answer.id;
    const grows = before && !before.tried && before.refused === undefined;
    const answer: Answer = {
      ...place,
      id: grows ? before.answer.id : this.clock.id(),
      replaces: grows ? before.answer.replaces : over,
      value,
      writtenAt: this.clock.now(),
    };
    await this.queue.add(answer, grows ? [...new Set([...before.files, ...files])] : files);
    return answer.id;
  }

  async writeFile(file: Blob): Promise<string> {
    const name = this.clock.id();
    await this.drawer.putFile(name, file);
    return name;
  }
  file(name: string): Promise<Blob | undefined> {
    return this.drawer.getFile(name);
  }

  flush(): Promise<State> {
    return this.queue.flush();
  }
}
