import { canonicalJson, type Path } from "../../core/index.ts";
import { optional, powerOfTen, refuse, shapeOf } from "../../core/inner.ts";
import { policyPoints, valuePoints } from "../card/attainable.ts";
import type { Characteristic, LackingPolicy } from "../card/characteristic.ts";
import { exponentOfCard } from "../card/edges.ts";
import type { FeatureDefinition } from "../card/feature-definition.ts";
import { resolvedCard } from "../card/prepare.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import { textOf } from "../card/short-decimal.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { attributesOf, type CustomerGuard } from "./attributes.ts";
import { readReasonCodes, type PmmlReasonCodes, type PmmlReasonLine } from "./reason-codes.ts";
import { jsonText, node, readWritable, writeXml, type XmlNode } from "./xml-text.ts";

/** What a card has no member for, and the document it came from had. */
export interface ToPmmlOptions {
  /** What the points of the document are multiplied by in the card: 1, 10, 100, …; default 1. */
  readonly scale?: number;
  /** Default: those of the card, where every line has `reason` and `neutral`, which is then the baseline; otherwise none. */
  readonly reasonCodes?: PmmlReasonCodes | null;
}

/** The name and the owner of the extension that holds the whole card. */
export const EXTENSION = { extender: "relationship-banking", name: "scorecard" } as const;

const CODE = "customer-classification/invalid-pmml-options" satisfies CustomerClassificationErrorCode;

/** Most digits that points of a document have after the point. */
const MAX_DIGITS = 9;

/** The digits of a power of ten. */
function readScale(scale: number, path: Path): number {
  const digits = Array.from({ length: MAX_DIGITS + 1 }, (_, index) => index).find(
    (index) => powerOfTen(index) === scale,
  );
  return (
    digits ?? refuse(CODE, path, "not a power of ten from 1 to 1,000,000,000", { min: 1, max: powerOfTen(MAX_DIGITS) })
  );
}

const readOptions = shapeOf<ToPmmlOptions>({
  scale: optional((scale, path) => powerOfTen(readScale(scale, path))),
  reasonCodes: optional((codes, path) => (codes === null ? codes : readReasonCodes(codes, path.map(String)))),
});

/** Codes by line as the card itself gives them; null when a line lacks its reason or its baseline. */
function ownReasonCodes(lines: readonly Characteristic[]): PmmlReasonCodes | null {
  const own: PmmlReasonLine[] = [];
  for (const line of lines) {
    const { id, reason, neutral, inputs } = line;
    if (reason === undefined || neutral === undefined) return null;
    const codeOf = (policy: LackingPolicy | undefined): string | undefined =>
      policy === undefined || policyPoints(policy, neutral) === null ? undefined : reason;
    const [missing, unknown, invalid] = [inputs.missing, inputs.unknown, inputs.invalid].map(codeOf);
    own.push({
      characteristic: id,
      baseline: neutral,
      codes: line.scale === "linear" ? [reason] : valuePoints(line).map(() => reason),
      ...(line.scale === "flag" ? { flagPoints: [line.whenFalse, line.whenTrue] } : {}),
      ...(missing === undefined ? {} : { missing }),
      ...(unknown === undefined ? {} : { unknown }),
      ...(invalid === undefined ? {} : { invalid }),
    });
  }
  return { algorithm: "pointsBelow", baselineMethod: "neutral", lines: own };
}

/** The points of a line that gives everybody the same; null for any other. */
function constantPoints(line: Characteristic): number | null {
  const { inputs, neutral } = line;
  if (line.scale === "linear" || line.appliesTo === "customers" || line.reason !== undefined) return null;
  const policies = [inputs.missing, inputs.invalid, inputs.unknown, inputs.stale].filter(
    (policy) => policy !== undefined,
  );
  const all = [...valuePoints(line), ...policies.map((policy) => policyPoints(policy, neutral))];
  const [first = null] = all;
  return all.every((points) => points === first) ? first : null;
}

/** How PMML calls the kinds of features. */
function typesOf(feature: FeatureDefinition): { readonly optype: string; readonly dataType: string } {
  switch (feature.kind) {
    case "money":
    case "number":
      return { optype: "continuous", dataType: "double" };
    case "integer":
      return { optype: "continuous", dataType: "integer" };
    case "category":
      return { optype: "categorical", dataType: "string" };
    case "flag":
      return { optype: "categorical", dataType: "boolean" };
  }
}

