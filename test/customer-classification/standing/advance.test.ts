import { describe, expect, test } from "vitest";

import {
  advanceStanding,
  advanceStandings,
  amendStanding,
  exampleGraceStanding,
  exampleMembershipStanding,
  exampleAnniversaryStanding,
  exampleStarStanding,
  replayStanding,
  replayStandings,
  standingHistory,
  standingOfRow,
  standingOn,
  type Standing,
  type StandingObservation,
  type StandingPolicy,
} from "../../../src/customer-classification/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { kindsBy, monthEnds, policyOf, reviewsOf, servedBy } from "./policies.ts";

const ends = monthEnds(14);
const start = (earned: string, on = "2026-01-31"): StandingObservation => ({ kind: "start", on, earned });
const review = (on: string, earned: string | null): StandingObservation => ({ kind: "review", on, earned });
const standingAt = (policy: StandingPolicy, observations: readonly StandingObservation[]): Standing =>
  replayStanding(policy, observations) ?? expect.unreachable("no standing");

describe("month by month, by hand", () => {
  test.each<readonly [string, Partial<StandingPolicy>, readonly (number | null)[], readonly number[]]>([
    ["rises at once", {}, [0, 2, 3, 1], [0, 2, 3, 3]],
    ["is lost at the third review below", {}, [3, 1, 1, 1, 1], [3, 3, 3, 1, 1]],
    ["falls to what was held meanwhile, not to the last earned", {}, [3, 2, 2, 0, 0, 0], [3, 3, 3, 2, 2, 0]],
    ["starts to count anew when it is earned again", {}, [3, 1, 1, 3, 1, 1, 1], [3, 3, 3, 3, 3, 3, 1]],
    [
      "falls at the first review without grace",
      { fall: { afterReviews: 1, steps: "to-held" } },
      [4, 1, 2, 0],
      [4, 1, 2, 0],
    ],
    [
      "has a grace of its own for a level",
      { fall: { afterReviews: 1, byLevel: { l4: 4 }, steps: "to-held" } },
      [4, 0, 3, 0, 0, 0],
      [4, 4, 4, 4, 0, 0],
    ],
    ["keeps the count where nothing is known", {}, [3, 1, null, 1, null, 1], [3, 3, 3, 3, 3, 1]],
    [
      "falls by one step at each review",
      { fall: { afterReviews: 2, steps: "one-step" } },
      [4, 0, 0, 0, 0, 0, 0],
      [4, 4, 3, 2, 1, 0, 0],
    ],
    [
      "falls by steps to what is held meanwhile, and no further",
      { fall: { afterReviews: 2, steps: "one-step" } },
      [4, 2, 2, 2, 2],
      [4, 4, 3, 2, 2],
    ],
    ["waits for the next review", { rise: { afterReviews: 1 } }, [0, 2, 0], [0, 2, 2]],
    ["waits for two reviews in a row", { rise: { afterReviews: 2 } }, [0, 2, 3, 2, 3, 3], [0, 0, 2, 2, 2, 3]],
    [
      "does not count an unknown review in a run, nor break it",
      { rise: { afterReviews: 2 } },
      [0, 2, null, 2],
      [0, 0, 0, 2],
    ],
  ])("a level %s", (_, changes, earned, served) => {
    const policy = policyOf(changes);
    expect(servedBy(policy, reviewsOf(earned))).toStrictEqual(served);
  });
  test("watch first, then notice, then the fall; each counted", () => {
    const policy = policyOf({ fall: { afterReviews: 4, steps: "to-held", noticeReviews: 2 } });
    expect(kindsBy(policy, reviewsOf([3, 1, 1, 1, 1, 1, null, 2]))).toStrictEqual([
      "start",
      "watch",
      "notice",
      "notice",
      "downgrade",
      "hold",
      "unknown",
      "upgrade",
    ]);
    const third = standingHistory(policy, reviewsOf([3, 1, 1])).at(-1)?.transition;
    expect(third).toStrictEqual({
      kind: "notice",
      on: "2026-03-31",
      from: "l3",
      to: "l3",
      because: [{ line: "level-notice", level: "l3", earned: "l1", reviews: 2, of: 4, nextReview: "2026-04-30" }],
    });
  });
  test("a fall by one step tells what was held meanwhile apart from where the step leads", () => {
    const policy = policyOf({ fall: { afterReviews: 1, steps: "one-step" } });
    const [, fall] = standingHistory(policy, reviewsOf([4, 1]));
    expect(fall?.transition.because).toStrictEqual([
      { line: "level-lost", level: "l4", reviews: 1, to: "l1" },
      { line: "level-by-step", level: "l3", rules: "l1" },
    ]);
  });
  test("a dead band keeps a level and earns none", () => {
    const policy = policyOf({
      ladder: [{ id: "l0" }, { id: "l1", keptFrom: "9" }, { id: "l2", keptFrom: "18" }],
      floors: [],
      fall: { afterReviews: 1, steps: "to-held" },
    });
    const month = (at: number, earned: string, measure: string): StandingObservation => ({
      kind: "review",
      on: ends[at] ?? "",
      earned,
      measure,
    });
    const list = [start("l2"), month(1, "l1", "18"), month(2, "l1", "17.99"), month(3, "l1", "19")];
    expect(servedBy(policy, list)).toStrictEqual([2, 2, 1, 1]);
    const [, near] = standingHistory(policy, list);
    expect(near?.transition.because).toStrictEqual([{ line: "level-near", level: "l2", earned: "l1", keptFrom: "18" }]);
  });
  test("a measure of a level that is not known counts for nothing, in columns too", () => {
    const policy = policyOf({ ladder: [{ id: "l0" }, { id: "l1", keptFrom: "9" }, { id: "l2" }], floors: [] });
    const unknown: StandingObservation = { kind: "review", on: ends[2] ?? "", earned: null, measure: "9.5" };
    const standing = standingAt(policy, [start("l1"), review(ends[1] ?? "", "l0"), unknown]);
    expect(standing.reviewsLeft).toStrictEqual([0, 2, 0]);
    const reviews = [1, 0, -1].map((place, at) => ({ on: ends[at] ?? "", earned: [place], kept: [at === 2 ? 1 : -1] }));
    expect(standingOfRow(advanceStandings(policy, { reviews }), 0)).toStrictEqual(standing);
    const rest = [2, 3].map((at) => ({ on: ends[at + 1] ?? "", earned: [0] }));
    expect(advanceStandings(policy, { reviews: [...reviews, ...rest] }).held.map(([held]) => held)).toStrictEqual([
      1, 1, 1, 1, 0,
    ]);
  });
  test("a look between the reviews raises at once, counts for its period, and lowers nothing", () => {
    const policy = policyOf({ fall: { afterReviews: 1, steps: "to-held" } });
    const list: readonly StandingObservation[] = [
      start("l1"),
      { kind: "event", on: "2026-02-10", cause: "client-change", earned: "l3" },
      { kind: "event", on: "2026-02-20", cause: "client-change", earned: "l0" },
      review("2026-02-28", "l1"),
      review("2026-03-31", "l1"),
    ];
    expect(servedBy(policy, list)).toStrictEqual([1, 3, 3, 3, 1]);
    expect(kindsBy(policy, list)).toStrictEqual(["start", "upgrade", "event", "hold", "downgrade"]);
    expect(standingAt(policy, list.slice(0, 3)).earned).toBe("l0");
  });
  test("a fall to the last earned level, as one bank writes it, serves a better client lower; this rule does not", () => {
    const of = (levels: readonly string[]): readonly string[] => {
      const list = levels.map((earned, at) => (at === 0 ? start(earned) : review(ends[at] ?? "", earned)));
      return standingHistory(exampleGraceStanding, list).map(({ standing }) => standing.served);
    };
    expect(of(["gold", "affluent", "affluent", "mass"]).at(-1)).toBe("affluent");
    expect(of(["affluent", "affluent", "affluent", "mass"]).at(-1)).toBe("affluent");
  });
  test("a level of private banking outlasts five months, the others two", () => {
    const months = (earned: string): readonly string[] => {
      const list = [start(earned), ...ends.slice(1, 7).map((on) => review(on, "mass"))];
      return standingHistory(exampleGraceStanding, list).map(({ standing }) => standing.served);
    };
    expect(months("private")).toStrictEqual([...Array.from({ length: 6 }, () => "private"), "mass"]);
    expect(months("gold")).toStrictEqual(["gold", "gold", "gold", "mass", "mass", "mass", "mass"]);
  });
});

