import { toDayNumber, type LocalDate, type Path, type RowIssue } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { unreadable } from "../income-line.ts";
import { valueItems } from "../items.ts";
import {
  readAdvice,
  readJudgement,
  readNeed,
  type AdviceIncome,
  type BusinessAdvice,
  type ReportedValue,
  type StatedNeed,
  type ValueDossier,
  type ValueJudgement,
} from "./dossier.ts";
import { readFact, type ValueFact } from "./facts.ts";
import type { ValueMeasure } from "./measures.ts";

const INVALID_ROW = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

/** Remembers an id, or refuses one that was there. */
export function addNew(seen: Set<string>, key: string, id: string, path: Path): void {
  const code: RelationshipValueErrorCode = "relationship-value/repeated-in-report";
  if (seen.has(key)) refuse(code, path, "a second one", { id });
  seen.add(key);
}

/** What the rows of a dossier's lists are read against, and where their issues go. */
interface ListPlace {
  readonly row: number;
  readonly currency: string;
  readonly asOf: LocalDate | null;
  /** What the dossiers of the client so far have under each id. */
  readonly contents: Map<string, string>;
  readonly issues: RowIssue[];
}

/** By which two rows of one id are compared: everything a report says of them, whatever else a row has. */
const COMPARED = [
  ...([
    "id",
    "name",
    "kind",
    "measure",
    "amount",
    "prior",
    "share",
    "count",
    "text",
    "basis",
    "source",
    "asOf",
  ] as const),
  ...(["statedOn", "need", "product", "item", "expected", "department", "by", "reasons", "evidence"] as const),
  ...(["unrelatedToCredit", "method", "currency"] as const),
] satisfies readonly CompareMember[] as string[];

/** A member of a row, or of an amount or an expected income in it. */
type CompareMember =
  | (ValueFact extends infer F ? (F extends unknown ? keyof F : never) : never)
  | keyof StatedNeed
  | keyof BusinessAdvice
  | keyof AdviceIncome
  | keyof Money;

/** What a dossier tells besides its income, without the rows that could not be read. */
export interface DossierLists<C extends string> {
  readonly hasCredit: boolean;
  readonly facts: readonly ValueFact<C>[];
  readonly notApplicable: readonly ValueMeasure[];
  /** Null where nobody asked. */
  readonly needs: readonly StatedNeed[] | null;
  readonly judgement: ValueJudgement | null;
  readonly advice: readonly BusinessAdvice<C>[];
}