function dataField(id: string, feature: FeatureDefinition): XmlNode {
  const path = ["card", "features", id];
  const values = feature.kind === "category" ? feature.values : [];
  return node(
    "DataField",
    { name: readWritable(id, path), ...typesOf(feature) },
    values.map((value) => node("Value", { value: readWritable(value, path) })),
  );
}

/** A name for the score that no feature has. */
function targetName(card: Scorecard): string {
  let name = "score";
  while (Object.hasOwn(card.features, name)) name = `${name}_`;
  return name;
}

/** How many reason codes other engines are asked for. */
const REASON_CODES = 4;

function outputOf(target: string, withReasons: boolean): XmlNode {
  const ranks = withReasons ? Array.from({ length: REASON_CODES }, (_, index) => index + 1) : [];
  return node("Output", {}, [
    node("OutputField", {
      name: `${target}_points`,
      optype: "continuous",
      dataType: "double",
      feature: "predictedValue",
    }),
    ...ranks.map((rank) =>
      node("OutputField", {
        name: `${target}_reason_${String(rank)}`,
        optype: "categorical",
        dataType: "string",
        feature: "reasonCode",
        rank,
      }),
    ),
  ]);
}

/** The guard of a line: of its own where it is for customers only, and of the first where nobody else asks. */
function guardOf(card: Scorecard, line: Characteristic, isFirst: boolean): CustomerGuard | null {
  const { customerFlag: flag, characteristics } = card;
  if (flag === undefined) return null;
  if (line.appliesTo === "customers") return { flag, isForCustomers: true };
  return isFirst && characteristics.every(({ appliesTo }) => appliesTo === "everyone")
    ? { flag, isForCustomers: false }
    : null;
}

/** Refuses codes under which another engine would have a reason that this library has not, or that of another value. */
function requireFitting(own: PmmlReasonLine, line: Characteristic, path: Path): void {
  const flagPoints = line.scale === "flag" ? [line.whenFalse, line.whenTrue] : [];
  if ((own.flagPoints ?? []).join() !== flagPoints.join()) {
    refuse(CODE, [...path, "flagPoints"], "not the points of false and true", {});
  }
  const { inputs, neutral } = line;
  const written = line.scale === "categories" ? (["missing", "unknown", "invalid"] as const) : (["missing"] as const);
  for (const state of written) {
    const policy = inputs[state];
    const points = policy === undefined ? null : policyPoints(policy, neutral);
    if (points !== null && own[state] === undefined) {
      refuse(CODE, [...path, state], "points without a code", {});
    }
  }
}

/** The reason codes that are written: those given, each of a line that is written, or those of the card. */
function codesToWrite(given: PmmlReasonCodes | null, lines: readonly Characteristic[]): PmmlReasonCodes | null {
  if (given === null) return null;
  const path = ["options", "reasonCodes", "lines"];
  const known = lines.map(({ id }) => id);
  const ids = given.lines.map(({ characteristic }) => characteristic);
  if (ids.join("\n") !== known.join("\n"))
    refuse(CODE, path, "not one for each line of the card, in its order", { known });
  for (const [index, own] of given.lines.entries()) {
    const { codes } = own;
    const line = lines[index];
    const fewest = line === undefined || line.scale === "linear" ? 1 : valuePoints(line).length;
    if (codes.length !== fewest) refuse(CODE, [...path, index, "codes"], "not one for each band", { fewest });
    if (line !== undefined) requireFitting(own, line, [...path, index]);
  }
  return given;
}

