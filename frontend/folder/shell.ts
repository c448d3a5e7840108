/** The folder without a link: the same addresses, filled from what lies sealed on this device. */

import { start as readAloud } from "../enhance/read-aloud.ts";
import { sheetsOf, type Question, type Sheet, type Sheets } from "./core/bundle.ts";
import { fill, words } from "./core/form.ts";
import { ofQuestion, standing, type Answer } from "./core/answers.ts";
import type { Waiting } from "./core/queue.ts";
import { startMedia } from "./media/start.ts";
import { opened, type Opened } from "./page/opened.ts";
import { make, text } from "./page/making.ts";
import { QuestionForm } from "./page/question.ts";
import { Status } from "./page/status.ts";
import { Told } from "./page/told.ts";

class Shell {
  private readonly main = document.getElementById("folder-shell");

  constructor(
    private readonly told: Told,
    private readonly opened: Opened,
    private readonly status: Status,
  ) {}

  async show(): Promise<void> {
    const sheets = this.opened.drawer.lasts ? await sheetsOf(this.opened.drawer) : undefined;
    if (!this.main || !sheets) return this.nothingHere();
    const answers = await this.opened.folder.answers();
    const found = at(sheets, location.pathname);
    if (found?.[1]) await this.question(sheets, found[0], found[1], answers);
    else if (found) this.sheet(sheets, found[0], answers);
    else this.overview(sheets, answers, await this.opened.folder.queue.waiting());
  }

  /** Not one's own device, wiped, or locked after a long time. */
  private nothingHere(): void {
    const words = this.told.say(this.opened.locked ? "sayLocked" : "sayNothing");
    const link = make("a", {
      href: this.told.get("signIn"),
      className: "utrecht-button utrecht-button--primary-action",
    });
    link.textContent = this.told.say("saySignIn");
    this.main?.replaceChildren(make("p", {}, text(words)), make("p", {}, link));
    if (this.opened.locked && this.leaves) this.main?.append(this.leaveAnyway());
  }

  private overview(sheets: Sheets, answers: readonly Answer[], waiting: readonly Waiting[]): void {
    document.title = this.told.say("title");
    const begun = new Set(answers.map((each) => each.sheet));
    this.main?.replaceChildren(
      make("h1", {}, text(this.told.say("title"))),
      ...(navigator.onLine ? [] : [make("p", { className: "soft" }, text(this.told.say("sayHere")))]),
      ...this.waiting(sheets, waiting),
      ...this.group(
        this.told.say("sayBegun"),
        sheets.sheets.filter((each) => begun.has(each.key)),
      ),
      this.all(sheets.sheets.filter((each) => !begun.has(each.key))),
    );
  }

  private group(title: string, sheets: readonly Sheet[]): HTMLElement[] {
    if (!sheets.length) return [];
    const heading = make("h2", { className: "card__title" }, text(title));
    return [make("section", { className: "card" }, heading, listOf(sheets))];
  }

  /** Few at a time: a phase unfolds, as on the page with a link. */
  private all(sheets: readonly Sheet[]): HTMLElement {
    const phases = [...new Set(sheets.map((each) => each.phase))].map((phase) => {
      const name = make("span", { className: "phase__name" }, text(phase));
      const inside = listOf(sheets.filter((each) => each.phase === phase));
      return make("details", { className: "phase" }, make("summary", {}, name), inside);
    });
    const heading = make("h2", { className: "card__title" }, text(this.told.say("sayAll")));
    return make("section", { className: "card" }, heading, ...phases);
  }

  /** What the server did not take stays readable, with why, to copy or print. */
  private waiting(sheets: Sheets, waiting: readonly Waiting[]): HTMLElement[] {
    if (!waiting.length) return [];
    const items = waiting.map((each) => this.waitingItem(sheets, each));
    const card = make(
      "section",
      { className: "card" },
      make("h2", { className: "card__title" }, text(this.told.say("sayWaiting"))),
      make("p", {}, text(this.told.say(this.leaves ? "sayLeaving" : "sayWaitingMore"))),
      make("ul", { className: "folder-list" }, ...items),
    );
    if (this.leaves) card.append(this.leaveAnyway());
    return [card];
  }

