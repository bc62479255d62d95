import type { Axis } from "../classes.ts";
import type { MoneyFeature } from "../card/feature-definition.ts";
import type { LinearCharacteristic } from "../card/characteristic.ts";
import type { Scorecard } from "../card/scorecard.ts";
import { EXAMPLE_BLOCK_FLAGS, EXAMPLE_BLOCKS } from "./example-blocks.ts";

const AVERAGE = {
  kind: "money",
  group: "account",
  sensitive: false,
  window: "half-year daily average",
} as const satisfies MoneyFeature;
/** What the client can bring: nobody is asked to owe, to spend or to trade more for a star. */
const BROUGHT = { ...AVERAGE, moves: "up" } as const satisfies MoneyFeature;
const TURNOVER = {
  kind: "money",
  group: "purchase",
  sensitive: false,
  window: "half-year total",
} as const satisfies MoneyFeature;

/** A characteristic named after its feature. */
type LinearOn<Feature> = LinearCharacteristic & { readonly id: Feature; readonly feature: Feature };

/** Points for each 10,000 yuan. */
const rate = <Feature extends string>(
  feature: Feature,
  points: number,
  axis: Axis = "contribution",
): LinearOn<Feature> => ({
  id: feature,
  feature,
  axis,
  scale: "linear",
  per: "10000",
  points,
  appliesTo: "everyone",
  monotone: "up",
  inputs: { missing: { points: 0 }, invalid: "reject" },
});

/**
 * A rate card in proportion, after the star rating of ICBC as third parties copy it (星级评定, 贡献星级).
 *
 * From the copies: points for each 10,000 yuan, the windows, and the ladder of stars (lower bound included). Not in
 * them: the rate of settlement transactions, left out here. This library's own: that an absent balance scores 0, that
 * points are rounded down by characteristic, so that the step before three stars starts at 1 point, and the types,
 * which the rating does not have. An example of form, not the current terms of any bank.
 *
 * The copied rule gives stars for debt: 100,000 of interest-bearing credit card balance alone is five stars, and so is
 * 50,000 of card spending, which may be on credit. So the stars are those of the total, and the types are not: a
 * mortgage, other loans, a card balance and card spending count as closeness, and high-quality and core ask for 2,000 and
 * 10,000 points of contribution alone, which are those of balances and of trades in investments. Nothing owed, and nothing
 * that may have been paid on credit, makes anybody high-quality.
 *
 * The blocks are those of the retail card, this library's own: the copies have none.
 */
export const exampleStarRateCard = {
  id: "example.star-rate-card",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "https://wodefinance.com/Creditcardoverdue/nvkfdnvqnv.html",
    "http://lnmlw.com/Foreignexaccountopening/lrufddvfcn.html",
    "http://lnmlw.com/Loanintermediary/ipvabyqlmz.html",
    "http://www.alligato.cn/news/kandian/20230518/18185007.html",
    "https://www.icbcasia.com/ICBC/EN/PersonalFinance/StarratedServicesforPersonalCustomers/ (composite of deposits, loans and wealth only)",
    "relationship-banking: cuts of the types, which leave debt and card spending out, blocks, and policy for absent values, for illustration",
  ],
  currency: "CNY",
  features: {
    shortTermAssets: BROUGHT,
    mediumLongTermAssets: BROUGHT,
    mortgage: AVERAGE,
    otherPersonalLoans: AVERAGE,
    cardInterestBearingOverdraft: AVERAGE,
    investmentWealthTransactions: TURNOVER,
    cardSpending: TURNOVER,
    ...EXAMPLE_BLOCK_FLAGS,
  },
  characteristics: [
    rate("shortTermAssets", 135),
    rate("mediumLongTermAssets", 100),
    rate("mortgage", 100, "closeness"),
    rate("otherPersonalLoans", 200, "closeness"),
    rate("cardInterestBearingOverdraft", 200, "closeness"),
    rate("investmentWealthTransactions", 200),
    rate("cardSpending", 400, "closeness"),
  ],
  rules: [
    {
      id: "existing-high-quality",
      type: "existing-high-quality",
      when: [{ test: "axis", axis: "contribution", atLeast: 2000 }],
    },
  ],
  core: [{ test: "axis", axis: "contribution", atLeast: 10000 }],
  levels: [
    { id: "quasi-star", atLeast: 1 },
    { id: "star-3", atLeast: 50 },
    { id: "star-4", atLeast: 500 },
    { id: "star-5", atLeast: 2000 },
    { id: "star-6", atLeast: 10000 },
    { id: "star-7", atLeast: 80000 },
  ],
  blocks: EXAMPLE_BLOCKS,
} as const satisfies Scorecard;
