import { describe, expect, it } from "vitest";
import { pickVoice, sentences } from "./read-aloud";

const voice = (lang: string, localService = true, isDefault = false) => ({
  lang,
  localService,
  default: isDefault,
});

describe("the voice", () => {
  it("is never one that sends the text elsewhere", () => {
    expect(pickVoice([voice("nl-NL", false)], "nl")).toBeUndefined();
  });
  it("speaks the language of the text, in any country's manner", () => {
    const flemish = voice("nl_BE");
    expect(pickVoice([voice("en-GB"), flemish], "nl")).toBe(flemish);
  });
  it("is the device's own choice where there are several", () => {
    const own = voice("nl-NL", true, true);
    expect(pickVoice([voice("nl-NL"), own], "nl")).toBe(own);
  });
});

describe("sentences", () => {
  it("are cut at their ends", () => {
    expect(sentences("Dag Fatma. Hoe gaat het?\n  Tot straks")).toEqual([
      "Dag Fatma.",
      "Hoe gaat het?",
      "Tot straks",
    ]);
  });
  it("are never longer than a phone can say at once", () => {
    const parts = sentences("woord ".repeat(100));
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(180);
    expect(parts.join(" ").split(" ")).toHaveLength(100);
  });
});
