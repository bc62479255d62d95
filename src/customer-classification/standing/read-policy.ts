import {
  compareDecimals,
  policyAt,
  tryDayNumber,
  tryDecimal,
  type DecimalString,
  type LocalDate,
  type Path,
} from "../../core/index.ts";
import {
  asGiven,
  byTag,
  frozenCopy,
  inTheirWords,
  listOf,
  oneOf,
  optional,
  policyMembers,
  readDaysInForce,
  readFlag,
  readObject,
  readText,
  recordOf,
  refuse,
  refuseKind,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { MAX_APPROVALS, MAX_DAYS, MAX_LEVELS, MAX_MONTHS, MAX_REVIEWS } from "./limits.ts";
import type { StandingLine } from "./lines.ts";
import {
  FALL_STEPS,
  MISSED_REVIEWS,
  type AnniversaryReview,
  type DatedReview,
  type FallRule,
  type MonthlyReview,
  type OverrideRule,
  type RiseRule,
  type StandingFloor,
  type StandingLevel,
  type StandingPolicy,
  type StandingReview,
} from "./policy.ts";
import type { InvalidStandingPolicyReason } from "./reasons.ts";
import { reviewsOf } from "./reviews.ts";
import type { StandingPolicyStamp } from "./standing.ts";

const CODE = "customer-classification/invalid-standing-policy" satisfies CustomerClassificationErrorCode;

/** Most dates whose next review is remembered. */
const MAX_REMEMBERED = 10_000;

/** A policy that was read, with its levels and floors looked up. */
export interface ResolvedStandingPolicy {
  readonly policy: StandingPolicy;
  readonly stamp: StandingPolicyStamp;
  /** Ids of the levels by place. */
  readonly levels: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Reviews in a row that lose a level, by place; 0 for the lowest. */
  readonly grace: readonly number[];
  readonly notice: number;
  readonly rise: number;
  readonly isByStep: boolean;
  readonly floors: ReadonlyMap<string, { readonly place: number; readonly months: number | null }>;
  /** The reasons that nothing has changed, by place of the level. */
  readonly kept: readonly (readonly StandingLine[])[];
  /** The first review after a date; the path is where the caller has that date, for the end of the year 9999. */
  readonly nextReview: (after: LocalDate, since: LocalDate, path: Path) => LocalDate;
  /** What the measure has to reach for a level to be kept, by place, from the lowest. */
  readonly cuts: readonly { readonly place: number; readonly keptFrom: DecimalString }[];
}

/** What is wrong with the envelope is the error of every policy. */
const ofPolicy =
  <T>(read: Reader<T>): Reader<T> =>
  (value, path) =>
    read(value, path, "core/invalid-policy");

/** What a measure has to reach, and a measure. */
export function readMeasure(measure: DecimalString, path: Path, code: string): DecimalString {
  return tryDecimal(measure) === null ? refuseKind(code, path, "not a plain decimal string", measure) : measure;
}

/** A fixed date of a leap year, which has all of them. */
function readMonthDay(date: string, path: Path, code: string): string {
  return tryDayNumber(`2000-${readText(date, path, code)}`) === null
    ? refuseKind(code, path, "not a date that exists, written MM-DD", date)
    : date;
}

function policyReader(): Reader<StandingPolicy> {
  const reviews = wholeNumber(1, MAX_REVIEWS);
  const firstAfterMonths = optional(wholeNumber(0, MAX_MONTHS));
  return shapeOf<StandingPolicy>({
    ...policyMembers,
    id: ofPolicy(policyMembers.id),
    version: ofPolicy(policyMembers.version),
    status: ofPolicy(policyMembers.status),
    sources: ofPolicy(policyMembers.sources),
    ladder: listOf(shapeOf<StandingLevel>({ id: readText, keptFrom: optional(readMeasure) }), 2),
    review: byTag<StandingReview, "kind">("kind", {
      monthly: shapeOf<MonthlyReview>({ kind: asGiven, day: optional(wholeNumber(1, 31)), firstAfterMonths }),
      dates: shapeOf<DatedReview>({ kind: asGiven, dates: listOf(readMonthDay, 1), firstAfterMonths }),
      anniversary: shapeOf<AnniversaryReview>({ kind: asGiven, months: wholeNumber(1, MAX_REVIEWS) }),
    }),
    missedReview: oneOf(MISSED_REVIEWS),
    rise: shapeOf<RiseRule>({ afterReviews: wholeNumber(0, MAX_REVIEWS) }),
    fall: shapeOf<FallRule>({
      afterReviews: reviews,
      byLevel: optional(recordOf(reviews)),
      steps: oneOf(FALL_STEPS),
      noticeReviews: optional(wholeNumber(0, MAX_REVIEWS)),
    }),
    floors: optional(
      listOf(shapeOf<StandingFloor>({ id: readText, atLeast: readText, months: optional(wholeNumber(1, MAX_MONTHS)) })),
    ),
    override: optional(
      shapeOf<OverrideRule>({ approvals: wholeNumber(1, MAX_APPROVALS), maxDays: wholeNumber(1, MAX_DAYS) }),
    ),
    objectionHolds: optional(readFlag),
    readings: optional(listOf(readText)),
  });
}

const refuseMeaning = (path: Path, reason: InvalidStandingPolicyReason, message: string, name?: string): never =>
  refuse(CODE, path, message, { reason, ...(name === undefined ? {} : { name }) });

/** The places of the levels, each once, with cuts that rise. */
function placesOf(ladder: readonly StandingLevel[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let cut: string | null = null;
  for (const [place, { id, keptFrom }] of ladder.entries()) {
    if (places.has(id)) refuseMeaning(["policy", "ladder", place, "id"], "level-twice", "named twice", id);
    places.set(id, place);
    if (keptFrom === undefined) continue;
    const at = ["policy", "ladder", place, "keptFrom"];
    if (place === 0) refuseMeaning(at, "lowest-level", "the lowest level cannot be lost", id);
    if (cut !== null && compareDecimals(keptFrom, cut) <= 0)
      refuseMeaning(at, "keeps-not-ascending", "not above that of the level before it", id);
    cut = keptFrom;
  }
  return places;
}

/** Reviews that lose each level, and the notice before. */
function graceOf({ fall, ladder }: StandingPolicy, places: ReadonlyMap<string, number>): readonly number[] {
  const { byLevel = {}, noticeReviews = 0 } = fall;
  for (const id of Object.keys(byLevel)) {
    const at = ["policy", "fall", "byLevel", id];
    const place = places.get(id);
    if (place === undefined) refuseMeaning(at, "not-in-ladder", "no level of the ladder", id);
    if (place === 0) refuseMeaning(at, "lowest-level", "the lowest level cannot be lost", id);
  }
  return ladder.map(({ id }, place) => {
    if (place === 0) return 0;
    const own = Object.hasOwn(byLevel, id) ? byLevel[id] : undefined;
    const reviews = own ?? fall.afterReviews;
    if (noticeReviews > 0 && noticeReviews >= reviews)
      refuseMeaning(["policy", "fall", "noticeReviews"], "notice-too-long", "a level is lost before it", id);
    return reviews;
  });
}

function floorsOf(policy: StandingPolicy, places: ReadonlyMap<string, number>): ResolvedStandingPolicy["floors"] {
  const floors = new Map<string, { readonly place: number; readonly months: number | null }>();
  for (const [index, { id, atLeast, months }] of (policy.floors ?? []).entries()) {
    const at = ["policy", "floors", index];
    if (floors.has(id)) refuseMeaning([...at, "id"], "floor-twice", "named twice", id);
    const place = places.get(atLeast);
    if (place === undefined)
      return refuseMeaning([...at, "atLeast"], "not-in-ladder", "no level of the ladder", atLeast);
    floors.set(id, { place, months: months ?? null });
  }
  return floors;
}

/** The next review by date, which a book asks for again and again. */
function remembering(policy: StandingPolicy): ResolvedStandingPolicy["nextReview"] {
  const next = reviewsOf(policy.review);
  // only a policy that looks at the start has an answer for each of them
  const isOwn =
    policy.review.kind === "anniversary" ||
    (policy.review.firstAfterMonths !== undefined && policy.review.firstAfterMonths > 0);
  const known = new Map<string, string>();
  return (after, since, path) => {
    const key = isOwn ? `${after} ${since}` : after;
    const found = known.get(key);
    if (found !== undefined) return found;
    const review = inTheirWords({ on: path, n: path }, () => next(after, since));
    if (known.size < MAX_REMEMBERED) known.set(key, review);
    return review;
  };
}

/** Whether a policy is over on a day; before its first day it is not, so that a new version can be replayed. */
export function isOver({ policy: { effectiveTo } }: ResolvedStandingPolicy, on: LocalDate): boolean {
  // dates in this form are in the order of their texts
  return effectiveTo !== undefined && on >= effectiveTo;
}

/** Refuses a day on which a policy is over. */
export function requireNotOver(resolved: ResolvedStandingPolicy, on: LocalDate, path: Path): void {
  if (isOver(resolved, on)) inTheirWords({ date: path }, () => policyAt([resolved.policy], on));
}

let reader: Reader<StandingPolicy> | null = null;
const resolved = /* @__PURE__ */ new WeakMap<StandingPolicy, ResolvedStandingPolicy>();

/** A policy read whole, once for each object. */
export function resolveStandingPolicy(given: StandingPolicy): ResolvedStandingPolicy {
  const found = resolved.get(given);
  if (found !== undefined) return found;
  readObject(given, ["policy"], CODE);
  reader ??= policyReader();
  const policy = frozenCopy(reader(given, ["policy"], CODE), ["policy"], CODE);
  readDaysInForce(policy, ["policy"]);
  if (policy.ladder.length > MAX_LEVELS) refuse(CODE, ["policy", "ladder"], "too many levels", { max: MAX_LEVELS });
  const placeOf = placesOf(policy.ladder);
  if (policy.review.kind === "dates") {
    const { dates } = policy.review;
    const again = dates.findIndex((date, index) => dates.indexOf(date) < index);
    if (again >= 0) refuseMeaning(["policy", "review", "dates", again], "date-twice", "named twice", dates[again]);
  }
  const levels = policy.ladder.map(({ id }) => id);
  const made: ResolvedStandingPolicy = {
    policy,
    stamp: Object.freeze({ id: policy.id, version: policy.version }),
    levels,
    placeOf,
    grace: graceOf(policy, placeOf),
    notice: policy.fall.noticeReviews ?? 0,
    rise: policy.rise.afterReviews,
    isByStep: policy.fall.steps === "one-step",
    floors: floorsOf(policy, placeOf),
    kept: levels.map((level) => Object.freeze([Object.freeze({ line: "level-kept", level } as const)])),
    nextReview: remembering(policy),
    cuts: policy.ladder.flatMap(({ keptFrom }, place) => (keptFrom === undefined ? [] : [{ place, keptFrom }])),
  };
  resolved.set(given, made);
  return made;
}
