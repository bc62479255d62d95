import {
  issueOf,
  readDecimal,
  toDayNumber,
  tryDecimal,
  type DayNumber,
  type DecimalString,
  type LocalDate,
  type Path,
} from "../../core/index.ts";
import {
  asGiven,
  coefficientAt,
  listOf,
  nullable,
  oneOf,
  optional,
  readDate,
  readList,
  readText,
  refuse,
  repeatedIds,
  rowOf,
  shapeOf,
  writeScaled,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { ClientErrorCode } from "../errors.ts";
import type { ClientIssue } from "../reasons.ts";
import { lastsOn, type Stretch } from "../stretch.ts";
import {
  CONTROL_KINDS,
  type ConcertAgreement,
  type ControlLink,
  type Holding,
  type InfluenceLink,
  type JointVenture,
  type OwnershipGraph,
  type PartyId,
} from "./graph.ts";

/** The code of what is not as an ownership graph has it. */
export const INVALID_OWNERSHIP: ClientErrorCode = "client/invalid-ownership";

const readShare = (value: DecimalString, path: Path): DecimalString => {
  readDecimal(value, path);
  return value;
};

const dated = { from: nullable(readDate), to: nullable(readDate), source: nullable(readText) };

const HOLDING: Members<Holding> = {
  owner: readText,
  company: readText,
  share: readShare,
  votes: nullable(readShare),
  ...dated,
};

const several = listOf(readText, 2);

const readGraph: Reader<OwnershipGraph> = /* @__PURE__ */ shapeOf<OwnershipGraph>({
  holdings: readList,
  control: optional(asGiven),
  concert: optional(asGiven),
  jointVentures: optional(asGiven),
  influence: optional(asGiven),
});
const readHolding = /* @__PURE__ */ rowOf<Holding>(HOLDING);
const readControl = /* @__PURE__ */ rowOf<ControlLink>({
  controller: readText,
  company: readText,
  kind: oneOf(CONTROL_KINDS),
  ...dated,
});
const readConcert = /* @__PURE__ */ rowOf<ConcertAgreement>({
  parties: several,
  companies: nullable(listOf(readText, 1)),
  ...dated,
});
const readVenture = /* @__PURE__ */ rowOf<JointVenture>({ company: readText, controllers: several, ...dated });
const readInfluence = /* @__PURE__ */ rowOf<InfluenceLink>({ investor: readText, company: readText, ...dated });

/** A row that can be read and is in force on the day, with its place in the graph. */
export interface RowOfDay<T> {
  readonly value: T;
  readonly path: Path;
}

/** The two ends of a holding. */
export type OwnerAndCompany = Pick<Holding, "owner" | "company">;

/** The rows in force on a day, everybody any row names, and what is wrong so far. */
export interface RowsOfDay {
  readonly parties: ReadonlySet<PartyId>;
  readonly holdings: readonly RowOfDay<Holding>[];
  /** Owners and companies of holdings of which nothing else can be read. */
  readonly unread: readonly OwnerAndCompany[];
  readonly control: readonly RowOfDay<ControlLink>[];
  readonly concert: readonly RowOfDay<ConcertAgreement>[];
  readonly jointVentures: readonly RowOfDay<JointVenture>[];
  readonly influence: readonly RowOfDay<InfluenceLink>[];
  readonly issues: ClientIssue[];
}

/** Refuses an end that is not after its beginning. */
function requireOrder({ from, to }: Stretch, path: Path): void {
  if ((from ?? null) === null || (to ?? null) === null) return;
  const dates = { from: from ?? "", to: to ?? "" };
  if (dates.to <= dates.from)
    refuse("client/reversed-dates" satisfies ClientErrorCode, [...path, "to"], "not after from", dates);
}

/** Refuses a party that is on both sides of its own link. */
function requireOther(party: PartyId, others: readonly PartyId[], path: Path): void {
  if (others.includes(party))
    refuse("client/party-of-itself" satisfies ClientErrorCode, path, "on both sides of its own link", { party });
}

function requireDistinct(parties: readonly PartyId[], path: Path): void {
  const isRepeated = repeatedIds(parties);
  const again = parties.findIndex((party) => isRepeated(party));
  if (again >= 0) refuse(INVALID_OWNERSHIP, [...path, again], "named twice", {});
}

/** The two ends of a holding that cannot be read, where these can; null also where its dates say that it is over. */
function endsOf(row: Holding, day: DayNumber): OwnerAndCompany | null {
  try {
    const { owner, company } = row;
    for (const end of [owner, company]) readText(end, [], INVALID_OWNERSHIP);
    return owner === company || !mayCover(row, day) ? null : { owner, company };
  } catch {
    // nobody can say whose it is
    return null;
  }
}

/** Whether a stretch may have the day in it, as far as its dates can be read. */
function mayCover({ from, to }: Stretch, day: DayNumber): boolean {
  const known = (date: LocalDate | null | undefined): LocalDate | null => {
    try {
      return typeof date === "string" ? readDate(date, []) : null;
    } catch {
      return null;
    }
  };
  return lastsOn({ from: known(from), to: known(to) }, day);
}

/**
 * Reads a graph row by row: a row with an issue is left out, and the others are read. What a holding's two
 * ends are is kept where they can be read, because what it says of them is then not known, not nothing.
 */
export function rowsOfDay(graph: OwnershipGraph, date: LocalDate): RowsOfDay {
  readGraph(graph, ["graph"], INVALID_OWNERSHIP);
  const day = toDayNumber(date);
  const issues: ClientIssue[] = [];
  const parties = new Set<PartyId>();
  const rowsIn = <T extends Stretch>(
    name: keyof OwnershipGraph,
    given: readonly T[] | undefined,
    read: Reader<T>,
    namesOf: (row: T) => readonly PartyId[],
    check: (row: T, path: Path) => void,
    lost: (row: T) => void = () => undefined,
  ): RowOfDay<T>[] => {
    const rows: RowOfDay<T>[] = [];
    for (const [index, row] of readList(given ?? [], ["graph", name], INVALID_OWNERSHIP).entries()) {
      const path = [name, index];
      let isRead = false;
      try {
        read(row, path, INVALID_OWNERSHIP);
        isRead = true;
        for (const party of namesOf(row)) parties.add(party);
        requireOrder(row, path);
        check(row, path);
        if (lastsOn(row, day)) rows.push({ value: row, path });
      } catch (error) {
        issues.push(issueOf(error) as ClientIssue);
        if (!isRead) lost(row);
      }
    }
    return rows;
  };
  const unread: OwnerAndCompany[] = [];
  return {
    parties,
    issues,
    unread,
    holdings: rowsIn(
      "holdings",
      graph.holdings,
      readHolding,
      (row) => [row.owner, row.company],
      (row, path) => {
        requireOther(row.company, [row.owner], path);
      },
      (row) => {
        const ends = endsOf(row, day);
        if (ends === null) return;
        parties.add(ends.owner).add(ends.company);
        unread.push(ends);
      },
    ),
    control: rowsIn(
      "control",
      graph.control,
      readControl,
      (row) => [row.controller, row.company],
      (row, path) => {
        requireOther(row.company, [row.controller], path);
      },
    ),
    concert: rowsIn(
      "concert",
      graph.concert,
      readConcert,
      (row) => [...row.parties, ...(row.companies ?? [])],
      (row, path) => {
        requireDistinct(row.parties, [...path, "parties"]);
        requireDistinct(row.companies ?? [], [...path, "companies"]);
      },
    ),
    jointVentures: rowsIn(
      "jointVentures",
      graph.jointVentures,
      readVenture,
      (row) => [row.company, ...row.controllers],
      (row, path) => {
        requireOther(row.company, row.controllers, path);
        requireDistinct(row.controllers, [...path, "controllers"]);
      },
    ),
    influence: rowsIn(
      "influence",
      graph.influence,
      readInfluence,
      (row) => [row.investor, row.company],
      (row, path) => {
        requireOther(row.company, [row.investor], path);
      },
    ),
  };
}

/** A share as a whole number of units of a scale; null when it is not from 0 to 1. */
export function unitsOf(share: DecimalString, digits: number): bigint | null {
  const value = tryDecimal(share);
  if (value === null) return null;
  const units = coefficientAt(digits, value);
  return units < 0n || units > oneIn(digits) ? null : units;
}

/** One, in units of a scale. */
export const oneIn = (digits: number): bigint => coefficientAt(digits, { coefficient: 1n, scale: 0 });

/** Fraction digits of a share. */
export const digitsOf = (share: DecimalString): number => tryDecimal(share)?.scale ?? 0;

/** Units of a scale as a share, without zeros at the end. */
export function shareOf(units: bigint, digits: number): DecimalString {
  const text = writeScaled(units, digits);
  return digits === 0 ? text : text.replace(/\.?0+$/, "");
}
