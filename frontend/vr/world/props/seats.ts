import { mix, rgb, shade, TONES } from "../build/colour";
import type { Making, PropKind } from "./kind";

function legs(making: Making, wide: number, deep: number, high: number, radius = 0.018, splay = 0.03): void {
  for (const x of [-1, 1]) {
    for (const z of [-1, 1]) {
      const foot = [x * (wide / 2 + splay), 0, z * (deep / 2 + splay)] as const;
      making.clay.pipe([foot, [x * (wide / 2 - 0.02), high, z * (deep / 2 - 0.02)]], radius, TONES.oak, {
        sides: 7,
      });
    }
  }
}

const chair: PropKind = {
  size: [0.46, 0.84, 0.48],
  colour: rgb("#7f9fb0"),
  make: (making) => {
    const { clay, w, h, d, colour } = making;
    const seat = h * 0.53;
    legs(making, w * 0.82, d * 0.8, seat);
    clay.box([w, 0.055, d], [0, seat - 0.03, 0], colour, { round: 0.027, grid: 0.2 });
    for (const x of [-1, 1]) {
      clay.pipe(
        [
          [x * w * 0.36, seat, d * 0.42],
          [x * w * 0.36, h - 0.1, d * 0.53],
        ],
        0.015,
        TONES.oak,
        { sides: 6 },
      );
    }
    clay.box([w * 0.94, h * 0.25, 0.04], [0, h * 0.74, d * 0.49], colour, {
      round: 0.019,
      tilt: 0.16,
      grid: 0.2,
    });
  },
};

const officeChair: PropKind = {
  size: [0.56, 1.0, 0.56],
  colour: rgb("#4c5a70"),
  make: ({ clay, w, h, d, colour }) => {
    const seat = h * 0.46;
    for (let foot = 0; foot < 5; foot += 1) {
      const round = (foot / 5) * 2 * Math.PI;
      const tip = [Math.cos(round) * 0.27, 0.06, Math.sin(round) * 0.27] as const;
      clay.pipe([[0, 0.1, 0], tip], 0.02, TONES.graphite, { sides: 5 });
      clay.ball([0.03, 0.03, 0.03], [tip[0], 0.03, tip[2]], TONES.ink, { sides: 6, shadow: false });
    }
    clay.rod([0.03, 0.025], seat - 0.08, [0, 0.06, 0], TONES.steel);
    clay.box([w * 0.9, 0.085, d * 0.88], [0, seat - 0.05, 0], colour, { round: 0.04, grid: 0.25 });
    clay.box([0.06, h * 0.4, 0.025], [0, seat, d * 0.47], TONES.graphite, { round: 0.01, tilt: 0.1 });
    clay.box([w * 0.82, h * 0.46, 0.07], [0, seat + 0.12, d * 0.46], colour, {
      round: 0.034,
      tilt: 0.12,
      grid: 0.2,
    });
    for (const x of [-1, 1]) {
      clay.pipe(
        [
          [x * w * 0.46, seat, 0.06],
          [x * w * 0.48, seat + 0.2, 0.06],
        ],
        0.015,
        TONES.graphite,
        { sides: 5 },
      );
      clay.box([0.06, 0.03, 0.26], [x * w * 0.48, seat + 0.2, 0], TONES.graphite, { round: 0.014 });
    }
  },
};

const stool: PropKind = {
  size: [0.3, 0.3, 0.3],
  colour: TONES.yellow,
  make: (making) => {
    const { clay, w, h, colour } = making;
    legs(making, w * 0.62, w * 0.62, h - 0.02, 0.015, 0.04);
    clay.turned(
      [
        [w * 0.44, h - 0.045],
        [w * 0.5, h - 0.03],
        [w * 0.5, h - 0.01],
        [w * 0.46, h],
      ],
      [0, 0, 0],
      colour,
    );
  },
};

