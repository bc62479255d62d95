import type { ClientNameLanguage, ClientNames } from "./types.ts";

/**
 * A client's name in a language, or the legal name when the language has none (客户名称).
 *
 * Neither Chinese form replaces the other: a name is a fact of the register, not a conversion of characters.
 *
 * @param names - names from the client file
 * @param language - language of the document
 * @returns the name to print
 * @example
 * clientName({ legal: "样本制造有限公司", en: "Sample Manufacturing Ltd" }, "en") // => "Sample Manufacturing Ltd"
 * clientName({ legal: "样本制造有限公司", en: "Sample Manufacturing Ltd" }, "zh-Hant-HK") // => "样本制造有限公司"
 * @since 0.1.0
 */
export function clientName(names: ClientNames, language: ClientNameLanguage): string {
  return names[language] ?? names.legal;
}
