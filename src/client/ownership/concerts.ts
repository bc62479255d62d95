import { compareTexts } from "../../core/inner.ts";
import type { Report } from "../reasons.ts";
import type { PartyId } from "./graph.ts";
import type { RowsOfDay } from "./read-graph.ts";

/** What the same parties agree on, in one row or several. */
export interface Agreement {
  readonly parties: readonly PartyId[];
  /** Null when it is on all companies. */
  companies: Set<PartyId> | null;
}

/**
 * Agreements to act in concert, those of the same parties as one. Where a party votes in a company under two of them,
 * neither counts there, which is reported; one that is on all companies then counts nowhere.
 */
export function concertsOf(rows: RowsOfDay, report: Report): readonly Agreement[] {
  const keyOf = (parties: readonly PartyId[]): string => JSON.stringify([...parties].sort(compareTexts));
  const agreements = new Map<string, Agreement>();
  const byParty = new Map<PartyId, Set<Agreement>>();
  for (const { value } of rows.concert) {
    const key = keyOf(value.parties);
    const agreement = agreements.get(key) ?? { parties: [...value.parties].sort(compareTexts), companies: new Set() };
    agreements.set(key, agreement);
    if ((value.companies ?? null) === null) agreement.companies = null;
    else for (const company of value.companies ?? []) agreement.companies?.add(company);
    for (const party of value.parties) byParty.set(party, (byParty.get(party) ?? new Set()).add(agreement));
  }
  /** The first party to an agreement who votes in a company, or in any, under another one. */
  const sharedBy = (agreement: Agreement, company: PartyId | null): PartyId | undefined =>
    agreement.parties.find((party) =>
      [...(byParty.get(party) ?? [])].some(
        (other) =>
          other !== agreement && (company === null || other.companies === null || other.companies.has(company)),
      ),
    );
  const counted: Agreement[] = [];
  for (const [, agreement] of [...agreements].sort(([a], [b]) => compareTexts(a, b))) {
    const { parties, companies } = agreement;
    if (companies === null) {
      if (sharedBy(agreement, null) === undefined) counted.push(agreement);
      continue;
    }
    const free = [...companies].filter((company) => sharedBy(agreement, company) === undefined);
    if (free.length > 0) counted.push({ parties, companies: new Set(free) });
  }
  for (const { value, path } of rows.concert) {
    const agreement = agreements.get(keyOf(value.parties));
    if (agreement === undefined) continue;
    if (agreement.companies === null) {
      const party = sharedBy(agreement, null);
      if (party !== undefined) report("client/concerts-overlap", path, { party });
      continue;
    }
    for (const [at, company] of (value.companies ?? []).entries()) {
      const party = sharedBy(agreement, company);
      if (party !== undefined) report("client/concerts-overlap", [...path, "companies", at], { party });
    }
  }
  return counted;
}
