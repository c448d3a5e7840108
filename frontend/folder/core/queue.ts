/** What was written and not sent yet. Sending twice does no harm, and the order of sending does not matter. */

import type { Answer, Closed } from "./answers.ts";
import type { Drawer } from "./drawer.ts";
import { inTurn } from "./turn.ts";

export interface Waiting {
  readonly answer: Answer;
  /** Sent at least once: the server may have it, so it may not change any more. */
  readonly tried?: boolean;
  /** Why the server would not take it; it stays readable and is not sent again. */
  readonly refused?: string;
}

/** What the server says about each answer that was sent. */
export interface Outcome {
  readonly id: string;
  readonly outcome: "saved" | "known" | "refused";
  readonly sentence?: string;
}

/** The other side. Each throws `Offline`, `SignedOut` or `Withdrawn` where nothing could be said about the answers. */
export interface Post {
  answers(answers: readonly Answer[]): Promise<Outcome[]>;
  /** Sheets that are done, once their answers were sent. */
  close(sheets: readonly Closed[]): Promise<void>;
  /** Empty when it is there, otherwise the sentence with which it was refused. */
  file(name: string, file: Blob, answer: Answer): Promise<string>;
}

/** No link, or the server cannot answer now: try again later. */
export class Offline extends Error {}
/** The link is there and nobody is signed in: the person signs in first. */
export class SignedOut extends Error {}
/** This device may keep nothing any more. */
export class Withdrawn extends Error {}

export type State = "saved" | "saving" | "offline" | "signed-out" | "refused" | "withdrawn";

const BATCH = 20;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/** Milliseconds until try number `tries` (from 1), with `chance` (0 to 1) so that devices do not all come at once. */
export function pause(tries: number, chance: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  return longest / 2 + (longest / 2) * chance;
}

export class Queue {
  private running: Promise<State> | undefined;

  constructor(
    private readonly drawer: Drawer,
    private readonly post: Post,
    /** Called with each answer that the server has now. */
    private readonly arrived: (answer: Answer) => Promise<void> = async () => {},
  ) {}

  async add(answer: Answer): Promise<void> {
    await this.put({ answer });
  }
  /** Sheets that are done; said twice is once. */
  async close({ dossier, sheet }: Closed): Promise<void> {
    await this.drawer.put("closed", closedName({ dossier, sheet }), { dossier, sheet });
  }
  async holdsAnything(): Promise<boolean> {
    return Boolean((await this.waiting()).length || (await this.drawer.all<Closed>("closed")).length);
  }
  private put(each: Waiting): Promise<void> {
    return this.drawer.put("waiting", each.answer.id, each);
  }
  async waiting(): Promise<Waiting[]> {
    const all = await this.drawer.all<Waiting>("waiting");
    return all.sort((one, other) => (one.answer.writtenAt < other.answer.writtenAt ? -1 : 1));
  }

  /** Sends what waits; who asks while it runs waits for it and for what came in meanwhile. */
  async flush(): Promise<State> {
    if (this.running) await this.running;
    this.running ??= this.send().finally(() => (this.running = undefined));
    return this.running;
  }

  private async send(): Promise<State> {
    try {
      for (;;) {
        const ready = await this.ready();
        if (!ready.length) break;
        const leaving = await this.markTried(ready);
        await this.note(leaving, await this.post.answers(leaving.map((each) => each.answer)));
      }
      await this.sendClosed();
    } catch (problem) {
      if (problem instanceof SignedOut) return "signed-out";
      if (problem instanceof Withdrawn) return "withdrawn";
      if (problem instanceof Offline) return "offline";
      throw problem;
    }
    return (await this.waiting()).length ? "refused" : "saved";
  }

  private async sendClosed(): Promise<void> {
    const closed = await this.drawer.all<Closed>("closed");
    if (!closed.length) return;
    await this.post.close(closed);
    for (const each of closed) await this.drawer.remove("closed", closedName(each));
  }

  /** The next answers to send, once their files are there. */
  private async ready(): Promise<Waiting[]> {
    const open = (await this.waiting()).filter((each) => each.refused === undefined).slice(0, BATCH);
    const ready: Waiting[] = [];
    for (const each of open) {
      const sentence = await this.sendFiles(each.answer);
      if (sentence) await this.keepRefused(each, sentence);
      else ready.push(each);
    }
    return ready.length || !open.length ? ready : this.ready();
  }

  /** As they are at this moment: the person may have typed on while a photo was under way. */
  private markTried(ready: readonly Waiting[]): Promise<Waiting[]> {
    return inTurn(async () => {
      const known = new Map((await this.waiting()).map((each) => [each.answer.id, each]));
      const leaving = ready.map((each) => ({ ...each, ...known.get(each.answer.id), tried: true }));
      for (const each of leaving) await this.put(each);
      return leaving;
    });
  }

  /** What is not in the drawer was sent before. */
  private async sendFiles(answer: Answer): Promise<string> {
    for (const name of answer.attachments) {
      const file = await this.drawer.getFile(name);
      const sentence = file ? await this.post.file(name, file, answer) : "";
      if (sentence) return sentence;
      if (file) await this.drawer.remove("files", name);
    }
    return "";
  }

  private async note(sent: readonly Waiting[], outcomes: readonly Outcome[]): Promise<void> {
    const said = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    for (const each of sent) {
      const outcome = said.get(each.answer.id);
      if (!outcome) throw new Offline("The server said nothing about an answer.");
      if (outcome.outcome === "refused") await this.keepRefused(each, outcome.sentence ?? "");
      else await this.forget(each);
    }
  }

  private async keepRefused(each: Waiting, sentence: string): Promise<void> {
    await this.put({ ...each, refused: sentence });
  }

  /** Kept among the server's answers before it leaves the queue: a crash between the two loses nothing. */
  async forget(each: Waiting): Promise<void> {
    await this.arrived(each.answer);
    await this.drawer.remove("waiting", each.answer.id);
  }
}

function closedName({ dossier, sheet }: Closed): string {
  return `${dossier}/${sheet}`;
}
