import { describeValue, DomainError, type Path } from "../core/index.ts";

/**
 * Codes thrown by `time-value`.
 *
 * `time-value/out-of-domain`: an argument outside its range, or no finite number. `time-value/no-solution`: every
 * argument is in range, yet no finite number answers (a payment below the interest, a result beyond the range of
 * doubles).
 */
export type TimeValueErrorCode = "time-value/out-of-domain" | "time-value/no-solution";

/** Throws `time-value/out-of-domain` for one argument. */
export function refuseArgument(parameter: string, range: string, received: unknown): never {
  throw new DomainError<TimeValueErrorCode>("time-value/out-of-domain", `${parameter}: ${range}`, [parameter], {
    received: describeValue(received),
  });
}

/** Throws `time-value/out-of-domain` for a place inside an argument. */
export function refuseAt(path: Path, range: string, received: unknown): never {
  throw new DomainError<TimeValueErrorCode>("time-value/out-of-domain", `${path.join(".")}: ${range}`, path, {
    received: describeValue(received),
  });
}

/** Throws `time-value/no-solution`; `parameter` is the one whose value could be another to get an answer. */
export function refuseSolution(parameter: string, reason: string): never {
  throw new DomainError<TimeValueErrorCode>("time-value/no-solution", `${parameter}: ${reason}`, [parameter], {
    reason,
  });
}

/** A finite number, checked. */
export function checkFinite(value: number, parameter: string): void {
  if (!Number.isFinite(value)) refuseArgument(parameter, "a finite number", value);
}

/** A finite number above 0, checked. */
export function checkPositive(value: number, parameter: string): void {
  if (!(Number.isFinite(value) && value > 0)) refuseArgument(parameter, "a finite number above 0", value);
}

/** An array of finite numbers, checked. */
export function checkNumbers(values: readonly number[], parameter: string): void {
  if (!Array.isArray(values)) refuseArgument(parameter, "an array of finite numbers", values);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) refuseAt([parameter, i], "a finite number", values[i]);
  }
}

/** A rate per period above −100 %, checked. */
export function checkRate(rate: number, parameter: string): void {
  if (!(Number.isFinite(rate) && rate > -1)) refuseArgument(parameter, "a finite number above -1", rate);
}

/** 0 (end of period) or 1 (beginning), checked. */
export function checkWhen(when: number): void {
  if (when !== 0 && when !== 1) refuseArgument("when", "0 (end of period) or 1 (beginning)", when);
}

/** A result that a double can hold, checked. */
export function checkResult(value: number, parameter: string): number {
  if (Number.isFinite(value)) return value;
  return refuseSolution(parameter, "the result is beyond the range of a double");
}
