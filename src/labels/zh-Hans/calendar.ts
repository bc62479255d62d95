import type { CalendarWords } from "../words.ts";

export const calendar = {
  "skippedDay.weekend": "周末",
  "skippedDay.holiday": "法定节假日",
} as const satisfies CalendarWords;
