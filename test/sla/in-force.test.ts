import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { derivePolicy } from "../../src/core/index.ts";
import { complaintPolicies, evaluateSla, regulationPolicies, sourceComplaintPolicy } from "../../src/sla/index.ts";
import { AU, EU_PSP, UK, UK_HOURS, US } from "./sample-calendars.ts";
import { at, evaluate, policyOf, received } from "./fixtures.ts";

const calendars = [CN, EU_PSP, UK, US, AU];
/** A case received on a day, at noon of its place. */
const receivedOn = (on: string, offset: string) => [{ type: "received", at: `${on}T12:00:00${offset}` }] as const;
const OFFSETS: Readonly<Record<string, string>> = { cn: "+08:00", hk: "+08:00", au: "+11:00", us: "-05:00" };
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

describe("a policy that was not in force on the day of receipt", () => {
  const dated = [...regulationPolicies, ...complaintPolicies].filter((policy) => policy.effectiveFrom > "1900");
  test.each(dated.map((policy) => [policy.id, policy.version, policy] as const))("%s (%s)", (_, __, policy) => {
    const offset = OFFSETS[policy.id.slice(0, 2)] ?? "+00:00";
    const codesOf = (on: string) =>
      evaluateSla(policy, receivedOn(on, offset), { now: `${on}T13:00:00${offset}`, calendars, hours: [UK_HOURS] })
        .issues.map(({ code }) => code)
        .filter((code) => code.startsWith("sla/policy-"));
    const { effectiveFrom, effectiveTo, since } = policy;
    const early = since === "seen" ? "sla/policy-before-oldest-read" : "sla/policy-not-yet-in-force";
    expect(codesOf(dayBefore(effectiveFrom))).toEqual([early]);
    expect(codesOf(effectiveFrom)).toEqual([]);
    if (effectiveTo === undefined) return;
    expect(codesOf(dayBefore(effectiveTo))).toEqual([]);
    expect(codesOf(effectiveTo)).toEqual(["sla/policy-no-longer-in-force"]);
  });

  const policy = policyOf([{}], { effectiveFrom: "2026-03-02", effectiveTo: "2026-04-01" });
  const rows = [
    ["the last second of the day before", "2026-03-01T23:59:59+08:00", "sla/policy-not-yet-in-force", "2026-03-01"],
    ["the same day in another zone", "2026-03-01T16:00:00Z", undefined, undefined],
    ["the last second of the last day", "2026-03-31T23:59:59+08:00", undefined, undefined],
    ["the first second without it", "2026-03-31T16:00:00Z", "sla/policy-no-longer-in-force", "2026-04-01"],
  ] as const;
  test.each(rows)("counts the day in its own zone: %s", (_, moment, code, on) => {
    const { issues } = evaluate(policy, [{ type: "received", at: moment }], at("2026-05-06"));
    expect(issues.map((issue) => [issue.code, issue.details["on"]])).toEqual(code === undefined ? [] : [[code, on]]);
  });

  test("is applied all the same, and the issue comes first and names the version", () => {
    const events = [received("2026-04-02"), { type: "resumed", at: at("2026-04-03") }] as const;
    const { stages, issues } = evaluate(policy, events, at("2026-04-03T11:00"));
    expect(stages[0]?.dueDate).toBe(evaluate(policyOf([{}]), events, at("2026-04-03T11:00")).stages[0]?.dueDate);
    expect(issues.map(({ code }) => code)).toEqual(["sla/policy-no-longer-in-force", "sla/resumed-without-paused"]);
    expect(issues[0]).toEqual({
      code: "sla/policy-no-longer-in-force",
      path: ["policy"],
      details: { policy: "acme.test", version: "1", on: "2026-04-02", to: "2026-04-01" },
    });
  });

  test("is nothing to report before anything was received, or for a rule without a date", () => {
    const later = { ...policy, effectiveFrom: "2026-03-31" };
    expect(evaluate(later, [], at("2026-03-12")).issues).toEqual([]);
    expect(evaluate(later, [received("2026-03-30")], at("2026-03-12")).issues.map(({ code }) => code)).toEqual([
      "sla/event-after-now",
    ]);
    expect(evaluate(sourceComplaintPolicy, [received("2009-06-10")], at("2009-06-10T11:00")).issues).not.toContainEqual(
      expect.objectContaining({ path: ["policy"] }),
    );
  });

  test("one that is derived begins when its base begins, unless it says otherwise", () => {
    const own = derivePolicy(policy, {}, { id: "acme.own", version: "1", source: "circular 2026/4" });
    expect(evaluate(own, [received("2026-02-27")], at("2026-02-28")).issues).toMatchObject([
      { code: "sla/policy-not-yet-in-force", details: { policy: "acme.own", from: "2026-03-02" } },
    ]);
  });
});
