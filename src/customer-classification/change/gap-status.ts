/** What can be said of the way to a class. */
export const GAP_STATUSES = [
  "already-there",
  "moves",
  "not-by-points",
  "out-of-reach",
  "insufficient-data",
  "too-wide",
] as const;

/** The status of a class that somebody is kept from. */
export type BarredStatus = Extract<GapStatus, "not-by-points" | "out-of-reach">;

/** What can be said of the way to a class. */
export type GapStatus = (typeof GAP_STATUSES)[number];
