/**
 * Schemas of scorecards, for cards that come from outside as JSON. They check shape; `prepareScorecard` checks meaning.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { DecimalStringSchema, LocalDateSchema, policyShape } from "../core/schema.ts";
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
  type ClassificationBlock,
  type Justification,
  type Level,
  type Scorecard,
  type TypeRule,
} from "./card/scorecard.ts";

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
