/** Reads a text aloud with a voice on the device itself. A remote voice would send the text to its maker, so it is never used. */

const CHUNK = 180;

export type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

/** The best voice on the device for `language`: the device's default first, otherwise the first there is. */
export function pickVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
  const wanted = primary(language);
  const fitting = voices.filter((voice) => voice.localService && primary(voice.lang) === wanted);
  return fitting.find((voice) => voice.default) ?? fitting[0];
}

function primary(language: string): string {
  return (language.toLowerCase().split(/[-_]/)[0] ?? "").trim();
}

/** Sentences of at most `CHUNK` characters: some phones fall silent in the middle of a longer one. */
export function sentences(text: string): string[] {
  const found =
    text
      .replace(/\s+/g, " ")
      .trim()
      .match(/[^.!?:;]+[.!?:;]*\s*/g) ?? [];
  return found.flatMap((sentence) => split(sentence.trim())).filter(Boolean);
}

function split(sentence: string): string[] {
  if (sentence.length <= CHUNK) return [sentence];
  const cut = sentence.lastIndexOf(" ", CHUNK);
  const at = cut > 0 ? cut : CHUNK;
  return [sentence.slice(0, at), ...split(sentence.slice(at).trim())];
}

/** The words of an element as they are heard: blocks end as sentences; buttons and hidden parts stay unsaid. */
export function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const silent of copy.querySelectorAll(
    "button, form, [hidden], [aria-hidden='true'], .read-aloud-help",
  )) {
    silent.remove();
  }
  for (const block of copy.querySelectorAll(
    "p, li, h1, h2, h3, h4, dt, dd, td, th, summary, .day-pill, .station__label > span",
  )) {
    const words = block.textContent?.trim() ?? "";
    if (words && !/[.!?:;]$/.test(words)) block.append(". ");
  }
  return copy.textContent ?? "";
}

class Reader {
  private readonly words: HTMLElement | null;

  constructor(private readonly button: HTMLButtonElement) {
    this.words = button.querySelector(".read-aloud__words");
    button.hidden = false;
    button.addEventListener("click", () => (this.isReading() ? speechSynthesis.cancel() : this.start()));
  }

  private isReading(): boolean {
    return this.button.getAttribute("aria-pressed") === "true";
  }

  private start(): void {
    speechSynthesis.cancel();
    const target = document.getElementById(this.button.dataset.reads ?? "");
    if (!target) return;
    const language = target.closest("[lang]")?.getAttribute("lang") ?? "nl";
    const voice = pickVoice(speechSynthesis.getVoices(), language);
    if (!voice) {
      showHelp(this.button);
      return;
    }
    this.show(true);
    this.speak(sentences(spoken(target)), voice);
  }

  private speak(parts: string[], voice: SpeechSynthesisVoice): void {
    parts.forEach((part, index) => {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.95;
      if (index === parts.length - 1) utterance.onend = () => this.show(false);
      utterance.onerror = () => this.show(false);
      speechSynthesis.speak(utterance);
    });
  }

  private show(reading: boolean): void {
    this.button.setAttribute("aria-pressed", String(reading));
    const label = reading ? this.button.dataset.stop : this.button.dataset.start;
    if (this.words && label) this.words.textContent = label;
  }
}

/** Says how to add a voice, once, right below the button. */
function showHelp(button: HTMLElement): void {
  const template = document.getElementById("read-aloud-help");
  if (!(template instanceof HTMLTemplateElement)) return;
  document.querySelector(".read-aloud-help")?.remove();
  button.after(template.content.cloneNode(true));
  document.querySelector<HTMLElement>(".read-aloud-help")?.focus();
}

export function start(): void {
  if (!("speechSynthesis" in window)) return;
  // The first call only makes the browser fetch its list; it is filled by the time a button is pressed.
  speechSynthesis.getVoices();
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.read-aloud")) new Reader(button);
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

if (typeof document !== "undefined") start();
