import type { CalendarYear } from "../../types.ts";

/** Mainland China 2017 (部分节假日安排), banks and government. */
export const cn2017: CalendarYear = {
  from: "2017-01-01",
  to: "2018-01-01",
  status: "confirmed",
  off: [
    { date: "2017-01-01", name: "元旦" },
    { date: "2017-01-02", name: "元旦" },
    { date: "2017-01-27", name: "春节" },
    { date: "2017-01-28", name: "春节" },
    { date: "2017-01-29", name: "春节" },
    { date: "2017-01-30", name: "春节" },
    { date: "2017-01-31", name: "春节" },
    { date: "2017-02-01", name: "春节" },
    { date: "2017-02-02", name: "春节" },
    { date: "2017-04-02", name: "清明节" },
    { date: "2017-04-03", name: "清明节" },
    { date: "2017-04-04", name: "清明节" },
    { date: "2017-05-01", name: "劳动节" },
    { date: "2017-05-28", name: "端午节" },
    { date: "2017-05-29", name: "端午节" },
    { date: "2017-05-30", name: "端午节" },
    { date: "2017-10-01", name: "中秋节、国庆节" },
    { date: "2017-10-02", name: "中秋节、国庆节" },
    { date: "2017-10-03", name: "中秋节、国庆节" },
    { date: "2017-10-04", name: "中秋节、国庆节" },
    { date: "2017-10-05", name: "中秋节、国庆节" },
    { date: "2017-10-06", name: "中秋节、国庆节" },
    { date: "2017-10-07", name: "中秋节、国庆节" },
    { date: "2017-10-08", name: "中秋节、国庆节" },
  ],
  work: ["2017-01-22", "2017-02-04", "2017-04-01", "2017-05-27", "2017-09-30"],
  sources: [
    "国务院办公厅关于2017年部分节假日安排的通知, https://www.gov.cn/gongbao/content/2016/content_5148793.htm",
    "NateScarlet/holiday-cn@d4e53bf2, day by day equal to LKI/chinese-calendar@e6784298 and vacanza/holidays@c382fdec",
  ],
};
