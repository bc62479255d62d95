import { describe, expect, test } from "vitest";

import {
  simulate,
  type PopulationPeriod,
  type Scorecard,
  type Simulation,
  type StandingPolicy,
} from "../../../src/customer-classification/index.ts";
import { cardOf, cny, lines, withPolicies } from "../cards.ts";
import { refusalOf } from "../../support/refusal.ts";

const card: Scorecard = cardOf(
  [{ ...lines.money, bands: [{ below: "1000", points: 0 }, { below: "5000", points: 10 }, { points: 20 }] }],
  {
    levels: [
      { id: "silver", atLeast: 10 },
      { id: "gold", atLeast: 20 },
    ],
  },
);

const policy = (reviews: number, changes: Partial<StandingPolicy> = {}): StandingPolicy => ({
  id: "test.standing",
  version: String(reviews),
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["test"],
  ladder: [{ id: "none" }, { id: "silver" }, { id: "gold" }],
  review: { kind: "monthly" },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: { afterReviews: reviews, steps: "to-held" },
  ...changes,
});

const ends = ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31"].map((day) => `2026-${day}`);
const amountOf: Readonly<Record<string, string | null>> = { n: "0.00", s: "1000.00", g: "5000.00", "?": null };

/** One letter a month: what is earned, `?` for no data, `-` for not there. */
const book = (histories: Readonly<Record<string, string>>): PopulationPeriod[] =>
  ends.map((asOf, month) => {
    const there = Object.entries(histories).filter(([, history]) => history[month] !== "-");
    return {
      asOf,
      ids: there.map(([client]) => client),
      records: there.map(([, history]) => {
        const amount = amountOf[history[month] ?? ""] ?? null;
        return { money: amount === null ? null : cny(amount) };
      }),
    };
  });

const histories = { A: "gsgsgggg", B: "ssssnnns", C: "--ggnnnn", D: "g?s-gsss" };

const clientsIn = ({ periods }: Simulation, side: "champion" | "challenger", name: string): readonly number[] =>
  periods.map(({ classes }) => classes.find((row) => row.class === name)?.[side].clients ?? 0);

describe("two policies on one card over eight months, by hand", () => {
  const simulation = simulate({
    champion: card,
    challenger: card,
    standingPolicy: { champion: null, challenger: policy(3) },
    population: book(histories),
    privileges: { gold: cny("10.00") },
  });

  /*
   * earned   A g s g s g g g g   B s s s s n n n s   C     g g n n n n   D g ? s - g s s s
   * served   A g g g g g g g g   B s s s s s s n s   C     g g g g n n   D g g g - g g g s
   *
   * B loses silver at the third review below, in July. C loses gold in July. D is not known in February and April: in March
   * one review is below, in May gold is earned again, and June, July and August are the three below.
   */
  test("what is served", () => {
    expect(clientsIn(simulation, "challenger", "gold")).toEqual([2, 2, 3, 2, 3, 3, 2, 1]);
    expect(clientsIn(simulation, "challenger", "silver")).toEqual([1, 1, 1, 1, 1, 1, 0, 2]);
    expect(clientsIn(simulation, "challenger", "none")).toEqual([0, 0, 0, 0, 0, 0, 2, 1]);
    expect(clientsIn(simulation, "champion", "gold")).toEqual([2, 0, 2, 1, 2, 1, 1, 1]);
    expect(clientsIn(simulation, "champion", "insufficient-data")).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
  });

  test("changes, reversals and months above what is earned", () => {
    // 8 + 8 + 6 + 7 months; served above: A 2, B 2, C 2, D March, June, July; February of D is not known
    expect(simulation.challenger.overTime).toEqual({
      observed: 29,
      changes: { n: 4, of: 25, rate: "0.1600" },
      up: 1,
      down: 3,
      reversals: { n: 1, of: 4, rate: "0.2500" },
      above: { n: 9, of: 28, rate: "0.3214" },
      below: { n: 0, of: 28, rate: "0.0000" },
    });
    // A changes 4 times, B 2, C 1, D g s g s 3; taken back: A 3, D 2, and B in August, three months after May
    expect(simulation.champion.overTime).toMatchObject({
      observed: 28,
      changes: { n: 10, of: 24 },
      reversals: { n: 6, of: 10 },
      above: { n: 0, of: 28 },
    });
  });

  test("which policy served, on which ladder, and what that costs", () => {
    expect(simulation.ladder).toEqual(["none", "silver", "gold"]);
    expect(simulation.champion.policy).toBeNull();
    expect(simulation.challenger.policy).toEqual({ id: "test.standing", version: "3" });
    expect([simulation.champion.cost, simulation.challenger.cost]).toEqual([cny("100.00"), cny("180.00")]);
    expect(simulation.issues).toEqual([]);
    expect(simulation.swaps).toEqual([]);
  });

  test("one policy for both sides changes nothing", () => {
    const same = simulate({ champion: card, challenger: card, standingPolicy: policy(3), population: book(histories) });
    expect(same.champion).toEqual(same.challenger);
    expect(same.swaps).toEqual([]);
  });

  test("who is served another level on the last day", () => {
    const { swaps } = simulate({
      champion: card,
      challenger: card,
      standingPolicy: { champion: policy(3), challenger: policy(1) },
      population: book({ A: "gggggggs", B: "ssssssss", C: "nnnnnnng" }),
    });
    expect(swaps.map(({ from, to, move, ids }) => [from, to, move, ids])).toEqual([["gold", "silver", "down", ["A"]]]);
  });
});

