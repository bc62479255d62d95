import { describe, expect, test } from "vitest";

import {
  advance,
  checkCase,
  defineCaseFlow,
  defineLifecycle,
  openCase,
  orThrow,
  replay,
  type CaseContext,
  type CaseEntry,
  type CaseRecord,
  type SeparationRule,
  type TeamMembership,
} from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";
import {
  assess,
  at,
  decide,
  definition,
  flow,
  lifecycle,
  nominate,
  policyOf,
  proposed,
  refusedWith,
  remark,
  rule,
  taken,
  type Nomination,
  type Context,
  type NominationPolicy,
  type Note,
  type Refusal,
  type State,
  type Step,
} from "./nominations.ts";

/** A mistake, with what its details must at least say. */
const mistake = (code: string, path: readonly (string | number)[], details: object = {}): unknown =>
  expect.objectContaining({ name: "DomainError", code, path, details: expect.objectContaining(details) as unknown });

describe("a step", () => {
  test("adds its entry, moves the state and what the flow carries", () => {
    const kase = taken([nominate(1, "A", "D"), assess(2, "B"), remark(3, "C"), decide(4, "C")]);
    expect(kase.state).toBe("decided");
    expect(kase.nominee).toBe("D");
    expect(kase.history.map(({ type }) => type)).toEqual(["propose", "nominate", "assess", "remark", "decide"]);
    expect(replay(flow, kase.history)).toEqual({ state: "decided", nominee: "D", history: kase.history });
  });

  const assessed = taken([nominate(1, "A", "D"), assess(5, "B")]);
  test.each([
    // its place, before its time
    ["out of place", assessed, assess(2, "B"), "transition-not-allowed", { from: "assessed", type: "assess" }],
    // its time, before its persons and conditions
    ["out of time", assessed, decide(2, "B", 9), "before-last-entry", { type: "decide", at: at(2), last: at(5) }],
    // its conditions
    ["unmet", assessed, decide(6, "C", 4), "grade-too-high", { grade: 4, highest: 3 }],
    [
      "a note after the end",
      taken([decide(6, "C")], assessed),
      remark(7, "C"),
      "case-over",
      { state: "decided", type: "remark" },
    ],
  ] as const)("%s is refused with its reason", (_, kase, step, reason, details) => {
    expect(refusedWith(kase, step, [])).toEqual({ reason, details });
  });

  test("separation comes before the conditions", () => {
    expect(refusedWith(assessed, decide(6, "B", 9), [rule(["assess", "decide"])])?.reason).toBe("separated");
    expect(refusedWith(assessed, decide(6, "C", 9), [rule(["assess", "decide"])])?.reason).toBe("grade-too-high");
  });

  test("a note that is always welcome is taken after the end", () => {
    const over = taken([decide(6, "C")], assessed);
    expect(advance(flow, over, remark(7, "C", "thank"), { policy: policyOf() })).toMatchObject({
      ok: true,
      kase: { state: "decided" },
    });
  });

  test("what is refused names what the state allows", () => {
    const outcome = advance(flow, assessed, assess(6, "B"), { policy: policyOf() });
    expect(outcome.ok ? [] : outcome.allowed).toEqual(["nominate", "decide"]);
  });

  test.each([
    ["by nobody", { type: "decide", at: at(9), by: "", grade: 1 }, ["step", "by"]],
    ["by no text", { type: "decide", at: at(9), by: 7, grade: 1 }, ["step", "by"]],
    ["that is null", null, ["step"]],
    ["that is a text", "decide", ["step"]],
  ])("%s is a mistake", (_, step, path) => {
    expect(() => advance(flow, assessed, step as never, { policy: policyOf() })).toThrow(
      mistake("core/invalid-case", path),
    );
  });

  test("is checked as it is written down", () => {
    const flips = (member: string, first: unknown, then: unknown): Step => {
      let read = 0;
      return Object.defineProperty({ ...decide(9, "C") }, member, {
        enumerable: true,
        get: () => (read++ === 0 ? first : then),
      });
    };
    const typed = advance(flow, assessed, flips("type", "remark", "decide"), { policy: policyOf() });
    expect(typed.ok ? [typed.kase.state, typed.kase.history.at(-1)?.type] : null).toEqual(["assessed", "remark"]);
    const timed = advance(flow, assessed, flips("at", at(9), "noon"), { policy: policyOf() });
    expect(timed.ok ? timed.kase.history.at(-1)?.at : null).toBe(at(9));
    const inItself: Record<string, unknown> = { ...decide(9, "C") };
    inItself["more"] = inItself;
    expect(() => advance(flow, assessed, inItself as never, { policy: policyOf() })).toThrow(
      mistake("core/invalid-case", ["step", "more", "more", "more"]),
    );
  });

  test("is copied: nobody changes a history afterwards", () => {
    const step = { type: "assess", at: at(9), by: "B", witness: "E" } as {
      type: "assess";
      at: string;
      by: string;
      witness: string;
    };
    const kase = taken([nominate(1, "A", "D"), step]);
    step.by = "Z";
    expect(kase.history.at(-1)).toMatchObject({ by: "B" });
    expect(Object.isFrozen(kase.history) && Object.isFrozen(kase.history.at(-1))).toBe(true);
  });

  test.each([
    ["with blanks", "E-7 "],
    ["with an invisible character", "E\u200b-7"],
    ["with a control character", "E\u0000-7"],
    ["with a blank that is none", "E\u00a07"],
    ["with a sign nobody sees", "E\u115f7"],
    ["with an accent apart from its letter", "Jose\u0301"],
  ])("by an id %s is a mistake", (_, by) => {
    expect(() => advance(flow, assessed, decide(9, by), { policy: policyOf() })).toThrow(
      mistake("core/invalid-case", ["step", "by"]),
    );
  });

  test("with a person in it that is none is a mistake where people are kept apart", () => {
    const open = taken([nominate(1, "A", "D")]);
    const policy = policyOf(rule(["witness", "decide"]));
    expect(() => advance(flow, open, assess(2, "B", 7 as never), { policy })).toThrow(
      mistake("core/invalid-case", ["kase", "history", 2]),
    );
  });

  test.each([
    ["no case", null, ["kase"]],
    ["no history", { ...proposed(), history: undefined }, ["kase", "history"]],
    ["an entry that is null", { ...proposed(), history: [null] }, ["kase", "history", 0]],
    ["no id", { ...proposed(), id: "" }, ["kase", "id"]],
    ["links that are no list", { ...proposed(), links: "N-0" }, ["kase", "links"]],
  ])("of %s is a mistake", (_, kase, path) => {
    expect(() => advance(flow, kase as never, nominate(1, "A", "D"), { policy: policyOf() })).toThrow(
      mistake("core/invalid-case", path),
    );
  });

  test.each([
    ["linked", null],
    ["linked", [null]],
    ["linked", [{}]],
    ["elsewhere", [proposed({ id: "N-2", history: [] })]],
    ["elsewhere", {}],
  ])("with %s cases that are none is a mistake", (member, cases) => {
    const policy = policyOf(rule(["nominate", "decide"], { scope: "always" }));
    const context = { policy, elsewhere: [], [member]: cases } as never;
    expect(() => advance(flow, proposed(), nominate(1, "A", "D"), context)).toThrow(
      expect.objectContaining({ name: "DomainError", code: "core/invalid-case" }),
    );
  });

  test("at no moment is a mistake, with its place", () => {
    expect(() => advance(flow, assessed, { ...decide(9, "C"), at: "noon" }, { policy: policyOf() })).toThrow(
      mistake("core/invalid-instant", ["step", "at"]),
    );
  });

  test("in a state that does not exist is a mistake, a note too", () => {
    expect(() => advance(flow, proposed({ state: "opened" as never }), remark(1, "A"), { policy: policyOf() })).toThrow(
      mistake("core/unknown-state", ["state"]),
    );
  });

  test.each([["unknown"], ["__proto__"], ["toString"], [undefined], [["decide"]]])(
    "of type %s is not in the table",
    (type) => {
      const step = { ...decide(9, "C"), type } as never;
      expect(refusedWith(assessed, step, [])?.reason).toBe("transition-not-allowed");
    },
  );

  test.each([
    ["unknown", "unknown"],
    ["remark ", "remark "],
    [undefined, "undefined"],
    [null, "null"],
    [7, "7"],
    [["remark"], "array(1)"],
    [{ type: "remark" }, "object"],
  ])("of type %j is named in the refusal, by its kind where it is no text", (type, shown) => {
    expect(refusedWith(assessed, { ...decide(9, "C"), type } as never, [])).toEqual({
      reason: "transition-not-allowed",
      details: { from: "assessed", type: shown },
    });
  });

  test("at the very moment of the one before is in time", () => {
    expect(refusedWith(assessed, decide(5, "C"), [])).toBeNull();
    // the same moment in another zone
    expect(refusedWith(assessed, { ...decide(5, "C"), at: "2026-02-13T02:05:00Z" }, [])).toBeNull();
  });

  test("with a person in it that is none is taken where nobody is kept apart", () => {
    const open = taken([nominate(1, "A", "D")]);
    expect(refusedWith(open, assess(2, "B", 7 as never), [])).toBeNull();
  });

  test("a case without a beginning is a mistake", () => {
    expect(() => advance(flow, proposed({ history: [] }), nominate(1, "A", "D"), { policy: policyOf() })).toThrow(
      mistake("core/invalid-case", ["kase", "history"]),
    );
  });
});

