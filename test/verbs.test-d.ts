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
/** Names of functions whose answer may be undefined, or that answer nothing. */
type MaybeNothing<Names extends keyof House> = {
  [Name in Names]: undefined extends Answer<Name> ? Name : void extends Answer<Name> ? Name : never;
}[Names];

test("there are functions of each verb", () => {
  expectTypeOf<Named<"check">>().toEqualTypeOf<"checkClientFile" | "checkComplaint" | "checkPlan">();
  expectTypeOf<Named<"try">>().toEqualTypeOf<"tryDayNumber" | "tryDecimal" | "tryInstant">();
  expectTypeOf<Named<"read">>().toEqualTypeOf<"readDecimal" | "readInteger" | "readPeriod">();
  expectTypeOf<Named<"prepare">>().toEqualTypeOf<"prepareCashFlows" | "prepareScorecard" | "prepareSlaPolicy">();
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
  expectTypeOf<MaybeNothing<Named<"read"> | Named<"prepare">>>().toBeNever();
});

test("lint returns findings", () => {
  expectTypeOf<Odd<Named<"lint">, { readonly findings: readonly object[] }>>().toBeNever();
});

test("is and has return a boolean", () => {
  expectTypeOf<Odd<Named<"is"> | Named<"has">, boolean>>().toBeNever();
  expectTypeOf<Named<"is">>().extract<"isWorkingDay" | "isCurrency">().toEqualTypeOf<"isWorkingDay" | "isCurrency">();
});

test("nothing public only refuses, validates or parses: those verbs are taken or not used", () => {
  expectTypeOf<Named<"refuse"> | Named<"validate"> | Named<"parse"> | Named<"assert"> | Named<"ensure">>().toBeNever();
});

test("the rule sees a function that keeps it and one that does not", () => {
  expectTypeOf<Odd<"add", readonly Issue[]>>().toEqualTypeOf<"add">();
  expectTypeOf<MaybeNull<"holidayName" | "isWorkingDay">>().toEqualTypeOf<"holidayName">();
  expectTypeOf<DomainError>().toBeObject();
});
