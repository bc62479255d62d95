import type { ScaledInteger } from "../../core/index.ts";
import type { FeatureKind } from "../card/feature-definition.ts";
import type { PmmlElement } from "./element.ts";
import { childrenNamed, readAttribute, readWord } from "./known-elements.ts";
import { readReal } from "./numbers.ts";
import { refuseInvalid, refuseUnsupported } from "./refusals.ts";

/** Values of a number that are valid; an end that is absent is open. */
export interface ValidRange {
  readonly low: ScaledInteger | null;
  readonly high: ScaledInteger | null;
  readonly withLow: boolean;
  readonly withHigh: boolean;
}

/** What becomes of a value that is not valid. */
const INVALID_TREATMENTS = ["returnInvalid", "asIs", "asMissing"] as const;

/** A field that characteristics may look at. */
export interface PmmlField {
  readonly name: string;
  readonly kind: FeatureKind;
  /** The categories, or the truth values, that are listed; null where any is valid. */
  readonly values: readonly string[] | null;
  readonly ranges: readonly ValidRange[];
  readonly invalid: (typeof INVALID_TREATMENTS)[number];
  /** What a missing value is taken for; null when it stays missing. */
  readonly replacement: string | null;
  /** Whether a missing value makes the result invalid. */
  readonly refusesMissing: boolean;
  readonly element: PmmlElement;
}

/** Most categories of a field. */
export const MAX_VALUES = 1000;

const OPERATION_TYPES = ["categorical", "ordinal", "continuous"] as const;
const CLOSURES = ["openClosed", "openOpen", "closedOpen", "closedClosed"] as const;
const MISSING_TREATMENTS = ["asIs", "asMean", "asMode", "asMedian", "asValue", "returnInvalid"] as const;
const USAGES = [
  "active",
  "predicted",
  "target",
  "supplementary",
  "group",
  "order",
  "frequencyWeight",
  "analysisWeight",
] as const;

/** Types of fields that features can have. */
const KIND_OF_TYPE: ReadonlyMap<string, FeatureKind> = /* @__PURE__ */ new Map<string, FeatureKind>([
  ["string", "category"],
  ["boolean", "flag"],
  ["integer", "integer"],
  ["double", "number"],
]);

/** A truth value as XML writes it; null for anything else. */
export function tryBoolean(text: string): "true" | "false" | null {
  if (text === "true" || text === "1") return "true";
  return text === "false" || text === "0" ? "false" : null;
}

function readRange(element: PmmlElement): ValidRange {
  const { leftMargin, rightMargin } = element.attributes;
  readAttribute(element, "closure");
  const closure = readWord(element, "closure", CLOSURES);
  return {
    low: leftMargin === undefined ? null : readReal(leftMargin, element, "leftMargin"),
    high: rightMargin === undefined ? null : readReal(rightMargin, element, "rightMargin"),
    withLow: closure.startsWith("closed"),
    withHigh: closure.endsWith("Closed"),
  };
}

function readKind(element: PmmlElement, isMoney: boolean): FeatureKind {
  const type = readAttribute(element, "dataType");
  readAttribute(element, "optype");
  const optype = readWord(element, "optype", OPERATION_TYPES);
  const kind = KIND_OF_TYPE.get(type);
  const isNumber = kind === "integer" || kind === "number";
  // numbers that are mere names, and categories in an order, are neither amounts nor categories of a card
  if (kind === undefined || optype !== (isNumber ? "continuous" : "categorical") || (isMoney && !isNumber)) {
    return refuseUnsupported("field-type", element, { value: `${type}, ${optype}` });
  }
  return isMoney ? "money" : kind;
}

/** The categories or truth values a field lists; none when it lists none. */
function readValues(element: PmmlElement, kind: FeatureKind): readonly string[] {
  const values = new Set<string>();
  for (const child of childrenNamed(element, "Value")) {
    const { property = "valid" } = child.attributes;
    if (property !== "valid") refuseUnsupported("attribute", child, { name: "property", value: property });
    if (kind !== "category" && kind !== "flag") refuseUnsupported("element", child);
    if (values.size === MAX_VALUES) refuseUnsupported("too-many", element, { name: "Value", limit: MAX_VALUES });
    const text = readAttribute(child, "value");
    const value =
      kind === "flag"
        ? (tryBoolean(text) ?? refuseInvalid("malformed-value", child, { name: "value", value: text }))
        : text;
    if (value === "") refuseUnsupported("name", child, { name: "value", value });
    if (values.has(value)) refuseInvalid("name-repeated", child, { name: value });
    values.add(value);
  }
  return [...values];
}

