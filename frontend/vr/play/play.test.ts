import { describe, expect, it } from "vitest";
import { Play } from "./play";
import { SAMPLE } from "./sample";
import { isOpening } from "./state";
import type { Moment } from "./types";

function started(options: ConstructorParameters<typeof Play>[1] = {}): { play: Play; moments: Moment[] } {
  const play = new Play(SAMPLE, options);
  const moments: Moment[] = [];
  play.hear((moment) => moments.push(moment));
  play.do({ type: "start" });
  return { play, moments };
}

function passes(play: Play, seconds: number, step = 0.25): void {
  for (let passed = 0; passed < seconds; passed += step) play.tick(step);
}

function answersQuestions(play: Play, seconds: number, tension = 3): void {
  for (let passed = 0; passed < seconds; passed += 0.25) {
    play.tick(0.25);
    if (play.state.asking === "rating") play.do({ type: "rate", value: tension });
    if (play.state.asking === "nausea") play.do({ type: "nausea", value: 0 });
  }
}

describe("a session", () => {
  it("starts only when somebody starts it, and its clock runs only while it runs", () => {
    const play = new Play(SAMPLE);
    passes(play, 5);
    expect([play.state.phase, play.state.clock]).toEqual(["ready", 0]);
    play.do({ type: "start" });
    passes(play, 5);
    play.do({ type: "pause" });
    const stood = play.state.clock;
    passes(play, 5);
    expect([play.state.phase, play.state.clock]).toEqual(["paused", stood]);
  });

  it("is never started by a coach", () => {
    const play = new Play(SAMPLE);
    play.do({ type: "start" }, "coach");
    expect(play.state.phase).toBe("ready");
  });

  it("has a quiet place from which only the person comes back", () => {
    const { play } = started();
    passes(play, 3);
    play.do({ type: "safe-place" }, "coach");
    expect(play.state.phase).toBe("safe-place");
    play.do({ type: "back" }, "coach");
    play.do({ type: "resume" }, "coach");
    expect(play.state.phase).toBe("safe-place");
    play.do({ type: "back" });
    expect(play.state.phase).toBe("running");
  });

  it("begins anew for who only tried to stop in the quiet place, and for nobody else", () => {
    const { play, moments } = started({ quietFirst: true });
    const mirror = new Play(SAMPLE, { mirror: true });
    play.do({ type: "stop", reason: "asked" });
    play.do({ type: "anew" }, "coach");
    expect(play.state).toMatchObject({ phase: "ended", triedStopping: true });
    play.do({ type: "anew" });
    expect(play.state).toMatchObject({ phase: "safe-place", ended: null, triedStopping: false, clock: 0 });
    for (const moment of moments) mirror.follow(moment);
    expect(mirror.state).toMatchObject({ phase: "safe-place", ended: null });
    play.do({ type: "back" });
    passes(play, 1);
    play.do({ type: "stop", reason: "asked" });
    play.do({ type: "anew" });
    expect(play.state).toMatchObject({ phase: "ended", triedStopping: false });
  });

  it("lets a coach go on only after a pause of the coach's own", () => {
    const { play } = started();
    play.do({ type: "pause" });
    play.do({ type: "resume" }, "coach");
    expect(play.state.phase).toBe("paused");
    play.do({ type: "resume" });
    play.do({ type: "pause" }, "coach");
    play.do({ type: "resume" }, "coach");
    expect(play.state.phase).toBe("running");
  });

  it("begins in the quiet place where that was asked, and the scene only when the person leaves it", () => {
    const { play, moments } = started({ quietFirst: true });
    passes(play, 5);
    expect(play.state).toMatchObject({ phase: "safe-place", clock: 0, node: null, line: null });
    expect(isOpening(play.state)).toBe(true);
    play.do({ type: "back" });
    expect(play.state.node).toBe(SAMPLE.dialogue?.start);
    passes(play, 1);
    play.do({ type: "safe-place" });
    expect(isOpening(play.state)).toBe(false);
    play.do({ type: "back" });
    expect(moments.filter((one) => one.type === "node")).toHaveLength(1);
  });

  it("does not open in the quiet place again once the scene had begun", () => {
    const { play } = started({ quietFirst: true });
    play.do({ type: "back" });
    passes(play, 2);
    play.do({ type: "safe-place" });
    const again = new Play(SAMPLE, { quietFirst: true });
    again.adopt(play.snapshot());
    again.do({ type: "back" });
    expect(again.state.node).toBe(play.state.node);
  });

  it("tells that it waits when it comes back in halfway, so that the coach does not see it run", () => {
    const { play } = started();
    passes(play, 2);
    const again = new Play(SAMPLE);
    const told: Moment[] = [];
    again.hear((moment) => told.push(moment));
    again.adopt(play.snapshot());
    expect(told.map(({ type, key, by }) => [type, key, by])).toEqual([["phase", "paused", "system"]]);
  });

  it("asks how tense somebody is when the coach asks that, and only while it runs", () => {
    const { play } = started();
    play.do({ type: "ask" }, "coach");
    expect(play.state.asking).toBe("rating");
    play.do({ type: "rate", value: 4 });
    play.do({ type: "pause" });
    play.do({ type: "ask" }, "coach");
    expect(play.state.asking).toBeNull();
  });

  it("stops at once however it is asked, and says why in the record", () => {
    for (const reason of ["asked", "coach", "discomfort", "slow"] as const) {
      const { play, moments } = started();
      play.do({ type: "stop", reason }, reason === "coach" ? "coach" : "user");
      expect(play.state.phase).toBe("ended");
      expect(moments.at(-1)).toMatchObject({ type: "phase", key: `ended:${reason}` });
    }
  });

  it("pauses when the headset comes off, and does not go on by itself", () => {
    const { play } = started({ way: "headset" });
    play.do({ type: "note", what: "visibility", key: "hidden" }, "system");
    play.do({ type: "note", what: "visibility", key: "visible" }, "system");
    expect(play.state.phase).toBe("paused");
  });

  it("warns at 80 % of the minutes, then becomes calm and ends at the maximum", () => {
    const { play, moments } = started({ minutes: 2 });
    passes(play, 95);
    expect(play.state.notice).toBeNull();
    passes(play, 2);
    expect(play.state.notice).toBe("time-warning");
    passes(play, 14);
    expect(play.state.notice).toBe("time-closing");
    passes(play, 20);
    expect(play.state).toMatchObject({ phase: "ended", ended: "time" });
    expect(play.state.clock).toBeLessThanOrEqual(120.25);
    expect(moments.filter((one) => one.type === "time")).toHaveLength(1);
  });

  it("comes down by itself when the coach has not been heard for ten seconds, and tells it in one notice", () => {
    const { play } = started({ step: "busy" });
    passes(play, 10);
    play.do({ type: "note", what: "link", key: "lost" }, "system");
    passes(play, 9);
    expect(play.state.step).toBe("busy");
    passes(play, 2);
    expect(play.state).toMatchObject({ step: "calm", notice: "link-lost" });
    expect(play.state.target).toMatchObject({ noise: 1, people: 0 });
    play.do({ type: "note", what: "link", key: "open" }, "system");
    expect(play.state).toMatchObject({ step: "calm", notice: "link-open" });
  });

  it("counts the real seconds of a lost link where frames come slowly or not at all", () => {
    const { play } = started({ step: "busy" });
    play.do({ type: "note", what: "link", key: "lost" }, "system");
    for (let frame = 0; frame < 4; frame += 1) play.tick(3);
    expect(play.state).toMatchObject({ step: "calm", notice: "link-lost" });
  });

  it("forgets a link that was lost for a moment only", () => {
    const { play } = started({ step: "busy" });
    play.do({ type: "note", what: "link", key: "lost" }, "system");
    passes(play, 6);
    play.do({ type: "note", what: "link", key: "open" }, "system");
    passes(play, 20);
    expect(play.state).toMatchObject({ step: "busy", notice: null });
  });
});

