import { clientName } from "../../client/index.ts";
import type { Money } from "../../money/index.ts";
import { whiteSpace, type Answer, type PlanService } from "../../strategy-plan/index.ts";
import { coverageFigure } from "../figure/make/coverage.ts";
import { percentText } from "./figure-text.ts";
import { emptyBlocks, rowTable, type PlanInput } from "./input.ts";
import type { Block, Cell, Column } from "../blocks.ts";

/** Section 6: the services and, for the bank, the spend behind the shares. */
export function serviceBlocks(input: PlanInput): readonly Block[] {
  const { plan, words, audience } = input;
  const services = plan.services ?? [];
  if (services.length === 0) return [...emptyBlocks(undefined, input), ...coverage(input)];
  const { labels } = words;
  const institutions = new Map((plan.institutions ?? []).map((row) => [row.id, row.institutionName]));
  const answered = (answer: Answer | undefined, ...more: readonly (string | undefined)[]): Cell => {
    // a client knows what it uses
    if (answer === undefined || (audience === "client" && answer === "unknown")) return words.orOpen(undefined);
    const text = [labels[`answer.${answer}`], ...more.filter((part) => part !== undefined && part !== "")].join("\n");
    return answer === "unknown" ? { text, emphasis: "muted" } : text;
  };
  const share = ({ shareOfSpend, needed }: PlanService): Cell => {
    if (shareOfSpend === undefined) {
      return needed === "no" ? { text: words.word("not-asked"), emphasis: "muted" } : words.orOpen(undefined);
    }
    return `${percentText(shareOfSpend.share)}\n${labels[`incomeBasis.${shareOfSpend.basis}`]}`;
  };
  const table = rowTable(input, labels["planSection.service-status"], services, [
    { header: words.word("service"), width: 2, cell: ({ service }) => service },
    { field: "needed", width: 1, cell: ({ needed }) => answered(needed) },
    {
      field: "suppliedElsewhere",
      width: 2,
      cell: ({ suppliedElsewhere: elsewhere }) =>
        answered(
          elsewhere?.answer,
          elsewhere?.institutions?.map((id) => institutions.get(id) ?? id).join(words.word("list-separator")),
        ),
    },
    {
      field: "recommended",
      width: 2,
      cell: ({ recommended }) => answered(recommended?.answer, words.date(recommended?.date), recommended?.by),
    },
    { field: "adopted", width: 2, cell: ({ adopted }) => answered(adopted?.answer, words.date(adopted?.since)) },
    {
      field: "discontinued",
      width: 2,
      cell: ({ discontinued }) => answered(discontinued?.answer, words.date(discontinued?.date), discontinued?.reason),
    },
    { field: "shareOfSpend", align: "end", cell: share },
  ]);
  return audience === "client" ? [table] : [table, walletTable(input), ...coverage(input)];
}

/** The products of the bank that the client has and has not, where there is a catalogue. */
function coverage({ audience, plan, catalogue, client, language, words, amounts }: PlanInput): readonly Block[] {
  if (audience === "client" || catalogue === null || catalogue.length === 0) return [];
  const institutions = Object.fromEntries((plan.institutions ?? []).map((row) => [row.id, row.institutionName]));
  const member = { name: clientName(client.names, language), whiteSpace: whiteSpace(plan, catalogue) };
  return [coverageFigure([member], { labels: words.labels, institutions, unit: amounts.unit })];
}

/** What the client pays for each service, to us and elsewhere. */
function walletTable({ wallet, words, amounts }: PlanInput): Block {
  const start = (header: string): Column => ({ header, align: "start" });
  const known = (text: string | undefined): Cell => text ?? { text: words.word("no-data"), emphasis: "muted" };
  const amount = (of: Money | null): Cell => known(of === null ? undefined : amounts.figure(of));
  const { total } = wallet;
  return {
    type: "table",
    caption: amounts.head(words.word("wallet")),
    columns: [
      start(words.word("service")),
      start(words.word("period")),
      { header: words.word("spend-with-us"), align: "end" },
      { header: words.word("elsewhere"), align: "end" },
      { header: words.word("wallet-whole"), align: "end" },
      { header: words.word("share"), align: "end" },
    ],
    rows: wallet.services.map(({ name, period, withUs, elsewhere, wallet: found }): readonly Cell[] => [
      name,
      known(period === null ? undefined : words.period(period)),
      amount(withUs),
      amount(elsewhere),
      amount(found?.wallet ?? null),
      known(typeof found?.share === "string" ? percentText(found.share) : undefined),
    ]),
    ...(total === null
      ? {}
      : {
          footer: [
            `${words.word("total")} (${String(total.known)}/${String(total.n)})`,
            "",
            amounts.figure(total.withUs),
            amounts.figure(total.elsewhere),
            amounts.figure(total.whole),
            total.share === null ? words.word("no-data") : percentText(total.share),
          ],
        }),
  };
}
