import { CLIENT_NAME_LANGUAGES, clientName, type ClientFile, type ClientNameLanguage } from "../../client/index.ts";
import { oneOf, optional, readDate, refuse, shapeOf } from "../../core/inner.ts";
import { diffPlans, type PlanChange, type PlanChangeCode, type StrategyPlan } from "../../strategy-plan/index.ts";
import { readPlan } from "../../strategy-plan/inner.ts";
import { countText } from "../cells.ts";
import { languageOf } from "../language.ts";
import { isOfEvidence } from "../plan/changes.ts";
import { clientFileShape } from "../plan/read-client.ts";
import { readFigures } from "../plan/read-figures.ts";
import { exactAmountsIn, filled } from "../plan/unit.ts";
import type { Block, BlockDocument, Cell } from "../blocks.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { bySection, changeBlocks } from "./changes.ts";
import { figureBlocks } from "./figures.ts";
import { sectionName, type DifferenceInput } from "./input.ts";
import { differenceWordsOf, readDifferenceLabels, type DifferenceDocumentLabels } from "./words.ts";

/** What the difference of two plans is written with. */
export interface DifferenceDocumentOptions {
  /** Words of the language the document is written in, such as `zhHans`; it may have more than the document needs. */
  readonly labels: DifferenceDocumentLabels;
  /** The file of the client of both plans; its name in `language` is in the title. */
  readonly client: ClientFile;
  /** Which of the client's names to print; by default the language of the labels, needed for others. */
  readonly language?: ClientNameLanguage;
}

const readOptions = shapeOf<DifferenceDocumentOptions>({
  labels: readDifferenceLabels,
  client: clientFileShape,
  language: optional(oneOf(CLIENT_NAME_LANGUAGES)),
});

/**
 * What changed from one plan of a client to another as a document for a branch head (计划书变更对照): from one version to the
 * next, or from last year's plan to this year's.
 *
 * First who prepared each plan and when; then value by head, target and share of wallet before and after, with the change
 * to the last digit; how many changes there are by section; and each change of `diffPlans` once, under its section: rows
 * that came, went or moved as sentences, answers as a table with what they were and are, in a sentence what cannot be told
 * that shortly, and by row the answers whose evidence is another. Rows are called by their names. What one of the two plans withholds is not compared, and that is
 * said. It is the bank's own: it tells judgements, other institutions and income, and is never for the client.
 *
 * @param before - the plan before, or last year's
 * @param after - the plan after, or this year's, of the same client
 * @param options - words and client file
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/client-differs` when the second plan or the client file is that of another client than the first
 * @throws `rendering/invalid-option` for options that cannot be read: a label, or a member of the client file, that is
 *   missing, misspelt or of another kind; an unknown language, and labels of one without `language`
 * @throws what `diffPlans` and `planWallet` throw for a plan that cannot be read, such as `strategy-plan/invalid-plan`
 * @throws `core/invalid-date`, `core/invalid-decimal` and the checks of `money` for an invalid date, share or amount, at
 *   its place
 * @see 客户经理制的管理培训 (香港银行学会), pp. 7-10, for the sections and fields; the comparison is this library's
 * @example
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * const client = { kind: "corporate", id: "C-1", names: { legal: "样本制造有限公司" }, organisation: { industry: "制造业" },
 *   accounts: [], contacts: [], managers: [], analyses: [] } as const;
 * const first = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "王五", preparedOn: "2025-12-01" } as const;
 * const doc = planDifferenceDocument(first, { ...first, version: "2", challenges: [] }, { labels: zhHans, client });
 * doc.title // => "客户关系战略计划书变更对照：样本制造有限公司 2026年 · 版本：1 → 2026年 · 版本：2"
 * doc.blocks.flatMap((block) => (block.type === "heading" && block.level === 2 ? [block.text] : [])) // => ["计划书基本信息", "我行下一年度可能面对的挑战"]
 * @since 0.1.0
 */
export function planDifferenceDocument(
  before: StrategyPlan,
  after: StrategyPlan,
  options: DifferenceDocumentOptions,
): BlockDocument {
  const input = differenceInput(before, after, options);
  const { words, clientName: name, changes } = input;
  const one = ({ period, version }: StrategyPlan): string =>
    words.joined([words.period(period), words.named(words.shared("version"), version)]);
  const both = filled(words.shared("from-to"), { before: one(before), after: one(after) });
  const title = words.named(words.word("title"), `${name} ${both}`);
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      ...sampleNote(input),
      plansTable(input),
      ...figureBlocks(input),
      ...summaryBlocks(input),
      ...notComparedNote(input),
      ...[...changes].flatMap(([section, found]) => changeBlocks(section, found, input)),
    ],
  };
}

