import { expect } from "vitest";

import { isDomainError } from "../../src/core/index.ts";

/** What a call throws, as data: code, path and details. */
export function refusal(call: () => unknown): { code: string; path: readonly unknown[]; details: unknown } {
  try {
    call();
  } catch (e) {
    if (!isDomainError(e)) throw e;
    expect(e.message).not.toBe("");
    return { code: e.code, path: e.path, details: e.details };
  }
  throw new Error("nothing was thrown");
}
