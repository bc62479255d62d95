import { derivePolicy, type CoreErrorCode, type DerivedPolicyIdentity } from "../../core/index.ts";
import { asGiven, optional, readText, shapeOf } from "../../core/inner.ts";
import type { SlaErrorCode } from "../errors.ts";
import type { SlaPolicy, SlaStage } from "../policy-types.ts";
import { compiledPolicy } from "../prepare.ts";

const optionsShape = shapeOf<{ readonly hours?: string }>({ hours: optional(readText) });

/** What is blank is for `derivePolicy` to refuse. */
const identityShape = shapeOf<DerivedPolicyIdentity>({ id: asGiven, version: asGiven, source: asGiven });

const SOURCE = "民法典 art. 203 (http://www.dandonglaw.com/news/618.html)";
const READING =
  "Civil Code art. 203 is applied: a last day that is no working day moves to the next working day. Whether it governs a regulator's limit is a legal question.";
const CLOSING =
  "Civil Code art. 203 is applied: the last day ends when business stops, at the close of the working hours named by the policy.";

function rolled(stage: SlaStage, hours: boolean): SlaStage {
  // working days never end on a day off, and working minutes have no last day
  if (stage.unit === "working-day" || stage.unit === "working-minute" || stage.endOf === "same-time") return stage;
  return { ...stage, roll: "following", endOf: hours ? "close-of-business" : stage.endOf };
}

/**
 * A policy whose last day moves off holidays, as the Chinese Civil Code provides for periods of private law (期间最后一日顺延).
 *
 * Limits in calendar days, weeks and months get `roll: "following"` on the policy's own calendar; with `hours` they end
 * at the close of business instead of midnight. Limits in working days and minutes stay as they are. Off by default:
 * the shipped policies do not roll, because whether the article governs a regulator's limit is a legal question (art.
 * 204 lets other law or an agreement say otherwise), and an earlier date is the safe one to plan with. Not legal
 * advice.
 *
 * The article speaks of 法定休假日; a make-up working day (调休补班) counts as worked here, an ordinary weekend as a day off.
 *
 * @param policy - policy to start from, for mainland China; not changed
 * @param as - id, version and source (who decided it) of the new policy
 * @param options - `hours`: id of the working hours at whose close the last day ends; by default it ends at midnight
 * @returns a new frozen policy of status `house`
 * @throws `sla/invalid-policy` and the other codes of {@link prepareSlaPolicy} for the policy, or for `options`
 * @throws `core/invalid-policy` when id, version or source is empty
 * @see 民法典 art. 203
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const rolls = rollUnderCivilCode(nfraComplaintPolicy, { id: "acme.complaint", version: "1", source: "legal opinion 2026/3" });
 * const events = [{ type: "received", at: "2026-02-02T10:00:00+08:00" }] as const;
 * const context = { now: "2026-02-03T09:00:00+08:00", calendars: [CN] };
 * evaluateSla(nfraComplaintPolicy, events, context).next?.dueDate // => "2026-02-17"
 * evaluateSla(rolls, events, context).next?.dueDate // => "2026-02-24"
 * @since 0.1.0
 */
export function rollUnderCivilCode(
  policy: SlaPolicy,
  as: DerivedPolicyIdentity,
  options: { readonly hours?: string } = {},
): SlaPolicy {
  const { hours } = optionsShape(options, ["options"], "sla/invalid-policy" satisfies SlaErrorCode);
  // a copy of what was read, in which no member is undefined
  const own = JSON.parse(JSON.stringify(compiledPolicy(policy).policy)) as SlaPolicy;
  identityShape(as, ["as"], "core/invalid-policy" satisfies CoreErrorCode);
  const clocks = own.clocks.map((clock) => ({
    ...clock,
    stages: clock.stages.map((stage) => rolled(stage, hours !== undefined)),
  }));
  const readings = [...(own.readings ?? []), READING, ...(hours === undefined ? [] : [CLOSING])];
  const derived = derivePolicy(own, { clocks, readings, ...(hours === undefined ? {} : { hours }) }, as);
  return Object.freeze({ ...derived, sources: [...derived.sources, SOURCE] });
}
