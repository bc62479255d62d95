import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  advanceStandings,
  EARNED_UNKNOWN,
  replayStanding,
  standingHistory,
  standingOfRow,
  amendStanding,
  type Standing,
  type StandingObservation,
  type StandingPolicy,
} from "../../../src/customer-classification/index.ts";
import { monthEnds, policyOf, servedBy } from "./policies.ts";

const LEVELS = 5;
const place = fc.integer({ min: 0, max: LEVELS - 1 });
const grace = fc.integer({ min: 1, max: 4 });

/** Rules of every kind: grace by level, lag, one step, dead band, notice. */
const policies = fc
  .record({
    grace: fc.array(grace, { minLength: 4, maxLength: 4 }),
    rise: fc.integer({ min: 0, max: 3 }),
    steps: fc.constantFrom("to-held" as const, "one-step" as const),
    isNear: fc.boolean(),
    missedReview: fc.constantFrom("refuse" as const, "unknown" as const),
  })
  .map(({ grace: [a = 1, b = 1, c = 1, d = 1], rise, steps, isNear, missedReview }) =>
    policyOf({
      ladder: ["l0", "l1", "l2", "l3", "l4"].map((id, at) => ({
        id,
        ...(isNear && at > 0 ? { keptFrom: String(at * 10 - 2) } : {}),
      })),
      rise: { afterReviews: rise },
      fall: { afterReviews: a, byLevel: { l2: b, l3: c, l4: d }, steps },
      missedReview,
    }),
  );

/** What happens to a client in a month. */
interface Month {
  readonly earned: number | null;
  /** How far the measure lies from the cut of what is earned, up. */
  readonly over: number;
  readonly event: number | null;
  readonly floor: "card" | "year" | "end" | null;
  readonly objection: boolean;
}

const month: fc.Arbitrary<Month> = fc.record({
  earned: fc.option(place, { freq: 8 }),
  over: fc.integer({ min: 0, max: 9 }),
  event: fc.option(place, { freq: 3 }),
  floor: fc.option(fc.constantFrom("card" as const, "year" as const, "end" as const), { freq: 4 }),
  objection: fc.boolean(),
});

const id = (at: number): string => `l${String(at)}`;
const measureOf = (at: number, over: number): string => String(at * 10 + over);

/** The observations of the months: floors and events in the middle of a month, the review at its end. */
function observationsOf(first: number, months: readonly Month[], noEvents = false): readonly StandingObservation[] {
  const ends = monthEnds(months.length + 1);
  const list: StandingObservation[] = [{ kind: "start", on: ends[0] ?? "", earned: id(first) }];
  let isCard = false;
  let isOpen = false;
  for (const [index, { earned, over, event, floor, objection }] of months.entries()) {
    const on = ends[index + 1] ?? "";
    const middle = `${on.slice(0, 8)}15`;
    if (!noEvents) {
      if (floor === "card" || floor === "year") list.push({ kind: "floor-begun", on: middle, floor });
      if (floor === "card") isCard = true;
      if (floor === "end" && isCard) {
        list.push({ kind: "floor-ended", on: middle, floor: "card" });
        isCard = false;
      }
      if (objection)
        list.push(
          isOpen ? { kind: "human-review", on: middle, by: "b", outcome: "upheld" } : { kind: "objection", on: middle },
        );
      if (objection) isOpen = !isOpen;
      if (event !== null)
        list.push({
          kind: "event",
          on: middle,
          cause: "market-change",
          earned: id(event),
          measure: measureOf(event, over),
        });
    }
    list.push(
      earned === null
        ? { kind: "review", on, earned: null }
        : { kind: "review", on, earned: id(earned), measure: measureOf(earned, over) },
    );
  }
  return list;
}

const history = fc.tuple(place, fc.array(month, { minLength: 1, maxLength: 24 }));

/** The highest level earned in one of its last n(level) periods, straight from that sentence. */
function bestOfPeriods(policy: StandingPolicy, periods: readonly number[]): number {
  const { fall } = policy;
  let best = 0;
  for (let level = 1; level < LEVELS; level++) {
    const n = fall.byLevel?.[id(level)] ?? fall.afterReviews;
    if (periods.slice(-n).some((earned) => earned >= level)) best = level;
  }
  return best;
}

