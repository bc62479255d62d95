import type { Path } from "../../core/index.ts";
import { policyPoints, spanOf, valueSpan } from "./attainable.ts";
import {
  CODE_INVALID,
  CODE_MISSING,
  CODE_NOT_APPLICABLE,
  CODE_STALE,
  CODE_UNKNOWN,
  MAX_BANDS,
  MAX_POINTS,
} from "../ledger/codes.ts";
import { featureAt } from "./features.ts";
import type { CardLine, CardRate } from "./resolved.ts";
import { resolveEdge, isAmount } from "./edges.ts";
import { cardError } from "../errors.ts";
import { AXES } from "../classes.ts";
import { INVALID_REASONS } from "../record.ts";
import type { CategoryFeature, FeatureDefinition } from "./feature-definition.ts";
import type {
  Band,
  CategoryCharacteristic,
  Characteristic,
  InputPolicies,
  LackingPolicy,
  LinearCharacteristic,
} from "./characteristic.ts";
import type { Scorecard } from "./scorecard.ts";

const NONE = /* @__PURE__ */ new Float64Array(0);
const NO_GROUPS = /* @__PURE__ */ new Uint8Array(0);

/** A power of two less one that holds a number of edges, at least 7. */
function searchLength(edges: number): number {
  let length = 7;
  while (length < edges) length = length * 2 + 1;
  return length;
}

function resolveBands(bands: readonly Band[], feature: FeatureDefinition, exponent: number, path: Path): Float64Array {
  if (bands.length === 0) throw cardError(path, "empty", "at least one band");
  if (bands.length > MAX_BANDS) throw cardError(path, "too-many", `at most ${String(MAX_BANDS)} bands`);
  const edges = new Float64Array(searchLength(bands.length - 1)).fill(Infinity);
  let previous = -Infinity;
  for (const [index, band] of bands.entries()) {
    const at = [...path, index];
    if (index === bands.length - 1) {
      if (band.below !== undefined) {
        throw cardError([...at, "below"], "last-band-closed", "the last band is open: leave `below` out");
      }
      break;
    }
    if (band.below === undefined) throw cardError(at, "band-without-edge", "every band but the last has `below`");
    const edge = resolveEdge(band.below, feature.kind, exponent, [...at, "below"]);
    if (edge <= previous) {
      throw cardError([...at, "below"], "edges-not-ascending", "upper edges ascend strictly", { below: band.below });
    }
    edges[index] = edge;
    previous = edge;
  }
  return edges;
}

function resolveGroups(line: CategoryCharacteristic, feature: CategoryFeature, path: Path): Uint8Array {
  if (line.groups.length > MAX_BANDS) throw cardError(path, "too-many", `at most ${String(MAX_BANDS)} groups`);
  const groups = new Uint8Array(feature.values.length);
  const seen = new Set<string>();
  for (const [index, group] of line.groups.entries()) {
    for (const [at, value] of group.values.entries()) {
      const place = [...path, index, "values", at];
      const position = feature.values.indexOf(value);
      if (position < 0) throw cardError(place, "unknown-category", "the feature does not list it");
      if (seen.has(value)) throw cardError(place, "duplicate", "in two groups", { name: value });
      seen.add(value);
      groups[position] = index;
    }
  }
  const without = feature.values.filter((value) => !seen.has(value));
  if (without.length > 0) {
    throw cardError(path, "category-without-points", "every value of the feature is in one group", {
      values: without,
    });
  }
  return groups;
}

function resolveRate(line: LinearCharacteristic, feature: FeatureDefinition, exponent: number, path: Path): CardRate {
  const { min = 0, max = MAX_POINTS, points } = line;
  if (min >= max) throw cardError([...path, "max"], "empty-range", "above `min`", { min, max });
  const per = resolveEdge(line.per, feature.kind, exponent, [...path, "per"]);
  if (per <= 0) throw cardError([...path, "per"], "not-positive", "above 0");
  if (!Number.isSafeInteger(per * points)) {
    throw cardError([...path, "per"], "too-large", "per times points stays within 2^53 minor units");
  }
  return { per, points, min, max };
}

