/** The voice field: record, stop, hear, again, delete. Every part is a button with words. */

import type { Attached } from "./attached.ts";
import { clockTime, NoVoice, Recording } from "./recorder.ts";

export function start(element: HTMLElement, attached: Attached): void {
  new VoiceField(element, attached);
}

class VoiceField {
  private recording: Recording | undefined;
  private readonly begin: HTMLButtonElement;
  private readonly end: HTMLButtonElement;
  private readonly running: HTMLElement;
  private readonly meter: HTMLMeterElement;
  private readonly time: HTMLElement;

  constructor(
    private readonly element: HTMLElement,
    private readonly attached: Attached,
  ) {
    this.begin = this.part("[data-voice-start]");
    this.end = this.part("[data-voice-stop]");
    this.running = this.part("[data-voice-running]");
    this.meter = this.part("meter");
    this.time = this.part("[data-voice-time]");
    this.begin.addEventListener("click", () => void this.record());
    this.end.addEventListener("click", () => void this.recording?.stop());
    addEventListener("pagehide", () => void this.recording?.stop());
    element.hidden = false;
    // Recording here is simpler than choosing a file; the file field is for who has no scripts.
    document.querySelector("[data-voice-file]")?.setAttribute("hidden", "");
  }

  private part<E extends Element>(selector: string): E {
    const found = this.element.querySelector<E>(selector);
    if (!found) throw new Error(`The voice field has no ${selector}.`);
    return found;
  }

  private async record(): Promise<void> {
    this.begin.disabled = true;
    try {
      this.recording = await Recording.start((level, ms) => this.show(level, ms));
    } catch (problem) {
      this.begin.disabled = false;
      if (!(problem instanceof NoVoice)) throw problem;
      this.attached.say("sayNoMicrophone");
      return;
    }
    this.toggle(true);
    this.attached.say("sayListening");
    this.end.focus();
    const sound = await this.recording.result();
    this.toggle(false);
    this.begin.focus();
    if (await this.attached.add(sound)) this.attached.say("sayVoiceKept");
  }

  private toggle(running: boolean): void {
    this.running.hidden = !running;
    this.begin.hidden = running;
    this.begin.disabled = false;
  }
  private show(level: number, ms: number): void {
    this.meter.value = level;
    this.time.textContent = clockTime(ms);
  }
}
