import { DomainError, type LocalDate, type Path, type RowIssue } from "../../core/index.ts";
import {
  asGiven,
  listOf,
  optional,
  readDate,
  readList,
  readObject,
  refuse,
  refuseValue,
  shapeOf,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { ResolvedStandingPolicy } from "./read-policy.ts";
import type { Standing, StandingPolicyStamp } from "./standing.ts";

/** What stands in a column of earned levels where the level is not known. */
export const EARNED_UNKNOWN = -1;
/** What stands in a column of earned levels where there is no observation, before the start above all. */
export const EARNED_ABSENT = -2;
/** What stands in the columns of the answer where a client has no standing. */
export const NO_STANDING = 255;

/** Places on the ladder, one per client: a list or a typed array, such as an `Int8Array`. */
export type PlaceColumn = ArrayLike<number>;

/** One review of a whole book. */
export interface StandingReviewColumn {
  readonly on: LocalDate;
  /** Places earned, from 0; {@link EARNED_UNKNOWN} where not known, {@link EARNED_ABSENT} where there is no observation. */
  readonly earned: PlaceColumn;
  /**
   * Highest places that the dead band keeps, for policies with one; -1 for none. Left out, what is earned is kept. It counts
   * where the place earned is known.
   */
  readonly kept?: PlaceColumn;
}

/** The reviews of a book, and the standings it goes on from. */
export interface StandingColumns {
  /** In the order of their days. The first known level of a client without a standing is the start. */
  readonly reviews: readonly StandingReviewColumn[];
  /** One per client, null for one who has not started; left out, nobody has. */
  readonly from?: readonly (Standing | null)[];
}

/** The standings of a book over time, in columns: one per review, one byte per client. */
export interface StandingBatch {
  readonly policy: StandingPolicyStamp;
  /** Ids of the levels, by place. */
  readonly levels: readonly string[];
  /** Days of the reviews. */
  readonly dates: readonly LocalDate[];
  /** Places that the rules of rise and fall give; {@link NO_STANDING} where a client has none, or an issue. */
  readonly held: readonly Uint8Array[];
  /** Places that are served. */
  readonly served: readonly Uint8Array[];
  /** What each review did, as an index into `STANDING_CHANGES`. */
  readonly changes: readonly Uint8Array[];
  /** Clients without an answer, in order: one issue each. */
  readonly issues: readonly RowIssue[];
}

const CODE = "customer-classification/invalid-standing-columns" satisfies CustomerClassificationErrorCode;
/** What a kernel reads: places as bytes, and -3 for anything else. */
export interface Book {
  readonly policy: ResolvedStandingPolicy;
  readonly rows: number;
  readonly dates: readonly LocalDate[];
  readonly earned: readonly Int8Array[];
  readonly kept: readonly (Int8Array | null)[];
  readonly given: readonly StandingReviewColumn[];
  readonly from: readonly (Standing | null)[] | null;
  /** For a start at each review, how many reviews follow each other without one missed. */
  readonly reach: readonly number[];
  /** The same for clients who have started before, if their next review is the first one. */
  readonly reachFrom: number;
}

/** A value that a column must not have. */
export const INVALID_PLACE = -3;

function readColumn(column: PlaceColumn, path: Path, code: string): PlaceColumn {
  let isColumn: boolean;
  try {
    isColumn = Array.isArray(column) || (ArrayBuffer.isView(column) && "length" in column);
  } catch {
    return refuse(code, path, "cannot be read", {});
  }
  return isColumn ? column : refuseValue(code, path, "not a column of places", column);
}

const readColumns = /* @__PURE__ */ (() =>
  shapeOf<StandingColumns>({
    reviews: listOf(shapeOf<StandingReviewColumn>({ on: readDate, earned: readColumn, kept: optional(readColumn) })),
    // standings are read row by row
    from: optional(asGiven<readonly (Standing | null)[]>),
  }))();

/** How many places a column has. */
function lengthOf(column: PlaceColumn, path: Path): number {
  try {
    return column.length;
  } catch {
    return refuse(CODE, path, "cannot be read", {});
  }
}

/** A column as bytes. */
function bytesOf(column: PlaceColumn, rows: number, path: Path, least: number, levels: number): Int8Array {
  const length = lengthOf(column, path);
  if (length !== rows) {
    throw new DomainError<CustomerClassificationErrorCode>(
      "customer-classification/ragged-columns",
      `${path.join(".")}: not of the length of the others`,
      path,
      { length, expected: rows },
    );
  }
  const bytes = new Int8Array(rows);
  try {
    for (let row = 0; row < rows; row++) {
      const place = column[row] ?? INVALID_PLACE;
      bytes[row] = Number.isInteger(place) && place >= least && place < levels ? place : INVALID_PLACE;
    }
  } catch {
    refuse(CODE, path, "cannot be read", {});
  }
  return bytes;
}

/** How many reviews from one on follow each other as the policy has them. */
function reachOf(policy: ResolvedStandingPolicy, dates: readonly LocalDate[], first: number, since: LocalDate): number {
  let at = first;
  try {
    while (at + 1 < dates.length && policy.nextReview(dates[at] ?? "", since, []) === dates[at + 1]) at++;
  } catch {
    // beyond the last year there is: the review itself says so
  }
  return at;
}

/** A book whose columns are of one length, with their places as bytes. */
export function readBook(policy: ResolvedStandingPolicy, columns: StandingColumns): Book {
  readObject(columns, ["columns"], CODE);
  const { reviews, from } = readColumns(columns, ["columns"], CODE);
  const given = readList(reviews, ["columns", "reviews"], CODE);
  const dates = given.map(({ on }) => on);
  for (const [index, date] of dates.entries()) {
    if (index > 0 && date <= (dates[index - 1] ?? ""))
      refuseValue(CODE, ["columns", "reviews", index, "on"], "not after the review before", date);
  }
  const standings = from === undefined ? null : readList(from, ["columns", "from"], CODE);
  const at = (index: number, name: string): Path => ["columns", "reviews", index, name];
  const [first] = given;
  const rows = standings?.length ?? (first === undefined ? 0 : lengthOf(first.earned, at(0, "earned")));
  const levels = policy.levels.length;
  const isOfStart = policy.policy.review.kind === "anniversary";
  return {
    policy,
    rows,
    dates,
    earned: given.map(({ earned }, index) => bytesOf(earned, rows, at(index, "earned"), EARNED_ABSENT, levels)),
    kept: given.map(({ kept }, index) =>
      kept === undefined ? null : bytesOf(kept, rows, at(index, "kept"), EARNED_UNKNOWN, levels),
    ),
    given,
    from: standings,
    reach: dates.map((date, index) => reachOf(policy, dates, index, date)),
    reachFrom: isOfStart || dates.length === 0 ? -1 : reachOf(policy, dates, 0, ""),
  };
}
