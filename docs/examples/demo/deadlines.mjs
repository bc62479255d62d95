/** Deadlines of sample complaints around the Spring Festival, the National Day and the end of the year. */
import { CN } from "relationship-banking/calendar/cn";
import { en } from "relationship-banking/labels/en";
import { evaluateSla, exampleComplaintTwoClocks, foldExplanation } from "relationship-banking/sla";
import { label, tell } from "relationship-banking/telling";

import { note, table, title } from "./print.mjs";

/** Sample complaints: made up, as the last column says. */
const cases = [
  { id: "S-1", at: "2026-02-13T16:20:00+08:00", now: "2026-02-25T09:00:00+08:00", about: "春节" },
  {
    id: "S-2",
    at: "2026-02-14T10:30:00+08:00",
    now: "2026-02-27T09:00:00+08:00",
    about: "春节 ext.",
    then: [
      {
        type: "extended",
        at: "2026-02-25T11:00:00+08:00",
        clock: "internal",
        approvedByRole: "department-in-charge",
        approvedBy: "D-07",
      },
    ],
  },
  {
    id: "S-3",
    at: "2026-09-24T09:05:00+08:00",
    now: "2026-09-28T17:00:00+08:00",
    about: "中秋",
    then: [{ type: "replied", at: "2026-09-28T15:10:00+08:00" }],
  },
  { id: "S-4", at: "2026-09-30T17:45:00+08:00", now: "2026-10-14T08:30:00+08:00", about: "国庆" },
  { id: "S-5", at: "2026-12-30T10:00:00+08:00", now: "2026-12-31T09:00:00+08:00", about: "year end" },
];

export function showDeadlines() {
  const policy = exampleComplaintTwoClocks;
  title("3  Deadlines of complaints (投诉处理时限)");
  note(
    `Policy ${policy.id}, version ${policy.version}: the source documents' rule (reply within 3 working days, at the latest 7 from the same start with the department's consent) beside the regulator's 15 calendar days. Calendar ${CN.id} ${CN.version}. No legal advice.`,
  );
  const results = cases.map((sample) => ({
    ...sample,
    result: evaluateSla(policy, [{ type: "received", at: sample.at }, ...(sample.then ?? [])], {
      now: sample.now,
      calendars: [CN],
    }),
  }));
  const rows = results.flatMap(({ id, at, now, about, result }) =>
    result.stages.map((stage, index) => [
      index === 0 ? id : "",
      index === 0 ? at.slice(0, 16).replace("T", " ") : "",
      label(en, `slaClock.${stage.clock}`),
      stage.dueDate ?? `≥ ${stage.notBefore}`,
      index === 0 ? now.slice(0, 16).replace("T", " ") : "",
      label(en, `slaState.${stage.state}`),
      `SAMPLE ${about}`,
    ]),
  );
  table(
    "Sample complaints, state at the moment asked for",
    [
      ["case", "start"],
      ["received", "start"],
      ["clock", "start"],
      ["due", "start"],
      ["asked at", "start"],
      ["state", "start"],
      ["", "start"],
    ],
    rows,
  );
  note('"≥" is a due date that needs holidays nobody has published yet: undetermined, not before that day.');
  for (const { id, result } of results) {
    for (const stage of result.stages.filter(({ clock }) => clock === "internal")) {
      console.log(`\n${id}, ${label(en, `slaClock.${stage.clock}`)}: ${label(en, `slaState.${stage.state}`)}`);
      for (const line of foldExplanation(stage.explanation)) note(tell(line, en), "  ");
    }
  }
  return results;
}
