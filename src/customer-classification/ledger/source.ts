import { describeValue, DomainError, toDayNumber, type Details, type DayNumber, type Path } from "../../core/index.ts";
import { optional, readDate, readObject, recordOf, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import { CODE_INVALID, reasonOfCode } from "./codes.ts";
import type { ResolvedCard } from "../card/types.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { isMoneyColumn } from "./inputs.ts";
import { cardInForce } from "../card/prepare.ts";
import { sourceOfRows } from "./rows.ts";
import { buildLedger, ROW_INVALID, type ScoreLedger, type RecordSource, type ObservationDates } from "./lines.ts";
import type { ClassificationContext, PreparedScorecard, Scorecard } from "../types.ts";

/** A context whose every member is known; its dates are read with the card. */
function readContext(context: ClassificationContext): ClassificationContext {
  const code: CustomerClassificationErrorCode = "customer-classification/invalid-context";
  readObject(context, ["context"], code);
  readDated ??= shapeOf<ClassificationContext>({ asOf: readDate, observedAt: optional(recordOf((date) => date)) });
  return readDated(context, [], code);
}

let readDated: Reader<ClassificationContext> | null = null;

/** Card and dates of a call, checked. */
export function resolveCall(
  card: Scorecard | PreparedScorecard,
  context: ClassificationContext,
): { readonly card: ResolvedCard; readonly dates: ObservationDates } {
  const { asOf } = readContext(context);
  const day = toDayNumber(asOf, "asOf");
  const ready = cardInForce(card, asOf, day);
  const observedAt = new Map<string, DayNumber>();
  for (const [feature, date] of Object.entries(context.observedAt ?? {})) {
    if (!ready.inputIndex.has(feature)) {
      throw new DomainError<CustomerClassificationErrorCode>(
        "customer-classification/unknown-feature",
        "observedAt: names a feature the card does not have",
        ["observedAt", feature],
        { feature, card: ready.stamp.id },
      );
    }
    observedAt.set(feature, toDayNumber(date, "observedAt"));
  }
  return { card: ready, dates: { asOf, day, observedAt } };
}

/** A value the card refuses: which feature, and what is wrong with it. */
export interface RefusedValue {
  readonly path: Path;
  readonly details: Details;
}

/** The refused values of one row, each feature once, in the order the card looks at them. */
export function refusedValues(ledger: ScoreLedger, source: RecordSource, row: number): RefusedValue[] {
  const { card, rows } = ledger;
  const refused = new Map<number, number>();
  const note = (input: number, code: number): void => {
    if (code >= CODE_INVALID && !refused.has(input)) refused.set(input, code);
  };
  if (card.customerInput >= 0) note(card.customerInput, ledger.flagCodes[row] ?? 0);
  for (const [index, line] of card.lines.entries()) {
    const code = ledger.codes[index * rows + row] ?? 0;
    if (line.rejects[code] === 1) note(line.input, code);
  }
  for (const leaf of card.leaves) note(leaf.input, ledger.testCodes[leaf.leaf * rows + row] ?? 0);
  return [...refused].map(([input, code]) => refusedValue(card, source, row, input, code));
}

function refusedValue(
  card: ResolvedCard,
  source: RecordSource,
  row: number,
  index: number,
  code: number,
): RefusedValue {
  const input = card.inputs[index];
  const feature = input?.id ?? "";
  const kind = input?.definition.kind ?? "flag";
  const cells = source.cells(feature) ?? [];
  const received = describeValue(isMoneyColumn(cells) ? cells.minor[row] : cells[row]);
  const expected = kind === "money" ? { currency: input?.currency } : {};
  return { path: [feature], details: { feature, kind, reason: reasonOfCode(code), received, ...expected } };
}

/** The error for a refused value when there is no batch to report it in. */
export function refusedValueError(value: RefusedValue): DomainError {
  const [feature] = value.path;
  return new DomainError<CustomerClassificationErrorCode>(
    "customer-classification/invalid-value",
    `record.${String(feature)}: ${String(value.details["reason"])}`,
    ["record", ...value.path],
    value.details,
  );
}

/** The ledger of one record; throws where the card refuses a value. */
export function ledgerOfRecord(
  card: Scorecard | PreparedScorecard,
  record: object,
  context: ClassificationContext,
  withRules: boolean,
): ScoreLedger {
  const call = resolveCall(card, context);
  const { source, broken } = sourceOfRows([record], call.card);
  const wrong = broken.get(0);
  if (wrong !== undefined) {
    refuse(wrong.code, ["record", ...wrong.path], "not an object of values by feature", wrong.details);
  }
  const ledger = buildLedger(call.card, source, call.dates, withRules);
  if (ledger.status[0] === ROW_INVALID) {
    const [first] = refusedValues(ledger, source, 0);
    if (first !== undefined) throw refusedValueError(first);
  }
  return ledger;
}
