/**
 * Words in simplified Chinese (简体中文): labels, sentences and dates, whole as `zhHans` or room by room, each with those of the rooms below it
 * to be spread beside it.
 *
 * @packageDocumentation
 */
import { together } from "./together.ts";
import type { Labels } from "./words.ts";
import { calendar } from "./zh-Hans/calendar.ts";
import { client } from "./zh-Hans/client.ts";
import { complaints } from "./zh-Hans/complaints.ts";
import { core } from "./zh-Hans/core.ts";
import { customerClassification } from "./zh-Hans/customer-classification.ts";
import { dates } from "./zh-Hans/dates.ts";
import { documents } from "./zh-Hans/documents.ts";
import { duties } from "./zh-Hans/duties.ts";
import { exampleCards } from "./zh-Hans/example-cards.ts";
import { figuresGrid } from "./zh-Hans/figures-grid.ts";
import { figuresLines } from "./zh-Hans/figures-lines.ts";
import { financialPlanning } from "./zh-Hans/financial-planning.ts";
import { loans } from "./zh-Hans/loans.ts";
import { money } from "./zh-Hans/money.ts";
import { relationshipValue } from "./zh-Hans/relationship-value.ts";
import { rendering } from "./zh-Hans/rendering.ts";
import { resultDocuments } from "./zh-Hans/result-documents.ts";
import { sla } from "./zh-Hans/sla.ts";
import { strategyPlan } from "./zh-Hans/strategy-plan.ts";
import { telling } from "./zh-Hans/telling.ts";
import { timeValue } from "./zh-Hans/time-value.ts";

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

/** Every word in simplified Chinese (简体中文), except those of the ids of the example cards (`exampleCards`). */
export const zhHans: Labels = /* @__PURE__ */ together(
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
