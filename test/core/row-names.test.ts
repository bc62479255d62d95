import { expect, test } from "vitest";

import { nameScan } from "../../src/core/inner.ts";

test("a name that is nearly a known one is found, however often it comes, and one of its own is not", () => {
  const misspelt = nameScan(["amount", "unit", "notes"]);
  for (let n = 0; n < 3; n++) {
    expect(misspelt({ amount: 1, branch: 2, note_id: 3 })).toBeNull();
    expect(misspelt({ amount: 1, branch: 2, Notes: 3 })).toEqual({ name: "Notes", didYouMean: "notes" });
    expect(misspelt({ amuont: 1, branch: 2, note_id: 3 })).toEqual({ name: "amuont", didYouMean: "amount" });
  }
});

test("more names than anybody remembers are looked at all the same", () => {
  const misspelt = nameScan(["amount"]);
  for (let n = 0; n < 1100; n++) expect(misspelt({ [`column${String(n)}`]: 1 })).toBeNull();
  expect(misspelt({ Amount: 1 })).toEqual({ name: "Amount", didYouMean: "amount" });
});
