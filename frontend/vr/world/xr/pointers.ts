import {
  CylinderGeometry,
  type Group,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  type Object3D,
  Quaternion,
  SphereGeometry,
  Vector3,
  type WebGLRenderer,
} from "three";
import type { Sheet, Target } from "./sheet";
import type { Sheets } from "./sheets";

const origin = new Vector3();
const way = new Vector3();
const local = new Vector3();
const localWay = new Vector3();
const place = new Vector3();
const size = new Vector3();
const inverse = new Matrix4();
const matrix = new Matrix4();
const turn = new Quaternion();
const UP = new Vector3(0, 1, 0);
const GONE = new Matrix4().makeScale(0, 0, 0);

interface Hand {
  readonly space: Group;
  source: XRInputSource | null;
  sheet: Sheet | null;
  target: Target | null;
}

/** Buttons of a controller by the standard order; 5 is B on the right and Y on the left. */
const STOPS = 5;
/** Seconds to hold it. */
const HOLD = 1;

/**
 * Pointing in a headset: controllers and pinching hands by the ray that the platform gives, and the gaze where the
 * person wants that. Both hands do the same.
 */
export class Pointers {
  private readonly hands: Hand[];
  private readonly rays: InstancedMesh<CylinderGeometry, MeshBasicMaterial>;
  private readonly dots: InstancedMesh<SphereGeometry, MeshBasicMaterial>;
  private held = 0;

  constructor(
    renderer: WebGLRenderer,
    rig: Object3D,
    private readonly sheets: Sheets,
    private readonly stop: () => void,
  ) {
    const ink = new MeshBasicMaterial({
      color: "#fdfbf6",
      transparent: true,
      opacity: 0.75,
      depthTest: false,
    });
    this.rays = new InstancedMesh(new CylinderGeometry(0.0022, 0.0022, 1, 6, 1, true), ink, 2);
    this.dots = new InstancedMesh(new SphereGeometry(0.011, 12, 8), ink.clone(), 3);
    for (const mesh of [this.rays, this.dots]) {
      mesh.frustumCulled = false;
      mesh.renderOrder = 600;
      mesh.visible = false;
      rig.parent?.add(mesh);
    }
    this.hands = [0, 1].map((number) => {
      const space = renderer.xr.getController(number) as Group;
      rig.add(space);
      const hand: Hand = { space, source: null, sheet: null, target: null };
      space.addEventListener(
        "connected" as never,
        (event: { data: XRInputSource }) => (hand.source = event.data),
      );
      space.addEventListener("disconnected" as never, () => (hand.source = null));
      space.addEventListener("selectstart" as never, () => this.press(hand));
      return hand;
    });
  }

  /** A controller or a hand that points; then the gaze does not choose. */
  get isPointed(): boolean {
    for (const { source } of this.hands) if (source?.targetRayMode === "tracked-pointer") return true;
    return false;
  }

  space(which: XRHandedness): Object3D {
    const found = this.hands.find(({ source }) => source?.handedness === which);
    return (found ?? (this.hands[0] as Hand)).space;
  }

  show(visible: boolean): void {
    this.rays.visible = this.dots.visible = visible;
  }

  tick(seconds: number, gaze: boolean, eye: Object3D): void {
    let isAimed = false;
    for (let number = 0; number < this.hands.length; number += 1) {
      const hand = this.hands[number] as Hand;
      const points =
        hand.source !== null && hand.source.targetRayMode === "tracked-pointer" && hand.space.visible;
      this.rays.setMatrixAt(number, GONE);
      this.dots.setMatrixAt(number, GONE);
      hand.sheet = hand.target = null;
      if (points) isAimed = this.aim(hand, number) || isAimed;
    }
    this.dots.setMatrixAt(2, GONE);
    if (!isAimed) this.sheets.hover(this.sheets.talk, null);
    if (gaze && !this.isPointed) this.look(seconds, eye);
    this.rays.instanceMatrix.needsUpdate = this.dots.instanceMatrix.needsUpdate = true;
    this.hold(seconds);
  }

  dispose(): void {
    for (const mesh of [this.rays, this.dots]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
      mesh.dispose();
      mesh.removeFromParent();
    }
  }

  private press(hand: Hand): void {
    if (hand.target && hand.target.kind !== "choose") this.sheets.choose(hand.target);
  }

  private aim(hand: Hand, number: number): boolean {
    this.rayOf(hand.space);
    for (const sheet of this.sheets.all) {
      const far = crosses(sheet);
      if (far < 0) continue;
      hand.sheet = sheet;
      hand.target = sheet.at(local.x, local.y);
      this.line(number, far);
      if (!hand.target) continue;
      this.sheets.hover(sheet, hand.target);
      return true;
    }
    return false;
  }

  private rayOf(from: Object3D): void {
    origin.setFromMatrixPosition(from.matrixWorld);
    way.set(0, 0, -1).transformDirection(from.matrixWorld);
  }

  /** From the hand to the sheet, and a dot on it. */
  private line(number: number, far: number): void {
    place.copy(origin).addScaledVector(way, far / 2);
    turn.setFromUnitVectors(UP, way);
    matrix.compose(place, turn, size.set(1, far, 1));
    this.rays.setMatrixAt(number, matrix);
    place.copy(origin).addScaledVector(way, far);
    this.dots.setMatrixAt(number, matrix.makeTranslation(place));
  }

  private look(seconds: number, eye: Object3D): void {
    this.rayOf(eye);
    for (const sheet of this.sheets.all) {
      const far = crosses(sheet);
      if (far < 0) continue;
      const target = sheet.at(local.x, local.y);
      this.sheets.hover(sheet, target);
      this.sheets.gazed(sheet, target, seconds);
      place.copy(origin).addScaledVector(way, far);
      this.dots.setMatrixAt(2, matrix.makeTranslation(place));
      return;
    }
  }

  /** B or Y held for a second stops, without aiming. */
  private hold(seconds: number): void {
    let isHeld = false;
    for (const { source } of this.hands) isHeld ||= source?.gamepad?.buttons[STOPS]?.pressed ?? false;
    const before = this.held;
    this.held = isHeld ? this.held + seconds : 0;
    if (before < HOLD && this.held >= HOLD) this.stop();
  }
}

/** How far along the ray a sheet is met, with the place on it in `local`; -1 beside it. */
function crosses(sheet: Sheet): number {
  inverse.copy(sheet.mesh.matrixWorld).invert();
  local.copy(origin).applyMatrix4(inverse);
  localWay.copy(way).transformDirection(inverse);
  if (Math.abs(localWay.z) < 1e-5) return -1;
  const far = -local.z / localWay.z;
  if (far <= 0) return -1;
  local.addScaledVector(localWay, far);
  const inside = Math.abs(local.x) <= sheet.wide / 2 && Math.abs(local.y) <= sheet.high / 2;
  return inside ? far : -1;
}
