import { rateOf, type DecimalString } from "../../core/index.ts";
import { listOf, readText, refuse, shapeOf, wholeNumber } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";

/** How many clients like this one have a product: the counts of a peer book. */
export interface PeerCount {
  /** Id of a product of the catalogue. */
  readonly product: string;
  /** Number of peers. */
  readonly n: number;
  /** Of them, those that use the product; at most `n`. */
  readonly adopted: number;
}

/**
 * Part of the peers that use a product, and how sure that part is. All three figures are `null` without peers: a share of
 * nothing has no value.
 */
export interface PeerAdoption {
  /** Number of peers. */
  readonly n: number;
  /** Of them, those that use the product. */
  readonly adopted: number;
  /** `adopted / n` with four decimals, half-even. */
  readonly rate: DecimalString | null;
  /** Lower end of the Wilson score interval, 95 %, to four decimals. */
  readonly low: DecimalString | null;
  /** Upper end of it. */
  readonly high: DecimalString | null;
}

const INVALID_INPUT: StrategyPlanErrorCode = "strategy-plan/invalid-input";

const readWhole = /* @__PURE__ */ (() => {
  const readCount = wholeNumber(0, Number.MAX_SAFE_INTEGER);
  return listOf(shapeOf<PeerCount>({ product: readText, n: readCount, adopted: readCount }));
})();

/** The counts by product; a product twice, or one that is not in the catalogue, is refused, because its peers are lost. */
export function readPeers(peers: readonly PeerCount[], catalogue: ReadonlySet<string>): ReadonlyMap<string, PeerCount> {
  readWhole(peers, ["peers"], INVALID_INPUT);
  const byProduct = new Map<string, PeerCount>();
  for (const [index, peer] of peers.entries()) {
    const { product, n, adopted } = peer;
    const at = ["peers", index, "product"];
    const twice: StrategyPlanErrorCode = "strategy-plan/product-twice";
    if (byProduct.has(product)) refuse(twice, at, "used twice", { product });
    const unknown: StrategyPlanErrorCode = "strategy-plan/unknown-product";
    if (!catalogue.has(product)) refuse(unknown, at, "not in the catalogue", { product });
    wholeNumber(0, n)(adopted, ["peers", index, "adopted"], INVALID_INPUT);
    byProduct.set(product, peer);
  }
  return byProduct;
}

/** The 97.5 % point of the normal distribution: what makes the interval one of 95 %. */
const Z = 1.959963984540054;

const atMostOne = (share: number): DecimalString => Math.min(1, Math.max(0, share)).toFixed(4);

/**
 * The part of the peers that use a product, with its Wilson score interval at 95 %: computed in doubles, whose last bits
 * the four decimals do not show. Unlike the textbook interval it stays within 0 and 1, and says something of few peers.
 */
export function peerAdoption({ n, adopted }: PeerCount): PeerAdoption {
  if (n === 0) return { n, adopted, rate: null, low: null, high: null };
  const share = adopted / n;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const whole = 1 + z2 / n;
  return {
    n,
    adopted,
    rate: rateOf(adopted, n).rate,
    low: atMostOne((middle - half) / whole),
    high: atMostOne((middle + half) / whole),
  };
}
