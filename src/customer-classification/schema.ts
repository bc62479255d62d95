/**
 * Schemas of scorecards and of the register they are kept in, for what comes from outside as JSON. They check shape; `prepareScorecard` checks meaning.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { DecimalStringSchema, LocalDateSchema, policyShape } from "../core/schema.ts";
import { tryDayNumber } from "../core/index.ts";
import { HUMAN_REVIEW_OUTCOMES, REVALUATION_CAUSES, type StandingObservation } from "./standing/observation.ts";
import { FALL_STEPS, MISSED_REVIEWS, type StandingPolicy } from "./standing/policy.ts";
import { MAX_APPROVALS, MAX_DAYS, MAX_LEVELS, MAX_MONTHS, MAX_REVIEWS } from "./standing/limits.ts";
import type { Standing } from "./standing/standing.ts";
import { GROUND_DECLARATIONS } from "./card/grounds.ts";
import { FEATURE_MOVES } from "./card/moves.ts";
import { AXES, CLIENT_TYPES } from "./classes.ts";
import { FEATURE_GROUPS, FEATURE_KINDS, type FeatureDefinition } from "./card/feature-definition.ts";
import {
  CHARACTERISTIC_SCOPES,
  INPUT_POLICIES,
  LACKING_POLICIES,
  MONOTONE_DIRECTIONS,
  type Band,
  type CategoryGroup,
  type Characteristic,
  type InputPolicies,
  type InputPolicy,
  type LackingPolicy,
} from "./card/characteristic.ts";
import { UNUSABLE_POLICIES, type Condition } from "./card/condition.ts";
import {
  BLOCK_EFFECTS,
  type CardStamp,
  type ClassificationBlock,
  type Justification,
  type Level,
  type Scorecard,
  type TypeRule,
} from "./card/scorecard.ts";
import { LINT_RULES } from "./card/findings.ts";
import type { CardRegister } from "./register/registered-card.ts";
import type { AcceptedFinding, SignedMeasurement, CardSigning, CardSignOff } from "./register/sign-off.ts";
import {
  GRADE_UNUSABLE_POLICIES,
  type Grade,
  type GradeCondition,
  type GradeRule,
  type GradingPolicy,
} from "./grading/policy.ts";
import type { NameList } from "./grading/name-list.ts";
import { POOL_KINDS, POOL_LACKING_POLICIES, POOLED_KINDS, type PoolingPolicy } from "./pooling/policy.ts";

const name = z.string().min(1);
const points = z.int();

const featureShape = {
  group: z.enum(FEATURE_GROUPS),
  sensitive: z.boolean(),
  window: z.string().exactOptional(),
  maxAgeDays: z.int().min(0).exactOptional(),
  observedAtField: name.exactOptional(),
  descriptive: z.boolean().exactOptional(),
  protectedGround: z.enum(GROUND_DECLARATIONS).exactOptional(),
  moves: z.enum(FEATURE_MOVES).exactOptional(),
} as const;

/** A feature definition. */
export const FeatureDefinitionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("money"), ...featureShape }).readonly(),
  z.strictObject({ kind: z.enum(FEATURE_KINDS).extract(["number", "integer"]), ...featureShape }).readonly(),
  z.strictObject({ kind: z.literal("category"), values: z.array(name).min(1).readonly(), ...featureShape }).readonly(),
  z.strictObject({ kind: z.literal("flag"), ...featureShape }).readonly(),
]) satisfies z.ZodType<FeatureDefinition>;

/** What an unusable input scores. */
export const InputPolicySchema = z.union([
  z.enum(INPUT_POLICIES),
  z.strictObject({ points }).readonly(),
]) satisfies z.ZodType<InputPolicy>;

/** What a value that is not known scores. */
export const LackingPolicySchema = z.union([
  z.enum(LACKING_POLICIES),
  z.strictObject({ points }).readonly(),
]) satisfies z.ZodType<LackingPolicy>;