describe("reviews", () => {
  test("on fixed dates leave the level alone in between", () => {
    const dated = policy(1, { review: { kind: "dates", dates: ["03-31", "06-30"] } });
    const simulation = simulate({
      champion: card,
      challenger: card,
      standingPolicy: { champion: null, challenger: dated },
      population: book({ A: "gnnnnnns", B: "-snngnnn" }),
    });
    // A falls on 31 March, and what is earned in August counts at the next review; B starts in February, falls on 31 March
    expect(clientsIn(simulation, "challenger", "gold")).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    expect(clientsIn(simulation, "challenger", "silver")).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
    expect(clientsIn(simulation, "challenger", "none")).toEqual([0, 0, 2, 2, 2, 2, 2, 2]);
    expect(simulation.challenger.overTime.below).toMatchObject({ n: 2 });
  });

  test("count from the start of each client where the policy says so", () => {
    const yearly = policy(1, { review: { kind: "anniversary", months: 3 } });
    const simulation = simulate({
      champion: card,
      challenger: card,
      standingPolicy: yearly,
      population: book({ A: "gnnnnnnn", B: "-gnnnnnn" }),
    });
    // A is reviewed on 30 April, B on 28 May by the data of the end of May
    expect(simulation.issues).toEqual([]);
    expect(clientsIn(simulation, "champion", "gold")).toEqual([1, 2, 2, 1, 0, 0, 0, 0]);
  });

  test("look at the first period on their day or after", () => {
    const request = { champion: card, challenger: card, population: book(histories) };
    const of = (standingPolicy: StandingPolicy): Simulation => simulate({ ...request, standingPolicy });
    const midMonth = policy(3, { review: { kind: "monthly", day: 15 } });
    expect(of(midMonth).periods).toEqual(of(policy(3)).periods);
  });

  test("do not depend on the days on which the policy is in force", () => {
    const request = { champion: card, challenger: card, population: book(histories) };
    const of = (standingPolicy: StandingPolicy): Simulation => simulate({ ...request, standingPolicy });
    const over = policy(3, { effectiveTo: "2020-06-30" });
    expect(of(over).periods).toEqual(of(policy(3)).periods);
  });

  test("after the year 9999 are refused with the day", () => {
    const [first] = book(histories);
    const population = [{ ...(first ?? expect.unreachable()), asOf: "9999-12-31" }];
    const refusal = refusalOf(() =>
      simulate({ champion: card, challenger: card, population, standingPolicy: policy(3) }),
    );
    expect([refusal.code, refusal.path]).toEqual(["core/invalid-date", ["request", "population", 0, "asOf"]]);
  });

  test("without a period before the next are refused, unless the policy takes them as not known", () => {
    const population = book(histories).filter((_, month) => month % 2 === 0);
    const request = { champion: card, challenger: card, population };
    expect(refusalOf(() => simulate({ ...request, standingPolicy: policy(3) }))).toEqual({
      code: "customer-classification/invalid-simulation",
      path: ["request", "population", 1],
      details: { received: "2026-02-28" },
    });
    // B is below silver in May and July; February, April and June were missed, and nothing is known of them
    const simulation = simulate({ ...request, standingPolicy: policy(3, { missedReview: "unknown" }) });
    expect(clientsIn(simulation, "champion", "silver")).toEqual([1, 1, 1, 1]);
    expect(simulation.issues).toEqual([]);
  });
});

