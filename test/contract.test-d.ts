import { expectTypeOf, test } from "vitest";

import type { Scorecard } from "relationship-banking/customer-classification";
import { classifyMany } from "relationship-banking/customer-classification";
import { localDateOf } from "relationship-banking/calendar";
import { CN } from "relationship-banking/calendar/cn";
import { policyAt } from "relationship-banking/core";
import { add, money, ratio, sum } from "relationship-banking/money";
import { relationshipValue, type IncomeLine } from "relationship-banking/relationship-value";
import { complaintPolicies, evaluateSla, type SlaPolicy } from "relationship-banking/sla";

declare const row: { readonly received_at: string };
declare const now: string;
declare const asOf: string;
declare const base: SlaPolicy;
declare const card: Scorecard;
declare const rows: readonly { readonly avg: string | null; readonly occupation: string | null }[];
declare const lines: readonly IncomeLine[];

test("a deadline from database rows", () => {
  const policy = policyAt(complaintPolicies, localDateOf(row.received_at, "Asia/Shanghai"));
  const { next, issues } = evaluateSla(policy, [{ type: "received", at: row.received_at }], { now, calendars: [CN] });
  expectTypeOf(next?.dueDate).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(issues.length).toBeNumber();
});

test("a house policy of the bank's own", () => {
  const house: SlaPolicy = { ...base, id: "acme.complaint", version: "3", status: "house" };
  expectTypeOf(house).toExtend<SlaPolicy>();
});

test("a book of rows", () => {
  const { values, issues } = classifyMany(
    card,
    rows.map((r) => ({ depositAvg: r.avg === null ? null : money(r.avg, "CNY"), occupation: r.occupation })),
    { asOf },
  );
  expectTypeOf(values.length).toBeNumber();
  expectTypeOf(issues.length).toBeNumber();
});

test("a statement", () => {
  const { statement } = relationshipValue(lines, { client: "C-001", period: "2026", currency: "CNY" });
  expectTypeOf(ratio(statement.heads.direct, statement.total, 4)).toEqualTypeOf<string | null>();
});

test("two currencies do not add up", () => {
  const cny = money("1.00", "CNY");
  const hkd = money("1.00", "HKD");
  // @ts-expect-error different currencies
  add(cny, hkd);
  // @ts-expect-error a sum has one currency
  sum("CNY", [cny, hkd]);
});
