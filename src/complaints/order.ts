/** Order of two texts by code unit, the same everywhere. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In order of key, null last. */
export function byKey(a: { readonly key: string | null }, b: { readonly key: string | null }): number {
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return byText(a.key, b.key);
}
