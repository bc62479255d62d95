import { describe, expect, test } from "vitest";

import {
  attitudeAt,
  checkClientFile,
  knownAt,
  secondContacts,
  type AttitudeEvidence,
  type ClientFact,
  type DerivedFact,
  type RawFact,
} from "../../../src/client/index.ts";
import { openItemBoard } from "../../../src/core/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { assigned, company, person } from "../files.ts";

const raw = (feature: string, asOf: string, changes: Partial<RawFact> = {}): RawFact => ({
  feature,
  dataType: "behavioural",
  group: "purchase",
  value: "v",
  source: "visit",
  asOf,
  ...changes,
});
const derived = (
  feature: string,
  asOf: string,
  from: readonly string[],
  changes: Partial<DerivedFact> = {},
): DerivedFact => ({
  feature,
  dataType: "derived",
  value: "0.7",
  source: "model run 12",
  asOf,
  derivation: { rule: "affinity", version: "3", from },
  ...changes,
});
const issuesOf = (...facts: readonly ClientFact[]): readonly object[] => checkClientFile(company({ facts }));

describe("the latest value of a feature", () => {
  test("is about the day or earlier; of one day the one that stands last", () => {
    const facts = [
      raw("x", "2026-02-01", { value: "late" }),
      raw("x", "2026-01-01", { value: "early" }),
      raw("x", "2026-02-01", { value: "later in the file" }),
      raw("y", "2026-03-01", { value: { amount: "12.50", currency: "CNY" } }),
      derived("a", "2026-02-03", ["x"], { value: true }),
    ];
    const rows = (day: string) =>
      knownAt({ facts }, day).map(({ feature, fact, ageDays }) => [feature, fact.value, ageDays]);
    expect(rows("2025-12-31")).toStrictEqual([]);
    expect(rows("2026-01-31")).toStrictEqual([["x", "early", 30]]);
    expect(rows("2026-03-01")).toStrictEqual([
      ["a", true, 26],
      ["x", "later in the file", 28],
      ["y", { amount: "12.50", currency: "CNY" }, 0],
    ]);
  });

  test("by what was known then, or by what is known since", () => {
    const facts = [
      raw("x", "2026-01-01", { entry: "1", value: "wrong", recordedOn: "2026-01-02" }),
      raw("x", "2026-01-01", { corrects: "1", value: "right", recordedOn: "2026-02-02" }),
    ];
    const value = (day: string, options = {}) => knownAt({ facts }, day, options)[0]?.fact.value;
    expect(value("2026-01-01")).toBeUndefined();
    expect(value("2026-01-31")).toBe("wrong");
    expect(value("2026-01-31", { knownOn: "2026-02-02" })).toBe("right");
    expect(value("2026-02-02")).toBe("right");
    expect(value("2026-03-01", { knownOn: "2026-02-01" })).toBe("wrong");
  });

  test("of a file without facts there is none; what cannot be read is refused at its place", () => {
    expect(knownAt({}, "2026-01-01")).toStrictEqual([]);
    expect(knownAt({ facts: null } as never, "2026-01-01")).toStrictEqual([]);
    const bad = (facts: unknown, options: object = {}) =>
      refusalOf(() => knownAt({ facts } as never, "2026-01-01", options));
    expect(bad([{ ...raw("x", "2026-01-01"), value: 7 }]).path).toStrictEqual(["client", "facts", 0, "value"]);
    expect(bad([{ ...raw("x", "2026-01-01"), value: { amount: "1" } }]).path).toStrictEqual([
      ...["client", "facts", 0, "value", "currency"],
    ]);
    expect(bad([{ ...raw("x", "2026-01-01"), dataType: "behaviour" }])).toMatchObject({
      code: "client/invalid-input",
      path: ["client", "facts", 0, "dataType"],
    });
    expect(bad([{ ...derived("x", "2026-01-01", []) }]).path).toStrictEqual([
      ...["client", "facts", 0, "derivation", "from"],
    ]);
    expect(bad([], { knownon: "2026-01-01" }).details).toMatchObject({ didYouMean: "knownOn" });
  });
});

