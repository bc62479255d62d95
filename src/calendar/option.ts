import { describeValue, type Path } from "../core/index.ts";
import { refuse } from "./errors.ts";

/** A value that must be one of a few literals, checked; the path names the parameter and the member inside it. */
export function readOption<T extends string>(value: T | undefined, allowed: readonly T[], ...path: Path): T {
  if (value !== undefined && allowed.includes(value)) return value;
  return refuse("calendar/invalid-option", path, `one of ${allowed.join(", ")}`, {
    received: describeValue(value),
    allowed,
  });
}
