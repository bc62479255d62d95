import { fromDayNumber, toDayNumber, tryDayNumber } from "../../core/index.ts";
import { CODE_NOT_APPLICABLE } from "../ledger/codes.ts";
import { buildLedger } from "../ledger/build.ts";
import { sourceOfOne, type RecordSource } from "../ledger/record-source.ts";
import { NOT_A_CUSTOMER, type ScoreLedger } from "../ledger/ledger.ts";
import type { RecordLedger } from "../ledger/source.ts";

/** The new record under the earlier card. */
export interface Crossing {
  readonly ledger: ScoreLedger;
  /** Features whose old value was taken, because the later card has done away with them. */
  readonly carried: readonly string[];
  /** Features for want of which the earlier card gives the new record no points. */
  readonly lacking: readonly string[];
}

const LAST_DAY = /* @__PURE__ */ toDayNumber("9999-12-31");

/** A value of a record by itself: among the cells of one card there is nothing that only the other one reads. */
const valueAt = (source: RecordSource, field: string): unknown => source.valueAt(field, 0);

/**
 * Asks the earlier card about the new record, whether or not that card was still in force. A feature that the later card
 * has done away with is no longer collected: where the new record lacks it, its old value is taken, as old as it was then,
 * so that what the change of cards does is not taken for missing data.
 */
export function crossingOf(previous: RecordLedger, current: RecordLedger): Crossing {
  const { card } = previous.ledger;
  if (card.stamp.hash === current.ledger.card.stamp.hash) {
    return { ledger: current.ledger, carried: [], lacking: [] };
  }
  const carried = card.inputs.filter(
    ({ id }) =>
      !current.ledger.card.inputIndex.has(id) &&
      (valueAt(current.source, id) ?? null) === null &&
      (valueAt(previous.source, id) ?? null) !== null,
  );
  const shift = current.dates.day - previous.dates.day;
  const later = (date: unknown): unknown => {
    const day = tryDayNumber(date);
    // a day after the last one there is stays where it is: it was not observed yet, then as now
    return day === null || day + shift > LAST_DAY ? date : fromDayNumber(day + shift);
  };
  const taken = new Map<string, unknown>();
  const observedAt = new Map([...current.dates.observedAt].filter(([feature]) => card.inputIndex.has(feature)));
  for (const { id, definition } of carried) {
    taken.set(id, valueAt(previous.source, id));
    const observed = previous.dates.observedAt.get(id);
    if (observed !== undefined) observedAt.set(id, observed + shift);
    const { observedAtField: field } = definition;
    if (field === undefined || (valueAt(current.source, field) ?? null) !== null) continue;
    taken.set(field, later(valueAt(previous.source, field)));
  }
  const source = sourceOfOne((field) => [taken.has(field) ? taken.get(field) : valueAt(current.source, field)]);
  const ledger = buildLedger(card, source, { ...current.dates, observedAt }, true);
  return { ledger, carried: carried.map(({ id }) => id), lacking: lackingIn(ledger) };
}

/** Features whose state the card takes no points for. */
function lackingIn({ card, codes, customers, rows }: ScoreLedger): readonly string[] {
  const lines = card.lines.filter(({ rejects }, index) => {
    const code = codes[index * rows] ?? 0;
    return code > CODE_NOT_APPLICABLE && rejects[code] === 1;
  });
  const features = lines.map(({ characteristic }) => characteristic.feature);
  const flag = card.card.customerFlag;
  return [...new Set(flag !== undefined && (customers[0] ?? 0) > NOT_A_CUSTOMER ? [flag, ...features] : features)];
}
