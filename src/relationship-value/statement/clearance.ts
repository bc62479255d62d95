import { toDayNumber, type DayNumber } from "../../core/index.ts";
import { optional, orNull, readDate, readFlag, readText, rowOf, type Reader } from "../../core/inner.ts";
import { sponsoredItems } from "../items.ts";
import type { ClearanceGap, IncomeClearance, IncomeLine } from "../types.ts";

/** That advertising or sponsorship is not the price of credit; like its line, it may have members of its own. */
export const readClearance: Reader<IncomeClearance> = rowOf<IncomeClearance>({
  voluntary: readFlag,
  unrelatedToCredit: readFlag,
  approvedBy: optional(orNull(readText)),
  approvedOn: optional(orNull(readDate)),
});

const NONE: readonly ClearanceGap[] = [];

/** What is missing of an approval of income that begins on a day. */
function approvalGaps(
  { approvedBy = null, approvedOn = null }: IncomeClearance,
  from: DayNumber,
): readonly ClearanceGap[] {
  if (approvedBy === null || approvedOn === null) return ["not-approved"];
  return toDayNumber(approvedOn) > from ? ["approved-afterwards"] : NONE;
}

/** What is missing of the clearance of a line that was read and begins on a day; nothing where it needs none. */
export function clearanceGaps({ item, clearance }: IncomeLine, from: DayNumber): readonly ClearanceGap[] {
  if (!(sponsoredItems as readonly string[]).includes(item)) return NONE;
  // a row of a database has null for nothing
  if (clearance === undefined || (clearance as unknown) === null) return ["not-marked"];
  const { voluntary, unrelatedToCredit } = clearance;
  return [
    ...(voluntary ? NONE : (["not-voluntary"] as const)),
    ...(unrelatedToCredit ? NONE : (["tied-to-credit"] as const)),
    ...approvalGaps(clearance, from),
  ];
}
