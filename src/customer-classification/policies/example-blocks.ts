import type { FlagFeature } from "../card/feature-definition.ts";
import type { ClassificationBlock } from "../card/scorecard.ts";

/** A flag from a list of exceptions: who is not on the list has none. */
const EXCEPTION = { kind: "flag", group: "basic", sensitive: false } as const satisfies FlagFeature;

/** The flags behind the blocks of the example cards. */
export const EXAMPLE_BLOCK_FLAGS = {
  deceased: EXCEPTION,
  staff: EXCEPTION,
  moneyLaunderingReview: EXCEPTION,
  fraudAlert: EXCEPTION,
  overdue: EXCEPTION,
} as const;

/** What comes before any points on the example cards. */
export const EXAMPLE_BLOCKS = [
  { id: "deceased", feature: "deceased", effect: "no-class", unusable: "fails" },
  { id: "staff", feature: "staff", effect: "no-class", unusable: "fails" },
  { id: "money-laundering-review", feature: "moneyLaunderingReview", effect: "no-class", unusable: "fails" },
  { id: "fraud", feature: "fraudAlert", effect: "ordinary-at-most", unusable: "fails" },
  { id: "overdue", feature: "overdue", effect: "ordinary-at-most", unusable: "fails" },
] as const satisfies readonly ClassificationBlock[];
