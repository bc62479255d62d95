import { fromDayNumber, tryDayNumber } from "../../core/index.ts";
import { compare } from "../../money/index.ts";
import type { CreditLimit, CreditPage } from "../credit.ts";
import { saidText } from "./head.ts";
import { reportDate, reportLater, reportMoney } from "../issue.ts";
import { notNegative } from "./actions.ts";
import { all, each, members, optional, type Check } from "./tree.ts";

/** What is used lies within the limit, in its currency. */
const use: Check<CreditLimit> = ({ product, limit, used }, path, context) => {
  const { report } = context;
  const limitGood = reportMoney(limit, limit.currency, [...path, "limit"], report);
  const usedGood = reportMoney(used, limit.currency, [...path, "used"], report);
  if (limitGood) notNegative(limit, [...path, "limit"], context);
  if (usedGood) notNegative(used, [...path, "used"], context);
  if (limitGood && usedGood && compare(used, limit) > 0) {
    report("strategy-plan/limit-exceeded", path, { product, limit, used });
  }
};

/** The limit is alive, and will be when the plan year begins. */
const life: Check<CreditLimit> = ({ product, expiresOn }, path, { asOf, year, report }) => {
  reportDate(expiresOn, [...path, "expiresOn"], report);
  const last = tryDayNumber(expiresOn);
  if (last === null) return;
  const day = [tryDayNumber(asOf), year?.from ?? null].find((by) => by !== null && last < by) ?? null;
  if (day !== null) report("strategy-plan/limit-expired", path, { product, expiresOn, day: fromDayNumber(day) });
};

/** What the bank lends the client. */
export const creditPage: Check<CreditPage | undefined> = optional(
  all(
    ({ confirmedOn }, path, { asOf, report }) => {
      reportDate(confirmedOn, [...path, "confirmedOn"], report);
      reportLater(confirmedOn, asOf, [...path, "confirmedOn"], report);
    },
    ({ limits }, path, context) => {
      each(members({ product: saidText("product") }), use, life)(limits, [...path, "limits"], context);
    },
    ({ rating }, path, context) => {
      saidText("rating")(rating, [...path, "rating"], context);
    },
    ({ nextReview }, path, { asOf, report }) => {
      if (nextReview === undefined) return;
      reportDate(nextReview, [...path, "nextReview"], report);
      const [due, today] = [tryDayNumber(nextReview), tryDayNumber(asOf)];
      if (due !== null && today !== null && due < today) {
        report("strategy-plan/credit-review-due", [...path, "nextReview"], { nextReview });
      }
    },
  ),
);
