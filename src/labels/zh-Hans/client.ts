import type { ClientWords } from "../words.ts";

export const client = {
  "contactChannel.meeting": "会面",
  "contactChannel.phone": "电话",
  "contactChannel.sms": "手机短信",
  "contactChannel.letter": "信函",
  "contactChannel.email": "电子邮件",
  "contactChannel.other": "其它",
  "clientKind.corporate": "公司客户",
  "clientKind.personal": "个人客户",
  "groupRole.parent": "母公司",
  "groupRole.subsidiary": "子公司",
  "groupRole.affiliate": "关连公司",
  "managerRole.primary": "客户经理（A角）",
  "managerRole.backup": "客户经理（B角）",
} as const satisfies ClientWords;
