import { expect, test } from "vitest";

import {
  checkComplaint,
  complaintFromEntry,
  complaintMeasures,
  complaintStatistics,
  dismissEntry,
  exampleComplaintHandling,
  mergeComplaintStatistics,
  noteComplaint,
  receiveComplaint,
  repeatComplaints,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintCase,
  type ComplaintContext,
  type ComplaintHandlingPolicy,
  type ComplaintHistoryEntry,
  type OpinionEntry,
} from "../../src/complaints/index.ts";
import { derivePolicy } from "../../src/core/index.ts";
import { money } from "../../src/money/index.ts";
import { intake, minute, received, stepOf, taken, walk } from "../complaints/fixtures.ts";
import { oneOf, refused, thrownBy, told } from "../support/told.ts";

const house: ComplaintHandlingPolicy = derivePolicy(
  exampleComplaintHandling,
  {
    redressAuthorities: [{ role: "outlet-head", upTo: money("500", "CNY") }],
    separation: [
      {
        id: "four-eyes",
        between: ["register", "close"],
        scope: "same-case",
        relation: "same-person",
        source: "circular 9",
      },
    ],
  },
  { id: "acme.handling", version: "3", source: "circular 9" },
);
const registered = walk(received(), ["register"]);
const investigating = walk(received(), ["register", "investigate"]);
const decided = walk(received(), ["register", "investigate", "decide"]);
const followedUp = walk(received(), ["register", "investigate", "decide", "reply", "follow-up"]);
const closed = walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]);
/** The same, that keeps nobody apart. */
const plain: ComplaintHandlingPolicy = { ...house, separation: [] };
const step = (complaint: ComplaintCase, type: ComplaintAction["type"], changes: object = {}) =>
  refused(transitionComplaint(complaint, { ...stepOf(type, 30), ...changes }, plain));
const redress = (changes: object = {}, by = "E-6") =>
  step(investigating, "decide", {
    by,
    redress: { amount: money("501", "CNY"), authority: "outlet-head", approvedBy: "E-7", ...changes },
  });
/** What checking finds wrong with a complaint that one entry more is written into. */
const stored = (
  code: string,
  complaint: ComplaintCase,
  entry: object,
  context: ComplaintContext = {},
  policy = house,
) =>
  oneOf(
    checkComplaint(
      {
        ...complaint,
        history: [...complaint.history, { at: minute(30), by: "E-9", ...entry } as ComplaintHistoryEntry],
      },
      policy,
      context,
    ),
    code,
  );
const asStored = (code: string, complaint: ComplaintCase, type: ComplaintAction["type"], changes: object = {}) =>
  stored(
    `complaints/${code}`,
    complaint,
    { ...stepOf(type, 30), ...changes },
    {},
    code === "separated" ? house : plain,
  );
const acceptance = { receivedAt: minute(30), form: "letter", reference: "letter 31" } as const;
const brought = { ...acceptance, what: "a receipt" } as const;
const slip = {
  id: "S-1",
  source: "opinion-box",
  outlet: "B-12",
  foundAt: minute(0),
  foundBy: "E-4",
  writtenOn: null,
  outcome: null,
} as const satisfies OpinionEntry;
const dismissed = { kind: "dismissed", reason: "praise", at: minute(1), by: "E-4" } as const;
const by = (minutes: number, reason = "praise") => ({ at: minute(minutes), by: "E-4", reason });
const apart = (scope: "same-case" | "always", relation: "same-person" | "same-team"): ComplaintHandlingPolicy => ({
  ...house,
  separation: [{ id: "four-eyes", between: ["register", "close"], scope, relation, source: "circular 9" }],
});

