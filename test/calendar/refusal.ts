import { expect } from "vitest";

/** What a call refuses, with code, path and details; a call that answers fails the test. */
export function refusalOf(call: () => unknown): { code: unknown; path: unknown; details: unknown } {
  try {
    call();
  } catch (error) {
    const { name, code, path, details } = error as { name: unknown; code: unknown; path: unknown; details: unknown };
    expect(name).toBe("DomainError");
    return { code, path, details };
  }
  return expect.unreachable("the call did not refuse");
}
