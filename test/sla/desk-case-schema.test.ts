import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import * as z from "zod";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { deskReport, regulationPolicies, type DeskCase } from "../../src/sla/index.ts";
import { DeskCaseSchema } from "../../src/sla/schema.ts";

const row: DeskCase = {
  id: "C-1",
  policy: "cn.nfra.complaint",
  events: [
    { type: "received", at: "2026-02-13T10:00:00+08:00", id: "C-1#0" },
    { type: "merged", at: "2026-02-14T10:00:00+08:00", into: "C-0" },
  ],
  owner: null,
  category: "fees",
};
const json = new Ajv2020().compile(z.toJSONSchema(DeskCaseSchema));

describe("the schema of a desk's case", () => {
  test("takes what the desk takes", () => {
    expect([DeskCaseSchema.parse(row), json(row)]).toEqual([row, true]);
    expect(deskReport([row], { asOf: "2026-02-14", policies: regulationPolicies, calendars: [CN] }).issues).toEqual([]);
  });

  test.each([
    ["no id", { ...row, id: "" }],
    ["no owner, which is not nobody", { id: row.id, policy: row.policy, events: row.events, category: null }],
    ["a member nobody knows", { ...row, ownr: "E-1" }],
    ["an event nobody knows", { ...row, events: [{ type: "recieved", at: "2026-02-13T10:00:00+08:00" }] }],
    ["a merger into nothing", { ...row, events: [{ type: "merged", at: "2026-02-13T10:00:00+08:00" }] }],
    ["a moment that does not exist", { ...row, events: [{ type: "received", at: "2026-02-30T10:00:00+08:00" }] }],
    ["a moment without its zone", { ...row, events: [{ type: "received", at: "2026-02-13 10:00:00" }] }],
  ])("refuses %s, and so does its JSON Schema", (_, wrong) => {
    expect([DeskCaseSchema.safeParse(wrong).success, json(wrong)]).toEqual([false, false]);
  });
});
