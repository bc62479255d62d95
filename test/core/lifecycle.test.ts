import { describe, expect, test } from "vitest";

import { allowedEvents, defineLifecycle, orThrow, transition } from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";

const plan = defineLifecycle({
  initial: "draft",
  table: {
    draft: { submit: "submitted" },
    submitted: { approve: "approved", reject: "draft" },
    approved: {},
  },
});

test("an allowed event leads to the state of the table", () => {
  expect(transition(plan, "submitted", "reject")).toStrictEqual({
    ok: true,
    from: "submitted",
    event: "reject",
    to: "draft",
  });
});

test("a refusal says what was allowed instead", () => {
  expect(transition(plan, "submitted", "submit")).toStrictEqual({
    ok: false,
    reason: "transition-not-allowed",
    from: "submitted",
    event: "submit",
    allowed: ["approve", "reject"],
  });
  expect(allowedEvents(plan, "approved")).toStrictEqual([]);
});

test("names every object inherits are no events", () => {
  expect(transition(plan, "draft", "toString" as "submit").ok).toBe(false);
});

test("an event without target is no event, whether listed or not", () => {
  const table = { a: { go: undefined, stay: "a" } } as unknown as Record<"a", Record<"go" | "stay", "a">>;
  const lifecycle = defineLifecycle({ initial: "a", table });
  expect(allowedEvents(lifecycle, "a")).toStrictEqual(["stay"]);
  expect(transition(lifecycle, "a", "go")).toMatchObject({ ok: false, allowed: ["stay"] });
});

test("a table changed afterwards changes no lifecycle", () => {
  const table: Record<"a" | "b", Record<string, "a" | "b">> = { a: { go: "b" }, b: {} };
  const lifecycle = defineLifecycle<"a" | "b", string>({ initial: "a", table });
  table.a = {};
  table.b["back"] = "a";
  expect(allowedEvents(lifecycle, "a")).toStrictEqual(["go"]);
  expect(allowedEvents(lifecycle, "b")).toStrictEqual([]);
  expect(Object.isFrozen(lifecycle.table) && Object.isFrozen(lifecycle.table.a)).toBe(true);
});

test.each(["shredded", "constructor", "__proto__"])("a state the table does not know, %s, is refused", (state) => {
  const refused = expect.objectContaining({
    code: "core/unknown-state",
    path: ["state"],
    details: { received: `string(${String(state.length)})`, states: ["draft", "submitted", "approved"] },
  }) as Error;
  expect(() => transition(plan, state as "draft", "submit")).toThrow(refused);
  expect(() => allowedEvents(plan, state as "draft")).toThrow(refused);
});

test("a table with a target nobody declared, or a state nobody reaches, is refused", () => {
  const table = { a: { go: "b" } } as unknown as Record<"a" | "b", Record<string, "a" | "b">>;
  expect(() => defineLifecycle({ initial: "a", table })).toThrow(
    expect.objectContaining({
      code: "core/invalid-transition-table",
      path: ["table", "b"],
      details: { state: "b" },
    }),
  );
  expect(() =>
    defineLifecycle<"a" | "island", "swim">({ initial: "a", table: { a: {}, island: { swim: "a" } } }),
  ).toThrow(expect.objectContaining({ path: ["table", "island"] }));
  expect(() => defineLifecycle<string, string>({ initial: "z", table: { a: {} } })).toThrow(
    expect.objectContaining({ path: ["table", "z"] }),
  );
});

test("orThrow narrows success and names the reason of a refusal", () => {
  expect(orThrow(transition(plan, "draft", "submit")).to).toBe("submitted");
  expect(() => orThrow(transition(plan, "draft", "approve"))).toThrow(
    expect.objectContaining({
      code: "core/outcome-refused",
      path: [],
      details: { reason: "transition-not-allowed" },
    }),
  );
  const found = { status: "not-a-customer" } as { status: "classified"; type: string } | { status: "not-a-customer" };
  expect(() => orThrow(found, "classified")).toThrow(
    expect.objectContaining({
      code: "core/outcome-refused",
      path: ["status"],
      details: { reason: "not-a-customer", expected: "classified" },
    }),
  );
});

