import { Decimal as HostDecimal } from "decimal.js";
import { expect, test } from "vitest";

import { Decimal } from "../../src/core/decimal.ts";

test("quotients have 60 digits, ties to even, and are written without an exponent", () => {
  expect(new Decimal(2).div(3).toString()).toBe(`0.${"6".repeat(59)}7`);
  // the 61st digit is a five and the last: to the even neighbour
  expect(new Decimal(`0.${"1".repeat(59)}25`).plus(0).toString()).toBe(`0.${"1".repeat(59)}2`);
  expect(new Decimal(`0.${"1".repeat(59)}35`).plus(0).toString()).toBe(`0.${"1".repeat(59)}4`);
  expect(new Decimal(1).div(`1${"0".repeat(59)}`).toString()).toBe(`0.${"0".repeat(58)}1`);
  expect(new Decimal(`1${"0".repeat(59)}`).toString()).toBe(`1${"0".repeat(59)}`);
});

test("a host that sets its own decimals changes nothing here", () => {
  const { precision } = HostDecimal;
  try {
    HostDecimal.set({ precision: 5 });
    expect(new Decimal(1).div(3).toString()).toBe(`0.${"3".repeat(60)}`);
  } finally {
    HostDecimal.set({ precision });
  }
});
