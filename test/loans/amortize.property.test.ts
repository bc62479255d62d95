import fc from "fast-check";
import { describe, test } from "vitest";

import { formatDecimal, fromDayNumber, ROUNDING_MODES, toDayNumber } from "../../src/core/index.ts";
import {
  amortize,
  combineSchedules,
  trueAnnualRate,
  type AmortizationSchedule,
  type BalloonLoan,
  type InterestOnlyLoan,
  type LevelPaymentLoan,
  type LevelPrincipalLoan,
  type LoanColumns,
} from "../../src/loans/index.ts";
import { pmt } from "../../src/time-value/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { modelSchedule } from "./reference.ts";

type Loan = LevelPaymentLoan | LevelPrincipalLoan | InterestOnlyLoan | BalloonLoan;

const cny = (minor: number | bigint) => ({
  amount: formatDecimal({ coefficient: BigInt(minor), scale: 2 }),
  currency: "CNY",
});
const rate = fc
  .oneof(fc.integer({ min: 0, max: 2400 }), fc.integer({ min: 0, max: 99 }))
  .map((points) => formatDecimal({ coefficient: BigInt(points), scale: 4 }));
const principal = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 1_000_000_000 }),
  fc.integer({ min: 10 ** 13, max: 10 ** 14 }),
);
const start = fc.integer({ min: 18000, max: 25000 }).map((day) => fromDayNumber(day));
const basics = fc.record({
  start,
  periods: fc.integer({ min: 2, max: 36 }),
  interest: fc.constantFrom("monthly", "ACT/360", "ACT/365F"),
  rounding: fc.constantFrom(...ROUNDING_MODES),
});
const method = fc.constantFrom("level-payment", "level-principal", "interest-only");
const loan: fc.Arbitrary<Loan> = fc
  .record({ basics, method, principal, rate })
  .map((drawn) => ({ ...drawn.basics, method: drawn.method, principal: cny(drawn.principal), rate: drawn.rate }));

const at = (column: Float64Array, row: number): number => column[row] ?? Number.NaN;
const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);
const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from(a).every((value, i) => value === b[i]);
const sameRows = (a: LoanColumns, b: LoanColumns): boolean =>
  same(a.dates, b.dates) &&
  same(a.principal, b.principal) &&
  same(a.interest, b.interest) &&
  same(a.fee, b.fee) &&
  same(a.payment, b.payment) &&
  same(a.balance, b.balance);
const dayInside = (terms: Loan, part: number): number => {
  const from = toDayNumber(terms.start);
  return from + 1 + Math.floor(part * (terms.periods * 28 - 3));
};
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** A schedule adds up: the laws every loan keeps. */
function addsUp(schedule: AmortizationSchedule, principalMinor: number): boolean {
  let balance = principalMinor;
  for (let i = 0; i < schedule.count; i++) {
    balance -= at(schedule.principal, i);
    if (at(schedule.balance, i) !== balance || balance < 0) return false;
    const paid = at(schedule.principal, i) + at(schedule.interest, i) + at(schedule.fee, i);
    if (at(schedule.payment, i) !== paid || at(schedule.interest, i) < 0) return false;
    if (i > 0 && (schedule.dates[i] ?? 0) < (schedule.dates[i - 1] ?? 0)) return false;
  }
  return balance === 0 && sum(schedule.principal) === principalMinor;
}

describe("conservation", () => {
  test("principal adds up to the principal, and no balance is below zero", () => {
    fc.assert(
      fc.property(basics, method, principal, rate, (terms, repaid, minor, annual) =>
        addsUp(amortize({ ...terms, method: repaid, principal: cny(minor), rate: annual }), minor),
      ),
    );
  });

  test("with grace, balloon and financed fee too", () => {
    const grace = fc.constantFrom("interest", "nothing");
    const fee = fc.integer({ min: 0, max: 100000 });
    fc.assert(
      fc.property(basics, principal, rate, grace, fee, fraction, (terms, minor, annual, pays, most, part) => {
        const upfront = Math.min(most, minor - 1);
        const schedule = amortize({
          ...terms,
          method: "balloon",
          balloon: cny(Math.floor(minor * part)),
          principal: cny(minor),
          rate: annual,
          grace: { periods: 1, pays },
          fees: { upfront: cny(upfront), upfrontIs: "financed", flatRate: "0.001" },
        });
        return addsUp(schedule, minor + upfront) && schedule.proceeds === minor;
      }),
    );
  });

  test("with repricing and prepayment inside periods too", () => {
    fc.assert(
      fc.property(loan, rate, fraction, fraction, fc.boolean(), (terms, later, when, changed, keeps) => {
        const plain = amortize(terms);
        const date = fromDayNumber(dayInside(terms, when));
        const owed = plain.balance[plain.dates.filter((day) => day <= toDayNumber(date)).length - 1];
        const left = owed ?? sum(plain.principal);
        const schedule = amortize({
          ...terms,
          rate: [
            { date: terms.start, rate: terms.rate as string },
            { date: fromDayNumber(dayInside(terms, changed)), rate: later },
          ],
          prepayments:
            left < 4
              ? []
              : [
                  {
                    date,
                    amount: cny(Math.floor(left / 4)),
                    keeps: keeps && toDayNumber(date) >= (plain.dates[0] ?? 0) ? "payment" : "term",
                  },
                ],
        });
        return addsUp(schedule, sum(plain.principal));
      }),
    );
  });
});

