import type { Clay } from "../build/clay";
import { mix, rgb, TONES, type Rgb } from "../build/colour";
import type { PropKind } from "./kind";

const whiteboard: PropKind = {
  size: [1.6, 1.0, 0.04],
  colour: rgb("#f6f6f3"),
  against: "wall",
  hangs: 0.95,
  make: ({ clay, w, h, colour, text, write, random }) => {
    clay.box([w + 0.05, h + 0.05, 0.03], [0, -0.025, 0.008], TONES.steel, { round: 0.008, shadow: false });
    clay.box([w, h, 0.03], [0, 0, -0.002], colour, { round: 0.004, grid: 0.4, shadow: false });
    clay.box([w * 0.5, 0.02, 0.07], [0, -0.05, -0.03], TONES.steel, { round: 0.006 });
    for (const [x, tint] of [
      [-0.12, TONES.blue],
      [0, TONES.rust],
      [0.12, TONES.moss],
    ] as const) {
      clay.box([0.1, 0.016, 0.016], [x, -0.03, -0.04], tint, { round: 0.006, shadow: false });
    }
    if (text) return write(text, [0, h * 0.5, -0.02], w * 0.86, h * 0.76, "#24507f");
    for (let line = 0; line < 5; line += 1) {
      const long = w * (0.2 + random() * 0.35);
      clay.box(
        [long, 0.012, 0.002],
        [w * 0.4 - long / 2, h * (0.8 - line * 0.12), -0.018],
        mix(TONES.blue, TONES.white, 0.25),
        { round: 0, shadow: false },
      );
    }
    clay.turned(
      [
        [0.16, 0],
        [0.16, 0.002],
        [0.145, 0.002],
        [0.145, 0],
      ],
      [-w * 0.28, h * 0.5, -0.018],
      TONES.rust,
      { tilt: -Math.PI / 2, sides: 24, shadow: false },
    );
  },
};

const screen: PropKind = {
  size: [1.4, 0.8, 0.05],
  colour: rgb("#2a3140"),
  against: "wall",
  hangs: 1.05,
  make: ({ clay, w, h, colour, text, write, accent }) => {
    clay.box([w, h, 0.05], [0, 0, 0], colour, { round: 0.012, shadow: false });
    clay.box([w - 0.04, h - 0.04, 0.01], [0, 0.02, -0.027], rgb("#dfe9f1"), {
      round: 0.002,
      glow: 0.7,
      shadow: false,
    });
    clay.box([w - 0.04, h * 0.13, 0.004], [0, h * 0.87 - 0.02, -0.033], TONES.blue, {
      round: 0,
      glow: 0.6,
      shadow: false,
    });
    if (text) return write(text, [0, h * 0.44, -0.04], w * 0.84, h * 0.62, "#16213a");
    for (let bar = 0; bar < 5; bar += 1) {
      const tall = h * [0.2, 0.34, 0.28, 0.46, 0.54][bar]!;
      const tint = bar === 4 ? mix(accent, TONES.terracotta, 0.4) : TONES.sky;
      clay.box([w * 0.07, tall, 0.004], [w * 0.32 - bar * w * 0.12, h * 0.14, -0.034], tint, {
        round: 0,
        glow: 0.6,
        shadow: false,
      });
    }
  },
};

