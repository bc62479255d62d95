import * as z from "zod";

import { bookedItems, incomeBases, valueItems, type BookedItem, type IncomeBasis, type ValueItem } from "../items.ts";

/** Without blanks around it. */
export const IdSchema = z.string().regex(/^\S(?:[\s\S]*\S)?$/);

/** One of the eight items a line can be booked to. */
export const BookedItemSchema = z.enum(bookedItems) satisfies z.ZodType<BookedItem>;

/** One of the eleven items of the statement. */
export const ValueItemSchema = z.enum(valueItems) satisfies z.ZodType<ValueItem>;

/** How certain an income is. */
export const IncomeBasisSchema = z.enum(incomeBases) satisfies z.ZodType<IncomeBasis>;
