import { dayAt, type ZoneTable } from "../calendar/inner.ts";
import { fromDayNumber, type Issue, type LocalDate } from "../core/index.ts";
import type { SlaIssueCode } from "./errors.ts";
import type { SlaPolicy } from "./policy-types.ts";
import type { CompiledPolicy } from "./prepare.ts";
import type { SlaDayLine } from "./scope.ts";

/** The first day of a rule whose text has no date. */
const UNDATED = "0001-01-01";

/** Whether a policy is in force on the day of receipt, as far as is known. */
export function lineOfDay({ effectiveFrom, effectiveTo, since }: SlaPolicy, on: LocalDate): SlaDayLine {
  if (on < effectiveFrom) {
    return { code: since === "seen" ? "rule-before-oldest-read" : "rule-not-yet-in-force", on, from: effectiveFrom };
  }
  if (effectiveTo !== undefined && on >= effectiveTo) return { code: "rule-no-longer-in-force", on, to: effectiveTo };
  const from = effectiveFrom === UNDATED || since === "seen" ? null : effectiveFrom;
  return { code: "rule-in-force", on, from, to: effectiveTo ?? null };
}

function codeOf(line: Exclude<SlaDayLine, { code: "rule-in-force" }>): SlaIssueCode {
  switch (line.code) {
    case "rule-not-yet-in-force":
      return "sla/policy-not-yet-in-force";
    case "rule-before-oldest-read":
      return "sla/policy-before-oldest-read";
    case "rule-no-longer-in-force":
      return "sla/policy-no-longer-in-force";
  }
}

/** The issue with a policy that was not in force when a case was received, a second in time; null when it was. */
export function issueOfReceipt({ policy, inForce }: CompiledPolicy, zone: ZoneTable, seconds: number): Issue | null {
  const day = dayAt(zone, seconds);
  if (day >= inForce.from && day < inForce.to) return null;
  const line = lineOfDay(policy, fromDayNumber(day));
  if (line.code === "rule-in-force") return null;
  const bound = "from" in line ? { from: line.from } : { to: line.to };
  const details = { policy: policy.id, version: policy.version, on: line.on, ...bound };
  return { code: codeOf(line), path: ["policy"], details };
}
