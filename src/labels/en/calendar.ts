import type { CalendarWords } from "../words.ts";

export const calendar = {
  "skippedDay.weekend": "Weekend",
  "skippedDay.holiday": "Public holiday",
} as const satisfies CalendarWords;
