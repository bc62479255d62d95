import { describe, expect, test } from "vitest";

import { currencyCodes, currencyExponent, formatMoney, money, type Money } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";

/** Locale data separates code and figure by a no-break space. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const nine: Money = { amount: "90071992547409931.27", currency: "CNY" };

describe("plain", () => {
  test.each([
    ["zh-Hans-CN", nine, "¥90,071,992,547,409,931.27"],
    ["zh-HK", nine, "CN¥90,071,992,547,409,931.27"],
    ["zh-Hant-HK", nine, "CN¥90,071,992,547,409,931.27"],
    ["en", nine, "CN¥90,071,992,547,409,931.27"],
    ["zh-Hans-CN", money("9999999999999999.99", "CNY"), "¥9,999,999,999,999,999.99"],
    ["zh-Hans-CN", money("-1234.5", "CNY"), "-¥1,234.50"],
    ["zh-Hant-HK", money("1234.5", "HKD"), "HK$1,234.50"],
    ["en", money("0", "USD"), "$0.00"],
    ["en", money("-0", "USD"), "$0.00"],
    ["en", money("1234", "JPY"), "¥1,234"],
    ["zh-Hans-CN", money("1234", "JPY"), "JP¥1,234"],
    ["en", money("1234.5", "KWD"), "KWD 1,234.500"],
    ["en", money("1234.5", "CLF"), "CLF 1,234.5000"],
    ["en", money("5", "XAD"), "XAD 5.00"], // newer than most locale data
  ])("%s %o", (locale, m, expected) => {
    expect(plain(formatMoney(m, { locale }))).toBe(expected);
    expect(plain(formatMoney(m, { locale, style: "plain" }))).toBe(expected);
  });

  test.each([
    "AFN",
    "ALL",
    "COP",
    "HUF",
    "IDR",
    "IQD",
    "IRR",
    "KPW",
    "LAK",
    "LBP",
    "MGA",
    "MMK",
    "PKR",
    "SOS",
    "SYP",
    "YER",
  ])("%s keeps the cents that locale data would drop", (code) => {
    const digits = code === "IQD" ? "1,234.567" : "1,234.56";
    const m = money(digits.replace(",", ""), code);
    for (const locale of ["en", "zh-Hans-CN", "zh-HK"]) expect(formatMoney(m, { locale })).toContain(digits);
  });

  test("every currency shows exactly its own digits", () => {
    for (const code of currencyCodes()) {
      const exponent = currencyExponent(code);
      const fraction = exponent === 0 ? "" : `.${"1".repeat(exponent)}`;
      const text = formatMoney(money(`7${fraction}`, code), { locale: "en" });
      expect(text.endsWith(`7${fraction}`), `${code} ${text}`).toBe(true);
    }
  });
});

test("what is remembered of earlier calls never shows", () => {
  const all = (): string[] =>
    ["en", "zh-Hans-CN", "de"].flatMap((locale) =>
      currencyCodes().map((code) => formatMoney(money("7", code), { locale })),
    );
  expect(all()).toStrictEqual(all());
});

test("256 formatters are kept, and all are dropped before there are more", () => {
  const keys = ["en", "zh-HK"].flatMap((locale) => currencyCodes().map((code) => [locale, code] as const));
  const { NumberFormat } = Intl;
  let made = 0;
  const madeFor = (count: number): number => {
    made = 0;
    for (const [locale, code] of keys.slice(0, count)) formatMoney(money("7", code), { locale });
    return made;
  };
  Intl.NumberFormat = class extends NumberFormat {
    constructor(...args: ConstructorParameters<typeof NumberFormat>) {
      super(...args);
      made++;
    }
  } as typeof NumberFormat;
  try {
    madeFor(256);
    madeFor(256);
    expect(madeFor(256)).toBe(0);
    madeFor(257);
    expect(madeFor(257)).toBeGreaterThan(0);
  } finally {
    Intl.NumberFormat = NumberFormat;
  }
});

describe("compact", () => {
  test.each([
    ["zh-Hans-CN", "123456789", "CNY", "¥1.23亿"],
    ["zh-Hans-CN", "123500000", "CNY", "¥1.24亿"], // 1.235, tie away from zero
    ["zh-Hans-CN", "122500000", "CNY", "¥1.23亿"], // 1.225, tie away from zero
    ["zh-Hans-CN", "-122500000", "CNY", "-¥1.23亿"],
    ["zh-Hans-CN", "100000000", "CNY", "¥1.00亿"],
    ["zh-Hans-CN", "99999999", "CNY", "¥1.00亿"],
    ["zh-Hans-CN", "12345", "CNY", "¥1.23万"],
    ["zh-Hans-CN", "9999.99", "CNY", "¥9,999.99"],
    ["zh-Hans-CN", "-12.5", "CNY", "-¥12.50"],
    ["zh-Hans-CN", "123456789", "JPY", "JP¥1.23亿"],
    ["zh-Hans-CN", "500", "JPY", "JP¥500"],
    ["en", "123456789", "USD", "$123.46M"],
    ["en", "999.99", "USD", "$999.99"],
    ["en", "1234", "KWD", "KWD 1.23K"],
    ["zh-HK", "123456789", "HKD", "HK$123.46M"],
  ])("%s %s %s", (locale, amount, currency, expected) => {
    expect(plain(formatMoney(money(amount, currency), { locale, style: "compact" }))).toBe(expected);
  });
});

describe("refusals", () => {
  const m = money("1", "CNY");
  test.each([
    ["not a tag!", "string(10)", {}],
    ["", "string(0)", {}],
    ["zh_CN", "string(5)", { didYouMean: "zh-CN" }],
    [undefined, "undefined", {}],
    [["zh"], "array(1)", {}],
  ])("locale %j", (locale, received, meant) => {
    expect(refusalOf(() => formatMoney(m, { locale: locale as string }))).toStrictEqual({
      code: "money/invalid-format",
      path: ["options", "locale"],
      details: { received, languageTag: true, ...meant },
    });
  });

  test("a language nobody has data for is refused, not written in the host's own", () => {
    expect(refusalOf(() => formatMoney(m, { locale: "tlh" }))).toStrictEqual({
      code: "money/invalid-format",
      path: ["options", "locale"],
      details: { received: "string(3)", reason: "not-supported" },
    });
  });

  test.each([
    [undefined, "undefined"],
    [null, "null"],
    ["en", "string(2)"],
  ])("options %j", (options, received) => {
    expect(refusalOf(() => formatMoney(m, options as never))).toStrictEqual({
      code: "money/invalid-format",
      path: ["options"],
      details: { received },
    });
  });

  test("style", () => {
    expect(refusalOf(() => formatMoney(m, { locale: "en", style: "short" as "plain" }))).toStrictEqual({
      code: "money/invalid-format",
      path: ["options", "style"],
      details: { received: "string(5)", allowed: ["plain", "compact"] },
    });
  });

  test.each([
    [{ amount: "1.234", currency: "CNY" }, "money/too-many-fraction-digits", ["m", "amount"]],
    [{ amount: "1e3", currency: "CNY" }, "money/invalid-amount", ["m", "amount"]],
    [{ amount: 5 as unknown as string, currency: "CNY" }, "money/invalid-amount", ["m", "amount"]],
    [{ amount: "1", currency: "cny" }, "money/unknown-currency", ["m", "currency"]],
  ])("money %o", (bad, code, path) => {
    expect(refusalOf(() => formatMoney(bad, { locale: "en" }))).toMatchObject({ code, path });
  });
});