describe("opening", () => {
  const opened = (kase: Nomination, rules: readonly SeparationRule[] = [], linked: readonly Nomination[] = []) =>
    openCase(flow, kase, { policy: policyOf(...rules), linked });

  test("gives a copy that nobody can change", () => {
    const kase = proposed({ kin: ["K"] });
    const { kase: copy } = orThrow(opened(kase));
    expect(copy).toEqual(kase);
    expect(copy).not.toBe(kase);
    expect([copy, copy.history, copy.history[0], copy.kin].every(Object.isFrozen)).toBe(true);
  });

  test.each<[string, Nomination]>([
    ["with another entry first", proposed({ history: [{ type: "remark", at: at(0), by: "A" }] })],
    ["with a second entry", proposed({ history: [...proposed().history, nominate(1, "A", "D")] })],
    ["in a later state", proposed({ state: "assessed" })],
  ])("%s is a mistake", (_, kase) => {
    expect(() => opened(kase)).toThrow(mistake("core/invalid-case", ["kase", "history"], { id: "N-1" }));
    expect(() => opened(kase)).toThrow("kase.history: not the opening entry alone");
  });

  test("by an id that has blanks around, or with a member in itself, is a mistake at its place", () => {
    expect(() => opened(proposed({ history: [{ type: "propose", at: at(0), by: "A " }] }))).toThrow(
      mistake("core/invalid-case", ["kase", "history", 0, "by"], { received: "string(2)" }),
    );
    const more: Record<string, unknown> = {};
    more["more"] = more;
    expect(() => opened({ ...proposed(), more } as never)).toThrow(
      mistake("core/invalid-case", ["kase", "more", "more", "more"], { limit: 100 }),
    );
  });

  test("is refused with what the first state allows", () => {
    expect(opened(proposed({ kin: ["A"] }), [rule(["kin", "propose"])])).toEqual({
      ok: false,
      reason: "separated",
      allowed: ["nominate", "assess"],
      details: {
        rule: "S-1",
        person: "A",
        action: "propose",
        relation: "same-person",
        with: { party: "kin", person: "A", case: "N-1", entry: 0, at: at(0) },
      },
    });
  });

  test("does not judge the cases it names among themselves, and finds itself among them", () => {
    const first = taken([nominate(1, "A", "D"), assess(2, "B")], proposed({ id: "N-0" }));
    const second = taken([nominate(1, "A", "D"), assess(2, "C"), decide(3, "B")], proposed({ id: "N-8" }));
    const kase = proposed({ id: "N-9", links: ["N-0", "N-8"], history: [{ type: "propose", at: at(9), by: "Z" }] });
    const rules = [rule(["assess", "decide"]), rule(["propose", "decide"], { id: "S-2" })];
    expect(opened(kase, rules, [first, second, kase]).ok).toBe(true);
  });
});

describe("separation within a case", () => {
  const assessed = taken([nominate(1, "A", "D"), assess(2, "B", "E")]);

  test.each([
    [
      "of two actions",
      assessed,
      decide(3, "B"),
      rule(["assess", "decide"]),
      { action: "assess", person: "B", case: "N-1", entry: 2, at: at(2) },
    ],
    [
      "of an action and the opening",
      assessed,
      decide(3, "A"),
      rule(["propose", "decide"]),
      { action: "propose", person: "A", case: "N-1", entry: 0, at: at(0) },
    ],
    [
      "of an action and what an entry says besides",
      assessed,
      decide(3, "E"),
      rule(["witness", "decide"]),
      { action: "witness", person: "E", case: "N-1", entry: 2, at: at(2) },
    ],
    [
      "in the other order of time",
      assessed,
      nominate(3, "B", "D"),
      rule(["nominate", "assess"]),
      { action: "assess", person: "B", case: "N-1", entry: 2, at: at(2) },
    ],
    [
      "of an action from itself",
      assessed,
      nominate(3, "A", "D"),
      rule(["nominate", "nominate"]),
      { action: "nominate", person: "A", case: "N-1", entry: 1, at: at(1) },
    ],
    [
      "inside one entry",
      taken([nominate(1, "A", "D")]),
      assess(2, "B", "B"),
      rule(["assess", "witness"]),
      { action: "assess", person: "B", case: "N-1", entry: 2, at: at(2) },
    ],
    [
      "of a party that never acted",
      assessed,
      decide(3, "D"),
      rule(["nominee", "decide"]),
      { party: "nominee", person: "D", case: "N-1" },
    ],
    [
      "of several people in a party",
      proposed({ kin: ["X", "Y"] }),
      nominate(1, "Y", "D"),
      rule(["kin", "nominate"]),
      { party: "kin", person: "Y", case: "N-1" },
    ],
  ] as const)("%s", (_, kase, step, kept, other) => {
    const found = refusedWith(kase, step, [kept]);
    expect(found?.reason).toBe("separated");
    expect(found?.details).toMatchObject({ rule: "S-1", relation: "same-person", with: other });
  });

  test("who did an action does not become a party afterwards", () => {
    expect(refusedWith(assessed, nominate(3, "A", "B"), [rule(["nominee", "assess"])])).toMatchObject({
      reason: "separated",
      details: { person: "B", action: "assess", with: { party: "nominee", person: "B" } },
    });
    expect(refusedWith(assessed, nominate(3, "A", "C"), [rule(["nominee", "assess"])])).toBeNull();
  });

  test("a party already there does not stop a step that has nothing to do with it", () => {
    const before = taken([nominate(1, "A", "B"), assess(2, "B")]);
    // the rule is newer than the assessment: it is not broken again by a decision
    expect(refusedWith(before, decide(3, "C"), [rule(["nominee", "assess"])])).toBeNull();
  });

  test("one person may do the same again where two actions are kept apart", () => {
    expect(refusedWith(assessed, nominate(3, "A", "D"), [rule(["assess", "nominate"])])).toBeNull();
    expect(refusedWith(assessed, nominate(3, "A", "D"), [rule(["nominate", "assess"])])).toBeNull();
  });

  test("a party that reads the history sees it up to each entry", () => {
    const reading = defineCaseFlow<State, Step, Refusal, Nomination, NominationPolicy, Note>({
      ...definition,
      parties: {
        second: (kase) => {
          const { history } = { ...kase };
          return history.length === 2 ? [history.at(-1)?.by ?? ""] : [];
        },
      },
    });
    const kase = taken([nominate(1, "A", "D"), nominate(2, "E", "D"), assess(3, "B")]);
    const outcome = (by: string) => {
      const decided = advance(reading, kase, decide(4, by), { policy: policyOf(rule(["second", "decide"])) });
      return decided.ok ? null : decided.details.with;
    };
    expect(outcome("A")).toEqual({ party: "second", person: "A", case: "N-1", entry: 1, at: at(1) });
    expect([outcome("E"), outcome("B")]).toEqual([null, null]);
  });

  test("others may act, and the first rule broken answers", () => {
    const rules = [rule(["propose", "decide"]), rule(["assess", "decide"], { id: "S-2" })];
    expect(refusedWith(assessed, decide(3, "C"), rules)).toBeNull();
    expect(refusedWith(assessed, decide(3, "B"), rules)?.details).toMatchObject({ rule: "S-2" });
  });
});

