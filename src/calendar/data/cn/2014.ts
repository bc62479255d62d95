import type { CalendarYear } from "../../types.ts";

/** Mainland China 2014 (部分节假日安排), banks and government. */
export const cn2014: CalendarYear = {
  from: "2014-01-01",
  to: "2015-01-01",
  status: "confirmed",
  off: [
    { date: "2014-01-01", name: "元旦" },
    { date: "2014-01-31", name: "春节" },
    { date: "2014-02-01", name: "春节" },
    { date: "2014-02-02", name: "春节" },
    { date: "2014-02-03", name: "春节" },
    { date: "2014-02-04", name: "春节" },
    { date: "2014-02-05", name: "春节" },
    { date: "2014-02-06", name: "春节" },
    { date: "2014-04-05", name: "清明节" },
    { date: "2014-04-07", name: "清明节" },
    { date: "2014-05-01", name: "劳动节" },
    { date: "2014-05-02", name: "劳动节" },
    { date: "2014-05-03", name: "劳动节" },
    { date: "2014-06-02", name: "端午节" },
    { date: "2014-09-08", name: "中秋节" },
    { date: "2014-10-01", name: "国庆节" },
    { date: "2014-10-02", name: "国庆节" },
    { date: "2014-10-03", name: "国庆节" },
    { date: "2014-10-04", name: "国庆节" },
    { date: "2014-10-05", name: "国庆节" },
    { date: "2014-10-06", name: "国庆节" },
    { date: "2014-10-07", name: "国庆节" },
  ],
  work: ["2014-01-26", "2014-02-08", "2014-05-04", "2014-09-28", "2014-10-11"],
  sources: [
    "国务院办公厅关于2014年部分节假日安排的通知, https://www.gov.cn/gongbao/content/2014/content_2561299.htm",
    "NateScarlet/holiday-cn@d4e53bf2, day by day equal to LKI/chinese-calendar@e6784298 and vacanza/holidays@c382fdec",
  ],
};
