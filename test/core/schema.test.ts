import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";

import {
  advance,
  countMeasure,
  defineCaseFlow,
  defineLifecycle,
  openItemBoard,
  shareMeasure,
  type CaseEntry,
  type CaseRecord,
  type Measure,
  type OpenItem,
  type SeparationRule,
} from "../../src/core/index.ts";
import { MeasureSchema, OpenItemSchema, separationRuleSchema } from "../../src/core/schema.ts";
import { refusalOf } from "../support/refusal.ts";

/** Paths of what a schema refuses; none when it takes the value. */
const pathsIn = (schema: z.ZodType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ path }) => path.join(".")) ?? [];

/** The value without one of its members. */
const without = (value: object, member: string): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== member));

const item: OpenItem = {
  id: "complaints/C-1/answer",
  kind: "answer",
  owner: "E-9",
  client: "K-77",
  title: "fees",
  origin: "C-1",
  since: "2026-02-10",
  due: "2026-02-20",
  notBefore: "2026-02-11",
  minutes: 30,
  slot: "am",
  mandatory: true,
  state: "done",
  closedOn: "2026-02-12",
};
const bare: OpenItem = {
  id: "complaints/C-1#0/answer",
  kind: "answer",
  owner: "E-9",
  title: "fees",
  origin: "C-1",
  since: "2026-02-10",
  due: null,
  mandatory: false,
  state: "open",
};

describe("an open item", () => {
  const boardOf = (value: unknown) => openItemBoard([value as OpenItem], { asOf: "2026-02-13", by: "owner" });

  test.each([
    ["with all members", item],
    ["with those it must have", bare],
    ["of a record in several parts", { ...bare, id: "loans/2026/L-1/answer" }],
    ["dropped", { ...item, state: "dropped" as const }],
  ])("%s is taken, and stays as it is", (_, value) => {
    const read = OpenItemSchema.parse(JSON.parse(JSON.stringify(value)));
    expect(read).toStrictEqual(value);
    expect(boardOf(read).issues).toEqual([]);
    expectTypeOf<z.output<typeof OpenItemSchema>>().toExtend<OpenItem>();
  });

  test.each<[string, readonly unknown[]]>([
    [
      "id",
      [null, "", "C-1", "complaints/answer", "complaints//answer", "/C-1/answer", "//C-1/answer", "complaints/C-1/", 7],
    ],
    ["kind", [null, "", " ", 7]],
    ["owner", [null, "", " ", 7]],
    ["client", [null, "", " ", 7]],
    ["title", [null, "", " ", 7]],
    ["origin", [null, "", " ", 7]],
    ["since", [null, "", "2026-02-30", "2026-2-3", 20260210]],
    ["due", ["", "2026-02-30", "soon", false]],
    ["notBefore", [null, "2026-02-30"]],
    ["minutes", [null, -1, 0.5, "30", 2 ** 53, Number.NaN]],
    ["slot", [null, "", "AM", "morning"]],
    ["mandatory", [null, "true", 1]],
    ["state", [null, "", "Open", "closed"]],
    ["closedOn", [null, "", "2026-02-30"]],
  ])("a wrong %s is refused where the board refuses it", (member, values) => {
    for (const value of values) {
      const wrong = { ...item, [member]: value };
      expect(pathsIn(OpenItemSchema, wrong)).toContain(member);
      expect(boardOf(wrong).issues).toMatchObject([{ path: [member] }]);
    }
  });

  test.each(Object.keys(bare))("is refused without %s", (member) => {
    expect(pathsIn(OpenItemSchema, without(bare, member))).toEqual([member]);
    expect(boardOf(without(bare, member)).issues).toMatchObject([{ path: [member] }]);
  });

  test("with a member nobody knows is refused, though a board takes it", () => {
    expect(pathsIn(OpenItemSchema, { ...item, row: 7 })).toEqual([""]);
    expect(boardOf({ ...item, row: 7 }).issues).toEqual([]);
  });

  test.each([
    ["an id of another kind", { ...item, kind: "review" }, "id"],
    ["closed though open", { ...item, state: "open" }, "closedOn"],
    ["done on no day", without(item, "closedOn"), "closedOn"],
    ["closed before it began", { ...item, closedOn: "2026-02-09" }, "closedOn"],
  ])("%s is left to the board", (_, value, path) => {
    expect(pathsIn(OpenItemSchema, value)).toEqual([]);
    expect(boardOf(value).issues).toMatchObject([{ path: [path] }]);
  });
});

