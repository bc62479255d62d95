import { fromDayNumber } from "../../core/index.ts";
import { optional, readText, shapeOf } from "../../core/inner.ts";
import { amortize, trueAnnualRate, type LoanTerms } from "../../loans/index.ts";
import { isZero, type Money } from "../../money/index.ts";
import { countText, exactPercent, muted } from "../cells.ts";
import { told } from "../plan/told.ts";
import { exactAmountsIn, filled } from "../plan/unit.ts";
import type { Block, BlockDocument, Pair } from "../blocks.ts";
import type { RenderingErrorCode } from "../errors.ts";
import type { LoanWriting } from "./input.ts";
import { balanceFigure, scheduleTable, yearTable } from "./tables.ts";
import { loanWordsOf, readLoanLabels, type LoanDocumentLabels, type LoanDocumentWord } from "./words.ts";

/** What the document of a repayment schedule is written with. */
export interface LoanDocumentOptions {
  /** Words of the language the document is written in, such as `zhHans`; it may have more than the document needs. */
  readonly labels: LoanDocumentLabels;
  /** What the borrower is called. */
  readonly borrower?: string;
  /** Number of the loan or its contract. */
  readonly loanNumber?: string;
}

const readOptions = shapeOf<LoanDocumentOptions>({
  labels: readLoanLabels,
  borrower: optional(readText),
  loanNumber: optional(readText),
});

/**
 * The repayment schedule of a loan as a document for the borrower and for the branch (还款计划表).
 *
 * First what the loan is and costs: principal, rates, way of repaying, term, due dates, interest, fees and everything
 * paid, with the true annual rate of `trueAnnualRate`, by equal periods where the loan has them and otherwise by dates;
 * where there is not exactly one, that is said. Then what is left of the loan as a figure and, of a loan over several
 * years, sums by calendar year; then every row of `amortize`, with all digits, and the totals at the foot. It is made
 * from the terms, which can be kept, so that the schedule is always that of the loan described above it.
 *
 * @param terms - the loan, as for `amortize`
 * @param options - words, and who borrows under which number
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `loans/invalid-terms` and what else `amortize` throws for terms that make no loan
 * @see 还款计划表; 中国人民银行公告〔2021〕第3号 for showing the annual rate
 * @example
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * const doc = loanDocument({
 *   principal: { amount: "1200", currency: "CNY" }, method: "level-principal", periods: 12,
 *   start: "2026-01-20", rate: "0.06", interest: "monthly", rounding: "half-up",
 * }, { labels: zhHans, borrower: "王五" });
 * doc.title // => "还款计划表：王五"
 * const schedule = doc.blocks.flatMap((block) => (block.type === "table" ? [block] : [])).at(-1);
 * schedule?.rows[0] // => ["1", "2026年2月20日", "1,200.00", "106.00", "100.00", "6.00", "1,100.00"]
 * schedule?.footer // => ["合计", "", "", "1,239.00", "1,200.00", "39.00", ""]
 * @since 0.1.0
 */
export function loanDocument<C extends string>(terms: LoanTerms<C>, options: LoanDocumentOptions): BlockDocument {
  const code: RenderingErrorCode = "rendering/invalid-option";
  const schedule = amortize(terms);
  const { labels, borrower, loanNumber } = readOptions(options, ["options"], code);
  const words = loanWordsOf(labels);
  const rows = schedule.rows();
  const writing: LoanWriting = {
    terms,
    schedule,
    rows,
    start: fromDayNumber(schedule.start),
    hasFees: rows.some(({ fee }) => !isZero(fee)),
    hasRates: new Set(rows.map(({ rate }) => rate)).size > 1,
    words,
    amounts: exactAmountsIn(schedule.currency, labels),
  };
  const title = borrower === undefined ? words.word("title") : words.named(words.word("title"), borrower);
  const parties: readonly Pair[] = [
    ...(borrower === undefined ? [] : [{ name: words.word("borrower"), value: borrower }]),
    ...(loanNumber === undefined ? [] : [{ name: words.word("loan-number"), value: loanNumber }]),
  ];
  const byYear = yearTable(writing);
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      {
        type: "columns",
        columns: [
          [{ type: "pairs", display: "list", items: [...parties, ...loanPairs(writing)] }],
          [{ type: "pairs", display: "list", items: timePairs(writing) }],
        ],
      },
      { type: "pairs", display: "tiles", items: costTiles(writing) },
      ...findingsNote(writing),
      balanceFigure(writing),
      ...byYear,
      ...(byYear.length === 0 ? [] : [{ type: "page-break" } as const]),
      scheduleTable(writing),
      ...conventions(writing),
    ],
  };
}

