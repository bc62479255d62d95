import { tryDayNumber, type Path } from "../../core/index.ts";
import { isFilled } from "../../core/inner.ts";
import type { Report } from "../reasons.ts";
import { memberIn } from "../member-in.ts";
import { mixedIn, type ClientDataType, type DerivedFact, type RawFact } from "./fact.ts";

/** A value of a feature, as far as it can be read. */
export type PartialFact = Partial<Omit<RawFact, "dataType">> &
  Partial<Omit<DerivedFact, "dataType">> & { readonly dataType?: ClientDataType };

/**
 * Reports values that are raw and derived at once, and derived ones whose origin is not in the file or goes back to
 * themselves.
 */
export function reportFacts(
  facts: readonly (readonly [row: number, fact: PartialFact])[],
  idOf: (id: string | undefined) => string,
  report: Report,
): void {
  const firstDays = new Map<string, number>();
  const circles = circlesIn(facts);
  const rawFeatures = new Set<string>();
  for (const [, { feature, asOf, dataType }] of facts) {
    const day = tryDayNumber(asOf);
    if (feature === undefined || day === null) continue;
    if (dataType !== "derived" && dataType !== undefined) rawFeatures.add(feature);
    firstDays.set(feature, Math.min(day, firstDays.get(feature) ?? day));
  }
  for (const [index, fact] of facts) {
    const at: Path = ["facts", index];
    const { feature, asOf } = fact;
    const reason = mixedIn(fact);
    if (reason !== null) {
      const member = reason === "derived-in-raw-group" ? "group" : "derivation";
      report("client/raw-and-derived", [...at, member], { feature: idOf(feature), reason });
    }
    if (fact.dataType !== "derived") continue;
    if (feature !== undefined && rawFeatures.has(feature)) {
      report("client/raw-and-derived", [...at, "feature"], { feature: idOf(feature), reason: "raw-elsewhere" });
    }
    const day = tryDayNumber(asOf);
    if (day === null || asOf === undefined) continue;
    for (const [place, input] of inputsOf(fact).entries()) {
      if (!isFilled(input)) continue;
      const from: Path = [...at, "derivation", "from", place];
      const details = { feature: idOf(feature), input, asOf };
      const since = firstDays.get(input);
      if (input === feature || since === undefined || since > day) {
        report("client/derived-from-unknown", from, details);
      } else if (feature !== undefined && circles(day, input, feature)) {
        report("client/derived-in-circle", from, details);
      }
    }
  }
}

/** What a value says it was derived from, as far as it can be read. */
function inputsOf({ derivation }: PartialFact): readonly unknown[] {
  try {
    const from = memberIn(derivation, "from");
    return Array.isArray(from) ? Array.from<unknown>(from) : [];
  } catch {
    return [];
  }
}

/**
 * Tells whether a value of a day was derived, however far back, from one of a feature of the same day. What a value was
 * derived from is never later than the value, so that a circle is always within one day.
 */
function circlesIn(
  facts: readonly (readonly [row: number, fact: PartialFact])[],
): (day: number, input: string, feature: string) => boolean {
  const days = new Map<number, Map<string, readonly unknown[]>>();
  for (const [, fact] of facts) {
    const day = tryDayNumber(fact.asOf);
    if (day === null || fact.feature === undefined) continue;
    const values = days.get(day) ?? new Map<string, readonly unknown[]>();
    days.set(day, values);
    // of several values of one day the last one counts
    values.set(fact.feature, fact.dataType === "derived" ? inputsOf(fact) : []);
  }
  return (day, input, feature) => {
    const reached = new Set<unknown>([input]);
    for (const name of reached) {
      if (name === feature) return true;
      for (const own of days.get(day)?.get(name as string) ?? []) reached.add(own);
    }
    return false;
  };
}
