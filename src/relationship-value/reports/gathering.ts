import { readPeriod, type DateRange, type Period } from "../../calendar/index.ts";
import type { LocalDate, RowIssue } from "../../core/index.ts";
import {
  byTag,
  compareTexts,
  nearestName,
  refuseValue,
  listOf,
  oneOf,
  optional,
  readText,
  rowOf,
  shapeOf,
  type Members,
} from "../../core/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { unreadable } from "../income-line.ts";
import { isSameLength } from "../period-length.ts";
import { OPTION, readCurrency, readId, readPeriodIn } from "../reading.ts";
import { addNew, listsOf, type DossierLists } from "./dossier-lists.ts";
import { ownValue } from "./dossier-value.ts";
import { grouped } from "./grouping.ts";
import { readDossier, type ReportedValue, type ValueDossier } from "./dossier.ts";

/** What a report may be about. */
export const REPORT_SCOPES = ["client", "manager", "period"] as const;

/** What a report is about: one client, the clients of one manager, or everybody in the period. */
export type ReportScope =
  | { readonly of: "client"; readonly client: string }
  | { readonly of: "manager"; readonly manager: string }
  | { readonly of: "period" };

/** A policy that figures of a report rest on, such as a transfer-price curve or a scorecard. */
export interface ReportPolicy {
  readonly id: string;
  readonly version: string;
}

/** What every report is told. */
export interface ValueReportOptions<C extends string = string> {
  /** Default the whole period. Its client or manager is that of one of the dossiers. */
  readonly scope?: ReportScope;
  /** The period of the dossiers' `value`. */
  readonly period: Period;
  /** The period of their `prior`, of the same length and beginning earlier; without it nothing is compared. */
  readonly priorPeriod?: Period;
  /** Every amount is in it: nothing is converted here. */
  readonly currency: C;
  /** Where the income comes from, such as the ledger: printed with the sources of facts and needs. */
  readonly sources?: readonly string[];
  /** What the figures rest on, printed at the end. */
  readonly policies?: readonly ReportPolicy[];
}

/** What a report rests on. */
export interface ReportBasis {
  /** `counted + outside + refused = given`: in the report, of other clients or managers, left out with an issue. */
  readonly dossiers: {
    readonly given: number;
    readonly counted: number;
    readonly outside: number;
    readonly refused: number;
  };
  /** Dossiers in the report whose prior period nobody has data of; 0 where nothing is compared. */
  readonly withoutPrior: number;
  /** Systems and documents the figures come from, each once, in code-unit order. */
  readonly sources: readonly string[];
  readonly policies: readonly ReportPolicy[];
}

/** What every report begins with. */
export interface ReportHead<C extends string = string> {
  readonly scope: ReportScope;
  readonly period: DateRange;
  readonly priorPeriod: DateRange | null;
  readonly currency: C;
  readonly basis: ReportBasis;
}

/** How the options of every report are read. */
export const reportMembers: Members<ValueReportOptions> = {
  scope: optional(
    byTag<ReportScope, "of">("of", {
      client: shapeOf<Extract<ReportScope, { of: "client" }>>({ of: oneOf(["client"]), client: readId }),
      manager: shapeOf<Extract<ReportScope, { of: "manager" }>>({ of: oneOf(["manager"]), manager: readId }),
      period: shapeOf<Extract<ReportScope, { of: "period" }>>({ of: oneOf(["period"]) }),
    }),
  ),
  period: readPeriodIn,
  priorPeriod: optional(readPeriodIn),
  currency: readCurrency,
  sources: optional(listOf(readText)),
  policies: optional(listOf(rowOf<ReportPolicy>({ id: readText, version: readText }))),
};

/** A dossier that was read, without what could not be. */
export interface ReadDossier<C extends string> extends DossierLists<C> {
  readonly row: number;
  readonly client: string;
  readonly manager: string | null;
  readonly value: ReportedValue<C> | "none" | null;
  readonly prior: ReportedValue<C> | "none" | null;
}

/** All dossiers that could be read, those the report is about, and what was wrong with the others. */
export interface Gathered<C extends string> {
  readonly head: ReportHead<C>;
  readonly all: readonly ReadDossier<C>[];
  readonly inScope: readonly ReadDossier<C>[];
  readonly issues: readonly RowIssue[];
}

const INVALID_ROW = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

