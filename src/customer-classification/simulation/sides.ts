import { isDomainError, type Path, type RowIssue } from "../../core/index.ts";
import { inTheirWords, readList, refuse, refuseValue } from "../../core/inner.ts";
import { moneyAt, type MoneyColumn } from "../../money/index.ts";
import { resolvedCard } from "../card/prepare.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import { under } from "../errors.ts";
import type { ClassificationSummary, InputTally } from "../outcomes.ts";
import { sourceOf } from "../ledger/columns.ts";
import { scoreBooks, type BookJob, type ScoredBook } from "../ledger/score-book.ts";
import { resolveCall, type ResolvedCall } from "../ledger/source.ts";
import { inputTally, tallyBlocks, unseenBlocks, unseenFeatures } from "../ledger/tally.ts";
import { numberOf, type ClassNames } from "../population/book.ts";
import { earnedPlace } from "../population/earned.ts";
import { requireLadderOf } from "../population/ladder.ts";
import { EARNED_ABSENT } from "../standing/book.ts";
import type { StandingPolicy } from "../standing/policy.ts";
import { resolveStandingPolicy, type ResolvedStandingPolicy } from "../standing/read-policy.ts";
import type { Places } from "./over-time.ts";
import { classOf, isReserved, typesAndTiers } from "../population/class-of.ts";
import {
  INVALID_SIMULATION,
  isPair,
  type PopulationPeriod,
  type ReadRequest,
  type Roster,
  type SimulationFinding,
  type SimulationIssue,
} from "./request.ts";
import { BELOW_LEVELS, type ClassKind, NON_CLASSES, isNonClass } from "../population/words.ts";
import { SIMULATION_SIDES, type SimulationSide } from "./side.ts";