/** Both plans and the options, read. */
function differenceInput(
  before: StrategyPlan,
  after: StrategyPlan,
  options: DifferenceDocumentOptions,
): DifferenceInput {
  for (const [name, plan] of [["before", before] as const, ["after", after] as const]) {
    readFigures(readPlan(plan, [name]), [name]);
    readDate(plan.preparedOn, [name, "preparedOn"]);
  }
  const code: RenderingErrorCode = "rendering/invalid-option";
  const { labels, client, language } = readOptions(options, ["options"], code);
  const differs: RenderingErrorCode = "rendering/client-differs";
  const expected = before.client;
  if (after.client !== expected) {
    refuse(differs, ["after", "client"], "not the client of the plan before", { received: after.client, expected });
  }
  if (client.id !== expected) {
    refuse(differs, ["options", "client", "id"], "not the client of the plans", { received: client.id, expected });
  }
  const { changes, notCompared } = diffPlans(before, after);
  const withheld = [before, after].flatMap(({ withheld: parts = [] }) => parts.map(({ section }) => section));
  return {
    before,
    after,
    clientName: clientName(client.names, language ?? languageOf(labels.dates.locale, code)),
    isSample: client.sample === true || before.sample === true || after.sample === true,
    changes: bySection(changes),
    notCompared,
    withheld: new Set(withheld),
    words: differenceWordsOf(labels),
    amounts: exactAmountsIn(after.currency, labels),
  };
}

const sampleNote = ({ isSample, words }: DifferenceInput): readonly Block[] =>
  isSample
    ? [{ type: "note", tone: "sample", title: words.shared("sample-title"), texts: [words.shared("sample-text")] }]
    : [];

/** Which two plans they are, who prepared each, when, and who approved it. */
function plansTable({ before, after, words }: DifferenceInput): Block {
  const row = (name: string, of: (plan: StrategyPlan) => string): readonly Cell[] => [name, of(before), of(after)];
  return {
    type: "table",
    caption: words.word("plans"),
    columns: [
      { header: words.shared("item"), align: "start", width: 4 },
      { header: words.word("before"), align: "start", width: 4 },
      { header: words.word("after"), align: "start", width: 4 },
    ],
    rows: [
      row(words.shared("plan-year"), ({ period }) => words.period(period)),
      row(words.shared("version"), ({ version }) => version),
      row(words.shared("prepared-by"), ({ preparedBy }) => preparedBy),
      row(words.word("prepared-on"), ({ preparedOn }) => words.date(preparedOn)),
      row(words.shared("approved-by"), ({ approvedBy }) => approvedBy ?? words.shared("none")),
    ],
  };
}

/** The columns of the summary, in order. */
const KINDS = ["added", "changed", "removed", "reordered"] as const;

/** What each change counts as: what came, what is another, what went, what stands elsewhere. */
const KIND_OF: Readonly<Record<PlanChangeCode, (typeof KINDS)[number]>> = {
  "strategy-plan/row-added": "added",
  "strategy-plan/answer-given": "added",
  "strategy-plan/answer-changed": "changed",
  "strategy-plan/row-removed": "removed",
  "strategy-plan/answer-withdrawn": "removed",
  "strategy-plan/rows-reordered": "reordered",
};

/** How many changes of each kind there are by section, those of evidence apart; or that there is none. */
function summaryBlocks({ changes, words }: DifferenceInput): readonly Block[] {
  if (changes.size === 0) {
    return [{ type: "note", tone: "information", title: words.word("no-changes"), texts: [] }];
  }
  const counts = (of: readonly PlanChange[]): readonly string[] => {
    const told = of.filter((change) => !isOfEvidence(change));
    return [
      ...KINDS.map((kind) => countText(told.filter(({ code }) => KIND_OF[code] === kind).length)),
      countText(of.length - told.length),
      countText(of.length),
    ];
  };
  return [
    {
      type: "table",
      caption: words.word("summary"),
      columns: [
        { header: words.word("section"), align: "start", width: 5 },
        ...KINDS.map((kind) => ({ header: words.word(kind), align: "end" }) as const),
        { header: words.word("evidence"), align: "end" },
        { header: words.shared("total"), align: "end" },
      ],
      rows: [...changes].map(([section, found]) => [sectionName(section, words), ...counts(found)]),
      footer: [words.shared("total"), ...counts([...changes.values()].flat())],
    },
  ];
}

/** The sections of which nothing can be said, and those of which both plans show the same part. */
function notComparedNote({ notCompared, withheld, words }: DifferenceInput): readonly Block[] {
  if (withheld.size === 0) return [];
  const partly = [...withheld].filter((section) => !notCompared.includes(section));
  return [
    {
      type: "note",
      tone: "warning",
      title: words.word("not-compared"),
      texts: [
        ...notCompared.map((section) => words.named(sectionName(section, words), words.word("not-compared-text"))),
        ...partly.map((section) => words.named(sectionName(section, words), words.shared("not-shown"))),
      ],
    },
  ];
}
