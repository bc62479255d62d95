import type { Path } from "../../core/index.ts";
import {
  asGiven,
  listOf,
  oneOf,
  optional,
  orNull,
  policyMembers,
  readFlag,
  readSeparation,
  readText,
  refuse,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { COMPLAINT_PARTIES, COMPLAINT_ENTRY_TYPES, COMPLAINT_SIDE_ACTS } from "../entries/entry.ts";
import { COMPLAINT_REMEDIES, DECLINE_GROUNDS, REPLY_ITEMS } from "../entries/steps.ts";
import { isSameAuthority, type ComplaintHandlingPolicy, type RedressAuthority } from "../handling-policy.ts";
import { COMPLAINANT_CAPACITIES, COMPLAINT_CHANNELS } from "../intake.ts";
import { complaintSeparation } from "../policies/separation.ts";
import { DOCUMENT, POLICY, moneyIn } from "./kind.ts";

/** Authorities of which none has two limits. */
function readOneLimitEach(rows: readonly RedressAuthority[], path: Path, code: string): readonly RedressAuthority[] {
  for (const [index, row] of rows.entries()) {
    if (rows.slice(0, index).some((other) => isSameAuthority(other, row))) {
      refuse(code, [...path, index], "a second limit of one role in one currency", { received: row.role });
    }
  }
  return rows;
}

const readPolicy = /* @__PURE__ */ (() => {
  type Limit = NonNullable<ComplaintHandlingPolicy["representatives"]>;
  type Rules = Required<ComplaintHandlingPolicy>["separation"];
  const names = { actions: [...COMPLAINT_ENTRY_TYPES, ...COMPLAINT_SIDE_ACTS], parties: COMPLAINT_PARTIES };
  const taken = complaintSeparation.map(({ id }) => id);
  const readRules: Reader<Rules> = listOf(asGiven);
  const readAuthorities = listOf(shapeOf<RedressAuthority>({ role: readText, upTo: orNull(moneyIn(DOCUMENT)) }));
  return shapeOf<ComplaintHandlingPolicy>({
    ...policyMembers,
    sellingAllowed: readFlag,
    expectationRequired: readFlag,
    representatives: orNull(
      shapeOf<Limit>({ max: wholeNumber(1, Number.MAX_SAFE_INTEGER), channels: listOf(oneOf(COMPLAINT_CHANNELS)) }),
    ),
    replyItems: listOf(oneOf(REPLY_ITEMS)),
    remedies: listOf(oneOf(COMPLAINT_REMEDIES)),
    proofRequired: listOf(oneOf(COMPLAINANT_CAPACITIES)),
    declineGrounds: listOf(oneOf(DECLINE_GROUNDS)),
    redressAuthorities: (rows, path, code) => readOneLimitEach(readAuthorities(rows, path, code), path, code),
    // the rules are refused as casework refuses them, which reads them again where it asks them
    separation: optional<Rules>((rules, path, code) => {
      for (const [index, { id }] of readSeparation(readRules(rules, path, code), names).entries()) {
        if (taken.includes(id)) refuse("core/invalid-separation", ["separation", index, "id"], "used twice", { id });
      }
      return rules;
    }),
    readings: optional(listOf(readText)),
  });
})();

/** The policy of the caller. */
export const thePolicy = (policy: ComplaintHandlingPolicy): ComplaintHandlingPolicy =>
  readPolicy(policy, ["policy"], POLICY);
