import type { MeshLambertMaterial, Vector4 } from "three";
import type { Mood } from "../../scene";

/** What a face does; 0 is at rest. */
export interface Face {
  /** Brows up, and their inner ends down (angry) or up (sad). */
  raise: number;
  tilt: number;
  /** How far the eyes are open, the lower lid up, and the outer corner up. */
  lid: number;
  under: number;
  slant: number;
  smile: number;
  open: number;
  wide: number;
  blush: number;
}

type Parts = readonly [
  raise: number,
  tilt: number,
  lid: number,
  under: number,
  slant: number,
  smile: number,
  open: number,
  wide: number,
  blush: number,
];

const MOODS: Readonly<Record<Mood, Parts>> = {
  friendly: [0.2, -0.1, 0.8, 0.22, 0.05, 0.62, 0, 0.06, 0.35],
  happy: [0.5, -0.15, 0.74, 0.6, 0.08, 1.05, 0.42, 0.26, 0.6],
  neutral: [0, 0, 0.76, 0.05, 0, 0.06, 0, 0, 0.18],
  worried: [0.5, -1.05, 0.86, 0.1, -0.28, -0.42, 0.05, -0.14, 0.14],
  sad: [0.12, -1.35, 0.56, 0.06, -0.45, -0.85, 0, -0.12, 0.12],
  tense: [-0.12, 0.5, 0.95, 0.42, 0.05, -0.18, 0, -0.3, 0.12],
  angry: [-0.62, 1.4, 0.76, 0.34, 0.42, -0.7, 0.06, -0.04, 0.5],
  tired: [0.05, -0.35, 0.36, 0.02, -0.18, -0.22, 0, -0.05, 0.05],
};

export function face(mood: Mood): Face {
  const made = { raise: 0, tilt: 0, lid: 0, under: 0, slant: 0, smile: 0, open: 0, wide: 0, blush: 0 };
  toward(made, mood, 1);
  return made;
}

/** A share of the way to a mood. Nothing jumps. */
export function toward(now: Face, mood: Mood, share: number): void {
  const to = MOODS[mood];
  now.raise += (to[0] - now.raise) * share;
  now.tilt += (to[1] - now.tilt) * share;
  now.lid += (to[2] - now.lid) * share;
  now.under += (to[3] - now.under) * share;
  now.slant += (to[4] - now.slant) * share;
  now.smile += (to[5] - now.smile) * share;
  now.open += (to[6] - now.open) * share;
  now.wide += (to[7] - now.wide) * share;
  now.blush += (to[8] - now.blush) * share;
}

/** Numbers that a face takes in the shader: five times four. */
export const FACE_PARTS = 5;

/**
 * Draws faces on the heads of the company: eyes, brows and mouths as curves, worked out for each dot, so that they
 * stay sharp from near and move without a picture for each mood. One material for everybody.
 */
export function drawsFaces(material: MeshLambertMaterial, faces: { value: Vector4[] }): void {
  material.onBeforeCompile = (shader) => {
    shader.uniforms["uFaces"] = faces;
    shader.vertexShader = shader.vertexShader
      .replace(
        "#include <common>",
        "#include <common>\nattribute vec3 face;\nattribute float whose;\nvarying vec3 vFace;\nflat varying int vWhose;",
      )
      .replace(
        "#include <begin_vertex>",
        "#include <begin_vertex>\nvFace = face;\nvWhose = int(whose + 0.5);",
      );
    shader.fragmentShader = shader.fragmentShader
      .replace("#include <common>", `#include <common>\n${drawing(faces.value.length)}`)
      .replace(
        "#include <color_fragment>",
        `#include <color_fragment>
        float dot_ = max(0.0015, length(fwidth(vFace.xy)) * 0.7);
        int at_ = vWhose * ${FACE_PARTS};
        if (vFace.z > 1.5) diffuseColor.rgb = clothOf(diffuseColor.rgb, vFace, at_, dot_);
        else if (vFace.z > 0.5) diffuseColor.rgb = faceOf(diffuseColor.rgb, vFace.xy, at_, dot_);`,
      );
  };
}

