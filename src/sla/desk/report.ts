import { dayAt, momentOn, workedBetween, zoneTable } from "../../calendar/inner.ts";
import {
  canonicalJson,
  readInteger,
  describeValue,
  policyAt,
  tryDayNumber,
  type DayNumber,
  type Instant,
  type InstantParts,
  formatInstant,
  fromDayNumber,
  rateOf,
  toInstantParts,
} from "../../core/index.ts";
import {
  compareTexts,
  isFilled,
  listOf,
  optional,
  readList,
  readText,
  refuse,
  rowOf,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import { assessCase, type StageAssessment } from "../engine/assess.ts";
import { isOrdinary, readEvents, type TimedEvent } from "../engine/event-reading.ts";
import { calendarOf, daysOf, resolvePolicy } from "../engine/resolve.ts";
import { namedCalendars } from "../read-context.ts";
import { caseIssueOf } from "./case-issue.ts";
import { compareAttention, compareIssues, compareVersions } from "./order.ts";
import { momentOrDate, textOrNull } from "./read-report.ts";
import { attentionOf, count, standingOf, type Rule } from "./standing.ts";
import { countsOf, emptyTally, handlingOf, type Tally } from "./tally.ts";
import type { DeskAttention, DeskCase, DeskContext, DeskIssue, DeskPolicy, DeskReport } from "./types.ts";
import type { SlaErrorCode, SlaIssueCode } from "../errors.ts";
import type { SlaPolicy, SlaVersion } from "../policy-types.ts";
import { compiledPolicy } from "../prepare.ts";

/** Everything a report gathers while it goes through the cases. */
interface Gathering {
  readonly context: DeskContext;
  readonly asOf: InstantParts | DayNumber;
  readonly bounds: readonly number[];
  readonly versions: ReadonlyMap<string, readonly SlaPolicy[]>;
  /** By policy id and day of receipt. */
  readonly rules: Map<string, Map<DayNumber, Rule>>;
  readonly byVersion: Map<SlaPolicy, Rule>;
  readonly totals: Tally;
  readonly owners: Map<string | null, Tally>;
  readonly categories: Map<string | null, Tally>;
  readonly bands: readonly Tally[];
  readonly clocks: Map<string, Map<string, { met: number; due: number }>>;
  readonly days: Map<number, number>;
  readonly attention: { readonly due: number; readonly line: DeskAttention }[];
  readonly issues: DeskIssue[];
  unknownDays: number;
  receivedLater: number;
  failed: number;
}

function grouped<K>(map: Map<K, Tally>, key: K): Tally {
  let tally = map.get(key);
  if (tally === undefined) {
    tally = emptyTally();
    map.set(key, tally);
  }
  return tally;
}

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

/** A case, except for its policy and its events, which have issues of their own. */
const readRow = rowOf<DeskCase>({
  id: readText,
  policy: (policy) => policy,
  events: (events) => events,
  owner: textOrNull,
  category: textOrNull,
});

/** Whether a row has every member of a case, as most have; the rest are read member by member. */
function isUsual(row: DeskCase): boolean {
  try {
    if (!isOrdinary(row) || typeof (row.policy as unknown) !== "string" || !Array.isArray(row.events)) return false;
    const { id, owner, category } = row;
    return isFilled(id) && (owner === null || isFilled(owner)) && (category === null || isFilled(category));
  } catch {
    return false;
  }
}

/** The events of a case, with the second of its receipt. */
function eventsOf({ events }: DeskCase): { readonly events: readonly TimedEvent[]; readonly received: number } {
  const none: SlaIssueCode = "sla/not-received";
  const read = readEvents(readList(events, ["events"], "sla/invalid-case" satisfies SlaErrorCode));
  const first = read.find(({ event }) => event.type === "received") ?? refuse(none, ["events"], "no receipt", {});
  return { events: read, received: first.seconds };
}

/** The version of a case's policy in force on the day of receipt, with its calendars. */
function ruleOf(gathering: Gathering, row: DeskCase, received: number): Rule {
  const versions = gathering.versions.get(row.policy) ?? [];
  const [first] = versions;
  if (first === undefined) {
    const code: SlaIssueCode = "sla/unknown-policy";
    return refuse(code, ["policy"], "not among the policies given", { policy: describeValue(row.policy) });
  }
  const day = dayAt(zoneTable(first.zone), received);
  let byDay = gathering.rules.get(row.policy);
  if (byDay === undefined) {
    byDay = new Map();
    gathering.rules.set(row.policy, byDay);
  }
  const known = byDay.get(day);
  if (known !== undefined) return known;
  const policy = policyAt(versions, fromDayNumber(day));
  const rule = gathering.byVersion.get(policy) ?? openRule(gathering, policy);
  byDay.set(day, rule);
  return rule;
}

function openRule({ context, asOf, byVersion }: Gathering, policy: SlaPolicy): Rule {
  const compiled = compiledPolicy(policy);
  const resolved = resolvePolicy(compiled, context);
  const { zone } = resolved;
  const now = typeof asOf === "number" ? { seconds: momentOn(zone, asOf, 86400) - 1, nanos: 999_999_999 } : asOf;
  const rule = { compiled, resolved, now, today: dayAt(zone, now.seconds), cases: 0 };
  byVersion.set(policy, rule);
  return rule;
}

function countClocks(gathering: Gathering, policy: string, stages: readonly StageAssessment[]): void {
  let clocks = gathering.clocks.get(policy);
  if (clocks === undefined) {
    clocks = new Map();
    gathering.clocks.set(policy, clocks);
  }
  for (const { prepared, state } of stages) {
    if (state !== "met" && state !== "met-late" && state !== "breached") continue;
    let clock = clocks.get(prepared.clock.id);
    if (clock === undefined) {
      clock = { met: 0, due: 0 };
      clocks.set(prepared.clock.id, clock);
    }
    clock.due++;
    if (state === "met") clock.met++;
  }
}

/** Working days d with received-on < d <= ended-on; null when the calendar cannot say. */
function handlingDays({ resolved }: Rule, from: number, to: number): number | null {
  if (resolved.calendar === null) return null;
  const { zone } = resolved;
  const days = workedBetween(daysOf(resolved), dayAt(zone, from), dayAt(zone, to));
  return typeof days === "number" ? days : null;
}

function bandOf(bounds: readonly number[], age: number): number {
  const index = bounds.findIndex((bound) => age <= bound);
  return index < 0 ? bounds.length : index;
}

function addCase(gathering: Gathering, row: DeskCase): void {
  const { events, received } = eventsOf(row);
  const rule = ruleOf(gathering, row, received);
  const { compiled, resolved, now, today } = rule;
  const assessed = assessCase(compiled, resolved, events, now);
  if (assessed.timeline.received === null) {
    gathering.receivedLater++;
    return;
  }
  rule.cases++;
  const standing = standingOf(rule, assessed);
  count(gathering.totals, standing);
  count(grouped(gathering.owners, row.owner), standing);
  count(grouped(gathering.categories, row.category), standing);
  countClocks(gathering, row.policy, assessed.stages);
  if (standing.isOpen) {
    const band = gathering.bands[bandOf(gathering.bounds, today - dayAt(resolved.zone, received))];
    if (band !== undefined) count(band, standing);
    const attention = attentionOf(row, rule, standing);
    if (attention !== null) gathering.attention.push(attention);
  } else if (!standing.isWithdrawn) {
    const days = handlingDays(rule, received, standing.lastEnd);
    if (days === null) gathering.unknownDays++;
    else gathering.days.set(days, (gathering.days.get(days) ?? 0) + 1);
  }
  for (const issue of assessed.issues) {
    if (issue.code !== ("sla/event-after-now" satisfies SlaIssueCode))
      gathering.issues.push({ case: row.id, ...issue });
  }
  for (const [index, { issue, prepared: stage }] of assessed.stages.entries()) {
    if (issue === null) continue;
    const details = { ...issue.details, clock: stage.clock.id, stage: stage.stage.id };
    gathering.issues.push({ case: row.id, code: issue.code, path: ["stages", index], details });
  }
}

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
  const code: SlaErrorCode = "sla/invalid-case";
  for (const [index, row] of readList(cases, ["cases"], code).entries()) {
    try {
      addCase(gathering, isUsual(row) ? row : readRow(row, [], code));
    } catch (error) {
      gathering.issues.push(caseIssueOf(error, row, index));
      gathering.failed++;
    }
  }
  return close(gathering);
}
