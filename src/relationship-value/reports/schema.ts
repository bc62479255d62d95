import * as z from "zod";

import { DecimalStringSchema, LocalDateSchema } from "../../core/schema.ts";
import { MoneySchema } from "../../money/schema.ts";
import { tracedItems, valueItems, type TracedItem, type ValueItem } from "../items.ts";
import { BookedItemSchema, IdSchema, IncomeBasisSchema } from "../statement/schema.ts";
import { ITEM_STATUSES } from "../types.ts";
import type { BusinessAdvice, StatedNeed, ValueDossier, ValueJudgement } from "./dossier.ts";
import type { ValueFact } from "./facts.ts";
import {
  AMOUNT_MEASURES,
  COUNT_MEASURES,
  SHARE_MEASURES,
  TEXT_MEASURES,
  VALUE_CRITERIA,
  VALUE_MEASURES,
} from "./measures.ts";

const FilledSchema = z.string().regex(/\S/);

const BasisSplitSchema = z
  .strictObject({ actual: MoneySchema.nullable(), accrued: MoneySchema.nullable(), estimated: MoneySchema.nullable() })
  .readonly();

/** The eleven items, each with a value of one kind. */
const eachItem = <T extends z.ZodType>(schema: T) =>
  z.strictObject(Object.fromEntries(valueItems.map((item) => [item, schema])) as Record<ValueItem, T>).readonly();

/** Income of one period; a statement has more members, which are its own sums. */
const ReportedValueSchema = z
  .looseObject({
    heads: z.strictObject({ direct: MoneySchema, related: MoneySchema, other: MoneySchema }).readonly().exactOptional(),
    total: MoneySchema.exactOptional(),
    items: eachItem(
      z
        .strictObject({
          status: z.enum(ITEM_STATUSES),
          amount: MoneySchema.nullable(),
          byBasis: BasisSplitSchema,
          lineCount: z.int().min(0),
          inTotal: z.boolean(),
        })
        .readonly(),
    ),
    trace: z
      .strictObject(
        Object.fromEntries(tracedItems.map((item) => [item, z.array(FilledSchema).readonly()])) as Record<
          TracedItem,
          z.ZodReadonly<z.ZodArray<typeof FilledSchema>>
        >,
      )
      .readonly()
      .exactOptional(),
    client: IdSchema.exactOptional(),
    conventions: z
      .looseObject({
        period: z.strictObject({ from: LocalDateSchema, to: LocalDateSchema }).readonly(),
        currency: FilledSchema,
      })
      .readonly()
      .exactOptional(),
  })
  .readonly();

const factShape = {
  id: IdSchema,
  name: FilledSchema.exactOptional(),
  basis: IncomeBasisSchema,
  source: FilledSchema,
  asOf: LocalDateSchema,
};

/** A fact of a client's business, told apart by its kind. */
export const ValueFactSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      ...factShape,
      kind: z.literal("amount"),
      measure: z.enum(AMOUNT_MEASURES),
      amount: MoneySchema,
      prior: MoneySchema.exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      ...factShape,
      kind: z.literal("share"),
      measure: z.enum(SHARE_MEASURES),
      share: DecimalStringSchema,
    })
    .readonly(),
  z
    .strictObject({
      ...factShape,
      kind: z.literal("count"),
      measure: z.enum(COUNT_MEASURES),
      count: z.int().min(0),
    })
    .readonly(),
  z
    .strictObject({
      ...factShape,
      kind: z.literal("text"),
      measure: z.enum(TEXT_MEASURES),
      text: FilledSchema,
    })
    .readonly(),
]) satisfies z.ZodType<ValueFact>;

/** A need as the client stated it. */
export const StatedNeedSchema = z
  .strictObject({ id: IdSchema, text: FilledSchema, source: FilledSchema, statedOn: LocalDateSchema })
  .readonly() satisfies z.ZodType<StatedNeed>;

/** A judgement of a client's value; that its evidence is known is looked at by the report. */
export const ValueJudgementSchema = z
  .strictObject({
    by: FilledSchema,
    on: LocalDateSchema,
    everyMonths: z.int().min(1).max(120),
    criteria: z
      .array(
        z
          .strictObject({
            criterion: z.enum(VALUE_CRITERIA),
            finding: FilledSchema,
            evidence: z.array(FilledSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly() satisfies z.ZodType<ValueJudgement>;

/** A business advised; that its need and evidence are known is looked at by the report. */
export const BusinessAdviceSchema = z
  .strictObject({
    id: IdSchema,
    need: IdSchema,
    product: FilledSchema,
    item: BookedItemSchema,
    expected: z
      .strictObject({ amount: MoneySchema, basis: IncomeBasisSchema, method: FilledSchema })
      .readonly()
      .exactOptional(),
    department: FilledSchema,
    by: LocalDateSchema,
    reasons: z.array(FilledSchema).min(1).readonly(),
    evidence: z.array(FilledSchema).readonly(),
    unrelatedToCredit: z.boolean().exactOptional(),
  })
  .readonly() satisfies z.ZodType<BusinessAdvice>;

/** What is known of one client, for the three reports. */
export const ValueDossierSchema = z
  .strictObject({
    client: IdSchema,
    manager: IdSchema.exactOptional(),
    value: z.union([ReportedValueSchema, z.literal("none")]).exactOptional(),
    prior: z.union([ReportedValueSchema, z.literal("none")]).exactOptional(),
    hasCredit: z.boolean().exactOptional(),
    facts: z.array(ValueFactSchema).readonly().exactOptional(),
    notApplicable: z.array(z.enum(VALUE_MEASURES)).readonly().exactOptional(),
    needs: z.array(StatedNeedSchema).readonly().exactOptional(),
    judgement: ValueJudgementSchema.exactOptional(),
    advice: z.array(BusinessAdviceSchema).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<ValueDossier>;
