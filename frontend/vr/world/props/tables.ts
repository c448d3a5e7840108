import { mix, rgb, shade, TONES } from "../build/colour";
import type { Making, PropKind } from "./kind";

function fourLegs({ clay, w, h, d }: Making, colour = TONES.oakDark, radius = 0.026): void {
  for (const x of [-1, 1]) {
    for (const z of [-1, 1]) {
      clay.rod([radius * 0.7, radius], h - 0.03, [x * (w / 2 - 0.09), 0, z * (d / 2 - 0.09)], colour, {
        sides: 9,
      });
    }
  }
}

const table: PropKind = {
  size: [1.6, 0.74, 0.85],
  colour: TONES.oak,
  make: (making) => {
    const { clay, w, h, d, colour } = making;
    fourLegs(making, shade(colour, 0.82));
    clay.box([w - 0.24, 0.06, d - 0.24], [0, h - 0.09, 0], shade(colour, 0.86), {
      round: 0.005,
      shadow: false,
    });
    clay.box([w, 0.035, d], [0, h - 0.035, 0], colour, { round: 0.016, grid: 0.16 });
  },
};

const roundTable: PropKind = {
  size: [1.1, 0.74, 1.1],
  colour: TONES.birch,
  make: ({ clay, w, h, colour }) => {
    const radius = w / 2;
    clay.turned(
      [
        [0.27, 0],
        [0.26, 0.02],
        [0.05, 0.05],
        [0.035, 0.3],
        [0.045, h - 0.05],
      ],
      [0, 0, 0],
      TONES.graphite,
    );
    const rim = [
      [radius - 0.03, h - 0.04],
      [radius, h - 0.028],
      [radius, h - 0.01],
      [radius - 0.012, h],
    ] as const;
    clay.turned(rim, [0, 0, 0], colour, { sides: 32, shadow: false });
    clay.turned(
      [
        [radius * 0.66, h],
        [radius * 0.3, h + 0.0006],
        [0, h + 0.0008],
      ],
      [0, 0, 0],
      colour,
      { sides: 32, shadow: false },
    );
    clay.block([w * 0.78, 0.035, w * 0.78], [0, h - 0.035, 0]);
  },
};

const smallTable: PropKind = {
  size: [1.0, 0.5, 0.7],
  colour: TONES.birch,
  make: (making) => {
    const { clay, w, h, d, colour, accent } = making;
    fourLegs(making, mix(accent, TONES.white, 0.3), 0.03);
    clay.box([w, 0.04, d], [0, h - 0.04, 0], colour, { round: 0.019, grid: 0.16 });
  },
};

const desk: PropKind = {
  size: [1.5, 0.74, 0.75],
  colour: rgb("#e6d6bd"),
  make: ({ clay, w, h, d, colour }) => {
    for (const x of [-1, 1]) {
      clay.box([0.05, h - 0.03, 0.05], [x * (w / 2 - 0.1), 0, 0.1], TONES.steel, { round: 0.01 });
      clay.box([0.06, 0.03, d * 0.9], [x * (w / 2 - 0.1), 0, 0], TONES.steel, { round: 0.01 });
    }
    clay.box([0.36, 0.5, d * 0.7], [w / 2 - 0.36, h - 0.56, 0.02], TONES.white, { round: 0.012, grid: 0.3 });
    for (let drawer = 0; drawer < 3; drawer += 1) {
      const y = h - 0.21 - drawer * 0.16;
      clay.box([0.1, 0.014, 0.02], [w / 2 - 0.36, y, d * 0.37 + 0.01], TONES.steel, {
        round: 0.005,
        shadow: false,
      });
    }
    clay.box([w, 0.03, d], [0, h - 0.03, 0], colour, { round: 0.012, grid: 0.16 });
  },
};

const receptionDesk: PropKind = {
  size: [2.2, 1.1, 0.8],
  colour: TONES.oak,
  make: ({ clay, w, h, d, colour, accent }) => {
    clay.box([w, h - 0.06, 0.06], [0, 0, -d / 2 + 0.05], colour, { round: 0.02, grid: 0.3 });
    clay.box([w + 0.04, 0.045, 0.34], [0, h - 0.045, -d / 2 + 0.12], TONES.white, {
      round: 0.018,
      grid: 0.3,
    });
    clay.box([w - 0.1, 0.03, d * 0.7], [0, 0.72, 0.06], TONES.birch, { round: 0.01, grid: 0.3 });
    clay.box([w + 0.01, 0.07, 0.07], [0, 0.1, -d / 2 + 0.05], mix(accent, colour, 0.3), { round: 0.01 });
    for (const x of [-1, 1]) {
      clay.box([0.05, h - 0.06, d * 0.8], [x * (w / 2 - 0.03), 0, 0.02], colour, { round: 0.015, grid: 0.3 });
    }
  },
};

const coffeeCorner: PropKind = {
  size: [1.6, 0.92, 0.6],
  colour: rgb("#dfe6e2"),
  against: "wall",
  make: ({ clay, w, h, d, colour, accent }) => {
    clay.box([w, h - 0.04, d - 0.03], [0, 0, 0.01], colour, { round: 0.015, grid: 0.35 });
    clay.box([w + 0.02, 0.04, d], [0, h - 0.04, 0], TONES.oak, { round: 0.015, grid: 0.3 });
    for (let door = 1; door < 4; door += 1) {
      clay.box([0.006, h - 0.16, 0.01], [-w / 2 + (w * door) / 4, 0.08, -d / 2 + 0.022], shade(colour, 0.7), {
        round: 0,
        shadow: false,
      });
    }
    clay.box([0.32, 0.36, 0.34], [-w * 0.28, h, 0.06], TONES.graphite, { round: 0.03 });
    clay.box([0.2, 0.1, 0.02], [-w * 0.28, h + 0.22, -0.12], TONES.sky, {
      round: 0.008,
      glow: 0.6,
      shadow: false,
    });
    clay.box([0.22, 0.02, 0.1], [-w * 0.28, h, -0.15], TONES.steel, { round: 0.006, shadow: false });
    for (let cup = 0; cup < 4; cup += 1) {
      const tint = cup % 2 ? TONES.white : mix(accent, TONES.white, 0.35);
      clay.turned(
        [
          [0.03, 0],
          [0.04, 0.08],
          [0.034, 0.08],
          [0.026, 0.01],
        ],
        [w * 0.02 + cup * 0.11, h, 0.05],
        tint,
        { sides: 12 },
      );
    }
    clay.box([w * 0.9, 0.03, 0.22], [0, h + 0.62, 0.18], TONES.oak, { round: 0.01, grid: 0.4 });
    for (let jar = 0; jar < 5; jar += 1) {
      const tint = [TONES.terracotta, TONES.white, TONES.sky, TONES.moss, TONES.yellow][jar] ?? TONES.white;
      clay.turned(
        [
          [0.045, 0],
          [0.05, 0.02],
          [0.05, 0.12],
          [0.03, 0.15],
          [0, 0.16],
        ],
        [-w * 0.34 + jar * 0.2, h + 0.65, 0.18],
        tint,
        { sides: 12 },
      );
    }
  },
};

export const TABLES = {
  "coffee-corner": coffeeCorner,
  desk,
  "reception-desk": receptionDesk,
  "round-table": roundTable,
  "small-table": smallTable,
  table,
} satisfies Record<string, PropKind>;
