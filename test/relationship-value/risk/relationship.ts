import { money } from "../../../src/money/index.ts";
import type {
  InterestPosition,
  Relationship,
  RelationshipReturnOptions,
  RiskExposure,
} from "../../../src/relationship-value/index.ts";

export const cny = (amount: string) => money(amount, "CNY");

export const loan: InterestPosition<"CNY"> = {
  id: "LOAN",
  side: "asset",
  averageBalance: cny("10000000"),
  rate: "0.0435",
  transferRate: "0.025",
};
export const deposit: InterestPosition<"CNY"> = {
  id: "DEP",
  side: "liability",
  averageBalance: cny("4000000"),
  rate: "0.011",
  transferRate: "0.02",
};
export const exposure: RiskExposure<"CNY"> = {
  id: "LOAN",
  exposure: cny("10000000"),
  pd: "0.008",
  lgd: "0.45",
  riskWeight: "1",
};

/** A loan of ten million, a deposit of four, a limit undrawn by two, payments, one exposure. */
export const relationship: Relationship<"CNY"> = {
  positions: [loan, deposit],
  addOns: [
    { id: "LOAN", addOn: "liquidity-premium", base: cny("10000000"), rate: "0.001" },
    { id: "LIMIT", addOn: "undrawn-commitment", base: cny("2000000"), rate: "0.0005" },
    { id: "DEP", addOn: "stable-funding", base: cny("4000000"), rate: "-0.0008" },
  ],
  fees: cny("53000"),
  activities: [
    { activity: "visit", count: "12" },
    { activity: "payment", count: "2400" },
  ],
  exposures: [exposure],
};

export const options: RelationshipReturnOptions<"CNY"> = {
  period: "2025",
  currency: "CNY",
  dayCount: "ACT/365F",
  lossTime: "full",
  costs: [
    { activity: "visit", cost: cny("800"), units: "1" },
    { activity: "payment", cost: cny("7500"), units: "10000" },
  ],
  levies: null,
  capital: { basis: "regulatory", ratio: "0.105" },
  returnOnCapital: { treatment: "excluded" },
  funding: { treatment: "gross" },
  tax: { treatment: "before-tax" },
  hurdle: "0.11",
};
