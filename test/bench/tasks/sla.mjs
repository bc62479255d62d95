/** Deadlines of cases: one after another with the policy prepared and no explanation, and a desk of 200,000. */
import { cnDays } from "../china.mjs";

export const title = "Deadlines of cases";
export const note =
  "Cases a second, without explanation. The own policy has two clocks of one stage (5 working days, extendable to 10, and 15 calendar days; both can pause) and cases of 10 events; the ready policies get the same events but those they have no rule for. The limit in working minutes is 20 hours of a desk open from 9 to 12 and from 13 to 17; both of its pauses count. The desk row is one report over 200,000 cases of the own policy, counted per case. The reference walks day by day, and minute by minute.";
export const cases = [
  "own two-clock policy, 10 events",
  "source rule",
  "NFRA rule",
  "working minutes",
  "desk of 200,000",
];

const HOUR = 3600;
const SHANGHAI = 8 * HOUR;
const DAY = 86400;
const customer = "outside-appraisal";
const NOW = Date.UTC(2026, 2, 20, 4) / 1000;
const nowText = new Date(NOW * 1000).toISOString();

const stage = {
  id: "reply",
  from: "start",
  startDayCounts: false,
  endOf: "day",
  roll: "none",
  satisfiedBy: ["replied"],
  pauses: [{ reason: customer, notifyCustomer: false }],
};
const more = { id: "more", to: 10, cap: 10, role: "head", notifyCustomer: false, beforeExpiryOnly: true, times: 1 };
const own = {
  id: "bench.own",
  version: "1",
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["benchmark"],
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [
    {
      id: "internal",
      basis: "internal",
      stages: [{ ...stage, amount: 5, unit: "working-day", extensions: [more] }],
    },
    { id: "statutory", basis: "statutory", stages: [{ ...stage, amount: 15, unit: "calendar-day" }] },
  ],
};

const MINUTES = 1200;
const minutes = {
  ...own,
  id: "bench.minutes",
  hours: "desk",
  clocks: [
    {
      id: "internal",
      basis: "internal",
      stages: [{ ...stage, amount: MINUTES, unit: "working-minute", endOf: "same-time" }],
    },
  ],
};
const OPEN = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "17:00" },
];

/** Hours after receipt at which the ten things happen; the reply comes at a different hour in each case, or not yet. */
const steps = [
  ["acknowledged", 2],
  ["reassigned", 5],
  ["paused", 26],
  ["resumed", 60],
  ["reassigned", 70],
  ["extended", 72],
  ["paused", 98],
  ["resumed", 120],
];
const FIRST = Date.UTC(2025, 0, 6) / 1000;
const textOf = (seconds) => new Date(seconds * 1000).toISOString();

function makeCase(index) {
  const start = FIRST + ((index * 7919 * 60) % (420 * DAY));
  const reply = start + (130 + ((index * 31) % 400)) * HOUR;
  const events = [{ type: "received", id: `${index}-0`, at: textOf(start) }];
  for (const [i, [type, hours]] of steps.entries()) {
    const event = { type, id: `${index}-${i + 1}`, at: textOf(start + hours * HOUR) };
    if (type === "paused") Object.assign(event, { reason: customer, notifiedAt: event.at });
    if (type === "extended") Object.assign(event, { clock: "internal", approvedByRole: "head" });
    events.push(event);
  }
  events.push({ type: "replied", id: `${index}-9`, at: textOf(reply) });
  return { index, start, reply, events };
}
const make = (count) => Array.from({ length: count }, (_, index) => makeCase(index));
const SINGLE = 512;
const DESK = 200_000;

const dayOf = (seconds) => Math.floor((seconds + SHANGHAI) / DAY);

/** The last day of a limit, walked day by day; a pause leaves out the days after its first up to its last. */
function walk(start, amount, pauses, counts) {
  const out = (day) => pauses.some(([from, to]) => dayOf(from) < day && day <= dayOf(to));
  let day = dayOf(start);
  for (let left = amount; left > 0;) {
    day++;
    if (counts(day) && !out(day)) left--;
  }
  // a pause that begins on the last day moves it on by the days it leaves out
  for (const [from, to] of pauses) {
    if (dayOf(from) !== day) continue;
    for (let d = day + 1; d <= dayOf(to); d++) if (counts(d)) day = d;
  }
  return day;
}

/** The second at which so many minutes of the desk have passed, walked minute by minute; pauses are left out. */
function walkMinutes(start, pauses, worked) {
  const isOpen = (second) => {
    const hour = Math.floor((second + SHANGHAI) / HOUR) % 24;
    return (hour === 12 ? false : hour >= 9 && hour < 17) && worked(dayOf(second));
  };
  const isOut = (second) => pauses.some(([from, to]) => from <= second && second < to);
  let second = start;
  for (let left = MINUTES; left > 0; second += 60) if (isOpen(second) && !isOut(second)) left--;
  // a pause that begins at the due moment itself moves it on by the minutes it leaves out
  for (const [from, to] of pauses) {
    if (from !== second) continue;
    for (let minute = from; minute < to; minute += 60) if (isOpen(minute)) second = minute + 60;
  }
  return second;
}

