import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  advance,
  allowedEvents,
  CASEWORK_REFUSALS,
  checkCase,
  compareInstants,
  replay,
  type CaseEntry,
  type CaseFlow,
  type CaseRecord,
  type SeparationRule,
  type TeamMembership,
} from "../../src/core/index.ts";

/** What the laws of a case room need to know of it. */
export interface CaseRoom<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry,
  Attempt,
> {
  readonly flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>;
  /** A case just opened, with an id and the ids of the cases of the same matter. */
  readonly opened: (id: string, links: readonly string[]) => Kase;
  /** Cases that a step of a case by itself may link to. */
  readonly linkable?: readonly Kase[];
  /** Something somebody tries, possible or not. */
  readonly attempt: fc.Arbitrary<Attempt>;
  readonly stepOf: (attempt: Attempt, kase: Kase, at: string) => Step | Note;
  /** A step of a type that meets every condition of the policy, where one does. */
  readonly meeting: (type: Step["type"], kase: Kase, at: string) => Step;
  /** A policy with these separation rules. */
  readonly policyWith: (rules: readonly SeparationRule[]) => Policy;
  /** Every reason of the room's own. */
  readonly refusals: readonly Refusal[];
  /** The people who may turn up as actors or parties. */
  readonly people: readonly string[];
}

/** Minutes after ten on 2026-02-13 in Shanghai; attempts come in this order. */
const moment = (minutes: number): string => {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `2026-02-13T${two(10 + Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`;
};

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}

/** A value that is there by construction. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("it is there by construction");
  return value;
}

interface Doing {
  readonly action: string;
  readonly person: string;
  readonly at: string;
  /** Place on the board of all cases, so that an action is not compared with itself. */
  readonly place: string;
}

/**
 * The laws every case room keeps, whatever its steps: history only grows and is never changed, replaying it gives the
 * state, every refusal has a reason and names what the state allows, and no walk breaks a separation.
 */
export function caseLaws<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry,
  Attempt,
