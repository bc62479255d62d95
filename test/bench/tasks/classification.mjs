/** Classes of 12 characteristics: rows and columns of a whole book, beside straight-line code and two rule engines. */
export const title = "Classes of clients";
export const note =
  "Clients a second. A card of 12 characteristics with 60 bands, on three axes, five rules and a core test; the values are numbers, categories and yes or no, a tenth of two of them missing. `straight-line code` is what a programmer would write by hand for this very card: constants in nested conditions, values taken on trust, a class and nothing else; `ours` reads the card as data, checks every value and keeps what each client can be explained with. The rule engines get the same card as rules, json-rules-engine for 500 clients only, because it would take minutes. The reference looks every band up in a list, from the top.";
export const cases = ["100,000 clients, rows", "100,000 clients, columns", "500 clients, rows"];

/** Upper edges; a value on an edge is in the band above it. */
const AMOUNTS = {
  assets: [10_000, 50_000, 200_000, 600_000, 2_000_000],
  income: [60_000, 120_000, 300_000, 600_000, 1_000_000],
  deposits: [10_000, 50_000, 200_000, 1_000_000],
  fees: [200, 1000, 2000, 10_000, 30_000],
  investments: [1000, 20_000, 100_000, 500_000],
  products: [2, 3, 4, 6, 8],
  years: [1, 3, 5, 10],
  payments: [1, 5, 10, 20, 40],
  share: [0.1, 0.25, 0.5, 0.75],
};
const AXIS = {
  assets: "strength",
  income: "strength",
  occupation: "strength",
  deposits: "contribution",
  fees: "contribution",
  investments: "contribution",
  products: "closeness",
  years: "closeness",
  payments: "closeness",
  share: "closeness",
  salary: "closeness",
  trend: "potential",
};
const WHOLE = new Set(["products", "years", "payments"]);
const TRENDS = ["rising", "steady", "falling"];
const TREND_POINTS = [10, 4, 0];
const OCCUPATIONS = ["executive", "owner", "professional", "employee", "retired", "other"];
const OCCUPATION_POINTS = [10, 10, 8, 5, 4, 0];
const STEP = 4;
const CUTS = { strength: 24, closeness: 28, contribution: 24, potential: 10 };
const CORE = { strength: 36, closeness: 44, contribution: 36 };
const CLASSES = [
  "existing-high-quality/core",
  "existing-high-quality/general",
  "existing-potential",
  "prospective-high-quality",
  "ordinary",
];

/** The same pseudo-random values in every process. */
function makeRows(count) {
  let state = 20260331;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const row = {};
    for (const [feature, edges] of Object.entries(AMOUNTS)) {
      const value = edges.at(-1) * 1.6 * next() ** 3;
      row[feature] = WHOLE.has(feature) ? Math.floor(value) : value;
    }
    row.occupation = OCCUPATIONS[Math.floor(next() * OCCUPATIONS.length)];
    row.salary = next() < 0.5;
    row.trend = next() < 0.1 ? null : TRENDS[Math.floor(next() * 3)];
    row.fees = next() < 0.1 ? null : row.fees;
    row.elsewhere = next() < 0.5;
    return row;
  });
}
const FEATURES = [...Object.keys(AMOUNTS), "occupation", "salary", "trend", "elsewhere"];
const columnsOf = (rows) =>
  Object.fromEntries(
    FEATURES.map((feature) => {
      const values = rows.map((row) => row[feature]);
      return [feature, feature in AMOUNTS && feature !== "fees" ? Float64Array.from(values) : values];
    }),
  );

/** The book of a case as columns. */
export const makeColumns = (label) => columnsOf(rowsOf(label));

const rowsOf = (label) => makeRows(label.startsWith("100,000") ? 100_000 : 500);

/** Points of one value, band by band from the top. */
function pointsOf(feature, value) {
  if (feature === "salary") return value ? 6 : 0;
  if (feature === "trend") return value === null ? 0 : TREND_POINTS[TRENDS.indexOf(value)];
  if (feature === "occupation") return OCCUPATION_POINTS[OCCUPATIONS.indexOf(value)];
  if (value === null) return 0;
  const edges = AMOUNTS[feature];
  for (let band = edges.length; band > 0; band--) if (value >= edges[band - 1]) return band * STEP;
  return 0;
}

export function reference(label) {
  return rowsOf(label).map((row) => {
    const sums = { strength: 0, closeness: 0, contribution: 0, potential: 0 };
    for (const [feature, axis] of Object.entries(AXIS)) sums[axis] += pointsOf(feature, row[feature]);
    const meets = (cuts) => Object.entries(cuts).every(([axis, cut]) => sums[axis] >= cut);
    const { strength, closeness, contribution, potential } = CUTS;
    if (meets({ strength, closeness, contribution })) return CLASSES[meets(CORE) ? 0 : 1];
    if (meets({ closeness, potential })) return CLASSES[2];
    return CLASSES[meets({ strength }) && row.elsewhere ? 3 : 4];
  });
}

