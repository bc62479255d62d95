import { MAX_POINTS } from "../ledger/codes.ts";
import { AXES, type Axis } from "../classes.ts";
import type { Characteristic, LackingPolicy } from "./characteristic.ts";
import type { Scorecard } from "./scorecard.ts";

/** A range of points, both ends inclusive. */
export interface PointSpan {
  readonly min: number;
  readonly max: number;
}

/** Points a usable value can earn, one entry per band, group or end of a rate. */
export function valuePoints(characteristic: Characteristic): readonly number[] {
  switch (characteristic.scale) {
    case "bands":
      return characteristic.bands.map((band) => band.points);
    case "categories":
      return characteristic.groups.map((group) => group.points);
    case "flag":
      return [characteristic.whenTrue, characteristic.whenFalse];
    case "linear":
      return [characteristic.min ?? 0, characteristic.max ?? MAX_POINTS];
  }
}

/** Points of an input policy, null when it rejects or leaves them open. */
export function policyPoints(policy: LackingPolicy, neutral: number | undefined): number | null {
  if (policy === "reject" || policy === "open") return null;
  return policy === "neutral" ? (neutral ?? 0) : policy.points;
}

/** Fewest and most points that usable values of a characteristic earn. */
export function valueSpan(characteristic: Characteristic): PointSpan {
  const points = valuePoints(characteristic);
  return { min: Math.min(...points), max: Math.max(...points) };
}

/** Fewest and most points of a characteristic, its input policies and non-customers included. */
export function spanOf(characteristic: Characteristic, customerFlag: boolean): PointSpan {
  const { inputs, neutral } = characteristic;
  const points = [...valuePoints(characteristic)];
  for (const policy of [inputs.missing, inputs.invalid, inputs.stale, inputs.unknown]) {
    const given = policy === undefined ? null : policyPoints(policy, neutral);
    if (given !== null) points.push(given);
  }
  if (customerFlag && characteristic.appliesTo === "customers") points.push(0);
  return {
    min: points.reduce((a, b) => Math.min(a, b), Infinity),
    max: points.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

const sumSpans = (spans: readonly PointSpan[]): PointSpan => ({
  min: spans.reduce((sum, span) => sum + span.min, 0),
  max: spans.reduce((sum, span) => sum + span.max, 0),
});

/** Fewest and most points a card can give. */
export interface AttainablePoints {
  readonly total: PointSpan;
  readonly axes: Readonly<Record<Axis, PointSpan>>;
}

/** Attainable points of the whole card and of each axis, the characteristics taken as independent. */
export function attainablePoints(card: Scorecard): AttainablePoints {
  const flag = card.customerFlag !== undefined;
  const of = (axis: Axis): PointSpan =>
    sumSpans(card.characteristics.filter((line) => line.axis === axis).map((line) => spanOf(line, flag)));
  const [strength, closeness, contribution, potential] = AXES;
  const axes = {
    strength: of(strength),
    closeness: of(closeness),
    contribution: of(contribution),
    potential: of(potential),
  };
  return { total: sumSpans(Object.values(axes)), axes };
}
