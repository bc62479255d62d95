import type { ClassificationBatch } from "../outcomes.ts";
import type { Ledger } from "./lines.ts";

const ledgers = /* @__PURE__ */ new WeakMap<ClassificationBatch, Ledger>();

/** Keeps the ledger of a batch as long as the batch lives. */
export function rememberLedger(batch: ClassificationBatch, ledger: Ledger): void {
  ledgers.set(batch, ledger);
}

/** The ledger of a batch; null for a copy. */
export function ledgerOf(batch: ClassificationBatch): Ledger | null {
  return ledgers.get(batch) ?? null;
}
