import type { LocalDate, RowIssue } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import { EARNED_ABSENT, EARNED_UNKNOWN, NO_STANDING, readBook } from "../standing/book.ts";
import { advanceBook } from "../standing/many.ts";
import type { ResolvedStandingPolicy } from "../standing/read-policy.ts";
import { numberOf, type ClassNames } from "../population/book.ts";
import { INVALID_SIMULATION, type ReadRequest, type Roster, type SimulationIssue } from "./request.ts";
import type { Places } from "./over-time.ts";
import type { ClassedSide, SidePlan } from "./sides.ts";
import type { NonClass } from "../population/words.ts";
import type { SimulationSide } from "./side.ts";

/** What a policy serves, with the clients it has no answer for. */
export interface ServedBook {
  /** -1 for a client without a standing. */
  readonly places: Places;
  /** `row` is the number of the client. */
  readonly issues: readonly (RowIssue & { readonly period: number })[];
}

/** A review of a policy, and the period whose data it looks at. */
interface HeldReview {
  readonly on: LocalDate;
  readonly period: number;
}

/**
 * The reviews of clients who start in a period, that start first. A review looks at the first period on its day or after;
 * one that another follows before there is a period was missed.
 */
function reviewsHeld(
  policy: ResolvedStandingPolicy,
  asOfs: readonly LocalDate[],
  start: number,
): readonly HeldReview[] {
  const since = asOfs[start]!;
  const last = asOfs.at(-1)!;
  const held: HeldReview[] = [{ on: since, period: start }];
  const next = (after: LocalDate): LocalDate =>
    policy.nextReview(after, since, ["request", "population", held.at(-1)!.period, "asOf"]);
  for (let on = next(since); on <= last; on = next(on)) {
    const period = asOfs.findIndex((asOf) => asOf >= on);
    const before = held.at(-1)!;
    if (before.period === period) {
      if (policy.policy.missedReview === "refuse") {
        const reason = `no period from the review on ${before.on} to that on ${on}`;
        refuse(INVALID_SIMULATION, ["request", "population", period], reason, { received: before.on });
      }
      held.pop();
    }
    held.push({ on, period });
  }
  return held;
}

/** What is known of a client between the first and the last period: nothing where they are not there. */
function withoutGaps(earned: Places): Int8Array[] {
  const columns = earned.map((column) => Int8Array.from(column));
  const clients = columns[0]?.length ?? 0;
  for (let client = 0; client < clients; client++) {
    let last = columns.length - 1;
    while (last >= 0 && columns[last]![client] === EARNED_ABSENT) last--;
    for (let period = 0; period < last; period++) {
      if (columns[period]![client] === EARNED_ABSENT) columns[period]![client] = EARNED_UNKNOWN;
    }
  }
  return columns;
}

/** The first period in which something is known of each client; the number of periods for nobody. */
function startsOf(earned: Places): Int16Array {
  const starts = new Int16Array(earned[0]?.length ?? 0).fill(earned.length);
  for (let period = earned.length - 1; period >= 0; period--) {
    const column = earned[period]!;
    for (let client = 0; client < starts.length; client++) if (column[client]! >= 0) starts[client] = period;
  }
  return starts;
}

/**
 * What a policy serves in every period, from what is earned. Clients are taken together by the period in which they start,
 * because the reviews of some policies depend on it; between two reviews the level stays.
 */
export function servedBook(policy: ResolvedStandingPolicy, earned: Places, asOfs: readonly LocalDate[]): ServedBook {
  const columns = withoutGaps(earned);
  const starts = startsOf(earned);
  const places = earned.map(({ length }) => new Int8Array(length).fill(-1));
  const issues: ServedBook["issues"][number][] = [];
  for (let start = 0; start < asOfs.length; start++) {
    const clients = Int32Array.from(starts.keys()).filter((client) => starts[client] === start);
    if (clients.length === 0) continue;
    const held = reviewsHeld(policy, asOfs, start);
    const reviews = held.map(({ on, period }) => ({
      on,
      earned: Int8Array.from(clients, (client) => columns[period]![client]!),
    }));
    // whether or not the policy is in force on these days
    const batch = advanceBook(readBook(policy, { reviews }));
    for (const { row, path, ...issue } of batch.issues) {
      const [, review] = path;
      const period = typeof review === "number" ? (held[review]?.period ?? start) : start;
      issues.push({ ...issue, path, row: clients[row]!, period });
    }
    let next = 0;
    for (let period = start; period < asOfs.length; period++) {
      if (held[next + 1]?.period === period) next++;
      const served = batch.served[next]!;
      const into = places[period]!;
      for (let index = 0; index < clients.length; index++) {
        const place = served[index]!;
        // who has left has no standing any more: the level of the last review is nobody's
        if (place !== NO_STANDING) into[clients[index]!] = place;
      }
    }
  }
  return { places, issues };
}

/** A side whose levels are served by a policy: the classes it serves, with the clients it has no answer for. */
export function serveSide(
  side: SimulationSide,
  { policy, ladder }: SidePlan,
  given: ClassedSide,
  request: ReadRequest,
  roster: Roster,
  classes: ClassNames,
): ClassedSide {
  if (policy === null || ladder === null || given.earned === null) return given;
  const asOfs = request.population.map(({ asOf }) => asOf);
  const { places, issues } = servedBook(policy, given.earned, asOfs);
  const unanswered = new Set(issues.map(({ row }) => row));
  const numbers = [...ladder.keys()].map((level) => numberOf(classes, level));
  // these two are facts of the day, which no standing outlasts
  const facts = (["not-a-customer", "blocked"] as const).map((word) => numberOf(classes, word));
  const refused = numberOf(classes, "refused" satisfies NonClass);
  const served = given.classes.map((own, period) => {
    const rows = roster.rows[period]!;
    return own.map((number, row) => {
      const client = rows[row]!;
      if (client < 0 || facts.includes(number)) return number;
      if (unanswered.has(client)) return refused;
      const place = places[period]![client]!;
      return place < 0 ? number : numbers[place]!;
    });
  });
  const told = issues.map(({ row, ...issue }): SimulationIssue => {
    const at = roster.rows[issue.period]!.indexOf(row);
    return { ...issue, side, row: at, path: ["population", issue.period, "ids", at] };
  });
  return { ...given, classes: served, issues: [...given.issues, ...told] };
}
