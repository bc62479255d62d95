/**
 * Words in simplified Chinese (简体中文): labels, sentences and dates, whole as `zhHans` or room by room, each with those of the rooms below it
 * to be spread beside it.
 *
 * @packageDocumentation
 */
import { together } from "../together.ts";
import { calendar } from "./calendar.ts";
import { client } from "./client.ts";
import { complaints } from "./complaints.ts";
import { core } from "./core.ts";
import { customerClassification } from "./customer-classification.ts";
import { dates } from "./dates.ts";
import { duties } from "./duties.ts";
import { exampleCards } from "./example-cards.ts";
import { financialPlanning } from "./financial-planning.ts";
import { loans } from "./loans.ts";
import { relationshipValue } from "./relationship-value.ts";
import { rendering } from "./rendering.ts";
import { sla } from "./sla.ts";
import { strategyPlan } from "./strategy-plan.ts";

export {
  calendar,
  client,
  complaints,
  core,
  customerClassification,
  dates,
  duties,
  exampleCards,
  financialPlanning,
  loans,
  relationshipValue,
  rendering,
  sla,
  strategyPlan,
};

/** Every word in simplified Chinese (简体中文). */
export const zhHans = /* @__PURE__ */ together(
  { dates },
  core,
  calendar,
  client,
  loans,
  duties,
  sla,
  customerClassification,
  exampleCards,
  relationshipValue,
  financialPlanning,
  strategyPlan,
  complaints,
  rendering,
);
