/**
 * The coach speaks and the one who practises hears it, from browser to browser; nothing is recorded and nothing passes
 * the server but how the two find each other.
 */
import type { Link } from "./link";
import { pitched } from "./pitch";
import type { Signal } from "./wire";

export type VoiceState = "off" | "asks" | "joining" | "on" | "refused" | "failed";
const WITHIN = 10_000;

function candidateOf(signal: Extract<Signal, { kind: "ice" }>): RTCIceCandidateInit {
  return { candidate: signal.candidate, sdpMid: signal.mid, sdpMLineIndex: signal.line };
}

function tellCandidates(connection: RTCPeerConnection, link: Link): void {
  connection.onicecandidate = ({ candidate }) => {
    if (!candidate) return;
    const { sdpMid: mid, sdpMLineIndex: line } = candidate;
    link.signal({ kind: "ice", candidate: candidate.candidate, mid, line });
  };
}

/** Candidates may come before the description they belong to. */
class Early {
  private readonly waiting: RTCIceCandidateInit[] = [];

  async add(connection: RTCPeerConnection, candidate: RTCIceCandidateInit): Promise<void> {
    if (connection.remoteDescription) await connection.addIceCandidate(candidate);
    else this.waiting.push(candidate);
  }

  async release(connection: RTCPeerConnection): Promise<void> {
    for (const candidate of this.waiting.splice(0)) await connection.addIceCandidate(candidate);
  }
}

/** The coach's side. */
export class Speaking {
  private connection: RTCPeerConnection | null = null;
  private microphone: MediaStream | null = null;
  private context: AudioContext | null = null;
  private early = new Early();
  private late: ReturnType<typeof setTimeout> | undefined;
  state: VoiceState = "off";

  constructor(
    private readonly link: Link,
    private readonly ice: () => readonly RTCIceServer[],
    private readonly told: (state: VoiceState) => void,
  ) {
    link.onSignal((signal) => void this.hear(signal));
  }

  async start(semitones: number): Promise<void> {
    this.stop();
    this.is("asks");
    try {
      this.microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return this.is("refused");
    }
    this.is("joining");
    this.late = setTimeout(() => this.fail(), WITHIN);
    try {
      await this.offer(this.shaped(this.microphone, semitones));
    } catch {
      this.fail();
    }
  }

  stop(): void {
    clearTimeout(this.late);
    if (this.connection) this.link.signal({ kind: "end" });
    this.connection?.close();
    this.microphone?.getTracks().forEach((track) => track.stop());
    void this.context?.close();
    this.connection = this.microphone = this.context = null;
    if (this.state !== "off") this.is("off");
  }

  private shaped(microphone: MediaStream, semitones: number): MediaStream {
    const context = new AudioContext();
    this.context = context;
    const out = context.createMediaStreamDestination();
    pitched(context, context.createMediaStreamSource(microphone), semitones).connect(out);
    return out.stream;
  }

  private async offer(stream: MediaStream): Promise<void> {
    const connection = new RTCPeerConnection({ iceServers: [...this.ice()] });
    this.connection = connection;
    this.early = new Early();
    tellCandidates(connection, this.link);
    connection.onconnectionstatechange = () => this.changed(connection);
    for (const track of stream.getAudioTracks()) connection.addTrack(track, stream);
    await connection.setLocalDescription(await connection.createOffer());
    this.link.signal({ kind: "offer", sdp: connection.localDescription?.sdp ?? "" });
  }

  private async hear(signal: Signal): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    if (signal.kind === "answer") {
      await connection.setRemoteDescription({ type: "answer", sdp: signal.sdp });
      await this.early.release(connection);
    } else if (signal.kind === "ice") await this.early.add(connection, candidateOf(signal));
    else if (signal.kind === "end") this.stop();
  }

  private changed(connection: RTCPeerConnection): void {
    if (connection !== this.connection) return;
    if (connection.connectionState === "connected") {
      clearTimeout(this.late);
      this.is("on");
    } else if (connection.connectionState === "failed") this.fail();
  }

  private fail(): void {
    this.stop();
    this.is("failed");
  }

  private is(state: VoiceState): void {
    this.state = state;
    this.told(state);
  }
}

/** The side of the one who practises: hears, and never speaks. */
export class Hearing {
  private connection: RTCPeerConnection | null = null;
  private audio: HTMLAudioElement | null = null;
  private early = new Early();

  constructor(
    private readonly link: Link,
    private readonly ice: () => readonly RTCIceServer[],
  ) {
    link.onSignal((signal) => void this.hear(signal));
    link.onState((state) => state === "closed" && this.stop());
  }

  /** 0 to 1: as loud as the person set everything else. */
  loud(volume: number): void {
    if (this.audio) this.audio.volume = Math.min(Math.max(volume, 0), 1);
  }

  stop(): void {
    this.connection?.close();
    this.audio?.remove();
    this.connection = this.audio = null;
  }

  private async hear(signal: Signal): Promise<void> {
    if (signal.kind === "offer") await this.answer(signal.sdp);
    else if (signal.kind === "end") this.stop();
    else if (signal.kind === "ice" && this.connection)
      await this.early.add(this.connection, candidateOf(signal));
  }

  private async answer(sdp: string): Promise<void> {
    this.stop();
    const connection = new RTCPeerConnection({ iceServers: [...this.ice()] });
    this.connection = connection;
    this.early = new Early();
    tellCandidates(connection, this.link);
    connection.ontrack = ({ streams, track }) => this.sound(streams[0] ?? new MediaStream([track]));
    await connection.setRemoteDescription({ type: "offer", sdp });
    await this.early.release(connection);
    await connection.setLocalDescription(await connection.createAnswer());
    this.link.signal({ kind: "answer", sdp: connection.localDescription?.sdp ?? "" });
  }

  private sound(stream: MediaStream): void {
    const audio = document.createElement("audio");
    audio.srcObject = stream;
    audio.hidden = true;
    audio.dataset["voice"] = "";
    document.body.append(audio);
    this.audio = audio;
    void audio.play().catch(() => undefined);
  }
}
