import type { DecimalString, Path } from "../../core/index.ts";
import { policyPoints, valuePoints } from "../card/attainable.ts";
import type { Characteristic, LackingPolicy, LinearCharacteristic } from "../card/characteristic.ts";
import { resolveEdge } from "../card/edges.ts";
import type { FeatureDefinition } from "../card/feature-definition.ts";
import { MAX_POINTS } from "../ledger/codes.ts";
import type { PmmlReasonLine } from "./reason-codes.ts";
import { node, readWritable, type XmlNode } from "./xml-text.ts";

/*
 * The attributes of a line of a card: one for each band, group or state that has points, and none for what the card
 * rejects or leaves open, so that no engine gives a score where the card gives none.
 */

/** Who is scored: the flag that says who is a customer, and what the line asks of it. */
export interface CustomerGuard {
  readonly flag: string;
  /** Whether the line is for customers only; otherwise the flag is only asked to be there. */
  readonly isForCustomers: boolean;
}

/** What a line is written with. */
interface WrittenLine {
  readonly line: Characteristic;
  readonly feature: FeatureDefinition;
  readonly exponent: number;
  /** Writes points of the card as points of the document. */
  readonly write: (points: number) => string;
  readonly guard: CustomerGuard | null;
  readonly reasons: PmmlReasonLine | null;
}

const simple = (field: string, operator: string, value?: string): XmlNode =>
  node("SimplePredicate", { field, operator, value });

const compound = (booleanOperator: "and" | "or", parts: readonly XmlNode[]): XmlNode =>
  node("CompoundPredicate", { booleanOperator }, parts);

/** A predicate under the guard of its line. */
function guarded(predicate: XmlNode, guard: CustomerGuard | null): XmlNode {
  if (guard === null) return predicate;
  const { flag, isForCustomers } = guard;
  return compound("and", [isForCustomers ? simple(flag, "equal", "true") : simple(flag, "isNotMissing"), predicate]);
}

function bandPredicate(field: string, from: DecimalString | undefined, below: DecimalString | undefined): XmlNode {
  const least = from === undefined ? null : simple(field, "greaterOrEqual", from);
  const most = below === undefined ? null : simple(field, "lessThan", below);
  if (least !== null && most !== null) return compound("and", [least, most]);
  return least ?? most ?? simple(field, "isNotMissing");
}

function groupPredicate(field: string, values: readonly string[], path: Path): XmlNode {
  const parts = values.map((value) => simple(field, "equal", readWritable(value, path)));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : compound("or", parts);
}

const constant = (value: string): XmlNode => ({ ...node("Constant", { dataType: "double" }), text: value });

const call = (called: string, ...of: readonly XmlNode[]): XmlNode => node("Apply", { function: called }, of);

/**
 * Points in proportion to a field. Between two whole points there is no value nearer to either than half a minor unit,
 * and half a unit is what is added before the division: so a double that is a little off is rounded down as the exact
 * amount is. The limits come before the rounding, because some engines round into 32 bits.
 */
function rateExpression(line: LinearCharacteristic, { feature, exponent, write }: WrittenLine): XmlNode {
  const digits = feature.kind === "money" ? exponent : 0;
  const per = resolveEdge(line.per, feature.kind, exponent, []);
  const factor = `${String(line.points)}${"0".repeat(line.points === 0 ? 0 : digits)}`;
  const value = node("FieldRef", { field: line.feature });
  const rate = call("/", call("+", call("*", value, constant(factor)), constant("0.5")), constant(String(per)));
  const { min = 0, max = MAX_POINTS } = line;
  const whole = call("floor", call("min", call("max", rate, constant(String(min))), constant(String(max))));
  return write(1) === "1" ? whole : call("*", whole, constant(write(1)));
}

/** The attributes of a line, in the order in which they are tried. */
export function attributesOf(written: WrittenLine, path: Path): readonly XmlNode[] {
  const { line, guard, reasons, write } = written;
  const { feature: field, inputs } = line;
  const scored = (points: number, predicate: XmlNode, code: string | undefined): XmlNode =>
    node("Attribute", { reasonCode: code, partialScore: write(points) }, [guarded(predicate, guard)]);
  const lacking = (policy: LackingPolicy | undefined, predicate: XmlNode, code: string | undefined): XmlNode[] => {
    const points = policy === undefined ? null : policyPoints(policy, line.neutral);
    return points === null ? [] : [scored(points, predicate, code)];
  };
  const missing = lacking(inputs.missing, simple(field, "isMissing"), reasons?.missing);
  const code = (index: number): string | undefined => reasons?.codes[index];
  const points = valuePoints(line);
  const others =
    guard?.isForCustomers === true
      ? [node("Attribute", { reasonCode: code(0), partialScore: write(0) }, [simple(guard.flag, "equal", "false")])]
      : [];
  switch (line.scale) {
    case "bands": {
      const bands = line.bands.map(({ below }, index) =>
        scored(points[index] ?? 0, bandPredicate(field, line.bands[index - 1]?.below, below), code(index)),
      );
      return [...others, ...missing, ...bands];
    }
    case "categories": {
      const groups = line.groups.flatMap(({ values }, index) =>
        values.length === 0 ? [] : [scored(points[index] ?? 0, groupPredicate(field, values, path), code(index))],
      );
      // an empty text is not a category, and is scored as any other invalid value is
      const empty = lacking(inputs.invalid, simple(field, "equal", ""), reasons?.invalid);
      const unlisted = compound("and", [simple(field, "isNotMissing"), simple(field, "notEqual", "")]);
      return [...others, ...missing, ...groups, ...empty, ...lacking(inputs.unknown, unlisted, reasons?.unknown)];
    }
    case "flag": {
      const flags = [
        scored(line.whenTrue, simple(field, "equal", "true"), code(1)),
        scored(line.whenFalse, simple(field, "equal", "false"), code(0)),
      ];
      return [...others, ...missing, ...flags];
    }
    case "linear": {
      const rate = node("Attribute", { reasonCode: code(0) }, [
        guarded(simple(field, "isNotMissing"), guard),
        node("ComplexPartialScore", {}, [rateExpression(line, written)]),
      ]);
      return [...others, ...missing, rate];
    }
  }
}
