import { dayAt, momentOn, workedBetween, zoneTable } from "../../calendar/inner.ts";
import { describeValue, policyAt, type DayNumber, fromDayNumber, type InstantParts } from "../../core/index.ts";
import { isFilled, readList, readText, refuse, rowOf } from "../../core/inner.ts";
import { assessCase, type StageAssessment } from "../engine/assess.ts";
import { isOrdinary, readEvents, type TimedEvent } from "../engine/event-reading.ts";
import { daysOf, resolvePolicy } from "../engine/resolve.ts";
import { textOrNull } from "./read-report.ts";
import { attentionOf, count, standingOf, type Rule } from "./standing.ts";
import { emptyTally, type Tally } from "./tally.ts";
import type { DeskAttention, DeskCase, DeskContext, DeskIssue } from "./types.ts";
import type { SlaErrorCode, SlaIssueCode } from "../errors.ts";
import type { SlaPolicy } from "../policy-types.ts";
import { compiledPolicy } from "../prepare.ts";

/** Everything a report gathers while it goes through the cases. */
export interface Gathering {
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

/**
 * Adds a case to a report.
 *
 * @throws the code of an issue, for a case that cannot be evaluated
 */
export function addCase(gathering: Gathering, given: DeskCase): void {
  const row = isUsual(given) ? given : readRow(given, [], "sla/invalid-case" satisfies SlaErrorCode);
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
