/** The five aspects of a client's business with the bank, in order. */
export const VALUE_ASPECTS = ["quantity", "quality", "income", "potential", "needs"] as const;

/** An aspect of a client's business with the bank (业务数量, 质量, 收益, 潜力, 需求). */
export type ValueAspect = (typeof VALUE_ASPECTS)[number];

/** The three criteria by which the value of a client is judged, in order. */
export const VALUE_CRITERIA = ["existing-volume", "future-development", "combined-income"] as const;

/** A criterion of the value judgement (现有业务量, 未来发展, 可能带来的综合业务收益). */
export type ValueCriterion = (typeof VALUE_CRITERIA)[number];

/** What an evaluation may know of a client as an amount. */
export const AMOUNT_MEASURES = [
  "deposits-average",
  "deposits-end",
  "loans-average",
  "loans-end",
  "aum",
  "off-balance",
  "settlement-volume",
  "expected-loss",
  "overdue",
  "risk-adjusted-income",
  "economic-value-added",
  "spend-elsewhere",
  "expected-income",
  "lifetime-value",
] as const;

/** A measure that is an amount: balances, assets under management, losses, incomes. */
export type AmountMeasure = (typeof AMOUNT_MEASURES)[number];

/** What an evaluation may know of a client as a share or a rate. */
export const SHARE_MEASURES = ["deposit-deviation", "raroc", "wallet-share", "volume-growth", "income-growth"] as const;

/** A measure that is a share or a rate, 1 for 100 %. */
export type ShareMeasure = (typeof SHARE_MEASURES)[number];

/** What an evaluation may know of a client as a number of something. */
export const COUNT_MEASURES = ["products-used", "overdue-days", "open-pitches"] as const;

/** A measure that is a whole number. */
export type CountMeasure = (typeof COUNT_MEASURES)[number];

/** What an evaluation may know of a client as a word of the bank's. */
export const TEXT_MEASURES = ["risk-class", "internal-rating"] as const;

/** A measure that is a word of the bank's: a class, a grade. */
export type TextMeasure = (typeof TEXT_MEASURES)[number];

/** The measures of an aspect; the needs are texts and have none. */
export const measuresOf = {
  quantity: [
    "deposits-average",
    "deposits-end",
    "loans-average",
    "loans-end",
    "aum",
    "off-balance",
    "settlement-volume",
    "products-used",
  ],
  quality: ["expected-loss", "overdue", "overdue-days", "risk-class", "internal-rating", "deposit-deviation"],
  income: ["risk-adjusted-income", "economic-value-added", "raroc"],
  potential: [
    "wallet-share",
    "spend-elsewhere",
    "open-pitches",
    "expected-income",
    "volume-growth",
    "income-growth",
    "lifetime-value",
  ],
  needs: [],
} as const satisfies Readonly<Record<ValueAspect, readonly ValueMeasure[]>>;

/** What an evaluation may know of a client besides its income statement and its needs. */
export type ValueMeasure = AmountMeasure | ShareMeasure | CountMeasure | TextMeasure;

/** All measures, by aspect and in the order of the report. */
export const VALUE_MEASURES: readonly ValueMeasure[] = /* @__PURE__ */ VALUE_ASPECTS.flatMap(
  (aspect): readonly ValueMeasure[] => measuresOf[aspect],
);

/** The kinds of facts: what a measure is written as. */
export const FACT_KINDS = ["amount", "share", "count", "text"] as const;

/** The kind of a fact. */
export type FactKind = (typeof FACT_KINDS)[number];

/** Amounts and counts that can be added up: over products of a client, and over clients. Days overdue cannot. */
export const addsUp = (measure: ValueMeasure): boolean => measure !== "overdue-days";

/** The measures an evaluation asks for by default: what is neither given nor said not to apply is missing. */
export const evaluationMeasures: readonly ValueMeasure[] = Object.freeze([
  "deposits-average",
  "loans-average",
  "aum",
  "products-used",
  "expected-loss",
  "overdue",
  "risk-class",
  "deposit-deviation",
  "wallet-share",
  "expected-income",
  "volume-growth",
] as const);
