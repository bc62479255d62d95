import type { SlaPolicy } from "../policy-types.ts";
import { dispComplaintPolicy, dispPaymentComplaintPolicy, dispSummaryResolutionPolicy } from "./disp-complaint.ts";
import { hkmaComplaintPolicy } from "./hkma-complaint.ts";
import { nfraComplaintPolicy } from "./nfra-complaint.ts";
import { pbocForwardedComplaintPolicy } from "./pboc-forwarded-complaint.ts";
import { psd2ComplaintPolicy } from "./psd2-complaint.ts";
import { rg271ComplaintPolicy } from "./rg271-complaint.ts";
import { regulationEPolicy, regulationZPolicy } from "./us-error-resolution.ts";

/**
 * Every reading of a law or regulation this room ships, one per rule (监管时限政策). To choose from by id; `policyAt` needs
 * the versions of one rule only.
 */
export const regulationPolicies: readonly SlaPolicy[] = [
  nfraComplaintPolicy,
  pbocForwardedComplaintPolicy,
  hkmaComplaintPolicy,
  psd2ComplaintPolicy,
  dispSummaryResolutionPolicy,
  dispComplaintPolicy,
  dispPaymentComplaintPolicy,
  regulationEPolicy,
  regulationZPolicy,
  rg271ComplaintPolicy,
];
