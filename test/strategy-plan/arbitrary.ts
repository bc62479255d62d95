import fc from "fast-check";

import { BANK_IMPORTANCES, CHALLENGE_ORIGINS, CHOICE_REASONS, CONFIDENCES } from "../../src/strategy-plan/index.ts";
import {
  ACTION_STATES,
  GROUP_MANAGER_ROLES,
  INFLUENCES,
  PITCH_CHANNELS,
  PLAN_ANSWERS,
  PREVENTION_STATES,
  STAKEHOLDER_ROLES,
  SUPPORTS,
  TIE_KINDS,
  type AnswerEvidence,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan } from "./plans.ts";

/*
 * Whole plans at random: every member may be absent, ids are few so that two plans share rows, and rows refer to rows
 * that are there.
 */

const text = fc.constantFrom("一", "二", "three", "four", "five 5");
const day = fc.constantFrom("2024-02-29", "2025-03-31", "2025-11-20", "2026-01-05", "2026-06-30");
const period = fc.constantFrom("2025", "2026", "2026-Q2", "2026-03", "2026-04-01");
const amount = fc
  .integer({ min: 0, max: 99_999_999 })
  .map((n) => cny(`${String(Math.floor(n / 100))}.${String(100 + (n % 100)).slice(1)}`));
const share = fc.constantFrom("0", "0.25", "0.333", "1");
const basis = fc.constantFrom("actual" as const, "estimated" as const);

/** An object of which only some members are always there. */
const having = <T>(
  members: { [K in keyof T]: fc.Arbitrary<T[K]> },
  required: readonly (keyof T)[] = [],
): fc.Arbitrary<Partial<T>> =>
  fc.record(members, { requiredKeys: [...required] as never[] }) as fc.Arbitrary<Partial<T>>;

const evidence: fc.Arbitrary<AnswerEvidence> = fc.record(
  { asOf: day, source: text, confidence: fc.constantFrom(...CONFIDENCES) },
  { requiredKeys: ["asOf"] },
);

