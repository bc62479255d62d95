import type { EmployeeId } from "../../client/index.ts";
import type { Instant, LocalDate } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";

/** Id of a complaint (投诉编号), unique across the whole book. */
export type ComplaintId = string;

/** A paper that shows that somebody may complain for the client: an authorisation (授权委托书), or that they are heirs. */
export interface AuthorityProof {
  /** Where it is kept. */
  readonly reference: string;
  /** Day on which it was signed or issued. */
  readonly on: LocalDate;
}

/** What a bank may decide on the matter (处理决定). */
export const COMPLAINT_DECISIONS = ["upheld", "partly-upheld", "not-upheld"] as const;
/** What the bank decided on the matter (处理决定). */
export type ComplaintDecision = (typeof COMPLAINT_DECISIONS)[number];

/** How clients may have received the answer (回访结果). */
export const FOLLOW_UP_OUTCOMES = ["satisfied", "not-satisfied", "not-reached"] as const;
/** How the client received the answer, as asked afterwards (回访结果). */
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

/** Forms in which clients tell the bank something. */
export const MESSAGE_FORMS = ["in-person", "phone", "electronic", "letter"] as const;
/** How a client told the bank something. */
export type MessageForm = (typeof MESSAGE_FORMS)[number];

/** Forms in which an answer is given. */
export const REPLY_FORMS = [...MESSAGE_FORMS, "none"] as const;
/** How an answer was given; `none` when the client cannot be reached. */
export type ReplyForm = (typeof REPLY_FORMS)[number];

/** What a reply may have to cover (答复要素). */
export const REPLY_ITEMS = ["result", "facts", "basis", "reasons", "redress", "next-remedies", "contact"] as const;

/**
 * What a reply has to cover (答复要素): the decision, the facts that were verified (核实情况), the rules or terms it rests on
 * (依据), its reasons, the redress, the next remedies, whom to ask.
 */
export type ReplyItem = (typeof REPLY_ITEMS)[number];

/** Where a client may turn who does not accept the answer (救济途径). */
export const COMPLAINT_REMEDIES = [
  "review",
  "mediation",
  "arbitration",
  "court",
  "ombudsman",
  "regulator",
  "other",
] as const;
/** Where a client may turn: review by the superior unit (核查), mediation, arbitration, court, ombudsman, regulator. */
export type ComplaintRemedy = (typeof COMPLAINT_REMEDIES)[number];

/** Grounds on which a complaint may be declined (不予办理的理由). */
export const DECLINE_GROUNDS = ["not-the-party", "not-our-business", "other"] as const;

/**
 * Why a complaint is declined (不予办理): it was brought by neither the client nor a legal representative, agent or heir; it
 * is about no product or service of this bank; or for another ground, which the reasons tell.
 *
 * @see 银行业保险业消费投诉处理管理办法, 不是由投诉人或者其法定代理人、受托人提出的，可以不予办理，并告知投诉提出人; art. 11 for whose business it is
 */
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

/** What every entry of a history has. */
export interface ComplaintStepBase {
  readonly at: Instant;
  /** Who did it. */
  readonly by: EmployeeId;
}

/** Accepted; the first entry of every history. */
export interface ReceiveStep extends ComplaintStepBase {
  readonly type: "receive";
  /** Whom it was about when it was accepted; a `name-person` note adds those found later. */
  readonly personsComplainedOf: readonly EmployeeId[];
}

/** Written into the register (登记) with a handler. */
export interface RegisterStep extends ComplaintStepBase {
  readonly type: "register";
  readonly handler: EmployeeId;
  /** Why the client complains, in the client's words. */
  readonly cause: string;
  /** What has to be settled (处理关键点). */
  readonly keyPoints: readonly string[];
  /** What may settle it, and through whom (解决投诉的方案或渠道); omitted while nobody knows. */
  readonly solution?: string;
  /** Proof that whoever complains may do so for the client, where it came after the receipt. */
  readonly proof?: AuthorityProof;
}

/** Dealt with while the client waits (当场处理). */
export interface OnTheSpotStep extends ComplaintStepBase {
  readonly type: "handle-on-the-spot";
}

/** Taken up for investigation (调查); a new handler may be named. */
export interface InvestigateStep extends ComplaintStepBase {
  readonly type: "investigate";
  readonly handler?: EmployeeId;
}

/** Passed to another handler or unit (转办); the clocks run on. */
export interface TransferStep extends ComplaintStepBase {
  readonly type: "transfer";
  /** The new handler. */
  readonly to: EmployeeId;
  readonly unit?: string;
}

