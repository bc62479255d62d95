import { toDayNumber, toInstantParts, tryDayNumber } from "../core/index.ts";
import type { DayNumber, InstantParts, RowIssue } from "../core/index.ts";
import {
  compareTexts,
  isFilled,
  readDate,
  readMoment,
  readText,
  repeatedIds,
  rowOf,
  scanInstant,
} from "../core/inner.ts";
import type { MomentBuffer } from "../core/inner.ts";
import { firstEntryFrom, type DutyBook } from "./due.ts";
import { refuseDuty, type DutyIssueCode } from "./errors.ts";
import { readExcuse, rowsOf } from "./read-rows.ts";
import type { DutyExcuse, DutyRecord } from "./types.ts";

const readRecord = rowOf<DutyRecord>({ id: readText, person: readText, kind: readText, at: readMoment, for: readDate });

/** The numbers of a record. */
type RecordBuffer = MomentBuffer & { day: DayNumber };

/** Reads a record into a buffer as {@link readRecord} would, without a path or an allocation; false where that refuses it. */
function scanRecord(record: DutyRecord, into: RecordBuffer): boolean {
  try {
    const day = tryDayNumber(record.for);
    into.day = day ?? 0;
    return (
      day !== null &&
      scanInstant(record.at, into) &&
      isFilled(record.id) &&
      isFilled(record.person) &&
      isFilled(record.kind)
    );
  } catch {
    return false;
  }
}

/** Order of records of one second: by its fraction, then by id. */
const isLater = (a: DutyRecord, b: DutyRecord): boolean =>
  (toInstantParts(a.at).nanos - toInstantParts(b.at).nanos || compareTexts(a.id, b.id)) > 0;

/**
 * The earliest record of each duty among those made by `now`, as its row (-1 without one) and its second, and the rows
 * that are the record of no duty.
 */
export function matchRecords(book: DutyBook, records: readonly DutyRecord[], now: InstantParts) {
  const rows = new Int32Array(book.n).fill(-1);
  const seconds = new Float64Array(book.n);
  const issues: RowIssue[] = [];
  const isRepeated = repeatedIds(records);
  /** Rows that were read and seen. */
  const seen = new Uint8Array(records.length);
  const buffer: RecordBuffer = { seconds: 0, nanos: 0, day: 0 };
  for (let row = 0; row < records.length; row++) {
    const record = records[row]!;
    if (!scanRecord(record, buffer)) {
      const { issues: own } = rowsOf([record], [], readRecord, isFilled);
      issues.push(...own.map((issue) => ({ ...issue, row })));
      continue;
    }
    const { seconds: second, nanos, day } = buffer;
    if (second > now.seconds || (second === now.seconds && nanos > now.nanos)) continue;
    const { id, person, kind } = record;
    if (isRepeated(id)) {
      issues.push({ row, code: "duties/duplicate-id" satisfies DutyIssueCode, path: ["id"], details: { id } });
      continue;
    }
    let counts = false;
    let isEarly = false;
    for (const { timed, from, to, start } of book.byPerson.get(person) ?? []) {
      const { slots, byKind } = timed.programme;
      for (const line of byKind.get(kind) ?? []) {
        const { first, entries } = slots[line]!;
        const at = day < first || day - first >= entries.length ? -1 : entries[day - first]!;
        if (at < from || at >= to) continue;
        if (second < timed.opens[at]!) {
          isEarly = true;
          continue;
        }
        counts = true;
        const duty = start + at - from;
        const known = rows[duty]!;
        const isTie = known >= 0 && second === seconds[duty]!;
        if (isTie ? isLater(record, records[known]!) : known >= 0 && second > seconds[duty]!) continue;
        rows[duty] = row;
        seconds[duty] = second;
      }
    }
    if (isEarly && !counts) {
      const code = "duties/record-before-period" satisfies DutyIssueCode;
      issues.push({ row, code, path: ["at"], details: { id, at: record.at, for: record.for } });
    } else seen[row] = 1;
  }
  for (const row of rows) if (row >= 0) seen[row] = 0;
  const unmatched: number[] = [];
  for (let row = 0; row < seen.length; row++) if (seen[row] === 1) unmatched.push(row);
  return { rows, seconds, unmatched, issues };
}

/** An excuse that was read, with its row and its days. */
type Excuse = DutyExcuse & { readonly row: number; readonly first: DayNumber; readonly end: DayNumber };

/** An excuse that makes sense. */
function excuseOf(excuse: DutyExcuse, row: number): Excuse {
  const { person, approvedBy, from, to } = excuse;
  const [first, end] = [toDayNumber(from), toDayNumber(to)];
  if (end <= first) refuseDuty("duties/reversed-dates", ["to"], "not after from", { from, to });
  if (approvedBy.trim() === person.trim())
    refuseDuty("duties/approved-by-oneself", ["approvedBy"], "approved by the person", {});
  return { ...excuse, row, first, end };
}

/** The row of the excuse of each duty, -1 without one: the earliest that covers the day it is due. */
export function matchExcuses(book: DutyBook, list: readonly DutyExcuse[]) {
  const { values, issues: bad } = rowsOf(list, ["evidence", "excuses"], readExcuse, excuseOf);
  // an excuse may be for the duties of another handle as well: the rest of it counts
  const code = "duties/unknown-policy" satisfies DutyIssueCode;
  const unknown = values.flatMap(({ row, policies = [] }) =>
    policies.flatMap((policy, index): readonly RowIssue[] =>
      book.policies.has(policy) ? [] : [{ row, code, path: ["policies", index], details: { policy } }],
    ),
  );
  const issues = [...bad, ...unknown].sort((a, b) => a.row - b.row);
  // by what they say, so that the order of rows decides nothing
  const keyOf = ({ from, to, approvedBy, reason }: Excuse): string => JSON.stringify([from, to, approvedBy, reason]);
  const inOrder = [...values].sort((a, b) => compareTexts(keyOf(a), keyOf(b)));
  const rows = new Int32Array(book.n).fill(-1);
  for (const { row, person, policies, first, end } of inOrder) {
    for (const stretch of book.byPerson.get(person) ?? []) {
      const { entries } = stretch.timed.programme;
      const last = Math.min(stretch.to, firstEntryFrom(entries, end));
      for (let at = Math.max(stretch.from, firstEntryFrom(entries, first)); at < last; at++) {
        const { policy } = entries[at]!.read;
        const isMeant = policies === undefined || policies.includes(policy.id);
        const duty = stretch.start + at - stretch.from;
        if (isMeant && rows[duty] === -1) rows[duty] = row;
      }
    }
  }
  return { rows, issues };
}
