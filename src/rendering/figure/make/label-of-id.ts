import type { Words } from "../../../telling/index.ts";

/** What an id is called: by the caller, by a label of one of the kinds it may be of, or as it is. */
export function labelOfId(
  id: string,
  own: Readonly<Record<string, string>>,
  labels: Words,
  kinds: readonly string[],
): string {
  const known = kinds.map((kind) => labels[`${kind}.${id}`]).find((label) => typeof label === "string");
  return Object.hasOwn(own, id) ? (own[id] ?? id) : (known ?? id);
}