export const exampleCard = {
  id: "bench.card",
  version: "1",
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["benchmark"],
  features: {
    ...Object.fromEntries(
      Object.keys(AMOUNTS).map((feature) => [
        feature,
        { kind: WHOLE.has(feature) ? "integer" : "number", group: "account", sensitive: false },
      ]),
    ),
    occupation: { kind: "category", group: "basic", sensitive: true, values: OCCUPATIONS },
    salary: { kind: "flag", group: "account", sensitive: false },
    trend: { kind: "category", group: "need", sensitive: false, values: TRENDS },
    elsewhere: { kind: "flag", group: "need", sensitive: false },
  },
  elsewhereFlag: "elsewhere",
  characteristics: Object.entries(AXIS).map(([feature, axis]) => {
    const common = { id: feature, feature, axis, appliesTo: "everyone" };
    const inputs = { missing: { points: 0 }, invalid: "reject" };
    if (feature === "salary") return { ...common, scale: "flag", whenTrue: 6, whenFalse: 0, inputs };
    const list = feature === "trend" ? TRENDS : feature === "occupation" ? OCCUPATIONS : null;
    if (list !== null) {
      const groups = list.map((value) => ({ values: [value], points: pointsOf(feature, value) }));
      return { ...common, scale: "categories", groups, inputs: { ...inputs, unknown: { points: 0 } } };
    }
    const bands = AMOUNTS[feature].map((edge, band) => ({ below: String(edge), points: band * STEP }));
    return { ...common, scale: "bands", bands: [...bands, { points: bands.length * STEP }], inputs };
  }),
  rules: [
    {
      id: "high",
      type: "existing-high-quality",
      when: ["strength", "closeness", "contribution"].map((axis) => ({ test: "axis", axis, atLeast: CUTS[axis] })),
    },
    {
      id: "potential",
      type: "existing-potential",
      when: ["closeness", "potential"].map((axis) => ({ test: "axis", axis, atLeast: CUTS[axis] })),
    },
    {
      id: "prospect",
      type: "prospective-high-quality",
      when: [
        { test: "axis", axis: "strength", atLeast: CUTS.strength },
        { test: "flag", feature: "elsewhere", is: true, unusable: "reject" },
      ],
    },
  ],
  core: Object.entries(CORE).map(([axis, atLeast]) => ({ test: "axis", axis, atLeast })),
};

const ours = {
  async prepare(label) {
    const { classifyMany, prepareScorecard } = await import("../../../dist/customer-classification/index.js");
    const prepared = prepareScorecard(exampleCard);
    const rows = rowsOf(label);
    const given = label.endsWith("columns") ? makeColumns(label) : rows;
    const run = () => classifyMany(prepared, given, { asOf: "2026-03-31" });
    return {
      operations: rows.length,
      pass: () => run().values.length,
      answers: () =>
        run().values.map((value) => (value === null ? null : value.tier ? `${value.type}/${value.tier}` : value.type)),
    };
  },
};

/** The card as a programmer would write it out: what `make` gives is this text, compiled once. */
function writtenOut(valueOf) {
  const lines = Object.entries(AXIS).map(([feature, axis]) => {
    const value = valueOf(feature);
    if (feature === "salary") return `if (${value}) ${axis} += 6;`;
    const list = feature === "trend" ? TRENDS : feature === "occupation" ? OCCUPATIONS : null;
    if (list !== null) {
      const cases = list.map((one) => `case ${JSON.stringify(one)}: ${axis} += ${pointsOf(feature, one)}; break;`);
      return `switch (${value}) { ${cases.join(" ")} }`;
    }
    const edges = AMOUNTS[feature];
    const nested = edges.reduceRight(
      (rest, edge, band) => `v < ${edge} ? ${band * STEP} : ${rest}`,
      String(edges.length * STEP),
    );
    return `{ const v = ${value}; ${feature === "fees" ? "if (v !== null) " : ""}${axis} += ${nested}; }`;
  });
  const meets = (cuts) =>
    Object.entries(cuts)
      .map(([axis, cut]) => `${axis} >= ${cut}`)
      .join(" && ");
  const { strength, closeness, contribution, potential } = CUTS;
  return `let strength = 0, closeness = 0, contribution = 0, potential = 0;
    ${lines.join("\n")}
    out[i] = ${meets({ strength, closeness, contribution })} ? (${meets(CORE)} ? 0 : 1)
      : ${meets({ closeness, potential })} ? 2 : ${meets({ strength })} && ${valueOf("elsewhere")} ? 3 : 4;`;
}

