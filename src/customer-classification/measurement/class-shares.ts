import { rateOf, type DecimalString, type Rate } from "../../core/index.ts";
import {
  compareTexts,
  listOf,
  quotientText,
  readList,
  readText,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import type { MeasurementLine } from "./lines.ts";
import type { NonClass } from "../population/words.ts";
import { MEASUREMENT, sameLength } from "./outcome-counts.ts";

/** The word for a row with an issue. */
const REFUSED = "refused" satisfies NonClass;

/** What is compared, and when a group is small. */
export interface ClassShareOptions {
  /** Name of the feature that tells the groups apart, as the report shows it; it need not be one of the card. */
  readonly feature: string;
  /** Classes that are an advantage: whoever has one of them is selected. */
  readonly selected: readonly string[];
  /** A group of fewer rows is flagged, because one person more or less moves its share: a whole number from 0 up. */
  readonly smallBelow: number;
}

/** Classes of one group. */
export interface GroupShares {
  readonly group: string;
  readonly n: number;
  /** In order of class by code units. */
  readonly classes: readonly { readonly class: string; readonly share: Rate }[];
  /** Share of the group that is selected. */
  readonly selected: Rate;
  /** Its share of selection divided by the highest, to four decimals, half-even; null when nobody is selected. */
  readonly ratio: DecimalString | null;
  readonly isSmall: boolean;
}

/** Shares of classes by group. */
export interface ClassShares {
  readonly feature: string;
  readonly selected: readonly string[];
  /** Rows with a class and a group. */
  readonly n: number;
  /** Rows whose group is null. */
  readonly withoutGroup: number;
  /** Rows whose class is null. */
  readonly withoutClass: number;
  /** In order of group by code units. */
  readonly groups: readonly GroupShares[];
  /** Lowest share of selection divided by the highest; null with fewer than two groups, or when nobody is selected. */
  readonly ratio: DecimalString | null;
  /** Whether the lowest is at least four fifths of the highest, exactly; null where there is no ratio. */
  readonly keepsFourFifths: boolean | null;
  /** The report in lines: the comparison, small groups, selected classes that nobody is in, rows without a group. */
  readonly lines: readonly MeasurementLine[];
}

/** Four fifths, as two whole numbers. */
const FOUR_FIFTHS = { n: 4, of: 5 };

/** A list of texts and nulls; undefined is null. */
function readTexts(column: readonly (string | null | undefined)[], path: string): readonly (string | null)[] {
  return readList(column, [path], MEASUREMENT).map((cell, row) => {
    if (cell === null || cell === undefined) return null;
    return readText(cell, [path, row], MEASUREMENT);
  });
}

let optionsReader: Reader<ClassShareOptions> | null = null;

function readOptions(options: ClassShareOptions): ClassShareOptions {
  optionsReader ??= shapeOf<ClassShareOptions>({
    feature: readText,
    selected: listOf(readText, 1),
    smallBelow: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  });
  return optionsReader(options, ["options"], MEASUREMENT);
}

/** Rows of a group as they are counted. */
interface Counting {
  n: number;
  selected: number;
  readonly classes: Map<string, number>;
}

/** Whether a share of selection is less than another, in whole numbers. */
const isLess = (a: Counting, b: Counting): boolean =>
  BigInt(a.selected) * BigInt(b.n) < BigInt(b.selected) * BigInt(a.n);

/** One share of selection divided by another. */
const ratioOf = (low: Counting, high: Counting): DecimalString =>
  quotientText(BigInt(low.selected) * BigInt(high.n), BigInt(high.selected) * BigInt(low.n), 4, "half-even");

const keepsFourFifths = (low: Counting, high: Counting): boolean =>
  BigInt(low.selected) * BigInt(high.n) * BigInt(FOUR_FIFTHS.of) >=
  BigInt(high.selected) * BigInt(low.n) * BigInt(FOUR_FIFTHS.n);

type Group = readonly [group: string, counting: Counting];

/** Counts rows by group and class, groups in order. */
function countGroups(
  classes: readonly (string | null)[],
  groups: readonly (string | null)[],
  selected: ReadonlySet<string>,
): Group[] {
  const counted = new Map<string, Counting>();
  for (const [row, group] of groups.entries()) {
    const own = classes[row] ?? null;
    if (group === null || own === null) continue;
    let counting = counted.get(group);
    if (counting === undefined) {
      counting = { n: 0, selected: 0, classes: new Map() };
      counted.set(group, counting);
    }
    counting.n++;
    if (selected.has(own)) counting.selected++;
    counting.classes.set(own, 1 + (counting.classes.get(own) ?? 0));
  }
  return [...counted].sort(([a], [b]) => compareTexts(a, b));
}

const rateText = ({ n, selected }: Counting): DecimalString => rateOf(selected, n).rate ?? "0";

/** The comparison of the lowest with the highest share, as a line. */
function comparison(feature: string, lowest: Group, highest: Group): MeasurementLine {
  const [[low, ofLow], [high, ofHigh]] = [lowest, highest];
  return {
    line: keepsFourFifths(ofLow, ofHigh) ? "four-fifths-kept" : "four-fifths-missed",
    values: {
      feature,
      lowest: low,
      lowestRate: rateText(ofLow),
      lowestN: ofLow.n,
      highest: high,
      highestRate: rateText(ofHigh),
      highestN: ofHigh.n,
      ratio: ratioOf(ofLow, ofHigh),
    },
  };
}

/**
 * Shares of classes by a protected feature (公平性检查), with the four-fifths ratio: the lowest share of selection divided by the
 * highest.
 *
 * The feature is passed beside the classes and need not be one of the card, so that a card that never sees it can still be
 * examined for what it does. A ratio below four fifths is, under the guidelines of United States agencies on the selection
 * of employees, generally regarded as evidence of adverse impact (29 CFR 1607.4(D)). They are not law for banks in mainland
 * China or Hong Kong, and a ratio proves nothing either way: it says where to look. In a small group one person decides,
 * which is why such groups are flagged; they are compared all the same.
 *
 * @param classes - one class per row, those of `classesOf` for a batch; null, or its word `refused`, where there is none
 * @param groups - the group of each row, null where it is not known: such rows are counted and left out
 * @param options - name of the feature, the classes that are an advantage, and when a group is small
 * @returns shares of each class by group with their counts, and the ratio; null rather than 0 where there is nothing to share
 * @throws `customer-classification/invalid-measurement` for lists of different lengths, a class or group that is not a text,
 * or an option, with the path
 * @see Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D), as quoted by third parties; the example has
 * the rates of the agencies' questions and answers of 1979, as quoted by a university's repository
 * @example
 * const rates = { a: 60, b: 45, c: 48, d: 51 };
 * const rows = Object.entries(rates).flatMap(([group, share]) => Array.from({ length: 100 }, (_, i) => ({ group, selected: i < share })));
 * const shares = classSharesBy(rows.map(({ selected }) => (selected ? "core" : "general")), rows.map(({ group }) => group), { feature: "origin", selected: ["core"], smallBelow: 30 });
 * shares.groups.map((group) => group.ratio) // => ["1.0000", "0.7500", "0.8000", "0.8500"]
 * shares.ratio // => "0.7500"
 * shares.keepsFourFifths // => false
 * @since 0.1.0
 */
export function classSharesBy(
  classes: readonly (string | null | undefined)[],
  groups: readonly (string | null | undefined)[],
  options: ClassShareOptions,
): ClassShares {
  const { feature, selected, smallBelow } = readOptions(options);
  const texts = readTexts(classes, "classes");
  const own = texts.map((text) => (text === REFUSED ? null : text));
  const by = readTexts(groups, "groups");
  sameLength(by.length, own.length, ["groups"]);
  const counted = countGroups(own, by, new Set(selected));
  const highest = counted.reduce<Group | null>(
    (best, group) => (best === null || isLess(best[1], group[1]) ? group : best),
    null,
  );
  const lowest = counted.reduce<Group | null>(
    (best, group) => (best === null || isLess(group[1], best[1]) ? group : best),
    null,
  );
  const hasRatio = counted.length > 1 && highest !== null && lowest !== null && highest[1].selected > 0;
  const all = counted.reduce((sum, [, { n }]) => sum + n, 0);
  const allSelected = counted.reduce((sum, [, counting]) => sum + counting.selected, 0);
  const withoutGroup = by.filter((group) => group === null).length;
  const lines: MeasurementLine[] = [
    hasRatio
      ? comparison(feature, lowest, highest)
      : { line: "four-fifths-undefined", values: { feature, groups: counted.length, selected: allSelected } },
  ];
  for (const [group, { n }] of counted) {
    if (n < smallBelow) lines.push({ line: "group-small", values: { feature, group, n, smallBelow } });
  }
  const seen = [...new Set(own.filter((name) => name !== null))].sort(compareTexts);
  for (const name of selected) {
    if (seen.length > 0 && !seen.includes(name)) lines.push({ line: "selected-unseen", values: { class: name, seen } });
  }
  if (withoutGroup > 0) lines.push({ line: "group-unknown", values: { feature, n: withoutGroup } });
  return {
    feature,
    selected: [...selected],
    n: all,
    withoutGroup,
    withoutClass: own.filter((name) => name === null).length,
    groups: counted.map(([group, counting]) => ({
      group,
      n: counting.n,
      classes: [...counting.classes]
        .sort(([a], [b]) => compareTexts(a, b))
        .map(([name, rows]) => ({ class: name, share: rateOf(rows, counting.n) })),
      selected: rateOf(counting.selected, counting.n),
      ratio: highest !== null && highest[1].selected > 0 ? ratioOf(counting, highest[1]) : null,
      isSmall: counting.n < smallBelow,
    })),
    ratio: hasRatio ? ratioOf(lowest[1], highest[1]) : null,
    keepsFourFifths: hasRatio ? keepsFourFifths(lowest[1], highest[1]) : null,
    lines,
  };
}
