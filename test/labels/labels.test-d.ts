import { expectTypeOf, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import * as english from "../../src/labels/en.ts";
import type { LabelKey, LabelKind, Labels, RelationshipValueWords, SlaWords } from "../../src/labels/index.ts";
import * as simplified from "../../src/labels/zh-Hans.ts";
import * as traditional from "../../src/labels/zh-Hant-HK.ts";
import type { CustomerClassificationReasons } from "../../src/customer-classification/index.ts";
import type { RelationshipValueReasons, ValueItem } from "../../src/relationship-value/index.ts";
import type { PlanDocumentLabels, RenderingReasons } from "../../src/rendering/index.ts";
import type { CalendarReasons } from "../../src/calendar/index.ts";
import type { ClientReasons } from "../../src/client/index.ts";
import type { ComplaintReasons } from "../../src/complaints/index.ts";
import type { DutyReasons } from "../../src/duties/index.ts";
import type { FinancialPlanningReasons } from "../../src/financial-planning/index.ts";
import type { StrategyPlanReasons } from "../../src/strategy-plan/index.ts";
import type { CoreReasons } from "../../src/core/index.ts";
import type { LoanReasons } from "../../src/loans/index.ts";
import type { MoneyReasons } from "../../src/money/index.ts";
import type { TimeValueReasons } from "../../src/time-value/index.ts";
import type { SlaReasons } from "../../src/sla/index.ts";
import {
  label,
  tell,
  type FactsByKey,
  type Misfits,
  type MisfitsOf,
  type TellingIssue,
  type Words,
} from "../../src/telling/index.ts";

test("words with a label or a sentence missing do not compile", () => {
  const { "valueHead.direct": direct, ...heads } = english.relationshipValue;
  expectTypeOf(direct).toExtend<string>();
  // @ts-expect-error -- valueHead.direct is missing
  heads satisfies RelationshipValueWords;
  const { allowed, ...lines } = english.sla;
  expectTypeOf(allowed).toExtend<string>();
  // @ts-expect-error -- the sentence of "allowed" is missing
  lines satisfies SlaWords;
});

test("words with one too many do not compile", () => {
  // @ts-expect-error -- there is no such head
  ({ ...english.relationshipValue, "valueHead.indirect": "Indirect" }) satisfies RelationshipValueWords;
  // @ts-expect-error -- there is no such line
  ({ ...english.sla, "allowed-for": "The time allowed" }) satisfies SlaWords;
});

test("an unknown key does not compile; with labels of the bank's own any key does", () => {
  // @ts-expect-error -- there is no such item
  label(en, "valueItem.deposits");
  const key = "reason.R1" as `reason.${string}`;
  expectTypeOf(label(en, key, { "reason.R1": "Income" })).toEqualTypeOf<string>();
});

test("every literal of a room is a key, and each language fits what takes words", () => {
  expectTypeOf<`valueItem.${ValueItem}`>().toExtend<LabelKey>();
  expectTypeOf<"slaState">().toExtend<LabelKind>();
  expectTypeOf(en).toExtend<PlanDocumentLabels>();
  expectTypeOf(en).toExtend<Labels>();
  expectTypeOf(simplified.zhHans).toExtend<Labels>();
  expectTypeOf(traditional.zhHantHK).toExtend<Labels>();
  expectTypeOf(en).toExtend<Words>();
  tell({ code: "allowed", amount: 3, unit: "working-day" }, en);
});

interface Example {
  readonly n: number;
  readonly at: string;
  readonly who?: string;
  readonly final: boolean;
}

test("a placeholder has to be a fact of the reason, of the right kind, and there", () => {
  expectTypeOf<MisfitsOf<"{n}, {at:moment}[, {who}][, {!who}][{final}]", Example>>().toBeNever();
  expectTypeOf<MisfitsOf<"{m}", Example>>().toEqualTypeOf<"m">();
  expectTypeOf<MisfitsOf<"{n:date}", Example>>().toEqualTypeOf<"n:date">();
  expectTypeOf<MisfitsOf<"{at:when}", Example>>().toEqualTypeOf<"at:when">();
  expectTypeOf<MisfitsOf<"by {who}", Example>>().toEqualTypeOf<"who">();
  expectTypeOf<MisfitsOf<"[by {whom}]", Example>>().toEqualTypeOf<"whom">();
  expectTypeOf<MisfitsOf<"{n at:duration} {at n:duration}", Example>>().toEqualTypeOf<"at n:duration">();
  expectTypeOf<MisfitsOf<string, Example>>().toEqualTypeOf<"not a literal">();
  expectTypeOf<MisfitsOf<"{final}", Example>>().toEqualTypeOf<"final">();
});

type AllReasons =
  | CoreReasons
  | MoneyReasons
  | CalendarReasons
  | TimeValueReasons
  | LoanReasons
  | SlaReasons
  | TellingIssue
  | ClientReasons
  | ComplaintReasons
  | DutyReasons
  | FinancialPlanningReasons
  | RenderingReasons
  | StrategyPlanReasons
  | CustomerClassificationReasons
  | RelationshipValueReasons;

type Facts = FactsByKey<AllReasons>;
/** Of the rooms one by one, whose sentences are literals; the whole is said to be `Labels`. */
type MisfitsIn<Language> = {
  [Room in keyof Language]: Labels extends Language[Room] ? never : Misfits<Language[Room], Facts>;
}[keyof Language];

test("every sentence of every language fits the facts of its reason", () => {
  expectTypeOf<MisfitsIn<typeof english>>().toBeNever();
  expectTypeOf<MisfitsIn<typeof simplified>>().toBeNever();
  expectTypeOf<MisfitsIn<typeof traditional>>().toBeNever();
});