const childChair: PropKind = {
  size: [0.32, 0.55, 0.32],
  colour: TONES.sky,
  make: (making) => {
    const { clay, w, h, d, colour } = making;
    const seat = h * 0.52;
    legs(making, w * 0.76, d * 0.76, seat, 0.015, 0.02);
    clay.box([w, 0.035, d], [0, seat - 0.03, 0], colour, { round: 0.016 });
    clay.box([w * 0.95, h * 0.36, 0.03], [0, h * 0.62, d * 0.47], colour, { round: 0.014, tilt: 0.14 });
  },
};

function upholstered(making: Making, seats: number): void {
  const { clay, w, h, d, colour } = making;
  const arm = 0.16;
  const inner = w - arm * 2;
  for (const x of [-1, 1]) {
    clay.box([arm, h * 0.7, d * 0.94], [(x * (w - arm)) / 2, 0.08, 0], colour, { round: 0.055, grid: 0.22 });
    for (const z of [-1, 1]) {
      clay.rod([0.018, 0.026], 0.1, [x * (w / 2 - 0.1), 0, z * (d / 2 - 0.12)], TONES.oakDark);
    }
  }
  clay.box([inner + 0.04, h * 0.26, d * 0.9], [0, 0.09, 0], shade(colour, 0.93), { round: 0.03, grid: 0.3 });
  clay.box([inner + 0.06, h * 0.86, 0.2], [0, 0.1, d * 0.4], colour, { round: 0.07, tilt: 0.1, grid: 0.25 });
  for (let seat = 0; seat < seats; seat += 1) {
    const wide = inner / seats;
    const x = -inner / 2 + wide * (seat + 0.5);
    clay.box([wide - 0.015, 0.15, d * 0.68], [x, h * 0.36, -d * 0.09], shade(colour, 1.05), {
      round: 0.06,
      grid: 0.2,
    });
    clay.box([wide - 0.03, h * 0.44, 0.16], [x, h * 0.5, d * 0.25], shade(colour, 1.04), {
      round: 0.065,
      tilt: 0.2,
      grid: 0.2,
    });
  }
}

const sofa: PropKind = {
  size: [1.9, 0.82, 0.88],
  colour: rgb("#8fa396"),
  make: (making) => {
    upholstered(making, 2);
    const { clay, w, h, d, accent } = making;
    const pillow = { round: 0.055, tilt: 0.5, roll: 0.25, grid: 0.14 };
    clay.box([0.4, 0.38, 0.13], [w * 0.3, h * 0.52, d * 0.05], mix(accent, TONES.white, 0.2), pillow);
  },
};

const armchair: PropKind = {
  size: [0.86, 0.86, 0.84],
  colour: rgb("#c08a63"),
  make: (making) => upholstered(making, 1),
};

const cushion: PropKind = {
  size: [0.5, 0.14, 0.5],
  colour: TONES.rose,
  make: ({ clay, w, h, d, colour }) =>
    clay.box([w, h, d], [0, 0, 0], colour, { round: h * 0.48, grid: 0.15 }),
};

const bench: PropKind = {
  size: [1.6, 0.84, 0.55],
  colour: TONES.oak,
  make: ({ clay, w, h, d, colour }) => {
    const seat = h * 0.53;
    for (const x of [-1, 1]) {
      for (const z of [-1, 1]) {
        clay.box(
          [0.06, z > 0 ? h : seat, 0.06],
          [x * (w / 2 - 0.12), 0, (z * (d - 0.1)) / 2],
          shade(colour, 0.85),
        );
      }
    }
    for (let plank = 0; plank < 4; plank += 1) {
      clay.box([w, 0.03, d * 0.2], [0, seat, -d * 0.4 + plank * d * 0.25], colour, {
        round: 0.008,
        grid: 0.5,
      });
    }
    for (const y of [0.66, 0.84]) {
      clay.box([w, 0.1, 0.03], [0, h * y, d * 0.4], colour, { round: 0.008, grid: 0.5 });
    }
  },
};

export const SEATS = {
  armchair,
  bench,
  chair,
  "child-chair": childChair,
  cushion,
  "office-chair": officeChair,
  sofa,
  stool,
} satisfies Record<string, PropKind>;
