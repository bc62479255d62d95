import type { Path } from "../core/index.ts";
import { describeCurrency, moneyError } from "./errors.ts";

/**
 * The edition of ISO 4217 List One that {@link currencyExponent} follows.
 *
 * 178 codes, of which 165 have a minor unit; the 13 without (metals, the SDR, bond-market and test codes) are refused.
 *
 * @see https://www.six-group.com/dam/download/financial-information/data-center/iso-currrency/lists/list-one.xml
 */
export const ISO_4217_PUBLISHED = "2026-09-17";

/** Codes by number of fraction digits, three letters each, without separator. */
const CODES: readonly (readonly [exponent: number, codes: string])[] = [
  [0, "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF"],
  [
    2,
    "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCNYCOPCOUCRCCUPCVECZKDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGTQGYDHKDHNLHTGHUFIDRILSINRIRRJMDKESKGSKHRKPWKYDKZTLAKLBPLKRLRDLSLMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDPABPENPGKPHPPKRPLNQARRONRSDRUBSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTOPTRYTTDTWDTZSUAHUSDUSNUYUUZSVEDVESWSTXADXCDXCGYERZARZMWZWG",
  ],
  [3, "BHDIQDJODKWDLYDOMRTND"],
  [4, "CLFUYW"],
];

/** Listed codes to which ISO 4217 assigns no minor unit ("N.A."). */
const WITHOUT_MINOR_UNIT = "XAGXAUXBAXBBXBCXBDXDRXPDXPTXSUXTSXUAXXX";

/** Codes of a number of fraction digits, for the schema of money; nothing else needs them by number. */
export const codesByExponent = (): readonly (readonly [exponent: number, codes: readonly string[]])[] =>
  CODES.map(([exponent, codes]) => [exponent, threes(codes)]);

const threes = (codes: string): string[] =>
  Array.from({ length: codes.length / 3 }, (_, index) => codes.slice(index * 3, index * 3 + 3));

/** Fraction digits by code, at the position of its three letters among all 26 × 26 × 26; -1 where there is no code. */
const EXPONENTS = /* @__PURE__ */ (() => {
  const table = new Int8Array(26 ** 3).fill(-1);
  for (const [exponent, codes] of CODES) for (const code of threes(codes)) table[placeOf(code)] = exponent;
  return table;
})();

/** Position of a code of three capital letters; for any other value one outside the table. */
function placeOf(code: unknown): number {
  if (typeof code !== "string" || code.length !== 3) return -1;
  const a = code.charCodeAt(0) - 65;
  const b = code.charCodeAt(1) - 65;
  const c = code.charCodeAt(2) - 65;
  // with another first letter the position is outside the table
  return b >= 0 && b < 26 && c >= 0 && c < 26 ? (a * 26 + b) * 26 + c : -1;
}

/** Exponent of a code, -1 when it is not one. */
export function exponentOrMinus(code: unknown): number {
  return EXPONENTS[placeOf(code)] ?? -1;
}

/** Exponent of a code, or the error that says where it was. */
export function exponentAt(code: unknown, path: Path): number {
  const exponent = exponentOrMinus(code);
  if (exponent >= 0) return exponent;
  const received = describeCurrency(code);
  if (threes(WITHOUT_MINOR_UNIT).includes(received)) {
    throw moneyError("money/unknown-currency", `${path.join(".")}: no minor unit in ISO 4217`, path, {
      received,
      reason: "no-minor-unit",
    });
  }
  const meant = meantBy(received);
  throw moneyError("money/unknown-currency", `${path.join(".")}: not an active ISO 4217 code in capitals`, path, {
    received,
    reason: "not-listed",
    ...(meant === null ? {} : { didYouMean: meant }),
  });
}

/** The code that was probably meant: the same in capitals, or the one of the renminbi for its short name. */
function meantBy(code: string): string | null {
  const capitals = code.toUpperCase();
  if (capitals === "RMB") return "CNY";
  return exponentOrMinus(capitals) >= 0 ? capitals : null;
}

/**
 * Number of fraction digits of a currency's minor unit (最小货币单位): 2 for CNY, 0 for JPY, 3 for KWD, 4 for CLF.
 *
 * From our own ISO 4217 table, not from `Intl`, which follows usage and says 0 for 16 codes where ISO says 2 or 3. Fund
 * codes with a minor unit are included (BOV, CHE, CHW, CLF, COU, MXV, USN, UYI, UYW, XAD). Codes without one (XAU, XDR,
 * XXX and ten more) are refused, because "to the currency's digits" means nothing for them; so are withdrawn codes
 * (BGN, HRK, ANG).
 *
 * @param code - ISO 4217 alphabetic code, upper case
 * @returns 0, 2, 3 or 4
 * @throws `money/unknown-currency` with `details.received`, `details.reason` (`not-listed`, `no-minor-unit`) and, where
 * it is known what was meant, `details.didYouMean`
 * @see ISO 4217 List One, published 2026-09-17 by SIX, the maintenance agency
 * @example
 * currencyExponent("CNY") // => 2
 * currencyExponent("KWD") // => 3
 * currencyExponent("XAU") // throws money/unknown-currency
 * @since 0.1.0
 */
export function currencyExponent(code: string): number {
  return exponentAt(code, ["code"]);
}

/**
 * Whether a value is a currency code money can be held in: active in ISO 4217, upper case, with a minor unit.
 *
 * @param code - anything
 * @returns true when {@link currencyExponent} accepts it
 * @example
 * isCurrency("HKD") // => true
 * isCurrency("hkd") // => false
 * isCurrency("XAU") // => false
 * @since 0.1.0
 */
export function isCurrency(code: unknown): boolean {
  return exponentOrMinus(code) >= 0;
}

/**
 * All currency codes with a minor unit, in alphabetical order.
 *
 * @returns a new array of 165 codes
 * @see ISO 4217 List One, published 2026-09-17
 * @example
 * currencyCodes().length // => 165
 * currencyCodes().slice(0, 2) // => ["AED", "AFN"]
 * @since 0.1.0
 */
export function currencyCodes(): string[] {
  return CODES.flatMap(([, codes]) => threes(codes)).sort();
}
