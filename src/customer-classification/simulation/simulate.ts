import { civilParts } from "../../core/inner.ts";
import { toDayNumber } from "../../core/index.ts";
import { sumColumnBy, type MoneyColumn } from "../../money/index.ts";
import { cellsOf, inOrder, moveOf, ranksOf, tabulate, type Migration } from "../population/tabulate.ts";
import { rememberSimulation } from "./explain.ts";
import { addCosts, figuresOf, totalsOf } from "./figures.ts";
import { countOverTime, NO_STEP, type OverTime, type Steps } from "./over-time.ts";
import {
  requireKnownClasses,
  readRequest,
  readRoster,
  type ReadRequest,
  type Roster,
  type SimulationIssue,
  type SimulationRequest,
} from "./request.ts";
import { serveSide } from "./served.ts";
import {
  classifySides,
  classNamesOf,
  commonLadder,
  balancesOf,
  readSides,
  type ClassedSide,
  type SidePlan,
} from "./sides.ts";
import type { SimulatedClass, SimulatedPeriod, SimulatedSide, Simulation, SwapSet } from "./simulation.ts";
import { isNonClass } from "../population/words.ts";
import type { SimulationSide } from "./side.ts";

/** The step of every client in every period, off the classes of the rows. */
function stepsOf(classes: readonly Int16Array[], roster: Roster, stepOf: Int16Array): Steps {
  return classes.map((numbers, period) => {
    const steps = new Int16Array(roster.clients).fill(NO_STEP);
    const clients = roster.rows[period]!;
    for (let row = 0; row < clients.length; row++) {
      const client = clients[row]!;
      if (client >= 0) steps[client] = stepOf[numbers[row]!]!;
    }
    return steps;
  });
}

/** Changes and reversals of one side: along its own ladder where a policy has one, otherwise along that of the request. */
function overTimeOf(
  side: ClassedSide,
  { ladder: own }: SidePlan,
  request: ReadRequest,
  roster: Roster,
  names: readonly string[],
  ladder: readonly string[] | null,
): OverTime {
  const months = request.population.map(({ asOf }) => {
    const { year, month } = civilParts(toDayNumber(asOf));
    return year * 12 + month;
  });
  if (own !== null) {
    const steps = stepsOf(
      side.classes,
      roster,
      Int16Array.from(names, (name) => own.get(name) ?? NO_STEP),
    );
    return countOverTime(steps, side.earned, months, Float64Array.from(own.values()), request.within);
  }
  const steps = stepsOf(
    side.classes,
    roster,
    Int16Array.from(names, (name, number) => (isNonClass(name) ? NO_STEP : number)),
  );
  const ranks = ranksOf(ladder);
  const rankOf = ladder === null ? null : Float64Array.from(names, (name) => ranks.get(name) ?? Number.NaN);
  return countOverTime(steps, null, months, rankOf, request.within);
}

/** Who changes class in a period, by both classes. */
function swapsOf(
  champion: Int16Array,
  challenger: Int16Array,
  ids: readonly string[],
  names: readonly string[],
  ladder: readonly string[] | null,
  balances: MoneyColumn | undefined,
): { readonly swaps: readonly SwapSet[]; readonly migration: Migration } {
  const size = names.length + 1;
  const counts = new Float64Array(size * size);
  const moved = new Map<number, string[]>();
  let leftOut = 0;
  // pairs of classes as numbers, those who stay and those left out under none
  const pairs = new Int32Array(champion.length).fill(size * size);
  for (let row = 0; row < champion.length; row++) {
    const from = champion[row]!;
    const to = challenger[row]!;
    if (from === names.length) {
      leftOut++;
      continue;
    }
    const pair = from * size + to;
    counts[pair]!++;
    if (from === to) continue;
    pairs[row] = pair;
    const known = moved.get(pair);
    if (known === undefined) moved.set(pair, [ids[row]!]);
    else known.push(ids[row]!);
  }
  const sums = balances === undefined ? null : sumColumnBy(balances, pairs, size * size + 1);
  const migration = tabulate(ladder, cellsOf(counts.entries(), names), { before: leftOut, after: leftOut });
  const ranks = ranksOf(ladder);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const swaps = migration.cells.flatMap(({ from, to, count }): SwapSet[] => {
    if (from === null || to === null || from === to) return [];
    const pair = numbers.get(from)! * size + numbers.get(to)!;
    const move = moveOf(from, to, ranks) as SwapSet["move"];
    return [{ from, to, move, clients: count, balance: sums?.[pair]?.total ?? null, ids: moved.get(pair) ?? [] }];
  });
  return { swaps, migration };
}

