import type { DecimalString, LocalDate } from "../../core/index.ts";

/** Whoever holds or is held: a client number of the bank, or any other id of a person or a company (当事人). */
export type PartyId = string;

/** When a link holds, and who says so; every link of the graph has these members. */
interface Dated {
  /** First day, inclusive; omitted when it began before anybody asks. */
  readonly from?: LocalDate;
  /** First day on which it no longer holds, exclusive; omitted while it lasts. */
  readonly to?: LocalDate;
  /** Where it is written: register, annual report, agreement. */
  readonly source?: string;
}

/** What one party holds directly in a company (直接持股). One row for each pair and stretch of days. */
export interface Holding extends Dated {
  readonly owner: PartyId;
  readonly company: PartyId;
  /** Share of the capital outstanding, from 0 to 1; treasury shares are nobody's, so they are not in the whole. */
  readonly share: DecimalString;
  /**
   * Share of the votes that may be cast, from 0 to 1, where it is not the share of the capital; `"0"` for shares that may
   * not vote. Where some may not, the others' votes are given too: nothing divides them again.
   */
  readonly votes?: DecimalString;
}

/** What gives control without a majority of the votes. */
export const CONTROL_KINDS = ["agreement", "board-majority", "variable-interest"] as const;

/**
 * What gives control without a majority of the votes: an agreement (协议控制), the right to appoint most of the board
 * (董事会多数席位), or the contracts of a variable-interest structure (VIE 架构).
 */
export type ControlKind = (typeof CONTROL_KINDS)[number];

/** Control that rests on something other than votes. It goes before votes: nobody else controls the company by them. */
export interface ControlLink extends Dated {
  readonly controller: PartyId;
  readonly company: PartyId;
  readonly kind: ControlKind;
}

/** Two or more parties who vote together (一致行动人). */
export interface ConcertAgreement extends Dated {
  readonly parties: readonly PartyId[];
  /** The companies they vote together in, as most agreements name them; omitted when it is every company. */
  readonly companies?: readonly PartyId[];
}

/**
 * A company that two or more parties control together, none of them alone (合营企业). Where all of them are in one group,
 * it is in that group if the group has a majority of its votes.
 */
export interface JointVenture extends Dated {
  readonly company: PartyId;
  readonly controllers: readonly PartyId[];
}

/** Significant influence that votes do not show: a seat on the board, an essential contract (重大影响). */
export interface InfluenceLink extends Dated {
  readonly investor: PartyId;
  readonly company: PartyId;
}

/** Who holds, controls and influences whom, through time (股权与控制关系图). The order of the rows does not matter. */
export interface OwnershipGraph {
  readonly holdings: readonly Holding[];
  readonly control?: readonly ControlLink[];
  readonly concert?: readonly ConcertAgreement[];
  readonly jointVentures?: readonly JointVenture[];
  readonly influence?: readonly InfluenceLink[];
}