const InputPoliciesSchema = z
  .strictObject({
    missing: LackingPolicySchema,
    invalid: InputPolicySchema,
    stale: LackingPolicySchema.exactOptional(),
    unknown: LackingPolicySchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<InputPolicies>;

const axis = z.enum(AXES);

const characteristicShape = {
  id: name,
  feature: name,
  axis,
  inputs: InputPoliciesSchema,
  neutral: points.exactOptional(),
  appliesTo: z.enum(CHARACTERISTIC_SCOPES),
  monotone: z.enum(MONOTONE_DIRECTIONS).exactOptional(),
  reason: name.exactOptional(),
} as const;

const BandSchema = z
  .strictObject({ below: DecimalStringSchema.exactOptional(), points, label: name.exactOptional() })
  .readonly() satisfies z.ZodType<Band>;

const CategoryGroupSchema = z
  .strictObject({ values: z.array(name).min(1).readonly(), points, label: name.exactOptional() })
  .readonly() satisfies z.ZodType<CategoryGroup>;

/** A scored line of a card. */
export const CharacteristicSchema = z.discriminatedUnion("scale", [
  z
    .strictObject({ scale: z.literal("bands"), bands: z.array(BandSchema).min(1).readonly(), ...characteristicShape })
    .readonly(),
  z
    .strictObject({
      scale: z.literal("linear"),
      per: DecimalStringSchema,
      points,
      min: points.exactOptional(),
      max: points.exactOptional(),
      ...characteristicShape,
    })
    .readonly(),
  z
    .strictObject({
      scale: z.literal("categories"),
      groups: z.array(CategoryGroupSchema).min(1).readonly(),
      ...characteristicShape,
    })
    .readonly(),
  z.strictObject({ scale: z.literal("flag"), whenTrue: points, whenFalse: points, ...characteristicShape }).readonly(),
]) satisfies z.ZodType<Characteristic>;

const rangeShape = { atLeast: points.exactOptional(), below: points.exactOptional() } as const;
const unusable = z.enum(UNUSABLE_POLICIES);

/** A test of a rule. */
export const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("test", [
    z.strictObject({ test: z.literal("customer"), is: z.boolean() }).readonly(),
    z.strictObject({ test: z.literal("axis"), axis, ...rangeShape }).readonly(),
    z.strictObject({ test: z.literal("total"), ...rangeShape }).readonly(),
    z.strictObject({ test: z.literal("characteristic"), characteristic: name, ...rangeShape }).readonly(),
    z.strictObject({ test: z.literal("flag"), feature: name, is: z.boolean(), unusable }).readonly(),
    z
      .strictObject({ test: z.literal("category"), feature: name, oneOf: z.array(name).min(1).readonly(), unusable })
      .readonly(),
    z
      .strictObject({
        test: z.literal("amount"),
        feature: name,
        atLeast: DecimalStringSchema.exactOptional(),
        below: DecimalStringSchema.exactOptional(),
        unusable,
      })
      .readonly(),
    z.strictObject({ test: z.literal("any"), of: z.array(ConditionSchema).min(1).readonly() }).readonly(),
  ]),
);

const TypeRuleSchema = z
  .strictObject({
    id: name,
    type: z.enum(CLIENT_TYPES).exclude(["ordinary"]),
    when: z.array(ConditionSchema).min(1).readonly(),
  })
  .readonly() satisfies z.ZodType<TypeRule>;

const LevelSchema = z.strictObject({ id: name, atLeast: points }).readonly() satisfies z.ZodType<Level>;

const BlockSchema = z
  .strictObject({ id: name, feature: name, effect: z.enum(BLOCK_EFFECTS), unusable })
  .readonly() satisfies z.ZodType<ClassificationBlock>;

const JustificationSchema = z
  .strictObject({ feature: name, text: name, approvedBy: name, approvedOn: LocalDateSchema })
  .readonly() satisfies z.ZodType<Justification>;

/** A scorecard. */
export const ScorecardSchema = z
  .strictObject({
    ...policyShape,
    currency: z.string().length(3).exactOptional(),
    features: z.record(name, FeatureDefinitionSchema).readonly(),
    customerFlag: name.exactOptional(),
    elsewhereFlag: name.exactOptional(),
    characteristics: z.array(CharacteristicSchema).min(1).readonly(),
    rules: z.array(TypeRuleSchema).readonly(),
    core: z.array(ConditionSchema).min(1).readonly(),
    levels: z.array(LevelSchema).readonly().exactOptional(),
    blocks: z.array(BlockSchema).readonly().exactOptional(),
    justifications: z.array(JustificationSchema).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<Scorecard>;

// -- Cards kept in order

const CardStampSchema = z
  .strictObject({ id: name, version: name, hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .readonly() satisfies z.ZodType<CardStamp>;

const AcceptedFindingSchema = z
  .strictObject({
    rule: z.enum(LINT_RULES),
    path: z.array(z.union([z.string(), z.int().min(0)])).readonly(),
    reason: name,
  })
  .readonly() satisfies z.ZodType<AcceptedFinding>;

const CardMeasurementSchema = z
  .strictObject({
    what: name,
    figures: z.record(z.string(), DecimalStringSchema).readonly(),
    on: LocalDateSchema,
    sample: name,
  })
  .readonly() satisfies z.ZodType<SignedMeasurement>;

const signingShape = { author: name, signedBy: name, role: name, signedOn: LocalDateSchema } as const;

/** What is said at the signature of a card. */
export const CardSigningSchema = z
  .strictObject({
    ...signingShape,
    accepted: z.array(AcceptedFindingSchema).readonly().exactOptional(),
    measurement: CardMeasurementSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<CardSigning>;

/** The record of a signature. */
export const CardSignOffSchema = z
  .strictObject({
    card: CardStampSchema,
    ...signingShape,
    lint: z.strictObject({ passed: z.boolean(), accepted: z.array(AcceptedFindingSchema).readonly() }).readonly(),
    measurement: CardMeasurementSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<CardSignOff>;

/** A register of cards. */
export const CardRegisterSchema = z
  .strictObject({
    id: name,
    entries: z
      .array(z.strictObject({ card: ScorecardSchema, signOff: CardSignOffSchema.exactOptional() }).readonly())
      .readonly(),
  })
  .readonly() satisfies z.ZodType<CardRegister>;
// grades and pools
const gradeUnusable = z.enum(GRADE_UNUSABLE_POLICIES);

/** A test of a rule of grades. */
export const GradeConditionSchema: z.ZodType<GradeCondition> = z.lazy(() =>
  z.discriminatedUnion("test", [
    z.strictObject({ test: z.literal("listed"), list: name }).readonly(),
    z.strictObject({ test: z.literal("axis"), axis, ...rangeShape }).readonly(),
    z.strictObject({ test: z.literal("total"), ...rangeShape }).readonly(),
    z.strictObject({ test: z.literal("characteristic"), characteristic: name, ...rangeShape }).readonly(),
    z.strictObject({ test: z.literal("flag"), feature: name, is: z.boolean(), unusable: gradeUnusable }).readonly(),
    z
      .strictObject({
        test: z.literal("category"),
        feature: name,
        oneOf: z.array(name).min(1).readonly(),
        unusable: gradeUnusable,
      })
      .readonly(),
    z
      .strictObject({
        test: z.literal("amount"),
        feature: name,
        atLeast: DecimalStringSchema.exactOptional(),
        below: DecimalStringSchema.exactOptional(),
        unusable: gradeUnusable,
      })
      .readonly(),
    z.strictObject({ test: z.literal("any"), of: z.array(GradeConditionSchema).min(1).readonly() }).readonly(),
  ]),
);

const GradeRuleSchema = z
  .strictObject({ id: name, when: z.array(GradeConditionSchema).min(1).readonly() })
  .readonly() satisfies z.ZodType<GradeRule>;

const GradeSchema = z
  .strictObject({ id: name, anyOf: z.array(GradeRuleSchema).min(1).readonly() })
  .readonly() satisfies z.ZodType<Grade>;

/** A policy of grades. */
export const GradingPolicySchema = z
  .strictObject({
    ...policyShape,
    currency: z.string().length(3).exactOptional(),
    clientField: name,
    features: z.record(name, FeatureDefinitionSchema).readonly(),
    characteristics: z.array(CharacteristicSchema).readonly().exactOptional(),
    grades: z.array(GradeSchema).min(1).readonly(),
    otherwise: name,
  })
  .readonly() satisfies z.ZodType<GradingPolicy>;

/** A list of clients by name. */
export const NameListSchema = z
  .strictObject({ ...policyShape, clients: z.array(name).readonly() })
  .readonly() satisfies z.ZodType<NameList>;

/** A policy of pooling. */
export const PoolingPolicySchema = z
  .strictObject({
    ...policyShape,
    kind: z.enum(POOL_KINDS),
    currency: z.string().length(3).exactOptional(),
    clientField: name,
    pooled: z
      .array(
        z.strictObject({ feature: name, kind: z.enum(POOLED_KINDS), observedAtField: name.exactOptional() }).readonly(),
      )
      .min(1)
      .readonly(),
    lacking: z.enum(POOL_LACKING_POLICIES),
  })
  .readonly() satisfies z.ZodType<PoolingPolicy>;
const whole = (least: number, most: number) => z.int().min(least).max(most);
const filled = z.string().regex(/\S/);
const monthDay = z.string().refine((date) => tryDayNumber(`2000-${date}`) !== null, { error: "not a date MM-DD" });
const firstAfterMonths = whole(0, MAX_MONTHS).exactOptional();

/** The rules of a standing. */
export const StandingPolicySchema = z
  .strictObject({
    ...policyShape,
    ladder: z
      .array(z.strictObject({ id: filled, keptFrom: DecimalStringSchema.exactOptional() }).readonly())
      .min(2)
      .max(MAX_LEVELS)
      .readonly(),
    review: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("monthly"), day: whole(1, 31).exactOptional(), firstAfterMonths }).readonly(),
      z
        .strictObject({ kind: z.literal("dates"), dates: z.array(monthDay).min(1).readonly(), firstAfterMonths })
        .readonly(),
      z.strictObject({ kind: z.literal("anniversary"), months: whole(1, MAX_REVIEWS) }).readonly(),
    ]),
    missedReview: z.enum(MISSED_REVIEWS),
    rise: z.strictObject({ afterReviews: whole(0, MAX_REVIEWS) }).readonly(),
    fall: z
      .strictObject({
        afterReviews: whole(1, MAX_REVIEWS),
        byLevel: z.record(z.string(), whole(1, MAX_REVIEWS)).readonly().exactOptional(),
        steps: z.enum(FALL_STEPS),
        noticeReviews: whole(0, MAX_REVIEWS).exactOptional(),
      })
      .readonly(),
    floors: z
      .array(z.strictObject({ id: filled, atLeast: filled, months: whole(1, MAX_MONTHS).exactOptional() }).readonly())
      .readonly()
      .exactOptional(),
    override: z
      .strictObject({ approvals: whole(1, MAX_APPROVALS), maxDays: whole(1, MAX_DAYS) })
      .readonly()
      .exactOptional(),
    objectionHolds: z.boolean().exactOptional(),
    readings: z.array(filled).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<StandingPolicy>;

const termsShape = {
  level: filled,
  to: LocalDateSchema,
  reason: filled,
  by: filled,
  approvedBy: z.array(filled).readonly(),
} as const;
const on = LocalDateSchema;
const earnedShape = { on, earned: filled.nullable(), measure: DecimalStringSchema.exactOptional() } as const;

/** One thing observed of a client's standing; members of its own are left as they are. */
export const StandingObservationSchema = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("start"), on, earned: filled }).readonly(),
  z.looseObject({ kind: z.literal("review"), ...earnedShape }).readonly(),
  z.looseObject({ kind: z.literal("event"), ...earnedShape, cause: z.enum(REVALUATION_CAUSES) }).readonly(),
  z.looseObject({ kind: z.literal("floor-begun"), on, floor: filled, to: LocalDateSchema.exactOptional() }).readonly(),
  z.looseObject({ kind: z.literal("floor-ended"), on, floor: filled }).readonly(),
  z.looseObject({ kind: z.literal("override"), on, ...termsShape }).readonly(),
  z.looseObject({ kind: z.literal("override-ended"), on, by: filled }).readonly(),
  z.looseObject({ kind: z.literal("objection"), on, statement: filled.exactOptional() }).readonly(),
  z
    .looseObject({
      kind: z.literal("human-review"),
      on,
      by: filled,
      outcome: z.enum(HUMAN_REVIEW_OUTCOMES),
      override: z.looseObject(termsShape).readonly().exactOptional(),
    })
    .readonly(),
]) satisfies z.ZodType<StandingObservation>;

const atPlace = whole(0, MAX_LEVELS);
const knownPlace = whole(-1, MAX_LEVELS);
const reviewCounts = z.array(whole(0, MAX_REVIEWS)).readonly();

/** A standing as it was stored; `advanceStanding` checks that it agrees with itself and with its policy. */
export const StandingSchema = z
  .looseObject({
    policy: z.strictObject({ id: filled, version: filled }).readonly(),
    since: LocalDateSchema,
    asOf: LocalDateSchema,
    reviewedOn: LocalDateSchema,
    nextReview: LocalDateSchema,
    earned: filled,
    held: filled,
    floored: filled,
    served: filled,
    steps: z.strictObject({ earned: atPlace, held: atPlace, floored: atPlace, served: atPlace }).readonly(),
    reviewsLeft: reviewCounts,
    runs: reviewCounts,
    period: z.strictObject({ earned: knownPlace, kept: knownPlace }).readonly(),
    floors: z.array(z.strictObject({ floor: filled, to: LocalDateSchema.nullable() }).readonly()).readonly(),
    override: z
      .strictObject({ ...termsShape, from: LocalDateSchema })
      .readonly()
      .nullable(),
    objection: z
      .strictObject({ on, atLeast: filled.nullable(), answeredOn: LocalDateSchema.nullable() })
      .readonly()
      .nullable(),
    seen: z.array(filled).readonly(),
  })
  .readonly() satisfies z.ZodType<Standing>;
