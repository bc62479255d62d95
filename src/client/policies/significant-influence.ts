import {
  compareDecimals,
  readDecimal,
  type DecimalString,
  type LocalDate,
  type Path,
  type Policy,
  policyAt,
} from "../../core/index.ts";
import { inTheirWords, policyMembers, readDaysInForce, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import type { ClientErrorCode } from "../errors.ts";

/** From which share of the votes significant influence is presumed (重大影响的推定). */
export interface InfluencePolicy extends Policy {
  /** Least share of the votes, held directly and through subsidiaries, above 0 and up to 1; this share is enough. */
  readonly votesFrom: DecimalString;
}

function readVotes(value: DecimalString, path: Path): DecimalString {
  readDecimal(value, path);
  if (compareDecimals(value, "0") > 0 && compareDecimals(value, "1") <= 0) return value;
  const code: ClientErrorCode = "client/holding-out-of-range";
  return refuse(code, path, 'a share above 0 and up to 1, "0.2" for 20 %', { share: value, min: "0", max: "1" });
}

/** Reads a policy whole. */
export const readInfluence: Reader<InfluencePolicy> = /* @__PURE__ */ shapeOf<InfluencePolicy>({
  ...policyMembers,
  votesFrom: readVotes,
});

/** Refuses a policy that is not in force on the day. */
export function requireInForce(policy: InfluencePolicy, date: LocalDate): void {
  const path: Path = ["options", "influence"];
  readDaysInForce(policy, path);
  inTheirWords({ list: path }, () => policyAt([policy], date));
}

/**
 * Significant influence is presumed from 20 % of the voting power, held directly or through subsidiaries, unless it can
 * be clearly shown that there is none. Whoever shows that, gives a policy with a higher share or leaves the votes out.
 *
 * The mainland standard defines significant influence without a number (企业会计准则第2号——长期股权投资); its application
 * guidance has the same 20 %, which was not looked up again for this library.
 */
export const ias28Influence: InfluencePolicy = Object.freeze({
  id: "ias-28.significant-influence",
  version: "2011",
  status: "regulation",
  effectiveFrom: "2013-01-01",
  sources: ["IAS 28 Investments in Associates and Joint Ventures, paragraph 5; HKAS 28, paragraph 5"],
  votesFrom: "0.2",
} as const);
