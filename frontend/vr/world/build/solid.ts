import { BufferAttribute, BufferGeometry, Mesh, MeshBasicMaterial, Vector3 } from "three";
import type { Clay } from "./clay";
import type { Lighting } from "./daylight";
import { lit } from "./daylight";

/** What moves in the wind; one for a whole place. */
export interface Breeze {
  readonly uniforms: { time: { value: number }; wind: { value: number } };
}

export function breeze(): Breeze {
  return { uniforms: { time: { value: 0 }, wind: { value: 1 } } };
}

/** All that stands still, as one mesh that carries its own light: each lump in the light of its own place. */
export function solid(lumps: readonly (readonly [Clay, Lighting])[], wind: Breeze): Mesh {
  const positions: number[] = [];
  const sways: number[] = [];
  const indices: number[] = [];
  const colours = new Float32Array(lumps.reduce((sum, [clay]) => sum + clay.colours.length, 0));
  for (const [clay, lighting] of lumps) {
    const first = sways.length;
    colours.set(lit(clay, lighting), positions.length);
    for (const number of outward(clay)) indices.push(first + number);
    for (const number of clay.positions) positions.push(number);
    for (const number of clay.sways) sways.push(number);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("color", new BufferAttribute(colours, 3));
  geometry.setAttribute("sway", new BufferAttribute(new Float32Array(sways), 1));
  geometry.setIndex(indices);
  const mesh = new Mesh(geometry, swaying(wind));
  mesh.frustumCulled = false;
  mesh.matrixAutoUpdate = false;
  return mesh;
}

/** The corners of each facet, turned so that it is seen from the side its normals point to. */
export function outward(clay: {
  positions: readonly number[];
  normals: readonly number[];
  indices: readonly number[];
}): number[] {
  const [a, b, c, normal] = [new Vector3(), new Vector3(), new Vector3(), new Vector3()];
  const out = [...clay.indices];
  for (let place = 0; place < out.length; place += 3) {
    const [one, two, three] = [out[place] as number, out[place + 1] as number, out[place + 2] as number];
    a.fromArray(clay.positions, one * 3);
    b.fromArray(clay.positions, two * 3).sub(a);
    c.fromArray(clay.positions, three * 3).sub(a);
    b.cross(c);
    normal.fromArray(clay.normals, one * 3);
    normal.add(c.fromArray(clay.normals, two * 3)).add(c.fromArray(clay.normals, three * 3));
    if (b.dot(normal) < 0) [out[place + 1], out[place + 2]] = [three, two];
  }
  return out;
}

function swaying(wind: Breeze): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ vertexColors: true });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, { uTime: wind.uniforms.time, uWind: wind.uniforms.wind });
    shader.vertexShader = shader.vertexShader
      .replace(
        "#include <common>",
        "#include <common>\nattribute float sway;\nuniform float uTime;\nuniform float uWind;",
      )
      .replace(
        "#include <begin_vertex>",
        `#include <begin_vertex>
        float gust = sin(uTime * 0.9 + position.x * 0.7 + position.z * 0.5) + 0.5 * sin(uTime * 1.7 + position.z * 1.3);
        transformed.x += sway * uWind * gust;
        transformed.z += sway * uWind * 0.6 * sin(uTime * 0.8 + position.x);`,
      );
  };
  return material;
}
