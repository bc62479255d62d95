import { describe, expect, test } from "vitest";

import {
  checkPlan,
  whiteSpace,
  type CatalogueProduct,
  type PlanAction,
  type PlanInstitution,
  type PlanService,
  type StrategyPlan,
  type WhiteSpaceCell,
} from "../../../src/strategy-plan/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { given } from "../../support/told.ts";
import { cny, emptyPlan } from "../plans.ts";

const catalogue: readonly CatalogueProduct[] = [
  { id: "LOAN", name: "流动资金贷款", family: "credit" },
  { id: "LEASE", family: "credit" },
  { id: "FX", family: "treasury" },
  { id: "CASH" },
  { id: "CARD" },
  { id: "INSURE", family: "insurance" },
  { id: "PAYROLL" },
  { id: "TRADE", family: "trade" },
];

const yes = { answer: "yes" } as const;
const no = { answer: "no" } as const;
const open = { answer: "unknown" } as const;

const plan: StrategyPlan = {
  ...emptyPlan,
  businesses: [
    {
      id: "b1",
      financialNeeds: [
        { need: "Working capital", productFamily: "credit" },
        { need: "Hedge dollars", productFamily: "treasury" },
        { need: "Advice" },
      ],
    },
    { id: "b2" },
    {
      id: "b3",
      financialNeeds: [
        { need: "Cover", productFamily: "insurance" },
        { need: "Custody", productFamily: "custody" },
      ],
    },
  ],
  institutions: [
    {
      id: "i1",
      institutionName: "甲",
      institutionServicesAndTerms: [{ service: "s-loan", terms: "LPR" }],
      estimatedSpend: [{ service: "s-fx", amount: cny("90000.00"), period: "2025" }],
    },
    {
      id: "i2",
      institutionName: "乙",
      estimatedSpend: [{ service: "s-fx", amount: cny("10000.50"), period: { from: "2025-01-01", to: "2026-01-01" } }],
    },
    { id: "i3", institutionName: "丙" },
  ],
  services: [
    { id: "s-loan", service: "贷款", product: "LOAN", needed: "yes", adopted: yes, discontinued: no },
    { id: "s-lease", service: "租赁", product: "LEASE", needed: "yes", adopted: yes, discontinued: yes },
    {
      id: "s-fx",
      service: "汇率",
      product: "FX",
      needed: "yes",
      suppliedElsewhere: { answer: "yes", institutions: ["i3", "i1"] },
      adopted: no,
    },
    { id: "s-cash", service: "现金", product: "CASH", needed: "yes", suppliedElsewhere: open, adopted: no },
    { id: "s-card", service: "卡", product: "CARD", needed: "unknown", adopted: no },
    { id: "s-pay", service: "代发", product: "PAYROLL", needed: "no", adopted: no },
    { id: "s-trade-1", service: "信用证", product: "TRADE", needed: "yes", suppliedElsewhere: no, adopted: no },
    { id: "s-trade-2", service: "托收", product: "TRADE", needed: "yes", adopted: yes },
    { id: "s-old", service: "旧", product: "OLD", adopted: yes },
    { id: "s-none", service: "无", adopted: yes },
  ],
  actions: [
    {
      id: "a1",
      productOrService: { name: "现金管理", product: "CASH" },
      expectedIncome: { amount: cny("20000.00"), period: "2026", probability: "0.5" },
    },
    {
      id: "a2",
      productOrService: { name: "现金管理", service: "s-cash" },
      expectedIncome: { amount: cny("30000.00"), period: "2026" },
      progress: { state: "pitched", actualDate: "2026-02-02" },
    },
    {
      id: "a3",
      productOrService: { name: "现金管理", product: "CASH" },
      expectedIncome: { amount: cny("99999.00"), period: "2026" },
      progress: { state: "lost", reason: "价格" },
    },
    { id: "a4", productOrService: { name: "现金管理", product: "CASH" } },
    { id: "a5", productOrService: { name: "OLD", product: "OLD" } },
    { id: "a6", productOrService: { name: "无", service: "s-none" } },
    { id: "a7", productOrService: { name: "OLD", product: "OLD" }, progress: { state: "won" } },
    { id: "a8", clientNeed: { text: "?" } },
    {
      id: "a9",
      productOrService: { name: "汇率", product: "FX", service: "s-cash" },
      expectedIncome: { amount: cny("1.00"), period: "2026" },
    },
  ],
};

