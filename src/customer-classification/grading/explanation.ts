import type { DecimalString } from "../../core/index.ts";
import type { FeatureGroup } from "../card/feature-definition.ts";
import type { Axis } from "../classes.ts";
import type { LineOf, Named } from "../explanation.ts";
import type { MissingInput, RuleTrace, TestOutcome } from "../outcomes.ts";
import type { InputState } from "../record.ts";
import type { NameListState } from "./name-list.ts";
import type { GradingStamp } from "./outcomes.ts";
import type { GradeCondition } from "./policy.ts";

/** What the lines of the explanation of a grade can be about. */
export const GRADE_LINE_KINDS = ["grade", "grade-open", "rests-on", "rule", "test", "missing", "list-missing"] as const;

/** What a line of the explanation of a grade is about. */
export type GradeLineKind = (typeof GRADE_LINE_KINDS)[number];

/** The grade, and the rules that hold; none for everybody else. */
export type GradeReachedLine = LineOf<
  "grade",
  { readonly grade: Named<"grade">; readonly by?: readonly Named<"gradeRule">[] }
>;

/** The grade that is sure and the best that is possible, where something is not known. */
export type GradeOpenLine = LineOf<"grade-open", { readonly atLeast: Named<"grade">; readonly atMost: Named<"grade"> }>;

/** The kinds of data that the rules which hold looked at. */
export type RestsOnLine = LineOf<"rests-on", { readonly groups: readonly `featureGroup.${FeatureGroup}`[] }>;

/** A rule that was tried, with the grade it leads to. */
export type GradeRuleLine = LineOf<
  "rule",
  {
    readonly rule: Named<"gradeRule">;
    readonly grants: Named<"grade">;
    readonly outcome: `ruleOutcome.${RuleTrace["outcome"]}`;
  }
>;

/** One test of a rule: what it looks at, what it asks for, and what it found. */
export type GradeTestLine = LineOf<
  "test",
  {
    readonly test: `conditionTest.${GradeCondition["test"]}`;
    readonly outcome: `testOutcome.${TestOutcome}`;
    readonly list?: Named<"nameList">;
    readonly axis?: `axis.${Axis}`;
    readonly characteristic?: Named<"characteristic">;
    readonly feature?: Named<"feature">;
    readonly oneOf?: readonly Named<"category">[];
    /** State of the value; for tests on a feature. */
    readonly state?: `partState.${InputState}`;
  },
  {
    readonly is?: boolean;
    /** Lower end, inclusive. */
    readonly atLeast?: number | DecimalString;
    /** Upper end, exclusive. */
    readonly below?: number | DecimalString;
    readonly points?: number;
    readonly pointsAtMost?: number;
    /** Version of the list. */
    readonly version?: string;
  }
>;

/** An input that could change the grade, with the rule that needs it. */
export type GradeMissingLine = LineOf<
  "missing",
  {
    readonly feature: Named<"feature">;
    readonly state: `partState.${MissingInput["state"]}`;
    readonly characteristic?: Named<"characteristic">;
    readonly rule?: Named<"gradeRule">;
  }
>;

/** A list that could change the grade, with the rule that needs it. */
export type ListMissingLine = LineOf<
  "list-missing",
  {
    readonly list: Named<"nameList">;
    readonly state: `nameListState.${NameListState}`;
    readonly rule: Named<"gradeRule">;
  }
>;

/** One line of the explanation of a grade, told apart by `line`; `tell` puts it into words. */
export type GradeLine =
  GradeReachedLine | GradeOpenLine | RestsOnLine | GradeRuleLine | GradeTestLine | GradeMissingLine | ListMissingLine;

/** Why a client has a grade. */
export interface GradeExplanation extends GradingStamp {
  readonly lines: readonly GradeLine[];
}
