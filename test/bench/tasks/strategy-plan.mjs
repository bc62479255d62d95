/** Strategy plans: one looked at whole, two compared, three put together; and a book of 10,000 of them. */
import { readFileSync } from "node:fs";

const strategyPlan = await import("../../../dist/strategy-plan/index.js");

export const title = "Strategy plans";
export const note =
  "Plans a second. `the sample looked at` takes the corporate plan of `docs/examples/data` (138 fields, 26 kB of JSON), checks it, and says how it stands to the full tier and to every check of its health. The plans of the other cases have 500 rows over all lists, each with what its answers rest on. `compare` is of two of them with 50 answers changed, ten rows moved, four gone and four new; the answer is what an applier written for this table makes of the patch. Our patch tests what it replaces and which rows it touches, and comes with the changes to be told; `compare` of fast-json-patch goes by place, so that every row after one that moved is another row, and tests nothing unless it is to be invertible: ours has 184 operations, its 2,158, or 4,316 with tests. `apply` gives all the same patch, ours, to be applied to a plan that stays as it was; we read the plan before and after, fast-json-patch takes both on trust. `merge` is of three plans, two of which change 25 answers each and add a row, with nothing in common; the reference makes all those changes itself. `10,000 plans` puts as many copies of the sample, each of another client, into one portfolio, with tiers and health of each; plans read, income in all, over the months, by product and by head are compared with figures worked out by hand from five actions. Nothing is remembered from one pass to the next.";

const ROWS = { people: 40, ties: 20, businesses: 20, institutions: 60, services: 150, actions: 150, challenges: 60 };
const PLANS = 10_000;

export const cases = ["the sample looked at", "compare", "apply", "merge", "10,000 plans"];

const sample = () => JSON.parse(readFileSync(new URL("../../../docs/examples/data/sample-plan.json", import.meta.url)));

// ---- plans of 500 rows

const cny = (amount) => ({ amount: `${amount}.00`, currency: "CNY" });
const seen = (index) => ({ asOf: `2025-${String(1 + (index % 12)).padStart(2, "0")}-15`, source: "visit report" });
const evidence = (index, ...fields) => ({ evidence: Object.fromEntries(fields.map((field) => [field, seen(index)])) });

/** One row of each list, by its number. */
const ROW = {
  people: (n) => ({
    id: `p${n}`,
    contactName: `Person ${n}`,
    positionAndAuthority: { position: "Finance", authority: n % 3 === 0 ? "decides" : "influences" },
    contactMethod: [{ channel: "phone", value: `000-0000-${n}` }],
    stakeholder: { roles: ["user"], influence: "medium", lastContact: "2025-11-18", evidence: seen(n) },
    ...evidence(n, "contactName", "positionAndAuthority", "contactMethod"),
  }),
  ties: (n) => ({ id: `t${n}`, from: `p${n}`, to: `p${n + 1}`, kind: "influences", evidence: seen(n) }),
  businesses: (n) => ({
    id: `b${n}`,
    businessNature: `Business ${n}`,
    shareOfTurnoverAndProfit: { turnoverShare: "0.04" },
    developmentStatus: "Growing",
    financialNeeds: [{ need: "Working capital", amount: cny(1000 + n) }],
    ...evidence(n, "businessNature", "developmentStatus"),
  }),
  institutions: (n) => ({
    id: `i${n}`,
    institutionName: `Bank ${n}`,
    institutionServicesAndTerms: [{ service: `s${n}`, terms: "Unsecured", renewalDate: "2026-06-30" }],
    reasonForChoice: [{ reason: "price" }],
    estimatedSpend: [{ service: `s${n}`, amount: cny(5000 + n), period: "2025" }],
    ...evidence(n, "institutionName", "estimatedSpend"),
  }),
  services: (n) => ({
    id: `s${n}`,
    service: `Service ${n}`,
    product: `PRODUCT-${n}`,
    needed: "yes",
    recommended: { answer: "yes", date: "2025-03-01" },
    adopted: { answer: "no" },
    discontinued: { answer: "no" },
    ...evidence(n, "needed", "recommended", "adopted"),
  }),
  actions: (n) => ({
    id: `a${n}`,
    clientNeed: { text: `Need ${n}`, service: `s${n % 150}` },
    productOrService: { name: `Offer ${n}`, service: `s${n % 150}` },
    departmentAndOwner: { department: "Corporate", person: "E-1" },
    plannedPitchTime: `2026-${String(1 + (n % 12)).padStart(2, "0")}`,
    expectedIncome: { amount: cny(10_000 + n), period: "2026", probability: "0.5", head: "direct" },
    ...evidence(n, "clientNeed", "expectedIncome"),
  }),
  challenges: (n) => ({
    id: `c${n}`,
    challengeSource: { origin: "market" },
    challengeContent: `Challenge ${n}`,
    preventionAndTimetable: [{ action: "Watch", owner: "E-1", due: "2026-03-31", state: "open" }],
    ...evidence(n, "challengeContent"),
  }),
};

