import { wrong } from "./phrases.ts";

/** Books of clients over time and under another card: labels and sentences. */
export const simulation = {
  "simulationSide.champion": "現行方案",
  "simulationSide.challenger": "試算方案",
  "move.up": "升級",
  "move.down": "降級",
  "move.other": "不分高低",
  "move.joined": "新增",
  "move.left": "流失",
  "nonClass.refused": "數據有誤",
  "nonClass.below-levels": "未達首級",
  "simulated-book":
    "截至{asOf:date}共有 {clients:number} 名客戶[，跟進 {periods} 期]；現行方案為「{champion}」，試算方案為「{challenger}」。",
  "simulated-class":
    "「{class:label}」：現行方案 {champion:number} 名客戶，試算方案 {challenger:number} 名[；結餘分別為{championBalance:money}及{challengerBalance:money}]。",
  "swap-set":
    "由「{from:label}」轉為「{to:label}」[（{move:label}）]：{clients:number} 名客戶[，結餘{balance:money}]。",
  "nobody-swaps": "改用試算方案後，沒有客戶的類別有變。",
  "managers-needed":
    "已列明管理上限的類別所需客戶經理：現行方案 {champion:number} 人，試算方案 {challenger:number} 人；如一人可管理多個類別，分別為 {sharedChampion:number} 人及 {sharedChallenger:number} 人。",
  "privileges-cost": "各期禮遇成本合計：現行方案{champion:money}，試算方案{challenger:money}。",
  "changes-over-time":
    "{side:label}：與上一期相比，{pairs:number} 次中有 {changes:number} 次類別變動（{rate:share}）[，其中 {within:number} 個月內反向變動 {reversals:number} 次]。",
  "over-service":
    "{side:label}：每名客戶每期計一次，共 {of:number} 次，其中服務級別高於應得級別 {above:number} 次，低於應得級別 {below:number} 次。",
  "rows-with-issues": "數據問題 {issues:number} 項，未有計入 {leftOut:number} 行。",
  "customer-classification/invalid-book": `客戶及其類別的名冊有誤[，有一欄為 {length} 行，應為 {expected} 行]${wrong}`,
  "customer-classification/invalid-member": `該行的客戶或類別無法讀取${wrong}`,
  "customer-classification/duplicate-client": "客戶「{client}」重複出現，只計算第一行。",
  "customer-classification/not-a-leaver": "客戶「{client}」列有離開原因，但並未離開名冊。",
  "customer-classification/invalid-migration": `遷徙結果並非由本系統得出，或已被更改${wrong}`,
  "customer-classification/ladders-differ":
    "兩份遷徙結果的級別次序不同，不能相加[；前者為 {a:list}][；後者為 {b:list}]。",
  "customer-classification/invalid-simulation": `試算的要求有誤[，有 {length} 項，應為 {expected} 項]${wrong}`,
} as const;
