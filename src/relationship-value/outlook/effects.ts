import { readDecimal, type DecimalString, type ScaledInteger } from "../../core/index.ts";
import { oneOf, optional, readText, refuseValue, rowOf, type Reader } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { valueItems, type ValueItem } from "../items.ts";
import { readRate, SHARE_RANGE } from "../lifetime/rates.ts";
import { readAmount, readId } from "../reading.ts";
import { PLAN_EFFECT_KINDS, type PlanEffectKind } from "./reasons.ts";

/** One effect on one item of the statement, for a period as long as the statement's. */
export interface PlanEffect<C extends string = string> {
  /** Unique in the plan: the id of the pitch, loan or deposit it comes from. */
  readonly id: string;
  readonly kind: PlanEffectKind;
  readonly item: ValueItem;
  /** 0 or more, except for a renewal. */
  readonly amount: Money<C>;
  /** Chance that it happens, 0 to 1; null or left out where nobody has said. */
  readonly probability?: DecimalString | null;
  /** Where it is written. */
  readonly source?: string;
}

/** An effect as it was read. */
export interface ReadEffect {
  readonly id: string;
  readonly kind: PlanEffectKind;
  readonly item: ValueItem;
  readonly minor: bigint;
  readonly probability: ScaledInteger | null;
}

const READ_CODE = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

const readMembers: Reader<PlanEffect> = /* @__PURE__ */ (() =>
  rowOf<PlanEffect>({
    id: readId,
    kind: oneOf(PLAN_EFFECT_KINDS),
    item: oneOf(valueItems),
    amount: readAmount,
    probability: optional((probability, path, code) => {
      if (probability !== null) readRate(probability, SHARE_RANGE, path, code);
      return probability;
    }),
    source: optional(readText),
  }))();

/** An effect, read as a row. */
export function readEffect(effect: PlanEffect, currency: string): ReadEffect {
  readMembers(effect, [], READ_CODE);
  const { id, kind, item, probability = null } = effect;
  const minor = BigInt(minorIn(currency, effect.amount, ["amount"]));
  if (kind !== "renewal" && minor < 0n) {
    refuseValue(READ_CODE, ["amount"], "below 0: what is lost is a positive amount at risk", effect.amount.amount, {
      min: "0",
    });
  }
  return { id, kind, item, minor, probability: probability === null ? null : readDecimal(probability) };
}
