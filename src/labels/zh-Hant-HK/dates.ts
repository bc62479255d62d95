import { zhHK } from "date-fns/locale/zh-HK";
import type { DateWords } from "../../telling/index.ts";
import { datesIn } from "../dates.ts";

const UNITS = { "working-day": "個工作天", "working-minute": "個工作分鐘", quarter: "個季度" } as const;

/** How dates are written in traditional Chinese in Hong Kong: 2026年2月5日. */
export const dates: DateWords = /* @__PURE__ */ datesIn({
  tag: "zh-Hant-HK",
  locale: zhHK,
  month: "yyyy年M月",
  shortMonth: "M月",
  quarter: "yyyy年QQQQ",
  week: "R年第I週",
  year: "yyyy年",
  beforeTime: " ",
  upTo: "至",
  listSeparator: "、",
  counted: (amount, unit) => `${String(amount)}${UNITS[unit]}`,
  spaced: (duration) => duration.replaceAll(" ", ""),
});
