import { stateOfCode } from "./codes.ts";
import type { BlockTally, InputTally, PartState } from "../outcomes.ts";
import { blockOf, ROW_INVALID, type ScoreLedger } from "./lines.ts";

/** How many of the rows that have a value each block took out. */
export function tallyBlocks(ledger: ScoreLedger): BlockTally[] {
  const { rows, status, card } = ledger;
  const counts = card.blocks.map(() => 0);
  for (let row = 0; row < rows; row++) {
    const block = blockOf(ledger, row);
    if (block >= 0 && status[row] !== ROW_INVALID) counts[block]!++;
  }
  return card.blocks.map(({ block }, index) => ({ block: block.id, rows: counts[index]! }));
}

/** How often each input was in each state, over the rows that have a value and are not blocked. */
export function tallyInputs(ledger: ScoreLedger): InputTally[] {
  const { rows, status, codes, card } = ledger;
  return card.lines.map((line, index) => {
    const byCode = new Uint32Array(256);
    const offset = index * rows;
    for (let row = 0; row < rows; row++) {
      if (status[row] !== ROW_INVALID && blockOf(ledger, row) < 0) byCode[codes[offset + row]!]!++;
    }
    const counts: Record<PartState, number> = {
      valid: 0,
      missing: 0,
      "unknown-category": 0,
      stale: 0,
      invalid: 0,
      "not-applicable": 0,
    };
    for (const [code, count] of byCode.entries()) counts[stateOfCode(code)] += count;
    const { id, feature } = line.characteristic;
    return { characteristic: id, feature, counts };
  });
}
