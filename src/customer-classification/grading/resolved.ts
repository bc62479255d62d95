import type { CardTest, ResolvedCard } from "../card/resolved.ts";
import type { CardStamp } from "../card/scorecard.ts";
import type { GradeCondition, GradingPolicy } from "./policy.ts";

/** A test ready for evaluation. */
export interface GradeTest {
  readonly condition: GradeCondition;
  /** The test of the ledger; null for names and alternatives. */
  readonly test: CardTest | null;
  /** Indexes of the lines whose points it looks at. */
  readonly lines: readonly number[];
  readonly of: readonly GradeTest[];
}

/** A rule ready for evaluation. */
export interface ResolvedGradeRule {
  readonly id: string;
  readonly tests: readonly GradeTest[];
}

/** A grade ready for evaluation. */
export interface ResolvedGrade {
  readonly id: string;
  /** Its place on the ladder: 0 is everybody else. */
  readonly step: number;
  readonly rules: readonly ResolvedGradeRule[];
}

/** A checked policy, with what the ledger reads of its features and points. */
export interface ResolvedGrading {
  readonly policy: GradingPolicy;
  readonly stamp: CardStamp;
  /** Features and lines; it has no rules of its own. */
  readonly card: ResolvedCard;
  /** From the best down. */
  readonly grades: readonly ResolvedGrade[];
  /** Ids of the lists that the tests name. */
  readonly lists: readonly string[];
}
