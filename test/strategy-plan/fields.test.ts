import { expect, test } from "vitest";

import { planFields, planSections } from "../../src/strategy-plan/index.ts";

/** Letters of the source, pp. 7-10: 2.A-E, 3.A-E, 4.A-D, 5.A-E, 6.A-F, 7.A-C, 8.A-F, 9.A-C. */
const LETTERS: Readonly<Record<number, string>> = {
  2: "ABCDE",
  3: "ABCDE",
  4: "ABCD",
  5: "ABCDE",
  6: "ABCDEF",
  7: "ABC",
  8: "ABCDEF",
  9: "ABC",
};

test("there are nine sections and 37 fields, lettered as in the source", () => {
  expect(planSections.map((section) => section.number)).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const codes = Object.entries(LETTERS).flatMap(([section, letters]) =>
    Array.from(letters, (letter) => `${section}.${letter}`),
  );
  expect(codes).toHaveLength(37);
  expect(planFields.map((field) => field.code)).toStrictEqual(codes);
  expect(new Set(planFields.map((field) => field.key)).size).toBe(37);
});

test("each field stands in the section its number names", () => {
  for (const field of planFields) {
    const section = planSections.find(({ id }) => id === field.section);
    expect(field.code.startsWith(`${String(section?.number)}.`), field.code).toBe(true);
  }
});

test("only other institutions and challenges may be stated to be none", () => {
  expect(planSections.filter((section) => section.noneIsAnswer).map((section) => section.number)).toStrictEqual([5, 9]);
});