/** The lists of a dossier, read row by row. */
export function listsOf<C extends string>(dossier: ValueDossier<C>, place: ListPlace): DossierLists<C> {
  const { row, currency, asOf, contents, issues } = place;
  const ids = new Set<string>();
  const rowsOf = <T>(name: keyof ValueDossier, rows: readonly T[], look: (entry: T, at: Path) => void): readonly T[] =>
    rows.filter((entry, index) => {
      try {
        look(entry, [name, index]);
        return true;
      } catch (e) {
        issues.push({ row, ...unreadable(e) });
        return false;
      }
    });
  const notAfter = (date: LocalDate, path: Path): void => {
    const code: RelationshipValueErrorCode = "relationship-value/after-report-day";
    if (asOf !== null && toDayNumber(date) > toDayNumber(asOf)) refuse(code, path, "after the report", { date, asOf });
  };
  const sameAs = (key: string, id: string, content: unknown, path: Path): void => {
    const [text, other] = [JSON.stringify(content, COMPARED), contents.get(key)];
    const code: RelationshipValueErrorCode = "relationship-value/repeated-in-report";
    if (other !== undefined && other !== text) refuse(code, path, "another one in another dossier", { id });
    contents.set(key, text);
  };
  const facts = rowsOf("facts", dossier.facts ?? [], (fact, at) => {
    readFact(fact, at, INVALID_ROW);
    addNew(ids, fact.id, fact.id, [...at, "id"]);
    notAfter(fact.asOf, [...at, "asOf"]);
    if (fact.kind === "amount") {
      minorIn(currency, fact.amount, [...at, "amount"]);
      if ((fact.prior ?? null) !== null) minorIn(currency, fact.prior as never, [...at, "prior"]);
    }
    sameAs(`row ${fact.id}`, fact.id, fact, [...at, "id"]);
  });
  const needs = rowsOf("needs", dossier.needs ?? [], (need, at) => {
    readNeed(need, at, INVALID_ROW);
    addNew(ids, need.id, need.id, [...at, "id"]);
    notAfter(need.statedOn, [...at, "statedOn"]);
    sameAs(`row ${need.id}`, need.id, need, [...at, "id"]);
  });
  const known = new Set([...ids, ...statedIn(dossier.value ?? null)]);
  const grounded: Grounded = (id, evidence, at) => {
    const [code, unknown] = [
      "relationship-value/without-evidence",
      "relationship-value/unknown-evidence",
    ] as const satisfies readonly RelationshipValueErrorCode[];
    if (evidence.length === 0) refuse(code, [...at, "evidence"], "nothing it rests on", { id });
    for (const [index, of] of evidence.entries()) {
      if (!known.has(of)) refuse(unknown, [...at, "evidence", index], "not in the dossier", { id, evidence: of });
    }
  };
  const judgements = rowsOf("judgement", judgementsOf(dossier), (given) => {
    const at = ["judgement"];
    readJudgement(given, at, INVALID_ROW);
    notAfter(given.on, [...at, "on"]);
    for (const [index, { criterion, evidence }] of given.criteria.entries()) {
      grounded(criterion, evidence, [...at, "criteria", index]);
    }
    const criteria = new Set<string>();
    for (const [index, { criterion }] of given.criteria.entries()) {
      addNew(criteria, criterion, criterion, [...at, "criteria", index, "criterion"]);
    }
  });
  const adviceIds = new Set<string>();
  const needIds = new Set(needs.map(({ id }) => id));
  const advice = rowsOf("advice", dossier.advice ?? [], (given, at) => {
    readAdvice(given, at, INVALID_ROW);
    addNew(adviceIds, given.id, given.id, [...at, "id"]);
    if ((given.expected ?? null) !== null)
      minorIn(currency, given.expected?.amount as never, [...at, "expected", "amount"]);
    const unknown: RelationshipValueErrorCode = "relationship-value/unknown-evidence";
    if (!needIds.has(given.need)) {
      refuse(unknown, [...at, "need"], "not a need of the dossier", { id: given.id, evidence: given.need });
    }
    grounded(given.id, given.evidence, at);
    sameAs(`advice ${given.id}`, given.id, given, [...at, "id"]);
  });
  return {
    hasCredit: dossier.hasCredit === true || hasLending(dossier.value ?? null, facts),
    facts,
    notApplicable: dossier.notApplicable ?? [],
    needs: (dossier.needs ?? null) === null ? null : needs,
    judgement: judgements[0] ?? null,
    advice,
  };
}

/** Refuses what rests on nothing, or on something nobody knows. */
type Grounded = (id: string, evidence: readonly string[], at: Path) => void;

function judgementsOf({ judgement }: ValueDossier): readonly ValueJudgement[] {
  // a row of a database has null for nothing
  return judgement === undefined || (judgement as unknown) === null ? [] : [judgement];
}

/** The lines behind income, and the items that have data. */
function statedIn(value: ReportedValue | "none" | null): readonly string[] {
  if (value === null || value === "none") return [];
  const lines = Object.values(value.trace ?? {}).flat();
  return [...lines, ...valueItems.filter((item) => value.items[item].amount !== null)];
}

const CREDIT_MEASURES: ReadonlySet<ValueMeasure> = new Set(["loans-average", "loans-end", "off-balance"]);

/** Whether income or facts tell of credit: a loan, or an obligation off the balance sheet such as a guarantee. */
function hasLending(value: ReportedValue | "none" | null, facts: readonly ValueFact[]): boolean {
  const isCredit = (fact: ValueFact): boolean =>
    fact.kind === "amount" &&
    CREDIT_MEASURES.has(fact.measure) &&
    BigInt(minorIn(fact.amount.currency, fact.amount, ["amount"])) !== 0n;
  return (value !== null && value !== "none" && value.items.asset.lineCount > 0) || facts.some(isCredit);
}
