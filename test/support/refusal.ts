import { expect } from "vitest";

import { isDomainError, type Details, type Path } from "../../src/core/index.ts";

/** What a call refuses, with code, path and details; a call that answers fails the test, and so does any other error. */
export function refusalOf(call: () => unknown): { code: string; path: Path; details: Details } {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    expect(error.message).not.toBe("");
    return { code: error.code, path: error.path, details: error.details };
  }
  return expect.unreachable(`not refused, answered with ${String(answer)}`);
}

/** The same as a matcher, for `toThrow`; the name of a parameter is the path to it. */
export const refusal = (code: string, at: string | Path, details: object): unknown =>
  expect.objectContaining({ name: "DomainError", code, path: typeof at === "string" ? [at] : at, details });