describe("a party stays a party", () => {
  const kept = [rule(["nominee", "nominate"]), rule(["nominee", "decide"], { id: "S-2" })];

  test("also for the step in which somebody else takes the place", () => {
    const kase = taken([nominate(1, "A", "D")]);
    expect(refusedWith(kase, nominate(2, "D", "E"), kept)).toMatchObject({
      reason: "separated",
      details: { person: "D", action: "nominate", with: { party: "nominee", entry: 1, at: at(1) } },
    });
  });

  test("and after somebody else took it", () => {
    const replaced = taken([nominate(1, "A", "D"), nominate(2, "A", "E"), assess(3, "B")]);
    expect(refusedWith(replaced, decide(4, "D"), kept)?.details).toMatchObject({ rule: "S-2", person: "D" });
    expect(refusedWith(replaced, decide(4, "C"), kept)).toBeNull();
  });

  test("in a linked case, and elsewhere for a rule that holds always, in either order", () => {
    const other = taken([nominate(1, "A", "D"), nominate(2, "A", "E")], proposed({ id: "N-0" }));
    const own = taken([nominate(1, "A", "C"), assess(2, "B")]);
    expect(refusedWith(own, decide(3, "D"), kept, { linked: [other] })?.reason).toBe("separated");
    const always = [rule(["nominee", "decide"], { scope: "always" })];
    expect(refusedWith(own, decide(3, "D"), always, { elsewhere: [other] })?.reason).toBe("separated");
    const decided = taken([decide(3, "F")], taken([nominate(1, "A", "C"), assess(2, "B")], proposed({ id: "N-8" })));
    expect(refusedWith(own, nominate(3, "A", "F"), always, { elsewhere: [decided] })?.reason).toBe("separated");
  });
});

describe("a party of one state", () => {
  const sitting = (action: string) => [rule(["sitting", action])];
  const open = taken([nominate(1, "A", "D")], proposed({ kin: ["J"] }));
  const assessed = taken([assess(2, "B")], open);

  test("is kept out by the step that leaves the state, and after it", () => {
    expect(refusedWith(assessed, decide(3, "J"), sitting("decide"))?.details).toMatchObject({
      with: { party: "sitting", person: "J", entry: 2, at: at(2) },
    });
    const decided = taken([decide(3, "C")], assessed);
    expect(refusedWith(decided, remark(4, "J", "thank"), sitting("thank"))?.reason).toBe("separated");
    expect(refusedWith(decided, remark(4, "K", "thank"), sitting("thank"))).toBeNull();
  });

  test("and does not come to sit after what it did", () => {
    const own = taken([nominate(1, "J", "D")], proposed({ kin: ["J"] }));
    expect(refusedWith(own, assess(2, "B"), sitting("nominate"))?.reason).toBe("separated");
    // not yet: the state is not there
    expect(refusedWith(open, remark(2, "J"), sitting("remark"))).toBeNull();
  });
});

describe("separation over linked cases", () => {
  const first = taken([nominate(1, "A", "D"), assess(2, "B")], proposed({ id: "N-0", kin: ["K"] }));
  const second = taken([nominate(1, "A", "C"), assess(2, "E")], proposed({ links: ["N-0"] }));
  const kept = [
    rule(["assess", "decide"]),
    rule(["kin", "decide"], { id: "S-2" }),
    rule(["nominee", "decide"], { id: "S-3" }),
  ];

  test.each([
    ["an action in the case it names", "B", { rule: "S-1", with: { case: "N-0", entry: 2 } }],
    ["a party of the case it names", "K", { rule: "S-2", with: { case: "N-0", party: "kin" } }],
    ["a nominee of the case it names", "D", { rule: "S-3", with: { case: "N-0", party: "nominee" } }],
  ])("%s counts", (_, by, details) => {
    const found = refusedWith(second, decide(3, by), kept, { linked: [first] });
    expect(found).toMatchObject({ reason: "separated", details });
  });

  test("so it does where the other case names this one", () => {
    const later = { ...first, links: ["N-1"] };
    const own = taken([nominate(1, "A", "C"), assess(2, "E")]);
    expect(refusedWith(own, decide(3, "B"), kept, { linked: [later] })?.reason).toBe("separated");
  });

  test("a history that is not given refuses every separated step, and no other", () => {
    expect(refusedWith(second, decide(3, "F"), kept)).toEqual({
      reason: "separation-unknown",
      details: { rule: "S-1", missing: "linked", cases: ["N-0"] },
    });
    expect(refusedWith(second, remark(3, "F"), kept)).toBeNull();
    // becoming a party is separated too
    expect(refusedWith(second, nominate(3, "F", "G"), [rule(["nominee", "assess"])])?.reason).toBe(
      "separation-unknown",
    );
  });

  test("so does a link of a link", () => {
    const chained = { ...first, links: ["N-9"] };
    expect(refusedWith(second, decide(3, "F"), kept, { linked: [chained] })?.details).toMatchObject({ cases: ["N-9"] });
    expect(refusedWith(second, decide(3, "F"), kept, { linked: [chained, proposed({ id: "N-9" })] })).toBeNull();
  });

  test("the case itself among the others changes nothing", () => {
    expect(refusedWith(second, decide(3, "F"), kept, { linked: [first, second], elsewhere: [second] })).toBeNull();
  });

  test("a copy of it with another history, or one that goes on, is a mistake", () => {
    const meanwhile = taken([remark(3, "G")], second);
    const path = ["context", "linked", 1, "history"];
    expect(() => refusedWith(second, decide(4, "G"), kept, { linked: [first, meanwhile] })).toThrow(
      mistake("core/invalid-case", path, { id: "N-1" }),
    );
    const later = taken([decide(4, "F"), remark(5, "G", "thank")], second);
    const tried = () => refusedWith(second, decide(4, "F"), kept, { linked: [first, later] });
    expect(tried).toThrow(mistake("core/invalid-case", path, { id: "N-1" }));
    expect(tried).toThrow("context.linked.1.history: given before with another history");
  });

  test("a step that no rule is about does not look at the other cases", () => {
    const other = taken([nominate(1, "A", "E"), assess(2, "F")], proposed({ id: "N-0" }));
    expect(refusedWith(second, remark(3, "F"), kept, { linked: [first, other] })).toBeNull();
  });

  test("a case among the linked ones that no link leads to counts, and is not judged again", () => {
    const stranger = taken([nominate(1, "A", "C"), assess(2, "G"), decide(3, "E")], proposed({ id: "N-7" }));
    const own = taken([nominate(1, "A", "C"), assess(2, "E")]);
    expect(refusedWith(own, decide(3, "G"), kept, { linked: [stranger] })?.reason).toBe("separated");
    // E assessed here and decided there before: not the doing of this step
    expect(refusedWith(own, decide(3, "F"), kept, { linked: [stranger] })).toBeNull();
  });

  test("of two copies of another case the longer counts, and two that differ are a mistake", () => {
    const stale = { ...first, history: first.history.slice(0, 2) };
    expect(refusedWith(second, decide(3, "B"), kept, { linked: [stale], elsewhere: [first] })?.reason).toBe(
      "separated",
    );
    expect(refusedWith(second, decide(3, "B"), kept, { linked: [first, stale] })?.reason).toBe("separated");
    const other = taken([nominate(1, "A", "E"), assess(2, "F")], proposed({ id: "N-0" }));
    expect(() => refusedWith(second, decide(3, "G"), kept, { linked: [first], elsewhere: [other] })).toThrow(
      mistake("core/invalid-case", ["context", "elsewhere", 0, "history"]),
    );
  });

  test("what is elsewhere and leads here by its links is of the same matter", () => {
    const child = taken([nominate(1, "A", "C"), assess(2, "H")], proposed({ id: "N-5", links: ["N-1"] }));
    const grandchild = taken([nominate(1, "A", "C"), assess(2, "I")], proposed({ id: "N-6", links: ["N-5"] }));
    const stranger = taken([nominate(1, "A", "C"), assess(2, "J")], proposed({ id: "N-7" }));
    const elsewhere = [stranger, grandchild, child, first];
    for (const [by, reason] of [
      ["H", "separated"],
      ["I", "separated"],
      ["J", null],
      ["B", "separated"],
    ] as const) {
      expect([by, refusedWith(second, decide(3, by), kept, { elsewhere })?.reason ?? null]).toEqual([by, reason]);
    }
  });

  test("a rule certainly broken is told before one about which nobody can say", () => {
    const known = [rule(["kin", "decide"], { id: "S-0" }), ...kept];
    expect(refusedWith(second, decide(3, "E"), known)?.reason).toBe("separated");
  });

  test("so it is when a case is opened", () => {
    const appeal = proposed({ id: "N-9", links: ["N-0"], kin: ["B"] });
    const rules = [rule(["assess", "propose"]), rule(["kin", "assess"], { id: "S-2" })];
    const opening = (kase: Nomination, linked: readonly Nomination[] = [first]) => {
      const outcome = openCase(flow, kase, { policy: policyOf(...rules), linked });
      return outcome.ok ? null : [outcome.reason, outcome.details.rule];
    };
    const by = (person: string): Nomination => ({
      ...appeal,
      kin: [],
      history: [{ type: "propose", at: at(5), by: person }],
    });
    expect(opening(by("B"))).toEqual(["separated", "S-1"]);
    expect(opening(by("Z"))).toBeNull();
    expect(opening(by("Z"), [])).toEqual(["separation-unknown", "S-1"]);
    expect(opening(appeal)).toEqual(["separated", "S-2"]);
    expect(() => openCase(flow, first, { policy: policyOf() })).toThrow(
      mistake("core/invalid-case", ["kase", "history"]),
    );
  });
});