/** What is lent, at which rates, and how it is repaid. */
function loanPairs({ terms, schedule, words, amounts, start }: LoanWriting): readonly Pair[] {
  const { labels } = words;
  const { upfront } = terms.fees ?? {};
  const since = (day: string): string => filled(words.shared("open-ended"), { date: words.date(day) });
  const rates =
    typeof terms.rate === "string"
      ? exactPercent(terms.rate)
      : terms.rate.map(({ date, rate }) => `${exactPercent(rate)} ${since(date > start ? date : start)}`).join("\n");
  const grace = "grace" in terms ? terms.grace : undefined;
  return [
    { name: words.word("principal"), value: amounts.exact(terms.principal) },
    ...(upfront === undefined ? [] : [{ name: words.word("upfront-fee"), value: amounts.exact(upfront) }]),
    { name: words.word("rate"), value: rates },
    { name: words.word("method"), value: labels[`repaymentMethod.${schedule.method}`] },
    { name: words.word("interest-method"), value: labels[`loanInterest.${schedule.accrual}`] },
    ...(grace === undefined
      ? []
      : [
          {
            name: words.word("grace"),
            value: words.joined([
              words.named(words.word("grace-instalments"), countText(grace.periods)),
              labels[`gracePays.${grace.pays}`],
            ]),
          },
        ]),
  ];
}

const MONTHS_OF_A_YEAR = 12;

/** When the loan is paid out and repaid. */
function timePairs({ schedule, rows, start, words }: LoanWriting): readonly Pair[] {
  const { dates } = words.labels;
  const length = (months: number): string =>
    months % MONTHS_OF_A_YEAR === 0
      ? dates.duration(months / MONTHS_OF_A_YEAR, "year")
      : dates.duration(months, "month");
  const { monthsPerPeriod, regular } = schedule;
  const instalments = rows.filter(({ kind }) => kind === "instalment");
  const [first, last] = [rows[0], rows.at(-1)];
  return [
    { name: words.word("drawn-on"), value: words.date(start) },
    // only whole periods of one length add up to a term in months
    ...(regular && monthsPerPeriod !== null
      ? [{ name: words.word("term"), value: length(monthsPerPeriod * instalments.length) }]
      : []),
    { name: words.word("instalments"), value: countText(instalments.length) },
    ...(monthsPerPeriod === null || instalments.length < 2
      ? []
      : [{ name: words.word("interval"), value: length(monthsPerPeriod) }]),
    ...(first === undefined ? [] : [{ name: words.word("first-due"), value: words.date(first.date) }]),
    ...(last === undefined ? [] : [{ name: words.word("last-due"), value: words.date(last.date) }]),
  ];
}

/** What the borrower pays, and what that is per year. */
function costTiles({ schedule, rows, hasFees, words, amounts }: LoanWriting): readonly Pair[] {
  const { payment, interest, fee } = schedule.totals();
  const [first] = rows;
  const tile = (word: LoanDocumentWord, amount: Money): Pair => ({
    name: amounts.head(words.word(word)),
    value: amounts.figure(amount),
  });
  return [
    ...(first === undefined ? [] : [tile("first-payment", first.payment)]),
    tile("total-interest", interest),
    ...(hasFees ? [tile("total-fees", fee)] : []),
    tile("total-paid", payment),
    annualRate(schedule, words),
  ];
}

/** Beyond this a rate is a figure nobody can read, and its digits are not exact. */
const GREATEST_RATE = 1e6;

/** The true annual rate to two digits of a percent; where there is none, or more than one, that is said. */
function annualRate(schedule: LoanWriting["schedule"], words: LoanWriting["words"]): Pair {
  const name = words.word("annual-rate");
  const found = trueAnnualRate(schedule, schedule.regular ? "periods" : "dates");
  if (!found.ok || !found.unique || found.effective > GREATEST_RATE) {
    return { name, value: muted(words.word("no-annual-rate")) };
  }
  // doubles, so that four digits of the share are what is the same everywhere
  const text = (rate: number): string => exactPercent(rate.toFixed(4));
  return {
    name,
    value: text(found.effective),
    note: words.named(words.word("annual-rate-nominal"), text(found.nominal)),
  };
}

function findingsNote({ schedule, words, amounts }: LoanWriting): readonly Block[] {
  const texts = schedule.findings.map((finding) => told(finding, { words, amounts }));
  return texts.length === 0 ? [] : [{ type: "note", tone: "warning", title: words.shared("to-attend"), texts }];
}

/** How the figures are worked out. */
const conventions = ({ schedule, words }: LoanWriting): readonly Block[] => [
  { type: "heading", level: 2, text: words.word("conventions") },
  {
    type: "list",
    ordered: false,
    items: [
      words.named(words.word("convention-rounding"), words.labels[`roundingMode.${schedule.rounding}`]),
      words.word("convention-annual-rate"),
      words.word("convention-days"),
    ],
  },
];
