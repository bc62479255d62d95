import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { controlGroups, relatedClients, type Holding, type OwnershipGraph } from "../../../src/client/index.ts";

const DAY = "2026-03-31";
const ids = ["A", "B", "C", "D", "E", "F", "G"];

/** Votes in tenths, at most ten for each company: majorities, circles and ties are common. */
const holdings: fc.Arbitrary<Holding[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom(...ids),
      company: fc.constantFrom(...ids),
      tenths: fc.integer({ min: 1, max: 7 }),
    }),
    {
      maxLength: 16,
    },
  )
  .map((rows) => {
    const left = new Map(ids.map((id) => [id, 10]));
    const seen = new Set<string>();
    return rows.flatMap(({ owner, company, tenths }) => {
      const rest = left.get(company)!;
      if (owner === company || rest < tenths || seen.has(owner + company)) return [];
      seen.add(owner + company);
      left.set(company, rest - tenths);
      return [{ owner, company, share: "0.05", votes: (tenths / 10).toFixed(1) }];
    });
  });

const graph: fc.Arbitrary<OwnershipGraph> = fc
  .record({
    holdings,
    control: fc.uniqueArray(
      fc.record({
        controller: fc.constantFrom(...ids),
        company: fc.constantFrom(...ids),
        kind: fc.constant("agreement" as const),
      }),
      { maxLength: 2, selector: ({ company }) => company },
    ),
    jointVentures: fc.constantFrom([], [{ company: "G", controllers: ["A", "B"] }]),
  })
  .map((given) => ({
    ...given,
    control: given.control.filter(({ controller, company }) => controller !== company && company !== "G"),
  }));

/** Everything a party controls, by going over all rows until nothing is added. */
function controlledIn(given: OwnershipGraph, party: string): Set<string> {
  const controlled = new Set<string>();
  const contracts = new Set(given.control?.map(({ company }) => company));
  for (let before = -1; before < controlled.size;) {
    before = controlled.size;
    const own = (id: string): boolean => id === party || controlled.has(id);
    for (const { controller, company } of given.control ?? []) if (own(controller)) controlled.add(company);
    for (const company of ids) {
      if (contracts.has(company)) continue;
      if (given.jointVentures?.some((row) => row.company === company && !row.controllers.every(own)) === true) continue;
      const votes = given.holdings.filter((row) => row.company === company && own(row.owner));
      if (votes.reduce((sum, row) => sum + Math.round(Number(row.votes) * 10), 0) > 5) controlled.add(company);
    }
  }
  return controlled;
}

describe("control", () => {
  test("is what going over the rows again and again finds", () => {
    fc.assert(
      fc.property(graph, (given) => {
        for (const id of ids) {
          const expected = controlledIn(given, id);
          expected.delete(id);
          expect(relatedClients(given, id, DAY).subsidiaries).toStrictEqual([...expected].sort());
        }
      }),
    );
  });

  test("is transitive", () => {
    fc.assert(
      fc.property(graph, (given) => {
        for (const id of ids) {
          const { subsidiaries } = relatedClients(given, id, DAY);
          for (const below of subsidiaries) {
            for (const further of relatedClients(given, below, DAY).subsidiaries) {
              if (further !== id) expect(subsidiaries).toContain(further);
            }
          }
        }
      }),
    );
  });

  test("is never lost by more votes", () => {
    fc.assert(
      fc.property(graph, fc.constantFrom(...ids), fc.constantFrom(...ids), (given, owner, company) => {
        const taken = given.holdings
          .filter((row) => row.company === company)
          .reduce((sum, row) => sum + Math.round(Number(row.votes) * 10), 0);
        fc.pre(owner !== company && taken < 10);
        const before = given.holdings.find((row) => row.owner === owner && row.company === company);
        const votes = ((Math.round(Number(before?.votes ?? 0) * 10) + 10 - taken) / 10).toFixed(1);
        const more = {
          ...given,
          holdings: [...given.holdings.filter((row) => row !== before), { owner, company, share: "0.05", votes }],
        };
        for (const { subsidiaries } of [relatedClients(given, owner, DAY)]) {
          for (const id of subsidiaries) expect(relatedClients(more, owner, DAY).subsidiaries).toContain(id);
        }
      }),
    );
  });
});

