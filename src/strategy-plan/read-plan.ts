import type { DateRange, Period } from "../calendar/index.ts";
import { CONTACT_CHANNELS, DECISION_AUTHORITIES } from "../client/index.ts";
import type { DecimalString, LocalDate, Path } from "../core/index.ts";
import { oneOf, readFlag, refuse, refuseValue, wholeNumber } from "../core/inner.ts";
import type { Money } from "../money/index.ts";
import { incomeBases, valueHeads } from "../relationship-value/index.ts";
import { isBlank } from "./blank.ts";
import { CONFIDENCES, type AnswerEvidence } from "./evidence.ts";
import { planFields, type PlanFieldSection } from "./fields.ts";
import { GROUP_MANAGER_ROLES, type PlanGroupManager, type PlanGroupMember } from "./group/group.ts";
import { ACTION_STATES } from "./progress.ts";
import type { PlanIssue, PlanIssueCode } from "./reasons.ts";
import {
  INVALID_PLAN,
  list,
  optional,
  part,
  record,
  rows,
  taken,
  type OptionalShape,
  type Shape,
  type Shapes,
} from "./readable.ts";
import { PLAN_SECTIONS } from "./section.ts";
import { INFLUENCES, STAKEHOLDER_ROLES, SUPPORTS, TIE_KINDS } from "./stakeholder.ts";
import {
  BANK_IMPORTANCES,
  CHALLENGE_ORIGINS,
  CHOICE_REASONS,
  PITCH_CHANNELS,
  PLAN_ANSWERS,
  PREVENTION_STATES,
  WITHHELD_KINDS,
  type Evidence,
  type EvidencedStatement,
  type PlanIncome,
  type PlanRowId,
  type ReferredSection,
  type StrategyPlan,
  type WithheldPart,
} from "./types.ts";

/*
 * What a plan has to be before anything is computed from it: its members, and what kind each of them is. A text may be
 * blank here, and a date may be one that does not exist: what a text says is looked at by the checks.
 */

const isText = (value: unknown): boolean => typeof value === "string";

