import { describe, expect, test } from "vitest";

import {
  advanceStanding,
  advanceStandings,
  amendStanding,
  exampleStarStanding,
  INVALID_STANDING_POLICY_REASONS,
  replayStanding,
  STANDING_CHANGES,
  STANDING_REFUSALS,
  standingHistory,
  type Standing,
  type StandingLine,
  type StandingObservation,
  type StandingPolicy,
} from "../../src/customer-classification/index.ts";
import { exampleCards, en } from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell } from "../../src/telling/index.ts";
import { monthEnds, policyOf, reviewsOf } from "../customer-classification/standing/policies.ts";
import { told, thrownBy } from "../support/told.ts";

const terms = { to: "2026-03-10", reason: "moves here", by: "rm-1", approvedBy: ["head-1", "risk-1"] };
const start: StandingObservation = { kind: "start", on: "2026-01-31", earned: "l2" };
const near = policyOf({
  ladder: ["l0", "l1", "l2", "l3", "l4"].map((id, at) => ({
    id,
    ...(at === 0 ? {} : { keptFrom: String(at * 10 - 2) }),
  })),
  missedReview: "unknown",
  objectionHolds: true,
  fall: { afterReviews: 2, steps: "to-held", noticeReviews: 1 },
});
const ends = monthEnds(8);
const review = (at: number, earned: number | null, measure?: string): StandingObservation => ({
  kind: "review",
  on: ends[at] ?? "",
  earned: earned === null ? null : `l${String(earned)}`,
  ...(measure === undefined ? {} : { measure }),
});

/** Histories that have every line and every change. */
const HISTORIES: readonly (readonly [StandingPolicy, readonly StandingObservation[]])[] = [
  [
    near,
    [
      start,
      { kind: "event", on: "2026-02-10", cause: "client-change", earned: null },
      { kind: "override", on: "2026-02-10", level: "l4", ...terms },
      { kind: "floor-begun", on: "2026-02-11", floor: "card", to: "2026-04-01" },
      review(1, 1, "18"),
      { kind: "event", on: "2026-03-20", cause: "market-change", earned: "l3" },
      { kind: "objection", on: "2026-03-21", statement: "letter 7" },
      review(3, 0),
      review(4, 0),
      { kind: "floor-begun", on: "2026-06-01", floor: "year" },
      {
        kind: "human-review",
        on: "2026-06-02",
        by: "head-2",
        outcome: "changed",
        override: { level: "l1", ...terms, to: "2026-06-20" },
      },
      { kind: "floor-ended", on: "2026-06-03", floor: "year" },
      { kind: "override-ended", on: "2026-06-04", by: "rm-1" },
      review(5, 0),
      review(6, null),
    ],
  ],
  [
    policyOf({ rise: { afterReviews: 2 }, fall: { afterReviews: 2, steps: "one-step" } }),
    reviewsOf([2, 3, 3, 0, 0, 0, 0]),
  ],
  [policyOf(), reviewsOf([2, 1, 2])],
];
const histories = HISTORIES.map(([policy, observations]) => standingHistory(policy, observations));
const lines = histories.flat().flatMap((entry) => entry.lines);
const replaced = amendStanding(policyOf(), reviewsOf([1, 1, 1]), [
  { change: "replace", at: 0, observation: { ...start, on: "2026-01-31" } },
]);
const removed = amendStanding(policyOf(), [start], [{ change: "remove", at: 0 }]);

