import { readDate, readObject, refuse, shapeOf, type Reader } from "../core/inner.ts";
import type { CustomerClassificationErrorCode } from "./errors.ts";
import type { Classification } from "./outcomes.ts";
import type { PersonExplanation, PersonLine, PersonRequest } from "./person-answer.ts";
import { readResult } from "./read-result.ts";

let readRequest: Reader<PersonRequest> | null = null;

/**
 * What may be said to the person concerned when they ask (向客户本人说明): which information was used, which was lacking,
 * and that they may have it corrected and looked at again by a person.
 *
 * Give it on request only: the source warns against telling ordinary customers outright that service differs (slide 15),
 * and the law gives the person a right to an explanation of automated decisions that affect them much (个人信息保护法
 * art. 24). It names no type, tier, level, score, point, cut, rule or reason code, and lists every feature the card reads of
 * the person, whichever rules were tried, so that it reads the same for every customer, and for everybody who is not one,
 * with the same information known. An estimate of the bank about the person (expected profit) is information about them
 * and is listed too. Of blocks it says nothing, and somebody blocked is `left-to-staff`: which block it is, or
 * that there is one, may be what must not be told (a report of money laundering). {@link explainClassification} is for
 * the bank's own people.
 *
 * @param result - what `classify` or `classificationAt` returned
 * @param request - when the person asked
 * @returns lines for `tell`, or `left-to-staff`
 * @throws `customer-classification/invalid-request` when there is no request, it has a member nobody knows, or it was made
 * before the date of the classification
 * @throws `customer-classification/invalid-result` when the result is not as `classify` made it
 * @throws `core/invalid-date`
 * @see 商业银行个人客户经理工作流程, slide 15 (避免向普通客户明确地表达服务差异)
 * @example
 * const result = classify(exampleRetailCard, { isCustomer: false, mainBankElsewhere: false }, { asOf: "2026-03-31" });
 * const answer = explainToPersonConcerned(result, { requestedOn: "2026-04-09" });
 * answer.status === "told" && answer.lines.map(({ line }) => line) // => ["answer-on-request", "information-used", "information-lacking", "information-lacking", "information-used", "right-to-review"]
 * @since 0.1.0
 */
export function explainToPersonConcerned(result: Classification, request: PersonRequest): PersonExplanation {
  const code: CustomerClassificationErrorCode = "customer-classification/invalid-request";
  readObject(request, ["request"], code);
  readRequest ??= shapeOf<PersonRequest>({ requestedOn: readDate });
  const { requestedOn } = readRequest(request, ["request"], code);
  const read = readResult(result);
  // dates in this form are in the order of their texts
  if (requestedOn < read.asOf) {
    const details = { requestedOn, asOf: read.asOf };
    refuse(code, ["request", "requestedOn"], "before the date of the classification", details);
  }
  if (read.status === "blocked") return { status: "left-to-staff" };
  const features = read.reads.map(({ feature, state }): PersonLine => ({
    line: state === "valid" ? "information-used" : "information-lacking",
    labels: { feature: `feature.${feature}` },
    values: {},
  }));
  const asked: PersonLine = { line: "answer-on-request", labels: {}, values: { requestedOn, asOf: read.asOf } };
  return { status: "told", lines: [asked, ...features, { line: "right-to-review", labels: {}, values: {} }] };
}
