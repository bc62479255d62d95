import type { LevyPolicy } from "../risk/levies.ts";

/**
 * Taxes and levies of a mainland bank to try things with (示例). The rates of VAT, its surcharges and income tax are meant
 * to be those of mainland law for a bank in a city; they and everything else are to be checked by the bank's tax desk
 * before any figure is used, and replaced or derived from with `derivePolicy`. `sources` says what was read and what not.
 */
export const exampleMainlandLevies: LevyPolicy = Object.freeze({
  id: "example.mainland-levies",
  version: "1",
  status: "example",
  effectiveFrom: "2016-05-01",
  sources: [
    "财税〔2016〕36号: interest on loans and fees of financial services bear VAT of 6 % from 2016-05-01; interest on deposits bears none (text quoted by others was read for the deposits, the notice itself was not; the VAT Law that follows it from 2026 was not read)",
    "surcharges 7 % + 3 % + 2 % of the VAT in a city, and income tax of 25 %: general knowledge, no text was read; the first differs by place",
    "ratio and rate of reserves, and the premium of deposit insurance, which differs by bank: assumptions of this library, for examples only",
    "that interest and fees include the VAT: a convention",
  ],
  valueAddedTax: { rate: "0.06", on: ["loan-interest", "fees"], price: "included", surcharges: "0.12" },
  reserve: { ratio: "0.07", rate: "0.0162" },
  depositInsurance: { rate: "0.0002" },
  incomeTax: "0.25",
} as const);
