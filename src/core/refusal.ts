import { describeValue, DomainError, type CoreErrorCode } from "./errors.ts";

/** Refuses the value of a parameter; a dotted name is split into a path. */
export function refuseValue(
  code: CoreErrorCode,
  parameter: string,
  reason: string,
  received: unknown,
  limits?: { readonly min: number; readonly max: number },
): never {
  throw new DomainError(code, `${parameter}: ${reason}`, parameter.split("."), {
    received: describeValue(received),
    ...limits,
  });
}
