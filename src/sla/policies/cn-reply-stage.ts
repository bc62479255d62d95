import type { SlaStage } from "../policy-types.ts";

/**
 * How the complaint rules of mainland China count, whoever wrote them: calendar days to the end of the day, the day of
 * receipt not counted (Civil Code art. 201), a last day that is not a working day left where it is, ended by the reply.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function cnReplyStage(amount: number, more: Partial<SlaStage> = {}): SlaStage {
  return {
    id: "reply",
    from: "start",
    amount,
    unit: "calendar-day",
    startDayCounts: false,
    endOf: "day",
    roll: "none",
    satisfiedBy: ["replied"],
    ...more,
  };
}
