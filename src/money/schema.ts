/**
 * Shapes of money, rates and rounding modes for data that comes from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { ROUNDING_MODES } from "../core/index.ts";
import { LocalDateSchema } from "../core/schema.ts";
import { exactMinor } from "./amount.ts";
import { codesByExponent, exponentOrMinus, isCurrency } from "./currency.ts";
import type { ExchangeRate, Money, RoundingMode } from "./types.ts";

const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, { error: "not an active ISO 4217 code with a minor unit" });

/** An ISO 4217 code money can be held in: active, upper case, with a minor unit. */
export const CurrencySchema = currencyCode.meta({ enum: codesByExponent().flatMap(([, codes]) => codes) });

/** Most digits of an amount in minor units. */
const MAX_DIGITS = 18;

/** What a JSON Schema says of amounts, by the fraction digits their currency has. */
const amountsByCurrency = codesByExponent().map(([exponent, codes]) => {
  const whole = `(0|[1-9]\\d{0,${String(MAX_DIGITS - exponent - 1)}})`;
  const fraction = exponent === 0 ? "" : `(\\.\\d{1,${String(exponent)}})?`;
  return {
    type: "object",
    properties: { amount: { type: "string", pattern: `^-?${whole}${fraction}$` }, currency: { enum: codes } },
  };
});

function fits({ amount, currency }: Money): boolean {
  const exponent = exponentOrMinus(currency);
  if (exponent < 0) return false;
  try {
    exactMinor(amount, currency, exponent, ["amount"]);
    return true;
  } catch {
    return false;
  }
}

/** Money: a plain decimal string with at most the currency's fraction digits and 18 digits in minor units. */
export const MoneySchema = z
  .strictObject({
    amount: z
      .string()
      .max(80)
      .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/),
    currency: currencyCode,
  })
  .refine(fits, {
    error: "more fraction digits than the currency has, or more than 18 digits in minor units",
    path: ["amount"],
  })
  .readonly()
  .meta({ anyOf: amountsByCurrency }) satisfies z.ZodType<Money>;

/** One of the seven rounding modes. */
export const RoundingModeSchema = z.enum(ROUNDING_MODES) satisfies z.ZodType<RoundingMode>;

/** A dated exchange rate: a positive decimal string between two currencies, with its source. */
export const ExchangeRateSchema = z
  .strictObject({
    from: CurrencySchema,
    to: CurrencySchema,
    rate: z
      .string()
      .max(80)
      .regex(/^(0|[1-9]\d*)(\.\d+)?$/)
      .refine((rate) => /[1-9]/.test(rate), { error: "not above zero" }),
    date: LocalDateSchema,
    source: z.string().regex(/\S/),
  })
  .readonly() satisfies z.ZodType<ExchangeRate>;
