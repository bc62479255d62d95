import { isDomainError } from "../../src/core/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { tell, type Reason, type Words } from "../../src/telling/index.ts";
import { rooms } from "../config/rooms.mjs";

const languages: Readonly<Record<string, Words>> = { "zh-Hans": zhHans, "zh-Hant-HK": zhHantHK, en };

const ROOMS: ReadonlySet<string> = new Set(rooms.map(({ room }) => room));

/** The key of a reason of this library; null for what is not one, or has the code of an example's own flow. */
export function keyOfReason(value: object): string | null {
  const { code, formula, line, rule, ok, reason } = value as Readonly<Record<string, unknown>>;
  if (typeof code === "string" && code.includes("/")) return ROOMS.has(code.split("/")[0] ?? "") ? code : null;
  const key = code ?? formula ?? line ?? (ok === false ? reason : "path" in value && "details" in value ? rule : null);
  return typeof key === "string" && Object.hasOwn(en, key) ? key : null;
}

/** What a sentence never shows: a bracket of its template, or a value that is not words. */
const LEAKS = ["{", "}", "[", "]", "undefined", "NaN", "null"];

/** The texts of a piece of JSON, without its own brackets. */
const texts = (json: string): string => (json.match(/"(?:[^"\\]|\\.)*"/g) ?? []).join();

/** Why a reason cannot be told in some language; null when it can. */
export function untold(reason: Reason): string | null {
  for (const [tag, words] of Object.entries(languages)) {
    try {
      const sentence = tell(reason, words);
      // what the reason says itself is shown as it is, such as the text "NaN" where an id should be
      const facts = JSON.stringify(reason, (_, fact: unknown) => (typeof fact === "number" ? String(fact) : fact));
      const isPlace = (leak: string): boolean => /[[\]]/.test(leak) && "path" in reason;
      const leak = LEAKS.find((one) => sentence.includes(one) && !isPlace(one) && !texts(facts).includes(one));
      if (leak !== undefined) return `${tag} says: ${sentence}`;
    } catch (e) {
      if (!isDomainError(e)) return `${tag}: foreign error`;
      return `${tag}: ${e.code} ${JSON.stringify(e.details)}`;
    }
  }
  return null;
}
