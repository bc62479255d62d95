import { describe, expect, test } from "vitest";

import { orThrow } from "../../../src/core/index.ts";
import { money } from "../../../src/money/index.ts";
import {
  convertPeriodicRate,
  customerLifetimeValue,
  type LifetimeInput,
  type Retention,
} from "../../../src/relationship-value/index.ts";
import { pv } from "../../../src/time-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const yearly = (rate: string): Retention<"year"> => ({ by: "constant", rate, per: "year" });

const client = (changes: Partial<LifetimeInput<"CNY", "year">> = {}): LifetimeInput<"CNY", "year"> => ({
  margin: { amount: cny("1000.00"), per: "year" },
  retention: yearly("0.7"),
  discount: { value: "0.12", per: "year" },
  firstPayment: "in-one-period",
  horizon: "infinite",
  ...changes,
});

const valueOf = (changes: Partial<LifetimeInput<"CNY", "year">>) => orThrow(customerLifetimeValue(client(changes)));

/** The beta-geometric model of Fader and Hardie's high-end customers. */
const highEnd = { by: "shifted-beta-geometric", alpha: "0.668", beta: "3.806", per: "year" } as const;

describe("published cases", () => {
  test("Net-4-You: (19.95 − 0.50 − 0.50) at a retention of 78.8 % and 1 %, first margin at risk: 67.2639", () => {
    // http://www.jiskha.com/display.cgi?id=1327778623; printed there with four digits, cut off
    const { multiple } = orThrow(
      customerLifetimeValue({
        margin: { amount: cny("1895.00"), per: "month" },
        retention: { by: "constant", rate: "0.788", per: "month" },
        discount: { value: "0.01", per: "month" },
        firstPayment: "in-one-period",
        horizon: "infinite",
        digits: 12,
      }),
    );
    expect((18.95 * Number(multiple)).toFixed(6)).toBe("67.263964");
    const usd = orThrow(
      customerLifetimeValue({
        margin: { amount: money("18.95", "USD"), per: "month" },
        retention: { by: "constant", rate: "0.788", per: "month" },
        discount: { value: "0.01", per: "month" },
        firstPayment: "in-one-period",
        horizon: "infinite",
      }),
    );
    expect(usd.value).toStrictEqual(money("67.26", "USD"));
  });

  test.each([
    // S. Gupta and D. R. Lehmann, Customers as Assets: margin multiple r / (1 + i − r)
    ["0.7", "0.12", "1.67"],
    ["0.9", "0.16", "3.46"],
  ])("margin multiple at a retention of %s and a discount of %s: %s", (rate, value, multiple) => {
    const input = { retention: yearly(rate), discount: { value, per: "year" } as const, digits: 2 };
    expect(valueOf(input).multiple).toBe(multiple);
    // the other convention, as published: (1 + d) / (1 + d − r), one whole margin more
    expect(valueOf({ ...input, firstPayment: "now" }).multiple).toBe((Number(multiple) + 1).toFixed(2));
  });

  test("survival of the high-end customers over twelve years, as the model has it", () => {
    const { payments } = valueOf({ retention: highEnd, firstPayment: "now", horizon: 8, digits: 3 });
    // S(t) at 0.668 and 3.806, computed independently from P(T = t)
    expect(payments.map(({ survival }) => survival)).toStrictEqual([
      "1.000",
      "0.851",
      "0.747",
      "0.670",
      "0.610",
      "0.562",
      "0.522",
      "0.489",
    ]);
  });
});

