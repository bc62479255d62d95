import type { DecimalString } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import { missingLine } from "../explain.ts";
import type { Open } from "../outcomes.ts";
import type { FeatureValue } from "../record.ts";
import type { Gap, GapMove, GapObstacle, GapTarget } from "./gap.ts";
import type { GapLine } from "./lines.ts";

type MoveLine = Extract<GapLine, { readonly line: "gap-move" }>;
type ReachedLine = Extract<GapLine, { readonly line: "gap-reached" }>;
type FactLine = Extract<GapLine, { readonly line: "gap-fact" }>;
type PointsLine = Extract<GapLine, { readonly line: "gap-points" }>;

/** The label key of what a target names. */
export function targetKey(target: GapTarget): Extract<GapLine, { readonly line: "gap-outcome" }>["labels"]["target"] {
  switch (target.kind) {
    case "type":
      return `clientType.${target.type}`;
    case "tier":
      return `tier.${target.tier}`;
    case "level":
      return `level.${target.level}`;
  }
}

/** A number in digits, without the exponent that very small and very large ones have. */
function digitsOf(value: number): DecimalString {
  const text = String(value);
  if (!text.includes("e")) return text;
  if (Number.isInteger(value)) return String(BigInt(value));
  const [mantissa = "", exponent = ""] = text.split("e-");
  const digits = `${"0".repeat(Number(exponent) - 1)}${mantissa.replace(/[-.]/g, "")}`;
  return `${value < 0 ? "-" : ""}0.${digits}`;
}

/** A value as a line names it: money and numbers as figures, categories and flags by their label. */
function valueOf(
  feature: string,
  value: FeatureValue,
): { money?: Money; number?: DecimalString; answer?: MoveLine["labels"]["toAnswer"] } {
  if (typeof value === "number") return { number: digitsOf(value) };
  if (typeof value === "boolean") return { answer: `flagValue.${value}` };
  if (typeof value === "string") return { answer: `category.${feature}.${value}` };
  return value === null || value === undefined ? {} : { money: value };
}

function moveLine(move: GapMove): GapLine {
  const from = valueOf(move.feature, move.from);
  const to = valueOf(move.feature, move.to);
  const labels: Open<MoveLine["labels"]> = { feature: `feature.${move.feature}` };
  if (from.answer !== undefined) labels.fromAnswer = from.answer;
  if (to.answer !== undefined) labels.toAnswer = to.answer;
  const { steps, points } = move;
  const values: Open<MoveLine["values"]> = { steps, pointsFrom: points.from, pointsTo: points.to };
  if (from.money !== undefined) values.fromMoney = from.money;
  if (to.money !== undefined) values.toMoney = to.money;
  if (from.number !== undefined) values.fromNumber = from.number;
  if (move.below !== undefined) values.below = digitsOf(move.below);
  else if (to.number !== undefined) values.toNumber = to.number;
  if (move.isLearnt) values.learnt = true;
  return { line: "gap-move", labels, values };
}

function factLine({ rule, condition }: Extract<GapObstacle, { readonly obstacle: "fact" }>): GapLine {
  const labels: Open<FactLine["labels"]> = { rule: `typeRule.${rule}`, test: `conditionTest.${condition.test}` };
  const values: Open<FactLine["values"]> = {};
  if ("feature" in condition) labels.feature = `feature.${condition.feature}`;
  if ("is" in condition) values.is = condition.is;
  if (condition.test === "category") {
    labels.oneOf = condition.oneOf.map((id) => `category.${condition.feature}.${id}` as const);
  }
  if (condition.test === "amount") {
    if (condition.atLeast !== undefined) values.atLeast = condition.atLeast;
    if (condition.below !== undefined) values.below = condition.below;
  }
  return { line: "gap-fact", labels, values };
}

function pointsLine(obstacle: Extract<GapObstacle, { readonly obstacle: "points" }>): GapLine {
  const { rule, condition, axis, characteristic, attainable } = obstacle;
  const labels: Open<PointsLine["labels"]> = { rule: `typeRule.${rule}` };
  if (axis !== undefined) labels.axis = `axis.${axis}`;
  if (characteristic !== undefined) labels.characteristic = `characteristic.${characteristic}`;
  const values: Open<PointsLine["values"]> = { ...attainable };
  if (condition.test === "axis" || condition.test === "total" || condition.test === "characteristic") {
    if (condition.atLeast !== undefined) values.atLeast = condition.atLeast;
    if (condition.below !== undefined) values.below = condition.below;
  }
  return { line: "gap-points", labels, values };
}

function obstacleLine(obstacle: GapObstacle): GapLine {
  switch (obstacle.obstacle) {
    case "block":
      return { line: "gap-block", labels: { block: `block.${obstacle.block}` }, values: {} };
    case "earlier-rule":
      return { line: "gap-earlier-rule", labels: { rule: `typeRule.${obstacle.rule}` }, values: {} };
    case "no-rule":
      return { line: "gap-no-rule", labels: { type: `clientType.${obstacle.type}` }, values: {} };
    case "fact":
      return factLine(obstacle);
    case "points":
      return pointsLine(obstacle);
    case "level-points": {
      const { level, atLeast, attainable } = obstacle;
      return { line: "gap-level-points", labels: { level: `level.${level}` }, values: { atLeast, ...attainable } };
    }
    case "together":
      return { line: "gap-together", labels: {}, values: {} };
  }
}

/** An answer before it is put into lines. */
export type GapFacts = Gap extends infer Each
  ? Each extends Gap
    ? Omit<Each, "lines" | "card" | "asOf">
    : never
  : never;

/** The lines of an answer. */
export function gapLines(gap: GapFacts): readonly GapLine[] {
  const outcome: GapLine = {
    line: "gap-outcome",
    labels: { status: `gapStatus.${gap.status}`, target: targetKey(gap.target) },
    values: {},
  };
  switch (gap.status) {
    case "already-there":
      return [outcome];
    case "moves": {
      const { type, tier, level, score: points } = gap.reached;
      const labels: Open<ReachedLine["labels"]> = { type: `clientType.${type}` };
      if (tier !== undefined) labels.tier = `tier.${tier}`;
      if (level !== undefined) labels.level = `level.${level}`;
      return [
        outcome,
        { line: "gap-steps", labels: {}, values: { features: gap.moves.length, steps: gap.steps } },
        ...gap.moves.map(moveLine),
        { line: "gap-reached", labels, values: { points } },
      ];
    }
    case "not-by-points":
    case "out-of-reach":
      return [outcome, ...gap.because.map(obstacleLine)];
    case "insufficient-data":
      return [outcome, ...gap.missing.map(missingLine)];
    case "too-wide":
      return [outcome, { line: "gap-too-wide", labels: {}, values: { looked: gap.looked } }];
  }
}
