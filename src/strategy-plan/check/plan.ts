import { tryRange } from "../../calendar/inner.ts";
import { addDecimals, compareDecimals, type DecimalString } from "../../core/index.ts";
import { isCurrency } from "../../money/index.ts";
import { isBlank } from "../blank.ts";
import { isShare } from "../issue.ts";
import type { ActualIncome } from "../progress.ts";
import type { PlanIssue, PlanIssueCode } from "../reasons.ts";
import { readablePlan } from "../read-plan.ts";
import type {
  Evidence,
  EvidencedStatement,
  ExpectedIncome,
  PlanBusiness,
  PlanIncome,
  PlanRowId,
  PlanService,
  ReferredSection,
  StrategyPlan,
} from "../types.ts";
import { PLAN_LISTS } from "../versions/places.ts";
import { walletOf, type PlanWallet } from "../wallet.ts";
import { incomeInYear, pitchTime, prevention, productOffer, progress } from "./actions.ts";
import { creditPage } from "./credit.ts";
import { reportAcross } from "./cross.ts";
import { answers, noneConfirmed, stakeholder, tie } from "./evidence.ts";
import { reportGroup } from "./group.ts";
import { planYear } from "./head.ts";
import { readCheckOptions, type PlanCheckOptions } from "./options.ts";
import { officer, person, renewals } from "./people.ts";
import { serviceAnswers } from "./services.ts";
import { all, each, members, type Check, type PlanUnderCheck } from "./tree.ts";
import { valuePeriods } from "./value.ts";
import {
  amount,
  currency,
  date,
  decimal,
  either,
  notNegative,
  pastDate,
  period,
  rowOf,
  saidText,
  share,
} from "./values.ts";

const turnover: Check<readonly PlanBusiness[]> = (businesses, path, { report }) => {
  let sum: DecimalString | null = null;
  for (const { shareOfTurnoverAndProfit: shares } of businesses) {
    const own = shares?.turnoverShare;
    if (own !== undefined && isShare(own)) sum = sum === null ? own : addDecimals(sum, own);
  }
  if (sum !== null && compareDecimals(sum, "1") > 0)
    report("strategy-plan/turnover-above-whole", path, { sum, max: "1" });
};

const spends: Check<readonly PlanService[]> = (_services, _path, { wallet, report }) => {
  for (const issue of wallet?.issues ?? []) report(issue.code, issue.path, issue.details);
};

const statement = members<EvidencedStatement>({ evidence: members<Evidence>({ date }) });
const income = members<PlanIncome>({ amount, period });

/** What is looked at, and where; issues come in this order. */
const planChecks = members<StrategyPlan>({
  version: saidText("version"),
  preparedBy: saidText("preparedBy"),
  preparedOn: date,
  approvedBy: saidText("approvedBy"),
  period: all(period, planYear),
  currency,
  credit: creditPage,
  people: each(person, members({ stakeholder }), answers("decision-makers")),
  ties: each(tie),
  businesses: all(
    each(
      members({
        shareOfTurnoverAndProfit: all(
          either("turnoverShare", "profitShare"),
          members({ turnoverShare: share, profitShare: decimal }),
        ),
        financialNeeds: each(members({ amount })),
      }),
      answers("business-analysis"),
    ),
    turnover,
  ),
  standing: all(
    members({
      ourImportance: members({ evidence: members({ date }) }),
      ourImage: statement,
      ourStrengths: each(statement),
      ourWeaknesses: each(statement),
    }),
    answers("bank-positioning"),
  ),
  institutions: each(
    members({
      institutionOfficer: members({ obtainedOn: pastDate, reviewOn: date }),
      institutionServicesAndTerms: each(members({ service: rowOf("services"), renewalDate: date })),
      estimatedSpend: each(members({ service: rowOf("services"), period })),
    }),
    officer,
    renewals,
    answers("other-institutions"),
  ),
  services: all(
    spends,
    each(
      members({
        service: saidText("service"),
        suppliedElsewhere: members({ institutions: each(rowOf("institutions")) }),
        recommended: members({ date }),
        adopted: members({ since: date }),
        discontinued: members({ date }),
        shareOfSpend: members({ share, period }),
        spendWithUs: members({ period }),
      }),
    ),
    each(serviceAnswers, answers("service-status")),
  ),
  value: all(
    members({
      directIncome: income,
      relatedClientIncome: income,
      otherIntangibleBenefit: members({ amount, period }),
      target: all(amount, notNegative),
    }),
    valuePeriods,
    answers("relationship-value"),
  ),
  actions: each(
    members({
      clientNeed: members({ business: rowOf("businesses"), service: rowOf("services") }),
      productOrService: members({ service: rowOf("services"), suitability: members({ checkedOn: date }) }),
      departmentAndOwner: either("department", "person"),
      plannedPitchTime: pitchTime,
      expectedIncome: all<ExpectedIncome>(
        members({ amount, period, probability: share }),
        incomeInYear,
        members({ amount: notNegative }),
      ),
      progress: members({
        actualDate: date,
        actualIncome: all<ActualIncome>(members({ amount, period }), incomeInYear),
      }),
    }),
    productOffer,
    progress,
    answers("next-year-plan"),
  ),
  challenges: each(
    members({ preventionAndTimetable: each(members({ due: date })) }),
    prevention,
    answers("challenges"),
  ),
  noneConfirmed,
});

