import type { LocalDate } from "../../core/index.ts";
import { compareTexts, readDate } from "../../core/inner.ts";
import type { ClientIssue, Report } from "../reasons.ts";
import { circlesOf, linksBy, membersOfCircles, type Link, type Links } from "./circles.ts";
import { concertsOf } from "./concerts.ts";
import type { ControlLink, OwnershipGraph, PartyId } from "./graph.ts";
import { digitsOf, oneIn, rowsOfDay, shareOf, unitsOf, type RowOfDay, type RowsOfDay } from "./read-graph.ts";

/** Parties who vote together: in some companies, or in all where these are null. */
export interface Concert {
  readonly parties: readonly number[];
  readonly companies: readonly number[] | null;
}

/** A graph on a day: parties are numbered in the order of their ids, so that the order of rows changes nothing. */
export interface Structure {
  readonly asOf: LocalDate;
  readonly ids: readonly PartyId[];
  readonly numberOf: ReadonlyMap<PartyId, number>;
  /** One, in the units in which shares and votes are whole numbers. */
  readonly whole: bigint;
  readonly digits: number;
  /** Shares of capital that are known, by owner and by company. */
  readonly held: Links;
  readonly heldBy: Links;
  /** Pairs whose share is not known, by owner and by company. */
  readonly unknown: Links;
  readonly unknownIn: Links;
  readonly circle: Int32Array;
  /** Votes, by holder and by company. */
  readonly votes: Links;
  readonly votesIn: Links;
  readonly control: ReadonlyMap<number, ControlLink>;
  /** The companies of `control`, by controller. */
  readonly contracts: Links;
  /** Companies that no majority of the votes controls: joint ventures, disputed ones, and those under a contract. */
  readonly beyondVotes: ReadonlySet<number>;
  /** Companies of which two are said to have control, each alone, or alone and together. */
  readonly disputed: ReadonlySet<number>;
  readonly concerts: readonly Concert[];
  /** Partners by joint venture. */
  readonly ventures: ReadonlyMap<number, readonly number[]>;
  /** Companies under a named influence, by investor. */
  readonly influence: Links;
  readonly issues: readonly ClientIssue[];
}

const last = /* @__PURE__ */ new WeakMap<OwnershipGraph, Structure>();

/** A graph read on a day; read once while the same object is asked about the same day. */
export function structureOf(graph: OwnershipGraph, date: LocalDate): Structure {
  readDate(date, ["date"]);
  const known = typeof (graph as unknown) === "object" && (graph as unknown) !== null ? last.get(graph) : undefined;
  if (known?.asOf === date) return known;
  const structure = build(rowsOfDay(graph, date), date);
  last.set(graph, structure);
  return structure;
}

