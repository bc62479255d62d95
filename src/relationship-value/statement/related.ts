import { compareTexts, wholeNumber, type Reader } from "../../core/inner.ts";
import { fromMinorUnits } from "../../money/index.ts";
import type { Cell } from "./figures.ts";
import { isGroupItem, type RelationshipRoles } from "./group.ts";
import { incomeBases, type IncomeBasis, type RelatedItem } from "../items.ts";
import type { ReferredClients, RelatedClientFigure } from "../types.ts";

/** Fewest referred clients behind a sum that is shown, unless the caller says otherwise: of one, it is that client's own. */
export const FEWEST_REFERRED = 2;

/** How many referred clients a sum must be over. */
export const readFewest: Reader<number> = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** What one related client brings on a basis, all items together. */
export type CellOf = (client: string, basis: IncomeBasis) => Cell;

/** What the related clients bring. */
export interface RelatedSums {
  readonly cell: (item: RelatedItem, basis: IncomeBasis) => Cell;
  readonly referred: ReferredClients;
}

interface OpenSum {
  minor: bigint;
  lineCount: number;
  clients: number;
}

/**
 * The sums of the second head. Referred clients are clients of their own, whose figures are nobody else's business: of
 * them there are sums over enough clients, and what fewer have is left out, so that no difference tells it either.
 *
 * @param roles - of every client of the relationship
 * @param cellOf - what each brings
 * @param fewest - referred clients that must have lines of a basis
 * @returns the cell of an item and basis, and what may be told of referred clients
 */
export function relatedSums(roles: RelationshipRoles, cellOf: CellOf, fewest: number): RelatedSums {
  const sums = new Map<string, OpenSum>();
  let count = 0;
  let withLines = 0;
  for (const [client, [role]] of roles) {
    if (role === "own") continue;
    let lineCount = 0;
    for (const basis of incomeBases) {
      const cell = cellOf(client, basis);
      if (cell.lineCount === 0) continue;
      lineCount += cell.lineCount;
      const key = `${role} ${basis}`;
      const sum = sums.get(key) ?? { minor: 0n, lineCount: 0, clients: 0 };
      sums.set(key, sum);
      sum.minor += cell.minor;
      sum.lineCount += cell.lineCount;
      // a client with 0 hides nobody
      if (cell.minor !== 0n || fewest === 1) sum.clients++;
    }
    if (role !== "referred") continue;
    count++;
    if (lineCount > 0) withLines++;
  }
  const withheld = incomeBases.filter((basis) => (sums.get(`referred ${basis}`)?.clients ?? fewest) < fewest);
  for (const basis of withheld) sums.delete(`referred ${basis}`);
  return {
    cell: (item, basis) => sums.get(`${item} ${basis}`) ?? { minor: 0n, lineCount: 0 },
    referred: { count, withLines, withheld },
  };
}

/** The subsidiaries and affiliates of a relationship, each with all it brings. */
export function relatedFigures<C extends string>(
  roles: RelationshipRoles,
  cellOf: CellOf,
  currency: C,
): readonly RelatedClientFigure<C>[] {
  const figures: RelatedClientFigure<C>[] = [];
  for (const [client, [item, ...alsoNamed]] of roles) {
    if (!isGroupItem(item)) continue;
    let minor = 0n;
    let lineCount = 0;
    for (const basis of incomeBases) {
      const cell = cellOf(client, basis);
      minor += cell.minor;
      lineCount += cell.lineCount;
    }
    const amount = lineCount === 0 ? null : fromMinorUnits(minor, currency);
    figures.push({ client, item, alsoNamed, amount, lineCount });
  }
  return figures.sort((a, b) => compareTexts(a.client, b.client));
}
