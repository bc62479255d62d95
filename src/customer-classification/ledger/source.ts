import {
  describeValue,
  DomainError,
  toDayNumber,
  type Details,
  type DayNumber,
  type Issue,
  type LocalDate,
  type Path,
} from "../../core/index.ts";
import {
  kindOfValue,
  optional,
  readDate,
  readObject,
  recordOf,
  refuse,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import { isCurrency } from "../../money/index.ts";
import { CODE_INVALID, reasonOfCode } from "./codes.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { resolvedCardOn } from "../card/prepare.ts";
import { sourceOfRows } from "./rows.ts";
import { buildLedger } from "./build.ts";
import type { ObservationDates } from "./window-values.ts";
import type { RecordSource } from "./record-source.ts";
import { hasAnswer, ROW_INVALID, type ScoreLedger } from "./ledger.ts";
import type { ClassificationContext, InvalidReason } from "../record.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";

const INVALID_VALUE = "customer-classification/invalid-value" satisfies CustomerClassificationErrorCode;
const INVALID_OBSERVATION = "customer-classification/invalid-observation" satisfies CustomerClassificationErrorCode;

/** A context whose every member is known, and a date where it has to be one. */
function readContext(context: ClassificationContext): ClassificationContext {
  const code: CustomerClassificationErrorCode = "customer-classification/invalid-context";
  readObject(context, ["context"], code);
  readDated ??= shapeOf<ClassificationContext>({ asOf: readDate, observedAt: optional(recordOf(readDate)) });
  return readDated(context, [], code);
}

let readDated: Reader<ClassificationContext> | null = null;

/** A card, and the dates its records are of. */
export interface ResolvedCall {
  readonly card: ResolvedCard;
  readonly dates: ObservationDates;
}

/** Card and dates of a call, checked; `find` says which days a card may be used on. */
export function resolveCall(
  card: Scorecard | PreparedScorecard,
  context: ClassificationContext,
  find: typeof resolvedCardOn = resolvedCardOn,
): ResolvedCall {
  const { asOf } = readContext(context);
  const day = toDayNumber(asOf, "asOf");
  const ready = find(card, asOf, day);
  return { card: ready, dates: datesOf(ready, context, day) };
}

/** When the values of a call were observed: each date of a feature that the card has, and none after `asOf`. */
export function datesOf(
  ready: Pick<ResolvedCard, "inputIndex" | "stamp">,
  { asOf, observedAt: given = {} }: ClassificationContext,
  day: DayNumber,
): ObservationDates {
  const observedAt = new Map<string, DayNumber>();
  for (const [feature, date] of Object.entries(given)) {
    if (!ready.inputIndex.has(feature)) {
      throw new DomainError<CustomerClassificationErrorCode>(
        "customer-classification/unknown-feature",
        "observedAt: names a feature the card does not have",
        ["observedAt", feature],
        { feature, card: ready.stamp.id },
      );
    }
    const observed = toDayNumber(date, ["observedAt", feature]);
    if (observed > day) {
      const code: CustomerClassificationErrorCode = "customer-classification/invalid-context";
      refuse(code, ["observedAt", feature], `${date} is after asOf, ${asOf}`, { observedAt: date, asOf });
    }
    observedAt.set(feature, observed);
  }
  return { asOf, day, observedAt };
}

/** A value the card refuses: where it is, and what is wrong with it. */
export interface RefusedValue {
  readonly code: CustomerClassificationErrorCode;
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
  if (card.customerInput >= 0) note(card.customerInput, ledger.customers[row] ?? 0);
  for (const [index, line] of card.lines.entries()) {
    const code = ledger.codes[index * rows + row] ?? 0;
    if (line.rejects[code] === 1) note(line.input, code);
  }
  for (const leaf of card.leaves) note(leaf.input, ledger.leaves[leaf.leaf * rows + row] ?? 0);
  return [...refused].map(([input, code]) => refusedValue(ledger, source, row, input, code));
}

/** What is at fault, as far as a log may show it: of an amount its digits or its currency. */
function describeFault(value: unknown, reason: InvalidReason | null): string {
  if (typeof value !== "object" || value === null) return describeValue(value);
  try {
    if (reason === "wrong-currency" && "currency" in value) {
      const { currency } = value;
      return typeof currency === "string" && isCurrency(currency) ? currency : describeValue(currency);
    }
    const isAmount = reason === "malformed-amount" || reason === "amount-too-large";
    return describeValue(isAmount && "amount" in value ? value.amount : value);
  } catch {
    // it could be read once, and not again
    return describeValue(value);
  }
}

/** What is wrong with one value of a row, by its byte code. */
export function refusedValue(
  ledger: { readonly card: Pick<ResolvedCard, "inputs">; readonly asOf: LocalDate },
  source: RecordSource,
  row: number,
  index: number,
  code: number,
): RefusedValue {
  const input = ledger.card.inputs[index];
  const feature = input?.id ?? "";
  const kind = input?.definition.kind ?? "flag";
  const reason = reasonOfCode(code);
  if (reason === "invalid-observation-date" || reason === "observed-after-as-of") {
    // the value itself may be right: it is its date that is not
    const field = input?.definition.observedAtField ?? feature;
    const date = source.valueAt(field, row);
    const details = { feature, field, reason, received: describeValue(date), ...kindOfValue(date), asOf: ledger.asOf };
    return { code: INVALID_OBSERVATION, path: [field], details };
  }
  const value = source.valueAt(feature, row);
  const type = reason === "wrong-kind" ? kindOfValue(value) : {};
  const details = { feature, kind, reason, received: describeFault(value, reason), ...type };
  const currency = kind === "money" ? { currency: input?.currency } : {};
  return { code: INVALID_VALUE, path: [feature], details: { ...details, ...currency } };
}

/** The error for a refused value when there is no batch to report it in. */
export function refusedValueError(value: RefusedValue): DomainError {
  const [field] = value.path;
  return new DomainError(
    value.code,
    `record.${String(field)}: ${String(value.details["reason"])}`,
    ["record", ...value.path],
    value.details,
  );
}

/** The refused values as issues. */
export function issuesOf(refused: readonly RefusedValue[]): Issue[] {
  return refused.map(({ code, path, details }) => ({ code, path, details }));
}

/** The ledger of one record, where its values came from, and what is wrong beside a block. */
export interface RecordLedger {
  readonly ledger: ScoreLedger;
  readonly source: RecordSource;
  readonly dates: ObservationDates;
  readonly issues: readonly Issue[];
}

/** The ledger of one record; throws where the card refuses a value and no block holds. */
export function ledgerOfRecord(
  card: Scorecard | PreparedScorecard,
  record: object,
  context: ClassificationContext,
  withRules: boolean,
): RecordLedger {
  const call = resolveCall(card, context);
  const source = sourceOfRows([record], call.card);
  const ledger = buildLedger(call.card, source, call.dates, withRules);
  const wrong = source.broken.get(0);
  if (wrong !== undefined) {
    refuse(wrong.code, ["record", ...wrong.path], "not an object of values by feature", wrong.details);
  }
  const refused = ledger.status[0] === ROW_INVALID ? refusedValues(ledger, source, 0) : [];
  const [first] = refused;
  if (first !== undefined && !hasAnswer(ledger, 0)) throw refusedValueError(first);
  return { ledger, source, dates: call.dates, issues: issuesOf(refused) };
}