describe("review dates", () => {
  const next = (policy: StandingPolicy, since: string, reviews = 0): string => {
    let standing = standingAt(policy, [start(policy.ladder[0]?.id ?? "", since)]);
    for (let at = 0; at < reviews; at++)
      ({ standing } = advanceStanding(policy, standing, review(standing.nextReview, policy.ladder[0]?.id ?? "")));
    return standing.nextReview;
  };
  test.each([
    ["2026-01-01", 0, "2026-01-31"],
    ["2026-01-31", 0, "2026-02-28"],
    ["2028-01-31", 0, "2028-02-29"],
    ["2026-11-30", 0, "2026-12-31"],
    ["2026-12-31", 1, "2027-02-28"],
  ])("month ends: started on %s, after %i reviews, %s", (since, reviews, date) => {
    expect(next(policyOf(), since, reviews)).toBe(date);
  });
  test("a day of the month, capped in short ones", () => {
    const policy = policyOf({ review: { kind: "monthly", day: 30 } });
    expect([0, 1, 2].map((reviews) => next(policy, "2026-01-10", reviews))).toStrictEqual([
      "2026-01-30",
      "2026-02-28",
      "2026-03-30",
    ]);
  });
  test("fixed dates, the last day of February among them", () => {
    const policy = policyOf({ review: { kind: "dates", dates: ["12-31", "02-29"] } });
    expect([0, 1, 2, 3].map((reviews) => next(policy, "2027-01-01", reviews))).toStrictEqual([
      "2027-02-28",
      "2027-12-31",
      "2028-02-29",
      "2028-12-31",
    ]);
    expect(next(exampleStarStanding, "2026-06-30")).toBe("2026-12-31");
  });
  test("anniversaries count from the start, from 29 February too", () => {
    expect([0, 1, 2, 3].map((reviews) => next(exampleAnniversaryStanding, "2028-02-29", reviews))).toStrictEqual([
      "2029-02-28",
      "2030-02-28",
      "2031-02-28",
      "2032-02-29",
    ]);
    const policy = policyOf({ review: { kind: "anniversary", months: 1 } });
    expect([0, 1, 2].map((reviews) => next(policy, "2026-01-31", reviews))).toStrictEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
  });
  test("who joins from January to September is first looked at on 31 March of the next year, who joins later one year after", () => {
    const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));
    for (const day of ["01", "28"]) {
      const years = months.map((month) => next(exampleMembershipStanding, `2026-${month}-${day}`));
      expect(years).toStrictEqual([
        ...Array.from({ length: 9 }, () => "2027-03-31"),
        ...Array.from({ length: 3 }, () => "2028-03-31"),
      ]);
    }
    expect(next(exampleMembershipStanding, "2026-09-30")).toBe("2027-03-31");
    expect(next(exampleMembershipStanding, "2026-12-31", 1)).toBe("2029-03-31");
  });
  test("a review that nobody observed is refused, or not known, as the policy says", () => {
    const list = [start("l3"), review("2026-04-30", "l1")];
    expect(refusalOf(() => replayStanding(policyOf(), list))).toStrictEqual({
      code: "customer-classification/observation-refused",
      path: ["observations", 1, "on"],
      details: { reason: "review-missed", on: "2026-04-30", review: "2026-02-28", asOf: "2026-01-31" },
    });
    const history = standingHistory(policyOf({ missedReview: "unknown" }), list);
    expect(history.map(({ observation, transition: { on, kind } }) => [observation, on, kind])).toStrictEqual([
      [0, "2026-01-31", "start"],
      [null, "2026-02-28", "unknown"],
      [null, "2026-03-31", "unknown"],
      [1, "2026-04-30", "watch"],
    ]);
  });
  test("a review beyond the year 9999 is refused", () => {
    expect(refusalOf(() => advanceStanding(policyOf(), null, start("l1", "9999-12-31")))).toMatchObject({
      code: "core/invalid-date",
      path: ["observation", "on"],
    });
  });
});

