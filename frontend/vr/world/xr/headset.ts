import { Euler, Group, MathUtils, type Object3D, Quaternion, Vector3, type WebGLRenderer } from "three";
import type { PlayLike, Settings } from "../../play/types";
import type { View } from "../../scene";
import type { EngineWords } from "../../words";
import { Pace } from "./pace";
import { Pointers } from "./pointers";
import { Sheets } from "./sheets";

const INIT: XRSessionInit = { optionalFeatures: ["local-floor", "hand-tracking"] };
/** Calm and enough: fewer frames that are all there are better than many that stutter. */
const RATE = 72;

const angles = new Euler(0, 0, 0, "YXZ");
const turn = new Quaternion();
const head = new Vector3();
const UP = new Vector3(0, 1, 0);

type Offering = XRSystem & { offerSession?: (mode: string, init: XRSessionInit) => Promise<XRSession> };

/** The headset: its session, pointing, what is written in the air, and what happens when it comes off. */
export class Headset {
  readonly sheets: Sheets;
  /** Stands at the seat and looks ahead; what is written in the air hangs in it. */
  private readonly seat = new Group();
  private readonly pointers: Pointers;
  private readonly pace = new Pace();
  private view: View = { at: [0, 0], facing: 0, eye: 1.2 };
  private isToCentre = false;
  private isOver = false;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly rig: Object3D,
    private readonly camera: Object3D,
    private readonly play: PlayLike,
    words: EngineWords,
    private settings: Settings,
    private readonly means: { changed: () => void; fewer: (fewer: number) => void; isPatient: boolean },
  ) {
    renderer.xr.enabled = true;
    this.sheets = new Sheets(play, words, settings, () => this.recentre());
    this.seat.add(this.sheets.group);
    rig.parent?.add(this.seat);
    this.pointers = new Pointers(renderer, rig, this.sheets, () =>
      play.do({ type: "stop", reason: "asked" }),
    );
  }

  apply(settings: Settings): void {
    this.settings = settings;
    this.sheets.apply(settings);
  }

  /** Only in a gesture of the person. */
  async enter(): Promise<void> {
    const session = await navigator.xr?.requestSession("immersive-vr", INIT);
    if (session) await this.begin(session);
  }

  /** Some headsets show a button of their own beside the address. */
  offer(): void {
    const xr = navigator.xr as Offering | undefined;
    if (!xr?.offerSession) return;
    xr.offerSession("immersive-vr", INIT)
      .then((session) => (this.isOver ? session.end() : this.begin(session)))
      .catch(() => undefined);
  }

  /** Where the ray of a hand leaves. */
  rays(which: "left" | "right"): Object3D {
    return this.pointers.space(which);
  }

  leave(): void {
    void this.renderer.xr.getSession()?.end();
  }

  recentre(): void {
    this.isToCentre = true;
  }

  /** Another seat: the person and what is written sit there. */
  sit(view: View): void {
    this.view = view;
    this.seat.position.set(view.at[0], view.eye, view.at[1]);
    this.seat.rotation.y = -MathUtils.degToRad(view.facing);
    if (this.renderer.xr.isPresenting) this.isToCentre = true;
  }

  /** Before drawing; `late` is in seconds since the frame before, unclamped. */
  tick(seconds: number, late: number, frame: XRFrame | null): void {
    if (!this.renderer.xr.isPresenting) return;
    if (this.isToCentre && frame) this.centre(frame);
    const gaze = this.settings.gaze && !this.pointers.isPointed;
    this.sheets.update(gaze);
    this.pointers.tick(seconds, this.settings.gaze, this.camera);
    if (!this.means.isPatient) this.measure(late);
  }

  dispose(): void {
    this.isOver = true;
    this.leave();
    this.pointers.dispose();
    this.sheets.dispose();
    this.seat.removeFromParent();
  }

  private async begin(session: XRSession): Promise<void> {
    session.addEventListener("visibilitychange", () => this.seen(session));
    session.addEventListener("end", () => this.ended());
    const hasFloor = session.enabledFeatures?.includes("local-floor") ?? true;
    this.renderer.xr.setReferenceSpaceType(hasFloor ? "local-floor" : "local");
    await this.renderer.xr.setSession(session);
    this.renderer.xr.getReferenceSpace()?.addEventListener("reset", () => this.recentre());
    this.play.do({ type: "note", what: "xr", key: "entered" }, "system");
    this.sheets.group.visible = true;
    this.pointers.show(true);
    this.pace.begin();
    this.recentre();
    this.means.changed();
  }

  /** Off the head, or the menu of the headset before it: the scene waits and is silent. */
  private seen(session: XRSession): void {
    const key = session.visibilityState === "visible" ? "visible" : "hidden";
    this.play.do({ type: "note", what: "visibility", key }, "system");
  }

  private ended(): void {
    this.sheets.group.visible = false;
    this.pointers.show(false);
    // Whoever takes it off has not asked to go on on the screen.
    if (this.play.state.phase === "running") this.play.do({ type: "pause" }, "user");
    this.play.do({ type: "note", what: "xr", key: "left" }, "system");
    this.means.changed();
  }

  /** The rig so that the head is at the seat, at its height, and looks ahead. */
  private centre(frame: XRFrame): void {
    const space = this.renderer.xr.getReferenceSpace();
    const pose = space && frame.getViewerPose(space);
    if (!pose) return;
    this.isToCentre = false;
    const { position, orientation } = pose.transform;
    angles.setFromQuaternion(turn.set(orientation.x, orientation.y, orientation.z, orientation.w));
    const yaw = -MathUtils.degToRad(this.view.facing) - angles.y;
    head.set(position.x, position.y, position.z).applyAxisAngle(UP, yaw);
    this.rig.rotation.y = yaw;
    this.rig.position.set(this.view.at[0] - head.x, this.view.eye - head.y, this.view.at[1] - head.z);
  }

  private measure(late: number): void {
    const found = this.pace.add(late);
    if (found === "late") {
      const session = this.renderer.xr.getSession();
      void session?.updateTargetFrameRate?.(RATE).catch(() => undefined);
    }
    if (found === "fewer") this.means.fewer(this.pace.fewer);
    if (found === "low") this.play.do({ type: "note", what: "slow", key: "low" }, "system");
  }
}
