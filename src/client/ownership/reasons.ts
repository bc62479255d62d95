import type { DecimalString, ReadingDetails } from "../../core/index.ts";
import type { PartyId } from "./graph.ts";

/** What the issues and errors of ownership carry, by code. */
export interface OwnershipErrorDetails {
  /**
   * An ownership graph, a row of it or what is asked of it is not as it should be: `path` says where.
   *
   * Remedy: correct the member at `path`; `OwnershipGraphSchema` describes a graph. A row that cannot be read counts for
   * nothing; what a holding says of an owner and a company that can be read is taken as not known.
   */
  "client/invalid-ownership": ReadingDetails;
  /**
   * A share of capital or votes outside 0 to 1; what its owner has in the company is taken as not known.
   *
   * Remedy: write the share as a fraction from 0 to 1, such as `"0.51"` for 51%.
   */
  "client/holding-out-of-range": {
    readonly share: DecimalString;
    readonly min: DecimalString;
    readonly max: DecimalString;
  };
  /**
   * A company is its own owner, controller or partner; the row counts for nothing.
   *
   * Remedy: remove the row at `path`, and write the shares of the others as shares of the capital outstanding.
   */
  "client/party-of-itself": { readonly party: PartyId };
  /** The same holding a second time on the day; it counts once. Remedy: remove one of the two rows. */
  "client/holding-repeated": { readonly owner: PartyId; readonly company: PartyId };
  /**
   * Two rows say different things of one owner in one company on the day; what it holds there is taken as not known.
   *
   * Remedy: end the earlier row on the day the later one begins; add the lots of one owner into one row.
   */
  "client/holdings-contradict": { readonly owner: PartyId; readonly company: PartyId };
  /**
   * The holdings in a company come to more than its whole capital; all of them are taken as not known.
   *
   * Remedy: correct or end one of the holdings in the company.
   */
  "client/capital-above-whole": { readonly company: PartyId; readonly total: DecimalString };
  /**
   * The votes in a company come to more than all of them; nobody controls it by votes.
   *
   * Remedy: correct `votes` of one of the holdings in the company.
   */
  "client/votes-above-whole": { readonly company: PartyId; readonly total: DecimalString };
  /**
   * Companies that hold one another wholly, so that nobody outside owns any of them: shares without an answer.
   *
   * Remedy: add the owners outside the circle, or correct a share in it.
   */
  "client/circle-owns-itself": { readonly companies: readonly PartyId[] };
  /**
   * Two parties are said to control one company, each alone, or alone and together; nobody is taken to control it alone.
   *
   * Remedy: end all links but one; a company controlled by several together is one row of `jointVentures`.
   */
  "client/control-disputed": { readonly company: PartyId; readonly controllers: readonly PartyId[] };
  /**
   * A party acts in concert in one company under two agreements at once; neither agreement counts there, and one that is
   * on all companies counts nowhere.
   *
   * Remedy: end one of the agreements, write one with all its parties, or name the `companies` each is on.
   */
  "client/concerts-overlap": { readonly party: PartyId };
  /** A party that no row of the graph names. Remedy: correct the id, or add its holdings to the graph. */
  "client/unknown-party": { readonly party: PartyId };
}