const door = { initial: "closed", table: { closed: { open: "opened" }, opened: {} } };

test.each<[string, unknown, readonly (string | number)[]]>([
  ["nothing", undefined, ["definition"]],
  ["a list", [door], ["definition"]],
  ["no table", { initial: "closed" }, ["definition", "table"]],
  ["a misspelt member", { ...door, tabel: {} }, ["definition", "tabel"]],
  ["no initial state", { table: door.table }, ["definition", "initial"]],
  ["a number for a state", { ...door, initial: 7 }, ["definition", "initial"]],
  ["a row that is null", { ...door, table: { closed: null } }, ["definition", "table", "closed"]],
  ["a target that is null", { ...door, table: { closed: { open: null } } }, ["definition", "table", "closed", "open"]],
])("%s is not a transition table", (_, definition, path) => {
  expect(refusalOf(() => defineLifecycle(definition as never))).toMatchObject({
    code: "core/invalid-transition-table",
    path,
  });
});

test.each<[string, unknown, readonly string[]]>([
  ["nothing", undefined, ["lifecycle"]],
  ["a definition", door, ["lifecycle", "states"]],
  ["a text", "door", ["lifecycle"]],
  ["a row that is a list", { ...plan, table: { ...plan.table, draft: [] } }, ["lifecycle", "table", "draft"]],
])("%s is not a lifecycle", (_, lifecycle, path) => {
  const refused = { code: "core/invalid-transition-table", path };
  expect(refusalOf(() => allowedEvents(lifecycle as never, "draft"))).toMatchObject(refused);
  expect(refusalOf(() => transition(lifecycle as never, "draft", "submit"))).toMatchObject(refused);
});

test("a lifecycle that went through JSON is one", () => {
  const stored = JSON.parse(JSON.stringify(plan)) as typeof plan;
  expect(transition(stored, "draft", "submit").ok).toBe(true);
});

test.each([[undefined], [null], [7], [["submit"]]])("%j is not an event, and shown by its kind", (event) => {
  const outcome = transition(plan, "draft", event as never);
  expect(outcome).toMatchObject({ ok: false, allowed: ["submit"] });
  expect(typeof outcome.event).toBe("string");
});

test("a list of one state is not that state", () => {
  expect(refusalOf(() => allowedEvents(plan, ["draft"] as never))).toMatchObject({ code: "core/unknown-state" });
});

test.each<[string, object]>([
  ["table: the initial state is not in the table", { initial: "z", table: { a: {} } }],
  ["table: an event leads to a state that is not in the table", { initial: "a", table: { a: { go: "b" } } }],
  ["table: no event leads to this state", { initial: "a", table: { a: {}, b: { go: "a" } } }],
])("a broken table is refused in words: %s", (message, definition) => {
  expect(() => defineLifecycle(definition as never)).toThrow(message);
});

describe("an outcome that is not the one hoped for", () => {
  test("is named in the message", () => {
    expect(() => orThrow({ ok: false, reason: "no-root" })).toThrow("outcome: refused, no-root");
    expect(() => orThrow({ status: "pending" }, "done")).toThrow("outcome: status is pending");
  });

  test.each<[string, unknown, readonly string[]]>([
    ["without a reason", { ok: false }, ["outcome", "reason"]],
    ["with a blank reason", { ok: false, reason: " " }, ["outcome", "reason"]],
    ["with a text for a flag", { ok: "false", reason: "no-root" }, ["outcome", "ok"]],
    ["without a status", {}, ["outcome", "status"]],
    ["that is null", null, ["outcome"]],
    ["that is a list", [{ ok: true }], ["outcome"]],
  ])("%s is none", (_, outcome, path) => {
    expect(refusalOf(() => orThrow(outcome as never))).toMatchObject({ code: "core/invalid-outcome", path });
  });
});
