/**
 * Words in English: labels, sentences and dates, whole as `en` or room by room, each with those of the rooms below it
 * to be spread beside it.
 *
 * @packageDocumentation
 */
import { together } from "./together.ts";
import type { Labels } from "./words.ts";
import { calendar } from "./en/calendar.ts";
import { client } from "./en/client.ts";
import { complaints } from "./en/complaints.ts";
import { core } from "./en/core.ts";
import { customerClassification } from "./en/customer-classification.ts";
import { dates } from "./en/dates.ts";
import { documents } from "./en/documents.ts";
import { duties } from "./en/duties.ts";
import { exampleCards } from "./en/example-cards.ts";
import { figuresGrid } from "./en/figures-grid.ts";
import { figuresLines } from "./en/figures-lines.ts";
import { financialPlanning } from "./en/financial-planning.ts";
import { loans } from "./en/loans.ts";
import { money } from "./en/money.ts";
import { relationshipValue } from "./en/relationship-value.ts";
import { rendering } from "./en/rendering.ts";
import { resultDocuments } from "./en/result-documents.ts";
import { sla } from "./en/sla.ts";
import { strategyPlan } from "./en/strategy-plan.ts";
import { telling } from "./en/telling.ts";
import { timeValue } from "./en/time-value.ts";

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

/** Every word in English, except those of the ids of the example cards (`exampleCards`). */
export const en: Labels = /* @__PURE__ */ together(
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