describe("both conventions by hand", () => {
  test("1,000 a year, 80 %, 10 %, growth 5 %, three payments", () => {
    const input = {
      retention: yearly("0.8"),
      discount: { value: "0.1", per: "year" },
      growth: { value: "0.05", per: "year" },
      horizon: 3,
    } as const;
    const now = valueOf({ ...input, firstPayment: "now" });
    expect(now.payments).toStrictEqual([
      { period: 0, survival: "1.0000", discountFactor: "1.0000", margin: cny("1000.00"), value: cny("1000.00") },
      // 1050 × 0.8 / 1.1 = 763.6364
      { period: 1, survival: "0.8000", discountFactor: "0.9091", margin: cny("1050.00"), value: cny("763.64") },
      // 1102.5 × 0.64 / 1.21 = 583.1405, and 2346.7769 in all
      { period: 2, survival: "0.6400", discountFactor: "0.8264", margin: cny("1102.50"), value: cny("583.14") },
    ]);
    expect(now.value).toStrictEqual(cny("2346.78"));
    expect(now.multiple).toBe("2.3468");
    expect(now.conventions).toStrictEqual({
      per: "year",
      retention: "constant",
      firstPayment: "now",
      horizon: 3,
      rounding: "half-even",
    });
    const later = valueOf({ ...input, firstPayment: "in-one-period" });
    // 1000 × 0.8 / 1.1, 1050 × 0.64 / 1.21, 1102.5 × 0.512 / 1.331
    expect(later.payments.map(({ period, value }) => [period, value.amount])).toStrictEqual([
      [1, "727.27"],
      [2, "555.37"],
      [3, "424.11"], // 424.1022, and 1706.7470 in all, less the 1282.64 before
    ]);
    expect(later.value).toStrictEqual(cny("1706.75"));
  });

  test("a table of retention rates, one for each renewal", () => {
    const retention = { by: "table", rates: ["0.9", "0.5"], per: "year" } as const;
    const discount = { value: "0", per: "year" } as const;
    expect(valueOf({ retention, discount, firstPayment: "now", horizon: 3 }).multiple).toBe("2.3500"); // 1 + 0.9 + 0.45
    expect(valueOf({ retention, discount, firstPayment: "in-one-period", horizon: 2 }).multiple).toBe("1.3500");
  });

  test("a client who costs more than they bring has a negative value", () => {
    expect(valueOf({ margin: { amount: cny("-10.00"), per: "year" } }).value).toStrictEqual(cny("-16.67"));
  });
});

describe("clients who differ", () => {
  test("an endless sum is the sum of very many payments", () => {
    for (const firstPayment of ["now", "in-one-period"] as const) {
      const many = valueOf({ retention: highEnd, firstPayment, horizon: 400, digits: 12 });
      const ever = valueOf({ retention: highEnd, firstPayment, digits: 12 });
      expect(ever.multiple).toBe(many.multiple);
      expect(ever.payments).toStrictEqual([]);
    }
  });

  test("F(1, 1/2; 1; z) is 1 / √(1 − z): at half and half, a discount of a third gives 2", () => {
    // z = 0.75 is no decimal fraction of 1 / (1 + d), so by growth: 0.9 / 1.2
    const half = { by: "shifted-beta-geometric", alpha: "0.5", beta: "0.5", per: "year" } as const;
    const input = { growth: { value: "-0.1", per: "year" }, discount: { value: "0.2", per: "year" } } as const;
    expect(valueOf({ retention: half, ...input, firstPayment: "now", rounding: "floor", digits: 12 }).multiple).toBe(
      "2.000000000000",
    );
  });

  test("renewals behind a client make it worth more than a new one", () => {
    const fresh = valueOf({ retention: highEnd, horizon: 5 });
    const loyal = valueOf({ retention: { ...highEnd, renewals: 4 }, horizon: 5 });
    expect(fresh.payments[0]?.survival).toBe("0.8507"); // 3.806 / 4.474
    expect(loyal.payments[0]?.survival).toBe("0.9212"); // 7.806 / 8.474
  });

  test("close to diverging it is settled, and where it cannot be it says so", () => {
    const slow = { value: "0.00002", per: "year" } as const;
    expect(valueOf({ retention: highEnd, discount: slow }).multiple).toMatch(/^\d{3,}\.\d{4}$/);
    const slower = { value: "0.00000000001", per: "year" } as const;
    expect(customerLifetimeValue(client({ retention: highEnd, discount: slower }))).toMatchObject({
      ok: false,
      reason: "not-settled",
    });
  });
});

