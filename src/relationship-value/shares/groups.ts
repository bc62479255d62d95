import { DomainError, type RowIssue } from "../../core/index.ts";
import { compareTexts, readList, rowOf, type Reader } from "../../core/inner.ts";
import { ledgerOfBook, type ValueBook } from "../book/handle.ts";
import {
  addClient,
  hasLines,
  openLedger,
  openRegistry,
  positionOf,
  type BookLedger,
  type ClientRegistry,
} from "../book/ledger.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { unreadable } from "../income-line.ts";
import { isId, OPTION, readId, readRows } from "../reading.ts";
import { derivedBook } from "./derived-book.ts";

/** A group of clients: a corporate group, a household, whoever is looked at together. */
export interface ClientGroup {
  /** Id of the group, unique in the list. */
  readonly group: string;
  /** Client ids, the head of the group included; one that is named twice counts once. */
  readonly members: readonly string[];
}

/** A client with lines who is a member of more than one group, and so is in the figures of each. */
export interface SharedClient {
  readonly client: string;
  /** In code-unit order. */
  readonly groups: readonly string[];
}

/**
 * The groups of a book, beside those who are in none: `groups` + `ungrouped` − `countedAgain` = `book`, in the total and in
 * every head, item and basis, exactly.
 */
export interface GroupValues<C extends string = string> {
  /** The book that was grouped. */
  readonly book: ValueBook<C>;
  /**
   * The groups as a book of their own, in which a group stands where a client stands: `clientValue` gives its statement,
   * `topClients` ranks them. A group without a line is not in it: it has no data.
   */
  readonly groups: ValueBook<C>;
  /** The clients in no group. */
  readonly ungrouped: ValueBook<C>;
  /** What is in `groups` more than once: a client in three groups is here twice. */
  readonly countedAgain: ValueBook<C>;
  /** The clients behind `countedAgain`, in code-unit order. */
  readonly shared: readonly SharedClient[];
  /** In row order; a group with an issue is left out, so that its members are in no group. */
  readonly issues: readonly RowIssue[];
}

const INVALID_GROUP = "relationship-value/invalid-group" satisfies RelationshipValueErrorCode;

const readGroup: Reader<ClientGroup> = rowOf<ClientGroup>({
  group: readId,
  members: (members, path, code) => {
    const list = readList(members, path, code);
    for (const [index, member] of list.entries()) if (!isId(member)) readId(member, [...path, index], code);
    return members;
  },
});

/** Who is in which group, of the groups without an issue. */
export interface Grouping {
  readonly groups: readonly ClientGroup[];
  /** Members of a group once each, as positions in the ledger; one list for all groups. */
  readonly members: Int32Array;
  /** Where the members of each group begin in that list; one more entry than there are groups. */
  readonly starts: Int32Array;
}

/** Reads the groups against a ledger; a group that cannot be read has an issue. */
function readGroups(rows: readonly ClientGroup[], ledger: BookLedger, issues: RowIssue[]): Grouping {
  const groups: ClientGroup[] = [];
  const ids = new Set<string>();
  const members: number[] = [];
  const starts = [0];
  const seenIn = new Int32Array(ledger.clients.length).fill(-1);
  for (const [row, given] of rows.entries()) {
    try {
      const { group, members: named } = readGroup(given, [], INVALID_GROUP);
      if (ids.has(group)) {
        issues.push({ row, code: DUPLICATE, path: ["group"], details: { group } });
        continue;
      }
      ids.add(group);
      for (const member of named) {
        const position = ledger.index.get(member);
        if (position === undefined || seenIn[position] === groups.length || !hasLines(ledger, position)) continue;
        seenIn[position] = groups.length;
        members.push(position);
      }
      groups.push({ group, members: [...named] });
      starts.push(members.length);
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }
  return { groups, members: Int32Array.from(members), starts: Int32Array.from(starts) };
}

const DUPLICATE = "relationship-value/duplicate-group" satisfies RelationshipValueErrorCode;

const GROUPS = new WeakMap<GroupValues, readonly ClientGroup[]>();

/** The values of groups that were put together. */
export function closeGroups<C extends string>(values: GroupValues<C>, groups: readonly ClientGroup[]): GroupValues<C> {
  GROUPS.set(Object.freeze(values), groups);
  return values;
}

/** The groups behind values, or the error for a copy. */
export function groupsOfValues(values: GroupValues): readonly ClientGroup[] {
  const groups = GROUPS.get(values);
  if (groups !== undefined) return groups;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/unknown-book",
    "values: a copy of group values has no clients; make them again with groupValues",
    ["values"],
  );
}

