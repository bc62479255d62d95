import { currencyExponent } from "../../money/index.ts";
import { powerOfTen, refuse } from "../../core/inner.ts";
import type { Axis } from "../classes.ts";
import type { FeatureDefinition } from "../card/feature-definition.ts";
import { attainablePoints } from "../card/attainable.ts";
import { MAX_CHARACTERISTICS, prepareScorecard } from "../card/prepare.ts";
import type { Scorecard } from "../card/scorecard.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { readCharacteristic, type PmmlCharacteristic } from "./characteristics.ts";
import { readDocument } from "./document.ts";
import type { PmmlElement } from "./element.ts";
import { requireKnown, childrenNamed, isTrue, readOnlyChild, readWord } from "./known-elements.ts";
import { isOurs, writtenIn } from "./extension.ts";
import { MAX_VALUES, readFields, type PmmlField, type PmmlFields } from "./fields.ts";
import {
  DEFAULT_MAX_DEPTH,
  DEFAULT_MAX_LENGTH,
  readOptions,
  requireNoOverrides,
  requireNamed,
  type FromPmmlOptions,
} from "./options.ts";
import { digitsNeeded, draftOf, initialLine, initialNameOf, reasonLineOf, type Parts } from "./parts.ts";
import { PMML_BASELINE_METHODS, PMML_REASON_CODE_ALGORITHMS, type PmmlReasonCodes } from "./reason-codes.ts";
import { noteOf, refuseInvalid, refuseUnsupported, type PmmlNote } from "./refusals.ts";

/** A scorecard of PMML as a card. */
export interface PmmlScorecard {
  readonly card: Scorecard;
  /** The power of ten by which the points of the document are multiplied, so that they are whole. */
  readonly scale: number;
  /** Null when the document gives no reason codes. */
  readonly reasonCodes: PmmlReasonCodes | null;
  /** What was assumed, moved or left out; empty when nothing was. */
  readonly notes: readonly PmmlNote[];
}

const CODE = "customer-classification/invalid-pmml-options" satisfies CustomerClassificationErrorCode;

/** Most values that the predicates of a document name: each is compared with the others of its characteristic. */
const MAX_LITERALS = 20_000;

const DEFAULT_AXIS: Axis = "strength";

/** Names of the fields that the document computes. */
function derivedNames(root: PmmlElement, scorecard: PmmlElement): ReadonlySet<string> {
  const places = [
    ...childrenNamed(root, "TransformationDictionary"),
    ...childrenNamed(scorecard, "LocalTransformations"),
  ];
  const derived = places.flatMap((place) => childrenNamed(place, "DerivedField"));
  return new Set(derived.flatMap(({ attributes }) => attributes["name"] ?? []));
}

/** The names of the fields that predicates and expressions look at. */
function fieldsNamed(element: PmmlElement): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = ({ attributes, children }: PmmlElement): void => {
    const { field } = attributes;
    if (field !== undefined) names.add(field);
    children.forEach(visit);
  };
  childrenNamed(element, "Characteristics").forEach(visit);
  return names;
}

/** The characteristics in their order, each with a name of its own. */
function readCharacteristics(
  scorecard: PmmlElement,
  fields: ReadonlyMap<string, PmmlField>,
  derived: ReadonlySet<string>,
): readonly PmmlCharacteristic[] {
  const parent = readOnlyChild(scorecard, "Characteristics");
  const elements = childrenNamed(parent, "Characteristic");
  if (elements.length === 0) refuseInvalid("element-missing", parent, { name: "Characteristic" });
  if (elements.length > MAX_CHARACTERISTICS) {
    refuseUnsupported("too-many", parent, { name: "Characteristic", limit: MAX_CHARACTERISTICS });
  }
  const ids = new Set<string>();
  let literals = 0;
  return elements.map((element, index) => {
    const id = element.attributes["name"] ?? `characteristic-${String(index + 1)}`;
    if (id.trim() === "") refuseInvalid("malformed-value", element, { name: "name", value: id });
    if (ids.has(id)) refuseInvalid("name-repeated", element, { name: id });
    ids.add(id);
    const characteristic = readCharacteristic(element, id, fields, derived);
    literals += characteristic.literals.length;
    if (literals > MAX_LITERALS) refuseUnsupported("too-many", parent, { limit: MAX_LITERALS });
    return characteristic;
  });
}