const noticeboard: PropKind = {
  size: [1.1, 0.8, 0.03],
  colour: rgb("#c8a272"),
  against: "wall",
  hangs: 1.1,
  make: ({ clay, w, h, colour, random, text, write }) => {
    clay.box([w + 0.05, h + 0.05, 0.025], [0, -0.025, 0.006], TONES.oakDark, { round: 0.008, shadow: false });
    clay.box([w, h, 0.025], [0, 0, -0.002], colour, { round: 0.004, grid: 0.3, shadow: false });
    const sheets: Rgb[] = [TONES.white, rgb("#f7e7a9"), rgb("#cfe3ea"), rgb("#f0cfc2"), rgb("#d7e6cb")];
    const across = Math.max(2, Math.round(w / 0.28));
    for (let sheet = 0; sheet < across * 2; sheet += 1) {
      if (text && sheet % across === 1) continue;
      const x = -w / 2 + (w * ((sheet % across) + 0.5)) / across;
      const y = h * (sheet < across ? 0.53 : 0.1) + random() * 0.04;
      const high = h * (0.28 + random() * 0.1);
      clay.box([0.17 + random() * 0.04, high, 0.004], [x, y, -0.017], sheets[sheet % sheets.length] as Rgb, {
        round: 0,
        roll: (random() - 0.5) * 0.12,
        shadow: false,
      });
      clay.ball([0.011, 0.011, 0.008], [x, y + high - 0.02, -0.022], sheet % 2 ? TONES.rust : TONES.blue, {
        sides: 6,
        shadow: false,
      });
    }
    if (text) write(text, [0, h * 0.5, -0.024], w * 0.4, h * 0.6);
  },
};

/** Land behind land before a sky with a sun: hills that lie otherwise in each picture. */
const painting: PropKind = {
  size: [0.8, 0.6, 0.03],
  colour: rgb("#dfe8e2"),
  against: "wall",
  hangs: 1.3,
  make: ({ clay, w, h, colour, accent, random }) => {
    clay.box([w, h, 0.03], [0, 0, 0], TONES.oak, { round: 0.008, shadow: false });
    clay.box([w - 0.05, h - 0.05, 0.012], [0, 0.025, -0.014], TONES.white, { round: 0.002, shadow: false });
    const [iw, ih] = [w - 0.16, h - 0.16];
    clay.box([iw, ih, 0.004], [0, 0.08, -0.021], mix(colour, TONES.sky, 0.35), { round: 0, shadow: false });
    const r = ih * (0.08 + random() * 0.05);
    clay.turned(
      [
        [r, 0],
        [r, 0.001],
      ],
      [iw * (random() - 0.5) * 0.6, 0.08 + ih * (0.7 + random() * 0.1), -0.0235],
      TONES.sun,
      { tilt: -Math.PI / 2, sides: 18, shadow: false },
    );
    [
      mix(TONES.sky, TONES.leafDark, 0.35),
      mix(TONES.moss, TONES.sky, 0.2),
      mix(TONES.moss, accent, 0.35),
    ].forEach((tint, layer) => {
      hills(clay, iw, ih * (0.56 - layer * 0.17), -0.0255 - layer * 0.0015, tint, random() * 6);
    });
  },
};

/** One row of hills: as wide as the picture, `high` at its highest, on the plane `z`. */
function hills(clay: Clay, wide: number, high: number, z: number, tint: Rgb, phase: number): void {
  const steps = 12;
  let before: readonly [number, number] | null = null;
  for (let step = 0; step <= steps; step += 1) {
    const x = wide * (0.5 - step / steps);
    const wave =
      0.62 * Math.sin(phase + (step / steps) * 4.2) + 0.38 * Math.sin(phase * 2 + (step / steps) * 9);
    const low = clay.corner([x, 0.08, z], [0, 0, -1], tint);
    const top = clay.corner([x, 0.08 + high * (0.8 + 0.2 * wave), z], [0, 0, -1], tint);
    if (before) clay.quad(before[0], low, top, before[1]);
    before = [low, top];
  }
}

