/**
 * The drawn scene as a plain model, for benchmarks/vr_peer: what another engine can read. People as they sit at that
 * moment, light as it lies; without what only our own shaders do (faces, wind).
 */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Group,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  SkinnedMesh,
  Vector3,
  type Material,
  type Object3D,
  type Texture,
} from "three";
import { GLTFExporter } from "three/examples/jsm/exporters/GLTFExporter.js";

/** Facets below which something is no thing of its own: leaves and blades of grass stay together. */
const SMALL = 24;

/** A binary glTF of what hangs below `root`: as few meshes as it has, or with `apart` one for each thing. */
export async function baked(root: Object3D, apart: boolean): Promise<string> {
  const plain = new Group();
  root.updateMatrixWorld(true);
  for (const mesh of drawn(root)) {
    const whole = still(mesh);
    for (const part of apart && mesh.geometry.hasAttribute("color") ? things(whole) : [whole])
      plain.add(part);
  }
  const file = (await new GLTFExporter().parseAsync(plain, { binary: true })) as ArrayBuffer;
  let text = "";
  for (const byte of new Uint8Array(file)) text += String.fromCharCode(byte);
  return btoa(text);
}

type Drawn = Mesh<BufferGeometry, Material & { map?: Texture | null; color?: Color }>;

function drawn(root: Object3D): Drawn[] {
  const found: Drawn[] = [];
  root.traverseVisible((each) => {
    if (each instanceof Mesh && !(each instanceof InstancedMesh)) found.push(each as Drawn);
  });
  return found;
}

function still(mesh: Drawn): Mesh<BufferGeometry, Material> {
  const geometry = new BufferGeometry();
  for (const name of ["position", "normal", "color", "uv"]) {
    const found = mesh.geometry.getAttribute(name);
    if (found) geometry.setAttribute(name, found.clone());
  }
  geometry.setIndex(mesh.geometry.index);
  if (mesh instanceof SkinnedMesh) posed(mesh, geometry);
  geometry.applyMatrix4(mesh.matrixWorld);
  const { map, vertexColors, transparent } = mesh.material;
  const how = { vertexColors, transparent, ...(map ? { map } : {}) };
  const lit = mesh instanceof SkinnedMesh;
  return new Mesh(
    geometry,
    lit ? new MeshStandardMaterial({ ...how, roughness: 1, metalness: 0 }) : new MeshBasicMaterial(how),
  );
}

/** Puts the corners of people where their bones are now. */
function posed(mesh: SkinnedMesh, geometry: BufferGeometry): void {
  const matrices = mesh.skeleton.boneMatrices as Float32Array;
  const [bones, weights] = [
    mesh.geometry.getAttribute("skinIndex"),
    mesh.geometry.getAttribute("skinWeight"),
  ];
  const [from, to, bone] = [new Vector3(), new Vector3(), new Matrix4()];
  for (const name of ["position", "normal"] as const) {
    const values = geometry.getAttribute(name) as BufferAttribute;
    for (let corner = 0; corner < values.count; corner += 1) {
      to.set(0, 0, 0);
      for (let one = 0; one < 4; one += 1) {
        const share = weights.getComponent(corner, one);
        if (!share) continue;
        bone.fromArray(matrices, bones.getComponent(corner, one) * 16);
        from.fromBufferAttribute(values, corner);
        if (name === "position") from.applyMatrix4(bone);
        else from.transformDirection(bone);
        to.addScaledVector(from, share);
      }
      values.setXYZ(corner, to.x, to.y, to.z);
    }
  }
}

/** What hangs together as one mesh each, and all that is small in one more. */
function things(mesh: Mesh<BufferGeometry, Material>): Mesh[] {
  const index = [...(mesh.geometry.index?.array ?? [])];
  const root = Array.from({ length: mesh.geometry.getAttribute("position").count }, (_, corner) => corner);
  const top = (corner: number): number => {
    let at = corner;
    while (root[at] !== at) at = root[at] = root[root[at] as number] as number;
    return at;
  };
  for (let place = 0; place < index.length; place += 3) {
    root[top(index[place + 1] as number)] = top(index[place] as number);
    root[top(index[place + 2] as number)] = top(index[place] as number);
  }
  const groups = new Map<number, number[]>();
  for (let place = 0; place < index.length; place += 3) {
    const key = top(index[place] as number);
    const group = groups.get(key) ?? [];
    group.push(...index.slice(place, place + 3));
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const small = all.filter((each) => each.length < SMALL * 3).flat();
  const large = all.filter((each) => each.length >= SMALL * 3);
  return [...large, ...(small.length ? [small] : [])].map((each) => part(mesh, each));
}

function part(mesh: Mesh<BufferGeometry, Material>, index: number[]): Mesh {
  const kept = [...new Set(index)];
  const number = new Map(kept.map((corner, place) => [corner, place]));
  const geometry = new BufferGeometry();
  for (const [name, values] of Object.entries(mesh.geometry.attributes)) {
    const own = new Float32Array(kept.length * values.itemSize);
    kept.forEach((corner, place) => {
      for (let one = 0; one < values.itemSize; one += 1)
        own[place * values.itemSize + one] = values.getComponent(corner, one);
    });
    geometry.setAttribute(name, new BufferAttribute(own, values.itemSize));
  }
  geometry.setIndex(index.map((corner) => number.get(corner) as number));
  return new Mesh(geometry, mesh.material);
}
