import type { WordKey } from "./words";

const ENDS: Readonly<Record<string, WordKey>> = {
  asked: "end_stopped",
  coach: "end_stopped",
  time: "end_time",
  discomfort: "end_unwell",
  slow: "end_slow",
};

/** What an end is called, by its reason. */
export function endTitle(reason: string | null): WordKey {
  return ENDS[reason ?? ""] ?? "end_title";
}
