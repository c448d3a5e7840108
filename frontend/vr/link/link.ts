/**
 * The link between the screen of the one who practises and that of their coach, in either browser. Numbered, comes back
 * by itself, and keeps what happened until the server has it. It only carries: `Play` decides what happens.
 */
import { deviceStorage, type Keeping } from "../device";
import type { Command, Moment } from "../play/types";
import { Commands, type Answer } from "./commands";
import { Hearers } from "./hearers";
import { Kept } from "./kept";
import { Line, type MakeSocket } from "./line";
import { Looks } from "./looks";
import {
  ASKS_FIRST,
  ELSEWHERE,
  OVER,
  SIGNED_OUT,
  type Seven,
  type Side,
  type Signal,
  type Snapshot,
  type Told,
} from "./wire";

export type LinkState = "open" | "lost" | "closed";
/** Why it closed for good. */
export type Why = "over" | "signed-out" | "elsewhere" | "asks-first" | "not-found";
export interface Battery {
  /** 0 to 100; null where the device does not tell. */
  readonly level: number | null;
  readonly charging: boolean | null;
}
export interface Options {
  make?: MakeSocket;
  storage?: Keeping | null;
  /** Somebody said that they go on at this screen, whatever other screen plays. */
  here?: boolean;
}

/** Between two batches of moments. */
const MOMENTS_EVERY = 60;
const UNANSWERED = 4000;
const WHY: Readonly<Record<number, Why>> = {
  [OVER]: "over",
  [SIGNED_OUT]: "signed-out",
  [ELSEWHERE]: "elsewhere",
  [ASKS_FIRST]: "asks-first",
};

export class Link {
  private readonly line: Line;
  private readonly kept: Kept;
  private readonly heardCommands = new Hearers<[Command]>();
  private readonly heardMoments = new Hearers<[Moment]>();
  private readonly heardPoses = new Hearers<[Seven, number]>();
  private readonly heardState = new Hearers<[LinkState]>();
  private readonly heardSnapshots = new Hearers<[Snapshot]>();
  private readonly heardSignals = new Hearers<[Signal]>();
  private readonly heardBattery = new Hearers<[Battery]>();
  /** Said once: a screen that comes back later takes nothing from another. */
  private here: boolean;
  private number = -1;
  private seen = 0;
  private connected = false;
  private why: Why | null = null;
  private there = false;
  private wasThere = false;
  private told: LinkState = "lost";
  private power: Battery = { level: null, charging: null };
  private sending: ReturnType<typeof setTimeout> | undefined;
  private sentAt = 0;
  private readonly looks = new Looks();
  private readonly sent = new Commands((message) => this.line.send(message));

  constructor(
    address: string,
    private readonly side: Side,
    options: Options = {},
  ) {
    const storage = options.storage === undefined ? deviceStorage() : options.storage;
    this.kept = new Kept(address, side === "client" ? storage : null);
    this.here = options.here ?? false;
    const socket = (): string =>
      `${absolute(address)}?scherm=${this.kept.screen}&na=${this.number}${this.here ? "&hier=1" : ""}`;
    const heard = {
      told: (message: Told) => this.take(message),
      opened: () => undefined,
      lost: () => this.lose(),
      ended: (code: number) => this.end(code),
      beat: () => (side === "client" ? { battery: this.power.level, charging: this.power.charging } : {}),
    };
    this.line = options.make ? new Line(socket, heard, options.make) : new Line(socket, heard);
    this.line.open();
    if (typeof window !== "undefined") this.comeBackEarly();
  }

  /** `lost` also while the other side, who was there, is away: both ask for the same calm. */
  get state(): LinkState {
    if (this.why) return "closed";
    return this.connected && (this.there || !this.wasThere) ? "open" : "lost";
  }

  /** This side's own line with the server. */
  get isConnected(): boolean {
    return this.connected;
  }

  /** Whether the other side is there. */
  get other(): boolean {
    return this.connected && this.there;
  }

  get closedBecause(): Why | null {
    return this.why;
  }

  /** Moments that the server has not confirmed yet. */
  get unsent(): number {
    return this.kept.waiting;
  }

  commands(heard: (command: Command) => void): () => void {
    return this.heardCommands.add(heard);
  }

  moments(heard: (moment: Moment) => void): () => void {
    return this.heardMoments.add(heard);
  }

  onPose(heard: (pose: Seven, t: number) => void): () => void {
    return this.heardPoses.add(heard);
  }

  onState(heard: (state: LinkState) => void): () => void {
    return this.heardState.add(heard);
  }

  /** At each (re)connect: where the session stands. */
  onSnapshot(heard: (snapshot: Snapshot) => void): () => void {
    return this.heardSnapshots.add(heard);
  }

  onSignal(heard: (signal: Signal) => void): () => void {
    return this.heardSignals.add(heard);
  }

