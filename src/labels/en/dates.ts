import { enGB } from "date-fns/locale/en-GB";
import type { DateWords } from "../../telling/index.ts";
import { datesIn } from "../dates.ts";

const NOUNS = { "working-day": "working day", "working-minute": "working minute", quarter: "quarter" } as const;

/** How English writes dates: 5 February 2026. */
export const dates: DateWords = /* @__PURE__ */ datesIn({
  tag: "en-GB",
  locale: enGB,
  month: "LLLL yyyy",
  shortMonth: "LLL",
  quarter: "QQQ yyyy",
  week: "'week' I 'of' R",
  year: "yyyy",
  beforeTime: " at ",
  upTo: " to ",
  listSeparator: ", ",
  counted: (amount, unit) => `${String(amount)} ${NOUNS[unit]}${Math.abs(amount) === 1 ? "" : "s"}`,
  spaced: (duration) => duration,
});
