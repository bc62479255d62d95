import { refuse } from "../../core/inner.ts";
import { looksLikeAppearance } from "../card/appearance.ts";
import { valueSpan } from "../card/attainable.ts";
import type { Characteristic } from "../card/characteristic.ts";
import { isSensitive, namesOf } from "../card/features.ts";
import { looksLikeGround } from "../card/grounds.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { Blocked, Classification, ScorePart } from "../outcomes.ts";
import { MOST_MAIN_REASONS, type MainReasonLine, type PersonLine } from "./answer.ts";

/** Whether a feature may be named as a reason: not a sensitive one, none that looks like one, nothing a block looks at. */
function mayBeNamed({ card }: ResolvedCard, feature: string, by: readonly string[]): boolean {
  const definition = Object.hasOwn(card.features, feature) ? card.features[feature] : undefined;
  if (definition === undefined || isSensitive(definition)) return false;
  if (card.blocks?.some((block) => block.feature === feature) === true) return false;
  const names = [...namesOf(feature, definition), ...by];
  return definition.protectedGround === "none" || (looksLikeGround(names) === null && !looksLikeAppearance(names));
}

/** On which side of the best bands a value lies: the best may be in the middle, or on both sides. */
function sideOf(line: Characteristic, part: ScorePart): MainReasonLine["line"] {
  if (part.state !== "valid") return "main-reason-lacking";
  switch (line.scale) {
    case "bands": {
      const best = valueSpan(line).max;
      const { band = 0 } = part;
      const places = line.bands.flatMap(({ points }, at) => (points === best ? [at] : []));
      if (places.every((at) => at > band)) return "main-reason-low";
      return places.every((at) => at < band) ? "main-reason-high" : "main-reason-other";
    }
    case "linear":
      return line.points > 0 ? "main-reason-low" : "main-reason-high";
    case "categories":
    case "flag":
      return "main-reason-other";
  }
}

/** What lost points, under one reason code: how many, and the line of what lost most of them. */
interface Loss {
  readonly points: number;
  readonly most: number;
  readonly line: MainReasonLine;
}

/** A rate that ends nowhere has no best. */
const hasBest = (line: Characteristic): boolean => line.scale !== "linear" || line.max !== undefined;

const lineOf = (line: MainReasonLine["line"], feature: string): MainReasonLine => ({
  line,
  labels: { feature: `feature.${feature}` },
  values: {},
});

/** The losses against the best value of each characteristic, heaviest first, those of one reason code together. */
function lossesOf(card: ResolvedCard, parts: readonly ScorePart[]): readonly Loss[] {
  const losses = new Map<string, Loss>();
  for (const [index, part] of parts.entries()) {
    const line = card.lines.find(({ characteristic }) => characteristic.id === part.characteristic)?.characteristic;
    if (line === undefined) {
      const code: CustomerClassificationErrorCode = "customer-classification/invalid-result";
      return refuse(code, ["result", "parts", index, "characteristic"], "not one of the card", {});
    }
    if (part.state === "not-applicable" || part.pointsAtMost !== undefined || !hasBest(line)) continue;
    const points = valueSpan(line).max - part.points;
    if (points <= 0 || !mayBeNamed(card, line.feature, [line.id])) continue;
    const key = line.reason === undefined ? `characteristic.${line.id}` : `reason.${line.reason}`;
    const before = losses.get(key);
    const told = lineOf(sideOf(line, part), line.feature);
    if (before === undefined) losses.set(key, { points, most: points, line: told });
    else {
      const isHeavier = points > before.most;
      losses.set(key, {
        points: before.points + points,
        most: Math.max(points, before.most),
        line: isHeavier ? told : before.line,
      });
    }
  }
  // the sort is stable: of equal ones the first of the card stays first
  return [...losses.values()].sort((a, b) => b.points - a.points);
}

/** What was lacking for any class, except for blocks. */
function lackingLines(
  card: ResolvedCard,
  result: Extract<Classification, { readonly status: "insufficient-data" }>,
): readonly MainReasonLine[] {
  const features = result.missing.flatMap(({ feature, block, characteristic = "" }) =>
    block === undefined && mayBeNamed(card, feature, [characteristic]) ? [feature] : [],
  );
  return [...new Set(features)].map((feature) => lineOf("main-reason-lacking", feature));
}

/** The main reasons of a result, at most four and heaviest first; of what was lacking, in the order of the result. */
export function mainReasons(result: Exclude<Classification, Blocked>, card: ResolvedCard): readonly PersonLine[] {
  const lines =
    result.status === "insufficient-data"
      ? lackingLines(card, result)
      : lossesOf(card, result.parts).map(({ line }) => line);
  // one piece of information is named once, though two characteristics look at it
  const named = new Map<string, MainReasonLine>();
  for (const line of lines) if (!named.has(line.labels.feature)) named.set(line.labels.feature, line);
  if (named.size === 0) return [{ line: "main-reason-none", labels: {}, values: {} }];
  return [...named.values()].slice(0, MOST_MAIN_REASONS);
}
