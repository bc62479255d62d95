import { asGiven, byTag, oneOf, readObject, readText, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import { moneyOfMinor } from "../../money/inner.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import { CLIENT_TYPES, TIERS } from "../classes.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { buildLedger } from "../ledger/build.ts";
import { sourceOfOne } from "../ledger/record-source.ts";
import { linePoints } from "../ledger/ledger.ts";
import { ledgerOfRecord, type RecordLedger } from "../ledger/source.ts";
import { traceClassification } from "../ledger/trace.ts";
import type { Classification } from "../outcomes.ts";
import type { ClassificationContext, FeatureRow, FeatureValue } from "../record.ts";
import { gapLines, type GapFacts } from "./gap-lines.ts";
import type { Gap, GapMove, GapTarget } from "./gap.ts";
import { chanceOf, type Goal } from "./goal.ts";
import { movablesOf, stepsTo, type Movable } from "./movable.ts";
import { obstaclesOf } from "./obstacles.ts";
import { GAP_SEARCH_LIMIT, searchMoves, type Reached } from "./search.ts";
import { trialOf } from "./trial.ts";

const INVALID_TARGET = "customer-classification/invalid-target" satisfies CustomerClassificationErrorCode;

let targetReader: Reader<GapTarget> | null = null;

/** The target as a goal of the card. */
function readTarget(target: GapTarget, { levels, stamp }: ResolvedCard): Goal {
  readObject(target, ["target"], INVALID_TARGET);
  targetReader ??= byTag<GapTarget, "kind">("kind", {
    type: shapeOf<Extract<GapTarget, { readonly kind: "type" }>>({ kind: asGiven, type: oneOf(CLIENT_TYPES) }),
    tier: shapeOf<Extract<GapTarget, { readonly kind: "tier" }>>({ kind: asGiven, tier: oneOf(TIERS) }),
    level: shapeOf<Extract<GapTarget, { readonly kind: "level" }>>({ kind: asGiven, level: readText }),
  });
  const read = targetReader(target, ["target"], INVALID_TARGET);
  if (read.kind !== "level") return read;
  const index = levels.findIndex(({ id }) => id === read.level);
  if (index >= 0) return { kind: "level", index };
  const details = { level: read.level, card: stamp.id, known: levels.map(({ id }) => id) };
  return refuse(INVALID_TARGET, ["target", "level"], "the card has no such level", details);
}

/** Whether a classification is what was to be reached. */
function isThere(result: Classification, goal: Goal, card: ResolvedCard): boolean {
  if (result.status !== "classified") return false;
  switch (goal.kind) {
    case "type":
      return result.type === goal.type;
    case "tier":
      return result.tier !== undefined && (goal.tier === "general" || result.tier === "core");
    case "level":
      return card.levels.findIndex(({ id }) => id === result.level) >= goal.index;
  }
}

/** A value in the units of the ledger, as a record has it. */
function valueOf({ input }: Movable, value: number): GapMove["to"] {
  switch (input.definition.kind) {
    case "money":
      return moneyOfMinor(value, input.currency, input.exponent);
    case "number":
    case "integer":
      return value;
    case "flag":
      return value === 1;
    case "category":
      return input.definition.values[value] ?? "";
  }
}

/** The record with the moves made: what was not known is taken as observed on the day of the classification. */
function movedLedger({ ledger, source, dates }: RecordLedger, moves: readonly Reached[]): RecordLedger["ledger"] {
  const values = new Map<string, FeatureValue>();
  const observedAt = new Map(dates.observedAt);
  for (const { movable, value } of moves) {
    const { id, definition } = movable.input;
    values.set(id, valueOf(movable, value));
    if (movable.start !== null) continue;
    if (definition.observedAtField !== undefined) values.set(definition.observedAtField, dates.asOf);
    observedAt.set(id, dates.day);
  }
  const cells = (field: string): ReturnType<typeof source.cells> =>
    values.has(field) ? [values.get(field)] : source.cells(field);
  return buildLedger(ledger.card, sourceOfOne(cells), { ...dates, observedAt }, true);
}

function moveOf(of: RecordLedger, after: RecordLedger["ledger"], { movable, cell, value }: Reached): GapMove {
  const sum = (ledger: RecordLedger["ledger"]): number =>
    movable.lines.reduce((points, line) => points + linePoints(ledger, line, 0), 0);
  return {
    feature: movable.input.id,
    from: movable.start === null ? null : valueOf(movable, movable.start),
    to: valueOf(movable, value),
    ...(cell.under === undefined ? {} : { below: cell.under }),
    steps: stepsTo(movable, cell, value),
    points: { from: sum(of.ledger), to: sum(after) },
    isLearnt: movable.start === null,
  };
}

function answerOf(of: RecordLedger, target: GapTarget, goal: Goal): GapFacts {
  const { ledger } = of;
  const { card } = ledger;
  const result = traceClassification(ledger, 0);
  if (isThere(result, goal, card)) return { status: "already-there", target };
  if (result.status === "insufficient-data") return { status: "insufficient-data", target, missing: result.missing };
  if (result.status === "blocked") {
    return { status: "not-by-points", target, because: [{ obstacle: "block", block: result.block }] };
  }
  const movables = movablesOf(of);
  const trial = trialOf(ledger, movables);
  trial.leave(0, movables.length);
  if (!chanceOf(trial, goal, card).possible) return { target, ...obstaclesOf(trial, goal, card) };
  const found = searchMoves(ledger, movables, trial, goal);
  switch (found.status) {
    case "none":
      return { status: "out-of-reach", target, because: [{ obstacle: "together" }] };
    case "too-wide":
      return { status: "too-wide", target, looked: GAP_SEARCH_LIMIT };
    case "found": {
      const after = movedLedger(of, found.moves);
      const now = traceClassification(after, 0);
      if (now.status !== "classified") return { status: "out-of-reach", target, because: [{ obstacle: "together" }] };
      const { type, tier, level, score } = now;
      const reached = {
        type,
        ...(tier === undefined ? {} : { tier }),
        ...(level === undefined ? {} : { level }),
        score,
      };
      const moves = found.moves.map((move) => moveOf(of, after, move));
      return { status: "moves", target, moves, steps: found.steps, reached };
    }
  }
}

/**
 * The cheapest way to a class (升级路径): the fewest features to be moved and, of those ways, the one with the fewest steps,
 * each with the nearest value that does.
 *
 * Only features that the card declares to be moved (`moves`) are looked at, in that direction, and never what a person is,
 * their family or occupation, or more debt. A feature is moved as a whole, with every characteristic and every test that
 * looks at it. A step is an edge the card draws for the feature, of a band or of a test, and each unit (`per`) begun of a
 * rate; another category, or the other answer of a flag, is one. Of ways that cost the same, the one whose characteristics
 * come first on the card is given. A value that is not known may be learnt: it is counted from 0, and taken as observed on `asOf`.
 *
 * The answer is exact: no proper part of the moves reaches the class, and no other choice of fewer features does. Types are
 * not a ladder: who is a customer, where the main bank is, blocks, and rules that come first are `not-by-points`. Where a search
 * would have to look at more than {@link GAP_SEARCH_LIMIT} combinations, it says `too-wide` and gives no way at all. It is for the
 * bank's own people, as it names types and points.
 *
 * @param card - scorecard, plain or prepared, in force on `asOf`
 * @param record - values by feature id, as for {@link classify}
 * @param target - a type, a tier or a level of the card
 * @param context - the date, and when values were observed
 * @returns the moves and the class they lead to, or what stands in the way, with lines for `tell`
 * @throws `customer-classification/invalid-target` when the target is not one, or a level that the card does not have
 * @throws the errors of {@link classify}
 * @example
 * import { money } from "relationship-banking/money";
 * const cny = (amount: string) => money(amount, "CNY");
 * const client = {
 *   isCustomer: true, mainBankElsewhere: false, annualIncome: cny("700000.00"), assets: cny("900000.00"),
 *   depositAvg: cny("150000.00"), intermediaryIncome: cny("2500.00"), productCount: 3, salaryAccount: true,
 * };
 * const gap = gapToType(exampleRetailCard, client, { kind: "tier", tier: "core" }, { asOf: "2026-03-31" });
 * gap.status === "moves" && gap.moves.map(({ feature, to, steps }) => [feature, to, steps]) // => [["depositAvg", { amount: "200000.00", currency: "CNY" }, 1], ["productCount", 4, 1]]
 * gapToType(exampleRetailCard, client, { kind: "type", type: "prospective-high-quality" }, { asOf: "2026-03-31" }).status // => "not-by-points"
 * @since 0.1.0
 */
export function gapToType<R extends FeatureRow<R>>(
  card: Scorecard | PreparedScorecard,
  record: R,
  target: GapTarget,
  context: ClassificationContext,
): Gap {
  const of = ledgerOfRecord(card, record, context, true);
  const goal = readTarget(target, of.ledger.card);
  const facts = answerOf(of, target, goal);
  return { ...facts, lines: gapLines(facts), card: of.ledger.card.stamp, asOf: of.ledger.asOf };
}
