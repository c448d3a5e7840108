/**
 * A page for proof only, built by tests/browser/pictured.py and benchmarks/vr.py: any scene in the real Play and the
 * real Stage, with its dials where one wants them. It is no part of the site.
 */
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
    this.stage = new Stage(this.canvas, this.play, this.settings, { words, each: () => (this.frames += 1) });
    this.milliseconds = performance.now() - before;
    this.frames = 0;
    this.stage.start();
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

  /** The place and turn of the seat's axes in the room, for aiming an emulated hand. */
  rig(): { x: number; y: number; z: number; turn: number } {
    const { position, rotation } = this.stage.rig;
    return { x: position.x, y: position.y, z: position.z, turn: rotation.y };
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
