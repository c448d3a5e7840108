/** The page of one question: saves by itself. Without this script the same form saves with its button. */

import { startMedia } from "./media/start.ts";
import { opened } from "./page/opened.ts";
import { QuestionForm } from "./page/question.ts";
import { Status } from "./page/status.ts";
import { stayFresh } from "./page/fresh.ts";
import { Told } from "./page/told.ts";

async function start(): Promise<void> {
  const told = Told.here();
  const element = document.querySelector<HTMLFormElement>("form[data-folder-form]");
  if (!told) return;
  const folder = await opened(told);
  const status = new Status(told);
  if (element) {
    const form = new QuestionForm(element, folder, status);
    const kept = element.querySelector("[data-saved]");
    if (kept) kept.textContent = told.say("sayByItself");
    await form.begin();
    startMedia(form, told);
  }
  await stayFresh(told, folder, status);
}

void start();
