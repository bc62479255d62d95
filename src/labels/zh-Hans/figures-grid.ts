import type { FiguresGridWords } from "../words.ts";

/** Coverage, power maps, timelines and calendars: labels. */
export const figuresGrid = {
  "gridFigure.coverage": "产品覆盖图",
  "gridFigure.coverage-text":
    "按本行产品逐项列示客户使用情况、他行供应情况及可争取的业务。首列填充样式表示现状，见图例。",
  "gridFigure.coverage-group": "各客户产品覆盖图 · 数字为未了结行动数",
  "gridFigure.coverage-group-text": "按产品和客户列示使用情况，以及有多少项未了结行动在推介该产品。",
  "gridFigure.product": "产品",
  "gridFigure.standing": "现状",
  "gridFigure.other-banks": "他行",
  "gridFigure.needs": "需求数",
  "gridFigure.open-actions": "未了结行动数",
  "gridFigure.may-be-worth": "预计可争取金额",
  "gridFigure.also-elsewhere": "有，未列明银行",
  "gridFigure.peers": "同类客户使用率",
  "gridFigure.person": "人员",
  "gridFigure.power-map": "决策链关系图",
  "gridFigure.power-map-text":
    "纵向为影响力，横向为对我行的态度。箭头由施加影响者指向受影响者。有影响力而我行无人联系的人员以醒目样式标出。",
  "gridFigure.several-contacts": "我行有多人联系",
  "gridFigure.one-contact": "仅一人联系",
  "gridFigure.no-contact": "我行无人联系",
  "gridFigure.contact-unknown": "由谁联系不详",
  "gridFigure.of-less-weight": "未联系，影响力低或不详",
  "gridFigure.way-in": "接触路径",
  "gridFigure.timeline": "行动与日期时间轴",
  "gridFigure.timeline-text": "每行表示一项行动或一个日期所在的日子或期间。边缘箭头表示超出时间轴范围。",
  "gridFigure.without-day": "未定日期",
  "gridFigure.planned-for": "原计划",
  "gridFigure.today": "截至",
  "gridFigure.duties": "职责日历",
  "gridFigure.duties-text": "标出各项职责的到期日。填充样式表示当日最紧要的职责状态，小数字表示当日职责项数。",
  "gridFigure.to-do": "应办",
} as const satisfies FiguresGridWords;