/** Refuses a treatment of a field that would change scores and that no card has. */
function requireNoTreatments(mining: PmmlElement, declared: PmmlElement): void {
  const { outliers = "asIs", invalidValueReplacement, optype } = mining.attributes;
  if (outliers !== "asIs") refuseUnsupported("attribute", mining, { name: "outliers", value: outliers });
  if (invalidValueReplacement !== undefined) {
    refuseUnsupported("attribute", mining, { name: "invalidValueReplacement", value: invalidValueReplacement });
  }
  if (optype !== undefined && optype !== declared.attributes["optype"]) {
    refuseUnsupported("attribute", mining, { name: "optype", value: optype });
  }
}

function readInvalidTreatment(mining: PmmlElement): PmmlField["invalid"] {
  const { invalidValueTreatment: value } = mining.attributes;
  if (value === "asValue") return refuseUnsupported("attribute", mining, { name: "invalidValueTreatment", value });
  return readWord(mining, "invalidValueTreatment", INVALID_TREATMENTS);
}

function fieldOf(mining: PmmlElement, element: PmmlElement, isMoney: boolean): PmmlField {
  requireNoTreatments(mining, element);
  const kind = readKind(element, isMoney);
  const ranges = childrenNamed(element, "Interval");
  if (ranges.length > MAX_VALUES) refuseUnsupported("too-many", element, { name: "Interval", limit: MAX_VALUES });
  if (ranges[0] !== undefined && (kind === "category" || kind === "flag")) refuseUnsupported("element", ranges[0]);
  const values = readValues(element, kind);
  const name = readAttribute(element, "name");
  // every object has it, so that a record without a value would seem to have one
  if (name in {}) refuseUnsupported("name", element, { name: "name", value: name });
  return {
    name,
    kind,
    values: values.length > 0 ? values : null,
    ranges: ranges.map(readRange),
    invalid: readInvalidTreatment(mining),
    replacement: mining.attributes["missingValueReplacement"] ?? null,
    refusesMissing: readWord(mining, "missingValueTreatment", MISSING_TREATMENTS) === "returnInvalid",
    element,
  };
}

/** Elements by the name each of them has; no two have the same. */
function byName(elements: readonly PmmlElement[]): ReadonlyMap<string, PmmlElement> {
  const named = new Map<string, PmmlElement>();
  for (const element of elements) {
    const name = readAttribute(element, "name");
    if (name === "") refuseInvalid("malformed-value", element, { name: "name", value: name });
    if (named.has(name)) refuseInvalid("name-repeated", element, { name });
    named.set(name, element);
  }
  return named;
}

/** The active fields of a scorecard. */
export interface PmmlFields {
  /** Those that are looked at by name; the first where none is. */
  readonly used: ReadonlyMap<string, PmmlField>;
  /** The others: whatever they are, they change no score. */
  readonly unused: ReadonlyMap<string, PmmlElement>;
}

/** The active fields, of which those in `looked` are looked at and those in `amounts` are money. */
export function readFields(
  dictionary: PmmlElement,
  schema: PmmlElement,
  looked: ReadonlySet<string>,
  amounts: readonly string[],
): PmmlFields {
  const declared = byName(childrenNamed(dictionary, "DataField"));
  const used = new Map<string, PmmlField>();
  const unused = new Map<string, PmmlElement>();
  for (const [name, mining] of byName(childrenNamed(schema, "MiningField"))) {
    const element = declared.get(name) ?? refuseInvalid("unknown-field", mining, { field: name });
    if (readWord(mining, "usageType", USAGES) !== "active") continue;
    const isUsed = looked.has(name) || (looked.size === 0 && used.size === 0);
    if (isUsed) used.set(name, fieldOf(mining, element, amounts.includes(name)));
    else unused.set(name, element);
  }
  return { used, unused };
}