describe("an opening that is owed", () => {
  const owed = defineCaseFlow<State, Step, Refusal, Nomination, NominationPolicy, Note>({
    ...definition,
    opening: { ...definition.opening, isOwed: true },
  });
  const rules = [rule(["assess", "propose"]), rule(["kin", ["assess", "decide"]], { id: "S-2" })];
  const policy = policyOf(...rules);
  const first = taken([nominate(1, "A", "D"), assess(2, "B")], proposed({ id: "N-0" }));
  const later = proposed({
    id: "N-1",
    links: ["N-0"],
    kin: ["B"],
    history: [{ type: "propose", at: at(5), by: "B" }],
  });

  test("breaks no rule, by whoever takes it and whomever it names", () => {
    expect(openCase(owed, later, { policy, linked: [first] }).ok).toBe(true);
    expect(checkCase(owed, later, later, { policy, linked: [first] })).toEqual([]);
    expect(openCase(flow, later, { policy, linked: [first] }).ok).toBe(false);
  });

  test("counts for what follows, and not for what came before in a linked case", () => {
    const opened = proposed({ id: "N-0" });
    expect(checkCase(owed, opened, first, { policy, linked: [later] })).toEqual([]);
    const step = (by: string) => advance(owed, first, decide(6, by), { policy, linked: [later] });
    expect(step("B")).toMatchObject({
      ok: false,
      reason: "separated",
      details: { rule: "S-2", with: { case: "N-1" } },
    });
    expect(step("C").ok).toBe(true);
  });

  test("still has people that can be told apart", () => {
    const blank = { ...later, kin: ["B "] };
    expect(() => openCase(owed, blank, { policy, linked: [first] })).toThrow(
      mistake("core/invalid-case", ["kase", "history", 0]),
    );
  });
});

describe("separation that holds always", () => {
  const assessed = taken([nominate(1, "A", "D"), assess(2, "B")]);
  const kept = [rule(["assess", "decide"], { scope: "always" })];
  const other = taken([nominate(1, "A", "D"), assess(2, "F")], proposed({ id: "N-7" }));

  test("needs all other cases, or the word that there are none", () => {
    expect(refusedWith(assessed, decide(3, "F"), kept)).toEqual({
      reason: "separation-unknown",
      details: { rule: "S-1", missing: "elsewhere" },
    });
    expect(refusedWith(assessed, decide(3, "F"), kept, { elsewhere: [] })).toBeNull();
    expect(refusedWith(assessed, decide(3, "F"), kept, { elsewhere: [other] })).toMatchObject({
      reason: "separated",
      details: { with: { case: "N-7", action: "assess" } },
    });
  });

  test("a rule within the case does not look elsewhere", () => {
    expect(refusedWith(assessed, decide(3, "F"), [rule(["assess", "decide"])], { elsewhere: [other] })).toBeNull();
    // nor does it read who acted there
    const unread = proposed({ id: "N-6", history: [{ type: "propose", at: at(0), by: "F " }] });
    expect(refusedWith(assessed, decide(3, "F"), [rule(["assess", "decide"])], { elsewhere: [unread] })).toBeNull();
    expect(() => refusedWith(assessed, decide(3, "F"), kept, { elsewhere: [unread] })).toThrow(
      mistake("core/invalid-case", ["context", "elsewhere", 0, "history", 0]),
    );
  });

  test("beside a rule within the case each looks where it holds", () => {
    const rules = [
      rule(["assess", "decide"]),
      rule(["propose", "decide"], { id: "S-2", scope: "always" }),
      rule(["nominate", "decide"], { id: "S-3" }),
    ];
    // F assessed elsewhere, and A proposed there as well
    expect(refusedWith(assessed, decide(3, "F"), rules, { elsewhere: [other] })).toBeNull();
    const proposer = proposed({ id: "N-5", history: [{ type: "propose", at: at(0), by: "F" }] });
    expect(refusedWith(assessed, decide(3, "F"), rules, { elsewhere: [other, proposer] })?.details).toMatchObject({
      rule: "S-2",
      with: { action: "propose", case: "N-5" },
    });
  });
});

describe("separation by team", () => {
  const member = (person: string, team: string, from = 0, to?: number): TeamMembership => ({
    person,
    team,
    from: at(from),
    ...(to === undefined ? {} : { to: at(to) }),
  });
  const assessed = taken([nominate(1, "A", "D"), assess(10, "B")]);
  const kept = [rule(["assess", "decide"], { relation: "same-team" })];
  const under = (teams: readonly TeamMembership[] | undefined, by = "C") =>
    refusedWith(assessed, decide(30, by), kept, teams === undefined ? {} : { teams });

  test.each([
    ["one team then and now", [member("B", "T"), member("C", "T")], "separated"],
    ["one team then, another now", [member("B", "T"), member("C", "T", 0, 20), member("C", "U", 20)], "separated"],
    ["one team only now", [member("B", "U", 0, 20), member("B", "T", 20), member("C", "T", 0)], "separated"],
    [
      "the team the other was in when he acted",
      [member("B", "T", 0, 20), member("B", "U", 20), member("C", "V", 0, 25), member("C", "T", 25)],
      "separated",
    ],
    [
      "one team in between, neither then nor now",
      [member("B", "T", 0), member("C", "V", 0, 12), member("C", "T", 12, 30), member("C", "U", 30)],
      null,
    ],
    ["two teams", [member("B", "T"), member("C", "U")], null],
    ["somebody whose team nobody knows", [member("B", "T")], "separation-unknown"],
    ["somebody who was in a team long ago", [member("B", "T", 0, 5), member("C", "U")], "separation-unknown"],
    ["somebody who will be in a team", [member("B", "T"), member("C", "U", 31)], "separation-unknown"],
    ["somebody who left since", [member("B", "T", 0, 20), member("C", "U")], null],
    ["somebody who left since, from the same team", [member("B", "T", 0, 20), member("C", "T", 0)], "separated"],
    ["no teams given", undefined, "separation-unknown"],
  ] as const)("%s", (_, teams, reason) => {
    expect(under(teams)?.reason ?? null).toBe(reason);
  });

  test("to a fraction of a second", () => {
    const from = (person: string, team: string, moment: string): TeamMembership => ({ person, team, from: moment });
    const here = (fraction: string): TeamMembership[] => [
      from("B", "T", at(0)),
      from("C", "U", at(0)),
      from("C", "T", `2026-02-13T10:30:${fraction}+08:00`),
    ];
    const decided = (fraction: string, teams: TeamMembership[]) =>
      refusedWith(assessed, { ...decide(30, "C"), at: `2026-02-13T10:30:${fraction}+08:00` }, kept, { teams })?.reason;
    expect(decided("01.25", here("01.5"))).toBeUndefined();
    expect(decided("01.5", here("01.5"))).toBe("separated");
    expect(decided("01.75", here("01.5"))).toBe("separated");
    expect(decided("02.1", here("01.5"))).toBe("separated");
    expect(decided("01.9", here("02.1"))).toBeUndefined();
  });

  test("and names the rule, and who it is of whom nobody knows the team", () => {
    expect(under([member("B", "T")])?.details).toEqual({ rule: "S-1", missing: "teams", person: "C" });
    expect(under([member("C", "T")])?.details).toEqual({ rule: "S-1", missing: "teams", person: "B" });
  });

  test("whom nobody remembers from the last call", () => {
    const teams = [member("B", "T"), member("C", "U")];
    expect(under(teams)).toBeNull();
    teams.push(member("C", "T"));
    expect(under(teams)?.reason).toBe("separated");
  });

  test.each([
    ["reversed times", [member("B", "T", 20, 10)], ["teams", 0, "to"]],
    ["no person", [member("", "T")], ["teams", 0, "person"]],
    ["no team", [member("B", " ")], ["teams", 0, "team"]],
    ["no time", [{ person: "B", team: "T" }], ["teams", 0, "from"]],
    ["null", [null], ["teams", 0]],
    ["no list", {}, ["teams"]],
  ])("with %s is a mistake", (_, teams, path) => {
    expect(() => under(teams as never)).toThrow(expect.objectContaining({ name: "DomainError", path }));
  });

  test.each([
    [20, 10],
    [20, 20],
  ])("from minute %i to minute %i is told with both moments", (from, to) => {
    const tried = () => under([member("B", "T", from, to)]);
    expect(tried).toThrow(mistake("core/invalid-separation", ["teams", 0, "to"], { from: at(from), to: at(to) }));
    expect(tried).toThrow("teams.0.to: not after from");
  });

  test("one person is of one team, known or not", () => {
    expect(under([], "B")?.reason).toBe("separated");
  });
});