function drawing(count: number): string {
  return /* glsl */ `
varying vec3 vFace;
flat varying int vWhose;
uniform vec4 uFaces[${count}];

float under(float d, float e) { return 1.0 - smoothstep(-e, e, d); }
float line(float d, float w, float e) { return 1.0 - smoothstep(w - e, w + e, abs(d)); }

vec3 eyeOf(vec3 skin, vec2 q, float s, vec4 a, vec4 b, vec3 iris, vec3 brow, float e) {
  const float W = 0.165;
  float n = clamp(q.x / W, -1.0, 1.0);
  float arc = 1.0 - n * n;
  float top = mix(-0.055, 0.124, a.z) * pow(arc, 0.72) + b.z * q.x * 0.42;
  float low = -0.07 * (1.0 - a.w * 0.75) * arc + b.z * q.x * 0.3;
  top = max(top, low);
  float inside = under(q.y - top, e) * under(low - q.y, e) * under(abs(q.x) - W, e);
  skin = mix(skin, skin * vec3(0.9, 0.84, 0.82), 0.6 * smoothstep(0.26, 0.1, length(q * vec2(0.9, 1.25))));
  skin = mix(skin, skin * vec3(0.76, 0.66, 0.62), 0.55 * line(q.y - top - 0.045, 0.007, e * 1.5) * under(abs(q.x) - W * 0.9, 0.04) * a.z);
  vec3 white = vec3(0.9, 0.885, 0.86) * mix(0.72, 1.0, smoothstep(0.0, 0.07, top - q.y));
  vec2 i = q - vec2(s * a.x * 0.07, a.y * 0.05 + 0.018);
  float r = length(i);
  vec3 ring = mix(iris * 1.25, iris * 0.35, smoothstep(0.055, 0.092, r)) * (0.8 + 0.35 * smoothstep(0.05, -0.07, i.y));
  vec3 eye = mix(white, ring, under(r - 0.089, e));
  eye = mix(eye, vec3(0.012), under(r - 0.045, e));
  eye = mix(eye, vec3(1.0), under(length(i - vec2(-s * 0.028, 0.032)) - 0.019, e));
  eye = mix(eye, vec3(0.8), 0.5 * under(length(i - vec2(s * 0.026, -0.03)) - 0.01, e));
  skin = mix(skin, eye, inside);
  float lash = line(q.y - top, 0.0165 + 0.007 * n, e) * under(abs(q.x) - W * 1.06, e);
  skin = mix(skin, brow * 0.28, lash * 0.92);
  float lower = line(q.y - low, 0.006, e) * under(abs(q.x) - W * 0.9, 0.02);
  return mix(skin, skin * 0.6, lower * 0.55);
}

vec3 mouthOf(vec3 skin, vec2 p, vec4 c, float e) {
  float w = 0.235 * (1.0 + c.z);
  vec2 q = p - vec2(0.0, -0.61);
  float n = clamp(q.x / w, -1.0, 1.0);
  float arc = 1.0 - n * n;
  float curve = c.x * 0.105 * (n * n - 0.42);
  float top = curve + c.y * 0.05 * arc;
  float low = curve - c.y * 0.17 * pow(arc, 0.7);
  float across = under(abs(q.x) - w, e * 1.5);
  vec3 lip = skin * vec3(0.84, 0.55, 0.52);
  float upper = 0.042 * pow(arc, 0.8) * (1.0 - 0.22 * exp(-q.x * q.x * 900.0));
  float lower = 0.062 * pow(arc, 0.7);
  float lips = under(q.y - top - upper, e) * under(low - lower - q.y, e) * across;
  skin = mix(skin, lip * mix(0.86, 1.1, smoothstep(top, low - lower, q.y)), lips * 0.72);
  float gap = under(q.y - top, e) * under(low - q.y, e) * across * smoothstep(0.0, 0.06, c.y);
  vec3 inside = vec3(0.16, 0.035, 0.035);
  inside = mix(inside, vec3(0.86, 0.84, 0.79), smoothstep(0.14, 0.34, c.y + c.x * 0.1) * under(top - 0.05 - q.y, e));
  inside = mix(inside, vec3(0.62, 0.22, 0.2), under(q.y - low - 0.05, 0.02) * smoothstep(0.3, 0.6, c.y));
  skin = mix(skin, inside, gap);
  float seam = line(q.y - mix(top, top, 0.5), 0.0085, e) * across;
  skin = mix(skin, skin * vec3(0.42, 0.28, 0.26), seam * (1.0 - gap) * 0.85);
  float fold = exp(-pow((abs(q.x) - w - 0.03) * 22.0, 2.0)) * exp(-pow((q.y - c.x * 0.07) * 12.0, 2.0));
  return skin * (1.0 - 0.12 * fold * (0.5 + abs(c.x) * 0.6));
}

vec3 clothOf(vec3 top, vec3 at, int who, float e) {
  float cut = uFaces[who + 3].w;
  vec2 p = at.xy;
  float front = 1.0 - smoothstep(2.05, 2.3, at.z);
  top *= 1.0 - 0.05 * line(p.y + 5.28, 0.03, e * 2.0);
  if (cut < 0.5) return top * (1.0 - 0.14 * line(p.y + 0.03 - 0.1 * p.x * p.x, 0.025, e * 1.5));
  float under_ = uFaces[who + 4].w;
  vec3 shirt = mix(vec3(0.93, 0.91, 0.87), top, under_);
  if (cut > 2.5) return mix(top, shirt, 0.85 * under(abs(fract(p.y * 1.15) - 0.5) - 0.2, e * 1.5));
  float m = abs(p.x);
  if (cut > 1.5) {
    float seam = line(m - 0.16, 0.012, e) * front;
    float knob = under(length(vec2(m, fract(p.y * 1.3 + 0.5) - 0.5) * vec2(1.0, 0.77)) - 0.035, e) * front * step(p.y, -0.3);
    float collar = under(m - 0.62 - p.y * 0.5, e) * under(0.04 - m - (p.y + 0.62) * 0.42, e) * step(-0.62, p.y) * front;
    top = mix(top, top * 0.82, seam * 0.8);
    top = mix(top, top * 1.16 + 0.02, collar * 0.8);
    return mix(top, shirt, knob);
  }
  float open = 0.34 + max(0.0, p.y + 2.1) * 0.13;
  float gap = under(m - open, e) * front;
  float hem = line(m - open - 0.05, 0.05, e) * front;
  top = mix(top, top * 0.86, hem);
  shirt *= 1.0 - 0.2 * smoothstep(open - 0.16, open, m);
  return mix(top, shirt, gap);
}

vec3 faceOf(vec3 skin, vec2 p, int at, float e) {
  vec4 a = uFaces[at];
  vec4 b = uFaces[at + 1];
  vec4 c = uFaces[at + 2];
  vec3 brow = uFaces[at + 3].rgb;
  vec3 iris = uFaces[at + 4].rgb;
  float s = sign(p.x);
  float m = abs(p.x);
  float rosy = smoothstep(0.3, 0.02, length((vec2(m, p.y) - vec2(0.43, -0.33)) * vec2(1.0, 1.2)));
  skin = mix(skin, skin * vec3(1.06, 0.74, 0.7), rosy * b.w * 0.75);
  skin *= 1.0 - 0.16 * smoothstep(0.16, 0.02, length((p - vec2(0.0, -0.385)) * vec2(0.8, 1.7)));
  skin = eyeOf(skin, vec2(m - 0.325, p.y + 0.01), s, a, b, iris, brow, e);
  float t = clamp((m - 0.13) / 0.4, 0.0, 1.0);
  float mid = 0.222 + b.x * 0.085 + (t - 0.55) * b.y * 0.13 + 0.05 * sin(t * 3.1416) - 0.02 * t;
  float thick = 0.038 * (1.0 - 0.62 * t) * smoothstep(0.0, 0.1, t) + 0.004;
  float shape = line(p.y - mid, thick, e * 1.4) * under(0.13 - m, 0.012) * under(m - 0.53, 0.012);
  skin = mix(skin, brow, shape * 0.9);
  float frown = max(0.0, b.y) * exp(-pow((m - 0.06) * 40.0, 2.0)) * exp(-pow((p.y - 0.2) * 11.0, 2.0));
  skin *= 1.0 - 0.3 * frown;
  return mouthOf(skin, p, c, e);
}
`;
}
