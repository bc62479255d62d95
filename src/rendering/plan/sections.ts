import type { ClientNameLanguage } from "../../client/index.ts";
import type { PlanSection } from "../../strategy-plan/index.ts";
import { clientBlocks } from "./client.ts";
import { linesCell, type PlanInput } from "./input.ts";
import { actionBlocks, serviceBlocks, valueBlocks } from "./sections-figures.ts";
import { figureText, percentText } from "./figure-text.ts";
import type { Words } from "./words.ts";
import type { Block, Cell, Pair } from "../blocks.ts";
import type { Evidence } from "../../strategy-plan/index.ts";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const chinese = (at: number): string => `${NUMERALS[at] ?? String(at + 1)}、`;

/** The number before a section's title, by the language of the document. */
const NUMBERING: Readonly<Record<ClientNameLanguage, (at: number) => string>> = {
  "zh-Hans": chinese,
  "zh-Hant-HK": chinese,
  en: (at) => `${String(at + 1)}. `,
};

/** The nine sections with their fields, each with its count of answered fields. */
export function planSectionBlocks(input: PlanInput): readonly Block[] {
  const sections: readonly (readonly [PlanSection, readonly Block[]])[] = [
    ["client-profile", clientBlocks(input)],
    ["decision-makers", peopleBlocks(input)],
    ["business-analysis", businessBlocks(input)],
    ["bank-positioning", standingBlocks(input)],
    ["other-institutions", institutionBlocks(input)],
    ["service-status", serviceBlocks(input)],
    ["relationship-value", valueBlocks(input)],
    ["next-year-plan", actionBlocks(input)],
    ["challenges", challengeBlocks(input)],
  ];
  return sections.flatMap(([section, blocks], at): readonly Block[] => [
    { type: "heading", level: 2, text: sectionTitle(input, section, at) },
    ...blocks,
  ]);
}

function sectionTitle(
  { plan, client, words, language, completeness }: PlanInput,
  section: PlanSection,
  at: number,
): string {
  const numeral = NUMBERING[language](at);
  const count = completeness.sections.find((entry) => entry.section === section);
  const done = count === undefined || count.of === 0 ? "" : ` (${String(count.n)}/${String(count.of)})`;
  // a page passed on by itself still says what it is
  const sample = plan.sample === true || client.sample === true ? words.word("sample-title") : undefined;
  return words.joined([`${numeral}${words.labels[`planSection.${section}`]}${done}`, sample]);
}

/** What a section shows when nobody has worked on it, or when it is stated to be empty. */
function emptyBlock(rows: readonly unknown[] | undefined, words: Words): Block {
  return { type: "paragraph", text: words.word(rows === undefined ? "open" : "none"), emphasis: "muted" };
}

/** Columns of section 2 with their widths in twelfths. */
const PERSON_COLUMNS = [
  ["contactName", 1],
  ["positionAndAuthority", 2],
  ["contactMethod", 3],
  ["otherBusinessWithUs", 3],
  ["otherContactsInOurBank", 3],
] as const;

function peopleBlocks({ plan, words }: PlanInput): readonly Block[] {
  if (plan.people === undefined || plan.people.length === 0) return [emptyBlock(plan.people, words)];
  const { labels } = words;
  return [
    {
      type: "table",
      caption: labels["planSection.decision-makers"],
      quietCaption: true,
      columns: PERSON_COLUMNS.map(([field, width]) => ({
        header: labels[`planField.${field}`],
        align: "start",
        width,
      })),
      rows: plan.people.map((person): readonly Cell[] => [
        words.orOpen(person.contactName),
        words.orOpen(
          person.positionAndAuthority === undefined
            ? undefined
            : `${person.positionAndAuthority.position}\n${labels[`decisionAuthority.${person.positionAndAuthority.authority}`]}`,
        ),
        linesCell(
          person.contactMethod?.map(({ channel, value }) => words.named(labels[`contactChannel.${channel}`], value)),
          words,
        ),
        linesCell(
          person.otherBusinessWithUs?.map((dealing) =>
            words.joined([dealing.product, dealing.bookingUnit, dealing.note]),
          ),
          words,
        ),
        linesCell(
          person.otherContactsInOurBank?.map((contact) =>
            words.joined([
              contact.department,
              contact.person,
              contact.relation,
              contact.kinship === true ? words.word("kinship") : undefined,
            ]),
          ),
          words,
        ),
      ]),
    },
  ];
}

function businessBlocks({ plan, words }: PlanInput): readonly Block[] {
  if (plan.businesses === undefined || plan.businesses.length === 0) return [emptyBlock(plan.businesses, words)];
  const { labels } = words;
  return plan.businesses.flatMap((business, at): readonly Block[] => {
    const shares = business.shareOfTurnoverAndProfit;
    const items: readonly Pair[] = [
      { name: labels["planField.businessNature"], value: words.orOpen(business.businessNature) },
      {
        name: labels["planField.shareOfTurnoverAndProfit"],
        value: words.orOpen(
          shares === undefined
            ? undefined
            : words.joined([
                shares.turnoverShare === undefined
                  ? undefined
                  : words.named(words.word("turnover-share"), percentText(shares.turnoverShare)),
                shares.profitShare === undefined
                  ? undefined
                  : words.named(words.word("profit-share"), percentText(shares.profitShare)),
              ]),
        ),
      },
      { name: labels["planField.developmentStatus"], value: words.orOpen(business.developmentStatus) },
      { name: labels["planField.comingYearDirection"], value: words.orOpen(business.comingYearDirection) },
      {
        name: labels["planField.financialNeeds"],
        value: linesCell(
          business.financialNeeds?.map(({ need, productFamily, amount, timing }) =>
            words.joined([
              need,
              productFamily,
              amount === undefined ? undefined : `${amount.currency} ${figureText(amount)}`,
              timing,
            ]),
          ),
          words,
        ),
      },
    ];
    return [
      { type: "heading", level: 3, text: `${words.word("business")} ${String(at + 1)}` },
      { type: "pairs", display: "list", items },
    ];
  });
}

