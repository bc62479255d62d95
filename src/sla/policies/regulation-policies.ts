import type { SlaPolicy } from "../policy-types.ts";
import { dispComplaintPolicies, dispPaymentComplaintPolicy, dispSummaryResolutionPolicy } from "./disp-complaint.ts";
import { hkmaComplaintPolicy } from "./hkma-complaint.ts";
import { nfraComplaintPolicy, nfraReviewPolicy } from "./nfra-complaint.ts";
import { pbocBankComplaintPolicy, pbocPaymentComplaintPolicy } from "./pboc-forwarded-complaint.ts";
import { psd2ComplaintPolicy } from "./psd2-complaint.ts";
import { rg271ComplaintPolicy } from "./rg271-complaint.ts";
import {
  regulationECardOrForeignPolicy,
  regulationENewAccountPolicy,
  regulationEPolicy,
  regulationZPolicy,
} from "./us-error-resolution.ts";

/**
 * Every reading of a law or regulation this room ships, in every version (监管时限政策). `policiesFor` says which of them a
 * case is under, and `deskReport` takes them all; `policyAt` needs the versions of one rule only.
 */
export const regulationPolicies: readonly SlaPolicy[] = /* @__PURE__ */ (() => [
  nfraComplaintPolicy,
  nfraReviewPolicy,
  pbocBankComplaintPolicy,
  pbocPaymentComplaintPolicy,
  hkmaComplaintPolicy,
  psd2ComplaintPolicy,
  dispSummaryResolutionPolicy,
  ...dispComplaintPolicies,
  dispPaymentComplaintPolicy,
  regulationEPolicy,
  regulationECardOrForeignPolicy,
  regulationENewAccountPolicy,
  regulationZPolicy,
  rg271ComplaintPolicy,
])();
