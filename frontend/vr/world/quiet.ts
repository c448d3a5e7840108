import type { Scene } from "../scene";

type Placed = Pick<Scene, "room" | "props" | "seed" | "start">;

function prop(
  type: string,
  x: number,
  z: number,
  more: Partial<Scene["props"][number]> = {},
): Scene["props"][number] {
  return { type, at: [x, z], y: 0, turn: 0, size: null, colour: null, text: null, ...more };
}

/** The quiet place: a bench by the water, nobody else, late light. The same for every scene, so that it is known. */
export const QUIET: Placed = {
  seed: 20,
  room: {
    w: 14,
    d: 14,
    h: 3,
    kind: "garden",
    floor: { colour: "#8db068", pattern: "grass" },
    wall: "#ffffff",
    accent: "#5f7d4b",
    light: "afternoon",
    windows: [],
    doors: [],
    view: "water",
  },
  start: { at: [0, 3.4], facing: 0, eye: 1.18 },
  props: [
    prop("pond", 0.2, -1.9, { size: [6.4, 0.1, 4.2] }),
    prop("tree", -4.1, -1.6, { size: [3, 4.6, 3] }),
    prop("tree", 4.6, -4.4, { size: [3, 5.4, 3], colour: "#7c9a4e" }),
    prop("flowers", -2.1, 1.2, { size: [1.6, 0.4, 0.7] }),
    prop("flowers", 2.3, 0.9, { size: [1.8, 0.4, 0.8] }),
    prop("flowers", 3.6, -0.6, { size: [1.2, 0.4, 0.7] }),
    prop("bush", -5, 0.8),
    prop("bush", 4.9, -1.4, { size: [1.3, 1, 1.3] }),
    prop("stones", -2.6, 0.1),
    prop("stones", 3.1, 0.3, { size: [0.7, 0.24, 0.5] }),
    prop("path", 1, 3.3, { turn: 70, size: [1, 0.02, 5] }),
    prop("bench", -3.3, 1.1, { turn: 35 }),
  ],
};
