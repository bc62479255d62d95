import { zhCN } from "date-fns/locale/zh-CN";
import type { DateWords } from "../../telling/index.ts";
import { datesIn } from "../dates.ts";

const UNITS = { "working-day": "个工作日", "working-minute": "个工作分钟", quarter: "个季度" } as const;

/** How dates are written in simplified Chinese: 2026年2月5日. */
export const dates: DateWords = /* @__PURE__ */ datesIn({
  tag: "zh-Hans-CN",
  locale: zhCN,
  month: "yyyy年M月",
  shortMonth: "M月",
  quarter: "yyyy年QQQQ",
  week: "R年第I周",
  year: "yyyy年",
  beforeTime: " ",
  upTo: "至",
  listSeparator: "、",
  counted: (amount, unit) => `${String(amount)}${UNITS[unit]}`,
  spaced: (duration) => duration.replaceAll(" ", ""),
});
