import { fc, test as law } from "@fast-check/vitest";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import * as z from "zod";

import { InstantSchema, LocalDateSchema } from "../../src/core/schema.ts";
import { CurrencySchema, MoneySchema } from "../../src/money/schema.ts";

const ajv = new Ajv2020({ strict: true, strictTypes: true });
const valid = (schema: z.ZodType): ((value: unknown) => boolean) => ajv.compile(z.toJSONSchema(schema));
const date = valid(LocalDateSchema);
const moment = valid(InstantSchema);
const currency = valid(CurrencySchema);
const amount = valid(MoneySchema);

/** Whether a validator of JSON Schema and the schema say the same. */
const agree = (json: (value: unknown) => boolean, schema: z.ZodType, value: unknown): void => {
  expect([value, json(value)]).toEqual([value, schema.safeParse(value).success]);
};

const two = (n: number): string => String(n).padStart(2, "0");

describe("what a JSON Schema refuses is what the schema refuses", () => {
  test("every day that could be written in the years around a century, and none that does not exist", () => {
    let dates = 0;
    for (const year of ["0000", "0001", "0004", "1900", "2000", "2023", "2024", "2100", "9996", "9999"]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const written = `${year}-${two(month)}-${two(day)}`;
          agree(date, LocalDateSchema, written);
          const at = new Date(`${written}T00:00:00Z`);
          const exists = year !== "0000" && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
          expect([written, date(written)]).toEqual([written, exists]);
          if (exists) dates++;
        }
      }
    }
    // nine years of 365 days; 0004, 2000, 2024 and 9996 have one more
    expect(dates).toBe(9 * 365 + 4);
  });

  test.each([
    "2026-02-13 10:00:00",
    "2026-02-13T10:00:00",
    "2026-02-13T24:00:00Z",
    "2026-02-30T10:00:00Z",
    "2026-02-13T10:00:00+18:01",
    "2026-02-13T10:00:00.1234567890Z",
    "2026-02-13T10:00:60Z",
  ])("%s is not a moment", (text) => {
    expect([moment(text), InstantSchema.safeParse(text).success]).toEqual([false, false]);
  });

  test.each(["2026-02-13T10:00:00Z", "2024-02-29T23:59:59.123456789-18:00", "2026-02-13T10:00:00+08:00"])(
    "%s is one",
    (text) => {
      expect([moment(text), InstantSchema.safeParse(text).success]).toEqual([true, true]);
    },
  );

  test("every code of three capitals", () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
    const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    for (const code of codes) agree(currency, CurrencySchema, code);
    expect(codes.filter((code) => currency(code)).length).toBe(165);
  });

  const digits = fc.stringMatching(/^-?[0-9]{1,20}(\.[0-9]{0,6})?$/);
  law.prop([digits, fc.constantFrom("JPY", "CNY", "KWD", "CLF", "XAU", "RMB")])("money of any digits", (text, code) => {
    agree(amount, MoneySchema, { amount: text, currency: code });
  });

  test.each([
    ["1", "JPY", true],
    ["1.5", "JPY", false],
    ["1.55", "CNY", true],
    ["1.555", "CNY", false],
    ["1.555", "KWD", true],
    ["1.5555", "CLF", true],
    ["9999999999999999.99", "CNY", true],
    ["10000000000000000.00", "CNY", false],
    ["01", "CNY", false],
    ["1", "XYZ", false],
  ])("%s %s: %s", (text, code, is) => {
    expect(amount({ amount: text, currency: code })).toBe(is);
    agree(amount, MoneySchema, { amount: text, currency: code });
  });
});
