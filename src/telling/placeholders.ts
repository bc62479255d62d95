import type { Path } from "../core/index.ts";
import type { Money } from "../money/index.ts";

/*
 * What a placeholder may stand for, as types: a sentence that names a fact its reason does not have, or takes it for
 * something else, does not compile where `Misfits` is asked for.
 */

type Nothing = undefined | null | boolean;

/** What the facts named by a placeholder of each form have to be. */
interface Forms {
  readonly date: string;
  readonly dates: readonly string[];
  readonly moment: string;
  readonly weekday: string;
  readonly period: string | { readonly from: string; readonly to: string };
  readonly money: Money;
  readonly amount: string;
  readonly number: number | string;
  readonly share: string;
  readonly received: string | number;
  readonly type: string;
  readonly holiday: string;
  readonly list: readonly (string | number)[];
  readonly label: string | readonly string[];
}

/** The forms a placeholder may have, besides `duration` and `label.<kind>`. */
export type PlaceholderForm = keyof Forms;

type FactOf<Facts, Name> = Facts extends unknown ? (Name extends keyof Facts ? Facts[Name] : undefined) : never;

type IsOf<Fact, Wanted> = [Fact] extends [Wanted] ? true : false;

/** Whether a placeholder fits the facts; outside square brackets its facts have to be there. */
type Fits<Written extends string, Facts, Absent> = Written extends `!${infer Name}`
  ? Name extends AnyName<Facts>
    ? true
    : false
  : Written extends `${infer Amount} ${infer Unit}:duration`
    ? IsOf<FactOf<Facts, Amount>, number | Absent> extends true
      ? IsOf<FactOf<Facts, Unit>, string | Absent>
      : false
    : Written extends `${infer Name}:name.${string}`
      ? Named<Name, Facts, string | readonly string[] | Absent>
      : Written extends `${infer Name}:label.${string}`
        ? Named<Name, Facts, string | readonly string[] | Absent>
        : Written extends `${infer Name}:${infer Form}`
          ? Form extends PlaceholderForm
            ? Named<Name, Facts, Forms[Form] | Absent>
            : false
          : Written extends "path"
            ? Named<"path", Facts, Path | undefined>
            : Named<Written, Facts, string | number | Absent>;

type AnyName<Facts> = Facts extends unknown ? keyof Facts & string : never;

type Named<Name extends string, Facts, Wanted> =
  Name extends AnyName<Facts> ? IsOf<FactOf<Facts, Name>, Wanted> : false;

type PlaceholdersIn<Sentence extends string> = Sentence extends `${string}{${infer Written}}${infer Rest}`
  ? Written | PlaceholdersIn<Rest>
  : never;

type Outside<Sentence extends string> = Sentence extends `${infer Before}[${string}]${infer After}`
  ? `${Before}${Outside<After>}`
  : Sentence;

type Inside<Sentence extends string> = Sentence extends `${string}[${infer Part}]${infer After}`
  ? PlaceholdersIn<Part> | Inside<After>
  : never;

type Wrong<Written extends string, Facts, Absent> = Written extends unknown
  ? Fits<Written, Facts, Absent> extends true
    ? never
    : Written
  : never;

/** The placeholders of a sentence that do not fit the facts of its reason. */
export type MisfitsOf<Sentence extends string, Facts> = string extends Sentence
  ? "not a literal"
  : Wrong<PlaceholdersIn<Outside<Sentence>>, Facts, never> | Wrong<Inside<Sentence>, Facts, Nothing>;

/** `key: placeholder` for each one that does not fit; never, when all do. */
export type Misfits<Sentences, Facts> = {
  [Key in keyof Facts & keyof Sentences & string]: Sentences[Key] extends string
    ? `${Key}: ${MisfitsOf<Sentences[Key], Facts[Key]>}`
    : never;
}[keyof Facts & keyof Sentences & string];
