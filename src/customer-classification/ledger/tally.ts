import { stateOfCode } from "./codes.ts";
import type { InputTally, PartState } from "../outcomes.ts";
import { ROW_INVALID, type ScoreLedger } from "./lines.ts";

/** How often each input was in each state, over the rows that have a value. */
export function tallyInputs(ledger: ScoreLedger): InputTally[] {
  const { rows, status, codes, card } = ledger;
  return card.lines.map((line, index) => {
    const byCode = new Uint32Array(256);
    const offset = index * rows;
    for (let row = 0; row < rows; row++) if (status[row] !== ROW_INVALID) byCode[codes[offset + row]!]!++;
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
