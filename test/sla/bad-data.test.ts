import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import { derivePolicy, type Details, type Path } from "../../src/core/index.ts";
import {
  deskReport,
  diffSla,
  escalationsDue,
  evaluateSla,
  mergeDeskReports,
  nfraComplaintPolicy,
  prepareSlaPolicy,
  rollUnderCivilCode,
  SLA_EVENT_ORDER,
  SLA_UNITS,
  sourceComplaintPolicy,
  whatIf,
  type DeskCase,
  type DeskContext,
  type SlaContext,
  type SlaEvent,
  type SlaPolicy,
} from "../../src/sla/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";
import { at, plainStage, policyOf, received } from "./fixtures.ts";

/** Something from JSON, which no compiler has seen. */
const untyped = (value: unknown): never => value as never;

const now = at("2026-03-11");
const context: SlaContext = { now, calendars: [CN] };
const asOf = "2026-03-11";

describe("a policy from JSON", () => {
  const stagePath = ["clocks", 0, "stages", 0] as const;
  const stageWith = (changes: object): SlaPolicy => policyOf([untyped(changes)]);
  const policyWith = (changes: object): SlaPolicy => policyOf([{}], untyped(changes));
  const rows: [string, SlaPolicy, Path, Details][] = [
    [
      "working_days",
      stageWith({ unit: "working_days" }),
      [...stagePath, "unit"],
      { received: "string(12)", allowed: SLA_UNITS, didYouMean: "working-day" },
    ],
    [
      "working-minutes",
      stageWith({ unit: "working-minutes" }),
      [...stagePath, "unit"],
      { didYouMean: "working-minute" },
    ],
    ["weeks", stageWith({ unit: "weeks" }), [...stagePath, "unit"], { didYouMean: "week" }],
    ["no unit", stageWith({ unit: undefined }), [...stagePath, "unit"], { received: "undefined" }],
    [
      "a flag in quotes",
      stageWith({ startDayCounts: "false" }),
      [...stagePath, "startDayCounts"],
      { received: "string(5)" },
    ],
    ["an event that is none", stageWith({ satisfiedBy: ["answered"] }), [...stagePath, "satisfiedBy", 0], {}],
    ["an event almost right", stageWith({ satisfiedBy: ["replied", "resolve"] }), [...stagePath, "satisfiedBy", 1], {}],
    ["no event", stageWith({ satisfiedBy: undefined }), [...stagePath, "satisfiedBy"], { received: "undefined" }],
    ["a misspelt roll", stageWith({ roll: "next" }), [...stagePath, "roll"], { received: "string(4)" }],
    ["a misspelt end", stageWith({ endOf: "end-of-day" }), [...stagePath, "endOf"], { received: "string(10)" }],
    ["no end", stageWith({ endOf: undefined }), [...stagePath, "endOf"], { received: "undefined" }],
    [
      "a misspelt reason",
      stageWith({ pauses: [{ reasons: "customer", notifyCustomer: false }] }),
      [...stagePath, "pauses", 0, "reasons"],
      { didYouMean: "reason" },
    ],
    [
      "a misspelt member",
      stageWith({ startDaysCounts: true }),
      [...stagePath, "startDaysCounts"],
      { didYouMean: "startDayCounts" },
    ],
    ["a misspelt extension", stageWith({ extension: [] }), [...stagePath, "extension"], { didYouMean: "extensions" }],
    ["a list for a time", stageWith({ cutOff: ["17:00"] }), [...stagePath, "cutOff"], { received: "array(1)" }],
    ["null for a threshold", stageWith({ atRisk: null }), [...stagePath, "atRisk"], { received: "null" }],
    [
      "a share that is a number",
      stageWith({ atRisk: { at: "used-share", share: 0.5 } }),
      [...stagePath, "atRisk", "share"],
      { received: "0.5", type: "number" },
    ],
    [
      "a misspelt point",
      stageWith({ atRisk: { at: "before_due", amount: 1, unit: "working-day" } }),
      [...stagePath, "atRisk", "at"],
      { didYouMean: "before-due" },
    ],
    [
      "a limit in a unit of alerts",
      stageWith({ atRisk: { at: "before-due", amount: 1, unit: "week" } }),
      [...stagePath, "atRisk", "unit"],
      {},
    ],
    [
      "a breach with an amount",
      stageWith({ escalations: [{ id: "head", when: { at: "breach", amount: 1 } }] }),
      [...stagePath, "escalations", 0, "when", "amount"],
      {},
    ],
    [
      "null for stages",
      policyWith({ clocks: [{ id: "c", basis: "internal", stages: null }] }),
      ["clocks", 0, "stages"],
      {},
    ],
    [
      "a basis of its own",
      policyWith({ clocks: [{ id: "c", basis: "legal", stages: [plainStage] }] }),
      ["clocks", 0, "basis"],
      {},
    ],
    ["a status of its own", policyWith({ status: "draft" }), ["status"], { received: "string(5)" }],
    ["no sources", policyWith({ sources: [] }), ["sources"], { received: "array(0)", fewest: 1 }],
    ["quiet hours at once", policyWith({ quietHours: { from: "20:00", to: "20:00" } }), ["quietHours", "to"], {}],
    [
      "quiet hours at noon o'clock",
      policyWith({ quietHours: { from: "8", to: "20:00" } }),
      ["quietHours", "from"],
      { received: "8" },
    ],
    [
      "a misspelt member of quiet hours",
      policyWith({ quietHours: { from: "20:00", to: "08:00", dayOff: true } }),
      ["quietHours", "dayOff"],
      { didYouMean: "daysOff" },
    ],
  ];

  test.each(rows)("%s is refused wherever it enters", (_, policy, place, details) => {
    const found = { code: "sla/invalid-policy", details: expect.objectContaining(details) as unknown };
    const inPolicy = { ...found, path: ["policy", ...place] };
    expect(refusalOf(() => prepareSlaPolicy(policy))).toEqual(inPolicy);
    expect(refusalOf(() => evaluateSla(policy, [received("2026-03-02")], context))).toEqual(inPolicy);
    expect(refusalOf(() => whatIf(sourceComplaintPolicy, policy, [], context))).toEqual({
      ...found,
      path: ["policyB", ...place],
    });
    const desk: DeskContext = { asOf, policies: [sourceComplaintPolicy, policy], calendars: [CN] };
    expect(refusalOf(() => deskReport([], desk))).toEqual({ ...found, path: ["context", "policies", 1, ...place] });
  });

  test("what a derived policy changes is read with it", () => {
    const derived = derivePolicy<SlaPolicy>(sourceComplaintPolicy, untyped({ quiethours: {} }), {
      id: "acme.complaint",
      version: "1",
      source: "circular 1",
    });
    expect(refusalOf(() => prepareSlaPolicy(derived))).toMatchObject({
      code: "sla/invalid-policy",
      path: ["policy", "quiethours"],
      details: { didYouMean: "quietHours" },
    });
    expect(refusalOf(() => rollUnderCivilCode(derived, { id: "a", version: "1", source: "s" })).path).toEqual([
      "policy",
      "quiethours",
    ]);
  });

  test.each([
    ["a zone that is none", { zone: "Asia/Beijing" }, "calendar/unknown-zone", ["policy", "zone"]],
    ["a date that is none", { effectiveFrom: "2026-02-30" }, "core/invalid-date", ["policy", "effectiveFrom"]],
    ["dates reversed", { effectiveTo: "2019-01-01" }, "core/invalid-policy", ["policy", "effectiveTo"]],
  ])("%s is refused at its place", (_, changes, code, path) => {
    expect(refusalOf(() => prepareSlaPolicy(policyOf([{}], changes)))).toMatchObject({ code, path });
  });

  test("options of a roll are read too", () => {
    const as = { id: "acme.complaint", version: "1", source: "opinion" };
    const roll = (options: object) => refusalOf(() => rollUnderCivilCode(nfraComplaintPolicy, as, options));
    expect(roll({ hour: "desk" })).toMatchObject({ path: ["options", "hour"], details: { didYouMean: "hours" } });
    expect(roll({ hours: 7 })).toMatchObject({ path: ["options", "hours"], details: { type: "number" } });
    expect(
      refusalOf(() => rollUnderCivilCode(nfraComplaintPolicy, untyped({ ...as, sources: ["opinion"] }))),
    ).toMatchObject({ code: "core/invalid-policy", path: ["as", "sources"] });
  });
});

