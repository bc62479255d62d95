import type { Path } from "../core/index.ts";
import { asGiven, shapeOf } from "../core/inner.ts";
import { minorOf } from "./amount.ts";
import type { Money } from "./types.ts";

/** What amount and currency say is read together. */
const readParts = shapeOf<Money>({ amount: asGiven, currency: asGiven });

/** Money in a document: an amount in its currency, and no other members; a bad amount is refused with money's own codes. */
export function readMoney<C extends string>(value: Money<C>, path: Path, code: string): Money<C> {
  if (typeof (value as unknown) === "object" && (value as unknown) !== null) readParts(value, path, code);
  minorOf(value, path);
  return value;
}
