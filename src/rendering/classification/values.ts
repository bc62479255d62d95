import type { DecimalString } from "../../core/index.ts";
import { formatDecimal, readDecimal } from "../../core/index.ts";
import type { PartState, Scorecard, ScorePart } from "../../customer-classification/index.ts";
import type { Amounts } from "../plan/unit.ts";
import { filled } from "../plan/unit.ts";
import { groupedDigits } from "../plan/figure-text.ts";
import { countText } from "../cells.ts";
import { ownLabel } from "../lines.ts";
import type { ClassificationWords } from "./words.ts";

/** What the page is written with. */
export interface ClassificationWriting {
  readonly words: ClassificationWords;
  readonly amounts: Amounts;
  readonly card: Scorecard;
  /** The label of an id of the card. */
  readonly own: (key: string) => string;
}

/** Points, with their sign where they are below 0. */
export const pointsText = (points: number): string => (points < 0 ? `−${countText(-points)}` : countText(points));

/** Points, or what they lie between where a value is left open. */
export const pointRange = (points: number, atMost: number | undefined, { words }: ClassificationWriting): string =>
  atMost === undefined
    ? pointsText(points)
    : filled(words.word("range"), { from: pointsText(points), to: pointsText(atMost) });

/** A value of a feature as people write it: an amount with its currency, or a number with its digits grouped. */
function valueText(feature: string, value: DecimalString, { card, amounts }: ClassificationWriting): string {
  if (card.features[feature]?.kind === "money" && card.currency !== undefined)
    return amounts.exact({ amount: value, currency: card.currency });
  const [whole = "", fraction] = formatDecimal(readDecimal(value, "value")).replace("-", "").split(".");
  const sign = value.startsWith("-") ? "−" : "";
  return `${sign}${groupedDigits(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** What lies between two edges, the lower one inclusive; nothing where there is none. */
export function edgesText(
  from: string | undefined,
  below: string | undefined,
  { words }: ClassificationWriting,
): string | undefined {
  if (from === undefined) return below === undefined ? undefined : filled(words.word("below"), { below });
  return below === undefined
    ? filled(words.word("at-least"), { from })
    : filled(words.word("at-least-and-below"), { from, below });
}

/** The same of values of a feature. */
export function valuesBetween(
  feature: string,
  from: DecimalString | undefined,
  below: DecimalString | undefined,
  writing: ClassificationWriting,
): string | undefined {
  const text = (edge: DecimalString | undefined): string | undefined =>
    edge === undefined ? undefined : valueText(feature, edge, writing);
  return edgesText(text(from), text(below), writing);
}

/** The state of a value in words, with what is wrong with it. */
export const stateText = (
  state: PartState,
  invalidReason: ScorePart["invalidReason"],
  { words: { labels, joined } }: ClassificationWriting,
): string =>
  joined([
    labels[`partState.${state}`],
    invalidReason === undefined ? undefined : labels[`invalidReason.${invalidReason}`],
  ]);

/** What a usable value was: the band, the categories or the answer its points are for. */
export function bandText(part: ScorePart, writing: ClassificationWriting): string {
  const { card, words, own } = writing;
  const { characteristic, feature, band, label, from, below, points } = part;
  if (label !== undefined) return own(`band.${label}`);
  const between = valuesBetween(feature, from, below, writing);
  if (between !== undefined) return between;
  const line = card.characteristics.find(({ id }) => id === characteristic);
  switch (line?.scale) {
    case "categories":
      return words.labels.dates.list(
        (line.groups[band ?? -1]?.values ?? []).map((value) => own(`category.${feature}.${value}`)),
      );
    case "flag":
      return line.whenTrue === line.whenFalse ? "" : words.labels[`flagValue.${points === line.whenTrue}`];
    case "linear":
      return words.word("in-proportion");
    case "bands":
    case undefined:
      return "";
  }
}

/** The label of an id of the card, or the refusal of a set without it. */
export const ownLabelsOf =
  (words: ClassificationWords) =>
  (key: string): string =>
    ownLabel(words.labels, key);