describe("a context from elsewhere", () => {
  const evaluateIn = (changes: object) =>
    refusalOf(() => evaluateSla(sourceComplaintPolicy, [], untyped({ ...context, ...changes })));
  const reportIn = (changes: object) =>
    refusalOf(() => deskReport([], untyped({ asOf, policies: [sourceComplaintPolicy], calendars: [CN], ...changes })));

  test.each([
    [
      "a calendar instead of a list",
      { calendars: CN },
      "sla/invalid-context",
      ["context", "calendars"],
      { received: "object" },
    ],
    [
      "no calendars",
      { calendars: undefined },
      "sla/invalid-context",
      ["context", "calendars"],
      { received: "undefined" },
    ],
    [
      "a calendar with a gap",
      { calendars: [CN, { ...CN, off: null }] },
      "calendar/invalid-calendar",
      ["context", "calendars", 1, "off"],
      {},
    ],
    ["null for hours", { hours: null }, "sla/invalid-context", ["context", "hours"], { received: "null" }],
    [
      "a misspelt member",
      { calendar: [] },
      "sla/invalid-context",
      ["context", "calendar"],
      { didYouMean: "calendars" },
    ],
  ])("%s", (_, changes, code, path, details) => {
    expect(evaluateIn(changes)).toMatchObject({ code, path, details });
    expect(reportIn(changes)).toMatchObject({ code, path, details });
  });

  test("ids instead of calendars", () => {
    for (const found of [evaluateIn({ calendars: ["cn"] }), reportIn({ calendars: ["cn"] })]) {
      expect(found).toMatchObject({ code: "calendar/invalid-calendar" });
      expect(found.path.slice(0, 3)).toEqual(["context", "calendars", 0]);
    }
  });

  test("a missing calendar is told with those that are there", () => {
    expect(evaluateIn({ calendars: [HK] })).toEqual({
      code: "sla/missing-calendar",
      path: ["context", "calendars"],
      details: { policy: "source.complaint", calendar: "cn", given: ["hk"] },
    });
  });

  test("policies of a desk are a list", () => {
    expect(reportIn({ policies: sourceComplaintPolicy })).toMatchObject({
      code: "sla/invalid-context",
      path: ["context", "policies"],
      details: { received: "object" },
    });
    expect(reportIn({ policies: [null] })).toMatchObject({ path: ["context", "policies", 0] });
    expect(reportIn({ ageBands: 7 })).toMatchObject({ path: ["context", "ageBands"] });
  });

  test.each([
    ["calendars", "cn", "sla/invalid-context"],
    ["hours", null, "sla/invalid-context"],
    ["explain", "false", "sla/invalid-context"],
    ["now", "today", "core/invalid-instant"],
  ])("one that was read before is read again when its %s is another", (name, value, code) => {
    const own: Record<string, unknown> = { ...context };
    const run = () => evaluateSla(sourceComplaintPolicy, [], untyped(own));
    expect(run().stages).toHaveLength(1);
    own[name] = value;
    expect(refusalOf(run)).toMatchObject({ code, path: ["context", name] });
  });

  test("a moment without an offset, and a flag in quotes", () => {
    expect(evaluateIn({ now: "2026-03-11 10:00:00" })).toMatchObject({
      code: "core/invalid-instant",
      path: ["context", "now"],
    });
    expect(evaluateIn({ explain: "false" })).toMatchObject({ path: ["context", "explain"] });
  });
});

