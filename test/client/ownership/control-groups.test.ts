import { describe, expect, test } from "vitest";

import { controlGroups, type OwnershipGraph } from "../../../src/client/index.ts";

const DAY = "2026-03-31";
const rows = (...holdings: readonly (readonly [owner: string, company: string, votes: string])[]) =>
  holdings.map(([owner, company, votes]) => ({ owner, company, share: votes }));
const groupsOf = (graph: OwnershipGraph, day = DAY) =>
  controlGroups(graph, day).groups.map(({ top, members }) => [
    top.kind,
    top.parties,
    members.map(({ party }) => party),
  ]);

describe("control groups", () => {
  test("one half is not a majority", () => {
    expect(groupsOf({ holdings: rows(["X", "A", "0.5"]) })).toStrictEqual([]);
    expect(groupsOf({ holdings: rows(["X", "A", "0.5000001"]) })).toStrictEqual([["party", ["X"], ["A"]]]);
  });

  test("votes count, not capital", () => {
    const holdings = [
      { owner: "Founder", company: "A", share: "0.1", votes: "0.6" },
      { owner: "Fund", company: "A", share: "0.9", votes: "0.4" },
      { owner: "A", company: "Fund", share: "0.8", votes: "0" },
    ];
    expect(groupsOf({ holdings })).toStrictEqual([["party", ["Founder"], ["A"]]]);
  });

  test("votes count as given: where some may not be cast, the others' are given as parts of the rest", () => {
    const holdings = [
      { owner: "F", company: "A", share: "0.48" },
      { owner: "G", company: "A", share: "0.42" },
      { owner: "T", company: "A", share: "0.10", votes: "0" },
    ];
    expect(groupsOf({ holdings })).toStrictEqual([]);
    expect(
      groupsOf({ holdings: holdings.map((row) => (row.owner === "F" ? { ...row, votes: "0.533" } : row)) }),
    ).toStrictEqual([["party", ["F"], ["A"]]]);
  });

  test("companies that control each other are the top together", () => {
    expect(
      groupsOf({ holdings: rows(["B", "A", "0.6"], ["A", "B", "0.6"], ["B", "C", "0.3"], ["A", "C", "0.3"]) }),
    ).toStrictEqual([["circle", ["A", "B"], ["C"]]]);
    // A controls B and C, which control A together: neither of them alone
    expect(
      groupsOf({ holdings: rows(["A", "B", "0.6"], ["A", "C", "0.6"], ["B", "A", "0.3"], ["C", "A", "0.3"]) }),
    ).toStrictEqual([["party", ["A"], ["B", "C"]]]);
    // B controls C, so it controls A through both
    expect(
      groupsOf({ holdings: rows(["A", "B", "0.6"], ["B", "C", "0.6"], ["B", "A", "0.3"], ["C", "A", "0.3"]) }),
    ).toStrictEqual([["circle", ["A", "B"], ["C"]]]);
  });

  test("of two circles in concert", () => {
    const graph = {
      holdings: rows(
        ["A", "B", "0.6"],
        ["B", "A", "0.6"],
        ["C", "D", "0.6"],
        ["D", "C", "0.6"],
        ["A", "E", "0.3"],
        ["D", "E", "0.3"],
      ),
      concert: [{ parties: ["D", "B"] }],
    };
    expect(groupsOf(graph)).toStrictEqual([["concert", ["A", "B", "C", "D"], ["E"]]]);
  });

  test("parties who act in concert are one controller, as long as they do", () => {
    const graph = {
      holdings: rows(["Chen", "L", "0.3"], ["Li", "L", "0.25"], ["Li", "M", "0.9"], ["L", "S", "1"]),
      concert: [{ parties: ["Li", "Chen"], from: "2026-01-01", to: "2026-07-01", source: "agreement of 2025" }],
    };
    expect(groupsOf(graph)).toStrictEqual([["concert", ["Chen", "Li"], ["L", "M", "S"]]]);
    expect(groupsOf(graph, "2026-07-01")).toStrictEqual([
      ["party", ["L"], ["S"]],
      ["party", ["Li"], ["M"]],
    ]);
    expect(controlGroups(graph, DAY).groups[0]?.members[0]?.reason).toStrictEqual({
      by: "votes",
      votes: "0.55",
      holders: [
        { party: "Chen", votes: "0.3" },
        { party: "Li", votes: "0.25" },
      ],
    });
  });

  test("whoever controls a party to a concert is in its place", () => {
    const graph = {
      holdings: rows(["Q", "P", "0.8"], ["P", "L", "0.3"], ["R", "L", "0.3"]),
      concert: [{ parties: ["P", "R"] }],
    };
    expect(groupsOf(graph)).toStrictEqual([["concert", ["Q", "R"], ["L", "P"]]]);
    const below = { ...graph, holdings: [...graph.holdings, ...rows(["Q", "R", "0.6"])] };
    expect(groupsOf(below)).toStrictEqual([["party", ["Q"], ["L", "P", "R"]]]);
    const own = {
      holdings: rows(["P", "R", "0.6"], ["P", "L", "0.3"], ["R", "L", "0.3"]),
      concert: [{ parties: ["R", "P"] }],
    };
    expect(groupsOf(own)).toStrictEqual([["party", ["P"], ["L", "R"]]]);
  });

  test("an agreement on certain companies pools votes in these only", () => {
    const holdings = rows(
      ["Chen", "ChenPrivate", "1"],
      ["Li", "LiPrivate", "1"],
      ["Chen", "Listed", "0.3"],
      ["LiPrivate", "Listed", "0.25"],
      ["Listed", "Sub", "0.8"],
      ["Chen", "Third", "0.3"],
      ["Li", "Third", "0.3"],
    );
    const graph = { holdings, concert: [{ parties: ["Li", "Chen"], companies: ["Listed"] }] };
    expect(groupsOf(graph)).toStrictEqual([
      ["party", ["Chen"], ["ChenPrivate"]],
      ["concert", ["Chen", "Li"], ["Listed", "Sub"]],
      ["party", ["Li"], ["LiPrivate"]],
    ]);
    expect(controlGroups(graph, DAY).groups[1]?.members[0]?.reason).toStrictEqual({
      by: "votes",
      votes: "0.55",
      holders: [
        { party: "Chen", votes: "0.3" },
        { party: "LiPrivate", votes: "0.25" },
      ],
    });
  });

  test("a party may agree with others on another company", () => {
    const graph = {
      holdings: rows(["Chen", "X", "0.3"], ["Li", "X", "0.25"], ["Chen", "Y", "0.3"], ["Wang", "Y", "0.25"]),
      concert: [
        { parties: ["Chen", "Li"], companies: ["X"] },
        { parties: ["Chen", "Wang"], companies: ["Y"] },
      ],
    };
    expect(controlGroups(graph, DAY).issues).toStrictEqual([]);
    expect(groupsOf(graph)).toStrictEqual([
      ["concert", ["Chen", "Li"], ["X"]],
      ["concert", ["Chen", "Wang"], ["Y"]],
    ]);
  });

  test("an agreement on two companies has them in one group, with the votes of one in the other", () => {
    const graph = {
      holdings: rows(["A", "X", "0.3"], ["B", "X", "0.3"], ["A", "Y", "0.15"], ["B", "Y", "0.15"], ["X", "Y", "0.3"]),
      concert: [
        { parties: ["A", "B"], companies: ["Y"] },
        { parties: ["B", "A"], companies: ["X"] },
      ],
    };
    expect(groupsOf(graph)).toStrictEqual([["concert", ["A", "B"], ["X", "Y"]]]);
  });

  test("a party to an agreement whom another agreement controls is not at the top", () => {
    const graph = {
      holdings: rows(["A", "P", "0.3"], ["B", "P", "0.3"], ["P", "X", "0.3"], ["R", "X", "0.3"]),
      concert: [
        { parties: ["A", "B"], companies: ["P"] },
        { parties: ["P", "R"], companies: ["X"] },
      ],
    };
    expect(groupsOf(graph)).toStrictEqual([
      ["concert", ["A", "B"], ["P"]],
      ["concert", ["A", "B", "R"], ["X"]],
    ]);
    const everywhere = { ...graph, concert: graph.concert.map(({ parties }) => ({ parties })) };
    expect(groupsOf(everywhere)).toStrictEqual([["concert", ["A", "B", "R"], ["P", "X"]]]);
  });

  test.each([undefined, ["C"]])("a company that controls a party to the agreement on it is below (%j)", (companies) => {
    const graph = {
      holdings: rows(["A", "C", "0.3"], ["B", "C", "0.3"], ["C", "A", "0.6"]),
      concert: [companies === undefined ? { parties: ["A", "B"] } : { parties: ["A", "B"], companies }],
    };
    expect(groupsOf(graph)).toStrictEqual([["concert", ["A", "B"], ["C"]]]);
  });

  test("a contract goes before votes", () => {
    const graph: OwnershipGraph = {
      holdings: rows(["Founder", "V", "1"], ["Top", "W", "1"], ["V", "T", "0.7"]),
      control: [
        { controller: "W", company: "V", kind: "variable-interest", source: "contracts of 2019" },
        { controller: "Top", company: "U", kind: "board-majority" },
      ],
    };
    expect(controlGroups(graph, DAY).groups).toStrictEqual([
      {
        top: { kind: "party", parties: ["Top"] },
        members: [
          { party: "T", reason: { by: "votes", votes: "0.7", holders: [{ party: "V", votes: "0.7" }] } },
          { party: "U", reason: { by: "board-majority", controller: "Top", source: null } },
          { party: "V", reason: { by: "variable-interest", controller: "W", source: "contracts of 2019" } },
          { party: "W", reason: { by: "votes", votes: "1", holders: [{ party: "Top", votes: "1" }] } },
        ],
      },
    ]);
    expect(
      groupsOf({
        holdings: [],
        control: [
          { controller: "A", company: "B", kind: "agreement" },
          { controller: "B", company: "A", kind: "agreement" },
        ],
      }),
    ).toStrictEqual([["circle", ["A", "B"], []]]);
  });

  test("a joint venture is in the group of no partner, and may have one of its own", () => {
    const graph = {
      holdings: rows(["A", "J", "0.6"], ["B", "J", "0.4"], ["J", "K", "1"], ["A", "S", "0.7"]),
      jointVentures: [{ company: "J", controllers: ["B", "A"], from: "2020-01-01" }],
    };
    const found = controlGroups(graph, DAY);
    expect(groupsOf(graph)).toStrictEqual([
      ["party", ["A"], ["S"]],
      ["party", ["J"], ["K"]],
    ]);
    expect(found.jointVentures).toStrictEqual([{ company: "J", controllers: ["A", "B"] }]);
    expect(controlGroups(graph, "2019-12-31")).toMatchObject({ jointVentures: [] });
    expect(groupsOf(graph, "2019-12-31")).toStrictEqual([["party", ["A"], ["J", "K", "S"]]]);
  });
});

