import type { CalendarYear } from "../../types.ts";

/** Mainland China 2019 (部分节假日安排), banks and government. */
export const cn2019: CalendarYear = {
  from: "2019-01-01",
  to: "2020-01-01",
  status: "confirmed",
  off: [
    { date: "2019-01-01", name: "元旦" },
    { date: "2019-02-04", name: "春节" },
    { date: "2019-02-05", name: "春节" },
    { date: "2019-02-06", name: "春节" },
    { date: "2019-02-07", name: "春节" },
    { date: "2019-02-08", name: "春节" },
    { date: "2019-02-09", name: "春节" },
    { date: "2019-02-10", name: "春节" },
    { date: "2019-04-05", name: "清明节" },
    { date: "2019-05-01", name: "劳动节" },
    { date: "2019-05-02", name: "劳动节" },
    { date: "2019-05-03", name: "劳动节" },
    { date: "2019-05-04", name: "劳动节" },
    { date: "2019-06-07", name: "端午节" },
    { date: "2019-09-13", name: "中秋节" },
    { date: "2019-10-01", name: "国庆节" },
    { date: "2019-10-02", name: "国庆节" },
    { date: "2019-10-03", name: "国庆节" },
    { date: "2019-10-04", name: "国庆节" },
    { date: "2019-10-05", name: "国庆节" },
    { date: "2019-10-06", name: "国庆节" },
    { date: "2019-10-07", name: "国庆节" },
  ],
  work: ["2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12"],
  sources: [
    "国务院办公厅关于2019年部分节假日安排的通知, https://www.gov.cn/gongbao/content/2018/content_5350046.htm",
    "国务院办公厅关于调整2019年劳动节假期安排的通知, https://www.gov.cn/zhengce/content/2019-03/22/content_5375877.htm",
    "NateScarlet/holiday-cn@d4e53bf2, day by day equal to LKI/chinese-calendar@e6784298 and vacanza/holidays@c382fdec",
  ],
};
