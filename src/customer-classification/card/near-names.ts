import { nearNames } from "../../core/inner.ts";
import type { Scorecard } from "./scorecard.ts";
import { wordsOf } from "./words.ts";

/** Words that flags have around what they say. */
const AROUND_A_FLAG = ["is", "has", "was", "flag", "indicator"];

const saidBy = (id: string): readonly string[] => wordsOf(id).filter((word) => !AROUND_A_FLAG.includes(word));

/** Words of what is counted, measured or identified: a name with one of them says something else than a flag. */
const MEASURES = [
  "days",
  "months",
  "years",
  "count",
  "number",
  "times",
  "amount",
  "balance",
  "score",
  "rate",
  "ratio",
  "share",
  "id",
  "no",
  "name",
  "code",
];

/**
 * Whether a name says what a flag says: `is_deceased` and `deceasedFlag` for `deceased`, and of several words the first
 * half or more on either side, such as `fraud` for `fraudAlert`, and `fraudAlert` for `fraud`. `overdueDays` says
 * something else than `overdue`.
 */
function saysFlag(name: string, flag: string): boolean {
  const said = saidBy(name);
  const wanted = saidBy(flag);
  const [short, long] = said.length < wanted.length ? [said, wanted] : [wanted, said];
  const isMeasure = said.some((word) => MEASURES.includes(word) && !wanted.includes(word));
  return (
    !isMeasure &&
    short.length > 0 &&
    short.length * 2 >= long.length &&
    short.every((word, index) => word === long[index])
  );
}

/**
 * The fields of a card that a name of a record may stand for: those it is nearly written like, and the flags of blocks
 * that it says in other words, because a list that nobody reads looks like a list with nobody on it.
 */
export function nearFields(card: Scorecard): (name: string, known: readonly string[]) => readonly string[] {
  const flags = [...new Set((card.blocks ?? []).map(({ feature }) => feature))];
  return (name, known) => [
    ...nearNames(name, known),
    ...(name.startsWith("_") ? [] : flags.filter((flag) => saysFlag(name, flag))),
  ];
}