/**
 * The value of groups of clients: a statement of each, their ranking, the clients in none, and what is in several.
 *
 * The lines of a group are those of its members, each under the item it is booked to, once however often the member is
 * named. A client may be in several groups: it is in the figures of each, and what is there more than once is
 * `countedAgain`, so that groups + ungrouped − counted again = book, to the cent, for every item and basis.
 *
 * The groups are a book of their own, and so are the clients in none: whatever can be asked of a book can be asked of them.
 * Members without lines in the book change nothing. What was converted at which rate stays with the book itself.
 *
 * @param book - rolled-up book
 * @param groups - a row for each group
 * @returns books of the groups, of the rest and of what is counted again, and the issues of rows
 * @throws `relationship-value/unknown-book`, `relationship-value/invalid-option`
 * @throws `money/amount-too-large` when a figure has more than 18 digits
 * @see library convention: a group is a list of its members, whoever decided who they are
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "30"), line("2", "B", "60"), line("3", "C", "10")], { period: "2026", currency: "CNY" });
 * const values = groupValues(book, [{ group: "G-1", members: ["A", "B"] }, { group: "G-2", members: ["B"] }]);
 * topClients(values.groups, { n: 9 }).map(({ client, amount }) => [client, amount.amount]) // => [["G-1", "90.00"], ["G-2", "60.00"]]
 * const parts = [values.groups, values.ungrouped, values.countedAgain];
 * parts.map(({ figures }) => figures.total.amount) // => ["150.00", "10.00", "60.00"]
 * values.shared // => [{ client: "B", groups: ["G-1", "G-2"] }]
 * @since 0.1.0
 */
export function groupValues<C extends string>(book: ValueBook<C>, groups: readonly ClientGroup[]): GroupValues<C> {
  const ledger = ledgerOfBook(book);
  readRows(groups, ["groups"], OPTION);
  const issues: RowIssue[] = [];
  const grouping = readGroups(groups, ledger, issues);
  const { members, starts } = grouping;
  const registry = openRegistry();
  const positions = grouping.groups.map(({ group }, at) =>
    starts[at] === starts[at + 1] ? -1 : positionOf(registry, group),
  );
  const grouped = openLedger(registry);
  const times = new Int32Array(ledger.clients.length);
  for (const position of members) times[position]!++;
  // client after client, because the book is much bigger than its groups
  const memberships = byClient(grouping, times);
  const { groupsOf, from } = memberships;
  for (let position = 0; position < times.length; position++) {
    for (let place = from[position]!; place < from[position + 1]!; place++) {
      addClient(grouped, positions[groupsOf[place]!]!, ledger, position);
    }
  }
  const values: GroupValues<C> = {
    book,
    groups: derivedBook(grouped, book.conventions),
    ungrouped: derivedBook(
      selection(ledger, (position) => (times[position] === 0 ? 1 : 0)),
      book.conventions,
    ),
    countedAgain: derivedBook(
      selection(ledger, (position) => times[position]! - 1),
      book.conventions,
    ),
    shared: sharedClients(grouping, ledger, memberships),
    issues,
  };
  return closeGroups(values, grouping.groups);
}

/** The groups of each client, as places in the list of groups, and where those of a client begin. */
function byClient(
  { groups, members, starts }: Grouping,
  times: Int32Array,
): { groupsOf: Int32Array; from: Int32Array } {
  const from = new Int32Array(times.length + 1);
  for (let position = 0; position < times.length; position++) from[position + 1] = from[position]! + times[position]!;
  const next = from.slice();
  const groupsOf = new Int32Array(members.length);
  for (let at = 0; at < groups.length; at++) {
    for (let place = starts[at]!; place < starts[at + 1]!; place++) groupsOf[next[members[place]!]!++] = at;
  }
  return { groupsOf, from };
}

/** The clients of a ledger who are wanted a number of times above 0, that many times. */
function selection(ledger: BookLedger, times: (position: number) => number): BookLedger {
  const registry: ClientRegistry = openRegistry();
  const wanted: number[] = [];
  for (let position = 0; position < ledger.clients.length; position++) {
    if (times(position) <= 0 || !hasLines(ledger, position)) continue;
    wanted.push(position);
    positionOf(registry, ledger.clients[position]!);
  }
  const selected = openLedger(registry);
  for (const [target, position] of wanted.entries()) {
    for (let n = times(position); n > 0; n--) addClient(selected, target, ledger, position);
  }
  return selected;
}

/** The clients with several groups. */
function sharedClients(
  { groups }: Grouping,
  { clients }: BookLedger,
  { groupsOf, from }: { readonly groupsOf: Int32Array; readonly from: Int32Array },
): readonly SharedClient[] {
  const shared: SharedClient[] = [];
  for (let position = 0; position < clients.length; position++) {
    const first = from[position]!;
    const end = from[position + 1]!;
    if (end - first < 2) continue;
    const of = Array.from(groupsOf.subarray(first, end), (at) => groups[at]!.group);
    shared.push({ client: clients[position]!, groups: of.sort(compareTexts) });
  }
  return shared.sort((a, b) => compareTexts(a.client, b.client));
}