describe("without floors and overrides", () => {
  test("the served level is the highest one earned in one of its last n periods", () => {
    fc.assert(
      fc.property(policies, history, (given, [first, months]) => {
        const policy = policyOf({ fall: { ...given.fall, steps: "to-held" } });
        const known = months.map((one) => ({ ...one, earned: one.earned ?? 0, floor: null, objection: false }));
        const periods = [first];
        let open: number[] = [];
        const expected: number[] = [];
        for (const { earned, event } of known) {
          if (event !== null) {
            open = [event];
            // what is earned between reviews counts at once, and lowers nothing
            expected.push(Math.max(expected.at(-1) ?? first, event));
          }
          periods.push(Math.max(earned, ...open));
          open = [];
          expected.push(bestOfPeriods(policy, periods));
        }
        const plain = observationsOf(first, known).map((one): StandingObservation =>
          one.kind === "review" || one.kind === "event" ? { ...one, measure: "0" } : one,
        );
        expect(servedBy(policy, plain).slice(1)).toStrictEqual(expected);
      }),
    );
  });
  test("a level is not lost before n reviews in a row", () => {
    fc.assert(
      fc.property(policies, history, (policy, [first, months]) => {
        const observations = observationsOf(first, months);
        let standing: Standing | null = null;
        const below = new Array<number>(LEVELS).fill(0);
        let best = -1;
        for (const observation of observations) {
          const before: Standing | null = standing;
          standing = replayStanding(policy, [observation], before);
          if (standing === null) return;
          if (observation.kind === "event") best = Math.max(best, Number(observation.earned?.slice(1)));
          if (observation.kind !== "review") continue;
          const earned = observation.earned === null ? -1 : Number(observation.earned.slice(1));
          best = Math.max(best, earned);
          for (let level = 1; level < LEVELS; level++) {
            if (best >= level) below[level] = 0;
            else if (best >= 0) below[level] = (below[level] ?? 0) + 1;
          }
          const held = before?.steps.held ?? 0;
          const n = policy.fall.byLevel?.[id(held)] ?? policy.fall.afterReviews;
          // one that falls by steps has been lost before
          if (standing.steps.held < held && (before?.reviewsLeft[held] ?? 0) > 0)
            expect(below[held]).toBeGreaterThanOrEqual(n);
          if (policy.fall.steps === "one-step")
            expect(standing.steps.floored).toBeGreaterThanOrEqual((before?.steps.floored ?? 0) - 1);
          best = -1;
        }
      }),
    );
  });
});

describe("over whole histories", () => {
  test("a client who did at least as well at any time is never served lower; overrides, which a person sets, left out", () => {
    const pair = fc.tuple(
      place,
      place,
      fc.array(fc.tuple(month, fc.nat({ max: 4 }), fc.nat({ max: 9 }), fc.nat({ max: 4 })), { maxLength: 24 }),
    );
    fc.assert(
      fc.property(policies, fc.boolean(), pair, (given, objectionHolds, [first, more, months]) => {
        const policy: StandingPolicy = { ...given, objectionHolds };
        const top = (at: number): number => Math.min(LEVELS - 1, at);
        const worse = months.map(([one]) => one);
        const better = months.map(([one, up, over, eventUp]) => ({
          ...one,
          earned: one.earned === null ? null : top(one.earned + up),
          over: Math.max(one.over, over),
          event: one.event === null ? null : top(one.event + eventUp),
        }));
        const low = servedBy(policy, observationsOf(first, worse));
        const high = servedBy(policy, observationsOf(top(first + more), better));
        for (const [index, served] of low.entries()) expect(high[index]).toBeGreaterThanOrEqual(served);
      }),
      { numRuns: 400 },
    );
  });
  test("a replay of any split, through JSON, gives one standing, and the history ends with it", () => {
    fc.assert(
      fc.property(policies, history, fc.nat(), (policy, [first, months], cut) => {
        const observations = [...observationsOf(first, months)];
        const at = cut % (observations.length + 1);
        const whole = replayStanding(policy, observations);
        const part = JSON.parse(JSON.stringify(replayStanding(policy, observations.slice(0, at)))) as Standing | null;
        const rest = replayStanding(policy, observations.slice(at), part);
        expect(rest).toStrictEqual(whole);
        expect(standingHistory(policy, observations).at(-1)?.standing).toStrictEqual(whole);
      }),
    );
  });
  test("reviews count on below a floor: with and without it the rules give the same", () => {
    fc.assert(
      fc.property(policies, history, (policy, [first, months]) => {
        const bare = months.map((one) => ({ ...one, floor: null, objection: false }));
        const held = (list: readonly StandingObservation[]) =>
          standingHistory(policy, list).flatMap(({ transition, standing }) =>
            transition.kind === "floor" || transition.kind === "objection" || transition.kind === "human-review"
              ? []
              : [standing.steps.held],
          );
        expect(held(observationsOf(first, months))).toStrictEqual(held(observationsOf(first, bare)));
      }),
    );
  });
  test("observations that came late give what they give in order", () => {
    fc.assert(
      fc.property(policies, history, fc.nat(), (policy, [first, months], pick) => {
        const inOrder = observationsOf(first, months).filter(
          ({ kind }) => kind !== "human-review" && kind !== "objection",
        );
        const late = inOrder.map((_, index) => index).filter((index) => inOrder[index]?.kind === "event");
        const at = late[pick % Math.max(1, late.length)];
        if (at === undefined) return;
        const observation = inOrder[at];
        if (observation === undefined) return;
        const without = inOrder.filter((_, index) => index !== at);
        const { standing, observations } = amendStanding(policy, without, [{ change: "add", observation }]);
        expect(observations).toStrictEqual(inOrder);
        expect(standing).toStrictEqual(replayStanding(policy, inOrder));
      }),
    );
  });
});

