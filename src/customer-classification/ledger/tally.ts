import type { Issue } from "../../core/index.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { BlockTally, InputTally, PartState } from "../outcomes.ts";
import { stateOfCode } from "./codes.ts";
import { blockOf, hasAnswer, ROW_UNREADABLE, type ScoreLedger } from "./lines.ts";

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
  for (const [code, count] of byCode.entries()) counts[stateOfCode(code)] += count;
  return counts;
}

/** How many rows each block took out, and how often its flag was in each state, over the rows that could be read. */
export function tallyBlocks(ledger: ScoreLedger): BlockTally[] {
  const { rows, status, testCodes, card } = ledger;
  return card.blocks.map(({ block: { id, feature }, test }, index) => {
    const byCode = new Uint32Array(256);
    let out = 0;
    for (let row = 0; row < rows; row++) {
      if (status[row] === ROW_UNREADABLE) continue;
      byCode[testCodes[test.leaf * rows + row]!]!++;
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

/** How often each input was in each state, over the rows that have a value and are not blocked. */
export function tallyInputs(ledger: ScoreLedger): InputTally[] {
  const { rows, codes, card } = ledger;
  return card.lines.map((line, index) => {
    const byCode = new Uint32Array(256);
    const offset = index * rows;
    for (let row = 0; row < rows; row++) {
      if (hasAnswer(ledger, row) && blockOf(ledger, row) < 0) byCode[codes[offset + row]!]!++;
    }
    const { id, feature } = line.characteristic;
    return { characteristic: id, feature, counts: countStates(byCode) };
  });
}
