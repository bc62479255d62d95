import type { DateRange, Period } from "../calendar/index.ts";
import { CONTACT_CHANNELS, DECISION_AUTHORITIES } from "../client/index.ts";
import type { DecimalString, LocalDate, Path } from "../core/index.ts";
import { oneOf, readFlag, refuse, refuseValue } from "../core/inner.ts";
import type { Money } from "../money/index.ts";
import { incomeBases } from "../relationship-value/index.ts";
import { isBlank } from "./blank.ts";
import { ACTION_STATES } from "./progress.ts";
import type { PlanIssue, PlanIssueCode } from "./reasons.ts";
import { INVALID_PLAN, list, optional, part, record, rows, taken, type Shape } from "./readable.ts";
import {
  BANK_IMPORTANCES,
  CHALLENGE_ORIGINS,
  CHOICE_REASONS,
  PITCH_CHANNELS,
  PLAN_ANSWERS,
  PREVENTION_STATES,
  type Evidence,
  type EvidencedStatement,
  type PlanIncome,
  type PlanRowId,
  type ReferredSection,
  type StrategyPlan,
} from "./types.ts";

/*
 * What a plan has to be before anything is computed from it: its members, and what kind each of them is. A text may be
 * blank here, and a date may be one that does not exist: what a text says is looked at by the checks.
 */

/** A text, with the code under which one that says nothing sensible is refused later. */
const textAs = (code: PlanIssueCode, reason: string, details: object = {}): Shape<string> =>
  taken((value, path) =>
    typeof (value as unknown) === "string" ? value : refuseValue(code, path, reason, value, { ...details }),
  );

const text = textAs(INVALID_PLAN, "not a text");
const date: Shape<LocalDate> = textAs("core/invalid-date", "not a date written YYYY-MM-DD");
const decimal: Shape<DecimalString> = textAs("core/invalid-decimal", "not a plain decimal string");
const currency = textAs("money/unknown-currency", "not an active ISO 4217 code");
const reference = (section: ReferredSection): Shape<PlanRowId> =>
  textAs("strategy-plan/unknown-reference", `not the id of a row of ${section}`, { expectedIn: section });

const money = record<Money>({ amount: textAs("money/invalid-amount", "not a plain decimal string"), currency });
const range = record<DateRange>({ from: date, to: date });
const periodName = textAs("core/invalid-date", "neither a period name nor { from, to }");
const period: Shape<Period> = (value, path, refused) =>
  typeof value === "object" && (value as unknown) !== null
    ? range(value, path, refused)
    : periodName(value as string, path, refused);

const flag = taken<boolean>(readFlag);
const word = <T extends string>(words: readonly T[]): Shape<T> => taken(oneOf(words));
const answer = word(PLAN_ANSWERS);
const basis = word(incomeBases);

const evidence = record<Evidence>({ saidBy: text, date, source: optional(text) });
const statement = record<EvidencedStatement>({ text, evidence: optional(evidence) });
const income = record<PlanIncome>({ amount: money, period, basis, statement: optional(text) });

