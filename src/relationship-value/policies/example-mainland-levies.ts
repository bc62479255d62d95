import type { LevyPolicy } from "../risk/levies.ts";

/**
 * Taxes and levies of a mainland bank to try things with (示例). The rates of VAT and its surcharges are meant to be
 * those of mainland law for a bank in a city until the end of 2025; they and everything else are to be checked by the bank's
 * tax desk before any figure is used, and replaced or derived from with `derivePolicy`. `sources` says what was read and what
 * not. From 2026 the VAT Law applies, which was not read: a period of 2026 needs a policy of the bank.
 */
export const exampleMainlandLevies: LevyPolicy = Object.freeze({
  id: "example.mainland-levies",
  version: "1",
  status: "example",
  effectiveFrom: "2016-05-01",
  effectiveTo: "2026-01-01",
  sources: [
    "财税〔2016〕36号: interest on loans and fees of financial services bear VAT of 6 % from 2016-05-01; interest on deposits bears none (text quoted by others was read for the deposits, the notice itself was not; the VAT Law that follows it from 2026 was not read, so the policy ends there)",
    "surcharges 7 % + 3 % + 2 % of the VAT in a city: general knowledge, no text was read; they differ by place",
    "ratio and rate of reserves, and the premium of deposit insurance, which differs by bank: assumptions of this library, for examples only",
    "that interest and fees include the VAT: a convention",
  ],
  valueAddedTax: { rate: "0.06", on: ["loan-interest", "fees"], price: "included", surcharges: "0.12" },
  reserve: { ratio: "0.07", rate: "0.0162" },
  depositInsurance: { rate: "0.0002" },
} as const);
