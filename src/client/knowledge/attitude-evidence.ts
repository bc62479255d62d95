import type { LocalDate } from "../../core/index.ts";
import { oneOf, readDate, readFlag, readText, type Members } from "../../core/inner.ts";
import { RECORDED } from "../recorded.ts";
import { CONTACT_CHANNELS, type ContactChannel, type EmployeeId, type Recorded } from "../types.ts";

/** The segments of attitude, from the least to the most open. */
export const ATTITUDE_SEGMENTS = ["resistant", "neutral", "positive"] as const;

/**
 * The attitude of a client towards the bank's officer: resistant, neutral, positive (抵触型、中立型、积极型). The source as it is
 * printed has 乐观型 for the last, in a text that has 乐观 wherever 积极 is meant.
 */
export type AttitudeSegment = (typeof ATTITUDE_SEGMENTS)[number];

/** What showed the attitude of a client on a day. */
export interface AttitudeEvidence extends Recorded {
  readonly segment: AttitudeSegment;
  /** Day on which it showed. */
  readonly on: LocalDate;
  /** Whether the client wants something of the bank (有意向). */
  readonly hasIntent: boolean;
  /** The way the client was met. */
  readonly channel: ContactChannel;
  /** What the client said or did. */
  readonly evidence: string;
  readonly by: EmployeeId;
}

/** Members of the evidence of an attitude. */
export const ATTITUDE_EVIDENCE: Members<AttitudeEvidence> = {
  ...RECORDED,
  segment: oneOf(ATTITUDE_SEGMENTS),
  on: readDate,
  hasIntent: readFlag,
  channel: oneOf(CONTACT_CHANNELS),
  evidence: readText,
  by: readText,
};
