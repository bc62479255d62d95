/** `ln(to / from)` of two numbers above 0, with every digit kept when they are close together, without overflow. */
export function logRatio(to: number, from: number): number {
  const change = (to - from) / from;
  if (Math.abs(change) < 0.5) return Math.log1p(change);
  const ratio = to / from;
  return ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(to) - Math.log(from);
}
