import { describe, expect, test } from "vitest";

import { orThrow } from "../../../src/core/index.ts";
import {
  advancePlanApproval,
  planInForce,
  type PlanApproval,
  type PlanApprovalStep,
} from "../../../src/strategy-plan/index.ts";
import { after, approve, coSign, draft, HASH, on, policy, putInForce, submit } from "./fixtures.ts";

const usual = [submit(), coSign(), approve()];
const supersede = (successor: string, from: string): PlanApprovalStep => ({
  type: "supersede",
  at: on(20),
  by: "E-20",
  hash: HASH,
  successor,
  from,
});
const inForce = (approval: PlanApproval, from: string, linked: readonly PlanApproval[] = []): PlanApproval =>
  after(approval, [...usual, putInForce(5, from)], { linked });

/*
 * Three versions: the first from 1 January, the second from 1 April, the third from 1 July until it is closed on 1 October.
 */
const first = inForce(draft("A-1"), "2026-01-01");
const second = inForce(draft("A-2", "A-1", [first]), "2026-04-01", [first]);
const third = inForce(draft("A-3", "A-2", [first, second]), "2026-07-01", [first, second]);
const firstOver = after(first, [supersede("A-2", "2026-04-01")], { linked: [second] });
const secondOver = after(second, [supersede("A-3", "2026-07-01")], { linked: [firstOver, third] });
const thirdOver = after(
  third,
  [{ type: "close", at: on(21), by: "E-20", hash: HASH, reason: "client left", from: "2026-10-01" }],
  { linked: [firstOver, secondOver] },
);
const versions = [thirdOver, firstOver, secondOver];

const idOn = (approvals: readonly PlanApproval[], date: string): unknown => {
  const found = planInForce(approvals, date);
  if (found === null) return null;
  return found.ok ? found.approval : found.details.approvals;
};

describe("the version in force on a day", () => {
  test.each([
    ["2025-12-31", null],
    ["2026-01-01", "A-1"],
    ["2026-03-31", "A-1"],
    ["2026-04-01", "A-2"],
    ["2026-06-30", "A-2"],
    ["2026-07-01", "A-3"],
    ["2026-09-30", "A-3"],
    ["2026-10-01", null],
  ])("on %s it is %s", (date, id) => {
    expect(idOn(versions, date)).toEqual(id);
    expect(idOn([...versions].reverse(), date)).toEqual(id);
  });

  test("is told with its version, its fingerprint and its days", () => {
    expect(planInForce(versions, "2026-04-01")).toEqual({
      ok: true,
      approval: "A-2",
      plan: "P-1",
      version: "1",
      hash: HASH,
      from: "2026-04-01",
      to: "2026-07-01",
    });
    expect(planInForce([first], "2026-04-01")).toMatchObject({ to: null });
  });

  test("an amendment changes nothing until it is in force", () => {
    for (const steps of [[], [submit()], usual]) {
      const amendment = after(draft("A-2", "A-1", [first]), steps, { linked: [first] });
      expect(idOn([first, amendment], "2026-04-01")).toBe("A-1");
    }
  });

  test("two at once are no version, and no guess", () => {
    // nobody has superseded the first
    expect(planInForce([first, second], "2026-04-01")).toEqual({
      ok: false,
      reason: "several-in-force",
      details: { date: "2026-04-01", approvals: ["A-1", "A-2"] },
    });
    expect(idOn([first, second], "2026-03-31")).toBe("A-1");
  });

  test("no version is in force where there is none", () => {
    expect(planInForce([], "2026-04-01")).toBeNull();
  });

  test("a state that is only stated counts for nothing", () => {
    expect(planInForce([{ ...draft(), state: "in-force" }], "2026-04-01")).toBeNull();
  });

  test("a version is superseded from the day its successor is in force, and by one of its own plan", () => {
    const late = advancePlanApproval(first, supersede("A-2", "2026-05-01"), policy, { linked: [second] });
    expect(late).toMatchObject({
      reason: "successor-not-in-force",
      details: { successor: "A-2", from: "2026-05-01", found: "2026-04-01" },
    });
    const other = { ...second, plan: "P-2" };
    expect(advancePlanApproval(first, supersede("A-2", "2026-04-01"), policy, { linked: [other] })).toMatchObject({
      reason: "successor-not-in-force",
    });
    expect(
      orThrow(advancePlanApproval(first, supersede("A-2", "2026-04-01"), policy, { linked: [second] })).approval.state,
    ).toBe("superseded");
  });

  test.each<[string, readonly unknown[], string, string, readonly (string | number)[]]>([
    ["a date that does not exist", [first], "2026-02-30", "core/invalid-date", ["date"]],
    [
      "two plans",
      [first, { ...second, plan: "P-2" }],
      "2026-01-01",
      "strategy-plan/invalid-input",
      ["approvals", 1, "plan"],
    ],
    ["one twice", [first, first], "2026-01-01", "strategy-plan/invalid-input", ["approvals", 1, "id"]],
    ["no approval", [first, 7], "2026-01-01", "strategy-plan/invalid-input", ["approvals", 1]],
    [
      "a history with a hole",
      [{ ...first, history: first.history.filter(({ type }) => type !== "approve") }],
      "2026-01-01",
      "core/invalid-case",
      ["approvals", 0, "history", 3],
    ],
  ])("refuses %s", (_, approvals, date, code, path) => {
    expect(() => planInForce(approvals as never, date)).toThrow(expect.objectContaining({ code, path }) as Error);
  });
});
