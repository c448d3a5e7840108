import { BufferAttribute, BufferGeometry, Group, Mesh, MeshBasicMaterial } from "three";
import type { Room } from "../../scene";
import { Clay, type Point } from "../build/clay";
import { mix, rgb, TONES } from "../build/colour";
import { outward } from "../build/solid";
import type { Shell } from "./walls";

const WIDE = 0.94;
const HIGH = 2.09;
const OPEN = 1.45;
/** How near somebody is for whom a door goes open. */
const NEAR = 1.15;

/** The leaves of doors: they go open for who comes in or leaves, and close behind them. */
export class Leaves {
  readonly group = new Group();
  private readonly leaves: { mesh: Mesh; at: Point; shut: number; angle: number }[] = [];
  private readonly geometry: BufferGeometry;
  private readonly material = new MeshBasicMaterial({ vertexColors: true });

  /** In a doorway the doors stay open: there it is about who stands in it. */
  constructor(
    room: Room,
    doors: Shell["doors"],
    private readonly stay: boolean,
  ) {
    this.geometry = leaf(room);
    for (const { at, turn } of doors) {
      const mesh = new Mesh(this.geometry, this.material);
      // Hung at the left of the opening, seen from inside, a hand behind the wall.
      mesh.position.set(
        at[0] - (Math.cos(turn) * WIDE) / 2 - Math.sin(turn) * 0.12,
        0,
        at[2] + (Math.sin(turn) * WIDE) / 2 - Math.cos(turn) * 0.12,
      );
      const angle = stay ? OPEN : 0;
      mesh.rotation.y = turn + angle;
      this.leaves.push({ mesh, at, shut: turn, angle });
      this.group.add(mesh);
    }
  }

  tick(seconds: number, isNear: (x: number, z: number, reach: number) => boolean): void {
    if (this.stay) return;
    for (const leaf of this.leaves) {
      const goal = isNear(leaf.at[0], leaf.at[2], NEAR) ? OPEN : 0;
      leaf.angle += (goal - leaf.angle) * (1 - Math.exp(-seconds * 4));
      leaf.mesh.rotation.y = leaf.shut + leaf.angle;
    }
  }

  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
    this.group.removeFromParent();
  }
}

/** A leaf with its hinge at 0, 0, running along x. */
function leaf(room: Room): BufferGeometry {
  const clay = new Clay();
  const colour = mix(rgb(room.accent), TONES.white, 0.35);
  const dim = room.light === "evening" ? 0.62 : 0.86;
  const tint = mix([0, 0, 0], colour, dim);
  clay.box([WIDE, HIGH, 0.045], [WIDE / 2, 0.005, 0], tint, { round: 0.008 });
  const glass = mix(TONES.sky, TONES.white, 0.35);
  for (const z of [0.024, -0.024]) {
    clay.box([0.2, 1.15, 0.006], [WIDE * 0.74, 0.72, z], mix([0, 0, 0], glass, dim), {
      round: 0,
      shadow: false,
    });
    clay.box([0.14, 0.018, 0.02], [WIDE - 0.13, 1.03, z * 2.2], mix([0, 0, 0], TONES.steel, dim), {
      round: 0.006,
      shadow: false,
    });
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(clay.positions), 3));
  geometry.setAttribute("color", new BufferAttribute(new Float32Array(clay.colours), 3));
  geometry.setIndex(outward(clay));
  return geometry;
}
