import { describe, expect, test } from "vitest";

import { derivePolicy, orThrow } from "../../../src/core/index.ts";
import {
  advancePlanApproval,
  checkPlanApproval,
  examplePlanApproval,
  openPlanApproval,
  planContentHash,
  planInForce,
  planSubmission,
  type PlanApprovalPolicy,
  type PlanApprovalStep,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { refusal } from "../../support/refusal.ts";
import { cny, emptyPlan, sample } from "../plans.ts";
import { after, approve, coSign, creditPlan, draft, HASH, on, policy, putInForce, submit } from "./fixtures.ts";

const usual = [submit(), coSign(), approve()];

describe("the path of a plan", () => {
  test("is submitted, signed, approved and put in force, and the history says so", () => {
    const approval = after(draft(), [...usual, putInForce(5, "2026-01-01")]);
    expect(approval).toEqual({
      id: "A-1",
      plan: "P-1",
      state: "in-force",
      history: [
        { type: "write", at: on(1), by: "E-1", preparedBy: "E-1" },
        {
          type: "submit",
          at: on(2),
          by: "E-1",
          version: "1",
          hash: HASH,
          preparedBy: "E-1",
          amount: cny("100.00"),
          asks: ["credit-page"],
        },
        { type: "co-sign", at: on(3), by: "E-5", hash: HASH, role: "credit-department" },
        { type: "approve", at: on(4), by: "E-9", hash: HASH, role: "branch-head" },
        { type: "put-in-force", at: on(5), by: "E-20", hash: HASH, role: "branch-head", effectiveFrom: "2026-01-01" },
      ],
    });
    expect(checkPlanApproval(approval, policy)).toEqual([]);
  });

  test("after a rejection it is revised and submitted again, and every signature is given anew", () => {
    const revised: StrategyPlan = { ...creditPlan, version: "2", value: { target: cny("120.00") } };
    const hash = planContentHash(revised);
    const again = after(draft(), [
      submit(),
      coSign(),
      { type: "reject", at: on(4), by: "E-9", hash: HASH, role: "branch-head", reason: "target too low" },
      { type: "revise", at: on(5), by: "E-1", hash: HASH },
      submit(6, revised),
    ]);
    expect(again.state).toBe("submitted");
    // the signature of 3 December was for the plan before
    expect(advancePlanApproval(again, { ...approve(7), hash }, policy)).toMatchObject({
      ok: false,
      reason: "co-sign-missing",
      details: { roles: ["credit-department"] },
    });
    const signed = after(again, [{ ...coSign(7), hash }]);
    expect(advancePlanApproval(signed, { ...approve(8), hash }, policy).ok).toBe(true);
  });

  test("an author takes it back, also once it is approved", () => {
    const recalled = after(draft(), [...usual, { type: "recall", at: on(5), by: "E-1", hash: HASH }]);
    expect(recalled.state).toBe("recalled");
  });

  test("a draft is closed without a fingerprint", () => {
    const closed = after(draft(), [{ type: "close", at: on(2), by: "E-1", reason: "client left", from: "2025-12-02" }]);
    expect(closed.state).toBe("closed");
  });

  test("whoever saves the approval into the plan, or follows it up, has the plan that was approved", () => {
    const plan = sample.plan;
    const hash = planContentHash(plan);
    const [first, ...rest] = plan.actions ?? [];
    if (first === undefined) throw new Error("the sample has actions");
    const later: StrategyPlan = {
      ...plan,
      version: "99",
      approvedBy: "E-9",
      actions: [{ ...first, progress: { state: "dropped", reason: "other", actualDate: "2026-03-01" } }, ...rest],
    };
    expect(planContentHash(later)).toBe(hash);
    expect(planContentHash({ ...later, actions: rest })).not.toBe(hash);
    expect(planContentHash({ ...later, preparedBy: "E-2" })).not.toBe(hash);
    // nothing withheld is the plan itself
    expect(planContentHash({ ...plan, withheld: [] })).toBe(hash);
  });
});

describe("what is submitted", () => {
  const action = (id: string, amount: string, currency = "CNY") => ({
    id,
    expectedIncome: { amount: { amount, currency }, period: "2026" },
  });
  test.each<[string, Partial<StrategyPlan>, unknown]>([
    ["neither target nor income", {}, null],
    ["the target", { value: { target: cny("100.00") } }, cny("100.00")],
    // 60 + 50 = 110 > 100
    [
      "the incomes",
      { value: { target: cny("100.00") }, actions: [action("a", "60.00"), action("b", "50.00")] },
      cny("110.00"),
    ],
    // 60 + 30 = 90 < 100
    [
      "the target above the incomes",
      { value: { target: cny("100.00") }, actions: [action("a", "60.00"), action("b", "30.00")] },
      cny("100.00"),
    ],
    [
      "an income in another currency",
      { value: { target: cny("100.00") }, actions: [action("a", "1.00", "USD")] },
      null,
    ],
    [
      "an amount below 0, which would bring another below a limit",
      { actions: [action("a", "90.00"), action("b", "-89.00")] },
      null,
    ],
  ])("sets out to earn: %s", (_, parts, amount) => {
    expect(planSubmission({ ...emptyPlan, ...parts }).amount).toEqual(amount);
  });

  test("asks for the signatures its parts need", () => {
    const forward = { id: "a", productOrService: { name: "Forward", needsSuitability: true } };
    expect(planSubmission({ ...creditPlan, actions: [forward] }).asks).toEqual(["credit-page", "suitability"]);
    expect(planSubmission(emptyPlan).asks).toEqual([]);
  });

  test("is the whole plan", () => {
    const view: StrategyPlan = { ...emptyPlan, withheld: [{ section: "challenges", what: "section", count: 0 }] };
    const expected = refusal("strategy-plan/invalid-input", ["plan", "withheld"], {});
    expect(() => planContentHash(view)).toThrow(expected);
    expect(() => planSubmission(view)).toThrow(expected);
  });
});

const other = planContentHash({ ...creditPlan, currency: "USD" });
const dear: PlanApprovalStep = { ...submit(), amount: cny("5000000.01") } as PlanApprovalStep;
const rejected = [
  submit(),
  { type: "reject", at: on(3), by: "E-9", hash: HASH, role: "branch-head", reason: "r" },
] as const satisfies readonly PlanApprovalStep[];
const inForce = [...usual, putInForce(5, "2026-01-01")];

describe("every refusal", () => {
  test.each<[string, readonly PlanApprovalStep[], PlanApprovalStep, string, object]>([
    ["approves what nobody signed", [submit()], approve(), "co-sign-missing", { roles: ["credit-department"] }],
    ["approves a draft", [], approve(), "transition-not-allowed", { from: "draft", type: "approve" }],
    [
      "approves other content",
      [submit(), coSign()],
      { ...approve(), hash: other },
      "hash-differs",
      { submitted: HASH, stated: other },
    ],
    [
      "signs other content",
      [submit()],
      { ...coSign(), hash: other },
      "hash-differs",
      { submitted: HASH, stated: other },
    ],
    [
      "puts other content in force",
      usual,
      { ...putInForce(5, "2026-01-01"), hash: other },
      "hash-differs",
      { submitted: HASH, stated: other },
    ],
    [
      "closes a submitted plan's content without saying which",
      rejected,
      { type: "close", at: on(4), by: "E-1", reason: "r", from: "2025-12-04" },
      "hash-differs",
      { submitted: HASH },
    ],
    [
      "closes a draft with the fingerprint of what was revised",
      [...rejected, { type: "revise", at: on(4), by: "E-1", hash: HASH }],
      { type: "close", at: on(5), by: "E-1", reason: "r", from: "2025-12-05", hash: HASH },
      "hash-differs",
      { stated: HASH },
    ],
    [
      "approves in a role that only signs",
      [submit(), coSign()],
      { ...approve(), role: "credit-department" } as PlanApprovalStep,
      "role-not-allowed",
      { role: "credit-department", type: "approve", policy: "example.plan-approval" },
    ],
    [
      "signs in a role that only approves",
      [submit()],
      { ...coSign(), role: "branch-head" } as PlanApprovalStep,
      "role-not-allowed",
      { role: "branch-head", type: "co-sign", policy: "example.plan-approval" },
    ],
    [
      "rejects in a role that does neither",
      [submit()],
      { type: "reject", at: on(3), by: "E-9", hash: HASH, role: "teller", reason: "r" },
      "role-not-allowed",
      { role: "teller", type: "reject", policy: "example.plan-approval" },
    ],
    [
      "puts in force in a role that only signs",
      usual,
      { ...putInForce(5, "2026-01-01"), role: "credit-department" } as PlanApprovalStep,
      "role-not-allowed",
      { role: "credit-department", type: "put-in-force", policy: "example.plan-approval" },
    ],
    // the limit of a branch head is 5,000,000.00
    [
      "approves a cent too much",
      [dear, coSign()],
      approve(),
      "amount-beyond-role",
      { role: "branch-head", amount: cny("5000000.01"), upTo: cny("5000000.00") },
    ],
    [
      "approves what nobody knows the amount of",
      [{ ...submit(), amount: null } as PlanApprovalStep, coSign()],
      approve(),
      "amount-beyond-role",
      { role: "branch-head" },
    ],
    [
      "approves in a currency the role has no limit in",
      [{ ...submit(), amount: { amount: "1.00", currency: "USD" } } as PlanApprovalStep, coSign()],
      approve(),
      "amount-beyond-role",
      { role: "branch-head", amount: { amount: "1.00", currency: "USD" } },
    ],
    [
      "signs twice for one role",
      [submit(), coSign()],
      coSign(4, "E-6"),
      "co-signed-already",
      { role: "credit-department", entry: 2 },
    ],
    [
      "signs for a second role",
      [submit(), coSign()],
      { ...coSign(4), role: "suitability-officer" } as PlanApprovalStep,
      "co-signed-already",
      { role: "credit-department", entry: 2 },
    ],
    [
      "takes back another's plan",
      [submit()],
      { type: "recall", at: on(3), by: "E-9", hash: HASH },
      "recalled-by-another",
      { authors: ["E-1"] },
    ],
    [
      "puts in force before the approval",
      usual,
      putInForce(5, "2025-12-03"),
      "in-force-before-approval",
      { effectiveFrom: "2025-12-03", approvedOn: "2025-12-04" },
    ],
    [
      "closes what is to be in force from a day before its first",
      inForce,
      { type: "close", at: on(6), by: "E-20", hash: HASH, reason: "client left", from: "2025-12-31" },
      "closed-before-in-force",
      { from: "2025-12-31", effectiveFrom: "2026-01-01" },
    ],
    [
      "supersedes by a version nobody gave",
      inForce,
      { type: "supersede", at: on(6), by: "E-20", hash: HASH, successor: "A-2", from: "2026-07-01" },
      "successor-not-in-force",
      { successor: "A-2", from: "2026-07-01" },
    ],
  ])("%s", (_, before, step, reason, details) => {
    // the history of a successor is given: without it the separation of persons cannot be looked at
    const outcome = advancePlanApproval(after(draft(), before), step, policy, {
      linked: step.type === "supersede" ? [{ ...after(draft("A-2"), usual), plan: "P-1" }] : [],
    });
    expect(outcome).toMatchObject({ ok: false, reason, details });
    expect(outcome.ok ? null : outcome.details).toEqual(details);
  });

  test("an approval just within the limit, and on the very day, is given", () => {
    const whole = { ...submit(), amount: cny("5000000.00") } as PlanApprovalStep;
    expect(after(draft(), [whole, coSign(), approve(), putInForce(5, "2025-12-04")]).state).toBe("in-force");
    // 4 December 23:30 in UTC is 5 December in Shanghai
    const late = after(draft(), [submit(), coSign(), { ...approve(), at: "2025-12-04T23:30:00Z" }]);
    expect(advancePlanApproval(late, putInForce(6, "2025-12-04"), policy)).toMatchObject({
      details: { approvedOn: "2025-12-05" },
    });
  });

  test("what is to be in force is closed from its first day, and never was", () => {
    const close = {
      type: "close",
      at: on(6),
      by: "E-20",
      hash: HASH,
      reason: "client left",
      from: "2026-01-01",
    } as const;
    const closed = after(draft(), [...inForce, close]);
    expect(closed.state).toBe("closed");
    expect(planInForce([closed], "2026-01-01")).toBeNull();
    const backdated = { ...closed, history: [...closed.history.slice(0, -1), { ...close, from: "2025-12-31" }] };
    expect(checkPlanApproval(backdated, policy).map(({ code }) => code)).toEqual([
      "strategy-plan/closed-before-in-force",
      "strategy-plan/state-differs",
    ]);
  });

  test("who puts a plan in force, the policy says", () => {
    const house = { ...policy, putInForceBy: ["plan-office"] };
    const approved = after(draft(), usual);
    const step = putInForce(5, "2026-01-01");
    expect(advancePlanApproval(approved, step, house)).toMatchObject({ reason: "role-not-allowed" });
    expect(advancePlanApproval(approved, { ...step, role: "plan-office" } as PlanApprovalStep, house).ok).toBe(true);
  });

  test("a deputy president approves any amount", () => {
    const before = after(draft(), [{ ...submit(), amount: null } as PlanApprovalStep, coSign()]);
    expect(advancePlanApproval(before, { ...approve(), role: "deputy-president" } as PlanApprovalStep, policy).ok).toBe(
      true,
    );
  });
});

describe("who is kept apart", () => {
  test.each<[string, readonly PlanApprovalStep[], PlanApprovalStep, string]>([
    ["the author approves", [submit(), coSign()], approve(4, "E-1"), "plan-decided-past-author"],
    [
      "the author approves in another role",
      [submit(), coSign()],
      { ...approve(4, "E-1"), role: "deputy-president" } as PlanApprovalStep,
      "plan-decided-past-author",
    ],
    ["the author signs", [submit()], coSign(3, "E-1"), "plan-decided-past-author"],
    [
      "the author rejects",
      [submit()],
      { type: "reject", at: on(3), by: "E-1", hash: HASH, role: "branch-head", reason: "r" },
      "plan-decided-past-author",
    ],
    ["whoever signed approves", [submit(), coSign()], approve(4, "E-5"), "plan-approved-past-co-signer"],
    [
      "whoever submitted for the author approves",
      [{ ...submit(), by: "E-3" }, coSign()],
      approve(4, "E-3"),
      "plan-decided-past-author",
    ],
    [
      "whoever rejected submits it as their own",
      [...rejected, { type: "revise", at: on(4), by: "E-1", hash: HASH }],
      { ...submit(5), preparedBy: "E-9" } as PlanApprovalStep,
      "plan-decided-past-author",
    ],
  ])("%s", (_, before, step, rule) => {
    expect(advancePlanApproval(after(draft(), before), step, policy)).toMatchObject({
      ok: false,
      reason: "separated",
      details: { rule },
    });
  });

  test("whoever the plan names as its author is one, though somebody else began it", () => {
    const { approval } = orThrow(openPlanApproval(creditPlan, { id: "A-1", at: on(1), by: "E-7" }, policy));
    const signed = after(approval, [submit(), coSign()]);
    for (const by of ["E-1", "E-7"]) {
      expect(advancePlanApproval(signed, approve(4, by), policy)).toMatchObject({ reason: "separated" });
    }
  });

  test("over an amendment too, and its history must be there", () => {
    const old = after(draft(), inForce);
    const opening = { id: "A-2", at: on(6), by: "E-2", amends: "A-1" };
    expect(openPlanApproval(creditPlan, opening, policy)).toMatchObject({ ok: false, reason: "separation-unknown" });
    // E-9 approved the first version, and does not write the second
    expect(openPlanApproval(creditPlan, { ...opening, by: "E-9" }, policy, { linked: [old] })).toMatchObject({
      ok: false,
      reason: "separated",
    });
    const { approval } = orThrow(openPlanApproval(creditPlan, opening, policy, { linked: [old] }));
    expect(approval.links).toEqual(["A-1"]);
    const signed = after(approval, [submit(7), coSign(8)], { linked: [old] });
    expect(advancePlanApproval(signed, approve(9), policy)).toMatchObject({ reason: "separation-unknown" });
    expect(advancePlanApproval(signed, approve(9), policy, { linked: [old] }).ok).toBe(true);
  });

  test.each(["linked", "elsewhere"] as const)("over a version begun anew after another was closed: %s", (member) => {
    const close = { type: "close", at: on(2), by: "E-1", reason: "begun anew", from: "2025-12-02" } as const;
    const closed = after(draft(), [close]);
    const context = { [member]: [closed, { ...after(draft("X-1"), usual), plan: "P-9" }] };
    // E-1 wrote the first version; the second one says that E-3 did
    const anew = { ...creditPlan, preparedBy: "E-3" };
    const { approval } = orThrow(openPlanApproval(anew, { id: "A-2", at: on(3), by: "E-3" }, policy, context));
    expect(approval.links).toBeUndefined();
    const step = { ...submit(4, anew), by: "E-3" };
    const { hash } = planSubmission(anew);
    const signed = after(approval, [step, { ...coSign(5), hash }], context);
    const refused = advancePlanApproval(signed, { ...approve(6, "E-1"), hash }, policy, context);
    expect(refused).toMatchObject({ reason: "separated", details: { rule: "plan-decided-past-author" } });
    // E-9 approved the plan of another client, which is another matter
    if (member === "elsewhere") {
      expect(advancePlanApproval(signed, { ...approve(6), hash }, policy, context).ok).toBe(true);
    }
    // nobody can notice that a version is missing
    const { approval: unseen } = orThrow(advancePlanApproval(signed, { ...approve(6, "E-1"), hash }, policy));
    expect(checkPlanApproval(unseen, policy, context).map(({ code }) => code)).toEqual([
      "strategy-plan/separated",
      "strategy-plan/state-differs",
    ]);
    expect(
      openPlanApproval(creditPlan, { id: "A-2", at: on(5), by: "E-5" }, policy, {
        [member]: [after(draft(), [submit(), coSign()])],
      }),
    ).toMatchObject({ reason: "separated" });
  });

  test("by the rules of the bank as well", () => {
    const rule = {
      id: "house-1",
      between: ["approve", "put-in-force"],
      scope: "same-case",
      relation: "same-person",
      source: "circular 7",
    } as const;
    const house = derivePolicy(
      examplePlanApproval,
      { separation: [rule] },
      { id: "acme.plan-approval", version: "1", source: "circular 7" },
    );
    const step = { ...putInForce(5, "2026-01-01"), by: "E-9" };
    const outcome = advancePlanApproval(after(draft(), usual), step, house);
    expect(outcome).toMatchObject({ ok: false, reason: "separated", details: { rule: "house-1" } });
    expect(advancePlanApproval(after(draft(), usual), step, policy).ok).toBe(true);
  });
});

describe("what is not an approval, a step or a policy", () => {
  const change = (changes: object): PlanApprovalPolicy => ({ ...policy, ...changes });
  test.each<[string, () => unknown, string, readonly (string | number)[]]>([
    [
      "an amendment of itself",
      () => openPlanApproval(creditPlan, { id: "A", at: on(1), by: "E-1", amends: "A" }, policy),
      "strategy-plan/invalid-input",
      ["opening", "amends"],
    ],
    [
      "an amendment of another plan",
      () =>
        openPlanApproval({ ...creditPlan, id: "P-2" }, { id: "B", at: on(1), by: "E-1", amends: "A-1" }, policy, {
          linked: [draft()],
        }),
      "strategy-plan/invalid-input",
      ["opening", "amends"],
    ],
    [
      "a misspelt member of an opening",
      () => openPlanApproval(creditPlan, { id: "A", at: on(1), by: "E-1", amend: "B" } as never, policy),
      "strategy-plan/invalid-input",
      ["opening", "amend"],
    ],
    [
      "a rejection without a reason",
      () =>
        advancePlanApproval(
          after(draft(), [submit()]),
          { type: "reject", at: on(3), by: "E-9", hash: HASH, role: "branch-head", reason: " " },
          policy,
        ),
      "strategy-plan/invalid-input",
      ["step", "reason"],
    ],
    [
      "a step with a member of another",
      () => advancePlanApproval(draft(), { ...submit(), effectiveFrom: "2026-01-01" } as never, policy),
      "strategy-plan/invalid-input",
      ["step", "effectiveFrom"],
    ],
    [
      "a day that does not exist",
      () => advancePlanApproval(after(draft(), usual), putInForce(5, "2026-02-30"), policy),
      "core/invalid-date",
      ["step", "effectiveFrom"],
    ],
    [
      "no approver",
      () => advancePlanApproval(draft(), submit(), change({ approvers: [] })),
      "strategy-plan/invalid-policy",
      ["policy", "approvers"],
    ],
    [
      "a role with two limits",
      () =>
        advancePlanApproval(
          draft(),
          submit(),
          change({
            approvers: [
              { role: "r", upTo: cny("1.00") },
              { role: "r", upTo: cny("2.00") },
            ],
          }),
        ),
      "strategy-plan/invalid-policy",
      ["policy", "approvers", 1],
    ],
    [
      "a misspelt occasion",
      () => advancePlanApproval(draft(), submit(), change({ coSigners: [{ role: "r", when: "credit" }] })),
      "strategy-plan/invalid-policy",
      ["policy", "coSigners", 0, "when"],
    ],
    [
      "nobody who puts in force",
      () => advancePlanApproval(draft(), submit(), change({ putInForceBy: [] })),
      "strategy-plan/invalid-policy",
      ["policy", "putInForceBy"],
    ],
    [
      "nothing said of who puts in force",
      () => advancePlanApproval(draft(), submit(), change({ putInForceBy: undefined })),
      "strategy-plan/invalid-policy",
      ["policy", "putInForceBy"],
    ],
    [
      "a role that puts in force, named twice",
      () => advancePlanApproval(draft(), submit(), change({ putInForceBy: ["r", "s", "r"] })),
      "strategy-plan/invalid-policy",
      ["policy", "putInForceBy", 2],
    ],
    [
      "an id that is easily misread, in another version",
      () =>
        advancePlanApproval(draft(), submit(), policy, {
          elsewhere: [
            draft("A-2"),
            { ...draft("A-3"), history: [{ type: "write", at: on(1), by: "E-1 ", preparedBy: "E-1" }] },
          ],
        }),
      "core/invalid-case",
      ["context", "elsewhere", 1, "history", 0, "by"],
    ],
    [
      "a misspelt member of a policy",
      () => advancePlanApproval(draft(), submit(), change({ coSigner: [] })),
      "strategy-plan/invalid-policy",
      ["policy", "coSigner"],
    ],
    [
      "a zone nobody knows",
      () => advancePlanApproval(draft(), submit(), change({ zone: "Asia/Nowhere" })),
      "calendar/unknown-zone",
      ["policy", "zone"],
    ],
    [
      "a rule with the id of one of the library's",
      () =>
        advancePlanApproval(
          draft(),
          submit(),
          change({
            separation: [
              {
                id: "plan-decided-past-author",
                between: ["author", "close"],
                scope: "same-case",
                relation: "same-person",
                source: "s",
              },
            ],
          }),
        ),
      "core/invalid-separation",
      ["separation", 0, "id"],
    ],
  ])("%s", (_, call, code, path) => {
    expect(call).toThrow(expect.objectContaining({ code, path }) as Error);
  });

  test("a step nobody knows is refused with what is allowed", () => {
    expect(advancePlanApproval(draft(), { type: "publish", at: on(2), by: "E-1" } as never, policy)).toEqual({
      ok: false,
      reason: "transition-not-allowed",
      allowed: ["submit", "close"],
      details: { from: "draft", type: "publish" },
    });
    expect(advancePlanApproval(draft(), { type: "write", at: on(2), by: "E-1" } as never, policy).ok).toBe(false);
  });
});

describe("a stored approval", () => {
  test("is checked entry by entry", () => {
    const good = after(draft(), inForce);
    const forged = {
      ...good,
      history: good.history.map((entry) => (entry.type === "approve" ? { ...entry, by: "E-1" } : entry)),
    };
    expect(checkPlanApproval(forged, policy).map(({ code, path }) => [code, path])).toEqual([
      ["strategy-plan/separated", ["history", 3]],
      ["strategy-plan/transition-not-allowed", ["history", 4]],
      ["strategy-plan/state-differs", ["state"]],
    ]);
    expect(checkPlanApproval({ ...good, history: good.history.slice(1) }, policy)[0]).toMatchObject({
      code: "strategy-plan/not-written-first",
      path: ["history", 0],
    });
    const broken = { ...good, history: [...good.history.slice(0, 2), { type: "approve", at: on(3), by: "E-9" }] };
    expect(checkPlanApproval(broken as never, policy)).toMatchObject([
      { code: "strategy-plan/invalid-input", path: ["history", 2, "hash"] },
    ]);
    // a row of a database has members of its own
    expect(checkPlanApproval({ ...good, tenant: 4 } as never, policy)).toEqual([]);
  });
});