test("a plan with every state", () => {
  const { cells, states, needs, unmatchedServices, unmatchedActions } = whiteSpace(plan, catalogue);
  expect(cells.map(({ product, state }) => [product, state])).toStrictEqual([
    ["LOAN", "in-use"],
    ["LEASE", "stopped"],
    ["FX", "supplied-elsewhere"],
    ["CASH", "unmet"],
    ["CARD", "unknown"],
    ["INSURE", "not-asked"],
    ["PAYROLL", "not-needed"],
    ["TRADE", "in-use"],
  ]);
  expect(states).toStrictEqual({
    "in-use": 2,
    stopped: 1,
    "supplied-elsewhere": 1,
    unmet: 1,
    unknown: 1,
    "not-asked": 1,
    "not-needed": 1,
  });
  expect(needs).toStrictEqual([
    { business: "b1", index: 0, family: "credit", standing: "served" },
    { business: "b1", index: 1, family: "treasury", standing: "unserved" },
    { business: "b1", index: 2, family: null, standing: "no-product" },
    { business: "b3", index: 0, family: "insurance", standing: "unserved" },
    { business: "b3", index: 1, family: "custody", standing: "no-product" },
  ]);
  // what won and lost is offered no more, and what offers nothing matches nothing
  expect([unmatchedServices, unmatchedActions]).toStrictEqual([
    ["s-old", "s-none"],
    ["a5", "a6"],
  ]);
});

test("cells in full: one in use beside another bank, one supplied elsewhere, one unmet", () => {
  const [loan, , fx, cash] = whiteSpace(plan, catalogue).cells;
  expect(loan).toStrictEqual({
    product: "LOAN",
    name: "流动资金贷款",
    state: "in-use",
    services: [{ service: "s-loan", state: "in-use" }],
    suppliedElsewhere: true,
    suppliers: ["i1"],
    needs: [{ business: "b1", index: 0 }],
    openActions: [],
    estimate: null,
    estimateGap: null,
    peers: null,
  });
  // 90,000.00 + 10,000.50; of the third bank nobody knows what it is paid; the expected income of a9 is not mixed in
  expect(fx).toStrictEqual({
    product: "FX",
    name: null,
    state: "supplied-elsewhere",
    services: [{ service: "s-fx", state: "supplied-elsewhere" }],
    suppliedElsewhere: true,
    suppliers: ["i1", "i2", "i3"],
    needs: [{ business: "b1", index: 1 }],
    openActions: ["a9"],
    estimate: { amount: cny("100000.50"), basis: "spend-elsewhere", period: "2025", lacking: ["i3"] },
    estimateGap: null,
    peers: null,
  });
  // 20,000 in full, whatever its chance, and 30,000 by the service it names; not what was lost
  expect(cash).toMatchObject({
    suppliedElsewhere: false,
    suppliers: [],
    openActions: ["a1", "a2", "a4"],
    estimate: { amount: cny("50000.00"), basis: "expected-income", period: "2026", lacking: ["a4"] },
  });
});

test("a gap of which nobody has stated a figure says so, and what is not a gap has no estimate and no excuse", () => {
  const { cells } = whiteSpace(plan, catalogue);
  expect(cells.map(({ estimate, estimateGap }) => [estimate?.basis ?? null, estimateGap])).toStrictEqual([
    [null, null],
    [null, "nothing-known"],
    ["spend-elsewhere", null],
    ["expected-income", null],
    [null, "nothing-known"],
    [null, "nothing-known"],
    [null, null],
    [null, null],
  ]);
});