/** The card of a side, ready for use on any day. */
function cardOfSide(request: ReadRequest, side: SimulationSide): ResolvedCard {
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

/** What one side is. */
export interface SidePlan {
  readonly card: ResolvedCard;
  /** Null where everybody is served what they earn. */
  readonly policy: ResolvedStandingPolicy | null;
  /** The ladder of the policy, or of that of the other side; null when neither has one. */
  readonly ladder: ReadonlyMap<string, number> | null;
}

/** The levels of a card from below the first. */
const levelsOf = ({ levels }: ResolvedCard): readonly string[] => [BELOW_LEVELS, ...levels.map(({ id }) => id)];

/** The classes of a side from the lowest, where the policy or the card says so. */
function ladderOf({ card, ladder }: SidePlan, kind: ClassKind): readonly string[] | null {
  if (ladder !== null) return [...ladder.keys()];
  return kind === "level" ? levelsOf(card) : null;
}

/** A policy that was read, none of whose levels is a word for people without a class. */
function policyOf(policy: StandingPolicy | null, path: Path): ResolvedStandingPolicy | null {
  if (policy === null) return null;
  const resolved = inTheirWords({ policy: path }, () => resolveStandingPolicy(policy));
  for (const [index, name] of resolved.levels.entries()) {
    const at = [...path, "ladder", index, "id"];
    if (isNonClass(name)) refuseValue(INVALID_SIMULATION, at, "not a class, so it has no place on a ladder", name);
  }
  return resolved;
}

/** Both sides, read; a side without a policy beside one with a policy serves what is earned on the ladder of that. */
export function readSides(request: ReadRequest): Readonly<Record<SimulationSide, SidePlan>> {
  const { standingPolicy: given = null } = request;
  const pair = given !== null && isPair(given) ? given : null;
  const both = given !== null && !isPair(given) ? given : null;
  const pathOf = (side: SimulationSide): Path => ["request", "standingPolicy", ...(pair === null ? [] : [side])];
  const cards = { champion: cardOfSide(request, "champion"), challenger: cardOfSide(request, "challenger") };
  const policies = {
    champion: policyOf(pair === null ? both : pair.champion, pathOf("champion")),
    challenger: policyOf(pair === null ? both : pair.challenger, pathOf("challenger")),
  };
  const planOf = (side: SimulationSide, other: SimulationSide): SidePlan => {
    const card = cards[side];
    const from = policies[side] === null ? other : side;
    const ladder = policies[from]?.placeOf ?? null;
    if (ladder !== null) requireLadderOf(card, ladder, [...pathOf(from), "ladder"], INVALID_SIMULATION);
    return { card, policy: policies[side], ladder };
  };
  return { champion: planOf("champion", "challenger"), challenger: planOf("challenger", "champion") };
}

/** The order of the classes where both sides say the same. */
export function commonLadder(
  kind: ClassKind,
  { champion, challenger }: Readonly<Record<SimulationSide, SidePlan>>,
): readonly string[] | null {
  const [own, other] = [ladderOf(champion, kind), ladderOf(challenger, kind)];
  return own !== null && JSON.stringify(own) === JSON.stringify(other) ? own : null;
}

/** Every class that somebody can be in, and every word for somebody without one. */
export function classNamesOf(kind: ClassKind, plans: Readonly<Record<SimulationSide, SidePlan>>): ClassNames {
  const classes: ClassNames = { names: [], numbers: new Map() };
  const wanted = SIMULATION_SIDES.flatMap((side) => {
    const own = ladderOf(plans[side], kind);
    return own ?? (kind === "level" ? [] : typesAndTiers(kind));
  });
  for (const name of [...wanted, ...NON_CLASSES]) numberOf(classes, name);
  return classes;
}

/** The class that one answer is of on a side, as a number, and its place on the ladder of the side; -1 without one. */
interface Classed {
  readonly number: number;
  readonly place: number;
}

/** What classes the answers of a card. */
type Classer = (summary: ClassificationSummary | null) => Classed;

/** What classes the answers of a card by what a side goes by. */
function classer({ ladder }: SidePlan, kind: ClassKind, classes: ClassNames): Classer {
  const levels = [...(ladder?.keys() ?? [])];
  return (summary) => {
    const place = ladder === null ? -1 : earnedPlace(summary, ladder);
    return { number: numberOf(classes, levels[place] ?? classOf(summary, kind)), place };
  };
}

/** The classes of one side in every period, with what was wrong. */
export interface ClassedSide {
  /** By period and row. */
  readonly classes: readonly Int16Array[];
  /** What is earned, by period and client, on the ladder of a side with one. */
  readonly earned: Places | null;
  readonly issues: readonly SimulationIssue[];
  readonly findings: readonly SimulationFinding[];
}

/** Whether two cards read the same members of a record, and take the same names for misspelt ones. */
function areReadAlike(a: ResolvedCard, b: ResolvedCard): boolean {
  const read = ({ fields, blocks }: ResolvedCard): string =>
    JSON.stringify([fields, blocks.map(({ block: { feature } }) => feature)]);
  return read(a) === read(b);
}

/** Where a value that a batch counts from its row is in the population. */
function placeOf({ row, path }: RowIssue, period: number, records: PopulationPeriod["records"]): Path {
  const at = ["population", period, "records"];
  return Array.isArray(records) ? [...at, row, ...path] : [...at, ...path, row];
}

/** A side under way. */
interface SideInProgress {
  readonly side: SimulationSide;
  readonly classes: Int16Array[];
  readonly earned: Int8Array[] | null;
  readonly issues: SimulationIssue[];
  readonly findings: SimulationFinding[];
}

/** What one card is asked of a book, for the sides that it answers for. */
interface SideJob extends BookJob<number> {
  readonly sides: readonly SideInProgress[];
  /** Of each answer what it comes to on the sides, by a running number that stands for it. */
  readonly answers: readonly (readonly Classed[])[];
  /** How often each input was in each state, once the book is answered. */
  readonly inputs: () => readonly InputTally[];
}

/** A job that keeps of each answer the number of what it comes to. */
function jobOf(sides: readonly SideInProgress[], call: ResolvedCall, classers: readonly Classer[]): SideJob {
  const answers: Classed[][] = [];
  const keep = (summary: ClassificationSummary | null): number =>
    answers.push(classers.map((classify) => classify(summary))) - 1;
  const { add, tallies } = inputTally(call.card);
  return { sides, call, keep, answers, seen: add, inputs: tallies };
}

/** Takes the answers of a card to the book of one period to the sides that it answers for. */
function takeIn(
  { sides, answers, inputs }: SideJob,
  { ledger, values, issues }: ScoredBook<number>,
  period: number,
  records: PopulationPeriod["records"],
  roster: Roster,
  names: ClassNames,
): void {
  const clients = roster.rows[period]!;
  const unseen = [...unseenBlocks(tallyBlocks(ledger)), ...unseenFeatures(inputs())];
  for (const [place, { side, classes, earned, ...wrong }] of sides.entries()) {
    const numberOfAnswer = Int16Array.from(answers, (answer) => answer[place]!.number);
    const numbers = new Int16Array(clients.length);
    for (let row = 0; row < numbers.length; row++) {
      numbers[row] = clients[row]! < 0 ? names.names.length : numberOfAnswer[values[row]!]!;
    }
    classes.push(numbers);
    if (earned !== null) {
      const places = Int8Array.from(answers, (answer) => answer[place]!.place);
      const steps = new Int8Array(roster.clients).fill(EARNED_ABSENT);
      for (const [row, client] of clients.entries()) if (client >= 0) steps[client] = places[values[row]!]!;
      earned.push(steps);
    }
    for (const issue of issues) wrong.issues.push({ ...issue, period, side, path: placeOf(issue, period, records) });
    for (const finding of unseen) wrong.findings.push({ ...finding, period, side });
  }
}

/** Classifies the book of every period with both cards; one card on both sides answers once, and cards read once what they can. */
export function classifySides(
  request: ReadRequest,
  plans: Readonly<Record<SimulationSide, SidePlan>>,
  roster: Roster,
  names: ClassNames,
): Readonly<Record<SimulationSide, ClassedSide>> {
  const sides = SIMULATION_SIDES.map((side): SideInProgress => {
    const earned = plans[side].ladder === null ? null : [];
    return { side, classes: [], earned, issues: [], findings: [] };
  });
  const { champion, challenger } = plans;
  const isSame = champion.card.stamp.hash === challenger.card.stamp.hash;
  const isShared = areReadAlike(champion.card, challenger.card);
  // the sides that one card answers for, and the cards that read one source
  const groups = isSame ? [sides] : sides.map((side) => [side]);
  const readers = isShared ? [groups] : groups.map((group) => [group]);
  for (const [period, { asOf, records, observedAt }] of request.population.entries()) {
    const path = ["request", "population", period];
    const places = { columns: [...path, "records"], observedAt: [...path, "observedAt"], asOf: [...path, "asOf"] };
    const context = observedAt === undefined ? { asOf } : { asOf, observedAt };
    // a list that cannot be read is found here, and not taken for one of another length
    if (Array.isArray(records)) readList<unknown>(records, places.columns, INVALID_SIMULATION);
    for (const reader of readers) {
      const jobs = reader.map((group) => {
        const [{ side }] = group as [SideInProgress];
        // whether or not the card is in force on the day
        const call = inTheirWords(places, () => resolveCall(request[side], context, () => plans[side].card));
        const classers = group.map((one) => classer(plans[one.side], request.classBy, names));
        return jobOf(group, call, classers);
      });
      const { card } = jobs[0]!.call;
      const source = inTheirWords(places, () => sourceOf(records, card));
      const { length } = roster.rows[period]!;
      if (source.rows !== length) {
        refuse(INVALID_SIMULATION, [...path, "ids"], "not one per record", { length, expected: source.rows });
      }
      const books = scoreBooks(jobs, source);
      for (const [index, job] of jobs.entries()) takeIn(job, books[index]!, period, records, roster, names);
    }
  }
  return Object.fromEntries(sides.map(({ side, ...classed }) => [side, classed])) as unknown as Readonly<
    Record<SimulationSide, ClassedSide>
  >;
}

/** The balances of a period, one per record; what was wrong with them goes to the issues. */
export function balancesOf(
  balances: MoneyColumn | undefined,
  period: number,
  rows: number,
  issues: SimulationIssue[],
): MoneyColumn | undefined {
  if (balances === undefined) return undefined;
  const path = ["request", "population", period, "balances"];
  const length = inTheirWords({ column: path }, () => {
    try {
      moneyAt(balances, 0);
      return balances.minor.length;
    } catch (error) {
      if (isDomainError(error)) throw error;
      return refuse(INVALID_SIMULATION, ["column"], "cannot be read", {});
    }
  });
  if (length !== rows) refuse(INVALID_SIMULATION, path, "not one per record", { length, expected: rows });
  for (const issue of balances.issues) {
    issues.push({ ...issue, period, side: null, path: ["population", period, "balances", issue.row] });
  }
  return balances;
}
