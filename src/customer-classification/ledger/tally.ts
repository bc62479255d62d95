import type { Issue } from "../../core/index.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { BlockTally, InputTally, PartState } from "../outcomes.ts";
import { stateOfCode } from "./codes.ts";
import type { ScoredRows } from "./build.ts";
import { blockOf, hasAnswer, ROW_UNREADABLE, testCode, type ScoreLedger } from "./ledger.ts";

/** Rows by state, from rows by byte code. */
function countStates(byCode: Uint32Array): Record<PartState, number> {
  const counts: Record<PartState, number> = {
    valid: 0,
    missing: 0,
    "unknown-category": 0,
    stale: 0,
    invalid: 0,
    "not-applicable": 0,
  };
  byCode.forEach((count, code) => {
    if (count > 0) counts[stateOfCode(code)] += count;
  });
  return counts;
}

/** How many rows each block took out, and how often its flag was in each state, over the rows that could be read. */
export function tallyBlocks(ledger: ScoreLedger): BlockTally[] {
  const { rows, status, card } = ledger;
  return card.blocks.map(({ block: { id, feature }, test }, index) => {
    const byCode = new Uint32Array(256);
    let out = 0;
    for (let row = 0; row < rows; row++) {
      if (status[row] === ROW_UNREADABLE) continue;
      byCode[testCode(ledger, test, row)]!++;
      if (blockOf(ledger, row) === index) out++;
    }
    const { valid, missing, stale, invalid } = countStates(byCode);
    return { block: id, feature, rows: out, counts: { valid, missing, stale, invalid } };
  });
}

/** The blocks whose flag no row has. */
export function unseenBlocks(tallies: readonly BlockTally[]): Issue[] {
  const code: CustomerClassificationErrorCode = "customer-classification/block-unseen";
  return tallies.flatMap(({ block, feature, counts: { valid, missing, stale, invalid } }) => {
    const rows = missing + stale + invalid;
    return valid > 0 || rows === 0 ? [] : [{ code, path: [feature], details: { block, feature, rows } }];
  });
}

/** The features of characteristics of which no row has a usable value, each once; rows that are not counted say nothing. */
export function unseenFeatures(tallies: readonly InputTally[]): Issue[] {
  const code: CustomerClassificationErrorCode = "customer-classification/feature-unseen";
  const unseen = new Map<string, Issue>();
  for (const { feature, counts } of tallies) {
    const rows = counts.missing + counts["unknown-category"] + counts.stale + counts.invalid;
    if (counts.valid === 0 && rows > 0) unseen.set(feature, { code, path: [feature], details: { feature, rows } });
  }
  return [...unseen.values()];
}

/** Counts, window by window, how often each input was in each state, over the rows that have a value and no block. */
export function inputTally(card: ResolvedCard): {
  readonly add: (scored: ScoredRows, ledger: ScoreLedger) => void;
  readonly tallies: () => InputTally[];
} {
  const byCodes = card.lines.map(() => new Uint32Array(256));
  return {
    add({ from, to, usable, isPlain }, ledger) {
      const { rows, codes } = ledger;
      const counted = new Uint8Array(to - from).fill(1);
      let n = to - from;
      for (let row = from; !isPlain && row < to; row++) {
        if (hasAnswer(ledger, row) && blockOf(ledger, row) < 0) continue;
        counted[row - from] = 0;
        n--;
      }
      for (const [index, byCode] of byCodes.entries()) {
        const offset = index * rows;
        if (usable[index] === 1) byCode[0]! += n;
        else for (let row = from; row < to; row++) byCode[codes[offset + row]!]! += counted[row - from]!;
      }
    },
    tallies: () =>
      card.lines.map(({ characteristic: { id, feature } }, index) => ({
        characteristic: id,
        feature,
        counts: countStates(byCodes[index]!),
      })),
  };
}
