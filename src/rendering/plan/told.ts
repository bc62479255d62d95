import type { Money } from "../../money/index.ts";
import { tell, type Words } from "../../telling/index.ts";
import type { Amounts } from "./unit.ts";

/** Whether something in a plan or a finding is an amount. */
export const isMoney = (value: unknown): value is Money =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Money>).amount === "string" &&
  typeof (value as Partial<Money>).currency === "string";

/** A sentence that takes its amounts as they are written here; in Chinese no blank stands before them. */
const inPlace = (sentence: string): string =>
  sentence.replaceAll(":money}", "}").replace(/(?<=\p{Script=Han}) (?=\{)/gu, "");

/**
 * A finding in words, with its amounts as the page has them; with all their digits where two that differ would be
 * rounded to one.
 */
export function told(
  { code, details }: { readonly code: string; readonly details: object },
  { words: { labels }, amounts }: { readonly words: { readonly labels: Words }; readonly amounts: Amounts },
): string {
  const sentence = labels[code];
  const found = Object.entries(details).filter((entry): entry is [string, Money] => isMoney(entry[1]));
  if (typeof sentence !== "string" || found.length === 0) return tell({ code, details }, labels);
  const differing = (write: (amount: Money) => string): number =>
    new Set(found.map(([, amount]) => write(amount))).size;
  const write = differing(amounts.full) < differing(amounts.exact) ? amounts.exact : amounts.full;
  const written = Object.fromEntries(found.map(([name, amount]) => [name, write(amount)]));
  return tell({ code, details: { ...details, ...written } }, { ...labels, [code]: inPlace(sentence) });
}