const head = { id: "PLAN", version: "1", client: "C-1", period: "2026", currency: "CNY" };
const bigPlan = () => ({
  ...head,
  preparedBy: "E-1",
  preparedOn: "2025-12-15",
  ...Object.fromEntries(
    Object.entries(ROWS).map(([list, count]) => [list, Array.from({ length: count }, (_, n) => ROW[list](n))]),
  ),
});

/** Another answer for one field of each list. */
const CHANGE = {
  people: (row) => (row.contactMethod = [{ channel: "email", value: `${row.id}@example.invalid` }]),
  ties: (row) => (row.kind = "conflicts-with"),
  businesses: (row) => (row.developmentStatus = `Shrinking since ${row.id}`),
  institutions: (row) => (row.estimatedSpend[0].amount = cny(9000)),
  services: (row) => (row.needed = "no"),
  actions: (row) => (row.expectedIncome.amount = cny(77_000)),
  challenges: (row) => (row.challengeContent += ", and later"),
};

/** Changes the rows whose number over all lists leaves `rest` on division by `every`. */
function changeRows(plan, every, rest) {
  let number = 0;
  for (const list of Object.keys(ROWS)) {
    for (const row of plan[list]) if (number++ % every === rest) CHANGE[list](row);
  }
}

const moveRow = (rows, from, to) => rows.splice(to, 0, ...rows.splice(from, 1));

function laterPlan() {
  const plan = bigPlan();
  plan.version = "2";
  changeRows(plan, 10, 3);
  for (let n = 0; n < 5; n++) {
    moveRow(plan.services, 7 + 20 * n, 140 - 15 * n);
    moveRow(plan.actions, 130 - 20 * n, 2 + 9 * n);
  }
  for (const list of ["actions", "challenges"]) {
    plan[list].splice(20, 2);
    plan[list].splice(5, 0, ROW[list](900));
    plan[list].push(ROW[list](901));
  }
  return plan;
}

/** What each of two colleagues does to the answers and to the rows of a plan: nothing that the other touches. */
const COLLEAGUES = {
  mine: {
    answers: (plan) => changeRows(plan, 20, 3),
    rows: (plan) => {
      moveRow(plan.services, 10, 100);
      plan.actions.push(ROW.actions(900));
    },
  },
  theirs: {
    answers: (plan) => changeRows(plan, 20, 11),
    rows: (plan) => {
      moveRow(plan.institutions, 50, 5);
      plan.challenges.push(ROW.challenges(901));
    },
  },
};

/** The plan after some of them, who count its rows before any is moved. */
function edited(...names) {
  const plan = bigPlan();
  for (const name of names) COLLEAGUES[name].answers(plan);
  for (const name of names) COLLEAGUES[name].rows(plan);
  return plan;
}

// ---- the reference

/** A value as text, whatever the order of members. */
const textOf = (value) =>
  JSON.stringify(value, (_, own) =>
    typeof own === "object" && own !== null && !Array.isArray(own)
      ? Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)))
      : own,
  );

/** Applies a patch of RFC 6902 slowly, one operation after the other; null where one cannot be done. */
function applied(document, patch) {
  const root = structuredClone({ document });
  const place = (path) => {
    const parts = path.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    parts[0] = "document";
    const last = parts.pop();
    return { holder: parts.reduce((own, part) => own[part], root), last };
  };
  const take = ({ holder, last }) => {
    const own = holder[last];
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
    return own;
  };
  const put = ({ holder, last }, own) => {
    if (Array.isArray(holder)) holder.splice(last === "-" ? holder.length : Number(last), 0, own);
    else holder[last] = own;
  };
  for (const { op, path, from, value } of patch) {
    const at = place(path);
    if (op === "test") {
      if (textOf(at.holder[at.last]) !== textOf(value)) return null;
    } else if (op === "remove") take(at);
    else if (op === "replace") at.holder[at.last] = structuredClone(value);
    else if (op === "add") put(at, structuredClone(value));
    else if (op === "move") {
      const own = take(place(from));
      put(place(path), own);
    } else return null;
  }
  return root.document;
}

/** Of the sample, worked out by hand: see test/strategy-plan. */
const LOOKED_AT = {
  findings: 0,
  tier: 8,
  health: ["unmet", "met", "met", "met", "met", "unmet", "met", "met"],
};
const looked = ({ findings, tier, health }) => [findings, tier, ...health];

/** What an amount of one plan is in the book, in minor units. */
const inBook = (amounts) => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n) * 100n * BigInt(PLANS);

