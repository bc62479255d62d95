import { clientName, managerAt, type ManagerRole } from "../../client/index.ts";
import { commonPeriod, headValues } from "./head-values.ts";
import { attention } from "./attention.ts";
import { changeBlocks } from "./changes.ts";
import { sampleMark, type PlanInput } from "./input.ts";
import { pitchTable } from "./pitches.ts";
import { openSections } from "./open-sections.ts";
import { returnPairs } from "./returns.ts";
import { hiddenText } from "./not-shown.ts";
import { shortening, type Shortening } from "./shortened.ts";
import { tiles } from "./tiles.ts";
import type { Block, Cell, Pair } from "../blocks.ts";
import { columnsOf } from "../columns.ts";
import { walletBlocks } from "./wallet.ts";
import { valueBars } from "../value-bars.ts";

/** The first page, and what it has no room for. */
interface FirstPage {
  readonly title: string;
  /** What every printed page says of itself: a page passed on by itself is still known. */
  readonly running: string;
  readonly blocks: readonly Block[];
  readonly overleaf: readonly Block[];
}

/** Room on the first page, in columns of half the width of a Chinese character. */
const ROOM = { title: 104, profile: 30, part: 18, signed: 44 } as const;

/** Lines of the list of what to follow up, and those it gives up for parts that are not on every page: measured in print. */
const FOLLOW_UP = { most: 7, least: 3, spare: 7 } as const;
const LINES_OF = { sample: 4, returns: 4, before: 2, freshness: 2 } as const;

/** How many lines of paper the list of what to follow up has: what else is on the page takes first what is spare. */
function followUpRoom({ returns, before, freshness }: PlanInput, isSample: boolean): number {
  const taken =
    (isSample ? LINES_OF.sample : 0) +
    (returns === null ? 0 : LINES_OF.returns) +
    (before === null ? 0 : LINES_OF.before) +
    (freshness === null ? 0 : LINES_OF.freshness);
  return Math.max(FOLLOW_UP.least, FOLLOW_UP.most - Math.max(0, taken - FOLLOW_UP.spare));
}

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
  const page = shortening();
  // fitted where it stands, so that texts cut are named in the order of the page
  const version = (): string => words.named(words.word("version"), page.fit(plan.version, ROOM.part));
  const running = (title: string): string => words.joined([title, version(), sampleMark(input)]);
  const isSample = sampleMark(input) !== undefined;
  if (isCopy) {
    const title = titleOf(name);
    const heading: Block = { type: "heading", level: 1, text: title };
    const blocks = [heading, ...(isSample ? [sample] : []), ...copyNotice(input)];
    return { title, running: running(title), blocks, overleaf: [] };
  }
  const title = titleOf(page.fit(name, ROOM.title - columnsOf(titleOf(""))));
  const toAttend = attention(input, page, followUpRoom(input, isSample));
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
    title: words.joined([titleOf(page.fit(name, ROOM.signed)), version()]),
    lines: (["signature-manager", "signature-supervisor", "signature-head"] as const).map(words.word),
  };
  // counted when nothing more is cut
  return {
    title,
    running: running(title),
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
        page.fit(plan.preparedBy, ROOM.part),
        words.date(plan.preparedOn),
        words.named(words.word("version"), page.fit(plan.version, ROOM.part)),
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
