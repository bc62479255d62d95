import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { defineCalendar, type WorkingHours } from "../../src/calendar/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import {
  deskReport,
  escalationsDue,
  hkmaComplaintPolicy,
  mergeDeskReports,
  nfraComplaintPolicy,
  pbocBankComplaintPolicy,
  pbocPaymentComplaintPolicy,
  policiesFor,
  prepareSlaPolicy,
  rg271ComplaintPolicy,
  sourceComplaintPolicy,
  type ExtendedEvent,
  type SlaCaseFacts,
  type SlaContext,
  type SlaEvent,
  type SlaExplanationCode,
  type SlaExplanationLine,
  type SlaExtensionRule,
  type SlaPolicy,
  type SlaResult,
} from "../../src/sla/index.ts";
import { tell, type OwnLabels, type Reason, type Words } from "../../src/telling/index.ts";
import { at, evaluate, policyOf, received } from "../sla/fixtures.ts";
import { refusalOf } from "../support/refusal.ts";

/** The words a bank would have for what is its own: here the reasons of its pauses. */
const OWN: Readonly<Record<string, OwnLabels>> = {
  "zh-Hans-CN": { "slaPauseReason.customer": "等候客户补充材料", "slaExtension.more": "分行延期" },
  "zh-Hant-HK": { "slaPauseReason.customer": "等候客戶補交文件", "slaExtension.more": "分行延期" },
  "en-GB": { "slaPauseReason.customer": "waiting for the customer", "slaExtension.more": "Branch extension" },
};
const ownOf = (words: Words): OwnLabels => OWN[words.dates.locale] ?? {};
const told = (reason: Reason): string[] =>
  [zhHans, zhHantHK, en].map((words) => tell(reason, { ...words, ...ownOf(words) }));

const on = (
  type: "replied" | "withdrawn" | "resolved" | "re-opened" | "resumed" | "new-facts",
  text: string,
): SlaEvent => ({
  type,
  at: at(text),
  id: "x",
});
const paused = (text: string, notifiedAt?: string): SlaEvent => ({
  type: "paused",
  at: at(text),
  id: "x",
  reason: "customer",
  ...(notifiedAt === undefined ? {} : { notifiedAt: at(notifiedAt) }),
});
const extended = (changes: Partial<ExtendedEvent> = {}): ExtendedEvent => ({
  type: "extended",
  at: at("2026-03-10"),
  id: "x",
  ...changes,
});
const merged = (text: string): SlaEvent => ({ type: "merged", at: at(text), id: "x", into: "c-0" });

function line(
  code: SlaExplanationCode,
  policy: SlaPolicy,
  events: readonly SlaEvent[],
  now: string,
): SlaExplanationLine {
  const lines = evaluate(policy, events, now).stages.flatMap(({ explanation }) => explanation);
  const found = lines.find((entry) => entry.code === code);
  if (found === undefined) throw new Error(`no line ${code}: ${lines.map((entry) => entry.code).join(" ")}`);
  return found;
}

function issue(code: string, policy: SlaPolicy, events: readonly SlaEvent[], now = at("2026-03-12")): Reason {
  const { issues } = evaluate(policy, events, now);
  const found = issues.find((entry) => entry.code === code);
  if (found === undefined) throw new Error(`no issue ${code}: ${issues.map((entry) => entry.code).join(" ")}`);
  return found;
}

const refused = (call: () => unknown): Reason => refusalOf(call);

const receipt = received("2026-03-02");
const pausing = policyOf([
  {
    pauses: [{ reason: "customer", notifyCustomer: true }],
    extensions: [{ id: "more", to: 7, cap: 7, notifyCustomer: false, beforeExpiryOnly: true, times: 1 }],
    restartedBy: ["new-facts"],
    merge: "ends-before-due",
    reopen: "resume",
  },
]);
const earlyStage = { earlyEnd: { by: "resolved", amount: 2, unit: "working-day" } } as const;
const early = policyOf([{ ...earlyStage, amount: 10 }]);
function scope(code: string, policy: SlaPolicy, facts: SlaCaseFacts, day: string | null = "2026-03-02"): Reason {
  const lines = policiesFor(day === null ? {} : { on: day }, facts, [policy]).flatMap(({ reasons }) => reasons);
  const found = lines.filter((entry) => entry.code === code).at(-1);
  if (found === undefined) throw new Error(`no line ${code}: ${lines.map((entry) => entry.code).join(" ")}`);
  return found;
}
const cutOff = policyOf([{ cutOff: "17:00", startDayCounts: true }]);
const day = [{ from: "09:00", to: "17:30" }];
const desk: WorkingHours = {
  id: "desk",
  version: "1",
  zone: "Asia/Shanghai",
  calendar: CN,
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
};
const minutes = policyOf([{ unit: "working-minute", amount: 240, endOf: "same-time" }], { hours: "desk" });
const withContext = (policy: SlaPolicy, more: Partial<SlaContext>): Reason =>
  refused(() => evaluate(policy, [receipt], at("2026-03-12"), more));
const result = (policy: SlaPolicy): SlaResult => evaluate(policy, [receipt], at("2026-03-12"));
const provisional = defineCalendar({
  id: "cn",
  version: "draft",
  weekend: [6, 7],
  from: "2026-01-01",
  to: "2027-01-01",
  provisionalFrom: "2026-03-01",
  off: [{ date: "2026-03-04", name: "试行假日" }],
  work: [],
  sources: ["made up for this test"],
});
const ofDraft = (code: SlaExplanationCode): Reason => {
  const [stage] = evaluate(policyOf([{}]), [receipt], at("2026-03-03"), { calendars: [provisional] }).stages;
  return stage?.explanation.find((entry) => entry.code === code) ?? { code: `no line ${code}` };
};
const atDesk = { asOf: at("2026-03-12"), policies: [pausing], calendars: [CN] };
const report = (ageBands: readonly number[] = []) => deskReport([], { ...atDesk, ageBands });

const more: SlaExtensionRule = {
  id: "more",
  to: 7,
  cap: 7,
  notifyCustomer: false,
  beforeExpiryOnly: true,
  times: 1,
};
const senseless = (...policy: Parameters<typeof policyOf>): Reason =>
  refused(() => prepareSlaPolicy(policyOf(...policy)));

