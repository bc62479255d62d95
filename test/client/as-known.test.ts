import { describe, expect, test } from "vitest";

import {
  checkClientFile,
  clientAt,
  currentEntries,
  managerAt,
  managerBook,
  namesAt,
  undatedEntries,
} from "../../src/client/index.ts";
import { ClientFileSchema } from "../../src/client/schema.ts";
import { refusalOf } from "../support/refusal.ts";
import { assigned, company, person } from "./files.ts";

describe("the file as it was known", () => {
  const managers = [
    assigned("E-1", "2026-01-05", { entry: "m1", recordedOn: "2026-01-05" }),
    assigned("E-1", "2026-01-05", { entry: "m2", corrects: "m1", to: "2026-03-01", recordedOn: "2026-03-10" }),
    assigned("E-2", "2026-03-01", { recordedOn: "2026-03-10" }),
  ];
  const file = company({
    recordedOn: "2026-01-05",
    names: { legal: "乙有限公司" },
    group: { group: "G-1" },
    managers,
    replaced: [
      { recordedOn: "2026-02-01", was: { names: { legal: "甲有限公可" } } },
      { recordedOn: "2026-04-01", until: "2026-03-20", was: { names: { legal: "甲有限公司" }, group: null } },
    ],
  });
  const known = (day: string) => clientAt(file, day) ?? expect.unreachable("not there");

  test("is not there before it was opened, and is there on the day", () => {
    expect(clientAt(file, "2026-01-04")).toBeNull();
    expect(clientAt(file, "2026-01-05")).not.toBeNull();
  });

  test("when a thing is true and when the bank knew it are two questions", () => {
    // E-2 managed from 1 March; the bank recorded it on 10 March
    expect(managerAt(known("2026-03-09"), "primary", "2026-03-05")?.employee).toBe("E-1");
    expect(managerAt(known("2026-03-10"), "primary", "2026-03-05")?.employee).toBe("E-2");
    expect(managerAt(known("2026-03-10"), "primary", "2026-02-28")?.employee).toBe("E-1");
  });

  test("corrected entries are kept, and do not count", () => {
    expect(known("2026-03-10").managers).toStrictEqual(managers);
    expect(currentEntries(known("2026-03-10").managers)).toStrictEqual(managers.slice(1));
    expect(currentEntries(known("2026-03-09").managers)).toStrictEqual(managers.slice(0, 1));
  });

  test("names and group stand as they stood, slip of the pen included", () => {
    expect(known("2026-01-31").names.legal).toBe("甲有限公可");
    expect(known("2026-03-31").names.legal).toBe("甲有限公司");
    expect(known("2026-04-01").names.legal).toBe("乙有限公司");
    expect(known("2026-03-31")).not.toHaveProperty("group");
    expect(known("2026-04-01").group).toStrictEqual({ group: "G-1" });
    expect(known("2026-03-31").replaced).toHaveLength(1);
  });

  test("the name of a day leaves out what was never true", () => {
    expect(namesAt(file, "2026-01-10").legal).toBe("甲有限公司");
    expect(namesAt(file, "2026-03-19").legal).toBe("甲有限公司");
    expect(namesAt(file, "2026-03-20").legal).toBe("乙有限公司");
    expect(namesAt(known("2026-03-31"), "2026-03-25").legal).toBe("甲有限公司");
    expect(namesAt({ names: file.names }, "2026-01-01").legal).toBe("乙有限公司");
  });

  test("of two names that ended, the one that ended first after the day, whatever the order", () => {
    const was = (legal: string, until: string) => ({ recordedOn: "2026-09-01", until, was: { names: { legal } } });
    const replaced = [was("b", "2026-06-01"), was("a", "2026-03-01")];
    expect(namesAt({ names: { legal: "c" }, replaced }, "2026-02-28").legal).toBe("a");
    expect(namesAt({ names: { legal: "c" }, replaced }, "2026-03-01").legal).toBe("b");
    expect(namesAt({ names: { legal: "c" }, replaced: [...replaced].reverse() }, "2026-02-28").legal).toBe("a");
  });

  test("two replacements of one day are undone from the last", () => {
    const replaced = [
      { recordedOn: "2026-04-01", was: { names: { legal: "1" } } },
      { recordedOn: "2026-04-01", was: { names: { legal: "2" } } },
    ];
    expect(clientAt(company({ replaced }), "2026-03-31")?.names.legal).toBe("1");
  });

  test("a correction that does not say when is there as long as what it corrects", () => {
    const managers = [
      assigned("E-1", "2026-01-05", { entry: "1", recordedOn: "2026-02-02" }),
      assigned("E-2", "2026-01-05", { entry: "2", corrects: "1" }),
      assigned("E-3", "2026-01-05", { corrects: "2" }),
    ];
    const corrected = company({ managers });
    expect(clientAt(corrected, "2026-02-01")?.managers).toStrictEqual([]);
    expect(clientAt(corrected, "2026-02-02")?.managers).toStrictEqual(managers);
    expect(undatedEntries(corrected).filter(([list]) => list === "managers")).toStrictEqual([
      ["managers", 1],
      ["managers", 2],
    ]);
  });

  test("what does not say when it was recorded is there on every day, and is named", () => {
    const undated = company({ managers: [assigned("E-1", "2026-01-05")], contacts: [{ channel: "sms", value: "1" }] });
    expect(clientAt(undated, "0001-01-01")).toStrictEqual(undated);
    expect(undatedEntries(undated)).toStrictEqual([["recordedOn"], ["contacts", 0], ["managers", 0]]);
    expect(undatedEntries(file)).toStrictEqual([]);
    const nulls = { ...undated, recordedOn: null, group: null, replaced: null, facts: null };
    expect(clientAt(nulls as never, "2026-01-01")).toStrictEqual(nulls);
  });

  test("nothing but particulars can be replaced, and something is", () => {
    const replacing = (was: object) => company({ replaced: [{ recordedOn: "2026-03-02", was }] });
    for (const was of [{ managers: null }, { id: "OTHER" }, { kind: "personal" }, { accounts: "x" }]) {
      const [name = ""] = Object.keys(was);
      const bad = replacing({ clientSince: null, ...was });
      expect(refusalOf(() => clientAt(bad, "2026-03-01"))).toMatchObject({
        code: "client/invalid-input",
        path: ["file", "replaced", 0, "was", name],
      });
      expect(checkClientFile(bad)).toMatchObject([{ path: ["replaced", 0, "was", name] }]);
    }
    for (const was of [{}, { names: undefined }]) {
      expect(checkClientFile(replacing(was))).toMatchObject([
        { code: "client/invalid-input", path: ["replaced", 0, "was"] },
      ]);
    }
    expect(ClientFileSchema.safeParse(replacing({})).success).toBe(false);
    expect(ClientFileSchema.safeParse(replacing({ clientSince: null })).success).toBe(true);
  });

  test("a change that is recorded before it takes effect is no error, in whatever order the list is", () => {
    const was = (legal: string) => ({ names: { legal } });
    const replaced = [
      { recordedOn: "2026-03-01", until: "2026-04-01", was: was("b") },
      { recordedOn: "2026-01-01", until: "2026-01-01", was: was("a") },
    ];
    const changed = company({ names: { legal: "c" }, replaced });
    expect(checkClientFile(changed)).toStrictEqual([]);
    expect(namesAt(changed, "2026-03-31").legal).toBe("b");
    expect(clientAt(changed, "2026-02-28")?.names.legal).toBe("b");
    expect(clientAt(changed, "2025-12-31")?.names.legal).toBe("a");
  });

  test("a member of the file's own that cannot be read is refused", () => {
    const odd = Object.defineProperty({ ...company() }, "note", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(refusalOf(() => clientAt(odd, "2026-03-01"))).toMatchObject({
      code: "client/invalid-input",
      path: ["file"],
    });
  });

  test("a correction takes out the one entry before it, and one that corrects nothing takes out none", () => {
    const own = assigned("E-1", "2026-01-01", { entry: "1", corrects: "1" });
    expect(managerAt({ managers: [own] }, "primary", "2026-02-01")?.employee).toBe("E-1");
    const twice = [
      assigned("E-1", "2026-01-01", { entry: "1" }),
      assigned("E-2", "2026-02-01", { entry: "1" }),
      assigned("E-3", "2026-03-01", { corrects: "1" }),
    ];
    expect(currentEntries(twice).map(({ employee }) => employee)).toStrictEqual(["E-1", "E-3"]);
    expect(managerBook([{ id: "C-1", managers: twice }], "2026-02-10")).toMatchObject({ unmanaged: [], issues: [] });
    const later = [assigned("E-1", "2026-01-01", { corrects: "2" }), assigned("E-2", "2026-01-01", { entry: "2" })];
    expect(currentEntries(later)).toStrictEqual(later);
  });

  test("bad files and days are refused at their place", () => {
    expect(refusalOf(() => clientAt(file, "2026-02-30"))).toMatchObject({ code: "core/invalid-date" });
    expect(refusalOf(() => clientAt({ ...file, managers: {} } as never, "2026-02-28")).path).toStrictEqual([
      "file",
      "managers",
    ]);
    expect(
      refusalOf(() => clientAt({ ...file, recordedon: "2026-01-05", recordedOn: undefined } as never, "2026-02-28")),
    ).toMatchObject({ path: ["file", "recordedon"], details: { didYouMean: "recordedOn" } });
    const other = person({ replaced: [{ recordedOn: "2026-04-01", was: { organisation: { industry: "x" } } }] });
    expect(refusalOf(() => clientAt(other, "2026-02-28"))).toMatchObject({
      code: "client/wrong-kind",
      path: ["file", "replaced", 0, "was", "organisation"],
      details: { kind: "personal", part: "organisation" },
    });
    expect(refusalOf(() => currentEntries([{ entry: 7 }] as never))).toMatchObject({ path: ["entries", 0, "entry"] });
  });
});
