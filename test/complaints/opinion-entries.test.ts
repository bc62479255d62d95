import { describe, expect, test } from "vitest";

import { complaintFromEntry, dismissEntry, unprocessedEntries, type OpinionEntry } from "../../src/complaints/index.ts";

const entry = (id: string, foundAt: string, changes: Partial<OpinionEntry> = {}): OpinionEntry => ({
  id,
  source: "opinion-box",
  outlet: "B-12",
  foundAt: `2026-02-13T${foundAt}:00+08:00`,
  foundBy: "E-4",
  writtenOn: "2026-02-11",
  outcome: null,
  ...changes,
});
const at = (time: string): string => `2026-02-13T${time}:00+08:00`;
const by = "E-5";
const intake = { id: "C-9", client: null, contactable: false, category: "queue", personsComplainedOf: [] };

describe("the close of business", () => {
  const entries = [
    entry("open", "09:00"),
    entry("at-close", "17:00"),
    entry("after-close", "17:01"),
    entry("dismissed", "09:00", { outcome: { kind: "dismissed", reason: "praise", at: at("16:59"), by } }),
    entry("at-the-stroke", "09:00", { outcome: { kind: "dismissed", reason: "praise", at: at("17:00"), by } }),
    entry("late", "09:00", { outcome: { kind: "complaint", complaint: "C-2", at: at("17:01"), by } }),
  ];
  test("lists what was found by then and not dealt with by then", () => {
    expect(unprocessedEntries(entries, at("17:00")).map(({ id }) => id)).toEqual(["open", "at-close", "late"]);
  });

  test("and the next day what is still open", () => {
    expect(unprocessedEntries(entries, "2026-02-14T17:00:00+08:00").map(({ id }) => id)).toEqual([
      "open",
      "at-close",
      "after-close",
    ]);
  });
});

describe("an entry", () => {
  test("becomes a complaint received when it was found, with the day it was written beside", () => {
    const done = complaintFromEntry(entry("S-1", "09:00"), intake, { at: at("16:00"), by });
    if (!done.ok) throw new Error(done.reason);
    expect(done.entry.outcome).toEqual({ kind: "complaint", complaint: "C-9", at: at("16:00"), by });
    expect(done.complaint).toMatchObject({
      state: "received",
      receivedAt: at("09:00"),
      writtenOn: "2026-02-11",
      entry: "S-1",
      channel: "opinion-box",
      origin: "client",
      outlet: "B-12",
      acceptedBy: "E-4",
    });
  });

  test("without a written day has none", () => {
    const done = complaintFromEntry(entry("S-1", "09:00", { writtenOn: null, source: "opinion-book" }), intake, {
      at: at("16:00"),
      by,
    });
    if (!done.ok) throw new Error(done.reason);
    expect("writtenOn" in done.complaint).toBe(false);
    expect(done.complaint.channel).toBe("opinion-book");
  });

  test("is dismissed with a reason", () => {
    expect(dismissEntry(entry("S-1", "09:00"), { at: at("16:00"), by, reason: "praise" })).toEqual({
      ok: true,
      entry: entry("S-1", "09:00", { outcome: { kind: "dismissed", reason: "praise", at: at("16:00"), by } }),
    });
    expect(dismissEntry(entry("S-1", "09:00"), { at: at("16:00"), by, reason: " " })).toEqual({
      ok: false,
      reason: "no-reason",
    });
  });

  test("is processed once, and not before it was found", () => {
    const processed = entry("S-1", "09:00", { outcome: { kind: "dismissed", reason: "praise", at: at("16:00"), by } });
    expect(complaintFromEntry(processed, intake, { at: at("16:30"), by })).toEqual({
      ok: false,
      reason: "already-processed",
    });
    expect(dismissEntry(processed, { at: at("16:30"), by, reason: "praise" })).toEqual({
      ok: false,
      reason: "already-processed",
    });
    expect(dismissEntry(entry("S-1", "09:00"), { at: at("08:59"), by, reason: "praise" })).toEqual({
      ok: false,
      reason: "before-found",
    });
  });

  test("is processed by somebody", () => {
    expect(() => dismissEntry(entry("S-1", "09:00"), { at: at("16:00"), by: "", reason: "praise" })).toThrow(
      expect.objectContaining({
        code: "complaints/empty-id",
        path: ["dismissal", "by"],
        details: { received: "string(0)" },
      }),
    );
  });
});