describe("dials", () => {
  it("never jump: they take at least a second", () => {
    const { play } = started();
    play.do({ type: "rate", value: 2 });
    play.do({ type: "dial", key: "noise", value: 2 }, "coach");
    play.tick(0.5);
    play.tick(0.4);
    expect(play.state.dials["noise"]).toBeGreaterThan(1);
    expect(play.state.dials["noise"]).toBeLessThan(2);
    passes(play, 2);
    expect(play.state.dials["noise"]).toBe(2);
  });

  it("stay within their bounds whatever is asked", () => {
    const { play } = started();
    for (const value of [-50, 1e9, Number.NaN, Infinity])
      play.do({ type: "dial", key: "noise", value }, "coach");
    passes(play, 10);
    expect(play.state.dials["noise"]).toBeGreaterThanOrEqual(0);
    expect(play.state.dials["noise"]).toBeLessThanOrEqual(10);
  });

  it("go up one mark at a time and only after a number since the last time up", () => {
    const { play } = started();
    play.do({ type: "dial", key: "noise", value: 9 }, "coach");
    expect(play.state.target["noise"]).toBe(1);
    expect(play.state.asking).toBe("rating");
    play.do({ type: "rate", value: 4 });
    play.do({ type: "dial", key: "noise", value: 9 }, "coach");
    expect(play.state.target["noise"]).toBe(2);
    passes(play, 2);
    expect(play.waits({ type: "dial", key: "noise", value: 3 })).toBe("rate-first");
  });

  it("do not go up while somebody is tense or becoming more tense, and always go down", () => {
    const { play } = started({ step: "door" });
    passes(play, 8);
    play.do({ type: "rate", value: 3 });
    play.do({ type: "rate", value: 5 });
    expect(play.stepWaits("busy")).toBe("rising");
    play.do({ type: "rate", value: 7 });
    expect(play.stepWaits("busy")).toBe("too-tense");
    play.do({ type: "step", key: "busy" }, "coach");
    expect(play.state.step).toBe("door");
    play.do({ type: "step", key: "calm" }, "coach");
    expect(play.state.step).toBe("calm");
  });

  it("climb the ladder one step at a time", () => {
    const { play } = started();
    play.do({ type: "rate", value: 2 });
    expect(play.stepWaits("door")).toBe("one-step");
    play.do({ type: "step", key: "door" }, "coach");
    expect(play.state.step).toBe("calm");
    play.do({ type: "step", key: "soft" }, "coach");
    expect(play.state.step).toBe("soft");
    passes(play, 7);
    expect(play.state.asking).toBe("rating");
  });

  it("begin low and grow towards the step that was chosen", () => {
    const { play } = started({ step: "busy" });
    expect(play.state.dials["noise"]).toBe(1);
    passes(play, 10);
    expect(play.state.dials["noise"]).toBe(6);
  });
});

