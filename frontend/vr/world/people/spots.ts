import type { Person, Prop, Scene, Spot } from "../../scene";
import { PROPS } from "../props";

/** Height of the seat as a share of a thing's height. */
const SEATS: Readonly<Record<string, number>> = {
  armchair: 0.54,
  bench: 0.57,
  chair: 0.53,
  "child-chair": 0.53,
  cushion: 0.8,
  "office-chair": 0.5,
  sofa: 0.55,
  stool: 1,
};
const TABLES = new Set(["desk", "reception-desk", "round-table", "small-table", "table"]);
const NEAR = 0.42;

function sizeOf(prop: Prop): readonly [number, number, number] {
  return prop.size ?? PROPS[prop.type]?.size ?? [0, 0, 0];
}

/** The seat that stands where somebody sits; null where none does. */
export function seatOf(at: Spot, props: readonly Prop[]): { prop: Prop; height: number } | null {
  let best: { prop: Prop; height: number } | null = null;
  let nearest = NEAR;
  for (const prop of props) {
    const share = SEATS[prop.type];
    if (share === undefined) continue;
    const size = sizeOf(prop);
    const wide = Math.max(0, size[0] / 2 - 0.3);
    const far = Math.max(0, Math.hypot(prop.at[0] - at[0], prop.at[1] - at[1]) - wide);
    if (far >= nearest) continue;
    nearest = far;
    best = { prop, height: size[1] * share + prop.y };
  }
  return best;
}

/** The table before somebody who looks along `heading`: its height and how far off it begins; null beyond reach. */
export function tableBefore(
  at: Spot,
  heading: number,
  props: readonly Prop[],
): { height: number; edge: number } | null {
  for (let edge = 0.2; edge <= 0.46; edge += 0.05) {
    const height = tableAt(at[0] + Math.sin(heading) * edge, at[1] - Math.cos(heading) * edge, props);
    if (height !== null) return { height, edge };
  }
  return null;
}

function tableAt(x: number, z: number, props: readonly Prop[]): number | null {
  for (const prop of props) {
    if (!TABLES.has(prop.type)) continue;
    const [w, h, d] = sizeOf(prop);
    const turn = (prop.turn * Math.PI) / 180;
    const [dx, dz] = [x - prop.at[0], z - prop.at[1]];
    const across = Math.abs(dx * Math.cos(turn) + dz * Math.sin(turn));
    const ahead = Math.abs(-dx * Math.sin(turn) + dz * Math.cos(turn));
    if (prop.type === "round-table" ? Math.hypot(dx, dz) < w / 2 : across < w / 2 && ahead < d / 2) return h;
  }
  return null;
}

/** The scene's props, with a chair under everybody who sits on nothing, and chairs turned with who sits on them. */
export function seated(scene: Pick<Scene, "props" | "people" | "start" | "room">): Prop[] {
  const props = [...scene.props];
  for (const person of scene.people) {
    if (person.posture !== "sitting" || isOnTheFloor(person, scene.props)) continue;
    const found = seatOf(person.at, props);
    if (!found) props.push(chairFor(person));
    else if (TURNED.has(found.prop.type)) {
      props[props.indexOf(found.prop)] = { ...found.prop, turn: person.turn, at: person.at };
    }
  }
  return props;
}

const TURNED = new Set(["chair", "child-chair", "office-chair", "armchair"]);

export function isOnTheFloor(
  person: Pick<Person, "kind" | "act" | "posture" | "at">,
  props: readonly Prop[],
): boolean {
  return (
    person.kind === "child" &&
    person.posture === "sitting" &&
    person.act === "play" &&
    !seatOf(person.at, props)
  );
}

function chairFor(person: Person): Prop {
  const type = person.kind === "child" ? "child-chair" : "chair";
  return { type, at: person.at, y: 0, turn: person.turn, size: null, colour: null, text: null };
}

/** Places for extras in their area, away from furniture, from people and from each other. */
export function freeSpots(
  area: readonly [x: number, z: number, w: number, d: number],
  count: number,
  taken: readonly Spot[],
  props: readonly Prop[],
  random: () => number,
  view: { from: Spot; to: readonly Spot[] } | null = null,
): Spot[] {
  const spots: Spot[] = [];
  for (let each = 0; each < count; each += 1) {
    let best: Spot = [area[0] + area[2] / 2, area[1] + area[3] / 2];
    let most = -Infinity;
    for (let tried = 0; tried < 24; tried += 1) {
      const at: Spot = [area[0] + random() * area[2], area[1] + random() * area[3]];
      const room = Math.min(
        0.9,
        ...[...taken, ...spots].map((other) => Math.hypot(other[0] - at[0], other[1] - at[1])),
      );
      const free = room - (isInTheWay(at, props) ? 2 : 0) - (view && hides(at, view) ? 1.5 : 0);
      if (free > most) {
        most = free;
        best = at;
      }
    }
    spots.push(best);
  }
  return spots;
}

/** Too near the eyes, or between them and somebody. */
function hides(at: Spot, { from, to }: { from: Spot; to: readonly Spot[] }): boolean {
  if (Math.hypot(at[0] - from[0], at[1] - from[1]) < 1.7) return true;
  return to.some((other) => {
    const [x, z] = [other[0] - from[0], other[1] - from[1]];
    const share = ((at[0] - from[0]) * x + (at[1] - from[1]) * z) / (x * x + z * z || 1);
    if (share < 0 || share > 1) return false;
    return Math.hypot(from[0] + x * share - at[0], from[1] + z * share - at[1]) < 0.45;
  });
}

const FLAT = new Set(["rug", "path", "blocks", "toys", "teddy", "cushion", "pendant"]);

function isInTheWay(at: Spot, props: readonly Prop[]): boolean {
  return props.some((prop) => {
    if (FLAT.has(prop.type) || prop.y > 0.3) return false;
    const [w, , d] = sizeOf(prop);
    return Math.hypot(prop.at[0] - at[0], prop.at[1] - at[1]) < Math.hypot(w, d) / 2 + 0.22;
  });
}
