import { compareTexts } from "../../core/inner.ts";

type Ids = readonly string[];

const isSameOrder = (a: Ids, b: Ids): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

/** The orders of one list on three sides, by what identifies its rows. */
export interface RowOrders {
  readonly base: Ids;
  readonly mine: Ids;
  readonly theirs: Ids;
}

/**
 * Whose order the rows of a merged list have that were there before; null where both sides moved rows that all three have,
 * each in a way of its own.
 */
export function leadingOrder({ base, mine, theirs }: RowOrders, merged: ReadonlySet<string>): Ids | null {
  const [old, own, other] = [new Set(base), new Set(mine), new Set(theirs)];
  const inAll = (ids: Ids): Ids => ids.filter((id) => old.has(id) && own.has(id) && other.has(id) && merged.has(id));
  const [before, here, there] = [inAll(base), inAll(mine), inAll(theirs)];
  if (isSameOrder(before, here)) return there;
  return isSameOrder(before, there) || isSameOrder(here, there) ? here : null;
}

/**
 * The rows of a merged list in order: those that were there before as `lead` has them, and each new one after the row it
 * follows in its own list. Where both sides added some there, they are put together by their ids, so that it does not
 * matter which side is which.
 */
export function arranged(lead: Ids, { base, mine, theirs }: RowOrders, merged: ReadonlySet<string>): Ids {
  const [old, own, other] = [new Set(base), new Set(mine), new Set(theirs)];
  const spine = lead.filter((id) => old.has(id) && own.has(id) && other.has(id) && merged.has(id));
  const onSpine = new Set(spine);
  // a row that one side took out, and that is kept, stands where it stood
  const left = followers(base, onSpine, (id) => merged.has(id));
  const [here, there] = [mine, theirs].map((ids) => followers(ids, onSpine, (id) => !old.has(id) && merged.has(id)));
  const order = new Set<string>();
  for (const anchor of [null, ...spine]) {
    if (anchor !== null) order.add(anchor);
    for (const id of left.get(anchor) ?? []) order.add(id);
    for (const id of interleaved(here?.get(anchor) ?? [], there?.get(anchor) ?? [])) order.add(id);
  }
  return [...order];
}

/** Rows that are not on the spine, by the row of the spine they follow; null for those before all of them. */
function followers(
  ids: Ids,
  spine: ReadonlySet<string>,
  isMeant: (id: string) => boolean,
): Map<string | null, string[]> {
  const found = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of ids) {
    if (spine.has(id)) anchor = id;
    else if (isMeant(id)) found.set(anchor, [...(found.get(anchor) ?? []), id]);
  }
  return found;
}

/** Two runs of rows as one: each keeps its order, and the lower id of the two that are next comes first. */
function interleaved(a: Ids, b: Ids): Ids {
  const all: string[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [x, y] = [a[i], b[j]];
    if (x === undefined && y === undefined) return all;
    if (y === undefined || (x !== undefined && compareTexts(x, y) <= 0)) {
      if (x !== undefined) all.push(x);
      i += 1;
      if (x === y) j += 1;
    } else {
      all.push(y);
      j += 1;
    }
  }
}
