import type { LabelKey, Labels } from "./keys.ts";

/**
 * The label of a code in the language of a label set (标签).
 *
 * A key that does not exist does not compile. At run time, a set that came from elsewhere and lacks the key gives the key
 * itself, so that a page shows something that can be found and put right.
 *
 * @param labels - one language, such as `zhHans` from `relationship-banking/labels/zh-Hans`
 * @param key - `<kind>.<id>`
 * @returns the label
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { zhHantHK } from "relationship-banking/labels/zh-Hant-HK";
 * label(zhHantHK, "valueHead.related") // => "相關客戶收益"
 * label(en, "planSection.challenges") // => "Expected challenges in the coming year"
 * @since 0.1.0
 */
export function label(labels: Labels, key: LabelKey): string {
  return Object.hasOwn(labels, key) ? labels[key] : key;
}