const straight = {
  prepare(label) {
    const rows = rowsOf(label);
    const byColumn = label.endsWith("columns");
    const body = byColumn
      ? `${FEATURES.map((feature) => `const c_${feature} = given.${feature};`).join(" ")}
         for (let i = 0; i < n; i++) { ${writtenOut((feature) => `c_${feature}[i]`)} }`
      : `for (let i = 0; i < n; i++) { const row = given[i]; ${writtenOut((feature) => `row.${feature}`)} }`;
    // written out by a program, so that it cannot differ from the card by a slip of the pen
    const classes = new Function("given", "n", `const out = new Uint8Array(n); ${body} return out;`);
    const given = byColumn ? columnsOf(rows) : rows;
    return {
      operations: rows.length,
      pass: () => classes(given, rows.length)[0],
      answers: () => Array.from(classes(given, rows.length), (index) => CLASSES[index]),
    };
  },
};

const jsonLogic = {
  async prepare(label) {
    if (label.endsWith("columns")) return null;
    const { default: logic } = await import("json-logic-js");
    const points = (feature) => {
      const value = { var: feature };
      if (feature === "salary") return { if: [value, 6, 0] };
      const list = feature === "trend" ? TRENDS : feature === "occupation" ? OCCUPATIONS : null;
      if (list !== null) {
        return { if: [...list.flatMap((one) => [{ "===": [value, one] }, pointsOf(feature, one)]), 0] };
      }
      const bands = AMOUNTS[feature].flatMap((edge, band) => [{ "<": [value, edge] }, band * STEP]);
      const chain = [...bands, AMOUNTS[feature].length * STEP];
      return { if: feature === "fees" ? [{ "===": [value, null] }, 0, ...chain] : chain };
    };
    const sums = Object.entries(byAxis()).map(([axis, features]) => [axis, { "+": features.map(points) }]);
    const meets = (cuts) => ({ and: Object.entries(cuts).map(([axis, cut]) => ({ ">=": [{ var: axis }, cut] })) });
    const { strength, closeness, contribution, potential } = CUTS;
    const rule = {
      if: [
        meets({ strength, closeness, contribution }),
        { if: [meets(CORE), 0, 1] },
        meets({ closeness, potential }),
        2,
        { and: [meets({ strength }), { var: "elsewhere" }] },
        3,
        4,
      ],
    };
    const rows = rowsOf(label);
    const classOf = (row) => {
      const data = { elsewhere: row.elsewhere };
      for (const [axis, sum] of sums) data[axis] = logic.apply(sum, row);
      return logic.apply(rule, data);
    };
    return {
      operations: rows.length,
      pass: () => rows.reduce((sum, row) => sum + classOf(row), 0),
      answers: () => rows.map((row) => CLASSES[classOf(row)]),
    };
  },
};

/** The features of each axis. */
function byAxis() {
  const by = {};
  for (const [feature, axis] of Object.entries(AXIS)) (by[axis] ??= []).push(feature);
  return by;
}

const jsonRules = {
  async prepare(label) {
    if (!label.startsWith("500 ")) return null;
    const { Engine } = await import("json-rules-engine");
    const engine = new Engine([], { allowUndefinedFacts: true });
    const rule = (feature, conditions, points) =>
      engine.addRule({ conditions: { all: conditions }, event: { type: AXIS[feature], params: { points } } });
    for (const [feature, edges] of Object.entries(AMOUNTS)) {
      for (let band = 0; band <= edges.length; band++) {
        const above = band === 0 ? [] : [{ fact: feature, operator: "greaterThanInclusive", value: edges[band - 1] }];
        const below = band === edges.length ? [] : [{ fact: feature, operator: "lessThan", value: edges[band] }];
        rule(feature, [...above, ...below], band * STEP);
      }
    }
    for (const [feature, list] of Object.entries({ occupation: OCCUPATIONS, trend: TRENDS, salary: [true] })) {
      for (const value of list) rule(feature, [{ fact: feature, operator: "equal", value }], pointsOf(feature, value));
    }
    const rows = rowsOf(label);
    const classOf = async (row) => {
      const { events } = await engine.run(row);
      const sums = { strength: 0, closeness: 0, contribution: 0, potential: 0 };
      for (const { type, params } of events) sums[type] += params.points;
      const meets = (cuts) => Object.entries(cuts).every(([axis, cut]) => sums[axis] >= cut);
      const { strength, closeness, contribution, potential } = CUTS;
      if (meets({ strength, closeness, contribution })) return meets(CORE) ? 0 : 1;
      return meets({ closeness, potential }) ? 2 : meets({ strength }) && row.elsewhere ? 3 : 4;
    };
    return {
      operations: rows.length,
      pass: async () => {
        let sum = 0;
        for (const row of rows) sum += await classOf(row);
        return sum;
      },
      answers: async () => {
        const answers = [];
        for (const row of rows) answers.push(CLASSES[await classOf(row)]);
        return answers;
      },
    };
  },
};

export const implementations = {
  "relationship-banking": ours,
  "straight-line code": straight,
  "json-logic-js": jsonLogic,
  "json-rules-engine": jsonRules,
};
