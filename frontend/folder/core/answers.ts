/** Answers, and which of them stand. An answer never changes: a later one says which it was written over. */

export type Fields = Readonly<Record<string, readonly string[]>>;

export interface Answer {
  /** Made on the device, so that the same answer sent twice is one answer. */
  readonly id: string;
  readonly dossier: string;
  readonly sheet: string;
  readonly question: string;
  /** The answers that it was written over; none for the first, two or more where the person chose between them. */
  readonly replaces: readonly string[];
  /** What the form of the question holds: values by the name of the field. */
  readonly fields: Fields;
  /** Ids of photos, drawings and recordings. */
  readonly attachments: readonly string[];
  /** The moment by the clock of the device, ISO 8601. */
  readonly writtenAt: string;
}

/** A sheet that the person says is done, whatever was left empty. */
export type Closed = Pick<Answer, "dossier" | "sheet">;

/** One of each id, whichever side it came from, in an order that does not depend on the order of arrival. */
export function together(...lists: readonly (readonly Answer[])[]): Answer[] {
  const byId = new Map<string, Answer>();
  for (const answer of lists.flat()) if (!byId.has(answer.id)) byId.set(answer.id, answer);
  return [...byId.values()].sort(byMoment);
}

/** Oldest first. Clocks differ between devices, so this orders what is shown and decides nothing. */
export function byMoment(one: Answer, other: Answer): number {
  return compare(one.writtenAt, other.writtenAt) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function ofQuestion(answers: readonly Answer[], sheet: string, question: string): Answer[] {
  return answers.filter((answer) => answer.sheet === sheet && answer.question === question);
}

/** The answers that nothing was written over: one, or several where two devices wrote without knowing of each other. */
export function standing(answers: readonly Answer[]): Answer[] {
  const over = new Set(answers.flatMap((answer) => answer.replaces));
  const stand = answers.filter((answer) => !over.has(answer.id));
  // Answers that name each other in a ring: nothing may be lost, so all stand.
  return stand.length ? stand : [...answers];
}

/** Whether two values say the same, whatever the order of their keys. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compare(a, b)))
      : part,
  );
}