const provoked: Readonly<Record<string, () => Reason>> = {
  started: () => line("started", pausing, [receipt], at("2026-03-03")),
  "started-by-stage": () =>
    line(
      "started-by-stage",
      policyOf([
        { id: "handle", satisfiedBy: ["resolved"] },
        { id: "reply", from: "handle" },
      ]),
      [receipt, on("resolved", "2026-03-03")],
      at("2026-03-04"),
    ),
  restarted: () => line("restarted", pausing, [receipt, on("new-facts", "2026-03-03")], at("2026-03-04")),
  "re-opened": () =>
    line(
      "re-opened",
      pausing,
      [receipt, on("replied", "2026-03-03"), { ...on("re-opened", "2026-03-04"), id: "y" }],
      at("2026-03-05"),
    ),
  "after-cut-off": () => line("after-cut-off", cutOff, [received("2026-03-06T17:01")], at("2026-03-09")),
  "started-on-non-working-day": () =>
    line("started-on-non-working-day", cutOff, [received("2026-03-07")], at("2026-03-09")),
  "start-day-not-counted": () => line("start-day-not-counted", pausing, [receipt], at("2026-03-03")),
  "start-day-counted": () => line("start-day-counted", cutOff, [receipt], at("2026-03-03")),
  allowed: () => line("allowed", nfraComplaintPolicy, [receipt], at("2026-03-03")),
  extended: () =>
    line(
      "extended",
      sourceComplaintPolicy,
      [
        received("2026-02-13"),
        extended({
          at: at("2026-02-24"),
          approvedByRole: "department-in-charge",
          approvedBy: "u-7",
          reason: "B-02",
        }),
      ],
      at("2026-02-25"),
    ),
  "paused: still": () => line("paused", pausing, [receipt, paused("2026-03-03", "2026-03-03")], at("2026-03-04")),
  "paused: over": () =>
    line(
      "paused",
      pausing,
      [receipt, paused("2026-03-03", "2026-03-03"), { ...on("resumed", "2026-03-05"), id: "y" }],
      at("2026-03-06"),
    ),
  "pause-not-counted": () => line("pause-not-counted", pausing, [receipt, paused("2026-03-03")], at("2026-03-04")),
  "paused-time": () =>
    line(
      "paused-time",
      pausing,
      [receipt, paused("2026-03-03", "2026-03-03"), { ...on("resumed", "2026-03-05"), id: "y" }],
      at("2026-03-06"),
    ),
  "holiday-skipped": () => line("holiday-skipped", pausing, [received("2026-02-13")], at("2026-02-14")),
  "holiday-skipped: not final": () => ofDraft("holiday-skipped"),
  "weekends-skipped": () => line("weekends-skipped", pausing, [received("2026-03-05")], at("2026-03-06")),
  "make-up-day-counted": () => line("make-up-day-counted", pausing, [received("2026-02-13")], at("2026-02-14")),
  rolled: () =>
    line("rolled", policyOf([{ unit: "calendar-day", amount: 5, roll: "following" }]), [receipt], at("2026-03-03")),
  due: () => line("due", pausing, [receipt], at("2026-03-03")),
  "due: not final": () => ofDraft("due"),
  "due-not-before": () => line("due-not-before", pausing, [received("2026-12-30")], at("2026-12-31")),
  "at-risk": () =>
    line(
      "at-risk",
      policyOf([{ atRisk: { at: "before-due", amount: 1, unit: "working-day" } }]),
      [receipt],
      at("2026-03-03"),
    ),
  ended: () => line("ended", pausing, [receipt, on("replied", "2026-03-03")], at("2026-03-04")),
  "ended-on-the-spot": () =>
    line(
      "ended-on-the-spot",
      sourceComplaintPolicy,
      [receipt, { type: "replied", at: at("2026-03-02T11:00"), onTheSpot: true }],
      at("2026-03-04"),
    ),
  "ended-early": () => line("ended-early", early, [receipt, on("resolved", "2026-03-03")], at("2026-03-04")),
  "rule-in-force": () => scope("rule-in-force", rg271ComplaintPolicy, { place: "au", product: "loan" }),
  "rule-in-force: with an end": () =>
    scope("rule-in-force", pbocBankComplaintPolicy, { place: "cn", origin: "central-bank" }, "2023-05-10"),
  "rule-in-force: undated": () => scope("rule-in-force", sourceComplaintPolicy, { place: "cn" }),
  "rule-not-yet-in-force": () => scope("rule-not-yet-in-force", rg271ComplaintPolicy, {}, "2020-05-10"),
  "rule-before-oldest-read": () => scope("rule-before-oldest-read", hkmaComplaintPolicy, { place: "hk" }, "2022-05-10"),
  "rule-no-longer-in-force": () => scope("rule-no-longer-in-force", pbocBankComplaintPolicy, {}),
  "rule-day-unknown": () => scope("rule-day-unknown", hkmaComplaintPolicy, { place: "hk" }, null),
  "rule-for-anything": () => scope("rule-for-anything", pausing, {}),
  "rule-covers": () => scope("rule-covers", hkmaComplaintPolicy, { place: "hk" }),
  "rule-does-not-cover": () =>
    scope("rule-does-not-cover", pbocPaymentComplaintPolicy, { origin: "central-bank", institution: "bank" }),
  "rule-does-not-cover: words of the bank's own": () =>
    scope(
      "rule-does-not-cover",
      { ...pbocPaymentComplaintPolicy, appliesTo: { places: ["Macau", "hk"] } },
      { place: "cn" },
    ),
  "rule-excepts": () => scope("rule-excepts", rg271ComplaintPolicy, { place: "au", product: "superannuation" }),
  "rule-asks": () => scope("rule-asks", pbocBankComplaintPolicy, { place: "cn" }, "2023-05-10"),
  "rule-asks: more exactly": () =>
    scope("rule-asks", pbocBankComplaintPolicy, { place: "cn", origin: "regulator" }, "2023-05-10"),
  "rule-runs-from": () =>
    scope("rule-runs-from", pbocBankComplaintPolicy, { place: "cn", origin: "central-bank" }, "2023-05-10"),
  "sla/invalid-facts": () => refused(() => policiesFor({ on: "2026-03-02" }, { place: "HK" }, [hkmaComplaintPolicy])),
  "sla/policy-not-yet-in-force": () =>
    issue("sla/policy-not-yet-in-force", pbocPaymentComplaintPolicy, [received("2020-10-31")], at("2020-11-02")),
  "sla/policy-before-oldest-read": () =>
    issue("sla/policy-before-oldest-read", hkmaComplaintPolicy, [received("2022-05-10")], at("2022-05-12")),
  "sla/policy-no-longer-in-force": () => issue("sla/policy-no-longer-in-force", pbocBankComplaintPolicy, [receipt]),
  "sla/extension-beyond-normal": () =>
    issue("sla/extension-beyond-normal", hkmaComplaintPolicy, [
      receipt,
      extended({ notifiedAt: at("2026-03-10"), to: 75 }),
    ]),
  "sla/early-end-unknown": () =>
    issue(
      "sla/early-end-unknown",
      policyOf([{ ...earlyStage, unit: "calendar-day", amount: 30 }]),
      [received("2026-12-30"), on("resolved", "2027-01-04")],
      at("2027-01-05"),
    ),
  "sla/invalid-policy: no cap": () =>
    senseless([{ extensions: [{ ...more, to: undefined as never, add: 1, cap: undefined as never }] }]),
  "sla/invalid-policy: an early end that is late": () =>
    senseless([{ earlyEnd: { ...earlyStage.earlyEnd, amount: 3 } }]),
  "sla/event-after-now": () => issue("sla/event-after-now", pausing, [receipt, on("replied", "2026-03-13")]),
  "sla/event-before-received": () =>
    issue("sla/event-before-received", pausing, [on("replied", "2026-03-01"), receipt]),
  "sla/event-after-withdrawal": () =>
    issue("sla/event-after-withdrawal", pausing, [
      receipt,
      { ...on("withdrawn", "2026-03-03"), id: "w" },
      on("replied", "2026-03-04"),
    ]),
  "sla/event-not-supported": () =>
    issue("sla/event-not-supported", nfraComplaintPolicy, [receipt, on("re-opened", "2026-03-03")]),
  "sla/merged-after-due": () =>
    issue("sla/merged-after-due", pausing, [receipt, merged("2026-03-10")], at("2026-03-20")),
  "sla/event-without-effect": () =>
    issue("sla/event-without-effect", pausing, [
      receipt,
      { ...on("replied", "2026-03-03"), id: "r" },
      on("new-facts", "2026-03-04"),
    ]),
  "sla/event-without-effect: nothing ended": () =>
    issue("sla/event-without-effect", pausing, [receipt, on("re-opened", "2026-03-03")]),
  "sla/duplicate-event-id": () =>
    issue("sla/duplicate-event-id", pausing, [
      receipt,
      { type: "acknowledged", id: "x", at: at("2026-03-03") },
      on("replied", "2026-03-04"),
    ]),
  "sla/duplicate-received": () => issue("sla/duplicate-received", pausing, [receipt, received("2026-03-03")]),
  "sla/already-paused": () =>
    issue("sla/already-paused", pausing, [
      receipt,
      paused("2026-03-03", "2026-03-03"),
      { ...paused("2026-03-04", "2026-03-04"), id: "y" },
    ]),
  "sla/resumed-without-paused": () =>
    issue("sla/resumed-without-paused", pausing, [receipt, on("resumed", "2026-03-03")]),
  "sla/resumed-without-paused: for a reason": () =>
    issue("sla/resumed-without-paused", pausing, [
      receipt,
      { type: "resumed", id: "x", at: at("2026-03-03"), reason: "outside-appraisal" },
    ]),
  "sla/pause-customer-not-told": () => issue("sla/pause-customer-not-told", pausing, [receipt, paused("2026-03-03")]),
  "sla/new-facts-after-due": () => issue("sla/new-facts-after-due", pausing, [receipt, on("new-facts", "2026-03-10")]),
  "sla/restarted-again": () =>
    issue("sla/restarted-again", pausing, [
      receipt,
      on("new-facts", "2026-03-03"),
      { ...on("new-facts", "2026-03-04"), id: "y" },
    ]),
  "sla/extension-ambiguous": () => issue("sla/extension-ambiguous", nfraComplaintPolicy, [receipt, extended()]),
  "sla/extension-after-due": () => issue("sla/extension-after-due", pausing, [receipt, extended()]),
  "sla/extension-beyond-cap": () =>
    issue("sla/extension-beyond-cap", pausing, [receipt, extended({ at: at("2026-03-03"), to: 8 })]),
  "sla/extension-no-gain": () =>
    issue("sla/extension-no-gain", pausing, [receipt, extended({ at: at("2026-03-03"), to: 3 })]),
  "sla/extension-not-approved": () =>
    issue("sla/extension-not-approved", sourceComplaintPolicy, [receipt, extended({ at: at("2026-03-03") })]),
  "sla/extension-customer-not-told": () =>
    issue(
      "sla/extension-customer-not-told",
      nfraComplaintPolicy,
      [
        receipt,
        extended({ extension: "complex", approvedByRole: "superior-or-head-office-senior-management", id: "c" }),
        extended({
          extension: "especially-complex",
          approvedByRole: "superior-or-head-office-senior-management",
          at: at("2026-03-20"),
        }),
      ],
      at("2026-03-25"),
    ),
  "sla/extension-used-up": () =>
    issue("sla/extension-used-up", pausing, [
      receipt,
      extended({ at: at("2026-03-03"), to: 5, id: "a" }),
      extended({ at: at("2026-03-04") }),
    ]),
  "sla/extension-needs-earlier": () =>
    issue("sla/extension-needs-earlier", nfraComplaintPolicy, [
      receipt,
      extended({
        extension: "especially-complex",
        approvedByRole: "superior-or-head-office-senior-management",
        notifiedAt: at("2026-03-10"),
      }),
    ]),
  "sla/not-received": () =>
    deskReport([{ id: "c", policy: pausing.id, owner: null, category: null, events: [] }], atDesk).issues[0] ?? {
      reason: "none",
    },
  "sla/unknown-policy": () =>
    deskReport([{ id: "c", policy: "acme.other", owner: null, category: null, events: [receipt] }], atDesk)
      .issues[0] ?? {
      reason: "none",
    },
  "sla/invalid-case": () =>
    deskReport([{ id: "", policy: pausing.id, owner: null, category: null, events: [] }], atDesk).issues[0] ?? {
      reason: "none",
    },
  "sla/invalid-policy": () => refused(() => evaluate(policyOf([]), [], at("2026-03-12"))),
  "sla/invalid-policy: a word": () =>
    refused(() => evaluate(policyOf([{ roll: "following " as never }]), [], at("2026-03-12"))),
  "sla/invalid-policy: an id twice": () => senseless([{}, {}]),
  "sla/invalid-policy: a pause twice": () =>
    senseless([{ pauses: ["a", "a"].map((reason) => ({ reason, notifyCustomer: false })) }]),
  "sla/invalid-policy: no amount": () => senseless([{ amount: 0 }]),
  "sla/invalid-policy: a time": () => senseless([{ cutOff: "24:00" }]),
  "sla/invalid-policy: a percentage": () => senseless([{ atRisk: { at: "used-share", share: "75" } }]),
  "sla/invalid-policy: a circle": () =>
    senseless([
      { id: "a", from: "b" },
      { id: "b", from: "a" },
    ]),
  "sla/invalid-policy: beyond the cap": () => senseless([{ extensions: [{ ...more, cap: 6 }] }]),
  "sla/invalid-policy: no longer": () => senseless([{ extensions: [{ ...more, to: 3 }] }]),
  "sla/invalid-policy: a cap reached": () =>
    senseless([{ extensions: [{ ...more, to: undefined as never, add: 1, cap: 3 }] }]),
  "sla/invalid-policy: twice to a length": () => senseless([{ extensions: [{ ...more, times: 2 }] }]),
  "sla/invalid-policy: another unit": () => senseless([{ extensions: [{ ...more, unit: "working-minute" }] }]),
  "sla/invalid-policy: hours": () => senseless([{ endOf: "close-of-business" }]),
  "sla/invalid-policy: re-opening": () =>
    senseless([
      { id: "a", reopen: "restart" },
      { id: "b", from: "a" },
    ]),
  "sla/invalid-policy: quiet hours": () => senseless([{}], { quietHours: { from: "22:00", to: "22:00" } }),
  "sla/invalid-event": () =>
    refused(() => evaluate(pausing, [{ type: "answered", at: at("2026-03-02") } as never], at("2026-03-12"))),
  "sla/invalid-context": () => withContext(pausing, { nows: 1 } as never),
  "sla/invalid-result": () => refused(() => escalationsDue({ stages: 1 } as never, at("2026-03-05"), at("2026-03-06"))),
  "sla/missing-calendar": () => withContext(pausing, { calendars: [] }),
  "sla/ambiguous-calendar": () => withContext(minutes, { hours: [desk, { ...desk, version: "2" }] }),
  "sla/missing-hours": () => withContext(minutes, { hours: [{ ...desk, id: "night" }] }),
  "sla/hours-in-another-zone": () => withContext(minutes, { hours: [{ ...desk, zone: "Asia/Tokyo" }] }),
  "sla/reversed-window": () => refused(() => escalationsDue(result(pausing), at("2026-03-06"), at("2026-03-05"))),
  "sla/invalid-age-bands": () => refused(() => report([3, 3])),
  "sla/reports-differ": () =>
    refused(() => mergeDeskReports(report(), deskReport([], { ...atDesk, asOf: at("2026-03-13") }))),
};