describe("people without a class", () => {
  test("who are blocked are shown so, and keep their standing", () => {
    const blocked: Scorecard = {
      ...card,
      features: { ...card.features, flagged: { kind: "flag", group: "account", sensitive: false } },
      blocks: [{ id: "overdue", feature: "flagged", effect: "ordinary-at-most", unusable: "fails" }],
    };
    const population = book({ A: "gggggggg" }).map((period, month) => ({
      ...period,
      records: (period.records as readonly object[]).map((record) => ({ ...record, flagged: month === 3 })),
    }));
    const simulation = simulate({ champion: blocked, challenger: blocked, standingPolicy: policy(1), population });
    expect(clientsIn(simulation, "champion", "blocked")).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
    expect(clientsIn(simulation, "champion", "gold")).toEqual([1, 1, 1, 0, 1, 1, 1, 1]);
    expect(simulation.champion.overTime).toMatchObject({ observed: 7, changes: { n: 0, of: 6 } });
  });

  test("who are never known have no standing", () => {
    const simulation = simulate({
      champion: card,
      challenger: card,
      standingPolicy: policy(3),
      population: book({ A: "????????", B: "??g?????" }),
    });
    expect(clientsIn(simulation, "champion", "insufficient-data")).toEqual([2, 2, 1, 1, 1, 1, 1, 1]);
    expect(clientsIn(simulation, "champion", "gold")).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
  });

  test("whose row is refused keep their level as well, with an issue", () => {
    const population = book({ A: "gg" + "gggggg" });
    const broken = population.map((period, month) => (month === 1 ? { ...period, records: [{ money: 7 }] } : period));
    const simulation = simulate({ champion: card, challenger: card, standingPolicy: policy(3), population: broken });
    expect(clientsIn(simulation, "champion", "gold")).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(simulation.issues.map(({ period, side }) => [period, side])).toEqual([
      [1, "champion"],
      [1, "challenger"],
    ]);
  });
});

describe("cards and policies together", () => {
  test("a card and a policy can change at once", () => {
    const lower = {
      ...card,
      version: "2",
      characteristics: [
        withPolicies(
          { ...lines.money, bands: [{ below: "1000", points: 10 }, { below: "5000", points: 20 }, { points: 20 }] },
          { points: 0 },
          [],
        ),
      ],
    };
    const { swaps } = simulate({
      champion: card,
      challenger: lower,
      standingPolicy: { champion: policy(3), challenger: policy(1) },
      population: book({ A: "ssssssss", B: "gggggggg", C: "nnnnnnnn" }),
    });
    expect(swaps.map(({ from, to, ids }) => [from, to, ids])).toEqual([
      ["none", "silver", ["C"]],
      ["silver", "gold", ["A"]],
    ]);
  });

  test("a ladder that the card knows nothing of is refused, and so is a policy that is none", () => {
    const request = { champion: card, challenger: card, population: book(histories) };
    const foreign = policy(3, { ladder: [{ id: "low" }, { id: "high" }] });
    const at = (standingPolicy: unknown): unknown =>
      refusalOf(() => simulate({ ...request, standingPolicy: standingPolicy as StandingPolicy })).path.join(".");
    expect(at(foreign)).toBe("request.standingPolicy.ladder");
    expect(at({ champion: null, challenger: foreign })).toBe("request.standingPolicy.challenger.ladder");
    // who earns gold would stand on the lowest level, or below silver
    expect(at(policy(3, { ladder: [{ id: "none" }, { id: "silver" }] }))).toBe("request.standingPolicy.ladder");
    expect(at(policy(3, { ladder: [{ id: "none" }, { id: "gold" }, { id: "silver" }] }))).toBe(
      "request.standingPolicy.ladder",
    );
    expect(at(policy(3, { ladder: [{ id: "ordinary" }, { id: "core" }, { id: "general" }] }))).toBe(
      "request.standingPolicy.ladder",
    );
    // a misspelt level would take those who earn it to the lowest
    const misspelt = refusalOf(() =>
      simulate({
        ...request,
        standingPolicy: policy(3, { ladder: [{ id: "none" }, { id: "slver" }, { id: "gold" }] }),
      }),
    );
    expect(misspelt).toMatchObject({
      path: ["request", "standingPolicy", "ladder", 1, "id"],
      details: { didYouMean: "silver" },
    });
    // a side without a policy stands on the ladder of the other, which its card has to know
    const stars = { ...card, levels: [{ id: "star", atLeast: 10 }] };
    const other = { ...request, champion: stars, standingPolicy: { champion: null, challenger: policy(3) } };
    expect(refusalOf(() => simulate(other)).path.join(".")).toBe("request.standingPolicy.challenger.ladder");
    const upper = policy(3, { ladder: [{ id: "none" }, { id: "gold" }] });
    expect(simulate({ ...request, standingPolicy: upper }).swaps).toEqual([]);
    expect(at({ champion: null })).toBe("request.standingPolicy.challenger");
    expect(at({ ...policy(3), missedReview: "maybe" })).toBe("request.standingPolicy.missedReview");
    expect(at(7)).toBe("request.standingPolicy");
    const blocked = policy(3, { ladder: [{ id: "blocked" }, { id: "gold" }] });
    expect(at(blocked)).toBe("request.standingPolicy.ladder.0.id");
  });
});