>(name: string, room: CaseRoom<State, Step, Refusal, Kase, Policy, Note, Attempt>): void {
  const { flow } = room;
  const table: Readonly<Record<string, object>> = flow.lifecycle.table;
  const steps = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];
  const actions = [flow.opening.type, ...steps, ...Object.keys(flow.notes), ...(flow.acts?.names ?? [])];
  const parties = Object.keys(flow.parties);
  const attempts = fc.array(room.attempt, { maxLength: 40, size: "max" });
  const none = frozen(room.policyWith([]));
  const { linkable = [] } = room;

  /** Every case on the way, refused attempts left out. */
  const wayOf = (tried: readonly Attempt[], policy: Policy = none): readonly Kase[] => {
    const way = [frozen(room.opened("C-1", []))];
    for (const [index, attempt] of tried.entries()) {
      const kase = given(way.at(-1));
      const step = frozen(room.stepOf(attempt, kase, moment(index + 1)));
      const outcome = advance(flow, kase, step, { policy, linked: linkable });
      if (outcome.ok) way.push(frozen(outcome.kase));
    }
    return way;
  };

  const rule = fc
    .record({
      first: fc.constantFrom(...actions, ...parties),
      second: fc.oneof(
        fc.constantFrom(...actions),
        fc.uniqueArray(fc.constantFrom(...actions), { minLength: 1, maxLength: 4 }),
      ),
      scope: fc.constantFrom("same-case" as const, "always" as const),
      relation: fc.constantFrom("same-person" as const, "same-team" as const),
    })
    .map(({ first, second, scope, relation }) => ({ between: [first, second] as const, scope, relation }));
  const rules = fc
    .array(rule, { minLength: 1, maxLength: 4 })
    .map((list) => list.map((one, index): SeparationRule => ({ ...one, id: `R-${String(index)}`, source: "a law" })));
  const teams = fc
    .tuple(
      ...room.people.map((person) =>
        fc.record({ person: fc.constant(person), team: fc.constantFrom("T-1", "T-2", "T-3"), moved: fc.nat(40) }),
      ),
    )
    .map((rows) =>
      rows.flatMap(({ person, team, moved }): TeamMembership[] => [
        { person, team, from: "2020-01-01T00:00:00Z", to: moment(moved) },
        { person, team: team === "T-1" ? "T-2" : "T-1", from: moment(moved) },
      ]),
    );

  /** Three cases of one matter in a chain, and one that has nothing to do with them. */
  const links: readonly (readonly [id: string, links: readonly string[]])[] = [
    ["C-1", []],
    ["C-2", ["C-1"]],
    ["C-3", ["C-2"]],
    ["D-1", []],
  ];
  const isLinked = (a: string, b: string): boolean => a.startsWith("C") === b.startsWith("C");

  const doingsOf = ({ id, history }: Kase): Doing[] =>
    history.flatMap((entry: Kase["history"][number], index) =>
      [{ action: entry.type, person: entry.by }, ...(flow.acts?.of(entry, history.slice(0, index)) ?? [])].map(
        (act, n) => ({
          ...act,
          at: entry.at,
          place: `${id}/${String(index)}/${String(n)}`,
        }),
      ),
    );
  /** Who was ever in a party, and since when: read off the case as it was after each entry. */
  const namedIn = (
    versions: readonly Kase[],
    party: string,
  ): readonly { person: string; at: string; disclosed: boolean }[] => {
    const people = (flow.parties as Readonly<Record<string, (kase: Kase) => readonly string[]>>)[party];
    const since = new Map<string, CaseEntry | undefined>();
    for (const version of versions) {
      for (const person of people?.(version) ?? []) {
        if (!since.has(person)) since.set(person, version.history.at(-1));
      }
    }
    const disclosing: readonly string[] = [
      ...(flow.discloses ?? []),
      ...(flow.opening.isOwed === true ? [flow.opening.type] : []),
    ];
    return [...since].map(([person, entry]) => {
      return { person, at: entry?.at ?? "", disclosed: disclosing.includes(entry?.type ?? "") };
    });
  };

  /** Written without looking at how the library does it: every pair, by the words of the rule. */
  function breaches(
    board: readonly (readonly Kase[])[],
    kept: readonly SeparationRule[],
    members: readonly TeamMembership[],
  ): string[] {
    const teamsAt = (person: string, at: string): string[] =>
      members
        .filter(
          (one) =>
            one.person === person &&
            compareInstants(one.from, at) <= 0 &&
            (one.to === undefined || compareInstants(at, one.to) < 0),
        )
        .map(({ team }) => team);
    const together = (a: { person: string; at: string }, b: { person: string; at: string }): boolean => {
      const [own, other] = [a, b].map(({ person }) => [...teamsAt(person, a.at), ...teamsAt(person, b.at)]) as [
        string[],
        string[],
      ];
      return own.some((team) => other.includes(team));
    };
    const found: string[] = [];
    for (const { id, between, scope, relation } of kept) {
      const first = between[0];
      const second = [between[1]].flat();
      for (const before of board) {
        for (const versions of board) {
          const [x, y] = [given(before.at(-1)), given(versions.at(-1))];
          if (scope === "same-case" && !isLinked(x.id, y.id)) continue;
          for (const b of doingsOf(y).filter(({ action }) => second.includes(action))) {
            for (const a of doingsOf(x).filter(({ action }) => action === first)) {
              if (a.place === b.place) continue;
              if (a.person === b.person || (relation === "same-team" && together(a, b))) found.push(id);
            }
            for (const named of namedIn(before, first)) {
              // who was a party all along, which nobody knew, did rightly what came before
              if (named.disclosed && compareInstants(b.at, named.at) < 0) continue;
              if (named.person === b.person || (relation === "same-team" && together(named, b))) found.push(id);
            }
          }
        }
      }
    }
    return found;
  }

  /** Walks over the whole board under rules; whatever is not refused is done. */
  function boardAfter(
    tried: readonly { readonly attempt: Attempt; readonly where: number }[],
    kept: readonly SeparationRule[],
    members: readonly TeamMembership[],
    linksGiven = true,
  ): {
    readonly board: readonly (readonly Kase[])[];
    readonly refused: ReadonlyMap<string, number>;
    readonly done: number;
  } {
    const policy = room.policyWith(kept);
    const board = new Map(links.map(([id, own]) => [id, [room.opened(id, own)]]));
    const refused = new Map<string, number>();
    let done = 0;
    for (const [index, { attempt, where }] of tried.entries()) {
      const kase = given(given(board.get(links[where % links.length]?.[0] ?? "C-1")).at(-1));
      const rest = [...board.values()].map((versions) => given(versions.at(-1))).filter(({ id }) => id !== kase.id);
      const outcome = advance(flow, kase, room.stepOf(attempt, kase, moment(index + 1)), {
        policy,
        linked: linksGiven ? rest.filter(({ id }) => isLinked(id, kase.id)) : [],
        elsewhere: rest.filter(({ id }) => !isLinked(id, kase.id)),
        teams: members,
      });
      if (outcome.ok) {
        done++;
        board.get(kase.id)?.push(outcome.kase);
      } else refused.set(outcome.reason, (refused.get(outcome.reason) ?? 0) + 1);
    }
    return { board: [...board.values()], refused, done };
  }

  const board = fc.array(fc.record({ attempt: room.attempt, where: fc.nat(100) }), { maxLength: 60, size: "max" });

  describe(`${name}: the laws of a case`, () => {
    test("the attempts reach every state", () => {
      const reached = fc.sample(attempts, { numRuns: 500, seed: 7 }).flatMap((tried) => wayOf(tried));
      expect([...new Set(reached.map(({ state }) => state))].sort()).toEqual([...flow.lifecycle.states].sort());
    });

    test("a history only grows, by one entry a step, in order of time, and nothing that was is changed", () => {
      fc.assert(
        fc.property(attempts, (tried) => {
          for (const [index, kase] of wayOf(tried).entries()) {
            const before = wayOf(tried)[index - 1];
            expect(kase.history).toHaveLength(index + 1);
            if (before !== undefined) expect(kase.history.slice(0, -1)).toEqual(before.history);
            const last = kase.history.at(-2);
            if (last !== undefined)
              expect(compareInstants(last.at, kase.history.at(-1)?.at ?? "")).toBeLessThanOrEqual(0);
          }
        }),
        { numRuns: 50 },
      );
    });

    test("replaying the history gives the state, and what else it decides", () => {
      fc.assert(
        fc.property(attempts, (tried) => {
          for (const kase of wayOf(tried)) {
            const again = replay(flow, kase.history);
            expect(kase).toMatchObject({ ...again });
            expect(again.state).toBe(kase.state);
          }
        }),
        { numRuns: 50 },
      );
    });

    test("what was reached step by step passes the check, and not with another state", () => {
      fc.assert(
        fc.property(attempts, fc.constantFrom(...flow.lifecycle.states), (tried, other) => {
          const kase = given(wayOf(tried).at(-1));
          const opened = room.opened("C-1", []);
          expect(checkCase(flow, opened, kase, { policy: none, linked: linkable })).toEqual([]);
          if (other === kase.state) return;
          const context = { policy: none, linked: linkable };
          const codes = checkCase(flow, opened, { ...kase, state: other }, context).map(({ code }) => code);
          expect(codes).toEqual([`${flow.room}/state-differs`]);
        }),
        { numRuns: 100 },
      );
    });

    test("every refusal has a known reason and names what the state allows, and changes nothing", () => {
      const known: readonly string[] = [...CASEWORK_REFUSALS, ...room.refusals];
      fc.assert(
        fc.property(attempts, room.attempt, (tried, attempt) => {
          const kase = given(wayOf(tried).at(-1));
          const before = JSON.stringify(kase);
          const step = room.stepOf(attempt, kase, moment(60));
          const outcome = advance(flow, kase, step, { policy: none });
          expect(JSON.stringify(kase)).toBe(before);
          if (outcome.ok) return;
          expect(known).toContain(outcome.reason);
          expect([...outcome.allowed]).toEqual(Object.keys(table[kase.state] ?? {}));
          expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
        }),
      );
    });

    test("what is allowed succeeds when its conditions are met, and nothing else does", () => {
      fc.assert(
        fc.property(attempts, (tried) => {
          const kase = given(wayOf(tried).at(-1));
          const allowed: readonly string[] = allowedEvents(flow.lifecycle, kase.state);
          for (const type of steps as Step["type"][]) {
            const outcome = advance(flow, kase, room.meeting(type, kase, moment(60)), {
              policy: none,
              linked: linkable,
            });
            expect([type, outcome.ok ? "done" : outcome.reason]).toEqual([
              type,
              allowed.includes(type) ? "done" : "transition-not-allowed",
            ]);
          }
        }),
        { numRuns: 100 },
      );
    });

    test("a step before the last entry is refused, whatever it is", () => {
      fc.assert(
        fc.property(attempts, (tried) => {
          const kase = given(wayOf(tried).at(-1));
          for (const type of allowedEvents(flow.lifecycle, kase.state)) {
            const outcome = advance(flow, kase, room.meeting(type, kase, "2026-02-13T09:59:59+08:00"), {
              policy: none,
            });
            expect(outcome.ok ? "done" : outcome.reason).toBe("before-last-entry");
          }
        }),
        { numRuns: 50 },
      );
    });

    test("no walk breaks a separation, over parties, linked cases, other cases and teams", () => {
      fc.assert(
        fc.property(board, rules, teams, (tried, kept, members) => {
          // a rule that a case breaks as it is opened cannot be kept by refusing steps
          const fresh = boardAfter([], kept, members).board;
          const keepable = kept.filter((one) => breaches(fresh, [one], members).length === 0);
          expect(breaches(boardAfter(tried, keepable, members).board, keepable, members)).toEqual([]);
        }),
      );
    });

    test("separation refuses some steps and lets others pass", () => {
      const sample = fc.sample(fc.tuple(board, rules, teams), { numRuns: 200, seed: 11 });
      const walks = sample.map(([tried, kept, members]) => boardAfter(tried, kept, members));
      expect(walks.some(({ refused }) => (refused.get("separated") ?? 0) > 0)).toBe(true);
      expect(walks.reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(500);
    });

    test("a rule forbids nothing that no pair explains", () => {
      fc.assert(
        fc.property(board, rules, teams, room.attempt, (tried, kept, members, attempt) => {
          const fresh = boardAfter([], kept, members).board;
          const keepable = kept.filter((one) => breaches(fresh, [one], members).length === 0);
          const { board: cases } = boardAfter(tried, keepable, members);
          const kase = given(given(cases[0]).at(-1));
          const rest = cases.slice(1).map((versions) => given(versions.at(-1)));
          const step = room.stepOf(attempt, kase, moment(61));
          const linked = rest.filter(({ id }) => isLinked(id, kase.id));
          const elsewhere = rest.filter(({ id }) => !isLinked(id, kase.id));
          const under = advance(flow, kase, step, {
            policy: room.policyWith(keepable),
            linked,
            elsewhere,
            teams: members,
          });
          if (under.ok || under.reason !== "separated") return;
          const without = advance(flow, kase, step, { policy: none, linked, elsewhere, teams: members });
          // conditions come after separation: only what would otherwise be done can be compared
          if (!without.ok) return;
          const after = [[...given(cases[0]), without.kase], ...cases.slice(1)];
          expect(breaches(after, keepable, members)).not.toEqual([]);
        }),
      );
    });

    test("a link whose history is not given refuses every separated step", () => {
      fc.assert(
        fc.property(board, rules, teams, (tried, kept, members) => {
          const { board: cases } = boardAfter(tried, kept, members, false);
          for (const kase of cases.map((versions) => given(versions.at(-1)))) {
            if (kase.id !== "C-2" && kase.id !== "C-3") continue;
            const separated = kept.flatMap(({ between }) => between.flat());
            for (const { action } of doingsOf(kase).slice(1)) expect(separated).not.toContain(action);
          }
        }),
      );
    });
  });
}