describe("a joint venture whose partners are all in one group", () => {
  const holdings = rows(["P", "A", "1"], ["P", "B", "1"], ["A", "J", "0.5"], ["B", "J", "0.5"], ["J", "K", "0.9"]);
  const graph = { holdings, jointVentures: [{ company: "J", controllers: ["A", "B"] }] };
  test("is in that group", () => {
    expect(groupsOf(graph)).toStrictEqual([["party", ["P"], ["A", "B", "J", "K"]]]);
    expect(controlGroups(graph, DAY).jointVentures).toStrictEqual([]);
  });
  test("without a majority of its votes it is not", () => {
    const less = { ...graph, holdings: [...holdings.slice(0, 2), ...rows(["A", "J", "0.25"], ["B", "J", "0.25"])] };
    expect(groupsOf(less)).toStrictEqual([["party", ["P"], ["A", "B"]]]);
    expect(controlGroups(less, DAY).jointVentures).toStrictEqual([{ company: "J", controllers: ["A", "B"] }]);
  });
});

describe("what is wrong", () => {
  const ask = (graph: OwnershipGraph) => {
    const found = controlGroups(graph, DAY);
    return { ...found, found: found.issues.map(({ code, path, details }) => [code, path.join("."), details]) };
  };

  test("votes above all of them decide nothing; the capital may be right", () => {
    const holdings = [
      { owner: "X", company: "A", share: "0.5", votes: "0.8" },
      { owner: "Y", company: "A", share: "0.5", votes: "0.3" },
      { owner: "X", company: "B", share: "0.9" },
      { owner: "Y", company: "B", share: "0.2" },
    ];
    const { found, groups } = ask({ holdings });
    expect(found).toStrictEqual([
      ["client/capital-above-whole", "holdings", { company: "B", total: "1.1" }],
      ["client/votes-above-whole", "holdings", { company: "A", total: "1.1" }],
    ]);
    expect(groups).toStrictEqual([]);
  });

  test("control that is disputed is nobody's alone", () => {
    const agreement = { kind: "agreement" } as const;
    const { found, groups, jointVentures } = ask({
      holdings: rows(["X", "A", "0.9"]),
      control: [
        { controller: "X", company: "A", ...agreement },
        { controller: "Y", company: "A", ...agreement },
        { controller: "X", company: "J", ...agreement },
        { controller: "X", company: "B", ...agreement },
        { controller: "X", company: "B", kind: "board-majority" },
      ],
      jointVentures: [
        { company: "J", controllers: ["X", "Y"] },
        { company: "J", controllers: ["Z", "X"] },
        { company: "I", controllers: ["X", "Y"] },
        { company: "I", controllers: ["Y", "X"] },
      ],
    });
    expect(found).toStrictEqual([
      ["client/control-disputed", "jointVentures.1", { company: "J", controllers: ["X", "Y", "Z"] }],
      ["client/control-disputed", "control.0", { company: "A", controllers: ["X", "Y"] }],
      ["client/control-disputed", "control.1", { company: "A", controllers: ["X", "Y"] }],
      ["client/control-disputed", "control.2", { company: "J", controllers: ["X", "Y", "Z"] }],
    ]);
    expect(groups.map(({ top, members }) => [top.parties, members.map(({ party }) => party)])).toStrictEqual([
      [["X"], ["B"]],
    ]);
    expect(jointVentures.map(({ company, controllers }) => [company, controllers])).toStrictEqual([
      ["I", ["X", "Y"]],
      ["J", ["X", "Y", "Z"]],
    ]);
  });

  test("concerts that share a party count for nothing, a second copy of one changes nothing", () => {
    const holdings = rows(["A", "L", "0.3"], ["B", "L", "0.3"], ["D", "M", "0.3"], ["E", "M", "0.3"]);
    const { found, groups } = ask({
      holdings,
      concert: [
        { parties: ["A", "B"] },
        { parties: ["B", "C"] },
        { parties: ["D", "E"] },
        { parties: ["E", "D"] },
        { parties: ["F", "F"] },
        { parties: ["F"] },
      ],
    });
    expect(found.map(([code, path]) => [code, path])).toStrictEqual([
      ["client/invalid-ownership", "concert.4.parties.1"],
      ["client/invalid-ownership", "concert.5.parties"],
      ["client/concerts-overlap", "concert.0"],
      ["client/concerts-overlap", "concert.1"],
    ]);
    expect(groups.map(({ top }) => top)).toStrictEqual([{ kind: "concert", parties: ["D", "E"] }]);
  });

  test("agreements of one party overlap in the companies both are on", () => {
    const { found, groups } = ask({
      holdings: rows(
        ["A", "X", "0.3"],
        ["B", "X", "0.3"],
        ["A", "Y", "0.3"],
        ["B", "Y", "0.3"],
        ["D", "Z", "0.3"],
        ["E", "Z", "0.3"],
      ),
      concert: [
        { parties: ["A", "B"], companies: ["X", "Y"] },
        { parties: ["C", "B"], companies: ["Y"] },
        { parties: ["D", "E"], companies: ["Z"] },
        { parties: ["E", "F"] },
        { parties: ["E", "F"], companies: [] },
        { parties: ["E", "F"], companies: ["Z", "Z"] },
      ],
    });
    expect(found.map(([code, path]) => [code, path])).toStrictEqual([
      ["client/invalid-ownership", "concert.4.companies"],
      ["client/invalid-ownership", "concert.5.companies.1"],
      ["client/concerts-overlap", "concert.0.companies.1"],
      ["client/concerts-overlap", "concert.1.companies.0"],
      ["client/concerts-overlap", "concert.2.companies.0"],
      ["client/concerts-overlap", "concert.3"],
    ]);
    expect(groups.map(({ top, members }) => [top.parties, members.map(({ party }) => party)])).toStrictEqual([
      [["A", "B"], ["X"]],
    ]);
  });

  test("links of a party to itself, and partners named twice", () => {
    const { found } = ask({
      holdings: [],
      control: [{ controller: "A", company: "A", kind: "agreement" }],
      jointVentures: [
        { company: "A", controllers: ["A", "B"] },
        { company: "A", controllers: ["B", "B"] },
      ],
      influence: [{ investor: "A", company: "A" }],
    });
    expect(found.map(([code, path]) => [code, path])).toStrictEqual([
      ["client/party-of-itself", "control.0"],
      ["client/party-of-itself", "jointVentures.0"],
      ["client/invalid-ownership", "jointVentures.1.controllers.1"],
      ["client/party-of-itself", "influence.0"],
    ]);
  });
});