describe("floors", () => {
  test("reviews below count while a floor holds, and the level falls at the first review after its end", () => {
    const list: readonly StandingObservation[] = [
      start("l3"),
      { kind: "floor-begun", on: "2026-02-01", floor: "card" },
      ...["2026-02-28", "2026-03-31", "2026-04-30"].map((on) => review(on, "l0")),
      { kind: "floor-ended", on: "2026-05-10", floor: "card" },
      review("2026-05-31", "l0"),
    ];
    expect(servedBy(policyOf(), list)).toStrictEqual([3, 3, 3, 3, 2, 2, 0]);
    expect(standingAt(policyOf(), list.slice(0, 5))).toMatchObject({ held: "l0", floored: "l2", served: "l2" });
  });
  test("a floor that ends on the day of a review does not count at it", () => {
    const until = (to: string): readonly StandingObservation[] => [
      start("l0"),
      { kind: "floor-begun", on: "2026-02-01", floor: "card", to },
      review("2026-02-28", "l0"),
      review("2026-03-31", "l0"),
    ];
    expect(servedBy(policyOf(), until("2026-02-28"))).toStrictEqual([0, 2, 0, 0]);
    expect(servedBy(policyOf(), until("2026-03-01"))).toStrictEqual([0, 2, 2, 0]);
  });
  test("the months of the policy end it, and a second card makes it last longer", () => {
    const list: readonly StandingObservation[] = [
      start("l0"),
      { kind: "floor-begun", on: "2026-02-10", floor: "year" },
    ];
    expect(standingAt(policyOf(), list).floors).toStrictEqual([{ floor: "year", to: "2027-02-10" }]);
    const again: readonly StandingObservation[] = [
      ...list,
      { kind: "floor-begun", on: "2026-02-20", floor: "year", to: "2026-03-01" },
      { kind: "floor-begun", on: "2026-02-21", floor: "year" },
    ];
    expect(standingAt(policyOf(), again.slice(0, 3)).floors).toStrictEqual([{ floor: "year", to: "2027-02-10" }]);
    expect(standingAt(policyOf(), again).floors).toStrictEqual([{ floor: "year", to: "2027-02-21" }]);
  });
  test("the level falls by steps from a floor too, where it falls by steps", () => {
    const policy = policyOf({ fall: { afterReviews: 1, steps: "one-step" } });
    const list: readonly StandingObservation[] = [
      start("l0"),
      { kind: "floor-begun", on: "2026-02-01", floor: "year", to: "2026-02-02" },
      ...["2026-02-28", "2026-03-31", "2026-04-30"].map((on) => review(on, "l0")),
    ];
    expect(servedBy(policy, list)).toStrictEqual([0, 3, 2, 1, 0]);
  });
});

