import type { Path } from "../../core/index.ts";
import { optional, readDate, readFlag, readObject, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { Classification } from "../outcomes.ts";
import { resolvedCard } from "../card/prepare.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CardStamp, PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import { readResult } from "../read-result.ts";
import type { PersonExplanation, PersonLine, PersonRequest } from "./answer.ts";
import { mainReasons } from "./main-reasons.ts";

const CODE = "customer-classification/invalid-request" satisfies CustomerClassificationErrorCode;

let readRequest: Reader<PersonRequest> | null = null;

/** The card that a classification was made with; no other explains it. */
function cardOfResult(card: Scorecard | PreparedScorecard, made: CardStamp): ResolvedCard {
  const path: Path = ["card"];
  const ready = resolvedCard(readObject(card, path, "customer-classification/invalid-card"));
  const { id, version, hash } = ready.stamp;
  if (hash === made.hash) return ready;
  return refuse(
    "customer-classification/another-card" satisfies CustomerClassificationErrorCode,
    path,
    "not the card of the classification",
    { card: id, version, hash, madeWith: made.id, madeWithVersion: made.version, madeWithHash: made.hash },
  );
}

/**
 * What may be said to the person concerned when they ask (向客户本人说明): which information was used, which was lacking,
 * that they may have it corrected and looked at again by a person; and, where they ask for them, the main reasons.
 *
 * Give it on request only: the source warns against telling ordinary customers outright that service differs (slide 15),
 * and the law gives the person a right to an explanation of automated decisions that affect them much (个人信息保护法
 * art. 24). It names no type, tier, level, score, point, cut, rule or reason code, and lists every feature the card reads of
 * the person, whichever rules were tried. Without the main reasons it reads the same for every customer, and for everybody
 * who is not one, with the same information known. An estimate of the bank about the person (expected profit) is information
 * about them and is listed too. Of blocks it says nothing, and somebody blocked is `left-to-staff`: which block it is, or
 * that there is one, may be what must not be told (a report of money laundering). {@link explainClassification} is for
 * the bank's own people.
 *
 * The main reasons (`mainReasons` of the request) are at most four, in order of weight: what each characteristic gave,
 * against the most that a value of it can earn; characteristics with one reason code count together, under the heaviest; of
 * equal ones the first of the card comes first. Each names a piece of information, and says that it is low, high or
 * other than what the bank looks for, or was lacking, and no more. Where no class could be given, the reasons are what was
 * lacking for it, whether points or a rule asked for it. Never named are sensitive features and those of protected
 * grounds, features whose names look like one, and whatever a block looks at; nor what is left open, because the answer is
 * the same for all that it may be worth, nor a rate without a `max`, which has no best to fall short of. Where nothing may
 * be named, `main-reason-none` says so. They differ from person to person, which the rest does not.
 *
 * What law asks for them: art. 24 gives a right to an explanation, and names neither reasons nor a number. Four is the custom of
 * credit in the United States, where the official interpretation of Regulation B (12 CFR 1002.9(b)(2)) holds more than four
 * principal reasons to be unlikely to help; it binds nobody here. No rule of Hong Kong that asks for them was found.
 *
 * @param result - what `classify` or `classificationAt` returned
 * @param request - when the person asked, and whether for the main reasons
 * @param card - the card the classification was made with; needed for the main reasons alone
 * @returns lines for `tell`, or `left-to-staff`
 * @throws `customer-classification/invalid-request` when there is no request, it has a member nobody knows, it was made
 * before the date of the classification, or it asks for the main reasons and there is no card
 * @throws `customer-classification/another-card` when the card is not the one of the classification, or has been changed
 * @throws `customer-classification/invalid-card` see {@link prepareScorecard}
 * @throws `customer-classification/invalid-result` when the result is not as `classify` made it
 * @throws `core/invalid-date`; `core/invalid-policy` when the envelope of the card is broken
 * @see 商业银行个人客户经理工作流程, slide 15 (避免向普通客户明确地表达服务差异)
 * @see 个人信息保护法 art. 24
 * @see 12 CFR Part 1002, Supplement I, comment 9(b)(2)-1 (as quoted by third parties)
 * @example
 * const result = classify(exampleRetailCard, { isCustomer: false, mainBankElsewhere: false }, { asOf: "2026-03-31" });
 * const answer = explainToPersonConcerned(result, { requestedOn: "2026-04-09" });
 * answer.status === "told" && answer.lines.map(({ line }) => line) // => ["answer-on-request", "information-used", "information-lacking", "information-lacking", "information-used", "right-to-review"]
 * const asked = { requestedOn: "2026-04-09", mainReasons: true };
 * const reasons = explainToPersonConcerned(result, asked, exampleRetailCard);
 * reasons.status === "told" && reasons.lines.filter(({ line }) => line.startsWith("main-reason")) // => [{ line: "main-reason-lacking", labels: { feature: "feature.annualIncome" }, values: {} }, { line: "main-reason-lacking", labels: { feature: "feature.assets" }, values: {} }]
 * @since 0.1.0
 */
export function explainToPersonConcerned(
  result: Classification,
  request: PersonRequest,
  card?: Scorecard | PreparedScorecard,
): PersonExplanation {
  readObject(request, ["request"], CODE);
  readRequest ??= shapeOf<PersonRequest>({ requestedOn: readDate, mainReasons: optional(readFlag) });
  const { requestedOn, mainReasons: wanted = false } = readRequest(request, ["request"], CODE);
  const read = readResult(result);
  // dates in this form are in the order of their texts
  if (requestedOn < read.asOf) {
    const details = { requestedOn, asOf: read.asOf };
    refuse(CODE, ["request", "requestedOn"], "before the date of the classification", details);
  }
  const made = card === undefined ? null : cardOfResult(card, read.card);
  if (wanted && made === null) refuse(CODE, ["card"], "needed for the main reasons", {});
  if (read.status === "blocked") return { status: "left-to-staff" };
  const features = read.reads.map(({ feature, state }): PersonLine => ({
    line: state === "valid" ? "information-used" : "information-lacking",
    labels: { feature: `feature.${feature}` },
    values: {},
  }));
  const reasons = wanted && made !== null ? mainReasons(read, made) : [];
  const asked: PersonLine = { line: "answer-on-request", labels: {}, values: { requestedOn, asOf: read.asOf } };
  return {
    status: "told",
    lines: [asked, ...features, ...reasons, { line: "right-to-review", labels: {}, values: {} }],
  };
}
