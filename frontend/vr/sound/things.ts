/** Things that make a sound at work. */
import type { Sheet } from "./wave";

export function toys(sheet: Sheet): void {
  sheet.every(0.25, 1.3, (at) => {
    const hits = 1 + Math.floor(sheet.between(0, 3));
    for (let hit = 0; hit < hits; hit += 1) {
      sheet.hit(
        at + hit * sheet.between(0.06, 0.16),
        sheet.between(480, 1100),
        0.03,
        sheet.between(0.3, 0.9),
      );
    }
  });
}

export function keyboard(sheet: Sheet): void {
  let at = 0.1;
  while (at < sheet.seconds) {
    const keys = 3 + Math.floor(sheet.between(0, 9));
    for (let key = 0; key < keys; key += 1) {
      sheet.hit(at, sheet.between(1400, 2100), 0.006, sheet.between(0.35, 0.7), 0.9);
      at += sheet.between(0.09, 0.22);
    }
    at += sheet.between(0.4, 1.6);
  }
}

/** Two warm tones, twice, and a rest: to be heard, not to startle. */
export function phoneRing(sheet: Sheet): void {
  for (let at = 0; at < sheet.seconds - 1; at += 3) {
    for (const later of [0, 0.5]) {
      for (let turn = 0; turn < 4; turn += 1) {
        const from = turn % 2 ? 620 : 520;
        const tone = { at: at + later + turn * 0.1, seconds: 0.12, from, level: 0.6, overtones: [0.2] };
        sheet.tone({ ...tone, attack: 0.25, release: 0.4 });
      }
    }
  }
}

export function phoneBuzz(sheet: Sheet): void {
  for (let at = 0.1; at < sheet.seconds - 0.8; at += 1.6) {
    sheet.tone({
      at,
      seconds: 0.7,
      from: 118,
      level: 0.5,
      overtones: [0.5, 0.3, 0.15],
      attack: 0.1,
      release: 0.15,
    });
    sheet.noise({ at, seconds: 0.7, low: 150, high: 900, level: 0.12, attack: 0.1, release: 0.15 });
  }
}

export function printer(sheet: Sheet): void {
  sheet.noise({ low: 220, high: 1500, level: 0.18, swell: { depth: 0.5, rate: 1.5 } });
  sheet.every(0.66, 0.67, (at) => {
    sheet.noise({ at, seconds: 0.3, low: 500, high: 2600, level: 0.5, attack: 0.3, release: 0.5 });
    sheet.hit(at + 0.34, 240, 0.03, 0.35);
  });
}

/** A knock and the latch. */
export function door(sheet: Sheet): void {
  for (const [later, level] of [
    [0.05, 0.7],
    [0.27, 0.8],
    [0.47, 0.65],
  ] as const) {
    sheet.hit(later, 150, 0.05, level, 0.3);
    sheet.hit(later, 310, 0.03, level * 0.5, 0.2);
  }
  sheet.hit(1.2, 820, 0.02, 0.25);
  sheet.noise({ at: 1.25, seconds: 0.7, low: 120, high: 500, level: 0.12 });
}

export function doorbell(sheet: Sheet): void {
  sheet.tone({
    at: 0.05,
    seconds: 1.1,
    from: 660,
    level: 0.5,
    overtones: [0.25, 0.1],
    attack: 0.03,
    release: 0.9,
  });
  sheet.tone({
    at: 0.65,
    seconds: 1.5,
    from: 523,
    level: 0.5,
    overtones: [0.25, 0.1],
    attack: 0.03,
    release: 0.9,
  });
}

export function footsteps(sheet: Sheet): void {
  for (let at = 0.15; at < sheet.seconds - 0.2; at += sheet.between(0.5, 0.56)) {
    sheet.hit(at, sheet.between(95, 125), 0.035, 0.7, 0.25);
    sheet.noise({ at: at + 0.06, seconds: 0.09, low: 400, high: 1800, level: 0.12 });
  }
}

export function coffeeMachine(sheet: Sheet): void {
  sheet.noise({ at: 0, seconds: 2.2, low: 120, high: 900, level: 0.4, attack: 0.15, release: 0.1 });
  sheet.noise({ at: 2.2, seconds: 3.4, low: 500, high: 3200, level: 0.3, attack: 0.2, release: 0.3 });
  sheet.every(0.12, 0.35, (at) => {
    if (at > 3 && at < 5.8) sheet.tone({ at, seconds: 0.06, from: 500, to: 800, level: 0.12 });
  });
}

export function chairScrape(sheet: Sheet): void {
  for (let at = 0.1; at < 0.75; at += sheet.between(0.022, 0.034))
    sheet.hit(at, sheet.between(180, 260), 0.02, 0.4, 0.6);
  sheet.noise({ at: 0.1, seconds: 0.7, low: 250, high: 1300, level: 0.25 });
}

export function cups(sheet: Sheet): void {
  sheet.every(0.7, 2.4, (at) => {
    sheet.hit(at, sheet.between(1500, 2100), 0.07, sheet.between(0.2, 0.5), 0.1);
    if (sheet.draw() > 0.5) sheet.hit(at + 0.11, sheet.between(1500, 2100), 0.05, 0.25, 0.1);
  });
}

export function clockTick(sheet: Sheet): void {
  for (let at = 0; at < sheet.seconds; at += 1) sheet.hit(at, at % 2 ? 900 : 1050, 0.01, 0.4, 0.6);
}

export function vacuum(sheet: Sheet): void {
  sheet.noise({ low: 180, high: 1700, level: 0.5, swell: { depth: 0.15, rate: 0.25 } });
  const count = Math.round(sheet.seconds);
  sheet.tone({
    at: 0,
    seconds: count,
    from: 190,
    level: 0.08,
    overtones: [0.6, 0.3],
    attack: 0.02,
    release: 0.02,
  });
}