const cellOf = (
  services: readonly Omit<PlanService, "service" | "product">[],
  rest: { readonly institutions?: readonly PlanInstitution[]; readonly actions?: readonly PlanAction[] } = {},
): WhiteSpaceCell => {
  const rows = services.map((service): PlanService => ({ service: "x", product: "FX", ...service }));
  return given(whiteSpace({ ...emptyPlan, services: rows, ...rest }, [{ id: "FX" }]).cells[0]);
};

describe("one service", () => {
  test.each<[string, Omit<PlanService, "id" | "service" | "product">]>([
    // a row with nothing in it was not asked about, however it came to be there
    ["not-asked", {}],
    ["not-asked", { needed: "yes" }],
    ["not-asked", { needed: "yes", suppliedElsewhere: no }],
    ["not-asked", { adopted: no }],
    ["not-asked", { adopted: no, discontinued: no, suppliedElsewhere: open }],
    ["unknown", { needed: "unknown" }],
    ["unknown", { needed: "unknown", adopted: no }],
    ["unknown", { needed: "yes", adopted: open }],
    // adopted once, and nobody can say whether it still is
    ["unknown", { needed: "yes", adopted: yes, discontinued: open }],
    ["in-use", { adopted: yes }],
    ["in-use", { adopted: yes, discontinued: no }],
    ["in-use", { needed: "no", adopted: yes }],
    ["in-use", { needed: "yes", adopted: yes, suppliedElsewhere: yes }],
    ["stopped", { discontinued: yes }],
    ["stopped", { adopted: yes, discontinued: yes, suppliedElsewhere: yes }],
    ["stopped", { needed: "no", adopted: yes, discontinued: yes }],
    ["not-needed", { needed: "no" }],
    ["not-needed", { needed: "no", suppliedElsewhere: yes }],
    ["not-needed", { needed: "no", adopted: open }],
    ["supplied-elsewhere", { suppliedElsewhere: yes }],
    ["supplied-elsewhere", { needed: "unknown", adopted: open, suppliedElsewhere: yes }],
    ["supplied-elsewhere", { suppliedElsewhere: { answer: "unknown", institutions: ["i1"] } }],
    ["unmet", { needed: "yes", adopted: no }],
    ["unmet", { needed: "yes", adopted: no, suppliedElsewhere: no, discontinued: open }],
  ])("%s: %o", (state, answers) => {
    expect(cellOf([{ id: "s", ...answers }]).state).toBe(state);
  });

  test("an institution that says it supplies the service does, whatever 6.B says", () => {
    const unmet = { id: "s", needed: "yes", adopted: no, suppliedElsewhere: no } as const;
    for (const says of [
      { institutionServicesAndTerms: [{ service: "s", terms: "t" }] },
      { estimatedSpend: [{ service: "s", amount: cny("1.00"), period: "2025" }] },
    ]) {
      const institutions = [{ id: "i", institutionName: "B", ...says }];
      expect(cellOf([unmet], { institutions })).toMatchObject({ state: "supplied-elsewhere", suppliers: ["i"] });
    }
    const others = [{ id: "i", institutionName: "B", institutionServicesAndTerms: [{ service: "other", terms: "t" }] }];
    expect(cellOf([unmet], { institutions: others })).toMatchObject({ state: "unmet", suppliers: [] });
  });
});

