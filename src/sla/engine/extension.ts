import type { SlaIssueCode } from "../errors.ts";
import type { ExtendedEvent } from "../events.ts";
import type { SlaExtensionRule, SlaStage } from "../policy-types.ts";
import type { Allowance } from "./deadline.ts";
import type { AppliedExtension } from "./history.ts";

/** What an extension would make of a limit: its new length, or why it changes nothing. */
export type ExtensionOffer =
  | { readonly ok: true; readonly allowance: Allowance }
  | { readonly ok: false; readonly code: SlaIssueCode; readonly details: Readonly<Record<string, unknown>> };

/** The longest limit a rule can give now, whoever approves. */
export function offerOf(
  stage: SlaStage,
  rule: SlaExtensionRule,
  current: Allowance,
  granted: readonly Pick<AppliedExtension, "extension">[],
): ExtensionOffer {
  const used = granted.filter(({ extension }) => extension === rule.id).length;
  if (used >= rule.times) return { ok: false, code: "sla/extension-used-up", details: { times: rule.times } };
  if (rule.after !== undefined && !granted.some(({ extension }) => extension === rule.after)) {
    return { ok: false, code: "sla/extension-needs-earlier", details: { needs: rule.after } };
  }
  const unit = rule.unit ?? stage.unit;
  // an amount is added to the limit as it is, which another extension may have changed to another unit
  if (rule.to === undefined && unit !== current.unit) {
    return { ok: false, code: "sla/extension-no-gain", details: { unit, current: current.unit } };
  }
  const amount = rule.to ?? Math.min(current.amount + (rule.add ?? 0), rule.cap ?? Number.POSITIVE_INFINITY);
  if (unit === current.unit && amount <= current.amount) {
    return { ok: false, code: "sla/extension-no-gain", details: { to: amount, current: current.amount } };
  }
  return { ok: true, allowance: { amount, unit } };
}

/**
 * The limit an event requests: all the rule offers, or the shorter length the event names; a longer one where the rule
 * has no cap.
 */
export function requestedOf(
  event: ExtendedEvent,
  offer: Allowance,
  current: Allowance,
  isCapped: boolean,
): ExtensionOffer {
  if (event.to === undefined) return { ok: true, allowance: offer };
  if (isCapped && event.to > offer.amount) {
    return {
      ok: false,
      code: "sla/extension-beyond-cap",
      details: { to: event.to, cap: offer.amount },
    };
  }
  if (offer.unit === current.unit && event.to <= current.amount) {
    return { ok: false, code: "sla/extension-no-gain", details: { to: event.to, current: current.amount } };
  }
  return { ok: true, allowance: { amount: event.to, unit: offer.unit } };
}

/** Whether an event is meant for a stage, and by which rule; null when it is not, `"ambiguous"` when it does not say which. */
export function ruleFor(event: ExtendedEvent, clock: string, stage: SlaStage): SlaExtensionRule | "ambiguous" | null {
  if ((event.clock ?? clock) !== clock || (event.stage ?? stage.id) !== stage.id) return null;
  const rules = stage.extensions ?? [];
  const extension = event.extension ?? null;
  if (extension !== null) return rules.find(({ id }) => id === extension) ?? null;
  return rules.length > 1 ? "ambiguous" : (rules[0] ?? null);
}
