import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  clientValue,
  relationshipValue,
  valueBook,
  valueImpact,
  type IncomeLine,
  type PlanEffect,
  type ValueFigures,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const line = (
  id: string,
  client: string,
  item: IncomeLine["item"],
  amount: string,
  basis: IncomeLine["basis"] = "actual",
) => ({ id, client, product: "P", item, period: "2026", amount: cny(amount), basis }) satisfies IncomeLine;

const lines = [
  line("1", "C-1", "asset", "300.00"),
  line("2", "C-1", "liability", "120.00"),
  line("3", "C-1", "sponsorship", "20.00", "estimated"),
  line("4", "C-2", "asset", "80.00"),
  line("5", "C-3", "asset", "15.00"),
];
const group = { subsidiaries: ["C-2"], referred: ["C-3"] };
// the figure of one referred client is shown here: the bridge is what is tested
const terms = { client: "C-1", period: "2026", currency: "CNY", group, fewestReferred: 1 } as const;
const { statement } = relationshipValue(lines, terms);

const effect = (id: string, changes: Partial<PlanEffect<"CNY">> = {}): PlanEffect<"CNY"> => ({
  id,
  kind: "new",
  item: "intermediary",
  amount: cny("50.00"),
  probability: "0.5",
  ...changes,
});

const effects = [
  effect("R-1", { kind: "at-risk", item: "asset", amount: cny("200.00"), probability: "0.1" }),
  effect("R-2", { kind: "at-risk", item: "subsidiary", amount: cny("80.00"), probability: "0.25" }),
  effect("W-1", { kind: "renewal", item: "asset", amount: cny("-30.00"), probability: "1" }),
  effect("N-1"),
  effect("N-2", { item: "liability", amount: cny("10.01"), probability: "0.5" }),
];

const amounts = (record: object) =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]: [string, { readonly amount?: string } | null]) => [
      name,
      value?.amount ?? null,
    ]),
  );

describe("the bridge by hand", () => {
  const impact = valueImpact(statement, effects, { targets: { direct: cny("450.00"), related: cny("95.00") } });

  test("if we lose, existing, if we win", () => {
    // 535 = 420 + 95 + 20; less 280; less 30 and plus 60.01
    expect(amounts(impact.total)).toStrictEqual({
      existing: "535.00",
      existingEstimated: "20.00",
      atRisk: "280.00",
      renewal: "-30.00",
      added: "60.01",
      ifWeLose: "255.00",
      ifWeWin: "565.01",
      // 535 − 20 − 20 − 30 + 25 + 5.005, the last half-even
      expected: "495.00",
      gap: null,
    });
  });

  test("heads add up to the total, and have their targets and gaps", () => {
    expect(amounts(impact.heads.direct)).toMatchObject({ existing: "420.00", ifWeLose: "220.00", ifWeWin: "450.01" });
    expect(amounts(impact.heads.direct.gap ?? {})).toStrictEqual({
      target: "450.00",
      existing: "30.00",
      ifWeLose: "230.00",
      ifWeWin: "-0.01",
    });
    expect(impact.heads.related.gap?.ifWeLose).toStrictEqual(cny("80.00"));
    expect(impact.heads.other.gap).toBeNull();
  });

  test("the target of the total is that of all three heads", () => {
    const targets = { direct: cny("450.00"), related: cny("95.00"), other: cny("0.00") };
    expect(valueImpact(statement, effects, { targets }).total.gap).toMatchObject({
      target: cny("545.00"),
      ifWeWin: cny("-20.01"),
    });
  });

  test("each item names its effects", () => {
    expect(impact.items.asset.effects).toStrictEqual({ "at-risk": ["R-1"], renewal: ["W-1"], new: [] });
    expect(impact.items.intermediary).toMatchObject({ existing: cny("0.00"), added: cny("50.00"), inTotal: true });
    expect(impact.withoutProbability).toStrictEqual([]);
    expect(impact.issues).toStrictEqual([]);
  });
});

test("no plan, no change", () => {
  const { total } = valueImpact(statement, []);
  expect([total.ifWeLose, total.ifWeWin, total.expected]).toStrictEqual([
    statement.total,
    statement.total,
    statement.total,
  ]);
});

test("the figures of a client in a book are as good as a statement", () => {
  const { book } = valueBook(lines, { period: "2026", currency: "CNY" });
  expect(valueImpact(clientValue(book, "C-1", { group, fewestReferred: 1 }), effects)).toStrictEqual(
    valueImpact(statement, effects),
  );
});

