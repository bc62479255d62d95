import { tryRange } from "../../calendar/inner.ts";
import { toDayNumber, type LocalDate, type Path } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import { ACTION_STATES, type ActionProgress, type ActionState, type ActualIncome } from "../progress.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanAction, PlanRowId, StrategyPlan } from "../types.ts";
import { inMoney, sumsUnder } from "./sums.ts";

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

/** Income of the actions in one currency, in full, whatever its probability: `planned = expected + won + lost`. */
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
  /**
   * Σ of the actual incomes of actions that were won; `null` where none states one, which is not 0. It is not to be held
   * against `won`, some of which may have no actual income yet: `planProgress` compares, action by action.
   */
  readonly actual: Money | null;
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
  /** Actions that were won and whose actual income nobody has stated: what `actual` lacks. */
  readonly withoutActualIncome: readonly PlanRowId[];
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
 * @throws `core/invalid-date` for `asOf`; `money/amount-too-large` for a sum
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
 * income.map(({ planned, expected, won, actual }) => [planned?.amount, expected?.amount, won?.amount, actual?.amount]) // => [["150.00", "50.00", "100.00", "80.00"]]
 * @since 0.1.0
 */
export function planFollowUp(plan: StrategyPlan, asOf: LocalDate): PlanFollowUp {
  const today = toDayNumber(asOf, "asOf");
  const { actions = [] } = readPlan(plan);
  const states = Object.fromEntries(ACTION_STATES.map((state) => [state, 0])) as Record<ActionState, number>;
  const sums = new Map<string, IncomeSums>();
  const withoutExpectedIncome: PlanRowId[] = [];
  const withoutActualIncome: PlanRowId[] = [];
  for (const [index, { id, expectedIncome, progress }] of actions.entries()) {
    const state = stateOf(progress);
    const part = INCOME_PART[state];
    states[state] += 1;
    const add = (income: ActualIncome | undefined, path: Path, ...figures: readonly (keyof IncomeSums)[]): void => {
      if (income === undefined) return;
      const own = sumsUnder(income.amount.currency, sums, noSums);
      const minor = BigInt(minorOf(income.amount, ["plan", "actions", index, ...path, "amount"]));
      for (const figure of figures) own[figure] = (own[figure] ?? 0n) + minor;
    };
    add(expectedIncome, ["expectedIncome"], "planned", part);
    if (part === "expected" && expectedIncome === undefined) withoutExpectedIncome.push(id);
    if (part !== "won") continue;
    add(progress?.actualIncome, ["progress", "actualIncome"], "actual");
    if (progress?.actualIncome === undefined) withoutActualIncome.push(id);
  }
  return {
    asOf,
    actions: actions.map((action) => followUpOf(action, today)),
    states,
    income: Array.from(sums, ([currency, own]) => ({ currency, ...inMoney(own, currency) })),
    withoutExpectedIncome,
    withoutActualIncome,
  };
}

interface IncomeSums {
  planned: bigint;
  expected: bigint;
  won: bigint;
  lost: bigint;
  actual: bigint | null;
}

const noSums = (): IncomeSums => ({ planned: 0n, expected: 0n, won: 0n, lost: 0n, actual: null });

const stateOf = (progress: ActionProgress | undefined): ActionState => progress?.state ?? "planned";

/** An action on a day. */
export const followUpOf = (action: PlanAction, today: number): ActionFollowUp => ({
  action: action.id,
  state: stateOf(action.progress),
  standing: standingOn(action, today),
});

/** Where an action stands on a day. */
export function standingOn({ plannedPitchTime, progress }: PlanAction, today: number): FollowUpStanding {
  const state = stateOf(progress);
  if (state !== "planned") return STANDING[state];
  const days = tryRange(plannedPitchTime);
  if (days === null) return "no-date";
  return days.to <= today ? "overdue" : "on-track";
}
