import { mix, rgb, shade, TONES, type Rgb } from "../build/colour";
import type { Making, PropKind } from "./kind";

const SPINES: readonly Rgb[] = [
  rgb("#33658a"),
  rgb("#c8744a"),
  rgb("#86a28c"),
  rgb("#e0b35c"),
  rgb("#7a4f63"),
  rgb("#dcd3c2"),
  rgb("#4f7f86"),
  rgb("#a9604a"),
];

function carcass({ clay, w, h, d, colour }: Making, shelves: number): void {
  for (const x of [-1, 1]) {
    clay.box([0.03, h, d], [x * (w / 2 - 0.015), 0, 0], colour, { round: 0.006, grid: 0.35 });
  }
  clay.box([w - 0.05, h - 0.02, 0.015], [0, 0.01, d / 2 - 0.01], shade(colour, 0.82), {
    round: 0,
    grid: 0.3,
  });
  for (let shelf = 0; shelf <= shelves; shelf += 1) {
    const y = 0.05 + ((h - 0.08) * shelf) / shelves;
    clay.box([w - 0.05, 0.026, d - 0.02], [0, y, -0.004], colour, { round: 0.005, grid: 0.35 });
  }
}

function books(making: Making, left: number, right: number, y: number, high: number): void {
  const { clay, d, random } = making;
  let x = left;
  while (x < right - 0.05) {
    const thick = 0.022 + random() * 0.03;
    const tall = high * (0.68 + random() * 0.26);
    const tint = SPINES[Math.floor(random() * SPINES.length)] as Rgb;
    if (random() > 0.12) {
      clay.box([thick, tall, d * 0.62], [x + thick / 2, y, -d * 0.06], tint, { round: 0, shadow: false });
    }
    x += thick + 0.003;
  }
}

const bookcase: PropKind = {
  size: [0.9, 1.9, 0.32],
  colour: TONES.birch,
  stands: true,
  against: "wall",
  make: (making) => {
    const { w, h, random } = making;
    const shelves = Math.max(2, Math.round(h / 0.38));
    carcass(making, shelves);
    const gap = (h - 0.08) / shelves;
    for (let shelf = 0; shelf < shelves; shelf += 1) {
      const y = 0.076 + gap * shelf;
      const share = 0.45 + random() * 0.5;
      books(making, -w / 2 + 0.05, -w / 2 + (w - 0.1) * share, y, gap - 0.04);
      if (share < 0.75) vase(making, w * 0.3, y, SPINES[(shelf * 3) % SPINES.length] as Rgb);
    }
  },
};

function vase({ clay }: Making, x: number, y: number, colour: Rgb): void {
  const profile = [
    [0.035, 0],
    [0.06, 0.05],
    [0.05, 0.11],
    [0.025, 0.15],
    [0.03, 0.17],
  ] as const;
  clay.turned(profile, [x, y, -0.02], colour, { sides: 12, shadow: false });
}

const cupboard: PropKind = {
  size: [1.2, 0.85, 0.45],
  colour: rgb("#e9dfcd"),
  stands: true,
  against: "wall",
  make: ({ clay, w, h, d, colour, accent, random }) => {
    clay.box([w, h - 0.08, d - 0.03], [0, 0.08, 0.01], colour, { round: 0.014, grid: 0.35 });
    clay.box([w - 0.1, 0.08, d - 0.1], [0, 0, 0.02], shade(colour, 0.6), { round: 0.005 });
    clay.box([w + 0.03, 0.03, d + 0.01], [0, h - 0.015, 0], TONES.oak, { round: 0.01, grid: 0.3 });
    const doors = Math.max(2, Math.round(w / 0.5));
    for (let door = 0; door < doors; door += 1) {
      const wide = (w - 0.05) / doors;
      const x = -w / 2 + 0.025 + wide * (door + 0.5);
      clay.box([wide - 0.014, h - 0.16, 0.02], [x, 0.11, -d / 2 + 0.02], shade(colour, 1.04), {
        round: 0.008,
        grid: 0.4,
        shadow: false,
      });
      const knob = x + (door % 2 ? -1 : 1) * (wide / 2 - 0.06);
      clay.ball([0.014, 0.014, 0.014], [knob, h * 0.62, -d / 2], TONES.oakDark, { sides: 8, shadow: false });
    }
    if (h < 1.3) {
      clay.turned(
        [
          [0.05, 0],
          [0.075, 0.07],
          [0.05, 0.16],
          [0.03, 0.2],
          [0.036, 0.22],
        ],
        [-w * 0.3, h + 0.015, 0],
        mix(accent, TONES.white, 0.25),
        { sides: 14 },
      );
      for (let stem = 0; stem < 7; stem += 1) {
        const round = random() * 6;
        const tip = [
          -w * 0.3 + Math.cos(round) * 0.13,
          h + 0.5 + random() * 0.1,
          Math.sin(round) * 0.1,
        ] as const;
        clay.blade([-w * 0.3, h + 0.2, 0], tip, 0.035, 0.03, TONES.leaf);
      }
      clay.box([0.2, 0.045, 0.15], [w * 0.18, h + 0.015, 0], SPINES[0] as Rgb, { round: 0.004, turn: 0.2 });
      clay.box([0.18, 0.035, 0.14], [w * 0.18, h + 0.06, 0], SPINES[3] as Rgb, { round: 0.004, turn: -0.1 });
    }
  },
};