describe("the conversation", () => {
  it("goes where an answer leads, and shows it in who speaks", () => {
    const { play, moments } = started();
    expect(play.state.line).toMatchObject({ who: "marjan" });
    play.tick(0.25);
    expect(play.state.people["marjan"]).toMatchObject({ mood: "friendly", speaking: true });
    play.do({ type: "choose", index: 1 });
    expect(play.state).toMatchObject({ node: "monday", answers: [{ node: "hello", index: 1 }] });
    expect(play.state.people["marjan"]?.mood).toBe("worried");
    expect(moments.find((one) => one.type === "answer")).toMatchObject({ key: "hello", value: 1 });
  });

  it("goes elsewhere with another kind of person", () => {
    const play = new Play(SAMPLE, { kind: "hasty" });
    play.do({ type: "start" });
    play.do({ type: "choose", index: 1 });
    expect(play.state.node).toBe("glad");
  });

  it("ends with its outcome after the person says so", () => {
    const { play } = started();
    play.do({ type: "choose", index: 2 });
    play.do({ type: "next" });
    expect(play.state).toMatchObject({ node: "done", phase: "running" });
    play.do({ type: "next" });
    expect(play.state).toMatchObject({ phase: "ended", ended: "done" });
  });

  it("can be seen again from the other's seat, with what they felt and what you answered", () => {
    const { play } = started();
    play.do({ type: "choose", index: 2 });
    play.do({ type: "replay" });
    expect(play.state.replay).toBeNull();
    play.do({ type: "next" });
    play.do({ type: "next" });
    play.do({ type: "replay" });
    expect(play.state.seat).toBe("other");
    expect(play.state.replay).toMatchObject({ at: 1, of: 3, answer: { feedback: "Je gaf een grens aan." } });
    expect(play.state.replay?.inside).toContain("blij je te zien");
    for (const _ of [1, 2, 3]) play.do({ type: "next" });
    expect(play.state).toMatchObject({ replay: null, seat: "own", phase: "ended" });
  });
});

