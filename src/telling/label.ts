import { describeValue } from "../core/index.ts";
import { nearestName, readObject, refuse, refuseKind } from "../core/inner.ts";
import type { TellingErrorCode } from "./errors.ts";

/** The keys of labels among those of words; sentences have no point in theirs. */
export type LabelKeyOf<Labels> = string extends keyof Labels ? string : Extract<keyof Labels, `${string}.${string}`>;

/** Labels of a bank's own, by `<kind>.<id>`. */
export type OwnLabels = Readonly<Record<string, string>>;

/**
 * The label of a code in the language of a label set (标签).
 *
 * A key that does not exist does not compile. At run time it is refused, and so is a set from elsewhere that lacks it: a
 * page must not show a code where people expect words.
 *
 * @param labels - the words of one language, such as `zhHans` from `relationship-banking/labels/zh-Hans`
 * @param key - `<kind>.<id>`
 * @returns the label
 * @throws `telling/unknown-label` for a key the set does not have, with the nearest in `details.didYouMean`
 * @throws `telling/invalid-words` for something other than a label set, or a label that is not a text
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { zhHantHK } from "relationship-banking/labels/zh-Hant-HK";
 * label(zhHantHK, "valueHead.related") // => "相關客戶收益"
 * label(en, "planSection.challenges") // => "Expected challenges in the coming year"
 * @since 0.1.0
 */
export function label<Labels extends object>(labels: Labels, key: LabelKeyOf<Labels>): string;
/**
 * The same for any key an explanation gives: the codes of a bank's own, such as the characteristics of its scorecard, are
 * in `own`, which is looked at first.
 *
 * @param labels - the words of one language
 * @param key - `<kind>.<id>`
 * @param own - labels of the bank's own, by `<kind>.<id>`
 * @returns the label
 * @throws `telling/unknown-label` for a key neither has
 * @throws `telling/invalid-words` for something other than a label set, or a label that is not a text
 * @example
 * import { en } from "relationship-banking/labels/en";
 * label(en, "reason.R1", { "reason.R1": "Income too low" }) // => "Income too low"
 * label(en, "reason.R2", { "reason.R1": "Income too low" }) // throws telling/unknown-label
 * @since 0.1.0
 */
export function label(labels: object, key: string, own: OwnLabels): string;
export function label(labels: object, key: string, own?: OwnLabels): string {
  const isInLabels = isIn(labels, key, "labels");
  if (own !== undefined && isIn(own, key, "own")) return textIn(own, key, "own");
  if (isInLabels) return textIn(labels, key, "labels");
  return refuseKey(labels, key);
}

const INVALID: TellingErrorCode = "telling/invalid-words";

function isIn(holder: object, key: string, parameter: string): boolean {
  readObject(holder, [parameter], INVALID);
  // what has no point in its key is a sentence
  return typeof (key as unknown) === "string" && key.includes(".") && Object.hasOwn(holder, key);
}

function textIn(holder: object, key: string, parameter: string): string {
  let text: unknown;
  try {
    text = (holder as Readonly<Record<string, unknown>>)[key];
  } catch {
    return refuse(INVALID, [parameter, key], "cannot be read", {});
  }
  return typeof text === "string" ? text : refuseKind(INVALID, [parameter, key], "not a text", text);
}

function refuseKey(labels: object, key: unknown): never {
  const near = typeof key === "string" ? nearestName(key, Object.keys(labels)) : null;
  const shown = typeof key === "string" && /^[A-Za-z0-9./-]{1,80}$/.test(key) ? key : describeValue(key);
  return refuse("telling/unknown-label" satisfies TellingErrorCode, ["key"], `no such label, ${shown}`, {
    key: shown,
    ...(near === null ? {} : { didYouMean: near }),
  });
}
