import type { Clay, Point } from "../build/clay";
import type { Rgb } from "../build/colour";
import { mix, shade, TONES } from "../build/colour";

/** A tree with a crown of lumps; `size` is its height. */
export function tree(
  clay: Clay,
  at: Point,
  size: number,
  random: () => number,
  leaf: Rgb = TONES.leaf,
  sides = 8,
): void {
  const trunk = mix(TONES.walnut, TONES.stone, 0.25);
  clay.placed(at, random() * 6, () => {
    const lean = (random() - 0.5) * 0.2;
    const fork: Point = [lean, size * 0.42, lean * 0.6];
    clay.rod([size * 0.04, size * 0.026], size * 0.45, [0, 0, 0], trunk, { sides: 7 });
    for (let branch = 0; branch < 3; branch += 1) {
      const round = branch * 2.1 + random();
      const tip: Point = [
        Math.cos(round) * size * 0.16,
        size * (0.56 + random() * 0.08),
        Math.sin(round) * size * 0.16,
      ];
      clay.pipe([fork, tip], size * 0.015, trunk, { sides: 5 });
    }
    clay.block([size * 0.46, size * 0.3, size * 0.46], [0, size * 0.56, 0]);
    for (let lump = 0; lump < 6; lump += 1) {
      const round = lump * 2.4 + random();
      const out = size * (lump === 0 ? 0 : 0.16 + random() * 0.06);
      const radius = size * (0.17 + random() * 0.05);
      const up = size * (0.62 + (lump % 3) * 0.1 + random() * 0.05);
      const tint = mix(leaf, TONES.leafLight, random() * 0.35);
      clay.ball([radius, radius * 0.85, radius], [Math.cos(round) * out, up, Math.sin(round) * out], tint, {
        rough: 0.08,
        sides,
        below: shade(mix(tint, TONES.leafDark, 0.55), 0.86),
        sway: 0.012,
        shadow: false,
      });
    }
  });
}

export function bush(
  clay: Clay,
  at: Point,
  size: number,
  random: () => number,
  leaf: Rgb = TONES.leaf,
): void {
  for (let lump = 0; lump < 3; lump += 1) {
    const round = lump * 2.2 + random();
    const radius = size * (0.32 + random() * 0.12);
    const tint = mix(leaf, TONES.leafLight, random() * 0.4);
    const spot: Point = [
      at[0] + Math.cos(round) * size * 0.26,
      at[1] + radius * 0.75,
      at[2] + Math.sin(round) * size * 0.26,
    ];
    clay.ball([radius, radius * 0.9, radius], spot, tint, {
      rough: 0.1,
      sides: 8,
      below: shade(mix(tint, TONES.leafDark, 0.5), 0.8),
      sway: 0.006,
      shadow: lump === 0,
    });
  }
}

export function hedge(clay: Clay, long: number, at: Point, high: number, random: () => number): void {
  for (let x = -long / 2; x <= long / 2; x += high * 0.5) {
    const tint = mix(TONES.leafDark, TONES.leaf, 0.55 + random() * 0.4);
    const tall = high * (0.54 + random() * 0.05);
    clay.ball(
      [high * 0.4, tall, high * 0.36],
      [at[0] + x, at[1] + tall * 0.8, at[2] + (random() - 0.5) * 0.1],
      tint,
      {
        rough: 0.09,
        sides: 9,
        below: shade(TONES.leafDark, 0.8),
        sway: 0.004,
        shadow: false,
      },
    );
  }
}

const PETALS: readonly Rgb[] = [
  TONES.rose,
  TONES.yellow,
  TONES.white,
  TONES.plum,
  TONES.terracotta,
  TONES.sky,
];

/** Flowers on stems within a patch. */
export function flowers(
  clay: Clay,
  at: Point,
  wide: number,
  deep: number,
  random: () => number,
  count = 22,
): void {
  for (let flower = 0; flower < count; flower += 1) {
    const x = at[0] + (random() - 0.5) * wide;
    const z = at[2] + (random() - 0.5) * deep;
    const high = 0.16 + random() * 0.24;
    const root: Point = [x, at[1], z];
    const lean: Point = [x + (random() - 0.5) * 0.08, at[1] + high, z + (random() - 0.5) * 0.08];
    clay.pipe([root, lean], 0.005, TONES.leafDark, { sides: 3, sway: 0.006 });
    clay.blade(
      root,
      [x + (random() - 0.5) * 0.2, at[1] + high * 0.7, z + 0.1],
      0.03,
      0.04,
      TONES.leaf,
      0.006,
    );
    const petal = PETALS[Math.floor(random() * PETALS.length)] as Rgb;
    clay.ball([0.033, 0.02, 0.033], lean, petal, {
      sides: 6,
      shadow: false,
      sway: 0.006,
      below: shade(petal, 0.7),
    });
  }
}

/** Reeds and long grass. */
export function reeds(clay: Clay, at: Point, high: number, random: () => number, count = 14): void {
  for (let reed = 0; reed < count; reed += 1) {
    const [x, z] = [at[0] + (random() - 0.5) * 0.5, at[2] + (random() - 0.5) * 0.4];
    const tall = high * (0.6 + random() * 0.5);
    const tip: Point = [x + (random() - 0.5) * 0.35, at[1] + tall, z + (random() - 0.5) * 0.35];
    const tint = mix(TONES.leaf, TONES.yellow, random() * 0.45);
    clay.blade([x, at[1], z], tip, 0.03, 0.06, tint, 0.03);
  }
}
