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
  "client/unknown-client": "The client “{client}” is not in the list.",
  "controlKind.agreement": "Control by agreement",
  "controlKind.board-majority": "Majority of the board",
  "controlKind.variable-interest": "Variable-interest structure (VIE)",
  "groupTop.party": "Ultimate parent",
  "groupTop.circle": "Companies that control one another",
  "groupTop.concert": "Parties acting in concert",
  "client/invalid-ownership": `The ownership graph is not valid${wrong}`,
  "client/holding-out-of-range": "The share is {share:share}, which is not between 0% and 100%[ ({path})].",
  "client/party-of-itself": "“{party}” is named as its own owner, controller or partner[ ({path})].",
  "client/holding-repeated": "What “{owner}” holds in “{company}” is stated twice for the same day[ ({path})].",
  "client/holdings-contradict":
    "Two rows give different figures for what “{owner}” holds in “{company}” on the same day[ ({path})].",
  "client/capital-above-whole": "The shareholdings in “{company}” add up to {total:share}, more than 100%.",
  "client/votes-above-whole": "The voting rights in “{company}” add up to {total:share}, more than 100%.",
  "client/circle-owns-itself":
    "{companies:list} own one another completely, so no owner outside the circle can be determined.",
  "client/control-disputed": "More than one party is said to control “{company}”: {controllers:list}[ ({path})].",
  "client/concerts-overlap": "“{party}” is party to two agreements to act in concert at the same time[ ({path})].",
  "client/unknown-party": "“{party}” does not appear in the ownership graph.",
} as const satisfies ClientWords;
