import type { PlanService } from "../types.ts";

/**
 * Where a client may stand with a product. Of several services of one product the state that comes first here counts, so
 * that a product is in use when one of them is, and not needed only when none of them is.
 */
export const WHITE_SPACE_STATES = [
  "in-use",
  "stopped",
  "supplied-elsewhere",
  "unmet",
  "unknown",
  "not-asked",
  "not-needed",
] as const;

/**
 * Where a client stands with a product: takes it from us; took it from us and has stopped; gets it from another bank;
 * needs it, and as far as known gets it from nobody; nobody could say when asked; nobody has asked; does not need it.
 */
export type WhiteSpaceState = (typeof WHITE_SPACE_STATES)[number];

/** Whether a state is a gap: something we might supply and, as far as known, do not. */
export const IS_GAP: Readonly<Record<WhiteSpaceState, boolean>> = {
  "in-use": false,
  stopped: true,
  "supplied-elsewhere": true,
  unmet: true,
  unknown: true,
  "not-asked": true,
  "not-needed": false,
};

/**
 * Where the client stands with one service of section 6, by what its row answers.
 *
 * What is known decides before what is open: an adoption whose end is answered "unknown" is not in use for certain, and
 * a service that another bank supplies is that whatever 6.D leaves open.
 */
export function serviceState(service: PlanService, isSuppliedElsewhere: boolean): WhiteSpaceState {
  const { needed } = service;
  const adopted = service.adopted?.answer;
  const discontinued = service.discontinued?.answer;
  if (discontinued === "yes") return "stopped";
  if (adopted === "yes" && discontinued !== "unknown") return "in-use";
  // as in the wallet, what another bank supplies and the client does not need is nothing to win
  if (needed === "no") return "not-needed";
  if (isSuppliedElsewhere) return "supplied-elsewhere";
  if (needed === "yes" && adopted === "no") return "unmet";
  return [needed, adopted, discontinued].includes("unknown") ? "unknown" : "not-asked";
}
