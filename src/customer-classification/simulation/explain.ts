import { refuseValue } from "../../core/inner.ts";
import { CLIENT_TYPES, TIERS, type ClientType, type Tier } from "../classes.ts";
import type { BookClassLabel, SimulationLine } from "./lines.ts";
import { INVALID_SIMULATION } from "./request.ts";
import type { Simulation } from "./simulation.ts";
import { BELOW_LEVELS, type ClassKind, isNonClass } from "../population/words.ts";
import { SIMULATION_SIDES } from "./side.ts";

const simulations = /* @__PURE__ */ new WeakSet();

/** Remembers a simulation as one of this library. */
export function rememberSimulation(simulation: Simulation): Simulation {
  simulations.add(simulation);
  return simulation;
}

/** The label of a class: a level may have the id of a type, so that it depends on what the class is. */
export function classLabel(name: string, kind: ClassKind): BookClassLabel {
  if (isNonClass(name)) return name === "refused" ? "nonClass.refused" : `classificationStatus.${name}`;
  if (name === BELOW_LEVELS) return "nonClass.below-levels";
  if (kind === "level") return `level.${name}`;
  if ((TIERS as readonly string[]).includes(name)) return `tier.${name as Tier}`;
  return (CLIENT_TYPES as readonly string[]).includes(name) ? `clientType.${name as ClientType}` : `level.${name}`;
}

/** Every class of the last day, those without anybody left out. */
function classLines({ periods, classBy }: Simulation): SimulationLine[] {
  const { classes = [] } = periods.at(-1) ?? {};
  return classes.flatMap(({ class: name, champion, challenger }): SimulationLine[] => {
    if (champion.clients === 0 && challenger.clients === 0) return [];
    const balances =
      champion.balance === null || challenger.balance === null
        ? {}
        : { championBalance: champion.balance, challengerBalance: challenger.balance };
    const values = { champion: champion.clients, challenger: challenger.clients, ...balances };
    return [{ line: "simulated-class", labels: { class: classLabel(name, classBy) }, values }];
  });
}

function swapLines({ swaps, classBy }: Simulation): SimulationLine[] {
  if (swaps.length === 0) return [{ line: "nobody-swaps", labels: {}, values: {} }];
  return swaps.map(({ from, to, move, clients, balance }): SimulationLine => {
    const labels = { from: classLabel(from, classBy), to: classLabel(to, classBy) };
    return {
      line: "swap-set",
      labels: move === "other" ? labels : { ...labels, move: `move.${move}` },
      values: balance === null ? { clients } : { clients, balance },
    };
  });
}

function needLines(simulation: Simulation): SimulationLine[] {
  const { champion, challenger } = simulation.periods.at(-1)?.totals ?? {};
  const lines: SimulationLine[] = [];
  if (champion?.managers && challenger?.managers) {
    const values = {
      champion: champion.managers.separate,
      challenger: challenger.managers.separate,
      sharedChampion: champion.managers.shared,
      sharedChallenger: challenger.managers.shared,
    };
    lines.push({ line: "managers-needed", labels: {}, values });
  }
  const costs = { champion: simulation.champion.cost, challenger: simulation.challenger.cost };
  if (costs.champion !== null && costs.challenger !== null) {
    lines.push({
      line: "privileges-cost",
      labels: {},
      values: { champion: costs.champion, challenger: costs.challenger },
    });
  }
  return lines;
}

/** How restless each side is, where somebody was there in more than one period. */
function overTimeLines(simulation: Simulation): SimulationLine[] {
  return SIMULATION_SIDES.flatMap((side): SimulationLine[] => {
    const { changes, reversals, above, below } = simulation[side].overTime;
    const labels = { side: `simulationSide.${side}` } as const;
    const lines: SimulationLine[] = [];
    if (changes.rate !== null) {
      const backs = reversals === null ? {} : { reversals: reversals.n, within: simulation.within };
      const values = { changes: changes.n, pairs: changes.of, rate: changes.rate, ...backs };
      lines.push({ line: "changes-over-time", labels, values });
    }
    if (above !== null && below !== null && above.of > 0) {
      lines.push({ line: "over-service", labels, values: { above: above.n, below: below.n, of: above.of } });
    }
    return lines;
  });
}

/**
 * What a simulation found, as lines of label keys and figures that `tell` puts into words: the classes of the last day,
 * who changes class, managers, costs, how restless each side is, and how many rows had an issue.
 *
 * No client is named; the ids are in `swaps`. A level of the bank's own is told by its label `level.<id>`.
 *
 * @param simulation - what {@link simulate} returned, the very object
 * @returns lines, plain data
 * @throws `customer-classification/invalid-simulation` for a copy, or something else
 * @example
 * const population = [{ asOf: "2026-03-31", ids: ["A"], records: [{ deceased: true }] }];
 * const simulation = simulate({ champion: exampleRetailCard, challenger: exampleRetailCard, population });
 * explainSimulation(simulation).map(({ line }) => line) // => ["simulated-book", "simulated-class", "nobody-swaps"]
 * @since 0.1.0
 */
export function explainSimulation(simulation: Simulation): SimulationLine[] {
  if (typeof simulation !== "object" || !simulations.has(simulation)) {
    return refuseValue(INVALID_SIMULATION, ["simulation"], "not the object that simulate returned", simulation);
  }
  const { periods, champion, challenger, issues } = simulation;
  const { clients = 0, asOf = "" } = periods.at(-1) ?? {};
  const several = periods.length > 1 ? { periods: periods.length } : {};
  const leftOut = periods.reduce((sum, period) => sum + period.leftOut, 0);
  return [
    {
      line: "simulated-book",
      labels: {},
      values: {
        clients,
        asOf,
        ...several,
        champion: `${champion.card.id}@${champion.card.version}`,
        challenger: `${challenger.card.id}@${challenger.card.version}`,
      },
    },
    ...classLines(simulation),
    ...swapLines(simulation),
    ...needLines(simulation),
    ...overTimeLines(simulation),
    ...(issues.length === 0
      ? []
      : [{ line: "rows-with-issues", labels: {}, values: { issues: issues.length, leftOut } } as const]),
  ];
}
