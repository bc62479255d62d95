import { fromDayNumber, tryDayNumber, type LocalDate } from "../../core/index.ts";
import { compare } from "../../money/index.ts";
import type { CreditLimit, CreditPage } from "../credit.ts";
import { reportMoney } from "../issue.ts";
import { all, each, members, type Check } from "./tree.ts";
import { date, notNegative, pastDate, saidText } from "./values.ts";

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
  const last = tryDayNumber(expiresOn);
  if (last === null) return;
  const day = [tryDayNumber(asOf), year?.from ?? null].find((by) => by !== null && last < by) ?? null;
  if (day !== null) report("strategy-plan/limit-expired", path, { product, expiresOn, day: fromDayNumber(day) });
};

const reviewInTime: Check<LocalDate> = (nextReview, path, { asOf, report }) => {
  const [due, today] = [tryDayNumber(nextReview), tryDayNumber(asOf)];
  if (due !== null && today !== null && due < today) {
    report("strategy-plan/credit-review-due", path, { nextReview });
  }
};

/** What the bank lends the client. */
export const creditPage = members<CreditPage>({
  confirmedOn: pastDate,
  limits: each(members({ product: saidText("product") }), use, members({ expiresOn: date }), life),
  rating: saidText("rating"),
  nextReview: all(date, reviewInTime),
});
