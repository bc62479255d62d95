/** A language as Word knows it, and the fonts it is written in; who lacks one gets a similar one of the machine's. */
export interface DocumentLanguage {
  /** Of text in letters. */
  readonly latin: string;
  /** Of text in Chinese signs. */
  readonly eastAsian: string;
  readonly font: EastAsianFont;
}

interface EastAsianFont {
  readonly name: string;
  /** Its own name in Chinese. */
  readonly alternative: string;
  /** The set of signs, by which a similar font is chosen: 86 simplified, 88 traditional Chinese. */
  readonly charset: string;
}

const SIMPLIFIED: EastAsianFont = { name: "Microsoft YaHei", alternative: "微软雅黑", charset: "86" };
const TRADITIONAL: EastAsianFont = { name: "Microsoft JhengHei", alternative: "微軟正黑體", charset: "88" };

/** The font of letters and figures. */
export const LATIN_FONT = "Arial";

const TRADITIONAL_REGIONS: readonly string[] = ["HK", "MO", "TW"];

/**
 * A language tag as Word reads it: Chinese by region, because it does not know scripts.
 *
 * @param tag - a BCP 47 tag such as `zh-Hans`, already checked
 * @returns the languages of both kinds of text, and the font of Chinese
 */
export function languageOf(tag: string): DocumentLanguage {
  const [language = "", ...subtags] = tag.split("-");
  const extension = subtags.findIndex((subtag) => subtag.length === 1);
  const own = extension < 0 ? subtags : subtags.slice(0, extension);
  const region = own.find((subtag) => /^([a-z]{2}|\d{3})$/i.test(subtag))?.toUpperCase();
  const regional = region === undefined ? language : `${language}-${region}`;
  if (language.toLowerCase() !== "zh") return { latin: regional, eastAsian: "zh-CN", font: SIMPLIFIED };
  const script = own.find((subtag) => subtag.length === 4)?.toLowerCase();
  const isTraditional = script === undefined ? TRADITIONAL_REGIONS.includes(region ?? "") : script === "hant";
  const chinese = region === undefined ? (isTraditional ? "zh-TW" : "zh-CN") : regional;
  return { latin: chinese, eastAsian: chinese, font: isTraditional ? TRADITIONAL : SIMPLIFIED };
}
