import { mix, rgb, shade, TONES, type Rgb } from "../build/colour";
import type { PropKind } from "./kind";
import { bear } from "./storage";

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

/** What makes a room somebody's: light, a rug, green, toys. */
export const HOMELY = {
  blocks,
  "floor-lamp": floorLamp,
  lamp,
  partition,
  plant,
  rug,
  teddy,
  toys,
} satisfies Record<string, PropKind>;
