import type { Characteristic, FeatureValue, Scorecard } from "../../src/customer-classification/index.ts";
import { compare, money } from "../../src/money/index.ts";

type Row = Readonly<Record<string, FeatureValue>>;

/** Points of one characteristic of a card with money, integers, categories and flags, done the slow and plain way. */
function pointsOf(card: Scorecard, line: Characteristic, row: Row): number {
  const value = row[line.feature];
  const policy = (name: "missing" | "unknown"): number => {
    const given = line.inputs[name];
    if (given === undefined || given === "reject" || given === "open") throw new Error("not known");
    return given === "neutral" ? (line.neutral ?? NaN) : given.points;
  };
  if (line.appliesTo === "customers" && row[card.customerFlag ?? ""] === false) return 0;
  if (value === null || value === undefined) return policy("missing");
  if (line.scale === "flag") return value === true ? line.whenTrue : line.whenFalse;
  if (line.scale === "categories") {
    return line.groups.find((group) => group.values.some((known) => known === value))?.points ?? policy("unknown");
  }
  if (line.scale !== "bands") throw new Error("not in this model");
  const below = (edge: string): boolean =>
    typeof value === "object" ? compare(value, money(edge, value.currency)) < 0 : Number(value) < Number(edge);
  const band = line.bands.find((candidate) => candidate.below === undefined || below(candidate.below));
  return band?.points ?? NaN;
}

/** Type and tier of a complete record under the rules of the example card, written out by hand. */
export function referenceOf(card: Scorecard, row: Row): { readonly score: number; readonly type: string } {
  const sum = (axis: string): number =>
    card.characteristics
      .filter((line) => line.axis === axis)
      .reduce((total, line) => total + pointsOf(card, line, row), 0);
  const [strength, closeness, contribution, potential] = ["strength", "closeness", "contribution", "potential"].map(
    sum,
  ) as [number, number, number, number];
  const score = strength + closeness + contribution + potential;
  const profit = card.characteristics.find((line) => line.id === "expectedProfit");
  const customer = row["isCustomer"] === true;
  let type = customer ? "ordinary" : "not-a-customer";
  if (customer && strength >= 20 && closeness >= 10 && contribution >= 25) {
    type = strength >= 28 && closeness >= 15 && contribution >= 35 ? "core" : "general";
  } else if (
    customer &&
    closeness >= 10 &&
    potential >= 14 &&
    profit !== undefined &&
    pointsOf(card, profit, row) >= 5
  ) {
    type = "existing-potential";
  } else if (strength >= 20 && row["mainBankElsewhere"] === true) type = "prospective-high-quality";
  return { score, type };
}