/**
 * What would happen to whom: one book under two cards, side by side (规则试算, 冠军挑战者).
 *
 * Both cards classify the book of every period, whether or not they, or the policies, are in force on its day. The answer says how many
 * clients and how much money each class has on either side, who changes class, between which classes (`swaps`, with the
 * ids), how many managers either side needs, what its privileges cost, and how restless its classes are over the
 * periods. A row that is refused on a side has an issue with side, period and row, and is counted in the class `refused`;
 * a row without a readable id, or of a client who is there already, is left out with an issue. A side never loses a row
 * in silence.
 *
 * With a standing policy the classes are the levels it serves, and the answer says how often a client is served above or
 * below what they earn: so two policies are compared on one card. A level is earned as `earnedPlaces` says. A client starts
 * on the first day on which a level is known; a review of the policy looks at the first period on its day or after, and
 * between two reviews the level stays. In a period in which a client is not there, or has no class, nothing is known of them. Somebody
 * blocked, or no customer on the day, is shown as such, whatever level they held; somebody who lacks data, or whose row is
 * refused, keeps theirs. A ladder that has a level or a tier has all above it, in the order of the card.
 *
 * Managers are clients by capacity, rounded up: `separate` adds those of the classes, each rounded up, `shared` rounds
 * the exact sum. Costs and balances are exact. A change is a pair of a client-period in a class and the client's one
 * before it, of different classes, also across periods in which the client is not there; a reversal is a change in the
 * opposite direction to the one before, at most `within` calendar months later.
 *
 * @param request - the cards, the book by period, and what is to be counted
 * @returns both sides by period, who changes class on the last day, issues
 * @throws `customer-classification/invalid-simulation` when the request is not one, with the path to the fault
 * @throws `customer-classification/invalid-card` see `prepareScorecard`; `customer-classification/invalid-columns`,
 * `customer-classification/ragged-columns`, `customer-classification/unknown-feature` and
 * `customer-classification/invalid-context` as in `classifyMany`
 * @throws `money/invalid-column` for balances that are not a column, `money/amount-too-large` for a sum of more than 18
 * digits, and the errors of a price that is not an amount
 * @throws `customer-classification/invalid-standing-policy`, `core/invalid-policy` for a policy
 * @throws `core/invalid-date`
 * @example
 * import { money } from "relationship-banking/money";
 * const levels = [{ id: "star-3", atLeast: 50 }, { id: "star-4", atLeast: 400 }];
 * const request = {
 *   champion: { ...exampleStarRateCard, levels: [{ id: "star-3", atLeast: 50 }, { id: "star-4", atLeast: 500 }] },
 *   challenger: { ...exampleStarRateCard, version: "draft", levels },
 *   classBy: "level",
 *   population: [{
 *     asOf: "2026-03-31",
 *     ids: ["A", "B"],
 *     records: [{ mediumLongTermAssets: money("45000.00", "CNY") }, { mediumLongTermAssets: money("60000.00", "CNY") }],
 *   }],
 *   capacity: { "star-4": 400 },
 * } as const;
 * simulate(request).swaps // => [{ from: "star-3", to: "star-4", move: "up", clients: 1, balance: null, ids: ["A"] }]
 * @since 0.1.0
 */
export function simulate(request: SimulationRequest): Simulation {
  const read = readRequest(request);
  const plans = readSides(read);
  const ladder = read.ladder === undefined ? commonLadder(read.classBy, plans) : [...read.ladder];
  const classes = classNamesOf(read.classBy, plans);
  requireKnownClasses(read, classes.names);
  const roster = readRoster(read.population);
  const earned = classifySides(read, plans, roster, classes);
  const serve = (side: SimulationSide): ClassedSide =>
    serveSide(side, plans[side], earned[side], read, roster, classes);
  const [champion, challenger] = [serve("champion"), serve("challenger")];
  const issues: SimulationIssue[] = [...roster.issues];
  const balances = read.population.map((period, index) =>
    balancesOf(period.balances, index, roster.rows[index]!.length, issues),
  );
  issues.push(...champion.issues, ...challenger.issues);
  issues.sort((a, b) => a.period - b.period || a.row - b.row);
  const { names } = classes;
  const periods = read.population.map(({ asOf }, period): SimulatedPeriod => {
    const column = balances[period];
    const sides = {
      champion: figuresOf(champion.classes[period]!, names, column, read),
      challenger: figuresOf(challenger.classes[period]!, names, column, read),
    };
    const occurring = names.filter(
      (_, number) => sides.champion[number]!.clients > 0 || sides.challenger[number]!.clients > 0,
    );
    const rows = roster.rows[period]!;
    const totals = {
      champion: totalsOf(sides.champion, names, column, read),
      challenger: totalsOf(sides.challenger, names, column, read),
    };
    const { clients } = totals.champion;
    const shown = inOrder(ladder, occurring).flatMap((name): SimulatedClass[] => {
      const number = classes.numbers.get(name);
      if (number === undefined) return [];
      const [own, other] = [sides.champion[number]!, sides.challenger[number]!];
      return [{ class: name, isClass: !isNonClass(name), champion: own, challenger: other }];
    });
    return { asOf, clients, leftOut: rows.length - clients, classes: shown, totals };
  });
  const last = read.population.length - 1;
  const ids = read.population[last]!.ids;
  const sideOf = (side: SimulationSide, classed: ClassedSide): SimulatedSide => ({
    card: plans[side].card.stamp,
    policy: plans[side].policy?.stamp ?? null,
    overTime: overTimeOf(classed, plans[side], read, roster, names, ladder),
    cost: addCosts(periods.map(({ totals }) => totals[side].cost)),
  });
  return rememberSimulation({
    classBy: read.classBy,
    ladder,
    within: read.within,
    champion: sideOf("champion", champion),
    challenger: sideOf("challenger", challenger),
    periods,
    ...swapsOf(champion.classes[last]!, challenger.classes[last]!, ids, names, ladder, balances[last]),
    issues,
    findings: [...champion.findings, ...challenger.findings],
  });
}
