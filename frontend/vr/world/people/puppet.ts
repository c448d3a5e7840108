import { Matrix4, Quaternion, Vector3 } from "three";
import { ARM, B, BONES, FORE, PARENT, resting, UPPER, type Build } from "./bones";

/** What a body does now. Angles in radians; places in the person's own metres, with the floor at 0. */
export interface Stance {
  readonly hips: Vector3;
  /** The whole body forward, and the back bent and turned. */
  pitch: number;
  lean: number;
  bend: number;
  twist: number;
  sway: number;
  shrug: number;
  headYaw: number;
  headPitch: number;
  headRoll: number;
  readonly handR: Vector3;
  readonly handL: Vector3;
  /** Turn of the hand about the lower arm: 0 thumb up when reaching ahead, 1.4 palm down. */
  rollR: number;
  rollL: number;
  /** How far the elbows stand out. */
  elbows: number;
  /** And how far behind; below 0 they come ahead. */
  behind: number;
  thighR: number;
  thighL: number;
  spread: number;
  kneeR: number;
  kneeL: number;
  footR: number;
  footL: number;
}

export function stance(): Stance {
  return {
    hips: new Vector3(),
    pitch: 0,
    lean: 0,
    bend: 0,
    twist: 0,
    sway: 0,
    shrug: 0,
    headYaw: 0,
    headPitch: 0,
    headRoll: 0,
    handR: new Vector3(0.25, 0.8, 0),
    handL: new Vector3(-0.25, 0.8, 0),
    rollR: 0,
    rollL: 0,
    elbows: 0.35,
    behind: 0.45,
    thighR: 0,
    thighL: 0,
    spread: 0.03,
    kneeR: 0,
    kneeL: 0,
    footR: 0,
    footL: 0,
  };
}

const X = new Vector3(1, 0, 0);
const Y = new Vector3(0, 1, 0);
const Z = new Vector3(0, 0, 1);
const ONE = new Vector3(1, 1, 1);
const turn = new Quaternion();
const inverse = new Quaternion();
const shoulder = new Vector3();
const reach = new Vector3();
const pole = new Vector3();
const elbow = new Vector3();
const lower = new Vector3();
const hang = new Vector3();
const spot = new Vector3();
const matrix = new Matrix4();

/** The skeleton of one person: from a stance to the places of its bones, without making anything new. */
export class Puppet {
  readonly rest: readonly Vector3[];
  private readonly offsets: readonly Vector3[];
  private readonly turns = BONES.map(() => new Quaternion());
  readonly places = BONES.map(() => new Vector3());
  readonly facings = BONES.map(() => new Quaternion());
  /** Where the person stands, how large and which way turned. */
  readonly root = new Matrix4();

  constructor(readonly made: Build) {
    this.rest = resting(made);
    this.offsets = this.rest.map((at, bone) =>
      at.clone().sub(this.rest[PARENT[bone] ?? -1] ?? new Vector3()),
    );
  }

  take(now: Stance): void {
    const { turns } = this;
    this.about(B.hips, X, now.pitch);
    this.about(B.spine, X, now.lean * 0.5).multiply(turn.setFromAxisAngle(Y, now.twist * 0.4));
    this.about(B.chest, X, now.lean * 0.5 + now.bend).multiply(turn.setFromAxisAngle(Y, now.twist * 0.6));
    (turns[B.chest] as Quaternion).multiply(turn.setFromAxisAngle(Z, now.sway));
    this.about(B.neck, Y, now.headYaw * 0.4).multiply(
      turn.setFromAxisAngle(X, now.headPitch * 0.45 - now.bend * 0.7),
    );
    this.about(B.head, Y, now.headYaw * 0.6).multiply(turn.setFromAxisAngle(X, now.headPitch * 0.55));
    (turns[B.head] as Quaternion).multiply(turn.setFromAxisAngle(Z, now.headRoll));
    this.about(B.thighR, Z, now.spread).multiply(turn.setFromAxisAngle(X, now.thighR));
    this.about(B.thighL, Z, -now.spread).multiply(turn.setFromAxisAngle(X, now.thighL));
    this.about(B.shinR, X, -now.kneeR);
    this.about(B.shinL, X, -now.kneeL);
    this.about(B.footR, X, now.footR);
    this.about(B.footL, X, now.footL);
    for (let bone = 0; bone < B.armR; bone += 1) this.follow(bone, now);
    this.arm(now, 1);
    this.arm(now, -1);
    for (let bone = B.thighR; bone < BONES.length; bone += 1) this.follow(bone, now);
  }

