import type { LocalDate } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import type { CardStamp } from "../card/scorecard.ts";
import type { Migration } from "../population/tabulate.ts";
import type { StandingPolicyStamp } from "../standing/standing.ts";
import type { ClassFigures, SideTotals } from "./figures.ts";
import type { OverTime } from "./over-time.ts";
import type { SimulationFinding, SimulationIssue } from "./request.ts";
import type { ClassKind, Move } from "../population/words.ts";
import type { SimulationSide } from "./side.ts";

/** One class on both sides. */
export interface SimulatedClass extends Readonly<Record<SimulationSide, ClassFigures>> {
  readonly class: string;
  /** False for one of `NON_CLASSES`. */
  readonly isClass: boolean;
}

/** The book of one day on both sides. */
export interface SimulatedPeriod {
  readonly asOf: LocalDate;
  /** Clients who are there; on both sides the same, and the sum over the classes. */
  readonly clients: number;
  /** Rows without a readable id, and second rows of a client; each has its issue. */
  readonly leftOut: number;
  /** Those of the ladder, then the others by code units, then the words for people without a class that occur. */
  readonly classes: readonly SimulatedClass[];
  readonly totals: Readonly<Record<SimulationSide, SideTotals>>;
}

/** The clients whose class is another one under the challenger, by both classes. */
export interface SwapSet {
  /** The class under the champion. */
  readonly from: string;
  /** The class under the challenger. */
  readonly to: string;
  /** `up`, `down`, or `other` where no ladder compares the two. */
  readonly move: Exclude<Move, "joined" | "left">;
  readonly clients: number;
  /** Exact sum of their balances; null when the period has none. */
  readonly balance: Money | null;
  /** In the order of the rows. */
  readonly ids: readonly string[];
}

/** What one side is, and how it does over the periods. */
export interface SimulatedSide {
  readonly card: CardStamp;
  /** Null where everybody is served what they earn. */
  readonly policy: StandingPolicyStamp | null;
  readonly overTime: OverTime;
  /** What the privileges cost over all periods; null when none are given. */
  readonly cost: Money | null;
}

/** What would be, side by side: plain data. */
export interface Simulation extends Readonly<Record<SimulationSide, SimulatedSide>> {
  readonly classBy: ClassKind;
  /** What `up` and `down` go by; null when no order of the classes is known. */
  readonly ladder: readonly string[] | null;
  /** Months within which a change taken back is a reversal. */
  readonly within: number;
  /** In order of time; swaps and migration are those of the last. */
  readonly periods: readonly SimulatedPeriod[];
  /** Who changes class on the last day; nobody when both sides give everybody the same. */
  readonly swaps: readonly SwapSet[];
  /** From the classes of the champion on the last day into those of the challenger. */
  readonly migration: Migration;
  /**
   * Rows that are left out or refused on a side, by period; a refused one is counted in the class `refused`, or in the
   * level that the client still holds under a standing policy.
   */
  readonly issues: readonly SimulationIssue[];
  /** Blocks whose flag no row of a period has, as in `classifyMany`. */
  readonly findings: readonly SimulationFinding[];
}
