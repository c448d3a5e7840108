/** The card from which the coach speaks as someone in the scene. */
import type { Link } from "../link/link";
import { Speaking, type VoiceState } from "../link/voice";
import type { Say } from "./asking";
import { filled } from "../words";
import { part, show } from "./dom";

export class Voice {
  private readonly speaking: Speaking;
  private readonly who: HTMLSelectElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly link: Link,
    private readonly say: Say,
    ice: () => readonly RTCIceServer[],
  ) {
    this.who = part(root, "voice-who");
    this.speaking = new Speaking(link, ice, (state) => this.told(state));
    part<HTMLElement>(root, "voice-button").addEventListener("click", () => void this.press());
    this.who.addEventListener("change", () => this.speaking.state === "on" && this.as(this.who.value));
  }

  stop(): void {
    if (this.speaking.state !== "off") this.speaking.stop();
  }

  private async press(): Promise<void> {
    if (["off", "failed", "refused"].includes(this.speaking.state)) {
      await this.speaking.start(Number(part<HTMLSelectElement>(this.root, "voice-pitch").value));
    } else this.speaking.stop();
  }

  private as(who: string | null): void {
    void this.link.send({ type: "voice", who }).then((answer) => {
      if (answer.done || who === null) return;
      this.speaking.stop();
      show(part(this.root, "voice-said"), answer.say);
    });
  }

  private told(state: VoiceState): void {
    const going = ["asks", "joining", "on"].includes(state);
    const who = this.who.selectedOptions[0]?.text ?? "";
    const button = part<HTMLElement>(this.root, "voice-button");
    button.setAttribute("aria-pressed", String(going));
    show(part(this.root, "voice-label"), filled(this.say[going ? "voice_stop" : "voice_start"], { who }));
    show(part(this.root, "voice-said"), filled(this.say[`voice_${state}`], { who }));
    this.root.dataset["state"] = state;
    if (state === "on") this.as(this.who.value);
    if (state === "off" || state === "failed") this.as(null);
  }
}
