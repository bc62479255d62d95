import { describeValue, issueOf, type Path, type RowIssue } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import {
  EARNED_ABSENT,
  EARNED_UNKNOWN,
  INVALID_PLACE,
  NO_STANDING,
  readBook,
  type Book,
  type StandingBatch,
  type StandingColumns,
} from "./book.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { codeOf, fillRow, isPlace, startOf, type Kernel } from "./review-columns.ts";
import type { StandingPolicy } from "./policy.ts";
import { requireNotOver, resolveStandingPolicy } from "./read-policy.ts";
import { readStanding } from "./read-standing.ts";
import { reviewOn, startAt, together } from "./step.ts";
import type { Standing, StandingAdvance } from "./standing.ts";

const OBSERVATION = "customer-classification/invalid-standing-observation" satisfies CustomerClassificationErrorCode;

/** Replays one client as {@link advanceStanding} does; `seen` gets each review with what it did. */
function replayRow(book: Book, row: number, seen: (at: number, advance: StandingAdvance) => void): Standing | null {
  const { policy, dates, earned, kept, given, from } = book;
  const before = from?.[row] ?? null;
  let standing = before === null ? null : readStanding(before, policy, ["from"]);
  for (let at = standing === null ? startOf(book, row) : 0; at < dates.length; at++) {
    const place = earned[at]?.[row] ?? EARNED_ABSENT;
    if (place === EARNED_ABSENT) continue;
    const path: Path = ["reviews", at];
    if (!isPlace(book, at, row)) {
      const name = place === INVALID_PLACE ? "earned" : "kept";
      refuse(OBSERVATION, [...path, name], "no place on the ladder", {
        received: describeValue(given[at]?.[name]?.[row]),
        min: name === "earned" ? EARNED_ABSENT : EARNED_UNKNOWN,
        max: policy.levels.length - 1,
      });
    }
    const on = dates[at] ?? "";
    const passed: StandingAdvance[] = [];
    const found = { earned: place, kept: place < 0 ? place : Math.max(place, kept[at]?.[row] ?? place) };
    const last =
      standing === null
        ? startAt(policy, on, place, [...path, "on"])
        : reviewOn(policy, standing, on, found, path, (advance) => passed.push(advance));
    const advance = together(passed, last);
    seen(at, advance);
    ({ standing } = advance);
  }
  return standing;
}

function set(columns: readonly Uint8Array[], at: number, row: number, value: number): void {
  const column = columns[at];
  if (column !== undefined) column[row] = value;
}

const books = /* @__PURE__ */ new WeakMap<StandingBatch, Book>();

/**
 * The standings of a whole book over its reviews, from columns of earned levels (全行批量).
 *
 * The same answers as {@link advanceStanding} gives one client after the other. The first known level of a client is the
 * start; a client may leave, and has no observation from then on. A client who cannot be answered (a place that the
 * ladder does not have, a day without a review, a review that was missed) is among the issues and stops no other.
 * Clients with floors, overrides or objections go through the same rules, one by one.
 *
 * @param policy - the rules
 * @param columns - one column per review: places on the ladder, one per client
 * @returns the places held and served, and what each review did, in columns; `standingOfRow` gives the standing of a client
 * @throws `customer-classification/invalid-standing-columns` when the columns are not such, or not in the order of their days
 * @throws `customer-classification/ragged-columns` when they are not of one length
 * @throws `customer-classification/invalid-standing-policy`, `core/invalid-policy`, `core/invalid-date`
 * @throws `core/no-policy-in-force` for a review on or after the `effectiveTo` of the policy; days before its
 * `effectiveFrom` are answered
 * @example
 * const batch = advanceStandings(exampleTierStanding, {
 *   reviews: [
 *     { on: "2026-01-31", earned: Int8Array.of(2, 1, EARNED_ABSENT) },
 *     { on: "2026-02-28", earned: Int8Array.of(1, 2, 0) },
 *     { on: "2026-03-31", earned: Int8Array.of(1, EARNED_UNKNOWN, 7) },
 *   ],
 * });
 * batch.served.map((column) => [...column]) // => [[2, 1, 255], [2, 2, 255], [2, 2, 255]]
 * batch.issues.map(({ row, path }) => ({ row, path })) // => [{ row: 2, path: ["reviews", 2, "earned"] }]
 * standingOfRow(batch, 0)?.reviewsLeft // => [0, 3, 1]
 * @since 0.1.0
 */
export function advanceStandings(policy: StandingPolicy, columns: StandingColumns): StandingBatch {
  const resolved = resolveStandingPolicy(policy);
  const book = readBook(resolved, columns);
  for (const [index, on] of book.dates.entries()) requireNotOver(resolved, on, ["columns", "reviews", index, "on"]);
  return advanceBook(book);
}

/** The same for a book that was read, on whatever days. */
export function advanceBook(book: Book): StandingBatch {
  const { policy: resolved, rows, dates } = book;
  const blank = (): Uint8Array[] => dates.map(() => new Uint8Array(rows).fill(NO_STANDING));
  const size = resolved.levels.length;
  const kernel: Kernel = {
    held: blank(),
    served: blank(),
    changes: blank(),
    left: new Uint8Array(size),
    runs: new Uint8Array(size),
  };
  const { held, served, changes } = kernel;
  const clear = (row: number): void => {
    for (const list of [held, served, changes]) for (const column of list) column[row] = NO_STANDING;
  };
  const issues: RowIssue[] = [];
  for (let row = 0; row < rows; row++) {
    if (fillRow(book, kernel, row)) continue;
    clear(row);
    try {
      replayRow(book, row, (at, { standing: { steps }, transition }) => {
        set(held, at, row, steps.held);
        set(served, at, row, steps.served);
        set(changes, at, row, codeOf(transition.kind));
      });
    } catch (error) {
      clear(row);
      issues.push({ row, ...issueOf(error) });
    }
  }
  const { stamp, levels } = resolved;
  const batch: StandingBatch = { policy: stamp, levels, dates, held, served, changes, issues };
  books.set(batch, book);
  return batch;
}

/**
 * The standing of one client of a batch after its last review, to be stored or told.
 *
 * @param batch - what {@link advanceStandings} returned, not a copy of it
 * @param row - index of the client, from 0
 * @returns the standing; null for a client who has not started
 * @throws `customer-classification/unknown-row` for a row or a batch that does not exist
 * @throws `customer-classification/row-has-issue` for a client without an answer
 * @example
 * const batch = advanceStandings(exampleTierStanding, { reviews: [{ on: "2026-01-31", earned: [2, EARNED_UNKNOWN] }] });
 * standingOfRow(batch, 0)?.served // => "core"
 * standingOfRow(batch, 1) // => null
 * standingOfRow(batch, 2) // throws customer-classification/unknown-row
 * @since 0.1.0
 */
export function standingOfRow(batch: StandingBatch, row: number): Standing | null {
  const book = books.get(batch);
  if (book === undefined || !Number.isInteger(row) || row < 0 || row >= book.rows) {
    const code: CustomerClassificationErrorCode = "customer-classification/unknown-row";
    const at = book === undefined ? "batch" : "row";
    return refuse(code, at, "no such row", {
      row: Number.isInteger(row) ? row : describeValue(row),
      rows: book?.rows ?? 0,
    });
  }
  if (batch.issues.some((issue) => issue.row === row)) {
    const code: CustomerClassificationErrorCode = "customer-classification/row-has-issue";
    return refuse(code, "row", "has an issue instead of a standing", { row });
  }
  return replayRow(book, row, () => undefined);
}
