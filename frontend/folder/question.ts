/** The page of one question: saves by itself. Without this script the same form saves with its button. */

import { startMedia } from "./media/start.ts";
import { keepAtSignOut } from "./page/leaving.ts";
import { opened, type Opened } from "./page/opened.ts";
import { QuestionForm } from "./page/question.ts";
import { Status } from "./page/status.ts";
import { stayFresh } from "./page/fresh.ts";
import { Told } from "./page/told.ts";

function start(told: Told): void {
  const element = document.querySelector<HTMLFormElement>("form[data-folder-form]");
  const opening = opened(told);
  const status = new Status(told);
  const asking = opening.then((folder) => element && new QuestionForm(element, folder, status));
  keepAtSignOut(told, opening, async () => {
    await (await asking)?.save();
    return (await opening).folder.flush();
  });
  void begin(told, opening, asking, status);
}

async function begin(
  told: Told,
  opening: Promise<Opened>,
  asking: Promise<QuestionForm | null>,
  status: Status,
): Promise<void> {
  const form = await asking;
  if (form) {
    const kept = form.form.querySelector("[data-saved]");
    if (kept) kept.textContent = told.say("sayByItself");
    await form.begin();
    startMedia(form, told);
  }
  await stayFresh(told, await opening, status);
}

const told = Told.here();
if (told) start(told);
