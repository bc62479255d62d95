import {
  classifyMany,
  type ClassificationSummary,
  type FeatureValue,
  type GapTarget,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { asOf } from "../cards.ts";
import { NUMBERS } from "./random-cards.ts";

type Row = Readonly<Record<string, FeatureValue>>;

/** Whether a class is what was to be reached. */
export function isThere(card: Scorecard, value: ClassificationSummary | null, target: GapTarget): boolean {
  if (value?.status !== "classified") return false;
  if (target.kind === "type") return value.type === target.type;
  if (target.kind === "tier")
    return value.type === "existing-high-quality" && (target.tier === "general" || value.tier === "core");
  const ids = (card.levels ?? []).map(({ id }) => id);
  return value.level !== undefined && ids.indexOf(value.level) >= ids.indexOf(target.level);
}

/** Every value a feature may be moved to, that of the record first. */
function valuesOf(card: Scorecard, feature: string, now: FeatureValue): readonly FeatureValue[] {
  const definition = card.features[feature];
  if (definition?.moves === undefined || feature === card.customerFlag) return [now];
  const { kind, moves } = definition;
  if (kind === "category") return [now, ...definition.values.filter((value) => value !== now)];
  const all: readonly (number | boolean)[] = kind === "flag" ? [false, true] : NUMBERS;
  const from = now ?? (kind === "flag" ? null : 0);
  const fits = (value: number | boolean): boolean => {
    if (value === now) return false;
    if (moves === "either") return true;
    if (kind === "flag") return value === (moves === "up");
    return moves === "up" ? Number(value) >= Number(from) : Number(value) <= Number(from);
  };
  return [now, ...all.filter(fits)];
}

/** Steps between two values of a feature, counted edge by edge. */
function stepsOf(card: Scorecard, feature: string, from: FeatureValue, to: FeatureValue): number {
  if (typeof to !== "number") return 1;
  const start = typeof from === "number" ? from : 0;
  // what counts for customers only draws no edge for anybody else
  const edges = new Set<number>();
  const pers: number[] = [];
  const look = (conditions: readonly unknown[]): void => {
    for (const condition of conditions as {
      test: string;
      feature?: string;
      atLeast?: string;
      below?: string;
      of?: readonly unknown[];
    }[]) {
      if (condition.test === "any") look(condition.of ?? []);
      if (condition.test !== "amount" || condition.feature !== feature) continue;
      for (const edge of [condition.atLeast, condition.below]) if (edge !== undefined) edges.add(Number(edge));
    }
  };
  for (const rule of card.rules) look(rule.when);
  look(card.core);
  for (const line of card.characteristics) {
    if (line.feature !== feature) continue;
    if (line.scale === "linear") pers.push(Number(line.per));
    if (line.scale === "bands") for (const { below } of line.bands) if (below !== undefined) edges.add(Number(below));
  }
  const [low, high] = [Math.min(start, to), Math.max(start, to)];
  const crossed = [...edges].filter((edge) => edge > low && edge <= high).length;
  const units = pers.length === 0 ? 0 : Math.ceil((high - low) / Math.min(...pers));
  return Math.max(1, crossed + units);
}

/** The fewest features, and of those ways the fewest steps, found by trying everything; null where nothing does. */
export function bruteForce(
  card: Scorecard,
  record: Row,
  target: GapTarget,
): { readonly features: number; readonly steps: number } | null {
  const ids = Object.keys(card.features);
  const isCustomer = record["customer"] === true;
  const counted: Scorecard = isCustomer
    ? card
    : { ...card, characteristics: card.characteristics.filter(({ appliesTo }) => appliesTo === "everyone") };
  const options = ids.map((id) => valuesOf(card, id, record[id]));
  const rows = options.reduce((product, values) => product * values.length, 1);
  const columns: Record<string, FeatureValue[]> = {};
  let stride = 1;
  for (const [index, id] of ids.entries()) {
    const values = options[index] ?? [];
    const step = stride;
    columns[id] = Array.from({ length: rows }, (_, row) => values[Math.floor(row / step) % values.length]);
    stride *= values.length;
  }
  const batch = classifyMany(card, columns, { asOf });
  let best: { features: number; steps: number } | null = null;
  for (const [row, value] of batch.values.entries()) {
    if (!isThere(card, value, target)) continue;
    const moved = ids.filter((id) => columns[id]?.[row] !== record[id]);
    const steps = moved.reduce((sum, id) => sum + stepsOf(counted, id, record[id], columns[id]?.[row]), 0);
    if (best === null || moved.length < best.features || (moved.length === best.features && steps < best.steps)) {
      best = { features: moved.length, steps };
    }
  }
  return best;
}
