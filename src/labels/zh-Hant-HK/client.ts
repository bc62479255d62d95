import type { ClientWords } from "../words.ts";

export const client = {
  "contactChannel.meeting": "會面",
  "contactChannel.phone": "電話",
  "contactChannel.sms": "手機短訊",
  "contactChannel.letter": "信函",
  "contactChannel.email": "電子郵件",
  "contactChannel.other": "其他",
  "clientKind.corporate": "公司客戶",
  "clientKind.personal": "個人客戶",
  "groupRole.parent": "母公司",
  "groupRole.subsidiary": "子公司",
  "groupRole.affiliate": "關連公司",
  "managerRole.primary": "客戶經理（A角）",
  "managerRole.backup": "客戶經理（B角）",
} as const satisfies ClientWords;
