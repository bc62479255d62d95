import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { RuleTester } from "eslint";
import { globSync } from "tinyglobby";
import tseslint from "typescript-eslint";
import { describe, expect, it, test } from "vitest";

import house, { phrasesIn } from "./house-rules.mjs";

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

const wrong = (code: string) => ({ code, errors: [{ messageId: "verb" }] });

tester.run("one verb means one thing", house.rules.verbs, {
  valid: [
    "function checkPlan(plan: Plan): readonly PlanIssue[] { return []; }",
    "function tryDay(text: unknown): number | null { return null; }",
    "function readRate(text: string, path: Path): number { return 1; }",
    "function prepareCard(card: Card): PreparedCard { return card; }",
    "function refuse(path: Path): never { throw new Error(); }",
    "function isDate(value: unknown): value is string { return true; }",
    "const hasRows = (list: readonly Row[]): boolean => list.length > 0;",
    "function isoWeekday(day: number): number { return 1; }",
    "function checked(a: number): number { return a; }",
  ],
  invalid: [
    wrong("function checkPlan(plan: Plan): void {}"),
    wrong("function checkShare(share: string): boolean { return true; }"),
    wrong("function checkInteger(n: number): number { return n; }"),
    wrong("function checkPlan(plan: Plan) { return []; }"),
    wrong("const checkId = (id: string): void => {};"),
    wrong("function tryDay(text: string): number { return 1; }"),
    wrong("function readRate(text: string): number | null { return null; }"),
    wrong("function readWhen(when: number): void {}"),
    wrong("function prepareCard(card: Card): boolean { return true; }"),
    wrong("function refuseTerm(path: Path): Error { return new Error(); }"),
    wrong("function isDate(value: unknown): string { return ''; }"),
    wrong("function lintCard(card: Card): void {}"),
  ],
});

const unclear = (code: string) => ({ code, errors: [{ messageId: "phrase" }] });

tester.run("comments are plain English", house.rules["plain-english"], {
  valid: [
    "/** Null when it is not a date. */",
    "// there is none yet",
    "/** Is no longer in force. */",
    "/**\n * One summary.\n *\n * @example\n * f(x) // what is no date\n * @since 0.1.0\n */",
    "const text = 'is no date';",
  ],
  invalid: [
    unclear("/** Null when it is no date. */"),
    unclear("/** Null when it is\n * no date. */"),
    unclear("// four unless told"),
    unclear("/** Days; left out: 3. */"),
    unclear("/** Days; 3 when left out. */"),
    unclear("/** Values, one a row. */"),
    unclear("// the business of another room"),
    unclear("/** An amount that is none. */"),
    unclear("/** The client and his bank. */"),
  ],
});

const unlisted = (code: string) => ({ code, errors: [{ messageId: "list" }] });

tester.run("a union of words is a constant list first", house.rules["one-list"], {
  valid: [
    'export const UNITS = ["day", "week"] as const; export type Unit = (typeof UNITS)[number];',
    'export type Kind = { readonly kind: "a" } | { readonly kind: "b" };',
    'export type Part = Pick<Whole, "a" | "b">;',
    'export interface More extends Pick<Whole, "a" | "b"> { readonly c: number; }',
    "export type Side = 1 | 2;",
    'const field = (name: "from" | "to"): string => name;',
    'export type Mixed = "day" | Unit;',
  ],
  invalid: [
    unlisted('export type Unit = "day" | "week";'),
    unlisted('export interface Rule { readonly roll?: "none" | "following"; }'),
    unlisted('export function f(roll: "none" | "following"): string { return roll; }'),
  ],
});

const root = fileURLToPath(new URL("../../", import.meta.url));

test.each(globSync(["README.md", "docs/**/*.md", ".changeset/*.md"], { cwd: root }).sort())(
  "%s is plain English",
  (page) => {
    const prose = readFileSync(`${root}${page}`, "utf8")
      .replace(/```[\s\S]*?```/g, "")
      // the list of what not to write
      .replace(/\| instead of [\s\S]*?\n\n/, "");
    expect(phrasesIn(prose).map(({ phrase, instead }) => `"${phrase}": ${instead}`)).toStrictEqual([]);
  },
);
