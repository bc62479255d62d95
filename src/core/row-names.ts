import { nearestName } from "./reading.ts";

/** A name that nobody knows, and the known one it was probably meant to be. */
export interface MisspeltName {
  readonly name: string;
  readonly didYouMean: string;
}

/** Most names of strangers that are remembered. */
const MAX_NAMES = 1000;

/** Whether two rows have the same names in the same order, as the rows of one table do. */
function isSameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/**
 * Looks for a name that is nearly one of the known ones, row after row: `rowOf` for the rows of big batches, whose
 * members are read elsewhere.
 */
export function nameScan(known: readonly string[]): (row: object) => MisspeltName | null {
  const near = new Map<string, string | null>(known.map((name) => [name, null]));
  let before: readonly string[] = [];
  return (row) => {
    const names = Object.keys(row);
    if (isSameList(names, before)) return null;
    for (const name of names) {
      let meant = near.get(name);
      if (meant === undefined) {
        meant = nearestName(name, known);
        if (near.size < MAX_NAMES) near.set(name, meant);
      }
      if (meant !== null) return { name, didYouMean: meant };
    }
    before = names;
    return null;
  };
}