/** More time was granted (延期). Whether it applies to a clock is for the deadline policy to say. */
export interface ExtendStep extends ComplaintStepBase {
  readonly type: "extend";
  /** Why, as a code or in words; not blank, because the deadline engine asks for it. */
  readonly reason: string;
  /** Who granted it: neither whoever asked for it (`by`) nor anybody who ever handled the complaint. */
  readonly approvedBy: EmployeeId;
  /** Role in which the approver approved it, as the deadline policy names it. */
  readonly approvedByRole: string;
  /** When the client was told. */
  readonly clientToldAt?: Instant;
  /** Extension of the deadline policy, when a stage has several. */
  readonly extension?: string;
  /** Clock it is meant for. Default every clock that has the extension. */
  readonly clock?: string;
  /** New length, when less was granted than the rule allows. */
  readonly to?: number;
}

/** Money or money's worth given to the client (补偿). */
export interface Redress {
  /** Not negative. */
  readonly amount: Money;
  /** Role within whose authority it lies (权限). */
  readonly authority: string;
  /** Who approved it: neither whoever decides nor anybody who ever handled the complaint. */
  readonly approvedBy: EmployeeId;
}

/**
 * The bank decided (作出处理决定). Where redress is granted, whoever decides never handled the complaint; a review is decided
 * by somebody who neither handled nor decided it before.
 */
export interface DecideStep extends ComplaintStepBase {
  readonly type: "decide";
  readonly decision: ComplaintDecision;
  /** Why; not blank. */
  readonly reasons: string;
  /** The bank's own code for what lay behind it (根源); null when no cause was found. */
  readonly rootCause: string | null;
  /** Unit or person that owns the cause and is told of it (信息反馈); omitted while nobody knows. */
  readonly causeOwner?: string;
  readonly redress?: Redress;
}

/** The client was answered (回复客户). */
export interface ReplyStep extends ComplaintStepBase {
  readonly type: "reply";
  readonly form: ReplyForm;
  /** What the reply covered. */
  readonly items: readonly ReplyItem[];
  /** Where the client may turn next, as the reply told. */
  readonly remedies: readonly ComplaintRemedy[];
}

/** The client was asked how the answer was received (回访). */
export interface FollowUpStep extends ComplaintStepBase {
  readonly type: "follow-up";
  readonly outcome: FollowUpOutcome;
}

/** Closed (结案). */
export interface CloseStep extends ComplaintStepBase {
  readonly type: "close";
}

/** Something the client told the bank, and where it is kept (客户的申请或陈述). */
export interface ClientMessage {
  /** When the bank received it. */
  readonly receivedAt: Instant;
  readonly form: MessageForm;
  /** Where it is kept: number of the letter, the recording or the minutes. */
  readonly reference: string;
}

/**
 * The client withdrew it (撤回).
 *
 * @see 银行业保险业消费投诉处理管理办法 art. 15: 消费投诉处理程序自银行保险机构收到撤回申请当日终止
 */
export interface WithdrawStep extends ComplaintStepBase {
  readonly type: "withdraw";
  /**
   * What the client asked for (撤回申请): the clocks end the day the bank received it. Not before the complaint was received,
   * or last taken up again or escalated; nor after this was recorded.
   */
  readonly request: ClientMessage;
  /** Proof that whoever complains may do so for the client, where none came before. */
  readonly proof?: AuthorityProof;
}

/**
 * Joined to an earlier complaint in which the client brought the same matter, and ended (合并处理). A `take-in` note comes
 * first, in the earlier one, which must not be over: with it the two are one matter, so that both always know.
 *
 * @see 银行业保险业消费投诉处理管理办法: 在消费投诉处理期限内再次提出同一消费投诉的，可以合并处理
 */
export interface MergeStep extends ComplaintStepBase {
  readonly type: "merge";
  /** The earlier complaint, which goes on; of the same client, where both are known. */
  readonly into: ComplaintId;
}

/** Not taken up, and whoever brought it was told (不予办理); by somebody who never handled it. */
export interface DeclineStep extends ComplaintStepBase {
  readonly type: "decline";
  /** One of those the policy lists. */
  readonly ground: DeclineGround;
  /** Why, in words; not blank. */
  readonly reasons: string;
  /** How whoever brought it was told. */
  readonly form: ReplyForm;
}

/** Taken up again (重新受理). */
export interface ReopenStep extends ComplaintStepBase {
  readonly type: "re-open";
  readonly reason: string;
}

/** Taken to a superior unit for review (升级核查). */
export interface EscalateStep extends ComplaintStepBase {
  readonly type: "escalate";
  /** Unit or person that reviews: nobody complained of, and nobody who handled or decided it before. */
  readonly to: string;
  readonly reason: string;
}

/** A step that leads from one state to the next. */
export type ComplaintAction =
  | RegisterStep
  | OnTheSpotStep
  | InvestigateStep
  | TransferStep
  | ExtendStep
  | DecideStep
  | ReplyStep
  | FollowUpStep
  | CloseStep
  | WithdrawStep
  | MergeStep
  | DeclineStep
  | ReopenStep
  | EscalateStep;

/** Types of the steps that lead from one state to the next. */
export type ComplaintActionType = ComplaintAction["type"];
