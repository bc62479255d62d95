import type { CalendarWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Working calendars, periods and the names of holidays: labels and sentences. */
export const calendar = {
  "skippedDay.weekend": "Weekend",
  "skippedDay.holiday": "Public holiday",
  "holiday.元旦": "New Year’s Day",
  "holiday.春节": "Spring Festival",
  "holiday.清明节": "Qingming Festival",
  "holiday.劳动节": "Labour Day",
  "holiday.端午节": "Dragon Boat Festival",
  "holiday.中秋节": "Mid-Autumn Festival",
  "holiday.国庆节": "National Day",
  "holiday.中秋节、国庆节": "Mid-Autumn Festival and National Day",
  "holiday.国庆节、中秋节": "National Day and Mid-Autumn Festival",
  "holiday.“五一”": "International Labour Day",
  "holiday.“五一”国际劳动节": "International Labour Day",
  "holiday.“十一”": "National Day",
  "holiday.抗日战争暨世界反法西斯战争胜利70周年纪念日":
    "70th anniversary of the victory in the War of Resistance against Japanese Aggression and the World Anti-Fascist War",
  "holiday.The first day of January": "The first day of January",
  "holiday.The day following the first day of January": "The day following the first day of January",
  "holiday.The day preceding Lunar New Year's Day": "The day preceding Lunar New Year’s Day",
  "holiday.Lunar New Year's Day": "Lunar New Year’s Day",
  "holiday.The second day of Lunar New Year": "The second day of Lunar New Year",
  "holiday.The third day of Lunar New Year": "The third day of Lunar New Year",
  "holiday.The fourth day of Lunar New Year": "The fourth day of Lunar New Year",
  "holiday.Ching Ming Festival": "Ching Ming Festival",
  "holiday.The day following Ching Ming Festival": "The day following Ching Ming Festival",
  "holiday.Good Friday": "Good Friday",
  "holiday.The day following Good Friday": "The day following Good Friday",
  "holiday.Easter Monday": "Easter Monday",
  "holiday.The day following Easter Monday": "The day following Easter Monday",
  "holiday.Labour Day": "Labour Day",
  "holiday.The day following Labour Day": "The day following Labour Day",
  "holiday.Birthday of the Buddha": "The Birthday of the Buddha",
  "holiday.The Birthday of the Buddha": "The Birthday of the Buddha",
  "holiday.The day following the Birthday of the Buddha": "The day following the Birthday of the Buddha",
  "holiday.Tuen Ng Festival": "Tuen Ng Festival",
  "holiday.The day following Tuen Ng Festival": "The day following Tuen Ng Festival",
  "holiday.Hong Kong Special Administrative Region Establishment Day":
    "Hong Kong Special Administrative Region Establishment Day",
  "holiday.The day following Hong Kong Special Administrative Region Establishment Day":
    "The day following Hong Kong Special Administrative Region Establishment Day",
  "holiday.The 70th anniversary day of the victory of the Chinese people's war of resistance against Japanese aggression":
    "The 70th anniversary day of the victory of the Chinese people’s war of resistance against Japanese aggression",
  "holiday.Chinese Mid-Autumn Festival": "Chinese Mid-Autumn Festival",
  "holiday.The day following the Chinese Mid-Autumn Festival": "The day following the Chinese Mid-Autumn Festival",
  "holiday.The second day following the Chinese Mid-Autumn Festival":
    "The second day following the Chinese Mid-Autumn Festival",
  "holiday.National Day": "National Day",
  "holiday.The day following National Day": "The day following National Day",
  "holiday.Chung Yeung Festival": "Chung Yeung Festival",
  "holiday.The day following Chung Yeung Festival": "The day following Chung Yeung Festival",
  "holiday.Christmas Day": "Christmas Day",
  "holiday.The first weekday after Christmas Day": "The first weekday after Christmas Day",
  "holiday.The second weekday after Christmas Day": "The second weekday after Christmas Day",
  weekend: "{date:date} falls on a weekend and is not a working day[; the calendar is not yet final{provisional}].",
  holiday:
    "{date:date} is a public holiday[ ({name:holiday})] and is not a working day[; the holiday is not yet final{provisional}].",
  "calendar/invalid-period": `The period[ “{period}”] is not valid[ at {path}][ (it ends on {to:date}, which must be after {from:date})]${given}[{!from} Write a year as 2026, a quarter as 2026-Q1, a month as 2026-03, a week as 2026-W09 or a day as 2026-03-01, each as text; or give the first day as “from” and the day after the last as “to”.]`,
  "calendar/invalid-option": `An option is not valid${wrong}`,
  "calendar/invalid-calendar": `The working calendar is not valid[ at {path}][ (it ends on {to:date}, which must be after {from:date})]${given}`,
  "calendar/duplicate-day": "{date:date} is listed twice[ at {path}].",
  "calendar/contradictory-day":
    "{date:date} is listed both as a day off and as a working day[ at {path}]; keep one of them.",
  "calendar/day-outside-coverage":
    "{date:date}[ at {path}] is outside the days covered, which begin on {from:date} and end before {to:date}.",
  "calendar/not-a-weekend-day": "{date:date}[ at {path}] is not a weekend day, so it cannot be a make-up working day.",
  "calendar/not-adjacent":
    "Each run of days must begin where the one before it ends[ at {path}][, here on {expected:date}][: the new days begin on {from:date}, and the calendar ends before {coverageTo:date}][, provisional from {provisionalFrom:date}]. Provisional years come last.",
  "calendar/no-common-coverage": "The working calendars have no day in common and cannot be combined.",
  "calendar/out-of-range":
    "The working calendar “{calendar}” (version {version}) does not reach far enough[{!n} for {date:date}][, counting from {date:date} (working days: {n:number})][ for {period:period}][{!minutes} for {instant:moment}][, counting from {instant:moment} (working minutes: {minutes:number})]: it begins on {from:date} and ends before {to:date}. Add the days that are missing.",
  "calendar/zero-days":
    "{n:number} working days cannot be counted from {date:date}: count at least one, or use {hint} to move a date to a working day.",
  "calendar/unknown-zone":
    "There is no such time zone[ at {path}]: {received:received} was given. Use a name from the IANA database, such as Asia/Hong_Kong.",
  "calendar/invalid-time":
    "The time of day is not valid[ at {path}]: {received:received} was given. Write it as hh:mm or hh:mm:ss, up to 24:00.",
  "calendar/skipped-time":
    "{time} does not exist on {date:date} in the time zone {zone}: the clocks went forward over it.",
  "calendar/repeated-time":
    "{time} occurs twice on {date:date} in the time zone {zone}, because the clocks went back; say which is meant.",
  "calendar/invalid-hours": `The working hours are not valid${wrong}`,
  "calendar/birth-after-as-of":
    "The date of birth is after {asOf:date}, the date at which the age is calculated; check both.",
} as const satisfies CalendarWords;
