import {
  Bone,
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  Group,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Skeleton,
  SkinnedMesh,
  Uint16BufferAttribute,
  Vector4,
} from "three";
import type { Look } from "../../scene";
import { rgb, shade } from "../build/colour";
import { outward } from "../build/solid";
import { body, clothes, type Clothes } from "./body";
import { BONES, build, type Build } from "./bones";
import { drawsFaces, FACE_PARTS, type Face } from "./face";
import { Flesh } from "./flesh";
import { head } from "./head";
import type { Puppet } from "./puppet";

/** Somebody to be drawn: how they look, and lots of their own. */
export interface Body {
  readonly look: Look;
  readonly kind: "adult" | "child" | "teen";
  readonly random: () => number;
  readonly fine: boolean;
}

/** Its matrices are written by the puppets. */
class Strings extends Skeleton {
  override update(): void {
    if (this.boneTexture) this.boneTexture.needsUpdate = true;
  }
}

const IRIS = ["#5b3a22", "#6a4a2a", "#4a6a78", "#5d7350", "#3c2a1e", "#71573a"];
const flat = new Matrix4();

/** Everybody in a scene, in one mesh: one skin over all their bones, and their faces drawn by its material. */
export class Company {
  readonly group = new Group();
  readonly builds: readonly Build[];
  private readonly skin: SkinnedMesh<BufferGeometry, MeshLambertMaterial>;
  private readonly strings: Strings;
  private readonly faces: { value: Vector4[] };
  private readonly shadows: InstancedMesh<CircleGeometry, MeshBasicMaterial>;

  constructor(bodies: readonly Body[]) {
    const flesh = new Flesh();
    const worn: Clothes[] = [];
    this.builds = bodies.map((each, who) => {
      const made = build(each.kind, each.random, each.look.beard, each.fine);
      flesh.of(who, BONES.length);
      const wears = clothes(each.look, each.kind !== "child", each.random);
      worn.push(wears);
      body(flesh, made, wears);
      head(flesh, made, each.look);
      return made;
    });
    this.faces = { value: bodies.flatMap((each, who) => painted(each, worn[who] as Clothes)) };
    this.strings = new Strings(bodies.flatMap(() => BONES.map(() => new Bone())));
    const material = new MeshLambertMaterial({ vertexColors: true });
    drawsFaces(material, this.faces);
    this.skin = new SkinnedMesh(shaped(flesh), material);
    this.skin.bind(this.strings, new Matrix4());
    this.skin.frustumCulled = false;
    this.skin.matrixAutoUpdate = false;
    this.shadows = blobs(bodies.length);
    this.group.add(this.skin, this.shadows);
  }

  /** Bones and face of one person for this frame. */
  show(who: number, puppet: Puppet, face: Face, gazeX: number, gazeY: number, mouth: number): void {
    puppet.write(this.strings.boneMatrices as Float32Array, who * BONES.length);
    const at = who * FACE_PARTS;
    const { value } = this.faces;
    (value[at] as Vector4).set(gazeX, gazeY, face.lid, face.under);
    // Children's brows sit higher: they do not look stern when they look at their hands.
    const raise = face.raise + (puppet.made.head > 1.3 ? 0.35 : 0);
    (value[at + 1] as Vector4).set(raise, face.tilt, face.slant, face.blush);
    (value[at + 2] as Vector4).set(face.smile, Math.min(1, face.open + mouth), face.wide - mouth * 0.12, 0);
  }

  /** The soft dark spot beneath; `size` 0 where there is none. */
  shadow(who: number, x: number, z: number, size: number): void {
    flat.makeScale(size, 1, size).setPosition(x, 0.021, z);
    this.shadows.setMatrixAt(who, flat);
    this.shadows.instanceMatrix.needsUpdate = true;
  }

  dispose(): void {
    this.strings.dispose();
    this.shadows.dispose();
    for (const mesh of [this.skin, this.shadows]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
    this.group.removeFromParent();
  }
}

function painted({ look, random }: Body, wears: Clothes): Vector4[] {
  const brow =
    look.hairStyle === "scarf" || look.hairStyle === "bald" ? rgb("#2b1d14") : shade(rgb(look.hair), 0.62);
  const iris = rgb(IRIS[Math.floor(random() * IRIS.length)] ?? "#5b3a22");
  return [
    new Vector4(),
    new Vector4(),
    new Vector4(),
    new Vector4(brow[0], brow[1], brow[2], wears.cut),
    new Vector4(iris[0], iris[1], iris[2], wears.cut === 3 ? 0.35 : 0.1),
  ];
}

function shaped(flesh: Flesh): BufferGeometry {
  const geometry = new BufferGeometry();
  const add = (name: string, values: readonly number[], size: number): void => {
    geometry.setAttribute(name, new BufferAttribute(new Float32Array(values), size));
  };
  add("position", flesh.positions, 3);
  add("normal", flesh.normals, 3);
  add("color", flesh.colours, 3);
  add("skinWeight", flesh.weights, 4);
  add("face", flesh.faces, 3);
  add("whose", flesh.whose, 1);
  geometry.setAttribute("skinIndex", new Uint16BufferAttribute(flesh.bones, 4));
  geometry.setIndex(outward(flesh));
  return geometry;
}

function blobs(count: number): InstancedMesh<CircleGeometry, MeshBasicMaterial> {
  const geometry = new CircleGeometry(1, 22);
  geometry.rotateX(-Math.PI / 2);
  const corners = geometry.getAttribute("position").count;
  const colours = new Float32Array(corners * 4);
  // The middle is the first corner of a circle.
  colours.set([0.1, 0.08, 0.07, 0.5], 0);
  for (let corner = 1; corner < corners; corner += 1) colours.set([0.1, 0.08, 0.07, 0], corner * 4);
  geometry.setAttribute("color", new BufferAttribute(colours, 4));
  const material = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false });
  const mesh = new InstancedMesh(geometry, material, count);
  mesh.frustumCulled = false;
  return mesh;
}
