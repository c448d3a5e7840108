/** The drawing field. Whoever cannot or does not want to draw says it in words, in the field below it. */

import type { Attached } from "./attached.ts";
import { Drawing, type Point } from "./drawing.ts";
import { asBlob } from "./photo.ts";

export function start(element: HTMLElement, attached: Attached): void {
  const canvas = element.querySelector("canvas");
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  const drawing = new Drawing();
  const paint = () => drawing.paint(context, canvas.width, canvas.height);
  element.hidden = false;
  paint();
  follow(canvas, drawing, paint);
  on(element, "back", () => (drawing.back(), paint()));
  on(element, "clear", () => (drawing.clear(), paint()));
  on(element, "keep", () => {
    if (drawing.isEmpty) return attached.say("sayNothingDrawn");
    void asBlob(canvas, "image/png").then(async (picture) => {
      if (!(await attached.add(picture))) return;
      drawing.clear();
      paint();
      attached.say("sayDrawingKept");
    });
  });
}

function on(element: HTMLElement, what: string, act: () => void): void {
  element.querySelector(`[data-drawing-${what}]`)?.addEventListener("click", act);
}

function follow(canvas: HTMLCanvasElement, drawing: Drawing, paint: () => void): void {
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    drawing.begin(place(canvas, event));
    paint();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    drawing.to(place(canvas, event));
    paint();
  });
}

function place(canvas: HTMLCanvasElement, event: PointerEvent): Point {
  const box = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) * canvas.width) / box.width,
    y: ((event.clientY - box.top) * canvas.height) / box.height,
  };
}
