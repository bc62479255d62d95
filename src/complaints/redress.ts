import { DomainError } from "../core/index.ts";
import { compareTexts } from "../core/inner.ts";
import { add, compare, money, type Money } from "../money/index.ts";
import { complainedOf, refusal, type Refusal } from "./condition.ts";
import type { ComplaintErrorCode } from "./errors.ts";
import type { ComplaintCase, ComplaintHandlingPolicy, Redress, RedressTotal } from "./types.ts";

/** Why redress may not be granted: without authority, beyond it, or approved by somebody the complaint is about. */
export function redressRefusal(
  complaint: ComplaintCase,
  policy: ComplaintHandlingPolicy,
  redress: Redress,
): Refusal | null {
  const { amount, authority, approvedBy } = redress;
  if (compare(amount, money("0", amount.currency)) < 0) {
    throw new DomainError<ComplaintErrorCode>(
      "complaints/negative-redress",
      "action.redress.amount: negative",
      ["action", "redress", "amount"],
      { amount: amount.amount, currency: amount.currency },
    );
  }
  if (authority === "" || approvedBy === "") return refusal("redress-without-authority", { authority });
  const conflict = complainedOf(complaint, approvedBy, "approver-complained-of");
  if (conflict !== null || policy.redressAuthorities.length === 0) return conflict;
  const own = policy.redressAuthorities.filter(({ role }) => role === authority);
  if (own.some(({ upTo }) => upTo === null)) return null;
  const limit = own.find(({ upTo }) => upTo?.currency === amount.currency)?.upTo;
  if (limit === null || limit === undefined) {
    return refusal("redress-without-authority", { authority, currency: amount.currency });
  }
  if (compare(amount, limit) <= 0) return null;
  return refusal("redress-beyond-authority", { authority, amount: amount.amount, upTo: limit.amount });
}

/** Adds up counts and amounts by currency. */
export function addRedress(totals: Map<string, RedressTotal>, amount: Money, complaints: number): void {
  const before = totals.get(amount.currency);
  totals.set(amount.currency, {
    currency: amount.currency,
    complaints: (before?.complaints ?? 0) + complaints,
    amount: before === undefined ? amount : add(before.amount, amount),
  });
}

/** Totals in order of currency. */
export function redressRows(totals: ReadonlyMap<string, RedressTotal>): RedressTotal[] {
  return [...totals.values()].sort((a, b) => compareTexts(a.currency, b.currency));
}

/** Everything one complaint cost, by currency, including what a review added. */
export function redressOf(complaint: ComplaintCase): ReadonlyMap<string, RedressTotal> {
  const totals = new Map<string, RedressTotal>();
  for (const entry of complaint.history) {
    if (entry.type !== "decide" || entry.redress === undefined) continue;
    const { amount } = entry.redress;
    addRedress(totals, amount, totals.has(amount.currency) ? 0 : 1);
  }
  return totals;
}
