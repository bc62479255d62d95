import { readFunction, readLanguageTag, shapeOf } from "../core/inner.ts";
import type { DateWords } from "./types.ts";

/** How a language writes dates, with every member of it. */
export const readDates = shapeOf<DateWords>({
  locale: readLanguageTag,
  date: readFunction,
  moment: readFunction,
  weekday: readFunction,
  shortWeekday: readFunction,
  shortMonth: readFunction,
  period: readFunction,
  duration: readFunction,
  list: readFunction,
});
