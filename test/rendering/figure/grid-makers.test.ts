import { describe, expect, test } from "vitest";

import { CN } from "../../../src/calendar/data/cn/index.ts";
import { dutiesDue, dutyStanding, sourceDuties } from "../../../src/duties/index.ts";
import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import { figureTable } from "../../../src/rendering/figure/table.ts";
import {
  coverageFigure,
  dutyCalendarFigure,
  powerMapFigure,
  strategyPlanDocument,
  timelineFigure,
  toHtml,
  walletFigure,
  type FigureBlock,
  type FigureKind,
} from "../../../src/rendering/index.ts";
import {
  actionTimetable,
  planWallet,
  powerMap,
  whiteSpace,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { cny, emptyPlan, sample } from "../../strategy-plan/plans.ts";

/** The figure of a block, which is of a kind and can be written. */
function figureOf<K extends FigureKind>(block: FigureBlock, kind: K) {
  if (block.figure.kind !== kind) throw new Error(`not of kind ${kind}`);
  expect(toHtml({ title: "Figures", blocks: [block] }, { lang: "en" })).toContain("<svg");
  return block.figure as Extract<FigureBlock["figure"], { kind: K }>;
}
const rowsOf = (block: FigureBlock) => figureTable(block).rows;
const refused = (code: string, ...path: readonly unknown[]) => expect.objectContaining({ code, path }) as Error;
const evidence = { asOf: "2025-11-20" };

const plan: StrategyPlan = {
  ...emptyPlan,
  people: [
    { id: "chair", contactName: "Chan", positionAndAuthority: { position: "Chair", authority: "decides" } },
    {
      id: "cfo",
      positionAndAuthority: { position: "CFO", authority: "decides" },
      stakeholder: { support: "advocate", coveredBy: [], evidence },
    },
    {
      id: "tr",
      contactName: "Lee",
      stakeholder: { influence: "medium", roles: ["user", "champion"], coveredBy: ["E-1"], evidence },
    },
    {
      id: "cl",
      contactName: "Ng",
      stakeholder: { influence: "high", support: "opposed", coveredBy: ["E-1", "E-2"], evidence },
    },
    { id: "as", contactName: "Ho", stakeholder: { influence: "low", evidence } },
  ],
  ties: [
    { id: "t1", from: "tr", to: "cfo", kind: "influences", evidence },
    { id: "t2", from: "cl", to: "chair", kind: "conflicts-with", evidence },
  ],
  institutions: [
    {
      id: "b1",
      institutionName: "Bank One",
      estimatedSpend: [{ service: "s2", amount: cny("90000.00"), period: "2025", method: "m" }],
    },
  ],
  services: [
    {
      id: "s1",
      service: "Loans",
      product: "LOAN",
      needed: "yes",
      adopted: { answer: "yes" },
      spendWithUs: { amount: cny("300.00"), period: "2025", basis: "actual" },
      suppliedElsewhere: { answer: "no" },
    },
    { id: "s2", service: "Forwards", product: "FX", needed: "yes", adopted: { answer: "no" } },
    { id: "s3", service: "Cash", product: "CASH", needed: "unknown" },
  ],
  actions: [
    { id: "a1", productOrService: { name: "Hedge", product: "FX" }, plannedPitchTime: "2026-10-03" },
    { id: "a2", clientNeed: { text: "Room to grow" }, plannedPitchTime: "2026-02" },
    { id: "a3", plannedPitchTime: "2031-02" },
    { id: "a4", productOrService: { name: "Old" }, progress: { state: "won", actualDate: "2026-01-15" } },
    { id: "a5" },
  ],
};
const catalogue = [{ id: "LOAN", name: "Loans" }, { id: "FX" }, { id: "CASH" }, { id: "LEASE" }];
const space = whiteSpace(plan, catalogue, [{ product: "FX", n: 4, adopted: 3 }]);

describe("coverage", () => {
  test("of one client says where it stands, who else supplies, and what there is to win", () => {
    const block = coverageFigure([{ name: "Sample", whiteSpace: space }], {
      labels: en,
      institutions: { b1: "Bank One" },
    });
    expect(block.title).toBe("Products with us · Sample");
    const { columns, legend, rows } = figureOf(block, "heat-map");
    expect(columns).toEqual([
      "Standing",
      "Other banks",
      "Needs",
      "Open actions",
      "May be worth (CNY)",
      "Peers who use it",
    ]);
    expect(rowsOf(block)).toEqual([
      ["Loans", "In use with us", "None", "None", "None", "No data", "No data"],
      ["FX", "Supplied by another bank", "Bank One", "None", "1", "90,000.00", "75.0%"],
      ["CASH", "Asked, not known", "None", "None", "None", "No data", "No data"],
      ["LEASE", "Not asked yet", "None", "None", "None", "No data", "No data"],
    ]);
    expect(rows.map(({ cells }) => [cells[0]?.tone, cells[0]?.mark])).toEqual([
      ["solid", undefined],
      ["other", undefined],
      ["open", "?"],
      ["open", undefined],
    ]);
    expect(legend.map(({ label }) => label)).toEqual([
      "In use with us",
      "Supplied by another bank",
      "? Asked, not known / Not asked yet",
    ]);
  });

  test("of several has a column each, with open actions; without an estimate or peers no such column", () => {
    const members = ["A", "B"].map((name) => ({ name, whiteSpace: space }));
    const { columns, rows } = figureOf(coverageFigure(members, { labels: en }), "heat-map");
    expect(columns).toEqual(["A", "B"]);
    expect(rows[1]?.cells[0]).toEqual({ tone: "other", text: "Supplied by another bank · Open actions: 1", mark: "1" });
    const bare = coverageFigure([{ name: "", whiteSpace: whiteSpace(emptyPlan, catalogue) }], { labels: en });
    expect(figureOf(bare, "heat-map").columns).toHaveLength(4);
  });

  test("of different products, of nobody, and of something else is refused", () => {
    const other = { name: "B", whiteSpace: whiteSpace(emptyPlan, catalogue.slice(1)) };
    const of = (members: unknown) => () => coverageFigure(members as [], { labels: en });
    const code = "rendering/invalid-report";
    expect(of([{ name: "A", whiteSpace: space }, other])).toThrow(
      refused(code, "members", 1, "whiteSpace", "cells", 0, "product"),
    );
    expect(of([other, { name: "A", whiteSpace: { cells: [] } }])).toThrow(
      refused(code, "members", 1, "whiteSpace", "cells"),
    );
    expect(of([])).toThrow(refused(code, "members"));
    const [cell] = space.cells;
    expect(of([{ name: "A", whiteSpace: { cells: [{ ...cell, peers: { rate: "most" } }] } }])).toThrow(
      refused("core/invalid-decimal", "members", 0, "whiteSpace", "cells", 0, "peers", "rate"),
    );
    expect(() => coverageFigure([other], { labels: en, unit: "x" as "one" })).toThrow(
      refused("rendering/invalid-option", "options", "unit"),
    );
  });
});

describe("a power map", () => {
  const block = powerMapFigure(powerMap(plan), plan.people ?? [], { labels: en, staff: { "E-1": "Wong" } });

  test("names people by the plan, and says who is covered and how we get to the others", () => {
    const { points, legend, x, y } = figureOf(block, "map");
    expect(points.map(({ label, tone }) => [label, tone])).toEqual([
      ["Chan", "open"],
      ["CFO", "warning"],
      ["Lee", "estimated"],
      ["Ng", "solid"],
      ["Ho", "other"],
    ]);
    expect(rowsOf(block)[1]).toEqual(["CFO", "High", "Advocate", "Unknown", "Nobody\nWay in: Wong → Lee", ""]);
    expect(rowsOf(block)[2]).toEqual([
      "Lee",
      "Medium",
      "Unknown",
      "User, Champion",
      "Wong: One contact only",
      "Influences: CFO",
    ]);
    expect(rowsOf(block)[3]?.slice(4)).toEqual(["Wong, E-2", "Is at odds with: Chan – Ng"]);
    expect(legend.map(({ tone }) => tone)).toEqual(["warning", "open", "estimated", "solid", "other"]);
    expect([x.bands, y.bands]).toEqual([
      ["Unknown", "Opposed", "Critical", "Neutral", "Supportive", "Advocate"],
      ["Unknown", "Low", "Medium", "High"],
    ]);
    // influence rises upwards and support to the right: each person is in the band of their words
    for (const { x: right, y: up, texts } of points) {
      expect(y.bands[Math.floor((up * y.bands.length) / 1000)]).toBe(texts[0]);
      expect(x.bands[Math.floor((right * x.bands.length) / 1000)]).toBe(texts[1]);
    }
  });

  test("refuses ties of somebody who is not on it", () => {
    const map = { ...powerMap(plan), people: [] };
    expect(() => powerMapFigure(map, [], { labels: en })).toThrow(
      refused("rendering/invalid-report", "map", "edges", 0, "from"),
    );
    expect(() => powerMapFigure({} as typeof map, [], { labels: en })).toThrow(
      refused("rendering/invalid-report", "map", "people"),
    );
    for (const list of ["uncovered", "coverageUnknown"] as const) {
      expect(() => powerMapFigure({ ...powerMap(plan), [list]: ["cf0"] }, [], { labels: en })).toThrow(
        refused("rendering/invalid-report", "map", list, 0),
      );
    }
  });
});

test("a wallet has a bar where both sides are known, and is that of the first page", () => {
  const block = walletFigure(planWallet(plan), { labels: en });
  expect(rowsOf(block)).toEqual([
    ["Loans", "100.0%"],
    ["Forwards", "0.0%"],
    ["Cash", "No data"],
  ]);
  expect(figureOf(block, "bars").bars.map(({ parts }) => parts.map(({ value }) => value))).toEqual([
    [300, 0],
    [0, 90000],
    [],
  ]);
  const page = JSON.stringify(strategyPlanDocument(sample.plan, { labels: en, client: sample.client }).blocks);
  expect(page).toContain(JSON.stringify(walletFigure(planWallet(sample.plan), { labels: en }).figure));
});

test("a wallet of which a part is not known has no bar, and one in two currencies or below 0 is refused", () => {
  const of = (...wallets: readonly object[]) =>
    walletFigure({ services: wallets.map((wallet) => ({ name: "Loans", wallet })) } as never, { labels: en });
  const known = { ours: cny("1.00"), others: cny("3.00"), share: "0.25" };
  expect(figureOf(of({ ...known, others: null, share: null }), "bars").bars).toEqual([
    { label: "Loans", parts: [], text: "No data" },
  ]);
  expect(() => of(known, { ...known, others: { amount: "3.00", currency: "USD" } })).toThrow(
    refused("money/currency-mismatch", "wallet", "services", 1, "wallet", "others", "currency"),
  );
  expect(() => of({ ...known, ours: cny("-0.01") })).toThrow(
    refused("rendering/invalid-report", "wallet", "services", 0, "wallet", "ours"),
  );
});

test("what has a blank name is called as if it had none", () => {
  const blank: StrategyPlan = {
    ...plan,
    people: [
      { id: "p1", contactName: " ", positionAndAuthority: { position: "Chair", authority: "decides" } },
      { id: "p2", contactName: "\u200b" },
    ],
    ties: [],
    actions: [
      { id: "a1", productOrService: { name: " " }, clientNeed: { text: "Room" }, plannedPitchTime: "2026-02" },
      { id: "a2", clientNeed: { text: "\u200b" }, plannedPitchTime: "2026-03" },
    ],
  };
  const map = powerMapFigure(powerMap(blank), blank.people ?? [], { labels: en });
  const timeline = timelineFigure(actionTimetable(blank, CN), blank, { labels: en });
  const cells = space.cells.slice(1, 2).map((cell) => ({ ...cell, name: " " }));
  const coverage = coverageFigure([{ name: "A", whiteSpace: { cells } }], { labels: en });
  expect([map, timeline, coverage].map((block) => rowsOf(block).map(([name]) => name))).toEqual([
    ["Chair", "p2"],
    ["Room", "#2"],
    ["FX"],
  ]);
});

describe("a timeline", () => {
  const timetable = actionTimetable(plan, CN);
  const rows = [{ label: "Reply", from: "2026-01-20", to: "2026-02-10", tone: "empty", text: "Complaint" }] as const;
  const block = timelineFigure(timetable, plan, { labels: en, asOf: "2026-03-01", rows });

  test("has actions and further rows by their first day, with their days in words", () => {
    expect(block.title).toBe("Actions and dates · 2026 · Without a day: 1");
    expect(rowsOf(block)).toEqual([
      ["Old", "15 January 2026", "Won"],
      ["Reply", "20 January 2026 to 10 February 2026", "Complaint"],
      ["Room to grow", "2 February 2026 to 28 February 2026", "Planned · Overdue · Planned for: February 2026"],
      ["Hedge", "8 October 2026", "Planned · Planned for: 3 October 2026"],
      ["#3", "1 February 2031 to 28 February 2031", "Planned · the calendar does not cover the time"],
    ]);
    const { rows: drawnRows, legend, ticks, from, to } = figureOf(block, "timeline");
    expect(drawnRows.map(({ tone }) => tone)).toEqual(["other", "empty", "warning", "solid", "open"]);
    expect(legend.map(({ label }) => label)).toEqual(["Planned", "Won", "Overdue", "Cannot be placed yet"]);
    expect([from, to]).toEqual(["2026-01-01", "2026-12-31"]);
    expect(ticks.map(({ label }) => label).slice(0, 3)).toEqual(["2026", "Feb", "Mar"]);
    expect(ticks.map(({ on }) => on).at(-1)).toBe("2026-12-01");
  });

  test("of another period has ticks as there is room: weeks, months, quarters, years", () => {
    const ticksOf = (period: string | { from: string; to: string }) =>
      figureOf(timelineFigure(timetable, plan, { labels: en, period }), "timeline").ticks.map(({ label }) => label);
    expect(ticksOf("2026-02")).toEqual(["1 February 2026", "8 February 2026", "15 February 2026", "22 February 2026"]);
    expect(ticksOf({ from: "2026-01-15", to: "2027-07-01" })).toEqual(["Apr", "Jul", "Oct", "2027", "Apr"]);
    expect(ticksOf({ from: "2026-01-01", to: "2031-01-01" })).toEqual(["2026", "2027", "2028", "2029", "2030"]);
    expect(ticksOf({ from: "2026-01-01", to: "2026-01-02" })).toEqual(["1 January 2026"]);
    expect(ticksOf({ from: "0001-01-01", to: "9999-12-31" }).length).toBeLessThanOrEqual(14);
  });

  test("refuses rows that end before they begin, and actions of another plan", () => {
    const bad = [{ ...rows[0], to: "2026-01-19" }];
    expect(() => timelineFigure(timetable, plan, { labels: en, rows: bad })).toThrow(
      refused("rendering/invalid-option", "options", "rows", 0, "to"),
    );
    for (const period of ["2026-13", "9999-12-31"]) {
      expect(() => timelineFigure(timetable, plan, { labels: en, period })).toThrow(
        refused("rendering/invalid-option", "options", "period"),
      );
    }
    expect(() => timelineFigure(timetable, emptyPlan, { labels: en })).toThrow(
      refused("rendering/invalid-report", "timetable", "entries", 0, "action"),
    );
  });
});

describe("a calendar of duties", () => {
  const weekly = sourceDuties.filter(({ id }) => id === "source.weekly-summary" || id === "source.journal");
  const holder = { role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" };
  const due = dutiesDue(
    weekly,
    [
      { ...holder, person: "E-1" },
      { ...holder, person: "E-2" },
    ],
    "2026-03",
    { calendars: [CN] },
  );

  test("shows what is due, by its label, and the most urgent state of a day", () => {
    const days = figureOf(dutyCalendarFigure(due.of("E-1"), { labels: en, period: "2026-03" }), "calendar").days;
    // 31 days less 9 of weekends; Fridays have two
    expect(days).toHaveLength(22);
    expect(days[4]).toEqual({
      on: "2026-03-06",
      tone: "solid",
      when: "6 March 2026",
      texts: ["Daily journal", "Weekly summary"],
    });
    const records = [{ id: "r", person: "E-1", kind: "journal", at: "2026-03-02T17:00:00+08:00", for: "2026-03-02" }];
    const standing = dutyStanding(due, { records }, { now: "2026-03-04T00:00:00+08:00" });
    const { days: told, legend } = figureOf(
      dutyCalendarFigure(standing.of("E-1"), { labels: en, period: "2026-03" }),
      "calendar",
    );
    expect(told.slice(0, 3).map(({ tone, texts }) => [tone, texts])).toEqual([
      ["other", ["Daily journal · On time"]],
      ["warning", ["Daily journal · Missing"]],
      ["solid", ["Daily journal · Not yet due"]],
    ]);
    expect(legend.map(({ label }) => label)).toEqual(["Missing", "Not yet due", "On time"]);
  });

  test("names people where there are several, has the bank's own names, and leaves out other periods", () => {
    const rows = [...due.of("E-1"), ...due.of("E-2")];
    const options = {
      labels: en,
      period: { from: "2026-03-06", to: "2026-03-07" },
      duties: { "source.journal": "Log" },
      staff: { "E-1": "Wong" },
      weekStart: 7,
    };
    const block = dutyCalendarFigure([...rows, { policy: "own", person: "E-1", due: null }], options);
    const { days, weekdays, months } = figureOf(block, "calendar");
    expect(days.map(({ texts }) => texts)).toEqual([
      ["Wong: Log", "Wong: Weekly summary", "E-2: Log", "E-2: Weekly summary"],
    ]);
    expect(weekdays).toEqual(["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]);
    expect(months).toEqual([{ on: "2026-03-01", label: "March 2026" }]);
    expect(block.title).toMatch(/Without a day: 1$/);
    expect(() => dutyCalendarFigure([{ policy: "p", person: "E", due: "x" }], options)).toThrow(
      expect.objectContaining({ path: ["duties", 0, "due"] }),
    );
  });
});

test.each([
  [en, "Su", "Mar"],
  [zhHans, "日", "3月"],
  [zhHantHK, "日", "3月"],
])("short names of weekdays and months, and no English in a Chinese figure", (labels, weekday, month) => {
  expect([labels.dates.shortWeekday("2026-03-01"), labels.dates.shortMonth("2026-03-01")]).toEqual([weekday, month]);
  if (labels === en) return;
  const { plan: own } = sample;
  const institutions = Object.fromEntries(
    (own.institutions ?? []).map(({ id, institutionName }) => [id, institutionName]),
  );
  const staff = Object.fromEntries(sample.employees.map(({ id, name = id }) => [id, name]));
  const due = dutiesDue(
    sourceDuties,
    [{ person: "E", role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" }],
    "2026-03",
    { calendars: [CN] },
  );
  const blocks = [
    coverageFigure([{ name: "样本", whiteSpace: whiteSpace(own, sample.catalogue) }], {
      labels,
      institutions,
      unit: "ten-thousand",
    }),
    powerMapFigure(powerMap(own), own.people ?? [], { labels, staff }),
    timelineFigure(actionTimetable(own, CN), own, { labels, asOf: "2026-05-20" }),
    dutyCalendarFigure(due.of("E"), { labels, period: "2026-03" }),
    walletFigure(planWallet(own), { labels }),
  ];
  for (const block of blocks) {
    const said = JSON.stringify([
      block.title,
      block.description,
      figureTable(block).columns.map(({ header }) => header),
      rowsOf(block),
    ]);
    expect(said.replace(/"(text|emphasis)":/g, "")).not.toMatch(/[A-Za-z]{2}|\d{4}-\d/);
  }
});
