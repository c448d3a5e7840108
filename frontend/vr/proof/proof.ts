/**
 * A page for proof only, built by tests/browser/pictured.py and benchmarks/vr.py: any scene in the real Play and the
 * real Stage, with its dials where one wants them. It is no part of the site.
 */
import { type Object3D, Quaternion, Vector3 } from "three";
import { Play } from "../play/play";
import type { Moment, Settings } from "../play/types";
import type { Scene } from "../scene";
import type { EngineWords } from "../words";
import { Stage } from "../world/stage";

const SETTINGS: Settings = {
  captions: true,
  mono: false,
  reducedMotion: false,
  textSize: "normal",
  contrast: false,
  volume: 0.7,
  gaze: false,
};

class Proof {
  play!: Play;
  stage!: Stage;
  settings: Settings = { ...SETTINGS };
  moments: Moment[] = [];
  milliseconds = 0;
  frames = 0;
  /** Each frame is drawn to its end before the next: otherwise those that nobody asked for pile up and are drawn all the same. */
  paced = false;
  private drawn: (() => void) | undefined;
  private canvas = document.querySelector("canvas") as HTMLCanvasElement;

  /** Shows a scene, running; `full` puts every dial at its maximum. */
  show(scene: Scene, words: EngineWords, full: boolean): void {
    this.close();
    this.play = new Play(scene, { way: "screen" });
    this.moments = [];
    this.play.hear((moment) => this.moments.push(moment));
    this.play.do({ type: "start" });
    if (full) this.fill(scene);
    const before = performance.now();
    this.stage = new Stage(this.canvas, this.play, this.settings, {
      words,
      patient: true,
      each: () => this.count(),
    });
    this.milliseconds = performance.now() - before;
    this.frames = 0;
    this.stage.start();
  }

  private count(): void {
    this.frames += 1;
    if (this.paced) this.dot();
    this.drawn?.();
    this.drawn = undefined;
  }

  /** Reading a dot back waits for all that was drawn. */
  private dot(): void {
    const gl = this.stage.renderer.getContext();
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  /** The next frame as a PNG in base64, in a headset both eyes; a screenshot would have it draw on meanwhile. */
  picture(): Promise<string> {
    return new Promise((done) => {
      this.drawn = () => done(this.canvas.toDataURL("image/png").split(",")[1] as string);
    });
  }

  /** Hides room and people: what is tried with hands and rays needs no picture, and drawing is all that it costs. */
  bare(): void {
    const { rig } = this.stage;
    const places = (rig.parent as Object3D).children.filter((each) => each !== rig);
    for (const part of places.flatMap((each) => each.children)) part.visible = false;
  }

  /** A fresh canvas each time: what a stage leaves behind in the graphics card goes with its context. */
  close(): void {
    if (!this.stage) return;
    this.stage.dispose();
    const fresh = this.canvas.cloneNode() as HTMLCanvasElement;
    this.canvas.replaceWith(fresh);
    this.canvas = fresh;
  }

  private fill(scene: Scene): void {
    const { dials, target, people } = this.play.state;
    for (const dial of scene.dials) {
      (dials as Record<string, number>)[dial.key] = dial.max;
      (target as Record<string, number>)[dial.key] = dial.max;
    }
    for (const one of Object.values(people)) one.here = true;
  }

  /** As if the play asks it now. */
  ask(asking: "rating" | "nausea"): void {
    (this.play.state as { asking: string }).asking = asking;
  }

  target(id: string): { x: number; y: number; z: number } | null {
    const found = this.stage.headset.sheets.worldOf(id);
    return found && { x: found.x, y: found.y, z: found.z };
  }

  set(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings };
    this.stage.apply(this.settings);
  }

  /**
   * The turn that an emulated thing needs so that the ray of `space` meets a target, from the turn that it has: rays
   * of hands do not leave along the hand. In the axes of the headset's own space.
   */
  aim(id: string, space: Object3D, now: { x: number; y: number; z: number; w: number }): number[] {
    const target = this.stage.headset.sheets.worldOf(id);
    if (!target) throw new Error(`there is no ${id}`);
    const { rig } = this.stage;
    const inverse = rig.matrixWorld.clone().invert();
    const from = new Vector3().setFromMatrixPosition(space.matrixWorld).applyMatrix4(inverse);
    const has = new Vector3(0, 0, -1).transformDirection(space.matrixWorld).transformDirection(inverse);
    const wants = target.applyMatrix4(inverse).sub(from).normalize();
    const turn = new Quaternion().setFromUnitVectors(has, wants);
    return turn.multiply(new Quaternion(now.x, now.y, now.z, now.w)).toArray();
  }

  /** The rays of the left and the right, or of the head. */
  ray(which: "left" | "right" | "head"): Object3D {
    return which === "head" ? this.stage.camera : this.stage.headset.rays(which);
  }

  /** What is drawn now as a binary glTF in base64, and where the camera is: for another engine. */
  async baked(apart: boolean): Promise<{ model: string; camera: number[]; fov: number }> {
    const { camera } = this.stage;
    const { baked } = await import("./baked");
    const model = await baked(this.stage.rig.parent as Object3D, apart);
    return { model, camera: camera.matrixWorld.toArray(), fov: camera.fov };
  }

  after(frames: number): Promise<void> {
    const goal = this.frames + frames;
    return new Promise((done) => {
      const look = (): void => (this.frames >= goal ? done() : void setTimeout(look, 15));
      look();
    });
  }
}

declare global {
  interface Window {
    proof: Proof;
  }
}
window.proof = new Proof();
document.getElementById("enter")?.addEventListener("click", () => void window.proof.stage.enterHeadset());