describe("events as a database gives them", () => {
  const evaluate = (...events: unknown[]) =>
    refusalOf(() => evaluateSla(sourceComplaintPolicy, untyped([received("2026-03-02"), ...events]), context));

  test.each([
    [
      { type: "reply", at: now },
      "sla/invalid-event",
      ["type"],
      { received: "string(5)", allowed: expect.arrayContaining([...SLA_EVENT_ORDER]) as unknown },
    ],
    [{ type: "re_opened", at: now }, "sla/invalid-event", ["type"], { didYouMean: "re-opened" }],
    [{ at: now }, "sla/invalid-event", ["type"], { received: "undefined" }],
    [null, "sla/invalid-event", [], { received: "null" }],
    [
      { type: "replied", at: "2026-03-02 10:00:00" },
      "core/invalid-instant",
      ["at"],
      { received: "2026-03-02 10:00:00" },
    ],
    [{ type: "replied", at: new Date(0) }, "core/invalid-instant", ["at"], { received: "Date" }],
    [{ type: "paused", at: now }, "sla/invalid-event", ["reason"], { received: "undefined" }],
    [{ type: "paused", at: now, reason: "  " }, "sla/invalid-event", ["reason"], { received: "  " }],
    [
      { type: "paused", at: now, reason: "customer", notified_at: now },
      "sla/invalid-event",
      ["notified_at"],
      { didYouMean: "notifiedAt" },
    ],
    [{ type: "replied", at: now, onTheSpot: "yes" }, "sla/invalid-event", ["onTheSpot"], { received: "string(3)" }],
    [{ type: "merged", at: now, into: null }, "sla/invalid-event", ["into"], { received: "null" }],
    [{ type: "extended", at: now, Clock: "internal" }, "sla/invalid-event", ["Clock"], { didYouMean: "clock" }],
    [{ type: "replied", at: now, id: 7 }, "sla/invalid-event", ["id"], { type: "number" }],
    [{ type: "extended", at: now, notifiedAt: "2026-03-01" }, "core/invalid-instant", ["notifiedAt"], {}],
    [Object.assign(new Date(0), { type: "replied", at: now }), "sla/invalid-event", [], { received: "Date" }],
    // members that no loop shows
    [
      Object.defineProperty({ type: "extended", at: now }, "to", { value: 0 }),
      "sla/invalid-event",
      ["to"],
      { received: "0" },
    ],
    [
      Object.defineProperty({ type: "replied", at: now }, "onTheSpot", { value: "yes" }),
      "sla/invalid-event",
      ["onTheSpot"],
      { received: "string(3)" },
    ],
  ])("%j is refused at its place", (event, code, place, details) => {
    expect(evaluate(event)).toMatchObject({ code, path: ["events", 1, ...place], details });
  });

  test("a list that is none, and one that throws", () => {
    for (const events of [null, undefined, {}, "received"]) {
      const found = refusalOf(() => evaluateSla(sourceComplaintPolicy, untyped(events), context));
      expect(found).toMatchObject({ code: "sla/invalid-event", path: ["events"] });
    }
    const thrower = Object.defineProperty({ type: "replied" }, "at", {
      enumerable: true,
      get: () => {
        throw new RangeError("not now");
      },
    });
    expect(evaluate(thrower)).toMatchObject({ code: "sla/invalid-event", path: ["events", 1, "at"] });
    const list = Object.defineProperty([received("2026-03-02"), thrower], 1, {
      get: () => {
        throw new RangeError("not now");
      },
    });
    expect(() => evaluateSla(sourceComplaintPolicy, untyped(list), context)).toThrow("events.1: cannot be read");
    expect(refusalOf(() => evaluateSla(sourceComplaintPolicy, untyped(list), context))).toEqual({
      code: "sla/invalid-event",
      path: ["events", 1],
      details: {},
    });
    expect(evaluate(undefined)).toEqual({
      code: "sla/invalid-event",
      path: ["events", 1],
      details: { received: "undefined" },
    });
  });

  test("columns of the caller's own, and columns without a value, change nothing", () => {
    const events = [
      received("2026-03-02"),
      { type: "paused", at: at("2026-03-03"), reason: "outside-appraisal", notifiedAt: at("2026-03-03") },
      { type: "resumed", at: at("2026-03-05") },
      { type: "extended", at: at("2026-03-06"), extension: "complex" },
      { type: "replied", at: at("2026-03-09") },
    ] as const;
    const wide = events.map((event) => ({
      case_no: "c-1",
      created: new Date(0),
      ...event,
      id: null,
      ...(event.type === "resumed" ? { reason: null } : {}),
      ...(event.type === "extended"
        ? { clock: null, stage: null, to: null, notifiedAt: null, approvedByRole: null, reason: null }
        : {}),
      ...(event.type === "replied" ? { onTheSpot: null } : {}),
    }));
    const run = (list: unknown) => evaluateSla(nfraComplaintPolicy, untyped(list), context);
    expect(run(wide)).toEqual(run(events));
    expect(run([...wide].reverse())).toEqual(run(events));
  });

  test("members may be those of a class, columns without a value among them", () => {
    class Row {
      readonly id = null;
      readonly loaded = null;
      readonly #event: Readonly<Record<string, unknown>>;
      constructor(event: Readonly<Record<string, unknown>>) {
        this.#event = event;
      }
      get type(): unknown {
        return this.#event["type"];
      }
      get at(): unknown {
        return this.#event["at"];
      }
      get onTheSpot(): unknown {
        return this.#event["onTheSpot"];
      }
    }
    const events = [received("2026-03-02"), { type: "replied", at: at("2026-03-03"), onTheSpot: true }];
    const run = (list: unknown) => evaluateSla(sourceComplaintPolicy, untyped(list), context);
    expect(run(events.map((event) => new Row({ ...event })))).toEqual(run(events));
    expect(run(events).stages[0]?.onTheSpot).toBe(true);
  });

  test("of two events with one id, what the caller has beside them makes no difference", () => {
    const reply = { type: "replied", id: "x", at: at("2026-03-03") };
    const codes = (other: object) =>
      evaluateSla(sourceComplaintPolicy, untyped([received("2026-03-02"), reply, other]), context).issues.map(
        ({ code, path }) => [code, path],
      );
    expect(codes({ ...reply, loaded: new Date(0) })).toEqual([]);
    expect(codes({ ...reply, onTheSpot: true })).toEqual([["sla/duplicate-event-id", ["events", 2]]]);
  });
});

