import type { Words } from "../../../telling/index.ts";
import { showsSomething } from "../../text.ts";

/** The first of some texts that shows anything, or else the name by which it can be told apart. */
export const calledBy = (texts: readonly (string | null | undefined)[], otherwise: string): string =>
  texts.find((text) => typeof text === "string" && showsSomething(text)) ?? otherwise;

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
