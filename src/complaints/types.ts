import type { ClientId, EmployeeId } from "../client/index.ts";
import type {
  CaseworkRefusal,
  CaseworkRefusalDetails,
  DecimalString,
  Instant,
  LocalDate,
  OtherCasesGiven,
  Policy,
} from "../core/index.ts";
import type { Money } from "../money/index.ts";
import type {
  AuthorityProof,
  ComplaintActionType,
  ComplaintHistoryEntry,
  ComplaintId,
  ComplaintRemedy,
  ComplaintSeparationRule,
  DeclineGround,
  ReplyItem,
} from "./entries.ts";

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
  "merged",
  "declined",
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

/** In what capacity somebody complains for a client. */
export const COMPLAINANT_CAPACITIES = ["agent", "legal-representative", "heir"] as const;
/**
 * In what capacity somebody complains for a client: an agent (受托人), a legal representative (法定代理人), an heir (继承人).
 *
 * @see 银行业保险业消费投诉处理管理办法 art. 13 and 14
 */
export type ComplainantCapacity = (typeof COMPLAINANT_CAPACITIES)[number];

/** Somebody who complains for a client (代为投诉). */
export interface Complainant {
  readonly capacity: ComplainantCapacity;
  /** Who it is, as the bank's own id or by name; not somebody complained of, once it is registered. */
  readonly person: string;
  /** Authorisation or proof of succession; omitted while it has not been shown. */
  readonly proof?: AuthorityProof;
}

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
  /** Who complains for the client; omitted when clients complain themselves. */
  readonly complainant?: Complainant;
  /** Whether the complainant might still become a client (潜在客户). */
  readonly prospect?: boolean;
  /** Whether the bank can reach whoever complained; false for an anonymous slip. */
  readonly contactable: boolean;
  /** The bank's own code for what it is about. */
  readonly category: string;
  /** The bank's own code for the product. */
  readonly product?: string;
  /** The bank's own code for the channel through which the business was done that it is about (业务办理渠道). */
  readonly businessChannel?: string;
  /** What the client asks for (投诉请求), in the client's words. */
  readonly solutionSought?: string;
  /** Number of the outlet it is about. */
  readonly outlet: string;
  /** Who accepted it: any employee may, and must. */
  readonly acceptedBy: EmployeeId;
  /**
   * Whom it is about; empty when it is about nobody. They may accept it, and do nothing else in it. The receipt keeps the
   * names, so that nobody is taken off the list; a `name-person` note adds to it.
   */
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
  /**
   * Largest amount, inclusive, in its currency, of everything granted so far in the matter; null: no limit in any currency.
   * One row for each role and currency, and no other beside a null.
   */
  readonly upTo: Money | null;
}

/** Whether two rows say what one role may grant in one currency; no limit is one in all of them. */
export const isSameAuthority = (a: RedressAuthority, b: RedressAuthority): boolean =>
  a.role === b.role && (a.upTo === null || b.upTo === null || a.upTo.currency === b.upTo.currency);

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
  /** Remedies that a reply must name where it has to cover `next-remedies`. */
  readonly remedies: readonly ComplaintRemedy[];
  /** In which capacities whoever complains for a client must show a proof before the complaint is registered. */
  readonly proofRequired: readonly ComplainantCapacity[];
  /** Grounds on which a complaint may be declined; empty: none may. */
  readonly declineGrounds: readonly DeclineGround[];
  /** Who may grant how much redress. Empty: nobody may grant any. */
  readonly redressAuthorities: readonly RedressAuthority[];
  /** Who must not do what, besides what no policy allows, which `complaintSeparation` says. Its ids are taken. */
  readonly separation?: readonly ComplaintSeparationRule[];
  /** What the sources leave open and this policy reads into them, one sentence each. */
  readonly readings?: readonly string[];
}

/** Why this room refuses a step or a note, besides what casework refuses. */
export const COMPLAINT_REFUSALS = [
  "too-many-representatives",
  "authority-not-shown",
  "proof-after-step",
  "complainant-complained-of",
  "message-out-of-time",
  "nothing-to-accept",
  "merged-with-itself",
  "merged-while-over",
  "merged-into-later",
  "merged-across-clients",
  "not-taken-in",
  "ground-not-listed",
  "reviewer-took-part",
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
  /** Somebody complains for a client and has not shown that they may. */
  readonly "authority-not-shown": { readonly capacity: ComplainantCapacity; readonly policy: string };
  /** The proof that somebody may complain for a client is dated after the step it came with, in every zone. */
  readonly "proof-after-step": { readonly on: LocalDate; readonly at: Instant };
  /** Whoever complains for the client is complained of. */
  readonly "complainant-complained-of": { readonly person: string };
  /**
   * What the client told the bank was received before what it follows, or after it was recorded. A request to withdraw
   * follows the receipt, or the last time the complaint was taken up again or escalated; new facts follow the receipt,
   * an acceptance the decision.
   */
  readonly "message-out-of-time": { readonly receivedAt: Instant; readonly after: Instant; readonly at: Instant };
  /** Nothing was decided since the case was last taken up. */
  readonly "nothing-to-accept": Record<string, never>;
  readonly "merged-with-itself": { readonly complaint: ComplaintId };
  /** The other complaint of the two was over. */
  readonly "merged-while-over": { readonly complaint: ComplaintId; readonly state: ComplaintState };
  /** The complaint that would go on was received later. */
  readonly "merged-into-later": {
    readonly complaint: ComplaintId;
    readonly receivedAt: Instant;
    readonly into: ComplaintId;
    readonly intoReceivedAt: Instant;
  };
  /** The two complaints are of two clients; the other one is named. */
  readonly "merged-across-clients": { readonly complaint: ComplaintId };
  /** The earlier complaint has not taken this one in. */
  readonly "not-taken-in": { readonly complaint: ComplaintId; readonly into: ComplaintId };
  /** The policy does not list the ground on which the complaint would be declined. */
  readonly "ground-not-listed": { readonly ground: DeclineGround; readonly policy: string };
  /** Whoever would review is complained of, or has handled or decided the complaint. */
  readonly "reviewer-took-part": { readonly to: string };
  /** Nobody approved more time. */
  readonly "no-approver": Record<string, never>;
  readonly "client-not-told-what-to-expect": { readonly policy: string };
  /** The role or the approver is blank; or, with the currency, no redress in it lies within the authority of the role. */
  readonly "redress-without-authority": { readonly authority: string; readonly currency?: string };
  /** All amounts are in the currency of the redress; `granted` is what the matter was granted before, where there is any. */
  readonly "redress-beyond-authority": {
    readonly authority: string;
    readonly amount: DecimalString;
    readonly granted?: DecimalString;
    readonly upTo: DecimalString;
  };
  /** Items the reply lacks; and, with `next-remedies`, the remedies it does not name. */
  readonly "reply-incomplete": {
    readonly missing: readonly ReplyItem[];
    readonly remedies: readonly ComplaintRemedy[];
  };
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
      others: OtherCasesGiven<ComplaintCase>,
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
