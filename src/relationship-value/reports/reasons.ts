import type { DateRange } from "../../calendar/index.ts";
import type { LocalDate } from "../../core/index.ts";

/** What the issues of the three reports carry, by code. */
export interface ValueReportErrorDetails {
  /**
   * Something dated after the day of the report.
   *
   * Remedy: correct the date at `path`, or make the report as of a later day.
   */
  "relationship-value/after-report-day": { readonly date: LocalDate; readonly asOf: LocalDate };
  /**
   * A second dossier for one client and manager; a second fact, need or advice with one id in a dossier, or one in another
   * dossier of the client that is not the same.
   *
   * Remedy: put what is known of a client into one dossier per manager, and give each row of the client an id of its own.
   */
  "relationship-value/repeated-in-report": { readonly id: string };
  /**
   * Evidence that is none of the facts, needs, income lines and stated items of the dossier, or a need that is not in it.
   *
   * Remedy: correct the id at `path`, or add what it stands for to the dossier.
   */
  "relationship-value/unknown-evidence": { readonly id: string; readonly evidence: string };
  /**
   * A figure of another client, or of another period, than that of the dossier or the report.
   *
   * Remedy: put the statement into the dossier of its client, and ask for the report of its period.
   */
  "relationship-value/value-of-another": {
    readonly received: string | DateRange;
    readonly expected: string | DateRange;
  };
  /**
   * An advice or a judgement that rests on nothing.
   *
   * Remedy: name the facts, needs or income lines it rests on in `evidence`, or leave it out.
   */
  "relationship-value/without-evidence": { readonly id: string };
}
