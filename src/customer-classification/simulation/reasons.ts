import type { ReadingDetails } from "../../core/index.ts";

/** What the errors of simulations carry, by code. */
export interface SimulationDetails {
  /**
   * What a simulation was asked is not a request: `path` says where.
   *
   * Remedy: correct the member at `path`. Periods ascend, each with one id and one balance per record; capacities and
   * privileges are by classes that the cards or the ladder have, privileges in one currency.
   */
  "customer-classification/invalid-simulation": ReadingDetails & {
    readonly expected?: number;
    readonly length?: number;
  };
}
