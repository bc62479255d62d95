import type { Scorecard } from "../card/scorecard.ts";
import type { CardSignOff } from "./sign-off.ts";

/** A card of a register, with its signature. */
export interface RegisteredCard {
  readonly card: Scorecard;
  /** As `signOffCard` made it; absent while nobody has signed. */
  readonly signOff?: CardSignOff;
}

/** The versions of one card as plain JSON (评分卡登记簿), in any order: which content was in force when, and who signed it. */
export interface CardRegister {
  readonly id: string;
  readonly entries: readonly RegisteredCard[];
}