describe("questions", () => {
  it("come every so many seconds, wait for an answer, and nausea each three minutes", () => {
    const { play } = started();
    passes(play, 89);
    expect(play.state.asking).toBeNull();
    passes(play, 2);
    expect(play.state.asking).toBe("rating");
    passes(play, 100);
    expect(play.state.asking).toBe("rating");
    play.do({ type: "rate", value: 4 });
    passes(play, 1);
    expect(play.state.asking).toBe("nausea");
  });

  it("bring the quiet place at a tension of 9, or twice 8", () => {
    const { play } = started();
    play.do({ type: "rate", value: 8 });
    expect(play.state.phase).toBe("running");
    play.do({ type: "rate", value: 8 });
    expect(play.state).toMatchObject({ phase: "safe-place", notice: "too-tense" });
    const other = started().play;
    other.do({ type: "rate", value: 9 });
    expect(other.state.phase).toBe("safe-place");
  });

  it("end a session in the headset when somebody feels sick, and bring quiet on a screen", () => {
    const worn = started({ way: "headset" }).play;
    worn.do({ type: "nausea", value: 4 });
    expect(worn.state).toMatchObject({ phase: "ended", ended: "discomfort" });
    const screen = started().play;
    screen.do({ type: "nausea", value: 0 });
    screen.do({ type: "nausea", value: 3 });
    expect(screen.state.phase).toBe("safe-place");
  });
});

describe("what happens", () => {
  it("happens at its time where its dial allows, and sounds for a while", () => {
    const { play } = started({ step: "door" });
    answersQuestions(play, 42);
    expect(play.state.sounding).toHaveProperty("phone");
    answersQuestions(play, 20);
    expect(play.state.sounding).not.toHaveProperty("phone");
  });

  it("waits where its dial is low", () => {
    const { play, moments } = started();
    answersQuestions(play, 85);
    expect(moments.some((one) => one.key === "phone-goes")).toBe(false);
  });

  it("keeps somebody away until they come in, and gives the conversation its words back", () => {
    const { play } = started();
    expect(play.state.people["joost"]?.here).toBe(false);
    const said = play.state.line?.text;
    play.do({ type: "event", key: "joost-asks" }, "coach");
    expect(play.state.people["joost"]?.here).toBe(true);
    expect(play.state.line?.who).toBe("joost");
    passes(play, 15);
    expect(play.state.line?.text).toBe(said);
    expect(play.state.people["marjan"]?.speaking).toBe(false);
  });
});

describe("a page that comes back", () => {
  it("stands where it stood and waits for the person", () => {
    const { play } = started({ step: "door" });
    answersQuestions(play, 100);
    play.do({ type: "choose", index: 0 });
    const again = new Play(SAMPLE);
    const moments: Moment[] = [];
    again.hear((moment) => moments.push(moment));
    again.adopt(JSON.parse(JSON.stringify(play.snapshot())));
    expect(again.state).toMatchObject({ phase: "paused", node: "can", step: "door" });
    expect(again.state.target).toEqual(play.state.target);
    again.do({ type: "resume" });
    expect(moments[0]?.n).toBe((play.snapshot().n ?? 0) + 1);
  });
});