function build(rows: RowsOfDay, asOf: LocalDate): Structure {
  const ids = [...rows.parties].sort(compareTexts);
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const numbersOf = (parties: readonly PartyId[]): number[] =>
    parties.map((party) => numberOf.get(party) ?? 0).sort((a, b) => a - b);
  const issues = rows.issues;
  const report: Report = (code, path, details) => {
    issues.push({ code, path, details } as ClientIssue);
  };

  const { pairs, digits, whole } = pairsOf(rows, ids.length, numberOf, report);
  const linksOf = (name: "share" | "vote"): readonly Link[] =>
    pairs.flatMap(({ from, to, [name]: weight }) => (weight !== null && weight > 0n ? [{ from, to, weight }] : []));
  const [capital, votes] = [linksOf("share"), linksOf("vote")];
  const tooMuch = totalsAbove(capital, ids.length, whole);
  for (const [company, total] of tooMuch) {
    report("client/capital-above-whole", ["holdings"], { company: ids[company]!, total: shareOf(total, digits) });
  }
  const ownVotes = new Set(
    rows.holdings.flatMap(({ value }) => ((value.votes ?? null) === null ? [] : [value.company])),
  );
  const tooManyVotes = totalsAbove(votes, ids.length, whole);
  for (const [company, total] of tooManyVotes) {
    // where votes are the shares, the shares were reported
    if (tooMuch.has(company) && !ownVotes.has(ids[company]!)) continue;
    report("client/votes-above-whole", ["holdings"], { company: ids[company]!, total: shareOf(total, digits) });
  }
  const plausible = capital.filter(({ to }) => !tooMuch.has(to));

  const size = ids.length;
  const closed = closedCircles(plausible, size, whole);
  for (const members of closed.circles) {
    report("client/circle-owns-itself", ["holdings"], { companies: members.map((member) => ids[member]!) });
  }
  const known = plausible.filter(({ to }) => !closed.members.has(to));
  const unknown = pairs
    .filter(({ to, share }) => share === null || (share > 0n && (tooMuch.has(to) || closed.members.has(to))))
    .map(({ from, to }): Link => ({ from, to, weight: 0n }));
  const held = linksBy("from", known, size);
  const counted = votes.filter(({ to }) => !tooManyVotes.has(to));

  const ventures = venturesOf(rows, numberOf, report);
  const { control, disputed } = controlOf(rows, numberOf, ventures, report);
  /** A link that is there or not, of no weight of its own. */
  const linkOf = (from: PartyId, to: PartyId): Link => ({
    from: numberOf.get(from) ?? 0,
    to: numberOf.get(to) ?? 0,
    weight: 1n,
  });
  const contracts = [...control.values()].map(({ controller, company }) => linkOf(controller, company));
  const influence = rows.influence.map(({ value }) => linkOf(value.investor, value.company));
  return {
    asOf,
    ids,
    numberOf,
    whole,
    digits,
    held,
    heldBy: linksBy("to", known, size),
    unknown: linksBy("from", unknown, size),
    unknownIn: linksBy("to", unknown, size),
    circle: circlesOf(held).circle,
    votes: linksBy("from", counted, size),
    votesIn: linksBy("to", counted, size),
    control,
    contracts: linksBy("from", contracts, size),
    beyondVotes: new Set([...ventures.keys(), ...disputed, ...control.keys()]),
    disputed,
    concerts: concertsOf(rows, report).map(({ parties, companies }) => ({
      parties: numbersOf(parties),
      companies: companies === null ? null : numbersOf([...companies]),
    })),
    ventures: new Map([...ventures].map(([company, controllers]) => [company, numbersOf([...controllers])])),
    influence: linksBy("from", influence, size),
    issues: Object.freeze(issues),
  };
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly share: bigint | null;
  readonly vote: bigint | null;
}

/** One entry for each owner and company on the day, in the order of their numbers. */
function pairsOf(
  { holdings, unread }: RowsOfDay,
  size: number,
  numberOf: ReadonlyMap<PartyId, number>,
  report: Report,
): { readonly pairs: readonly Pair[]; readonly digits: number; readonly whole: bigint } {
  let digits = 0;
  for (const { value } of holdings) digits = Math.max(digits, digitsOf(value.share), digitsOf(value.votes ?? "0"));
  const pairs = new Map<number, Pair>();
  for (const { value, path } of holdings) {
    const { owner, company } = value;
    const [from, to] = [numberOf.get(owner) ?? 0, numberOf.get(company) ?? 0];
    const share = unitsOf(value.share, digits);
    const vote = unitsOf(value.votes ?? value.share, digits);
    const wrong = share === null ? "share" : vote === null ? "votes" : null;
    if (wrong !== null) {
      report("client/holding-out-of-range", [...path, wrong], { share: value[wrong] ?? "0", min: "0", max: "1" });
    }
    const key = from * size + to;
    const before = pairs.get(key);
    if (before === undefined) {
      pairs.set(key, { from, to, share, vote });
    } else if (before.share === share && before.vote === vote && share !== null) {
      report("client/holding-repeated", path, { owner, company });
    } else {
      report("client/holdings-contradict", path, { owner, company });
      pairs.set(key, { from, to, share: null, vote: null });
    }
  }
  for (const { owner, company } of unread) {
    const [from, to] = [numberOf.get(owner) ?? 0, numberOf.get(company) ?? 0];
    pairs.set(from * size + to, { from, to, share: null, vote: null });
  }
  const inOrder = [...pairs.entries()].sort(([a], [b]) => a - b).map(([, pair]) => pair);
  return { pairs: inOrder, digits, whole: oneIn(digits) };
}

