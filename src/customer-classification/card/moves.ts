/** Which ways a value can be moved. */
export const FEATURE_MOVES = ["up", "down", "either"] as const;

/** Which way a value can be moved: up (a flag: to yes), down (a flag: to no), or either. */
export type FeatureMove = (typeof FEATURE_MOVES)[number];

/** Why nobody may be asked to change a value. */
export const IMMOVABLE_REASONS = [
  "customer-flag",
  "elsewhere-flag",
  "block-flag",
  "descriptive",
  "sensitive",
  "protected-ground",
  "occupation",
  "more-debt",
] as const;

/** Why nobody may be asked to change a value, though the card declares that it can be moved. */
export type ImmovableReason = (typeof IMMOVABLE_REASONS)[number];
