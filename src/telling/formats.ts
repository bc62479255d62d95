import { tryRange } from "../calendar/inner.ts";
import { fromDayNumber, tryDayNumber, tryDecimal, tryInstant } from "../core/index.ts";
import { isFilled, roundExact, writeScaled } from "../core/inner.ts";
import { formatMoney, type Money } from "../money/index.ts";
import { label } from "./label.ts";
import { DURATION_UNITS, OWN_LABEL_KINDS, SHAPELESS_KINDS, type DurationUnit, type Words } from "./types.ts";

/** A fact as a sentence writes it; null when it is something else than the form is for. */
type Form = (fact: unknown, words: Words) => string | null;

const isNumber = (fact: unknown): fact is number => typeof fact === "number" && Number.isFinite(fact);

/** A decimal with a comma after each three digits of its whole part. */
function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const commas = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

/** Without the zeros at the end of its fraction. */
const short = (decimal: string): string => (decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal);

function decimalOf(fact: unknown): string | null {
  const text = isNumber(fact) ? String(fact) : fact;
  return tryDecimal(text) === null ? null : (text as string);
}

function number(fact: unknown): string | null {
  const decimal = decimalOf(fact);
  return decimal === null ? null : grouped(short(decimal));
}

/** Two fraction digits, ties to even: an amount whose currency the sentence does not say. */
function amount(fact: unknown): string | null {
  const value = tryDecimal(fact);
  return value === null ? null : grouped(writeScaled(roundExact(value, 2, "half-even"), 2));
}

/** Most fraction digits of a share that people read: four behind the point of the percent. */
const MOST_DIGITS = 6;

/** A share of 1 as percent, rounded half-even to four digits behind the point; one too small for that with all it has. */
function share(fact: unknown): string | null {
  const value = tryDecimal(fact);
  if (value === null) return null;
  const rounded = roundExact(value, MOST_DIGITS, "half-even");
  if (rounded !== 0n || value.coefficient === 0n) return `${grouped(short(writeScaled(rounded, MOST_DIGITS - 2)))}%`;
  // nothing is left of it at six digits, so that it has more of them
  return `${grouped(short(writeScaled(value.coefficient, value.scale - 2)))}%`;
}

const text: Form = (fact) => {
  if (fact === true) return "";
  // blanks are told as they are: an id may be wrong by being blank
  return typeof fact === "string" ? fact : number(fact);
};

const date: Form = (fact, { dates }) => (tryDayNumber(fact) === null ? null : dates.date(fact as string));

/** Every entry written, or null when one of them cannot be, or there is none. */
function eachOf(fact: unknown, words: Words, write: Form): string | null {
  if (!Array.isArray(fact) || fact.length === 0) return null;
  const written = Array.from<unknown>(fact).map((entry) => write(entry, words));
  return written.every((entry) => entry !== null) ? words.dates.list(written) : null;
}

const period: Form = (fact, { dates }) => {
  const range = tryRange(fact);
  if (range === null) return null;
  if (typeof fact === "string") return dates.period(fact);
  return dates.period({ from: fromDayNumber(range.from), to: fromDayNumber(range.to) });
};

const money: Form = (fact, { dates }) => {
  try {
    return formatMoney(fact as Money, { locale: dates.locale });
  } catch {
    return null;
  }
};

/** What was given instead, in words where it was described by its kind; a place in a list is a number. */
const received: Form = (fact, words) => {
  if (typeof fact === "number") return `"${String(fact)}"`;
  // blanks are shown as they are: they may be all that was given
  if (typeof fact !== "string") return null;
  const [, kind, length] = /^(string|array)\((\d+)\)$/.exec(fact) ?? [];
  if (kind !== undefined && length !== undefined) {
    return label(words, length === "0" ? `received.empty-${kind}` : `received.${kind}`).replace("#", length);
  }
  return (SHAPELESS_KINDS as readonly string[]).includes(fact) ? label(words, `received.${fact}`) : `"${fact}"`;
};

/** The name of a holiday in the words of the language; as its calendar writes it where they have none. */
const holiday: Form = (fact, words) => {
  if (!isFilled(fact)) return null;
  const key = `holiday.${fact}`;
  return Object.hasOwn(words, key) ? label(words, key) : fact;
};

const isOwnKind = (kind: string): boolean => (OWN_LABEL_KINDS as readonly string[]).includes(kind);

/** The label of a key; the key itself where its kind is a bank's own and the words have none. */
function labelOf(key: string, words: Words): string {
  return Object.hasOwn(words, key) || !isOwnKind(key.split(".", 1)[0] ?? "") ? label(words, key) : key;
}

const FORMS: Readonly<Record<string, Form>> = {
  text,
  date,
  dates: (fact, words) => eachOf(fact, words, date),
  moment: (fact, { dates }) => (tryInstant(fact) === null ? null : dates.moment(fact as string)),
  weekday: (fact, { dates }) => (tryDayNumber(fact) === null ? null : dates.weekday(fact as string)),
  period,
  money,
  amount,
  number,
  share,
  received,
  holiday,
  type: (fact, words) => (isFilled(fact) ? label(words, `valueType.${fact}`) : null),
  list: (fact, words) => eachOf(fact, words, text),
  label: (fact, words) => {
    const one: Form = (key) => (isFilled(key) ? labelOf(key, words) : null);
    return Array.isArray(fact) ? eachOf(fact, words, one) : one(fact, words);
  },
};

/** The label of an id where there is one, and the id itself where a bank may use ids of its own. */
function nameOf(kind: string, id: unknown, words: Words): string | null {
  if (!isFilled(id)) return null;
  const key = `${kind}.${id}`;
  return Object.hasOwn(words, key) ? label(words, key) : id;
}

/** A length of time. */
function duration(length: unknown, unit: unknown, { dates }: Words): string | null {
  if (!Number.isSafeInteger(length) || !(DURATION_UNITS as readonly unknown[]).includes(unit)) return null;
  return dates.duration(length as number, unit as DurationUnit);
}

/** The facts of a placeholder in its form; null when they do not fit it, undefined when there is no such form. */
export function written(form: string, facts: readonly unknown[], words: Words): string | null | undefined {
  if (form === "duration") return duration(facts[0], facts[1], words);
  const [, named] = /^name\.(.+)$/.exec(form) ?? [];
  if (named !== undefined) {
    const name: Form = (id) => nameOf(named, id, words);
    return Array.isArray(facts[0]) ? eachOf(facts[0], words, name) : name(facts[0], words);
  }
  const [, kind] = /^label\.(.+)$/.exec(form) ?? [];
  if (kind === undefined) return Object.hasOwn(FORMS, form) ? FORMS[form]?.(facts[0], words) : undefined;
  // blanks are told as they are here too, behind the kind
  const one: Form = (id) =>
    typeof id === "string" || typeof id === "boolean" ? labelOf(`${kind}.${String(id)}`, words) : null;
  return Array.isArray(facts[0]) ? eachOf(facts[0], words, one) : one(facts[0], words);
}
