/** The folder as this page knows it: what the server has, what waits here, and how something new is written. */

import { ofQuestion, same, standing, together, type Answer } from "./answers.ts";
import type { Drawer } from "./drawer.ts";
import { inTurn } from "./turn.ts";
import { Queue, type Post, type State } from "./queue.ts";

/** The question on the page. */
export type Place = Pick<Answer, "dossier" | "sheet" | "question">;
/** What is in it now. */
export type Content = Pick<Answer, "fields" | "attachments">;

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
   * Writes over the answers `over` that the person read, and returns the id to write over next time. A sentence that
   * is still being typed does not become ten answers: what was never sent is made longer in place.
   */
  write(place: Place, content: Content, over: readonly string[]): Promise<string> {
    return inTurn(() => this.writeNow(place, content, over));
  }

  private async writeNow(place: Place, content: Content, over: readonly string[]): Promise<string> {
    const waiting = await this.queue.waiting();
    const before = waiting.find((each) => over.length === 1 && each.answer.id === over[0]);
    if (before && same(contentOf(before.answer), content)) return before.answer.id;
    const grows = before && !before.tried && before.refused === undefined;
    const answer: Answer = {
      ...place,
      ...content,
      id: grows ? before.answer.id : this.clock.id(),
      replaces: grows ? before.answer.replaces : over,
      writtenAt: this.clock.now(),
    };
    await this.queue.add(answer);
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

function contentOf(answer: Answer): Content {
  return { fields: answer.fields, attachments: answer.attachments };
}