describe("a whole book", () => {
  test("answers as one client after the other", () => {
    const book = fc.array(
      fc.tuple(fc.nat({ max: 3 }), fc.array(month, { minLength: 8, maxLength: 8 }), fc.nat({ max: 8 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(policies, book, (policy, clients) => {
        const ends = monthEnds(9);
        // who started late, and who left early, has no observation
        const cellOf = (row: number, at: number): number => {
          const [start = 0, months = [], last = 0] = clients[row] ?? [];
          if (at < start || at > Math.max(start, last)) return -2;
          return months[at - 1]?.earned ?? (at === start ? 1 : EARNED_UNKNOWN);
        };
        const reviews = ends.map((on, at) => ({
          on,
          earned: Int8Array.from(clients, (_, row) => cellOf(row, at)),
          kept: Int8Array.from(clients, (_, row) =>
            policy.ladder[1]?.keptFrom === undefined ? -1 : Math.min(4, cellOf(row, at) + 1),
          ),
        }));
        const batch = advanceStandings(policy, { reviews });
        expect(batch.issues).toStrictEqual([]);
        for (const row of clients.keys()) {
          let standing: Standing | null = null;
          for (const [at, { on, earned, kept }] of reviews.entries()) {
            const cell = earned[row] ?? -2;
            if (cell === -2 || (standing === null && cell === -1)) continue;
            const near = kept[row] ?? -1;
            const observation: StandingObservation =
              standing === null
                ? { kind: "start", on, earned: id(cell) }
                : {
                    kind: "review",
                    on,
                    earned: cell < 0 ? null : id(cell),
                    ...(near < 0 ? {} : { measure: String(near * 10) }),
                  };
            standing = replayStanding(policy, [observation], standing);
            expect(batch.served[at]?.[row]).toBe(standing?.steps.served);
            expect(batch.held[at]?.[row]).toBe(standing?.steps.held);
          }
          expect(standingOfRow(batch, row)).toStrictEqual(standing);
        }
        // taken up again from the middle, and by the kernel as by the rules
        const stored = clients.map((_, row) =>
          standingOfRow(advanceStandings(policy, { reviews: reviews.slice(0, 4) }), row),
        );
        const copies = JSON.parse(JSON.stringify(stored)) as typeof stored;
        for (const from of [stored, copies]) {
          const rest = advanceStandings(policy, { reviews: reviews.slice(4), from });
          for (const row of clients.keys()) {
            if (stored[row] === null) continue;
            const wanted = reviews.slice(4).map((_, at) => batch.served[at + 4]?.[row]);
            expect(rest.served.map((column) => column[row])).toStrictEqual(wanted);
            expect(rest.changes.map((column) => column[row])).toStrictEqual(
              reviews.slice(4).map((_, at) => batch.changes[at + 4]?.[row]),
            );
          }
        }
      }),
    );
  });
});
