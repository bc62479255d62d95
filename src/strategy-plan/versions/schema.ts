import * as z from "zod";

import { MERGE_SIDES, type MergeDecision } from "./merge.ts";
import type { JsonPatchOperation } from "./patch.ts";

const path = z.string();
const value = z.json();

/** One operation of JSON Patch (RFC 6902). */
export const JsonPatchOperationSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("add"), path, value }).readonly(),
  z.strictObject({ op: z.literal("remove"), path }).readonly(),
  z.strictObject({ op: z.literal("replace"), path, value }).readonly(),
  z.strictObject({ op: z.literal("move"), path, from: path }).readonly(),
  z.strictObject({ op: z.literal("copy"), path, from: path }).readonly(),
  z.strictObject({ op: z.literal("test"), path, value }).readonly(),
]) satisfies z.ZodType<JsonPatchOperation>;

/** Whose side is taken in a conflict of a merge. */
export const MergeDecisionSchema = z
  .strictObject({ at: z.string().regex(/\S/), take: z.enum(MERGE_SIDES) })
  .readonly() satisfies z.ZodType<MergeDecision>;
