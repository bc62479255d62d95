import { describe, expect, test } from "vitest";

import {
  exampleComplaintHandling,
  nfraComplaintHandling,
  sourceComplaintHandling,
} from "../../src/complaints/index.ts";
import {
  ComplaintCaseSchema,
  ComplaintHandlingPolicySchema,
  ComplaintHistoryEntrySchema,
  ComplaintIntakeSchema,
  OpinionEntrySchema,
} from "../../src/complaints/schema.ts";
import { expectation, intake, minute, received, stepOf, taken, walk } from "./fixtures.ts";

const closed = walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]);

describe("a complaint", () => {
  test("comes through JSON as it was", () => {
    expect(ComplaintCaseSchema.parse(JSON.parse(JSON.stringify(closed)))).toEqual(closed);
    expect(ComplaintIntakeSchema.parse(intake)).toEqual(intake);
    const full = taken(closed, [stepOf("re-open", 40), expectation(41)]);
    expect(ComplaintCaseSchema.parse(full)).toEqual(full);
  });

  test.each([
    ["an unknown state", { ...closed, state: "lost" }],
    ["an unknown field", { ...closed, mood: "bad" }],
    ["an empty history", { ...closed, history: [] }],
    ["a moment without an offset", { ...closed, receivedAt: "2026-02-13T10:00:00" }],
    ["an unknown step", { ...closed, history: [{ type: "sing", at: minute(1), by: "E-9" }] }],
  ])("%s is refused", (_, value) => {
    expect(ComplaintCaseSchema.safeParse(value).success).toBe(false);
  });

  test("a step without its own fields is refused", () => {
    expect(ComplaintHistoryEntrySchema.safeParse({ type: "transfer", at: minute(1), by: "E-9" }).success).toBe(false);
  });
});

test("entries of a box", () => {
  const entry = {
    id: "S-1",
    source: "opinion-box",
    outlet: "B-12",
    foundAt: minute(0),
    foundBy: "E-4",
    writtenOn: null,
    outcome: { kind: "dismissed", reason: "praise", at: minute(5), by: "E-5" },
  };
  expect(OpinionEntrySchema.parse(entry)).toEqual(entry);
  const unreasoned = { ...entry, outcome: { ...entry.outcome, reason: "" } };
  expect(OpinionEntrySchema.safeParse(unreasoned).success).toBe(false);
});

describe("policies", () => {
  test.each([sourceComplaintHandling, nfraComplaintHandling, exampleComplaintHandling])("$id", (policy) => {
    expect(ComplaintHandlingPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
    expect(policy.sellingAllowed).toBe(false);
    expect(policy.sources.length).toBeGreaterThan(0);
  });

  test("5 representatives come with their article", () => {
    expect(nfraComplaintHandling.representatives).toEqual({ max: 5, channels: ["in-person"] });
    expect(nfraComplaintHandling.sources[0]).toMatch(/art\. 11 to 15/);
    expect(nfraComplaintHandling.status).toBe("regulation");
  });
});
