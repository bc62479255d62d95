import { refuseInvalid, refuseUnsupported, noteOf, type PmmlNote } from "./refusals.ts";
import type { PmmlElement } from "./element.ts";

/*
 * What PMML 4.1 to 4.4 know about the elements of a scorecard. A document is read whole: an attribute or an element
 * that is not here is refused, because it may change what the scorecard says.
 */

/** What is known of an element: its attributes, and what is read, skipped, or told about inside it. */
interface KnownElement {
  readonly attributes: readonly string[];
  readonly children: readonly string[];
  /** Documentation and statistics, which say nothing about scores. */
  readonly skipped?: readonly string[];
  /** What is left out and noted. */
  readonly noted?: readonly string[];
  /** What is of PMML and can change a score. */
  readonly unsupported?: readonly string[];
}

const PREDICATES = ["SimplePredicate", "CompoundPredicate", "SimpleSetPredicate", "True", "False"] as const;
const EXPRESSIONS = ["Constant", "FieldRef", "Apply"] as const;
const OTHER_EXPRESSIONS = [
  "NormContinuous",
  "NormDiscrete",
  "Discretize",
  "MapValues",
  "TextIndex",
  "Aggregate",
  "Lag",
] as const;
const OTHER_MODELS = [
  "AnomalyDetectionModel",
  "AssociationModel",
  "BaselineModel",
  "BayesianNetworkModel",
  "ClusteringModel",
  "GaussianProcessModel",
  "GeneralRegressionModel",
  "MiningModel",
  "NaiveBayesModel",
  "NearestNeighborModel",
  "NeuralNetwork",
  "RegressionModel",
  "RuleSetModel",
  "SequenceModel",
  "SupportVectorMachineModel",
  "TextModel",
  "TimeSeriesModel",
  "TreeModel",
] as const;

const KNOWN: ReadonlyMap<string, KnownElement> = /* @__PURE__ */ new Map<string, KnownElement>([
  [
    "PMML",
    {
      attributes: ["version"],
      children: ["DataDictionary", "Scorecard"],
      skipped: ["Header"],
      noted: ["MiningBuildTask", "TransformationDictionary"],
      unsupported: OTHER_MODELS,
    },
  ],
  ["DataDictionary", { attributes: ["numberOfFields"], children: ["DataField"], skipped: ["Taxonomy"] }],
  [
    "DataField",
    {
      attributes: ["name", "displayName", "optype", "dataType", "taxonomy", "isCyclic"],
      children: ["Interval", "Value"],
    },
  ],
  ["Interval", { attributes: ["closure", "leftMargin", "rightMargin"], children: [] }],
  ["Value", { attributes: ["value", "displayValue", "property"], children: [] }],
  [
    "Scorecard",
    {
      attributes: [
        "modelName",
        "functionName",
        "algorithmName",
        "initialScore",
        "useReasonCodes",
        "reasonCodeAlgorithm",
        "baselineScore",
        "baselineMethod",
        "isScorable",
      ],
      children: ["MiningSchema", "Characteristics"],
      skipped: ["ModelStats", "ModelExplanation"],
      noted: ["Output", "ModelVerification", "LocalTransformations"],
      unsupported: ["Targets"],
    },
  ],
  ["MiningSchema", { attributes: [], children: ["MiningField"] }],
  [
    "MiningField",
    {
      attributes: [
        "name",
        "usageType",
        "optype",
        "importance",
        "outliers",
        "lowValue",
        "highValue",
        "missingValueReplacement",
        "missingValueTreatment",
        "invalidValueTreatment",
        "invalidValueReplacement",
      ],
      children: [],
    },
  ],
  ["Characteristics", { attributes: [], children: ["Characteristic"] }],
  ["Characteristic", { attributes: ["name", "reasonCode", "baselineScore"], children: ["Attribute"] }],
  ["Attribute", { attributes: ["reasonCode", "partialScore"], children: [...PREDICATES, "ComplexPartialScore"] }],
  ["SimplePredicate", { attributes: ["field", "operator", "value"], children: [] }],
  ["CompoundPredicate", { attributes: ["booleanOperator"], children: PREDICATES }],
  ["SimpleSetPredicate", { attributes: ["field", "booleanOperator"], children: ["Array"] }],
  ["True", { attributes: [], children: [] }],
  ["False", { attributes: [], children: [] }],
  ["Array", { attributes: ["n", "type"], children: [] }],
  ["ComplexPartialScore", { attributes: [], children: EXPRESSIONS, unsupported: OTHER_EXPRESSIONS }],
  ["Constant", { attributes: ["dataType", "missing"], children: [] }],
  ["FieldRef", { attributes: ["field", "mapMissingTo"], children: [] }],
  [
    "Apply",
    {
      attributes: ["function", "mapMissingTo", "defaultValue", "invalidValueTreatment"],
      children: EXPRESSIONS,
      unsupported: OTHER_EXPRESSIONS,
    },
  ],
]);

/** Outputs that only name the score and its reasons. */
const PLAIN_OUTPUTS: readonly string[] = ["predictedValue", "reasonCode"];

/** Whether an element says nothing but how the score and the reason codes are called. */
function isPlainOutput({ name, children }: PmmlElement): boolean {
  return (
    name === "Output" &&
    children.every(({ attributes }) => PLAIN_OUTPUTS.includes(attributes["feature"] ?? "predictedValue"))
  );
}

/** Refuses what is not known of an element and of those inside it; notes what is left out. */
export function requireKnown(element: PmmlElement, isOurs: (extension: PmmlElement) => boolean): PmmlNote[] {
  const known = KNOWN.get(element.name);
  if (known === undefined) return refuseInvalid("unknown-element", element);
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name.startsWith("x-")) refuseUnsupported("attribute", element, { name, value });
    if (!known.attributes.includes(name)) refuseInvalid("unknown-attribute", element, { name });
  }
  return element.children.flatMap((child) => {
    const { name } = child;
    if (known.children.includes(name)) return requireKnown(child, isOurs);
    if (known.skipped?.includes(name) === true || isPlainOutput(child)) return [];
    if (name === "Extension") return isOurs(child) ? [] : [noteOf("element-ignored", child)];
    if (known.noted?.includes(name) === true) return [noteOf("element-ignored", child)];
    if (known.unsupported?.includes(name) === true) return refuseUnsupported("element", child);
    return refuseInvalid("unknown-element", child);
  });
}

/** The children of an element that have a name. */
export function childrenNamed(element: PmmlElement, name: string): readonly PmmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The one child of a name. */
export function readOnlyChild(element: PmmlElement, name: string): PmmlElement {
  const [child, second] = childrenNamed(element, name);
  if (second !== undefined) refuseInvalid("element-repeated", second);
  return child ?? refuseInvalid("element-missing", element, { name });
}

/** An attribute that has to be there. */
export function readAttribute(element: PmmlElement, name: string): string {
  return element.attributes[name] ?? refuseInvalid("attribute-missing", element, { name });
}

/** An attribute that is one of a few words; the first where it is absent. */
export function readWord<Word extends string>(element: PmmlElement, name: string, words: readonly Word[]): Word {
  const value = element.attributes[name] ?? words[0];
  return (
    words.find((word) => word === value) ?? refuseInvalid("malformed-value", element, { name, value: value ?? "" })
  );
}

/** Whether an attribute that is true or false is true. */
export function isTrue(element: PmmlElement, name: string, otherwise: boolean): boolean {
  const value = element.attributes[name] ?? String(otherwise);
  if (value === "true" || value === "1") return true;
  return value === "false" || value === "0" ? false : refuseInvalid("malformed-value", element, { name, value });
}