describe("raw is never mixed with derived", () => {
  test("a derived value in a group of raw features is refused, and so is a raw one with a derivation", () => {
    const inGroup = { ...derived("d", "2026-01-01", ["x"]), group: "account" };
    const withRule = { ...raw("x", "2026-01-01"), derivation: derived("d", "2026-01-01", ["x"]).derivation };
    for (const [fact, feature, reason, member] of [
      [inGroup, "d", "derived-in-raw-group", "group"],
      [withRule, "x", "raw-with-derivation", "derivation"],
    ] as const) {
      const expected = { code: "client/raw-and-derived", details: { feature, reason } };
      expect(refusalOf(() => knownAt({ facts: [fact as ClientFact] }, "2026-01-01"))).toMatchObject({
        ...expected,
        path: ["client", "facts", 0, member],
      });
      expect(issuesOf(raw("x", "2025-01-01"), fact as ClientFact)).toStrictEqual([
        { ...expected, path: ["facts", 1, member] },
      ]);
    }
  });

  test("a feature is one or the other in the whole file", () => {
    expect(issuesOf(raw("x", "2026-01-01"), derived("x", "2026-02-01", ["y"]), raw("y", "2026-01-01"))).toStrictEqual([
      {
        code: "client/raw-and-derived",
        path: ["facts", 1, "feature"],
        details: { feature: "x", reason: "raw-elsewhere" },
      },
    ]);
  });

  test("what a value was derived from is in the file, by the day; itself does not count", () => {
    const facts = [raw("x", "2026-01-01"), derived("d", "2026-02-01", ["x"]), derived("e", "2026-02-01", ["d", "x"])];
    expect(issuesOf(...facts)).toStrictEqual([]);
    expect(issuesOf(raw("x", "2026-02-02"), derived("d", "2026-02-01", ["x", "z", "d"]))).toStrictEqual(
      ["x", "z", "d"].map((input, at) => ({
        code: "client/derived-from-unknown",
        path: ["facts", 1, "derivation", "from", at],
        details: { feature: "d", input, asOf: "2026-02-01" },
      })),
    );
  });

  test("no value goes back to itself through others of its day", () => {
    const day = "2026-02-01";
    const circle = [derived("a", day, ["b"]), derived("b", day, ["c"]), derived("c", day, ["a", "x"])];
    expect(issuesOf(raw("x", day), ...circle, derived("d", day, ["a"]))).toStrictEqual(
      [
        ["a", "b"],
        ["b", "c"],
        ["c", "a"],
      ].map(([feature, input], at) => ({
        code: "client/derived-in-circle",
        path: ["facts", at + 1, "derivation", "from", 0],
        details: { feature, input, asOf: day },
      })),
    );
    // b of February from a of January is a history, not a circle
    const facts = [raw("x", "2026-01-01"), derived("b", "2026-01-01", ["x"]), derived("a", "2026-01-15", ["b"])];
    expect(issuesOf(...facts, derived("b", day, ["a"]))).toStrictEqual([]);
  });

  test("all that is wrong with a value is found", () => {
    const fact = { ...raw("", "2026-02-30"), dataType: "profil", group: "purchases" };
    expect(issuesOf(fact as never)).toMatchObject([
      { path: ["facts", 0, "feature"] },
      { code: "core/invalid-date", path: ["facts", 0, "asOf"] },
      { path: ["facts", 0, "dataType"], details: { didYouMean: "profile" } },
    ]);
    expect(issuesOf({ ...raw("x", "2026-02-01"), group: "purchases" } as never)).toMatchObject([
      { path: ["facts", 0, "group"], details: { didYouMean: "purchase" } },
    ]);
  });
});

