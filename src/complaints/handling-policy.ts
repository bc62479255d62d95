import type { Policy } from "../core/index.ts";
import type { Money } from "../money/index.ts";
import type { ComplaintSeparationRule } from "./entries/entry.ts";
import type { ComplaintRemedy, DeclineGround, ReplyItem } from "./entries/steps.ts";
import type { ComplainantCapacity, ComplaintChannel } from "./intake.ts";

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