describe("clients who leave fast enough have a value even without discount", () => {
  const three = { by: "shifted-beta-geometric", alpha: "3", beta: "2", per: "year" } as const;
  const at = (value: string, growth = "0") =>
    ({
      retention: three,
      discount: { value, per: "year" },
      growth: { value: growth, per: "year" },
      firstPayment: "now",
    }) as const;

  test("(α + β − 1) / (α − 1) at a growth that is the discount, one margin less a period later", () => {
    for (const given of [at("0"), at("0.08", "0.08")]) {
      expect(valueOf(given)).toMatchObject({ multiple: "2.0000", value: cny("2000.00") });
    }
    expect(valueOf({ ...at("0"), firstPayment: "in-one-period" }).multiple).toBe("1.0000");
    // the first payment is discounted once: β / (α − 1) / 1.08
    expect(valueOf({ ...at("0.08", "0.08"), firstPayment: "in-one-period" }).multiple).toBe("0.9259");
    // renewals behind a client: (3 + 6 − 1) / 2
    expect(valueOf({ ...at("0"), retention: { ...three, renewals: 4 } }).multiple).toBe("4.0000");
  });

  test("near it, to the digits that are certain", () => {
    // 2 less d Σ t S(t), which is 4 d: 1.999996 and 1.9999999996, with a remainder of the order of d² log d
    expect(valueOf({ ...at("0.000001"), digits: 9 })).toMatchObject({ multiple: "1.999996000", value: cny("2000.00") });
    expect(valueOf({ ...at("0.0000000001"), digits: 10 }).multiple).toBe("1.9999999996");
    const slow = { ...three, alpha: "1.5" } as const;
    expect(customerLifetimeValue(client({ ...at("0.0000000001"), retention: slow, digits: 12 }))).toMatchObject({
      ok: false,
      reason: "not-settled",
    });
    const one = { margin: { amount: cny("1.00"), per: "year" }, digits: 0 } as const;
    expect(valueOf({ ...at("0.0000000001"), ...one, retention: { ...three, alpha: "1.9" } }).multiple).toBe("3");
  });

  test("growth beyond the discount, and an alpha of 1, diverge", () => {
    for (const given of [at("0.08", "0.0800001"), { ...at("0"), retention: { ...three, alpha: "1" } }]) {
      expect(customerLifetimeValue(client(given))).toMatchObject({ ok: false, reason: "diverges" });
    }
  });
});

test("the two conventions differ by one margin without end and growth, and otherwise by more or less", () => {
  const apart = (changes: Partial<LifetimeInput<"CNY", "year">>) => {
    const value = (firstPayment: LifetimeInput["firstPayment"]) =>
      Number(valueOf({ ...changes, firstPayment, digits: 12 }).multiple);
    return value("now") - value("in-one-period");
  };
  expect(apart({})).toBeCloseTo(1, 9);
  expect(apart({ retention: highEnd })).toBeCloseTo(1, 9);
  // (1.12 − 0.7) / (1.12 − 0.7 × 1.05) and / (1.12 − 0.7 × 0.95); 1 less 0.7² / 1.12² after two payments
  expect(apart({ growth: { value: "0.05", per: "year" } })).toBeCloseTo(0.42 / 0.385, 9);
  expect(apart({ growth: { value: "-0.05", per: "year" } })).toBeCloseTo(0.42 / 0.455, 9);
  expect(apart({ horizon: 2 })).toBeCloseTo(1 - 0.390625, 9);
});

describe("a client who is certain to stay is an annuity", () => {
  const rates = ["0.005", "0.08", "0.12", "1"];
  test.each(rates.flatMap((value) => [1, 2, 10, 120].map((horizon) => [value, horizon] as const)))(
    "at %s over %i payments",
    (value, horizon) => {
      for (const [firstPayment, due] of [
        ["in-one-period", 0],
        ["now", 1],
      ] as const) {
        const { multiple } = valueOf({
          retention: yearly("1"),
          discount: { value, per: "year" },
          firstPayment,
          horizon,
          digits: 12,
        });
        const annuity = pv(Number(value), horizon, -1, 0, due);
        expect(Math.abs(Number(multiple) / annuity - 1)).toBeLessThan(1e-12);
      }
    },
  );
});

describe("what does not end", () => {
  test.each([
    [yearly("1"), "0", "0"],
    [yearly("1"), "0.05", "0.05"],
    [yearly("0.9"), "0.2", "0.08"], // 0.9 × 1.2 = 1.08
    [highEnd, "0", "0"],
    [highEnd, "0.08", "0.08"],
  ])("%o growing by %s at %s diverges", (retention, growth, discount) => {
    const outcome = customerLifetimeValue(
      client({ retention, growth: { value: growth, per: "year" }, discount: { value: discount, per: "year" } }),
    );
    expect(outcome).toMatchObject({ ok: false, reason: "diverges", conventions: { horizon: "infinite" } });
  });

  test("a little less, and it ends", () => {
    expect(
      valueOf({
        retention: yearly("0.9"),
        growth: { value: "0.2", per: "year" },
        discount: { value: "0.0801", per: "year" },
      }).multiple,
    ).toBe("9000.0000");
  });
});

