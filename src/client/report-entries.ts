import { tryDayNumber, type LocalDate } from "../core/index.ts";
import type { Report } from "./reasons.ts";
import type { Recorded } from "./types.ts";

/**
 * Reports corrections that correct nothing, and entries with an id that was there before. `observedOn` is the member that
 * says on which day the thing was seen, where an entry has one: nobody records it earlier.
 */
export function reportEntries<T extends Recorded>(
  name: string,
  entries: readonly Partial<T>[],
  idOf: (id: string | undefined) => string,
  report: Report,
  observedOn?: keyof T,
): void {
  const before = new Map<string, Partial<Recorded>>();
  const corrected = new Set<string>();
  for (const [index, own] of entries.entries()) {
    const { entry, corrects, recordedOn } = own;
    const at = [name, index];
    if (isGiven(corrects)) {
      const other = before.get(corrects);
      const details = { entry: idOf(corrects) };
      if (other === undefined)
        report("client/invalid-correction", [...at, "corrects"], { ...details, reason: "not-before" });
      else if (corrected.has(corrects)) {
        report("client/invalid-correction", [...at, "corrects"], { ...details, reason: "corrected-twice" });
      } else if (isLater(other.recordedOn, recordedOn)) {
        report("client/invalid-correction", [...at, "corrects"], { ...details, reason: "recorded-later" });
      }
      corrected.add(corrects);
    }
    if (isGiven(entry)) {
      if (before.has(entry)) report("client/duplicate-id", [...at, "entry"], { id: idOf(entry) });
      else before.set(entry, own);
    }
    const on = observedOn === undefined ? undefined : (own[observedOn] as LocalDate | undefined);
    if (on !== undefined && isGiven(recordedOn) && isLater(on, recordedOn)) {
      report("client/recorded-too-early", [...at, "recordedOn"], { recordedOn, on });
    }
  }
}

const isGiven = (text: string | null | undefined): text is string => typeof text === "string" && text.trim() !== "";

/** Whether a day is after another; days that do not exist are reported elsewhere. */
function isLater(a: LocalDate | null | undefined, b: LocalDate | null | undefined): boolean {
  const [first, second] = [tryDayNumber(a), tryDayNumber(b)];
  return first !== null && second !== null && first > second;
}
