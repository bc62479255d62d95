import { wrong } from "./phrases.ts";

/** Books of clients over time and under another card: labels and sentences. */
export const simulation = {
  "simulationSide.champion": "现行方案",
  "simulationSide.challenger": "试算方案",
  "move.up": "升级",
  "move.down": "降级",
  "move.other": "不分高低",
  "move.joined": "新增",
  "move.left": "流失",
  "nonClass.refused": "数据有误",
  "nonClass.below-levels": "未达首级",
  "simulated-book":
    "截至{asOf:date}共 {clients:number} 名客户[，跟踪 {periods} 期]；现行方案为“{champion}”，试算方案为“{challenger}”。",
  "simulated-class":
    "“{class:label}”：现行方案 {champion:number} 名客户，试算方案 {challenger:number} 名[；余额分别为{championBalance:money}和{challengerBalance:money}]。",
  "swap-set": "由“{from:label}”转为“{to:label}”[（{move:label}）]：{clients:number} 名客户[，余额{balance:money}]。",
  "nobody-swaps": "改用试算方案后，没有客户的类别发生变化。",
  "managers-needed":
    "已给出管户上限的类别所需客户经理：现行方案 {champion:number} 人，试算方案 {challenger:number} 人；如一人可管多个类别，分别为 {sharedChampion:number} 人和 {sharedChallenger:number} 人。",
  "privileges-cost": "各期权益成本合计：现行方案{champion:money}，试算方案{challenger:money}。",
  "changes-over-time":
    "{side:label}：与上一期相比，{pairs:number} 次中有 {changes:number} 次类别变动（{rate:share}）[，其中 {within:number} 个月内反向变动 {reversals:number} 次]。",
  "over-service":
    "{side:label}：每名客户每期计一次，共 {of:number} 次，其中服务等级高于应得等级 {above:number} 次，低于应得等级 {below:number} 次。",
  "rows-with-issues": "数据问题 {issues:number} 项，未计入 {leftOut:number} 行。",
  "customer-classification/invalid-book": `客户及其类别的名册有误[，有一列为 {length} 行，应为 {expected} 行]${wrong}`,
  "customer-classification/invalid-member": `该行的客户或类别无法读取${wrong}`,
  "customer-classification/duplicate-client": "客户“{client}”重复出现，只计第一行。",
  "customer-classification/not-a-leaver": "客户“{client}”列有离开原因，但并未离开名册。",
  "customer-classification/invalid-migration": `迁徙结果不是由本系统得出，或已被改动${wrong}`,
  "customer-classification/ladders-differ":
    "两份迁徙结果的等级次序不同，不能相加[；前者为 {a:list}][；后者为 {b:list}]。",
  "customer-classification/invalid-simulation": `试算的要求有误[，有 {length} 项，应为 {expected} 项]${wrong}`,
} as const;