/** The categories of a field: those it lists, and those named where it lists none or takes others as they are. */
function categoriesOf(field: PmmlField, characteristics: readonly PmmlCharacteristic[]): readonly string[] {
  if (field.kind !== "category") return [];
  const named =
    field.values !== null && field.invalid !== "asIs"
      ? []
      : characteristics.flatMap((one) => (one.field === field ? one.literals.map(({ text }) => text) : []));
  const values = new Set([...(field.values ?? []), ...named.filter((text) => text !== "")]);
  if (values.size > MAX_VALUES) refuseUnsupported("too-many", field.element, { name: "Value", limit: MAX_VALUES });
  if (values.size === 0) refuseUnsupported("field-type", field.element, { name: "Value" });
  return [...values];
}

function featureOf(field: PmmlField, categories: readonly string[], options: FromPmmlOptions): FeatureDefinition {
  const base = { group: "account", sensitive: false, ...options.features?.[field.name] } as const;
  switch (field.kind) {
    case "category":
      return { kind: "category", values: categories, ...base };
    case "money":
      return { kind: "money", ...base };
    case "flag":
      return { kind: "flag", ...base };
    case "number":
    case "integer":
      return { kind: field.kind, ...base };
  }
}

/** Notes on what was assumed or is not used. */
function assumptions(parts: Parts, unused: PmmlFields["unused"], options: FromPmmlOptions): PmmlNote[] {
  const { scorecard, used, scale } = parts;
  const factor = powerOfTen(scale.digits);
  const unsaid = used.filter(({ name }) => options.features?.[name] === undefined);
  return [
    ...(factor === 1 ? [] : [noteOf("scores-scaled", scorecard, { scale: factor })]),
    ...(options.axes === undefined ? [noteOf("axis-assumed", scorecard, { value: DEFAULT_AXIS })] : []),
    ...(unsaid.length === 0 ? [] : [noteOf("feature-assumed", scorecard, { values: unsaid.map(({ name }) => name) })]),
    ...[...unused].map(([field, element]) => noteOf("field-unused", element, { field })),
  ];
}

function envelopeOf(
  scorecard: PmmlElement,
  { policy = {} }: FromPmmlOptions,
): Omit<Scorecard, "features" | "characteristics" | "rules" | "core"> {
  const { modelName = "" } = scorecard.attributes;
  const name = modelName.trim() === "" ? "pmml.scorecard" : modelName;
  return {
    id: name,
    version: "1",
    status: "house",
    effectiveFrom: "2000-01-01",
    sources: [`PMML scorecard ${name}`],
    ...policy,
  };
}

/** Refuses what changes the score as a whole. */
function requireRegression(scorecard: PmmlElement): void {
  const { functionName } = scorecard.attributes;
  if (functionName === undefined) refuseInvalid("attribute-missing", scorecard, { name: "functionName" });
  if (functionName !== "regression")
    refuseUnsupported("attribute", scorecard, { name: "functionName", value: functionName });
  if (!isTrue(scorecard, "isScorable", true))
    refuseUnsupported("attribute", scorecard, { name: "isScorable", value: "false" });
}

/** The axis of each line, as the options say. */
function axesBy(
  { axes = DEFAULT_AXIS }: FromPmmlOptions,
  characteristics: readonly PmmlCharacteristic[],
): Parts["axisOf"] {
  if (typeof axes === "string") return () => axes;
  const ids = characteristics.map(({ id }) => id);
  requireNamed(Object.keys(axes), [...ids, initialNameOf(characteristics)], ["options", "axes"]);
  return (id) =>
    (Object.hasOwn(axes, id) ? axes[id] : null) ?? refuse(CODE, ["options", "axes", id], "no axis", { known: ids });
}

