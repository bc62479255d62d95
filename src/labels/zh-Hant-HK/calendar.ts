import type { CalendarWords } from "../words.ts";

export const calendar = {
  "skippedDay.weekend": "週末",
  "skippedDay.holiday": "公眾假期",
} as const satisfies CalendarWords;
