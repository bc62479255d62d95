import { expectTypeOf, test } from "vitest";

import type { DomainError, Issue } from "relationship-banking";
import type * as all from "relationship-banking";

type House = typeof all;
type Capital =
  | "A"
  | "B"
  | "C"
  | "D"
  | "E"
  | "F"
  | "G"
  | "H"
  | "I"
  | "J"
  | "K"
  | "L"
  | "M"
  | "N"
  | "O"
  | "P"
  | "Q"
  | "R"
  | "S"
  | "T"
  | "U"
  | "V"
  | "W"
  | "X"
  | "Y"
  | "Z";

/** The public functions whose name begins with a verb. */
type Named<Verb extends string> = Extract<keyof House, `${Verb}${Capital}${string}`>;
/** What the functions of a verb answer; overloads by their last. */
type Answer<Name extends keyof House> = House[Name] extends (...parameters: never[]) => infer Result ? Result : never;
/** Names of functions whose answer is not of a kind. */
type Odd<Names extends keyof House, Kind> = { [Name in Names]: Answer<Name> extends Kind ? never : Name }[Names];
/** Names of functions whose answer may be null. */
type MaybeNull<Names extends keyof House> = { [Name in Names]: null extends Answer<Name> ? Name : never }[Names];
/** Names of functions whose answer may be undefined. */
type MaybeUndefined<Names extends keyof House> = {
  [Name in Names]: undefined extends Answer<Name> ? Name : never;
}[Names];

test("there are functions of each verb", () => {
  expectTypeOf<Named<"check">>().toEqualTypeOf<
    "checkCardRegister" | "checkCase" | "checkClientFile" | "checkComplaint" | "checkPlan" | "checkPlanApproval"
  >();
  expectTypeOf<Named<"try">>().toEqualTypeOf<"tryDayNumber" | "tryDecimal" | "tryInstant">();
  expectTypeOf<Named<"read">>().toEqualTypeOf<"readDecimal" | "readInteger" | "readLines" | "readPeriod">();
  expectTypeOf<Named<"prepare">>().toEqualTypeOf<
    "prepareCashFlows" | "prepareDutyPolicy" | "prepareGradingPolicy" | "prepareScorecard" | "prepareSlaPolicy"
  >();
  expectTypeOf<Named<"lint">>().toEqualTypeOf<"lintScorecard">();
});

test("check returns issues", () => {
  expectTypeOf<Odd<Named<"check">, readonly Issue[]>>().toBeNever();
});

test("try returns a value or null", () => {
  expectTypeOf<MaybeNull<Named<"try">>>().toEqualTypeOf<Named<"try">>();
});

test("read and prepare return a value, never null and never nothing", () => {
  expectTypeOf<MaybeNull<Named<"read"> | Named<"prepare">>>().toBeNever();
  expectTypeOf<MaybeUndefined<Named<"read"> | Named<"prepare">>>().toBeNever();
});

test("lint returns findings", () => {
  expectTypeOf<Odd<Named<"lint">, { readonly findings: readonly object[] }>>().toBeNever();
});

test("is returns a boolean", () => {
  expectTypeOf<Odd<Named<"is">, boolean>>().toBeNever();
  expectTypeOf<Extract<Named<"is">, "isWorkingDay" | "isCurrency">>().toEqualTypeOf<"isWorkingDay" | "isCurrency">();
});

test("no public function refuses, validates, parses or asserts: those verbs are internal, or not used", () => {
  expectTypeOf<Named<"refuse">>().toBeNever();
  expectTypeOf<Named<"validate">>().toBeNever();
  expectTypeOf<Named<"parse">>().toBeNever();
  expectTypeOf<Named<"assert">>().toBeNever();
});

test("the rule sees a function that keeps it and one that does not", () => {
  expectTypeOf<Odd<"add", readonly Issue[]>>().toEqualTypeOf<"add">();
  expectTypeOf<MaybeNull<"holidayName" | "isWorkingDay">>().toEqualTypeOf<"holidayName">();
  expectTypeOf<DomainError>().toBeObject();
});
