import { Group, MathUtils, PerspectiveCamera, Quaternion, Scene, Vector3, WebGLRenderer } from "three";
import type { PlayLike, Settings } from "../play/types";
import type { View } from "../scene";
import type { EngineWords } from "../words";
import { Fade } from "./fade";
import { Looking, tilt, viewHeight } from "./looking";
import { People } from "./people/people";
import { seated } from "./people/spots";
import { disposed, place, type Place } from "./place";
import { Leaves } from "./room/leaves";
import { shining } from "./room/light";
import { QUIET } from "./quiet";
import { Headset } from "./xr/headset";

/** A head in the axes of the room: place in metres and turn as a quaternion. */
export type Pose = readonly [x: number, y: number, z: number, qx: number, qy: number, qz: number, qw: number];

/** What drawing costs, of the frame before. In stereo both eyes together. */
export interface Report {
  calls: number;
  triangles: number;
  textures: number;
  geometries: number;
  /** Between two frames, smoothed. */
  milliseconds: number;
}

export interface StageOptions {
  /** Mirrors another screen: ticks nothing and looks where `follow` says. */
  spectator?: boolean;
  words: EngineWords;
  /** Late frames have no consequence: for proof on machines that draw in software. */
  patient?: boolean;
  /** Each frame, in a headset too, where the page's own frames stand still. */
  each?: (seconds: number) => void;
}

type Where = "own" | "other" | "quiet";

/** Softest that a flat screen may be drawn at: more than this is not seen and costs battery. */
const FINEST = 2;
/** Milliseconds between frames on a flat screen above which it is drawn less finely, down to the least. */
const SLOW = 45;
const LEAST = 0.6;
/** Seconds between looks at that. */
const LOOK = 2.5;
const LONGEST = 0.1;
/** Seconds after which the quiet place is made. */
const SOON = 0.8;

/**
 * The picture of a scene, on a flat screen and in a headset. It reads the state of the play each frame and never
 * changes it but by `do` and `tick`.
 */
