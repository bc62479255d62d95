import { nearNames } from "../../core/inner.ts";
import type { Scorecard } from "./scorecard.ts";
import { wordsOf } from "./words.ts";

/** Words that flags have around what they say. */
const AROUND_A_FLAG = ["is", "has", "was", "flag", "indicator"];

const saidBy = (id: string): readonly string[] => wordsOf(id).filter((word) => !AROUND_A_FLAG.includes(word));

/**
 * Whether a name says what a flag says: `is_deceased` and `deceasedFlag` for `deceased`, and of several words the first
 * half or more, such as `fraud` for `fraudAlert`. `overdueDays` says something else.
 */
function saysFlag(name: string, flag: string): boolean {
  const said = saidBy(name);
  const wanted = saidBy(flag);
  return said.length > 0 && said.length * 2 >= wanted.length && said.every((word, index) => word === wanted[index]);
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