const readWhole = part<StrategyPlan>({
  id: text,
  version: text,
  client: text,
  period,
  currency,
  preparedBy: text,
  preparedOn: date,
  approvedBy: optional(text),
  credit: optional(
    part({
      confirmedOn: date,
      limits: list(record({ product: text, limit: money, used: money, expiresOn: date })),
      rating: optional(text),
      nextReview: optional(date),
    }),
  ),
  people: optional(
    rows({
      id: text,
      contactName: optional(text),
      positionAndAuthority: optional(record({ position: text, authority: word(DECISION_AUTHORITIES) })),
      contactMethod: optional(list(record({ channel: word(CONTACT_CHANNELS), value: text }))),
      otherBusinessWithUs: optional(
        list(
          record({
            product: text,
            bookingUnit: text,
            note: optional(text),
            consent: optional(record({ purpose: text, givenOn: date, until: optional(date) })),
          }),
        ),
      ),
      otherContactsInOurBank: optional(
        list(
          record({
            department: optional(text),
            person: optional(text),
            employee: optional(text),
            relation: optional(text),
            kinship: optional(flag),
          }),
        ),
      ),
    }),
  ),
  businesses: optional(
    rows({
      id: text,
      businessNature: optional(text),
      shareOfTurnoverAndProfit: optional(record({ turnoverShare: optional(decimal), profitShare: optional(decimal) })),
      developmentStatus: optional(text),
      comingYearDirection: optional(text),
      financialNeeds: optional(
        list(
          record({
            need: text,
            productFamily: optional(text),
            amount: optional(money),
            timing: optional(text),
          }),
        ),
      ),
    }),
  ),
  standing: optional(
    part({
      ourImportance: optional(
        record({
          importance: word(BANK_IMPORTANCES),
          text: optional(text),
          evidence: optional(evidence),
        }),
      ),
      ourImage: optional(statement),
      ourStrengths: optional(list(statement)),
      ourWeaknesses: optional(list(statement)),
    }),
  ),
  institutions: optional(
    rows({
      id: text,
      institutionName: text,
      institutionOfficer: optional(
        record({
          name: text,
          position: optional(text),
          note: optional(text),
          source: text,
          obtainedOn: date,
          reviewOn: optional(date),
        }),
      ),
      institutionServicesAndTerms: optional(
        list(record({ service: reference("services"), terms: text, renewalDate: optional(date) })),
      ),
      reasonForChoice: optional(list(record({ reason: word(CHOICE_REASONS), text: optional(text) }))),
      estimatedSpend: optional(
        list(record({ service: reference("services"), amount: money, period, method: optional(text) })),
      ),
    }),
  ),
  services: optional(
    rows({
      id: text,
      service: text,
      needed: optional(answer),
      suppliedElsewhere: optional(record({ answer, institutions: optional(list(reference("institutions"))) })),
      recommended: optional(record({ answer, date: optional(date), by: optional(text) })),
      adopted: optional(record({ answer, since: optional(date) })),
      discontinued: optional(record({ answer, date: optional(date), reason: optional(text) })),
      shareOfSpend: optional(record({ share: decimal, period, basis })),
      spendWithUs: optional(record({ amount: money, period, basis })),
    }),
  ),
  value: optional(
    part({
      directIncome: optional(income),
      relatedClientIncome: optional(income),
      otherIntangibleBenefit: optional(record({ amount: money, period, method: text })),
      target: optional(money),
    }),
  ),
  actions: optional(
    rows({
      id: text,
      clientNeed: optional(
        record({
          text,
          business: optional(reference("businesses")),
          service: optional(reference("services")),
        }),
      ),
      productOrService: optional(
        record({
          name: text,
          service: optional(reference("services")),
          needsSuitability: optional(flag),
          suitability: optional(record({ checkedBy: text, checkedOn: date, need: text })),
        }),
      ),
      departmentAndOwner: optional(record({ department: optional(text), person: optional(text) })),
      plannedPitchTime: optional(period),
      pitchMethod: optional(record({ method: word(PITCH_CHANNELS), note: optional(text) })),
      expectedIncome: optional(record({ amount: money, period, probability: optional(decimal) })),
      progress: optional(
        record({
          state: word(ACTION_STATES),
          outcome: optional(text),
          reason: optional(text),
          actualDate: optional(date),
          actualIncome: optional(record({ amount: money, period })),
        }),
      ),
    }),
  ),
  challenges: optional(
    rows({
      id: text,
      challengeSource: optional(record({ origin: word(CHALLENGE_ORIGINS), text: optional(text) })),
      challengeContent: optional(text),
      preventionAndTimetable: optional(
        list(
          record({
            action: text,
            owner: optional(text),
            due: optional(date),
            state: word(PREVENTION_STATES),
          }),
        ),
      ),
    }),
  ),
  sample: optional(flag),
});

/**
 * A plan that can be read whole, as it was given; the first thing that cannot is thrown. What is spent elsewhere is
 * spent with somebody: another institution without an id, which is an issue of a plan in progress, is refused too.
 */
export function readPlan(plan: StrategyPlan): StrategyPlan {
  readWhole(plan, ["plan"], (error) => {
    throw error;
  });
  for (const [index, { id }] of (plan.institutions ?? []).entries()) {
    const code: PlanIssueCode = "strategy-plan/empty-id";
    if (isBlank(id)) refuse(code, ["plan", "institutions", index, "id"], "blank", {});
  }
  return plan;
}

/** What cannot be read in a plan, and the rest of it; null when there is no rest. */
export function readablePlan(plan: StrategyPlan): {
  readonly rest: StrategyPlan | null;
  readonly issues: readonly PlanIssue[];
} {
  const issues: PlanIssue[] = [];
  const root: Path = [];
  const rest = readWhole(plan, root, ({ code, path, details }) => {
    issues.push({ code, path, details } as PlanIssue);
  });
  return { rest: rest ?? null, issues };
}