describe("reference model", () => {
  test("every row is that of rationals added up day by day", () => {
    fc.assert(
      fc.property(
        basics,
        method,
        principal,
        rate,
        rate,
        fraction,
        fraction,
        (terms, repaid, minor, first, later, a, b) => {
          const loanTerms = { ...terms, periods: Math.min(terms.periods, 14), method: repaid, principal: cny(minor) };
          const inside = (part: number): string => fromDayNumber(dayInside({ ...loanTerms, rate: first }, part));
          const rates = [
            { date: terms.start, rate: first },
            { date: inside(a), rate: later },
          ];
          const amount = Math.floor(minor / 50);
          const prepaid = repaid === "interest-only" && amount > 0 ? [{ date: inside(b), minor: BigInt(amount) }] : [];
          const schedule = amortize({
            ...loanTerms,
            rate: rates,
            prepayments: prepaid.map((one) => ({ date: one.date, amount: cny(one.minor) })),
          });
          const rows = modelSchedule({
            ...terms,
            periods: loanTerms.periods,
            method: repaid,
            principal: BigInt(minor),
            rate: rates,
            prepayments: prepaid,
          });
          return (
            same(
              schedule.dates,
              rows.map((row) => row.day),
            ) &&
            same(
              schedule.principal,
              rows.map((row) => Number(row.principal)),
            ) &&
            same(
              schedule.interest,
              rows.map((row) => Number(row.interest)),
            )
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test("the level payment is the annuity formula's, to the cent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100000, max: 1e9 }), rate, fc.integer({ min: 2, max: 480 }), (minor, annual, n) => {
        const schedule = amortize({
          method: "level-payment",
          principal: cny(minor),
          rate: annual,
          periods: n,
          start: "2026-01-20",
          interest: "monthly",
          rounding: "half-even",
        });
        return Math.abs((schedule.payment[0] ?? 0) + pmt(Number(annual) / 12, n, minor)) <= 0.5 + 1e-4;
      }),
    );
  });
});

describe("changes that change nothing", () => {
  test("a repricing at the same rate", () => {
    fc.assert(
      fc.property(loan, fraction, (terms, part) => {
        const again = { date: fromDayNumber(dayInside(terms, part)), rate: `${terms.rate as string}0` };
        const repriced = amortize({ ...terms, rate: [{ date: terms.start, rate: terms.rate as string }, again] });
        return sameRows(amortize(terms), repriced);
      }),
    );
  });

  test("a payment set to what it would have been", () => {
    fc.assert(
      fc.property(basics, principal, rate, (terms, minor, annual) => {
        const level = { ...terms, method: "level-payment", principal: cny(minor), rate: annual } as const;
        const plain = amortize(level);
        return sameRows(plain, amortize({ ...level, payment: cny(plain.payment[0] ?? 0) }));
      }),
    );
  });

  test("a payment given is paid to the end; an early end is found, a larger last instalment found, refused, or asked for", () => {
    fc.assert(
      fc.property(basics, principal, rate, fraction, (terms, minor, annual, part) => {
        const level = { ...terms, method: "level-payment", principal: cny(minor), rate: annual } as const;
        const plain = amortize(level);
        const [first, interest] = [at(plain.payment, 0), at(plain.interest, 0)];
        // from the interest of the first instalment to twice what is enough
        const paid = interest + Math.round((2 * first - interest) * part);
        const given = { ...level, payment: cny(paid) };
        const asked = amortize({ ...given, lastInstalment: "what-is-left" });
        const last = at(asked.payment, asked.count - 1);
        const isEarly = asked.count < terms.periods && paid > first + 1;
        const early = isEarly ? ["repaid-early"] : [];
        const codesOf = ({ findings }: typeof asked): string => findings.map(({ code }) => code).join();
        if (codesOf(asked) !== early.join()) return false;
        if (paid < first - 1 && last > paid + 1 && last >= 2 * paid) {
          const refused = refusalOf(() => amortize(given));
          return (
            refused.code === "loans/payment-too-small" &&
            JSON.stringify(refused.details) ===
              JSON.stringify({ minorUnits: paid, lastInstalment: last, enough: first })
          );
        }
        const schedule = amortize(given);
        const isLarger = paid < first - 1 && last > paid + 1;
        return (
          sameRows(schedule, asked) && codesOf(schedule) === (isLarger ? ["last-instalment-larger"] : early).join()
        );
      }),
    );
  });

  test("interest of a loan split in two differs by rounding alone", () => {
    fc.assert(
      fc.property(loan, fraction, (terms, part) => {
        const minor = sum(amortize(terms).principal);
        const a = Math.floor(minor * part);
        if (a === 0 || a === minor) return true;
        const split = combineSchedules([
          amortize({ ...terms, principal: cny(a) }),
          amortize({ ...terms, principal: cny(minor - a) }),
        ]);
        const whole = amortize(terms);
        // each period rounds interest and payment of two loans for those of one, and the difference bears interest
        const growth = (1 + Number(terms.rate) / 11) ** terms.periods;
        const allowed = 3 * terms.periods * growth;
        return (
          sum(split.principal) === minor &&
          Math.abs(at(split.balance, 0) - at(whole.balance, 0)) <= 3 &&
          Math.abs(sum(split.interest) - sum(whole.interest)) <= allowed * terms.periods
        );
      }),
    );
  });
});

describe("combining", () => {
  test("is associative, does not depend on order, and keeps every amount", () => {
    const other = loan;
    fc.assert(
      fc.property(loan, other, other, (one, two, three) => {
        const [a, b, c] = [one, two, three].map((terms) => amortize({ ...terms, start: one.start }));
        if (a === undefined || b === undefined || c === undefined) return false;
        const left = combineSchedules([combineSchedules([a, b]), c]);
        return (
          sameRows(left, combineSchedules([a, combineSchedules([b, c])])) &&
          sameRows(left, combineSchedules([c, a, b])) &&
          sameRows(combineSchedules([a]), a) &&
          sum(left.interest) === sum(a.interest) + sum(b.interest) + sum(c.interest)
        );
      }),
    );
  });
});

describe("prepayment", () => {
  const usual = fc.record({
    minor: fc.integer({ min: 10_000_000, max: 300_000_000 }),
    annual: fc
      .integer({ min: 100, max: 900 })
      .map((points) => formatDecimal({ coefficient: BigInt(points), scale: 4 })),
    month: fc.integer({ min: 1, max: 100 }),
  });

  test("keeping the payment ends sooner and costs less interest than keeping the term, which costs less than none", () => {
    fc.assert(
      fc.property(usual, fc.constantFrom("level-payment", "level-principal"), ({ minor, annual, month }, repaid) => {
        const terms = {
          method: repaid,
          principal: cny(minor),
          rate: annual,
          periods: 240,
          start: "2026-01-20",
          interest: "monthly",
          rounding: "half-up",
        } as const;
        const none = amortize(terms);
        const date = fromDayNumber(none.dates[month - 1] ?? 0);
        const amount = cny(Math.floor(minor / 5));
        const keepTerm = amortize({ ...terms, prepayments: [{ date, amount, keeps: "term" }] });
        const keepPayment = amortize({ ...terms, prepayments: [{ date, amount, keeps: "payment" }] });
        return (
          keepTerm.count === 241 &&
          keepPayment.count < 241 &&
          sum(keepPayment.interest) < sum(keepTerm.interest) &&
          sum(keepTerm.interest) < sum(none.interest) &&
          (keepTerm.payment[month + 1] ?? 0) < (none.payment[month] ?? 0) &&
          at(keepPayment.principal, month + 1) >= at(none.principal, month)
        );
      }),
    );
  });
});

describe("true annual rate", () => {
  test("of a loan without fees it is the rate of the contract", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 1e9 }), rate, method, (minor, annual, repaid) => {
        const schedule = amortize({
          method: repaid,
          principal: cny(minor),
          rate: annual,
          periods: 36,
          start: "2026-01-20",
          interest: "monthly",
          rounding: "half-even",
        });
        const found = trueAnnualRate(schedule);
        return found.ok && Math.abs(found.nominal - Number(annual)) < 1e-6;
      }),
    );
  });
});

describe("wire form", () => {
  test("every amount is that of its column, every explanation rounds to the row's interest", () => {
    fc.assert(
      fc.property(loan, fraction, rate, (terms, part, later) => {
        const step = { date: fromDayNumber(dayInside(terms, part)), rate: later };
        const schedule = amortize({ ...terms, rate: [{ date: terms.start, rate: terms.rate as string }, step] });
        return schedule.rows().every((row, i) => {
          const [n = "", d = "1"] = schedule.explain(i).exactMinorUnits.split("/");
          const interest = schedule.interest[i] ?? Number.NaN;
          const distance = BigInt(n) - BigInt(interest) * BigInt(d);
          return (
            row.balance.amount === cny(schedule.balance[i] ?? 0).amount &&
            row.principal.amount === cny(schedule.principal[i] ?? 0).amount &&
            toDayNumber(row.date) === schedule.dates[i] &&
            distance < BigInt(d) &&
            distance > -BigInt(d)
          );
        });
      }),
    );
  });
});