/**
 * What is wrong in a plan (计划书核对): what cannot be read, and then things that contradict each other. Fields that are
 * still open are not wrong.
 *
 * - A plan has the members of its type and no others, of the right kind, and one of the words where there are words.
 * - The plan is for a year, on whichever day it begins; the rest of a calendar year is a reminder.
 * - Row ids are not blank, and unique across the plan; the rows referred to exist. The version, whoever prepared or
 *   approved the plan, and the names of services and of products with a limit are not blank.
 * - Where the form takes either of two (a person's name or position, a department or a person, a share of turnover or of
 *   profit), one of them is there.
 * - The credit page: use within the limit, limits alive on the day and when the plan year begins, reviews in time, figures
 *   confirmed by the day.
 * - Section 2: a person's own dealings have a consent that holds; a person known in our bank has a relation, and one that
 *   reads like family an answer in `kinship`; kin there are told, and are a red flag where they manage the client, wrote the
 *   plan or approved it. Names and staff numbers are compared without blanks, case and titles in brackets; where one only
 *   contains the other, `similarTo` says that it may be somebody else. A tie is of two people of the plan.
 * - Section 5: data of an officer has a source, and a day to be reviewed, which is not past; terms have not ended.
 * - Turnover shares of section 3 add up to at most 1; shares and probabilities lie in 0 to 1 (a profit share may not).
 * - Section 6: adopted implies needed, unless the client has stopped since; discontinued needs an adoption, a date and a
 *   reason; a share or a spend with us above 0 contradicts "not adopted", an adoption after its period, and a
 *   discontinuation before it; "no other bank supplies it" contradicts institutions or spends that say otherwise; a stated
 *   share agrees with the one the spends give; spends are of one period.
 * - Section 7: its figures are of one period, which is over when the plan year begins or on the day.
 * - Section 8: the pitch lies within the plan year and, with a calendar, has a working day; income within the plan year,
 *   the expected one not negative; progress agrees with its state and, with `asOf`, is not of a later day; a product that
 *   needs a suitability check has one by somebody, for a need, and before the pitch.
 * - Section 9: preventive work that is open is not past its day.
 * - A group has one lead manager, and each member once; rows and managers name its members; an action is booked by a unit
 *   of its member.
 * - Dates, periods and the plan's currency exist; amounts are valid, and in that currency.
 * - With `employees`, whoever is in charge (8.C, 9.C) or covers a person is one of them; with `catalogue`, products named by id
 *   are in it; with `contacts`, section 2 keeps the ids of the client file; with `statement`, section 7 has its figures.
 * - The actions that are neither lost nor dropped are expected to bring what the target of section 7 is above its figures:
 *   the relationship is taken to go on earning what it did. Looked at where those figures are all there, and of one year.
 *
 * A member that cannot be read is one issue, whose nearest known name is in `details.didYouMean`; the rest of the plan is
 * checked without it. Open fields are counted by {@link planCompleteness}. How grave a finding is, `planIssueLevels` says.
 *
 * @param plan - a plan, finished or not
 * @param options - a calendar, the managers of the client, the day on which consents, limits and reviews are looked at, and
 * what the plan is compared with
 * @returns what cannot be read, then contradictions, each in the order of the sections; empty when nothing is wrong
 * @throws `strategy-plan/invalid-input`, `core/invalid-date` or a code of calendars, for options that cannot be read
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   services: [{ id: "s1", service: "Loans", needed: "no", adopted: { answer: "yes" } }],
 *   actions: [{ id: "a1", plannedPitchTime: "2027-01-15" }] } as const;
 * checkPlan(plan).map((issue) => issue.code) // => ["strategy-plan/adopted-without-need", "strategy-plan/pitch-outside-plan-year"]
 * @since 0.1.0
 */
