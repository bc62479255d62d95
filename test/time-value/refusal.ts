import { expect } from "vitest";

import type { TimeValueErrorCode } from "../../src/time-value/index.ts";

/** Matches the error thrown for an argument, or for a place inside one. */
export const refusal = (
  code: TimeValueErrorCode,
  at: string | readonly (string | number)[],
  details: object,
): unknown => expect.objectContaining({ name: "DomainError", code, path: typeof at === "string" ? [at] : at, details });
