/*
 * The names of holidays in the data, each once. Sentences of other languages than that of the source look their words up
 * by these names.
 */

/** Names of the holidays of mainland China, as the notices of the State Council write them. */
export const MAINLAND_HOLIDAY_NAMES = [
  "元旦",
  "春节",
  "清明节",
  "劳动节",
  "端午节",
  "中秋节",
  "国庆节",
  "中秋节、国庆节",
  "国庆节、中秋节",
  "“五一”",
  "“五一”国际劳动节",
  "“十一”",
  "抗日战争暨世界反法西斯战争胜利70周年纪念日",
] as const;

/** Names of the general holidays of Hong Kong, as the gazette writes them in English. */
export const HONG_KONG_HOLIDAY_NAMES = [
  "The first day of January",
  "The day following the first day of January",
  "The day preceding Lunar New Year's Day",
  "Lunar New Year's Day",
  "The second day of Lunar New Year",
  "The third day of Lunar New Year",
  "The fourth day of Lunar New Year",
  "Ching Ming Festival",
  "The day following Ching Ming Festival",
  "Good Friday",
  "The day following Good Friday",
  "Easter Monday",
  "The day following Easter Monday",
  "Labour Day",
  "The day following Labour Day",
  "Birthday of the Buddha",
  "The Birthday of the Buddha",
  "The day following the Birthday of the Buddha",
  "Tuen Ng Festival",
  "The day following Tuen Ng Festival",
  "Hong Kong Special Administrative Region Establishment Day",
  "The day following Hong Kong Special Administrative Region Establishment Day",
  "The 70th anniversary day of the victory of the Chinese people's war of resistance against Japanese aggression",
  "Chinese Mid-Autumn Festival",
  "The day following the Chinese Mid-Autumn Festival",
  "The second day following the Chinese Mid-Autumn Festival",
  "National Day",
  "The day following National Day",
  "Chung Yeung Festival",
  "The day following Chung Yeung Festival",
  "Christmas Day",
  "The first weekday after Christmas Day",
  "The second weekday after Christmas Day",
] as const;

/** A name of a holiday in the data. */
export type HolidayName = (typeof MAINLAND_HOLIDAY_NAMES)[number] | (typeof HONG_KONG_HOLIDAY_NAMES)[number];
