import * as z from "zod";

import type { PeerCount } from "./peers.ts";
import type { CatalogueProduct } from "./white-space.ts";

const text = z.string().regex(/\S/);

/** One product of the bank’s catalogue. */
export const CatalogueProductSchema = z
  .strictObject({ id: text, name: text.exactOptional(), family: text.exactOptional() })
  .readonly() satisfies z.ZodType<CatalogueProduct>;

/** How many clients like this one have a product. */
export const PeerCountSchema = z
  .strictObject({ product: text, n: z.int().min(0), adopted: z.int().min(0) })
  .refine(({ n, adopted }) => adopted <= n, { error: "more than there are peers", path: ["adopted"] })
  .readonly() satisfies z.ZodType<PeerCount>;