describe("standing told in three languages", () => {
  test("every line, without gaps", () => {
    const all: readonly StandingLine[] = [...lines, ...replaced.differences, ...removed.differences];
    const keys = new Set(all.map(({ line }) => line));
    const known = Object.keys(en).filter((key) =>
      /^(level|floor|override|objection|period|review|standing|served)-/.test(key),
    );
    expect([...keys].sort()).toStrictEqual(known.sort());
    for (const line of all) told(line);
  });
  test("every change has been made", () => {
    const changes = new Set(histories.flat().map((entry) => entry.transition.kind));
    expect([...changes].sort()).toStrictEqual([...STANDING_CHANGES].sort());
  });
  test("when and why, in the words of the place", () => {
    const history = standingHistory(exampleStarStanding, [
      { kind: "start", on: "2025-12-31", earned: "star-5" },
      { kind: "floor-begun", on: "2026-02-01", floor: "platinum-card", to: "2026-12-01" },
      { kind: "review", on: "2026-06-30", earned: "star-4" },
      { kind: "review", on: "2026-12-31", earned: "star-4" },
    ]);
    const tellAll = (words: Parameters<typeof tell>[1]): readonly string[] =>
      history.flatMap((entry) => entry.lines.map((line) => tell(line, words)));
    expect(tellAll({ ...en, ...exampleCards })).toMatchInlineSnapshot(`
      [
        "31 December 2025: start; the client is served at “Five stars”.",
        "The client starts at “Five stars”.",
        "1 February 2026: minimum level; the client is served at “Six stars”, before at “Five stars”.",
        "“Platinum credit card” guarantees at least “Six stars”; it ends on 1 December 2026, the first day it no longer counts.",
        "30 June 2026: no change; the client is served at “Six stars”.",
        "“Five stars” was not earned: “Four stars” was. It is lost when 2 reviews in a row do not find it, and this is number 1.",
        "The rules give “Five stars”; at least “Six stars” is guaranteed by Platinum credit card.",
        "31 December 2026: downgrade; the client is served at “Four stars”, before at “Six stars”.",
        "“Five stars” was not earned at 2 reviews in a row and is lost; what was held in the meantime is “Four stars”.",
        "No longer guaranteed from this review on: Platinum credit card.",
      ]
    `);
    expect(tellAll({ ...hans.zhHans, ...hans.exampleCards })).toMatchInlineSnapshot(`
      [
        "2025年12月31日：初评，客户享受的等级为“五星级”。",
        "客户初评为“五星级”。",
        "2026年2月1日：保底等级，客户享受的等级为“六星级”，原为“五星级”。",
        "“信用卡白金卡”保底等级为“六星级”，自2026年12月1日起不再有效。",
        "2026年6月30日：保持，客户享受的等级为“六星级”。",
        "未达到“五星级”，达到的是“四星级”；连续 2 次评定未达到将降级，目前为 1 次。",
        "按规则应为“五星级”；下列项目保底，等级不低于“六星级”：信用卡白金卡。",
        "2026年12月31日：降级，客户享受的等级为“四星级”，原为“六星级”。",
        "连续 2 次评定未达到“五星级”，予以降级；其间保有的等级为“四星级”。",
        "自本次评定起不再保底：信用卡白金卡。",
      ]
    `);
    expect(tellAll({ ...hant.zhHantHK, ...hant.exampleCards })).toMatchInlineSnapshot(`
      [
        "2025年12月31日：首次評定，客戶享有的級別為「五星級」。",
        "客戶首次評定為「五星級」。",
        "2026年2月1日：保證最低級別，客戶享有的級別為「六星級」，原為「五星級」。",
        "「白金卡」保證級別不低於「六星級」，由2026年12月1日起不再有效。",
        "2026年6月30日：維持不變，客戶享有的級別為「六星級」。",
        "未達到「五星級」，達到的是「四星級」；連續 2 次評核未達到便會降級，目前為 1 次。",
        "按規則應為「五星級」；以下項目保證級別不低於「六星級」：白金卡。",
        "2026年12月31日：降級，客戶享有的級別為「四星級」，原為「六星級」。",
        "連續 2 次評核未達到「五星級」，予以降級；期間保有的級別為「四星級」。",
        "由今次評核起不再有最低級別保證：白金卡。",
      ]
    `);
  });
});

const policy = policyOf();
const at = (earned: string): Standing => {
  const standing = replayStanding(policy, [{ kind: "start", on: "2026-01-31", earned }]);
  return standing ?? expect.unreachable("no standing");
};
const step = (standing: Standing | null, observation: StandingObservation, of = policy) =>
  thrownBy(() => advanceStanding(of, standing, observation));
const override = { kind: "override", on: "2026-02-10", level: "l4", ...terms } as const;
const objected = (): Standing => advanceStanding(policy, at("l2"), { kind: "objection", on: "2026-02-01" }).standing;

