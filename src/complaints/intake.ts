import type { ClientId, EmployeeId } from "../client/index.ts";
import type { Instant, LocalDate } from "../core/index.ts";
import type { AuthorityProof, ComplaintId } from "./entries/steps.ts";

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