/** Reads the dossiers of a report, whose day is null where it is about income alone; a list row that cannot be read leaves its dossier, a wrong figure of income does not. */
export function gather<C extends string>(
  dossiers: readonly ValueDossier<C>[],
  options: ValueReportOptions<C>,
  asOf: LocalDate | null,
): Gathered<C> {
  const { currency, scope = { of: "period" } } = options;
  const period = readPeriod(options.period);
  const priorPeriod = options.priorPeriod === undefined ? null : readPeriod(options.priorPeriod);
  if (priorPeriod !== null && (priorPeriod.from >= period.from || !isSameLength(priorPeriod, period))) {
    refuseValue(OPTION, ["priorPeriod"], "not an earlier period of the same length", options.priorPeriod);
  }
  matchScope(scope, dossiers);
  const issues: RowIssue[] = [];
  const all: ReadDossier<C>[] = [];
  const seen = new Set<string>();
  const contents = new Map<string, Map<string, string>>();
  for (const [row, dossier] of dossiers.entries()) {
    const found: RowIssue[] = [];
    try {
      readDossier(dossier, [], INVALID_ROW);
      const { client, manager = null, value = null, prior = null } = dossier;
      addNew(seen, JSON.stringify([client, manager]), client, ["client"]);
      ownValue(value, { path: ["value"], client, currency, period });
      ownValue(prior, { path: ["prior"], client, currency, period: priorPeriod });
      const own = contents.get(client) ?? new Map<string, string>();
      contents.set(client, own);
      all.push({
        row,
        client,
        manager,
        value,
        prior,
        ...listsOf(dossier, { row, currency, asOf, contents: own, issues: found }),
      });
      issues.push(...found);
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }
  const inScope = all.filter((dossier) => isIn(scope, dossier));
  const basis: ReportBasis = {
    dossiers: {
      given: dossiers.length,
      counted: inScope.length,
      outside: all.length - inScope.length,
      refused: dossiers.length - all.length,
    },
    withoutPrior: priorPeriod === null ? 0 : inScope.filter(({ prior }) => prior === null).length,
    sources: [...new Set([...(options.sources ?? []), ...(asOf === null ? [] : sourcesOf(inScope))])].sort(
      compareTexts,
    ),
    policies: options.policies ?? [],
  };
  return { head: { scope, period, priorPeriod, currency, basis }, all, inScope, issues };
}

/**
 * Refuses a scope whose client or manager none of the dossiers names: it is misspelt, and the report would be of nobody. A
 * dossier that does not say whose it is may be the one that is meant, and is an issue of its own.
 */
function matchScope(scope: ReportScope, dossiers: readonly ValueDossier[]): void {
  if (scope.of === "period") return;
  const [member, id] =
    scope.of === "client" ? (["client", scope.client] as const) : (["manager", scope.manager] as const);
  const named = dossiers.map((dossier) => namedIn(dossier, member));
  if (named.includes(id) || named.includes(UNREADABLE)) return;
  const near = nearestName(
    id,
    [...new Set(named)].filter((name) => typeof name === "string"),
  );
  const details = near === null ? {} : { didYouMean: near };
  refuseValue(OPTION, ["scope", member], "in none of the dossiers", id, details);
}

const UNREADABLE = Symbol("unreadable");

/** Whom a dossier names, also where the rest of it cannot be read; null for one that has no manager. */
function namedIn(dossier: ValueDossier, member: "client" | "manager"): string | null | typeof UNREADABLE {
  try {
    const id: unknown = dossier[member];
    if (typeof id === "string") return id;
    return member === "manager" && typeof dossier === "object" && (id === undefined || id === null) ? null : UNREADABLE;
  } catch {
    // null, or a getter that throws
    return UNREADABLE;
  }
}

/** Rows of one client's dossiers, those of one id once: gathering has seen to it that they are the same. */
export function onceEach<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return [...grouped(rows, ({ id }) => id).values()].flatMap(([first]) => first ?? []);
}

/** Where facts and needs come from. */
const sourcesOf = (dossiers: readonly ReadDossier<string>[]): readonly string[] =>
  dossiers.flatMap(({ facts, needs }) => [...facts, ...(needs ?? [])].map(({ source }) => source));

function isIn(scope: ReportScope, { client, manager }: ReadDossier<string>): boolean {
  switch (scope.of) {
    case "client":
      return client === scope.client;
    case "manager":
      return manager === scope.manager;
    case "period":
      return true;
  }
}
