import {
  describeValue,
  toDayNumber,
  type Details,
  type Issue,
  type LocalDate,
  type Path,
  type RowIssue,
} from "../../core/index.ts";
import {
  asGiven,
  kindOfValue,
  isFilled,
  listOf,
  nearestName,
  optional,
  orNull,
  readDate,
  readList,
  readObject,
  readOneOf,
  recordOf,
  refuse,
  refuseValue,
  repeatedIds,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import type { Money, MoneyColumn } from "../../money/index.ts";
import { minorOf, readMoney } from "../../money/inner.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { readClassKind } from "../population/class-of.ts";
import { readLadder } from "../population/migration.ts";
import type { FeatureColumns } from "../record.ts";
import type { StandingPolicy } from "../standing/policy.ts";
import type { ClassKind } from "../population/words.ts";
import { SIMULATION_SIDES, type SimulationSide } from "./side.ts";

/** The clients of one day. */
export interface PopulationPeriod {
  /** Day of the extract. */
  readonly asOf: LocalDate;
  /** One per record; a client is the same in every period. */
  readonly ids: readonly string[];
  /** One record per client, as `classifyMany` takes them: rows, or columns. */
  readonly records: readonly object[] | FeatureColumns;
  /** Date of observation by feature id, as in `classifyMany`. */
  readonly observedAt?: Readonly<Record<string, LocalDate>>;
  /** What each client has with the bank, to be added up by class. */
  readonly balances?: MoneyColumn;
}

/** A standing policy for each side; null where everybody is served what they earn. */
export type SimulatedPolicies = Readonly<Record<SimulationSide, StandingPolicy | null>>;

/** What is tried on whom. */
export interface SimulationRequest {
  /** The card in force. */
  readonly champion: Scorecard | PreparedScorecard;
  /** The card that is tried; the days on which either is in force do not matter here. */
  readonly challenger: Scorecard | PreparedScorecard;
  /** The book, on one day or on several in order of time. A client who is not in a period is not there on that day. */
  readonly population: readonly PopulationPeriod[];
  /**
   * How the level that is served follows from those that are earned: one policy for both sides, or one for each, null for
   * a side that serves what is earned. The classes are then the levels of its ladder.
   */
  readonly standingPolicy?: StandingPolicy | SimulatedPolicies;
  /** What a class is; the tier, or the type where there is none, by default. */
  readonly classBy?: ClassKind;
  /**
   * Classes from the lowest to the highest, by which a move is up or down. By default that of the standing policies, or of
   * the cards where the class is their level, when it is the same on both sides; otherwise there is none.
   */
  readonly ladder?: readonly string[];
  /** How many clients one manager can look after, by class. */
  readonly capacity?: Readonly<Record<string, number>>;
  /** What the privileges of a class cost per client and period; all in one currency. */
  readonly privileges?: Readonly<Record<string, Money>>;
  /** A change that is taken back within this number of months is a reversal; 1 to 120, 3 by default. */
  readonly within?: number;
}

/** Months within which a change that is taken back counts as a reversal, when nothing is said. */
const MONTHS_OF_A_REVERSAL = 3;

/** What one simulation issue or finding is about. */
export interface SimulationPlace {
  /** Index of the period. */
  readonly period: number;
  /** The side whose card it comes from; null for what is wrong with the population itself. */
  readonly side: SimulationSide | null;
}

/** Something wrong with one row of one period; `path` leads from `population` to it. */
export interface SimulationIssue extends RowIssue, SimulationPlace {}

/** A block that found nobody in a period, or a feature that counted for nobody, because no row has it: as among the `findings` of a batch. */
export interface SimulationFinding extends Issue, SimulationPlace {}

/** The code of everything that is wrong with a request. */
export const INVALID_SIMULATION =
  "customer-classification/invalid-simulation" satisfies CustomerClassificationErrorCode;

const readPeriod = /* @__PURE__ */ (() =>
  shapeOf<PopulationPeriod>({
    asOf: readDate,
    ids: asGiven,
    records: asGiven,
    observedAt: optional(recordOf(readDate)),
    balances: optional<MoneyColumn>(asGiven),
  }))();

const readPolicies: Reader<SimulatedPolicies> = /* @__PURE__ */ (() =>
  shapeOf<SimulatedPolicies>({ champion: orNull(asGiven), challenger: orNull(asGiven) }))();

/** A pair of policies is read here, a policy with its side. */
function readEither(given: StandingPolicy | SimulatedPolicies, path: Path, code: string): typeof given {
  readObject(given, path, code);
  return isPair(given) ? readPolicies(given, path, code) : given;
}

/** Whether each side has a policy of its own. */
export function isPair(given: StandingPolicy | SimulatedPolicies): given is SimulatedPolicies {
  return SIMULATION_SIDES.some((side) => Object.hasOwn(given, side));
}

const readWhole: Reader<SimulationRequest> = /* @__PURE__ */ (() =>
  shapeOf<SimulationRequest>({
    champion: asGiven,
    challenger: asGiven,
    population: listOf(readPeriod, 1),
    standingPolicy: optional(readEither),
    classBy: optional(readClassKind),
    ladder: optional(readLadder),
    capacity: optional(recordOf(wholeNumber(1, 1_000_000))),
    privileges: optional(recordOf(readMoney)),
    within: optional(wholeNumber(1, 120)),
  }))();

/** A request that was read, with its defaults. */
export interface ReadRequest extends SimulationRequest {
  readonly classBy: ClassKind;
  readonly within: number;
}

/** Reads a request whole except for its records, which are read one by one. */
export function readRequest(request: SimulationRequest): ReadRequest {
  const read = readWhole(request, ["request"], INVALID_SIMULATION);
  let before = -Infinity;
  for (const [index, { asOf }] of read.population.entries()) {
    const path = ["request", "population", index, "asOf"];
    const day = toDayNumber(asOf, path);
    if (day <= before) refuseValue(INVALID_SIMULATION, path, "not after the period before it", asOf);
    before = day;
  }
  for (const [name, price] of Object.entries(read.privileges ?? {})) {
    if (minorOf(price, []) >= 0) continue;
    refuseValue(INVALID_SIMULATION, ["request", "privileges", name, "amount"], "below 0: a cost is not", price.amount);
  }
  const [first, ...others] = Object.entries(read.privileges ?? {});
  for (const [name, { currency }] of others) {
    if (currency === first?.[1].currency) continue;
    const path = ["request", "privileges", name, "currency"];
    refuseValue(INVALID_SIMULATION, path, "another currency than the first", currency);
  }
  return { ...read, classBy: read.classBy ?? "tier", within: read.within ?? MONTHS_OF_A_REVERSAL };
}

/** Refuses a ladder, capacities and privileges of classes that nobody can be in. */
export function requireKnownClasses(request: ReadRequest, known: readonly string[]): void {
  for (const [index, name] of (request.ladder ?? []).entries()) {
    readOneOf(name, known, ["request", "ladder", index], INVALID_SIMULATION);
  }
  for (const member of ["capacity", "privileges"] as const) {
    for (const name of Object.keys(request[member] ?? {})) {
      if (known.includes(name)) continue;
      const near = nearestName(name, known);
      const hint = near === null ? {} : { didYouMean: near };
      refuse(INVALID_SIMULATION, ["request", member, name], "no class of either side", { known, ...hint });
    }
  }
}

/** The clients of all periods, each with a number. */
export interface Roster {
  /** How many numbers there are. */
  readonly clients: number;
  /** By period: number of the client of each row; -1 for a row that is left out. */
  readonly rows: readonly Int32Array[];
  readonly issues: readonly SimulationIssue[];
}

/** Numbers the clients; a row without a readable id, or of a client who is there already, is left out with an issue. */
export function readRoster(population: readonly PopulationPeriod[]): Roster {
  const issues: SimulationIssue[] = [];
  const lists = population.map(({ ids }, period) =>
    readList<unknown>(ids, ["request", "population", period, "ids"], INVALID_SIMULATION),
  );
  // of one period the row is the number: a map of a big book costs as much as half of its classification
  const isOne = population.length === 1;
  const numbers = new Map<unknown, number>();
  const rows = lists.map((list, period) => {
    const isRepeated = repeatedIds(list as readonly string[]);
    const numbered = new Int32Array(list.length);
    // only a list with somebody twice needs the first row of everybody
    let firsts: ReadonlyMap<unknown, number> | null = null;
    const firstOf = (client: string): number => {
      firsts ??= new Map(list.map((id, row) => [id, row] as const).reverse());
      return firsts.get(client) ?? 0;
    };
    const leaveOut = (row: number, code: CustomerClassificationErrorCode, details: Details): void => {
      numbered[row] = -1;
      issues.push({ period, side: null, row, code, path: ["population", period, "ids", row], details });
    };
    for (let row = 0; row < list.length; row++) {
      const client = list[row];
      if (!isFilled(client)) {
        const details = { received: describeValue(client), ...kindOfValue(client) };
        leaveOut(row, "customer-classification/invalid-member", details);
      } else if (isRepeated(client)) {
        leaveOut(row, "customer-classification/duplicate-client", { client, first: firstOf(client) });
      } else if (isOne) numbered[row] = row;
      else {
        let number = numbers.get(client);
        if (number === undefined) numbers.set(client, (number = numbers.size));
        numbered[row] = number;
      }
    }
    return numbered;
  });
  return { clients: isOne ? (lists[0]?.length ?? 0) : numbers.size, rows, issues };
}