  onBattery(heard: (battery: Battery) => void): () => void {
    return this.heardBattery.add(heard);
  }

  /** What happened here; kept on the device until the server has it. */
  tell(moment: Moment): void {
    this.kept.add(moment);
    this.flushSoon();
  }

  /** A coach's command; the answer says whether it was passed on, or why not. `asked`: the client said yes to a step up. */
  send(command: Command, asked = false): Promise<Answer> {
    return this.sent.send(command, asked);
  }

  /** Where somebody looks; `t` is milliseconds of scene time. Nothing goes out while no coach is there. */
  pose(pose: Seven, t: number): void {
    const seen = this.other ? this.looks.due(pose, Date.now()) : null;
    if (seen) this.line.send({ pose: seen, t: Math.round(t) });
  }

  battery(level: number | null, charging: boolean | null): void {
    this.power = { level, charging };
  }

  signal(signal: Signal): void {
    this.line.send({ signal });
  }

  close(): void {
    this.line.end();
  }

  private take(message: Told): void {
    if (message.snapshot) this.start(message.snapshot);
    if (message.kept !== undefined) this.confirmed(message.kept);
    if (message.command && message.n !== undefined) this.obey(message.command, message.n);
    if (message.moments) this.show(message.moments);
    if (message.pose) this.heardPoses.tell(message.pose, message.t ?? 0);
    if (message.signal) this.heardSignals.tell(message.signal);
    if (message.battery !== undefined) this.hearBattery(message.battery, message.charging ?? null);
    if (message.there !== undefined) this.otherIs(message.there);
    if (message.done !== undefined) this.sent.answer(message.done, { done: true });
    if (message.refused !== undefined)
      this.sent.answer(message.refused, { done: false, say: message.say ?? "" });
  }

  private start(snapshot: Snapshot): void {
    this.connected = true;
    this.here = false;
    this.number = snapshot.number;
    if (this.side === "client") this.kept.have(snapshot.kept);
    else this.seen = snapshot.kept;
    this.there = snapshot.there;
    this.wasThere ||= snapshot.there;
    this.heardSnapshots.tell(snapshot);
    for (const command of snapshot.waiting) this.heardCommands.tell(command);
    this.hearBattery(snapshot.battery, snapshot.charging);
    this.sentAt = 0;
    this.flush();
    this.stateMayDiffer();
  }

  /** In order and once: an older one is passed over, a gap asks for the whole again. */
  private obey(command: Command, n: number): void {
    if (n <= this.number) return;
    if (n > this.number + 1) return void this.line.send({ again: true });
    this.number = n;
    this.heardCommands.tell(command);
  }

  private show(moments: readonly Moment[]): void {
    for (const moment of moments) {
      if (moment.n <= this.seen) continue;
      if (moment.n > this.seen + 1) return void this.line.send({ again: true });
      this.seen = moment.n;
      this.heardMoments.tell(moment);
    }
  }

  private confirmed(n: number): void {
    this.kept.have(n);
    this.sentAt = 0;
    clearTimeout(this.sending);
    this.sending = undefined;
    if (this.kept.waiting) this.flushSoon();
  }

  private flushSoon(): void {
    this.sending ??= setTimeout(() => {
      this.sending = undefined;
      this.flush();
    }, MOMENTS_EVERY);
  }

  /** One batch at a time; the next goes when this one was confirmed, or was not within a few seconds. */
  private flush(): void {
    if (!this.connected || !this.kept.waiting) return;
    const wait = this.sentAt + UNANSWERED - Date.now();
    if (this.sentAt && wait > 0) {
      this.sending ??= setTimeout(() => {
        this.sending = undefined;
        this.flush();
      }, wait);
      return;
    }
    if (this.line.send({ moments: this.kept.batch() })) this.sentAt = Date.now();
  }

  private hearBattery(level: number | null, charging: boolean | null): void {
    if (this.side === "coach") this.heardBattery.tell({ level, charging });
  }

  private otherIs(there: boolean): void {
    this.there = there;
    this.wasThere ||= there;
    this.stateMayDiffer();
  }

  private lose(): void {
    this.connected = false;
    this.sent.lost();
    this.stateMayDiffer();
  }

  private end(code: number): void {
    this.connected = false;
    this.why = WHY[code] ?? "not-found";
    const goesOn = this.why === "elsewhere" || this.why === "asks-first";
    if (this.why === "over" || (this.kept.lent && !goesOn)) this.kept.forget();
    this.stateMayDiffer();
  }

  private stateMayDiffer(): void {
    if (this.state === this.told) return;
    this.told = this.state;
    this.heardState.tell(this.told);
  }

  private comeBackEarly(): void {
    window.addEventListener("online", () => this.line.anew());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && !this.line.isOpen) this.line.anew();
    });
  }
}

function absolute(address: string): string {
  if (/^wss?:/.test(address)) return address;
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${address}`;
}