function stateOf(due, reply, unitOf = dayOf) {
  const replied = reply <= NOW;
  const late = unitOf(replied ? reply : NOW) > due;
  return replied ? (late ? "met-late" : "met") : late ? "breached" : "running";
}

/** The clocks of a case under a policy: name, limit, whether pauses count, which days do. */
function clocksOf(label, worked) {
  const everyDay = () => true;
  if (label === "source rule") return [["internal", 3, false, worked]];
  if (label === "NFRA rule") return [["statutory", 15, true, everyDay]];
  return [
    ["internal", 10, true, worked],
    ["statutory", 15, true, everyDay],
  ];
}

export function reference(label) {
  const { worked } = cnDays();
  const clocks = clocksOf(label, worked);
  const told = (one) =>
    clocks.map(([clock, amount, pausing, counts]) => {
      const at = (hours) => one.start + hours * HOUR;
      const pauses = pausing
        ? [
            [at(26), at(60)],
            [at(98), at(120)],
          ]
        : [];
      const due = walk(one.start, amount, pauses, counts);
      return [clock, new Date(due * DAY * 1000).toISOString().slice(0, 10), stateOf(due, one.reply)];
    });
  if (label === "working minutes") {
    return make(SINGLE).map(({ start, reply }) => {
      const pauses = [
        [start + 26 * HOUR, start + 60 * HOUR],
        [start + 98 * HOUR, start + 120 * HOUR],
      ];
      const due = walkMinutes(start, pauses, worked);
      return ["internal", textOf(due), stateOf(due, reply, (second) => second)].join();
    });
  }
  if (label !== "desk of 200,000") return make(SINGLE).map((one) => told(one).join(";"));
  const counts = { open: 0, closed: 0, breached: 0, dueToday: 0, onTime: 0, due: 0 };
  const days = [];
  for (const one of make(DESK)) {
    if (one.start > NOW) continue;
    const states = told(one);
    const late = states.some(([, , state]) => state === "met-late" || state === "breached");
    const open = one.reply > NOW;
    counts[open ? "open" : "closed"]++;
    if (states.some(([, , state]) => state === "breached")) counts.breached++;
    if (open && states.some(([, date]) => date === textOf(NOW + SHANGHAI).slice(0, 10))) counts.dueToday++;
    if (late || !open) counts.due++;
    if (!late && !open) counts.onTime++;
    if (open) continue;
    let taken = 0;
    for (let day = dayOf(one.start) + 1; day <= dayOf(one.reply); day++) if (worked(day)) taken++;
    days.push(taken);
  }
  days.sort((a, b) => a - b);
  const median = (days[Math.ceil(days.length / 2) - 1] + days[Math.floor(days.length / 2)]) / 2;
  return [...Object.values(counts), median, days[Math.ceil(days.length * 0.9) - 1]];
}

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => {
      const sla = await import("../../../dist/sla/index.js");
      const { CN } = await import("../../../dist/calendar/cn.js");
      if (label === "desk of 200,000") {
        const rows = make(DESK).map(({ index, events }) => ({
          id: `c-${index}`,
          policy: own.id,
          owner: `u-${index % 37}`,
          category: `k-${index % 11}`,
          events,
        }));
        const report = () => sla.deskReport(rows, { asOf: nowText, policies: [own], calendars: [CN] });
        return {
          answers: () => {
            const { totals, handling } = report();
            const { open, closed, breached, dueToday, onTime } = totals;
            const rate = [onTime.n, onTime.of];
            return [open, closed, breached, dueToday, ...rate, handling.median, handling.p90];
          },
          operations: DESK,
          pass: () => report().totals.open,
        };
      }
      const { defineWorkingHours } = await import("../../../dist/calendar/index.js");
      const week = Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, OPEN]));
      const desk = defineWorkingHours({ id: "desk", version: "1", zone: own.zone, calendar: CN, week });
      const policies = {
        "source rule": sla.sourceComplaintPolicy,
        "NFRA rule": sla.nfraComplaintPolicy,
        "working minutes": minutes,
      };
      const policy = policies[label] ?? own;
      const unknown =
        {
          "source rule": ["paused", "resumed", "extended"],
          "NFRA rule": ["extended"],
          "working minutes": ["extended"],
        }[label] ?? [];
      const rows = make(SINGLE).map(({ events }) => ({ events: events.filter(({ type }) => !unknown.includes(type)) }));
      const context = { now: nowText, calendars: [CN], hours: [desk], explain: false };
      const evaluate = ({ events }) => sla.evaluateSla(policy, events, context);
      return {
        answers: () =>
          rows.map((row) =>
            evaluate(row)
              .stages.map(({ clock, dueDate, dueAt, state }) => [
                clock,
                label === "working minutes" ? new Date(dueAt).toISOString() : dueDate,
                state,
              ])
              .join(";"),
          ),
        operations: rows.length,
        pass: () => {
          let hash = 0;
          for (const row of rows) hash ^= evaluate(row).stages.length;
          return hash;
        },
      };
    },
  },
};
