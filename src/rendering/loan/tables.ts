import { toDayNumber, type LocalDate } from "../../core/index.ts";
import type { LoanRow } from "../../loans/index.ts";
import { add, compare, sum, type Money } from "../../money/index.ts";
import { countText, end, exactPercent, muted } from "../cells.ts";
import { lengthOf } from "../plan/figure-text.ts";
import type { Block, Cell } from "../blocks.ts";
import type { NumberTick } from "../figure/types.ts";
import type { LoanWriting } from "./input.ts";

/** What is owed before a row. */
const openingOf = ({ balance, principal }: LoanRow): Money => add(balance, principal);

const yearOf = ({ date }: LoanRow): string => date.slice(0, 4);

/** Every row of the schedule, and the totals. */
export function scheduleTable({ schedule, rows, hasFees, hasRates, words, amounts }: LoanWriting): Block {
  const totals = schedule.totals();
  const optionalCells = (has: boolean, cell: Cell): readonly Cell[] => (has ? [cell] : []);
  const row = (of: LoanRow): readonly Cell[] => [
    of.kind === "instalment" ? countText(of.instalment) : muted(words.labels[`loanRow.${of.kind}`]),
    words.date(of.date),
    ...optionalCells(hasRates, exactPercent(of.rate)),
    amounts.figure(openingOf(of)),
    amounts.figure(of.payment),
    amounts.figure(of.principal),
    amounts.figure(of.interest),
    ...optionalCells(hasFees, amounts.figure(of.fee)),
    amounts.figure(of.balance),
  ];
  return {
    type: "table",
    caption: amounts.head(words.word("schedule")),
    columns: [
      { header: words.word("number"), align: "start" },
      { header: words.word("due"), align: "start" },
      ...(hasRates ? [end(words.word("rate"))] : []),
      end(words.word("opening")),
      end(words.word("payment")),
      end(words.word("principal-part")),
      end(words.word("interest-part")),
      ...(hasFees ? [end(words.word("fee"))] : []),
      end(words.word("closing")),
    ],
    rows: rows.map(row),
    footer: [
      words.shared("total"),
      "",
      ...optionalCells(hasRates, ""),
      "",
      amounts.figure(totals.payment),
      amounts.figure(totals.principal),
      amounts.figure(totals.interest),
      ...optionalCells(hasFees, amounts.figure(totals.fee)),
      "",
    ],
  };
}

/** Rows by the calendar year they fall due in, ascending. */
function rowsByYear(rows: readonly LoanRow[]): ReadonlyMap<string, readonly [LoanRow, ...LoanRow[]]> {
  const years = new Map<string, [LoanRow, ...LoanRow[]]>();
  for (const row of rows) {
    const found = years.get(yearOf(row));
    if (found === undefined) years.set(yearOf(row), [row]);
    else found.push(row);
  }
  return years;
}

/** Most rows of a schedule that need no sums by year. */
const FEW_ROWS = 24;

/** Sums by calendar year beside the schedule, so that its own rows can be added up; nothing of a short schedule. */
export function yearTable({ schedule, rows, hasFees, words, amounts }: LoanWriting): readonly Block[] {
  if (rows.length <= FEW_ROWS) return [];
  const totals = schedule.totals();
  const sumOf = (of: readonly LoanRow[], part: (row: LoanRow) => Money): string =>
    amounts.figure(sum(schedule.currency, of.map(part)));
  return [
    {
      type: "table",
      caption: amounts.head(words.word("by-year")),
      columns: [
        { header: words.word("year"), align: "start" },
        end(words.word("rows")),
        end(words.word("payment")),
        end(words.word("principal-part")),
        end(words.word("interest-part")),
        ...(hasFees ? [end(words.word("fee"))] : []),
        end(words.word("closing")),
      ],
      rows: [...rowsByYear(rows)].map(([year, of]): readonly Cell[] => [
        words.period(year),
        countText(of.length),
        sumOf(of, ({ payment }) => payment),
        sumOf(of, ({ principal }) => principal),
        sumOf(of, ({ interest }) => interest),
        ...(hasFees ? [sumOf(of, ({ fee }) => fee)] : []),
        amounts.figure((of.at(-1) ?? of[0]).balance),
      ]),
      footer: [
        words.shared("total"),
        countText(rows.length),
        amounts.figure(totals.payment),
        amounts.figure(totals.principal),
        amounts.figure(totals.interest),
        ...(hasFees ? [amounts.figure(totals.fee)] : []),
        "",
      ],
    },
  ];
}

/** Most places of the figure that have a mark on the axis. */
const MOST_TICKS = 6;

/** What is left of the loan: after each row of a short schedule, at the end of each year of a long one. */
export function balanceFigure({ schedule, rows, start, words, amounts }: LoanWriting): Block {
  const opening = rows[0] === undefined ? [] : [{ date: start, balance: openingOf(rows[0]) }];
  const isLong = rows.length > FEW_ROWS;
  const shown = rows.filter((row, at) => {
    const next = rows[at + 1];
    if (next === undefined) return true;
    // of several rows on one day, what is left after the last
    return isLong ? yearOf(next) !== yearOf(row) : next.date !== row.date;
  });
  const points: readonly { readonly date: LocalDate; readonly balance: Money }[] = [...opening, ...shown];
  const places = points.map(({ date }): NumberTick => ({ at: toDayNumber(date), label: words.date(date) }));
  const step = Math.ceil(places.length / MOST_TICKS);
  const nothing: Money = { amount: "0", currency: schedule.currency };
  const most = points.reduce((found, { balance }) => (compare(balance, found) > 0 ? balance : found), nothing);
  return {
    type: "figure",
    title: words.word("balance"),
    description: words.word("balance-text"),
    figure: {
      kind: "lines",
      x: {
        title: words.word("due"),
        ticks: points
          .filter((_, at) => at % step === 0)
          .map(({ date }) => ({ at: toDayNumber(date), label: words.period(date.slice(0, 7)) })),
      },
      y: {
        title: amounts.head(words.word("balance")),
        ticks: [nothing, most].map((amount) => ({ at: lengthOf(amount), label: amounts.figure(amount) })),
      },
      places,
      series: [
        {
          label: amounts.head(words.word("balance")),
          tone: "solid",
          values: points.map(({ balance }) => lengthOf(balance)),
          texts: points.map(({ balance }) => amounts.figure(balance)),
        },
      ],
      bands: [],
      marks: [],
    },
  };
}
