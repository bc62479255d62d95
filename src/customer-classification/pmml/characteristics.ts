import type { DecimalString, ScaledInteger } from "../../core/index.ts";
import { sampleOfNumber, sampleOfWord, stretchesOf, type Stretch } from "./bands.ts";
import type { PmmlElement } from "./element.ts";
import { childrenNamed, readAttribute } from "./known-elements.ts";
import { isRate, readPartialScore, type PartialScore } from "./expressions.ts";
import type { PmmlField } from "./fields.ts";
import { readReal } from "./numbers.ts";
import {
  readLiteral,
  predicateAt,
  truthOf,
  type Literal,
  type Naming,
  type Predicate,
  type Sample,
} from "./predicates.ts";
import { refuseInvalid, refuseUnsupported } from "./refusals.ts";

/** An attribute of a characteristic: what it scores, for which values, and its reason code. */
export interface PmmlAttribute {
  readonly predicate: Predicate;
  readonly score: PartialScore;
  readonly code: string | null;
  readonly element: PmmlElement;
}

/** A characteristic as the document has it. */
export interface PmmlCharacteristic {
  readonly id: string;
  /** The one field it looks at; null when its attributes look at none. */
  readonly field: PmmlField | null;
  readonly attributes: readonly PmmlAttribute[];
  readonly literals: readonly Literal[];
  readonly code: string | null;
  readonly baseline: ScaledInteger | null;
  readonly element: PmmlElement;
}

/** Most values that the predicates of one characteristic name, and most attributes and predicates it has. */
const MAX_PARTS = 2000;

/** Refuses a field that is not there, or that is computed by the document. */
function refuseField(element: PmmlElement, name: string, derived: ReadonlySet<string>): never {
  if (derived.has(name)) refuseUnsupported("derived-field", element, { field: name });
  return refuseInvalid("unknown-field", element, { field: name });
}

function countOf(element: PmmlElement): number {
  return element.children.reduce((sum, child) => sum + countOf(child), 1);
}

/** The reason code of an element; null where it has none. */
function codeOf(element: PmmlElement): string | null {
  const { reasonCode = null } = element.attributes;
  if (reasonCode?.trim() === "") refuseInvalid("malformed-value", element, { name: "reasonCode", value: reasonCode });
  return reasonCode;
}

function readAttributeOf(element: PmmlElement, naming: Naming, code: string | null): PmmlAttribute {
  const [predicate, second] = element.children.flatMap((child) => predicateAt(child, naming) ?? []);
  if (predicate === undefined) return refuseInvalid("element-missing", element, { name: "SimplePredicate" });
  if (second !== undefined) refuseInvalid("element-repeated", element);
  return {
    predicate,
    score: readPartialScore(element, naming),
    code: codeOf(element) ?? code,
    element,
  };
}

/** Reads one characteristic, whose attributes look at one field. */
export function readCharacteristic(
  element: PmmlElement,
  id: string,
  fields: ReadonlyMap<string, PmmlField>,
  derived: ReadonlySet<string>,
): PmmlCharacteristic {
  if (countOf(element) > MAX_PARTS) refuseUnsupported("too-many", element, { limit: MAX_PARTS });
  const literals: Literal[] = [];
  let seen: PmmlField | null = null;
  const naming: Naming = {
    fieldAt: (at) => {
      const name = readAttribute(at, "field");
      const field = fields.get(name) ?? refuseField(at, name, derived);
      if (seen !== null && seen !== field) {
        refuseUnsupported("several-fields", element, { characteristic: id, values: [seen.name, name] });
      }
      return (seen = field);
    },
    keep: (literal) => {
      literals.push(literal);
      if (literals.length > MAX_PARTS) refuseUnsupported("too-many", element, { limit: MAX_PARTS });
    },
  };
  const { baselineScore } = element.attributes;
  const code = codeOf(element);
  const attributes = childrenNamed(element, "Attribute").map((child) => readAttributeOf(child, naming, code));
  if (attributes.length === 0) refuseInvalid("element-missing", element, { name: "Attribute" });
  const field = seen as PmmlField | null;
  if (field !== null && field.replacement !== null) {
    naming.keep(readLiteral(field.replacement, field, field.element, "missingValueReplacement"));
  }
  return {
    id,
    field,
    attributes,
    literals,
    code,
    baseline: baselineScore === undefined ? null : readReal(baselineScore, element, "baselineScore"),
    element,
  };
}

