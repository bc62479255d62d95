import { clientName, managerAt, type ManagerRole } from "../../client/index.ts";
import { lengthOf } from "./figure-text.ts";
import { commonPeriod, headValues } from "./head-values.ts";
import { attention } from "./attention.ts";
import { changeBlocks } from "./changes.ts";
import { totalsOf, type PlanInput } from "./input.ts";
import { renewalText } from "./institutions.ts";
import { pitchTable } from "./pitches.ts";
import { openSections } from "./open-sections.ts";
import { returnPairs } from "./returns.ts";
import { hidesWallet } from "./not-shown.ts";
import { shortening, type Shortening } from "./shortened.ts";
import { tiles } from "./tiles.ts";
import type { PlanDocumentWord } from "./word-list.ts";
import type { Block, Cell, Pair } from "../blocks.ts";
import { columnsOf } from "../columns.ts";
import { walletBars } from "../figure/make/wallet.ts";
import { valueBars } from "../value-bars.ts";

/** The first page, and what it has no room for. */
interface FirstPage {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly overleaf: readonly Block[];
}

/** Room on the first page, in columns of half the width of a Chinese character. */
const ROOM = { title: 104, profile: 30, bar: 26, rival: 18, signed: 44 } as const;

/** The first page: for the bank the one a branch head decides on, for the client who it is about. */
export function firstPage(input: PlanInput): FirstPage {
  const { plan, client, words } = input;
  const isCopy = input.audience === "client";
  const titleOf = (name: string): string =>
    words.named(isCopy ? words.word("title-client") : words.word("title"), `${name} ${words.period(plan.period)}`);
  const name = clientName(client.names, input.language);
  const sample: Block = {
    type: "note",
    tone: "sample",
    title: words.word("sample-title"),
    texts: [words.word("sample-text")],
  };
  const isSample = plan.sample === true || client.sample === true;
  if (isCopy) {
    const title = titleOf(name);
    const heading: Block = { type: "heading", level: 1, text: title };
    return { title, blocks: [heading, ...(isSample ? [sample] : []), ...copyNotice(input)], overleaf: [] };
  }
  const page = shortening();
  const title = titleOf(page.fit(name, ROOM.title - columnsOf(titleOf(""))));
  const toAttend = attention(input, page);
  const blocks: readonly Block[] = [
    { type: "heading", level: 1, text: title },
    ...(isSample ? [sample] : []),
    { type: "columns", columns: [[headPairs(input, page, "left")], [headPairs(input, page, "right")]] },
    { type: "pairs", display: "tiles", items: tiles(input) },
    {
      type: "columns",
      columns: [[valueFigure(input), ...openSections(input, page), ...changeBlocks(input)], walletBlocks(input, page)],
    },
    pitchTable(input, page),
    toAttend.first,
  ];
  const signed: Block = {
    type: "signatures",
    title: words.joined([
      titleOf(page.fit(name, ROOM.signed)),
      words.named(words.word("version"), page.fit(plan.version, ROOM.rival)),
    ]),
    lines: (["signature-manager", "signature-supervisor", "signature-head"] as const).map(words.word),
  };
  // counted when nothing more is cut
  return {
    title,
    blocks: [...blocks, ...shortenedCount(page, input), signed],
    overleaf: [...toAttend.rest, ...shortenedTexts(page, input)],
  };
}

/** How many texts were cut to fit the first page, which says so. */
function shortenedCount(page: Shortening, { words }: PlanInput): readonly Block[] {
  const { length } = page.cut();
  if (length === 0) return [];
  return [{ type: "paragraph", text: words.named(words.word("shortened-count"), String(length)), emphasis: "muted" }];
}