export class Stage {
  readonly report: Report = { calls: 0, triangles: 0, textures: 0, geometries: 0, milliseconds: 0 };
  readonly renderer: WebGLRenderer;
  readonly rig = new Group();
  readonly camera = new PerspectiveCamera(60, 1.6, 0.05, 150);
  private readonly scene = new Scene();
  private readonly here: Place;
  private quiet: Place | null = null;
  private readonly people: People;
  private readonly leaves: Leaves;
  private readonly eye = new Vector3();
  private readonly looking: Looking;
  private readonly fade = new Fade();
  readonly headset: Headset;
  private readonly resizing: ResizeObserver;
  private where: Where = "own";
  private going: Where = "own";
  private before = 0;
  private life = 0;
  private clock = 0;
  private finest = FINEST;
  private looked = 0;
  private wind = 1;
  private readonly aim = new Quaternion();
  private followed = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly play: PlayLike,
    settings: Settings,
    private readonly options: StageOptions,
  ) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: "low-power" });
    this.renderer.info.autoReset = false;
    const { scene } = play.state;
    const props = seated(scene);
    this.here = place({ ...scene, props });
    this.people = new People(scene, props, this.here.doors);
    this.leaves = new Leaves(scene.room, this.here.doors, scene.room.kind === "doorway");
    this.here.group.add(this.people.company.group, this.leaves.group);
    this.camera.add(this.fade.mesh);
    this.rig.add(this.camera);
    this.scene.add(this.here.group, this.rig);
    this.scene.add(...shining(this.here.day));
    this.looking = new Looking(canvas, this.camera);
    this.headset = new Headset(this.renderer, this.rig, this.camera, play, options.words, settings, {
      changed: () => this.worn(),
      fewer: (fewer) => (this.people.fewer = fewer),
      isPatient: options.patient ?? false,
    });
    this.resizing = new ResizeObserver(() => this.fit());
    this.resizing.observe(canvas);
    this.fit();
    this.sit("own");
    this.apply(settings);
  }

  start(): void {
    this.before = performance.now();
    this.renderer.setAnimationLoop(this.frame);
    if (!this.options.spectator) this.headset.offer();
  }

  /** Draws nothing for a while: the picture is not looked at. `start` goes on. */
  rest(): void {
    this.renderer.setAnimationLoop(null);
  }

  dispose(): void {
    this.renderer.setAnimationLoop(null);
    this.resizing.disconnect();
    this.looking.dispose();
    this.headset.dispose();
    this.fade.dispose();
    this.people.dispose();
    this.leaves.dispose();
    disposed(this.here.group);
    if (this.quiet) disposed(this.quiet.group);
    this.renderer.dispose();
  }

  apply(settings: Settings): void {
    this.headset.apply(settings);
    this.wind = settings.reducedMotion ? 0 : 1;
    this.here.wind.uniforms.wind.value = this.wind;
    if (this.quiet) this.quiet.wind.uniforms.wind.value = this.wind;
  }

  enterHeadset(): Promise<void> {
    return this.headset.enter();
  }

  recentre(): void {
    this.looking.straight();
    this.headset.recentre();
  }

  pose(): Pose {
    const { elements: at } = this.camera.matrixWorld;
    this.camera.getWorldQuaternion(this.aim);
    const { x, y, z, w } = this.aim;
    return [at[12] as number, at[13] as number, at[14] as number, x, y, z, w];
  }

  follow(pose: Pose): void {
    this.aim.set(pose[3], pose[4], pose[5], pose[6]);
    this.followed = true;
  }

  /** The quiet place: made just after the scene is there, or at once when it is asked for before. */
  private garden(): Place {
    if (!this.quiet) {
      this.quiet = place(QUIET);
      this.quiet.group.visible = false;
      this.quiet.wind.uniforms.wind.value = this.wind;
      this.scene.add(this.quiet.group);
    }
    return this.quiet;
  }

  private readonly frame = (now: number, frame?: XRFrame): void => {
    const late = Math.max(0, (now - this.before) / 1000);
    const seconds = Math.min(LONGEST, late);
    this.before = now;
    this.life += seconds;
    this.report.milliseconds += (seconds * 1000 - this.report.milliseconds) * 0.08;
    if (!this.options.spectator) this.play.tick(late);
    this.move();
    this.fade.tick(seconds);
    this.here.wind.uniforms.time.value = this.life;
    if (this.quiet) this.quiet.wind.uniforms.time.value = this.life;
    else if (this.life > SOON) this.garden();
    if (this.followed) this.camera.quaternion.slerp(this.aim, 1 - Math.exp(-seconds * 8));
    else if (!this.renderer.xr.isPresenting)
      this.looking.tick(seconds, tilt(this.play.state.scene, this.where));
    this.headset.tick(seconds, late, frame ?? null);
    this.live(seconds);
    this.draw();
    this.ease();
    this.options.each?.(seconds);
  };

  /** Where the picture is now: a change of it takes a moment. */
  get place(): Where {
    return this.where;
  }

  private readonly isNear = (x: number, z: number, reach: number): boolean => this.people.isNear(x, z, reach);

  private live(seconds: number): void {
    if (this.where === "quiet") return;
    this.camera.getWorldPosition(this.eye);
    this.people.tick(seconds, this.life, this.clockNow(seconds), this.play.state, this.eye, this.where);
    this.leaves.tick(seconds, this.isNear);
  }

  /** Scene time without the steps in which a mirror hears of it. */
  private clockNow(seconds: number): number {
    const { clock, phase } = this.play.state;
    if (phase === "running") this.clock += seconds;
    const behind = clock - this.clock;
    this.clock += Math.abs(behind) > 0.6 ? behind : behind * 0.1;
    return this.clock;
  }

  /** A machine without a graphics card gets fewer dots rather than fewer frames. */
  private ease(): void {
    if (this.options.patient || this.life - this.looked < LOOK) return;
    this.looked = this.life;
    if (this.report.milliseconds < SLOW || this.finest <= LEAST || this.renderer.xr.isPresenting) return;
    this.finest = Math.max(LEAST, Math.min(this.finest, devicePixelRatio) * 0.75);
    this.fit();
  }

  private draw(): void {
    this.renderer.info.reset();
    this.renderer.render(this.scene, this.camera);
    const { render, memory } = this.renderer.info;
    this.report.calls = render.calls;
    this.report.triangles = render.triangles;
    this.report.textures = memory.textures;
    this.report.geometries = memory.geometries;
  }

  /** Where the play says that one is now. A stop ends in the quiet place, never in the dark. */
  private wanted(): Where {
    const { phase, replay, seat, scene } = this.play.state;
    if (phase === "safe-place" || (phase === "ended" && !replay)) return "quiet";
    return seat === "other" && scene.other ? "other" : "own";
  }

  private move(): void {
    const wanted = this.wanted();
    if (wanted === this.going) return;
    this.going = wanted;
    this.fade.through(() => this.sit(this.going), wanted === "quiet" ? 2 : 1);
  }

  private sit(where: Where): void {
    this.where = this.going = where;
    this.here.group.visible = where !== "quiet";
    if (where === "quiet" || this.quiet) this.garden().group.visible = where === "quiet";
    const view = this.view(where);
    this.headset.sit(view);
    if (this.renderer.xr.isPresenting) return;
    this.rig.position.set(view.at[0], 0, view.at[1]);
    this.rig.rotation.y = -MathUtils.degToRad(view.facing);
    this.camera.position.set(0, view.eye, 0);
    this.looking.straight();
  }

  /** In or out of the headset: the flat camera again as it was. */
  private worn(): void {
    if (this.renderer.xr.isPresenting) return;
    this.sit(this.where);
    this.fit();
  }

  private view(where: Where): View {
    if (where === "quiet") return QUIET.start;
    const { start, other } = this.play.state.scene;
    return where === "other" && other ? other : start;
  }

  private fit(): void {
    const { clientWidth: wide, clientHeight: high } = this.canvas;
    if (!wide || !high || this.renderer.xr.isPresenting) return;
    this.renderer.setPixelRatio(Math.min(this.finest, devicePixelRatio));
    this.renderer.setSize(wide, high, false);
    this.camera.aspect = wide / high;
    this.camera.fov = viewHeight(wide / high);
    this.camera.updateProjectionMatrix();
  }
}
