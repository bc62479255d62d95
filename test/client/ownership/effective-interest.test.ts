import { describe, expect, test } from "vitest";

import { effectiveInterest, type Holding, type OwnershipGraph } from "../../../src/client/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const DAY = "2026-03-31";
const hold = (owner: string, company: string, share: string, more: Partial<Holding> = {}): Holding => ({
  owner,
  company,
  share,
  ...more,
});
const interest = (holdings: readonly Holding[], owner: string, company: string): string | null =>
  effectiveInterest({ holdings }, DAY).between(owner, company).interest;

describe("effective interest by hand", () => {
  test("through two companies", () => {
    expect(interest([hold("X", "A", "0.6"), hold("A", "B", "0.5"), hold("X", "B", "0.1")], "X", "B")).toBe(
      "0.400000000000",
    );
  });

  test("of companies that hold each other", () => {
    const holdings = [hold("X", "A", "0.8"), hold("B", "A", "0.2"), hold("A", "B", "0.5"), hold("Y", "B", "0.5")];
    expect(interest(holdings, "X", "A")).toBe("0.888888888889"); // 0.8 ÷ 0.9
    expect(interest(holdings, "Y", "A")).toBe("0.111111111111"); // 0.5 × 0.2 ÷ 0.9
    expect(interest(holdings, "X", "B")).toBe("0.444444444444"); // 0.8 × 0.5 ÷ 0.9
    expect(interest(holdings, "A", "A")).toBe("0.111111111111"); // 0.1 ÷ 0.9
    const { between, ownersOf } = effectiveInterest({ holdings }, DAY);
    expect(ownersOf("A").map(({ owner }) => owner)).toStrictEqual(["B", "X", "Y"]);
    expect(between("X", "B")).toStrictEqual({
      owner: "X",
      company: "B",
      interest: "0.444444444444",
      direct: "0.000000000000",
      isUltimate: true,
    });
  });

  test("a company in a circle holds itself again and again, and may come to more than 1", () => {
    const holdings = [hold("A", "B", "0.9"), hold("B", "A", "0.9"), hold("X", "A", "0.1"), hold("Y", "B", "0.1")];
    expect(interest(holdings, "A", "B")).toBe("4.736842105263"); // 0.9 ÷ 0.19
    expect(interest(holdings, "X", "A")).toBe("0.526315789474"); // 0.1 ÷ 0.19
  });

  test.each([
    ["half to even, downwards", ["0.5", 13], "0.000122070312"], // 0.5^13 = 0.0001220703125
    ["half to even, upwards", ["0.5", 12, "0.9000000000006"], "0.000219726563"],
  ] as const)("%s", (_, [share, times, last], expected) => {
    const holdings = Array.from({ length: times }, (_step, at) => hold(`C${String(at)}`, `C${String(at + 1)}`, share));
    if (last !== undefined) holdings.push(hold(`C${String(times)}`, `C${String(times + 1)}`, last));
    const company = `C${String(times + (last === undefined ? 0 : 1))}`;
    expect(interest(holdings, "C0", company)).toBe(expected);
  });

  test("half to even behind a circle, where no fixed number of digits would show the middle", () => {
    // A and B hold each other by a half and by 0.4: 1 ÷ (1 − 0.2) = 1.25; 1.25 × 0.5^13 × … ends in the middle
    const circle = [hold("A", "B", "0.5"), hold("B", "A", "0.4")];
    const chain = Array.from({ length: 11 }, (_, at) =>
      hold(at === 0 ? "A" : `C${String(at)}`, `C${String(at + 1)}`, "0.5"),
    );
    // 1.25 × 0.8 × 0.5^11: X has 0.8 ÷ … of A
    const holdings = [...circle, hold("X", "A", "0.4"), ...chain];
    // 0.4 × 1.25 = 0.5 of A, and 0.5^12 of the last: 0.000244140625
    expect(interest(holdings, "X", "A")).toBe("0.500000000000");
    expect(interest(holdings, "X", "C11")).toBe("0.000244140625");
    const further = [...holdings, hold("C11", "C12", "0.5")];
    expect(interest(further, "X", "C12")).toBe("0.000122070312"); // 0.0001220703125
    const thirds = [
      ...further,
      hold("P", "Q", "0.3333"),
      hold("Q", "P", "0.3333"),
      hold("P", "C12", "0.1"),
      hold("X", "P", "0.3"),
    ];
    expect(interest(thirds, "X", "C12")).toBe(interest([...thirds].reverse(), "X", "C12"));
  });

  test("the middle between two results in a circle that has no finite decimals elsewhere", () => {
    // one circle of three, in which P has 1 ÷ 3 of itself and R a finite share
    const holdings = [
      hold("P", "Q", "0.5"),
      hold("Q", "P", "0.5"),
      hold("X", "P", "0.3"),
      hold("Q", "Z", "0.0000000000015"),
    ];
    // X has 0.3 ÷ 0.75 = 0.4 of P and 0.2 of Q: 0.2 × 0.0000000000015 = 0.0000000000003; with 0.0000000000025: the middle
    expect(interest(holdings, "X", "Z")).toBe("0.000000000000");
    expect(interest([...holdings.slice(0, 3), hold("Q", "Z", "0.0000000000025")], "X", "Z")).toBe("0.000000000000"); // …05
    expect(interest([...holdings.slice(0, 3), hold("Q", "Z", "0.0000000000075")], "X", "Z")).toBe("0.000000000002"); // …15
  });

  test("a circle of which next to nothing is outside is as exact", () => {
    const tiny = "0.000000000000000000000000000001";
    const rest = "0.999999999999999999999999999999";
    const holdings = [hold("A", "B", "1"), hold("B", "A", rest), hold("X", "A", tiny)];
    expect(interest(holdings, "X", "A")).toBe("1.000000000000");
    expect(interest(holdings, "X", "B")).toBe("1.000000000000");
    expect(effectiveInterest({ holdings }, DAY).ownersOf("B", { ultimateOnly: true })).toHaveLength(1);
  });

  test.each([20, 60, 120])(
    "%i companies that hold the next one by nine tenths, with one owner behind the first",
    (size) => {
      const holdings = Array.from({ length: size }, (_, at) => [
        hold(`C${String(at + 1)}`, `C${String(at)}`, "0.9"),
        hold(`C${String(at)}`, `C${String(at + 1)}`, at + 1 === size ? "1" : "0.1"),
      ]).flat();
      // what is outside of the circle shows to 1 in 9 to the power of its size
      const interests = effectiveInterest({ holdings: [...holdings, hold("X", "C0", "0.1")] }, DAY);
      for (const at of [0, 1, size - 1, size]) {
        expect(interests.between("X", `C${String(at)}`).interest).toBe("1.000000000000");
      }
      expect(interests.holdingsOf("X").every(({ interest: of }) => of === "1.000000000000")).toBe(true);
    },
  );

  test("a circle of ten thousand, and a chain of as many", () => {
    const name = (at: number): string => `C${String(at)}`;
    const ring = Array.from({ length: 10_000 }, (_, at) => hold(name(at), name((at + 1) % 10_000), "0.999"));
    const { ownersOf } = effectiveInterest({ holdings: [...ring, hold("X", name(0), "0.001")] }, DAY);
    expect(ownersOf(name(0), { ultimateOnly: true })[0]?.interest).toBe("0.001000045175"); // 0.001 ÷ (1 − 0.999^10000)
    const chain = Array.from({ length: 10_000 }, (_, at) => hold(name(at), name(at + 1), "1"));
    expect(interest(chain, name(0), name(10_000))).toBe("1.000000000000");
  }, 60_000);
});

