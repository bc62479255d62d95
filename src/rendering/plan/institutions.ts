import { tryDayNumber, type LocalDate } from "../../core/index.ts";
import { emptyBlocks, fieldPairs, linesCell, memberOf, type PlanInput } from "./input.ts";
import type { Block } from "../blocks.ts";

/** The next of some renewals on the day of the document, or the last one where all of them have passed. */
export function renewalText({ words, asOf }: PlanInput, dates: readonly LocalDate[]): string | undefined {
  const today = tryDayNumber(asOf);
  const days = [...dates].sort();
  const isPast = (date: LocalDate): boolean => {
    const day = tryDayNumber(date);
    return day !== null && today !== null && day < today;
  };
  const next = days.find((date) => !isPast(date));
  const last = days.at(-1);
  if (last === undefined) return undefined;
  return next === undefined
    ? words.named(words.word("renewal-passed"), words.date(last))
    : words.named(words.word("renewal"), words.date(next));
}

/** Section 5: the other institutions the client banks with. */
export function institutionBlocks(input: PlanInput): readonly Block[] {
  const { plan, words, amounts } = input;
  if (plan.institutions === undefined || plan.institutions.length === 0) return emptyBlocks(plan.institutions, input);
  const { labels } = words;
  const names = new Map((plan.services ?? []).map((service) => [service.id, service.service]));
  const nameOf = (service: string): string => names.get(service) ?? service;
  return plan.institutions.flatMap((institution): readonly Block[] => {
    const officer = institution.institutionOfficer;
    const person =
      officer &&
      words.joined([
        officer.name,
        officer.position,
        officer.note,
        words.named(words.word("source"), words.joined([officer.source, words.date(officer.obtainedOn)])),
        officer.reviewOn && words.named(words.word("review-on"), words.date(officer.reviewOn)),
      ]);
    const terms = institution.institutionServicesAndTerms?.map(({ service, terms: agreed, renewalDate }) =>
      words.joined([
        words.named(nameOf(service), agreed),
        renewalText(input, renewalDate === undefined ? [] : [renewalDate]),
      ]),
    );
    const reasons = institution.reasonForChoice?.map(({ reason, text }) =>
      words.joined([labels[`choiceReason.${reason}`], text]),
    );
    const spend = institution.estimatedSpend?.map(({ service, amount, period, method }) =>
      words.joined([words.named(nameOf(service), amounts.full(amount)), words.period(period), method]),
    );
    const items = fieldPairs(
      input,
      [
        ["institutionOfficer", words.orOpen(person)],
        ["institutionServicesAndTerms", linesCell(terms, words)],
        ["reasonForChoice", linesCell(reasons, words)],
        ["estimatedSpend", linesCell(spend, words)],
      ],
      institution,
    );
    return [
      { type: "heading", level: 3, text: words.joined([institution.institutionName, memberOf(input, institution)]) },
      { type: "pairs", display: "list", items },
    ];
  });
}