/** Of the five open actions of the sample, in yuan: what each is to bring, and that times its probability by hand. */
const EXPECTED = {
  products: {
    "CASH-MGMT": [90_000, 63_000],
    "FX-HEDGE": [160_000, 96_000],
    LEASE: [60_000, 18_000],
    "LOAN-TERM": [380_000, 152_000],
    "LOAN-WC": [420_000, 210_000],
  },
  heads: { direct: [1_050_000, 521_000], related: [60_000, 18_000] },
};

function bookReference() {
  const rows = Object.entries({ ...EXPECTED.products, ...EXPECTED.heads });
  const all = Object.values(EXPECTED.products);
  const total = [inBook(all.map(([best]) => best)), inBook(all.map(([, expected]) => expected))];
  // the months add up to the total, and the plans are all there
  return [
    String(PLANS),
    ...[total, total].map(String),
    ...rows.map(([name, [best, expected]]) => [name, inBook([best]), inBook([expected])].join()),
  ];
}

const minor = ({ amount }) => BigInt(amount.replace(".", ""));

function bookAnswers({ portfolio }) {
  const [{ total, months, products, heads }] = portfolio.income;
  const sumOf = (figure) => months.reduce((sum, month) => sum + minor(month[figure]), 0n);
  const rows = [...products, ...heads].map(({ product, head, best, expected }) =>
    [product ?? head, minor(best), minor(expected)].join(),
  );
  return [
    String(portfolio.plans.read),
    ...[
      [minor(total.best), minor(total.expected)],
      [sumOf("best"), sumOf("expected")],
    ].map(String),
    ...rows,
  ];
}

export function reference(label) {
  if (label === "the sample looked at") return looked(LOOKED_AT);
  if (label === "merge") return [textOf(edited("mine", "theirs"))];
  if (label === "10,000 plans") return bookReference();
  return [textOf(laterPlan())];
}

// ---- the implementations

const ours = {
  prepare(label) {
    const { checkPlan, planCompleteness, planHealth, diffPlans, applyPatch, mergePlans } = strategyPlan;
    const { examplePlanTiers, examplePlanHealth, portfolioOfPlans } = strategyPlan;
    const tiers = Object.values(examplePlanTiers);
    if (label === "the sample looked at") {
      const { plan } = sample();
      const run = () => ({
        findings: checkPlan(plan).length,
        tier: planCompleteness(plan, examplePlanTiers.full, plan.preparedOn).n,
        health: planHealth(plan, plan.preparedOn, examplePlanHealth).checks.map(({ status }) => status),
      });
      return { operations: 1, pass: () => run().findings, answers: () => looked(run()) };
    }
    if (label === "10,000 plans") {
      const { plan } = sample();
      const plans = Array.from({ length: PLANS }, (_, n) => ({
        ...structuredClone(plan),
        id: `P-${n}`,
        client: `C-${n}`,
      }));
      const run = () =>
        portfolioOfPlans(plans, "2026-03-31", { health: examplePlanHealth, tiers, renewalsWithinDays: 90 });
      return { operations: PLANS, pass: () => run().portfolio.plans.read, answers: () => bookAnswers(run()) };
    }
    const [before, after] = [bigPlan(), laterPlan()];
    if (label === "compare") {
      const run = () => diffPlans(before, after).patch;
      return { operations: 1, pass: () => run().length, answers: () => [textOf(applied(before, run()))] };
    }
    if (label === "apply") {
      const { patch } = diffPlans(before, after);
      const run = () => applyPatch(before, patch);
      return { operations: 1, pass: () => Number(run().ok), answers: () => [textOf(run().plan)] };
    }
    const [mine, theirs] = [edited("mine"), edited("theirs")];
    const run = () => mergePlans(before, mine, theirs);
    return { operations: 1, pass: () => Number(run().ok), answers: () => [textOf(run().plan)] };
  },
};

const jsonPatch = (isInvertible) => ({
  async prepare(label) {
    if (label !== "compare" && (label !== "apply" || isInvertible)) return null;
    const { default: peer } = await import("fast-json-patch");
    const [before, after] = [bigPlan(), laterPlan()];
    if (label === "compare") {
      const run = () => peer.compare(before, after, isInvertible);
      return { operations: 1, pass: () => run().length, answers: () => [textOf(applied(before, run()))] };
    }
    const { patch } = strategyPlan.diffPlans(before, after);
    // a copy, because it puts the values of the patch into the document
    const run = () => peer.applyPatch(before, patch, false, false).newDocument;
    return { operations: 1, pass: () => run().actions.length, answers: () => [textOf(run())] };
  },
});

export const implementations = {
  "relationship-banking": ours,
  "fast-json-patch": jsonPatch(false),
  "fast-json-patch, invertible": jsonPatch(true),
};
