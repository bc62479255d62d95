import type { Batch, Issue, LocalDate } from "../../core/index.ts";
import type { FeatureGroup } from "../card/feature-definition.ts";
import type { CardStamp } from "../card/scorecard.ts";
import type { MissingInput, RuleTrace, TestOutcome } from "../outcomes.ts";
import type { ClassificationContext, InputState } from "../record.ts";
import type { NameList, NameListState } from "./name-list.ts";
import type { GradeCondition } from "./policy.ts";

/** When grades are given, when the values were observed, and the lists of names there are. */
export interface GradingContext extends ClassificationContext {
  /** Versions of the lists that the policy names, in any order; of each the one in force on `asOf` is used. */
  readonly lists?: readonly NameList[];
}

/** What every result carries: the policy, the lists and the date it was computed with. */
export interface GradingStamp {
  readonly policy: CardStamp;
  /** The versions of lists that were in force, as the policy first names them. */
  readonly lists: readonly CardStamp[];
  readonly asOf: LocalDate;
}

/** One test of a rule with its outcome. */
export interface GradeTestTrace {
  readonly condition: GradeCondition;
  readonly outcome: TestOutcome;
  /** Points the test looked at; for tests on points that could be counted. */
  readonly points?: number;
  /** The most they can be, where values are left open. */
  readonly pointsAtMost?: number;
  /** State of the value the test looked at; for tests on a feature. */
  readonly state?: InputState;
  /** Version of the list that was looked at; for tests on a list that is in force. */
  readonly version?: string;
  /** The alternatives of an `any` test. */
  readonly of?: readonly GradeTestTrace[];
}

/** A rule with the outcome of each of its tests. */
export interface GradeRuleTrace {
  readonly rule: string;
  readonly grade: string;
  readonly outcome: RuleTrace["outcome"];
  readonly tests: readonly GradeTestTrace[];
}

/** A list that cannot say who is on it, and the rule that needs it. */
export interface MissingList {
  readonly list: string;
  readonly state: NameListState;
  readonly rule: string;
}

/** What the summaries and the full answer say of a client whose grade is known. */
export interface GradeReached {
  readonly status: "graded";
  readonly grade: string;
  /** Place of the grade on the policy's ladder: 0 is everybody else, 1 the lowest grade. */
  readonly step: number;
  /** The rules of the grade that hold, in the policy's order; none for everybody else. */
  readonly by: readonly string[];
}

/** What the summaries and the full answer say of a client whose grade depends on what is not known. */
export interface GradeOpen {
  readonly status: "insufficient-data";
  /** The grade if nothing of what is missing helps. */
  readonly atLeast: string;
  /** The grade if all of it does: the best of which no test fails whatever is missing. */
  readonly atMost: string;
  /** What could change the answer: the inputs and lists of undecided rules above `atLeast`, each once; tests are taken by themselves. */
  readonly missing: readonly (MissingInput | MissingList)[];
}

/** A client's grade, with every rule tried: those of the grades above, and all of the grade itself. */
export interface Graded extends GradeReached, GradingStamp {
  readonly rules: readonly GradeRuleTrace[];
  /** The kinds of data that the rules which hold looked at, in the order of `FEATURE_GROUPS`; a list of names is not data of a kind. */
  readonly restsOn: readonly FeatureGroup[];
}

/** A client whose grade depends on what is not known, with every rule tried, down to the grade that is sure. */
export interface NotGraded extends GradeOpen, GradingStamp {
  readonly rules: readonly GradeRuleTrace[];
}

/** Answer of `gradeClient`. */
export type GradeResult = Graded | NotGraded;

/** One row of `gradeMany`: the answer without its rules, for which `gradeClient` grades the record of that row alone. */
export type GradeSummary = GradeReached | GradeOpen;

/** Answer of `gradeMany`: one summary per row, `null` for a row with an issue. */
export interface GradeBatch extends Batch<GradeSummary>, GradingStamp {
  /** Names of the lists that no row of the batch has; empty when every client on them is there. */
  readonly findings: readonly Issue[];
}
