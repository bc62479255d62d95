import type { ClientWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** The client file: labels and sentences. */
export const client = {
  "contactChannel.meeting": "會面",
  "contactChannel.phone": "電話",
  "contactChannel.sms": "手機短訊",
  "contactChannel.letter": "信件",
  "contactChannel.email": "電郵",
  "contactChannel.other": "其他",
  "clientKind.corporate": "公司客戶",
  "clientKind.personal": "個人客戶",
  "groupRole.parent": "控股公司",
  "groupRole.subsidiary": "附屬公司",
  "groupRole.affiliate": "關連公司",
  "managerRole.primary": "主要客戶經理",
  "managerRole.backup": "後備客戶經理",
  "client/invalid-input": `客戶檔案資料有誤${wrong}`,
  "client/duplicate-id": "賬戶編號重複[：{path}]。",
  "client/empty-id": "未有填寫編號[：{path}]，請填寫。",
  "client/managers-overlap": "由{from:date}起，同時有兩名主要客戶經理[：{path}]，請核對起止日期。",
  "client/reversed-dates": "結束日期{to:date}並非在開始日期{from:date}之後[：{path}]。",
  "client/share-out-of-range": "投票權比例為 {share:share}，並非介乎 0% 至 100%[：{path}]。",
  "client/group-cycle": "集團「{group}」的成員循環持股，涉及客戶「{client}」，請核對持股關係。",
  "client/unknown-client": "名單內沒有客戶「{client}」。",
} as const satisfies ClientWords;
