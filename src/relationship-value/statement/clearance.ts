import { readDate, readFlag, readText, shapeOf, type Reader } from "../../core/inner.ts";
import { sponsoredItems } from "../items.ts";
import type { ClearanceGap, IncomeClearance, IncomeLine } from "../types.ts";

/** That advertising or sponsorship is not the price of credit. */
export const readClearance: Reader<IncomeClearance> = shapeOf<IncomeClearance>({
  voluntary: readFlag,
  unrelatedToCredit: readFlag,
  approvedBy: readText,
  approvedOn: readDate,
});

const NONE: readonly ClearanceGap[] = [];

/** What is missing of the clearance of a line that was read; nothing where the line needs none. */
export function clearanceGaps({ item, clearance }: IncomeLine): readonly ClearanceGap[] {
  if (!(sponsoredItems as readonly string[]).includes(item)) return NONE;
  // a row of a database has null for nothing
  if (clearance === undefined || (clearance as unknown) === null) return ["not-marked"];
  const { voluntary, unrelatedToCredit } = clearance;
  return [
    ...(voluntary ? NONE : (["not-voluntary"] as const)),
    ...(unrelatedToCredit ? NONE : (["tied-to-credit"] as const)),
  ];
}
