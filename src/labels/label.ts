import { describeValue } from "../core/index.ts";
import { nearestName, readObject, refuse, refuseKind } from "../core/inner.ts";
import type { LabelErrorCode } from "./errors.ts";
import type { LabelKey, Labels } from "./keys.ts";

/**
 * The label of a code in the language of a label set (标签).
 *
 * A key that does not exist does not compile. At run time it is refused, and so is a set from elsewhere that lacks it: a
 * page must not show a code where people expect words.
 *
 * @param labels - one language, such as `zhHans` from `relationship-banking/labels/zh-Hans`
 * @param key - `<kind>.<id>`
 * @returns the label
 * @throws `labels/unknown-key` for a key the set does not have, with the nearest it has in `details.didYouMean`
 * @throws `labels/invalid-labels` for something other than a label set, or a label that is not a text
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { zhHantHK } from "relationship-banking/labels/zh-Hant-HK";
 * label(zhHantHK, "valueHead.related") // => "相關客戶收益"
 * label(en, "planSection.challenges") // => "Expected challenges in the coming year"
 * @since 0.1.0
 */
export function label(labels: Labels, key: LabelKey): string {
  const invalid: LabelErrorCode = "labels/invalid-labels";
  if (typeof (key as unknown) !== "string" || !Object.hasOwn(readObject(labels, ["labels"], invalid), key)) {
    return refuseKey(labels, key);
  }
  let text: unknown;
  try {
    text = labels[key];
  } catch {
    return refuse(invalid, ["labels", key], "cannot be read", {});
  }
  return typeof text === "string" ? text : refuseKind(invalid, ["labels", key], "not a text", text);
}

function refuseKey(labels: Labels, key: unknown): never {
  const near = typeof key === "string" ? nearestName(key, Object.keys(labels)) : null;
  return refuse("labels/unknown-key" satisfies LabelErrorCode, ["key"], "no such label", {
    received: describeValue(key),
    ...(near === null ? {} : { didYouMean: near }),
  });
}
