import type { TransferPriceCurve } from "../interest/transfer-curve.ts";

/**
 * A transfer-price curve to try things with (示例): its rates and tenors are assumptions of this library, not quotes from
 * any market or bank. Replace it, or derive from it with `derivePolicy`, before any figure is used.
 */
export const exampleTransferCurve: TransferPriceCurve = Object.freeze({
  id: "example.transfer-curve",
  version: "1",
  status: "example",
  effectiveFrom: "0001-01-01",
  sources: ["assumption of this library, for examples only"],
  currency: "CNY",
  points: [
    { tenorDays: 1, rate: "0.0150" },
    { tenorDays: 90, rate: "0.0165" },
    { tenorDays: 180, rate: "0.0175" },
    { tenorDays: 365, rate: "0.0190" },
    { tenorDays: 730, rate: "0.0210" },
    { tenorDays: 1825, rate: "0.0240" },
    { tenorDays: 3650, rate: "0.0265" },
  ],
  interpolation: "linear",
  extrapolation: "refuse",
  digits: 8,
  assignedTenors: { "demand-deposit": 90, overdraft: 1 },
} as const);
