import type { ClassificationBatch } from "../outcomes.ts";
import type { ScoreLedger } from "./ledger.ts";

const ledgers = /* @__PURE__ */ new WeakMap<ClassificationBatch, ScoreLedger>();

/** Keeps the ledger of a batch as long as the batch lives. */
export function rememberLedger(batch: ClassificationBatch, ledger: ScoreLedger): void {
  ledgers.set(batch, ledger);
}

/** The ledger of a batch; null for a copy. */
export function rememberedLedger(batch: ClassificationBatch): ScoreLedger | null {
  return ledgers.get(batch) ?? null;
}
