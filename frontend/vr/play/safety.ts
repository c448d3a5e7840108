/**
 * When a step up waits, when the quiet place comes by itself, when it ends. Thresholds are data that come with the
 * player (`methods/catalogue/vr-practice/safety.yaml`); these stand where none were given, and are still to be reviewed
 * by a company doctor or psychologist.
 */
export interface Safety {
  /** A dial goes up only when the last tension was at most this. */
  raiseAtMost: number;
  /** … and had not risen by more than this since the one before. */
  mayRise: number;
  /** From this tension on the quiet place comes at once. */
  quietAt: number;
  /** … and when it was this high twice running. */
  quietTwiceAt: number;
  /** Nausea from which the headset goes off, and how far it may have risen since the first time. */
  nauseaStop: number;
  nauseaRise: number;
  /** Seconds of scene time between two questions about nausea; 0 asks never. */
  nauseaEvery: number;
  /** The part of the minutes after which the end is announced. */
  warnAt: number;
  /** Seconds without the coach after which it becomes calm by itself. */
  calmAfter: number;
}

export const SAFETY: Safety = {
  raiseAtMost: 6,
  mayRise: 0,
  quietAt: 9,
  quietTwiceAt: 8,
  nauseaStop: 4,
  nauseaRise: 3,
  nauseaEvery: 180,
  warnAt: 0.8,
  calmAfter: 10,
};

/** Why a step up waits: said in words by the page. */
export type Wait = "rate-first" | "too-tense" | "rising" | "one-step" | "top";

/** Whether more may be asked of this person now. `since` is the scene time in ms at which something last went up. */
export function waits(
  ratings: readonly { t: number; value: number }[],
  since: number,
  safety: Safety,
): Wait | null {
  const last = ratings.at(-1);
  if (!last || last.t < since) return "rate-first";
  if (last.value > safety.raiseAtMost) return "too-tense";
  const before = ratings.at(-2);
  if (before && last.value - before.value > safety.mayRise) return "rising";
  return null;
}

/** Whether this row of tensions asks for the quiet place. */
export function asksForQuiet(ratings: readonly { value: number }[], safety: Safety): boolean {
  const last = ratings.at(-1)?.value ?? 0;
  const before = ratings.at(-2)?.value ?? 0;
  return last >= safety.quietAt || Math.min(last, before) >= safety.quietTwiceAt;
}

/** Whether this row of nausea asks to stop. */
export function asksToStop(nausea: readonly number[], safety: Safety): boolean {
  const last = nausea.at(-1);
  if (last === undefined) return false;
  return last >= safety.nauseaStop || last - (nausea[0] ?? last) >= safety.nauseaRise;
}
