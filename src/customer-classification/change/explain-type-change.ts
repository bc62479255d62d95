import type { LocalDate, Path } from "../../core/index.ts";
import {
  asGiven,
  optional,
  readDate,
  readObject,
  readText,
  refuse,
  rowOf,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { resolvedCard } from "../card/prepare.ts";
import type { CardRule } from "../card/resolved.ts";
import { under, type CustomerClassificationErrorCode } from "../errors.ts";
import { addTest } from "../explain.ts";
import type { ExplanationLine, TestLine } from "../explanation.ts";
import { traceRule } from "../ledger/judge.ts";
import type { StandingSteps } from "../standing/standing.ts";
import { hasAnswer, type ScoreLedger } from "../ledger/ledger.ts";
import { ledgerOfRecord, type RecordLedger } from "../ledger/source.ts";
import { traceClassification } from "../ledger/trace.ts";
import type { Classification } from "../outcomes.ts";
import type { FeatureRow } from "../record.ts";
import { changeLines } from "./change-lines.ts";
import { crossingOf, type Crossing } from "./crossing.ts";
import { splitPoints } from "./split.ts";
import {
  CHANGE_SIDES,
  type ChangeSide,
  type ClassOfSide,
  type PointsChange,
  type RuleFlip,
  type RuleStand,
  type ServedChange,
  type StandingLevels,
  type TypeChange,
} from "./type-change.ts";

const CODE = "customer-classification/invalid-change" satisfies CustomerClassificationErrorCode;

type Side = (typeof CHANGE_SIDES)[number];

/** The reader of a standing; it may have members of its own: those of the reducer. */
export function standingReader(): Reader<StandingLevels> {
  const step = wholeNumber(0, Number.MAX_SAFE_INTEGER);
  return rowOf<StandingLevels>({
    policy: rowOf<StandingLevels["policy"]>({ id: readText, version: readText }),
    asOf: readDate,
    earned: readText,
    held: readText,
    floored: readText,
    served: readText,
    steps: rowOf<StandingSteps>({ earned: step, held: step, floored: step, served: step }),
  });
}

let sideReader: Reader<ChangeSide> | null = null;

/** What looks for a card in force calls its day the date. */
const asNamedHere = (path: Path): Path => (path[0] === "date" ? ["asOf"] : path);

function ledgerOfSide(side: Side, given: ChangeSide): RecordLedger {
  readObject(given, [side], CODE);
  sideReader ??= shapeOf<ChangeSide>({
    // these are read where they are used, each with an error of its own
    card: asGiven,
    record: asGiven,
    asOf: asGiven,
    observedAt: optional(asGiven),
    standing: optional(standingReader()),
  });
  const { card, record, asOf, observedAt } = sideReader(given, [side], CODE);
  under(
    [side],
    () => resolvedCard(card),
    (path) => (path[0] === "card" ? path : ["card", ...path]),
  );
  const context = { asOf, ...(observedAt === undefined ? {} : { observedAt }) };
  return under([side], () => ledgerOfRecord(card, record, context, true), asNamedHere);
}

type Class = Omit<ClassOfSide, "card" | "asOf">;

function classOf(result: Classification): Class {
  const { status } = result;
  if (status !== "classified") return { status };
  const { type, tier, level, score, scoreAtMost } = result;
  return {
    status,
    type,
    ...(tier === undefined ? {} : { tier }),
    ...(level === undefined ? {} : { level }),
    score,
    ...(scoreAtMost === undefined ? {} : { scoreAtMost }),
  };
}

function sideOf({ ledger, issues }: RecordLedger): ClassOfSide {
  return { ...classOf(traceClassification(ledger, 0, issues)), card: ledger.card.stamp, asOf: ledger.asOf };
}

function pointsOf(
  of: Readonly<Record<Side, RecordLedger>>,
  classes: Readonly<Record<Side, ClassOfSide>>,
  { ledger, lacking }: Crossing,
): PointsChange {
  const without = CHANGE_SIDES.filter((side) => classes[side].score === undefined);
  if (without.length > 0) return { status: "no-score", without };
  const change = (classes.current.score ?? 0) - (classes.previous.score ?? 0);
  if (lacking.length > 0) return { status: "not-split", change, features: lacking };
  return { status: "split", ...splitPoints(of.previous.ledger, ledger, of.current.ledger) };
}

/** The rules of a card that a change looks at. */
const rulesOf = ({ card }: ScoreLedger, withCore: boolean): readonly CardRule[] =>
  withCore ? [...card.rules, card.core] : card.rules;

function flipsOf(
  previous: ScoreLedger,
  crossing: ScoreLedger,
  current: ScoreLedger,
  withCore: boolean,
): readonly RuleFlip[] {
  const standOf = (ledger: ScoreLedger, id: string): RuleStand => {
    const rule = rulesOf(ledger, withCore).find((each) => each.id === id);
    return rule === undefined || !hasAnswer(ledger, 0) ? null : traceRule(ledger, rule, 0).outcome;
  };
  const ids = new Set([...rulesOf(current, withCore), ...rulesOf(previous, withCore)].map(({ id }) => id));
  return [...ids].flatMap((rule): RuleFlip[] => {
    const from = standOf(previous, rule);
    const to = standOf(current, rule);
    return from === to ? [] : [{ rule, from, underPreviousCard: standOf(crossing, rule), to }];
  });
}

/** A standing of a later day is not what the client was served at on that of the side. */
function requireStandingDay(side: Side, standing: StandingLevels | undefined, asOf: LocalDate): void {
  if (standing === undefined || standing.asOf <= asOf) return;
  refuse(CODE, [side, "standing", "asOf"], "after the day of the side", { standingAsOf: standing.asOf, asOf });
}

/** Standings in the wrong order would tell a rise as a fall. */
function requireStandingOrder(previous: StandingLevels | undefined, current: StandingLevels | undefined): void {
  if (previous === undefined || current === undefined || current.asOf >= previous.asOf) return;
  const details = { previousAsOf: previous.asOf, currentAsOf: current.asOf };
  refuse(CODE, ["current", "standing", "asOf"], "before that of the previous standing", details);
}

function servedOf(previous: StandingLevels, current: StandingLevels): ServedChange {
  const [before, after] = [previous.steps, current.steps];
  const grace = ({ held, earned }: StandingSteps): number => held - earned;
  const floor = ({ floored, held }: StandingSteps): number => floored - held;
  const override = ({ served, floored }: StandingSteps): number => served - floored;
  return {
    from: previous.served,
    to: current.served,
    change: after.served - before.served,
    earned: after.earned - before.earned,
    grace: grace(after) - grace(before),
    floor: floor(after) - floor(before),
    override: override(after) - override(before),
    isOneLadder: previous.policy.id === current.policy.id && previous.policy.version === current.policy.version,
  };
}

/** The tests that a rule fails, as an explanation has them. */
function failingTests(ledger: ScoreLedger, rule: CardRule | undefined): readonly TestLine[] {
  const lines: ExplanationLine[] = [];
  if (rule === undefined) return [];
  for (const test of traceRule(ledger, rule, 0).tests) if (test.outcome !== "holds") addTest(test, 1, lines);
  return lines.filter((line) => line.line === "test");
}

/**
 * Why somebody is classified otherwise than before (客户类别变化原因): what is due to the client, what to the card, and what
 * to the rules of the served level.
 *
 * The points are split exactly. `data` is what the earlier card gives the new record less what it gave the old one, `card`
 * what the later card gives the new record less that; `data` consists of values that changed (`value`), of values that
 * became missing, too old or otherwise unusable, or ceased to be (`unusable`), and of becoming a customer or ceasing to be
 * one (`customer`). So it is for each characteristic, each axis and the total, and each adds up to its own difference.
 * Where values are left open, the fewest points count. The earlier card is asked about the new record even where it is no
 * longer in force; a feature that the later card has done away with keeps its old value for that, at its old age
 * (`carried`), so that what a new card leaves out is an effect of the card. A side without a score (`insufficient-data`,
 * `blocked`, `not-a-customer`) has no points to be split, and none are made up.
 *
 * Rules are compared each by itself, whether or not an earlier one had decided. With a standing on both sides, the places
 * that the served level moved by are split too: what is earned, what grace adds to it, what floors add, what an override
 * does. For the bank's own people; the person concerned has {@link explainToPersonConcerned}.
 *
 * @param previous - card, record, `asOf` and, where there is one, the standing of the earlier classification
 * @param current - the same of the later one, on the same day or after it
 * @returns both classes, the split, flipped rules, and lines for `tell`
 * @throws `customer-classification/invalid-change` when a side is not one, the second, or its standing, is earlier than the
 * first, or a standing is of a day after that of its side
 * @throws the errors of {@link classify}, with the side at the head of the path
 * @example
 * import { money } from "relationship-banking/money";
 * const record = { mediumLongTermAssets: money("60000.00", "CNY") };
 * const [medium] = exampleStarRateCard.characteristics.filter(({ id }) => id === "mediumLongTermAssets");
 * const dearer = { ...exampleStarRateCard, version: "2", characteristics: [{ ...medium!, points: 80 }], rules: [], levels: [], core: [{ test: "total", atLeast: 0 }] } as const;
 * const change = explainTypeChange(
 *   { card: exampleStarRateCard, record, asOf: "2026-03-31" },
 *   { card: dearer, record: { mediumLongTermAssets: money("90000.00", "CNY") }, asOf: "2026-04-30" },
 * );
 * const { total } = change.points.status === "split" ? change.points : { total: null };
 * total // => { from: 600, to: 720, change: 120, data: 300, value: 300, unusable: 0, customer: 0, card: -180 }
 * @since 0.1.0
 */
export function explainTypeChange<P extends FeatureRow<P> & object, C extends FeatureRow<C> & object>(
  previous: ChangeSide<P>,
  current: ChangeSide<C>,
): TypeChange {
  const of = { previous: ledgerOfSide("previous", previous), current: ledgerOfSide("current", current) };
  const classes = { previous: sideOf(of.previous), current: sideOf(of.current) };
  const { asOf: previousAsOf } = classes.previous;
  const { asOf: currentAsOf } = classes.current;
  // dates in this form are in the order of their texts
  if (currentAsOf < previousAsOf) {
    refuse(CODE, ["current", "asOf"], "before that of the previous side", { previousAsOf, currentAsOf });
  }
  const { standing: before } = previous;
  const { standing: after } = current;
  requireStandingDay("previous", before, previousAsOf);
  requireStandingDay("current", after, currentAsOf);
  requireStandingOrder(before, after);
  const crossing = crossingOf(of.previous, of.current);
  const isBlocked = classes.previous.status === "blocked" || classes.current.status === "blocked";
  const withCore = [classes.previous, classes.current].some(({ type }) => type === "existing-high-quality");
  const { ledger } = of.current;
  const change: TypeChange = {
    ...classes,
    underPreviousCard: hasAnswer(crossing.ledger, 0) ? classOf(traceClassification(crossing.ledger, 0)) : null,
    points: pointsOf(of, classes, crossing),
    rules: isBlocked ? [] : flipsOf(of.previous.ledger, crossing.ledger, ledger, withCore),
    carried: crossing.carried,
    ...(before === undefined || after === undefined ? {} : { served: servedOf(before, after) }),
    lines: [],
  };
  const ruleOf = (id: string): CardRule | undefined => rulesOf(ledger, withCore).find((rule) => rule.id === id);
  return { ...change, lines: changeLines(change, (id) => failingTests(ledger, ruleOf(id))) };
}
