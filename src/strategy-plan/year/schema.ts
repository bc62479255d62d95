import * as z from "zod";

import { PeriodSchema } from "../../calendar/schema.ts";
import { MoneySchema } from "../../money/schema.ts";
import { valueHeads } from "../../relationship-value/index.ts";
import type { BookedIncome } from "./bookings.ts";

const text = z.string().regex(/\S/);

/** One booked income of the client. */
export const BookedIncomeSchema = z
  .strictObject({
    id: text,
    amount: MoneySchema,
    period: PeriodSchema,
    head: z.enum(valueHeads),
    action: text.exactOptional(),
  })
  .readonly() satisfies z.ZodType<BookedIncome>;
