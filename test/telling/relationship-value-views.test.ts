import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { money } from "../../src/money/index.ts";
import {
  compareStatements,
  creditViews,
  INVALID_CREDIT_REASONS,
  relationshipValue,
  traceFigure,
  type IncomeCredit,
  type IncomeLine,
  type Statement,
} from "../../src/relationship-value/index.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";

const line: IncomeLine = {
  id: "L1",
  client: "A",
  product: "p",
  item: "asset",
  period: "2026",
  amount: money("10", "CNY"),
  basis: "actual",
};
const options = { period: "2026", currency: "CNY" } as const;
const stated = (lines: readonly IncomeLine[]): Statement<"CNY"> =>
  relationshipValue(lines, { ...options, client: "A" }).statement;
const statement = stated([line]);
const wrongHead = { ...statement, heads: { ...statement.heads, direct: money("9.00", "CNY") } };

const credit = { client: "A", recipient: "X", kind: "owner", weight: "1" } as const;
const issuesOf = (...credits: readonly object[]): readonly Reason[] =>
  creditViews([line], credits as readonly IncomeCredit[], options).creditIssues;

const provoked: readonly (readonly [string, () => readonly Reason[]])[] = [
  ["a line that is gone", () => traceFigure(statement, "asset", []).findings],
  [
    "a line that was changed",
    () => traceFigure(statement, "asset", [{ ...line, item: "liability" }]).findings.slice(0, 1),
  ],
  ["a head that does not add up", () => traceFigure(wrongHead, "direct", [line]).findings],
  [
    "a total that does not add up",
    () => traceFigure({ ...statement, total: money("9.00", "CNY") }, "total", [line]).findings,
  ],
  ["other conventions", () => [refusalOf(() => compareStatements(statement, statement))]],
  [
    "credits",
    () =>
      issuesOf(
        { ...credit, client: null },
        { ...credit, line: "L1" },
        { ...credit, recipient: "A" },
        { ...credit, from: "2026-02-01", to: "2026-02-01" },
        credit,
        credit,
        { ...credit, client: null, line: "L9" },
        { ...credit, weight: "1.5" },
        { ...credit, kind: "ownr" },
      ),
  ],
];

test("every reason why a credit is not valid occurs", () => {
  const reasons = (provoked.at(-1)?.[1]() ?? []).flatMap((issue) =>
    "details" in issue ? ((issue.details as { reason?: string }).reason ?? []) : [],
  );
  expect(new Set(reasons)).toStrictEqual(new Set(INVALID_CREDIT_REASONS));
});

test.each([
  ["en", en],
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
] as const)("%s tells what views find and refuse", (_, words) => {
  expect(
    provoked.map(([what, reasons]) => [what, ...reasons().map((reason) => tell(reason, words))]),
  ).toMatchSnapshot();
});
