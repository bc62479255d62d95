/** What a Word file says of its language, and the font of Chinese signs; who lacks it gets a similar one. */
export interface DocumentLanguage {
  /** Language of text in letters, by which it is spelled and broken into lines. */
  readonly latin: string;
  /** Language of text in Chinese signs: by region, because Word does not know scripts. */
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
const TRADITIONAL_REGIONS: readonly string[] = ["HK", "MO", "TW"];

/** The font of letters and figures. */
export const LATIN_FONT = "Arial";

/** Language of letters and figures in a Chinese text; as Chinese, a figure would be broken at the end of a line. */
const LETTERS_IN_CHINESE = "en-US";

/**
 * The language of a document as Word reads it.
 *
 * @param tag - a BCP 47 tag such as `zh-Hans`, already checked
 * @returns the languages of both kinds of text, and the font of Chinese
 */
export function languageOf(tag: string): DocumentLanguage {
  const [language = "", ...subtags] = (/^(.*?)(-.-.*)?$/.exec(tag)?.[1] ?? tag).split("-");
  const region = subtags.find((subtag) => /^([a-z]{2}|\d{3})$/i.test(subtag))?.toUpperCase();
  const regional = region === undefined ? language : `${language}-${region}`;
  if (language.toLowerCase() !== "zh") return { latin: regional, eastAsian: "zh-CN", font: SIMPLIFIED };
  const script = subtags.find((subtag) => subtag.length === 4)?.toLowerCase();
  const isTraditional = script === undefined ? TRADITIONAL_REGIONS.includes(region ?? "") : script === "hant";
  const standard = isTraditional ? "zh-TW" : "zh-CN";
  return {
    latin: LETTERS_IN_CHINESE,
    eastAsian: region === undefined ? standard : regional,
    font: isTraditional ? TRADITIONAL : SIMPLIFIED,
  };
}
