import { readOneOf, rowOf } from "../core/inner.ts";
import { INVALID, NAMES } from "./read-client.ts";
import { CLIENT_NAME_LANGUAGES, type ClientNameLanguage, type ClientNames } from "./types.ts";

const readNames = rowOf(NAMES);

/**
 * A client's name in a language, or the legal name when the language has none (客户名称).
 *
 * Neither Chinese form replaces the other: a name is a fact of the register, not a conversion of characters.
 *
 * @param names - names from the client file
 * @param language - language of the document
 * @returns the name to print
 * @throws `client/invalid-input` for names that are not as a client file has them, or another language
 * @example
 * clientName({ legal: "样本制造有限公司", en: "Sample Manufacturing Ltd" }, "en") // => "Sample Manufacturing Ltd"
 * clientName({ legal: "样本制造有限公司", en: "Sample Manufacturing Ltd" }, "zh-Hant-HK") // => "样本制造有限公司"
 * @since 0.1.0
 */
export function clientName(names: ClientNames, language: ClientNameLanguage): string {
  readOneOf(language, CLIENT_NAME_LANGUAGES, ["language"], INVALID);
  return readNames(names, ["names"], INVALID)[language] ?? names.legal;
}
