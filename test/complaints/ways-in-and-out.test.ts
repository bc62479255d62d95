import { describe, expect, test } from "vitest";

import {
  checkComplaint,
  DECLINE_GROUNDS,
  exampleComplaintHandling,
  nfraComplaintHandling,
  noteComplaint,
  receiveComplaint,
  sourceComplaintHandling,
  transitionComplaint,
  type Complainant,
  type ComplainantCapacity,
  type ComplaintAction,
  type ComplaintCase,
  type ComplaintHandlingPolicy,
} from "../../src/complaints/index.ts";
import { ComplaintCaseSchema, ComplaintIntakeSchema } from "../../src/complaints/schema.ts";
import { refusalOf } from "../support/refusal.ts";
import { intake, matter, minute, received, stepOf, walk } from "./fixtures.ts";

const ready = [sourceComplaintHandling, nfraComplaintHandling, exampleComplaintHandling];
const proof = { reference: "authorisation 2026/31", on: "2026-02-12" };

function refusedStep(
  complaint: ComplaintCase,
  step: ComplaintAction,
  policy: ComplaintHandlingPolicy = exampleComplaintHandling,
) {
  const outcome = transitionComplaint(complaint, step, policy, matter);
  return outcome.ok ? null : { reason: outcome.reason, details: outcome.details };
}

describe("somebody who complains for a client", () => {
  const by = (capacity: ComplainantCapacity, changes: Partial<Complainant> = {}): ComplaintCase =>
    received({ complainant: { capacity, person: "A. Chan", ...changes } });

  describe.each(ready)("under $id", (policy) => {
    test.each(["agent", "legal-representative", "heir"] as const)(
      "as %s shows a proof before it is registered",
      (as) => {
        expect(refusedStep(by(as), stepOf("register", 1), policy)).toEqual({
          reason: "authority-not-shown",
          details: { capacity: as, policy: policy.id },
        });
        expect(refusedStep(by(as, { proof }), stepOf("register", 1), policy)).toBeNull();
        expect(refusedStep(by(as), { ...stepOf("register", 1), proof } as ComplaintAction, policy)).toBeNull();
      },
    );
  });

  test("need not where the bank does not ask for it", () => {
    const house = { ...exampleComplaintHandling, proofRequired: ["agent"] as const };
    expect(refusedStep(by("heir"), stepOf("register", 1), house)).toBeNull();
    expect(refusedStep(by("agent"), stepOf("register", 1), house)?.reason).toBe("authority-not-shown");
  });

  test("is accepted all the same, and may be declined", () => {
    expect(by("agent").state).toBe("received");
    expect(refusedStep(by("agent"), stepOf("decline", 1))).toBeNull();
  });

  test("is reported in a complaint that was stored without", () => {
    const registered = walk(by("agent", { proof }), ["register"]);
    expect(checkComplaint(registered, exampleComplaintHandling)).toEqual([]);
    const { complainant, ...rest } = registered;
    const without = { ...rest, complainant: { capacity: "agent", person: complainant?.person ?? "" } } as const;
    expect(checkComplaint(without, exampleComplaintHandling)[0]).toMatchObject({
      code: "complaints/authority-not-shown",
      path: ["history", 1],
    });
  });

  test.each<[string, unknown, string]>([
    ["a misspelt capacity", { capacity: "agents", person: "A" }, "intake.complainant.capacity"],
    ["nobody", { capacity: "agent", person: "" }, "intake.complainant.person"],
    ["a proof without a reference", { capacity: "agent", person: "A", proof: { on: "2026-02-12" } }, "proof.reference"],
    ["a proof of no day", { capacity: "agent", person: "A", proof: { ...proof, on: "2026-02-30" } }, "proof.on"],
  ])("with %s is a mistake", (_, complainant, place) => {
    const { path } = refusalOf(() => receiveComplaint({ ...intake, complainant } as never));
    expect(path.join(".")).toMatch(new RegExp(`${place}$`));
    expect(ComplaintIntakeSchema.safeParse({ ...intake, complainant }).success).toBe(false);
  });
});

describe("what the client asks for and what may settle it", () => {
  test("go with the complaint through the database", () => {
    const asked = received({ solutionSought: "a refund and an apology", businessChannel: "app" });
    const registration = { ...stepOf("register", 1), solution: "refund by card operations" } as ComplaintAction;
    const outcome = transitionComplaint(asked, registration, exampleComplaintHandling);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(ComplaintCaseSchema.parse(JSON.parse(JSON.stringify(outcome.complaint)))).toEqual(outcome.complaint);
    expect(outcome.complaint.history[1]).toMatchObject({ solution: "refund by card operations" });
  });
});

describe("a withdrawal", () => {
  const registered = walk(received(), ["register"]);
  const withdraw = (receivedAt: string): ComplaintAction =>
    ({
      ...stepOf("withdraw", 30),
      request: { receivedAt, form: "phone", reference: "recording 7" },
    }) as ComplaintAction;

  test("comes with the client's request: when, in which form, where it is kept", () => {
    const without = { type: "withdraw", at: minute(30), by: "E-9" };
    expect(refusalOf(() => transitionComplaint(registered, without as never, exampleComplaintHandling))).toMatchObject({
      code: "complaints/invalid-complaint",
      path: ["action", "request"],
    });
    for (const [member, value] of Object.entries({ form: "none", reference: "", receivedAt: "yesterday" })) {
      const step = { ...stepOf("withdraw", 30), request: { ...withdrawn, [member]: value } };
      const { path } = refusalOf(() => transitionComplaint(registered, step as never, exampleComplaintHandling));
      expect(path).toEqual(["action", "request", member]);
    }
  });
  const withdrawn = { receivedAt: minute(20), form: "phone", reference: "recording 7" };

  test.each([
    ["at the receipt", minute(0), null],
    ["when it is recorded", minute(30), null],
    ["in another zone", "2026-02-13T02:10:00Z", null],
    ["before the complaint", "2026-02-13T09:59:59+08:00", "message-out-of-time"],
    ["after it is recorded", minute(31), "message-out-of-time"],
  ])("was asked for %s", (_, receivedAt, reason) => {
    expect(refusedStep(registered, withdraw(receivedAt))?.reason ?? null).toBe(reason);
  });

  test("of a stored complaint without a request is an issue of its entry", () => {
    const stored = walk(received(), ["register", "withdraw"]);
    const history = stored.history.map((entry) =>
      entry.type === "withdraw" ? { type: entry.type, at: entry.at, by: entry.by } : entry,
    );
    expect(checkComplaint({ ...stored, history } as never, exampleComplaintHandling)).toMatchObject([
      { code: "complaints/invalid-complaint", path: ["history", 3, "request"] },
    ]);
  });
});

