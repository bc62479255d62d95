import type { AspectEvaluation, ClientEvaluation, EvaluationReport } from "../../relationship-value/index.ts";
import { measureTable, sumCell } from "./measures.ts";
import {
  amountOr,
  changed,
  comparisonLegend,
  estimated,
  evidenceText,
  figureCells,
  figureColumns,
  headPairs,
  provenance,
  signatures,
  titleOf,
  type Writing,
} from "./parts.ts";
import { countText, end, muted, NOTHING } from "../cells.ts";
import { textOf, type Block, type BlockDocument, type Cell, type Pair } from "../blocks.ts";

/** The evaluation of a client, or of many, as a document. */
export function evaluationDocument(report: EvaluationReport, writing: Writing): BlockDocument {
  const { words } = writing;
  const title = titleOf(report, "title-evaluation", writing);
  const asOf: Pair = { name: words.word("as-of"), value: words.date(report.asOf) };
  const [client] = report.scope.of === "client" ? report.clients : [];
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      headPairs(report, writing, [asOf, ...(client === undefined ? [] : [managersOf(client, writing)])]),
      ...(client === undefined ? overview(report, writing) : clientBlocks(client, report, writing)),
      ...(client === undefined ? [] : [signatures(title, writing)]),
      ...provenance(report, writing, [
        "convention-amounts",
        ...(isViewOnly(report) ? (["convention-related"] as const) : []),
      ]),
    ],
  };
}

/** Whether income of related clients is not in the totals. */
const isViewOnly = ({ clients, scope }: EvaluationReport): boolean =>
  scope.of !== "client" ||
  clients.some(({ heads }) => heads.some(({ head, figure }) => head === "related" && figure.status === "view"));

function managersOf({ managers }: ClientEvaluation, { words, staff }: Writing): Pair {
  const value = managers.length === 0 ? words.word("no-manager") : words.labels.dates.list(managers.map(staff));
  return { name: words.word("manager"), value };
}

/** How the judgement stands, overdue ones so that they are seen. */
function stateOf({ judgement }: ClientEvaluation, { words }: Writing): Cell {
  const text = words.labels[`judgementState.${judgement.state}`];
  return judgement.state === "current" ? text : { text, emphasis: "warning" };
}

/** One client: first what decides, then the five aspects, then the judgement. */
function clientBlocks(client: ClientEvaluation, report: EvaluationReport, writing: Writing): readonly Block[] {
  const { words, amounts } = writing;
  const { total, aspects, judgement, needs } = client;
  const missing = aspects.flatMap((aspect) => aspect.missing.map((measure) => words.labels[`valueMeasure.${measure}`]));
  const open = [...missing, ...(needs === null ? [words.word("not-asked-needs")] : [])];
  return [
    {
      type: "pairs",
      display: "tiles",
      items: [
        {
          name: words.word("income-of-period"),
          value: total.amount === null ? words.shared("no-data") : amounts.full(total.amount),
          ...(total.estimated === null
            ? {}
            : { note: words.named(words.shared("estimated-part"), amounts.full(total.estimated)) }),
        },
        {
          name: words.word("judgement"),
          value: stateOf(client, writing),
          ...(judgement.nextDue === null
            ? {}
            : { note: words.named(words.word("next-due"), words.date(judgement.nextDue)) }),
        },
      ],
    },
    open.length === 0
      ? { type: "note", tone: "information", title: words.word("nothing-missing"), texts: [] }
      : { type: "note", tone: "warning", title: words.word("to-complete"), texts: open },
    ...aspects.flatMap((aspect) => aspectBlocks(aspect, client, report, writing)),
    ...judgementBlocks(client, writing),
  ];
}

function aspectBlocks(
  aspect: AspectEvaluation,
  client: ClientEvaluation,
  report: EvaluationReport,
  writing: Writing,
): readonly Block[] {
  const { words } = writing;
  const heading: Block = { type: "heading", level: 2, text: words.labels[`valueAspect.${aspect.aspect}`] };
  switch (aspect.aspect) {
    case "needs":
      return [heading, needTable(client, writing)];
    case "income":
      return [
        heading,
        incomeTable(client, report, writing),
        ...incomeLegend(client, writing),
        ...measureTable(aspect, report, writing),
      ];
    case "quantity":
    case "quality":
    case "potential":
      return [heading, ...measureTable(aspect, report, writing)];
  }
}

/** The income by head, as the statistics have it. */
function incomeTable({ heads, total }: ClientEvaluation, { priorPeriod }: EvaluationReport, writing: Writing): Block {
  const { words, amounts } = writing;
  const isCompared = priorPeriod !== null;
  return {
    type: "table",
    caption: amounts.head(words.shared("value-statement")),
    columns: [{ header: words.shared("item"), align: "start", width: 4 }, ...figureColumns(writing, isCompared)],
    rows: heads
      .filter(({ figure }) => figure.status !== "view")
      .map(({ head, figure }) => [words.labels[`valueHead.${head}`], ...figureCells(figure, writing, isCompared)]),
    footer: [words.shared("total"), ...figureCells(total, writing, isCompared)],
  };
}