describe("levels set by hand", () => {
  const override: StandingObservation = {
    kind: "override",
    on: "2026-02-10",
    level: "l1",
    to: "2026-04-11",
    reason: "r",
    by: "a",
    approvedBy: ["b", "c"],
  };
  test("an override is served down as well as up until it expires, and the rules go on below it", () => {
    const list = [
      start("l3"),
      override,
      review("2026-02-28", "l4"),
      review("2026-03-31", "l0"),
      review("2026-04-30", "l0"),
    ];
    expect(servedBy(policyOf(), list)).toStrictEqual([3, 1, 1, 1, 4]);
    const history = standingHistory(policyOf(), list);
    expect(history.map(({ transition: { on, kind, to } }) => [on, kind, to])).toStrictEqual([
      ["2026-01-31", "start", "l3"],
      ["2026-02-10", "override", "l1"],
      ["2026-02-28", "upgrade", "l1"],
      ["2026-03-31", "watch", "l1"],
      ["2026-04-11", "expire", "l4"],
      ["2026-04-30", "watch", "l4"],
    ]);
    // one step has both, and is named after what moved the level
    const { transition } = advanceStanding(
      policyOf(),
      standingAt(policyOf(), list.slice(0, 4)),
      review("2026-04-30", "l0"),
    );
    expect(transition).toMatchObject({ kind: "expire", from: "l1", to: "l4" });
    expect(transition.because.map(({ line }) => line)).toStrictEqual(["override-expired", "level-below"]);
  });
  test("a day without an observation knows whether it is over", () => {
    const standing = standingAt(policyOf(), [start("l3"), override]);
    expect(standingOn(policyOf(), standing, "2026-04-10").served).toBe("l1");
    expect(standingOn(policyOf(), standing, "2026-04-11")).toMatchObject({
      served: "l3",
      asOf: "2026-04-11",
      override: null,
    });
    expect(refusalOf(() => standingOn(policyOf(), standing, "2026-02-09"))).toMatchObject({
      path: ["on"],
      details: { reason: "out-of-order" },
    });
  });
  test("a second one takes the place of the first, and one taken back is over", () => {
    const list: readonly StandingObservation[] = [
      start("l3"),
      override,
      { ...override, on: "2026-02-11", level: "l4" },
      { kind: "override-ended", on: "2026-02-12", by: "a" },
    ];
    expect(servedBy(policyOf(), list)).toStrictEqual([3, 1, 4, 3]);
  });
  test("an objection holds the level until a person has answered, where the policy says so", () => {
    const list: readonly StandingObservation[] = [
      start("l3"),
      review("2026-02-28", "l0"),
      review("2026-03-31", "l0"),
      { kind: "objection", on: "2026-04-01" },
      review("2026-04-30", "l0"),
      { kind: "human-review", on: "2026-05-04", by: "b", outcome: "upheld" },
      review("2026-05-31", "l0"),
    ];
    expect(servedBy(policyOf({ objectionHolds: true }), list)).toStrictEqual([3, 3, 3, 3, 3, 3, 0]);
    expect(servedBy(policyOf(), list)).toStrictEqual([3, 3, 3, 3, 0, 0, 0]);
  });
  test("a person may answer with another level", () => {
    const { to, reason, by, approvedBy } = {
      ...override,
      to: "2026-04-01",
      reason: "r",
      by: "a",
      approvedBy: ["b", "c"],
    };
    const list: readonly StandingObservation[] = [
      start("l1"),
      { kind: "objection", on: "2026-02-01" },
      {
        kind: "human-review",
        on: "2026-02-03",
        by: "b",
        outcome: "changed",
        override: { level: "l3", to, reason, by, approvedBy },
      },
    ];
    expect(standingAt(policyOf(), list)).toMatchObject({ served: "l3", floored: "l1", objection: null });
  });
});

