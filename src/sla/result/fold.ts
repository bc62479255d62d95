import { toDayNumber } from "../../core/index.ts";
import type { SlaErrorCode } from "../errors.ts";
import { readExplanation } from "./read-result.ts";
import type { SlaExplanationLine, SlaHolidaysLine } from "./types.ts";

type Line = SlaExplanationLine | SlaHolidaysLine;

/** One line of a holiday and the next day of it; null when the lines are not that. */
function together(last: Line | undefined, line: SlaExplanationLine): SlaHolidaysLine | null {
  if (line.code !== "holiday-skipped" || last === undefined) return null;
  if (last.code !== "holiday-skipped" && last.code !== "holidays-skipped") return null;
  const { date, name, provisional } = line;
  const { from, to, days } = last.code === "holidays-skipped" ? last : { from: last.date, to: last.date, days: 1 };
  if (last.name !== name || last.provisional !== provisional || toDayNumber(date) !== toDayNumber(to) + 1) return null;
  return { code: "holidays-skipped", from, to: date, days: days + 1, name, provisional };
}

/**
 * An explanation as a page shows it: consecutive days of one holiday in one line instead of one line each.
 *
 * @param explanation - the lines of a stage, as {@link evaluateSla} gives them
 * @returns the same lines in the same order; two or more days of a holiday in a row are one line `holidays-skipped` with its
 *   first and last day, both inclusive
 * @throws `core/invalid-date` for a day that does not exist
 * @throws `sla/invalid-result` for something other than the lines of an explanation
 * @example
 * const received = { type: "received", at: "2026-02-14T10:30:00+08:00" } as const;
 * const context = { now: "2026-02-24T09:00:00+08:00", calendars: [CN] };
 * const { next } = evaluateSla(sourceComplaintPolicy, [received], context);
 * const lines = foldExplanation(next?.explanation ?? []);
 * lines.filter(({ code }) => code === "holidays-skipped") // => [{ code: "holidays-skipped", from: "2026-02-15", to: "2026-02-23", days: 9, name: "春节", provisional: false }]
 * @since 0.1.0
 */
export function foldExplanation(
  explanation: readonly SlaExplanationLine[],
): readonly (SlaExplanationLine | SlaHolidaysLine)[] {
  const code: SlaErrorCode = "sla/invalid-result";
  const lines: Line[] = [];
  for (const line of readExplanation(explanation, ["explanation"], code)) {
    const folded = together(lines.at(-1), line);
    if (folded === null) lines.push(line);
    else lines[lines.length - 1] = folded;
  }
  return lines;
}
