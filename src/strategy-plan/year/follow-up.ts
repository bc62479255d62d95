import { tryRange } from "../../calendar/inner.ts";
import { toDayNumber, type LocalDate } from "../../core/index.ts";
import { subtract, sum, type Money } from "../../money/index.ts";
import { readPlan } from "../read-plan.ts";
import { ACTION_STATES, type ActionState } from "../progress.ts";
import type { PlanAction, PlanRowId, StrategyPlan } from "../types.ts";

/** Where an action may stand on a day. */
export const FOLLOW_UP_STANDINGS = ["overdue", "awaiting-answer", "on-track", "no-date", "done"] as const;

/**
 * Where an action stands on a day: its planned time is over and it was not pitched; it was pitched and the client has not
 * answered; its time is still to come; it has no planned time, so that nobody can tell; it was won, lost or dropped.
 */
export type FollowUpStanding = (typeof FOLLOW_UP_STANDINGS)[number];

/** One action on a day. */
export interface ActionFollowUp {
  readonly action: PlanRowId;
  readonly state: ActionState;
  readonly standing: FollowUpStanding;
}

/**
 * Income of the actions in one currency. Expected incomes count in full, whatever their probability.
 *
 * `planned = expected + won + lost`, and where there is an `actual`, `actual = won − unstated + difference`.
 */
export interface FollowUpIncome {
  readonly currency: string;
  /** What the plan set out to earn: Σ of the expected incomes of all actions, whatever became of them. */
  readonly planned: Money;
  /** Of `planned`, what is still to be expected: of actions that are planned or pitched. */
  readonly expected: Money;
  /** Of `planned`, what was expected of actions that were won. */
  readonly won: Money;
  /** Of `planned`, what nobody expects any more: of actions that were lost or dropped. */
  readonly lost: Money;
  /** Of `won`, what was expected of the actions whose actual income nobody has stated in this currency. */
  readonly unstated: Money;
  /** Σ of the actual incomes of actions that were won; `null` where none states one, which is not 0. */
  readonly actual: Money | null;
  /** `actual` less what was expected, in this currency, of the actions that state their actual income in it; `null` with `actual`. */
  readonly difference: Money | null;
}

/** What became of a plan, as of a day. */
export interface PlanFollowUp {
  readonly asOf: LocalDate;
  /** In the order of section 8. */
  readonly actions: readonly ActionFollowUp[];
  /** Number of actions in each state. */
  readonly states: Readonly<Record<ActionState, number>>;
  /** One entry per currency, in the order the plan first has it; amounts in two currencies do not add up. */
  readonly income: readonly FollowUpIncome[];
  /** Actions that are planned or pitched and whose expected income nobody has stated: what `expected` lacks. */
  readonly withoutExpectedIncome: readonly PlanRowId[];
  /** Actions that were won and whose income nobody has stated: what `actual` lacks. */
  readonly withoutActualIncome: readonly PlanRowId[];
  /** Actions that state an actual income and were not won: a contradiction, and not in `actual`. */
  readonly uncountedActualIncome: readonly PlanRowId[];
}

/** Standing by state; what is planned stands as its time does. */
const STANDING: Readonly<Record<Exclude<ActionState, "planned">, FollowUpStanding>> = {
  pitched: "awaiting-answer",
  won: "done",
  lost: "done",
  dropped: "done",
};

/** What the expected income of an action is part of, by its state. */
const INCOME_PART = {
  planned: "expected",
  pitched: "expected",
  won: "won",
  lost: "lost",
  dropped: "lost",
} as const satisfies Readonly<Record<ActionState, keyof FollowUpIncome>>;