describe("late and corrected observations", () => {
  const list = reviewsOf([1, 1, 2, 1, 1]);
  test("the difference is told by stretches of days, and nothing before the first change is touched", () => {
    const amended = amendStanding(policyOf(), list, [
      { change: "replace", at: 1, observation: review("2026-02-28", "l3") },
    ]);
    expect(amended.from).toBe(1);
    expect(amended.differences).toStrictEqual([
      { line: "served-differently", from: "2026-02-28", to: "2026-03-31", before: "l1", after: "l3" },
      { line: "served-differently", from: "2026-03-31", to: "2026-05-31", before: "l2", after: "l3" },
    ]);
    expect(amended.history.map(({ observation }) => observation)).toStrictEqual([1, 2, 3, 4]);
    expect(amended.standing).toStrictEqual(replayStanding(policyOf(), amended.observations));
  });
  test("an override that should not have been there made a difference until the day it runs out", () => {
    const wrong: StandingObservation = {
      kind: "override",
      on: "2026-02-10",
      level: "l4",
      to: "2026-03-11",
      reason: "r",
      by: "a",
      approvedBy: ["b", "c"],
    };
    const { differences, standing } = amendStanding(policyOf(), [start("l1"), wrong], [{ change: "remove", at: 1 }]);
    expect(differences).toStrictEqual([
      { line: "served-differently", from: "2026-02-10", to: "2026-03-11", before: "l4", after: "l1" },
    ]);
    expect(standing).toStrictEqual(standingAt(policyOf(), [start("l1")]));
  });
  test("no change and no difference", () => {
    const { differences, history, from, standing } = amendStanding(policyOf(), list, []);
    expect([differences, history, from]).toStrictEqual([[], [], list.length]);
    expect(standing).toStrictEqual(replayStanding(policyOf(), list));
  });
  test("a start that came to light later", () => {
    const { differences } = amendStanding(
      policyOf(),
      [start("l1", "2026-02-28")],
      [{ change: "replace", at: 0, observation: start("l2", "2026-02-15") }],
    );
    expect(differences).toStrictEqual([
      { line: "served-differently", from: "2026-02-15", to: "2026-02-28", after: "l2" },
      { line: "served-differently", from: "2026-02-28", before: "l1", after: "l2" },
    ]);
  });
  test("a correction on the same day keeps its place among the observations of the day", () => {
    const day = "2026-02-28";
    const observations: readonly StandingObservation[] = [
      start("l1"),
      { kind: "floor-begun", on: "2026-01-31", floor: "card" },
      review(day, "l1"),
      { kind: "event", on: day, cause: "market-change", earned: "l3" },
      ...ends.slice(2, 6).map((on) => review(on, "l0")),
    ];
    for (const [at, observation] of observations.entries()) {
      const same = amendStanding(policyOf(), observations, [
        { change: "replace", at, observation: { ...observation } },
      ]);
      expect(same.observations).toStrictEqual(observations);
      expect(same.differences).toStrictEqual([]);
    }
    const higher = amendStanding(policyOf(), observations, [{ change: "replace", at: 0, observation: start("l4") }]);
    expect(higher.differences[0]).toMatchObject({ from: "2026-01-31", before: "l2", after: "l4" });
  });
  test("a change to what is not there, and one twice, are refused", () => {
    const remove = { change: "remove", at: 4 } as const;
    expect(refusalOf(() => amendStanding(policyOf(), list, [remove, remove]))).toMatchObject({
      code: "customer-classification/invalid-standing-change",
      path: ["changes", 1, "at"],
    });
    expect(refusalOf(() => amendStanding(policyOf(), list, [{ change: "remove", at: 2 }]))).toMatchObject({
      path: ["amended", 2, "on"],
      details: { reason: "review-missed" },
    });
  });
});

