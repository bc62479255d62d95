import { describeValue, DomainError, issueOf, whatCame, type Details, type Path } from "./errors.ts";

/** The path that a dotted name or a path stands for; anything else names nothing. */
function pathOf(place: string | Path): Path {
  if (typeof place === "string") return place.split(".");
  return (Array.isArray as (value: unknown) => boolean)(place) ? place : [];
}

/** Throws an error at a parameter, a dotted name for a part of one, or a path; the message is the place and the reason. */
export function refuse(code: string, place: string | Path, reason: string, details: Details): never {
  const path = pathOf(place);
  throw new DomainError(code, `${path.join(".")}: ${reason}`, path, details);
}

/** What a message says is wrong, without the place before it and without what came. */
export function reasonIn(message: string, details: Details): string {
  return message.slice(message.indexOf(": ") + 2, message.length - whatCame(details).length);
}

/** Runs what names places by its own parameters, and refuses with the places as the caller knows them. */
export function inTheirWords<T>(places: Readonly<Record<string, Path>>, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { code, path, details } = issueOf(error);
    const [own = "", ...rest] = path;
    if (!Object.hasOwn(places, own)) throw error;
    const { message } = error as Error;
    return refuse(code, [...(places[own] ?? []), ...rest], reasonIn(message, details), details);
  }
}

/** Throws an error that shows the value, as far as a log may. */
export function refuseValue(
  code: string,
  place: string | Path,
  reason: string,
  received: unknown,
  limits?: Details,
): never {
  return refuse(code, place, reason, { received: describeValue(received), ...limits });
}

/** The kind of a text that stands where a number is wanted, and is shown like one. */
export const kindOfText = (received: unknown): Details =>
  typeof received === "string" && /^-?\d+(?:\.\d+)?$/.test(received) ? { type: "string" } : {};

/** The kind of a value, where a number and a text of the same digits are shown alike. */
export function kindOfValue(received: unknown): Details {
  const isNumber = typeof received === "number" || typeof received === "bigint" || typeof received === "boolean";
  return isNumber ? { type: typeof received } : kindOfText(received);
}

/** Refuses a value of another kind; with its kind where a number and a text of the same digits are shown alike. */
export function refuseKind(code: string, place: string | Path, reason: string, received: unknown): never {
  return refuseValue(code, place, reason, received, kindOfValue(received));
}
