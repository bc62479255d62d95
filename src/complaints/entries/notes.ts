import type { EmployeeId } from "../../client/index.ts";
import type { Instant, LocalDate } from "../../core/index.ts";
import type { ClientMessage, ComplaintId, ComplaintStepBase } from "./steps.ts";

/** The client was told what to expect and by when (告知处理时间预期). */
export interface TellExpectationNote extends ComplaintStepBase {
  readonly type: "tell-expectation";
  /** Day by which the client may expect the reply. */
  readonly replyBy: LocalDate;
}

/** An outside body began to appraise, test or assess (外部鉴定). */
export interface BeginAppraisalNote extends ComplaintStepBase {
  readonly type: "begin-appraisal";
  readonly body: string;
  /** Where the commission is kept (委托书编号): without it nobody could tell that the body was asked. */
  readonly commission: string;
  readonly clientToldAt?: Instant;
}

/** The appraisal ended. */
export interface EndAppraisalNote extends ComplaintStepBase {
  readonly type: "end-appraisal";
}

/** New facts or reasons, as the client brought them. */
export interface NewFacts extends ClientMessage {
  /** What is new, in words. */
  readonly what: string;
}

/** The client brought new facts or reasons; clocks that start again do so when the bank received them. */
export interface NewFactsNote extends ComplaintStepBase {
  readonly type: "bring-new-facts";
  /** Received after the complaint, and before this was recorded. */
  readonly facts: NewFacts;
}

/** The client accepted what the bank decided (客户接受处理结果), in whatever form. */
export interface ClientAcceptsNote extends ComplaintStepBase {
  readonly type: "client-accepts";
  /** Received after the last decision, and before this was recorded. */
  readonly acceptance: ClientMessage;
}

/**
 * A later complaint of the same matter is joined to this one (并入): the side of a `merge` that comes first. From
 * then on those complained of in either are kept out of both.
 */
export interface TakeInNote extends ComplaintStepBase {
  readonly type: "take-in";
  /** The later complaint, which ends with its `merge`. */
  readonly complaint: ComplaintId;
}

/**
 * Somebody else turned out to be complained of (补充被投诉人): kept out of the complaint from then on. What they did in it
 * before anybody knew stays as it is.
 */
export interface NamePersonNote extends ComplaintStepBase {
  readonly type: "name-person";
  readonly person: EmployeeId;
}

/**
 * The owner of the cause was told what had been found (信息反馈).
 *
 * @see 商业银行个人客户经理工作流程 p. 60: 对投诉信息档案的及时汇总、有效分析、信息反馈与妥善保管
 */
export interface InformCauseOwnerNote extends ComplaintStepBase {
  readonly type: "inform-cause-owner";
  /** The unit or person told. */
  readonly to: string;
}

/** An idea for a better product or service came up (改进建议). */
export interface ImprovementNote extends ComplaintStepBase {
  readonly type: "suggest-improvement";
  readonly idea: string;
}

/** A product was offered during the complaint; refused unless the bank's policy allows it. */
export interface OfferSaleNote extends ComplaintStepBase {
  readonly type: "offer-sale";
  readonly product: string;
}

/** Something worth recording that changes no state. */
export type ComplaintNote =
  | TellExpectationNote
  | BeginAppraisalNote
  | EndAppraisalNote
  | NewFactsNote
  | ClientAcceptsNote
  | TakeInNote
  | NamePersonNote
  | InformCauseOwnerNote
  | ImprovementNote
  | OfferSaleNote;

/** Types of the notes. */
export type ComplaintNoteType = ComplaintNote["type"];