/** Companies in which links come to more than the whole, in the order of their numbers. */
function totalsAbove(links: readonly Link[], size: number, whole: bigint): ReadonlyMap<number, bigint> {
  const totals = new Array<bigint>(size).fill(0n);
  for (const { to, weight } of links) totals[to]! += weight;
  return new Map([...totals.entries()].filter(([, total]) => total > whole));
}

/** Circles all of whose members are wholly held inside the circle, in the order of their first members. */
function closedCircles(
  links: readonly Link[],
  size: number,
  whole: bigint,
): { readonly circles: readonly (readonly number[])[]; readonly members: ReadonlySet<number> } {
  const found = circlesOf(linksBy("from", links, size));
  const inside = new Array<bigint>(size).fill(0n);
  for (const { from, to, weight } of links) if (found.circle[from] === found.circle[to]) inside[to]! += weight;
  const circles = membersOfCircles(found)
    .filter((members) => members.every((node) => inside[node] === whole))
    .sort(([a = 0], [b = 0]) => a - b);
  return { circles, members: new Set(circles.flat()) };
}

/** Partners of each joint venture; those of several rows together, which is reported. */
function venturesOf(
  rows: RowsOfDay,
  numberOf: ReadonlyMap<PartyId, number>,
  report: Report,
): ReadonlyMap<number, ReadonlySet<PartyId>> {
  const ventures = new Map<number, Set<PartyId>>();
  for (const { value, path } of rows.jointVentures) {
    const company = numberOf.get(value.company) ?? 0;
    const before = ventures.get(company);
    ventures.set(company, new Set([...(before ?? []), ...value.controllers]));
    const all = [...(ventures.get(company) ?? [])].sort(compareTexts);
    if (before !== undefined && (all.length > before.size || all.length > value.controllers.length)) {
      report("client/control-disputed", path, { company: value.company, controllers: all });
    }
  }
  return ventures;
}

/** Who controls a company by something other than votes, and the companies of which two are said to. */
function controlOf(
  rows: RowsOfDay,
  numberOf: ReadonlyMap<PartyId, number>,
  ventures: ReadonlyMap<number, ReadonlySet<PartyId>>,
  report: Report,
): { readonly control: ReadonlyMap<number, ControlLink>; readonly disputed: ReadonlySet<number> } {
  const links = new Map<number, RowOfDay<ControlLink>[]>();
  for (const row of rows.control) {
    const company = numberOf.get(row.value.company) ?? 0;
    const ofCompany = links.get(company) ?? [];
    ofCompany.push(row);
    links.set(company, ofCompany);
  }
  const control = new Map<number, ControlLink>();
  const disputed = new Set<number>();
  for (const [company, ofCompany] of links) {
    const partners = ventures.get(company) ?? [];
    const controllers = [...new Set([...ofCompany.map(({ value }) => value.controller), ...partners])].sort(
      compareTexts,
    );
    // of two links of one controller the one that comes first by its words, whatever the order of rows
    const [first] = [...ofCompany].sort((a, b) => compareTexts(wordsOf(a.value), wordsOf(b.value)));
    if (controllers.length === 1 && first !== undefined) {
      control.set(company, first.value);
      continue;
    }
    disputed.add(company);
    for (const { value, path } of ofCompany)
      report("client/control-disputed", path, { company: value.company, controllers });
  }
  return { control, disputed };
}

const wordsOf = ({ kind, source, from }: ControlLink): string => JSON.stringify([kind, source ?? "", from ?? ""]);
