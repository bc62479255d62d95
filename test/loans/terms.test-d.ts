import { expectTypeOf, test } from "vitest";
import type * as z from "zod";

import type {
  AnnualRateBasis,
  GracePays,
  LoanInterest,
  LoanRowKind,
  LoanTerms,
  PrepaymentKeeps,
  RepaymentMethod,
  RepricingDay,
} from "../../src/loans/index.ts";
import type { ANNUAL_RATE_BASES } from "../../src/loans/annual-rate.ts";
import type { LOAN_ROW_KINDS } from "../../src/loans/types.ts";
import type { REPRICING_DAYS } from "../../src/loans/repricing.ts";
import type { LoanTermsSchema } from "../../src/loans/schema.ts";
import type {
  GRACE_PAYS,
  LOAN_INTERESTS,
  PREPAYMENT_KEEPS,
  REPAYMENT_METHODS,
  UPFRONT_FEES,
} from "../../src/loans/terms.ts";

test("the list of every union is complete", () => {
  expectTypeOf<(typeof REPAYMENT_METHODS)[number]>().toEqualTypeOf<RepaymentMethod>();
  expectTypeOf<(typeof LOAN_INTERESTS)[number]>().toEqualTypeOf<LoanInterest>();
  expectTypeOf<(typeof PREPAYMENT_KEEPS)[number]>().toEqualTypeOf<PrepaymentKeeps>();
  expectTypeOf<(typeof GRACE_PAYS)[number]>().toEqualTypeOf<GracePays>();
  expectTypeOf<(typeof UPFRONT_FEES)[number]>().toEqualTypeOf<"paid" | "financed">();
  expectTypeOf<(typeof LOAN_ROW_KINDS)[number]>().toEqualTypeOf<LoanRowKind>();
  expectTypeOf<(typeof REPRICING_DAYS)[number]>().toEqualTypeOf<RepricingDay>();
  expectTypeOf<(typeof ANNUAL_RATE_BASES)[number]>().toEqualTypeOf<AnnualRateBasis>();
});

test("the schema knows every method", () => {
  expectTypeOf<z.output<typeof LoanTermsSchema>["method"]>().toEqualTypeOf<RepaymentMethod>();
  expectTypeOf<z.output<typeof LoanTermsSchema>>().toExtend<LoanTerms>();
});
