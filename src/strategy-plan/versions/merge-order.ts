import { compareTexts } from "../../core/inner.ts";

type Ids = readonly string[];

/**
 * The rows of a merged list in order: `spine`, those that all three have, and each other one after the row of it that it
 * follows in its own list. Where both sides added some there, they are put together by their ids, so that it does not
 * matter which side is which.
 */
export function arranged(
  spine: Ids,
  { base, mine, theirs }: { readonly base: Ids; readonly mine: Ids; readonly theirs: Ids },
  isMerged: (id: string) => boolean,
): Ids {
  const [onSpine, old] = [new Set(spine), new Set(base)];
  const isNew = (id: string): boolean => !old.has(id) && isMerged(id);
  // a row that one side took out, and that is kept, stands where it stood
  const left = followers(base, onSpine, isMerged);
  const [here, there] = [followers(mine, onSpine, isNew), followers(theirs, onSpine, isNew)];
  const order = [null, ...spine].flatMap((anchor) => [
    ...(anchor === null ? [] : [anchor]),
    ...(left.get(anchor) ?? []),
    ...interleaved(here.get(anchor) ?? [], there.get(anchor) ?? []),
  ]);
  // a new row of both sides may follow another row in each
  return [...new Set(order)];
}

/** Rows that are not on the spine, by the row of the spine they follow; null for those before all of them. */
function followers(
  ids: Ids,
  spine: ReadonlySet<string>,
  isMeant: (id: string) => boolean,
): ReadonlyMap<string | null, Ids> {
  const found = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of ids) {
    if (spine.has(id)) anchor = id;
    else if (isMeant(id)) {
      const known = found.get(anchor);
      if (known === undefined) found.set(anchor, [id]);
      else known.push(id);
    }
  }
  return found;
}

/** Two runs of rows as one: each keeps its order, and the lower id of the two that are next comes first. */
function interleaved(a: Ids, b: Ids): Ids {
  const all: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x = null, y = null] = [a[i], b[j]];
    const order = compareTexts(x, y);
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
    all.push((order <= 0 ? x : y) ?? "");
  }
  return all;
}