/** The input policies of a characteristic: one for each state that can occur, none for a state that cannot. */
function requirePolicies(line: Characteristic, feature: FeatureDefinition, path: Path): void {
  const { inputs, neutral } = line;
  const read = (name: keyof InputPolicies, possible: boolean): void => {
    const policy = inputs[name];
    const at = [...path, "inputs", name];
    if (policy === undefined) {
      if (possible) throw cardError(at, "policy-missing", "the state can occur: say what it scores");
      return;
    }
    if (!possible) throw cardError(at, "policy-without-use", "the state cannot occur with this feature");
    if (policy === "neutral" && neutral === undefined) {
      throw cardError([...path, "neutral"], "neutral-missing", "a neutral policy needs `neutral` points");
    }
  };
  read("missing", true);
  read("invalid", true);
  read("stale", feature.maxAgeDays !== undefined);
  read("unknown", feature.kind === "category");
}

function fillPolicies(line: Characteristic, table: Float64Array): Pick<CardLine, "rejects" | "opens" | "spread"> {
  const { inputs, neutral } = line;
  const rejects = new Uint8Array(256);
  const opens = new Uint8Array(256);
  const { min, max } = valueSpan(line);
  const fill = (code: number, policy: LackingPolicy = "reject"): void => {
    if (policy === "reject") rejects[code] = 1;
    else if (policy === "open") {
      opens[code] = 1;
      table[code] = min;
    } else table[code] = policyPoints(policy, neutral) ?? 0;
  };
  fill(CODE_MISSING, inputs.missing);
  fill(CODE_UNKNOWN, inputs.unknown);
  fill(CODE_STALE, inputs.stale);
  for (const index of INVALID_REASONS.keys()) fill(CODE_INVALID + index, inputs.invalid);
  table[CODE_NOT_APPLICABLE] = 0;
  return { rejects, opens, spread: max - min };
}

/** Indexes of the lines of each axis. */
export function linesByAxis(lines: readonly CardLine[]): readonly (readonly number[])[] {
  return AXES.map((_, axis) => lines.flatMap((line, index) => (line.axis === axis ? [index] : [])));
}

/** A characteristic checked against its feature and made ready for scoring. */
export function resolveLine(
  card: Scorecard,
  line: Characteristic,
  index: number,
  exponent: number,
  inputIndex: (feature: string) => number,
): CardLine {
  const path = ["characteristics", index];
  const feature = featureAt(card, line.feature, [...path, "feature"]);
  const misfit = (): never => {
    throw cardError([...path, "scale"], "kind-does-not-fit", `no ${line.scale} on a ${feature.kind}`, {
      feature: line.feature,
      kind: feature.kind,
    });
  };
  requirePolicies(line, feature, path);
  const table = new Float64Array(256);
  let edges: Float64Array = NONE;
  let groups: Uint8Array = NO_GROUPS;
  let rate: CardRate | null = null;
  switch (line.scale) {
    case "bands":
      if (!isAmount(feature)) misfit();
      edges = resolveBands(line.bands, feature, exponent, [...path, "bands"]);
      table.set(line.bands.map((band) => band.points));
      break;
    case "linear":
      if (feature.kind !== "money" && feature.kind !== "integer") misfit();
      rate = resolveRate(line, feature, exponent, path);
      break;
    case "categories":
      if (feature.kind !== "category") return misfit();
      groups = resolveGroups(line, feature, [...path, "groups"]);
      table.set(line.groups.map((group) => group.points));
      break;
    case "flag":
      if (feature.kind !== "flag") misfit();
      table.set([line.whenFalse, line.whenTrue]);
      break;
  }
  const policies = fillPolicies(line, table);
  const span = spanOf(line, card.customerFlag !== undefined);
  return {
    characteristic: line,
    input: inputIndex(line.feature),
    axis: AXES.indexOf(line.axis),
    customersOnly: line.appliesTo === "customers",
    edges,
    groups,
    rate,
    table,
    ...policies,
    minPoints: span.min,
    maxPoints: span.max,
  };
}
