/** Puts photo, voice and drawing to work on a page that has them; each is only loaded where it is asked for. */

import type { QuestionForm } from "../page/question.ts";
import type { Told } from "../page/told.ts";
import { Attached } from "./attached.ts";

export function startMedia(page: QuestionForm, told: Told): void {
  const photo = page.form.querySelector<HTMLInputElement>("input[type=file][accept^=image]");
  const voice = page.form.querySelector<HTMLElement>("[data-voice]");
  const drawing = page.form.querySelector<HTMLElement>("[data-drawing]");
  if (!photo && !voice && !drawing) return;
  const attached = new Attached(page, told);
  void attached.showWaiting();
  if (photo) void import("./photo-field.ts").then((field) => field.start(photo, attached));
  if (voice) void import("./voice-field.ts").then((field) => field.start(voice, attached));
  if (drawing) void import("./drawing-field.ts").then((field) => field.start(drawing, attached));
}
