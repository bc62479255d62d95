/**
 * Schemas of the strategy plan, for data that comes from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { PeriodSchema } from "../calendar/schema.ts";
import { ContactInOurBankSchema, ContactPointSchema, DecisionAuthoritySchema } from "../client/schema.ts";
import { DecimalStringSchema, LocalDateSchema } from "../core/schema.ts";
import { MoneySchema } from "../money/schema.ts";
import { incomeBases, valueHeads } from "../relationship-value/index.ts";
import type { DealingConsent } from "./consent.ts";
import type { CreditPage } from "./credit.ts";
import { CONFIDENCES, type AnswerEvidence } from "./evidence.ts";
import { planFields } from "./fields.ts";
import { GROUP_MANAGER_ROLES, type PlanGroup } from "./group/group.ts";
import { ACTION_STATES, type ActionProgress } from "./progress.ts";
import { PLAN_SECTIONS } from "./section.ts";
import { INFLUENCES, STAKEHOLDER_ROLES, SUPPORTS, TIE_KINDS, type PersonTie, type Stakeholder } from "./stakeholder.ts";
import {
  BANK_IMPORTANCES,
  CHALLENGE_ORIGINS,
  CHOICE_REASONS,
  PITCH_CHANNELS,
  PLAN_ANSWERS,
  PREVENTION_STATES,
  WITHHELD_KINDS,
  type BankStanding,
  type PlanAction,
  type PlanBusiness,
  type PlanChallenge,
  type PlanInstitution,
  type PlanPerson,
  type PlanService,
  type PlanValue,
  type StrategyPlan,
  type WithheldPart,
} from "./types.ts";

export { PlanApprovalPolicySchema, PlanApprovalSchema, PlanApprovalStepSchema } from "./approval/schema.ts";
export { CatalogueProductSchema, PeerCountSchema } from "./gaps/schema.ts";
export {
  PlanFreshnessPolicySchema,
  PlanHealthPolicySchema,
  PlanRollForwardPolicySchema,
  PlanTierSchema,
  PlanViewPolicySchema,
} from "./policies/schema.ts";
export { JsonPatchOperationSchema, MergeDecisionSchema } from "./versions/schema.ts";
export { BookedIncomeSchema } from "./year/schema.ts";

const text = z.string().min(1);
const id = text;
const list = <Item extends z.ZodType>(item: Item): z.ZodReadonly<z.ZodArray<Item>> => z.array(item).readonly();
const answer = z.enum(PLAN_ANSWERS);
const basis = z.enum(incomeBases);

const evidence = z.strictObject({ saidBy: text, date: LocalDateSchema, source: text.exactOptional() }).readonly();
const statement = z.strictObject({ text, evidence: evidence.exactOptional() }).readonly();

/** What an answer rests on. */
export const AnswerEvidenceSchema = z
  .strictObject({
    asOf: LocalDateSchema,
    source: text.exactOptional(),
    confidence: z.enum(CONFIDENCES).exactOptional(),
  })
  .readonly() satisfies z.ZodType<AnswerEvidence>;

const answerEvidence = AnswerEvidenceSchema.exactOptional();

const stakeholder = z
  .strictObject({
    roles: list(z.enum(STAKEHOLDER_ROLES)).exactOptional(),
    influence: z.enum(INFLUENCES).exactOptional(),
    support: z.enum(SUPPORTS).exactOptional(),
    coveredBy: list(id).exactOptional(),
    lastContact: LocalDateSchema.exactOptional(),
    evidence: AnswerEvidenceSchema,
  })
  .readonly() satisfies z.ZodType<Stakeholder>;

/** A tie between two people of section 2. */
export const PersonTieSchema = z
  .strictObject({ id, from: id, to: id, kind: z.enum(TIE_KINDS), evidence: AnswerEvidenceSchema })
  .readonly() satisfies z.ZodType<PersonTie>;

const consent = z
  .strictObject({ purpose: text, givenOn: LocalDateSchema, until: LocalDateSchema.exactOptional() })
  .readonly() satisfies z.ZodType<DealingConsent>;