/** What is said in each language. */
const sentences: Readonly<Record<keyof typeof provoked, readonly [hans: string, hant: string, en: string]>> = {
  started: [
    "时限自 2026年3月2日 10:00 收到时起算。",
    "時限由 2026年3月2日 10:00 收到時起計。",
    "The time limit runs from receipt on 2 March 2026 at 10:00.",
  ],
  "started-by-stage": [
    "“处理”环节于 2026年3月3日 10:00 完成，时限由此起算。",
    "「處理」階段於 2026年3月3日 10:00 完成，時限由此起計。",
    "The time limit runs from the end of the stage “Handling” on 3 March 2026 at 10:00.",
  ],
  restarted: [
    "时限自 2026年3月3日 10:00 重新起算。",
    "時限由 2026年3月3日 10:00 重新起計。",
    "The time limit started again on 3 March 2026 at 10:00.",
  ],
  "re-opened": [
    "事项曾于 2026年3月3日 10:00 办结，2026年3月4日 10:00 重新受理，继续计时。",
    "個案曾於 2026年3月3日 10:00 完結，2026年3月4日 10:00 重新處理，繼續計時。",
    "The case ended on 3 March 2026 at 10:00 and was reopened on 4 March 2026 at 10:00: the time limit continues to run.",
  ],
  "after-cut-off": [
    "已过当日截止时间 17:00，自2026年3月9日起计算。",
    "已過當日截止時間 17:00，由2026年3月9日起計算。",
    "Received after the cut-off time of 17:00, so counting begins on 9 March 2026.",
  ],
  "started-on-non-working-day": [
    "收到当日不是工作日，自2026年3月9日起计算。",
    "收到當日並非工作天，由2026年3月9日起計算。",
    "Received on a non-working day, so counting begins on 9 March 2026.",
  ],
  "start-day-not-counted": [
    "起算当日（2026年3月2日）不计入时限。",
    "起計當日（2026年3月2日）不計算在內。",
    "The first day, 2 March 2026, is not counted.",
  ],
  "start-day-counted": [
    "起算当日（2026年3月2日）计入时限。",
    "起計當日（2026年3月2日）計算在內。",
    "The first day, 2 March 2026, is counted.",
  ],
  allowed: ["规定时限为15天。", "規定時限為15天。", "The time allowed is 15 days."],
  extended: [
    "经“特殊情况延期”，时限由3个工作日延长至7个工作日，2026年2月24日 10:00 生效；审批权限：主管部门；批准人：u-7；原因：B-02。",
    "經「特殊情況延期」，時限由3個工作天延長至7個工作天，2026年2月24日 10:00 生效；審批權限：負責部門；批准人：u-7；原因：B-02。",
    "Extended from 3 working days to 7 working days (“Special case”), in effect from 24 February 2026 at 10:00; approval required from “Department in charge”; approved by u-7; reason: B-02.",
  ],
  "paused: still": [
    "因“等候客户补充材料”，自 2026年3月3日 10:00 起暂停计时，尚未恢复。",
    "因「等候客戶補交文件」，由 2026年3月3日 10:00 起暫停計時，尚未恢復。",
    "The clock was paused from 3 March 2026 at 10:00 for “waiting for the customer” and has not run since.",
  ],
  "paused: over": [
    "因“等候客户补充材料”，自 2026年3月3日 10:00 起暂停计时，2026年3月5日 10:00 恢复计时。",
    "因「等候客戶補交文件」，由 2026年3月3日 10:00 起暫停計時，2026年3月5日 10:00 恢復計時。",
    "The clock was paused from 3 March 2026 at 10:00 to 5 March 2026 at 10:00 for “waiting for the customer”.",
  ],
  "pause-not-counted": [
    "自 2026年3月3日 10:00 起因“等候客户补充材料”的暂停不予计算：未告知客户。",
    "由 2026年3月3日 10:00 起因「等候客戶補交文件」的暫停不獲計算：未有通知客戶。",
    "The pause from 3 March 2026 at 10:00 for “waiting for the customer” does not count: the customer was not told.",
  ],
  "paused-time": [
    "暂停期间共2个工作日，不计入时限。",
    "暫停期間共2個工作天，不計算在內。",
    "The clock was paused for 2 working days in all, and this time does not count.",
  ],
  "holiday-skipped": [
    "2026年2月15日为节假日（春节），不计入时限。",
    "2026年2月15日為公眾假期（春節），不計算在內。",
    "15 February 2026 is a public holiday (Spring Festival) and is not counted.",
  ],
  "holiday-skipped: not final": [
    "2026年3月4日为节假日（试行假日），不计入时限（放假安排尚待公布）。",
    "2026年3月4日為公眾假期（试行假日），不計算在內（假期安排尚待公布）。",
    "4 March 2026 is a public holiday (试行假日) and is not counted; the holiday is not yet final.",
  ],
  "weekends-skipped": [
    "2026年3月7日、2026年3月8日为周末，不计入时限。",
    "2026年3月7日、2026年3月8日為週末，不計算在內。",
    "Weekend days are not counted: 7 March 2026, 8 March 2026.",
  ],
  "make-up-day-counted": [
    "2026年2月14日为调休上班日，计入时限。",
    "2026年2月14日為補班日，計算在內。",
    "14 February 2026 is a make-up working day and is counted.",
  ],
  rolled: [
    "最后一日2026年3月7日不是工作日，到期日移至2026年3月9日。",
    "最後一日2026年3月7日並非工作天，到期日移至2026年3月9日。",
    "The last day, 7 March 2026, is not a working day, so the due date moves to 9 March 2026.",
  ],
  due: ["到期时间为 2026年3月5日 23:59:59。", "到期時間為 2026年3月5日 23:59:59。", "Due on 5 March 2026 at 23:59:59."],
  "due: not final": [
    "到期时间为 2026年3月6日 23:59:59（所依据的日历尚未最终确定）。",
    "到期時間為 2026年3月6日 23:59:59（所依據的日曆尚未最終確定）。",
    "Due on 6 March 2026 at 23:59:59; the calendar it relies on is not yet final.",
  ],
  "due-not-before": [
    "工作日历“cn”的数据不足，到期日尚不能确定，但不早于2026年12月31日。",
    "工作日曆「cn」的資料不足，到期日未能確定，但不早於2026年12月31日。",
    "The working calendar “cn” does not reach far enough to give the due date, which is not before 31 December 2026.",
  ],
  "at-risk": [
    "自 2026年3月4日 00:00 起临近到期。",
    "由 2026年3月4日 00:00 起臨近到期。",
    "At risk from 4 March 2026 at 00:00.",
  ],
  ended: [
    "2026年3月3日 10:00 因“已答复”结束计时。",
    "2026年3月3日 10:00 因「已回覆」停止計時。",
    "Ended on 3 March 2026 at 10:00 by the event “Replied”.",
  ],
  "ended-on-the-spot": [
    "2026年3月2日 11:00 当场解决。",
    "2026年3月2日 11:00 即場解決。",
    "Settled on the spot on 2 March 2026 at 11:00.",
  ],
  "ended-early": [
    "因“作出处理决定”发生在2个工作日之内，无须再办理其他手续。",
    "因「作出處理決定」在2個工作天內發生，毋須再辦理其他手續。",
    "The event “Decided” came within 2 working days, so nothing more is needed.",
  ],
  "rule-in-force": [
    "收到之日（2026年3月2日）规则有效，自2021年10月5日起施行。",
    "收到當日（2026年3月2日）規則有效，由2021年10月5日起實施。",
    "The rule was in force on the day of receipt, 2 March 2026; it came into force on 5 October 2021.",
  ],
  "rule-in-force: with an end": [
    "收到之日（2023年5月10日）规则有效，自2020年11月1日起施行，自2024年6月28日起停止施行。",
    "收到當日（2023年5月10日）規則有效，由2020年11月1日起實施，由2024年6月28日起停止實施。",
    "The rule was in force on the day of receipt, 10 May 2023; it came into force on 1 November 2020; it ceased on 28 June 2024.",
  ],
  "rule-in-force: undated": [
    "收到之日（2026年3月2日）规则有效。",
    "收到當日（2026年3月2日）規則有效。",
    "The rule was in force on the day of receipt, 2 March 2026.",
  ],
  "rule-not-yet-in-force": [
    "收到之日（2020年5月10日）规则尚未施行，自2021年10月5日起施行。",
    "收到當日（2020年5月10日）規則尚未實施，由2021年10月5日起實施。",
    "The rule was not yet in force on the day of receipt, 10 May 2020; it came into force on 5 October 2021.",
  ],
  "rule-before-oldest-read": [
    "无法确定收到之日（2022年5月10日）规则是否有效：已查阅的最早文本为2023年4月5日的版本。",
    "未能確定收到當日（2022年5月10日）規則是否有效：已查閱的最早文本為2023年4月5日的版本。",
    "It cannot be said whether the rule was in force on the day of receipt, 10 May 2022: the oldest text that was read is of 5 April 2023.",
  ],
  "rule-no-longer-in-force": [
    "收到之日（2026年3月2日）规则已停止施行，自2024年6月28日起不再有效。",
    "收到當日（2026年3月2日）規則已停止實施，由2024年6月28日起不再有效。",
    "The rule was no longer in force on the day of receipt, 2 March 2026; it ceased on 28 June 2024.",
  ],
  "rule-day-unknown": [
    "收到日期不详，无法确定规则当时是否有效。",
    "收到日期不詳，未能確定規則當時是否有效。",
    "The day of receipt is not known, so it cannot be said whether the rule was in force.",
  ],
  "rule-for-anything": [
    "规则没有限定适用范围，用于何处由使用者决定。",
    "規則沒有限定適用範圍，用於何處由使用者決定。",
    "The rule does not say what it is for, so it applies wherever it is used.",
  ],
  "rule-covers": [
    "机构类型为“银行”，在规则适用范围之内。",
    "機構類別是「銀行」，屬規則的適用範圍。",
    "The rule covers the institution “Bank”.",
  ],
  "rule-does-not-cover": [
    "机构类型为“银行”，规则只适用于“非银行支付机构、征信机构”。",
    "機構類別是「銀行」，規則只適用於「非銀行支付機構、信貸資料服務機構」。",
    "The rule does not cover the institution “Bank”; it is only for “Payment institution, Credit reference agency”.",
  ],
  "rule-does-not-cover: words of the bank's own": [
    "地区为“中国内地”，规则只适用于“Macau、中国香港”。",
    "地區是「中國內地」，規則只適用於「Macau、香港」。",
    "The rule does not cover the place “Mainland China”; it is only for “Macau, Hong Kong”.",
  ],
  "rule-excepts": [
    "产品为“超级年金（澳大利亚养老金）”，规则不适用。",
    "產品是「退休公積金（澳洲）」，規則並不適用。",
    "The rule excludes the product “Superannuation”.",
  ],
  "rule-asks": [
    "无法确定规则是否适用：须看来源是否为“人民银行转送”，而该项未提供。",
    "未能確定規則是否適用：須視乎來源是否「人民銀行轉介」，而該項未有提供。",
    "It cannot be said whether the rule applies: it depends on whether the origin is “Central bank”; the origin was not given.",
  ],
  "rule-asks: more exactly": [
    "无法确定规则是否适用：须看来源是否为“人民银行转送”，仅知为“监管部门转送”尚不能确定。",
    "未能確定規則是否適用：須視乎來源是否「人民銀行轉介」，只知是「監管機構轉介」未能確定。",
    "It cannot be said whether the rule applies: it depends on whether the origin is “Central bank”, and “Regulator” does not settle that.",
  ],
  "rule-runs-from": [
    "时限自收到转送的投诉之日起算。",
    "時限由收到轉介的投訴當日起計。",
    "The time limit runs from receipt of the forwarded complaint.",
  ],
  "sla/invalid-facts": [
    "事项的情况填写有误：facts.place，收到的是2个字符的文本，只能是 cn、hk、eu、uk、us、au，是否应为 hk。",
    "個案的資料填寫有誤：facts.place，收到的是2個字元的文字，只可以是 cn、hk、eu、uk、us、au，是否應為 hk。",
    "What is known of the case is not valid at facts.place: a text of length 2 was given; allowed: cn, hk, eu, uk, us, au; perhaps hk was meant.",
  ],
  "sla/extension-beyond-normal": [
    "延期“阶段性答复”延长至 75，超过通常的 60；规则未设上限，延期仍然生效。",
    "延期「中期回覆」延長至 75，超過一般的 60；規則沒有上限，延期仍然生效。",
    "The extension “Interim reply” runs to 75, beyond the normal 60; it was granted, as the rule sets no cap.",
  ],
  "sla/early-end-unknown": [
    "工作日历或工作时间未提供或数据不足，无法确定“作出处理决定”事件（2027年1月4日 10:00）是否足够及时，可以提前结束“答复”环节（行内时限），该环节的时限继续计算。",
    "工作日曆或工作時間未有提供或資料不足，未能確定「作出處理決定」事件（2027年1月4日 10:00）是否足夠及時，可以提前結束「回覆」階段（內部時限），該階段的時限繼續計算。",
    "It is not known whether the event “Decided” of 4 January 2027 at 10:00 came early enough to end the stage “Reply” (“Internal clock”), which therefore continues: the calendar or working hours were not given or do not reach far enough.",
  ],
  "sla/invalid-policy: no cap": [
    "时限规则有误：policy.clocks[0].stages[0].extensions[0].cap，按长度（add）延长的，须设上限（cap）。",
    "時限規則有誤：policy.clocks[0].stages[0].extensions[0].cap，按長度（add）延長，須設上限（cap）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].extensions[0].cap: an extension by an amount needs a cap.",
  ],
  "sla/invalid-policy: an early end that is late": [
    "时限规则有误：policy.clocks[0].stages[0].earlyEnd.amount，不短于时限本身（3，原时限 3）。",
    "時限規則有誤：policy.clocks[0].stages[0].earlyEnd.amount，不短於時限本身（3，原時限 3）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].earlyEnd.amount: it is not shorter than the time limit itself (3, with a limit of 3).",
  ],
  "sla/event-after-now": [
    "“已答复”事件（2026年3月13日 10:00）晚于评估时点，暂不计入。",
    "「已回覆」事件（2026年3月13日 10:00）遲於評估時間，暫不計算。",
    "The event “Replied” of 13 March 2026 at 10:00 is later than the time of evaluation and does not count yet.",
  ],
  "sla/event-before-received": [
    "“已答复”事件（2026年3月1日 10:00）早于收到时间，未计入。",
    "「已回覆」事件（2026年3月1日 10:00）早於收到時間，不計算在內。",
    "The event “Replied” of 1 March 2026 at 10:00 is earlier than receipt and does not count.",
  ],
  "sla/event-after-withdrawal": [
    "“已答复”事件（2026年3月4日 10:00）发生在撤回之后，未计入。",
    "「已回覆」事件（2026年3月4日 10:00）在撤回之後發生，不計算在內。",
    "The event “Replied” of 4 March 2026 at 10:00 is later than the withdrawal and does not count.",
  ],
  "sla/event-not-supported": [
    "规则没有规定如何处理“重新受理”事件（2026年3月3日 10:00），未计入。",
    "規則沒有訂明如何處理「重新處理」事件（2026年3月3日 10:00），不計算在內。",
    "The policy has no rule for the event “Reopened” of 3 March 2026 at 10:00, which does not count.",
  ],
  "sla/merged-after-due": [
    "“合并处理”事件（2026年3月10日 10:00）发生在“答复”环节（行内时限）到期之后，该环节的时限不因此结束。",
    "「合併處理」事件（2026年3月10日 10:00）在「回覆」階段（內部時限）到期後發生，該階段的時限不會因此結束。",
    "The event “Merged” of 10 March 2026 at 10:00 came after the stage “Reply” (“Internal clock”) was due, so it does not end that time limit.",
  ],
  "sla/event-without-effect": [
    "“提出新的事实和理由”事件（2026年3月4日 10:00）未产生任何影响：当时没有正在计算的时限。",
    "「提出新的事實及理由」事件（2026年3月4日 10:00）沒有產生任何影響：當時沒有正在計算的時限。",
    "The event “New facts” of 4 March 2026 at 10:00 changed nothing: no time limit was running.",
  ],
  "sla/event-without-effect: nothing ended": [
    "“重新受理”事件（2026年3月3日 10:00）未产生任何影响：没有已办结的事项可以重新受理。",
    "「重新處理」事件（2026年3月3日 10:00）沒有產生任何影響：沒有已完結的個案可以重新處理。",
    "The event “Reopened” of 3 March 2026 at 10:00 changed nothing: nothing had ended that could be reopened.",
  ],
  "sla/duplicate-event-id": [
    "“已答复”事件（2026年3月4日 10:00）的编号“x”与另一事件相同，未计入。",
    "「已回覆」事件（2026年3月4日 10:00）的編號「x」與另一事件相同，不計算在內。",
    "The event “Replied” of 4 March 2026 at 10:00 has the ID of another event (x) and does not count.",
  ],
  "sla/duplicate-received": [
    "“收到”事件（2026年3月3日 10:00）重复：事项已登记收到，未计入。",
    "「收到」事件（2026年3月3日 10:00）重複：個案已有收到的紀錄，不計算在內。",
    "The event “Received” of 3 March 2026 at 10:00 is a second receipt and does not count.",
  ],
  "sla/already-paused": [
    "“暂停”事件（2026年3月4日 10:00）未计入：因“等候客户补充材料”已处于暂停状态。",
    "「暫停」事件（2026年3月4日 10:00）不計算在內：因「等候客戶補交文件」已在暫停。",
    "The event “Paused” of 4 March 2026 at 10:00 does not count: the clock was already paused for “waiting for the customer”.",
  ],
  "sla/resumed-without-paused": [
    "“恢复”事件（2026年3月3日 10:00）未计入：之前没有暂停。",
    "「恢復」事件（2026年3月3日 10:00）不計算在內：之前沒有暫停。",
    "The event “Resumed” of 3 March 2026 at 10:00 does not count: there was no pause before it.",
  ],
  "sla/resumed-without-paused: for a reason": [
    "“恢复”事件（2026年3月3日 10:00）未计入：之前没有因“外部鉴定、检测、评估”的暂停。",
    "「恢復」事件（2026年3月3日 10:00）不計算在內：之前沒有因「外部鑑定、檢測、評估」的暫停。",
    "The event “Resumed” of 3 March 2026 at 10:00 does not count: there was no pause before it for “Outside appraisal, testing or assessment”.",
  ],
  "sla/pause-customer-not-told": [
    "“暂停”事件（2026年3月3日 10:00）未使“答复”环节（行内时限）暂停计时：未将“等候客户补充材料”告知客户。",
    "「暫停」事件（2026年3月3日 10:00）並無令「回覆」階段（內部時限）暫停計時：未有將「等候客戶補交文件」通知客戶。",
    "The event “Paused” of 3 March 2026 at 10:00 did not pause the stage “Reply” (“Internal clock”): the customer was not told of “waiting for the customer”.",
  ],
  "sla/new-facts-after-due": [
    "“提出新的事实和理由”事件（2026年3月10日 10:00）发生在“答复”环节（行内时限）到期之后，时限不重新起算。",
    "「提出新的事實及理由」事件（2026年3月10日 10:00）在「回覆」階段（內部時限）到期後發生，時限不會重新起計。",
    "The event “New facts” of 10 March 2026 at 10:00 came after the stage “Reply” (“Internal clock”) was due, so the time limit does not start again.",
  ],
  "sla/restarted-again": [
    "“提出新的事实和理由”事件（2026年3月4日 10:00）使“答复”环节（行内时限）的时限再次重新起算，已是第 2 次。",
    "「提出新的事實及理由」事件（2026年3月4日 10:00）令「回覆」階段（內部時限）的時限再次重新起計，已是第 2 次。",
    "The event “New facts” of 4 March 2026 at 10:00 started the time limit of the stage “Reply” (“Internal clock”) again; that has now happened 2 times.",
  ],
  "sla/extension-ambiguous": [
    "“延期”事件（2026年3月10日 10:00）没有说明是哪一项延期，“答复”环节（法定时限）可用的有：情况复杂延期、情况特别复杂延期。",
    "「延期」事件（2026年3月10日 10:00）沒有說明是哪一項延期，「回覆」階段（法定時限）可用的有：情況複雜延期、情況特別複雜延期。",
    "The event “Extended” of 10 March 2026 at 10:00 does not say which extension it is; for the stage “Reply” (“Statutory clock”) there are “Complex case, Especially complex case”.",
  ],
  "sla/extension-after-due": [
    "延期“分行延期”未生效：“延期”事件（2026年3月10日 10:00）发生在“答复”环节（行内时限）到期之后。",
    "延期「分行延期」未有生效：「延期」事件（2026年3月10日 10:00）在「回覆」階段（內部時限）到期後發生。",
    "The extension “Branch extension” was not granted: the event “Extended” of 10 March 2026 at 10:00 came after the stage “Reply” (“Internal clock”) was due.",
  ],
  "sla/extension-beyond-cap": [
    "延期“分行延期”未生效：“延期”事件（2026年3月3日 10:00）申请延长至 8，超过上限 7。",
    "延期「分行延期」未有生效：「延期」事件（2026年3月3日 10:00）申請延長至 8，超過上限 7。",
    "The extension “Branch extension” was not granted: the event “Extended” of 3 March 2026 at 10:00 asks for 8, which is above the cap of 7.",
  ],
  "sla/extension-no-gain": [
    "延期“分行延期”未生效：“延期”事件（2026年3月3日 10:00）没有使“答复”环节（行内时限）的时限延长。",
    "延期「分行延期」未有生效：「延期」事件（2026年3月3日 10:00）沒有令「回覆」階段（內部時限）的時限延長。",
    "The extension “Branch extension” was not granted: the event “Extended” of 3 March 2026 at 10:00 does not make the time limit of the stage “Reply” (“Internal clock”) longer.",
  ],
  "sla/extension-not-approved": [
    "延期“特殊情况延期”未生效：“延期”事件（2026年3月3日 10:00）须经“主管部门”批准。",
    "延期「特殊情況延期」未有生效：「延期」事件（2026年3月3日 10:00）須經「負責部門」批准。",
    "The extension “Special case” was not granted: the event “Extended” of 3 March 2026 at 10:00 needs the approval of “Department in charge”.",
  ],
  "sla/extension-customer-not-told": [
    "延期“情况特别复杂延期”未生效：“延期”事件（2026年3月20日 10:00）没有告知客户。",
    "延期「情況特別複雜延期」未有生效：「延期」事件（2026年3月20日 10:00）未有通知客戶。",
    "The extension “Especially complex case” was not granted: the customer was not told of the event “Extended” of 20 March 2026 at 10:00.",
  ],
  "sla/policy-not-yet-in-force": [
    "事项于2020年10月31日收到，时限规则“cn.pboc.forwarded-payment-complaint”（版本2020-5）自2020年11月1日起才施行；时限仍按此规则计算。",
    "個案於2020年10月31日收到，時限規則「cn.pboc.forwarded-payment-complaint」（版本2020-5）由2020年11月1日起才實施；時限仍按此規則計算。",
    "The case was received on 31 October 2020, before the time-limit policy “cn.pboc.forwarded-payment-complaint” (version 2020-5) came into force on 1 November 2020; it was applied all the same.",
  ],
  "sla/policy-before-oldest-read": [
    "事项于2022年5月10日收到，当时的规则不详：时限规则“hk.hkma.complaint”（版本2023-01-06）已查阅的最早文本为2023年4月5日的版本；时限仍按此规则计算。",
    "個案於2022年5月10日收到，當時的規則不詳：時限規則「hk.hkma.complaint」（版本2023-01-06）已查閱的最早文本為2023年4月5日的版本；時限仍按此規則計算。",
    "The case was received on 10 May 2022, and nothing is known of the rule then: the oldest text read for the time-limit policy “hk.hkma.complaint” (version 2023-01-06) is of 5 April 2023. It was applied all the same.",
  ],
  "sla/policy-no-longer-in-force": [
    "事项于2026年3月2日收到，时限规则“cn.pboc.forwarded-bank-complaint”（版本2020-5）自2024年6月28日起已不再有效；时限仍按此规则计算。",
    "個案於2026年3月2日收到，時限規則「cn.pboc.forwarded-bank-complaint」（版本2020-5）由2024年6月28日起已不再有效；時限仍按此規則計算。",
    "The case was received on 2 March 2026, and the time-limit policy “cn.pboc.forwarded-bank-complaint” (version 2020-5) ceased on 28 June 2024; it was applied all the same.",
  ],
  "sla/extension-used-up": [
    "延期“分行延期”未生效：最多可用 1 次，已用完。",
    "延期「分行延期」未有生效：最多可用 1 次，已用完。",
    "The extension “Branch extension” was not granted: the number allowed (1) has been used up.",
  ],
  "sla/extension-needs-earlier": [
    "延期“情况特别复杂延期”未生效：须先经“情况复杂延期”。",
    "延期「情況特別複雜延期」未有生效：須先經「情況複雜延期」。",
    "The extension “Especially complex case” was not granted: it needs “Complex case” first.",
  ],
  "sla/not-received": [
    "事项 c：没有登记收到时间，时限无法起算。",
    "個案 c：未有記錄收到時間，時限無法起計。",
    "Case c: No receipt has been recorded, so there is nothing to count from.",
  ],
  "sla/unknown-policy": [
    "事项 c：事项所用的时限规则（10个字符的文本）不在已提供的规则之中。",
    "個案 c：個案所用的時限規則（10個字元的文字）不在已提供的規則之中。",
    "Case c: The time-limit policy of the case (a text of length 10) is not among those given.",
  ],
  "sla/invalid-case": [
    "该条资料不是可读取的事项：cases[0].id，收到的是空文本。",
    "該項資料並非可讀取的個案：cases[0].id，收到的是空白文字。",
    "The row is not a case that can be read at cases[0].id: an empty text was given.",
  ],
  "sla/invalid-policy": [
    "时限规则有误：policy.clocks[0].stages，收到的是空列表，至少须有 1 项。",
    "時限規則有誤：policy.clocks[0].stages，收到的是空白清單，至少須有 1 項。",
    "The time-limit policy is not valid at policy.clocks[0].stages: an empty list was given; it must have 1 or more entries.",
  ],
  "sla/invalid-policy: a word": [
    "时限规则有误：policy.clocks[0].stages[0].roll，收到的是10个字符的文本，只能是 none、following、preceding，是否应为 following。",
    "時限規則有誤：policy.clocks[0].stages[0].roll，收到的是10個字元的文字，只可以是 none、following、preceding，是否應為 following。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].roll: a text of length 10 was given; allowed: none, following, preceding; perhaps following was meant.",
  ],
  "sla/invalid-policy: an id twice": [
    "时限规则有误：policy.clocks[0].stages[1].id，重复（“reply”）。",
    "時限規則有誤：policy.clocks[0].stages[1].id，重複（「reply」）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[1].id: it occurs twice (“reply”).",
  ],
  "sla/invalid-policy: a pause twice": [
    "时限规则有误：policy.clocks[0].stages[0].pauses[1].reason，重复（“a”）。",
    "時限規則有誤：policy.clocks[0].stages[0].pauses[1].reason，重複（「a」）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].pauses[1].reason: it occurs twice (“a”).",
  ],
  "sla/invalid-policy: no amount": [
    '时限规则有误：policy.clocks[0].stages[0].amount，须为规定范围内的整数，收到的是"0"，应不小于 1，应不大于 10,000。',
    '時限規則有誤：policy.clocks[0].stages[0].amount，須為規定範圍內的整數，收到的是"0"，不應小於 1，不應大於 10,000。',
    'The time-limit policy is not valid at policy.clocks[0].stages[0].amount: a whole number within the limits is needed; "0" was given; minimum 1; maximum 10,000.',
  ],
  "sla/invalid-policy: a time": [
    '时限规则有误：policy.clocks[0].stages[0].cutOff，时间须写为 hh:mm，由 00:00 至 23:59，收到的是"24:00"。',
    '時限規則有誤：policy.clocks[0].stages[0].cutOff，時間須寫成 hh:mm，由 00:00 至 23:59，收到的是"24:00"。',
    'The time-limit policy is not valid at policy.clocks[0].stages[0].cutOff: a time is written as hh:mm, from 00:00 to 23:59; "24:00" was given.',
  ],
  "sla/invalid-policy: a percentage": [
    '时限规则有误：policy.clocks[0].stages[0].atRisk.share，须为大于 0、不超过 1 的小数，小数最多四位，如 0.75 表示 75%，收到的是"75"。',
    '時限規則有誤：policy.clocks[0].stages[0].atRisk.share，須為大於 0、不超過 1 的小數，最多四個小數位，例如 0.75 代表 75%，收到的是"75"。',
    'The time-limit policy is not valid at policy.clocks[0].stages[0].atRisk.share: a share is above 0 and at most 1 with no more than four decimal places, 0.75 for 75%; "75" was given.',
  ],
  "sla/invalid-policy: a circle": [
    "时限规则有误：policy.clocks[0].stages[0].from，各环节的起算点互为循环。",
    "時限規則有誤：policy.clocks[0].stages[0].from，各階段的起計點互為循環。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].from: the stages run from each other in a circle.",
  ],
  "sla/invalid-policy: beyond the cap": [
    "时限规则有误：policy.clocks[0].stages[0].extensions[0].to，超过上限（7，上限 6）。",
    "時限規則有誤：policy.clocks[0].stages[0].extensions[0].to，超過上限（7，上限 6）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].extensions[0].to: it is beyond the cap (7, with a cap of 6).",
  ],
  "sla/invalid-policy: no longer": [
    "时限规则有误：policy.clocks[0].stages[0].extensions[0].to，没有比原时限更长（3，原时限 3）。",
    "時限規則有誤：policy.clocks[0].stages[0].extensions[0].to，未有比原時限更長（3，原時限 3）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].extensions[0].to: it is not longer than the time limit it extends (3, with a limit of 3).",
  ],
  "sla/invalid-policy: a cap reached": [
    "时限规则有误：policy.clocks[0].stages[0].extensions[0].cap，没有比原时限更长（上限 3，原时限 3）。",
    "時限規則有誤：policy.clocks[0].stages[0].extensions[0].cap，未有比原時限更長（上限 3，原時限 3）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].extensions[0].cap: it is not longer than the time limit it extends (a cap of 3, with a limit of 3).",
  ],
  "sla/invalid-policy: twice to a length": [
    "时限规则有误：policy.clocks[0].stages[0].extensions[0].times，延长至固定长度的延期只能用一次（2 次）。",
    "時限規則有誤：policy.clocks[0].stages[0].extensions[0].times，延長至固定長度的延期只可以使用一次（2 次）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].extensions[0].times: an extension to a fixed length can be used only once (times: 2).",
  ],
  "sla/invalid-policy: another unit": [
    "时限规则有误：policy.clocks[0].stages[0].extensions[0].unit，工作分钟与其他单位不能混用（“工作分钟”）。",
    "時限規則有誤：policy.clocks[0].stages[0].extensions[0].unit，工作分鐘與其他單位不可以混用（「工作分鐘」）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[0].extensions[0].unit: working minutes do not mix with other units (“Working minutes”).",
  ],
  "sla/invalid-policy: hours": [
    "时限规则有误：policy.hours，需要工作时间，但没有指定（“reply”）。",
    "時限規則有誤：policy.hours，需要工作時間，但未有指定（「reply」）。",
    "The time-limit policy is not valid at policy.hours: working hours are needed but not named (“reply”).",
  ],
  "sla/invalid-policy: re-opening": [
    "时限规则有误：policy.clocks[0].stages[1].reopen，重新受理的规定须与其起算环节相同（“a”：“重新计时”）。",
    "時限規則有誤：policy.clocks[0].stages[1].reopen，重新處理的規定須與其起計階段相同（「a」：「重新計時」）。",
    "The time-limit policy is not valid at policy.clocks[0].stages[1].reopen: the rule for a reopening must be that of the stage it runs from (“a”: “the time limit starts again”).",
  ],
  "sla/invalid-policy: quiet hours": [
    "时限规则有误：policy.quietHours.to，结束时间与开始时间相同（“22:00”）。",
    "時限規則有誤：policy.quietHours.to，結束時間與開始時間相同（「22:00」）。",
    "The time-limit policy is not valid at policy.quietHours.to: the end is the same as the beginning (“22:00”).",
  ],
  "sla/invalid-event": [
    "事件记录有误：events[0].type，收到的是8个字符的文本，只能是 received、acknowledged、paused、resumed、extended、new-facts、resolved、replied、accepted、withdrawn、re-opened、merged、reassigned。",
    "事件紀錄有誤：events[0].type，收到的是8個字元的文字，只可以是 received、acknowledged、paused、resumed、extended、new-facts、resolved、replied、accepted、withdrawn、re-opened、merged、reassigned。",
    "An event is not valid at events[0].type: a text of length 8 was given; allowed: received, acknowledged, paused, resumed, extended, new-facts, resolved, replied, accepted, withdrawn, re-opened, merged, reassigned.",
  ],
  "sla/invalid-context": [
    "计算时限所需的资料有误：context.nows，是否应为 now。",
    "計算時限所需的資料有誤：context.nows，是否應為 now。",
    "The data for computing the time limit are not valid at context.nows; perhaps now was meant.",
  ],
  "sla/invalid-result": [
    '该结果或报表不是由本系统计算得出：result.stages，收到的是"1"（数字）。',
    '該結果或報表並非由本系統計算得出：result.stages，收到的是"1"（數字）。',
    'The result or report was not made by this library at result.stages: "1" was given (a number).',
  ],
  "sla/missing-calendar": [
    "规则“acme.test”需要工作日历“cn”，但未提供。",
    "規則「acme.test」需要工作日曆「cn」，但未有提供。",
    "The policy “acme.test” needs the working calendar “cn”, which was not given.",
  ],
  "sla/ambiguous-calendar": [
    "编号为“desk”的日历或工作时间有多个版本（1、2），无法确定使用哪一个。",
    "編號為「desk」的日曆或工作時間有多個版本（1、2），無法確定使用哪一個。",
    "There are several versions (1, 2) of the calendar or working hours “desk”, and nothing says which to use.",
  ],
  "sla/missing-hours": [
    "规则“acme.test”需要工作时间“desk”，但未提供（已提供：night）。",
    "規則「acme.test」需要工作時間「desk」，但未有提供（已提供：night）。",
    "The policy “acme.test” needs the working hours “desk”, which were not given (given: night).",
  ],
  "sla/hours-in-another-zone": [
    "工作时间“desk”的时区与规则“acme.test”的时区（Asia/Shanghai）不同。",
    "工作時間「desk」的時區與規則「acme.test」的時區（Asia/Shanghai）不同。",
    "The working hours “desk” are not in the time zone of the policy “acme.test”, Asia/Shanghai.",
  ],
  "sla/reversed-window": [
    "时间范围有误：终点 2026年3月5日 10:00 早于起点 2026年3月6日 10:00。",
    "時間範圍有誤：終點 2026年3月5日 10:00 早於起點 2026年3月6日 10:00。",
    "The time window ends on 5 March 2026 at 10:00, before it begins on 6 March 2026 at 10:00.",
  ],
  "sla/invalid-age-bands": [
    '处理时长的分段须由小到大排列：context.ageBands[1]，收到的是"3"。',
    '處理時間的分段須由小至大排列：context.ageBands[1]，收到的是"3"。',
    'The age bands must be in ascending order at context.ageBands[1]: "3" was given.',
  ],
  "sla/reports-differ": [
    "两份报表的“asOf”不一致，不能合并。",
    "兩份報表的「asOf」不一致，不能合併。",
    "The two reports differ in “asOf” and cannot be merged.",
  ],
};

