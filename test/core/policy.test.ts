import { describe, expect, test } from "vitest";

import { derivePolicy, policyAt, type Policy } from "../../src/core/index.ts";
import { PolicySchema } from "../../src/core/schema.ts";
import { renamed } from "../support/renamed.ts";

interface Fee extends Policy {
  readonly rate: string;
}

const first: Fee = {
  id: "acme.fee",
  version: "1",
  status: "house",
  effectiveFrom: "2024-01-01",
  effectiveTo: "2026-01-01",
  sources: ["memo 12"],
  rate: "0.01",
};
const second: Fee = {
  id: "acme.fee",
  version: "2",
  status: "house",
  effectiveFrom: "2026-01-01",
  sources: ["memo 31"],
  rate: "0.02",
};

describe("the policy in force", () => {
  test.each([
    ["2024-01-01", "1"],
    ["2025-12-31", "1"],
    ["2026-01-01", "2"],
    ["9999-12-31", "2"],
  ])("on %s is version %s, whatever the order of the list", (date, version) => {
    expect(policyAt([first, second], date).version).toBe(version);
    expect(policyAt([second, first], date).version).toBe(version);
  });

  test("before the first version there is none", () => {
    expect(() => policyAt([first, second], "2023-12-31")).toThrow(
      expect.objectContaining({
        code: "core/no-policy-in-force",
        path: ["date"],
        details: {
          date: "2023-12-31",
          versions: [
            { id: "acme.fee", version: "1", effectiveFrom: "2024-01-01", effectiveTo: "2026-01-01" },
            { id: "acme.fee", version: "2", effectiveFrom: "2026-01-01", effectiveTo: null },
          ],
        },
      }),
    );
    expect(() => policyAt([], "2026-01-01")).toThrow(expect.objectContaining({ code: "core/no-policy-in-force" }));
  });

  test("two versions on one day are refused, not chosen by order", () => {
    const overlapping = { ...second, effectiveFrom: "2025-12-31" };
    expect(() => policyAt([first, overlapping], "2025-12-31")).toThrow(
      expect.objectContaining({
        code: "core/invalid-policy",
        path: ["list", 1],
        details: { date: "2025-12-31", versions: ["1", "2"] },
      }),
    );
  });

  const dotted = (field: string) => field.split(".").map((part) => (/^\d$/.test(part) ? Number(part) : part));

  test.each([
    ["id", { id: "" }],
    ["version", { version: "" }],
    ["sources", { sources: [] }],
    ["id", { id: undefined as unknown as string }],
    ["version", { version: " " }],
    ["sources.1", { sources: ["memo 1", " "] }],
    ["status", { status: "official" as never }],
    ["sources", { sources: undefined as unknown as string[] }],
    ["effectiveTo", { effectiveTo: "2024-01-01" }],
  ])("a broken %s is refused", (field, change) => {
    expect(() => policyAt([{ ...first, ...change }], "2024-06-01")).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["list", 0, ...dotted(field)] }),
    );
  });

  test("a misspelt end is refused, not read as none", () => {
    expect(() => policyAt([renamed(first, "effectiveTo", "effectivTo")], "2024-06-01")).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["list", 0, "effectivTo"] }),
    );
  });

  test.each([
    ["effectiveFrom", { effectiveFrom: "2024-13-01" }, "2024-13-01"],
    ["effectiveTo", { effectiveTo: "2026-02-30" }, "2026-02-30"],
  ])("an impossible %s says which policy has it", (field, change, received) => {
    expect(() => policyAt([second, { ...first, ...change }], "2024-06-01")).toThrow(
      expect.objectContaining({ code: "core/invalid-date", path: ["list", 1, field], details: { received } }),
    );
  });

  test("versions that overlap, miss the date or end before they begin are told in words", () => {
    expect(() => policyAt([first, { ...first, version: "3" }], "2024-06-01")).toThrow(
      "list: two versions are in force on the date",
    );
    expect(() => policyAt([first], "2030-01-01")).toThrow("list: no version is in force on the date");
    expect(() => policyAt([{ ...first, effectiveTo: "2023-12-31" }], "2024-06-01")).toThrow(
      expect.objectContaining({
        message: "list.0.effectiveTo: not after effectiveFrom",
        details: { policy: "acme.fee", version: "1", from: "2024-01-01", to: "2023-12-31" },
      }),
    );
  });

  test.each([[null], [first], ["acme.fee"]])("%o is not a list of versions", (list) => {
    expect(() => policyAt(list as never, "2024-06-01")).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["list"] }),
    );
  });

  test("an impossible date is refused", () => {
    expect(() => policyAt([first], "2026-02-30")).toThrow(expect.objectContaining({ code: "core/invalid-date" }));
  });
});