describe("refused", () => {
  test.each([
    ["margin", { margin: { amount: cny("1.00"), per: "month" } }],
    ["discount", { discount: { value: "0.01", per: "month" } }],
    ["growth", { growth: { value: "0.01", per: "quarter" } }],
  ])("a %s per another period", (name, changes) => {
    const { code, path, details } = refusalOf(() => customerLifetimeValue(client(changes as object)));
    expect([code, path]).toStrictEqual(["relationship-value/rate-periods-differ", [name, "per"]]);
    expect(details["expected"]).toBe("year");
  });

  test("a monthly churn never meets an annual discount: nor does it compile", () => {
    const monthly = { by: "constant", rate: "0.98", per: "month" } as const;
    expect(() =>
      customerLifetimeValue({
        // @ts-expect-error -- per year, where the retention is per month
        margin: { amount: cny("1.00"), per: "year" },
        retention: monthly,
        // @ts-expect-error -- per year, where the retention is per month
        discount: { value: "0.12", per: "year" },
        firstPayment: "now",
        horizon: 12,
      }),
    ).toThrow("margin.per");
  });

  test.each([
    [3, "in-one-period", 3],
    ["infinite", "now", null],
    [4, "now", 3],
  ] as const)("a table that ends before %s payments", (horizon, firstPayment, needed) => {
    const retention = { by: "table", rates: ["0.9", "0.5"], per: "year" } as const;
    expect(refusalOf(() => customerLifetimeValue(client({ retention, horizon, firstPayment })))).toStrictEqual({
      code: "relationship-value/retention-table-too-short",
      path: ["retention", "rates"],
      details: { entries: 2, needed },
    });
  });

  test.each([
    [{ retention: yearly("1.01") }, ["retention", "rate"]],
    [{ retention: yearly("70") }, ["retention", "rate"]],
    [{ retention: yearly("0.123456789012345678901") }, ["retention", "rate"]],
    [{ retention: { ...highEnd, alpha: "0" } }, ["retention", "alpha"]],
    [{ retention: { ...highEnd, renewals: -1 } }, ["retention", "renewals"]],
    [{ retention: { ...yearly("0.7"), by: "guess" } }, ["retention", "by"]],
    [{ retention: { by: "table", rates: [], per: "year" } }, ["retention", "rates"]],
    [{ discount: { value: "8", per: "year" } }, ["discount", "value"]],
    [{ discount: { value: "-0.01", per: "year" } }, ["discount", "value"]],
    [{ growth: { value: "-1.01", per: "year" } }, ["growth", "value"]],
    [{ firstPayment: "soon" }, ["firstPayment"]],
    [{ grwoth: { value: "0", per: "year" } }, ["grwoth"]],
  ])("%o", (changes, path) => {
    const found = refusalOf(() => customerLifetimeValue(client(changes as object)));
    expect([found.code, found.path]).toStrictEqual(["relationship-value/invalid-option", path]);
  });

  test.each([[0], [1201], [2.5], ["forever"]])("a horizon of %s", (horizon) => {
    expect(refusalOf(() => customerLifetimeValue(client({ horizon: horizon as number }))).code).toBe(
      "core/invalid-integer",
    );
  });
});

describe("rates of other periods", () => {
  test.each([
    ["churn", "0.02", "month", "year", "0.215283276265"], // 1 − 0.98^12
    ["retention", "0.98", "month", "quarter", "0.941192000000"],
    ["compounding", "0.01", "month", "year", "0.126825030132"],
    ["compounding", "0.126825030131969720661201", "year", "month", null],
    ["compounding", "0.08", "year", "month", "0.006434030110"],
    ["compounding", "-1", "year", "month", "-1.000000000000"],
    ["retention", "0", "year", "month", "0.000000000000"],
    ["churn", "0.19", "year", "year", "0.190000000000"],
  ] as const)("a %s of %s per %s is per %s %s", (kind, value, from, to, expected) => {
    const convert = () => convertPeriodicRate({ value, per: from }, to, { kind });
    if (expected === null) expect(refusalOf(convert).path).toStrictEqual(["rate", "value"]);
    else expect(convert()).toStrictEqual({ value: expected, per: to });
  });

  test("digits and rounding as asked", () => {
    const churn = { value: "0.02", per: "month" } as const;
    expect(convertPeriodicRate(churn, "year", { kind: "churn", digits: 2, rounding: "up" }).value).toBe("0.22");
    expect(refusalOf(() => convertPeriodicRate(churn, "year", { kind: "churn", digits: 21 })).code).toBe(
      "core/invalid-integer",
    );
    expect(refusalOf(() => convertPeriodicRate(churn, "week" as "year", { kind: "churn" })).path).toStrictEqual([
      "per",
    ]);
    expect(
      refusalOf(() => convertPeriodicRate({ value: "-0.02", per: "month" }, "year", { kind: "churn" })).path,
    ).toStrictEqual(["rate", "value"]);
  });
});
