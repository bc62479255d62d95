import type { CalendarYear } from "../../types.ts";

/** Mainland China 2016 (部分节假日安排), banks and government. */
export const cn2016: CalendarYear = {
  from: "2016-01-01",
  to: "2017-01-01",
  status: "confirmed",
  off: [
    { date: "2016-01-01", name: "元旦" },
    { date: "2016-02-07", name: "春节" },
    { date: "2016-02-08", name: "春节" },
    { date: "2016-02-09", name: "春节" },
    { date: "2016-02-10", name: "春节" },
    { date: "2016-02-11", name: "春节" },
    { date: "2016-02-12", name: "春节" },
    { date: "2016-02-13", name: "春节" },
    { date: "2016-04-04", name: "清明节" },
    { date: "2016-05-01", name: "劳动节" },
    { date: "2016-05-02", name: "劳动节" },
    { date: "2016-06-09", name: "端午节" },
    { date: "2016-06-10", name: "端午节" },
    { date: "2016-06-11", name: "端午节" },
    { date: "2016-09-15", name: "中秋节" },
    { date: "2016-09-16", name: "中秋节" },
    { date: "2016-09-17", name: "中秋节" },
    { date: "2016-10-01", name: "国庆节" },
    { date: "2016-10-02", name: "国庆节" },
    { date: "2016-10-03", name: "国庆节" },
    { date: "2016-10-04", name: "国庆节" },
    { date: "2016-10-05", name: "国庆节" },
    { date: "2016-10-06", name: "国庆节" },
    { date: "2016-10-07", name: "国庆节" },
  ],
  work: ["2016-02-06", "2016-02-14", "2016-06-12", "2016-09-18", "2016-10-08", "2016-10-09"],
  sources: [
    "国务院办公厅关于2016年部分节假日安排的通知, https://www.gov.cn/gongbao/content/2016/content_2979719.htm",
    "NateScarlet/holiday-cn@d4e53bf2, day by day equal to LKI/chinese-calendar@e6784298 and vacanza/holidays@c382fdec",
  ],
};
