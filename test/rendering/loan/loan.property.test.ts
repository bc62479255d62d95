import fc from "fast-check";
import { expect, test } from "vitest";

import { en } from "../../../src/labels/en.ts";
import { LOAN_INTERESTS, type LoanTerms } from "../../../src/loans/index.ts";
import { sum, type Money } from "../../../src/money/index.ts";
import { figureText, loanDocument, toHtml, toMarkdown } from "../../../src/rendering/index.ts";
import { tableOf } from "../../support/documents.ts";

const anyLoan: fc.Arbitrary<LoanTerms<"CNY">> = fc
  .record({
    principal: fc.integer({ min: 10_000, max: 99_999_999 }),
    method: fc.constantFrom("level-payment" as const, "level-principal" as const, "interest-only" as const),
    periods: fc.integer({ min: 1, max: 80 }),
    monthsPerPeriod: fc.constantFrom(1, 3, 12),
    rate: fc.constantFrom("0", "0.035", "0.0588"),
    interest: fc.constantFrom(...LOAN_INTERESTS),
    fee: fc.constantFrom("0.00", "12.34"),
  })
  .map(({ principal, fee, ...terms }) => ({
    ...terms,
    principal: { amount: `${String(principal)}.05`, currency: "CNY" },
    start: "2026-01-31",
    rounding: "half-even",
    fees: { perInstalment: { amount: fee, currency: "CNY" } },
  }));

const amountOf = (text = ""): Money<"CNY"> => ({
  amount: text.replaceAll(",", "").replace("−", "-"),
  currency: "CNY",
});

test("the totals are the sums of the columns, of the schedule and by year, and each row goes on from the one before", () => {
  fc.assert(
    fc.property(anyLoan, (terms) => {
      const doc = loanDocument(terms, { labels: en });
      const rows = tableOf(doc, en["loanDocument.schedule"]);
      const totals = rows.at(-1) ?? [];
      const own = rows.slice(0, -1);
      const hasFee = totals.length === 8;
      const summed = (of: readonly (readonly string[])[], at: number): string =>
        figureText(
          sum(
            "CNY",
            of.map((row) => amountOf(row[at])),
          ),
        );
      const columns = hasFee ? [3, 4, 5, 6] : [3, 4, 5];
      for (const at of columns) expect(totals[at]).toBe(summed(own, at));
      expect(totals[4]).toBe(figureText(terms.principal));
      for (const [index, row] of own.slice(1).entries()) expect(row[2]).toBe(own[index]?.at(-1));
      expect(own[0]?.[2]).toBe(figureText(terms.principal));
      if (own.length <= 24) return;
      const years = tableOf(doc, en["loanDocument.by-year"]);
      for (const at of columns) {
        expect(years.at(-1)?.[at - 1]).toBe(totals[at]);
        expect(summed(years.slice(0, -1), at - 1)).toBe(totals[at]);
      }
    }),
    { numRuns: 60 },
  );
});

test("names are texts, whatever they are", () => {
  const terms: LoanTerms = {
    principal: { amount: "100.00", currency: "CNY" },
    method: "bullet",
    periods: 2,
    start: "2026-01-31",
    rate: "0.05",
    interest: "monthly",
    rounding: "half-even",
  };
  const names = [
    "<script>x</script>",
    "a|b",
    "](javascript:x)",
    "=1+1",
    "\u202Eevil",
    "\ud800x",
    "\u0007b",
    "很".repeat(500),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (borrower, loanNumber) => {
      const doc = loanDocument(terms, { labels: en, borrower, loanNumber });
      expect(toHtml(doc, { lang: "en" })).not.toContain("<script>");
      expect(toMarkdown(doc)).not.toMatch(/[\u202e\u0007]|(?<!\\)\]\(javascript/);
    }),
    { numRuns: 30 },
  );
});
