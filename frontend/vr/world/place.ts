import { Group, Mesh, type BufferGeometry, type Material, type Object3D, type Texture } from "three";
import type { Scene } from "../scene";
import { Clay } from "./build/clay";
import type { Daylight } from "./build/daylight";
import { Lighting } from "./build/daylight";
import type { Breeze } from "./build/solid";
import { breeze, solid } from "./build/solid";
import { furnish } from "./props";
import { Lettering } from "./props/lettering";
import { floor } from "./room/floor";
import { indoors, outdoors } from "./room/light";
import { open, outside } from "./room/outside";
import { shell, type Shell } from "./room/walls";

/** A place without its people: all that stands still, in a mesh or three. */
export interface Place {
  readonly group: Group;
  readonly day: Daylight;
  readonly doors: Shell["doors"];
  readonly wind: Breeze;
}

export function place(scene: Pick<Scene, "room" | "props" | "seed">): Place {
  return scene.room.kind === "garden" ? garden(scene) : inside(scene);
}

function inside({ room, props, seed }: Pick<Scene, "room" | "props" | "seed">): Place {
  const clay = new Clay();
  const letters = new Lettering();
  const built = shell(clay, room);
  furnish(clay, room, props, seed, letters);
  const day = indoors(room, built.openings);
  const lighting = new Lighting(day, clay.blocks);
  const beyond = new Clay();
  outside(beyond, room, seed);
  const wind = breeze();
  const air = new Lighting(outdoors(room.light), beyond.blocks);
  const group = grouped([
    solid(
      [
        [clay, lighting],
        [beyond, air],
      ],
      wind,
    ),
    floor(room, lighting, seed),
    letters.mesh(),
  ]);
  return { group, day, doors: built.doors, wind };
}

function garden({ room, props, seed }: Pick<Scene, "room" | "props" | "seed">): Place {
  const clay = new Clay();
  const letters = new Lettering();
  open(clay, room, seed);
  furnish(clay, room, props, seed, letters);
  const day = outdoors(room.light);
  const lighting = new Lighting(day, clay.blocks);
  const wind = breeze();
  const group = grouped([solid([[clay, lighting]], wind), floor(room, lighting, seed), letters.mesh()]);
  return { group, day, doors: [], wind };
}

function grouped(parts: readonly (Object3D | null)[]): Group {
  const group = new Group();
  for (const part of parts) if (part) group.add(part);
  return group;
}

/** Gives back everything that the graphics card holds for these things. */
export function disposed(root: Object3D): void {
  root.traverse((each) => {
    const mesh = each as Partial<Mesh<BufferGeometry, Material & { map?: Texture | null }>>;
    mesh.geometry?.dispose();
    mesh.material?.map?.dispose();
    mesh.material?.dispose();
  });
  root.removeFromParent();
}