  private get leaves(): boolean {
    return location.hash === `#${this.told.get("leaving")}`;
  }
  private leaveAnyway(): Node {
    const leave = document.querySelector<HTMLTemplateElement>("#folder-leave");
    return leave?.content.cloneNode(true) ?? document.createDocumentFragment();
  }

  private waitingItem(sheets: Sheets, { answer, refused }: Waiting): HTMLElement {
    const sheet = sheets.sheets.find((each) => each.key === answer.sheet);
    const question = sheet?.questions.find((each) => each.key === answer.question);
    const said = question ? saidIn(question, answer) : Object.values(answer.fields).flat();
    return make(
      "li",
      {},
      make("strong", {}, text(question?.title ?? answer.question)),
      ...saidLines(said),
      ...(refused ? [make("p", { className: "soft" }, text(refused))] : []),
    );
  }

  /** One sheet: what it is, and what was said so far. */
  private sheet(sheets: Sheets, sheet: Sheet, answers: readonly Answer[]): void {
    document.title = sheet.title;
    const items = sheet.questions.map((question) => {
      const newest = standing(ofQuestion(answers, sheet.key, question.key)).at(-1);
      const link = make("a", { href: question.path }, text(question.title));
      return make("li", {}, link, ...(newest ? saidLines(saidIn(question, newest)) : []));
    });
    this.main?.replaceChildren(
      make("p", {}, make("a", { href: sheets.overview }, text(this.told.say("title")))),
      make("h1", {}, text(sheet.title)),
      make("p", { className: "lead" }, text(sheet.about)),
      make("section", { className: "card" }, make("ol", { className: "folder-list" }, ...items)),
    );
  }

  private async question(
    sheets: Sheets,
    sheet: Sheet,
    question: Question,
    answers: readonly Answer[],
  ): Promise<void> {
    document.title = question.title;
    const holder = make("div", { className: "stack" });
    holder.innerHTML = question.html;
    const form = holder.querySelector<HTMLFormElement>("form[data-folder-form]");
    if (!form || !this.main) return;
    const stand = standing(ofQuestion(answers, sheet.key, question.key));
    const newest = stand.at(-1);
    if (newest) fill(form, newest.fields);
    form.dataset.dossier = sheets.dossier;
    const over = form.querySelector<HTMLInputElement>("input[name=over]");
    if (over) over.value = newest?.id ?? "";
    this.main.replaceChildren(holder);
    readAloud();
    const page = new QuestionForm(form, this.opened, this.status);
    page.added = [...(newest?.attachments ?? [])];
    await page.begin();
    startMedia(page, this.told);
  }
}

function listOf(sheets: readonly Sheet[]): HTMLElement {
  const items = sheets.map((sheet) => {
    const link = make("a", { href: sheet.path }, text(sheet.title));
    return make("li", {}, link, make("p", { className: "soft small" }, text(sheet.about)));
  });
  return make("ul", { className: "folder-list" }, ...items);
}

/** Which sheet, and which of its questions, an address is about. */
function at(sheets: Sheets, path: string): [Sheet, Question | undefined] | undefined {
  for (const sheet of sheets.sheets) {
    const question = sheet.questions.find((each) => each.path === path);
    if (question || sheet.path === path) return [sheet, question];
  }
  return undefined;
}

function saidLines(lines: readonly string[]): HTMLElement[] {
  return lines.map((line) => make("p", { className: "folder-said" }, text(line)));
}

function saidIn(question: Question, answer: Answer): string[] {
  const holder = document.createElement("template");
  holder.innerHTML = question.html;
  const form = holder.content.querySelector<HTMLFormElement>("form[data-folder-form]");
  if (!form) return [];
  fill(form, answer.fields);
  return words(form);
}

const told = Told.here();
if (told) {
  void opened(told).then(async (folder) => {
    const status = new Status(told);
    await new Shell(told, folder, status).show();
    if (!navigator.onLine) status.show("offline", folder.drawer.lasts);
  });
}
