import type { RowIssue } from "../../core/index.ts";
import { compareTexts, optional, roundExact, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, toMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { headOf } from "../head-of.ts";
import { unreadable } from "../income-line.ts";
import { valueHeads, valueItems, type ValueHead, type ValueItem } from "../items.ts";
import { OPTION, readAmount, readOptions, readRounding, readRows } from "../reading.ts";
import { mapHeads, mapItems } from "../statement/figures.ts";
import type { ValueFigures } from "../types.ts";
import { readCurrent, type CurrentItem } from "./current.ts";
import { readEffect, type PlanEffect, type ReadEffect } from "./effects.ts";
import type { PlanEffectKind } from "./reasons.ts";
import { NONE_TAKEN, takenOrRefused, type Taken } from "./taken.ts";

/** Targets, and how expectations are rounded. */
export interface ImpactOptions<C extends string = string> {
  /** What each head is to bring; a head without a target has no gap. */
  readonly targets?: Readonly<Partial<Record<ValueHead, Money<C>>>>;
  /** Of each effect times its probability; default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** A target, and what is missing to it; a negative gap is more than the target. */
export interface TargetGap<C extends string = string> {
  readonly target: Money<C>;
  /** Target less existing. */
  readonly existing: Money<C>;
  /** Target less what there is if we lose. */
  readonly ifWeLose: Money<C>;
  /** Target less what there is if we win. */
  readonly ifWeWin: Money<C>;
}

/**
 * The bridge from what is lost to what is won: `ifWeLose = existing − atRisk`, `ifWeWin = existing + renewal + added`.
 * Effects of a plan are estimates and stay apart from what is stated.
 */
export interface ImpactFigure<C extends string = string> {
  /** As stated; 0 where there is no data, so that it can be added. */
  readonly existing: Money<C>;
  /** The part of `existing` that is estimated itself. */
  readonly existingEstimated: Money<C>;
  readonly atRisk: Money<C>;
  readonly renewal: Money<C>;
  /** New business. */
  readonly added: Money<C>;
  readonly ifWeLose: Money<C>;
  readonly ifWeWin: Money<C>;
  /**
   * Existing, less what is at risk times its probability, plus the rest times theirs; each product rounded once. Null
   * where an effect has no probability.
   */
  readonly expected: Money<C> | null;
}

/** A bridge with its target. */
export interface TargetedFigure<C extends string = string> extends ImpactFigure<C> {
  /** Null without a target. */
  readonly gap: TargetGap<C> | null;
}

/** A bridge of one item, with the effects in it. */
export interface ItemImpact<C extends string = string> extends ImpactFigure<C> {
  /** Whether heads and total contain it, as in the statement. */
  readonly inTotal: boolean;
  /** Ids of its effects by kind, in code-unit order. */
  readonly effects: Readonly<Record<PlanEffectKind, readonly string[]>>;
}

/** What a plan may change in the value of a client. */
export interface ValueImpact<C extends string = string> {
  /** Its target is the sum of those of the three heads, where all three have one. */
  readonly total: TargetedFigure<C>;
  readonly heads: Readonly<Record<ValueHead, TargetedFigure<C>>>;
  readonly items: Readonly<Record<ValueItem, ItemImpact<C>>>;
  /** Effects without a probability, in code-unit order: they are why nothing is expected. */
  readonly withoutProbability: readonly string[];
  /** Effects that are left out, with why. */
  readonly issues: readonly RowIssue[];
  readonly rounding: RoundingMode;
}

/** Running sums of one item, head or total, in minor units. */
interface Sums {
  existing: bigint;
  estimated: bigint;
  "at-risk": bigint;
  renewal: bigint;
  new: bigint;
  expected: bigint;
  isExpected: boolean;
}

const noSums = (): Sums => ({
  existing: 0n,
  estimated: 0n,
  "at-risk": 0n,
  renewal: 0n,
  new: 0n,
  expected: 0n,
  isExpected: true,
});

function addSums(into: Sums, part: Sums): void {
  for (const name of ["existing", "estimated", "at-risk", "renewal", "new", "expected"] as const) {
    into[name] += part[name];
  }
  into.isExpected &&= part.isExpected;
}

/** One item while effects are added. */
interface ItemState {
  readonly sums: Sums;
  taken: Taken;
  readonly ids: Record<PlanEffectKind, string[]>;
}

function stateOf({ existing, estimated }: CurrentItem): ItemState {
  const sums = { ...noSums(), existing, estimated, expected: existing };
  return { sums, taken: NONE_TAKEN, ids: { "at-risk": [], renewal: [], new: [] } };
}

function addEffect(
  { kind, minor, probability, id }: ReadEffect,
  { sums, ids }: ItemState,
  rounding: RoundingMode,
): void {
  sums[kind] += minor;
  ids[kind].push(id);
  if (probability === null) {
    sums.isExpected = false;
    return;
  }
  const { coefficient, scale } = probability;
  const signed = kind === "at-risk" ? -minor : minor;
  sums.expected += roundExact({ coefficient: signed * coefficient, scale }, 0, rounding);
}

function figureOf<C extends string>(sums: Sums, currency: C): ImpactFigure<C> {
  const { existing, estimated, renewal, expected, isExpected } = sums;
  const money = (minor: bigint): Money<C> => fromMinorUnits(minor, currency);
  return {
    existing: money(existing),
    existingEstimated: money(estimated),
    atRisk: money(sums["at-risk"]),
    renewal: money(renewal),
    added: money(sums.new),
    ifWeLose: money(existing - sums["at-risk"]),
    ifWeWin: money(existing + renewal + sums.new),
    expected: isExpected ? money(expected) : null,
  };
}

function gapOf<C extends string>(target: bigint | null, figure: ImpactFigure<C>, currency: C): TargetGap<C> | null {
  if (target === null) return null;
  const missing = (to: Money<C>): Money<C> => fromMinorUnits(target - toMinorUnits(to), currency);
  return {
    target: fromMinorUnits(target, currency),
    existing: missing(figure.existing),
    ifWeLose: missing(figure.ifWeLose),
    ifWeWin: missing(figure.ifWeWin),
  };
}

const readImpactOptions: Reader<ImpactOptions> = /* @__PURE__ */ (() =>
  shapeOf<ImpactOptions>({
    targets: optional(
      shapeOf<NonNullable<ImpactOptions["targets"]>>({
        direct: optional(readAmount),
        related: optional(readAmount),
        other: optional(readAmount),
      }),
    ),
    rounding: optional(readRounding),
  }))();

/**
 * What a plan may change in the value of a client: the bridge if we lose ← at risk ← existing → renewal and new → if we win,
 * by item, head and in total, with targets and gaps by head.
 *
 * Nothing of the existing value is counted twice: what is at risk of an item never exceeds what it has, nor does what renewals
 * take off it, nor do both together, each times its probability. What a renewal adds makes no room for more. In the order of the
 * rows, the effect that would is left out as an issue. Pitches of the coming year in a strategy plan are the source of `new`.
 * Of an item outside the total, as referred clients reported beside it, the effects are outside too.
 *
 * @param current - a statement, or the figures of a client in a book
 * @param effects - of the plan, each for a period as long as the statement's, in its currency
 * @param options - targets by head; rounding of expectations
 * @returns the bridge by item, head and in total, and the effects that are left out
 * @throws `relationship-value/invalid-option` with the place; the checks of `money`, and `money/currency-mismatch` for a target in
 *   another currency
 * @see the relationship impact of bank pricing tools: at risk, existing, renewal, new
 * @example
 * const line = { id: "L1", client: "C-1", product: "loan", item: "asset", period: "2026", amount: money("300.00", "CNY"), basis: "actual" } as const;
 * const { statement } = relationshipValue([line], { client: "C-1", period: "2026", currency: "CNY" });
 * const effects = [
 *   { id: "loan-1", kind: "at-risk", item: "asset", amount: money("200.00", "CNY"), probability: "0.1" },
 *   { id: "pitch-1", kind: "new", item: "intermediary", amount: money("50.00", "CNY"), probability: "0.5" },
 * ] as const;
 * const { total, heads } = valueImpact(statement, effects, { targets: { direct: money("400.00", "CNY") } });
 * [total.ifWeLose, total.existing, total.ifWeWin].map(({ amount }) => amount) // => ["100.00", "300.00", "350.00"]
 * total.expected // => money("305.00", "CNY")
 * heads.direct.gap?.ifWeWin // => money("50.00", "CNY")
 * @since 0.1.0
 */
export function valueImpact<C extends string>(
  current: ValueFigures<C>,
  effects: readonly PlanEffect<NoInfer<C>>[],
  options: ImpactOptions<NoInfer<C>> = {},
): ValueImpact<C> {
  const { currency, items: existing } = readCurrent(current);
  readRows(effects, ["effects"], OPTION);
  readOptions<ImpactOptions>(options, readImpactOptions);
  const { targets = {}, rounding = "half-even" } = options;
  const states = mapItems((item) => stateOf(existing[item]));
  const issues: RowIssue[] = [];
  const ids = new Set<string>();
  const withoutProbability: string[] = [];
  for (const [row, given] of Array.from(effects).entries()) {
    try {
      const effect = readEffect(given, currency);
      const { id, item } = effect;
      if (ids.has(id)) {
        const code = "relationship-value/repeated-row" satisfies RelationshipValueErrorCode;
        issues.push({ row, code, path: ["id"], details: { id } });
        continue;
      }
      const state = states[item];
      state.taken = takenOrRefused(effect, state.taken, existing[item], currency);
      ids.add(id);
      addEffect(effect, state, rounding);
      if (effect.probability === null) withoutProbability.push(id);
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }

  const headSums = mapHeads(noSums);
  const totalSums = noSums();
  for (const item of valueItems) {
    const { sums } = states[item];
    if (!existing[item].inTotal) continue;
    addSums(headSums[headOf(item)], sums);
    addSums(totalSums, sums);
  }
  const goals = mapHeads((head) => {
    const target = targets[head];
    return target === undefined ? null : BigInt(minorIn(currency, target, ["targets", head]));
  });
  const targeted = (sums: Sums, target: bigint | null): TargetedFigure<C> => {
    const figure = figureOf(sums, currency);
    return { ...figure, gap: gapOf(target, figure, currency) };
  };
  const given = valueHeads.flatMap((head) => goals[head] ?? []);
  const whole = given.length === valueHeads.length ? given.reduce((sum, goal) => sum + goal, 0n) : null;
  return {
    total: targeted(totalSums, whole),
    heads: mapHeads((head) => targeted(headSums[head], goals[head])),
    items: mapItems((item) => {
      const { sums, ids: own } = states[item];
      const effectsOf = {
        "at-risk": own["at-risk"].sort(compareTexts),
        renewal: own.renewal.sort(compareTexts),
        new: own.new.sort(compareTexts),
      };
      return { ...figureOf(sums, currency), inTotal: existing[item].inTotal, effects: effectsOf };
    }),
    withoutProbability: withoutProbability.sort(compareTexts),
    issues,
    rounding,
  };
}
