import fc from "fast-check";
import { expect, test } from "vitest";

import {
  AXES,
  classify,
  explainTypeChange,
  scoreRecord,
  type Axis,
  type PointSplit,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { caseOf, type RandomCase, type Sizes } from "./random-cards.ts";

const PARTS = ["value", "unusable", "customer"] as const;

function addsUp(split: PointSplit): void {
  const data = PARTS.reduce((sum, part) => sum + split[part], 0);
  expect(split.data).toBe(data);
  expect(split.change).toBe(split.data + split.card);
  expect(split.to - split.from).toBe(split.change);
}

const sum = (splits: readonly PointSplit[], name: keyof PointSplit): number =>
  splits.reduce((total, split) => total + split[name], 0);

const pointsOf = (card: Scorecard, record: object, asOf: string, axis: Axis): number | null => {
  const result = scoreRecord(card, record as Record<string, boolean>, { asOf });
  return result.status === "scored" ? result.axes[axis] : null;
};

/** A case, three times in four of somebody who has a score. */
function mostlyScored(seed: number, sizes: Sizes): RandomCase {
  for (let at = seed; ; at += 7919) {
    const made = caseOf(at, sizes);
    const { status } = classify(made.card, made.record, { asOf: "2026-03-31" });
    if (status === "classified" || seed % 4 === 0) return made;
  }
}

test("a change is split into what adds up to it, and its parts are what the cards give", () => {
  let split = 0;
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.boolean(), fc.nat(), (first, second, isNew, bits) => {
      const sizes = { numbers: 2, kinds: 1, flags: 3 };
      const before = mostlyScored(first, sizes);
      const after = mostlyScored(second, sizes);
      // with one card some values are forgotten; with two, a feature may have become another one, of another kind
      const forgotten = Object.keys(before.record).filter((_id, at) => (bits >> (2 * at)) % 4 === 3);
      const lacking = Object.fromEntries(forgotten.map((id) => [id, null]));
      const current = isNew ? after : { card: before.card, record: { ...before.record, ...lacking } };
      const change = explainTypeChange({ ...before, asOf: "2026-03-31" }, { ...current, asOf: "2026-04-30" });
      const [old, now] = [
        classify(before.card, before.record, { asOf: "2026-03-31" }),
        classify(current.card, current.record, { asOf: "2026-04-30" }),
      ];
      expect(change.previous.status).toBe(old.status);
      expect(change.current.status).toBe(now.status);
      const { points } = change;
      const scores = [old, now].map((result) => (result.status === "classified" ? result.score : null));
      expect(points.status === "no-score").toBe(scores.includes(null));
      if (points.status === "no-score") return;
      const [from = 0, to = 0] = scores as number[];
      if (points.status === "not-split") {
        expect(points.change).toBe(to - from);
        expect(points.features.length).toBeGreaterThan(0);
        return;
      }
      split++;
      expect(points.total).toMatchObject({ from, to, change: to - from });
      const axes = AXES.map((axis) => points.axes[axis]);
      for (const part of [points.total, ...axes, ...points.characteristics]) addsUp(part);
      for (const name of ["from", "to", "change", "data", "card", ...PARTS] as const) {
        expect(sum(axes, name)).toBe(points.total[name]);
        expect(sum(points.characteristics, name)).toBe(points.total[name]);
      }
      for (const axis of AXES) {
        // what the old card gives the new record, asked in the usual way, with the values the new card has done away with
        const carried = Object.fromEntries(change.carried.map((id) => [id, before.record[id]]));
        const kept = Object.fromEntries(
          Object.keys(before.card.features).map((id) => [id, { ...current.record, ...carried }[id]]),
        );
        const crossed = pointsOf(before.card, kept, "2026-04-30", axis);
        const own = pointsOf(before.card, before.record, "2026-03-31", axis);
        if (crossed !== null && own !== null) expect(points.axes[axis].data).toBe(crossed - own);
      }
      if (before.card === current.card) expect(points.total.card).toBe(0);
    }),
    { numRuns: 300 },
  );
  expect(split).toBeGreaterThan(60);
});

test("places of the served level are split into what adds up to them", () => {
  const steps = fc.record({ earned: fc.nat(9), held: fc.nat(9), floored: fc.nat(9), served: fc.nat(9) });
  const standing = steps.map((own) => ({
    policy: { id: "p", version: "1" },
    asOf: "2026-03-31",
    earned: `l${String(own.earned)}`,
    held: `l${String(own.held)}`,
    floored: `l${String(own.floored)}`,
    served: `l${String(own.served)}`,
    steps: own,
  }));
  const card: Scorecard = {
    id: "test",
    version: "1",
    status: "house",
    effectiveFrom: "2020-01-01",
    sources: ["test"],
    features: { on: { kind: "flag", group: "account", sensitive: false } },
    characteristics: [
      {
        id: "on",
        feature: "on",
        axis: "closeness",
        scale: "flag",
        whenTrue: 1,
        whenFalse: 0,
        appliesTo: "everyone",
        inputs: { missing: { points: 0 }, invalid: "reject" },
      },
    ],
    rules: [],
    core: [{ test: "total", atLeast: 0 }],
  };
  fc.assert(
    fc.property(standing, standing, (previous, current) => {
      const side = { card, record: { on: true }, asOf: "2026-03-31" };
      const { served } = explainTypeChange({ ...side, standing: previous }, { ...side, standing: current });
      if (served === undefined) throw new Error("no served level");
      expect(served.change).toBe(current.steps.served - previous.steps.served);
      expect(served.earned + served.grace + served.floor + served.override).toBe(served.change);
    }),
  );
});