describe("separation rules are read", () => {
  const assessed = taken([nominate(1, "A", "D"), assess(2, "B")]);
  const path = (...rest: (string | number)[]) => ["separation", 0, ...rest];
  test.each([
    ["a misspelt action", rule(["asess", "decide"]), path("between", 0), { didYouMean: "assess" }],
    ["a party in the second place", rule(["assess", "nominee"]), path("between", 1), {}],
    ["a misspelt party", rule(["Kin ", "decide"]), path("between", 0), { didYouMean: "kin" }],
    ["three names", rule(["assess", "decide", "propose"] as never), path("between"), {}],
    [
      "a misspelt action in a list",
      rule(["assess", ["propose", "deside"]]),
      path("between", 1, 1),
      { didYouMean: "decide" },
    ],
    ["a party in a list", rule(["assess", ["nominee"]]), path("between", 1, 0), {}],
    ["an empty list", rule(["assess", []]), path("between", 1), { fewest: 1 }],
    ["one name", rule(["assess"] as never), path("between", 1), { received: "undefined" }],
    ["no name", rule([] as never), path("between", 0), { received: "undefined" }],
    [
      "a misspelt scope",
      rule(["assess", "decide"], { scope: "same_case" as never }),
      path("scope"),
      { didYouMean: "same-case" },
    ],
    [
      "a misspelt relation",
      rule(["assess", "decide"], { relation: "same-persons" as never }),
      path("relation"),
      { didYouMean: "same-person" },
    ],
    ["no source", rule(["assess", "decide"], { source: " " }), path("source"), {}],
    ["no id", rule(["assess", "decide"], { id: "" }), path("id"), {}],
    ["an unknown member", { ...rule(["assess", "decide"]), scopes: "always" }, path("scopes"), { didYouMean: "scope" }],
    ["null", null as never, path(), {}],
  ])("%s is a mistake", (_, kept, where, details) => {
    const tried = () => advance(flow, assessed, remark(3, "C"), { policy: policyOf(kept) });
    expect(tried).toThrow(mistake("core/invalid-separation", where, details));
  });

  test("are read again each time", () => {
    const kept = [rule(["assess", "decide"])];
    expect(refusedWith(assessed, remark(3, "C"), kept)).toBeNull();
    kept.push(rule(["asess", "decide"], { id: "S-2" }));
    expect(() => refusedWith(assessed, remark(3, "C"), kept)).toThrow(
      mistake("core/invalid-separation", ["separation", 1, "between", 0]),
    );
  });

  test("null is not no rules", () => {
    expect(() =>
      advance(flow, assessed, remark(3, "C"), { policy: { highest: 3, separation: null } as never }),
    ).toThrow(mistake("core/invalid-separation", ["separation"]));
  });

  test("an id used twice is a mistake", () => {
    const twice = [rule(["assess", "decide"]), rule(["propose", "decide"])];
    const tried = () => advance(flow, assessed, remark(3, "C"), { policy: policyOf(...twice) });
    expect(tried).toThrow(mistake("core/invalid-separation", ["separation", 1, "id"], { id: "S-1" }));
    expect(tried).toThrow("separation.1.id: used twice");
    const three = rule(["assess", "decide", "propose"] as never);
    expect(() => advance(flow, assessed, remark(3, "C"), { policy: policyOf(three) })).toThrow(
      "separation.0.between: not a pair",
    );
  });
});

describe("a rule with several actions on its second side", () => {
  const several = [rule(["assess", ["decide", "remark"]])];
  const assessed = taken([nominate(1, "A", "D"), assess(2, "B")]);

  test("keeps each of them from whoever is on the first", () => {
    expect(refusedWith(assessed, remark(3, "B"), several)).toMatchObject({
      reason: "separated",
      details: { rule: "S-1", action: "remark", with: { action: "assess" } },
    });
    expect(refusedWith(assessed, decide(3, "B"), several)).toMatchObject({ details: { action: "decide" } });
    expect(refusedWith(assessed, decide(3, "C"), several)).toBeNull();
  });

  test("in either order of time, and none of them from another", () => {
    const remarked = taken([nominate(1, "A", "D"), remark(2, "B")]);
    expect(refusedWith(remarked, assess(3, "B"), several)).toMatchObject({ details: { with: { action: "remark" } } });
    const both = taken([nominate(1, "A", "D"), assess(2, "E"), remark(3, "B")]);
    expect(refusedWith(both, decide(4, "B"), several)).toBeNull();
  });

  test("keeps a party from each", () => {
    const kept = [rule(["nominee", ["assess", "decide"]])];
    const nominated = taken([nominate(1, "A", "D")]);
    expect(refusedWith(nominated, assess(2, "D"), kept)).toMatchObject({ details: { with: { party: "nominee" } } });
    expect(refusedWith(assessed, decide(3, "D"), kept)).toMatchObject({ details: { action: "decide" } });
  });
});

