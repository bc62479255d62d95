import {
  canonicalJson,
  readInteger,
  describeValue,
  tryDayNumber,
  type DayNumber,
  type Instant,
  type InstantParts,
  formatInstant,
  fromDayNumber,
  rateOf,
  toInstantParts,
} from "../../core/index.ts";
import { compareTexts, listOf, optional, readList, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import { calendarOf } from "../engine/resolve.ts";
import { namedCalendars } from "../read-context.ts";
import { caseIssueOf } from "./case-issue.ts";
import { addCase, type Gathering } from "./gathering.ts";
import { compareAttention, compareIssues, compareVersions } from "./order.ts";
import { momentOrDate } from "./read-report.ts";
import type { Rule } from "./standing.ts";
import { countsOf, emptyTally, handlingOf, type Tally } from "./tally.ts";
import type { DeskCase, DeskContext, DeskPolicy, DeskReport } from "./types.ts";
import type { SlaErrorCode } from "../errors.ts";
import type { SlaPolicy, SlaVersion } from "../policy-types.ts";
import { compiledPolicy } from "../prepare.ts";

const DEFAULT_BANDS: readonly number[] = [3, 7, 15, 30];

/** Ascending whole numbers from 0. */
const ascending: Reader<readonly number[]> = (bounds, path, code) => {
  for (const [index, bound] of readList(bounds, path, code).entries()) {
    const at = [...path, index];
    readInteger(bound, at.join("."), 0);
    if (index > 0 && bound <= (bounds[index - 1] ?? 0)) {
      refuse("sla/invalid-age-bands" satisfies SlaErrorCode, at, "not ascending", { received: describeValue(bound) });
    }
  }
  return bounds;
};

const contextShape = /* @__PURE__ */ (() =>
  shapeOf<DeskContext>({
    asOf: momentOrDate,
    policies: listOf((policy, path) => compiledPolicy(policy, path).policy),
    ...namedCalendars,
    ageBands: optional(ascending),
  }))();

function open(given: DeskContext): Gathering {
  const context = contextShape(given, ["context"], "sla/invalid-context" satisfies SlaErrorCode);
  const bounds = context.ageBands ?? DEFAULT_BANDS;
  const versions = new Map<string, SlaPolicy[]>();
  for (const { policy } of context.policies.map((own) => compiledPolicy(own))) {
    const known = versions.get(policy.id);
    if (known === undefined) versions.set(policy.id, [policy]);
    else known.push(policy);
  }
  return {
    context,
    asOf: tryDayNumber(context.asOf) ?? toInstantParts(context.asOf),
    bounds,
    versions,
    rules: new Map(),
    byVersion: new Map(),
    totals: emptyTally(),
    owners: new Map(),
    categories: new Map(),
    bands: Array.from({ length: bounds.length + 1 }, emptyTally),
    clocks: new Map(),
    days: new Map(),
    attention: [],
    issues: [],
    unknownDays: 0,
    receivedLater: 0,
    failed: 0,
  };
}

/** The policies and calendars cases were evaluated with. */
function usedOf(rules: Iterable<Rule>): Pick<DeskReport, "policies" | "calendars"> {
  const policies: DeskPolicy[] = [];
  const calendars = new Map<string, SlaVersion>();
  for (const { compiled, resolved, cases } of rules) {
    const { id, version, status } = compiled.policy;
    if (cases === 0) continue;
    policies.push({ id, version, status, cases });
    if (!compiled.needsCalendar) continue;
    const calendar = calendarOf(resolved);
    calendars.set(canonicalJson([calendar.id, calendar.version]), { id: calendar.id, version: calendar.version });
  }
  return { policies: policies.sort(compareVersions), calendars: [...calendars.values()].sort(compareVersions) };
}

function groupsOf(map: ReadonlyMap<string | null, Tally>): DeskReport["byOwner"] {
  return [...map].map(([key, tally]) => ({ key, ...countsOf(tally) })).sort((a, b) => compareTexts(a.key, b.key));
}

function asOfText(asOf: InstantParts | DayNumber): Instant {
  return typeof asOf === "number" ? fromDayNumber(asOf) : formatInstant(asOf.seconds, 0);
}

function close(gathering: Gathering): DeskReport {
  const { asOf, bounds, totals, owners, categories, bands, clocks, days, attention, issues } = gathering;
  return {
    asOf: asOfText(asOf),
    totals: countsOf(totals),
    byOwner: groupsOf(owners),
    byCategory: groupsOf(categories),
    byAge: bands.map((tally, index) => ({
      from: index === 0 ? 0 : (bounds[index - 1] ?? 0) + 1,
      to: bounds[index] ?? null,
      ...countsOf(tally),
    })),
    clocks: [...clocks]
      .flatMap(([policy, own]) =>
        [...own].map(([clock, { met, due }]) => ({ policy, clock, onTime: rateOf(met, due) })),
      )
      .sort((a, b) => compareTexts(a.policy, b.policy) || compareTexts(a.clock, b.clock)),
    handling: handlingOf(days, gathering.unknownDays),
    attention: attention.sort(compareAttention).map(({ line }) => line),
    receivedLater: gathering.receivedLater,
    failed: gathering.failed,
    issues: issues.sort(compareIssues),
    ...usedOf(gathering.byVersion.values()),
  };
}

/**
 * The state of a desk at a moment (时限看板): what is due today, at risk and overdue, by owner, category and age, the rate
 * answered in time, and how long handling took.
 *
 * Every case is evaluated with the version of its policy in force on the day of its receipt. One bad case never stops
 * the desk: a case without a receipt, with an unknown policy or with invalid events, and a row that is not a case, is
 * counted under `failed` and named in `issues`; issues with individual events of the others are listed there too. Events after the moment do not count,
 * so an earlier moment gives the report of that day. Case ids are the caller's own key: the same case given twice
 * counts twice.
 *
 * A desk too big for one process can be split in any way and its reports merged by {@link mergeDeskReports}; the report
 * of no cases is the neutral one.
 *
 * @param cases - rows in any order
 * @param context - the moment, policies, calendars, working hours, age bands
 * @returns the report, as plain data
 * @throws `sla/invalid-context` when the context is not one, or has a member that nobody knows
 * @throws `sla/invalid-policy` and the other codes of {@link prepareSlaPolicy} for any of the policies
 * @throws the codes of the calendar room for an invalid calendar, or invalid working hours
 * @throws `sla/invalid-case` when the cases are not a list
 * @throws `core/invalid-instant` when `asOf` is neither a moment nor a date
 * @throws `core/invalid-integer` or `sla/invalid-age-bands` when the age bands are not ascending whole numbers from 0
 * @see library convention; on-time rate: answered no later than due, of those due
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const row = (id: string, at: string, replied?: string): DeskCase => ({
 *   id, policy: "source.complaint", owner: "D-07", category: null,
 *   events: [{ type: "received", at }, ...(replied === undefined ? [] : [{ type: "replied" as const, at: replied }])],
 * });
 * const cases = [row("c-1", "2026-02-13T10:00:00+08:00"), row("c-2", "2026-02-12T10:00:00+08:00", "2026-02-14T16:00:00+08:00")];
 * const report = deskReport(cases, { asOf: "2026-02-25", policies: complaintPolicies, calendars: [CN] });
 * report.totals.dueToday // => 1
 * report.totals.onTime // => { n: 1, of: 1, rate: "1.0000" }
 * report.handling.median // => 2
 * @since 0.1.0
 */
export function deskReport(cases: readonly DeskCase[], context: DeskContext): DeskReport {
  const gathering = open(context);
  for (const [index, row] of readList(cases, ["cases"], "sla/invalid-case" satisfies SlaErrorCode).entries()) {
    try {
      addCase(gathering, row);
    } catch (error) {
      gathering.issues.push(caseIssueOf(error, row, index));
      gathering.failed++;
    }
  }
  return close(gathering);
}
