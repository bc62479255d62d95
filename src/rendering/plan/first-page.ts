import { clientName, managerAt, type ManagerRole } from "../../client/index.ts";
import { isZero, subtract, sum, type Money } from "../../money/index.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import { lengthOf, percentText } from "./figure-text.ts";
import { attention } from "./attention.ts";
import type { PlanInput } from "./input.ts";
import { pitchTable } from "./pitches.ts";
import { isFigure } from "./statement-figures.ts";
import type { Bar, Block, Cell, Pair } from "../blocks.ts";

/** The first page: for the bank the one a branch head decides on, for the client who it is about. */
export function firstPage(input: PlanInput): { readonly title: string; readonly blocks: readonly Block[] } {
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
  if (isCopy) return { title, blocks: [...head, ...copyNotice(input)] };
  return {
    title,
    blocks: [
      ...head,
      { type: "columns", columns: [[headPairs(input, "left")], [headPairs(input, "right")]] },
      { type: "pairs", display: "tiles", items: tiles(input) },
      { type: "columns", columns: [[valueBars(input), ...openSections(input)], walletBlocks(input)] },
      pitchTable(input),
      attention(input),
      {
        type: "signatures",
        lines: (["signature-manager", "signature-supervisor", "signature-head"] as const).map(words.word),
      },
    ],
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

/** What a head is worth now, and how much of it is an estimate; `null` where nobody has data. */
interface HeadValue {
  readonly head: ValueHead;
  readonly amount: Money | null;
  /** `null` where nothing is an estimate. */
  readonly estimated: Money | null;
}

function headValues({ plan, statement }: PlanInput): readonly HeadValue[] {
  if (statement !== null) {
    return valueHeads.map((head) => {
      const detail = statement.headDetails[head];
      return {
        head,
        amount: isFigure(detail.status) ? statement.heads[head] : null,
        estimated: detail.byBasis.estimated,
      };
    });
  }
  const { directIncome, relatedClientIncome, otherIntangibleBenefit } = plan.value ?? {};
  const income = (head: ValueHead, of: typeof directIncome): HeadValue => ({
    head,
    amount: of?.amount ?? null,
    estimated: of?.basis === "estimated" ? of.amount : null,
  });
  return [
    income("direct", directIncome),
    income("related", relatedClientIncome),
    {
      head: "other",
      amount: otherIntangibleBenefit?.amount ?? null,
      estimated: otherIntangibleBenefit?.amount ?? null,
    },
  ];
}

/** Sums of the amounts present, one per currency: amounts in two currencies do not add up to one figure. */
function totalsOf(values: readonly (Money | null | undefined)[]): readonly Money[] {
  const known = values.flatMap((value) => (value === null || value === undefined ? [] : [value]));
  const currencies = [...new Set(known.map((value) => value.currency))];
  return currencies.map((currency) =>
    sum(
      currency,
      known.filter((value) => value.currency === currency),
    ),
  );
}

function tiles(input: PlanInput): readonly Pair[] {
  const { plan, words, amounts, completeness, wallet, followUp } = input;
  const values = headValues(input);
  const now = totalsOf(values.map((value) => value.amount));
  const estimated = totalsOf(values.map((value) => value.estimated)).filter((part) => !isZero(part));
  const missing = values.filter((value) => value.amount === null);
  const target = plan.value?.target ?? null;
  const actions = plan.actions ?? [];
  const expected = actions.flatMap(({ expectedIncome }) =>
    expectedIncome === undefined ? [] : [expectedIncome.amount],
  );
  const text = (all: readonly Money[]): string => all.map(amounts.figure).join(" + ");
  const value = (all: readonly Money[]): Cell =>
    all.length === 0 ? { text: words.word("no-data"), emphasis: "muted" } : text(all);
  const [only, ...more] = now;
  const gap =
    target !== null && only?.currency === target.currency && more.length === 0 ? subtract(target, only) : null;
  const nowNotes = [
    ...(estimated.length === 0 ? [] : [words.named(words.word("estimated-part"), text(estimated))]),
    ...missing.map(({ head }) => words.named(words.labels[`valueHead.${head}`], words.word("no-data"))),
  ];
  const earned = followUp.income.flatMap(({ actual }) => actual ?? []);
  const plannedNotes = [
    // a sum over some of the actions must not look like one over all
    ...(expected.length === 0 || expected.length === actions.length
      ? []
      : [`${String(expected.length)}/${String(actions.length)} ${words.word("answered")}`]),
    ...(earned.length === 0 ? [] : [words.named(words.word("actual"), text(earned))]),
  ];
  const share = wallet.total?.share ?? null;
  return [
    {
      name: amounts.head(words.word("value-now")),
      value: value(now),
      ...(nowNotes.length > 0 ? { note: words.joined(nowNotes) } : {}),
    },
    {
      name: amounts.head(words.word("value-target")),
      value: value(target === null ? [] : [target]),
      ...(gap === null ? {} : { note: words.named(words.word("value-gap"), text([gap])) }),
    },
    {
      name: amounts.head(words.word("value-planned")),
      value: value(totalsOf(expected)),
      ...(plannedNotes.length === 0 ? {} : { note: words.joined(plannedNotes) }),
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

function valueBars(input: PlanInput): Block {
  const { words, amounts } = input;
  const bars = headValues(input).map(({ head, amount, estimated }): Bar => {
    const known = amount === null ? 0 : lengthOf(amount) - lengthOf(estimated);
    return {
      label: words.labels[`valueHead.${head}`],
      parts: [
        { value: Math.max(0, known), tone: "solid" },
        { value: Math.max(0, amount === null ? 0 : lengthOf(estimated)), tone: "estimated" },
      ],
      text: amount === null ? words.word("no-data") : amounts.full(amount),
    };
  });
  return {
    type: "bars",
    title: words.word("value-by-head"),
    description: words.word("value-by-head-text"),
    headers: [words.word("item"), words.word("amount")],
    bars,
    legend: [
      { tone: "solid", label: words.word("known-part") },
      { tone: "estimated", label: words.word("estimated-part") },
    ],
  };
}

function walletBlocks({ plan, wallet, words, amounts }: PlanInput): readonly Block[] {
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
  const rivals = wallet.institutions.slice(0, 2).map(({ institution, name, amount }) => {
    const renewal = (plan.institutions ?? [])
      .find((row) => row.id === institution)
      ?.institutionServicesAndTerms?.flatMap((row) => (row.renewalDate === undefined ? [] : [row.renewalDate]))
      .sort()[0];
    return words.joined([
      words.named(name, amounts.full(amount)),
      ...(renewal === undefined ? [] : [words.named(words.word("renewal"), words.date(renewal))]),
    ]);
  });
  return [
    {
      type: "bars",
      title: words.word("wallet"),
      description: words.word("wallet-text"),
      headers: [words.word("service"), words.word("share")],
      bars,
      legend: [
        { tone: "solid", label: words.word("with-us") },
        { tone: "other", label: words.word("elsewhere") },
      ],
    },
    ...(rivals.length > 0 ? [{ type: "list", ordered: false, items: rivals } as const] : []),
  ];
}
