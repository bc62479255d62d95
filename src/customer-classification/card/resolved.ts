import type { DayNumber } from "../../core/index.ts";
import type { MisspeltName } from "../../core/inner.ts";
import type { GrantedType } from "../outcomes.ts";
import type { FeatureDefinition } from "./feature-definition.ts";
import type { Characteristic } from "./characteristic.ts";
import type { Condition } from "./condition.ts";
import type { ClassificationBlock, CardStamp, Level, Scorecard } from "./scorecard.ts";

/** A feature ready for reading. */
export interface CardInput {
  readonly id: string;
  readonly definition: FeatureDefinition;
  readonly currency: string;
  readonly exponent: number;
  /** Index of each category; empty for the other kinds. */
  readonly categories: ReadonlyMap<unknown, number>;
}

/** Proportional points in whole units of the input: minor units of money, or the whole number itself. */
export interface CardRate {
  readonly per: number;
  readonly points: number;
  readonly min: number;
  readonly max: number;
}

/** A characteristic ready for scoring. */
export interface CardLine {
  readonly characteristic: Characteristic;
  /** Index into the inputs. */
  readonly input: number;
  /** Index into the axes. */
  readonly axis: number;
  readonly customersOnly: boolean;
  /**
   * Upper edges of all bands but the last, in minor units for money; made up with infinity to a power of two less one, at
   * least 7, so that a search halves them evenly.
   */
  readonly edges: Float64Array;
  /** Group of each category; empty for the other scales. */
  readonly groups: Uint8Array;
  readonly rate: CardRate | null;
  /** Points by byte code; bands first. */
  readonly table: Float64Array;
  /** 1 where a byte code is rejected. */
  readonly rejects: Uint8Array;
  /** 1 where a byte code leaves the points open; the table then has the fewest that a usable value earns. */
  readonly opens: Uint8Array;
  /** Points between the fewest and the most that usable values earn. */
  readonly spread: number;
  readonly minPoints: number;
  readonly maxPoints: number;
}

/** A test ready for evaluation; `low` inclusive, `high` exclusive. */
export interface CardTest {
  readonly condition: Condition;
  /** Index of the axis or the line; -1 for the other tests. */
  readonly subject: number;
  /** Index of the input; -1 for tests on points. */
  readonly input: number;
  readonly low: number;
  readonly high: number;
  /** 1 for each category the test accepts. */
  readonly wanted: Uint8Array;
  /** Running number among the tests on features; -1 for the others. */
  readonly leaf: number;
  /** Truth by what the ledger keeps of the value: 0 or 1 for one that can be used, otherwise its byte code. */
  readonly truths: Uint8Array;
  /** Lines of the points it looks at that may be left open; empty for the other tests. */
  readonly openLines: readonly number[];
  readonly of: readonly CardTest[];
}

/** A rule ready for evaluation. */
export interface CardRule {
  readonly id: string;
  readonly grants: GrantedType;
  readonly tests: readonly CardTest[];
}

/** A block ready for evaluation. */
export interface CardBlock {
  readonly block: ClassificationBlock;
  readonly test: CardTest;
}

/** A checked card with everything the ledger needs. */
export interface ResolvedCard {
  /** The card's own copy. */
  readonly card: Scorecard;
  readonly stamp: CardStamp;
  readonly effectiveFrom: DayNumber;
  /** Exclusive; infinite while open-ended. */
  readonly effectiveTo: DayNumber;
  readonly inputs: readonly CardInput[];
  readonly inputIndex: ReadonlyMap<string, number>;
  /** 1 for each input that is sensitive or tells of a protected ground. */
  readonly sensitive: Uint8Array;
  /** Whether a line, a test or the customer flag looks at one of them. */
  readonly usesSensitive: boolean;
  /** Names of the fields the card reads: features, and the dates of their observation. */
  readonly fields: readonly string[];
  /** Looks for a name of a record that is nearly one of them. */
  readonly misspelt: (record: object) => MisspeltName | null;
  readonly lines: readonly CardLine[];
  /** Indexes of the lines of each axis. */
  readonly axisLines: readonly (readonly number[])[];
  /** Indexes of the lines that leave points open for some state of their input. */
  readonly openLines: readonly number[];
  readonly rules: readonly CardRule[];
  readonly core: CardRule;
  /** Index of the customer flag; -1 when everybody is a customer. */
  readonly customerInput: number;
  readonly levels: readonly Level[];
  readonly blocks: readonly CardBlock[];
  /** Every test on a feature, by its running number. */
  readonly leaves: readonly CardTest[];
  /** Those of them that are not of a block. */
  readonly ruleLeaves: readonly CardTest[];
}