/**
 * What became of the actions of a plan, as of a day (计划跟进, 年终检讨): what is overdue, on track or done, and of the
 * income that was planned, what is still to be expected, what was won and what was lost.
 *
 * An action without `progress` is planned. It is overdue from the day after its planned time ends. What is stated in
 * `progress` is taken as it stands, whatever `asOf` is: the plan has no history.
 *
 * @param plan - a plan in its year
 * @param asOf - the day it is looked at
 * @returns actions, their states counted, income per currency
 * @throws `core/invalid-date` for `asOf`
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places, and what contradicts itself in the progress
 * @example
 * const plan = { id: "P-1", version: "4", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [
 *     { id: "a1", plannedPitchTime: "2026-03", expectedIncome: { amount: { amount: "100.00", currency: "CNY" }, period: "2026" },
 *       progress: { state: "won", actualDate: "2026-04-20", actualIncome: { amount: { amount: "80.00", currency: "CNY" }, period: "2026" } } },
 *     { id: "a2", plannedPitchTime: "2026-Q2", expectedIncome: { amount: { amount: "50.00", currency: "CNY" }, period: "2026" } },
 *   ] } as const;
 * const { actions, income } = planFollowUp(plan, "2026-07-01");
 * actions.map(({ action, standing }) => [action, standing]) // => [["a1", "done"], ["a2", "overdue"]]
 * income.map(({ planned, expected, won }) => [planned.amount, expected.amount, won.amount]) // => [["150.00", "50.00", "100.00"]]
 * income[0]?.difference?.amount // => "-20.00"
 * @since 0.1.0
 */
export function planFollowUp(plan: StrategyPlan, asOf: LocalDate): PlanFollowUp {
  const today = toDayNumber(asOf, "asOf");
  const actions = readPlan(plan).actions ?? [];
  const followed = actions.map((action) => followUpOf(action, today));
  const idsOf = (rows: readonly PlanAction[]): readonly PlanRowId[] => rows.map(({ id }) => id);
  return {
    asOf,
    actions: followed,
    states: Object.fromEntries(
      ACTION_STATES.map((state) => [state, followed.filter((action) => action.state === state).length]),
    ) as Record<ActionState, number>,
    income: incomeOf(actions),
    withoutExpectedIncome: idsOf(
      actions.filter((action) => partOf(action) === "expected" && action.expectedIncome === undefined),
    ),
    withoutActualIncome: idsOf(actions.filter((action) => partOf(action) === "won" && !statesActual(action))),
    uncountedActualIncome: idsOf(actions.filter((action) => partOf(action) !== "won" && statesActual(action))),
  };
}

/** An action on a day. */
export const followUpOf = (action: PlanAction, today: number): ActionFollowUp => ({
  action: action.id,
  state: action.progress?.state ?? "planned",
  standing: standingOn(action, today),
});

const partOf = ({ progress }: PlanAction): (typeof INCOME_PART)[ActionState] =>
  INCOME_PART[progress?.state ?? "planned"];

const statesActual = ({ progress }: PlanAction): boolean => progress?.actualIncome !== undefined;

/** Where an action stands on a day. */
export function standingOn({ plannedPitchTime, progress }: PlanAction, today: number): FollowUpStanding {
  const state = progress?.state ?? "planned";
  if (state !== "planned") return STANDING[state];
  const days = tryRange(plannedPitchTime);
  if (days === null) return "no-date";
  return days.to <= today ? "overdue" : "on-track";
}

function incomeOf(actions: readonly PlanAction[]): readonly FollowUpIncome[] {
  const of = (part: (typeof INCOME_PART)[ActionState]): readonly PlanAction[] =>
    actions.filter((action) => partOf(action) === part);
  const won = of("won");
  const earned = won.flatMap(({ progress }) => progress?.actualIncome?.amount ?? []);
  const currencies = [...new Set([...planned(actions), ...earned].map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const inCurrency = (amounts: readonly Money[]): readonly Money[] =>
      amounts.filter((amount) => amount.currency === currency);
    const total = (rows: readonly PlanAction[]): Money => sum(currency, inCurrency(planned(rows)));
    const stated = inCurrency(earned);
    // what was earned in another currency than it was expected in does not fall short of it
    const isStated = ({ progress }: PlanAction): boolean => progress?.actualIncome?.amount.currency === currency;
    const actual = stated.length === 0 ? null : sum(currency, stated);
    return {
      currency,
      planned: total(actions),
      expected: total(of("expected")),
      won: total(won),
      lost: total(of("lost")),
      unstated: total(won.filter((action) => !isStated(action))),
      actual,
      difference: actual === null ? null : subtract(actual, total(won.filter(isStated))),
    };
  });
}

/** The expected incomes of actions, of those that have one. */
const planned = (actions: readonly PlanAction[]): readonly Money[] =>
  actions.flatMap(({ expectedIncome }) => expectedIncome?.amount ?? []);
