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
const close = (from: string): PlanApprovalStep => ({
  type: "close",
  at: on(21),
  by: "E-20",
  hash: HASH,
  reason: "client left",
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
const thirdOver = after(third, [close("2026-10-01")], { linked: [firstOver, secondOver] });
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
    // an amendment takes the place of what it amends, whether somebody has recorded that or not
    expect(idOn([first, second, thirdOver], date)).toEqual(id);
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
    expect(planInForce([first, second], "2026-03-31")).toMatchObject({ approval: "A-1", to: "2026-04-01" });
  });

  test("an amendment changes nothing until it is in force", () => {
    for (const steps of [[], [submit()], usual]) {
      const amendment = after(draft("A-2", "A-1", [first]), steps, { linked: [first] });
      expect(idOn([first, amendment], "2026-04-01")).toBe("A-1");
    }
  });

  test("what was amended does not come back once the amendment is closed", () => {
    const secondOver = after(second, [close("2026-10-01")], { linked: [first] });
    expect(idOn([first, secondOver], "2026-09-30")).toBe("A-2");
    expect(idOn([first, secondOver], "2026-10-01")).toBeNull();
  });

  test("an amendment that is closed from its first day never was in force", () => {
    const never = after(second, [close("2026-04-01")], { linked: [first] });
    expect(idOn([first, never], "2026-04-01")).toBe("A-1");
    expect(planInForce([first, never], "2026-04-01")).toMatchObject({ to: null });
  });

  test("what is closed before its amendment begins is in force until then", () => {
    const closed = after(first, [close("2026-03-01")]);
    expect(idOn([closed, second], "2026-02-28")).toBe("A-1");
    expect(idOn([closed, second], "2026-03-01")).toBeNull();
    expect(idOn([closed, second], "2026-04-01")).toBe("A-2");
  });

  test("two of which neither amends the other are no version, and no guess, until one is superseded", () => {
    const other = inForce(draft("B-1"), "2026-04-01");
    expect(planInForce([first, other], "2026-04-01")).toEqual({
      ok: false,
      reason: "several-in-force",
      details: { date: "2026-04-01", approvals: ["A-1", "B-1"] },
    });
    expect(idOn([first, other], "2026-03-31")).toBe("A-1");
    const over = after(first, [supersede("B-1", "2026-04-01")], { linked: [other] });
    expect(idOn([over, other], "2026-04-01")).toBe("B-1");
  });

  test("two amendments of one take its place from the first of their days, and are two", () => {
    const earlier = inForce(draft("A-3", "A-1", [first]), "2026-03-01", [first]);
    for (const all of [
      [first, second, earlier],
      [earlier, second, first],
    ]) {
      expect(idOn(all, "2026-02-28")).toBe("A-1");
      expect(idOn(all, "2026-03-01")).toBe("A-3");
      expect(idOn(all, "2026-04-01")).toHaveLength(2);
    }
  });

  test("no version is in force where there is none", () => {
    expect(planInForce([], "2026-04-01")).toBeNull();
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
    [
      "a state that is only stated",
      [second, { ...draft(), state: "in-force" }],
      "2026-04-01",
      "core/invalid-case",
      ["approvals", 1, "state"],
    ],
    [
      "a version in force that is said to be closed",
      [{ ...first, state: "closed" }],
      "2026-01-01",
      "core/invalid-case",
      ["approvals", 0, "state"],
    ],
  ])("refuses %s", (_, approvals, date, code, path) => {
    expect(() => planInForce(approvals as never, date)).toThrow(expect.objectContaining({ code, path }) as Error);
  });
});
