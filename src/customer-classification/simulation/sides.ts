import { issueOf, type DayNumber, type Issue, type Path } from "../../core/index.ts";
import { inTheirWords, reasonIn, refuse, refuseValue } from "../../core/inner.ts";
import { moneyAt, type MoneyColumn } from "../../money/index.ts";
import { resolvedCard } from "../card/prepare.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import { classifyBook } from "../classify-many.ts";
import { resolveCall } from "../ledger/source.ts";
import type { ClassificationBatch } from "../outcomes.ts";
import { numberOf, type ClassNames } from "../population/book.ts";
import {
  BELOW_LEVELS,
  classOf,
  isReserved,
  NON_CLASSES,
  typesAndTiers,
  type ClassKind,
} from "../population/class-of.ts";
import {
  INVALID_SIMULATION,
  type ReadRequest,
  type Roster,
  type SimulationIssue,
  type SimulationPlace,
  type SimulationSide,
} from "./request.ts";

/** Runs what names places inside one argument, and refuses with the place of that argument before them. */
function under<T>(path: Path, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { code, path: inside, details } = issueOf(error);
    return refuse(code, [...path, ...inside], reasonIn((error as Error).message, details), details);
  }
}

/** The card of a side, ready for use on any day. */
export function cardOfSide(request: ReadRequest, side: SimulationSide): ResolvedCard {
  const path = ["request", side];
  const card = under(path, () => resolvedCard(request[side]));
  if (request.classBy !== "level") return card;
  if (card.levels.length === 0) refuse(INVALID_SIMULATION, [...path, "levels"], "the card has no levels", {});
  for (const [index, { id }] of card.levels.entries()) {
    if (isReserved(id)) {
      refuseValue(INVALID_SIMULATION, [...path, "levels", index, "id"], "a word of its own meaning in a book", id);
    }
  }
  return card;
}

/** The levels of a card from below the first. */
const levelsOf = ({ levels }: ResolvedCard): readonly string[] => [BELOW_LEVELS, ...levels.map(({ id }) => id)];

/** The order of the classes where the cards say it. */
export function ladderOfCards(kind: ClassKind, cards: readonly ResolvedCard[]): readonly string[] | null {
  if (kind !== "level") return null;
  const [ladder = [], ...others] = cards.map(levelsOf);
  return others.every((other) => other.join("\n") === ladder.join("\n")) ? ladder : null;
}

/** Every class that somebody can be in, and every word for somebody without one. */
export function classNamesOf(kind: ClassKind, cards: readonly ResolvedCard[]): ClassNames {
  const classes: ClassNames = { names: [], numbers: new Map() };
  const wanted = kind === "level" ? cards.flatMap(levelsOf) : typesAndTiers(kind);
  for (const name of [...wanted, ...NON_CLASSES]) numberOf(classes, name);
  return classes;
}

/** The number of the class of each row that has a client; that after the last for the others. */
function numbersOf(batch: ClassificationBatch, clients: Int32Array, kind: ClassKind, classes: ClassNames): Int16Array {
  const numbers = new Int16Array(clients.length);
  const { values } = batch;
  for (let row = 0; row < numbers.length; row++) {
    if (clients[row]! < 0) {
      numbers[row] = classes.names.length;
      continue;
    }
    numbers[row] = numberOf(classes, classOf(values[row]!, kind));
  }
  return numbers;
}

/** The classes of one side in every period, with what was wrong. */
export interface ClassedSide {
  /** By period and row. */
  readonly classes: readonly Int16Array[];
  readonly issues: readonly SimulationIssue[];
  readonly findings: readonly (Issue & SimulationPlace)[];
}

/** Classifies the book of every period with the card of a side. */
export function classifySide(
  request: ReadRequest,
  card: ResolvedCard,
  side: SimulationSide,
  roster: Roster,
  names: ClassNames,
): ClassedSide {
  const issues: SimulationIssue[] = [];
  const findings: (Issue & SimulationPlace)[] = [];
  const anyDay = (_card: unknown, _asOf: string, _day: DayNumber): ResolvedCard => card;
  const classes = request.population.map(({ asOf, records, observedAt }, period) => {
    const path = ["request", "population", period];
    const places = { columns: [...path, "records"], observedAt: [...path, "observedAt"], asOf: [...path, "asOf"] };
    const context = observedAt === undefined ? { asOf } : { asOf, observedAt };
    const batch = inTheirWords(places, () => classifyBook(resolveCall(request[side], context, anyDay), records));
    const clients = roster.rows[period]!;
    if (batch.values.length !== clients.length) {
      const lengths = { length: clients.length, expected: batch.values.length };
      refuse(INVALID_SIMULATION, [...path, "ids"], "not one per record", lengths);
    }
    for (const issue of batch.issues) issues.push({ period, side, ...issue });
    for (const finding of batch.findings) findings.push({ period, side, ...finding });
    return numbersOf(batch, clients, request.classBy, names);
  });
  return { classes, issues, findings };
}

/** The balances of a period, one per record; what was wrong with them goes to the issues. */
export function readBalances(
  balances: MoneyColumn | undefined,
  period: number,
  rows: number,
  issues: SimulationIssue[],
): MoneyColumn | undefined {
  if (balances === undefined) return undefined;
  const path = ["request", "population", period, "balances"];
  inTheirWords({ column: path }, () => moneyAt(balances, 0));
  const { length } = balances.minor;
  if (length !== rows) refuse(INVALID_SIMULATION, path, "not one per record", { length, expected: rows });
  for (const issue of balances.issues) issues.push({ period, side: null, ...issue });
  return balances;
}