export function checkPlan(plan: StrategyPlan, options: PlanCheckOptions = {}): readonly PlanIssue[] {
  readCheckOptions(options);
  const { rest, issues } = readablePlan(plan);
  if (rest === null) return issues;
  // without a currency there is nothing to add up, and that is an issue of its own
  const found = checkPlanWith(rest, isCurrency(rest.currency) ? walletOf(rest) : null, options);
  if (issues.length === 0) return found;
  const keyOf = (issue: PlanIssue): string => JSON.stringify(issue.path);
  const unread = new Set(issues.map(keyOf));
  // a section without rows has its fields where others have rows
  const isUnreadRow = ({ path: [section, row, member] }: PlanIssue): boolean =>
    issues.some(({ path }) => path[0] === section && (path[1] === row || (row === "evidence" && path[1] === member)));
  // a sum lacks what could not be read
  const isPartial = issues.some(({ path: [section] }) => section === "value" || section === "actions");
  const isUnsure = (issue: PlanIssue): boolean =>
    (ABSENCES.has(issue.code) && isUnreadRow(issue)) ||
    (isPartial && issue.code === "strategy-plan/target-not-planned");
  return [...issues, ...found.filter((issue) => !unread.has(keyOf(issue)) && !isUnsure(issue))];
}

/** Findings of something missing in a row: where something of it could not be read, or is withheld, it may be that. */
const ABSENCES: ReadonlySet<PlanIssueCode> = new Set([
  "strategy-plan/neither-named",
  "strategy-plan/adoption-unsaid",
  "strategy-plan/evidence-without-answer",
]);

/** The contradictions of a plan that can be read, for callers that already have the wallet. */
export function checkPlanWith(
  plan: StrategyPlan,
  wallet: PlanWallet | null,
  options: PlanCheckOptions,
): readonly PlanIssue[] {
  const issues: PlanIssue[] = [];
  const isView = (plan.withheld ?? []).length > 0;
  const ids = (section: ReferredSection): ReadonlySet<PlanRowId> => new Set((plan[section] ?? []).map(({ id }) => id));
  const context: PlanUnderCheck = {
    plan,
    wallet,
    options,
    asOf: options.asOf ?? plan.preparedOn,
    year: tryRange(plan.period),
    known: {
      people: ids("people"),
      businesses: ids("businesses"),
      institutions: ids("institutions"),
      services: ids("services"),
      shares: sharesOf(wallet),
    },
    report: (code, path, details) => {
      // what a viewer misses may be withheld
      if (isView && ABSENCES.has(code)) return;
      issues.push({ code, path: [...path], details } as PlanIssue);
    },
  };
  reportIds(context);
  planChecks(plan, [], context);
  reportAcross(context);
  reportGroup(context);
  return issues;
}

/** Shares by service; of two rows with one id, that of the first. */
function sharesOf(wallet: PlanWallet | null): ReadonlyMap<PlanRowId, DecimalString | null> {
  const shares = new Map<PlanRowId, DecimalString | null>();
  for (const { service, wallet: own } of wallet?.services ?? []) {
    if (!shares.has(service)) shares.set(service, own?.share ?? null);
  }
  return shares;
}

function reportIds({ plan, report }: PlanUnderCheck): void {
  for (const key of ["id", "client"] as const) if (isBlank(plan[key])) report("strategy-plan/empty-id", [key], {});
  const seen = new Set<string>();
  for (const list of PLAN_LISTS) {
    if (list === "members") continue;
    let index = 0;
    for (const { id } of plan[list] ?? []) {
      // a row that could not be read is an issue already
      if ((id as string | undefined) !== undefined) {
        if (isBlank(id)) report("strategy-plan/empty-id", [list, index, "id"], {});
        else if (seen.has(id)) report("strategy-plan/duplicate-id", [list, index, "id"], { id });
        seen.add(id);
      }
      index += 1;
    }
  }
}
