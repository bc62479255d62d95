import type { Path } from "../../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  policyMembers,
  readDate,
  readFlag,
  readObject,
  readOneOf,
  readText,
  recordOf,
  refuse,
  refuseKind,
  shapeOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { AXES, CLIENT_TYPES } from "../classes.ts";
import {
  FEATURE_GROUPS,
  type CategoryFeature,
  type FeatureBase,
  type FeatureDefinition,
  type FlagFeature,
  type MoneyFeature,
  type NumberFeature,
} from "./feature-definition.ts";
import {
  CHARACTERISTIC_SCOPES,
  INPUT_POLICIES,
  LACKING_POLICIES,
  MONOTONE_DIRECTIONS,
  type Band,
  type BandedCharacteristic,
  type CategoryCharacteristic,
  type CategoryGroup,
  type Characteristic,
  type CharacteristicBase,
  type FlagCharacteristic,
  type InputPolicies,
  type InputPolicy,
  type LinearCharacteristic,
} from "./characteristic.ts";
import { UNUSABLE_POLICIES, type Condition, type PointRange } from "./condition.ts";
import {
  BLOCK_EFFECTS,
  type ClassificationBlock,
  type Justification,
  type Level,
  type Scorecard,
  type TypeRule,
} from "./scorecard.ts";
import { readCurrency, readEdge } from "./edges.ts";
import { GROUND_DECLARATIONS } from "./grounds.ts";
import { FEATURE_MOVES } from "./moves.ts";
import { readDays, readName, readPoints, readWholePoints } from "./features.ts";

const CODE = "customer-classification/invalid-card" satisfies CustomerClassificationErrorCode;

/** Longest path to a test: alternatives inside alternatives that go deeper contain themselves, or are an attack. */
export const MAX_DEPTH = 100;

/** A text, blank or not: what it names is looked up where it is used. */
export function readId(id: string, path: Path, code: string): string {
  return typeof (id as unknown) === "string" ? id : refuseKind(code, path, "not a text", id);
}

type PointsOfItsOwn = Exclude<InputPolicy, string>;

/** The reader of feature definitions, whose ids are names too. */
export function featuresReader(): Reader<Scorecard["features"]> {
  const features = recordOf(featureReader());
  return (record, path, code) => {
    for (const id of Object.keys(features(record, path, code))) readName(id, [...path, id], code);
    return record;
  };
}

function featureReader(): Reader<FeatureDefinition> {
  const base: Members<FeatureBase> = {
    group: oneOf(FEATURE_GROUPS),
    sensitive: readFlag,
    window: optional(readId),
    maxAgeDays: optional(readDays),
    observedAtField: optional(readName),
    descriptive: optional(readFlag),
    protectedGround: optional(oneOf(GROUND_DECLARATIONS)),
    moves: optional(oneOf(FEATURE_MOVES)),
  };
  const number = shapeOf<NumberFeature>({ kind: asGiven, ...base });
  return byTag<FeatureDefinition, "kind">("kind", {
    money: shapeOf<MoneyFeature>({ kind: asGiven, ...base }),
    number,
    integer: number,
    category: shapeOf<CategoryFeature>({
      kind: asGiven,
      values: listOf(readId),
      ...base,
    }),
    flag: shapeOf<FlagFeature>({ kind: asGiven, ...base }),
  });
}

/** What an unusable input scores; whether it may be absent is told by the feature. */
function policyReader<Word extends string>(words: readonly Word[]): Reader<Word | PointsOfItsOwn> {
  const readOwn = shapeOf<PointsOfItsOwn>({ points: readPoints });
  return (policy, path, code) => {
    if ((policy as InputPolicy | undefined) === undefined) return policy;
    return typeof policy === "string" ? readOneOf(policy, words, path, code) : readOwn(policy, path, code);
  };
}