/** A core test that no rule asks for: the most points there are. */
const unaskedCore = (card: Scorecard): Scorecard["core"] => [
  { test: "total", atLeast: attainablePoints(card).total.max },
];

/** Takes a document without an extension of this library apart. */
function readScorecard(
  root: PmmlElement,
  scorecard: PmmlElement,
  options: FromPmmlOptions,
): Omit<PmmlScorecard, "notes"> & { readonly notes: PmmlNote[] } {
  const { currency } = options;
  requireRegression(scorecard);
  const dictionary = readOnlyChild(root, "DataDictionary");
  const schema = readOnlyChild(scorecard, "MiningSchema");
  const { used: fields, unused } = readFields(dictionary, schema, fieldsNamed(scorecard), currency?.fields ?? []);
  const names = [...fields.keys(), ...unused.keys()];
  requireNamed(currency?.fields ?? [], names, ["options", "currency", "fields"]);
  requireNamed(Object.keys(options.features ?? {}), names, ["options", "features"]);

  const characteristics = readCharacteristics(scorecard, fields, derivedNames(root, scorecard));
  const used = [...fields.values()];
  const exponent = currency === undefined ? 0 : currencyExponent(currency.code);
  const withReasons = isTrue(scorecard, "useReasonCodes", true);
  const parts: Parts = {
    scorecard,
    characteristics,
    used,
    scale: { digits: digitsNeeded(scorecard, characteristics, exponent, withReasons), exponent },
    categories: new Map(used.map((field) => [field, categoriesOf(field, characteristics)])),
    axisOf: axesBy(options, characteristics),
    withReasons,
  };
  const drafts = characteristics.map((characteristic) => ({ characteristic, draft: draftOf(characteristic, parts) }));
  const lines = drafts.map(({ draft }) => draft.line);
  const initial = initialLine(parts);
  const reasonCodes: PmmlReasonCodes | null = withReasons
    ? {
        algorithm: readWord(scorecard, "reasonCodeAlgorithm", PMML_REASON_CODE_ALGORITHMS),
        baselineMethod: readWord(scorecard, "baselineMethod", PMML_BASELINE_METHODS),
        lines: drafts.map(({ characteristic, draft }) => reasonLineOf(characteristic, draft, parts)),
      }
    : null;
  const whole: Scorecard = {
    ...envelopeOf(scorecard, options),
    ...(used.some(({ kind }) => kind === "money") && currency !== undefined ? { currency: currency.code } : {}),
    features: Object.fromEntries(
      used.map((field) => [field.name, featureOf(field, parts.categories.get(field) ?? [], options)]),
    ),
    characteristics: [...initial, ...lines],
    rules: options.rules ?? [],
    core: options.core ?? [],
    ...(options.levels === undefined ? {} : { levels: options.levels }),
  };
  const card = options.core === undefined ? { ...whole, core: unaskedCore(whole) } : whole;
  prepareScorecard(card);
  if (options.core === undefined && card.rules.some(({ type }) => type === "existing-high-quality")) {
    refuse(CODE, ["options", "core"], "a rule makes existing high-quality customers, of whom the core test asks", {});
  }
  return {
    card,
    scale: powerOfTen(parts.scale.digits),
    reasonCodes,
    notes: [
      ...assumptions(parts, unused, options),
      ...initial.map(({ id }) => noteOf("initial-score", scorecard, { characteristic: id })),
      ...drafts.flatMap(({ draft }) => draft.notes),
    ],
  };
}