describe("groups", () => {
  test("are the top controllers with all they control, each party in one at most", () => {
    fc.assert(
      fc.property(graph, (given) => {
        const controlled = new Map(ids.map((id) => [id, controlledIn(given, id)]));
        const controls = (above: string, below: string): boolean => controlled.get(above)!.has(below);
        const tops = ids.filter(
          (id) => controlled.get(id)!.size > 0 && ids.every((other) => !controls(other, id) || controls(id, other)),
        );
        const expected = new Map<string, { top: string[]; members: string[] }>();
        for (const top of tops) {
          const circle = [...new Set([top, ...ids.filter((id) => controls(top, id) && controls(id, top))])].sort();
          const members = [...controlled.get(top)!].filter((id) => !circle.includes(id)).sort();
          expected.set(circle[0]!, { top: circle, members });
        }
        const { groups, issues } = controlGroups(given, DAY);
        expect(issues).toStrictEqual([]);
        expect(
          groups.map(({ top, members }) => ({ top: top.parties, members: members.map(({ party }) => party) })),
        ).toStrictEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group));
        for (const { top } of groups) expect(top.kind).toBe(top.parties.length === 1 ? "party" : "circle");
        const everybody = groups.flatMap(({ top, members }) => [...top.parties, ...members.map(({ party }) => party)]);
        expect(new Set(everybody).size).toBe(everybody.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("say why: the votes of the members come to more than one half", () => {
    fc.assert(
      fc.property(graph, (given) => {
        for (const { top, members } of controlGroups(given, DAY).groups) {
          const all = [...top.parties, ...members.map(({ party }) => party)];
          for (const { party, reason } of members) {
            if (reason.by !== "votes") {
              expect(all).toContain(reason.controller);
              continue;
            }
            const rows = given.holdings.filter(({ owner, company }) => company === party && all.includes(owner));
            expect(reason.holders.map((holder) => holder.party)).toStrictEqual(rows.map(({ owner }) => owner).sort());
            expect(Number(reason.votes)).toBeGreaterThan(0.5);
            const sum = reason.holders.reduce((total, { votes }) => total + Math.round(Number(votes) * 10), 0);
            expect(Math.round(Number(reason.votes) * 10)).toBe(sum);
          }
        }
      }),
    );
  });

  test("do not depend on the ids, whatever is agreed on", () => {
    const concerts = fc.array(
      fc.record({
        parties: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 }),
        companies: fc.option(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 }), {
          nil: undefined,
        }),
      }),
      { maxLength: 3 },
    );
    const orders = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(graph, concerts, orders, (given, rows, order) => {
        const concert = rows.map(({ parties, companies }) =>
          companies === undefined ? { parties } : { parties, companies },
        );
        const renamed = (id: string): string => order[ids.indexOf(id)]!;
        const back = (id: string): string => ids[order.indexOf(id)]!;
        const other: OwnershipGraph = {
          holdings: given.holdings.map((row) => ({ ...row, owner: renamed(row.owner), company: renamed(row.company) })),
          control: (given.control ?? []).map((row) => ({
            ...row,
            controller: renamed(row.controller),
            company: renamed(row.company),
          })),
          jointVentures: (given.jointVentures ?? []).map(({ company, controllers }) => ({
            company: renamed(company),
            controllers: controllers.map(renamed),
          })),
          concert: concert.map((row) => ({
            parties: row.parties.map(renamed),
            ...("companies" in row ? { companies: row.companies.map(renamed) } : {}),
          })),
        };
        const plain = (of: OwnershipGraph, name: (id: string) => string): string[] =>
          controlGroups(of, DAY)
            .groups.map(({ top, members }) =>
              JSON.stringify([
                top.kind,
                top.parties.map(name).sort(),
                members
                  .map(({ party, reason }) =>
                    JSON.stringify([
                      name(party),
                      reason.by === "votes" ? reason.holders.map((holder) => name(holder.party)).sort() : reason.by,
                    ]),
                  )
                  .sort(),
              ]),
            )
            .sort();
        expect(plain(other, back)).toStrictEqual(plain({ ...given, concert }, (id) => id));
        const { groups } = controlGroups({ ...given, concert }, DAY);
        const everybody = groups.flatMap(({ members }) => members.map(({ party }) => party));
        expect(new Set(everybody).size).toBe(everybody.length);
        for (const { top, members } of groups) {
          expect(top.parties.length).toBeGreaterThan(0);
          for (const { reason } of members)
            if (reason.by === "votes") expect(Number(reason.votes)).toBeGreaterThan(0.5);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("do not depend on the order of rows, nor do concerts among them", () => {
    const withConcerts = fc.tuple(
      graph,
      fc.constantFrom(
        [],
        [["A", "B"]],
        [
          ["A", "B"],
          ["C", "D", "E"],
        ],
      ),
    );
    fc.assert(
      fc.property(withConcerts, fc.infiniteStream(fc.nat()), ([given, concerts], numbers) => {
        const shuffled = <T>(rows: readonly T[] | undefined): T[] =>
          (rows ?? [])
            .map((row) => [numbers.next().value ?? 0, row] as const)
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row);
        const concert = concerts.map((parties) => ({ parties }));
        const other = {
          holdings: shuffled(given.holdings),
          control: shuffled(given.control),
          jointVentures: shuffled(given.jointVentures),
          concert: shuffled(concert).map(({ parties }) => ({ parties: shuffled(parties) })),
        };
        const groups = controlGroups({ ...given, concert }, DAY);
        expect(controlGroups(other, DAY)).toStrictEqual(groups);
        const everybody = groups.groups.flatMap(({ top, members }) => [
          ...top.parties,
          ...members.map(({ party }) => party),
        ]);
        expect(new Set(everybody).size).toBe(everybody.length);
      }),
      { numRuns: 1000 },
    );
  });
});
