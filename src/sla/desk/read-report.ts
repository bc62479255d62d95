import { POLICY_STATUSES, tryDayNumber, type Rate } from "../../core/index.ts";
import {
  listOf,
  oneOf,
  orNull,
  readDate,
  readMoment,
  readText,
  refuseKind,
  rowOf,
  shapeOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { SlaErrorCode } from "../errors.ts";
import { SLA_STATES, type SlaVersion } from "../policy-types.ts";
import { issueMembers } from "../result/read-issue.ts";
import {
  DESK_FLAGS,
  type DeskAgeBand,
  type DeskAttention,
  type DeskClock,
  type DeskCounts,
  type DeskGroup,
  type DeskHandling,
  type DeskIssue,
  type DeskPolicy,
  type DeskReport,
} from "./types.ts";

/** A moment, or a date, which stands for its last second. */
export const momentOrDate: Reader<string> = (asOf, path) =>
  tryDayNumber(asOf) === null ? readMoment(asOf, path) : asOf;

/** Text of the caller's own; null for none. */
export const textOrNull: Reader<string | null> = (value, path, code) =>
  value === null || typeof (value as unknown) === "string" ? value : refuseKind(code, path, "not a text", value);

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const rate = shapeOf<Rate>({ n: count, of: count, rate: orNull(readText) });
const days: Reader<number> = (value, path, code) =>
  Number.isFinite(value) ? value : refuseKind(code, path, "not a number of days", value);

const counts: Members<DeskCounts> = {
  cases: count,
  open: count,
  closed: count,
  withdrawn: count,
  dueToday: count,
  atRisk: count,
  breached: count,
  paused: count,
  undetermined: count,
  onTime: rate,
};
const version: Members<SlaVersion> = { id: readText, version: readText };
const groups = /* @__PURE__ */ (() => listOf(shapeOf<DeskGroup>({ ...counts, key: textOrNull })))();

const reportShape = /* @__PURE__ */ (() =>
  rowOf<DeskReport>({
    asOf: momentOrDate,
    totals: shapeOf<DeskCounts>(counts),
    byOwner: groups,
    byCategory: groups,
    byAge: listOf(shapeOf<DeskAgeBand>({ ...counts, from: count, to: orNull(count) })),
    clocks: listOf(shapeOf<DeskClock>({ policy: readText, clock: readText, onTime: rate })),
    handling: shapeOf<DeskHandling>({
      n: count,
      unknown: count,
      median: orNull(days),
      p90: orNull(days),
      histogram: listOf(shapeOf<DeskHandling["histogram"][number]>({ days: count, cases: count })),
    }),
    attention: listOf(
      shapeOf<DeskAttention>({
        case: readText,
        owner: textOrNull,
        category: textOrNull,
        policy: readText,
        clock: readText,
        stage: readText,
        state: oneOf(SLA_STATES),
        dueDate: orNull(readDate),
        dueAt: orNull(readMoment),
        flags: listOf(oneOf(DESK_FLAGS), 1),
      }),
    ),
    receivedLater: count,
    failed: count,
    issues: listOf(shapeOf<DeskIssue>({ ...issueMembers, case: orNull(readText) })),
    policies: listOf(shapeOf<DeskPolicy>({ ...version, status: oneOf(POLICY_STATUSES), cases: count })),
    calendars: listOf(shapeOf<SlaVersion>(version)),
  }))();

/** A report that comes back from where it was kept, whole. */
export const readReport = (report: DeskReport, parameter: string): DeskReport =>
  reportShape(report, [parameter], "sla/invalid-result" satisfies SlaErrorCode);