  /** The matrices that bring the body as it was made to where it is now, one after another from `first`. */
  write(into: Float32Array, first: number): void {
    for (let bone = 0; bone < BONES.length; bone += 1) {
      const facing = this.facings[bone] as Quaternion;
      spot.copy(this.rest[bone] as Vector3).applyQuaternion(facing);
      spot.subVectors(this.places[bone] as Vector3, spot);
      matrix.compose(spot, facing, ONE).premultiply(this.root);
      matrix.toArray(into, (first + bone) * 16);
    }
  }

  private about(bone: number, axis: Vector3, angle: number): Quaternion {
    return (this.turns[bone] as Quaternion).setFromAxisAngle(axis, angle);
  }

  private follow(bone: number, now: Stance): void {
    const place = this.places[bone] as Vector3;
    const facing = this.facings[bone] as Quaternion;
    const parent = PARENT[bone] as number;
    if (parent < 0) {
      place.copy(now.hips);
      facing.copy(this.turns[bone] as Quaternion);
      return;
    }
    const above = this.facings[parent] as Quaternion;
    place
      .copy(this.offsets[bone] as Vector3)
      .applyQuaternion(above)
      .add(this.places[parent] as Vector3);
    facing.copy(above).multiply(this.turns[bone] as Quaternion);
  }

  /** Upper and lower arm so that the hand comes where it should, the elbow down and out. */
  private arm(now: Stance, side: 1 | -1): void {
    const [upper, fore, hand] = side > 0 ? [B.armR, B.foreR, B.handR] : [B.armL, B.foreL, B.handL];
    const chest = this.facings[B.chest] as Quaternion;
    shoulder.copy(this.offsets[upper] as Vector3);
    shoulder.y += now.shrug;
    shoulder.applyQuaternion(chest).add(this.places[B.chest] as Vector3);
    reach.copy(side > 0 ? now.handR : now.handL).sub(shoulder);
    const far = Math.min(UPPER + FORE - 0.004, Math.max(0.12, reach.length()));
    reach.normalize();
    pole.set(now.elbows * side, -1, now.behind);
    pole.addScaledVector(reach, -pole.dot(reach)).normalize();
    const cosine = (UPPER * UPPER + far * far - FORE * FORE) / (2 * UPPER * far);
    const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
    elbow.copy(reach).multiplyScalar(cosine).addScaledVector(pole, sine);
    lower.copy(reach).multiplyScalar(far).addScaledVector(elbow, -UPPER).normalize();
    hang.set(ARM[0] * side, ARM[1], 0);
    inverse.copy(chest).invert();
    (this.turns[upper] as Quaternion).setFromUnitVectors(hang, elbow.applyQuaternion(inverse));
    (this.places[upper] as Vector3).copy(shoulder);
    (this.facings[upper] as Quaternion).copy(chest).multiply(this.turns[upper] as Quaternion);
    inverse.copy(this.facings[upper] as Quaternion).invert();
    (this.turns[fore] as Quaternion).setFromUnitVectors(hang, lower.applyQuaternion(inverse));
    turn.setFromAxisAngle(hang, side > 0 ? -now.rollR : now.rollL);
    (this.turns[fore] as Quaternion).multiply(turn);
    this.follow(fore, now);
    (this.turns[hand] as Quaternion).identity();
    this.follow(hand, now);
  }
}