describe("books", () => {
  test("one client who is refused stops no other", () => {
    const { values, issues } = replayStandings(policyOf(), [reviewsOf([2, 2]), [start("l9")], [], reviewsOf([1])]);
    expect(values.map((standing) => standing?.served ?? null)).toStrictEqual(["l2", null, null, "l1"]);
    expect(issues).toStrictEqual([
      {
        row: 1,
        code: "customer-classification/observation-refused",
        path: ["observations", 0, "earned"],
        details: {
          reason: "not-in-ladder",
          on: "2026-01-31",
          received: "string(2)",
          allowed: ["l0", "l1", "l2", "l3", "l4"],
        },
      },
    ]);
  });
  test("columns with gaps, wrong places and standings of another policy", () => {
    const other = replayStanding(exampleStarStanding, [start("star-3", "2025-12-31")]);
    const batch = advanceStandings(policyOf(), {
      reviews: [
        { on: "2026-01-31", earned: [3, 3, 0.5, 2, 1] },
        { on: "2026-02-28", earned: [1, -2, 1, 2, 1], kept: [3, 0, 0, 9, 0] },
        { on: "2026-03-31", earned: [1, 1, 1, 2, 1] },
      ],
      from: [null, null, null, null, other],
    });
    expect(batch.issues.map(({ row, path, code }) => [row, path.join("."), code.split("/")[1]])).toStrictEqual([
      [1, "reviews.2.on", "observation-refused"],
      [2, "reviews.0.earned", "invalid-standing-observation"],
      [3, "reviews.1.kept", "invalid-standing-observation"],
      [4, "from.policy.id", "invalid-standing"],
    ]);
    expect(batch.served.map((column) => [...column])).toStrictEqual([
      [3, 255, 255, 255, 255],
      [3, 255, 255, 255, 255],
      [3, 255, 255, 255, 255],
    ]);
    expect(standingOfRow(batch, 0)?.reviewsLeft).toStrictEqual([0, 3, 2, 2, 0]);
    expect(refusalOf(() => standingOfRow(batch, 1)).code).toBe("customer-classification/row-has-issue");
    expect(refusalOf(() => standingOfRow({ ...batch }, 0)).code).toBe("customer-classification/unknown-row");
  });
  test("clients with a floor or an override go through the same rules", () => {
    const from = [
      standingAt(policyOf(), [start("l0"), { kind: "floor-begun", on: "2026-02-01", floor: "card", to: "2026-03-01" }]),
      standingAt(policyOf(), [start("l3")]),
    ];
    const reviews = ends.slice(1, 4).map((on) => ({ on, earned: [0, 0] }));
    const batch = advanceStandings(policyOf(), { reviews, from });
    expect(batch.served.map((column) => [...column])).toStrictEqual([
      [2, 3],
      [0, 3],
      [0, 0],
    ]);
    expect(batch.held.map((column) => [...column])).toStrictEqual([
      [0, 3],
      [0, 3],
      [0, 0],
    ]);
  });
  test("clients whose level still falls by steps after a floor go through the same rules", () => {
    const policy = policyOf({
      fall: { afterReviews: 1, steps: "one-step" },
      floors: [{ id: "card", atLeast: "l4" }],
    });
    const from = standingAt(policy, [
      start("l0"),
      { kind: "floor-begun", on: "2026-02-10", floor: "card", to: "2026-02-20" },
      review("2026-02-28", "l0"),
    ]);
    expect(from.served).toBe("l3");
    const batch = advanceStandings(policy, {
      reviews: ends.slice(2, 6).map((on) => ({ on, earned: [0] })),
      from: [from],
    });
    expect(batch.served.map(([place]) => place)).toStrictEqual([2, 1, 0, 0]);
    expect(batch.held.map(([place]) => place)).toStrictEqual([0, 0, 0, 0]);
  });
  test("a standing that cannot be read is an issue of its client", () => {
    const broken = new Proxy({} as Standing, {
      get: () => {
        throw new Error("broken");
      },
    });
    const from = [broken, standingAt(policyOf(), [start("l2")])];
    const { served, issues } = advanceStandings(policyOf(), { reviews: [{ on: "2026-02-28", earned: [1, 1] }], from });
    expect(issues).toMatchObject([{ row: 0, code: "customer-classification/invalid-standing" }]);
    expect([...(served[0] ?? [])]).toStrictEqual([255, 2]);
    expect(refusalOf(() => standingOn(policyOf(), null as never, "2026-02-28")).code).toBe(
      "customer-classification/invalid-standing",
    );
  });
  test("columns that are not such are refused whole", () => {
    const on = "2026-01-31";
    expect(
      refusalOf(() =>
        advanceStandings(policyOf(), {
          reviews: [
            { on, earned: [1] },
            { on, earned: [1] },
          ],
        }),
      ),
    ).toMatchObject({ path: ["columns", "reviews", 1, "on"] });
    expect(
      refusalOf(() => advanceStandings(policyOf(), { reviews: [{ on, earned: [1] }], from: [null, null] })),
    ).toMatchObject({ code: "customer-classification/ragged-columns", details: { length: 1, expected: 2 } });
    expect(advanceStandings(policyOf(), { reviews: [] }).dates).toStrictEqual([]);
  });
  test("columns that cannot be read are refused at their place", () => {
    const throwing = new Proxy([1], {
      get: () => {
        throw new Error("gone");
      },
    });
    const { proxy: revoked, revoke } = Proxy.revocable([1], {});
    revoke();
    const good = { on: "2026-01-31", earned: [1] };
    for (const bad of [throwing, revoked]) {
      const refused = (reviews: Parameters<typeof advanceStandings>[1]["reviews"]): unknown =>
        refusalOf(() => advanceStandings(policyOf(), { reviews }));
      const code = "customer-classification/invalid-standing-columns";
      expect(refused([{ ...good, earned: bad }])).toMatchObject({ code, path: ["columns", "reviews", 0, "earned"] });
      expect(refused([{ ...good, kept: bad }])).toMatchObject({ code, path: ["columns", "reviews", 0, "kept"] });
    }
  });
});

