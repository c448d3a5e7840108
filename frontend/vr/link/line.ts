/** A socket that comes back by itself: sooner first, then slower, with some chance so that screens do not come together. */
import { FINAL, type Told } from "./wire";

export const BEAT = 5000;
/** So long without any word from the server, and the line counts as lost. */
export const SILENCE = 11_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8000;

export interface Heard {
  told(message: Told): void;
  /** The socket is open; nothing was said over it yet. */
  opened(): void;
  lost(): void;
  ended(code: number): void;
  /** What goes along with a sign of life. */
  beat(): object;
}

export type MakeSocket = (address: string) => WebSocket;

export class Line {
  private socket: WebSocket | null = null;
  private tries = 0;
  private heardAt = 0;
  private beating: ReturnType<typeof setInterval> | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(
    private readonly address: () => string,
    private readonly heard: Heard,
    private readonly make: MakeSocket = (address) => new WebSocket(address),
  ) {}

  get isOpen(): boolean {
    return this.socket !== null && this.socket.readyState === 1;
  }

  open(): void {
    if (this.ended) return;
    clearTimeout(this.waiting);
    const socket = this.make(this.address());
    this.socket = socket;
    this.heardAt = Date.now();
    socket.onopen = () => this.socket === socket && this.heard.opened();
    socket.onmessage = (event) => this.socket === socket && this.take(String(event.data));
    socket.onclose = (event) => this.socket === socket && this.closed(event.code);
    this.beating ??= setInterval(() => this.beat(), BEAT);
  }

  /** At once, for instance because the network came back or the headset was put on again. */
  anew(): void {
    if (this.ended) return;
    this.drop();
    this.open();
  }

  send(message: object): boolean {
    if (!this.isOpen) return false;
    this.socket?.send(JSON.stringify(message));
    return true;
  }

  end(): void {
    this.ended = true;
    clearInterval(this.beating);
    clearTimeout(this.waiting);
    this.drop();
  }

  private take(text: string): void {
    this.heardAt = Date.now();
    const message = JSON.parse(text) as Told;
    if (message.snapshot) this.tries = 0;
    this.heard.told(message);
  }

  private beat(): void {
    if (!this.isOpen) return;
    if (Date.now() - this.heardAt > SILENCE) {
      this.drop();
      this.again();
    } else this.send({ beat: Math.round(performance.now()), ...this.heard.beat() });
  }

  private closed(code: number): void {
    this.socket = null;
    if (FINAL.has(code)) {
      this.end();
      this.heard.ended(code);
    } else this.again();
  }

  private again(): void {
    this.heard.lost();
    const wait = Math.min(FIRST_WAIT * 2 ** this.tries, LONGEST_WAIT);
    this.tries += 1;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.open(), wait * (0.75 + Math.random() / 2));
  }

  private drop(): void {
    const before = this.socket;
    this.socket = null;
    before?.close();
  }
}