describe("a flow", () => {
  test.each([
    [
      "conditions of an unknown step",
      { conditions: { asess: [] } },
      "conditions",
      "asess",
      "neither a step nor a note",
    ],
    [
      "a note that is a step",
      { notes: { remark: "always", thank: "always", decide: "always" } },
      "notes",
      "decide",
      "also a step",
    ],
    [
      "an opening that is a step",
      { opening: { type: "assess", issue: "x" } },
      "opening",
      "assess",
      "also a step or a note",
    ],
    ["a party that is an action", { parties: { witness: () => [] } }, "parties", "witness", "also an action"],
    ["an unknown last state", { over: ["decided", "done"] }, "over", "done", "not a state"],
    ["an act that is a step", { acts: { names: ["decide"], of: () => [] } }, "acts", "decide", "also an entry"],
    ["an act that is the opening", { acts: { names: ["propose"], of: () => [] } }, "acts", "propose", "also an entry"],
    ["an act named twice", { acts: { names: ["y", "x", "x"], of: () => [] } }, "acts", "x", "named twice"],
    [
      "a reason of casework's own",
      { conditions: { decide: [{ reason: "separated", unmet: () => null }] } },
      "conditions",
      "separated",
      "a reason of casework itself",
    ],
  ])("with %s is a mistake", (_, changes, member, name, words) => {
    const tried = () => defineCaseFlow({ ...definition, ...changes } as typeof definition);
    expect(tried).toThrow(mistake("core/invalid-case-flow", ["flow", member], { name }));
    expect(tried).toThrow(`flow.${member}: ${words}`);
  });

  test("stays as it was checked, whatever becomes of what it was made of", () => {
    const lists = { over: [...definition.over], names: [...(definition.acts?.names ?? [])] };
    const source = {
      ...definition,
      notes: { ...definition.notes },
      conditions: { ...definition.conditions },
      parties: { ...definition.parties },
      opening: { ...definition.opening },
      over: lists.over,
      acts: { of: () => [], names: lists.names },
      carried: { start: () => ({ nominee: null }), after: () => ({ nominee: null }) },
    };
    const before = { ...source, over: [...lists.over], acts: { ...source.acts, names: [...lists.names] } };
    const members = ["notes", "conditions", "parties", "opening", "acts", "carried"] as const;
    const kept = members.map((member) => [member, { ...before[member] }]);
    const made = defineCaseFlow<State, Step, Refusal, Nomination, NominationPolicy, Note>(source);
    for (const member of members)
      for (const name of Object.keys(source[member])) Reflect.deleteProperty(source[member], name);
    lists.over.push("open");
    lists.names.push("visit");
    expect(members.map((member) => [member, made[member]])).toEqual(kept);
    expect(made.over).toEqual(["decided"]);
    for (const part of [made, made.over, made.acts?.names, ...members.map((member) => made[member])]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  test("without acts and carried members has none", () => {
    const { acts, carried, ...rest } = definition;
    expect([acts, carried].every((member) => member !== undefined)).toBe(true);
    expect(Object.keys(defineCaseFlow<State, Step, Refusal, Nomination, NominationPolicy, Note>(rest)).sort()).toEqual(
      Object.keys(rest).sort(),
    );
  });

  test("may be a plain object, checked on first use", () => {
    expect(advance(definition, proposed(), nominate(1, "A", "D"), { policy: policyOf() }).ok).toBe(true);
    const wrong = { ...definition, over: ["done"] } as unknown as typeof definition;
    expect(() => advance(wrong, proposed(), nominate(1, "A", "D"), { policy: policyOf() })).toThrow(
      mistake("core/invalid-case-flow", ["flow", "over"]),
    );
  });
});

describe("replay and check", () => {
  const decided = taken([nominate(1, "A", "D"), assess(2, "B"), remark(3, "C"), decide(4, "C")]);

  test.each([
    ["nothing", [], 0],
    ["no opening", decided.history.slice(1), 0],
    ["two openings", [decided.history[0], ...decided.history], 1],
    ["an entry out of place", [...decided.history, decided.history[1]], 5],
  ])("a history with %s cannot be replayed", (_, history, index) => {
    const { type = null, at: moment = null } = (history as readonly Partial<CaseEntry>[])[index] ?? {};
    const tried = () => replay(flow, history as never);
    expect(tried).toThrow(mistake("core/invalid-case", ["history", index], { type, at: moment }));
    expect(tried).toThrow(`history.${String(index)}: does not follow from what came before`);
  });

  test("a history of the opening alone has what the flow carries from the start", () => {
    const { history } = proposed();
    expect(replay(flow, history)).toStrictEqual({ state: "open", nominee: null, history });
  });

  test("what was allowed under an earlier policy stays what it is, and the check says so", () => {
    const strict = policyOf(rule(["nominate", "assess"]), rule(["assess", "decide"], { id: "S-2" }));
    const old = taken([nominate(1, "A", "D"), assess(2, "A"), decide(3, "A")]);
    expect(replay(flow, old.history).state).toBe("decided");
    expect(checkCase(flow, proposed(), old, { policy: strict }).map(({ code, path }) => [code, path])).toEqual([
      ["nominations/separated", ["history", 2]],
      // without the assessment there is nothing to decide
      ["nominations/transition-not-allowed", ["history", 3]],
      ["nominations/state-differs", ["state"]],
    ]);
  });

  test.each([
    ["all is well", decided, []],
    ["another nominee", { ...decided, nominee: "Z" }, ["nominations/nominee-differs"]],
    [
      "no opening",
      { ...decided, history: decided.history.slice(1) },
      ["nominations/not-proposed-first", "nominations/nobody-nominated"],
    ],
    [
      "another opening",
      { ...decided, history: [{ type: "propose", at: at(1), by: "A" }, ...decided.history.slice(1)] },
      ["nominations/not-proposed-first"],
    ],
  ])("%s", (_, kase, codes) => {
    const issues = checkCase(flow, proposed(), kase as Nomination, { policy: policyOf() });
    for (const { path } of issues) expect(["history", "state", "nominee"]).toContain(path[0]);
    const found = issues.map(({ code }) => code);
    expect(found.slice(0, codes.length)).toEqual(codes);
    if (codes.length === 0) expect(found).toEqual([]);
  });

  test("a stored copy among the linked cases does not stop the check", () => {
    const kept = policyOf(rule(["assess", "decide"], { scope: "always" }));
    expect(checkCase(flow, proposed(), decided, { policy: kept, linked: [decided], elsewhere: [decided] })).toEqual([]);
  });

  test.each([
    ["no history", { ...decided, history: null }, ["history"]],
    ["an entry that is null", { ...decided, history: [decided.history[0], null] }, ["history", 1]],
    ["an entry without a type", { ...decided, history: [{ at: at(0), by: "A" }] }, ["history", 0, "type"]],
  ])("%s is an issue", (_, kase, path) => {
    expect(checkCase(flow, proposed(), kase as never, { policy: policyOf() })).toMatchObject([
      { code: "core/invalid-case", path },
    ]);
  });

  test.each([
    ["a null entry", [decided.history[0], null], ["history", 1]],
    ["null", null, ["history"]],
  ])("%s cannot be replayed", (_, history, path) => {
    expect(() => replay(flow, history as never)).toThrow(mistake("core/invalid-case", path));
  });

  test("opened by nobody, or at no time, is a mistake without any rule", () => {
    for (const [member, value] of [
      ["by", ""],
      ["at", "x"],
    ] as const) {
      const kase = proposed({ history: [{ type: "propose", at: at(0), by: "A", [member]: value }] });
      expect(() => openCase(flow, kase, { policy: policyOf() })).toThrow(
        expect.objectContaining({ path: ["kase", "history", 0, member] }),
      );
    }
  });

  test("an opening that differs is told with its type and its moment", () => {
    const kase = {
      ...decided,
      history: [{ type: "propose", at: at(1), by: "A" } as const, ...decided.history.slice(1)],
    };
    expect(checkCase(flow, proposed(), kase, { policy: policyOf() })[0]).toEqual({
      code: "nominations/not-proposed-first",
      path: ["history", 0],
      details: { type: "propose", at: at(1) },
    });
  });

  test.each<[string, unknown, unknown, boolean]>([
    ["the same data in another order", { a: 1, b: [{ c: 2, d: null }] }, { b: [{ d: null, c: 2 }], a: 1 }, true],
    ["other data", { a: 1, b: [2] }, { a: 1, b: [3] }, false],
    ["null where it was absent", undefined, null, true],
    ["nothing where it was null", null, undefined, true],
    ["nothing where there was data", { a: 1 }, undefined, false],
    ["data where it was null", null, { a: 1 }, false],
    ["a date for a date", new Date(0), new Date(0), false],
    ["data for a date", new Date(0), {}, false],
    ["no number for no number", Number.NaN, Number.NaN, false],
  ])("an opening that was stored with %s: the same is %s", (_, written, stored, isSame) => {
    const [opening] = proposed().history;
    const kase = (more: unknown): Nomination => proposed({ history: [{ ...opening, more } as never] });
    const issues = checkCase(flow, kase(written), kase(stored), { policy: policyOf() });
    expect(issues.map(({ code }) => code)).toEqual(isSame ? [] : ["nominations/not-proposed-first"]);
    // the very same entry is the same whatever it holds
    expect(checkCase(flow, kase(written), kase(written), { policy: policyOf() })).toHaveLength(
      written instanceof Date || !Number.isNaN(written) ? 0 : 1,
    );
  });

  test.each<[string, unknown, unknown, string]>([
    ["a case opened that is null", null, decided, "opened"],
    ["a case opened without a history", { ...proposed(), history: [] }, decided, "opened.history"],
    ["null", proposed(), null, "kase"],
    ["a list", proposed(), [decided], "kase"],
  ])("%s is not checked", (_, opened, kase, place) => {
    const { code, path } = refusalOf(() => checkCase(flow, opened as never, kase as never, { policy: policyOf() }));
    expect([code, path.join(".")]).toEqual(["core/invalid-case", place]);
  });

  describe("an entry that cannot be a step at all", () => {
    const [opening, nominated, assessed, remarked, last] = decided.history as readonly (Step | Note)[];
    const checked = (history: readonly unknown[], rules: readonly SeparationRule[] = [], context: Context = {}) =>
      checkCase(flow, proposed(), { ...decided, history } as Nomination, { policy: policyOf(...rules), ...context });

    test("is an issue at its own place, and left out of what follows", () => {
      const history = [opening, nominated, assessed, { ...remarked, by: "C " }, last];
      expect(checked(history)).toEqual([
        { code: "core/invalid-case", path: ["history", 3, "by"], details: { received: "string(2)" } },
      ]);
    });

    test("also where somebody else in it cannot be one, after entries that were left out", () => {
      const history = [opening, nominated, { ...remarked, by: "C " }, { ...assessed, witness: "W " }];
      expect(
        checked(history, [rule(["witness", "decide"]), rule(["witness", "assess"], { id: "S-2" })])
          .filter(({ code }) => code === "core/invalid-case")
          .map(({ path }) => path),
      ).toEqual([
        ["history", 2, "by"],
        ["history", 3],
      ]);
    });

    test("at its own place where it is the opening", () => {
      const kase = proposed({ history: [{ type: "propose", at: at(0), by: "A " }] });
      expect(checkCase(flow, kase, kase, { policy: policyOf() })).toEqual([
        { code: "core/invalid-case", path: ["history", 0, "by"], details: { received: "string(2)" } },
      ]);
    });

    test("is told at the place of another case where that is the mistake", () => {
      const one = taken([nominate(1, "A", "D")], proposed({ id: "N-0" }));
      const two = taken([nominate(1, "A", "E")], proposed({ id: "N-0" }));
      const kept = [rule(["assess", "decide"])];
      const issues = checked([opening, nominated, assessed], kept, { linked: [one, two] });
      expect(issues[0]).toEqual({
        code: "core/invalid-case",
        path: ["context", "linked", 1, "history"],
        details: { id: "N-0" },
      });
    });

    test("is no excuse for rules, teams or a flow that are wrong", () => {
      const { history } = decided;
      expect(() => checked(history, [rule(["asess", "decide"])])).toThrow(
        mistake("core/invalid-separation", ["separation", 0, "between", 0]),
      );
      const teams = [{ person: "B", team: "T", from: at(9), to: at(8) }];
      expect(() => checked(history, [rule(["assess", "decide"], { relation: "same-team" })], { teams })).toThrow(
        mistake("core/invalid-separation", ["teams", 0, "to"]),
      );
      const wrong: typeof definition = { ...definition, parties: { nominee: () => "D" as never } };
      const policy = policyOf(rule(["propose", "decide"]));
      expect(() => checkCase(wrong, proposed(), decided, { policy })).toThrow(
        mistake("core/invalid-case-flow", ["flow", "parties", "nominee"]),
      );
    });
  });

  test("other cases are asked about as they are given", () => {
    const first = taken([nominate(1, "A", "D"), assess(2, "C")], proposed({ id: "N-0" }));
    const opened = proposed({ links: ["N-0"] });
    const kase = { ...decided, links: ["N-0"] };
    for (const context of [{ linked: [first] }, { elsewhere: [first] }]) {
      const issues = checkCase(flow, opened, kase, { policy: policyOf(rule(["assess", "decide"])), ...context });
      expect(issues[0]).toMatchObject({ code: "nominations/separated", details: { with: { case: "N-0", entry: 2 } } });
    }
  });

  test("an action that the flow does not name is a mistake", () => {
    const changed: typeof definition = {
      ...definition,
      acts: { names: ["witness"], of: () => [{ action: "witnes", person: "B" }] },
    };
    const policy = policyOf(rule(["witness", "nominate"]));
    const tried = () => advance(changed, proposed(), nominate(1, "A", "D"), { policy });
    expect(tried).toThrow(mistake("core/invalid-case-flow", ["flow", "acts"], { name: "witnes" }));
    expect(tried).toThrow("flow.acts: gives an action it does not name");
  });

  test("a party function that gives no list is a mistake", () => {
    const changed: typeof definition = { ...definition, parties: { nominee: () => "D" as never } };
    const wrong = defineCaseFlow(changed);
    expect(() =>
      advance(wrong, proposed(), nominate(1, "A", "D"), { policy: policyOf(rule(["propose", "decide"])) }),
    ).toThrow(mistake("core/invalid-case-flow", ["flow", "parties", "nominee"]));
  });

  test("the opening is asked about separation too", () => {
    const opened = proposed({ kin: ["A"] });
    const found = checkCase(flow, opened, opened, { policy: policyOf(rule(["kin", "propose"])) });
    expect(found.map(({ code, path }) => [code, path])).toEqual([["nominations/separated", ["history", 0]]]);
  });
});

describe("a step that links a case", () => {
  type Linked = CaseRecord<"open" | "decided", LinkEntry>;
  type LinkEntry = CaseEntry & { readonly type: "open" | "assess" | "decide" | "link"; readonly to?: string };
  const linking = defineCaseFlow<
    "open" | "decided",
    LinkEntry & { readonly type: "decide" },
    never,
    Linked,
    readonly SeparationRule[],
    LinkEntry & { readonly type: "assess" | "link" }
  >({
    room: "matters",
    lifecycle: defineLifecycle<"open" | "decided", "decide">({
      initial: "open",
      table: { open: { decide: "decided" }, decided: {} },
    }),
    opening: { type: "open", issue: "not-opened-first" },
    over: [],
    notes: { assess: "always", link: "always" },
    conditions: {},
    carried: {
      start: () => ({ links: [] }),
      after: ({ links = [] }, { to }) => ({ links: to === undefined ? links : [...links, to] }),
    },
    parties: {},
    separation: (rules) => rules,
  });
  const entry = (type: LinkEntry["type"], minute: number, by: string): LinkEntry => ({ type, at: at(minute), by });
  const matter = (id: string, ...history: LinkEntry[]): Linked => ({
    id,
    state: "open",
    links: [],
    history: [entry("open", 0, "A"), ...history],
  });
  const kept = [rule(["assess", "decide"])];
  const link = { ...entry("link", 9, "Z"), type: "link", to: "M-2" } as const;
  const linkedTo = (other: Linked | null, kase = matter("M-1", entry("assess", 1, "B"))) => {
    const outcome = advance(linking, kase, link, { policy: kept, linked: other === null ? [] : [other] });
    return outcome.ok ? outcome.kase.links : [outcome.reason, outcome.details.with ?? outcome.details.cases];
  };

  test("is refused where it brings together what is kept apart", () => {
    expect(linkedTo(matter("M-2", entry("decide", 1, "C")))).toEqual(["M-2"]);
    expect(linkedTo(matter("M-2", entry("decide", 1, "B")))).toEqual([
      "separated",
      { action: "assess", person: "B", case: "M-1", entry: 1, at: at(1) },
    ]);
  });

  test("and where nobody gives the case it links", () => {
    expect(linkedTo(null)).toEqual(["separation-unknown", ["M-2"]]);
  });

  test("by its entry alone, where the links of a case are not for its history to decide", () => {
    const merging: typeof linking = { ...linking, links: ({ to }) => (to === undefined ? [] : [to]) };
    delete (merging as { carried?: unknown }).carried;
    const own = matter("M-1", entry("assess", 1, "B"));
    const linked = (other: Linked | null) =>
      advance(merging, own, link, { policy: kept, linked: other === null ? [] : [other] });
    const [missing, separated] = [linked(null), linked(matter("M-2", entry("decide", 1, "B")))];
    expect(missing.ok ? null : missing.details).toEqual({ rule: "S-1", missing: "linked", cases: ["M-2"] });
    expect(separated.ok ? null : separated.reason).toBe("separated");
    const other = matter("M-2", entry("assess", 1, "C"));
    const joined = orThrow(linked(other)).kase;
    // the case itself is as it was, and the two are one matter from then on, seen from either
    expect(joined.links).toEqual([]);
    const decide = (by: string) => ({ type: "decide", at: at(11), by }) as const;
    const blind = advance(merging, joined, decide("C"), { policy: kept });
    const seeing = advance(merging, joined, decide("C"), { policy: kept, elsewhere: [other] });
    const seen = advance(merging, other, decide("B"), { policy: kept, elsewhere: [joined] });
    expect([blind, seeing, seen].map((outcome) => (outcome.ok ? "ok" : outcome.reason))).toEqual([
      "separation-unknown",
      "separated",
      "separated",
    ]);
    expect(checkCase(merging, matter("M-1"), joined, { policy: kept, linked: [other] })).toEqual([]);
  });

  test("over everything the linked case leads to", () => {
    const far = matter("M-3", entry("decide", 1, "B"));
    const near = { ...matter("M-2"), links: ["M-3"] };
    const own = matter("M-1", entry("assess", 1, "B"));
    const outcome = advance(linking, own, link, { policy: kept, elsewhere: [far, near] });
    expect(outcome.ok ? null : outcome.details).toMatchObject({ rule: "S-1", with: { case: "M-1" } });
  });

  test("and once linked stays linked", () => {
    const unlinking: typeof linking = {
      ...linking,
      carried: { start: () => ({ links: [] }), after: (_, { to }) => ({ links: to === undefined ? [] : [to] }) },
    };
    const linked = orThrow(
      advance(unlinking, matter("M-1", entry("assess", 1, "B")), link, {
        policy: kept,
        linked: [matter("M-2", entry("assess", 1, "C"))],
      }),
    ).kase;
    const gone = orThrow(
      advance(unlinking, linked, entry("assess", 10, "D") as never, {
        policy: kept,
        linked: [matter("M-2", entry("assess", 1, "C"))],
      }),
    ).kase;
    expect(gone.links).toEqual([]);
    const decide = { type: "decide", at: at(11), by: "C" } as const;
    const elsewhere = [matter("M-2", entry("assess", 1, "C"))];
    const outcome = advance(unlinking, gone, decide, { policy: kept, elsewhere });
    expect(outcome.ok ? null : outcome.reason).toBe("separated");
  });

  test("not for what was together in the other case already", () => {
    const broken = matter("M-2", entry("assess", 1, "C"), entry("decide", 2, "C"));
    expect(linkedTo(broken, matter("M-1", entry("assess", 1, "D")))).toEqual(["M-2"]);
  });

  test("not for what an earlier link brought together, nor for what the case named without a word in its history", () => {
    const decided = matter("M-2", entry("decide", 1, "B"));
    const own = matter("M-1", entry("assess", 1, "B"));
    const linked = orThrow(advance(linking, own, link, { policy: [], linked: [decided] })).kase;
    const stored = { ...own, links: ["M-2"] };
    const other = { ...entry("assess", 10, "Y"), type: "assess" } as const;
    for (const kase of [linked, stored]) {
      const outcome = advance(linking, kase, other, { policy: kept, linked: [decided] });
      expect(outcome.ok ? outcome.kase.links : outcome.details).toEqual(["M-2"]);
    }
    // one more link brings nothing new of the first
    const more = { ...link, at: at(11), to: "M-3" };
    const outcome = advance(linking, linked, more, { policy: kept, linked: [decided, matter("M-3")] });
    expect(outcome.ok ? outcome.kase.links : outcome.details).toEqual(["M-2", "M-3"]);
  });

  test("not for a case beside them that no link leads to", () => {
    const beside = matter("M-9", entry("decide", 1, "B"));
    const own = matter("M-1", entry("assess", 1, "B"));
    const outcome = advance(linking, own, link, { policy: kept, linked: [matter("M-2"), beside] });
    expect(outcome.ok ? outcome.kase.links : outcome.details).toEqual(["M-2"]);
  });

  test("also for what two cases that it links have done", () => {
    const far = matter("M-3", entry("assess", 1, "C"));
    const near = { ...matter("M-2", entry("decide", 1, "C")), links: ["M-3"] };
    const outcome = advance(linking, matter("M-1"), link, { policy: kept, linked: [near, far] });
    expect(outcome.ok ? null : outcome.reason).toBe("separated");
  });

  test("replayed, the links are there", () => {
    const kase = orThrow(advance(linking, matter("M-1"), link, { policy: [] })).kase;
    expect(replay(linking, kase.history).links).toEqual(["M-2"]);
  });
});

describe("what is not a case, a flow or a context is refused at its place", () => {
  const assessed = taken([nominate(1, "A", "D"), assess(2, "B")]);
  const [opening, ...rest] = assessed.history;
  const refusedAt = (call: () => unknown) => {
    const { code, path } = refusalOf(call);
    return [code, path.join(".")];
  };
  const step = decide(3, "C");
  const entry = (changes: object): Nomination => ({
    ...assessed,
    history: [{ ...opening, ...changes } as never, ...rest],
  });

  test.each<[string, Nomination, string, string]>([
    ["an entry at no moment", entry({ at: "noon" }), "core/invalid-instant", "kase.history.0.at"],
    ["an entry without a type", entry({ type: undefined }), "core/invalid-case", "kase.history.0.type"],
    ["an entry by nobody", entry({ by: "" }), "core/invalid-case", "kase.history.0.by"],
    [
      "an entry with a misspelt member",
      { ...assessed, history: assessed.history.map((each) => renamed(each, "at", "At")) },
      "core/invalid-case",
      "kase.history.0.At",
    ],
    ["a misspelt member", { ...assessed, link: ["N-0"] } as never, "core/invalid-case", "kase.link"],
    ["a link that is a number", { ...assessed, links: [7] } as never, "core/invalid-case", "kase.links.0"],
    ["a state that is a number", { ...assessed, state: 7 } as never, "core/invalid-case", "kase.state"],
  ])("%s", (_, kase, code, path) => {
    expect(refusedAt(() => advance(flow, kase, step, { policy: policyOf() }))).toEqual([code, path]);
  });

  test.each<[string, unknown, string, string]>([
    ["no policy", {}, "core/invalid-case", "context.policy"],
    ["an undefined policy", { policy: undefined }, "core/invalid-case", "context.policy"],
    ["a misspelt member", { policy: policyOf(), link: [] }, "core/invalid-case", "context.link"],
    ["cases that are null", { policy: policyOf(), linked: null }, "core/invalid-case", "context.linked"],
    ["a case that is null", { policy: policyOf(), elsewhere: [null] }, "core/invalid-case", "context.elsewhere.0"],
    [
      "teams of somebody with a blank",
      { policy: policyOf(), teams: [{ person: "B ", team: "T", from: at(0) }] },
      "core/invalid-case",
      "teams.0.person",
    ],
    [
      "teams with a misspelt end",
      { policy: policyOf(), teams: [{ person: "B", team: "T", from: at(0), To: at(1) }] },
      "core/invalid-separation",
      "teams.0.To",
    ],
  ])("a context with %s, whether or not a rule asks for it", (_, context, code, path) => {
    const given = context as CaseContext<Nomination, NominationPolicy>;
    expect(refusedAt(() => advance(flow, assessed, step, given))).toEqual([code, path]);
    expect(refusedAt(() => openCase(flow, proposed(), given))).toEqual([code, path]);
    expect(refusedAt(() => checkCase(flow, proposed(), assessed, given))).toEqual([code, path]);
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "flow"],
    ["no lifecycle", { ...definition, lifecycle: undefined }, "flow.lifecycle"],
    ["a table for a lifecycle", { ...definition, lifecycle: lifecycle.table }, "flow.lifecycle"],
    ["a misspelt member", { ...definition, condition: {} }, "flow.condition"],
    ["an opening without an issue", { ...definition, opening: { type: "propose" } }, "flow.opening.issue"],
    ["a misspelt time of a note", { ...definition, notes: { remark: "untilover" } }, "flow.notes.remark"],
    ["a condition that is not a list", { ...definition, conditions: { decide: {} } }, "flow.conditions.decide"],
    [
      "a condition without a function",
      { ...definition, conditions: { decide: [{ reason: "grade-too-high" }] } },
      "flow.conditions.decide.0.unmet",
    ],
    ["a party that is a list", { ...definition, parties: { kin: [] } }, "flow.parties.kin"],
    ["no separation", { ...definition, separation: undefined }, "flow.separation"],
  ])("a flow with %s", (_, wrong, path) => {
    const given = wrong as typeof definition;
    for (const call of [
      () => defineCaseFlow(given),
      () => advance(given, assessed, step, { policy: policyOf() }),
      () => openCase(given, proposed(), { policy: policyOf() }),
      () => checkCase(given, proposed(), assessed, { policy: policyOf() }),
      () => replay(given, assessed.history),
    ]) {
      const [code, where] = refusedAt(call);
      expect([code, where?.startsWith(path)]).toEqual(["core/invalid-case-flow", true]);
    }
  });

  test("what is missing or wrong is told in words", () => {
    expect(() => advance(flow, assessed, step, { policy: undefined as never })).toThrow(
      "context.policy: missing; null for a flow that has none",
    );
    expect(() => advance(flow, assessed, { ...step, by: "C " }, { policy: policyOf() })).toThrow(
      "step.by: an id with blanks around, or with unseen or full-width signs or another dash than the hyphen in it",
    );
  });

  test("a step with a member that cannot be read", () => {
    const wrong = Object.defineProperty({ ...step }, "grade", {
      enumerable: true,
      get: () => {
        throw new RangeError("not now");
      },
    });
    expect(refusedAt(() => advance(flow, assessed, wrong, { policy: policyOf() }))).toEqual([
      "core/invalid-case",
      "step",
    ]);
  });
});

describe("a stored case with members of its own", () => {
  const kase = taken([nominate(1, "A", "D")]);
  const own = {
    ...kase,
    created_at: new Date(0),
    history: kase.history.map((entry, row) => ({ ...entry, row, seen: new Date(row) })),
  } as unknown as Nomination;

  test("is checked like one without", () => {
    expect(checkCase(flow, proposed(), own, { policy: policyOf() })).toEqual([]);
  });

  test("goes on like one without", () => {
    const next = orThrow(advance(flow, own, assess(2, "B"), { policy: policyOf() })).kase;
    expect(next).toMatchObject({ state: "assessed", created_at: new Date(0) });
  });

  test("whatever cannot be read of its entries is told of each, and nothing else is said", () => {
    const [first, second] = kase.history;
    const wrong = {
      ...kase,
      state: "decided",
      history: [
        { ...first, at: "noon" },
        { ...second, by: 7 },
      ],
    } as never;
    expect(checkCase(flow, proposed(), wrong, { policy: policyOf() }).map(({ code, path }) => [code, path])).toEqual([
      ["core/invalid-instant", ["history", 0, "at"]],
      ["core/invalid-case", ["history", 1, "by"]],
    ]);
  });
});
