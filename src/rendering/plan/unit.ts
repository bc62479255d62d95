import type { ClientNameLanguage } from "../../client/index.ts";
import { formatDecimal, readDecimal } from "../../core/index.ts";
import { roundDecimal, type Money } from "../../money/index.ts";
import { figureText } from "./figure-text.ts";

/** The units amounts are printed in. */
export const DISPLAY_UNITS = ["one", "thousand", "ten-thousand", "million"] as const;

/** The unit amounts are printed in: with all their digits, in thousands, in 万, in millions. */
export type DisplayUnit = (typeof DISPLAY_UNITS)[number];

/** The units that round, and so have a word and an annex with what was rounded. */
export const ROUNDED_UNITS = ["thousand", "ten-thousand", "million"] as const satisfies readonly DisplayUnit[];

/** A unit that rounds. */
export type RoundedUnit = (typeof ROUNDED_UNITS)[number];

/** Powers of ten of a unit, and the digits behind the point that are left. */
const ROUNDED: Readonly<Record<RoundedUnit, { readonly power: number; readonly digits: number }>> = {
  thousand: { power: 3, digits: 0 },
  "ten-thousand": { power: 4, digits: 2 },
  million: { power: 6, digits: 2 },
};

/** The unit a page is read in, by its language. */
export const UNIT_OF_LANGUAGE: Readonly<Record<ClientNameLanguage, DisplayUnit>> = {
  "zh-Hans": "ten-thousand",
  "zh-Hant-HK": "thousand",
  en: "thousand",
};

/** An amount in a unit, half-even, without the currency; one that is not 0 is never printed as 0. */
function inUnit(amount: Money, unit: DisplayUnit): string {
  if (unit === "one") return figureText(amount);
  const { power, digits } = ROUNDED[unit];
  const { coefficient, scale } = readDecimal(amount.amount, "amount");
  const rounded = roundDecimal(formatDecimal({ coefficient, scale: scale + power }), digits, "half-even");
  if (coefficient === 0n || /[1-9]/.test(rounded)) return figureText({ amount: rounded, currency: amount.currency });
  const least = formatDecimal({ coefficient: 1n, scale: digits });
  return coefficient > 0n ? `<${least}` : `>−${least}`;
}

/** The forms of an amount: of currencies people write in a way of their own, and of any other, by its code. */
export const MONEY_FORMS = ["CNY", "HKD", "USD", "EUR", "GBP", "JPY", "other"] as const;

/** How an amount is written: as one of a currency people write in a way of their own, or by its code. */
export type MoneyForm = (typeof MONEY_FORMS)[number];

/** The words amounts are written with. */
interface MoneyWords {
  readonly unit: (unit: RoundedUnit) => string;
  /** A form with `{currency}`, `{figure}` and `{unit}`. */
  readonly form: (form: MoneyForm) => string;
  /** A head with `{name}` and `{unit}`. */
  readonly head: string;
}

/** How the amounts of a document are printed. */
export interface Amounts {
  readonly unit: DisplayUnit;
  /** An amount under a head that names currency and unit; in another currency it says both, and is never misread. */
  readonly figure: (amount: Money) => string;
  /** The same under a head of a currency other than the document's. */
  readonly figureOf: (currency: string) => (amount: Money) => string;
  /** An amount with its currency and unit. */
  readonly full: (amount: Money) => string;
  /** An amount with its currency and all its digits. */
  readonly exact: (amount: Money) => string;
  /** What a currency is called. */
  readonly currency: (code: string) => string;
  /** A head with the currency of its column and the unit. */
  readonly head: (name: string, currency?: string) => string;
}

/** How the amounts of a document in a currency are printed: in the words and the order of its language. */
export function amountsIn(currency: string, unit: DisplayUnit, words: MoneyWords): Amounts {
  const inForm = (code: string, figure: string, of: DisplayUnit): string =>
    filled(words.form(MONEY_FORMS.find((known) => known === code) ?? "other"), {
      currency: code,
      figure,
      unit: of === "one" ? "" : words.unit(of),
    });
  const full = (amount: Money): string => inForm(amount.currency, inUnit(amount, unit), unit);
  const figureOf =
    (code: string) =>
    (amount: Money): string =>
      amount.currency === code ? inUnit(amount, unit) : full(amount);
  return {
    unit,
    full,
    currency: (code) => inForm(code, "", "one"),
    exact: (amount) => inForm(amount.currency, figureText(amount), "one"),
    figureOf,
    figure: figureOf(currency),
    head: (name, code = currency) => filled(words.head, { name, unit: inForm(code, "", unit) }),
  };
}

/** The labels amounts with all their digits are written with. */
type ExactLabels = Readonly<Record<`moneyForm.${MoneyForm}` | "planDocument.head", string>>;

/** How the amounts of a document are printed with all their digits: there is no unit to write. */
export const exactAmountsIn = (currency: string, labels: ExactLabels): Amounts =>
  amountsIn(currency, "one", {
    unit: () => "",
    form: (form) => labels[`moneyForm.${form}`],
    head: labels["planDocument.head"],
  });

/** A form with its parts in the place of their names; a part that is empty leaves no blank behind. */
export function filled(form: string, parts: Readonly<Record<string, string>>): string {
  const text = form.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
  return text.replace(/ {2,}/g, " ").trim();
}
