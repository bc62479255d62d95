import type { DateRange } from "../../calendar/index.ts";
import { byTag, oneOf, orNull, readDate, rowOf, type Reader } from "../../core/inner.ts";
import {
  CAPITAL_BASES,
  LOSS_TAXES,
  RETURN_TAXES,
  type ReturnTax,
  type RiskAdjustedReturn,
} from "../../relationship-value/index.ts";
import { namedPeriod } from "../../strategy-plan/inner.ts";
import type { Cell, Pair } from "../blocks.ts";
import type { LabelsOf, Phrases } from "../phrases.ts";
import { decimalText, percentText, validMoney } from "./figure-text.ts";
import type { Amounts } from "./unit.ts";

/** The parts of a risk-adjusted return that a document shows. */
export interface ShownReturn extends Pick<RiskAdjustedReturn, "raroc" | "economicValueAdded"> {
  readonly conventions: Pick<RiskAdjustedReturn["conventions"], "period" | "capital" | "tax" | "hurdle">;
}

const readTax = byTag<ReturnTax, "treatment">("treatment", {
  "before-tax": rowOf<Extract<ReturnTax, { treatment: "before-tax" }>>({ treatment: oneOf(["before-tax"]) }),
  "after-tax": rowOf<Extract<ReturnTax, { treatment: "after-tax" }>>({
    treatment: oneOf(["after-tax"]),
    rate: decimalText,
    losses: oneOf(LOSS_TAXES),
  }),
});

const readShown = rowOf<ShownReturn>({
  raroc: orNull(decimalText),
  economicValueAdded: validMoney,
  conventions: rowOf<ShownReturn["conventions"]>({
    period: rowOf<DateRange>({ from: readDate, to: readDate }),
    capital: oneOf(CAPITAL_BASES),
    tax: readTax,
    hurdle: decimalText,
  }),
});

/** A return as it is kept, with everything of it that a document shows. */
export const returnShape: Reader<RiskAdjustedReturn> = (value, path, code) => {
  readShown(value, path, code);
  return value;
};

/** Ids of the labels of a return, by kind. */
export const RETURN_LABELS = {
  capitalBasis: CAPITAL_BASES,
  returnTax: RETURN_TAXES,
  valueMeasure: ["raroc", "economic-value-added"],
} as const;

/** What a return is written with. */
interface ReturnWriting {
  readonly words: Pick<Phrases, "joined" | "named" | "period"> & {
    readonly labels: LabelsOf<typeof RETURN_LABELS>;
    readonly word: (word: "no-data" | "hurdle") => string;
  };
  readonly amounts: Amounts;
}

/** What the relationship earns on its capital and what it has to earn, with the conventions that decide the figure. */
export function returnPairs(returns: ShownReturn | null, { words, amounts }: ReturnWriting): readonly Pair[] {
  if (returns === null) return [];
  const { labels } = words;
  const { raroc, economicValueAdded, conventions } = returns;
  const { period, capital, tax, hurdle } = conventions;
  const text = words.joined([
    raroc === null ? words.word("no-data") : percentText(raroc),
    words.named(words.word("hurdle"), percentText(hurdle)),
    words.named(amounts.head(labels["valueMeasure.economic-value-added"]), amounts.figure(economicValueAdded)),
    words.period(namedPeriod(period)),
    labels[`capitalBasis.${capital}`],
    labels[`returnTax.${tax.treatment}`],
  ]);
  // what earns less than the hurdle takes value away
  const value: Cell = /^-.*[1-9]/.test(economicValueAdded.amount) ? { text, emphasis: "warning" } : text;
  return [{ name: labels["valueMeasure.raroc"], value }];
}
