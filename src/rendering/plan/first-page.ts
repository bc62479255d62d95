import { clientName, managerAt, type ManagerRole } from "../../client/index.ts";
import { compare, isZero, subtract, type Money } from "../../money/index.ts";
import { lengthOf, percentText } from "./figure-text.ts";
import { commonPeriod, headValues } from "./head-values.ts";
import { attention } from "./attention.ts";
import { incomeBeside, incomeExpected, totalsOf, type PlanInput } from "./input.ts";
import { renewalText } from "./institutions.ts";
import { pitchTable } from "./pitches.ts";
import type { Block, Cell, Pair } from "../blocks.ts";
import type { Bar } from "../figure/types.ts";

/** The first page, and what it has no room for. */
interface FirstPage {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly overleaf: readonly Block[];
}

/** The first page: for the bank the one a branch head decides on, for the client who it is about. */
export function firstPage(input: PlanInput): FirstPage {
  const { plan, client, words } = input;
  const isCopy = input.audience === "client";
  const title = words.named(
    isCopy ? words.word("title-client") : words.word("title"),
    `${clientName(client.names, input.language)} ${words.period(plan.period)}`,
  );
  const sample: Block = {
    type: "note",
    tone: "sample",
    title: words.word("sample-title"),
    texts: [words.word("sample-text")],
  };
  const head: readonly Block[] = [
    { type: "heading", level: 1, text: title },
    ...(plan.sample === true || client.sample === true ? [sample] : []),
  ];
  if (isCopy) return { title, blocks: [...head, ...copyNotice(input)], overleaf: [] };
  const toAttend = attention(input);
  return {
    title,
    blocks: [
      ...head,
      { type: "columns", columns: [[headPairs(input, "left")], [headPairs(input, "right")]] },
      { type: "pairs", display: "tiles", items: tiles(input) },
      { type: "columns", columns: [[valueBars(input), ...openSections(input)], walletBlocks(input)] },
      pitchTable(input),
      toAttend.first,
      {
        type: "signatures",
        title: words.joined([title, words.named(words.word("version"), plan.version)]),
        lines: (["signature-manager", "signature-supervisor", "signature-head"] as const).map(words.word),
      },
    ],
    overleaf: toAttend.rest,
  };
}

/** What a copy for the client says of itself: its day and version, and that it is neither an offer nor advice. */
function copyNotice({ plan, words, asOf }: PlanInput): readonly Block[] {
  return [
    {
      type: "pairs",
      display: "list",
      items: [
        { name: words.word("copy-made-on"), value: words.date(asOf) },
        { name: words.word("version"), value: plan.version },
      ],
    },
    {
      type: "note",
      tone: "information",
      title: words.word("copy-notice"),
      texts: [words.word("copy-discussion"), words.word("copy-risk")],
    },
  ];
}

function headPairs({ plan, client, words, asOf }: PlanInput, side: "left" | "right"): Block {
  // the file says who manages the client, so that nobody is an answer, here as in section 1
  const manager = (role: ManagerRole): Cell => {
    const found = managerAt(client, role, asOf);
    return found === null ? words.word("none") : words.orOpen(words.joined([found.name, found.unit]));
  };
  const profile = client.kind === "corporate" ? client.organisation.industry : client.person.occupation;
  const left: readonly Pair[] = [
    { name: words.word("client-number"), value: words.joined([client.id, words.labels[`clientKind.${client.kind}`]]) },
    { name: words.word(client.kind === "corporate" ? "industry" : "occupation"), value: words.orOpen(profile) },
    { name: words.word("plan-year"), value: words.period(plan.period) },
    ...(plan.approvedBy === undefined ? [] : [{ name: words.word("approved-by"), value: plan.approvedBy }]),
  ];
  const right: readonly Pair[] = [
    { name: words.word("manager-primary"), value: manager("primary") },
    { name: words.word("manager-backup"), value: manager("backup") },
    {
      name: words.word("prepared-by"),
      value: words.joined([
        plan.preparedBy,
        words.date(plan.preparedOn),
        words.named(words.word("version"), plan.version),
      ]),
    },
  ];
  return { type: "pairs", display: "list", items: side === "left" ? left : right };
}

