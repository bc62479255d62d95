import { compareTexts } from "../../core/inner.ts";
import { changeBook, planChanges, type ChangesMade, type LedgerEntry, type LineChanges } from "../book/deltas.ts";
import { ledgerOfBook, type BookFacts, type ValueBook } from "../book/handle.ts";
import { hasLines } from "../book/ledger.ts";
import { closeGroups, groupsOfValues, type ClientGroup, type GroupValues, type SharedClient } from "./groups.ts";

/** Groups after changes. */
export interface ChangedGroups<C extends string = string> extends ChangesMade {
  readonly values: GroupValues<C>;
}

const MEMBERSHIPS = new WeakMap<readonly ClientGroup[], ReadonlyMap<string, readonly string[]>>();

/** The groups of every member that is named, worked out once for one list of groups. */
function membershipsOf(groups: readonly ClientGroup[]): ReadonlyMap<string, readonly string[]> {
  const known = MEMBERSHIPS.get(groups);
  if (known !== undefined) return known;
  const of = new Map<string, string[]>();
  for (const { group, members } of groups) {
    for (const member of new Set(members)) {
      const own = of.get(member);
      if (own === undefined) of.set(member, [group]);
      else own.push(group);
    }
  }
  MEMBERSHIPS.set(groups, of);
  return of;
}

/**
 * Groups over a book with some lines more, and some less: the book and everything that was grouped is brought up to date.
 *
 * What comes back is what `groupValues` would give for the book after `applyLines`, with the same groups. The first call
 * for a list of groups looks at all members once; after that the time depends on the number of changes.
 *
 * @param values - from `groupValues`
 * @param changes - lines to add and to remove
 * @returns the new values, and the issues and findings about the lines
 * @throws `relationship-value/unknown-book` for a copy of the values, `relationship-value/invalid-option`
 * @throws `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`; `money/amount-too-large`
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "30")], { period: "2026", currency: "CNY" });
 * const values = groupValues(book, [{ group: "G-1", members: ["A", "B"] }]);
 * const { values: later } = applyLinesToGroups(values, { added: [line("2", "B", "60"), line("3", "C", "1")] });
 * [later.groups, later.ungrouped, later.book].map(({ figures }) => figures.total.amount) // => ["90.00", "1.00", "91.00"]
 * @since 0.1.0
 */
export function applyLinesToGroups<C extends string>(values: GroupValues<C>, changes: LineChanges): ChangedGroups<C> {
  const groups = groupsOfValues(values);
  const { entries, facts, ...made } = planChanges(values.book, changes, "values.book");
  const memberships = membershipsOf(groups);
  const toGroups: LedgerEntry[] = [];
  const toRest: LedgerEntry[] = [];
  const again: LedgerEntry[] = [];
  for (const entry of entries) {
    const of = memberships.get(entry.client) ?? [];
    for (const group of of) toGroups.push({ ...entry, client: group });
    if (of.length === 0) toRest.push(entry);
    const more = of.length - 1;
    if (more > 0) again.push({ ...entry, minor: BigInt(more) * entry.minor, lineCount: more * entry.lineCount });
  }
  const book = changeBook(values.book, entries, facts);
  const countedAgain = derived(values.countedAgain, again);
  const changed = {
    book,
    groups: derived(values.groups, toGroups),
    ungrouped: derived(values.ungrouped, toRest),
    countedAgain,
    shared: sharedAfter(values.shared, again, countedAgain, memberships),
    issues: values.issues,
  };
  return { values: closeGroups(changed, groups), ...made };
}

/** A book of what was grouped, after entries. */
function derived<C extends string>(book: ValueBook<C>, entries: readonly LedgerEntry[]): ValueBook<C> {
  if (entries.length === 0) return book;
  const given = entries.reduce((sum, { lineCount }) => sum + lineCount, book.lines.given);
  const facts: BookFacts<C> = { conventions: book.conventions, conversions: [], given, refused: 0 };
  return changeBook(book, entries, facts);
}

/** The clients in several groups, after some got their first line or lost their last. */
function sharedAfter(
  before: readonly SharedClient[],
  entries: readonly LedgerEntry[],
  countedAgain: ValueBook,
  memberships: ReadonlyMap<string, readonly string[]>,
): readonly SharedClient[] {
  if (entries.length === 0) return before;
  const touched = new Set(entries.map(({ client }) => client));
  const ledger = ledgerOfBook(countedAgain);
  const still = [...touched].flatMap((client): SharedClient[] => {
    const position = ledger.index.get(client);
    if (position === undefined || !hasLines(ledger, position)) return [];
    return [{ client, groups: [...(memberships.get(client) ?? [])].sort(compareTexts) }];
  });
  return [...before.filter(({ client }) => !touched.has(client)), ...still].sort((a, b) =>
    compareTexts(a.client, b.client),
  );
}
