import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { money } from "../../src/money/index.ts";
import {
  applyLines,
  bookByManager,
  groupValues,
  valueBook,
  VALUE_MOVEMENTS,
  VALUE_SPLITS,
  type ClientGroup,
  type IncomeLine,
  type TeamAssignment,
} from "../../src/relationship-value/index.ts";
import { tell, type Reason } from "../../src/telling/index.ts";

const line: IncomeLine = {
  id: "L1",
  client: "C-1",
  product: "loan",
  item: "asset",
  period: "2026",
  amount: money("10", "CNY"),
  basis: "actual",
};
const { book } = valueBook([line], { period: "2026", currency: "CNY" });
const groups = [{ group: "G", members: [] }, { group: "G", members: [] }, { group: "H" }] as unknown as ClientGroup[];
const assigned = (...rows: readonly unknown[]): readonly Reason[] =>
  bookByManager(book, rows as TeamAssignment[]).assignmentIssues;

const reasons: readonly Reason[] = [
  ...groupValues(book, groups).issues,
  ...assigned({ client: "C-1", manager: "E-1", share: "2" }),
  ...assigned({ client: "C-1", manager: "E-1", share: "0.6" }),
  ...assigned(
    { client: "C-1", manager: "E-1", to: "2026-06-11" },
    { client: "C-1", manager: "E-2", from: "2026-06-11" },
  ),
  ...applyLines(book, { removed: [{ ...line, item: "liability" }] }).removalIssues,
];

test("what is wrong with groups, assignments and changes is said in three languages", () => {
  expect(reasons.map((reason) => tell(reason, en))).toStrictEqual([
    "Row 2: There is already a group with the ID “G”, so this row is not counted (group).",
    "Row 3: The group cannot be read and is left out at members: nothing was given.",
    'Row 1: The assignment of a manager cannot be read and is left out at share: "2" was given.',
    "Row 1: For client C-1, the managers’ shares from 1 January 2026 until the day before 1 January 2027 add up to 0.6, not 1; the income of these days is not assigned to anybody (share).",
    "Row 2: The managers of client C-1 or their shares change on 11 June 2026, within the period of the book, which has no days to cut at; the client’s value is not assigned to anybody (from).",
    "Row 1: The book has no such line under “Deposits” for client C-1, so nothing is taken out.",
  ]);
  for (const words of [zhHans, zhHantHK]) {
    for (const reason of reasons) expect(tell(reason, words)).not.toMatch(/[{}[\]]|undefined/u);
  }
});

test("movements and splits have labels", () => {
  for (const words of [en, zhHans, zhHantHK]) {
    for (const movement of VALUE_MOVEMENTS) expect(words[`valueMovement.${movement}`]).toBeTruthy();
    for (const split of VALUE_SPLITS) expect(words[`valueSplit.${split}`]).toBeTruthy();
  }
});
