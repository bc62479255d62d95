/** Of rows in some order, those of a longest run that stands as their places have it; the rest has to be moved. */
function longestRun(ids: readonly string[], placeOf: ReadonlyMap<string, number>): ReadonlySet<string> {
  const places = ids.map((id) => placeOf.get(id) ?? 0);
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
  const run = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(ids[at] ?? "");
  return run;
}

/** How the rows of a list come to be those of another: a row that goes, comes, or moves, one after the other. */
export type RowMove =
  | { readonly op: "remove"; readonly at: number; readonly id: string }
  | { readonly op: "add"; readonly at: number; readonly id: string }
  | { readonly op: "move"; readonly from: number; readonly at: number; readonly id: string };

/** The moves from one order of rows to another, as few as there can be: each row that does not stay moves once. */
export function rowMoves(before: readonly string[], after: readonly string[]): readonly RowMove[] {
  const moves: RowMove[] = [];
  const places = new Map(after.map((id, index) => [id, index]));
  const now: string[] = [];
  for (const id of before) {
    if (places.has(id)) now.push(id);
    else moves.push({ op: "remove", at: now.length, id });
  }
  const old = new Set(now);
  const stays = longestRun(now, places);
  /** Where the next row belongs: behind the one before it. Rows that have yet to move may stand anywhere. */
  let at = 0;
  for (const id of after) {
    if (stays.has(id)) at = now.indexOf(id, at);
    else if (old.has(id)) {
      const from = now.indexOf(id);
      now.splice(from, 1);
      if (from < at) at -= 1;
      moves.push({ op: "move", from, at, id });
      now.splice(at, 0, id);
    } else {
      moves.push({ op: "add", at, id });
      now.splice(at, 0, id);
    }
    at += 1;
  }
  return moves;
}
