/**
 * Words in traditional Chinese as used in Hong Kong (香港繁體中文): labels, sentences and dates, whole as `zhHantHK` or room by room, each with those of the rooms below it
 * to be spread beside it.
 *
 * @packageDocumentation
 */
import { together } from "./together.ts";
import type { Labels } from "./words.ts";
import { calendar } from "./zh-Hant-HK/calendar.ts";
import { client } from "./zh-Hant-HK/client.ts";
import { complaints } from "./zh-Hant-HK/complaints.ts";
import { core } from "./zh-Hant-HK/core.ts";
import { customerClassification } from "./zh-Hant-HK/customer-classification.ts";
import { dates } from "./zh-Hant-HK/dates.ts";
import { documents } from "./zh-Hant-HK/documents.ts";
import { duties } from "./zh-Hant-HK/duties.ts";
import { exampleCards } from "./zh-Hant-HK/example-cards.ts";
import { figuresGrid } from "./zh-Hant-HK/figures-grid.ts";
import { figuresLines } from "./zh-Hant-HK/figures-lines.ts";
import { financialPlanning } from "./zh-Hant-HK/financial-planning.ts";
import { loans } from "./zh-Hant-HK/loans.ts";
import { money } from "./zh-Hant-HK/money.ts";
import { relationshipValue } from "./zh-Hant-HK/relationship-value.ts";
import { rendering } from "./zh-Hant-HK/rendering.ts";
import { resultDocuments } from "./zh-Hant-HK/result-documents.ts";
import { sla } from "./zh-Hant-HK/sla.ts";
import { strategyPlan } from "./zh-Hant-HK/strategy-plan.ts";
import { telling } from "./zh-Hant-HK/telling.ts";
import { timeValue } from "./zh-Hant-HK/time-value.ts";

export {
  calendar,
  client,
  complaints,
  core,
  customerClassification,
  dates,
  documents,
  duties,
  exampleCards,
  figuresGrid,
  figuresLines,
  financialPlanning,
  loans,
  money,
  relationshipValue,
  rendering,
  resultDocuments,
  sla,
  strategyPlan,
  telling,
  timeValue,
};

/** Every word in traditional Chinese as used in Hong Kong (香港繁體中文), except those of the ids of the example cards (`exampleCards`). */
export const zhHantHK: Labels = /* @__PURE__ */ together(
  { dates },
  core,
  money,
  calendar,
  timeValue,
  client,
  loans,
  duties,
  sla,
  customerClassification,
  relationshipValue,
  financialPlanning,
  strategyPlan,
  complaints,
  resultDocuments,
  rendering,
  figuresGrid,
  figuresLines,
  documents,
  telling,
);
