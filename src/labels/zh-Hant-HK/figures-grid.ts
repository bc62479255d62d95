import type { FiguresGridWords } from "../words.ts";

/** Coverage, power maps, timelines and calendars: labels. */
export const figuresGrid = {
  "gridFigure.coverage": "產品覆蓋圖",
  "gridFigure.coverage-text":
    "按本行產品逐項列示客戶使用情況、其他銀行供應情況及可爭取的業務。首欄的填充樣式表示現況，見圖例。",
  "gridFigure.coverage-group": "各客戶產品覆蓋圖 · 數字為未完結行動數目",
  "gridFigure.coverage-group-text": "按產品及客戶列示使用情況，以及有多少項未完結行動正推介該產品。",
  "gridFigure.product": "產品",
  "gridFigure.standing": "現況",
  "gridFigure.other-banks": "其他銀行",
  "gridFigure.needs": "需要數目",
  "gridFigure.open-actions": "未完結行動",
  "gridFigure.may-be-worth": "估計可爭取金額",
  "gridFigure.also-elsewhere": "有，未列明銀行",
  "gridFigure.peers": "同類客戶使用率",
  "gridFigure.person": "人員",
  "gridFigure.power-map": "決策人物關係圖",
  "gridFigure.power-map-text":
    "縱向為影響力，橫向為對本行的態度。箭嘴由具影響力者指向受影響者。具影響力而本行無人聯絡的人員以醒目樣式標示。",
  "gridFigure.several-contacts": "本行有多人聯絡",
  "gridFigure.one-contact": "只有一人聯絡",
  "gridFigure.no-contact": "本行無人聯絡",
  "gridFigure.contact-unknown": "由誰聯絡不詳",
  "gridFigure.of-less-weight": "未有聯絡，影響力低或不詳",
  "gridFigure.way-in": "接觸途徑",
  "gridFigure.timeline": "行動及日期時間表",
  "gridFigure.timeline-text": "每行表示一項行動或日期所在的日子或期間。邊緣箭嘴表示超出時間表範圍。",
  "gridFigure.without-day": "未定日期",
  "gridFigure.planned-for": "原定時間",
  "gridFigure.today": "截至",
  "gridFigure.duties": "職責日曆",
  "gridFigure.duties-text": "標示各項職責的到期日。填充樣式表示當日最急切的職責狀態，小數字表示當日職責項數。",
  "gridFigure.to-do": "應辦",
} as const satisfies FiguresGridWords;