const clock: PropKind = {
  size: [0.32, 0.32, 0.04],
  colour: TONES.white,
  against: "wall",
  hangs: 1.95,
  make: ({ clay, w, colour }) => {
    const r = w / 2;
    const up = { tilt: -Math.PI / 2, sides: 28, shadow: false } as const;
    clay.turned(
      [
        [r, 0],
        [r, 0.03],
        [r - 0.015, 0.036],
        [0, 0.036],
      ],
      [0, r, 0.02],
      TONES.graphite,
      up,
    );
    clay.turned(
      [
        [r - 0.02, 0.03],
        [0, 0.0305],
      ],
      [0, r, 0.012],
      colour,
      up,
    );
    for (let mark = 0; mark < 12; mark += 1) {
      const round = (mark / 12) * 2 * Math.PI;
      const long = mark % 3 ? 0.012 : 0.026;
      const away = r - 0.038;
      clay.box(
        [0.006, long, 0.003],
        [Math.sin(round) * away, r + Math.cos(round) * away - long / 2, -0.021],
        TONES.ink,
        { round: 0, shadow: false },
      );
    }
    clay.box([0.009, r * 0.5, 0.003], [-0.03, r, -0.023], TONES.ink, { round: 0, roll: 0.9, shadow: false });
    clay.box([0.006, r * 0.72, 0.003], [0, r, -0.025], TONES.ink, { round: 0, roll: -0.25, shadow: false });
  },
};

const sign: PropKind = {
  size: [0.5, 0.22, 0.02],
  colour: TONES.white,
  against: "wall",
  hangs: 1.55,
  make: ({ clay, w, h, colour, text, write }) => {
    clay.box([w, h, 0.02], [0, 0, 0], colour, { round: 0.008, shadow: false });
    if (text) write(text, [0, h / 2, -0.013], w * 0.86, h * 0.72);
  },
};

const door: PropKind = {
  size: [0.9, 2.08, 0.06],
  colour: rgb("#8aa3a6"),
  against: "wall",
  make: ({ clay, w, h, colour, text, write }) => {
    clay.box([w + 0.16, h + 0.08, 0.05], [0, 0, 0.02], TONES.white, {
      round: 0.012,
      grid: 0.6,
      shadow: false,
    });
    clay.box([w, h, 0.05], [0, 0, 0], colour, { round: 0.01, grid: 0.5, shadow: false });
    clay.box([w * 0.22, h * 0.52, 0.012], [w * 0.26, h * 0.36, -0.022], rgb("#d9e6e8"), {
      round: 0.004,
      glow: 0.35,
      shadow: false,
    });
    clay.rod([0.011, 0.011], 0.13, [-w * 0.4, h * 0.49, -0.06], TONES.steel, {
      roll: -Math.PI / 2,
      sides: 8,
    });
    if (text) write(text, [-0.05, h * 0.72, -0.03], w * 0.36, 0.16);
  },
};

const windowed: PropKind = {
  size: [1.2, 1.2, 0.06],
  colour: rgb("#cfe2ea"),
  against: "wall",
  hangs: 0.95,
  make: ({ clay, w, h, colour }) => {
    clay.box([w, h, 0.04], [0, 0, 0.01], TONES.white, { round: 0.01, shadow: false });
    for (const x of [-1, 1]) {
      clay.box(
        [w / 2 - 0.07, h - 0.1, 0.03],
        [(x * (w - 0.06)) / 4, 0.05, -0.008],
        mix(colour, TONES.white, 0.2),
        { round: 0.004, glow: 0.85, shadow: false },
      );
    }
  },
};

const pendant: PropKind = {
  size: [0.44, 0.28, 0.44],
  colour: rgb("#e7d9c0"),
  hangs: 1.85,
  make: ({ clay, w, h, colour }) => {
    const r = w / 2;
    clay.turned(
      [
        [r, 0],
        [r * 0.82, h * 0.5],
        [r * 0.3, h * 0.92],
        [0.03, h],
      ],
      [0, 0, 0],
      colour,
      { glow: 0.35, sides: 22 },
    );
    clay.turned(
      [
        [0, 0.02],
        [r * 0.95, 0.012],
      ],
      [0, 0, 0],
      mix(TONES.sun, TONES.white, 0.5),
      { glow: 1, sides: 22, shadow: false },
    );
    clay.pipe(
      [
        [0, h, 0],
        [0, h + 0.7, 0],
      ],
      0.006,
      TONES.graphite,
      { sides: 5 },
    );
  },
};

export const HANGING = {
  clock,
  door,
  noticeboard,
  painting,
  pendant,
  screen,
  sign,
  whiteboard,
  window: windowed,
} satisfies Record<string, PropKind>;
