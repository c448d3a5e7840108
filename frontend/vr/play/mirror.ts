/** What a mirror does with a moment of the other side: the same change, without asking whether it may be. */
import type { Heart } from "./doing";
import type { Moment, Phase } from "./types";

type Follow = (heart: Heart, moment: Moment) => void;

const FOLLOW: Record<Moment["type"], Follow> = {
  phase: (heart, { key, by }) => {
    if (key.startsWith("ended")) return heart.end(key.slice("ended:".length) || "done", by);
    const before = heart.open.phase;
    const step = heart.dials.step(heart.open.step);
    heart.open.ended = null;
    if (before === "ready" && key === "running" && step) heart.dials.aimAtStep(step);
    if (before === "safe-place" && key === "running") heart.dials.comeBackGently();
    if (key === "paused") heart.pausedBy = by;
    heart.phase(key as Phase, by);
  },
  dial: ({ dials }, { key, value }) => dials.aim(key, value ?? 0),
  step: ({ dials, open }, { key }) => {
    const step = dials.step(key);
    if (!step) return;
    open.step = key;
    if (open.phase !== "ready") dials.aimAtStep(step);
  },
  event: ({ happenings }, { key, by }) => {
    const event = happenings.find(key);
    if (event) happenings.fire(event, by);
  },
  node: ({ talk }, { key, by }) => talk.go(key, by),
  answer: ({ talk }, { key, value }) => talk.answered(key, value ?? 0),
  rating: ({ open }, { t, value }) => void open.ratings.push({ t, value: value ?? 0 }),
  nausea: () => undefined,
  kind: ({ open }, { key }) => void (open.kind = key),
  seat: ({ open }, { key }) => void (open.seat = key === "other" ? "other" : "own"),
  voice: ({ open }, { key }) => void (open.voice = key || null),
  softer: ({ open }, { value }) => void (open.volume = value ?? open.volume),
  xr: (heart, { key }) => void (heart.way = key === "entered" ? "headset" : "screen"),
  visibility: () => undefined,
  slow: (heart, { key }) => (key === "low" ? heart.notice("slow") : undefined),
  link: () => undefined,
  time: (heart) => heart.notice("time-warning"),
};

export function followed(heart: Heart, moment: Moment): void {
  FOLLOW[moment.type]?.(heart, moment);
}
