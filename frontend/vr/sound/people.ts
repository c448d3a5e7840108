/** Voices without words: a murmur for who speaks, children together, an office in the distance. */
import { VOWELS, type Sheet } from "./wave";

export interface Talker {
  pitch: number;
  /** How much higher the mouth's hollows are than a grown-up's. */
  small: number;
  level: number;
}

/** Sentences of a few syllables with silences between them, falling a little at the end. */
export function murmur(sheet: Sheet, talker: Talker, silence: readonly [number, number] = [0.25, 0.7]): void {
  let at = sheet.between(0, 0.5);
  while (at < sheet.seconds) {
    const count = 3 + Math.floor(sheet.between(0, 6));
    for (let word = 0; word < count; word += 1) {
      const seconds = sheet.between(0.11, 0.24);
      const vowel = VOWELS[Math.floor(sheet.between(0, VOWELS.length))] ?? [500, 1500];
      sheet.syllable({
        at,
        seconds,
        pitch: talker.pitch * sheet.between(0.93, 1.1) * (1 - (0.12 * word) / count),
        bend: sheet.between(0.9, 1.06),
        formants: [vowel[0] * talker.small, vowel[1] * talker.small],
        level: talker.level * sheet.between(0.7, 1),
      });
      at += seconds + sheet.between(0.0, 0.05);
    }
    at += sheet.between(...silence);
  }
}

export function babble(sheet: Sheet): void {
  for (let child = 0; child < 7; child += 1) {
    const talker = {
      pitch: sheet.between(260, 390),
      small: sheet.between(1.15, 1.35),
      level: sheet.between(0.4, 1),
    };
    murmur(sheet, talker, [0.6, 2.4]);
  }
}

export function office(sheet: Sheet): void {
  for (let person = 0; person < 6; person += 1) {
    murmur(sheet, { pitch: sheet.between(100, 215), small: 1, level: sheet.between(0.25, 0.6) }, [0.3, 1.8]);
  }
  sheet.noise({ low: 60, high: 320, level: 0.12 });
}

export function laugh(sheet: Sheet): void {
  const pitch = sheet.between(330, 410);
  for (let ha = 0; ha < 6; ha += 1) {
    sheet.syllable({
      at: 0.1 + ha * 0.19,
      seconds: 0.14,
      pitch: pitch * (1 + ha * 0.015),
      bend: 0.94,
      formants: [930, 1700],
      level: 1 - ha * 0.1,
    });
  }
}

/** Waves of crying with breath between: never sharp, since a sharp one is the first thing that hurts. */
export function cry(sheet: Sheet): void {
  for (let at = 0.2; at < sheet.seconds - 1.4; at += sheet.between(1.5, 1.9)) {
    const pitch = sheet.between(380, 430);
    for (const [part, bend] of [
      [0, 1.08],
      [0.5, 0.86],
    ] as const) {
      const formants = [980, 1900] as const;
      sheet.syllable({
        at: at + part,
        seconds: 0.56,
        pitch: pitch * (part ? 1.06 : 1),
        bend,
        formants,
        level: 0.9,
      });
    }
    sheet.noise({ at: at + 1.1, seconds: 0.28, low: 700, high: 2400, level: 0.15 });
  }
}
