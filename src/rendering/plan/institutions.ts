import { emptyBlocks, fieldPairs, linesCell, type PlanInput } from "./input.ts";
import type { Block } from "../blocks.ts";

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
        renewalDate && words.named(words.word("renewal"), words.date(renewalDate)),
      ]),
    );
    const reasons = institution.reasonForChoice?.map(({ reason, text }) =>
      words.joined([labels[`choiceReason.${reason}`], text]),
    );
    const spend = institution.estimatedSpend?.map(({ service, amount, period, method }) =>
      words.joined([words.named(nameOf(service), amounts.full(amount)), words.period(period), method]),
    );
    const items = fieldPairs(input, [
      ["institutionOfficer", words.orOpen(person)],
      ["institutionServicesAndTerms", linesCell(terms, words)],
      ["reasonForChoice", linesCell(reasons, words)],
      ["estimatedSpend", linesCell(spend, words)],
    ]);
    return [
      { type: "heading", level: 3, text: institution.institutionName },
      { type: "pairs", display: "list", items },
    ];
  });
}
