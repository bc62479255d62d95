import type { TableRatio } from "./flow-table.ts";
import { newton } from "../newton.ts";

/** The log ratio and the mean times at one end of an interval. */
interface End {
  readonly x: number;
  readonly value: number;
  readonly inflowMean: number;
  readonly outflowMean: number;
}

/**
 * Pieces shorter than this whose ends are 0 up to rounding are not cut further: signs and slopes there say nothing, and
 * a curve this near to level is 0 up to rounding long before its pieces have no length. Zeros this close to such a piece,
 * or to one another, belong together. In units of the horizon.
 */
const BLUR = 1e-5;

/** A log ratio below this (times the size of its terms) is 0 as far as doubles can tell. */
const ROUNDING = 1e-14;

/** Bound on the work for flows designed to be hard; ordinary ones need 20 to 200 evaluations. */
const MAX_INTERVALS = 20000;

/** A zero, or a piece so near to 0 that doubles cannot tell, whether its ends differ in sign or not. */
interface Candidate {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly crosses: boolean;
}

function endAt(f: TableRatio, x: number): End {
  f.evaluate(x);
  return { x, value: f.value, inflowMean: f.inflowMean, outflowMean: f.outflowMean };
}

/** The zeros of candidates that belong together: as many as doubles can tell, none missing from their parity. */
function zerosOf(cluster: readonly Candidate[]): readonly number[] {
  const half = cluster.length >> 1;
  const odd = cluster.filter(({ crosses }) => crosses).length % 2 === 1;
  const zeros = odd ? cluster.slice(half, half + 1) : [...cluster.slice(0, 1), ...cluster.slice(-1)];
  return zeros.map(({ x }) => x);
}

/** Turns candidates in ascending order into zeros. */
function settle(candidates: readonly Candidate[], horizon: number): number[] {
  let cluster: Candidate[] = [];
  const clusters = [cluster];
  let reach = Infinity;
  for (const candidate of candidates) {
    if ((candidate.from - reach) * horizon > BLUR) {
      cluster = [];
      clusters.push(cluster);
    }
    cluster.push(candidate);
    reach = candidate.to;
  }
  return clusters.flatMap(zerosOf);
}

/**
 * All zeros of a log ratio in a range, ascending, by cutting it until every piece is decided.
 *
 * The mean time of each direction falls as the rate rises (its derivative is minus a variance), so the means at both
 * ends of an interval bound the slope inside: where the bounds have one sign there is at most one zero, and where no
 * line within the bounds gets from one end to 0 and back there is none. Nothing is sampled, so nothing is missed except
 * zeros closer than doubles can tell apart; such a pair comes out twice.
 *
 * @param f - log ratio of a table of flows
 * @param low - lower end of the range
 * @param high - upper end of the range
 * @param horizon - span of the flows in the unit of `1/x`
 */
export function scanZeros(f: TableRatio, low: number, high: number, horizon: number): number[] {
  const candidates: Candidate[] = [];
  const pending: (readonly [End, End])[] = [[endAt(f, low), endAt(f, high)]];
  for (let intervals = 0; ; intervals++) {
    const interval = pending.pop();
    if (interval === undefined) return settle(candidates, horizon);
    const [a, b] = interval;
    const width = b.x - a.x;
    const crosses = a.value < 0 !== b.value < 0;
    const leastSlope = b.outflowMean - a.inflowMean;
    const greatestSlope = a.outflowMean - b.inflowMean;
    const middle = a.x + width / 2;
    const noise = ROUNDING * (1 + Math.abs(middle) * horizon);
    const dim = Math.max(Math.abs(a.value), Math.abs(b.value)) <= noise;
    if (dim && width * horizon <= BLUR) {
      candidates.push({ x: middle, from: a.x, to: b.x, crosses });
      continue;
    }
    const monotonic = leastSlope > 0 || greatestSlope < 0;
    const decided = monotonic || intervals > MAX_INTERVALS;
    if (crosses && decided) {
      const x = newton(f, a.x, b.x, a.value < 0, middle, horizon);
      candidates.push({ x, from: x, to: x, crosses });
      continue;
    }
    if (!crosses) {
      // the lowest point a curve with these slopes can reach between the ends, the value taken as positive
      const [down, up] = a.value < 0 ? [-greatestSlope, -leastSlope] : [leastSlope, greatestSlope];
      const above = up * Math.abs(a.value) - down * Math.abs(b.value) + up * down * width;
      // by more than rounding can have lifted the ends, which is a small part of what counts as 0
      if (monotonic || above > (noise / 32) * (up - down)) continue;
    }
    if (!decided) {
      const m = endAt(f, middle);
      pending.push([m, b], [a, m]);
    } else if (Math.abs(a.value) <= noise) candidates.push({ x: middle, from: a.x, to: b.x, crosses });
  }
}