/** The reader of a characteristic. */
export function characteristicReader(): Reader<Characteristic> {
  const lacking = policyReader(LACKING_POLICIES);
  const base: Members<CharacteristicBase> = {
    id: readId,
    feature: readId,
    axis: oneOf(AXES),
    inputs: shapeOf<InputPolicies>({
      missing: lacking,
      invalid: policyReader(INPUT_POLICIES),
      stale: optional(lacking),
      unknown: optional(lacking),
    }),
    neutral: optional(readPoints),
    appliesTo: oneOf(CHARACTERISTIC_SCOPES),
    monotone: optional(oneOf(MONOTONE_DIRECTIONS)),
    reason: optional(readText),
  };
  const band = shapeOf<Band>({ below: optional(readEdge), points: readPoints, label: optional(readText) });
  const group = shapeOf<CategoryGroup>({ values: listOf(readId), points: readPoints, label: optional(readText) });
  return byTag<Characteristic, "scale">("scale", {
    bands: shapeOf<BandedCharacteristic>({ scale: asGiven, bands: listOf(band), ...base }),
    linear: shapeOf<LinearCharacteristic>({
      scale: asGiven,
      per: readEdge,
      points: readPoints,
      min: optional(readPoints),
      max: optional(readPoints),
      ...base,
    }),
    categories: shapeOf<CategoryCharacteristic>({
      scale: asGiven,
      groups: listOf(group),
      ...base,
    }),
    flag: shapeOf<FlagCharacteristic>({
      scale: asGiven,
      whenTrue: readPoints,
      whenFalse: readPoints,
      ...base,
    }),
  });
}

type ConditionOf<Test extends Condition["test"]> = Extract<Condition, { readonly test: Test }>;

/** The members that a test on points has. */
export const rangeMembers: Members<PointRange> = {
  atLeast: optional(readWholePoints),
  below: optional(readWholePoints),
};

/** The reader of a test of a rule, and of the tests in it. */
export function conditionReader(): Reader<Condition> {
  const range = rangeMembers;
  const unusable = oneOf(UNUSABLE_POLICIES);
  const read: Reader<Condition> = (condition, path, code) =>
    path.length > MAX_DEPTH
      ? refuse(code, path, "nested too deep, or in itself", { limit: MAX_DEPTH })
      : readTest(condition, path, code);
  const readTest = byTag<Condition, "test">("test", {
    customer: shapeOf<ConditionOf<"customer">>({ test: asGiven, is: readFlag }),
    axis: shapeOf<ConditionOf<"axis">>({ test: asGiven, axis: oneOf(AXES), ...range }),
    total: shapeOf<ConditionOf<"total">>({ test: asGiven, ...range }),
    characteristic: shapeOf<ConditionOf<"characteristic">>({ test: asGiven, characteristic: readId, ...range }),
    flag: shapeOf<ConditionOf<"flag">>({ test: asGiven, feature: readId, is: readFlag, unusable }),
    category: shapeOf<ConditionOf<"category">>({ test: asGiven, feature: readId, oneOf: listOf(readId), unusable }),
    amount: shapeOf<ConditionOf<"amount">>({
      test: asGiven,
      feature: readId,
      atLeast: optional(readEdge),
      below: optional(readEdge),
      unusable,
    }),
    any: shapeOf<ConditionOf<"any">>({ test: asGiven, of: listOf(read) }),
  });
  return read;
}

function cardReader(): Reader<Scorecard> {
  /** What is wrong with the envelope is the error of every policy. */
  const ofPolicy =
    <T>(read: Reader<T>): Reader<T> =>
    (value, path) =>
      read(value, path, "core/invalid-policy");
  const condition = conditionReader();
  const granted = CLIENT_TYPES.filter((type) => type !== "ordinary");
  return shapeOf<Scorecard>({
    ...policyMembers,
    id: ofPolicy(policyMembers.id),
    version: ofPolicy(policyMembers.version),
    status: ofPolicy(policyMembers.status),
    sources: ofPolicy(policyMembers.sources),
    currency: optional(readCurrency),
    features: featuresReader(),
    customerFlag: optional(readId),
    elsewhereFlag: optional(readId),
    characteristics: listOf(characteristicReader()),
    rules: listOf(shapeOf<TypeRule>({ id: readId, type: oneOf(granted), when: listOf(condition) })),
    core: listOf(condition),
    levels: optional(listOf(shapeOf<Level>({ id: readId, atLeast: readWholePoints }))),
    blocks: optional(
      listOf(
        shapeOf<ClassificationBlock>({
          // a block is named in findings and answers, which a blank one could not be
          id: readText,
          feature: readId,
          effect: oneOf(BLOCK_EFFECTS),
          unusable: oneOf(UNUSABLE_POLICIES),
        }),
      ),
    ),
    justifications: optional(
      listOf(shapeOf<Justification>({ feature: readId, text: readText, approvedBy: readText, approvedOn: readDate })),
    ),
  });
}

let reader: Reader<Scorecard> | null = null;

/** A card whose every member is known and of its kind; the places are inside the card. */
export function readCard(card: Scorecard): Scorecard {
  readObject(card, ["card"], CODE);
  // made on first use: a program that scores nothing does not carry it
  reader ??= cardReader();
  return reader(card, [], CODE);
}
