import { Matrix4, Vector3 } from "three";
import type { Prop, Room } from "../../scene";
import { chance } from "../build/chance";
import type { Clay, Point } from "../build/clay";
import { rgb } from "../build/colour";
import type { Side } from "../room/walls";
import { SIDES, wall } from "../room/walls";
import { DESK } from "./desk";
import { GARDEN } from "./garden";
import { HANGING } from "./hanging";
import { HOMELY } from "./homely";
import type { Lettering } from "./lettering";
import type { PropKind } from "./kind";
import { SEATS } from "./seats";
import { STORAGE } from "./storage";
import { TABLES } from "./tables";

/** Every prop by the name that a scene calls it. One entry here, and its name in `registry.json`, is a new prop. */
export const PROPS: Readonly<Record<string, PropKind>> = {
  ...SEATS,
  ...TABLES,
  ...STORAGE,
  ...HANGING,
  ...DESK,
  ...HOMELY,
  ...GARDEN,
};

/** How near a wall a thing for a wall has to be to go against it, metres. */
const REACH = 0.7;

/** Puts every prop of a scene into the clay. A name that is not known is left out: the server has checked them. */
export function furnish(
  clay: Clay,
  room: Room,
  props: readonly Prop[],
  seed: number,
  letters: Lettering,
): void {
  props.forEach((prop, number) => {
    const kind = PROPS[prop.type];
    if (kind) placed(clay, room, prop, kind, chance(seed + number * 101 + 5), letters);
  });
}

/** A thing that stands on the floor, as somebody meets it who walks there: its middle, its turn, and its size. */
export interface Standing {
  readonly x: number;
  readonly z: number;
  readonly cos: number;
  readonly sin: number;
  readonly w: number;
  readonly d: number;
}

/** Lower than this one steps over it; what hangs higher is in nobody's way. */
const STEP = 0.2;
const SOFT = new Set(["rug", "path", "blocks", "toys", "cushion", "flowers"]);

/** Everything of a scene that one walks round. */
export function standing(room: Pick<Room, "w" | "d" | "kind">, props: readonly Prop[]): Standing[] {
  return props.flatMap((prop) => {
    const kind = PROPS[prop.type];
    if (!kind || SOFT.has(prop.type)) return [];
    const [w, h, d] = prop.size ?? kind.size;
    const low = kind.stands ? 0 : prop.y > 0 ? prop.y : (kind.hangs ?? 0);
    if (low > 0.3 || (h < STEP && prop.type !== "pond")) return [];
    const stand = kind.against ? againstWall(room, prop, d) : null;
    const turn = stand ? -stand.turn : (prop.turn * Math.PI) / 180;
    // Of a tree one meets the trunk.
    const wide = prop.type === "tree" ? 0.5 : w;
    return [
      {
        x: stand?.x ?? prop.at[0],
        z: stand?.z ?? prop.at[1],
        cos: Math.cos(turn),
        sin: Math.sin(turn),
        w: wide,
        d: prop.type === "tree" ? 0.5 : d,
      },
    ];
  });
}

function placed(
  clay: Clay,
  room: Room,
  prop: Prop,
  kind: PropKind,
  random: () => number,
  letters: Lettering,
): void {
  const [w, h, d] = prop.size ?? kind.size;
  const asked = prop.y > 0 ? prop.y : (kind.hangs ?? 0);
  // Nothing sticks out above the ceiling.
  const y = kind.stands ? 0 : Math.min(asked, Math.max(0, room.h - h - 0.04));
  const stand = kind.against ? againstWall(room, prop, d) : null;
  const turn = stand ? stand.turn : (-prop.turn * Math.PI) / 180;
  const at: Point = stand ? [stand.x, y, stand.z] : [prop.at[0], y, prop.at[1]];
  clay.placed(at, turn, () =>
    kind.make({
      clay,
      w,
      h,
      d,
      random,
      colour: prop.colour ? rgb(prop.colour) : kind.colour,
      accent: rgb(room.accent),
      text: prop.text,
      write: (text, where, wide, high, ink) => {
        const middle = new Vector3(...where).applyMatrix4(
          new Matrix4().makeRotationY(turn).setPosition(at[0], at[1], at[2]),
        );
        letters.write(text, middle, turn, wide, high, ink ?? "#16213a");
      },
    }),
  );
}

/** Against the nearest wall, facing into the room; null when none is near. */
function againstWall(
  room: Pick<Room, "w" | "d" | "kind">,
  prop: Prop,
  deep: number,
): { x: number; z: number; turn: number } | null {
  if (room.kind === "garden") return null;
  const gaps: Record<Side, number> = {
    north: prop.at[1] + room.d / 2,
    south: room.d / 2 - prop.at[1],
    west: prop.at[0] + room.w / 2,
    east: room.w / 2 - prop.at[0],
  };
  const side = SIDES.reduce((best, each) => (gaps[each] < gaps[best] ? each : best));
  if (gaps[side] > REACH + deep / 2) return null;
  const on = wall(room, side);
  const away = deep / 2 + 0.012;
  const across = side === "north" || side === "south";
  const inward = side === "north" || side === "west" ? 1 : -1;
  const x = across ? prop.at[0] : on.middle[0] + inward * away;
  const z = across ? on.middle[2] + inward * away : prop.at[1];
  // A wall's own z points into the room; a prop looks along its own -z.
  return { x, z, turn: on.turn + Math.PI };
}