/** What the bank lends the client. */
export const CreditPageSchema = z
  .strictObject({
    confirmedOn: LocalDateSchema,
    limits: list(
      z.strictObject({ product: text, limit: MoneySchema, used: MoneySchema, expiresOn: LocalDateSchema }).readonly(),
    ),
    rating: text.exactOptional(),
    nextReview: LocalDateSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<CreditPage>;

/** A row of section 2. */
export const PlanPersonSchema = z
  .strictObject({
    id,
    member: id.exactOptional(),
    contactName: text.exactOptional(),
    positionAndAuthority: z
      .strictObject({
        position: text,
        authority: DecisionAuthoritySchema,
      })
      .readonly()
      .exactOptional(),
    contactMethod: list(ContactPointSchema).exactOptional(),
    otherBusinessWithUs: list(
      z
        .strictObject({
          product: text,
          bookingUnit: text,
          note: text.exactOptional(),
          consent: consent.exactOptional(),
        })
        .readonly(),
    ).exactOptional(),
    otherContactsInOurBank: list(ContactInOurBankSchema).exactOptional(),
    stakeholder: stakeholder.exactOptional(),
    evidence: z
      .strictObject({
        contactName: answerEvidence,
        positionAndAuthority: answerEvidence,
        contactMethod: answerEvidence,
        otherBusinessWithUs: answerEvidence,
        otherContactsInOurBank: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanPerson>;

/** A row of section 3. */
export const PlanBusinessSchema = z
  .strictObject({
    id,
    member: id.exactOptional(),
    businessNature: text.exactOptional(),
    shareOfTurnoverAndProfit: z
      .strictObject({
        turnoverShare: DecimalStringSchema.exactOptional(),
        profitShare: DecimalStringSchema.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    developmentStatus: text.exactOptional(),
    comingYearDirection: text.exactOptional(),
    financialNeeds: list(
      z
        .strictObject({
          need: text,
          productFamily: text.exactOptional(),
          amount: MoneySchema.exactOptional(),
          timing: text.exactOptional(),
        })
        .readonly(),
    ).exactOptional(),
    evidence: z
      .strictObject({
        businessNature: answerEvidence,
        shareOfTurnoverAndProfit: answerEvidence,
        developmentStatus: answerEvidence,
        comingYearDirection: answerEvidence,
        financialNeeds: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanBusiness>;

/** Section 4. */
export const BankStandingSchema = z
  .strictObject({
    ourImportance: z
      .strictObject({
        importance: z.enum(BANK_IMPORTANCES),
        text: text.exactOptional(),
        evidence: evidence.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    ourImage: statement.exactOptional(),
    ourStrengths: list(statement).exactOptional(),
    ourWeaknesses: list(statement).exactOptional(),
    evidence: z
      .strictObject({
        ourImportance: answerEvidence,
        ourImage: answerEvidence,
        ourStrengths: answerEvidence,
        ourWeaknesses: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<BankStanding>;

/** A row of section 5. */
export const PlanInstitutionSchema = z
  .strictObject({
    id,
    member: id.exactOptional(),
    institutionName: text,
    institutionOfficer: z
      .strictObject({
        name: text,
        position: text.exactOptional(),
        note: text.exactOptional(),
        source: text,
        obtainedOn: LocalDateSchema,
        reviewOn: LocalDateSchema.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    institutionServicesAndTerms: list(
      z.strictObject({ service: id, terms: text, renewalDate: LocalDateSchema.exactOptional() }).readonly(),
    ).exactOptional(),
    reasonForChoice: list(
      z
        .strictObject({
          reason: z.enum(CHOICE_REASONS),
          text: text.exactOptional(),
        })
        .readonly(),
    ).exactOptional(),
    estimatedSpend: list(
      z
        .strictObject({ service: id, amount: MoneySchema, period: PeriodSchema, method: text.exactOptional() })
        .readonly(),
    ).exactOptional(),
    evidence: z
      .strictObject({
        institutionName: answerEvidence,
        institutionOfficer: answerEvidence,
        institutionServicesAndTerms: answerEvidence,
        reasonForChoice: answerEvidence,
        estimatedSpend: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanInstitution>;

/** A row of section 6. */
export const PlanServiceSchema = z
  .strictObject({
    id,
    member: id.exactOptional(),
    service: text,
    product: id.exactOptional(),
    needed: answer.exactOptional(),
    suppliedElsewhere: z
      .strictObject({ answer, institutions: list(id).exactOptional() })
      .readonly()
      .exactOptional(),
    recommended: z
      .strictObject({ answer, date: LocalDateSchema.exactOptional(), by: text.exactOptional() })
      .readonly()
      .exactOptional(),
    adopted: z.strictObject({ answer, since: LocalDateSchema.exactOptional() }).readonly().exactOptional(),
    discontinued: z
      .strictObject({ answer, date: LocalDateSchema.exactOptional(), reason: text.exactOptional() })
      .readonly()
      .exactOptional(),
    shareOfSpend: z
      .strictObject({ share: DecimalStringSchema, period: PeriodSchema, basis })
      .readonly()
      .exactOptional(),
    spendWithUs: z.strictObject({ amount: MoneySchema, period: PeriodSchema, basis }).readonly().exactOptional(),
    evidence: z
      .strictObject({
        needed: answerEvidence,
        suppliedElsewhere: answerEvidence,
        recommended: answerEvidence,
        adopted: answerEvidence,
        discontinued: answerEvidence,
        shareOfSpend: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanService>;

const income = z
  .strictObject({ amount: MoneySchema, period: PeriodSchema, basis, statement: text.exactOptional() })
  .readonly();

/** Section 7. */
export const PlanValueSchema = z
  .strictObject({
    directIncome: income.exactOptional(),
    relatedClientIncome: income.exactOptional(),
    otherIntangibleBenefit: z
      .strictObject({ amount: MoneySchema, period: PeriodSchema, method: text })
      .readonly()
      .exactOptional(),
    target: MoneySchema.exactOptional(),
    evidence: z
      .strictObject({
        directIncome: answerEvidence,
        relatedClientIncome: answerEvidence,
        otherIntangibleBenefit: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanValue>;

const progress = z
  .strictObject({
    state: z.enum(ACTION_STATES),
    outcome: text.exactOptional(),
    reason: text.exactOptional(),
    actualDate: LocalDateSchema.exactOptional(),
    actualIncome: z.strictObject({ amount: MoneySchema, period: PeriodSchema }).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<ActionProgress>;

/** A row of section 8. */
export const PlanActionSchema = z
  .strictObject({
    id,
    member: id.exactOptional(),
    clientNeed: z
      .strictObject({ text, business: id.exactOptional(), service: id.exactOptional() })
      .readonly()
      .exactOptional(),
    productOrService: z
      .strictObject({
        name: text,
        product: id.exactOptional(),
        service: id.exactOptional(),
        needsSuitability: z.boolean().exactOptional(),
        suitability: z
          .strictObject({ checkedBy: text, checkedOn: LocalDateSchema, need: text })
          .readonly()
          .exactOptional(),
      })
      .readonly()
      .exactOptional(),
    departmentAndOwner: z
      .strictObject({ department: text.exactOptional(), person: text.exactOptional() })
      .readonly()
      .exactOptional(),
    plannedPitchTime: PeriodSchema.exactOptional(),
    pitchMethod: z
      .strictObject({
        method: z.enum(PITCH_CHANNELS),
        note: text.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    expectedIncome: z
      .strictObject({
        amount: MoneySchema,
        period: PeriodSchema,
        probability: DecimalStringSchema.exactOptional(),
        head: z.enum(valueHeads).exactOptional(),
      })
      .readonly()
      .exactOptional(),
    bookingUnit: text.exactOptional(),
    progress: progress.exactOptional(),
    evidence: z
      .strictObject({
        clientNeed: answerEvidence,
        productOrService: answerEvidence,
        departmentAndOwner: answerEvidence,
        plannedPitchTime: answerEvidence,
        pitchMethod: answerEvidence,
        expectedIncome: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanAction>;

/** A row of section 9. */
export const PlanChallengeSchema = z
  .strictObject({
    id,
    member: id.exactOptional(),
    challengeSource: z
      .strictObject({
        origin: z.enum(CHALLENGE_ORIGINS),
        text: text.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    challengeContent: text.exactOptional(),
    preventionAndTimetable: list(
      z
        .strictObject({
          action: text,
          owner: text.exactOptional(),
          due: LocalDateSchema.exactOptional(),
          state: z.enum(PREVENTION_STATES),
        })
        .readonly(),
    ).exactOptional(),
    evidence: z
      .strictObject({
        challengeSource: answerEvidence,
        challengeContent: answerEvidence,
        preventionAndTimetable: answerEvidence,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanChallenge>;

/** The group a plan is for. */
export const PlanGroupSchema = z
  .strictObject({
    group: id,
    name: text.exactOptional(),
    members: list(z.strictObject({ client: id, bookingUnits: list(text).exactOptional() }).readonly()),
    managers: list(
      z
        .strictObject({
          employee: id,
          role: z.enum(GROUP_MANAGER_ROLES),
          unit: text.exactOptional(),
          members: list(id).exactOptional(),
        })
        .readonly(),
    ),
  })
  .readonly() satisfies z.ZodType<PlanGroup>;

const withheld = z
  .strictObject({
    section: z.enum(PLAN_SECTIONS),
    what: z.enum(WITHHELD_KINDS),
    fields: list(z.enum(planFields.map(({ key }) => key))).exactOptional(),
    members: list(id).exactOptional(),
    count: z.int().min(0),
  })
  .readonly() satisfies z.ZodType<WithheldPart>;

/** A strategy plan, finished or in progress. */
export const StrategyPlanSchema = z
  .strictObject({
    id,
    version: text,
    client: id,
    period: PeriodSchema,
    currency: z.string().regex(/^[A-Z]{3}$/),
    preparedBy: text,
    preparedOn: LocalDateSchema,
    approvedBy: text.exactOptional(),
    group: PlanGroupSchema.exactOptional(),
    credit: CreditPageSchema.exactOptional(),
    people: list(PlanPersonSchema).exactOptional(),
    ties: list(PersonTieSchema).exactOptional(),
    businesses: list(PlanBusinessSchema).exactOptional(),
    standing: BankStandingSchema.exactOptional(),
    institutions: list(PlanInstitutionSchema).exactOptional(),
    services: list(PlanServiceSchema).exactOptional(),
    value: PlanValueSchema.exactOptional(),
    actions: list(PlanActionSchema).exactOptional(),
    challenges: list(PlanChallengeSchema).exactOptional(),
    noneConfirmed: z
      .strictObject({ institutions: answerEvidence, challenges: answerEvidence })
      .readonly()
      .exactOptional(),
    withheld: list(withheld).exactOptional(),
    sample: z.boolean().exactOptional(),
  })
  .readonly() satisfies z.ZodType<StrategyPlan>;