describe("several services of one product", () => {
  const answers = {
    "in-use": { adopted: yes },
    stopped: { discontinued: yes },
    "supplied-elsewhere": { suppliedElsewhere: yes },
    unmet: { needed: "yes", adopted: no },
    unknown: { needed: "unknown" },
    "not-asked": {},
    "not-needed": { needed: "no" },
  } as const;
  const rows = Object.entries(answers).map(([state, row]) => ({ state, row: { id: state, ...row } }));

  test("the state that comes first in the list counts, whichever row it is, and every row is there", () => {
    for (const [at, first] of rows.entries()) {
      const later = rows.slice(at).map(({ row }) => row);
      expect(cellOf(later).state).toBe(first.state);
      const cell = cellOf([...later].reverse());
      expect(cell.state).toBe(first.state);
      expect(cell.services.map(({ service, state }) => [service, state])).toStrictEqual(
        later.map(({ id }) => [id, id]).reverse(),
      );
    }
  });

  test("spends of all of them add up, and of an id that is used twice once", () => {
    const spend = (service: string, amount: string) => ({ service, amount: cny(amount), period: "2025" });
    const institutions = [
      { id: "i", institutionName: "B", estimatedSpend: [spend("s1", "1.00"), spend("s2", "2.00")] },
      { id: "j", institutionName: "C", estimatedSpend: [spend("s2", "4.00"), spend("s3", "8.00")] },
    ];
    const cell = cellOf([{ id: "s1" }, { id: "s2" }, { id: "s2" }], { institutions });
    expect(cell.estimate).toStrictEqual({ amount: cny("7.00"), basis: "spend-elsewhere", period: "2025", lacking: [] });
    expect(cell.suppliers).toStrictEqual(["i", "j"]);
  });
});

test("what is paid for a service that nobody needs is nothing to win, and its supplier is named all the same", () => {
  const spend = (service: string, amount: string) => ({ service, amount: cny(amount), period: "2025" });
  const institutions = [
    { id: "i", institutionName: "B", estimatedSpend: [spend("s1", "1.00")] },
    { id: "j", institutionName: "C", estimatedSpend: [spend("s2", "2.00")] },
  ];
  const cell = cellOf([{ id: "s1" }, { id: "s2", needed: "no" }], { institutions });
  expect(cell).toMatchObject({ state: "supplied-elsewhere", suppliers: ["i", "j"] });
  expect(cell.estimate).toStrictEqual({ amount: cny("1.00"), basis: "spend-elsewhere", period: "2025", lacking: [] });
});

describe("figures that do not add up", () => {
  const usd = { amount: "5.00", currency: "USD" };
  const action = (id: string, amount: { amount: string; currency: string }, period = "2026"): PlanAction => ({
    id,
    productOrService: { name: "FX", product: "FX" },
    expectedIncome: { amount, period },
  });

  test.each<[string, readonly PlanAction[]]>([
    ["currencies-differ", [action("a", cny("1.00")), action("b", usd)]],
    ["periods-differ", [action("a", cny("1.00")), action("b", cny("1.00"), "2026-Q2")]],
    ["invalid-figure", [action("a", cny("1.00")), action("b", cny("-0.01"))]],
    ["invalid-figure", [action("a", cny("1.005"))]],
    ["invalid-figure", [action("a", { amount: "1.00", currency: "CNYX" })]],
    ["invalid-figure", [action("a", cny("1.00"), "2026-13")]],
  ])("%s", (estimateGap, actions) => {
    expect(cellOf([], { actions })).toMatchObject({ estimate: null, estimateGap });
    // what is wrong with a figure, and not only with the sum, is an issue of the plan
    if (estimateGap === "invalid-figure") expect(checkPlan({ ...emptyPlan, actions })).not.toHaveLength(0);
  });

  test("an amount of another currency than the plan's is one all the same, and 0 is a figure", () => {
    expect(cellOf([], { actions: [action("a", usd), action("b", usd)] }).estimate).toMatchObject({
      amount: { amount: "10.00", currency: "USD" },
    });
    expect(cellOf([], { actions: [action("a", cny("0.00"))] }).estimate).toMatchObject({ amount: cny("0.00") });
  });

  test("spends elsewhere that do not add up are not passed over for the expected income", () => {
    const spend = (period: string) => ({ service: "s", amount: cny("1.00"), period });
    const institutions = [{ id: "i", institutionName: "B", estimatedSpend: [spend("2025"), spend("2024")] }];
    const cell = cellOf([{ id: "s" }], { institutions, actions: [action("a", cny("9.00"))] });
    expect(cell).toMatchObject({ state: "supplied-elsewhere", estimate: null, estimateGap: "periods-differ" });
  });

  test("suppliers whose spend nobody knows leave the expected income", () => {
    const institutions = [
      { id: "i", institutionName: "B", institutionServicesAndTerms: [{ service: "s", terms: "t" }] },
    ];
    const cell = cellOf([{ id: "s" }], { institutions, actions: [action("a", cny("9.00"))] });
    expect(cell.estimate).toStrictEqual({ amount: cny("9.00"), basis: "expected-income", period: "2026", lacking: [] });
  });
});