/** The attribute that answers for values, by its place in the document. */
export interface Answers {
  /** By stretch of a number. */
  readonly stretches: readonly Stretch<number>[];
  /** Edges of doubles that the document does not name. */
  readonly moved: readonly DecimalString[];
  /** By category, or of `false` and `true`. */
  readonly words: ReadonlyMap<string, number>;
  /** For a missing value; null when there is no answer, and so no score. */
  readonly missing: number | null;
  /** For a category nobody names; null when there is no answer. */
  readonly unknown: number | null;
  /** For a value of another kind; null when there is no answer. */
  readonly invalid: number | null;
}

/** No attribute is true: no value has that place in the document. */
const NONE = -1;

const orNone = (place: number): number | null => (place === NONE ? null : place);

/** The first attribute that is true for a sample. */
function firstTrue(characteristic: PmmlCharacteristic, sample: Sample): number {
  return characteristic.attributes.findIndex(({ predicate }) => truthOf(predicate, sample) === true);
}

function missingAnswer(characteristic: PmmlCharacteristic, field: PmmlField): number {
  if (field.refusesMissing) return NONE;
  const { literals, attributes } = characteristic;
  const literal = field.replacement === null ? undefined : literals.at(-1);
  const sample =
    literal === undefined
      ? null
      : literal.number === null
        ? sampleOfWord(literal.text)
        : sampleOfNumber(field, literals, literal);
  const place = firstTrue(characteristic, sample);
  const score = attributes[place]?.score;
  if (score === undefined || !isRate(score)) return place;
  // an expression over a missing value has no value, and the card no score
  if (literal === undefined) return NONE;
  return refuseUnsupported("missing-in-expression", characteristic.element, { characteristic: characteristic.id });
}

/** Refuses values for which no attribute is true: nothing would be scored, which no band can say. */
function requireNoGaps(characteristic: PmmlCharacteristic, field: PmmlField, { stretches, words }: Answers): void {
  const about = { characteristic: characteristic.id, field: field.name };
  const stretch = stretches.find(({ answer }) => answer === NONE);
  if (stretch !== undefined) {
    const { from, below } = stretch;
    refuseUnsupported("gap", characteristic.element, {
      ...about,
      ...(from === null ? {} : { from }),
      ...(below === null ? {} : { below }),
    });
  }
  const values = [...words].filter(([, place]) => place === NONE).map(([word]) => word);
  if (values.length > 0) refuseUnsupported("gap", characteristic.element, { ...about, values });
}

/** Which attribute answers for which values of the field; `categories` are those of the feature. */
export function answersOf(
  characteristic: PmmlCharacteristic,
  field: PmmlField,
  categories: readonly string[],
  exponent: number,
): Answers {
  const missing = missingAnswer(characteristic, field);
  const invalid = field.invalid === "asMissing" ? missing : NONE;
  const isOpen = field.values === null || field.invalid === "asIs";
  const isWord = field.kind === "category" || field.kind === "flag";
  const { stretches, moved } = isWord
    ? { stretches: [], moved: [] }
    : stretchesOf(
        field,
        characteristic.literals,
        exponent,
        (sample, isValid) => (isValid || field.invalid === "asIs" ? firstTrue(characteristic, sample) : invalid),
        characteristic.element,
      );
  const words = field.kind === "flag" ? ["false", "true"] : field.kind === "category" ? categories : [];
  // of the two values of a flag one may not be listed; the categories are those that are
  const isListed = (word: string): boolean => isOpen || field.kind === "category" || field.values.includes(word);
  const answers: Answers = {
    stretches,
    moved,
    words: new Map(
      words.map((word) => [word, isListed(word) ? firstTrue(characteristic, sampleOfWord(word)) : invalid]),
    ),
    missing: orNone(missing),
    unknown: orNone(isOpen ? firstTrue(characteristic, sampleOfWord(null)) : invalid),
    // an empty text is a text like any other for PMML, and no category for a card
    invalid: orNone(isOpen && field.kind === "category" ? firstTrue(characteristic, sampleOfWord("")) : invalid),
  };
  requireNoGaps(characteristic, field, answers);
  return answers;
}

/** The attribute of a characteristic that looks at no field. */
export function constantAnswer(characteristic: PmmlCharacteristic): number {
  const place = firstTrue(characteristic, null);
  if (place === NONE) refuseUnsupported("gap", characteristic.element, { characteristic: characteristic.id });
  return place;
}
