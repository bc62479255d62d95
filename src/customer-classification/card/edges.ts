import { describeValue, readDecimal, tryDecimal, type DecimalString, type Path } from "../../core/index.ts";
import { coefficientAt } from "../../core/inner.ts";
import { currencyExponent, isCurrency } from "../../money/index.ts";
import { cardError } from "../errors.ts";
import type { FeatureDefinition, FeatureKind } from "./feature-definition.ts";
import type { Scorecard } from "./scorecard.ts";

/** An active currency. */
export function readCurrency(currency: string, path: Path): string {
  if (isCurrency(currency)) return currency;
  throw cardError(path, "unknown-currency", "not an active ISO 4217 code in capitals", {
    received: describeValue(currency),
  });
}

/** A decimal that may be an edge of some feature. */
export function readEdge(edge: DecimalString, path: Path): DecimalString {
  if (tryDecimal(edge) !== null) return edge;
  throw cardError(path, "malformed-edge", 'not a plain decimal string such as "50000"', {
    received: describeValue(edge),
    ...(typeof (edge as unknown) === "string" ? {} : { type: typeof edge }),
  });
}

/** Fraction digits of the card's currency; 0 when the card has no money. */
export function exponentOfCard(card: Scorecard): number {
  if (card.currency === undefined) {
    for (const [id, feature] of Object.entries(card.features)) {
      if (feature.kind === "money") {
        throw cardError(["currency"], "currency-missing", "a card with money features names its currency", {
          feature: id,
        });
      }
    }
    return 0;
  }
  return currencyExponent(card.currency);
}

/** Whether a feature has amounts that bands and ranges can cut. */
export function isAmount(feature: FeatureDefinition): boolean {
  return feature.kind === "money" || feature.kind === "number" || feature.kind === "integer";
}

/**
 * An edge as the ledger compares it: minor units of money, a whole number, or the double nearest to the decimal.
 */
export function resolveEdge(text: DecimalString, kind: FeatureKind, exponent: number, path: Path): number {
  const decimal = readDecimal(text);
  if (kind === "number") return Number(text);
  const limit = kind === "money" ? exponent : 0;
  if (decimal.scale > limit) {
    throw cardError(path, "malformed-edge", `at most ${String(limit)} fraction digits here`, {
      fractionDigits: decimal.scale,
      limit,
    });
  }
  const units = Number(coefficientAt(limit, decimal));
  if (!Number.isSafeInteger(units)) throw cardError(path, "too-large", "beyond 2^53 minor units");
  return units;
}