test.each(Object.entries(provoked))("%s is told in each language", (name, provoke) => {
  expect(told(provoke())).toStrictEqual(sentences[name]);
});

test("nothing of the reason's own spelling is left in a sentence, and each ends where it should", () => {
  for (const [name, all] of Object.entries(sentences)) {
    for (const sentence of all) {
      expect(sentence, name).toMatch(/[。.]$/);
      expect(sentence, name).not.toMatch(/[{}]|\[[^\d]|undefined|(?<!\()\bnull\b|NaN|\[object/);
    }
  }
});

describe("every reason of the room", () => {
  test("is told here", () => {
    const provokedKeys = new Set(Object.keys(provoked).map((name) => name.split(":")[0]));
    const codes = Object.keys(en).filter((key) => key.startsWith("sla/"));
    expect(codes.filter((code) => !provokedKeys.has(code))).toStrictEqual([]);
  });
  test("of whole evaluations, too", () => {
    const events = [receipt, paused("2026-03-03", "2026-03-03"), { ...on("resumed", "2026-03-05"), id: "y" }];
    for (const policy of [pausing, cutOff, nfraComplaintPolicy, sourceComplaintPolicy]) {
      const { stages, issues } = evaluate(policy, events, at("2026-03-20"));
      for (const reason of [...issues, ...stages.flatMap(({ explanation }) => explanation)]) {
        for (const sentence of told(reason)) expect(sentence).toMatch(/[。.]$/);
      }
    }
  });
});
