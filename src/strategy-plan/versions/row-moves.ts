/** Of a list of places, those of a longest run that already stands in order; the rest has to be moved. */
function inOrder(places: readonly number[]): ReadonlySet<number> {
  /** For each length, the index at which a run of that length ends lowest. */
  const ends: number[] = [];
  const before = new Int32Array(places.length).fill(-1);
  for (const [index, place] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}

/** How the rows of a list come to be those of another: a row that goes, comes, or moves, one after the other. */
export type RowMove =
  | { readonly op: "remove"; readonly at: number; readonly id: string }
  | { readonly op: "add"; readonly at: number; readonly id: string }
  | { readonly op: "move"; readonly from: number; readonly at: number; readonly id: string };

/** The moves from one order of rows to another, few of them: what already stands in order stays. */
export function rowMoves(before: readonly string[], after: readonly string[]): readonly RowMove[] {
  const moves: RowMove[] = [];
  const place = new Map(after.map((id, index) => [id, index]));
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const id = before[at];
    if (id !== undefined && !place.has(id)) moves.push({ op: "remove", at, id });
  }
  const now = before.filter((id) => place.has(id));
  const kept = inOrder(now.map((id) => place.get(id) ?? 0));
  const stays = new Set(now.filter((_, index) => kept.has(index)));
  for (const [at, id] of after.entries()) {
    let here = now[at];
    while (here !== undefined && here !== id && !stays.has(here)) {
      // it comes back to its place when that is reached
      now.splice(at, 1);
      now.push(here);
      moves.push({ op: "move", from: at, at: now.length - 1, id: here });
      stays.add(here);
      here = now[at];
    }
    if (here === id) continue;
    const from = now.indexOf(id, at);
    if (from < 0) moves.push({ op: "add", at, id });
    else {
      now.splice(from, 1);
      moves.push({ op: "move", from, at, id });
    }
    now.splice(at, 0, id);
  }
  return moves;
}