describe("what the client said while the case goes on", () => {
  const registered = walk(received(), ["register"]);
  const decided = walk(received(), ["register", "investigate", "decide"]);
  const statement = { receivedAt: minute(20), form: "phone", reference: "recording 8" } as const;
  const note = (complaint: ComplaintCase, type: "bring-new-facts" | "client-accepts", changes: object = {}) => {
    const told = { ...statement, ...changes };
    const at = minute(30);
    return noteComplaint(
      complaint,
      type === "client-accepts"
        ? { type, at, by: "E-9", acceptance: told }
        : { type, at, by: "E-9", facts: { what: "a receipt", ...told } },
      exampleComplaintHandling,
      matter,
    );
  };
  const reasonOf = (outcome: ReturnType<typeof noteComplaint>) => (outcome.ok ? null : outcome.reason);

  test.each(["bring-new-facts", "client-accepts"] as const)("%s comes with its evidence", (type) => {
    const name = type === "client-accepts" ? "acceptance" : "facts";
    const bare = { type, at: minute(30), by: "E-9" };
    expect(refusalOf(() => noteComplaint(decided, bare as never, exampleComplaintHandling))).toMatchObject({
      code: "complaints/invalid-complaint",
      path: ["note", name],
    });
    const rows = { form: "none", reference: "", receivedAt: "yesterday", ...(name === "facts" ? { what: " " } : {}) };
    for (const [member, value] of Object.entries(rows)) {
      expect(refusalOf(() => note(decided, type, { [member]: value })).path).toEqual(["note", name, member]);
    }
    expect(reasonOf(note(decided, type))).toBeNull();
  });

  test("an appraisal names its commission", () => {
    const bare = { type: "begin-appraisal", at: minute(30), by: "E-9", body: "laboratory" };
    expect(refusalOf(() => noteComplaint(registered, bare as never, exampleComplaintHandling)).path).toEqual([
      "note",
      "commission",
    ]);
  });

  test.each([
    ["at the receipt", minute(0), null],
    ["when they are recorded", minute(30), null],
    ["before the complaint", "2026-02-13T09:59:59+08:00", "message-out-of-time"],
    ["after they are recorded", minute(31), "message-out-of-time"],
  ])("new facts came %s", (_, receivedAt, reason) => {
    expect(reasonOf(note(registered, "bring-new-facts", { receivedAt }))).toBe(reason);
  });

  test.each([
    ["with the decision", minute(3), null],
    ["before the decision", minute(2), "message-out-of-time"],
    ["after it was recorded", minute(31), "message-out-of-time"],
  ])("the client accepted %s", (_, receivedAt, reason) => {
    expect(decided.history.at(-1)?.at).toBe(minute(3));
    expect(reasonOf(note(decided, "client-accepts", { receivedAt }))).toBe(reason);
  });

  test("nobody accepts what was not decided, nor what is decided anew", () => {
    expect(reasonOf(note(registered, "client-accepts"))).toBe("nothing-to-accept");
    const answered = walk(received(), ["register", "investigate", "decide", "reply"]);
    expect(reasonOf(note(answered, "client-accepts"))).toBeNull();
    for (const again of ["re-open", "escalate"] as const) {
      const open = walk(received(), ["register", "investigate", "decide", "reply", again]);
      expect(reasonOf(note(open, "client-accepts"))).toBe("nothing-to-accept");
    }
  });
});

describe("declining a complaint", () => {
  test.each(DECLINE_GROUNDS)("as %s tells whoever brought it", (ground) => {
    const complaint = walk(received(), ["register", "investigate"]);
    const step = { ...stepOf("decline", 30), ground } as ComplaintAction;
    expect(transitionComplaint(complaint, step, exampleComplaintHandling)).toMatchObject({
      ok: true,
      complaint: { state: "declined" },
    });
    expect(refusedStep(complaint, { ...step, form: "none" } as ComplaintAction)?.reason).toBe("reply-without-form");
  });

  test("needs no form where nobody can be reached", () => {
    const anonymous = received({ contactable: false, client: null });
    expect(refusedStep(anonymous, { ...stepOf("decline", 1), form: "none" } as ComplaintAction)).toBeNull();
  });

  test("needs its reasons in words", () => {
    const step = { ...stepOf("decline", 1), reasons: "" } as ComplaintAction;
    expect(refusalOf(() => transitionComplaint(received(), step, exampleComplaintHandling)).path).toEqual([
      "action",
      "reasons",
    ]);
  });

  test("is too late once it was decided", () => {
    const decided = walk(received(), ["register", "investigate", "decide"]);
    for (const type of ["decline", "merge"] as const) {
      expect(refusedStep(decided, stepOf(type, 30))?.reason).toBe("transition-not-allowed");
    }
  });
});
