import { describeValue, DomainError, type Path } from "../core/index.ts";
import { kindOfText } from "../core/inner.ts";
import type { TimeValueErrorDetails } from "./reasons.ts";
import type { NoSolutionReason } from "./types.ts";

/** Codes thrown by `time-value`. */
export type TimeValueErrorCode = keyof TimeValueErrorDetails;

/** Throws `time-value/out-of-domain` for one argument. */
export function refuseArgument(parameter: string, range: string, received: unknown): never {
  refuseAt([parameter], range, received);
}

/** Throws `time-value/out-of-domain` for a place inside an argument. */
export function refuseAt(path: Path, range: string, received: unknown): never {
  throw new DomainError<TimeValueErrorCode>("time-value/out-of-domain", `${path.join(".")}: ${range}`, path, {
    received: describeValue(received),
    ...kindOfText(received),
  });
}

/** Throws `time-value/no-solution`; `parameter` is the one to change to get an answer, `message` says the reason in English. */
export function refuseSolution(
  parameter: string,
  reason: NoSolutionReason,
  message: string,
  valuation?: { readonly valuation: number },
): never {
  throw new DomainError<TimeValueErrorCode>("time-value/no-solution", `${parameter}: ${message}`, [parameter], {
    reason,
    ...valuation,
  });
}

/** The code of every argument that is wrong. */
export const OUT_OF_DOMAIN = "time-value/out-of-domain" satisfies TimeValueErrorCode;

/** What is made of a list; a list whose entries cannot be read is refused. */
export function readEntries<T>(list: readonly unknown[], parameter: string, read: () => T): T {
  try {
    return read();
  } catch {
    return refuseArgument(parameter, "a list that can be read", list);
  }
}

/** A finite number. */
export function readFinite(value: number, parameter: string): number {
  return Number.isFinite(value) ? value : refuseArgument(parameter, "a finite number", value);
}

/** A finite number above 0. */
export function readPositive(value: number, parameter: string): number {
  return Number.isFinite(value) && value > 0 ? value : refuseArgument(parameter, "a finite number above 0", value);
}

/** An array of finite numbers. */
export function readNumbers(values: readonly number[], parameter: string): readonly number[] {
  const given: unknown = values;
  if (!Array.isArray(given)) return refuseArgument(parameter, "an array of finite numbers", given);
  const wrong = readEntries(values, parameter, () => values.findIndex((value) => !Number.isFinite(value)));
  return wrong < 0 ? values : refuseAt([parameter, wrong], "a finite number", values[wrong]);
}

/** A rate per period above −100 %. */
export function readRate(rate: number, parameter: string): number {
  return Number.isFinite(rate) && rate > -1 ? rate : refuseArgument(parameter, "a finite number above -1", rate);
}

/** When payments fall due: 0 (end of period) or 1 (beginning). */
export function readWhen(when: number): number {
  return when === 0 || when === 1 ? when : refuseArgument("when", "0 (end of period) or 1 (beginning)", when);
}

/** A result that a double can hold. */
export function readResult(value: number, parameter: string): number {
  if (Number.isFinite(value)) return value;
  return refuseSolution(parameter, "beyond-range", "the result is beyond the range of a double");
}
