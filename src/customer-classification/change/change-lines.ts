import { AXES } from "../classes.ts";
import type { TestLine } from "../explanation.ts";
import type { Open } from "../outcomes.ts";
import type { ChangeLine } from "./lines.ts";
import type { ClassOfSide, PointSplit, RuleFlip, ServedChange, TypeChange } from "./type-change.ts";

type LineOf<Kind extends ChangeLine["line"]> = Extract<ChangeLine, { readonly line: Kind }>;
type UnderLabels = LineOf<"change-under-old-card">["labels"];

function sidesLine({ previous, current }: TypeChange): ChangeLine {
  const labels: Open<LineOf<"change-sides">["labels"]> = {
    fromStatus: `classificationStatus.${previous.status}`,
    toStatus: `classificationStatus.${current.status}`,
  };
  if (previous.type !== undefined) labels.fromType = `clientType.${previous.type}`;
  if (previous.tier !== undefined) labels.fromTier = `tier.${previous.tier}`;
  if (previous.level !== undefined) labels.fromLevel = `level.${previous.level}`;
  if (current.type !== undefined) labels.toType = `clientType.${current.type}`;
  if (current.tier !== undefined) labels.toTier = `tier.${current.tier}`;
  if (current.level !== undefined) labels.toLevel = `level.${current.level}`;
  return { line: "change-sides", labels, values: { from: previous.asOf, to: current.asOf } };
}

function underLine({ status, type, tier, level }: Omit<ClassOfSide, "card" | "asOf">, of: ClassOfSide): ChangeLine {
  const labels: Open<UnderLabels> = { status: `classificationStatus.${status}` };
  if (type !== undefined) labels.type = `clientType.${type}`;
  if (tier !== undefined) labels.tier = `tier.${tier}`;
  if (level !== undefined) labels.level = `level.${level}`;
  return { line: "change-under-old-card", labels, values: { card: of.card.id, version: of.card.version } };
}

/** The figures of a split; parts of 0 are left out. */
function valuesOf(split: PointSplit): LineOf<"change-total">["values"] {
  const { from, to, change } = split;
  const values: Open<LineOf<"change-total">["values"]> = { from, to, change };
  for (const part of ["value", "unusable", "customer", "card"] as const)
    if (split[part] !== 0) values[part] = split[part];
  return values;
}

const isMoved = ({ value, unusable, customer, card }: PointSplit): boolean =>
  value !== 0 || unusable !== 0 || customer !== 0 || card !== 0;

function pointLines({ points, previous, current }: TypeChange): ChangeLine[] {
  switch (points.status) {
    case "split": {
      const lines: ChangeLine[] = [{ line: "change-total", labels: {}, values: valuesOf(points.total) }];
      for (const axis of AXES) {
        const split = points.axes[axis];
        if (!isMoved(split)) continue;
        lines.push({ line: "change-axis", labels: { axis: `axis.${axis}` }, values: valuesOf(split) });
        for (const own of points.characteristics) {
          if (own.axis !== axis || !isMoved(own)) continue;
          const labels: Open<LineOf<"change-characteristic">["labels"]> = {
            characteristic: `characteristic.${own.characteristic}`,
          };
          const { from, to } = own.states;
          if (from !== null && to !== null && from !== to) {
            labels.fromState = `partState.${from}`;
            labels.toState = `partState.${to}`;
          }
          lines.push({ line: "change-characteristic", labels, values: valuesOf(own) });
        }
      }
      return lines;
    }
    case "no-score":
      return points.without.map((side): ChangeLine => {
        const { status, asOf } = side === "previous" ? previous : current;
        return { line: "change-no-score", labels: { status: `classificationStatus.${status}` }, values: { asOf } };
      });
    case "not-split": {
      const features = points.features.map((id) => `feature.${id}` as const);
      return [{ line: "change-not-split", labels: { features }, values: { change: points.change } }];
    }
  }
}

function ruleLine({ rule, from, to }: RuleFlip): ChangeLine {
  const labels: Open<LineOf<"change-rule">["labels"]> = { rule: `typeRule.${rule}` };
  if (from !== null) labels.from = `ruleOutcome.${from}`;
  if (to !== null) labels.to = `ruleOutcome.${to}`;
  return { line: "change-rule", labels, values: {} };
}

function servedLines(served: ServedChange): ChangeLine[] {
  const { from, to, change } = served;
  const values: Open<LineOf<"change-served">["values"]> = { change };
  for (const part of ["earned", "grace", "floor", "override"] as const) {
    if (served[part] !== 0) values[part] = served[part];
  }
  const line: ChangeLine = {
    line: "change-served",
    labels: { from: `level.${from}`, to: `level.${to}` },
    values,
  };
  return served.isOneLadder ? [line] : [line, { line: "change-ladders", labels: {}, values: {} }];
}

/** The lines of a change; `failing` are the tests that a rule fails now. */
export function changeLines(change: TypeChange, failing: (rule: string) => readonly TestLine[]): readonly ChangeLine[] {
  const lines: ChangeLine[] = [sidesLine(change)];
  const { previous, current, underPreviousCard, carried, served } = change;
  if (underPreviousCard !== null && previous.card.hash !== current.card.hash) {
    lines.push(underLine(underPreviousCard, previous));
  }
  if (carried.length > 0) {
    const features = carried.map((id) => `feature.${id}` as const);
    lines.push({ line: "change-carried", labels: { features }, values: {} });
  }
  lines.push(...pointLines(change));
  for (const flip of change.rules) {
    lines.push(ruleLine(flip));
    if (flip.to === "failed") lines.push(...failing(flip.rule));
  }
  if (served !== undefined) lines.push(...servedLines(served));
  return lines;
}