test("what is beside the total stays beside it", () => {
  const beside = relationshipValue(lines, { ...terms, referred: "beside" });
  const { total, items, heads } = valueImpact(beside.statement, [
    effect("N", { item: "referred", amount: cny("7.00") }),
  ]);
  expect(items.referred).toMatchObject({ inTotal: false, existing: cny("15.00"), ifWeWin: cny("22.00") });
  expect(total.added).toStrictEqual(cny("0.00"));
  expect(heads.related.existing).toStrictEqual(cny("80.00"));
});

test("without a probability nothing is expected, rather than everything or nothing", () => {
  const impact = valueImpact(statement, [effect("N-2", { probability: null }), effect("N-1", { item: "asset" })]);
  expect(impact.total.expected).toBeNull();
  expect(impact.heads.direct.expected).toBeNull();
  expect(impact.heads.related.expected).toStrictEqual(cny("95.00"));
  expect(impact.items.asset.expected).toStrictEqual(cny("325.00"));
  expect(impact.withoutProbability).toStrictEqual(["N-2"]);
});

describe("nothing is counted twice", () => {
  test.each([
    ["at-risk", "asset", ["200.00", "100.01"], "300.01", "300.00"],
    ["at-risk", "intermediary", ["0.00", "0.01"], "0.01", null],
    ["renewal", "liability", ["-100.00", "-20.01"], "120.01", "120.00"],
  ] as const)("%s of %s beyond what there is", (kind, item, [first, second], taken, existing) => {
    const { issues, items } = valueImpact(statement, [
      effect("1", { kind, item, amount: cny(first) }),
      effect("2", { kind, item, amount: cny(second) }),
    ]);
    expect(issues).toStrictEqual([
      {
        row: 1,
        code: "relationship-value/effect-exceeds-existing",
        path: ["amount"],
        details: { kind, item, taken, existing },
      },
    ]);
    expect(items[item].effects[kind]).toStrictEqual(["1"]);
  });

  const loss = (probability: string | null, amount = "300.00") =>
    effect("L", { kind: "at-risk", item: "asset", amount: cny(amount), probability });
  const renewed = (id: string, amount: string, probability: string | null = "1") =>
    effect(id, { kind: "renewal", item: "asset", amount: cny(amount), probability });

  test("what is lost for certain cannot be cut as well", () => {
    const { issues, items } = valueImpact(statement, [loss("1"), renewed("R", "-300.00")]);
    expect(issues).toStrictEqual([
      {
        row: 1,
        code: "relationship-value/effect-exceeds-existing",
        path: ["amount"],
        details: { kind: "renewal", item: "asset", taken: "600.00", existing: "300.00" },
      },
    ]);
    expect(items.asset.expected).toStrictEqual(cny("0.00"));
    expect(valueImpact(statement, [renewed("R", "-300.00"), loss("0.0001")]).issues).toMatchObject([
      { row: 1, details: { kind: "at-risk", taken: "300.03" } },
    ]);
  });

  test("one loan is lost or renewed for less, as likely as either is", () => {
    // 300 − 30 − 270 × 0.9: all of it at one chance in ten, otherwise a cut
    const { issues, items } = valueImpact(statement, [loss("0.1"), renewed("R", "-270.00", "0.9")]);
    expect(issues).toStrictEqual([]);
    expect(items.asset).toMatchObject({ ifWeLose: cny("0.00"), ifWeWin: cny("30.00"), expected: cny("27.00") });
    // a third of a cent too much is too much, whatever the rounding
    const most = [loss("0.1"), renewed("R", "-300.00", "0.90001")];
    expect(valueImpact(statement, most, { rounding: "down" }).issues).toMatchObject([{ details: { taken: "300.01" } }]);
    expect(valueImpact(statement, [loss(null), renewed("R", "-300.00", null)]).items.asset).toMatchObject({
      ifWeLose: cny("0.00"),
      ifWeWin: cny("0.00"),
      expected: null,
    });
  });

  test("what a renewal adds makes no room for a cut, before it or after it", () => {
    const [more, less] = [renewed("R-1", "100.00"), renewed("R-2", "-400.00")];
    for (const rows of [
      [more, less],
      [less, more],
    ]) {
      const { issues, items } = valueImpact(statement, rows);
      expect(issues).toMatchObject([{ row: rows.indexOf(less), details: { taken: "400.00", existing: "300.00" } }]);
      expect(items.asset.ifWeWin).toStrictEqual(cny("400.00"));
    }
  });

  test("an effect that is refused takes no id from the good one after it", () => {
    const { issues, items } = valueImpact(statement, [loss("0.1", "300.01"), loss("0.1"), loss("0.1", "0.00")]);
    expect(issues.map(({ row, code }) => [row, code])).toStrictEqual([
      [0, "relationship-value/effect-exceeds-existing"],
      [2, "relationship-value/repeated-row"],
    ]);
    expect(items.asset.atRisk).toStrictEqual(cny("300.00"));
  });

  test("all of an item may be at risk", () => {
    const all = effect("1", { kind: "at-risk", item: "asset", amount: cny("300.00") });
    expect(valueImpact(statement, [all]).items.asset.ifWeLose).toStrictEqual(cny("0.00"));
  });

  test.each([
    ["relationship-value/repeated-row", ["id"], { id: "N-1" }],
    ["relationship-value/invalid-row", ["kind"], { kind: "hope" }],
    ["relationship-value/invalid-row", ["item"], { item: "loan" }],
    ["relationship-value/invalid-row", ["amount"], { amount: cny("-1.00") }],
    ["relationship-value/invalid-row", ["probability"], { probability: "50" }],
    ["relationship-value/invalid-row", ["probabilty"], { probability: undefined, probabilty: "0.5" }],
    ["money/currency-mismatch", ["amount", "currency"], { amount: money("1.00", "USD") }],
    ["relationship-value/empty-id", ["id"], { id: "" }],
  ])("%s at %j is left out", (code, path, changes) => {
    const wrong = { ...effect("N-9"), ...changes } as PlanEffect<"CNY">;
    const { issues, total } = valueImpact(statement, [effect("N-1"), wrong]);
    expect(issues.map((issue) => [issue.row, issue.code, issue.path])).toStrictEqual([[1, code, path]]);
    expect(total.added).toStrictEqual(cny("50.00"));
  });
});

