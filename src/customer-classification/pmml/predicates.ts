import type { ScaledInteger } from "../../core/index.ts";
import type { PmmlElement } from "./element.ts";
import { readAttribute, readOnlyChild, readWord } from "./known-elements.ts";
import { tryBoolean, type PmmlField } from "./fields.ts";
import { readReal } from "./numbers.ts";
import { refuseInvalid, refuseUnsupported } from "./refusals.ts";

/** A value that a predicate names: a category as it is, a number exactly. */
export interface Literal {
  readonly text: string;
  readonly number: ScaledInteger | null;
}

/** The truth of a predicate; null where a value is missing. */
export type Truth = boolean | null;

/** A value a predicate is tried on: how a literal compares with it (below, equal, above), or null when it is missing. */
export type Sample = ((literal: Literal) => number) | null;

const COMPARISONS = {
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
  lessThan: (order) => order < 0,
  lessOrEqual: (order) => order <= 0,
  greaterThan: (order) => order > 0,
  greaterOrEqual: (order) => order >= 0,
} as const satisfies Record<string, (order: number) => boolean>;

const OPERATORS = [
  "equal",
  "notEqual",
  "lessThan",
  "lessOrEqual",
  "greaterThan",
  "greaterOrEqual",
  "isMissing",
  "isNotMissing",
] as const;
const CONNECTIVES = ["and", "or", "xor", "surrogate"] as const;
const MEMBERSHIPS = ["isIn", "isNotIn"] as const;

/** A predicate of one field. */
export type Predicate =
  | { readonly test: "constant"; readonly is: boolean }
  | { readonly test: "missing"; readonly is: boolean }
  | { readonly test: "compare"; readonly operator: keyof typeof COMPARISONS; readonly literal: Literal }
  | { readonly test: "member"; readonly is: boolean; readonly literals: readonly Literal[] }
  | {
      readonly test: "compound";
      readonly operator: (typeof CONNECTIVES)[number];
      readonly of: readonly Predicate[];
    };

/** What predicates and expressions of one characteristic name. */
export interface Naming {
  /** The field by name, or a refusal at the element that names it. */
  readonly fieldAt: (element: PmmlElement) => PmmlField;
  /** Keeps a literal. */
  readonly keep: (literal: Literal) => void;
}

/** What a text stands for as a value of a field. */
export function readLiteral(text: string, field: PmmlField, element: PmmlElement, name: string): Literal {
  switch (field.kind) {
    case "category":
      return { text, number: null };
    case "flag":
      return {
        text: tryBoolean(text) ?? refuseInvalid("malformed-value", element, { name, value: text }),
        number: null,
      };
    case "money":
    case "number":
    case "integer":
      return { text, number: readReal(text, element, name) };
  }
}

/** The entries of an array as PMML writes them: apart by blanks, in quotation marks where they have blanks. */
function readArray(element: PmmlElement): readonly string[] {
  const entries: string[] = [];
  const entry = /\s*(?:"((?:[^"\\]|\\[\s\S])*)"(?=\s|$)|([^\s"]+)(?=\s|$))/y;
  const text = element.text.trimEnd();
  while (entry.lastIndex < text.length) {
    const at = entry.lastIndex;
    const [match, quoted, plain = ""] = entry.exec(text) ?? [];
    if (match === undefined) return refuseInvalid("malformed-value", element, { value: text.slice(at, at + 40) });
    entries.push(quoted === undefined ? plain : quoted.replaceAll('\\"', '"'));
  }
  const { n } = element.attributes;
  if (n !== undefined && n.trim() !== String(entries.length)) {
    refuseInvalid("malformed-value", element, { name: "n", value: n });
  }
  return entries;
}

function readSimple(element: PmmlElement, naming: Naming): Predicate {
  const field = naming.fieldAt(element);
  readAttribute(element, "operator");
  const operator = readWord(element, "operator", OPERATORS);
  if (operator === "isMissing" || operator === "isNotMissing") return { test: "missing", is: operator === "isMissing" };
  const isOrdered = field.kind !== "category" && field.kind !== "flag";
  if (!isOrdered && operator !== "equal" && operator !== "notEqual") {
    refuseUnsupported("operator", element, { field: field.name, value: operator });
  }
  const literal = readLiteral(readAttribute(element, "value"), field, element, "value");
  naming.keep(literal);
  return { test: "compare", operator, literal };
}

function readMembership(element: PmmlElement, naming: Naming): Predicate {
  const field = naming.fieldAt(element);
  readAttribute(element, "booleanOperator");
  const is = readWord(element, "booleanOperator", MEMBERSHIPS) === "isIn";
  const array = readOnlyChild(element, "Array");
  const literals = readArray(array).map((text) => readLiteral(text, field, array, "Array"));
  for (const literal of literals) naming.keep(literal);
  return { test: "member", is, literals };
}

/** The predicate that an element is; null for another element. */
export function predicateAt(element: PmmlElement, naming: Naming): Predicate | null {
  switch (element.name) {
    case "True":
      return { test: "constant", is: true };
    case "False":
      return { test: "constant", is: false };
    case "SimplePredicate":
      return readSimple(element, naming);
    case "SimpleSetPredicate":
      return readMembership(element, naming);
    case "CompoundPredicate": {
      readAttribute(element, "booleanOperator");
      const operator = readWord(element, "booleanOperator", CONNECTIVES);
      const of = element.children.flatMap((child) => predicateAt(child, naming) ?? []);
      if (of.length === 0) refuseInvalid("element-missing", element, { name: "SimplePredicate" });
      return { test: "compound", operator, of };
    }
    default:
      return null;
  }
}

/** Of several truths: any that settles the matter, then any that is open, then the other. */
function settled(truths: readonly Truth[], settles: boolean): Truth {
  if (truths.includes(settles)) return settles;
  return truths.includes(null) ? null : !settles;
}

function joined(operator: (typeof CONNECTIVES)[number], truths: readonly Truth[]): Truth {
  switch (operator) {
    case "and":
      return settled(truths, false);
    case "or":
      return settled(truths, true);
    case "xor":
      return truths.includes(null) ? null : truths.filter((truth) => truth === true).length % 2 === 1;
    case "surrogate":
      return truths.find((truth) => truth !== null) ?? null;
  }
}

/** The truth of a predicate for a value, or for a missing one. */
export function truthOf(predicate: Predicate, sample: Sample): Truth {
  switch (predicate.test) {
    case "constant":
      return predicate.is;
    case "missing":
      return (sample === null) === predicate.is;
    case "compare":
      return sample === null ? null : COMPARISONS[predicate.operator](sample(predicate.literal));
    case "member":
      return sample === null ? null : predicate.literals.some((literal) => sample(literal) === 0) === predicate.is;
    case "compound":
      return joined(
        predicate.operator,
        predicate.of.map((part) => truthOf(part, sample)),
      );
  }
}