/** How many people the plan knows, and the sections with open fields: the plan's gaps at a glance. */
function openSections({ words, completeness }: PlanInput): readonly Block[] {
  const open = completeness.sections.filter(({ n, of }) => n < of);
  const items = open.map(({ section, n, of }) =>
    words.named(words.labels[`planSection.${section}`], `${String(n)}/${String(of)} ${words.word("answered")}`),
  );
  // whoever names more people has more to fill in, and is seen to know more
  const { known, reachable, deciding } = completeness.people;
  const people = words.joined([
    words.named(words.word("people-known"), String(known)),
    words.named(words.word("people-reachable"), `${String(reachable)}/${String(deciding)}`),
  ]);
  return [
    { type: "heading", level: 3, text: words.word("plan-completeness") },
    { type: "list", ordered: false, items: [people, ...(items.length === 0 ? [words.word("all-answered")] : items)] },
  ];
}

function tiles(input: PlanInput): readonly Pair[] {
  const { plan, words, amounts, completeness, wallet, followUp } = input;
  const values = headValues(input.plan, input.statement);
  const period = commonPeriod(values);
  // amounts of several periods do not add up
  const now = period === null ? [] : totalsOf(values.map((value) => value.amount));
  const estimated = totalsOf(values.map((value) => value.estimated)).filter((part) => !isZero(part));
  const missing = values.filter((value) => value.amount === null);
  const target = plan.value?.target ?? null;
  const text = (all: readonly Money[]): string => all.map(amounts.figure).join(" + ");
  const value = (all: readonly Money[]): Cell =>
    all.length === 0 ? { text: words.word("no-data"), emphasis: "muted" } : text(all);
  const [only, ...more] = now;
  const known = values.some(({ amount }) => amount !== null);
  const comparable = target !== null && only?.currency === target.currency && more.length === 0;
  const nowNotes = [
    ...(period === null ? [] : [words.period(period)]),
    ...(period === null || estimated.length === 0 ? [] : [words.named(words.word("estimated-part"), text(estimated))]),
    ...missing.map(({ head }) => words.named(words.labels[`valueHead.${head}`], words.word("no-data"))),
  ];
  const open = followUp.states.planned + followUp.states.pitched;
  const stated = open - followUp.withoutExpectedIncome.length;
  const incomeNotes = [
    // a sum over some of the actions must not look like one over all
    ...(stated === 0 || stated === open ? [] : [`${String(stated)}/${String(open)} ${words.word("answered")}`]),
    ...incomeBeside(followUp).map((figure) => words.named(words.word(figure.word), text(figure.amounts))),
  ];
  const share = wallet.total?.share ?? null;
  return [
    {
      name: amounts.head(words.word("value-now")),
      value: known && period === null ? { text: words.word("periods-differ"), emphasis: "warning" } : value(now),
      ...(nowNotes.length > 0 ? { note: words.joined(nowNotes) } : {}),
    },
    {
      name: amounts.head(words.word("value-target")),
      value: value(target === null ? [] : [target]),
      ...(comparable ? { note: gapText(input, only, target) } : {}),
    },
    {
      name: amounts.head(words.word("income-expected")),
      value: value(incomeExpected(followUp)),
      ...(incomeNotes.length === 0 ? {} : { note: words.joined(incomeNotes) }),
    },
    {
      name: words.word("wallet-share"),
      value: share === null ? { text: words.word("no-data"), emphasis: "muted" } : percentText(share),
      ...(wallet.total === null
        ? {}
        : {
            note: words.joined([
              words.named(words.word("wallet-whole"), amounts.figure(wallet.total.whole)),
              words.named(words.word("wallet-known"), `${String(wallet.total.known)}/${String(wallet.total.n)}`),
            ]),
          }),
    },
    {
      name: words.word("completeness"),
      value: completeness.rate === null ? words.word("no-data") : percentText(completeness.rate),
      note: `${String(completeness.n)}/${String(completeness.of)} ${words.word("answered")}`,
    },
  ];
}