const reasons = {
  "too many representatives": step(received({ representatives: ["1", "2", "3", "4", "5", "6"] }), "register"),
  "handled by its subject": step(received(), "register", { handler: "E-2" }),
  "more time approved by the handler": step(investigating, "extend", { by: "E-8", approvedBy: "E-9" }),
  "more time approved by whoever asks": step(investigating, "extend", { by: "E-8", approvedBy: "E-8" }),
  "redress decided by the handler": redress({}, "E-9"),
  "redress approved by whoever decides": redress({ approvedBy: "E-6" }),
  "an agent without authority": step(received({ complainant: { capacity: "agent", person: "A. Chan" } }), "register"),
  "a withdrawal nobody asked for yet": step(registered, "withdraw", {
    request: { receivedAt: minute(31), form: "phone", reference: "recording 7" },
  }),
  "a proof of tomorrow": step(
    received({
      complainant: { capacity: "agent", person: "A. Chan", proof: { reference: "letter 7", on: "2026-02-15" } },
    }),
    "register",
  ),
  "an agent about whom it is": step(received({ complainant: { capacity: "agent", person: "E-2" } }), "register"),
  "merged with one that is over": refused(
    transitionComplaint(registered, stepOf("merge", 30), plain, {
      linked: [taken(received({ id: "C-0", personsComplainedOf: [] }), [stepOf("withdraw", 1)], plain, {})],
    }),
  ),
  "merged into a later one": refused(
    transitionComplaint(registered, stepOf("merge", 30), plain, {
      linked: [received({ id: "C-0", receivedAt: minute(9), personsComplainedOf: [] })],
    }),
  ),
  "merged with another client's": refused(
    transitionComplaint(registered, stepOf("merge", 30), plain, {
      linked: [received({ id: "C-0", client: "K-78", personsComplainedOf: [] })],
    }),
  ),
  "merged into one that does not know": refused(
    transitionComplaint(registered, stepOf("merge", 30), plain, {
      linked: [received({ id: "C-0", personsComplainedOf: [] })],
    }),
  ),
  "declined on a ground that is not listed": refused(
    transitionComplaint(registered, stepOf("decline", 30), { ...plain, declineGrounds: [] }),
  ),
  "reviewed by the handler": step(followedUp, "escalate", { to: "E-9" }),
  "redress in slices": refused(
    transitionComplaint(
      taken(investigating, [
        {
          ...stepOf("decide", 3),
          by: "E-6",
          redress: { amount: money("400", "CNY"), authority: "outlet-head", approvedBy: "E-7" },
        } as ComplaintAction,
        stepOf("reply", 4),
        stepOf("re-open", 5),
        stepOf("investigate", 6),
      ]),
      {
        ...stepOf("decide", 30),
        by: "E-6",
        redress: { amount: money("200", "CNY"), authority: "outlet-head", approvedBy: "E-7" },
      } as ComplaintAction,
      plain,
    ),
  ),
  "merged with itself": step(registered, "merge", { into: "C-1" }),
  "more time that nobody approved": step(investigating, "extend", { approvedBy: "" }),
  "the client was not told what to expect": refused(
    transitionComplaint({ ...registered, history: registered.history.slice(0, 2) }, stepOf("investigate", 30), house),
  ),
  "redress that nobody approved": redress({ approvedBy: "" }),
  "redress in a currency without authority": redress({ amount: money("1", "HKD") }),
  "redress beyond authority": redress(),
  "a reply that lacks something": step(decided, "reply", { items: ["result"], remedies: ["review", "court"] }),
  "a reply without a form": step(decided, "reply", { form: "none" }),
  "a sale": refused(
    noteComplaint(registered, { type: "offer-sale", at: minute(30), by: "E-9", product: "fund" }, house),
  ),
  "a slip processed twice": refused(dismissEntry({ ...slip, outcome: dismissed }, by(2))),
  "a slip processed before it was found": refused(
    complaintFromEntry(
      { ...slip, foundAt: minute(5) },
      { id: "C-9", client: null, contactable: false, category: "queue", personsComplainedOf: [] },
      { at: minute(1), by: "E-4" },
    ),
  ),
  "a slip dismissed without a reason": refused(dismissEntry(slip, by(2, " "))),
  "stored: too many representatives": stored(
    "complaints/too-many-representatives",
    received({ representatives: ["1", "2", "3", "4", "5", "6"] }),
    stepOf("register", 30),
  ),
  "stored: handled by its subject": asStored("separated", received(), "register", { handler: "E-2" }),
  "stored: an agent without authority": asStored(
    "authority-not-shown",
    received({ complainant: { capacity: "agent", person: "A. Chan" } }),
    "register",
  ),
  "stored: a withdrawal nobody asked for yet": asStored("message-out-of-time", registered, "withdraw", {
    request: { receivedAt: minute(31), form: "phone", reference: "recording 7" },
  }),
  "stored: new facts from before the complaint": stored(
    "complaints/message-out-of-time",
    registered,
    { type: "bring-new-facts", facts: { ...brought, receivedAt: "2026-02-13T09:00:00+08:00" } },
    {},
    plain,
  ),
  "stored: an acceptance of nothing": stored(
    "complaints/nothing-to-accept",
    registered,
    { type: "client-accepts", acceptance },
    {},
    plain,
  ),
  "stored: merged with itself": asStored("merged-with-itself", registered, "merge", { into: "C-1" }),
  "stored: more time that nobody approved": asStored("no-approver", investigating, "extend", { approvedBy: "" }),
  "stored: the client was not told what to expect": asStored(
    "client-not-told-what-to-expect",
    { ...registered, history: registered.history.slice(0, 2) },
    "investigate",
  ),
  "stored: redress that nobody approved": asStored("redress-without-authority", investigating, "decide", {
    by: "E-6",
    redress: { amount: money("1", "CNY"), authority: "", approvedBy: "E-7" },
  }),
  "stored: redress beyond authority": asStored("redress-beyond-authority", investigating, "decide", {
    by: "E-6",
    redress: { amount: money("1501", "CNY"), authority: "outlet-head", approvedBy: "E-7" },
  }),
  "stored: a reply that lacks something": asStored("reply-incomplete", decided, "reply", {
    items: ["result", "reasons", "redress"],
  }),
  "stored: a reply without a form": asStored("reply-without-form", decided, "reply", { form: "none" }),
  "stored: a sale": stored("complaints/selling-not-allowed", registered, { type: "offer-sale", product: "fund" }),
  "stored: a step out of place": asStored("transition-not-allowed", received(), "reply"),
  "stored: a note after the end": stored(
    "complaints/case-over",
    closed,
    { type: "bring-new-facts", facts: brought },
    {},
    plain,
  ),
  "stored: a step before the last": asStored("before-last-entry", registered, "investigate", { at: minute(0) }),
  "stored: one person in both": asStored("separated", followedUp, "close"),
  "stored: a linked case that is missing": stored(
    "complaints/separation-unknown",
    { ...followedUp, links: ["C-8"] },
    { ...stepOf("close", 30), by: "E-8" },
  ),
  "stored: other cases that are missing": stored(
    "complaints/separation-unknown",
    followedUp,
    { ...stepOf("close", 30), by: "E-8" },
    {},
    apart("always", "same-person"),
  ),
  "stored: a team that is missing": stored(
    "complaints/separation-unknown",
    followedUp,
    { ...stepOf("close", 30), by: "E-8" },
    { teams: [] },
    apart("same-case", "same-team"),
  ),
  "stored: a receipt that comes late": stored("complaints/not-received-first", received(), {
    type: "receive",
    personsComplainedOf: [],
  }),
  "a state that the history does not lead to": oneOf(
    checkComplaint({ ...registered, state: "closed" }, house),
    "complaints/state-differs",
  ),
  "another handler": oneOf(checkComplaint({ ...registered, handler: "E-3" }, house), "complaints/handler-differs"),
  "others complained of": oneOf(
    checkComplaint({ ...registered, personsComplainedOf: ["E-1"] }, house),
    "complaints/persons-complained-of-differs",
  ),
  "nobody complained of": oneOf(
    checkComplaint({ ...registered, personsComplainedOf: [] }, house),
    "complaints/persons-complained-of-differs",
  ),
  "no handler": oneOf(checkComplaint({ ...registered, handler: null }, house), "complaints/handler-differs"),
  "a handler too early": oneOf(checkComplaint({ ...received(), handler: "E-3" }, house), "complaints/handler-differs"),
  "an id that is empty": thrownBy(() => receiveComplaint({ ...intake, id: "" })),
  "a misspelt member": thrownBy(() => receiveComplaint({ ...intake, clients: "K" } as never)),
  "a misspelt state": thrownBy(() => complaintStatistics([{ ...registered, state: "registerd" as never }], [])),
  "a misspelt policy": thrownBy(() => checkComplaint(registered, { ...house, sellingAlowed: true } as never)),
  "no options": thrownBy(() => repeatComplaints([], null as never)),
  "redress below nothing": thrownBy(() => redress({ amount: money("-0.01", "CNY") })),
  "an unknown dimension": thrownBy(() => complaintStatistics([], ["branch" as never])),
  "an unknown subject": thrownBy(() =>
    complaintMeasures([], { period: "2026", zone: "Asia/Shanghai", of: "branch" as never }),
  ),
  "statistics that differ": thrownBy(() =>
    mergeComplaintStatistics(complaintStatistics([], ["outlet"]), complaintStatistics([], [])),
  ),
  "a complaint given twice": thrownBy(() =>
    repeatComplaints([registered, registered], { withinDays: 30, zone: "Asia/Shanghai" }),
  ),
};

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "too many representatives",
    "共同投诉的代表有 6 人，超过上限 5 人。",
    "共同投訴的代表有 6 人，超過上限 5 人。",
    "The group complaint has 6 representatives, more than the limit of 5.",
  ],
  [
    "handled by its subject",
    "按职责分离规定“被投诉人只能接收投诉，不得参与处理”，E-2 不能办理这一步骤：双方不得为同一人，请由其他人办理。",
    "按職責分隔規定「被投訴人只可接收投訴，不得參與處理」，E-2 不可處理這一步驟：雙方不得為同一人，請由其他人處理。",
    "The segregation rule “the person complained of may only receive the complaint” does not allow E-2 to take this step: the two sides must not be the same person. Someone else must take it.",
  ],
  [
    "more time approved by the handler",
    "按职责分离规定“处理过该投诉的人员不得批准延期或补偿”，E-9 不能办理这一步骤：双方不得为同一人，请由其他人办理。",
    "按職責分隔規定「曾處理該投訴的職員不得批准延期或補償」，E-9 不可處理這一步驟：雙方不得為同一人，請由其他人處理。",
    "The segregation rule “nobody who has handled the complaint may approve an extension or redress in it” does not allow E-9 to take this step: the two sides must not be the same person. Someone else must take it.",
  ],
  [
    "more time approved by whoever asks",
    "按职责分离规定“延期须由申请人以外的人员批准”，E-8 不能办理这一步骤：双方不得为同一人，请由其他人办理。",
    "按職責分隔規定「延期須由申請人以外的職員批准」，E-8 不可處理這一步驟：雙方不得為同一人，請由其他人處理。",
    "The segregation rule “an extension must be approved by someone other than whoever asked for it” does not allow E-8 to take this step: the two sides must not be the same person. Someone else must take it.",
  ],
  [
    "redress decided by the handler",
    "按职责分离规定“给予补偿的决定须由未处理过该投诉的人员作出”，E-9 不能办理这一步骤：双方不得为同一人，请由其他人办理。",
    "按職責分隔規定「給予補償的決定須由未曾處理該投訴的職員作出」，E-9 不可處理這一步驟：雙方不得為同一人，請由其他人處理。",
    "The segregation rule “redress must be decided by someone who has not handled the complaint” does not allow E-9 to take this step: the two sides must not be the same person. Someone else must take it.",
  ],
  [
    "redress approved by whoever decides",
    "按职责分离规定“补偿须由未就该投诉作出处理决定的人员批准”，E-6 不能办理这一步骤：双方不得为同一人，请由其他人办理。",
    "按職責分隔規定「補償須由未有就該投訴作出處理決定的職員批准」，E-6 不可處理這一步驟：雙方不得為同一人，請由其他人處理。",
    "The segregation rule “redress must be approved by someone who has not decided the complaint” does not allow E-6 to take this step: the two sides must not be the same person. Someone else must take it.",
  ],
  [
    "an agent without authority",
    "该投诉由受托人代客户提出，尚未提交授权或身份证明材料。",
    "該投訴由獲授權人代客戶提出，尚未提交授權或身分證明文件。",
    "The complaint was brought by someone acting for the customer (“Agent”), whose authority has not been shown.",
  ],
  [
    "a withdrawal nobody asked for yet",
    "收到客户申请或陈述的时间 2026年2月13日 10:31 须在其所针对的环节（2026年2月13日 10:00）之后、登记（2026年2月13日 10:30）之前。",
    "收到客戶要求或陳述的時間 2026年2月13日 10:31 必須在其所針對的環節（2026年2月13日 10:00）之後、記錄（2026年2月13日 10:30）之前。",
    "The customer’s request or statement, received on 13 February 2026 at 10:31, must come after what it follows (13 February 2026 at 10:00) and before it is recorded (13 February 2026 at 10:30).",
  ],
  [
    "a proof of tomorrow",
    "授权或身份证明材料的日期 2026年2月15日 晚于提交该材料的时间（2026年2月13日 10:00）。",
    "授權或身分證明文件的日期 2026年2月15日 遲於提交該文件的時間（2026年2月13日 10:00）。",
    "The proof of authority, of 15 February 2026, is dated after the step it came with (13 February 2026 at 10:00).",
  ],
  [
    "an agent about whom it is",
    "E-2 是被投诉人，不能代客户提出该投诉。",
    "E-2 是被投訴人，不能代客戶提出該投訴。",
    "E-2 is complained of and cannot act for the customer in this complaint.",
  ],
  [
    "merged with one that is over",
    "投诉“C-0”已经结束（已撤回），不能合并处理。",
    "投訴「C-0」已經完結（已撤回），不能合併處理。",
    "The complaint “C-0” was over (“Withdrawn”) and cannot be merged.",
  ],
  [
    "merged into a later one",
    "投诉“C-1”（2026年2月13日 10:00）不能并入收到时间更晚的投诉“C-0”（2026年2月13日 10:09）。",
    "投訴「C-1」（2026年2月13日 10:00）不能併入較遲收到的投訴「C-0」（2026年2月13日 10:09）。",
    "The complaint “C-1” (13 February 2026 at 10:00) cannot be merged into “C-0”, which was received later (13 February 2026 at 10:09).",
  ],
  [
    "merged with another client's",
    "投诉“C-0”属于另一客户，不能与本投诉合并处理。",
    "投訴「C-0」屬於另一客戶，不能與本投訴合併處理。",
    "The complaint “C-0” is another customer’s and cannot be merged with this one.",
  ],
  [
    "merged into one that does not know",
    "投诉“C-0”尚未登记并入投诉“C-1”，须先登记，再合并处理。",
    "投訴「C-0」尚未記錄併入投訴「C-1」，須先記錄，再合併處理。",
    "The complaint “C-1” cannot be merged into “C-0” until “C-0” has taken it in.",
  ],
  [
    "declined on a ground that is not listed",
    "投诉处理办法不允许以“不是由投诉人或者其法定代理人、受托人提出”为由不予办理。",
    "投訴處理政策不容許以「並非由客戶本人、法定代理人或獲授權人提出」為由不予處理。",
    "The complaint-handling policy does not allow a complaint to be declined on the ground “Not brought by the customer or anyone entitled to act for them”.",
  ],
  [
    "reviewed by the handler",
    "E-9 是被投诉人，或曾处理该投诉、就其作出决定，不得负责核查。",
    "E-9 是被投訴人，或曾處理該投訴、就其作出決定，不得負責覆核。",
    "E-9 is complained of, or has handled or decided the complaint, and cannot review it.",
  ],
  [
    "redress in slices",
    "补偿金额 200.00 加上此前已给予的 400.00 超过“outlet-head”的权限 500.00。",
    "補償金額 200.00 加上之前已給予的 400.00 超過「outlet-head」的權限 500.00。",
    "Redress of 200.00, on top of 400.00 granted before, is more than “outlet-head” may grant, which is 500.00.",
  ],
  [
    "others complained of",
    "投诉登记的被投诉人为 E-1，按处理记录应为 E-1、E-2。",
    "投訴登記的被投訴人為 E-1，按處理紀錄應為 E-1、E-2。",
    "The complaint is filed as being about E-1, but according to its history it is about E-1, E-2.",
  ],
  [
    "merged with itself",
    "投诉“C-1”不能与自身合并处理。",
    "投訴「C-1」不能與自身合併處理。",
    "The complaint “C-1” cannot be merged with itself.",
  ],
  ["more time that nobody approved", "延期须注明批准人。", "延期須註明批准人。", "An extension needs an approver."],
  [
    "the client was not told what to expect",
    "投诉未当场解决的，须先告知客户处理时间预期。",
    "投訴未能即場解決的，須先告知客戶預計處理時間。",
    "The customer must be told what to expect before a complaint that is not settled on the spot can proceed.",
  ],
  [
    "redress that nobody approved",
    "补偿须经有权限的人员批准，请填写权限角色和批准人。",
    "補償須經有權限的職員批准，請填寫權限職級及批准人。",
    "Redress needs the approval of someone with the authority to grant it; give the role and who approved it.",
  ],
  [
    "redress in a currency without authority",
    "补偿须经有权限的人员批准，所填角色无权批准 HKD 的补偿。",
    "補償須經有權限的職員批准，所填職級無權批准 HKD 的補償。",
    "Redress needs the approval of someone with the authority to grant it; the role given has no authority in HKD.",
  ],
  [
    "redress beyond authority",
    "补偿金额 501.00 超过“outlet-head”的权限 500.00。",
    "補償金額 501.00 超過「outlet-head」的權限 500.00。",
    "Redress of 501.00 is more than “outlet-head” may grant, which is 500.00.",
  ],
  [
    "a reply that lacks something",
    "答复缺少以下内容：核实情况、依据、理由、后续救济途径、联系人，未告知：调解、仲裁。",
    "回覆欠缺以下內容：查證結果、依據、理由、後續申訴途徑、聯絡人，未有告知：調解、仲裁。",
    "The reply lacks “Verified facts, Rules or terms relied on, Reasons, Further recourse, Contact”; it does not name “Mediation, Arbitration”.",
  ],
  [
    "a reply without a form",
    "客户可以联系，须填写答复方式。",
    "客戶可以聯絡，須填寫回覆方式。",
    "The customer can be reached, so state how the reply was given.",
  ],
  [
    "a sale",
    "投诉处理期间不得推介产品。",
    "處理投訴期間不得推介產品。",
    "Nothing may be offered for sale while a complaint is open.",
  ],
  [
    "a slip processed twice",
    "该意见已经处理，不能再次处理。",
    "該意見已經處理，不能再次處理。",
    "The suggestion box or book entry has already been processed.",
  ],
  [
    "a slip processed before it was found",
    "处理时间早于发现该意见的时间。",
    "處理時間早於發現該意見的時間。",
    "The suggestion box or book entry cannot have been processed before it was found.",
  ],
  [
    "a slip dismissed without a reason",
    "该意见不作投诉处理的，须注明原因。",
    "該意見不作投訴處理的，須註明原因。",
    "A suggestion box or book entry that is not treated as a complaint needs a reason.",
  ],
  [
    "stored: handled by its subject",
    "投诉档案有误（history[1]）：按职责分离（回避）规定“被投诉人只能接收投诉，不得参与处理”，E-2 不得参与这一步。",
    "投訴檔案有誤（history[1]）：按職責分隔（迴避）規定「被投訴人只可接收投訴，不得參與處理」，E-2 不得參與這一步。",
    "The complaint file is not valid at history[1]: under the segregation rule “the person complained of may only receive the complaint”, E-2 must not take this step.",
  ],
  [
    "stored: a reply that lacks something",
    "投诉档案有误（history[5]）：答复缺少以下内容：核实情况、依据、后续救济途径、联系人。",
    "投訴檔案有誤（history[5]）：回覆欠缺以下內容：查證結果、依據、後續申訴途徑、聯絡人。",
    "The complaint file is not valid at history[5]: the reply lacks “Verified facts, Rules or terms relied on, Further recourse, Contact”.",
  ],
  [
    "stored: a step out of place",
    "投诉档案有误（history[1]）：投诉处于“已接收”状态时，不能进行“答复客户”。",
    "投訴檔案有誤（history[1]）：投訴處於「已接收」狀態時，不能進行「回覆客戶」。",
    "The complaint file is not valid at history[1]: in the state “Received” the step “Reply” is not possible.",
  ],
  [
    "stored: new facts from before the complaint",
    "投诉档案有误（history[3]）：收到客户申请或陈述的时间 2026年2月13日 09:00 须在其所针对的环节（2026年2月13日 10:00）之后、登记（2026年2月13日 10:30）之前。",
    "投訴檔案有誤（history[3]）：收到客戶要求或陳述的時間 2026年2月13日 09:00 必須在其所針對的環節（2026年2月13日 10:00）之後、記錄（2026年2月13日 10:30）之前。",
    "The complaint file is not valid at history[3]: the customer’s request or statement, received on 13 February 2026 at 09:00, must come after what it follows (13 February 2026 at 10:00) and before it is recorded (13 February 2026 at 10:30).",
  ],
  [
    "stored: an acceptance of nothing",
    "投诉档案有误（history[3]）：尚未作出处理决定，客户无从接受。",
    "投訴檔案有誤（history[3]）：尚未作出處理決定，客戶無從接受。",
    "The complaint file is not valid at history[3]: nothing has been decided that the customer could accept.",
  ],
  [
    "stored: a note after the end",
    "投诉档案有误（history[8]）：投诉处于“已结案”状态，已经结束，不能再登记“提出新的事实和理由”。",
    "投訴檔案有誤（history[8]）：投訴處於「已結案」狀態，已經完結，不能再記錄「提出新的事實及理由」。",
    "The complaint file is not valid at history[8]: the complaint is over (“Closed”), so “Add new facts” can no longer be recorded.",
  ],
  [
    "stored: a step before the last",
    "投诉档案有误（history[3]）：“调查”的时间 2026年2月13日 10:00 早于上一条记录的时间 2026年2月13日 10:01。",
    "投訴檔案有誤（history[3]）：「調查」的時間 2026年2月13日 10:00 早於上一項紀錄的時間 2026年2月13日 10:01。",
    "The complaint file is not valid at history[3]: the entry “Investigate” of 13 February 2026 at 10:00 is earlier than the one before it, of 13 February 2026 at 10:01.",
  ],
  [
    "stored: one person in both",
    "投诉档案有误（history[7]）：按职责分离（回避）规定“separationRule.four-eyes”，E-9 不得参与这一步。",
    "投訴檔案有誤（history[7]）：按職責分隔（迴避）規定「separationRule.four-eyes」，E-9 不得參與這一步。",
    "The complaint file is not valid at history[7]: under the segregation rule “separationRule.four-eyes”, E-9 must not take this step.",
  ],
  [
    "stored: a linked case that is missing",
    "投诉档案有误（history[1]）：无法判断是否符合职责分离（回避）规定“被投诉人只能接收投诉，不得参与处理”，缺少关联投诉 C-8 的档案。",
    "投訴檔案有誤（history[1]）：無法判斷是否符合職責分隔（迴避）規定「被投訴人只可接收投訴，不得參與處理」，欠缺相關投訴 C-8 的檔案。",
    "The complaint file is not valid at history[1]: it cannot be determined whether the segregation rule “the person complained of may only receive the complaint” has been kept; linked complaints whose files are missing: C-8.",
  ],
  [
    "stored: other cases that are missing",
    "投诉档案有误（history[1]）：无法判断是否符合职责分离（回避）规定“separationRule.four-eyes”，未提供其他投诉。",
    "投訴檔案有誤（history[1]）：無法判斷是否符合職責分隔（迴避）規定「separationRule.four-eyes」，未有提供其他投訴。",
    "The complaint file is not valid at history[1]: it cannot be determined whether the segregation rule “separationRule.four-eyes” has been kept; the other complaints were not given.",
  ],
  [
    "stored: a team that is missing",
    "投诉档案有误（history[7]）：无法判断是否符合职责分离（回避）规定“separationRule.four-eyes”，不知道 E-8 所在的团队。",
    "投訴檔案有誤（history[7]）：無法判斷是否符合職責分隔（迴避）規定「separationRule.four-eyes」，不知道 E-8 所屬的團隊。",
    "The complaint file is not valid at history[7]: it cannot be determined whether the segregation rule “separationRule.four-eyes” has been kept; the team of E-8 is not known.",
  ],
  [
    "stored: a receipt that comes late",
    "投诉档案有误（history[1]）：第一条记录须为接收投诉，且接收投诉只能有一次，“接收投诉”（2026年2月13日 10:30）与此不符。",
    "投訴檔案有誤（history[1]）：第一項紀錄須為接收投訴，且接收投訴只可有一次，「接收投訴」（2026年2月13日 10:30）與此不符。",
    "The complaint file is not valid at history[1]: the receipt must come first, and only once; the entry “Receive” of 13 February 2026 at 10:30 does not fit that.",
  ],
  [
    "a state that the history does not lead to",
    "投诉状态登记为“已结案”，按处理记录应为“已登记”。",
    "投訴狀態登記為「已結案」，按處理紀錄應為「已登記」。",
    "The complaint is filed as “Closed”, but its history makes it “Registered”.",
  ],
  [
    "another handler",
    "投诉登记的处理人为 E-3，按处理记录应为 E-9。",
    "投訴登記的處理人為 E-3，按處理紀錄應為 E-9。",
    "The complaint is filed with the handler E-3, but according to its history the handler is E-9.",
  ],
  [
    "no handler",
    "投诉未登记处理人，按处理记录应为 E-9。",
    "投訴未有登記處理人，按處理紀錄應為 E-9。",
    "The complaint is filed with no handler, but according to its history the handler is E-9.",
  ],
  [
    "a handler too early",
    "投诉登记的处理人为 E-3，按处理记录应尚无处理人。",
    "投訴登記的處理人為 E-3，按處理紀錄應尚未有處理人。",
    "The complaint is filed with the handler E-3, but according to its history there is none.",
  ],
  [
    "an id that is empty",
    "编号不得为空：intake.id，收到的是空文本。",
    "編號不得留空：intake.id，收到的是空白文字。",
    "An ID is missing at intake.id: an empty text was given.",
  ],
  [
    "a misspelt member",
    "投诉资料有误：intake.clients，是否应为 client。",
    "投訴資料有誤：intake.clients，是否應為 client。",
    "The complaint is not valid at intake.clients; perhaps client was meant.",
  ],
  [
    "a misspelt state",
    "投诉资料有误：complaints[0].state，收到的是9个字符的文本，只能是 received、registered、on-the-spot、investigating、transferred、extended、decided、replied、followed-up、closed、withdrawn、merged、declined、re-opened、escalated，是否应为 registered。",
    "投訴資料有誤：complaints[0].state，收到的是9個字元的文字，只可以是 received、registered、on-the-spot、investigating、transferred、extended、decided、replied、followed-up、closed、withdrawn、merged、declined、re-opened、escalated，是否應為 registered。",
    "The complaint is not valid at complaints[0].state: a text of length 9 was given; allowed: received, registered, on-the-spot, investigating, transferred, extended, decided, replied, followed-up, closed, withdrawn, merged, declined, re-opened, escalated; perhaps registered was meant.",
  ],
  [
    "a misspelt policy",
    "投诉处理办法有误：policy.sellingAlowed，是否应为 sellingAllowed。",
    "投訴處理規定有誤：policy.sellingAlowed，是否應為 sellingAllowed。",
    "The complaint-handling policy is not valid at policy.sellingAlowed; perhaps sellingAllowed was meant.",
  ],
  [
    "no options",
    "处理投诉所需的资料有误：options，收到的是空值。",
    "處理投訴所需的資料有誤：options，收到的是空值。",
    "The data for handling the complaint are not valid at options: an empty value (null) was given.",
  ],
  [
    "redress below nothing",
    "补偿金额 CNY -0.01 不得为负数：action.redress.amount。",
    "補償金額 CNY -0.01 不得為負數：action.redress.amount。",
    "Redress of CNY -0.01 must not be negative (action.redress.amount).",
  ],
  [
    "an unknown dimension",
    "没有这一统计口径：dimensions[0]，收到的是6个字符的文本，只能是 state、channel、origin、category、product、outlet、handler、decision、root-cause。",
    "沒有這項統計分類：dimensions[0]，收到的是6個字元的文字，只可以是 state、channel、origin、category、product、outlet、handler、decision、root-cause。",
    "Complaints cannot be counted in this way at dimensions[0]: a text of length 6 was given; allowed: state, channel, origin, category, product, outlet, handler, decision, root-cause.",
  ],
  [
    "an unknown subject",
    "没有这一统计对象：options.of，收到的是6个字符的文本，只能是 handler、outlet、person-complained-of。",
    "沒有這項統計對象：options.of，收到的是6個字元的文字，只可以是 handler、outlet、person-complained-of。",
    "There are no figures for this subject at options.of: a text of length 6 was given; allowed: handler, outlet, person-complained-of.",
  ],
  [
    "statistics that differ",
    "两份投诉统计的口径不同，不能合并：b.by。",
    "兩份投訴統計的分類不同，不能合併：b.by。",
    "The two sets of statistics are broken down differently and cannot be merged (b.by).",
  ],
  [
    "a complaint given twice",
    "投诉“C-1”重复：complaints[1].id，每件投诉只能提供一次。",
    "投訴「C-1」重複：complaints[1].id，每宗投訴只可提供一次。",
    "The complaint “C-1” is given twice (complaints[1].id).",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
