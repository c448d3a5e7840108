import { BackSide, Mesh, MeshBasicMaterial, SphereGeometry } from "three";

/** Seconds to dark, and again to light. */
const HALF = 0.3;

/**
 * A change of place or seat: to dark, cut, and light again. Nothing moves the one who sits. It hangs around the head,
 * and is only drawn while it does something.
 */
export class Fade {
  readonly mesh: Mesh<SphereGeometry, MeshBasicMaterial>;
  private dark = 0;
  private cut: (() => void) | null = null;
  private pace = 1;

  constructor() {
    const material = new MeshBasicMaterial({
      color: "#1d2735",
      side: BackSide,
      transparent: true,
      depthTest: false,
      depthWrite: false,
    });
    this.mesh = new Mesh(new SphereGeometry(0.3, 12, 8), material);
    this.mesh.renderOrder = 1000;
    this.mesh.visible = false;
    this.mesh.frustumCulled = false;
  }

  get isBusy(): boolean {
    return this.cut !== null || this.dark > 0;
  }

  /** `pace` 2 is twice as fast: the quiet place is there in the same 300 ms, light again included. */
  through(cut: () => void, pace = 1): void {
    this.cut = cut;
    this.pace = pace;
  }

  tick(seconds: number): void {
    if (!this.isBusy) return;
    const step = (seconds / HALF) * this.pace;
    this.dark = this.cut ? Math.min(1, this.dark + step) : Math.max(0, this.dark - step);
    if (this.cut && this.dark >= 1) {
      const { cut } = this;
      this.cut = null;
      cut();
    }
    this.mesh.visible = this.dark > 0;
    this.mesh.material.opacity = this.dark;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
