import { tryDayNumber, type Path } from "../../core/index.ts";
import type { Report } from "../reasons.ts";
import { mixedIn, type ClientDataType, type DerivedFact, type RawFact } from "./fact.ts";

/** A value of a feature, as far as it can be read. */
export type PartialFact = Partial<Omit<RawFact, "dataType">> &
  Partial<Omit<DerivedFact, "dataType">> & { readonly dataType?: ClientDataType };

/** Reports values that are raw and derived at once, and derived ones whose origin is not in the file. */
export function reportFacts(
  facts: readonly (readonly [row: number, fact: PartialFact])[],
  idOf: (id: string | undefined) => string,
  report: Report,
): void {
  const firstDays = new Map<string, number>();
  const rawFeatures = new Set<string>();
  for (const [, { feature, asOf, dataType }] of facts) {
    const day = tryDayNumber(asOf);
    if (feature === undefined || day === null) continue;
    if (dataType !== "derived" && dataType !== undefined) rawFeatures.add(feature);
    firstDays.set(feature, Math.min(day, firstDays.get(feature) ?? day));
  }
  for (const [index, fact] of facts) {
    const at: Path = ["facts", index];
    const { feature, asOf, derivation } = fact;
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
    const inputs: unknown = derivation?.from;
    if (day === null || asOf === undefined || !Array.isArray(inputs)) continue;
    for (const [place, input] of inputs.entries()) {
      if (typeof input !== "string" || input.trim() === "") continue;
      const since = firstDays.get(input);
      if (input !== feature && since !== undefined && since <= day) continue;
      const from: Path = [...at, "derivation", "from", place];
      report("client/derived-from-unknown", from, { feature: idOf(feature), input, asOf });
    }
  }
}
