import { readFunction, readText, shapeOf } from "../core/inner.ts";
import type { DateWords } from "./types.ts";

/** How a language writes dates, with every member of it. */
export const readDates = shapeOf<DateWords>({
  locale: readText,
  date: readFunction,
  moment: readFunction,
  weekday: readFunction,
  period: readFunction,
  duration: readFunction,
  list: readFunction,
});
