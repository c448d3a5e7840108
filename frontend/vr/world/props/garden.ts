import type { Clay } from "../build/clay";
import { mix, rgb, shade, TONES, type Rgb } from "../build/colour";
import { bush as bushy, flowers as flowered, hedge as hedged, reeds, tree as treed } from "../room/plants";
import type { PropKind } from "./kind";

const tree: PropKind = {
  size: [3, 4.5, 3],
  colour: TONES.leaf,
  make: ({ clay, h, colour, random }) => treed(clay, [0, 0, 0], h, random, colour, 13),
};
const bush: PropKind = {
  size: [1, 0.9, 1],
  colour: TONES.leaf,
  make: ({ clay, w, colour, random }) => bushy(clay, [0, 0, 0], w, random, colour),
};
const hedge: PropKind = {
  size: [3, 1.2, 0.6],
  colour: TONES.leafDark,
  make: ({ clay, w, h, random }) => hedged(clay, w, [0, 0, 0], h, random),
};
const flowers: PropKind = {
  size: [1.2, 0.4, 0.6],
  colour: TONES.rose,
  make: ({ clay, w, d, random }) =>
    flowered(clay, [0, 0, 0], w, d, random, Math.round(14 * w * Math.max(0.6, d))),
};
const fence: PropKind = {
  size: [2.4, 0.9, 0.06],
  colour: TONES.white,
  make: ({ clay, w, h, colour }) => {
    for (const y of [0.3, 0.72])
      clay.box([w, 0.06, 0.02], [0, h * y, 0.02], colour, { round: 0.004, grid: 0.6 });
    for (let x = -w / 2 + 0.06; x < w / 2; x += 0.15)
      clay.box([0.08, h, 0.02], [x, 0, 0], colour, { round: 0.006 });
  },
};
const pond: PropKind = {
  size: [4, 0.1, 2.8],
  colour: rgb("#7fb0bd"),
  make: ({ clay, w, d, colour, random }) => {
    clay.placed([0, 0.012, 0], 0, () => puddle(clay, w, d, colour));
    for (let stone = 0; stone < 22; stone += 1) {
      const round = (stone / 22) * 2 * Math.PI + random() * 0.12;
      const size = 0.12 + random() * 0.13;
      const at = [Math.cos(round) * (w / 2 + 0.04), size * 0.2, Math.sin(round) * (d / 2 + 0.04)] as const;
      clay.ball([size, size * 0.55, size * 0.85], at, shade(TONES.stone, 0.8 + random() * 0.35), {
        rough: 0.06,
        sides: 7,
      });
    }
    for (const round of [0.5, 2.4, 2.9, 4.4, 5.2])
      reeds(clay, [Math.cos(round) * w * 0.5, 0, Math.sin(round) * d * 0.5], 0.8, random, 9);
    for (let lily = 0; lily < 6; lily += 1) {
      const [x, z] = [(random() - 0.5) * w * 0.6, (random() - 0.5) * d * 0.6];
      clay.turned(
        [
          [0.13, 0],
          [0, 0.004],
        ],
        [x, 0.02, z],
        TONES.leafLight,
        { sides: 10, shadow: false },
      );
      if (lily % 2)
        clay.ball([0.05, 0.03, 0.05], [x, 0.04, z], TONES.rose, {
          sides: 7,
          shadow: false,
          below: TONES.white,
        });
    }
  },
};

function puddle(clay: Clay, w: number, d: number, colour: Rgb): void {
  const middle = clay.corner([0, 0, 0], [0, 1, 0], shade(colour, 0.82), 0.3);
  const rings = [0.5, 0.85, 1].map((share) =>
    Array.from({ length: 33 }, (_, side) => {
      const round = (side / 32) * 2 * Math.PI;
      const tint = mix(shade(colour, 0.85), TONES.white, share > 0.9 ? 0.25 : 0.04);
      return clay.corner(
        [(Math.cos(round) * w * share) / 2, 0, (Math.sin(round) * d * share) / 2],
        [0, 1, 0],
        tint,
        0.3,
      );
    }),
  );
  for (let side = 0; side < 32; side += 1) {
    clay.facet(middle, rings[0]?.[side] as number, rings[0]?.[side + 1] as number);
    for (let ring = 1; ring < rings.length; ring += 1) {
      const [inner, outer] = [rings[ring - 1] as number[], rings[ring] as number[]];
      clay.quad(
        inner[side] as number,
        outer[side] as number,
        outer[side + 1] as number,
        inner[side + 1] as number,
      );
    }
  }
}

const path: PropKind = {
  size: [1.1, 0.02, 4],
  colour: rgb("#d8c8ac"),
  make: ({ clay, w, d, colour, random }) => {
    for (let z = -d / 2 + 0.25; z < d / 2; z += 0.5) {
      const x = (random() - 0.5) * w * 0.25;
      clay.turned(
        [
          [w * 0.4, 0],
          [w * 0.4, 0.02],
          [w * 0.36, 0.026],
          [0, 0.027],
        ],
        [x, 0, z],
        shade(colour, 0.9 + random() * 0.2),
        { sides: 9, turn: random() * 6, shadow: false },
      );
    }
  },
};
const stones: PropKind = {
  size: [0.9, 0.3, 0.6],
  colour: TONES.stone,
  make: ({ clay, w, d, h, colour, random }) => {
    for (let stone = 0; stone < 6; stone += 1) {
      const size = h * (0.35 + random() * 0.5);
      const at = [(random() - 0.5) * w, size * 0.3, (random() - 0.5) * d] as const;
      clay.ball([size, size * 0.6, size * 0.8], at, shade(colour, 0.8 + random() * 0.3), {
        rough: 0.06,
        sides: 9,
        turn: random() * 3,
      });
    }
  },
};

export const GARDEN = {
  bush,
  fence,
  flowers,
  hedge,
  path,
  pond,
  stones,
  tree,
} satisfies Record<string, PropKind>;
