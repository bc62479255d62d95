import type { TableRatio } from "./flow-kernel.ts";
import { newton } from "./newton.ts";

/** The log ratio and the mean times at one end of an interval. */
interface End {
  readonly x: number;
  readonly value: number;
  readonly inflowMean: number;
  readonly outflowMean: number;
}

/** Pieces shorter than this, in units of the horizon, are not cut further. */
const NARROW = 1e-9;

/** Pieces shorter than this whose ends are 0 to rounding are not cut further: signs there say nothing. */
const BLUR = 1e-5;

/** Zeros this close, in units of the horizon, are looked at together. */
const CLUSTER = 1e-6;

/** A log ratio below this (times the size of its terms) is 0 as far as doubles can tell. */
const ROUNDING = 1e-14;

/** Bound on the work for flows made to be hard; ordinary ones need 20 to 200 evaluations. */
const MAX_INTERVALS = 20000;

/** A zero, or (`touches`) a place where the curve comes so near to 0 that doubles cannot tell. */
interface Candidate {
  readonly x: number;
  readonly touches: boolean;
}

function endAt(f: TableRatio, x: number): End {
  f.evaluate(x);
  return { x, value: f.value, inflowMean: f.inflowMean, outflowMean: f.outflowMean };
}

/** Candidates in ascending order to zeros: a place that only touches 0 is a pair, rounding noise keeps its parity. */
function settle(candidates: readonly Candidate[], horizon: number): number[] {
  const zeros: number[] = [];
  for (let i = 0; i < candidates.length;) {
    const cluster: Candidate[] = [];
    for (let last: Candidate | undefined; i < candidates.length; i++) {
      const candidate = candidates[i];
      if (candidate === undefined || (last !== undefined && (candidate.x - last.x) * horizon > CLUSTER)) break;
      cluster.push(candidate);
      last = candidate;
    }
    const crossings = cluster.filter((candidate) => !candidate.touches);
    const noisy = crossings.length < cluster.length;
    const middle = cluster[cluster.length >> 1]?.x ?? 0;
    if (!noisy) zeros.push(...crossings.map((crossing) => crossing.x));
    else if (crossings.length % 2 === 1) zeros.push(crossings[crossings.length >> 1]?.x ?? middle);
    else zeros.push(crossings[0]?.x ?? middle, crossings.at(-1)?.x ?? middle);
  }
  return zeros;
}

/**
 * All zeros of a log ratio in a range, ascending, by cutting it until every piece is decided.
 *
 * The mean time of each direction falls as the rate rises (its derivative is minus a variance), so the means at both
 * ends of an interval bound the slope inside: where the bounds have one sign there is at most one zero, and where no
 * line within the bounds gets from one end to 0 and back there is none. Nothing is sampled, so nothing is missed but
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
    if (leastSlope > 0 || greatestSlope < 0) {
      if (crosses) candidates.push({ x: newton(f, a.x, b.x, leastSlope > 0, middle, horizon), touches: false });
      continue;
    }
    if (!crosses && a.value !== 0 && b.value !== 0) {
      // the lowest point a curve with these slopes can reach between the ends, the value taken as positive
      const [down, up] = a.value < 0 ? [-greatestSlope, -leastSlope] : [leastSlope, greatestSlope];
      if (up * Math.abs(a.value) - down * Math.abs(b.value) + up * down * width > 0) continue;
    }
    const noise = ROUNDING * (1 + Math.abs(middle) * horizon);
    const blurred = width * horizon <= BLUR && Math.max(Math.abs(a.value), Math.abs(b.value)) <= noise;
    const undividable = width * horizon <= NARROW || middle <= a.x || middle >= b.x || intervals > MAX_INTERVALS;
    if (!blurred && !undividable) {
      const m = endAt(f, middle);
      pending.push([m, b], [a, m]);
    } else if (crosses) {
      candidates.push({ x: newton(f, a.x, b.x, b.value > a.value, middle, horizon), touches: false });
    } else if (Math.min(Math.abs(a.value), Math.abs(b.value)) <= noise) {
      candidates.push({ x: middle, touches: true });
    }
  }
}
