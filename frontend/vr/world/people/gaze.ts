import { chance } from "../build/chance";

/** When the eyes blink, and when they leave who they look at for a moment: people do not stare. */
export class Glances {
  private readonly random: () => number;
  private nextBlink: number;
  private blinkFrom = -1;
  private nextTurn: number;
  /** True while looking aside. */
  isAway = false;
  /** Where to, about -1 to 1. */
  asideX = 0;
  asideY = 0;
  private jumpAt = 0;
  jumpX = 0;
  jumpY = 0;

  constructor(seed: number) {
    this.random = chance(seed);
    this.nextBlink = 1 + this.random() * 4;
    this.nextTurn = 2 + this.random() * 4;
  }

  /** `shy` 0 looks at you steadily, 1 hardly. */
  tick(life: number, shy: number): void {
    if (life > this.nextBlink) {
      this.blinkFrom = life;
      this.nextBlink = life + (this.random() < 0.12 ? 0.3 : 2.2 + this.random() * 4);
    }
    if (life > this.nextTurn) {
      this.isAway = !this.isAway && this.random() < 0.55 + shy * 0.45;
      this.asideX = (this.random() - 0.5) * 1.5;
      this.asideY = -0.15 - this.random() * 0.45;
      const share = this.isAway ? 0.7 + shy * 1.6 : 2.6 - shy * 1.2;
      this.nextTurn = life + share * (0.7 + this.random());
    }
    if (life > this.jumpAt) {
      // Eyes are never quite still: tiny jumps.
      this.jumpX = (this.random() - 0.5) * 0.1;
      this.jumpY = (this.random() - 0.5) * 0.07;
      this.jumpAt = life + 0.5 + this.random() * 1.3;
    }
  }

  /** 1 open, 0 shut. */
  lids(life: number): number {
    const since = life - this.blinkFrom;
    if (since < 0 || since > 0.2) return 1;
    return Math.abs(since - 0.09) / 0.11;
  }
}