const toyShelf: PropKind = {
  size: [1.5, 0.9, 0.36],
  colour: TONES.birch,
  against: "wall",
  make: (making) => {
    const { clay, w, h, d, random } = making;
    carcass(making, 2);
    const tints = [TONES.terracotta, TONES.teal, TONES.yellow, TONES.sky, TONES.rose, TONES.leafLight];
    const bins = Math.max(2, Math.round(w / 0.36));
    for (let row = 0; row < 2; row += 1) {
      for (let bin = 0; bin < bins; bin += 1) {
        const x = -w / 2 + (w * (bin + 0.5)) / bins;
        const y = 0.077 + ((h - 0.08) / 2) * row;
        const tint = tints[(bin + row * 2) % tints.length] as Rgb;
        if ((bin + row) % 3 === 2) stacked(making, x, y, tints);
        else
          clay.box([w / bins - 0.06, 0.19, d * 0.8], [x, y, -0.02], mix(tint, TONES.white, 0.2), {
            round: 0.03,
          });
      }
    }
    clay.placed([w * 0.28, h, 0], 0.3, () => bear(making, 1));
    clay.ball([0.09, 0.09, 0.09], [-w * 0.32, h + 0.09, 0], TONES.rust, { below: TONES.sun, sides: 14 });
    if (random() > 0.2)
      clay.box([0.3, 0.22, 0.03], [-w * 0.02, h, 0.08], TONES.paper, { round: 0.004, tilt: 0.2 });
  },
};

function stacked({ clay, random }: Making, x: number, y: number, tints: readonly Rgb[]): void {
  for (let block = 0; block < 5; block += 1) {
    const at = [
      x - 0.1 + (block % 3) * 0.1,
      y + Math.floor(block / 3) * 0.08,
      (random() - 0.5) * 0.06,
    ] as const;
    clay.box([0.08, 0.08, 0.08], at, tints[block % tints.length] as Rgb, {
      round: 0.01,
      turn: random() * 0.5,
      shadow: false,
    });
  }
}

export function bear({ clay }: Making, size: number): void {
  const [fur, pale] = [rgb("#b98c5f"), rgb("#e4cba4")];
  clay.ball([0.075 * size, 0.09 * size, 0.065 * size], [0, 0.085 * size, 0], fur, { sides: 9 });
  clay.ball([0.048 * size, 0.055 * size, 0.02], [0, 0.085 * size, -0.055 * size], pale, {
    sides: 7,
    shadow: false,
  });
  clay.ball([0.065 * size, 0.06 * size, 0.058 * size], [0, 0.215 * size, 0], fur, {
    sides: 9,
    shadow: false,
  });
  clay.ball([0.03 * size, 0.024 * size, 0.024 * size], [0, 0.2 * size, -0.052 * size], pale, {
    sides: 7,
    shadow: false,
  });
  for (const x of [-1, 1]) {
    clay.ball([0.022 * size, 0.022 * size, 0.012], [x * 0.05 * size, 0.265 * size, 0], fur, {
      sides: 7,
      shadow: false,
    });
    clay.ball([0.007, 0.008, 0.005], [x * 0.024 * size, 0.228 * size, -0.053 * size], TONES.ink, {
      sides: 5,
      shadow: false,
    });
    clay.ball([0.026 * size, 0.06 * size, 0.028 * size], [x * 0.085 * size, 0.11 * size, -0.02], fur, {
      sides: 7,
      shadow: false,
    });
    clay.ball([0.034 * size, 0.03 * size, 0.06 * size], [x * 0.05 * size, 0.03 * size, -0.06 * size], fur, {
      sides: 7,
      shadow: false,
    });
  }
  clay.ball([0.009, 0.007, 0.006], [0, 0.208 * size, -0.076 * size], TONES.ink, { sides: 5, shadow: false });
}

