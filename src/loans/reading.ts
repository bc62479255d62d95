import { describeValue, ROUNDING_MODES, type Path } from "../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  readObject,
  shapeOf,
  type Members,
  type Reader,
} from "../core/inner.ts";
import type { Money } from "../money/index.ts";
import { minorIn, minorOf, readMoney, type Minor } from "../money/inner.ts";
import { refuse, refuseTerm } from "./errors.ts";
import type { LoanErrorDetails } from "./reasons.ts";
import {
  GRACE_PAYS,
  LAST_INSTALMENTS,
  LOAN_INTERESTS,
  PREPAYMENT_KEEPS,
  UPFRONT_FEES,
  type BalloonLoan,
  type Grace,
  type InterestOnlyLoan,
  type IrregularLoan,
  type LevelPaymentLoan,
  type LevelPrincipalLoan,
  type LoanBasics,
  type LoanFees,
  type LoanTerms,
  type PlannedInstalment,
  type Prepayment,
  type RateStep,
} from "./terms.ts";

/** Largest amount in minor units: two of them add up to a safe integer. */
export const MAX_MINOR = 2 ** 52 - 1;

/** An annual rate from a date on. */
export const readRateStep = shapeOf<RateStep>({ date: asGiven, rate: asGiven });

const readRateSteps = listOf(readRateStep, 1);

const readPrepayment = shapeOf<Prepayment>({
  date: asGiven,
  amount: (value, path, code) => (value === "all" ? value : readMoney(value, path, code)),
  keeps: optional(oneOf(PREPAYMENT_KEEPS)),
  fee: optional(readMoney),
});

const basics = {
  method: asGiven,
  principal: readMoney,
  start: asGiven,
  rate: (value, path, code) => {
    if (typeof value === "string") return value;
    const isList = Array.isArray(value);
    return isList
      ? readRateSteps(value, path, code)
      : refuseTerm(path, "not-a-rate", "neither a rate nor a list of rates", value);
  },
  interest: oneOf(LOAN_INTERESTS),
  rounding: oneOf(ROUNDING_MODES),
  prepayments: optional(listOf(readPrepayment)),
  fees: optional(
    shapeOf<LoanFees>({
      upfront: optional(readMoney),
      upfrontIs: optional(oneOf(UPFRONT_FEES)),
      perInstalment: optional(readMoney),
      flatRate: optional(asGiven),
    }),
  ),
} as const satisfies Members<LoanBasics> & { readonly method: typeof asGiven };

const regular = {
  ...basics,
  periods: asGiven,
  monthsPerPeriod: optional<number>(asGiven),
  firstDue: optional<string>(asGiven),
  dueDay: optional<number>(asGiven),
} as const;

const grace = optional(shapeOf<Grace>({ periods: asGiven, pays: oneOf(GRACE_PAYS) }));

const readInterestOnly = shapeOf<InterestOnlyLoan>(regular);

const readOver = shapeOf<Exclude<BalloonLoan["balloon"], Money>>({ over: asGiven });

/** The terms of a loan, with the members its method has and no others. */
export const readTerms: Reader<LoanTerms> = byTag<LoanTerms, "method">("method", {
  "level-payment": shapeOf<LevelPaymentLoan>({
    ...regular,
    payment: optional(readMoney),
    lastInstalment: optional(oneOf(LAST_INSTALMENTS)),
    grace,
  }),
  "level-principal": shapeOf<LevelPrincipalLoan>({ ...regular, grace }),
  "interest-only": readInterestOnly,
  balloon: shapeOf<BalloonLoan>({
    ...regular,
    balloon: (value, path, code) =>
      "over" in readObject(value, path, code)
        ? readOver(value as { over: number }, path, code)
        : readMoney(value as Money, path, code),
    grace,
  }),
  bullet: readInterestOnly,
  irregular: shapeOf<IrregularLoan>({
    ...basics,
    instalments: listOf(shapeOf<PlannedInstalment>({ date: asGiven, principal: optional(readMoney) })),
  }),
});

/** Minor units of the amount that sets the loan's currency. */
export function readPrincipal(value: Money, path: Path): number {
  return readSize(minorOf(value, path), value, path);
}

/** Minor units of an amount in the loan's currency. */
export function readAmount(value: Money, currency: string, path: Path): number {
  return readSize(minorIn(currency, value, path), value, path);
}

/** Minor units from 0 to {@link MAX_MINOR} as a number. */
function readSize(minor: Minor, { amount }: Money, path: Path): number {
  if (minor < 0) return refuseTerm([...path, "amount"], "below-zero", "an amount from 0 up", amount);
  return minor <= MAX_MINOR ? Number(minor) : refuseSize([...path, "amount"], { received: describeValue(amount) });
}

/** Throws `loans/amount-too-large`. */
export function refuseSize(path: Path, details: Omit<LoanErrorDetails["loans/amount-too-large"], "limit">): never {
  return refuse("loans/amount-too-large", path, `at most ${String(MAX_MINOR)} minor units`, {
    ...details,
    limit: MAX_MINOR,
  });
}