describe("rows of a desk", () => {
  const desk: DeskContext = { asOf, policies: [sourceComplaintPolicy], calendars: [CN] };
  const good: DeskCase = {
    id: "good",
    policy: "source.complaint",
    owner: null,
    category: null,
    events: [received("2026-03-10")],
  };
  const bad = (changes: object): DeskCase => ({ ...good, id: "x", ...changes });

  test.each([
    [
      "MySQL's moment",
      bad({ events: [{ type: "received", at: "2026-02-13 10:00:00" }] }),
      "core/invalid-instant",
      ["events", 0, "at"],
      { received: "2026-02-13 10:00:00" },
    ],
    [
      "a driver's date",
      bad({ events: [{ type: "received", at: new Date(0) }] }),
      "core/invalid-instant",
      ["events", 0, "at"],
      { received: "Date" },
    ],
    [
      "a null event",
      bad({ events: [null, received("2026-03-10")] }),
      "sla/invalid-event",
      ["events", 0],
      { received: "null" },
    ],
    ["no owner", bad({ owner: undefined }), "sla/invalid-case", ["owner"], { received: "undefined" }],
    ["a number as category", bad({ category: 7 }), "sla/invalid-case", ["category"], { type: "number" }],
    [
      "a misspelt member",
      renamed(bad({ owner: "u-1" }), "owner", "Owner"),
      "sla/invalid-case",
      ["Owner"],
      { didYouMean: "owner" },
    ],
    [
      "a date with the members of a case",
      Object.assign(new Date(0), bad({})),
      "sla/invalid-case",
      [],
      { received: "Date" },
    ],
    ["no policy", bad({ policy: undefined }), "sla/unknown-policy", ["policy"], { policy: "undefined" }],
    ["a policy of the language", bad({ policy: "__proto__" }), "sla/unknown-policy", ["policy"], {}],
  ])("%s is an issue with its cause", (_, row, code, path, details) => {
    const report = deskReport([row, good], desk);
    expect(report).toMatchObject({ failed: 1, totals: { cases: 1 }, issues: [{ case: "x", code, path, details }] });
    if (path[0] !== "events") return;
    expect(whatIf(sourceComplaintPolicy, sourceComplaintPolicy, [good, row], context)).toMatchObject({
      cases: 1,
      failed: 1,
      issues: [{ case: "x", code, path }],
    });
  });

  test.each([
    ["null", null, []],
    ["a hole", undefined, []],
    ["a list", [], []],
    ["a row without an id", { ...good, id: undefined }, ["id"]],
    ["a row whose id is a number", { ...good, id: 7 }, ["id"]],
    ["a row whose id is blank", { ...good, id: "  " }, ["id"]],
    ["a row whose id only acts like a text", { ...good, id: { trim: (): string => "x" } }, ["id"]],
  ])("%s has no id, and is told by its place", (_, row, place) => {
    const issues = [{ case: null, code: "sla/invalid-case", path: ["cases", 1, ...place] }];
    expect(deskReport([good, untyped(row)], desk)).toMatchObject({ failed: 1, totals: { cases: 1 }, issues });
    const compared = whatIf(sourceComplaintPolicy, sourceComplaintPolicy, [good, untyped(row)], context);
    expect(compared).toMatchObject({ cases: 1, failed: 1, issues });
  });

  test.each(["id", "policy", "events", "owner"])("%s whose getter throws is an issue", (name) => {
    const row = Object.defineProperty({ ...good }, name, {
      enumerable: true,
      get: () => {
        throw new RangeError("not now");
      },
    });
    const told = name === "id" ? { case: null, path: ["cases", 0, name] } : { case: "good", path: [name] };
    expect(deskReport([row], desk).issues).toMatchObject([{ code: "sla/invalid-case", ...told }]);
  });

  test.each([[null], [undefined], [good], ["cases"]])("what is not a list of cases is refused: %j", (cases) => {
    const found = { code: "sla/invalid-case", path: ["cases"] };
    expect(refusalOf(() => deskReport(untyped(cases), desk))).toMatchObject(found);
    expect(
      refusalOf(() => whatIf(sourceComplaintPolicy, sourceComplaintPolicy, untyped(cases), context)),
    ).toMatchObject(found);
  });

  test("half a character in an id stops nobody", () => {
    const odd = bad({ owner: "a\ud800", events: [{ ...received("2026-03-02"), id: "\ud800" }] });
    const report = deskReport([odd, odd, bad({ events: [] }), bad({ events: [] })], desk);
    expect(report).toMatchObject({ failed: 2, totals: { cases: 2, breached: 2 } });
    expect(mergeDeskReports(report, deskReport([], desk))).toEqual(report);
  });
});