describe("a measure", () => {
  const about = { subject: "E-9", orgUnit: "B-12", measure: "complaints/upheld", period: "2026-02" };
  const share = shareMeasure(about, ["C-1"], 3);

  test.each<[string, Measure]>([
    ["a count", countMeasure({ subject: "E-9", measure: "complaints/handled", period: "2026-02" }, ["C-1"])],
    ["a count of nothing", countMeasure(about, [])],
    ["a share", share],
    ["a share of nothing", shareMeasure(about, [], 0)],
    ["an amount", { ...about, in: "CNY", value: "-12.50", n: 1, records: ["T-1"] }],
    ["minutes", { ...about, in: "minutes", value: "90", n: 2, records: ["V-1", "V-2"] }],
  ])("%s is taken, and stays as it is", (_, measure) => {
    expect(MeasureSchema.parse(JSON.parse(JSON.stringify(measure)))).toStrictEqual(measure);
    expectTypeOf<z.output<typeof MeasureSchema>>().toExtend<Measure>();
  });

  test.each<[string, readonly unknown[]]>([
    ["subject", [null, "", " ", 7]],
    ["orgUnit", [null, "", " ", 7]],
    ["measure", [null, "", " ", 7]],
    ["period", [null, "", " ", 7]],
  ])("a wrong %s is refused where a new measure refuses it", (member, values) => {
    for (const value of values) {
      expect(pathsIn(MeasureSchema, { ...share, [member]: value })).toEqual([member]);
      const wrong = { ...about, [member]: value };
      expect(refusalOf(() => countMeasure(wrong, [])).path).toEqual(["of", member]);
    }
  });

  test.each<[string, unknown]>([
    ["records.0", { ...share, records: [""] }],
    ["records.1", { ...share, records: ["C-1", " "] }],
    ["records.1", { ...share, records: ["C-1", null] }],
    ["records", { ...share, records: "C-1" }],
    ["records", without(share, "records")],
    ["in", { ...share, in: "" }],
    ["value", { ...share, value: 0.3333 }],
    ["value", { ...share, value: "1e3" }],
    ["value", { ...share, value: "" }],
    ["value", without(share, "value")],
    ["n", { ...share, n: -1 }],
    ["n", { ...share, n: 0.5 }],
    ["of", { ...share, of: null }],
    ["of", { ...share, of: -1 }],
    ["", { ...share, note: "x" }],
  ])("wrong at %j is refused: %j", (path, value) => {
    expect(pathsIn(MeasureSchema, value)).toContain(path);
  });
});