const lockers: PropKind = {
  size: [1.2, 1.8, 0.45],
  colour: rgb("#8fa8a3"),
  stands: true,
  against: "wall",
  make: ({ clay, w, h, d, colour, accent }) => {
    const count = Math.max(2, Math.round(w / 0.3));
    clay.box([w, h, d], [0, 0, 0], shade(colour, 0.72), { round: 0.01, grid: 0.4 });
    for (let row = 0; row < 2; row += 1) {
      for (let each = 0; each < count; each += 1) {
        const wide = w / count;
        const at = [-w / 2 + wide * (each + 0.5), 0.03 + (row * (h - 0.04)) / 2, -d / 2] as const;
        const tint = (each + row) % 3 === 1 ? mix(colour, accent, 0.3) : colour;
        clay.box([wide - 0.02, h / 2 - 0.04, 0.02], at, tint, { round: 0.008, shadow: false });
        clay.box([0.015, 0.07, 0.02], [at[0] + wide * 0.3, at[1] + h * 0.22, -d / 2 - 0.012], TONES.steel, {
          round: 0.004,
          shadow: false,
        });
      }
    }
  },
};

const coatRack: PropKind = {
  size: [1.1, 1.75, 0.3],
  colour: TONES.oak,
  stands: true,
  against: "wall",
  make: ({ clay, w, h, d, colour, random }) => {
    clay.box([w, 0.12, 0.03], [0, h - 0.14, d / 2 - 0.02], colour, { round: 0.01, grid: 0.4 });
    const tints = [rgb("#52708c"), TONES.terracotta, TONES.moss, rgb("#d7b46a"), rgb("#7a5368")];
    const hooks = Math.max(3, Math.round(w / 0.24));
    for (let hook = 0; hook < hooks; hook += 1) {
      const x = -w / 2 + (w * (hook + 0.5)) / hooks;
      clay.rod([0.012, 0.012], 0.08, [x, h - 0.09, d / 2 - 0.02], TONES.graphite, {
        tilt: -Math.PI / 2,
        sides: 6,
      });
      if ((hook + 1) % 4 === 0) continue;
      const long = 0.62 + random() * 0.3;
      const coat = [
        [0.02, 0],
        [0.13, 0.03],
        [0.12, long * 0.6],
        [0.1, long * 0.86],
        [0.03, long],
      ] as const;
      clay.turned(coat, [x, h - 0.12 - long, d / 2 - 0.12], tints[hook % tints.length] as Rgb, { sides: 10 });
    }
  },
};

const box: PropKind = {
  size: [0.4, 0.3, 0.3],
  colour: rgb("#c9a577"),
  make: ({ clay, w, h, d, colour }) => {
    clay.box([w, h, d], [0, 0, 0], colour, { round: 0.008, grid: 0.2 });
    clay.box([0.05, 0.004, d + 0.002], [0, h - 0.001, 0], shade(colour, 1.2), { round: 0, shadow: false });
  },
};

const bin: PropKind = {
  size: [0.28, 0.34, 0.28],
  colour: rgb("#6c7a80"),
  make: ({ clay, w, h, colour }) => {
    const [r, t] = [w * 0.4, w * 0.5];
    clay.turned(
      [
        [r, 0],
        [t, h],
        [t - 0.012, h],
        [r - 0.02, 0.02],
        [0, 0.02],
      ],
      [0, 0, 0],
      colour,
      { sides: 18 },
    );
  },
};

export const STORAGE = {
  bin,
  bookcase,
  box,
  "coat-rack": coatRack,
  cupboard,
  lockers,
  "toy-shelf": toyShelf,
} satisfies Record<string, PropKind>;
