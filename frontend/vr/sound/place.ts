/** Where sounds come from: at most eight places in space, and all round. */
import { gain } from "./master";

export const MOST_PLACES = 8;
type Place = readonly [x: number, y: number, z: number];

export class Places {
  private used = 0;

  constructor(
    private readonly context: BaseAudioContext,
    private readonly out: AudioNode,
  ) {}

  get count(): number {
    return this.used;
  }

  /** A node to play into. Where all places are taken, or nothing is told, it is heard all round. */
  at(place: Place | null): { into: AudioNode; move: (to: Place) => void } {
    if (!place || this.used >= MOST_PLACES) {
      return { into: gain(this.context, place ? 0.5 : 1, this.out), move: () => undefined };
    }
    this.used += 1;
    const panner = this.context.createPanner();
    panner.panningModel = "HRTF";
    panner.distanceModel = "inverse";
    panner.refDistance = 1.5;
    panner.rolloffFactor = 0.8;
    panner.connect(this.out);
    const move = ([x, y, z]: Place): void => {
      panner.positionX.value = x;
      panner.positionY.value = y;
      panner.positionZ.value = z;
    };
    move(place);
    return { into: panner, move };
  }
}

/** Where the ears are and where they face; `turn` is a quaternion. */
export function ears(
  context: BaseAudioContext,
  place: Place,
  turn: readonly [number, number, number, number],
): void {
  const { listener } = context;
  const [x, y, z, w] = turn;
  const forward = [-2 * (x * z + w * y), -2 * (y * z - w * x), -(1 - 2 * (x * x + y * y))] as const;
  const up = [2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)] as const;
  if (!("positionX" in listener) || !listener.positionX) {
    // Firefox has only the older way.
    (listener as AudioListener).setPosition(...place);
    (listener as AudioListener).setOrientation(...forward, ...up);
    return;
  }
  listener.positionX.value = place[0];
  listener.positionY.value = place[1];
  listener.positionZ.value = place[2];
  listener.forwardX.value = forward[0];
  listener.forwardY.value = forward[1];
  listener.forwardZ.value = forward[2];
  listener.upX.value = up[0];
  listener.upY.value = up[1];
  listener.upZ.value = up[2];
}

/** A turn about the upright axis, in degrees clockwise from above, as a quaternion. */
export function facing(degrees: number): readonly [number, number, number, number] {
  const half = (-degrees * Math.PI) / 360;
  return [0, Math.sin(half), 0, Math.cos(half)];
}