/** What is missing from the target, or what there is beyond it; never a gap below 0. */
function gapText({ words, amounts }: PlanInput, now: Money, target: Money): string {
  return compare(now, target) > 0
    ? words.named(words.word("value-ahead"), amounts.figure(subtract(now, target)))
    : words.named(words.word("value-gap"), amounts.figure(subtract(target, now)));
}

function valueBars(input: PlanInput): Block {
  const { words, amounts } = input;
  const values = headValues(input.plan, input.statement);
  const isOfOnePeriod = commonPeriod(values) !== null;
  const bars = values.map(({ head, amount, estimated, period }): Bar => {
    const known = amount === null ? 0 : lengthOf(amount) - lengthOf(estimated);
    return {
      label: words.joined([
        words.labels[`valueHead.${head}`],
        isOfOnePeriod || period === null ? undefined : words.period(period),
      ]),
      parts: [
        { value: Math.max(0, known), tone: "solid" },
        { value: Math.max(0, amount === null ? 0 : lengthOf(estimated)), tone: "estimated" },
      ],
      text: amount === null ? words.word("no-data") : amounts.full(amount),
    };
  });
  return {
    type: "figure",
    title: words.word("value-by-head"),
    description: words.word("value-by-head-text"),
    figure: {
      kind: "bars",
      headers: [words.word("item"), words.word("amount")],
      bars,
      legend: [
        { tone: "solid", label: words.word("known-part") },
        { tone: "estimated", label: words.word("estimated-part") },
      ],
    },
  };
}

/** Most other institutions that stand on the first page by name. */
const SHOWN_RIVALS = 2;

function walletBlocks(input: PlanInput): readonly Block[] {
  const { plan, wallet, words, amounts } = input;
  if (wallet.services.length === 0) {
    return [{ type: "paragraph", text: words.named(words.word("wallet"), words.word("no-data")), emphasis: "muted" }];
  }
  const bars = wallet.services.map(({ name, wallet: found }): Bar => {
    if (found === null) return { label: name, parts: [], text: words.word("no-data") };
    return {
      label: name,
      parts: [
        { value: lengthOf(found.ours), tone: "solid" },
        { value: found.others === null ? 0 : lengthOf(found.others), tone: "other" },
      ],
      text: found.share === null ? words.word("no-data") : percentText(found.share),
    };
  });
  const rest = wallet.institutions.slice(SHOWN_RIVALS);
  const rivals = [
    ...wallet.institutions.slice(0, SHOWN_RIVALS).map(({ institution, name, amount }) => {
      const row = plan.institutions?.find(({ id }) => id === institution);
      const dates = row?.institutionServicesAndTerms?.flatMap(({ renewalDate }) => renewalDate ?? []) ?? [];
      return words.joined([words.named(name, amounts.full(amount)), renewalText(input, dates)]);
    }),
    // with the others, what stands here is what is paid elsewhere
    ...totalsOf(rest.map(({ amount }) => amount)).map((amount) =>
      words.named(`${words.word("other-institutions")} (${String(rest.length)})`, amounts.full(amount)),
    ),
  ];
  return [
    {
      type: "figure",
      title: words.word("wallet"),
      description: words.word("wallet-text"),
      figure: {
        kind: "bars",
        headers: [words.word("service"), words.word("share")],
        bars,
        legend: [
          { tone: "solid", label: words.word("with-us") },
          { tone: "other", label: words.word("elsewhere") },
        ],
      },
    },
    ...(rivals.length > 0 ? [{ type: "list", ordered: false, items: rivals } as const] : []),
  ];
}
