import type { LocalDate } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import type { Tier, ClientType } from "../classes.ts";
import type { Move, NonClass } from "../population/words.ts";
import type { SimulationSide } from "./side.ts";

/** What the lines about a simulation can be about. */
export const SIMULATION_LINE_KINDS = /* @__PURE__ */ Object.freeze([
  "simulated-book",
  "simulated-class",
  "swap-set",
  "nobody-swaps",
  "managers-needed",
  "privileges-cost",
  "changes-over-time",
  "over-service",
  "rows-with-issues",
] as const);

/** What a line about a simulation is about. */
export type SimulationLineKind = (typeof SIMULATION_LINE_KINDS)[number];

/** Keys of the labels of classes and sides that the library provides. */
export type SimulationLabelKey =
  `simulationSide.${SimulationSide}` | `move.${Move}` | "nonClass.refused" | "nonClass.below-levels";

/** The label of a class of a book: a type or a tier, a level of the bank, or why there is no class. */
export type BookClassLabel =
  | `clientType.${ClientType}`
  | `tier.${Tier}`
  | `level.${string}`
  | `classificationStatus.${Exclude<NonClass, "refused">}`
  | "nonClass.refused"
  | "nonClass.below-levels";

type Nothing = Readonly<{ nothing?: never }>;

interface SimulationLineOf<Line extends SimulationLineKind, Labels, Values> {
  readonly line: Line;
  /** Label keys by role. */
  readonly labels: Labels;
  /** Figures by name. */
  readonly values: Values;
}

/** One line about a simulation, told apart by `line`; `tell` puts it into words. */
export type SimulationLine =
  | SimulationLineOf<
      "simulated-book",
      Nothing,
      {
        readonly clients: number;
        readonly asOf: LocalDate;
        /** Number of periods, where there are several. */
        readonly periods?: number;
        readonly champion: string;
        readonly challenger: string;
      }
    >
  | SimulationLineOf<
      "simulated-class",
      { readonly class: BookClassLabel },
      {
        readonly champion: number;
        readonly challenger: number;
        readonly championBalance?: Money;
        readonly challengerBalance?: Money;
      }
    >
  | SimulationLineOf<
      "swap-set",
      { readonly from: BookClassLabel; readonly to: BookClassLabel; readonly move?: `move.${Move}` },
      { readonly clients: number; readonly balance?: Money }
    >
  | SimulationLineOf<"nobody-swaps", Nothing, Nothing>
  | SimulationLineOf<
      "managers-needed",
      Nothing,
      {
        readonly champion: number;
        readonly challenger: number;
        readonly sharedChampion: number;
        readonly sharedChallenger: number;
      }
    >
  | SimulationLineOf<"privileges-cost", Nothing, { readonly champion: Money; readonly challenger: Money }>
  | SimulationLineOf<
      "changes-over-time",
      { readonly side: `simulationSide.${SimulationSide}` },
      {
        readonly changes: number;
        readonly pairs: number;
        readonly rate: string;
        readonly reversals?: number;
        readonly within?: number;
      }
    >
  | SimulationLineOf<
      "over-service",
      { readonly side: `simulationSide.${SimulationSide}` },
      { readonly above: number; readonly below: number; readonly of: number }
    >
  | SimulationLineOf<"rows-with-issues", Nothing, { readonly issues: number; readonly leftOut: number }>;