describe("a derived policy", () => {
  const as = { id: "branch.fee", version: "9", source: "circular 4" };

  test("keeps where it came from, and is the house's own", () => {
    const derived = derivePolicy(second, { rate: "0.03" }, as);
    expect(derived).toStrictEqual({
      id: "branch.fee",
      version: "9",
      status: "house",
      effectiveFrom: "2026-01-01",
      sources: ["circular 4", "acme.fee@2", "memo 31"],
      rate: "0.03",
    });
    expect(Object.isFrozen(derived)).toBe(true);
    expect(second.rate).toBe("0.02");
  });

  test("may say that it is a regulation", () => {
    expect(derivePolicy(second, { status: "regulation" }, as).status).toBe("regulation");
  });

  test.each(["id", "version", "source"])("needs its own %s", (field) => {
    for (const blank of ["", " "]) {
      expect(() => derivePolicy(second, {}, { ...as, [field]: blank })).toThrow(
        expect.objectContaining({ code: "core/invalid-policy", path: ["as", field] }),
      );
    }
  });

  test("refuses a change that cannot be read at its place", () => {
    const changes = {
      get effectiveTo(): string {
        throw new RangeError("thrown by a getter");
      },
    };
    expect(() => derivePolicy(second, changes, as)).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["changes", "effectiveTo"] }),
    );
  });

  test("says whether the base or the change is wrong", () => {
    expect(() => derivePolicy({ ...second, sources: [] }, {}, as)).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["base", "sources"] }),
    );
    expect(() => derivePolicy(second, { effectiveTo: "2025-01-01" }, as)).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["changes", "effectiveTo"] }),
    );
  });

  test("a change whose name is nearly that of a member is refused, one of another name is the policy's own", () => {
    const misspelt = { rates: "0.03" } as object;
    expect(() => derivePolicy(second, misspelt, as)).toThrow(
      expect.objectContaining({
        message: "changes.rates: not a member of the base; did you mean rate?",
        path: ["changes", "rates"],
        details: { didYouMean: "rate" },
      }),
    );
    expect(derivePolicy<object & typeof second>(second, { hours: "head-office" } as object, as)).toHaveProperty(
      "hours",
    );
  });

  test("an undefined change is refused, except that it opens the end", () => {
    expect(() => derivePolicy(second, { rate: undefined as unknown as string }, as)).toThrow(
      expect.objectContaining({
        code: "core/invalid-policy",
        message: "changes.rate: undefined; got undefined",
        path: ["changes", "rate"],
        details: { policy: "branch.fee", version: "9", received: "undefined" },
      }),
    );
    const open = derivePolicy(first, { effectiveTo: undefined as unknown as string }, as);
    expect(Object.hasOwn(open, "effectiveTo")).toBe(false);
    expect(policyAt([open], "2030-01-01")).toBe(open);
  });

  test.each([[null], [[]], ["rate"]])("is not made with the changes %o", (changes) => {
    expect(() => derivePolicy(second, changes as never, as)).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["changes"] }),
    );
  });

  test("cannot hide its source", () => {
    expect(() => derivePolicy(second, {}, { ...as, source: "" })).toThrow(
      expect.objectContaining({ code: "core/invalid-policy", path: ["as", "source"] }),
    );
  });
});

describe("schema of the envelope", () => {
  const envelope = {
    id: "acme.fee",
    version: "1",
    status: "house",
    effectiveFrom: "2024-01-01",
    effectiveTo: "2026-01-01",
    sources: ["memo 12"],
  };
  test("takes what the type takes", () => {
    expect(PolicySchema.parse(envelope)).toStrictEqual(envelope);
  });
  test.each([
    ["an unknown member", { ...envelope, note: "x" }],
    ["an impossible date", { ...envelope, effectiveFrom: "2026-02-30" }],
    ["no source", { ...envelope, sources: [] }],
    ["an unknown status", { ...envelope, status: "draft" }],
    ["a blank id", { ...envelope, id: " " }],
    ["a blank source", { ...envelope, sources: ["memo 12", " "] }],
    ["an undefined end", { ...envelope, effectiveTo: undefined }],
  ])("refuses %s", (_, value) => {
    expect(PolicySchema.safeParse(value).success).toBe(false);
  });
});