describe("the attitude of a client", () => {
  const seen = (on: string, changes: Partial<AttitudeEvidence> = {}): AttitudeEvidence => ({
    segment: "positive",
    on,
    hasIntent: true,
    channel: "meeting",
    evidence: "asked for a quotation",
    by: "E-1",
    ...changes,
  });

  test("is that of the latest evidence, with its age; no evidence is not neutral", () => {
    const attitudes = [
      seen("2026-02-20", { entry: "1" }),
      seen("2026-01-12", { segment: "resistant", hasIntent: false }),
      seen("2026-02-20", { corrects: "1", segment: "neutral", hasIntent: false }),
    ];
    expect(attitudeAt({ attitudes }, "2026-01-11")).toBeNull();
    expect(attitudeAt({ attitudes }, "2026-02-19")).toMatchObject({
      segment: "resistant",
      on: "2026-01-12",
      ageDays: 38,
    });
    expect(attitudeAt({ attitudes }, "2026-02-20")).toStrictEqual({
      segment: "neutral",
      on: "2026-02-20",
      ageDays: 0,
      evidence: attitudes[2],
    });
    expect(attitudeAt({}, "2026-02-20")).toBeNull();
  });

  const items = (attitudes: readonly AttitudeEvidence[], options = {}, managers = [assigned("E-7", "2024-01-01")]) =>
    secondContacts({ id: "C-1", attitudes, managers }, { asOf: "2026-03-31", ...options }).map(
      ({ since, state, closedOn, due, owner }) => [since, state, closedOn ?? null, due, owner],
    );

  test("positive and with an intent: a second contact is owed, of which the source names no day", () => {
    expect(items([seen("2026-02-20")])).toStrictEqual([["2026-02-20", "open", null, null, "E-7"]]);
    expect(items([seen("2026-02-20")], { withinDays: 7 })).toStrictEqual([
      ["2026-02-20", "open", null, "2026-02-27", "E-7"],
    ]);
    expect(items([seen("2026-02-20")], {}, [])).toStrictEqual([["2026-02-20", "open", null, null, "E-1"]]);
    for (const none of [{ hasIntent: false }, { segment: "neutral" }, { segment: "resistant" }] as const) {
      expect(items([seen("2026-02-20", none)])).toStrictEqual([]);
    }
  });

  test("a meeting or a call of a later day is the second one, and opens none; a message is not", () => {
    const first = seen("2026-02-20");
    const then = (changes: Partial<AttitudeEvidence>) => items([first, seen("2026-02-25", changes)]);
    const done = [["2026-02-20", "done", "2026-02-25", null, "E-7"]];
    expect(then({ channel: "phone" })).toStrictEqual(done);
    expect(then({ channel: "meeting", segment: "resistant", hasIntent: false })).toStrictEqual(done);
    const open = [["2026-02-20", "open", null, null, "E-7"]];
    for (const channel of ["sms", "letter", "email", "other"] as const) expect(then({ channel })).toStrictEqual(open);
    expect(items([first, seen("2026-02-20", { channel: "phone" })])).toStrictEqual(open);
    expect(items([first, seen("2026-02-25")], { asOf: "2026-02-24" })).toStrictEqual(open);
    expect(items([seen("2026-03-10"), first, seen("2026-02-25")])).toStrictEqual([
      ...done,
      ["2026-03-10", "open", null, null, "E-7"],
    ]);
  });

  test("the items go on a board as they are", () => {
    const board = openItemBoard(
      secondContacts(
        { id: "C-1", attitudes: [seen("2026-02-20")], managers: [] },
        { asOf: "2026-03-31", withinDays: 7 },
      ),
      { asOf: "2026-03-31", by: "owner" },
    );
    expect(board.issues).toStrictEqual([]);
    expect(board.overdue).toHaveLength(1);
  });

  test("evidence of a person is checked with the file", () => {
    const bad = person({
      attitudes: [{ ...seen("2026-02-20"), segment: "optimistic" as never, recordedOn: "2026-02-19" }],
    });
    expect(checkClientFile(bad)).toMatchObject([
      { code: "client/invalid-input", path: ["attitudes", 0, "segment"] },
      {
        code: "client/recorded-too-early",
        path: ["attitudes", 0, "recordedOn"],
        details: { recordedOn: "2026-02-19", on: "2026-02-20" },
      },
    ]);
    expect(refusalOf(() => secondContacts(bad, { asOf: "2026-03-01" })).path).toStrictEqual([
      ...["client", "attitudes", 0, "segment"],
    ]);
    expect(refusalOf(() => secondContacts(company(), { asOf: "2026-03-01", withinDays: 0 })).path).toStrictEqual([
      ...["options", "withinDays"],
    ]);
  });
});
