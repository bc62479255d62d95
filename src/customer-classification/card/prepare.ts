import {
  canonicalJson,
  contentHash,
  issueOf,
  policyAt,
  type DayNumber,
  type LocalDate,
  type Path,
} from "../../core/index.ts";
import { nameScan, readDaysInForce, refuse } from "../../core/inner.ts";
import { isSensitive, readFeatures, readJustifications, readUnique } from "./features.ts";
import type { ResolvedCard, CardInput } from "./resolved.ts";
import { nearFields } from "./near-names.ts";
import { linesByAxis, resolveLine } from "./line.ts";
import { resolveRules } from "./rules.ts";
import { exponentOfCard } from "./edges.ts";
import { cardError, type CustomerClassificationErrorCode } from "../errors.ts";
import { readCard } from "./read-card.ts";
import type { FeatureDefinition } from "./feature-definition.ts";
import type { PreparedScorecard, Scorecard } from "./scorecard.ts";

const CODE = "customer-classification/invalid-card" satisfies CustomerClassificationErrorCode;

/** Most characteristics of a card. */
export const MAX_CHARACTERISTICS = 250;

/** A feature ready for reading. */
export function resolveInput(id: string, definition: FeatureDefinition, currency: string, exponent: number): CardInput {
  const values = definition.kind === "category" ? definition.values : [];
  return { id, definition, currency, exponent, categories: new Map(values.map((value, index) => [value, index])) };
}

/** The content hash; what no JSON can hold, such as half of a surrogate pair, is refused as the document's. */
export function hashOf(document: object, at: Path, code: CustomerClassificationErrorCode): string {
  try {
    return contentHash(document);
  } catch (e) {
    const { path, details } = issueOf(e);
    return refuse(code, [...at, ...path], "not plain JSON data", details);
  }
}

function resolve(source: Scorecard): ResolvedCard {
  const { from, to } = readDaysInForce(readCard(source), []);
  const hash = hashOf(source, [], CODE);
  // a copy, so that a card changed after it was prepared cannot contradict the hash in the results; frozen, because
  // results show its tests
  const card = JSON.parse(canonicalJson(source), (_key, value: unknown) => Object.freeze(value)) as Scorecard;
  const exponent = exponentOfCard(card);
  const features = readFeatures(card);
  readJustifications(card);
  const { characteristics } = card;
  if (characteristics.length === 0) throw cardError(["characteristics"], "empty", "at least one characteristic");
  if (characteristics.length > MAX_CHARACTERISTICS) {
    throw cardError(["characteristics"], "too-many", `at most ${String(MAX_CHARACTERISTICS)} characteristics`);
  }
  readUnique(
    characteristics.map((line) => line.id),
    (index) => ["characteristics", index, "id"],
  );
  const inputs = Object.entries(features).map(([id, feature]) =>
    resolveInput(id, feature, card.currency ?? "", exponent),
  );
  const inputIndex = new Map(inputs.map((input, index) => [input.id, index]));
  const indexOf = (feature: string): number => inputIndex.get(feature) ?? -1;
  const lines = characteristics.map((line, index) => resolveLine(card, line, index, exponent, indexOf));
  const fields = [...new Set(inputs.flatMap(({ id, definition }) => [id, definition.observedAtField ?? id]))];
  const { rules, core, levels, blocks, leaves } = resolveRules(card, exponent, lines, indexOf);
  const sensitive = Uint8Array.from(inputs, ({ definition }) => (isSensitive(definition) ? 1 : 0));
  const customerInput = card.customerFlag === undefined ? -1 : indexOf(card.customerFlag);
  return {
    card,
    stamp: Object.freeze({ id: card.id, version: card.version, hash }),
    effectiveFrom: from,
    effectiveTo: to,
    inputs,
    inputIndex,
    sensitive,
    usesSensitive: [customerInput, ...lines.map(({ input }) => input), ...leaves.map(({ input }) => input)].some(
      (input) => sensitive[input] === 1,
    ),
    fields,
    misspelt: nameScan(fields, nearFields(card)),
    lines,
    axisLines: linesByAxis(lines),
    openLines: lines.flatMap(({ opens }, index) => (opens.includes(1) ? [index] : [])),
    rules,
    core,
    customerInput,
    levels,
    blocks,
    leaves,
    ruleLeaves: leaves.filter((leaf) => !blocks.some(({ test }) => test === leaf)),
  };
}

const resolved = /* @__PURE__ */ new WeakMap<object, ResolvedCard>();

/** The resolved form of a card or of its handle, made once for each object. */
export function resolvedCard(card: Scorecard | PreparedScorecard): ResolvedCard {
  const known = resolved.get(card);
  if (known !== undefined) return known;
  const made = resolve(card as Scorecard);
  resolved.set(card, made);
  return made;
}

/** The resolved card for a date on which it is in force; refuses other dates. */
export function resolvedCardOn(card: Scorecard | PreparedScorecard, asOf: LocalDate, day: DayNumber): ResolvedCard {
  const ready = resolvedCard(card);
  if (day < ready.effectiveFrom || day >= ready.effectiveTo) policyAt([ready.card], asOf);
  return ready;
}

/**
 * Reads a scorecard whole and prepares it.
 *
 * Every other function of the room prepares a plain card itself and remembers it by identity; call this to find a
 * broken card early, or to hold a handle. The handle is a snapshot: it is made from a copy of the card.
 *
 * Every member has to be known and of its kind, every word one of those allowed: a misspelt one is never read as
 * another. Then it checks the meaning: references (features, categories, characteristics), kinds, edges (ascending, no more digits than the
 * currency has), whole points, a policy for every input state that can occur and none for those that cannot, and that
 * no rule, core test or level requires points no record can reach. {@link lintScorecard} reports what is legal but
 * doubtful.
 *
 * @param card - plain scorecard, as it came from JSON
 * @returns handle with id, version and content hash of the card
 * @throws `customer-classification/invalid-card` with the path to the fault inside the card; with `details.reason` when
 * the meaning is at fault, otherwise with what was received, what is allowed and what was probably meant
 * @throws `core/invalid-policy` when the envelope is broken
 * @throws `core/invalid-date`
 * @example
 * prepareScorecard(exampleRetailCard).stamp.id // => "example.retail-card"
 * prepareScorecard({ ...exampleRetailCard, customerFlag: "incomeTrend" }) // throws customer-classification/invalid-card
 * @since 0.1.0
 */
export function prepareScorecard(card: Scorecard): PreparedScorecard {
  const ready = resolvedCard(card);
  const handle: PreparedScorecard = Object.freeze({ stamp: ready.stamp });
  resolved.set(handle, ready);
  return handle;
}