test("the date of a review is read once", () => {
  const policy = policyOf();
  const started = standingAt(policy, [start("l3")]);
  let times = 0;
  const turning = {
    kind: "review",
    earned: "l3",
    get on() {
      return times++ === 0 ? "2026-02-28" : "2027-02-28";
    },
  } as const;
  expect(advanceStanding(policy, started, turning)).toStrictEqual(
    advanceStanding(policy, started, review("2026-02-28", "l3")),
  );
});

describe("the days of a policy", () => {
  const policy = policyOf({ effectiveFrom: "2026-02-15", effectiveTo: "2026-03-31" });
  const [first, second] = reviewsOf([3, 1]) as [StandingObservation, StandingObservation];
  const late = review("2026-03-31", "l1");
  const over = (path: readonly (string | number)[]): unknown => ({
    code: "core/no-policy-in-force",
    path,
    details: {
      date: "2026-03-31",
      versions: [{ id: policy.id, version: "1", effectiveFrom: "2026-02-15", effectiveTo: "2026-03-31" }],
    },
  });

  test("before the first are replayed under it, and those from its end on refused", () => {
    const standing = replayStanding(policy, [first, second]);
    expect(standing?.asOf).toBe("2026-02-28");
    expect(refusalOf(() => advanceStanding(policy, standing, late))).toStrictEqual(over(["observation", "on"]));
    expect(refusalOf(() => advanceStanding(policy, null, { ...first, on: late.on }))).toStrictEqual(
      over(["observation", "on"]),
    );
    const look: StandingObservation = { kind: "event", on: late.on, cause: "client-change", earned: "l4" };
    expect(refusalOf(() => advanceStanding(policy, standing, look))).toStrictEqual(over(["observation", "on"]));
    const whole = [first, second, late];
    expect(refusalOf(() => replayStanding(policy, whole))).toStrictEqual(over(["observations", 2, "on"]));
    expect(refusalOf(() => standingHistory(policy, whole))).toStrictEqual(over(["observations", 2, "on"]));
    const { values, issues } = replayStandings(policy, [whole, [first]]);
    expect(values.map((one) => one?.served)).toStrictEqual([undefined, "l3"]);
    expect(issues).toStrictEqual([{ row: 0, ...(over(["observations", 2, "on"]) as object) }]);
  });

  test("hold for columns as a whole", () => {
    const columns = [first, second, late].map(({ on }) => ({ on, earned: [3] }));
    expect(refusalOf(() => advanceStandings(policy, { reviews: columns }))).toStrictEqual(
      over(["columns", "reviews", 2, "on"]),
    );
    expect(advanceStandings(policy, { reviews: columns.slice(0, 2) }).issues).toStrictEqual([]);
  });
});

