/** Weather and what lives outside; the quiet place is made of these. */
import type { Sheet } from "./wave";

export function traffic(sheet: Sheet): void {
  sheet.noise({ low: 40, high: 260, level: 0.5 });
  sheet.every(2.5, 5, (at) => {
    sheet.noise({ at, seconds: 3.2, low: 90, high: 700, level: 0.5, attack: 0.5, release: 0.5 });
  });
}

export function rain(sheet: Sheet): void {
  sheet.noise({ low: 900, high: 6000, level: 0.35, swell: { depth: 0.25, rate: 0.25 } });
  sheet.every(0.02, 0.09, (at) =>
    sheet.hit(at, sheet.between(1800, 3600), 0.004, sheet.between(0.05, 0.16), 0.6),
  );
}

export function wind(sheet: Sheet): void {
  sheet.noise({ low: 120, high: 520, level: 0.6, swell: { depth: 0.7, rate: 0.125 } });
  sheet.noise({ low: 300, high: 900, level: 0.25, swell: { depth: 0.85, rate: 0.25 } });
}

export function leaves(sheet: Sheet): void {
  sheet.noise({ low: 1200, high: 5200, level: 0.4, swell: { depth: 0.8, rate: 0.25 } });
  sheet.noise({ low: 200, high: 600, level: 0.2, swell: { depth: 0.6, rate: 0.125 } });
}

export function water(sheet: Sheet): void {
  sheet.noise({ low: 250, high: 1100, level: 0.3, swell: { depth: 0.3, rate: 0.5 } });
  sheet.every(0.05, 0.22, (at) => {
    const from = sheet.between(380, 950);
    sheet.tone({
      at,
      seconds: 0.07,
      from,
      to: from * 1.5,
      level: sheet.between(0.04, 0.14),
      attack: 0.2,
      release: 0.7,
    });
  });
}

/** A few birds that answer each other, each with a phrase of its own. */
export function birds(sheet: Sheet): void {
  const phrases = [0, 1, 2].map(() => ({
    pitch: sheet.between(2100, 3300),
    notes: 2 + Math.floor(sheet.between(0, 4)),
  }));
  sheet.every(0.9, 2.6, (at) => {
    const phrase = phrases[Math.floor(sheet.between(0, phrases.length))] ?? { pitch: 2600, notes: 3 };
    const level = sheet.between(0.15, 0.45);
    for (let note = 0; note < phrase.notes; note += 1) {
      const from = phrase.pitch * sheet.between(0.94, 1.06);
      const to = from * (note % 2 ? 0.86 : 1.14);
      sheet.tone({ at: at + note * 0.15, seconds: 0.11, from, to, level, attack: 0.3, release: 0.5 });
    }
  });
}