/** What the mark at a change of income says. */
const incomeLegend = ({ heads, total }: ClientEvaluation, writing: Writing): readonly Block[] =>
  comparisonLegend([total, ...heads.flatMap(({ figure }) => (figure.status === "view" ? [] : [figure]))], writing);

function needTable({ needs }: ClientEvaluation, { words }: Writing): Block {
  if (needs === null) return { type: "paragraph", text: words.word("not-asked-needs"), emphasis: "muted" };
  if (needs.length === 0) return { type: "paragraph", text: words.word("none-stated") };
  return {
    type: "table",
    caption: words.labels["valueAspect.needs"],
    quietCaption: true,
    columns: [
      { header: words.word("need"), align: "start", width: 6 },
      { header: words.shared("source"), align: "start" },
      { header: words.word("stated-on"), align: "start", width: 2 },
    ],
    rows: needs.map(({ id, text, source, statedOn }) => [text, words.joined([id, source]), words.date(statedOn)]),
  };
}

function judgementBlocks(client: ClientEvaluation, writing: Writing): readonly Block[] {
  const { words, staff } = writing;
  const { by, on, nextDue, criteria } = client.judgement;
  const open = muted(words.word("not-judged"));
  return [
    { type: "heading", level: 2, text: words.word("judgement") },
    {
      type: "table",
      caption: words.word("judgement"),
      quietCaption: true,
      columns: [
        { header: words.word("criterion"), align: "start", width: 3 },
        { header: words.word("finding"), align: "start" },
        { header: words.word("evidence"), align: "start", width: 3 },
      ],
      rows: criteria.map(({ criterion, finding, evidence }) => [
        words.labels[`valueCriterion.${criterion}`],
        finding ?? open,
        evidenceText(evidence, writing),
      ]),
    },
    {
      type: "pairs",
      display: "list",
      items: [
        { name: words.word("judged-by"), value: by === null ? open : staff(by) },
        { name: words.word("judged-on"), value: on === null ? open : words.date(on) },
        { name: words.word("next-due"), value: nextDue === null ? open : dueCell(client, writing) },
      ],
    },
  ];
}

const dueCell = (client: ClientEvaluation, writing: Writing): Cell => {
  const { nextDue, state } = client.judgement;
  const text = writing.words.joined([writing.words.date(nextDue ?? undefined), textOf(stateOf(client, writing))]);
  return state === "overdue" ? { text, emphasis: "warning" } : text;
};

/** The aspects of which something is missing. */
const openAspects = ({ aspects, needs }: ClientEvaluation, { words }: Writing): string =>
  words.joined(
    aspects
      .filter(({ aspect, missing }) => missing.length > 0 || (aspect === "needs" && needs === null))
      .map(({ aspect }) => words.labels[`valueAspect.${aspect}`]),
  );

/** Many clients: what their measures come to, and where each one stands. */
function overview(report: EvaluationReport, writing: Writing): readonly Block[] {
  const { words, amounts } = writing;
  const { clients, totals, total, currency } = report;
  const volumes: Block = {
    type: "table",
    caption: amounts.head(words.word("volumes"), currency),
    columns: [
      { header: words.word("measure"), align: "start", width: 4 },
      end(words.word("value")),
      end(words.shared("estimated-part")),
      end(words.word("prior")),
      end(words.word("change")),
    ],
    rows: totals.map((of) => [
      words.labels[`valueMeasure.${of.measure}`],
      sumCell(of, writing) ?? NOTHING,
      estimated(of.estimated, writing),
      of.prior === null ? NOTHING : amountOr(of.prior, writing),
      changed(of.change, true, writing),
    ]),
  };
  return [
    ...(totals.length === 0 ? [] : [volumes]),
    {
      type: "table",
      caption: amounts.head(words.word("by-client"), currency),
      columns: [
        { header: words.shared("client"), align: "start", width: 3 },
        end(words.word("income-of-period")),
        { header: words.word("to-complete"), align: "start", width: 3 },
        end(words.labels["valueAspect.needs"]),
        { header: words.word("judgement"), align: "start" },
        { header: words.word("next-due"), align: "start" },
      ],
      rows: clients.map((client): readonly Cell[] => [
        [writing.client(client.client), ...client.managers.map(writing.staff)].join("\n"),
        amountOr(client.booked.amount, writing),
        openAspects(client, writing),
        client.needs === null ? muted(words.shared("no-data")) : countText(client.needs.length),
        stateOf(client, writing),
        client.judgement.nextDue === null ? NOTHING : words.date(client.judgement.nextDue),
      ]),
      footer: [words.shared("total"), amountOr(total.amount, writing), "", "", "", ""],
    },
  ];
}
