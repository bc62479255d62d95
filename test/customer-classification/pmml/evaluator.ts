import { parseXml, XmlElement } from "@rgrove/parse-xml";

/*
 * A plain evaluator of PMML scorecards, written from the text of the standard and nothing else, to hold what the library
 * writes and reads against. It knows only what the tests use.
 */

/** A value of a field: absent or null is missing. */
export type FieldValue = number | string | boolean | null | undefined;

/** What a scorecard says of one record: null when the result is invalid. */
export interface Evaluation {
  readonly score: number | null;
  /** Codes with the sum of their differences, in document order. */
  readonly differences: ReadonlyMap<string, number>;
}

const inside = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => child instanceof XmlElement);

const find = (element: XmlElement, name: string): XmlElement => {
  const found = inside(element).find((child) => child.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

type Fields = ReadonlyMap<string, { readonly type: string; readonly mining: XmlElement; readonly field: XmlElement }>;

/** What an invalid value, or a missing one, is: null for missing, undefined for an invalid result. */
function prepared(name: string, fields: Fields, record: Readonly<Record<string, FieldValue>>): FieldValue {
  const found = fields.get(name);
  if (found === undefined) throw new Error(`no field ${name}`);
  const { mining, field, type } = found;
  const replacement = mining.attributes["missingValueReplacement"];
  const missing = (): FieldValue => {
    if (replacement === undefined) return null;
    return type === "string" ? replacement : type === "boolean" ? replacement === "true" : Number(replacement);
  };
  const value = record[name] ?? null;
  if (value === null) return missing();
  const values = inside(field).filter((child) => child.name === "Value");
  const isValid =
    type === "boolean"
      ? typeof value === "boolean"
      : type === "string"
        ? typeof value === "string" && (values.length === 0 || values.some((one) => one.attributes["value"] === value))
        : typeof value === "number" && (type === "double" || Number.isInteger(value));
  if (isValid) return value;
  switch (mining.attributes["invalidValueTreatment"] ?? "returnInvalid") {
    case "asIs":
      return typeof value === "string" && type === "string" ? value : undefined;
    case "asMissing":
      return missing();
    default:
      return undefined;
  }
}

type ValueOf = (name: string) => FieldValue;

function truth(predicate: XmlElement, valueOf: ValueOf): boolean | null {
  const { field = "", operator = "", value = "", booleanOperator = "" } = predicate.attributes;
  switch (predicate.name) {
    case "True":
      return true;
    case "False":
      return false;
    case "SimplePredicate": {
      const own = valueOf(field) ?? null;
      if (operator === "isMissing") return own === null;
      if (operator === "isNotMissing") return own !== null;
      if (own === null) return null;
      const other = typeof own === "number" ? Number(value) : typeof own === "boolean" ? value === "true" : value;
      const orders: Readonly<Record<string, boolean>> = {
        equal: own === other,
        notEqual: own !== other,
        lessThan: own < other,
        lessOrEqual: own <= other,
        greaterThan: own > other,
        greaterOrEqual: own >= other,
      };
      return orders[operator] ?? null;
    }
    case "SimpleSetPredicate": {
      const own = valueOf(field) ?? null;
      if (own === null) return null;
      const entries = [...find(predicate, "Array").text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('\\"', '"') ?? plain ?? "",
      );
      const isIn = entries.some((entry) => (typeof own === "number" ? Number(entry) === own : entry === String(own)));
      return (booleanOperator === "isIn") === isIn;
    }
    default: {
      const truths = inside(predicate).map((part) => truth(part, valueOf));
      const unknown = truths.includes(null);
      switch (booleanOperator) {
        case "and":
          return truths.includes(false) ? false : unknown ? null : true;
        case "or":
          return truths.includes(true) ? true : unknown ? null : false;
        case "xor":
          return unknown ? null : truths.reduce<boolean>((odd, one) => odd !== (one === true), false);
        default:
          return truths.find((one) => one !== null) ?? null;
      }
    }
  }
}

function evaluated(expression: XmlElement, valueOf: ValueOf): number | null {
  if (expression.name === "Constant") return Number(expression.text);
  if (expression.name === "FieldRef") {
    const value = valueOf(expression.attributes["field"] ?? "");
    return typeof value === "number" ? value : null;
  }
  const [a = null, b = null] = inside(expression).map((part) => evaluated(part, valueOf));
  const called = expression.attributes["function"] ?? "";
  if (a === null) return null;
  if (called === "floor") return Math.floor(a);
  if (b === null) return null;
  const results: Readonly<Record<string, number>> = {
    "+": a + b,
    "-": a - b,
    "*": a * b,
    "/": a / b,
    min: Math.min(a, b),
    max: Math.max(a, b),
  };
  return results[called] ?? Number.NaN;
}

/** The scorecard of a document as a function of records. */
export function evaluatorOf(xml: string): (record: Readonly<Record<string, FieldValue>>) => Evaluation {
  const { root } = parseXml(xml);
  if (root === null) throw new Error("no root");
  const scorecard = find(root, "Scorecard");
  const dictionary = inside(find(root, "DataDictionary"));
  const fields: Fields = new Map(
    inside(find(scorecard, "MiningSchema")).flatMap((mining) => {
      const { name = "", usageType = "active" } = mining.attributes;
      const field = dictionary.find((one) => one.attributes["name"] === name);
      if (usageType !== "active" || field === undefined) return [];
      return [[name, { mining, field, type: field.attributes["dataType"] ?? "" }]];
    }),
  );
  const {
    initialScore = "0",
    reasonCodeAlgorithm = "pointsBelow",
    useReasonCodes,
    baselineScore,
  } = scorecard.attributes;
  const characteristics = inside(find(scorecard, "Characteristics"));
  return (record) => {
    const differences = new Map<string, number>();
    const values = new Map([...fields.keys()].map((name) => [name, prepared(name, fields, record)]));
    if ([...values.values()].includes(undefined)) return { score: null, differences };
    const valueOf: ValueOf = (name) => values.get(name);
    let score = Number(initialScore);
    for (const characteristic of characteristics) {
      const attribute = inside(characteristic).find((one) =>
        inside(one).some((part) => part.name !== "ComplexPartialScore" && truth(part, valueOf) === true),
      );
      if (attribute === undefined) return { score: null, differences };
      const complex = inside(attribute).find((part) => part.name === "ComplexPartialScore");
      const [expression] = complex === undefined ? [] : inside(complex);
      const points =
        expression === undefined ? Number(attribute.attributes["partialScore"]) : evaluated(expression, valueOf);
      if (points === null) return { score: null, differences };
      score += points;
      if (useReasonCodes === "false") continue;
      const code = attribute.attributes["reasonCode"] ?? characteristic.attributes["reasonCode"] ?? "";
      const below = Number(characteristic.attributes["baselineScore"] ?? baselineScore) - points;
      differences.set(code, (differences.get(code) ?? 0) + (reasonCodeAlgorithm === "pointsBelow" ? below : -below));
    }
    return { score, differences };
  };
}
