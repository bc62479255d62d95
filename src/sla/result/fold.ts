import { toDayNumber, type LocalDate } from "../../core/index.ts";
import type { SlaErrorCode } from "../errors.ts";
import { readExplanation } from "./read-result.ts";
import type { SlaExplanationLine } from "./types.ts";

/** Two or more days of a holiday in a row, first and last inclusive. */
export interface SlaHolidaysLine {
  readonly code: "holidays-skipped";
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  readonly name: string;
  readonly provisional: boolean;
}

type HolidayLine = Extract<SlaExplanationLine, { readonly code: "holiday-skipped" }>;

const isNextDay = (line: HolidayLine, { name, to, provisional }: SlaHolidaysLine): boolean =>
  line.name === name && line.provisional === provisional && toDayNumber(line.date) === toDayNumber(to) + 1;

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
  const lines: (SlaExplanationLine | SlaHolidaysLine)[] = [];
  let folded: SlaHolidaysLine | null = null;
  for (const line of readExplanation(explanation, ["explanation"], code)) {
    if (line.code !== "holiday-skipped") {
      folded = null;
      lines.push(line);
      continue;
    }
    if (folded !== null && isNextDay(line, folded)) {
      folded = { ...folded, to: line.date, days: folded.days + 1 };
      lines[lines.length - 1] = folded;
      continue;
    }
    const { date, name, provisional } = line;
    folded = { code: "holidays-skipped", from: date, to: date, days: 1, name, provisional };
    lines.push(line);
  }
  return lines;
}
