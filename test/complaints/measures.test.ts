import { expect, test } from "vitest";

import { complaintMeasures, type ComplaintCase } from "../../src/complaints/index.ts";
import { refusal } from "../support/refusal.ts";
import { received, stepOf, taken, walk } from "./fixtures.ts";

const zone = "Asia/Shanghai";
const decided = (id: string, changes: Parameters<typeof received>[0] = {}): ComplaintCase =>
  walk(received({ id, ...changes }), ["register", "investigate", "decide"]);
const notUpheld = (id: string): ComplaintCase =>
  taken(walk(received({ id, personsComplainedOf: ["E-2"] }), ["register", "investigate"]), [
    { ...stepOf("decide", 9), decision: "not-upheld" } as never,
  ]);

const book = [
  decided("C-1"),
  notUpheld("C-2"),
  received({ id: "C-3", outlet: "A-01", personsComplainedOf: ["E-2"] }),
  received({ id: "C-4", receivedAt: "2026-02-28T16:30:00Z" }),
  decided("C-5", { personsComplainedOf: [] }),
];

test("counts and shares name their complaints, by person and outlet", () => {
  const measures = complaintMeasures(book, { period: "2026-02", zone, of: "person-complained-of" });
  expect(
    measures.map(({ subject, orgUnit, measure, value, records }) => [subject, orgUnit, measure, value, records]),
  ).toEqual([
    ["E-1", "B-12", "complaints/received", "1", ["C-1"]],
    ["E-1", "B-12", "complaints/upheld", "1.0000", ["C-1"]],
    ["E-2", "A-01", "complaints/received", "1", ["C-3"]],
    ["E-2", "A-01", "complaints/upheld", null, []],
    ["E-2", "B-12", "complaints/received", "2", ["C-1", "C-2"]],
    ["E-2", "B-12", "complaints/upheld", "0.5000", ["C-1"]],
  ]);
  expect(measures[5]).toEqual({
    subject: "E-2",
    orgUnit: "B-12",
    measure: "complaints/upheld",
    in: "share",
    period: "2026-02",
    value: "0.5000",
    n: 1,
    of: 2,
    records: ["C-1"],
  });
});

test("by outlet every complaint of the period counts, by handler those that have one", () => {
  const received02 = (of: "outlet" | "handler") =>
    complaintMeasures(book, { period: { from: "2026-02-01", to: "2026-03-01" }, zone, of })
      .filter(({ measure }) => measure === "complaints/received")
      .map(({ subject, period, n }) => [subject, period, n]);
  expect(received02("outlet")).toEqual([
    ["A-01", "2026-02-01/2026-03-01", 1],
    ["B-12", "2026-02-01/2026-03-01", 3],
  ]);
  expect(received02("handler")).toEqual([["E-9", "2026-02-01/2026-03-01", 3]]);
});

test("half past midnight of 1 March in Shanghai is March", () => {
  expect(complaintMeasures(book, { period: "2026-03", zone, of: "outlet" })[0]?.records).toEqual(["C-4"]);
});

test("an unknown subject and a complaint given twice are mistakes", () => {
  expect(() => complaintMeasures(book, { period: "2026-02", zone, of: "manager" as never })).toThrow(
    refusal("complaints/unknown-subject", ["options", "of"], {
      received: "string(7)",
      known: ["handler", "outlet", "person-complained-of"],
    }),
  );
  expect(() => complaintMeasures(book, { period: "2026-02", zone, of: "manager" as never })).toThrow(
    "options.of: unknown",
  );
  expect(() => complaintMeasures([received(), received()], { period: "2026-02", zone, of: "outlet" })).toThrow(
    refusal("complaints/duplicate-id", ["complaints", 1, "id"], { id: "C-1" }),
  );
});
