import { toDayNumber, type DayNumber } from "../../core/index.ts";
import { optional, orNull, readDate, readFlag, readText, rowOf, type Reader } from "../../core/inner.ts";
import { sponsoredItems, type BookedItem } from "../items.ts";
import type { RelationshipValueFinding } from "../reasons.ts";
import type { ClearanceGap, IncomeClearance, IncomeLine } from "../types.ts";

/** A finding about a row. */
export type IncomeFinding = RelationshipValueFinding & { readonly row: number };

/** A line that counts and lacks a clearance, which it needs only if there is credit. */
export interface UnclearedLine {
  readonly row: number;
  readonly line: IncomeLine;
  readonly gaps: readonly ClearanceGap[];
}

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

/** The clients a line of whom is booked as lending: credit is credit, whatever else is wrong with its line. */
function borrowersOf(lines: readonly IncomeLine[], known: readonly string[]): ReadonlySet<string> {
  const borrowers = new Set(known);
  for (const line of lines) {
    try {
      if (line.item === ("asset" satisfies BookedItem)) borrowers.add(line.client);
    } catch {
      // a getter that throws, or no row at all: it has its issue
    }
  }
  return borrowers;
}

/**
 * The findings about lines without a clearance, where there is credit they may be the price of.
 *
 * @param uncleared - in row order
 * @param lines - all lines, of which those of lending say who has credit
 * @param known - clients who have credit whatever the lines say
 * @param borrowerFor - whose credit a line of a client may be the price of, of those who have any; null for nobody's
 */
export function creditFindings(
  uncleared: readonly UnclearedLine[],
  lines: readonly IncomeLine[],
  known: readonly string[],
  borrowerFor: (client: string, borrowers: ReadonlySet<string>) => string | null,
): readonly IncomeFinding[] {
  if (uncleared.length === 0) return [];
  const borrowers = borrowersOf(lines, known);
  return uncleared.flatMap(({ row, line, gaps }): IncomeFinding[] => {
    const borrower = borrowerFor(line.client, borrowers);
    if (borrower === null) return [];
    const details = { line: line.id, client: line.client, borrower, item: line.item, gaps };
    return [{ row, code: "income-may-be-tied-to-credit", path: ["clearance"], details }];
  });
}
