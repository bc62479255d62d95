import { toDayNumber, toInstantParts, tryDayNumber } from "../core/index.ts";
import type { DayNumber, InstantParts, RowIssue } from "../core/index.ts";
import { compareTexts, readList, readMembers, readText, repeatedIds, scanInstant } from "../core/inner.ts";
import { firstEntryFrom, type DutyBook } from "./due.ts";
import { refuseDuty, type DutyErrorCode, type DutyIssueCode } from "./errors.ts";
import { readRows } from "./holders.ts";
import type { DutyExcuse, DutyRecord } from "./types.ts";

const CODE = "duties/invalid-row" satisfies DutyIssueCode;
const INPUT = "duties/invalid-input" satisfies DutyErrorCode;

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** What is wrong with a row of records that was not read. */
function issueOfRecord(record: DutyRecord, row: number): RowIssue {
  const { issues } = readRows([record], "records", (given) => {
    for (const member of ["id", "person", "kind"] as const) readText(given[member], [member], CODE);
    toInstantParts(given.at, ["at"]);
    toDayNumber(given.for, ["for"]);
  });
  return { ...issues[0]!, row };
}

/** Order of records of one second: by its fraction, then by id. */
const isLater = (a: DutyRecord, b: DutyRecord): boolean =>
  (toInstantParts(a.at).nanos - toInstantParts(b.at).nanos || compareTexts(a.id, b.id)) > 0;

/**
 * The earliest record of each duty among those made by `now`, as its row (-1 without one) and its second, and the rows
 * that are the record of no duty.
 */
export function matchRecords(book: DutyBook, list: readonly DutyRecord[], now: InstantParts) {
  const records = readList(list, ["evidence", "records"], INPUT);
  const rows = new Int32Array(book.n).fill(-1);
  const seconds = new Float64Array(book.n);
  const issues: RowIssue[] = [];
  const isRepeated = repeatedIds(records);
  /** Rows that were read and seen. */
  const seen = new Uint8Array(records.length);
  const moment = { seconds: 0, nanos: 0 };
  for (let row = 0; row < records.length; row++) {
    const record = records[row]!;
    const day = tryDayNumber((record as DutyRecord | null)?.for);
    const isRead = day !== null && scanInstant(record.at, moment) && isText(record.id);
    if (!isRead || !isText(record.person) || !isText(record.kind)) {
      issues.push(issueOfRecord(record, row));
      continue;
    }
    const { seconds: second, nanos } = moment;
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

function readExcuse(excuse: DutyExcuse, row: number): Excuse {
  readMembers(excuse, [], ["person", "from", "to", "reason", "approvedBy", "policies"], CODE);
  const { reason, approvedBy, policies = [] } = excuse;
  const person = readText(excuse.person, ["person"], CODE);
  const first = toDayNumber(excuse.from, ["from"]);
  const end = toDayNumber(excuse.to, ["to"]);
  if (end <= first) refuseDuty("duties/reversed-dates", ["to"], "not after from", { from: excuse.from, to: excuse.to });
  if (!isText(reason)) refuseDuty("duties/no-reason", ["reason"], "no reason given");
  if (!isText(approvedBy)) refuseDuty("duties/no-approver", ["approvedBy"], "approved by nobody");
  if (approvedBy.trim() === person.trim())
    refuseDuty("duties/approved-by-oneself", ["approvedBy"], "approved by the person");
  for (const [index, policy] of readList(policies, ["policies"], CODE).entries()) {
    readText(policy, ["policies", index], CODE);
  }
  if (excuse.policies !== undefined && policies.length === 0) refuseDuty(CODE, ["policies"], "for nothing");
  return { ...excuse, row, first, end };
}

/** The row of the excuse of each duty, -1 without one: the earliest that covers the day it is due; null without excuses. */
export function matchExcuses(book: DutyBook, list: readonly DutyExcuse[]) {
  const { values, issues: bad } = readRows(list, "evidence.excuses", readExcuse);
  // an excuse may be for the duties of another handle as well: the rest of it counts
  const code = "duties/unknown-policy" satisfies DutyIssueCode;
  const unknown = values.flatMap(({ row, policies = [] }) =>
    policies.flatMap((policy, index): readonly RowIssue[] =>
      book.policies.has(policy) ? [] : [{ row, code, path: ["policies", index], details: { policy } }],
    ),
  );
  const issues = [...bad, ...unknown].sort((a, b) => a.row - b.row);
  if (values.length === 0) return { rows: null, issues };
  // by what they say, so that the order of rows decides nothing
  const keyOf = ({ from, to, approvedBy, reason }: Excuse): string => JSON.stringify([from, to, approvedBy, reason]);
  const inOrder = [...values].sort((a, b) => compareTexts(keyOf(a), keyOf(b)));
  const rows = new Int32Array(book.n).fill(-1);
  for (const { row, person, policies, first, end } of inOrder) {
    for (const stretch of book.byPerson.get(person) ?? []) {
      const { entries } = stretch.timed.programme;
      const last = Math.min(stretch.to, firstEntryFrom(entries, end));
      for (let at = Math.max(stretch.from, firstEntryFrom(entries, first)); at < last; at++) {
        const { read: of, moved } = entries[at]!;
        const isMeant = policies === undefined || policies.includes(of.policy.id);
        const duty = stretch.start + at - stretch.from;
        if (isMeant && Number.isFinite(moved) && rows[duty] === -1) rows[duty] = row;
      }
    }
  }
  return { rows, issues };
}
