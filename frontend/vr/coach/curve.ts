/** Tension and nausea over time, as lines of a small drawing; told apart by form as well as colour, with a list beside it. */
export interface Rated {
  /** Milliseconds of scene time. */
  readonly t: number;
  readonly value: number;
}

const WIDE = 600;
const HIGH = 130;
const EDGE = 10;
const SVG = "http://www.w3.org/2000/svg";

/** Where a rating stands; `until` is the end of the axis in milliseconds. */
export function place(one: Rated, until: number): [x: number, y: number] {
  const x = EDGE + (Math.min(one.t, until) / until) * (WIDE - 2 * EDGE);
  const y = HIGH - EDGE - (one.value / 10) * (HIGH - 2 * EDGE);
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** The end of the axis: the minutes agreed, or later where it went on longer. */
export function until(minutes: number, ...rated: readonly (readonly Rated[])[]): number {
  return Math.max(minutes * 60_000, ...rated.map((rows) => rows.at(-1)?.t ?? 0));
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function line(kind: string, rows: readonly Rated[], end: number): SVGElement[] {
  const places = rows.map((one) => place(one, end));
  const points = places.map((at) => at.join(",")).join(" ");
  const marks = places.map(([x, y]) =>
    kind === "nausea"
      ? element("rect", { x: x - 4, y: y - 4, width: 8, height: 8, class: `curve-mark curve-mark--${kind}` })
      : element("circle", { cx: x, cy: y, r: 5, class: `curve-mark curve-mark--${kind}` }),
  );
  return [element("polyline", { points, class: `curve-line curve-line--${kind}` }), ...marks];
}

export function draw(
  svg: SVGElement,
  tension: readonly Rated[],
  nausea: readonly Rated[],
  minutes: number,
  most: number,
): void {
  const end = until(minutes, tension, nausea);
  const level = place({ t: 0, value: most }, end)[1];
  const rules = [0, 5, 10].map((value) => {
    const y = place({ t: 0, value }, end)[1];
    return element("line", { x1: EDGE, x2: WIDE - EDGE, y1: y, y2: y, class: "curve-rule" });
  });
  const limit = element("line", { x1: EDGE, x2: WIDE - EDGE, y1: level, y2: level, class: "curve-limit" });
  svg.replaceChildren(...rules, limit, ...line("nausea", nausea, end), ...line("tension", tension, end));
}
