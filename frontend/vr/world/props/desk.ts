import { rgb, shade, TONES } from "../build/colour";
import type { PropKind } from "./kind";

const laptop: PropKind = {
  size: [0.34, 0.23, 0.24],
  colour: rgb("#b6bcc4"),
  make: ({ clay, w, h, d, colour }) => {
    clay.box([w, 0.016, d], [0, 0, 0], colour, { round: 0.007 });
    clay.box([w * 0.88, 0.003, d * 0.5], [0, 0.016, -d * 0.1], TONES.graphite, { round: 0, shadow: false });
    clay.box([w, h, 0.012], [0, 0.012, -d * 0.48], colour, { round: 0.006, tilt: -0.28 });
    clay.box([w * 0.92, h * 0.88, 0.003], [0, 0.024, -d * 0.464], rgb("#cfe0ee"), {
      round: 0,
      tilt: -0.28,
      glow: 0.75,
      shadow: false,
    });
  },
};

const phone: PropKind = {
  size: [0.08, 0.012, 0.16],
  colour: TONES.ink,
  make: ({ clay, w, h, d, colour }) => {
    clay.box([w, h, d], [0, 0, 0], colour, { round: 0.005, shadow: false });
    clay.box([w * 0.9, 0.002, d * 0.9], [0, h, 0], rgb("#5f83a6"), { round: 0, glow: 0.4, shadow: false });
  },
};

const mug: PropKind = {
  size: [0.08, 0.09, 0.08],
  colour: TONES.white,
  make: ({ clay, w, h, colour }) => {
    const r = w / 2;
    const cup = [
      [r * 0.8, 0],
      [r, 0.012],
      [r, h],
      [r * 0.9, h],
      [r * 0.86, h * 0.8],
    ] as const;
    clay.turned(cup, [0, 0, 0], colour, { sides: 16, shadow: false });
    clay.turned(
      [
        [r * 0.87, 0],
        [0, 0.0005],
      ],
      [0, h * 0.82, 0],
      rgb("#6b4428"),
      { sides: 16, shadow: false },
    );
    const ear = [
      [r, h * 0.78, 0],
      [r * 1.55, h * 0.68, 0],
      [r * 1.55, h * 0.36, 0],
      [r * 0.98, h * 0.22, 0],
    ] as const;
    clay.pipe(ear, 0.006, colour, { sides: 6 });
  },
};

const glass: PropKind = {
  size: [0.07, 0.11, 0.07],
  colour: rgb("#d5e6ea"),
  make: ({ clay, w, h, colour }) => {
    const r = w / 2;
    clay.turned(
      [
        [r * 0.8, 0],
        [r, h],
        [r * 0.92, h],
        [r * 0.75, 0.02],
      ],
      [0, 0, 0],
      colour,
      { sides: 14, glow: 0.25, shadow: false },
    );
    clay.turned(
      [
        [r * 0.9, 0],
        [0, 0.0005],
      ],
      [0, h * 0.7, 0],
      TONES.white,
      { sides: 14, glow: 0.2, shadow: false },
    );
  },
};

const waterJug: PropKind = {
  size: [0.13, 0.24, 0.13],
  colour: rgb("#cfe2e8"),
  make: ({ clay, w, h, colour }) => {
    const r = w / 2;
    const jug = [
      [r * 0.85, 0],
      [r, h * 0.3],
      [r * 0.72, h * 0.75],
      [r * 0.85, h],
      [r * 0.76, h],
    ] as const;
    clay.turned(jug, [0, 0, 0], colour, { sides: 16, glow: 0.25, shadow: false });
    clay.pipe(
      [
        [r * 0.8, h * 0.9, 0],
        [r * 1.6, h * 0.75, 0],
        [r * 1.4, h * 0.35, 0],
        [r, h * 0.3, 0],
      ],
      0.008,
      colour,
      { sides: 6 },
    );
  },
};

const papers: PropKind = {
  size: [0.3, 0.02, 0.24],
  colour: TONES.white,
  make: ({ clay, w, h, d, colour, random }) => {
    for (let sheet = 0; sheet < 3; sheet += 1) {
      const at = [(random() - 0.5) * 0.05, (h / 3) * sheet, (random() - 0.5) * 0.04] as const;
      clay.box([w * 0.72, h / 4, d], at, shade(colour, 1 - sheet * 0.02), {
        round: 0,
        turn: (random() - 0.5) * 0.5,
        shadow: false,
      });
    }
    for (let line = 0; line < 5; line += 1) {
      clay.box([w * 0.45, 0.001, 0.006], [0, h + 0.001, -d * 0.3 + line * d * 0.13], TONES.steel, {
        round: 0,
        shadow: false,
      });
    }
    clay.box([0.012, 0.01, 0.14], [w * 0.42, 0, 0], TONES.blue, { round: 0.004, turn: 0.5, shadow: false });
  },
};

const bag: PropKind = {
  size: [0.36, 0.34, 0.16],
  colour: rgb("#8a5d46"),
  make: ({ clay, w, h, d, colour }) => {
    clay.box([w, h * 0.8, d], [0, 0, 0], colour, { round: 0.05, grid: 0.15 });
    clay.box([w * 0.96, h * 0.36, 0.02], [0, h * 0.42, -d / 2], shade(colour, 0.85), {
      round: 0.01,
      shadow: false,
    });
    clay.pipe(
      [
        [-w * 0.2, h * 0.78, 0],
        [-w * 0.14, h, 0],
        [w * 0.14, h, 0],
        [w * 0.2, h * 0.78, 0],
      ],
      0.012,
      shade(colour, 0.7),
      { sides: 6 },
    );
  },
};

const printer: PropKind = {
  size: [0.6, 1.0, 0.55],
  colour: rgb("#d6d8d6"),
  make: ({ clay, w, h, d, colour }) => {
    clay.box([w, h * 0.62, d], [0, 0, 0], shade(colour, 0.86), { round: 0.02, grid: 0.3 });
    for (const y of [0.1, 0.3]) {
      clay.box([w * 0.86, h * 0.16, 0.02], [0, h * y, -d / 2], colour, { round: 0.008, shadow: false });
    }
    clay.box([w, h * 0.12, d], [0, h * 0.68, 0], colour, { round: 0.02 });
    clay.box([w * 0.94, h * 0.14, d * 0.9], [0, h * 0.82, 0.02], TONES.graphite, { round: 0.03 });
    clay.box([w * 0.7, 0.012, d * 0.5], [0, h * 0.63, -0.08], TONES.white, { round: 0.002, shadow: false });
    clay.box([0.15, 0.1, 0.02], [w * 0.3, h * 0.86, -d * 0.45], TONES.sky, {
      round: 0.006,
      tilt: 0.4,
      glow: 0.6,
      shadow: false,
    });
  },
};

/** What lies on a desk or stands beside it. */
export const DESK = {
  bag,
  glass,
  laptop,
  mug,
  papers,
  phone,
  printer,
  "water-jug": waterJug,
} satisfies Record<string, PropKind>;