/** A refusal of every reason, with the place it names. */
const REFUSALS: Readonly<Record<(typeof STANDING_REFUSALS)[number], readonly [string, () => ReturnType<typeof step>]>> =
  {
    "not-started": ["observation.kind", () => step(null, review(1, 1))],
    "started-already": ["observation.kind", () => step(at("l2"), { ...start, on: "2026-02-01" })],
    "out-of-order": ["observation.on", () => step(at("l2"), { kind: "objection", on: "2026-01-30" })],
    "observed-twice": ["observation.on", () => step(at("l2"), start)],
    "not-in-ladder": ["observation.earned", () => step(at("l2"), { kind: "review", on: "2026-02-28", earned: "gold" })],
    "not-a-review-date": ["observation.on", () => step(at("l2"), { kind: "review", on: "2026-02-27", earned: "l1" })],
    "review-missed": ["observation.on", () => step(at("l2"), review(2, 1))],
    "floor-not-declared": [
      "observation.floor",
      () => step(at("l2"), { kind: "floor-begun", on: "2026-02-01", floor: "gold" }),
    ],
    "floor-not-begun": [
      "observation.floor",
      () => step(at("l2"), { kind: "floor-ended", on: "2026-02-01", floor: "card" }),
    ],
    "ends-before-it-begins": ["observation.to", () => step(at("l2"), { ...override, to: "2026-02-10" })],
    "override-not-allowed": [
      "observation",
      () => {
        const { override: gone, ...without } = policy;
        return step(gone === undefined ? null : replayStanding(without, [start]), override, without);
      },
    ],
    "override-too-long": ["observation.to", () => step(at("l2"), { ...override, to: "2026-04-12" })],
    "approvals-missing": ["observation.approvedBy", () => step(at("l2"), { ...override, approvedBy: ["head-1"] })],
    "approved-by-asker": [
      "observation.approvedBy.1",
      () => step(at("l2"), { ...override, approvedBy: ["head-1", "rm-1"] }),
    ],
    "approved-twice": [
      "observation.approvedBy.1",
      () => step(at("l2"), { ...override, approvedBy: ["head-1", "head-1"] }),
    ],
    "no-override": ["observation.kind", () => step(at("l2"), { kind: "override-ended", on: "2026-02-01", by: "rm-1" })],
    "no-objection": [
      "observation.kind",
      () => step(at("l2"), { kind: "human-review", on: "2026-02-01", by: "b", outcome: "upheld" }),
    ],
    "override-missing": [
      "observation.override",
      () => step(objected(), { kind: "human-review", on: "2026-02-02", by: "b", outcome: "changed" }),
    ],
    "override-without-change": [
      "observation.override",
      () =>
        step(objected(), {
          kind: "human-review",
          on: "2026-02-02",
          by: "b",
          outcome: "upheld",
          override: { level: "l1", ...terms },
        }),
    ],
  };

const POLICIES: Readonly<
  Record<(typeof INVALID_STANDING_POLICY_REASONS)[number], readonly [string, Partial<StandingPolicy>]>
> = {
  "level-twice": ["policy.ladder.1.id", { ladder: [{ id: "a" }, { id: "a" }] }],
  "keeps-not-ascending": [
    "policy.ladder.2.keptFrom",
    { ladder: [{ id: "a" }, { id: "b", keptFrom: "10" }, { id: "c", keptFrom: "10.0" }] },
  ],
  "not-in-ladder": ["policy.floors.0.atLeast", { floors: [{ id: "card", atLeast: "gold" }] }],
  "lowest-level": ["policy.fall.byLevel.l0", { fall: { afterReviews: 1, byLevel: { l0: 2 }, steps: "to-held" } }],
  "floor-twice": [
    "policy.floors.1.id",
    {
      floors: [
        { id: "card", atLeast: "l1" },
        { id: "card", atLeast: "l2" },
      ],
    },
  ],
  "notice-too-long": ["policy.fall.noticeReviews", { fall: { afterReviews: 2, noticeReviews: 2, steps: "to-held" } }],
  "date-twice": ["policy.review.dates.1", { review: { kind: "dates", dates: ["06-30", "06-30"] } }],
};

describe("what is refused, at its place and in words", () => {
  test.each(STANDING_REFUSALS)("an observation that is %s", (reason) => {
    const [path, refuse] = REFUSALS[reason];
    const issue = refuse();
    expect(issue).toMatchObject({ code: "customer-classification/observation-refused", details: { reason } });
    expect(issue.path.join(".")).toBe(path);
    told(issue);
  });
  test.each(INVALID_STANDING_POLICY_REASONS)("a policy in which something is %s", (reason) => {
    const [path, changes] = POLICIES[reason];
    const issue = thrownBy(() => advanceStanding(policyOf(changes), null, start));
    expect(issue).toMatchObject({ code: "customer-classification/invalid-standing-policy", details: { reason } });
    expect(issue.path.join(".")).toBe(path);
    told(issue);
  });
  test("what cannot be read", () => {
    const standing = at("l2");
    const issues = [
      thrownBy(() => advanceStanding(policy, standing, { ...review(1, 1), mesure: "12" } as never)),
      thrownBy(() => advanceStanding(policy, { ...standing, served: "l4" }, review(1, 1))),
      thrownBy(() => advanceStanding(exampleStarStanding, standing, review(1, 1))),
      thrownBy(() => amendStanding(policy, [start], [{ change: "remove", at: 1 }])),
      thrownBy(() => advanceStandings(policy, { reviews: [{ on: "2026-01-31", earned: "2" as never }] })),
      thrownBy(() => advanceStanding({ ...policy, review: { kind: "weekly" } } as never, null, start)),
    ];
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toStrictEqual([
      ["customer-classification/invalid-standing-observation", "observation.mesure"],
      ["customer-classification/invalid-standing", "standing.served"],
      ["customer-classification/invalid-standing", "standing.policy.id"],
      ["customer-classification/invalid-standing-change", "changes.0.at"],
      ["customer-classification/invalid-standing-columns", "columns.reviews.0.earned"],
      ["customer-classification/invalid-standing-policy", "policy.review.kind"],
    ]);
    for (const issue of issues) told(issue);
  });
});
