import type { ClientWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** The client file: labels and sentences. */
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
  "managerRole.backup": "Backup relationship manager",
  "client/invalid-input": `The client file is not valid${wrong}`,
  "client/duplicate-id": "Two accounts have the same number[ ({path})].",
  "client/empty-id": "An ID is empty[ ({path})]; fill it in.",
  "client/managers-overlap":
    "From {from:date} there are two primary relationship managers at the same time[ ({path})]; check the dates.",
  "client/reversed-dates": "The end date, {to:date}, is not after the start date, {from:date}[ ({path})].",
  "client/share-out-of-range":
    "The share of voting rights is {share:share}, which is not between 0% and 100%[ ({path})].",
  "client/group-cycle":
    "The holdings within the group “{group}” are circular and include the client “{client}”; check who holds whom.",
  "client/unknown-client": "The client “{client}” is not in the list.",
} as const satisfies ClientWords;
