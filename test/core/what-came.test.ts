import { expect, test } from "vitest";
import { addWorkingDays } from "../../src/calendar/index.ts";
import { DomainError, type LocalDate } from "../../src/core/index.ts";
import { money } from "../../src/money/index.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import { evaluateSla, sourceComplaintPolicy } from "../../src/sla/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import { pmt } from "../../src/time-value/index.ts";

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was refused";
}

const received = (at: unknown, type = "received"): unknown =>
  evaluateSla(sourceComplaintPolicy, [{ type, at, id: "e1" }] as never, {
    now: "2026-02-14T00:00:00Z",
    calendars: [CN],
  });

test.each([
  [
    "a number for an amount",
    () => money(0.5 as never, "CNY"),
    'amount: not a plain decimal string such as "-1234.56"; got the number 0.5',
  ],
  [
    "a text of digits for a rate",
    () => pmt("0.05" as never, 12, 1000),
    "rate: a finite number above -1; got the string 0.05",
  ],
  ["nothing for a rate", () => pmt(undefined as never, 12, 1000), "rate: a finite number above -1; got undefined"],
  [
    "a name for an amount, which no log may hold",
    () => money("Zhang San", "CNY"),
    'amount: not a plain decimal string such as "-1234.56"; got string(9)',
  ],
  [
    "the short name of the renminbi",
    () => money("1", "RMB"),
    "currency: not an active ISO 4217 code in capitals; got RMB; did you mean CNY?",
  ],
  [
    "a calendar by its id",
    () => addWorkingDays("cn" as never, "2026-02-13", 1),
    "calendar: not an object; got string(2)",
  ],
  [
    "a date of the language",
    () => addWorkingDays(CN, new Date(0) as unknown as LocalDate, 1),
    "date: not a date that exists, written YYYY-MM-DD; got Date",
  ],
  [
    "a moment as MySQL writes it",
    () => received("2026-02-13 10:00:00"),
    "events.0.at: not a moment written YYYY-MM-DDThh:mm:ss with Z or an offset (instantOf makes one); got 2026-02-13 10:00:00",
  ],
  [
    "a misspelt event",
    () => received("2026-02-13T10:00:00Z", "recieved"),
    "events.0.type: not one of received, acknowledged, paused, resumed, extended, new-facts, resolved, replied, accepted, withdrawn, re-opened, merged, reassigned; got string(8); did you mean received?",
  ],
])("a message ends with what came: %s", (_, call, message) => {
  expect(messageOf(call)).toBe(message);
});

test("a message without a received value is left as it is", () => {
  expect(new DomainError("core/invalid-path", "at: blank", ["at"]).message).toBe("at: blank");
});

test("what came is said once where one room passes on the refusal of another", () => {
  const valued = (currency: string): unknown => relationshipValue([], { client: "C-1", period: "2026", currency });
  expect(messageOf(() => valued("RMB"))).toBe(
    "currency: not an active ISO 4217 code in capitals; got RMB; did you mean CNY?",
  );
  expect(messageOf(() => valued(undefined as never))).toBe(
    "currency: not an active ISO 4217 code in capitals; got undefined",
  );
});