describe("results that come back", () => {
  const events: readonly SlaEvent[] = [received("2026-03-02")];
  const result = evaluateSla(sourceComplaintPolicy, events, context);
  const [stage] = result.stages;
  const stages = (changes: object): typeof result => untyped({ ...result, stages: [{ ...stage, ...changes }] });

  test.each([
    ["a misspelt state", stages({ state: "met_late" }), ["stages", 0, "state"], { didYouMean: "met-late" }],
    ["an end that is no moment", stages({ endedAt: "2026-03-03" }), ["stages", 0, "endedAt"], {}],
    ["no ladder", stages({ escalations: null }), ["stages", 0, "escalations"], { received: "null" }],
    [
      "a misspelt member",
      untyped({ ...result, stages: result.stages.map((each) => renamed(each, "escalations", "escalation")) }),
      ["stages", 0, "escalation"],
      { didYouMean: "escalations" },
    ],
    ["a line of no code", stages({ explanation: [{ code: "start" }] }), ["stages", 0, "explanation", 0, "code"], {}],
    [
      "a line with more",
      stages({ explanation: [{ code: "ended-on-the-spot", at: now, by: "u-1" }] }),
      ["stages", 0, "explanation", 0, "by"],
      {},
    ],
    ["no stages", untyped({ ...result, stages: undefined }), ["stages"], {}],
  ])("%s is refused", (_, spoilt, place, details) => {
    expect(refusalOf(() => escalationsDue(spoilt, now, now))).toMatchObject({ path: ["result", ...place], details });
    expect(refusalOf(() => diffSla(result, spoilt))).toMatchObject({ path: ["after", ...place], details });
    expect(refusalOf(() => diffSla(spoilt, result))).toMatchObject({ path: ["before", ...place] });
  });

  test("members of the caller's own make no difference", () => {
    const kept = { ...stages({ _id: 7 }), loaded: new Date(0) };
    expect(diffSla(result, { ...kept, next: result.next })).toMatchObject({ same: true });
  });

  test("a report is read whole before it is added", () => {
    const report = deskReport([], { asOf, policies: [], calendars: [] });
    const merging = (changes: object) => refusalOf(() => mergeDeskReports(report, untyped({ ...report, ...changes })));
    expect(merging({ failed: "0" })).toMatchObject({ code: "sla/invalid-result", path: ["b", "failed"] });
    expect(merging({ totals: { ...report.totals, onTime: { n: 0, of: 0 } } }).path).toEqual([
      "b",
      "totals",
      "onTime",
      "rate",
    ]);
    expect(merging({ byAge: [{ ...report.byAge[0], from: "0" }] }).path).toEqual(["b", "byAge", 0, "from"]);
    expect(merging({ handling: null }).path).toEqual(["b", "handling"]);
    expect(merging({ asOf: "soon" })).toMatchObject({ code: "core/invalid-instant", path: ["b", "asOf"] });
    const message = (changes: object) => () => mergeDeskReports(report, untyped({ ...report, ...changes }));
    expect(message({ byOwner: [{ ...report.totals, key: 7 }] })).toThrow("b.byOwner.0.key: not a text");
    expect(message({ handling: { ...report.handling, p90: "3" } })).toThrow("b.handling.p90: not a number of days");
    expect(merging({ handling: { ...report.handling, median: Infinity } })).toMatchObject({
      code: "sla/invalid-result",
      path: ["b", "handling", "median"],
    });
    const misspelt = renamed(report, "attention", "attentions");
    expect(refusalOf(() => mergeDeskReports(report, misspelt)).path).toEqual(["b", "attentions"]);
    expect(merging({ issues: [{ case: null, code: "x", path: [{}], details: {} }] }).path).toEqual([
      "b",
      "issues",
      0,
      "path",
      0,
    ]);
    expect(message({ issues: [{ case: null, code: "x", path: [{}], details: {} }] })).toThrow(
      "b.issues.0.path.0: not a step of a path",
    );
    expect(refusalOf(() => mergeDeskReports(untyped(null), report)).path).toEqual(["a"]);
  });
});
