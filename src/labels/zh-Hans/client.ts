import type { ClientWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** The client file: labels and sentences. */
export const client = {
  "contactChannel.meeting": "会面",
  "contactChannel.phone": "电话",
  "contactChannel.sms": "手机短信",
  "contactChannel.letter": "信函",
  "contactChannel.email": "电子邮件",
  "contactChannel.other": "其他",
  "clientKind.corporate": "公司客户",
  "clientKind.personal": "个人客户",
  "groupRole.parent": "母公司",
  "groupRole.subsidiary": "子公司",
  "groupRole.affiliate": "关联公司",
  "managerRole.primary": "客户经理（A角）",
  "managerRole.backup": "客户经理（B角）",
  "client/invalid-input": `客户档案资料有误${wrong}`,
  "client/duplicate-id": "账户编号重复[：{path}]。",
  "client/empty-id": "编号为空[：{path}]，请填写。",
  "client/managers-overlap": "自{from:date}起，同时有两名客户经理（A角）[：{path}]，请核对起止日期。",
  "client/reversed-dates": "结束日期{to:date}不晚于开始日期{from:date}[：{path}]。",
  "client/share-out-of-range": "表决权比例为 {share:share}，不在 0% 至 100% 之间[：{path}]。",
  "client/group-cycle": "集团“{group}”的成员循环持股，涉及客户“{client}”，请核对持股关系。",
  "client/unknown-client": "名单中没有客户“{client}”。",
} as const satisfies ClientWords;
