/** Photos, drawings and recordings of this answer, each to look at or hear, and to take away again. */

import { make, text } from "../page/making.ts";
import type { QuestionForm } from "../page/question.ts";
import type { Told } from "../page/told.ts";

export class Attached {
  private readonly list: HTMLElement;
  private readonly said: HTMLElement;

  constructor(
    private readonly page: QuestionForm,
    private readonly told: Told,
  ) {
    this.list = make("ul", { className: "folder-attached" });
    this.said = make("p", { className: "soft small" });
    this.said.setAttribute("role", "status");
    const place = page.form.querySelector("[data-attached]") ?? page.form;
    place.append(this.list, this.said);
  }

  say(name: string): void {
    this.said.textContent = this.told.say(name);
  }

  /** Those that wait on this device; what the server has, its own page shows. */
  async showWaiting(): Promise<void> {
    for (const name of this.page.added) {
      const file = await this.page.opened.folder.file(name);
      if (file) this.show(name, file);
    }
  }

  /** Kept first, shown next, and then on its way. False where this device has no room. */
  async add(file: Blob): Promise<boolean> {
    const name = await this.page.opened.folder.writeFile(file).catch((problem: unknown) => {
      if (!(problem instanceof DOMException)) throw problem;
      return "";
    });
    if (!name) {
      this.say("sayFull");
      return false;
    }
    this.page.added = [...this.page.added, name];
    this.show(name, file);
    await this.page.save();
    return true;
  }

  private show(name: string, file: Blob): void {
    const address = URL.createObjectURL(file);
    const remove = make(
      "button",
      { type: "button", className: "text-button" },
      text(this.told.say("sayRemove")),
    );
    const item = make("li", {}, this.seen(address, file), remove);
    remove.addEventListener("click", () => {
      URL.revokeObjectURL(address);
      item.remove();
      this.say("sayRemoved");
      void this.remove(name);
    });
    this.list.append(item);
  }

  private seen(address: string, file: Blob): HTMLElement {
    if (file.type.startsWith("audio/")) {
      const sound = make("audio", { controls: true, src: address });
      sound.setAttribute("aria-label", this.told.say("sayRecording"));
      return sound;
    }
    const name = file.type === "image/png" ? "sayDrawing" : "sayPhoto";
    return make("img", { src: address, alt: this.told.say(name) });
  }

  private async remove(name: string): Promise<void> {
    this.page.added = this.page.added.filter((each) => each !== name);
    await this.page.opened.drawer.remove("files", name);
    await this.page.save();
  }
}
