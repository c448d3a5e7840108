/** Colours as linear light, in which they may be added and multiplied. */
export type Rgb = readonly [red: number, green: number, blue: number];

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** `#rrggbb` as linear light; grey where it is not a colour. */
export function rgb(hex: string): Rgb {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!found) return [0.5, 0.5, 0.5];
  return [part(found[1]), part(found[2]), part(found[3])];
}

function part(hex: string | undefined): number {
  return linear(parseInt(hex ?? "80", 16) / 255);
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Lighter above 1, darker below it. */
export function shade(colour: Rgb, by: number): Rgb {
  return [colour[0] * by, colour[1] * by, colour[2] * by];
}

function encoded(light: number): number {
  const inside = Math.min(1, Math.max(0, light));
  return Math.round(255 * (inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055));
}

/** For a canvas. */
export function css(colour: Rgb): string {
  return `rgb(${encoded(colour[0])}, ${encoded(colour[1])}, ${encoded(colour[2])})`;
}

/** The palette that every scene shares, so that ten rooms are one house. */
export const TONES = {
  paper: rgb("#faf7f1"),
  white: rgb("#fdfbf6"),
  oak: rgb("#c99f6d"),
  oakDark: rgb("#9c7148"),
  walnut: rgb("#7a5638"),
  birch: rgb("#e3c69a"),
  steel: rgb("#8b919b"),
  graphite: rgb("#3d434d"),
  ink: rgb("#16213a"),
  blue: rgb("#0d5c9e"),
  sky: rgb("#8fb8d8"),
  terracotta: rgb("#c8744a"),
  rust: rgb("#b8440c"),
  moss: rgb("#5f7d4b"),
  leaf: rgb("#79a85e"),
  leafDark: rgb("#568858"),
  leafLight: rgb("#a8c670"),
  sun: rgb("#ffd98a"),
  yellow: rgb("#f0c052"),
  rose: rgb("#d99a8b"),
  plum: rgb("#8a5a78"),
  teal: rgb("#4f9590"),
  clay: rgb("#b9785a"),
  soil: rgb("#4b3526"),
  brick: rgb("#a9604a"),
  stone: rgb("#b9b3a6"),
  grass: rgb("#86a85c"),
  water: rgb("#7fa9b8"),
} as const;
