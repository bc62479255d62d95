import type { AspectEvaluation, EvaluationReport, MeasureFigure, ValueFact } from "../../relationship-value/index.ts";
import { amountOr, changed, estimated, type Writing } from "./parts.ts";
import { countText, end, muted, NOTHING, percent, strengthened } from "../cells.ts";
import type { Block, Cell } from "../blocks.ts";

/** The measures of an aspect: facts, their sums, and what is missing or does not apply. */
export function measureTable(
  aspect: AspectEvaluation,
  { currency }: EvaluationReport,
  writing: Writing,
): readonly Block[] {
  const { words, amounts } = writing;
  const { measures, missing, notApplicable } = aspect;
  const rows = [
    ...measures.flatMap((measure) => measureRows(measure, writing)),
    ...missing.map((measure) => [
      words.labels[`valueMeasure.${measure}`],
      muted(words.shared("no-data")),
      "",
      "",
      "",
      "",
    ]),
    ...notApplicable.map((measure) => [
      words.labels[`valueMeasure.${measure}`],
      muted(words.shared("not-asked")),
      "",
      "",
      "",
      "",
    ]),
  ];
  if (rows.length === 0) return [];
  return [
    {
      type: "table",
      caption: amounts.head(words.word("measures"), currency),
      columns: [
        { header: words.word("measure"), align: "start", width: 3 },
        end(words.word("value")),
        end(words.word("prior")),
        end(words.word("change")),
        { header: words.shared("basis"), align: "start" },
        { header: words.word("source-and-day"), align: "start", width: 3 },
      ],
      rows,
    },
  ];
}

/** The facts of a measure; with their sum where there are several amounts or counts that add up. */
function measureRows(measure: MeasureFigure, writing: Writing): readonly (readonly Cell[])[] {
  const { words } = writing;
  const label = words.labels[`valueMeasure.${measure.measure}`];
  const rows = measure.facts.map((fact): readonly Cell[] => [
    words.joined([label, fact.name ?? undefined]),
    ...valueCells(fact, measure, writing),
    fact.basis === "estimated"
      ? { text: words.labels["incomeBasis.estimated"], emphasis: "warning" }
      : words.labels[`incomeBasis.${fact.basis}`],
    words.joined([fact.id, fact.source, words.date(fact.asOf)]),
  ]);
  const sum = sumCell(measure, writing);
  if (measure.facts.length < 2 || sum === null) return rows;
  return [
    ...rows,
    strengthened([
      words.joined([label, words.word("measure-total")]),
      sum,
      measure.prior === null ? NOTHING : amountOr(measure.prior, writing),
      changed(measure.change, true, writing),
      measure.estimated === null
        ? ""
        : words.named(words.shared("estimated-part"), estimated(measure.estimated, writing)),
      "",
    ]),
  ];
}

/** What the facts of a measure, or those of many clients, come to; null where they do not add up. */
export function sumCell(of: Pick<MeasureFigure, "amount" | "count">, writing: Writing): Cell | null {
  if (of.amount !== null) return amountOr(of.amount, writing);
  return of.count === null ? null : countText(of.count);
}

/** A value, the one before, and the change: of amounts alone there are all three, and of several the change of their sum. */
function valueCells(fact: ValueFact, { facts, change }: MeasureFigure, writing: Writing): readonly Cell[] {
  switch (fact.kind) {
    case "amount": {
      const prior = fact.prior ?? null;
      return [
        amountOr(fact.amount, writing),
        prior === null ? NOTHING : amountOr(prior, writing),
        facts.length === 1 ? changed(change, true, writing) : NOTHING,
      ];
    }
    case "share":
      return [percent(fact.share), NOTHING, NOTHING];
    case "count":
      return [countText(fact.count), NOTHING, NOTHING];
    case "text":
      return [fact.text, NOTHING, NOTHING];
  }
}