describe("a separation rule", () => {
  const actions = ["register", "decide"] as const;
  const schema = separationRuleSchema([...actions, "client"], actions);
  type State = "new" | "registered" | "decided";
  interface Step extends CaseEntry {
    readonly type: (typeof actions)[number];
  }
  const flow = defineCaseFlow<State, Step, never, CaseRecord<State>, readonly SeparationRule[]>({
    room: "reports",
    lifecycle: defineLifecycle<State, Step["type"]>({
      initial: "new",
      table: { new: { register: "registered" }, registered: { decide: "decided" }, decided: {} },
    }),
    opening: { type: "receive", issue: "not-received-first" },
    over: ["decided"],
    notes: {},
    conditions: {},
    parties: { client: () => [] },
    separation: (rules) => rules,
  });
  const registered: CaseRecord<State> = {
    id: "R-1",
    state: "registered",
    history: [
      { type: "receive", at: "2026-02-13T09:00:00+08:00", by: "E-3" },
      { type: "register", at: "2026-02-13T09:30:00+08:00", by: "E-4" },
    ],
  };
  /** What a case says that is kept under the rule. */
  const caseUnder = (value: unknown) =>
    advance(
      flow,
      registered,
      { type: "decide", at: "2026-02-13T10:00:00+08:00", by: "E-5" },
      { policy: [value as SeparationRule], elsewhere: [], teams: [] },
    );

  const rule = {
    id: "decide-not-register",
    between: ["register", "decide"],
    scope: "same-case",
    relation: "same-person",
    source: "circular 4",
  } as const;

  test.each([
    ["of two actions", rule],
    ["of an action beside itself", { ...rule, between: ["decide", "decide"] as const }],
    ["of a party and an action, everywhere", { ...rule, between: ["client", "decide"] as const, scope: "always" }],
    ["of a team", { ...rule, relation: "same-team" }],
  ])("%s is taken, and stays as it is", (_, value) => {
    expect(() => caseUnder(value)).not.toThrow();
    expect(schema.parse(JSON.parse(JSON.stringify(value)))).toStrictEqual(value);
    expectTypeOf<z.output<typeof schema>>().toExtend<SeparationRule<"register" | "decide", "client">>();
  });

  test.each<[string, unknown]>([
    ["id", { ...rule, id: "" }],
    ["id", { ...rule, id: " " }],
    ["id", without(rule, "id")],
    ["between", { ...rule, between: ["register"] }],
    ["between", { ...rule, between: ["register", "decide", "decide"] }],
    ["between", { ...rule, between: "register" }],
    ["between.0", { ...rule, between: ["regster", "decide"] }],
    ["between.0", { ...rule, between: [null, "decide"] }],
    ["between.1", { ...rule, between: ["register", "client"] }],
    ["between.1", { ...rule, between: ["register", "toString"] }],
    ["scope", { ...rule, scope: "case" }],
    ["scope", without(rule, "scope")],
    ["relation", { ...rule, relation: "same" }],
    ["source", { ...rule, source: " " }],
    ["", { ...rule, note: "x" }],
  ])("wrong at %j is refused, as a case refuses it: %j", (path, value) => {
    expect(pathsIn(schema, value)).toEqual([path]);
    const { code, path: at } = refusalOf(() => caseUnder(value));
    expect(code).toBe("core/invalid-separation");
    // the schema names the object of a member nobody knows, and the list of an entry too few
    expect(at.join(".").startsWith(path === "" ? "separation.0." : `separation.0.${path}`)).toBe(true);
  });
});

describe("JSON Schemas", () => {
  test("of an open item: what must be there, and nothing else", () => {
    const schema = z.toJSONSchema(OpenItemSchema);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(new Set(schema.required)).toEqual(new Set(Object.keys(bare)));
    expect(new Set(Object.keys(schema.properties ?? {}))).toEqual(new Set(Object.keys(item)));
  });

  test("of a measure", () => {
    const schema = z.toJSONSchema(MeasureSchema);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(schema.required).toEqual(["subject", "measure", "in", "period", "value", "n", "records"]);
  });

  test("of a separation rule: a pair of the names given", () => {
    expect(z.toJSONSchema(separationRuleSchema(["a", "p"], ["a"]))).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: ["id", "between", "scope", "relation", "source"],
      properties: {
        between: {
          type: "array",
          prefixItems: [
            { enum: ["a", "p"] },
            { anyOf: [{ enum: ["a"] }, { type: "array", minItems: 1, items: { enum: ["a"] } }] },
          ],
        },
      },
    });
  });

  test("have patterns that any reader of JSON Schema understands", () => {
    for (const schema of [OpenItemSchema, MeasureSchema, separationRuleSchema(["a"], ["a"])]) {
      const written = JSON.stringify(z.toJSONSchema(schema), (key, value: unknown) => {
        if (key === "pattern") expect(() => new RegExp(String(value), "u")).not.toThrow();
        return value;
      });
      expect(written).not.toContain("[^]");
    }
  });
});
