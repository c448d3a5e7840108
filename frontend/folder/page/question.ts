/** A question that saves by itself, and keeps what it could not send. */

import { same } from "../core/answers.ts";
import type { Content, Place } from "../core/folder.ts";
import { collect, fill } from "../core/form.ts";
import type { State } from "../core/queue.ts";
import { Retry } from "../core/retry.ts";
import type { Opened } from "./opened.ts";
import type { Status } from "./status.ts";

const WHILE_TYPING_MS = 2_500;
const AFTER_A_CHOICE_MS = 400;
/** So long does "Verder" wait for the server before it goes on with what is kept here. */
const PATIENCE_MS = 2_500;

export class QuestionForm {
  /** Photos and recordings that were added on this device, beside those that the form shows already. */
  added: string[] = [];
  private over: string[];
  private last: Content;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly place: Place;
  private readonly retry: Retry;

  constructor(
    readonly form: HTMLFormElement,
    readonly opened: Opened,
    private readonly status: Status,
  ) {
    const { dossier = "", sheet = "", question = "" } = form.dataset;
    this.place = { dossier, sheet, question };
    this.over = overField(form)?.value.split(",").filter(Boolean) ?? [];
    this.last = this.content();
    this.retry = new Retry(
      () => opened.folder.flush(),
      (state) => this.tell(state),
    );
    this.listen();
  }

  /** Puts back what was written here and did not arrive yet, then tries to send it. */
  async begin(): Promise<void> {
    const waiting = await this.opened.folder.queue.waiting();
    const mine = waiting.filter((each) => same(placeOf(each.answer), this.place)).map((each) => each.answer);
    const newest = mine.at(-1);
    const others = this.over.filter((id) => !mine.some((each) => each.replaces.includes(id)));
    if (newest) {
      fill(this.form, newest.fields);
      this.added = newest.attachments.filter((id) => !shownFiles(this.form).includes(id));
      this.setOver(newest.id);
      this.last = this.content();
    }
    if (!(await this.opened.folder.queue.holdsAnything())) return;
    const state = await this.retry.now();
    // Another device answered too: the page of the server shows both and asks.
    if (newest && others.length && state === "saved" && this.form.dataset.fromServer !== undefined)
      location.reload();
  }

  private listen(): void {
    this.form.addEventListener("input", (event) => this.soon(waitAfter(event.target)));
    this.form.addEventListener("change", () => this.soon(AFTER_A_CHOICE_MS));
    this.form.addEventListener("submit", (event) => void this.submit(event));
    addEventListener("online", () => void this.retry.now());
    document.addEventListener("visibilitychange", () => void this.save());
    addEventListener("pagehide", () => void this.save());
    addEventListener("beforeunload", (event) => {
      if (!this.opened.drawer.lasts && this.unsent()) event.preventDefault();
    });
  }

  /** In the form too: without a script it would say the same. */
  private setOver(id: string): void {
    this.over = [id];
    const field = overField(this.form);
    if (field) field.value = id;
  }

  private content(): Content {
    return { fields: collect(this.form), attachments: [...shownFiles(this.form), ...this.added] };
  }
  private unsent(): boolean {
    return this.state !== "saved" || !same(this.content(), this.last);
  }
  private state: State = "saved";

  private soon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  /** Keeps the answer here, then sends it. Nothing happens while nothing changed. */
  async save(): Promise<State> {
    clearTimeout(this.timer);
    const content = this.content();
    if (!same(content, this.last)) {
      this.last = content;
      this.tell("saving");
      if (!(await this.keep(content))) return "withdrawn";
    } else if (this.state === "saved") {
      return "saved";
    }
    return this.retry.now();
  }

  /** Whether it could be kept: another tab may have wiped this device in the meantime. */
  private keep(content: Content): Promise<boolean> {
    const over = this.over;
    return this.attempt(async () => {
      const id = await this.opened.folder.write(this.place, content, over);
      if (this.over === over) this.setOver(id);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
      this.tell("withdrawn");
      return false;
    }
  }

  private tell(state: State): void {
    this.state = state;
    this.status.show(state, this.opened.drawer.lasts);
  }

  /** "Volgende": go on as soon as the text is safe; elsewhere than on one's own device that is with the server only. */
  private async submit(event: SubmitEvent): Promise<void> {
    const go = (event.submitter as HTMLButtonElement | null)?.value ?? "next";
    const next = this.form.dataset[go];
    if (!next) return;
    event.preventDefault();
    const { lasts } = this.opened.drawer;
    if (go === "next" && this.form.dataset.last !== undefined) await this.close();
    const state = await (lasts ? Promise.race([this.save(), after(PATIENCE_MS)]) : this.save());
    if (state === "saved" || (lasts && (state === "late" || state === "offline" || state === "signed-out"))) {
      location.assign(next);
    }
  }

  /** "Klaar" on the last question: the sheet is done, also where a question was left empty. Goes along with what waits. */
  private async close(): Promise<void> {
    if (await this.attempt(() => this.opened.folder.queue.close(this.place))) this.tell("saving");
  }
}

function placeOf({ dossier, sheet, question }: Place): Place {
  return { dossier, sheet, question };
}

function overField(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector("input[name=over]");
}

function shownFiles(form: HTMLFormElement): string[] {
  const fields = form.querySelectorAll<HTMLInputElement>("input[name=attachments]:checked");
  return [...fields].map((field) => field.value);
}

function waitAfter(target: EventTarget | null): number {
  const typing =
    target instanceof HTMLTextAreaElement || (target as HTMLInputElement | null)?.type === "text";
  return typing ? WHILE_TYPING_MS : AFTER_A_CHOICE_MS;
}

function after(ms: number): Promise<"late"> {
  return new Promise((resolve) => setTimeout(() => resolve("late"), ms));
}
