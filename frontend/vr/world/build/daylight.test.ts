import { Vector3 } from "three";
import { describe, expect, it } from "vitest";
import type { Room } from "../../scene";
import { indoors } from "../room/light";
import { shell } from "../room/walls";
import { Clay } from "./clay";
import { TONES } from "./colour";
import { Lighting } from "./daylight";
import { outward } from "./solid";

const ROOM: Room = {
  w: 5,
  d: 5,
  h: 2.7,
  kind: "room",
  floor: { colour: "#c79c6c", pattern: "boards" },
  wall: "#f3ecdf",
  accent: "#8fb0a6",
  light: "afternoon",
  windows: [{ wall: "north", at: 0, w: 2 }],
  doors: [],
  view: "garden",
};
const UP = new Vector3(0, 1, 0);

function lighting(furnish: (clay: Clay) => void = () => undefined): Lighting {
  const clay = new Clay();
  const { openings } = shell(clay, ROOM);
  furnish(clay);
  return new Lighting(indoors(ROOM, openings), clay.blocks);
}

function brightness(light: Lighting, x: number, y: number, z: number, facing = UP): number {
  const found = light.at(x, y, z, facing, new Vector3());
  return found.x + found.y + found.z;
}

describe("light that is worked out once", () => {
  it("is less under a table than beside it", () => {
    const light = lighting((clay) => clay.box([1.4, 0.04, 0.9], [0, 0.7, 1.2], TONES.oak));
    expect(brightness(light, 0, 0, 1.2)).toBeLessThan(brightness(light, 1.8, 0, 1.2) * 0.93);
  });

  it("is less in a corner than in the middle of a wall", () => {
    const east = new Vector3(-1, 0, 0);
    const light = lighting();
    expect(brightness(light, 2.5, 0.05, 2.4, east)).toBeLessThan(brightness(light, 2.5, 1.3, 0, east));
  });

  it("falls in a patch of sun before the first window, and not behind furniture", () => {
    const bright = (light: Lighting): number => {
      let most = 0;
      for (let x = -2.4; x <= 2.4; x += 0.1)
        for (let z = -2.4; z <= 2.4; z += 0.1) most = Math.max(most, brightness(light, x, 0, z));
      return most;
    };
    const open = lighting();
    const shut = lighting((clay) => clay.box([4.8, 2.6, 0.1], [0, 0, -2.2], TONES.oak));
    expect(bright(open)).toBeGreaterThan(bright(shut) * 1.25);
  });
});

describe("clay", () => {
  it("shows every facet on the side of its normals", () => {
    const clay = new Clay();
    clay.box([1, 1, 1], [0, 0, 0], TONES.oak);
    clay.box([1, 1, 1], [2, 0, 0], TONES.oak, { grid: 0.3 });
    clay.ball([0.5, 0.5, 0.5], [4, 0, 0], TONES.oak);
    clay.rod([0.2, 0.1], 1, [6, 0, 0], TONES.oak);
    const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()];
    const indices = outward(clay);
    for (let place = 0; place < indices.length; place += 3) {
      const [one, two, three] = indices.slice(place, place + 3) as [number, number, number];
      a.fromArray(clay.positions, one * 3);
      b.fromArray(clay.positions, two * 3).sub(a);
      c.fromArray(clay.positions, three * 3).sub(a);
      const normal = new Vector3().fromArray(clay.normals, one * 3);
      expect(b.cross(c).dot(normal)).toBeGreaterThanOrEqual(-1e-9);
    }
  });
});