test("a copy of a standing is read, and neither argument is changed", () => {
  const standing = Object.freeze(standingAt(policyOf(), reviewsOf([3, 1])));
  const text = JSON.stringify(standing);
  const next = review("2026-03-31", "l1");
  const expected = advanceStanding(policyOf(), standing, next);
  for (const copy of [{ ...standing }, structuredClone(standing), JSON.parse(text) as Standing])
    expect(advanceStanding(policyOf(), copy, next)).toStrictEqual(expected);
  expect(JSON.stringify(standing)).toBe(text);
  const wrong = { ...standing, reviewsLeft: [0, 3, 3, 9, 0] };
  expect(refusalOf(() => advanceStanding(policyOf(), wrong, next)).path).toStrictEqual(["standing", "reviewsLeft"]);
});

test.each<readonly [string, Partial<Standing>]>([
  ["period", { period: { earned: 7, kept: 7 } }],
  ["period", { period: { earned: 2, kept: 1 } }],
  ["steps", { reviewsLeft: [0, 0, 0, 0, 0] }],
  ["steps", { floored: "l4", served: "l4", steps: { earned: 1, held: 3, floored: 4, served: 4 } }],
  [
    "floors.1.floor",
    {
      floors: [
        { floor: "card", to: null },
        { floor: "card", to: "2026-06-30" },
      ],
    },
  ],
  [
    "override",
    {
      override: { level: "l3", from: "2026-01-31", to: "2026-02-28", reason: "r", by: "a", approvedBy: ["b", "c"] },
    },
  ],
  ["nextReview", { asOf: "2026-04-01" }],
])("a stored standing that cannot be is refused at %s", (path, changes) => {
  const standing = standingAt(policyOf(), reviewsOf([3, 1]));
  const refusal = refusalOf(() => standingOn(policyOf(), { ...standing, ...changes }, "2026-04-02"));
  expect([refusal.code, refusal.path.join(".")]).toStrictEqual([
    "customer-classification/invalid-standing",
    `standing.${path}`,
  ]);
});