function standingBlocks({ plan, words }: PlanInput): readonly Block[] {
  const { labels } = words;
  const { ourImportance, ourImage, ourStrengths, ourWeaknesses } = plan.standing ?? {};
  const said = (evidence: Evidence | undefined): string | undefined =>
    evidence === undefined
      ? undefined
      : words.named(words.word("said-by"), words.joined([evidence.saidBy, words.date(evidence.date), evidence.source]));
  const statement = ({ text, evidence }: { readonly text: string; readonly evidence?: Evidence }): string =>
    words.joined([text, said(evidence)]);
  const items: readonly Pair[] = [
    {
      name: labels["planField.ourImportance"],
      value: words.orOpen(
        ourImportance === undefined
          ? undefined
          : words.joined([
              labels[`bankImportance.${ourImportance.importance}`],
              ourImportance.text,
              said(ourImportance.evidence),
            ]),
      ),
    },
    {
      name: labels["planField.ourImage"],
      value: words.orOpen(ourImage === undefined ? undefined : statement(ourImage)),
    },
    { name: labels["planField.ourStrengths"], value: linesCell(ourStrengths?.map(statement), words) },
    { name: labels["planField.ourWeaknesses"], value: linesCell(ourWeaknesses?.map(statement), words) },
  ];
  return [{ type: "pairs", display: "list", items }];
}

function institutionBlocks({ plan, words }: PlanInput): readonly Block[] {
  if (plan.institutions === undefined || plan.institutions.length === 0) return [emptyBlock(plan.institutions, words)];
  const { labels } = words;
  const names = new Map((plan.services ?? []).map((service) => [service.id, service.service]));
  const nameOf = (service: string): string => names.get(service) ?? service;
  return plan.institutions.flatMap((institution): readonly Block[] => {
    const officer = institution.institutionOfficer;
    const items: readonly Pair[] = [
      {
        name: labels["planField.institutionOfficer"],
        value: words.orOpen(
          officer === undefined
            ? undefined
            : words.joined([
                officer.name,
                officer.position,
                officer.note,
                words.named(words.word("source"), words.joined([officer.source, words.date(officer.obtainedOn)])),
              ]),
        ),
      },
      {
        name: labels["planField.institutionServicesAndTerms"],
        value: linesCell(
          institution.institutionServicesAndTerms?.map(({ service, terms, renewalDate }) =>
            words.joined([
              words.named(nameOf(service), terms),
              renewalDate === undefined ? undefined : words.named(words.word("renewal"), words.date(renewalDate)),
            ]),
          ),
          words,
        ),
      },
      {
        name: labels["planField.reasonForChoice"],
        value: linesCell(
          institution.reasonForChoice?.map(({ reason, text }) =>
            words.joined([labels[`choiceReason.${reason}`], text]),
          ),
          words,
        ),
      },
      {
        name: labels["planField.estimatedSpend"],
        value: linesCell(
          institution.estimatedSpend?.map(({ service, amount, period, method }) =>
            words.joined([
              words.named(nameOf(service), `${amount.currency} ${figureText(amount)}`),
              words.period(period),
              method,
            ]),
          ),
          words,
        ),
      },
    ];
    return [
      { type: "heading", level: 3, text: institution.institutionName },
      { type: "pairs", display: "list", items },
    ];
  });
}

function challengeBlocks({ plan, words }: PlanInput): readonly Block[] {
  if (plan.challenges === undefined || plan.challenges.length === 0) return [emptyBlock(plan.challenges, words)];
  const { labels } = words;
  return [
    {
      type: "table",
      caption: labels["planSection.challenges"],
      quietCaption: true,
      columns: [
        { header: labels["planField.challengeSource"], align: "start", width: 2 },
        { header: labels["planField.challengeContent"], align: "start", width: 4 },
        { header: labels["planField.preventionAndTimetable"], align: "start" },
      ],
      rows: plan.challenges.map(({ challengeSource, challengeContent, preventionAndTimetable }): readonly Cell[] => [
        words.orOpen(
          challengeSource === undefined
            ? undefined
            : words.joined([labels[`challengeOrigin.${challengeSource.origin}`], challengeSource.text]),
        ),
        words.orOpen(challengeContent),
        linesCell(
          preventionAndTimetable?.map(({ action, owner, due, state }) =>
            words.joined([
              action,
              words.named(words.word("owner"), owner ?? words.word("open")),
              words.named(words.word("due"), words.date(due) ?? words.word("open")),
              labels[`preventionState.${state}`],
            ]),
          ),
          words,
        ),
      ]),
    },
  ];
}