/**
 * Reads a `Scorecard` of PMML 4.1 to 4.4 as a card that gives exactly its scores, except for doubles next to 0, or refuses it by
 * name.
 *
 * Of several attributes of a characteristic the first that is true in the order of the document decides, for every value
 * there is: overlaps are resolved, an edge that includes its number (`lessOrEqual`) moves to the next one that can be
 * (the next whole number, the next minor unit, the next double; after 0, where the next double has too many digits for an
 * edge, 10^-78, so that a double above 0 and below that counts as 0), and values that no attribute is true for are refused as a
 * gap, because there the document has no score and a card always has a band. A missing value without an attribute
 * for it makes the score `insufficient-data`. Points with decimals are multiplied by one power of ten. An initial score
 * becomes a line that gives everybody the same.
 *
 * Treatments of missing and invalid values are followed (`missingValueReplacement`, `asMissing`, `asIs`). Points may be in
 * proportion to one amount or whole number (`*`, `/`, and `min`, `max`, `floor` around them); a quotient of two
 * of type integer has to be whole, because engines cut off the rest. Refused by name are other expressions, computed fields,
 * characteristics of several fields, targets, treatments of outliers, and other models. Where engines differ, this follows
 * jpmml.
 *
 * A document that `toPmml` wrote has the whole card in it, which is returned if the scorecard still says the same.
 *
 * The text is parsed without entities; one with a document type, longer than `maxLength` or deeper than `maxDepth` is
 * refused before that.
 *
 * @param xml - the document
 * @param options - what the document does not say: axes, rules, core, levels, currency, envelope
 * @returns the card, the power of ten its points were multiplied by, its reason codes and notes
 * @throws `customer-classification/invalid-pmml` for a text that is not such a document; path and `details.element` say where
 * @throws `customer-classification/unsupported-pmml` for what a card cannot hold exactly
 * @throws `customer-classification/invalid-pmml-options` for options that are not, that name what the document does not
 * have, or that say again what it says itself
 * @throws `customer-classification/invalid-card` when rules, core or levels do not fit the card, and `core/invalid-policy` and
 * `core/invalid-date` when its envelope does not
 * @see https://dmg.org/pmml/v4-4/Scorecard.html
 * @example
 * import { scoreRecord } from "relationship-banking/customer-classification";
 * const xml = `<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
 *   <DataDictionary><DataField name="products" optype="continuous" dataType="integer"/></DataDictionary>
 *   <Scorecard functionName="regression" modelName="products" useReasonCodes="false">
 *     <MiningSchema><MiningField name="products"/></MiningSchema>
 *     <Characteristics><Characteristic name="products">
 *       <Attribute partialScore="2.5"><SimplePredicate field="products" operator="lessOrEqual" value="3"/></Attribute>
 *       <Attribute partialScore="10"><True/></Attribute>
 *     </Characteristic></Characteristics>
 *   </Scorecard></PMML>`;
 * const { card, scale } = fromPmml(xml, { axes: "closeness" });
 * scale // => 10
 * const score = scoreRecord(card, { products: 3 }, { asOf: "2026-03-31" });
 * score.status === "scored" && score.score // => 25
 * fromPmml("<PMML>") // throws customer-classification/invalid-pmml
 * @since 0.1.0
 */
export function fromPmml(xml: string, options: FromPmmlOptions = {}): PmmlScorecard {
  const { maxLength = DEFAULT_MAX_LENGTH, maxDepth = DEFAULT_MAX_DEPTH, extension = "read" } = readOptions(options);
  const limits = { maxLength, maxDepth };
  const root = readDocument(xml, limits);
  const notes = requireKnown(root, (child) => extension === "read" && isOurs(child));
  const scorecard = readOnlyChild(root, "Scorecard");
  const written = extension === "read" ? writtenIn(root, scorecard, limits) : null;
  if (written !== null) {
    requireNoOverrides(options);
    return { ...written, notes };
  }
  const read = readScorecard(root, scorecard, options);
  return { ...read, notes: [...notes, ...read.notes] };
}
