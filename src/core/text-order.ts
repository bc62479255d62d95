/** Order of two texts by their code units, null last: the same on every host and in every locale. */
export function compareTexts(a: string | null, b: string | null): -1 | 0 | 1 {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
