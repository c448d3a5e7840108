/** What the person chose once, kept in this browser (`../device`) and nowhere else. */
import { keysAreOn, rememberKeys } from "../../enhance/parts/single-keys";
import { deviceStorage } from "../device";
import { clamped } from "../play/random";
import type { Settings } from "../play/types";
import type { EngineWords } from "../words";
import { hasVoice } from "./aloud";
import { button, checkbox, element, radios } from "./dom";

const NAME = "spoorboek-practice";

export interface FlatSettings extends Settings {
  /** Whether the picture is wanted; without it the same scene is text. */
  picture: boolean;
  /** Whether what is said is read aloud by a voice of the device. */
  aloud: boolean;
}

export function usual(): FlatSettings {
  const wishes = (query: string): boolean => typeof matchMedia === "function" && matchMedia(query).matches;
  return {
    captions: true,
    mono: false,
    reducedMotion: wishes("(prefers-reduced-motion: reduce)"),
    textSize: "normal",
    contrast: wishes("(prefers-contrast: more)"),
    volume: 0.6,
    gaze: false,
    picture: true,
    aloud: false,
  };
}

/** What was kept, as far as it makes sense: a strange value counts as the usual one. */
export function understood(kept: unknown, normal: FlatSettings): FlatSettings {
  if (typeof kept !== "object" || kept === null) return normal;
  const found = kept as Record<string, unknown>;
  const yes = (key: keyof FlatSettings): boolean =>
    typeof found[key] === "boolean" ? (found[key] as boolean) : (normal[key] as boolean);
  const size = found["textSize"];
  return {
    captions: yes("captions"),
    mono: yes("mono"),
    reducedMotion: yes("reducedMotion"),
    contrast: yes("contrast"),
    gaze: yes("gaze"),
    picture: yes("picture"),
    aloud: yes("aloud"),
    textSize: size === "large" || size === "largest" || size === "normal" ? size : normal.textSize,
    volume: typeof found["volume"] === "number" ? clamped(found["volume"], 0, 1) : normal.volume,
  };
}

export function remembered(): FlatSettings {
  try {
    return understood(JSON.parse(deviceStorage()?.getItem(NAME) ?? "null"), usual());
  } catch {
    return usual();
  }
}

export function remember(settings: FlatSettings): void {
  try {
    deviceStorage()?.setItem(NAME, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing: the choices hold for this page only.
  }
}

type Changed = (settings: FlatSettings) => void;

/** The dialog in which they are chosen; each choice counts at once. */
export class SettingsDialog {
  readonly root = element("dialog", { class: "player-settings" });

  constructor(
    private settings: FlatSettings,
    private readonly words: EngineWords,
    private readonly language: string,
    private readonly changed: Changed,
  ) {
    this.root.setAttribute("aria-label", words.settings);
  }

  get isOpen(): boolean {
    return this.root.open;
  }

  open(settings: FlatSettings): void {
    this.settings = settings;
    this.fill();
    this.root.showModal();
  }

  private set(change: Partial<FlatSettings>): void {
    this.settings = { ...this.settings, ...change };
    this.changed(this.settings);
  }

  private fill(): void {
    const { words, settings } = this;
    const box = (
      key: "captions" | "mono" | "reducedMotion" | "contrast" | "gaze" | "picture" | "aloud",
      label: string,
      about: string,
    ) => checkbox(label, about, settings[key], (on) => this.set({ [key]: on }));
    this.root.replaceChildren(
      element(
        "div",
        { class: "player-settings__head" },
        element("h2", {}, words.settings),
        button(words.close, "subtle", () => this.root.close(), { icon: "close" }),
      ),
      this.sizes(),
      box("contrast", words.set_contrast, words.set_contrast_about),
      box("captions", words.set_captions, words.set_captions_about),
      this.volume(),
      ...(hasVoice(this.language) ? [box("aloud", words.set_aloud, words.set_aloud_about)] : []),
      box("mono", words.set_mono, words.set_mono_about),
      box("reducedMotion", words.set_motion, words.set_motion_about),
      box("picture", words.set_picture, words.set_picture_about),
      box("gaze", words.set_gaze, words.set_gaze_about),
      checkbox(words.set_keys, words.set_keys_about, keysAreOn(), rememberKeys),
      element("p", { class: "soft small" }, words.set_kept),
    );
  }

  private sizes(): HTMLElement {
    const { words } = this;
    const options = [
      { value: "normal", label: words.set_text_normal },
      { value: "large", label: words.set_text_large },
      { value: "largest", label: words.set_text_largest },
    ];
    const pick = (value: string): void => this.set({ textSize: value as FlatSettings["textSize"] });
    return radios(words.set_text_size, options, this.settings.textSize, pick, "player-sizes");
  }

  private volume(): HTMLElement {
    const slider = element("input", { type: "range", min: "0", max: "100", step: "5" });
    slider.value = String(Math.round(this.settings.volume * 100));
    slider.addEventListener("input", () => this.set({ volume: Number(slider.value) / 100 }));
    const label = element("span", { class: "player-choices__label" }, this.words.set_volume);
    return element("label", { class: "player-volume" }, label, slider);
  }
}