/**
 * Writes a card as a PMML 4.4 document with a `Scorecard`, so that another engine can check its points.
 *
 * The characteristics and the total are those of PMML. What PMML has no words for (axes, rules, core, levels, blocks, how old
 * a value may be, labels) is in one `Extension` as JSON, with the whole card, from which `fromPmml` returns it. The
 * same card gives the same bytes.
 *
 * Another engine gives the score of `scoreRecord`, and no score where the card rejects a value or leaves it open: no
 * attribute is true then. Four things it cannot know, so that it may score where the card does not, or the other way
 * round: how old a value is; amounts with more digits than the currency has; infinite numbers; and it gives no score for
 * values of a wrong kind that the card gives points. Points in proportion are rounded down as in the card as long as the
 * amount in minor units times `points` stays below 2^51. Amounts are doubles in whole units of the currency. A line
 * that gives everybody the same points is the `initialScore`.
 *
 * @param card - scorecard, plain or prepared
 * @param options - scale and reason codes of a card that came from PMML, as `fromPmml` returned them
 * @returns XML text
 * @throws `customer-classification/unsupported-pmml` for a name or a category with a character that XML does not have
 * @throws `customer-classification/invalid-pmml-options` when the options do not fit the card
 * @throws `customer-classification/invalid-card` see `prepareScorecard`
 * @see https://dmg.org/pmml/v4-4/Scorecard.html
 * @example
 * import { exampleRetailCard } from "relationship-banking/customer-classification";
 * const xml = toPmml(exampleRetailCard);
 * xml.includes('<Characteristic name="deposits" reasonCode="DEP">') // => true
 * fromPmml(xml).card.rules.length // => 3
 * @since 0.1.0
 */
export function toPmml(card: Scorecard | PreparedScorecard, options: ToPmmlOptions = {}): string {
  readOptions(options, ["options"], CODE);
  const { card: whole } = resolvedCard(card);
  const digits = readScale(options.scale ?? 1, ["options", "scale"]);
  const exponent = exponentOfCard(whole);
  const { features, customerFlag } = whole;

  const constants = whole.characteristics.map(constantPoints);
  const isAllConstant = constants.every((points) => points !== null);
  const lines = whole.characteristics.filter((_, index) => isAllConstant || constants[index] === null);
  const initial = isAllConstant ? 0 : constants.reduce<number>((sum, points) => sum + (points ?? 0), 0);
  const reasonCodes =
    options.reasonCodes === undefined ? ownReasonCodes(lines) : codesToWrite(options.reasonCodes, lines);

  const write = (points: number): string => textOf({ coefficient: BigInt(points), scale: digits });
  const used = Object.entries(features).filter(
    ([id]) => id === customerFlag || lines.some(({ feature }) => feature === id),
  );
  const target = targetName(whole);
  const characteristics = lines.map((line, index): XmlNode => {
    const path = ["card", "characteristics", index];
    const reasons = reasonCodes?.lines[index] ?? null;
    const feature = features[line.feature];
    const written = { line, exponent, write, reasons, guard: guardOf(whole, line, index === 0) };
    return node(
      "Characteristic",
      {
        name: readWritable(line.id, path),
        reasonCode: line.reason === undefined ? undefined : readWritable(line.reason, path),
        baselineScore: reasons === null ? undefined : write(reasons.baseline),
      },
      feature === undefined ? [] : attributesOf({ ...written, feature }, path),
    );
  });
  const extension: XmlNode = {
    ...node("Extension", EXTENSION),
    text: jsonText(canonicalJson({ card: whole, scale: powerOfTen(digits), reasonCodes })),
  };
  const document = node("PMML", { xmlns: "http://www.dmg.org/PMML-4_4", version: "4.4" }, [
    node("Header", { description: readWritable(`${whole.id} ${whole.version}`, ["card", "id"]) }, [
      node("Application", { name: EXTENSION.extender }),
    ]),
    node("DataDictionary", { numberOfFields: used.length + 1 }, [
      ...used.map(([id, feature]) => dataField(id, feature)),
      node("DataField", { name: target, optype: "continuous", dataType: "double" }),
    ]),
    node(
      "Scorecard",
      {
        modelName: readWritable(whole.id, ["card", "id"]),
        functionName: "regression",
        initialScore: write(initial),
        useReasonCodes: String(reasonCodes !== null),
        reasonCodeAlgorithm: reasonCodes?.algorithm,
        baselineMethod: reasonCodes?.baselineMethod,
      },
      [
        extension,
        node("MiningSchema", {}, [
          ...used.map(([id, { kind }]) =>
            // of categories that are not listed the attributes say whether they are scored
            node("MiningField", {
              name: id,
              usageType: "active",
              invalidValueTreatment: kind === "category" ? "asIs" : "returnInvalid",
            }),
          ),
          node("MiningField", { name: target, usageType: "target" }),
        ]),
        outputOf(target, reasonCodes !== null),
        node("Characteristics", {}, characteristics),
      ],
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(document)}`;
}
