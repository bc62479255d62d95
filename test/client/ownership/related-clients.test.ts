import { describe, expect, test } from "vitest";

import { derivePolicy } from "../../../src/core/index.ts";
import { effectiveInterest, ias28Influence, relatedClients, type OwnershipGraph } from "../../../src/client/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const DAY = "2026-03-31";
const graph: OwnershipGraph = {
  holdings: [
    { owner: "P", company: "C", share: "0.8" },
    { owner: "P", company: "Sister", share: "1" },
    { owner: "C", company: "S", share: "0.6" },
    { owner: "S", company: "T", share: "0.9" },
    { owner: "S", company: "A", share: "0.15" },
    { owner: "C", company: "A", share: "0.05" },
    { owner: "S", company: "N", share: "0.1999" },
    { owner: "C", company: "J", share: "0.5" },
    { owner: "P", company: "U", share: "0.4" },
  ],
  jointVentures: [{ company: "J", controllers: ["C", "X"] }],
  influence: [{ investor: "T", company: "I", source: "seat on the board" }],
};

describe("related clients", () => {
  test("of a company in the middle of its group", () => {
    expect(relatedClients(graph, "C", DAY)).toStrictEqual({
      client: "C",
      asOf: DAY,
      top: ["P"],
      subsidiaries: ["S", "T"],
      affiliates: ["A", "I", "P", "Sister"],
      jointVentures: ["J"],
      shares: [
        { client: "A", interest: "0.140000000000" }, // 0.05 + 0.6 × 0.15
        { client: "J", interest: "0.500000000000" },
        { client: "S", interest: "0.600000000000" },
        { client: "T", interest: "0.540000000000" },
      ],
      influence: { id: "ias-28.significant-influence", version: "2011" },
      issues: [],
    });
  });

  test.each([
    ["P", ["P"], ["C", "S", "Sister", "T"], ["A", "I", "U"], ["J"]],
    ["S", ["P"], ["T"], ["C", "I", "P", "Sister"], []],
    ["T", ["P"], [], ["C", "I", "P", "S", "Sister"], []],
    ["X", [], [], [], ["J"]],
    ["J", [], [], [], []],
    ["nobody the graph names", [], [], [], []],
  ])("of %s", (client, top, subsidiaries, affiliates, jointVentures) => {
    expect(relatedClients(graph, client, DAY)).toMatchObject({ client, top, subsidiaries, affiliates, jointVentures });
  });

  test("among the clients of the bank only; control still goes through the others", () => {
    const related = relatedClients(graph, "C", DAY, { clients: ["C", "T", "P", "J", "Z"] });
    expect(related).toMatchObject({ top: ["P"], subsidiaries: ["T"], affiliates: ["P"], jointVentures: ["J"] });
    expect(related.shares.map(({ client }) => client)).toStrictEqual(["J", "T"]);
    expect(refusalOf(() => relatedClients(graph, "C", DAY, { clients: ["T"] }))).toMatchObject({
      code: "client/unknown-client",
      path: ["client"],
      details: { client: "C" },
    });
  });

  test("the share from which influence is presumed is a policy", () => {
    const tenth = derivePolicy(
      ias28Influence,
      { votesFrom: "0.1" },
      { id: "acme.influence", version: "1", source: "memo 7" },
    );
    const { affiliates, influence } = relatedClients(graph, "C", DAY, { influence: tenth });
    expect(affiliates).toStrictEqual(["A", "I", "N", "P", "Sister"]);
    expect(influence).toStrictEqual({ id: "acme.influence", version: "1" });
    expect(refusalOf(() => relatedClients(graph, "C", "2012-12-31"))).toMatchObject({
      code: "core/no-policy-in-force",
    });
    expect(refusalOf(() => relatedClients(graph, "C", DAY, { influence: { ...tenth, votesFrom: "0" } }))).toMatchObject(
      {
        code: "client/holding-out-of-range",
        path: ["options", "influence", "votesFrom"],
      },
    );
    const over = { ...tenth, effectiveTo: tenth.effectiveFrom };
    expect(refusalOf(() => relatedClients(graph, "C", DAY, { influence: over }))).toMatchObject({
      code: "core/invalid-policy",
      path: ["options", "influence", "effectiveTo"],
    });
    expect(refusalOf(() => relatedClients(graph, "C", DAY, { client: [] } as never))).toMatchObject({
      code: "client/invalid-ownership",
      path: ["options", "client"],
      details: { didYouMean: "clients" },
    });
  });

  test("a company that several agreed on is an affiliate of each, and of what each controls", () => {
    const graph: OwnershipGraph = {
      holdings: [
        { owner: "A", company: "L", share: "0.15" },
        { owner: "OfA", company: "L", share: "0.15" },
        { owner: "A", company: "OfA", share: "1" },
        { owner: "B", company: "L", share: "0.3" },
      ],
      concert: [{ parties: ["A", "B"], companies: ["L"] }],
    };
    expect(relatedClients(graph, "A", DAY)).toMatchObject({ top: ["A"], subsidiaries: ["OfA"], affiliates: ["L"] });
    expect(relatedClients(graph, "OfA", DAY)).toMatchObject({ top: ["A"], affiliates: ["A", "L"] });
    expect(relatedClients(graph, "B", DAY)).toMatchObject({ top: [], affiliates: ["L"] });
    expect(relatedClients(graph, "L", DAY)).toMatchObject({ top: ["A", "B"], affiliates: ["A", "B"] });
  });

  test("a joint venture of two of its subsidiaries is a subsidiary, to each of these a joint venture", () => {
    const graph: OwnershipGraph = {
      holdings: ["A", "B"].flatMap((id) => [
        { owner: "P", company: id, share: "1" },
        { owner: id, company: "J", share: "0.5" },
      ]),
      jointVentures: [{ company: "J", controllers: ["A", "B"] }],
    };
    expect(relatedClients(graph, "P", DAY)).toMatchObject({ subsidiaries: ["A", "B", "J"], jointVentures: [] });
    expect(relatedClients(graph, "A", DAY)).toMatchObject({ affiliates: ["B", "P"], jointVentures: ["J"] });
  });

  describe("with an associate and a joint venture come their subsidiaries (IAS 24, paragraph 12)", () => {
    const graph: OwnershipGraph = {
      holdings: [
        { owner: "P", company: "C", share: "1" },
        { owner: "C", company: "A", share: "0.25" },
        { owner: "A", company: "OfA", share: "0.6" },
        { owner: "OfA", company: "BelowA", share: "0.4" },
        { owner: "A", company: "BelowA", share: "0.2" },
        { owner: "C", company: "J", share: "0.5" },
        { owner: "J", company: "OfJ", share: "0.7" },
        // an associate of an associate and one of a joint venture, each with a subsidiary
        { owner: "A", company: "Far", share: "0.4" },
        { owner: "Far", company: "OfFar", share: "1" },
        { owner: "J", company: "FarToo", share: "0.4" },
        { owner: "FarToo", company: "OfFarToo", share: "1" },
        // a majority of two who are not one controller
        { owner: "A", company: "Shared", share: "0.3" },
        { owner: "J", company: "Shared", share: "0.3" },
        { owner: "C", company: "A2", share: "0.3" },
        { owner: "A2", company: "Between", share: "0.3" },
        { owner: "A", company: "Between", share: "0.3" },
      ],
      control: [{ controller: "BelowA", company: "ByContract", kind: "agreement" }],
      jointVentures: [
        { company: "J", controllers: ["C", "X"] },
        { company: "VentureOfA", controllers: ["A", "X"] },
      ],
    };

    test("at any depth, and nothing in which they have influence only", () => {
      const related = relatedClients(graph, "C", DAY);
      expect(related).toMatchObject({
        subsidiaries: [],
        affiliates: ["A", "A2", "BelowA", "ByContract", "OfA", "P"],
        jointVentures: ["J", "OfJ"],
      });
      expect(related.shares).toStrictEqual([
        { client: "A", interest: "0.250000000000" },
        { client: "A2", interest: "0.300000000000" },
        { client: "BelowA", interest: "0.110000000000" }, // 0.25 × (0.2 + 0.6 × 0.4)
        { client: "J", interest: "0.500000000000" },
        { client: "OfA", interest: "0.150000000000" }, // 0.25 × 0.6
        { client: "OfJ", interest: "0.350000000000" }, // 0.5 × 0.7
      ]);
    });

    test.each([
      ["P", ["C"], ["A", "A2", "BelowA", "ByContract", "OfA"], ["J", "OfJ"]],
      ["X", [], [], ["J", "OfJ", "VentureOfA"]],
      ["A", ["BelowA", "ByContract", "OfA"], ["Between", "Far", "OfFar", "Shared"], ["VentureOfA"]],
      ["J", ["OfJ"], ["FarToo", "OfFarToo", "Shared"], []],
    ])("of %s", (client, subsidiaries, affiliates, jointVentures) => {
      expect(relatedClients(graph, client, DAY)).toMatchObject({ subsidiaries, affiliates, jointVentures });
    });

    test("a named influence brings them as votes do, and clients of the bank are found behind others", () => {
      const named: OwnershipGraph = {
        holdings: [{ owner: "A", company: "OfA", share: "0.51" }],
        influence: [{ investor: "C", company: "A" }],
      };
      expect(relatedClients(named, "C", DAY, { clients: ["C", "OfA"] })).toMatchObject({ affiliates: ["OfA"] });
    });

    test("whatever is in the group already stays where it is", () => {
      const ofGroup: OwnershipGraph = {
        holdings: [
          { owner: "P", company: "A", share: "1" },
          { owner: "P", company: "B", share: "1" },
          { owner: "A", company: "J", share: "0.5" },
          { owner: "B", company: "J", share: "0.5" },
          { owner: "J", company: "OfJ", share: "1" },
        ],
        jointVentures: [{ company: "J", controllers: ["A", "B"] }],
      };
      expect(relatedClients(ofGroup, "A", DAY)).toMatchObject({ affiliates: ["B", "OfJ", "P"], jointVentures: ["J"] });
      expect(relatedClients(ofGroup, "P", DAY)).toMatchObject({ subsidiaries: ["A", "B", "J", "OfJ"], affiliates: [] });
    });

    test("a client that its own associate controls is not related to itself", () => {
      const round: OwnershipGraph = {
        holdings: [
          { owner: "C", company: "A", share: "0.3" },
          { owner: "A", company: "C", share: "0.6" },
          { owner: "A", company: "Sister", share: "1" },
        ],
      };
      expect(relatedClients(round, "C", DAY)).toMatchObject({ top: ["A"], affiliates: ["A", "Sister"] });
    });
  });

  test("parties in concert are affiliates of each other, not subsidiaries", () => {
    const concert: OwnershipGraph = {
      holdings: [
        { owner: "A", company: "L", share: "0.3" },
        { owner: "B", company: "L", share: "0.3" },
      ],
      concert: [{ parties: ["A", "B"] }],
    };
    expect(relatedClients(concert, "A", DAY)).toMatchObject({
      top: ["A", "B"],
      subsidiaries: [],
      affiliates: ["B", "L"],
    });
    expect(relatedClients(concert, "L", DAY)).toMatchObject({ top: ["A", "B"], affiliates: ["A", "B"] });
  });

  test("of companies that control each other each is a subsidiary of the other", () => {
    const circle: OwnershipGraph = {
      holdings: [
        { owner: "A", company: "B", share: "0.6" },
        { owner: "B", company: "A", share: "0.6" },
      ],
    };
    expect(relatedClients(circle, "A", DAY)).toMatchObject({ top: ["A", "B"], subsidiaries: ["B"], affiliates: [] });
  });
});

test("what a client owns of itself is not counted again in its shares of others", () => {
  // C owns all of S, and S a tenth of C: G (I − G)⁻¹ would say 1 ÷ (1 − 0.1) of S
  const circle = {
    holdings: [
      { owner: "P", company: "C", share: "0.9" },
      { owner: "S", company: "C", share: "0.1" },
      { owner: "C", company: "S", share: "1" },
      { owner: "S", company: "T", share: "0.8" },
    ],
  };
  expect(effectiveInterest(circle, "2026-03-31").between("C", "S").interest).toBe("1.111111111111");
  expect(relatedClients(circle, "C", "2026-03-31").shares).toStrictEqual([
    { client: "S", interest: "1.000000000000" },
    { client: "T", interest: "0.800000000000" },
  ]);
});