const rowsOf = <T>(
  prefix: string,
  members: Readonly<Record<string, fc.Arbitrary<T>>>,
  required: readonly string[] = [],
): fc.Arbitrary<object[]> =>
  fc.uniqueArray(
    fc.record(
      {
        id: fc.integer({ min: 0, max: 5 }).map((n) => `${prefix}${String(n)}`),
        ...members,
        ...(prefix === "t" ? {} : { member: fc.constantFrom("C-1", "C-2", "C-3") }),
        evidence: fc.record(
          Object.fromEntries(
            Object.keys(members)
              .filter(
                (name) =>
                  !["service", "stakeholder", "product", "progress", "spendWithUs", "bookingUnit"].includes(name),
              )
              .map((name) => [name, evidence]),
          ),
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ["id", ...(required as readonly never[])] },
    ),
    { selector: (row) => row.id, maxLength: 4 },
  );

const answer = fc.constantFrom(...PLAN_ANSWERS);
const dated = having({ answer, date: day }, ["answer"]);

/** Rows that refer to others are drawn after them. */
export const anyPlan: fc.Arbitrary<StrategyPlan> = fc
  .record({
    people: rowsOf<unknown>("p", {
      contactName: text,
      positionAndAuthority: fc.record({
        position: text,
        authority: fc.constantFrom("decides", "influences", "unknown"),
      }),
      contactMethod: fc.array(fc.record({ channel: fc.constant("phone"), value: text }), { maxLength: 2 }),
      otherBusinessWithUs: fc.array(
        fc.record({ product: text, bookingUnit: text, consent: fc.record({ purpose: text, givenOn: day }) }),
        { maxLength: 1 },
      ),
      otherContactsInOurBank: fc.array(fc.record({ department: text, relation: text }), { maxLength: 1 }),
      stakeholder: having(
        {
          roles: fc.uniqueArray(fc.constantFrom(...STAKEHOLDER_ROLES), { maxLength: 2 }),
          influence: fc.constantFrom(...INFLUENCES),
          support: fc.constantFrom(...SUPPORTS),
          coveredBy: fc.uniqueArray(fc.constantFrom("E-1", "E-2", "E-3"), { maxLength: 2 }),
          lastContact: day,
          evidence,
        },
        ["evidence"],
      ),
    }),
    businesses: rowsOf<unknown>("b", {
      businessNature: text,
      shareOfTurnoverAndProfit: fc.record({ turnoverShare: share }),
      developmentStatus: text,
      comingYearDirection: text,
      financialNeeds: fc.array(
        having({ need: text, productFamily: fc.constantFrom("loans", "payments"), amount }, ["need"]),
        { maxLength: 2 },
      ),
    }),
    services: rowsOf<unknown>(
      "s",
      {
        service: text,
        product: fc.constantFrom("LOAN", "FX", "CASH"),
        needed: answer,
        suppliedElsewhere: fc.record({ answer }),
        recommended: dated,
        adopted: having({ answer, since: day }, ["answer"]),
        discontinued: dated,
        shareOfSpend: fc.record({ share, period, basis }),
        spendWithUs: fc.record({ amount, period: fc.constant("2025"), basis }),
      },
      ["service"],
    ),
    challenges: rowsOf<unknown>("c", {
      challengeSource: having({ origin: fc.constantFrom(...CHALLENGE_ORIGINS), text }, ["origin"]),
      challengeContent: text,
      preventionAndTimetable: fc.array(
        having(
          {
            action: text,
            owner: fc.constantFrom("E-1", "E-2"),
            due: day,
            state: fc.constantFrom(...PREVENTION_STATES),
          },
          ["action", "state"],
        ),
        { maxLength: 2 },
      ),
    }),
    standing: having({
      ourImportance: having({ importance: fc.constantFrom(...BANK_IMPORTANCES), text }, ["importance"]),
      ourImage: fc.record({ text, evidence: fc.record({ saidBy: text, date: day }) }),
      ourStrengths: fc.array(fc.record({ text }), { maxLength: 2 }),
      ourWeaknesses: fc.array(fc.record({ text }), { maxLength: 2 }),
      evidence: having({ ourImportance: evidence, ourImage: evidence }),
    }),
    value: having({
      directIncome: fc.record({ amount, period: fc.constant("2025"), basis }),
      relatedClientIncome: fc.record({ amount, period: fc.constant("2025"), basis }),
      otherIntangibleBenefit: fc.record({ amount, period: fc.constant("2025"), method: text }),
      target: amount,
      evidence: having({ directIncome: evidence }),
    }),
    noneConfirmed: having({ institutions: evidence, challenges: evidence }),
    group: having(
      {
        group: fc.constant("G-1"),
        name: text,
        members: fc.subarray(
          [{ client: "C-1", bookingUnits: ["U-1"] }, { client: "C-2", bookingUnits: ["U-2"] }, { client: "C-3" }],
          { minLength: 1 },
        ),
        managers: fc.array(
          having(
            {
              employee: fc.constantFrom("E-1", "E-2"),
              role: fc.constantFrom(...GROUP_MANAGER_ROLES),
              members: fc.subarray(["C-1", "C-2"]),
            },
            ["employee", "role"],
          ),
          { maxLength: 2 },
        ),
      },
      ["group", "members", "managers"],
    ),
  })
  .chain((parts) => {
    const ids = (rows: readonly object[]): fc.Arbitrary<string> | null =>
      rows.length === 0 ? null : fc.constantFrom(...rows.map((row) => (row as { id: string }).id));
    const [person, business, service] = [ids(parts.people), ids(parts.businesses), ids(parts.services)];
    const refers = (members: Record<string, fc.Arbitrary<string> | null>): Record<string, fc.Arbitrary<unknown>> =>
      Object.fromEntries(Object.entries(members).flatMap(([name, id]) => (id === null ? [] : [[name, id]])));
    return fc.record(
      {
        ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, fc.constant(part)])),
        ties:
          person === null
            ? fc.constant([])
            : rowsOf<unknown>("t", { from: person, to: person, kind: fc.constantFrom(...TIE_KINDS) }, [
                "from",
                "to",
                "kind",
              ]).chain((rows) => evidence.map((own) => rows.map((row) => ({ ...row, evidence: own })))),
        institutions: rowsOf<unknown>(
          "i",
          {
            institutionName: text,
            institutionOfficer: having({ name: text, source: text, obtainedOn: day, reviewOn: day }, [
              "name",
              "source",
              "obtainedOn",
            ]),
            ...(service === null
              ? {}
              : {
                  institutionServicesAndTerms: fc.array(
                    having({ service, terms: text, renewalDate: day }, ["service", "terms"]),
                    { maxLength: 2 },
                  ),
                  estimatedSpend: fc.array(fc.record({ service, amount, period: fc.constant("2025") }), {
                    maxLength: 2,
                  }),
                }),
            reasonForChoice: fc.array(fc.record({ reason: fc.constantFrom(...CHOICE_REASONS) }), { maxLength: 2 }),
          },
          ["institutionName"],
        ),
        actions: rowsOf<unknown>("a", {
          clientNeed: fc.record({ text, ...refers({ business, service }) }, { requiredKeys: ["text"] } as never),
          productOrService: fc.record({ name: text, product: fc.constantFrom("LOAN", "FX"), ...refers({ service }) }, {
            requiredKeys: ["name"],
          } as never),
          departmentAndOwner: having({ department: text, person: fc.constantFrom("E-1", "E-2") }),
          plannedPitchTime: period,
          pitchMethod: having({ method: fc.constantFrom(...PITCH_CHANNELS), note: text }, ["method"]),
          expectedIncome: having(
            {
              amount,
              period: fc.constantFrom("2026", "2026-Q2", "2026-03"),
              probability: share,
              head: fc.constantFrom("direct", "related", "other"),
            },
            ["amount", "period"],
          ),
          bookingUnit: fc.constantFrom("U-1", "U-2"),
          progress: having({ state: fc.constantFrom(...ACTION_STATES), outcome: text, reason: text, actualDate: day }, [
            "state",
          ]),
        }),
      },
      { requiredKeys: [] },
    );
  })
  // plain objects, as they come out of a database
  .map((parts) => JSON.parse(JSON.stringify({ ...emptyPlan, ...parts })) as StrategyPlan);
