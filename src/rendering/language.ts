import { CLIENT_NAME_LANGUAGES, type ClientNameLanguage } from "../client/index.ts";
import { refuse } from "../core/inner.ts";
import type { RenderingErrorCode } from "./errors.ts";

/** Tags of places for the languages clients have names in. */
const TAGS_OF_PLACES: Readonly<Record<ClientNameLanguage, readonly string[]>> = {
  "zh-Hans": ["zh-cn"],
  "zh-Hant-HK": ["zh-hk"],
  en: [],
};

/** The language words are in, by the tag they have for amounts; for any other the caller says which name to print. */
export function languageOf(tag: string, code: RenderingErrorCode): ClientNameLanguage {
  const given = tag.toLowerCase();
  const isOf = (known: string): boolean => given === known || given.startsWith(`${known}-`);
  const found = CLIENT_NAME_LANGUAGES.find(
    (language) => isOf(language.toLowerCase()) || TAGS_OF_PLACES[language].includes(given),
  );
  return (
    found ??
    refuse(code, ["options", "language"], "needed beside labels of another language", {
      received: tag,
      allowed: CLIENT_NAME_LANGUAGES,
    })
  );
}