const unreadable = (): never => {
  throw new TypeError("cannot be read");
};

/** The statement with parts of its first item of which one is another; its getters stay getters. */
function withAsset(other: object): ValueFigures<"CNY"> {
  const { asset } = statement.items;
  const byBasis = Object.defineProperties({ ...asset.byBasis }, Object.getOwnPropertyDescriptors(other));
  return { ...statement, items: { ...statement.items, asset: { ...asset, byBasis } } };
}

test.each([
  [() => valueImpact(null as unknown as ValueFigures<"CNY">, []), "relationship-value/invalid-option", ["current"]],
  [
    () => valueImpact({ ...statement, items: {} } as never, []),
    "relationship-value/invalid-option",
    ["current", "items", "asset"],
  ],
  [
    () => valueImpact(withAsset({ estimated: money("20.00", "USD") }), []),
    "money/currency-mismatch",
    ["current", "items", "asset", "byBasis", "estimated", "currency"],
  ],
  [
    () => valueImpact(withAsset({ estimated: cny("300.01") }), []),
    "relationship-value/invalid-option",
    ["current", "items", "asset", "byBasis"],
  ],
  [
    () =>
      valueImpact(
        {
          ...statement,
          items: {
            ...statement.items,
            get asset(): never {
              return unreadable();
            },
          },
        },
        [],
      ),
    "relationship-value/invalid-option",
    ["current", "items", "asset"],
  ],
  [
    () =>
      valueImpact(
        {
          ...statement,
          get total(): never {
            return unreadable();
          },
        },
        [],
      ),
    "relationship-value/invalid-option",
    ["current", "total"],
  ],
  [
    () =>
      valueImpact(
        withAsset({
          get estimated(): never {
            return unreadable();
          },
        }),
        [],
      ),
    "relationship-value/invalid-option",
    ["current", "items", "asset", "byBasis", "estimated"],
  ],
  [() => valueImpact(statement, {} as never), "relationship-value/invalid-option", ["effects"]],
  [
    () => valueImpact(statement, [], { targets: { total: cny("1.00") } } as never),
    "relationship-value/invalid-option",
    ["targets", "total"],
  ],
  [
    () => valueImpact(statement, [], { targets: { direct: money("1.00", "USD") } } as never),
    "money/currency-mismatch",
    ["targets", "direct", "currency"],
  ],
])("%s is refused", (call, code, path) => {
  expect(refusalOf(call)).toMatchObject({ code, path });
});
