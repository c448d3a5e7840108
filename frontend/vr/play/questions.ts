/** When the person is asked how tense they are, or whether they feel sick; never a second question over a first. */
import { asksForQuiet, asksToStop, type Safety } from "./safety";
import { clamped } from "./random";
import type { OpenState, Tell } from "./state";
import type { By, Phase, Way } from "./types";

/** Seconds after a step that it is asked: long enough to have felt it. */
const AFTER_A_STEP = 6;
const WHEN: Record<Phase, string> = {
  ready: "before",
  running: "during",
  paused: "during",
  "safe-place": "quiet",
  ended: "after",
};

export class Questions {
  private readonly nausea: number[] = [];
  private tensionDue: number;
  private nauseaDue: number;

  constructor(
    private readonly state: OpenState,
    private readonly safety: Safety,
    private readonly tell: Tell,
  ) {
    this.tensionDue = state.scene.rating.every || Infinity;
    this.nauseaDue = safety.nauseaEvery || Infinity;
  }

  tick(way: Way): void {
    const { clock } = this.state;
    if (this.state.asking !== null) return;
    if (clock >= this.tensionDue) this.ask();
    else if (clock >= this.nauseaDue && way !== "text") this.state.asking = "nausea";
  }

  ask(): void {
    this.state.asking = "rating";
  }

  askAfterStep(): void {
    this.tensionDue = Math.min(this.tensionDue, this.state.clock + AFTER_A_STEP);
  }

  /** Whether what they said asks for the quiet place. */
  rated(value: number, by: By): boolean {
    const whole = Math.round(clamped(value, 0, 10));
    this.state.ratings.push({ t: Math.round(this.state.clock * 1000), value: whole });
    this.tensionDue = this.state.clock + (this.state.scene.rating.every || Infinity);
    if (this.state.asking === "rating") this.state.asking = null;
    this.tell("rating", WHEN[this.state.phase], whole, by);
    return asksForQuiet(this.state.ratings, this.safety);
  }

  /** Whether what they said asks to stop. */
  felt(value: number, by: By): boolean {
    const whole = Math.round(clamped(value, 0, 10));
    this.nausea.push(whole);
    this.nauseaDue = this.state.clock + (this.safety.nauseaEvery || Infinity);
    if (this.state.asking === "nausea") this.state.asking = null;
    this.tell("nausea", WHEN[this.state.phase], whole, by);
    return asksToStop(this.nausea, this.safety);
  }
}