test("an empty catalogue has no cells, and nothing of the plan is lost", () => {
  const { cells, needs, unmatchedServices } = whiteSpace(plan, []);
  expect(cells).toStrictEqual([]);
  expect(new Set(needs.map(({ standing }) => standing))).toStrictEqual(new Set(["no-product"]));
  expect(unmatchedServices).toHaveLength(10);
});

test("a product without a family serves no need, and a need without one is served by none", () => {
  const withNeed = { ...plan, businesses: [{ id: "b", financialNeeds: [{ need: "x" }] }] };
  const { cells, needs } = whiteSpace(withNeed, [{ id: "TRADE" }]);
  expect([cells[0]?.state, cells[0]?.needs, needs[0]?.standing]).toStrictEqual(["in-use", [], "no-product"]);
});

test.each<[string, unknown, string, readonly (string | number)[], object]>([
  ["not a list", { id: "A" }, "strategy-plan/invalid-input", ["catalogue"], { received: "object" }],
  ["undefined", undefined, "strategy-plan/invalid-input", ["catalogue"], { received: "undefined" }],
  ["a hole", Array(1), "strategy-plan/invalid-input", ["catalogue", 0], { received: "undefined" }],
  [
    "an id as a number",
    [{ id: 7 }],
    "strategy-plan/invalid-input",
    ["catalogue", 0, "id"],
    { received: "7", type: "number" },
  ],
  [
    "a blank id",
    [{ id: "A" }, { id: "" }],
    "strategy-plan/invalid-input",
    ["catalogue", 1, "id"],
    { received: "string(0)" },
  ],
  [
    "a blank family",
    [{ id: "A", family: " " }],
    "strategy-plan/invalid-input",
    ["catalogue", 0, "family"],
    { received: " " },
  ],
  ["no name", [{ id: "A", name: null }], "strategy-plan/invalid-input", ["catalogue", 0, "name"], { received: "null" }],
  [
    "a misspelt member",
    [{ id: "A", famly: "x" }],
    "strategy-plan/invalid-input",
    ["catalogue", 0, "famly"],
    { known: ["id", "name", "family"], didYouMean: "family" },
  ],
  [
    "an id twice",
    [{ id: "A" }, { id: "B" }, { id: "A" }],
    "strategy-plan/product-twice",
    ["catalogue", 2, "id"],
    { product: "A" },
  ],
])("a catalogue that cannot be read: %s", (_, products, code, path, details) => {
  expect(refusalOf(() => whiteSpace(emptyPlan, products as never))).toStrictEqual({ code, path, details });
});

test.each<[string, object, readonly (string | number)[]]>([
  ["services", { services: [{ id: "s", service: "x", prodct: "FX" }] }, ["plan", "services", 0, "prodct"]],
  ["answers", { services: [{ id: "s", service: "x", needed: "Yes" }] }, ["plan", "services", 0, "needed"]],
  ["progress", { actions: [{ id: "a", progress: { state: "one" } }] }, ["plan", "actions", 0, "progress", "state"]],
])("a plan that cannot be read is refused: %s", (_, part, path) => {
  expect(refusalOf(() => whiteSpace({ ...emptyPlan, ...part }, catalogue))).toMatchObject({
    code: "strategy-plan/invalid-plan",
    path,
  });
});

test("an estimate of more digits than an amount may have is refused, where there is a gap", () => {
  const big = cny("9999999999999999.99");
  const actions = ["a", "b"].map((id): PlanAction => ({
    id,
    productOrService: { name: "FX", product: "FX" },
    expectedIncome: { amount: big, period: "2026" },
  }));
  expect(refusalOf(() => cellOf([], { actions })).code).toBe("money/amount-too-large");
  expect(cellOf([{ id: "s", adopted: yes }], { actions }).state).toBe("in-use");
});
