import { describe, expect, it } from "vitest";
import { Play } from "../play/play";
import { SAMPLE } from "../play/sample";
import type { Moment } from "../play/types";

describe("the coach's mirror", () => {
  it("says that a step up waits for a rating after the one before, as the other side does", () => {
    const mirror = new Play(SAMPLE, { mirror: true });
    const other = new Play(SAMPLE);
    let n = 0;
    const follow = (moment: Moment): void => mirror.follow({ ...moment, n: (n += 1) });
    other.hear(follow);
    other.do({ type: "start" });
    other.tick(1);
    other.do({ type: "rate", value: 3 });
    const up = (at: number) => ({ type: "step", key: SAMPLE.steps[at]!.key }) as const;
    expect(mirror.waits(up(1))).toBe(null);
    other.tick(1);
    other.do(up(1), "coach");
    expect(mirror.state.step).toBe(SAMPLE.steps[1]!.key);
    expect(mirror.waits(up(2))).toBe("rate-first");
    other.tick(1);
    other.do({ type: "rate", value: 3 });
    expect(mirror.waits(up(2))).toBe(null);
  });

  it("knows who paused, so that a coach can end a pause of their own and no other", () => {
    const mirror = new Play(SAMPLE, { mirror: true });
    const other = new Play(SAMPLE);
    other.hear((moment) => mirror.follow(moment));
    other.do({ type: "start" });
    for (const by of ["coach", "user"] as const) {
      other.do({ type: "pause" }, by);
      expect([mirror.state.phase, mirror.pausedBy]).toEqual(["paused", by]);
      other.do({ type: "resume" });
    }
    const late = new Play(SAMPLE, { mirror: true });
    late.adopt({ ...other.snapshot(), phase: "paused", phaseBy: "coach" });
    expect(late.pausedBy).toBe("coach");
  });
});
