import type { ClientId, EmployeeId } from "../client/index.ts";
import type {
  CaseAct,
  CaseworkRefusal,
  CaseworkRefusalDetails,
  DecimalString,
  Instant,
  LocalDate,
  Policy,
  SeparationRule,
} from "../core/index.ts";
import type { Money } from "../money/index.ts";

/** Id of a complaint (投诉编号), unique across the whole book. */
export type ComplaintId = string;

/** States of a complaint (投诉状态). */
export const COMPLAINT_STATES = [
  "received",
  "registered",
  "on-the-spot",
  "investigating",
  "transferred",
  "extended",
  "decided",
  "replied",
  "followed-up",
  "closed",
  "withdrawn",
  "re-opened",
  "escalated",
] as const;
/** State of a complaint (投诉状态). */
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** Ways in which box and book entries come in. */
export const OPINION_SOURCES = ["opinion-box", "opinion-book"] as const;
/** Where a client left an opinion: a box or a book that is emptied. */
export type OpinionSource = (typeof OPINION_SOURCES)[number];

/** Ways in which complaints come in (投诉渠道). */
export const COMPLAINT_CHANNELS = ["in-person", "phone", "electronic", "letter", ...OPINION_SOURCES, "other"] as const;
/** How a complaint came in (投诉渠道); a box or a book is emptied, the others arrive. */
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];

/** From whom complaints come. */
export const COMPLAINT_ORIGINS = ["client", "regulator", "hotline", "media"] as const;
/** Whether it came directly from the client, or was passed on by the regulator, a hotline or the media. */
export type ComplaintOrigin = (typeof COMPLAINT_ORIGINS)[number];

/** What a bank may decide on the matter (处理决定). */
export const COMPLAINT_DECISIONS = ["upheld", "partly-upheld", "not-upheld"] as const;
/** What the bank decided on the matter (处理决定). */
export type ComplaintDecision = (typeof COMPLAINT_DECISIONS)[number];

/** How clients may have received the answer (回访结果). */
export const FOLLOW_UP_OUTCOMES = ["satisfied", "not-satisfied", "not-reached"] as const;
/** How the client received the answer, as asked afterwards (回访结果). */
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

/** Forms in which an answer is given. */
export const REPLY_FORMS = ["in-person", "phone", "electronic", "letter", "none"] as const;
/** How an answer was given; `none` when the client cannot be reached. */
export type ReplyForm = (typeof REPLY_FORMS)[number];

/** What a reply may have to cover (答复要素). */
export const REPLY_ITEMS = ["result", "reasons", "redress", "next-remedies", "contact"] as const;
/** What a reply has to cover (答复要素): the decision, its reasons, the redress, the next remedies, whom to ask. */
export type ReplyItem = (typeof REPLY_ITEMS)[number];

/** What a complaint consists of when it is accepted (投诉受理). */
export interface ComplaintIntake {
  readonly id: ComplaintId;
  /** When the bank came to know of it; for an entry of a box or a book, when it was found. */
  readonly receivedAt: Instant;
  /** Day the client wrote on the entry, if it is not the day it was found; no clock runs from it. */
  readonly writtenOn?: LocalDate;
  /** Id of the box or book entry it comes from. */
  readonly entry?: string;
  readonly channel: ComplaintChannel;
  readonly origin: ComplaintOrigin;
  /** Number under which the regulator, hotline or paper passed it on. */
  readonly originReference?: string;
  /** Client number; null when the complainant is unknown or is not a client. */
  readonly client: ClientId | null;
  /** Whether the complainant might still become a client (潜在客户). */
  readonly prospect?: boolean;
  /** Whether the bank can reach whoever complained; false for an anonymous slip. */
  readonly contactable: boolean;
  /** The bank's own code for what it is about. */
  readonly category: string;
  /** The bank's own code for the product. */
  readonly product?: string;
  /** Number of the outlet it is about. */
  readonly outlet: string;
  /** Who accepted it: any employee may, and must. */
  readonly acceptedBy: EmployeeId;
  /** Whom it is about; empty when it is about nobody. They may accept it, but not handle it. */
  readonly personsComplainedOf: readonly EmployeeId[];
  /** Those who speak for a group complaint (共同投诉代表), as the bank's own ids; omitted for a single complaint. */
  readonly representatives?: readonly string[];
  /** Complaints that are the same matter: what it was split from, what it re-opens. */
  readonly links?: readonly ComplaintId[];
}

/** What a complaint made from an entry of a box or a book adds; the rest is taken from the entry. */
export type OpinionIntake = Omit<
  ComplaintIntake,
  "receivedAt" | "writtenOn" | "entry" | "channel" | "origin" | "outlet" | "acceptedBy"
>;

