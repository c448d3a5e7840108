/** Reads what is said aloud, for who would rather listen: only with a voice on the device itself, never a remote one. */
import { pickVoice, sentences } from "../../enhance/read-aloud";

function voices(): SpeechSynthesisVoice[] {
  return typeof speechSynthesis === "undefined" ? [] : speechSynthesis.getVoices();
}

/** Whether this device can say this language. */
export function hasVoice(language: string): boolean {
  return pickVoice(voices(), language) !== undefined;
}

export class Aloud {
  private said = "";

  constructor(private readonly language: string) {
    // The first call only makes the browser fetch its list.
    voices();
  }

  /** Says a text once; another one takes its place, and nothing at all is silence. */
  say(text: string, volume: number): void {
    if (text === this.said) return;
    this.said = text;
    const voice = pickVoice(voices(), this.language);
    if (typeof speechSynthesis === "undefined") return;
    speechSynthesis.cancel();
    if (!voice) return;
    for (const part of sentences(text)) {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.95;
      utterance.volume = volume;
      speechSynthesis.speak(utterance);
    }
  }
}
