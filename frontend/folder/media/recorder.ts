/** Records a voice, at most three minutes, and tells how loud it is. Nothing leaves the page from here. */

export const LONGEST_MS = 180_000;
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS_A_SECOND = 32_000;

/** No microphone, or the person did not allow it. */
export class NoVoice extends Error {}

/** Loudness from 0 to 1 of a piece of sound: its root mean square, raised so that ordinary speech fills the meter. */
export function loudness(samples: Uint8Array): number {
  const sum = samples.reduce((total, sample) => total + ((sample - 128) / 128) ** 2, 0);
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) * 4);
}

/** `m:ss`. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export class Recording {
  private readonly pieces: Blob[] = [];
  private readonly begun = performance.now();
  private readonly ended: Promise<Blob>;
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly sound = new AudioContext();

  private constructor(
    private readonly stream: MediaStream,
    private readonly recorder: MediaRecorder,
    private readonly tell: (level: number, ms: number) => void,
  ) {
    recorder.ondataavailable = (event) => this.pieces.push(event.data);
    this.ended = new Promise((resolve) => {
      recorder.onstop = () => resolve(this.finish());
    });
    const listener = this.sound.createAnalyser();
    listener.fftSize = 512;
    this.sound.createMediaStreamSource(stream).connect(listener);
    const samples = new Uint8Array(listener.fftSize);
    this.timer = setInterval(() => this.measure(listener, samples), 100);
    recorder.start(1000);
  }

  static async start(tell: (level: number, ms: number) => void): Promise<Recording> {
    if (!("MediaRecorder" in globalThis) || !navigator.mediaDevices) throw new NoVoice("not in this browser");
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((problem: unknown) => {
      throw new NoVoice(String(problem));
    });
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
    const options = { audioBitsPerSecond: BITS_A_SECOND, ...(type ? { mimeType: type } : {}) };
    return new Recording(stream, new MediaRecorder(stream, options), tell);
  }

  private measure(listener: AnalyserNode, samples: Uint8Array<ArrayBuffer>): void {
    const ms = performance.now() - this.begun;
    listener.getByteTimeDomainData(samples);
    this.tell(loudness(samples), ms);
    if (ms >= LONGEST_MS) void this.stop();
  }

  /** The recording; also when it stopped by itself after three minutes. */
  result(): Promise<Blob> {
    return this.ended;
  }
  stop(): Promise<Blob> {
    if (this.recorder.state !== "inactive") this.recorder.stop();
    return this.ended;
  }
  private finish(): Blob {
    clearInterval(this.timer);
    for (const track of this.stream.getTracks()) track.stop();
    void this.sound.close();
    return new Blob(this.pieces, { type: this.recorder.mimeType.split(";")[0] ?? "audio/webm" });
  }
}