/** What was cut to fit the first page, whole. */
function shortenedTexts(page: Shortening, { words }: PlanInput): readonly Block[] {
  const texts = page.cut();
  if (texts.length === 0) return [];
  const title = `${words.word("shortened")} (${String(texts.length)})`;
  return [{ type: "note", tone: "information", title, texts }];
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

function headPairs(input: PlanInput, page: Shortening, side: "left" | "right"): Block {
  const { plan, client, words, asOf } = input;
  const fitted = (text: string): string => page.fit(text, ROOM.profile);
  // the file says who manages the client, so that nobody is an answer, here as in section 1
  const manager = (role: ManagerRole): Cell => {
    const found = managerAt(client, role, asOf);
    return found === null ? words.word("none") : words.orOpen(fitted(words.joined([found.name, found.unit])));
  };
  const profile = client.kind === "corporate" ? client.organisation.industry : client.person.occupation;
  const left: readonly Pair[] = [
    {
      name: words.word("client-number"),
      value: fitted(words.joined([client.id, words.labels[`clientKind.${client.kind}`]])),
    },
    {
      name: words.word(client.kind === "corporate" ? "industry" : "occupation"),
      value: words.orOpen(profile === undefined ? undefined : fitted(profile)),
    },
    { name: words.word("plan-year"), value: words.period(plan.period) },
    ...(plan.approvedBy === undefined ? [] : [{ name: words.word("approved-by"), value: fitted(plan.approvedBy) }]),
    ...returnPairs(input.returns, input),
  ];
  const right: readonly Pair[] = [
    { name: words.word("manager-primary"), value: manager("primary") },
    { name: words.word("manager-backup"), value: manager("backup") },
    {
      name: words.word("prepared-by"),
      value: words.joined([
        page.fit(plan.preparedBy, ROOM.rival),
        words.date(plan.preparedOn),
        words.named(words.word("version"), page.fit(plan.version, ROOM.rival)),
      ]),
    },
  ];
  return { type: "pairs", display: "list", items: side === "left" ? left : right };
}

function valueFigure({ plan, statement, notShown, words, amounts }: PlanInput): Block {
  if (notShown.hides("relationship-value", ["section", "fields"])) return hiddenText(words, "value-by-head");
  const values = headValues(plan, statement);
  const isOfOnePeriod = commonPeriod(values) !== null;
  const bars = values.map(({ head, amount, estimated, period }) => ({
    label: words.joined([
      words.labels[`valueHead.${head}`],
      isOfOnePeriod || period === null ? undefined : words.period(period),
    ]),
    amount,
    estimated,
  }));
  return valueBars(bars, words.word, amounts);
}

/** That a part of the page is not shown to its readers. */
const hiddenText = (words: PlanInput["words"], word: PlanDocumentWord): Block => ({
  type: "paragraph",
  text: words.named(words.word(word), words.word("not-shown")),
  emphasis: "muted",
});

/** Most other institutions that stand on the first page by name. */
const SHOWN_RIVALS = 2;

/** Most services that have a bar on the first page. */
const SHOWN_SERVICES = 7;

function walletBlocks(input: PlanInput, page: Shortening): readonly Block[] {
  const { plan, wallet, words, amounts, notShown } = input;
  if (hidesWallet(notShown)) return [hiddenText(words, "wallet")];
  if (wallet.services.length === 0) {
    return [{ type: "paragraph", text: words.named(words.word("wallet"), words.word("no-data")), emphasis: "muted" }];
  }
  const isLong = wallet.services.length > SHOWN_SERVICES;
  const shown = isLong ? greatest(wallet.services, SHOWN_SERVICES - 1) : wallet.services;
  const services = isLong
    ? [words.named(words.word("other-services"), String(wallet.services.length - shown.length))]
    : [];
  const rest = wallet.institutions.slice(SHOWN_RIVALS);
  const rivals = [
    ...wallet.institutions.slice(0, SHOWN_RIVALS).map(({ institution, name, amount }) => {
      const row = plan.institutions?.find(({ id }) => id === institution);
      const dates = row?.institutionServicesAndTerms?.flatMap(({ renewalDate }) => renewalDate ?? []) ?? [];
      const spend = words.named(page.fit(name, ROOM.rival), amounts.full(amount));
      return words.joined([spend, renewalText(input, dates)]);
    }),
    // with the others, what stands here is what is paid elsewhere
    ...totalsOf(rest.map(({ amount }) => amount)).map((amount) =>
      words.named(`${words.word("other-institutions")} (${String(rest.length)})`, amounts.full(amount)),
    ),
  ];
  const items = [...services, ...rivals];
  return [
    walletBars(
      shown.map(({ name, wallet: found }) => ({ name: page.fit(name, ROOM.bar), wallet: found })),
      words.labels,
    ),
    ...(items.length > 0 ? [{ type: "list", ordered: false, items } as const] : []),
  ];
}

/** The services the client spends most on, in the order of the plan; those nobody has data for come last. */
function greatest(services: PlanInput["wallet"]["services"], count: number): PlanInput["wallet"]["services"] {
  const spent = ({ wallet: found }: (typeof services)[number]): number =>
    found === null ? -1 : lengthOf(found.ours) + (found.others === null ? 0 : lengthOf(found.others));
  const kept = new Set([...services].sort((a, b) => spent(b) - spent(a)).slice(0, count));
  return services.filter((service) => kept.has(service));
}
