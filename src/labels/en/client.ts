import type { ClientWords } from "../words.ts";

export const client = {
  "contactChannel.meeting": "Meeting",
  "contactChannel.phone": "Phone",
  "contactChannel.sms": "SMS",
  "contactChannel.letter": "Letter",
  "contactChannel.email": "E-mail",
  "contactChannel.other": "Other",
  "clientKind.corporate": "Corporate client",
  "clientKind.personal": "Personal client",
  "groupRole.parent": "Parent company",
  "groupRole.subsidiary": "Subsidiary",
  "groupRole.affiliate": "Affiliate",
  "managerRole.primary": "Relationship manager",
  "managerRole.backup": "Stand-in manager",
} as const satisfies ClientWords;
