import type { AdviceReport, AdviceRow, AdviceSum } from "../../relationship-value/index.ts";
import { tell } from "../../telling/index.ts";
import {
  amountOr,
  estimated,
  evidenceText,
  headPairs,
  provenance,
  signatures,
  titleOf,
  type Writing,
} from "./parts.ts";
import { countText, end, muted } from "../cells.ts";
import type { Block, BlockDocument, Cell } from "../blocks.ts";

/** Business advised as a document. */
export function adviceDocument(report: AdviceReport, writing: Writing): BlockDocument {
  const { words } = writing;
  const title = titleOf(report, "title-advice", writing);
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      headPairs(report, writing, [{ name: words.word("as-of"), value: words.date(report.asOf) }]),
      tiles(report, writing),
      ...toCheckFirst(report, writing),
      ...(report.rows.length === 0
        ? [{ type: "paragraph", text: words.word("no-advice") } as const]
        : [adviceTable(report, writing), ...sums(report, writing)]),
      signatures(title, writing),
      ...provenance(report, writing, ["convention-amounts"]),
    ],
  };
}

function tiles({ total, rows, tied }: AdviceReport, { words, amounts }: Writing): Block {
  const overdue = rows.filter(({ isOverdue }) => isOverdue).length;
  const alarming = (n: number): Cell => ({ text: countText(n), emphasis: "warning" });
  return {
    type: "pairs",
    display: "tiles",
    items: [
      {
        name: words.word("expected-total"),
        value: total.expected === null ? words.shared("no-data") : amounts.full(total.expected),
        ...(total.estimated === null
          ? {}
          : { note: words.named(words.shared("estimated-part"), amounts.full(total.estimated)) }),
      },
      { name: words.word("advice-count"), value: countText(total.rows) },
      ...(total.withoutExpected === 0
        ? []
        : [{ name: words.word("without-expected"), value: countText(total.withoutExpected) }]),
      ...(overdue === 0 ? [] : [{ name: words.word("overdue"), value: alarming(overdue) }]),
      ...(tied === 0 ? [] : [{ name: words.word("tied"), value: alarming(tied) }]),
    ],
  };
}

/** What may not be offered before somebody has looked at it. */
function toCheckFirst({ rows }: AdviceReport, { words, client }: Writing): readonly Block[] {
  const texts = rows
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ id, client: of, item, gaps }) => {
      const details = { line: id, client: client(of), borrower: client(of), item, gaps, advised: true };
      return tell({ code: "income-may-be-tied-to-credit", details }, words.labels);
    });
  return texts.length === 0 ? [] : [{ type: "note", tone: "warning", title: words.word("check-first"), texts }];
}

function adviceTable(report: AdviceReport, writing: Writing): Block {
  const { words, amounts, client } = writing;
  const isOne = report.scope.of === "client";
  const row = (advice: AdviceRow): readonly Cell[] => [
    [...(isOne ? [] : [client(advice.client)]), advice.need].join("\n"),
    productCell(advice, writing),
    advice.expected === null ? muted(words.word("not-estimated")) : amounts.figure(advice.expected.amount),
    advice.expected === null ? "" : basisCell(advice.expected, writing),
    dayCell(advice, writing),
    advice.reasons.join("\n"),
    evidenceText(advice.evidence, writing),
  ];
  return {
    type: "table",
    caption: amounts.head(words.word("title-advice")),
    columns: [
      {
        header: isOne ? words.word("need") : words.joined([words.shared("client"), words.word("need")]),
        align: "start",
        width: 2,
      },
      { header: words.shared("what"), align: "start", width: 2 },
      { header: words.shared("expected"), align: "end" },
      { header: words.shared("basis"), align: "start", width: 2 },
      { header: words.word("department-and-day"), align: "start", width: 2 },
      { header: words.word("reasons"), align: "start", width: 2 },
      { header: words.word("evidence"), align: "start", width: 1 },
    ],
    rows: report.rows.map(row),
    footer: [words.shared("total"), "", amountOr(report.total.expected, writing), "", "", "", ""],
  };
}

/** The product and what it is booked under; marked where something has to be checked first. */
function productCell({ id, product, item, gaps }: AdviceRow, { words }: Writing): Cell {
  const text = `${product}\n${words.joined([id, words.labels[`valueItem.${item}`]])}`;
  return gaps.length === 0 ? text : { text, emphasis: "warning" };
}

/** How an income was worked out; marked where it is an estimate. */
function basisCell({ basis, method }: NonNullable<AdviceRow["expected"]>, { words }: Writing): Cell {
  const text = `${words.labels[`incomeBasis.${basis}`]}\n${method}`;
  return basis === "estimated" ? { text, emphasis: "muted" } : text;
}

function dayCell({ department, by, isOverdue }: AdviceRow, { words }: Writing): Cell {
  const text = `${department}\n${words.date(by)}`;
  return isOverdue ? { text: `${text}\n${words.word("overdue")}`, emphasis: "warning" } : text;
}

/** The same income by department, by item and, where there are several, by client. */
function sums(report: AdviceReport, writing: Writing): readonly Block[] {
  const { words, amounts, client } = writing;
  const cells = (of: AdviceSum): readonly Cell[] => [
    countText(of.rows),
    amountOr(of.expected, writing),
    estimated(of.estimated, writing),
    countText(of.withoutExpected),
  ];
  const table = (title: string, name: string, rows: readonly (readonly Cell[])[]): Block => ({
    type: "table",
    caption: amounts.head(title),
    columns: [
      { header: name, align: "start", width: 4 },
      end(words.word("advice-count")),
      end(words.shared("expected")),
      end(words.shared("estimated-part")),
      end(words.word("without-expected")),
    ],
    rows,
    footer: [words.shared("total"), ...cells(report.total)],
  });
  return [
    table(
      words.word("by-department"),
      words.word("department"),
      report.byDepartment.map((of) => [of.department, ...cells(of)]),
    ),
    ...(report.scope.of === "client"
      ? []
      : [
          table(
            words.word("by-client"),
            words.shared("client"),
            report.byClient.map((of) => [client(of.client), ...cells(of)]),
          ),
        ]),
    table(
      words.word("by-item"),
      words.shared("item"),
      report.byItem.map((of) => [words.labels[`valueItem.${of.item}`], ...cells(of)]),
    ),
  ];
}
