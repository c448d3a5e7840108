/** The page on which somebody practises a scene: Play, picture, sound, words and link put together. */
import { deviceStorage, heldHere, type Keeping } from "../device";
import { elsewhere } from "../flat/elsewhere";
import { Flat } from "../flat/flat";
import type { FlatMeans, FlatOptions } from "../flat/options";
import { remembered, type FlatSettings } from "../flat/settings";
import { watchBattery } from "../link/battery";
import { Link } from "../link/link";
import { Post, poster } from "../link/post";
import { Hearing } from "../link/voice";
import { Play, type PlayOptions, type Snapshot } from "../play/play";
import type { Moment } from "../play/types";
import type { Scene } from "../scene";
import { Sound } from "../sound/sound";
import type { EngineWords } from "../words";
import type { Stage } from "../world/stage";
import { canDraw, goOnHere, saidHere, told, type Told } from "./told";

/** Sound, the head for the coach, and the scene itself where no picture drives it: in a headset a page gets no frames. */
const TICK = 100;
/** Milliseconds that a start waits for the link, which may say that the scene goes on elsewhere. */
const WELCOME = 2500;

class Page {
  private settings: FlatSettings = remembered();
  private play: Play;
  private flat: Flat;
  private sound: Sound | null = null;
  private stage: Stage | null = null;
  private loading: Promise<Stage | null> | null = null;
  private readonly link: Link | null;
  /** The link said that one may be here, or says nothing. */
  private welcome: Promise<unknown> = Promise.resolve();
  private hearingCoach: Hearing | null = null;
  private readonly post: Post | null;
  private before = performance.now();
  private framed = 0;
  private drawing = false;
  private away = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly scene: Scene,
    private readonly words: EngineWords,
    private readonly player: Told,
    storage: Keeping | null,
  ) {
    this.play = this.newPlay();
    this.flat = this.newFlat();
    this.link = player.socket ? new Link(player.socket, "client", { storage, here: saidHere() }) : null;
    const token = root.dataset["token"] ?? "";
    this.post = !this.link && player.moments ? new Post(player.moments, poster(player.moments, token)) : null;
    if (this.link) this.join(this.link);
    document.addEventListener("visibilitychange", () => this.seen());
    addEventListener("pagehide", () => void this.post?.flush());
    void this.headset();
    requestAnimationFrame(this.frame);
    setInterval(() => this.beat(), TICK);
  }

  private newPlay(): Play {
    const { player } = this;
    const options: Partial<PlayOptions> = {
      way: player.way === "text" || !canDraw() ? "text" : "screen",
      volume: this.settings.volume,
      minutes: player.minutes,
      quietFirst: player.quiet_first ?? false,
    };
    if (player.safety) options.safety = player.safety;
    if (player.step) options.step = player.step;
    if (player.kind) options.kind = player.kind;
    const play = new Play(this.scene, options);
    play.hear((moment) => this.happened(moment));
    return play;
  }

  private newFlat(): Flat {
    const { player } = this;
    const session = Boolean(player.socket || player.moments);
    const options: FlatOptions = {
      coach: Boolean(player.socket),
      mayGoUp: player.may_go_up ?? !player.socket,
      askBefore: player.ask_before ?? !session,
      brief: player.brief ?? session,
      again: player.again ?? !session,
      lent: player.lent ?? false,
      done: player.done ?? (session ? location.pathname : ""),
      embedded: player.embedded ?? false,
      minutes: Math.round(this.play.state.minutesLeft),
    };
    return new Flat(this.root, this.play, this.settings, this.words, this.means(), options);
  }

  private means(): FlatMeans {
    return {
      begin: (headset) => void this.begin(headset),
      again: () => this.again(),
      hearSound: () => this.hearing()?.try(),
      click: () => this.pressed(),
      changed: (settings) => this.change(settings),
    };
  }

  /** Made in the gesture of the person: before that a browser lets nothing sound. */
  private hearing(): Sound | null {
    this.sound ??= Sound.begin(this.play.state, this.settings);
    return this.sound;
  }

  /** After a reload the first press in a scene that goes on is also the one that lets it sound. */
  private pressed(): void {
    const { phase } = this.play.state;
    if (phase !== "ready" && phase !== "ended") this.hearing();
    this.sound?.click();
  }

  private async begin(headset: boolean): Promise<void> {
    this.hearing();
    const drawn = this.flat.hasPicture ? this.picture() : Promise.resolve(null);
    const stage = headset ? await drawn : null;
    await this.welcome;
    if (this.away) return;
    await stage?.enterHeadset().catch(() => undefined);
    this.start();
  }

  private start(): void {
    this.play.do({ type: "start" });
    if (this.link?.state === "lost") this.play.do({ type: "note", what: "link", key: "lost" }, "system");
    this.flat.update(0);
  }

  /** Only who wants a picture loads what draws it. */
  private picture(): Promise<Stage | null> {
    this.loading ??= import("../world/stage")
      .then(({ Stage: Drawing }) => {
        const stage = new Drawing(this.flat.canvas, this.play, this.settings, { words: this.words });
        this.stage = stage;
        this.look();
        this.flat.pictureIsThere();
        return stage;
      })
      .catch((failure: unknown) => {
        console.warn("No picture; the scene goes on as text.", failure);
        this.flat.withoutPicture();
        return null;
      });
    return this.loading;
  }

  private async headset(): Promise<void> {
    if (!this.flat.hasPicture || this.player.way === "text") return;
    const there = await navigator.xr?.isSessionSupported("immersive-vr").catch(() => false);
    if (!there) return;
    await this.picture();
    this.flat.start.offerHeadset(this.player.way === "headset");
  }

  /** The picture ticks the play; without one the page does. */
  private beat(): void {
    if (this.away) return;
    const now = performance.now();
    this.look();
    if (!this.drawing) this.play.tick((now - this.before) / 1000);
    this.before = now;
    this.sound?.tick();
    this.hearingCoach?.loud(this.play.state.volume);
    if (!this.stage) return;
    const pose = this.stage.pose();
    const [x, y, z, ...turn] = pose;
    if (this.play.way === "headset") this.sound?.head([x, y, z], turn);
    this.link?.pose(pose, this.play.state.clock * 1000);
  }

  /** Nothing is drawn that nobody looks at: before, after, and for who turned the picture off. */
  private look(): void {
    const { stage } = this;
    const wanted = stage !== null && (this.flat.showsPicture || stage.renderer.xr.isPresenting);
    if (wanted === this.drawing) return;
    this.drawing = wanted;
    if (wanted) stage?.start();
    else stage?.rest();
  }

  private readonly frame = (now: number): void => {
    if (this.away) return;
    requestAnimationFrame(this.frame);
    this.flat.update(Math.min(0.25, Math.max(0, now - this.framed) / 1000));
    this.framed = now;
  };

  private change(settings: FlatSettings): void {
    this.settings = settings;
    this.play.loud(settings.volume);
    this.stage?.apply(settings);
    this.sound?.apply(settings);
  }

  /** In a headset it is the picture that notices when it comes off. */
  private seen(): void {
    if (document.hidden) void this.post?.flush();
    if (this.play.way === "headset") return;
    this.play.do({ type: "note", what: "visibility", key: document.hidden ? "hidden" : "visible" }, "system");
    this.sound?.tick();
  }

  private happened(moment: Moment): void {
    this.link?.tell(moment);
    this.post?.tell(moment);
    this.root.dispatchEvent(new CustomEvent("practice:moment", { detail: moment, bubbles: true }));
  }

  private join(link: Link): void {
    link.commands((command) => this.play.do(command, "coach"));
    link.onState((state) => {
      if (state === "closed") return this.closed(link);
      this.play.do({ type: "note", what: "link", key: state }, "system");
    });
    const open = new Promise<unknown>((give) => link.onState(give));
    this.welcome = Promise.race([open, new Promise((give) => setTimeout(give, WELCOME))]);
    let first = true;
    let ice: readonly RTCIceServer[] = [];
    this.hearingCoach = new Hearing(link, () => ice);
    link.onSnapshot((snapshot) => {
      ice = snapshot.ice;
      if (first && snapshot.phase !== "ready" && this.play.state.phase === "ready") this.goOn(snapshot);
      first = false;
    });
    void watchBattery((level, charging) => link.battery(level, charging));
  }

  /** Another screen plays: this one is silent, and asks or says where it goes on. */
  private closed({ closedBecause }: Link): void {
    const { phase, triedStopping } = this.play.state;
    const isElsewhere = closedBecause === "elsewhere" || closedBecause === "asks-first";
    const isOver = closedBecause === "over" || (phase === "ended" && !triedStopping);
    // On a screen that goes round nothing stays to be read.
    if (isOver && this.player.lent && !isElsewhere) return location.reload();
    if (isOver) return this.play.do({ type: "stop", reason: "done" }, "system");
    if (!isElsewhere) {
      // Signed out, or here no longer: the same calm as for a lost link, so that nothing goes on unseen.
      this.play.do({ type: "note", what: "link", key: "lost" }, "system");
      return;
    }
    this.stage?.dispose();
    this.stage = null;
    void this.sound?.dispose();
    this.sound = null;
    this.flat.dispose();
    this.away = true;
    const { done = "", lent = false } = this.player;
    const asks = closedBecause === "asks-first";
    this.root.replaceChildren(elsewhere(this.words, { asks, lent, done, here: goOnHere }));
  }

  /** The page was loaded anew in the middle: it stands where it stood, and waits. */
  private goOn(snapshot: Snapshot): void {
    this.play.adopt(snapshot);
    if (this.flat.hasPicture && snapshot.phase !== "ended") void this.picture();
  }

  /** Once more from the start, with a new course and the same picture made anew. */
  private again(): void {
    this.stage?.dispose();
    this.stage = null;
    this.drawing = false;
    this.loading = null;
    void this.sound?.dispose();
    this.sound = null;
    this.flat.dispose();
    this.play = this.newPlay();
    this.flat = this.newFlat();
    void this.headset();
    this.flat.start.focus();
  }
}

async function opened(root: HTMLElement): Promise<void> {
  const player = told<Told>("practice-player");
  const isFirst = !player.socket || (await heldHere(`practice:${player.socket}`));
  new Page(root, told("practice-scene"), told("practice-words"), player, isFirst ? deviceStorage() : null);
}

const root = document.querySelector<HTMLElement>("[data-player]");
if (root) void opened(root);