/** A text, with the code under which one that says nothing sensible is refused later. */
const textAs = (code: PlanIssueCode, reason: string, details: object = {}): Shape<string> =>
  taken<string>(
    (value, path) => (isText(value) ? value : refuseValue(code, path, reason, value, { ...details })),
    isText,
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
const isRange = (value: Period): value is DateRange => typeof value === "object" && (value as unknown) !== null;
const period: Shape<Period> = {
  fits: (value) => (isRange(value) ? range.fits(value) : isText(value)),
  read: (value, path, refused) =>
    isRange(value) ? range.read(value, path, refused) : periodName.read(value, path, refused),
};

const flag = taken<boolean>(readFlag, (value) => typeof (value as unknown) === "boolean");
const word = <T extends string>(words: readonly T[]): Shape<T> => taken(oneOf(words), (value) => words.includes(value));
const answer = word(PLAN_ANSWERS);
const basis = word(incomeBases);

const evidence = record<Evidence>({ saidBy: text, date, source: optional(text) });
const statement = record<EvidencedStatement>({ text, evidence: optional(evidence) });
const answerEvidence = record<AnswerEvidence>({
  asOf: date,
  source: optional(text),
  confidence: optional(word(CONFIDENCES)),
});
const known = optional(answerEvidence);
/** What the answers of a section rest on, field by field. */
const evidenceOf = <T extends object>(of: PlanFieldSection): OptionalShape<T> => {
  const fields = planFields.filter(({ section }) => section === of);
  return optional(part<T>(Object.fromEntries(fields.map(({ key }) => [key, known])) as unknown as Shapes<T>));
};
const income = record<PlanIncome>({ amount: money, period, basis, statement: optional(text) });

const whole = /* @__PURE__ */ (() =>
  part<StrategyPlan>({
    id: text,
    version: text,
    client: text,
    period,
    currency,
    preparedBy: text,
    preparedOn: date,
    approvedBy: optional(text),
    group: optional(
      part({
        group: text,
        name: optional(text),
        members: list(record<PlanGroupMember>({ client: text, bookingUnits: optional(list(text)) })),
        managers: list(
          record<PlanGroupManager>({
            employee: text,
            role: word(GROUP_MANAGER_ROLES),
            unit: optional(text),
            members: optional(list(text)),
          }),
        ),
      }),
    ),
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
        member: optional(text),
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
        stakeholder: optional(
          record({
            roles: optional(list(word(STAKEHOLDER_ROLES))),
            influence: optional(word(INFLUENCES)),
            support: optional(word(SUPPORTS)),
            coveredBy: optional(list(text)),
            lastContact: optional(date),
            evidence: answerEvidence,
          }),
        ),
        evidence: evidenceOf("decision-makers"),
      }),
    ),
    ties: optional(
      rows({
        id: text,
        from: reference("people"),
        to: reference("people"),
        kind: word(TIE_KINDS),
        evidence: answerEvidence,
      }),
    ),
    businesses: optional(
      rows({
        id: text,
        member: optional(text),
        businessNature: optional(text),
        shareOfTurnoverAndProfit: optional(
          record({ turnoverShare: optional(decimal), profitShare: optional(decimal) }),
        ),
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
        evidence: evidenceOf("business-analysis"),
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
        evidence: evidenceOf("bank-positioning"),
      }),
    ),
    institutions: optional(
      rows({
        id: text,
        member: optional(text),
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
        evidence: evidenceOf("other-institutions"),
      }),
    ),
    services: optional(
      rows({
        id: text,
        member: optional(text),
        service: text,
        product: optional(text),
        needed: optional(answer),
        suppliedElsewhere: optional(record({ answer, institutions: optional(list(reference("institutions"))) })),
        recommended: optional(record({ answer, date: optional(date), by: optional(text) })),
        adopted: optional(record({ answer, since: optional(date) })),
        discontinued: optional(record({ answer, date: optional(date), reason: optional(text) })),
        shareOfSpend: optional(record({ share: decimal, period, basis })),
        spendWithUs: optional(record({ amount: money, period, basis })),
        evidence: evidenceOf("service-status"),
      }),
    ),
    value: optional(
      part({
        directIncome: optional(income),
        relatedClientIncome: optional(income),
        otherIntangibleBenefit: optional(record({ amount: money, period, method: text })),
        target: optional(money),
        evidence: evidenceOf("relationship-value"),
      }),
    ),
    actions: optional(
      rows({
        id: text,
        member: optional(text),
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
            product: optional(text),
            service: optional(reference("services")),
            needsSuitability: optional(flag),
            suitability: optional(record({ checkedBy: text, checkedOn: date, need: text })),
          }),
        ),
        departmentAndOwner: optional(record({ department: optional(text), person: optional(text) })),
        plannedPitchTime: optional(period),
        pitchMethod: optional(record({ method: word(PITCH_CHANNELS), note: optional(text) })),
        expectedIncome: optional(
          record({ amount: money, period, probability: optional(decimal), head: optional(word(valueHeads)) }),
        ),
        bookingUnit: optional(text),
        progress: optional(
          record({
            state: word(ACTION_STATES),
            outcome: optional(text),
            reason: optional(text),
            actualDate: optional(date),
            actualIncome: optional(record({ amount: money, period })),
          }),
        ),
        evidence: evidenceOf("next-year-plan"),
      }),
    ),
    challenges: optional(
      rows({
        id: text,
        member: optional(text),
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
        evidence: evidenceOf("challenges"),
      }),
    ),
    noneConfirmed: optional(part({ institutions: known, challenges: known })),
    withheld: optional(
      list(
        record<WithheldPart>({
          section: word(PLAN_SECTIONS),
          what: word(WITHHELD_KINDS),
          fields: optional(list(word(planFields.map(({ key }) => key)))),
          members: optional(list(text)),
          count: taken<number>(
            wholeNumber(0, Number.MAX_SAFE_INTEGER),
            (value) => Number.isSafeInteger(value) && value >= 0,
          ),
        }),
      ),
    ),
    sample: optional(flag),
  }))();

/** Whether a plan can be read whole; one with a member that cannot even be looked at cannot. */
function canBeRead(plan: StrategyPlan): boolean {
  try {
    return whole.fits(plan);
  } catch {
    return false;
  }
}

/**
 * A plan that can be read whole, as it was given; the first thing that cannot is thrown. What is spent elsewhere is
 * spent with somebody: another institution without an id, which is an issue of a plan in progress, is refused too.
 */
export function readPlan(plan: StrategyPlan, path: Path = ["plan"]): StrategyPlan {
  if (!canBeRead(plan)) {
    whole.read(plan, path, (error) => {
      throw error;
    });
  }
  for (const [index, { id }] of (plan.institutions ?? []).entries()) {
    const code: PlanIssueCode = "strategy-plan/empty-id";
    if (isBlank(id)) refuse(code, [...path, "institutions", index, "id"], "blank", {});
  }
  return plan;
}

/** What cannot be read in a plan, and the rest of it; null when there is no rest. */
export function readablePlan(plan: StrategyPlan): {
  readonly rest: StrategyPlan | null;
  readonly issues: readonly PlanIssue[];
} {
  if (canBeRead(plan)) return { rest: plan, issues: [] };
  const issues: PlanIssue[] = [];
  const root: Path = [];
  const rest = whole.read(plan, root, ({ code, path, details }) => {
    issues.push({ code, path, details } as PlanIssue);
  });
  return { rest: rest ?? null, issues };
}
