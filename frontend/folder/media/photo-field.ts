/** The photo field: what is chosen is made smaller at once and kept; nothing has to be sent with a button. */

import type { Attached } from "./attached.ts";
import { shrunk, Unreadable } from "./photo.ts";

export function start(field: HTMLInputElement, attached: Attached): void {
  field.closest("p")?.classList.add("folder-photo");
  if (field.labels?.[0]) field.labels[0].className = "utrecht-button utrecht-button--secondary-action";
  field.addEventListener("change", () => void take(field, attached));
}

async function take(field: HTMLInputElement, attached: Attached): Promise<void> {
  const photos = [...(field.files ?? [])];
  // Emptied, so that the form does not carry the large photo along as well.
  field.value = "";
  for (const photo of photos) {
    attached.say("sayShrinking");
    try {
      if (await attached.add(await shrunk(photo))) attached.say("sayPhotoKept");
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      attached.say("sayPhotoUnreadable");
    }
  }
}
