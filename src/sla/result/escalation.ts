import { DomainError, type Instant, toInstantParts } from "../../core/index.ts";
import type { SlaErrorCode } from "../errors.ts";
import { readStages } from "./read-result.ts";
import type { SlaEscalation, SlaResult } from "./types.ts";

/** A step of a ladder whose alert goes out, with the stage it belongs to. */
export interface DueEscalation extends SlaEscalation {
  readonly clock: string;
  readonly stage: string;
  readonly cycle: number;
}

/**
 * The alerts of a case that go out in a window of time (升级提醒).
 *
 * Takes the ladders of a result and picks the steps with `from` <= `alertAt` < `to`, so adjoining windows share no
 * alert and lose none. It cannot pick what the result does not know: evaluate with a `now` no earlier than the last
 * event; the window may then reach into the future. An alert that would go out at the end of its stage or after it, say
 * because it waited for the end of quiet hours, is left out. After an extension, a pause or a new calendar the moments
 * change; to alert nobody twice, record what has been sent by clock, stage, cycle and step.
 *
 * @param result - what {@link evaluateSla} returned
 * @param from - start of the window, inclusive
 * @param to - end of the window, exclusive
 * @returns alerts in the order in which they go out, simultaneous ones in the order of the stages
 * @throws `sla/invalid-result` when the stages are not those of a result
 * @throws `sla/reversed-window` when `to` is before `from`
 * @throws `core/invalid-instant`
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const reply = { ...sourceComplaintClock.stages[0]!, escalations: [{ id: "head", when: { at: "before-due", amount: 1, unit: "working-day" } }] } as const;
 * const policy: SlaPolicy = { ...sourceComplaintPolicy, id: "acme.complaint", status: "house", clocks: [{ ...sourceComplaintClock, stages: [reply] }] };
 * const result = evaluateSla(policy, [{ type: "received", at: "2026-02-13T10:00:00+08:00" }], { now: "2026-02-13T11:00:00+08:00", calendars: [CN] });
 * const due = escalationsDue(result, "2026-02-24T00:00:00+08:00", "2026-02-25T00:00:00+08:00");
 * due.map(({ step, at }) => [step, at]) // => [["head", "2026-02-24T00:00:00+08:00"]]
 * @since 0.1.0
 */
export function escalationsDue(result: Pick<SlaResult, "stages">, from: Instant, to: Instant): DueEscalation[] {
  const first = toInstantParts(from, "from").seconds;
  const end = toInstantParts(to, "to").seconds;
  if (end < first) {
    throw new DomainError<SlaErrorCode>("sla/reversed-window", "to: before from", ["to"], { from, to });
  }
  const due: { readonly alert: number; readonly escalation: DueEscalation }[] = [];
  for (const { clock, stage, cycle, endedAt, escalations } of readStages(result, "result")) {
    const last = endedAt === null ? Number.POSITIVE_INFINITY : toInstantParts(endedAt).seconds;
    for (const escalation of escalations) {
      const alert = toInstantParts(escalation.alertAt).seconds;
      if (alert >= first && alert < end && alert < last) {
        due.push({ alert, escalation: { ...escalation, clock, stage, cycle } });
      }
    }
  }
  return due.sort((a, b) => a.alert - b.alert).map(({ escalation }) => escalation);
}
