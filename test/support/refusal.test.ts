import { expect, test } from "vitest";

import { DomainError } from "../../src/core/index.ts";
import { refusal, refusalOf } from "./refusal.ts";

const refuse = (message: string) => (): never => {
  throw new DomainError("room/reason", message, ["rows", 1], { limit: 2 });
};

test("a refusal is its code, path and details", () => {
  expect(refusalOf(refuse("too long"))).toStrictEqual({
    code: "room/reason",
    path: ["rows", 1],
    details: { limit: 2 },
  });
  expect(refuse("too long")).toThrow(refusal("room/reason", ["rows", 1], { limit: 2 }));
});

test.each([
  ["answers", () => 1n],
  ["answers with nothing", () => undefined],
  ["throws something else", () => (undefined as unknown as string).length],
  ["refuses without a word", refuse("")],
])("a call that %s fails the test", (_, call) => {
  expect(() => refusalOf(call)).toThrow();
});

test.each([
  ["code", refusal("room/other", ["rows", 1], { limit: 2 })],
  ["path", refusal("room/reason", ["rows", 2], { limit: 2 })],
  ["details", refusal("room/reason", ["rows", 1], { limit: 3 })],
])("another %s is another refusal", (_, other) => {
  expect(() => {
    expect(refuse("too long")).toThrow(other);
  }).toThrow();
});
