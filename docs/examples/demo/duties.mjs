/** What one manager owes in February 2026, across the Spring Festival, and how it stands on the last morning. */
import { CN } from "relationship-banking/calendar/cn";
import { openItemBoard } from "relationship-banking/core";
import { dutiesDue, dutyRate, dutyStanding, sourceDuties } from "relationship-banking/duties";
import { en } from "relationship-banking/labels/en";
import { label, tell } from "relationship-banking/telling";

import { note, percent, table, title } from "./print.mjs";

const manager = { person: "E-07", role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" };

/** The days of a month that are worked, as ranges, for a line of print. */
function daysOf(duties) {
  const days = duties.map(({ due }) => due.slice(5));
  const runs = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && Number(day.slice(3)) === Number(last.to.slice(3)) + 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs.map(({ from, to }) => (from === to ? from : `${from} to ${to.slice(3)}`)).join(", ");
}

/** Sample records, made up: everything written on its day, but one late, one missing, and nothing yet for the last day. */
function sampleRecords(duties) {
  return duties
    .filter(({ due, policy }) => due < "2026-02-28" && !(policy === "source.journal" && due === "2026-02-13"))
    .map(({ due, policy, satisfiedBy, period }, index) => ({
      id: `W-${index + 1}`,
      person: manager.person,
      kind: satisfiedBy[0],
      at:
        policy === "source.weekly-summary" && due === "2026-02-06"
          ? "2026-02-09T08:40:00+08:00"
          : `${due}T17:20:00+08:00`,
      for: typeof period === "string" && period.length === 10 ? period : due,
    }));
}

export function showDuties() {
  title("4  What a manager owes in a month (职责日程)");
  note(
    `One relationship manager under the source documents' duties, February 2026, calendar ${CN.id} ${CN.version}: off 02-15 to 02-23, worked on the Saturdays 02-14 and 02-28. Records are samples.`,
  );
  const due = dutiesDue(sourceDuties, [manager], "2026-02", { calendars: [CN] });
  const own = due.of(manager.person);
  table(
    "Duties due, with their days",
    [
      ["duty", "start"],
      ["n", "end"],
      ["due on", "start"],
    ],
    [...groupBy(own)].map(([policy, duties]) => [label(en, `duty.${policy}`), String(duties.length), daysOf(duties)]),
  );
  for (const fallen of due.fallenAway) note(tell({ ...fallen, code: fallen.because }, en));

  const now = "2026-02-28T09:00:00+08:00";
  const standing = dutyStanding(due, { records: sampleRecords(own) }, { now });
  const [{ parts }] = standing.tally.by[0].rows;
  note(
    `At ${now.slice(0, 16).replace("T", " ")}: ${Object.entries(parts)
      .filter(([, n]) => n > 0)
      .map(([state, n]) => `${n} ${label(en, `dutyState.${state}`).toLowerCase()}`)
      .join(", ")}; ${onTime(parts)}.`,
  );
  const open = standing
    .of(manager.person)
    .filter(({ state }) => state === "missing" || state === "not-yet-due" || state === "late")
    .map((duty) => ({
      id: duty.id,
      kind: duty.satisfiedBy[0],
      owner: duty.person,
      title: label(en, `duty.${duty.policy}`),
      origin: duty.policy,
      since: duty.due,
      due: duty.due,
      mandatory: true,
      ...(duty.state === "late" ? { state: "done", closedOn: duty.record.at.slice(0, 10) } : { state: "open" }),
    }));
  const board = openItemBoard(open, { asOf: "2026-02-28", by: "owner" });
  note(`On the board: overdue ${names(board.overdue)}; today ${names(board.today)}.`);
}

const names = (items) => items.map(({ title, due }) => `${title} (${due.slice(5)})`).join(", ") || "nothing";
/** Kept in time, of what can be judged. */
function onTime(parts) {
  const { n, of, rate } = dutyRate(parts);
  return `${n} of ${of} judged were kept in time: ${percent(rate)}`;
}

/** Duties by policy, in the order in which they first fall due. */
function groupBy(duties) {
  const groups = new Map();
  for (const duty of duties) groups.set(duty.policy, [...(groups.get(duty.policy) ?? []), duty]);
  return groups;
}
