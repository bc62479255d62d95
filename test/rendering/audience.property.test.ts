import fc from "fast-check";
import { expect, test } from "vitest";

import type { ClientFile } from "../../src/client/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import { strategyPlanDocument, toHtml, toMarkdown, type PlanDocumentOptions } from "../../src/rendering/index.ts";
import { planFields, type PlanField, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { StrategyPlanSchema } from "../../src/strategy-plan/schema.ts";
import { emptyPlan, sample } from "../strategy-plan/plans.ts";

/*
 * Plans whose texts say who may read them: OPEN is for the client, SHUT is not; hidden amounts are 7.7 million and more,
 * hidden days lie in 1999.
 */

let count = 0;
// numbers without a 7, which is for hidden amounts
const text = (kind: "OPEN" | "SHUT"): string => `${kind}${(count += 1).toString(7)}x`;
const open = (): string => text("OPEN");
const shut = (): string => text("SHUT");
const money = () => ({ amount: `77${String(10_000 + (count += 1)).padStart(5, "0")}.00`, currency: "CNY" });
const day = "1999-04-05";
const period = "1999";

/** Every field of a plan, with every member it may have. */
const fieldsOf = () => ({
  people: {
    contactName: open(),
    positionAndAuthority: { position: open(), authority: "decides" },
    contactMethod: [{ channel: "phone", value: shut() }],
    otherBusinessWithUs: [
      { product: shut(), bookingUnit: shut(), note: shut(), consent: { purpose: shut(), givenOn: day } },
      { product: shut(), bookingUnit: shut() },
    ],
    otherContactsInOurBank: [{ department: shut(), person: shut(), employee: shut(), relation: shut(), kinship: true }],
  },
  businesses: {
    businessNature: open(),
    shareOfTurnoverAndProfit: { turnoverShare: "0.777", profitShare: "0.777" },
    developmentStatus: shut(),
    comingYearDirection: open(),
    financialNeeds: [{ need: shut(), productFamily: shut(), amount: money(), timing: shut() }],
  },
  standing: {
    ourImportance: { importance: "core-bank", text: shut(), evidence: { saidBy: shut(), date: day, source: shut() } },
    ourImage: { text: shut(), evidence: { saidBy: shut(), date: day } },
    ourStrengths: [{ text: shut() }],
    ourWeaknesses: [{ text: shut() }],
  },
  institutions: {
    institutionName: shut(),
    institutionOfficer: {
      name: shut(),
      position: shut(),
      note: shut(),
      source: shut(),
      obtainedOn: day,
      reviewOn: day,
    },
    institutionServicesAndTerms: [{ service: "s", terms: shut(), renewalDate: day }],
    reasonForChoice: [{ reason: "price", text: shut() }],
    estimatedSpend: [{ service: "s", amount: money(), period, method: shut() }],
  },
  services: {
    needed: "yes",
    suppliedElsewhere: { answer: "yes", institutions: ["i"] },
    recommended: { answer: "yes", date: "2020-02-02", by: shut() },
    adopted: { answer: "yes", since: "2020-03-03" },
    discontinued: { answer: "yes", date: "2021-03-03", reason: shut() },
    shareOfSpend: { share: "0.777", period, basis: "estimated" },
    spendWithUs: { amount: money(), period, basis: "actual" },
  },
  value: {
    directIncome: { amount: money(), period, basis: "actual", statement: shut() },
    relatedClientIncome: { amount: money(), period, basis: "estimated", statement: shut() },
    otherIntangibleBenefit: { amount: money(), period, method: shut() },
    target: money(),
  },
  actions: {
    clientNeed: { text: shut(), business: "b", service: "s" },
    productOrService: {
      name: open(),
      service: "s",
      needsSuitability: true,
      suitability: { checkedBy: shut(), checkedOn: day, need: shut() },
    },
    departmentAndOwner: { department: open(), person: open() },
    plannedPitchTime: "2026-03",
    pitchMethod: { method: "meeting", note: shut() },
    expectedIncome: { amount: money(), period: "2026", probability: "0.777" },
    progress: {
      state: "won",
      outcome: shut(),
      reason: shut(),
      actualDate: day,
      actualIncome: { amount: money(), period: "2026" },
    },
  },
  challenges: {
    challengeSource: { origin: "market", text: shut() },
    challengeContent: shut(),
    preventionAndTimetable: [{ action: shut(), owner: shut(), due: day, state: "open" }],
  },
});

const SECTIONS = Object.entries(fieldsOf()) as [keyof ReturnType<typeof fieldsOf>, object][];

test("the plans of this test have every one of the 37 fields", () => {
  const members = SECTIONS.flatMap(([, fields]) => Object.keys(fields));
  expect(planFields.map(({ key }) => key).filter((key: PlanField) => !members.includes(key))).toStrictEqual([]);
});

/** Fields without which the client has no use for a row; what becomes of such rows is in the tests of its copy. */
const NAMES: readonly string[] = ["institutionName", "contactName", "productOrService"];

/** Plans with any of the fields, and any number of rows. */
const plans = fc
  .tuple(
    ...SECTIONS.map(([section, fields]) =>
      fc.tuple(fc.constant(section), fc.array(fc.subarray(Object.keys(fields)), { maxLength: 3 }), fc.boolean()),
    ),
  )
  .map((chosen): StrategyPlan => {
    count = 0;
    const ids = { institutions: "i", services: "s", businesses: "b" } as Readonly<Record<string, string>>;
    const parts = chosen.flatMap(([section, rows, isThere]) => {
      // the rows others refer to are always there
      const wanted = Object.hasOwn(ids, section) && rows.length === 0 ? [[]] : rows;
      if (!isThere && !Object.hasOwn(ids, section)) return [];
      const made = wanted.map((names, at) => {
        const kept = Object.fromEntries(
          Object.entries(fieldsOf()[section]).filter(([name]) => names.includes(name) || NAMES.includes(name)),
        );
        const id = at === 0 ? (ids[section] ?? `${section}0`) : `${section}${String(at)}`;
        const isKnown = names.includes("adopted") || names.includes("recommended");
        return { id, ...(section === "services" ? { service: text(isKnown ? "OPEN" : "SHUT") } : {}), ...kept };
      });
      const single = Object.fromEntries(Object.entries(made[0] ?? {}).filter(([name]) => name !== "id"));
      return [[section, section === "standing" || section === "value" ? single : made] as const];
    });
    return {
      ...emptyPlan,
      client: sample.client.id,
      preparedBy: shut(),
      approvedBy: shut(),
      version: open(),
      credit: {
        confirmedOn: day,
        limits: [{ product: shut(), limit: money(), used: money(), expiresOn: day }],
        rating: shut(),
        nextReview: day,
      },
      ...Object.fromEntries(parts),
    };
  });

const { statement } = relationshipValue(
  [
    {
      id: "1",
      client: sample.client.id,
      product: "p",
      item: "asset",
      period: "2025",
      amount: money(),
      basis: "actual",
    },
  ],
  { client: sample.client.id, period: "2025", currency: "CNY" },
);

const client: ClientFile = {
  kind: "corporate",
  id: sample.client.id,
  names: { legal: "OPEN-name" },
  identities: [{ kind: "company-registration", number: shut() }],
  people: [{ id: shut(), name: shut(), position: shut(), authority: "decides" }],
  accounts: [{ id: shut(), currency: "CNY", product: shut() }],
  contacts: [{ channel: "phone", value: shut() }],
  managers: [{ employee: shut(), name: "OPEN-manager", role: "primary", unit: shut(), from: "2020-01-01" }],
  group: { group: shut(), name: shut() },
  analyses: [{ date: day, author: shut(), text: shut(), source: shut() }],
  organisation: {
    industry: shut(),
    annualTurnover: money(),
    location: shut(),
    description: shut(),
  },
};

const pages = (plan: StrategyPlan, options: Partial<PlanDocumentOptions>): readonly string[] => {
  const doc = strategyPlanDocument(plan, { labels: en, client, statement, ...options });
  return [toMarkdown(doc), toHtml(doc, { lang: "en" }).replace(/<style>[\s\S]*?<\/style>/, "")];
};

test("a copy for the client has what the client may read, and nothing of what it may not", () => {
  fc.assert(
    fc.property(
      plans,
      fc.constantFrom(zhHans, en),
      fc.constantFrom("one", "thousand", undefined),
      (plan, labels, unit) => {
        expect(StrategyPlanSchema.safeParse(plan).error).toBeUndefined();
        const before = JSON.stringify(plan);
        const given = [...before.matchAll(/OPEN\d+x/g)].map(([found]) => found);
        for (const page of pages(plan, { audience: "client", labels, ...(unit === undefined ? {} : { unit }) })) {
          expect(page).not.toMatch(/SHUT/);
          expect(page).not.toMatch(/1999|7,?7\d|77\.7/);
          const seen = new Set([...page.matchAll(/OPEN\d+x/g)].map(([found]) => found));
          expect(given.filter((found) => !seen.has(found))).toStrictEqual([]);
        }
        expect(JSON.stringify(plan)).toBe(before);
      },
    ),
  );
});

test("the bank's own copy has everything, but no dealing whose consent does not hold", () => {
  const consent = fc.constantFrom(
    undefined,
    { purpose: "p", givenOn: "2025-06-01" },
    { purpose: "p", givenOn: "2025-06-01", until: "2025-11-30" },
    { purpose: "p", givenOn: "2026-06-01" },
    { purpose: " ", givenOn: "2025-06-01" },
  );
  fc.assert(
    fc.property(fc.array(fc.array(consent, { maxLength: 3 }), { maxLength: 3 }), (people) => {
      count = 0;
      const plan: StrategyPlan = {
        ...emptyPlan,
        client: sample.client.id,
        people: people.map((dealings, at) => ({
          id: `p${String(at)}`,
          contactName: "A",
          otherBusinessWithUs: dealings.map((given) => {
            const holds = given?.purpose === "p" && given.givenOn === "2025-06-01" && given.until === undefined;
            const own = () => text(holds ? "OPEN" : "SHUT");
            return {
              product: own(),
              bookingUnit: own(),
              note: own(),
              ...(given === undefined ? {} : { consent: given }),
            };
          }),
        })),
      };
      const given = [...JSON.stringify(plan).matchAll(/OPEN\d+x/g)].map(([found]) => found);
      const file: ClientFile = { ...sample.client };
      for (const page of pages(plan, { client: file, asOf: "2025-12-01" })) {
        expect(page).not.toMatch(/SHUT/);
        for (const found of given) expect(page).toContain(found);
        // whoever reads it sees that something is left out, and no "none"
        const hidden = plan.people?.filter(({ otherBusinessWithUs }) =>
          JSON.stringify(otherBusinessWithUs).includes("SHUT"),
        );
        expect(page.split(en["planDocument.withheld"]).length - 1).toBe(hidden?.length);
      }
    }),
  );
});
