import {
  advanceStanding,
  type Standing,
  type StandingObservation,
  type StandingPolicy,
} from "../../../src/customer-classification/index.ts";

/** The last days of months from January 2026. */
export const monthEnds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => new Date(Date.UTC(2026, index + 1, 0)).toISOString().slice(0, 10));

/** A ladder of places 0 to 4, reviewed monthly; level k+1 is kept from k times ten on. */
export const policyOf = (changes: Partial<StandingPolicy> = {}): StandingPolicy => ({
  id: "test.standing",
  version: "1",
  status: "house",
  effectiveFrom: "2000-01-01",
  sources: ["test"],
  ladder: ["l0", "l1", "l2", "l3", "l4"].map((id) => ({ id })),
  review: { kind: "monthly" },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: { afterReviews: 3, steps: "to-held" },
  floors: [
    { id: "card", atLeast: "l2" },
    { id: "year", atLeast: "l3", months: 12 },
  ],
  override: { approvals: 2, maxDays: 60 },
  ...changes,
});

/** A start and one review per month, from earned places; null where nothing is known. */
export const reviewsOf = (earned: readonly (number | null)[]): readonly StandingObservation[] => {
  const ends = monthEnds(earned.length);
  return earned.map((place, index): StandingObservation => {
    const on = ends[index] ?? "";
    if (index === 0) return { kind: "start", on, earned: `l${String(place ?? 0)}` };
    return { kind: "review", on, earned: place === null ? null : `l${String(place)}` };
  });
};

/** The places served after each observation, one step after the other. */
export function servedBy(policy: StandingPolicy, observations: readonly StandingObservation[]): readonly number[] {
  let standing: Standing | null = null;
  return observations.map((observation) => {
    ({ standing } = advanceStanding(policy, standing, observation));
    return standing.steps.served;
  });
}

/** The kinds of the changes that observations make. */
export function kindsBy(policy: StandingPolicy, observations: readonly StandingObservation[]): readonly string[] {
  let standing: Standing | null = null;
  return observations.map((observation) => {
    const advance = advanceStanding(policy, standing, observation);
    ({ standing } = advance);
    return advance.transition.kind;
  });
}