describe("on a day", () => {
  const holdings = [
    hold("X", "A", "0.4", { to: "2026-01-01" }),
    hold("X", "A", "0.7", { from: "2026-01-01", to: "2027-01-01" }),
    hold("Y", "A", "0.3", { from: "2025-06-01" }),
  ];
  test.each([
    ["2025-05-31", "0.400000000000", []],
    ["2025-12-31", "0.400000000000", ["Y"]],
    ["2026-01-01", "0.700000000000", ["Y"]],
    ["2027-01-01", "0.000000000000", ["Y"]],
  ])("%s", (day, share, others) => {
    const interests = effectiveInterest({ holdings }, day);
    expect(interests.asOf).toBe(day);
    expect(interests.issues).toStrictEqual([]);
    expect(interests.between("X", "A").interest).toBe(share);
    expect(interests.ownersOf("A").flatMap(({ owner }) => (owner === "X" ? [] : [owner]))).toStrictEqual(others);
  });
});

describe("what is wrong", () => {
  const ask = (graph: OwnershipGraph | Holding[]) => {
    const interests = effectiveInterest(Array.isArray(graph) ? { holdings: graph } : graph, DAY);
    return { ...interests, found: interests.issues.map(({ code, path }) => [code, path.join(".")]) };
  };

  test("holdings above the whole: nothing through that company is known, all else is", () => {
    const { issues, between, ownersOf, holdingsOf } = ask([
      hold("X", "A", "0.7"),
      hold("Y", "A", "0.4"),
      hold("A", "B", "0.5"),
      hold("X", "B", "0.2"),
      hold("Z", "B", "0.3"),
      hold("Top", "X", "1"),
    ]);
    expect(issues).toStrictEqual([
      { code: "client/capital-above-whole", path: ["holdings"], details: { company: "A", total: "1.1" } },
    ]);
    expect(between("X", "A")).toMatchObject({ interest: null, direct: null });
    expect(between("A", "B").interest).toBe("0.500000000000");
    expect(ownersOf("B").map(({ owner, interest: of, isUltimate }) => [owner, of, isUltimate])).toStrictEqual([
      ["A", "0.500000000000", false],
      ["Top", null, true],
      ["X", null, false],
      ["Y", null, true],
      ["Z", "0.300000000000", true],
    ]);
    expect(between("X", "B").direct).toBe("0.200000000000");
    expect(holdingsOf("Top").map(({ company, interest: of }) => [company, of])).toStrictEqual([
      ["A", null],
      ["B", null],
      ["X", "1.000000000000"],
    ]);
  });

  test("a circle that owns itself wholly has no answer, and the rest has", () => {
    const { issues, between, ownersOf } = ask([
      hold("A", "B", "1"),
      hold("B", "C", "1"),
      hold("C", "A", "1"),
      hold("A", "D", "0.5"),
      hold("X", "D", "0.5"),
      hold("D", "E", "0.8"),
    ]);
    expect(issues).toStrictEqual([
      { code: "client/circle-owns-itself", path: ["holdings"], details: { companies: ["A", "B", "C"] } },
    ]);
    expect(between("A", "B").interest).toBeNull();
    expect(between("A", "A").interest).toBeNull();
    expect(between("C", "E").interest).toBeNull();
    expect(between("X", "E").interest).toBe("0.400000000000");
    expect(ownersOf("D", { ultimateOnly: true }).map(({ owner, interest: of }) => [owner, of])).toStrictEqual([
      ["X", "0.500000000000"],
    ]);
  });

  test("rows that contradict each other, repeat each other, or are out of range", () => {
    const { found, between } = ask([
      hold("X", "A", "0.5"),
      hold("X", "A", "0.6"),
      hold("Y", "A", "0.3"),
      hold("Y", "A", "0.30"),
      hold("Z", "B", "1.2"),
      hold("Y", "B", "0.1", { votes: "-0.1" }),
    ]);
    expect(found).toStrictEqual([
      ["client/holdings-contradict", "holdings.1"],
      ["client/holding-repeated", "holdings.3"],
      ["client/holding-out-of-range", "holdings.4.share"],
      ["client/holding-out-of-range", "holdings.5.votes"],
    ]);
    expect(between("X", "A").interest).toBeNull();
    expect(between("Y", "A").interest).toBe("0.300000000000");
    expect(between("Z", "B").interest).toBeNull();
    expect(between("Y", "B").interest).toBe("0.100000000000");
  });

  test("rows that own themselves or end before they begin count for nothing; of one that cannot be read, nothing is known", () => {
    const { found, issues, ownersOf } = ask({
      holdings: [
        hold("A", "A", "0.1"),
        hold("X", "A", "0.5", { from: "2026-02-01", to: "2026-01-01" }),
        hold("Y", "A", "half"),
        { owner: "Z", company: "A", shares: "0.2" } as never,
        null as never,
        hold("V", "A", "0.5", { from: "2026-02-30" }),
        hold("W", "A", "0.25", { votes: null, to: null, source: null } as never),
      ],
    });
    expect(found).toStrictEqual([
      ["client/party-of-itself", "holdings.0"],
      ["client/reversed-dates", "holdings.1.to"],
      ["core/invalid-decimal", "holdings.2.share"],
      ["client/invalid-ownership", "holdings.3.shares"],
      ["client/invalid-ownership", "holdings.4"],
      ["core/invalid-date", "holdings.5.from"],
    ]);
    expect(issues[3]?.details).toMatchObject({ didYouMean: "share" });
    expect(ownersOf("A").map(({ owner, interest: of }) => [owner, of])).toStrictEqual([
      ["V", null],
      ["W", "0.250000000000"],
      ["Y", null],
      ["Z", null],
    ]);
  });

  test("a share that cannot be read is not known, unless its dates say that it is over", () => {
    const unread = (more: Partial<Holding>) => hold("A", "B", null as never, more);
    const { ownersOf, between } = ask([unread({ from: "2026-01-01" }), hold("B", "Z", "0.5")]);
    expect(ownersOf("Z").map(({ owner, interest: of }) => [owner, of])).toStrictEqual([
      ["A", null],
      ["B", "0.500000000000"],
    ]);
    expect(between("B", "Z")).toMatchObject({ isUltimate: false });
    const over = ask([
      unread({ to: DAY }),
      hold("B", "Z", "0.5"),
      hold("B", "B", "half"),
      hold(7 as never, "B", "0.1"),
    ]);
    expect(over.ownersOf("Z").map(({ owner, isUltimate }) => [owner, isUltimate])).toStrictEqual([["B", true]]);
  });

  test("questions that cannot be asked are refused", () => {
    const { between, ownersOf, holdingsOf } = ask([hold("X", "A", "0.5")]);
    expect(refusalOf(() => between("Nobody", "A"))).toMatchObject({ code: "client/unknown-party", path: ["owner"] });
    expect(refusalOf(() => ownersOf("Nobody"))).toMatchObject({ code: "client/unknown-party", path: ["company"] });
    expect(refusalOf(() => holdingsOf(7 as never))).toMatchObject({
      code: "client/invalid-ownership",
      path: ["owner"],
    });
    expect(refusalOf(() => ownersOf("A", { ultimate: true } as never))).toMatchObject({
      code: "client/invalid-ownership",
      path: ["options", "ultimate"],
    });
    expect(refusalOf(() => effectiveInterest({ holding: [] } as never, DAY))).toMatchObject({
      code: "client/invalid-ownership",
      path: ["graph", "holding"],
      details: { didYouMean: "holdings" },
    });
    for (const holdings of [undefined, null, {}]) {
      expect(refusalOf(() => effectiveInterest({ holdings } as never, DAY))).toMatchObject({
        code: "client/invalid-ownership",
        path: ["graph", "holdings"],
      });
    }
    expect(refusalOf(() => effectiveInterest({} as never, DAY)).path).toStrictEqual(["graph", "holdings"]);
    expect(refusalOf(() => effectiveInterest({ holdings: [] }, "2026-02-30")).code).toBe("core/invalid-date");
    expect(refusalOf(() => effectiveInterest(null as never, DAY)).code).toBe("client/invalid-ownership");
  });
});
