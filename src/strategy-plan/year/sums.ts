import { fromMinorUnits, type Money } from "../../money/index.ts";

/** Sums in minor units, by their names, as money; what nobody states stays null. */
export function inMoney<Sums extends Readonly<Record<keyof Sums, bigint | null>>>(
  sums: Sums,
  currency: string,
): { readonly [Name in keyof Sums]: null extends Sums[Name] ? Money | null : Money } {
  const told: Partial<Record<keyof Sums, Money | null>> = {};
  for (const name in sums) {
    const minor = sums[name];
    told[name] = minor === null ? null : fromMinorUnits(minor, currency);
  }
  return told as never;
}

/** The sums under a key, put there first where nothing is. */
export function sumsUnder<Key, Sums>(key: Key, by: Map<Key, Sums>, none: () => Sums): Sums {
  let found = by.get(key);
  if (found === undefined) by.set(key, (found = none()));
  return found;
}