/** What every entry of a history has. */
export interface ComplaintStepBase {
  readonly at: Instant;
  /** Who did it. */
  readonly by: EmployeeId;
}

/** Accepted; the first entry of every history. */
export interface ReceiveStep extends ComplaintStepBase {
  readonly type: "receive";
}

/** Written into the register (登记) with a handler. */
export interface RegisterStep extends ComplaintStepBase {
  readonly type: "register";
  readonly handler: EmployeeId;
  /** Why the client complains, in the client's words. */
  readonly cause: string;
  /** What has to be settled (处理关键点). */
  readonly keyPoints: readonly string[];
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
  /** Why, as a code or in words. */
  readonly reason: string;
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
  readonly approvedBy: EmployeeId;
}
/** The bank decided (作出处理决定). */
export interface DecideStep extends ComplaintStepBase {
  readonly type: "decide";
  readonly decision: ComplaintDecision;
  /** Why. */
  readonly reasons: string;
  /** The bank's own code for what lay behind it (根源); null when no cause was found. */
  readonly rootCause: string | null;
  readonly redress?: Redress;
}
/** The client was answered (回复客户). */
export interface ReplyStep extends ComplaintStepBase {
  readonly type: "reply";
  readonly form: ReplyForm;
  /** What the reply covered. */
  readonly items: readonly ReplyItem[];
  /** Where the client may turn next: review by the superior unit, mediation, ombudsman, court. */
  readonly remedies: readonly string[];
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
/** The client withdrew it (撤回). */
export interface WithdrawStep extends ComplaintStepBase {
  readonly type: "withdraw";
}
/** Taken up again (重新受理). */
export interface ReopenStep extends ComplaintStepBase {
  readonly type: "re-open";
  readonly reason: string;
}
/** Taken to a superior unit for review (升级核查). */
export interface EscalateStep extends ComplaintStepBase {
  readonly type: "escalate";
  /** Unit that reviews. */
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
  | ReopenStep
  | EscalateStep;

/** Types of the steps that lead from one state to the next. */
export type ComplaintActionType = ComplaintAction["type"];

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
  readonly clientToldAt?: Instant;
}
/** The appraisal ended. */
export interface EndAppraisalNote extends ComplaintStepBase {
  readonly type: "end-appraisal";
}
/** The client brought new facts or reasons. */
export interface NewFactsNote extends ComplaintStepBase {
  readonly type: "bring-new-facts";
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
  TellExpectationNote | BeginAppraisalNote | EndAppraisalNote | NewFactsNote | ImprovementNote | OfferSaleNote;

/** Types of the notes. */
export type ComplaintNoteType = ComplaintNote["type"];

/** What an entry says besides its type: somebody is made the handler, approves more time, approves redress. */
export const COMPLAINT_SIDE_ACTS = ["handle", "approve-extension", "approve-redress"] as const;
/** What an entry says besides its type. */
export type ComplaintSideAct = (typeof COMPLAINT_SIDE_ACTS)[number];

/** What somebody does in a complaint, as a separation rule names it: an entry, or what an entry says besides. */
export type ComplaintActName = ComplaintHistoryEntry["type"] | ComplaintSideAct;

/** One thing somebody did. */
export type ComplaintAct = CaseAct<ComplaintActName>;

/** Who is kept out of a complaint though they did nothing in it. */
export type ComplaintParty = "person-complained-of";

/** One entry of a history. */
export type ComplaintHistoryEntry = ReceiveStep | ComplaintAction | ComplaintNote;

/** A complaint and everything that happened to it (投诉档案). Nothing is ever removed from the history. */
export interface ComplaintCase extends ComplaintIntake {
  readonly state: ComplaintState;
  /** Who handles it; null until it is registered. */
  readonly handler: EmployeeId | null;
  /** In the order in which it happened; the first entry is the receipt. */
  readonly history: readonly ComplaintHistoryEntry[];
}

/** How much redress a role may grant (补偿权限). */
export interface RedressAuthority {
  readonly role: string;
  /** Largest amount, inclusive, in its currency; null: no limit in any currency. */
  readonly upTo: Money | null;
}

/** How a bank handles complaints, as data (投诉处理办法). Deadlines are policies of the room `sla`. */
export interface ComplaintHandlingPolicy extends Policy {
  /** Whether a sale may be offered during a complaint. */
  readonly sellingAllowed: boolean;
  /** Whether the client must be told what to expect before a complaint that is not settled on the spot can proceed. */
  readonly expectationRequired: boolean;
  /** Largest number of representatives of a group complaint, and the channels it applies to; null: no limit. */
  readonly representatives: { readonly max: number; readonly channels: readonly ComplaintChannel[] } | null;
  /** What a reply must cover; `redress` only when some was granted, `next-remedies` with at least one remedy named. */
  readonly replyItems: readonly ReplyItem[];
  /** Empty: any named role may grant any amount. */
  readonly redressAuthorities: readonly RedressAuthority[];
  /** Who must not do what, besides what no policy allows: those complained of neither handle, decide nor approve. */
  readonly separation?: readonly SeparationRule<ComplaintActName, ComplaintParty>[];
  /** What the sources leave open and this policy reads into them, one sentence each. */
  readonly readings?: readonly string[];
}

/** Why this room refuses a step or a note, besides what casework refuses. */
export const COMPLAINT_REFUSALS = [
  "too-many-representatives",
  "handler-complained-of",
  "decider-complained-of",
  "approver-complained-of",
  "no-approver",
  "client-not-told-what-to-expect",
  "redress-without-authority",
  "redress-beyond-authority",
  "reply-incomplete",
  "reply-without-form",
  "selling-not-allowed",
] as const satisfies readonly (keyof ComplaintRefusalDetails)[];

/** What each refusal of this room carries. */
export interface ComplaintRefusalDetails {
  /** More speak for a group complaint than the policy allows. */
  readonly "too-many-representatives": { readonly count: number; readonly max: number; readonly policy: string };
  /** Whoever would handle it is somebody it is about. */
  readonly "handler-complained-of": { readonly employee: EmployeeId };
  readonly "decider-complained-of": { readonly employee: EmployeeId };
  readonly "approver-complained-of": { readonly employee: EmployeeId };
  /** Nobody approved more time. */
  readonly "no-approver": Record<string, never>;
  readonly "client-not-told-what-to-expect": { readonly policy: string };
  /** The role or the approver is blank; or, with the currency, no redress in it lies within the authority of the role. */
  readonly "redress-without-authority": { readonly authority: string; readonly currency?: string };
  /** Both amounts are in the currency of the redress. */
  readonly "redress-beyond-authority": {
    readonly authority: string;
    readonly amount: DecimalString;
    readonly upTo: DecimalString;
  };
  readonly "reply-incomplete": { readonly missing: readonly ReplyItem[] };
  /** No answer was given to somebody who can be reached. */
  readonly "reply-without-form": Record<string, never>;
  readonly "selling-not-allowed": { readonly policy: string };
}

/** A condition of a type of step; what it finds unmet carries what its reason says. */
export type ComplaintCondition<Step, Reason extends keyof ComplaintRefusalDetails = keyof ComplaintRefusalDetails> = {
  readonly [Own in Reason]: {
    readonly reason: Own;
    readonly unmet: (
      complaint: ComplaintCase,
      step: Step,
      policy: ComplaintHandlingPolicy,
    ) => Readonly<ComplaintRefusalDetails[Own]> | null;
  };
}[Reason];

/** Why a step or a note was refused. */
export type ComplaintRefusal = CaseworkRefusal | keyof ComplaintRefusalDetails;

/** A step or a note that was refused for a reason, with what it carries. */
interface RefusedFor<Reason extends ComplaintRefusal, Facts> {
  readonly ok: false;
  readonly reason: Reason;
  /** Steps the state allows, whatever their other conditions. */
  readonly allowed: readonly ComplaintActionType[];
  /** Ids and limits, no free text. */
  readonly details: Facts;
}

/** A step or a note that this room refused, by reason with its details. */
export type RefusedComplaintStep = {
  readonly [Reason in keyof ComplaintRefusalDetails]: RefusedFor<Reason, Readonly<ComplaintRefusalDetails[Reason]>>;
}[keyof ComplaintRefusalDetails];

/** A complaint with one more entry, or why not and which steps its state allows. */
export type ComplaintOutcome =
  | { readonly ok: true; readonly complaint: ComplaintCase }
  | RefusedComplaintStep
  | {
      readonly [Reason in CaseworkRefusal]: RefusedFor<Reason, Readonly<CaseworkRefusalDetails[Reason]>>;
    }[CaseworkRefusal];

/** What complaints may be counted by. */
export const COMPLAINT_DIMENSIONS = [
  "state",
  "channel",
  "origin",
  "category",
  "product",
  "outlet",
  "handler",
  "decision",
  "root-cause",
] as const;
/** What complaints are counted by. */
export type ComplaintDimension = (typeof COMPLAINT_DIMENSIONS)[number];

/** Why an entry may not be processed. */
export const OPINION_REFUSALS = ["already-processed", "before-found", "no-reason"] as const;
/** Why an entry was not processed. */
export type OpinionRefusal = (typeof OPINION_REFUSALS)[number];

/** An entry that was not processed, and why. */
export type RefusedOpinion = {
  readonly [Reason in OpinionRefusal]: { readonly ok: false; readonly reason: Reason };
}[OpinionRefusal];
