import type { SlaContext, SlaEvent, SlaPolicy, SlaStage, StageResult } from "../../src/sla/index.ts";
import { evaluateSla } from "../../src/sla/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";

/** Three working days, start day not counted, to the end of the day, ended by a reply. */
export const plainStage: SlaStage = {
  id: "reply",
  from: "start",
  amount: 3,
  unit: "working-day",
  startDayCounts: false,
  endOf: "day",
  roll: "none",
  satisfiedBy: ["replied"],
};

/** A house policy of one clock with the given stages. */
export function policyOf(stages: readonly Partial<SlaStage>[], changes: Partial<SlaPolicy> = {}): SlaPolicy {
  return {
    id: "acme.test",
    version: "1",
    status: "house",
    effectiveFrom: "2020-01-01",
    sources: ["test"],
    zone: "Asia/Shanghai",
    calendar: "cn",
    clocks: [{ id: "internal", basis: "internal", stages: stages.map((stage) => ({ ...plainStage, ...stage })) }],
    ...changes,
  };
}

/** A moment in Shanghai: date and time without the offset. */
export const at = (text: string): string => `${text.length === 10 ? `${text}T10:00` : text}:00+08:00`;

/** Receipt at a moment in Shanghai. */
export const received = (text: string): SlaEvent => ({ type: "received", at: at(text) });

/** Everything at a moment, with the shipped calendars. */
export function evaluate(policy: SlaPolicy, events: readonly SlaEvent[], now: string, more: Partial<SlaContext> = {}) {
  return evaluateSla(policy, events, { now, calendars: [CN, HK], ...more });
}

/** The first stage of an evaluation. */
export function first(
  policy: SlaPolicy,
  events: readonly SlaEvent[],
  now: string,
  more?: Partial<SlaContext>,
): StageResult {
  const [stage] = evaluate(policy, events, now, more).stages;
  if (stage === undefined) throw new Error("a policy has at least one stage");
  return stage;
}
