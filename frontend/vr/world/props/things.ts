import { mix, rgb, shade, TONES, type Rgb } from "../build/colour";
import type { PropKind } from "./kind";
import { bear } from "./storage";

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

const floorLamp: PropKind = {
  size: [0.4, 1.55, 0.4],
  colour: rgb("#f0dfbf"),
  make: ({ clay, w, h, colour }) => {
    const r = w / 2;
    clay.turned(
      [
        [0.14, 0],
        [0.13, 0.02],
        [0.02, 0.03],
      ],
      [0, 0, 0],
      TONES.graphite,
    );
    clay.rod([0.012, 0.012], h - 0.25, [0, 0.02, 0], TONES.oakDark);
    clay.turned(
      [
        [r, 0],
        [r * 0.7, 0.28],
        [r * 0.66, 0.28],
        [r * 0.94, 0.01],
      ],
      [0, h - 0.3, 0],
      colour,
      { glow: 0.55, sides: 22 },
    );
  },
};

const lamp: PropKind = {
  size: [0.24, 0.42, 0.24],
  colour: rgb("#e9d2a6"),
  make: ({ clay, w, h, colour, accent }) => {
    const r = w / 2;
    clay.turned(
      [
        [r * 0.6, 0],
        [r * 0.55, 0.02],
        [r * 0.3, 0.06],
        [r * 0.42, 0.14],
        [0.015, 0.22],
        [0.012, h * 0.6],
      ],
      [0, 0, 0],
      mix(accent, TONES.white, 0.2),
    );
    clay.turned(
      [
        [r, 0],
        [r * 0.66, h * 0.4],
        [r * 0.6, h * 0.4],
        [r * 0.92, 0.01],
      ],
      [0, h * 0.58, 0],
      colour,
      { glow: 0.6, sides: 20 },
    );
  },
};

const rug: PropKind = {
  size: [2.2, 0.015, 1.6],
  colour: rgb("#c9b595"),
  make: ({ clay, w, h, d, colour, accent }) => {
    const bands: [number, Rgb][] = [
      [1, shade(colour, 0.9)],
      [0.9, mix(colour, TONES.white, 0.3)],
      [0.82, mix(colour, accent, 0.45)],
      [0.72, colour],
    ];
    bands.forEach(([share, tint], band) => {
      clay.sheet(w - d * (1 - share), d * share, [0, h + band * 0.0015, 0], tint, 0.3);
    });
  },
};

const plant: PropKind = {
  size: [0.5, 1.2, 0.5],
  colour: rgb("#c98a66"),
  make: ({ clay, w, h, colour, random }) => {
    const r = w * 0.32;
    const pot = Math.min(0.36, h * 0.3);
    clay.turned(
      [
        [r * 0.74, 0],
        [r, pot],
        [r * 0.9, pot],
        [r * 0.86, pot * 0.86],
      ],
      [0, 0, 0],
      colour,
      { sides: 20 },
    );
    clay.turned(
      [
        [r * 0.88, 0],
        [0, 0.001],
      ],
      [0, pot * 0.9, 0],
      TONES.soil,
      { sides: 20, shadow: false },
    );
    const leaves = Math.round(16 + h * 10);
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const round = leaf * 2.4 + random() * 0.6;
      const up = pot + (h - pot) * (0.35 + 0.65 * ((leaf * 0.618) % 1));
      const out = w * (0.3 + 0.34 * random()) * (1.25 - (up - pot) / (h - pot) / 2);
      const stem = pot + (up - pot) * 0.45;
      const root = [Math.cos(round) * 0.02, stem * 0.92, Math.sin(round) * 0.02] as const;
      const tint = mix(TONES.leafDark, TONES.leafLight, 0.15 + random() * 0.6);
      clay.blade(root, [Math.cos(round) * out, up, Math.sin(round) * out], h * 0.12, h * 0.07, tint, 0.004);
    }
    clay.pipe(
      [
        [0, pot * 0.8, 0],
        [0.01, h * 0.6, 0.01],
      ],
      0.012,
      TONES.moss,
      { sides: 5 },
    );
  },
};

const toys: PropKind = {
  size: [0.9, 0.3, 0.7],
  colour: TONES.teal,
  make: (making) => {
    const { clay, w, d, colour, random } = making;
    clay.ball([0.1, 0.1, 0.1], [-w * 0.34, 0.1, d * 0.2], TONES.rust, { below: TONES.sun, sides: 14 });
    clay.placed([w * 0.3, 0, -d * 0.1], 0.6, () => {
      clay.box([0.26, 0.09, 0.13], [0, 0.04, 0], colour, { round: 0.03 });
      clay.box([0.12, 0.08, 0.11], [0.03, 0.12, 0], TONES.yellow, { round: 0.025 });
      for (const x of [-0.08, 0.08]) {
        for (const z of [-0.07, 0.07])
          clay.ball([0.035, 0.035, 0.016], [x, 0.035, z], TONES.ink, { sides: 10, shadow: false });
      }
    });
    for (let ring = 0; ring < 5; ring += 1) {
      const r = 0.085 - ring * 0.012;
      const tint = [TONES.plum, TONES.blue, TONES.leaf, TONES.yellow, TONES.rust][ring] as Rgb;
      clay.turned(
        [
          [r * 0.7, 0],
          [r, 0.014],
          [r, 0.026],
          [r * 0.7, 0.04],
        ],
        [0, ring * 0.038, d * (0.25 + random() * 0.1)],
        tint,
        { sides: 14, shadow: false },
      );
    }
  },
};

const blocks: PropKind = {
  size: [0.6, 0.35, 0.5],
  colour: TONES.terracotta,
  make: ({ clay, w, d, random }) => {
    const tints = [TONES.terracotta, TONES.teal, TONES.yellow, TONES.sky, TONES.rose, TONES.leafLight];
    for (let block = 0; block < 11; block += 1) {
      const size = 0.07 + random() * 0.03;
      const tower = block < 4;
      const x = tower ? w * 0.2 : (random() - 0.5) * w;
      const z = tower ? 0 : (random() - 0.5) * d;
      const y = tower ? block * 0.085 : 0;
      const tint = tints[block % tints.length] as Rgb;
      clay.box([tower ? 0.085 : size, tower ? 0.085 : size, tower ? 0.085 : size], [x, y, z], tint, {
        round: 0.012,
        turn: random() * (tower ? 0.3 : 3),
      });
    }
  },
};

const teddy: PropKind = {
  size: [0.25, 0.3, 0.25],
  colour: TONES.oak,
  make: (making) => bear(making, making.h / 0.28),
};

const partition: PropKind = {
  size: [1.4, 1.35, 0.05],
  colour: rgb("#8ea3ad"),
  make: ({ clay, w, h, d, colour }) => {
    for (const x of [-1, 1]) clay.box([0.05, 0.03, 0.4], [x * (w / 2 - 0.2), 0, 0], TONES.steel);
    clay.box([w, h - 0.06, d], [0, 0.06, 0], colour, { round: 0.02, grid: 0.3 });
  },
};

export const THINGS = {
  bag,
  blocks,
  "floor-lamp": floorLamp,
  glass,
  lamp,
  laptop,
  mug,
  papers,
  partition,
  phone,
  plant,
  printer,
  rug,
  teddy,
  toys,
  "water-jug": waterJug,
} satisfies Record<string, PropKind>;
