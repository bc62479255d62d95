import { expect, test } from "vitest";

import { allowedEvents, defineLifecycle, orThrow, transition } from "../../src/core/index.ts";

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
