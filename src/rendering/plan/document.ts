import {
  CLIENT_NAME_LANGUAGES,
  clientName,
  currentEntries,
  type ClientFile,
  type ClientNameLanguage,
} from "../../client/index.ts";
import type { LocalDate, Path } from "../../core/index.ts";
import {
  asGiven,
  listOf,
  oneOf,
  optional,
  readDate,
  readObject,
  readText,
  recordOf,
  refuse,
  shapeOf,
} from "../../core/inner.ts";
import type { WorkingCalendar } from "../../calendar/index.ts";
import { readCalendar } from "../../calendar/inner.ts";
import type { RelationshipValueFinding, RiskAdjustedReturn, Statement } from "../../relationship-value/index.ts";
import {
  planFollowUp,
  planFreshness,
  powerMap,
  type CatalogueProduct,
  type PlanCheckOptions,
  type PlanFreshnessPolicy,
  type StrategyPlan,
} from "../../strategy-plan/index.ts";
import { checkPlanWith, completenessOf, readPlan, walletOf } from "../../strategy-plan/inner.ts";
import { firstPage } from "./first-page.ts";
import type { PlanInput } from "./input.ts";
import { annexBlocks } from "./annex.ts";
import { mayRead, PLAN_AUDIENCES, shownTo, type PlanAudience } from "./audience.ts";
import { amountsIn, DISPLAY_UNITS, UNIT_OF_LANGUAGE, type DisplayUnit } from "./unit.ts";
import { clientFileShape } from "./read-client.ts";
import { notShownIn } from "./not-shown.ts";
import { evidenceBlocks } from "./evidence.ts";
import { readFigures } from "./read-figures.ts";
import { returnShape } from "./returns.ts";
import { planSectionBlocks } from "./sections.ts";
import { statementFindingShape, statementShape } from "./statement-figures.ts";
import { labelsShape, wordsOf, type PlanDocumentLabels } from "./words.ts";
import { languageOf } from "../language.ts";
import { namedBy } from "../phrases.ts";
import type { BlockDocument } from "../blocks.ts";
import type { RenderingErrorCode } from "../errors.ts";

/** What a plan document is made from besides the plan. */
export interface PlanDocumentOptions {
  /** Words of the language the document is written in, such as `zhHans`; it may have more than the document needs. */
  readonly labels: PlanDocumentLabels;
  /** Section 1: the file of the plan's client; its name in `language` is in the title. */
  readonly client: ClientFile;
  /** Which of the client's names to print, and which numerals; by default the language of the labels, needed for others. */
  readonly language?: ClientNameLanguage;
  /**
   * The value statement behind section 7, of the plan's client. With it the first page shows its three heads and section 7 all eleven items;
   * without it the three sums of section 7 are shown. Where the two differ in period or amount, the first page says so.
   */
  readonly statement?: Statement;
  /** What the statement says has to be looked at, `findings` of its result: it stands on the first page. */
  readonly statementFindings?: readonly RelationshipValueFinding[];
  /** Managers in office, pitches ahead, consents and limits are those as of this day; default the day the plan was prepared. */
  readonly asOf?: LocalDate;
  /**
   * Who the document is for; default `"bank"`. A copy for the `"client"` has no persons' data but names and positions, no
   * judgements, no other institutions, no income and no worries of the bank: a table says of each field who may read it.
   * It has actions that are planned, pitched or won, and products that need a suitability check only with one made by
   * `asOf`; a notice, its day and its version; nothing that is open.
   */
  readonly audience?: PlanAudience;
  /**
   * The unit of the amounts; default 万 for documents in simplified Chinese, otherwise thousands. What is rounded, half-even,
   * stands with all its digits in an annex; sums are those of the exact amounts.
   */
  readonly unit?: DisplayUnit;
  /** Says whether the days of pitches are worked, and places the actions in their year; without it nobody looks. */
  readonly calendar?: WorkingCalendar;
  /** The products of the bank, each once: section 6 shows which the client uses, gets elsewhere, needs or was never asked about. */
  readonly catalogue?: readonly CatalogueProduct[];
  /** The plan of the year, or the version, before: the first page says what changed since. Of the same client. */
  readonly before?: StrategyPlan;
  /** How old answers may be: the first page counts those that are older on the day of the document. */
  readonly freshness?: PlanFreshnessPolicy;
  /** What the relationship earns on its capital, `relationshipReturn(…).result`: the first page has it with its hurdle. */
  readonly returns?: RiskAdjustedReturn;
  /** What employees are called, by id; those of the client file are known, any other without a name is printed by its id. */
  readonly staffNames?: Readonly<Record<string, string>>;
  /** What the members of the group are called, by id; the client itself is known, any other without a name is printed by its id. */
  readonly clientNames?: Readonly<Record<string, string>>;
  /** How much of the document is wanted; default `"whole"`. */
  readonly extent?: PlanExtent;
}

/** How much of a plan document there may be. */
export const PLAN_EXTENTS = ["whole", "brief"] as const;

/**
 * How much of a plan document there is: all of it, or the first page alone, one side of A4 however large the plan is. A brief
 * names how much it has no room for; the whole document has it overleaf.
 */
export type PlanExtent = (typeof PLAN_EXTENTS)[number];

const readOptions = shapeOf<PlanDocumentOptions>({
  labels: labelsShape,
  client: clientFileShape,
  language: optional(oneOf(CLIENT_NAME_LANGUAGES)),
  statement: optional(statementShape),
  statementFindings: optional(listOf(statementFindingShape)),
  asOf: optional(readDate),
  audience: optional(oneOf(PLAN_AUDIENCES)),
  unit: optional(oneOf(DISPLAY_UNITS)),
  calendar: optional(readCalendar),
  // read by the functions that use them
  catalogue: optional(listOf(asGiven)),
  before: optional(readObject),
  freshness: optional(readObject),
  returns: optional(returnShape),
  staffNames: optional(recordOf(readText)),
  clientNames: optional(recordOf(readText)),
  extent: optional(oneOf(PLAN_EXTENTS)),
});

/**
 * The relationship strategy plan as a document (客户关系战略计划书): one page to decide on, then the nine sections.
 *
 * The first page shows what the relationship is worth by head with its estimated part, target and gap; the client's
 * wallet and our share, with the other banks and their renewal dates; up to three upcoming pitches; what needs attention
 * (red flags first: kin of a manager, limits exceeded, products nobody checked, income that may be the price of credit;
 * decision makers nobody can reach, challenges without an owner or a date, actions overdue, contradictions in the plan
 * or between section 7 and the statement); the longest list goes on overleaf; how complete the plan is, whom it
 * knows and what to ask next; and the lines to sign. Open fields are marked as open, known "none" as none,
 * figures nobody has data for as "no data", never as 0.
 *
 * @param plan - a plan, finished or not
 * @param options - words, client file, and what else is known
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/client-differs` when the client file or the statement is that of another client than the plan's
 * @throws `rendering/invalid-option` for options that cannot be read: a label, or a member of the client file or of the
 *   statement, that is missing, misspelt or of another kind; an unknown language, and labels of one without `language`
 * @throws `strategy-plan/invalid-plan` and what else `planWallet` throws for a plan that cannot be read
 * @throws `core/invalid-date`, `core/invalid-decimal` and the checks of `money` for an invalid date, share or amount, at
 *   its place
 * @see 客户经理制的管理培训 (香港银行学会), pp. 7-10, for the sections and fields
 * @example
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * const client = { kind: "corporate", id: "C-1", names: { legal: "样本制造有限公司" }, organisation: { industry: "制造业" },
 *   accounts: [], contacts: [], managers: [], analyses: [] } as const;
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "王五", preparedOn: "2025-12-01" } as const;
 * const doc = strategyPlanDocument(plan, { labels: zhHans, client });
 * doc.title // => "客户关系战略计划书：样本制造有限公司 2026年"
 * doc.blocks.filter((block) => block.type === "heading" && block.level === 2).length // => 9
 * @since 0.1.0
 */
export function strategyPlanDocument(plan: StrategyPlan, options: PlanDocumentOptions): BlockDocument {
  const input = planInput(plan, options);
  const { title, running, ...page } = firstPage(input);
  if (options.extent === "brief") return { title, running, blocks: page.blocks };
  const sections = [...planSectionBlocks(input), ...evidenceBlocks(input), ...annexBlocks(input)];
  // the first page of a copy for the client is its title alone
  const blocks =
    input.audience === "client" ? sections : [{ type: "page-break" } as const, ...page.overleaf, ...sections];
  return { title, running, blocks: [...page.blocks, ...blocks] };
}

/** Everything computed from the plan, once, for every part of the document. */
function planInput(plan: StrategyPlan, options: PlanDocumentOptions): PlanInput {
  readFigures(readPlan(plan), ["plan"]);
  const code: RenderingErrorCode = "rendering/invalid-option";
  readOptions(options, ["options"], code);
  // a request without the word must not print the bank's own copy
  if (Object.hasOwn(options, "audience") && options.audience === undefined) {
    refuse(code, ["options", "audience"], "undefined: say for whom the document is, or leave it out", {});
  }
  if (options.audience === "client" && options.extent === "brief") {
    refuse(code, ["options", "extent"], "no brief of a copy for the client", { received: "brief" });
  }
  readClient(plan, options.client.id, ["options", "client", "id"]);
  if (options.statement) readClient(plan, options.statement.client, ["options", "statement", "client"]);
  if (options.before) {
    readFigures(readPlan(options.before, ["options", "before"]), ["options", "before"]);
    readClient(plan, options.before.client, ["options", "before", "client"]);
  }
  if (options.asOf === undefined) readDate(plan.preparedOn, ["plan", "preparedOn"]);
  const { labels, client } = options;
  const audience = options.audience ?? "bank";
  const asOf = options.asOf ?? plan.preparedOn;
  const language = options.language ?? languageOf(labels.dates.locale, code);
  const shown = shownTo(audience, plan, asOf);
  const wallet = walletOf(shown.plan);
  const notShown = notShownIn(plan);
  // the statement says what section 7 does
  const isValueShown = audience !== "client" && !notShown.anyOf("relationship-value");
  const statement = isValueShown ? options.statement : undefined;
  const checks: PlanCheckOptions = {
    asOf,
    managers: currentEntries(client.managers),
    ...(options.calendar && { calendar: options.calendar }),
    ...(statement && { statement }),
  };
  return {
    audience,
    ...shown,
    client,
    words: wordsOf(labels, audience),
    amounts: amountsIn(plan.currency, options.unit ?? UNIT_OF_LANGUAGE[language], {
      unit: (unit) => labels[`displayUnit.${unit}`],
      form: (form) => labels[`moneyForm.${form}`],
      head: labels["planDocument.head"],
    }),
    language,
    statement: statement ?? null,
    asOf,
    completeness: completenessOf(plan),
    wallet,
    followUp: planFollowUp(shown.plan, asOf),
    statementFindings: isValueShown ? (options.statementFindings ?? []) : [],
    // what is withheld is an issue all the same, and the issue does not tell it
    issues: audience === "client" ? [] : checkPlanWith(plan, wallet, checks),
    notShown,
    calendar: options.calendar ?? null,
    catalogue: options.catalogue ?? null,
    powers: audience === "client" ? null : powerMap(shown.plan),
    before: options.before && audience === "bank" ? shownTo(audience, options.before, asOf).plan : null,
    freshness: options.freshness && audience === "bank" ? planFreshness(plan, asOf, options.freshness) : null,
    // the return is of the income that section 7 sums up
    returns: isValueShown ? (options.returns ?? null) : null,
    staff: namedBy({ ...staffOf(client), ...options.staffNames }),
    clients: namedBy({ [client.id]: clientName(client.names, language), ...options.clientNames }),
    shows: (field) => mayRead(audience, field),
  };
}

/** The employees the client file names. */
const staffOf = ({ managers }: ClientFile): Readonly<Record<string, string>> =>
  Object.fromEntries(currentEntries(managers).map(({ employee, name }) => [employee, name]));

/** Nothing of one client stands on the plan of another. */
function readClient(plan: StrategyPlan, client: string, path: Path): string {
  if (client === plan.client) return client;
  const code: RenderingErrorCode = "rendering/client-differs";
  return refuse(code, path, "not the client of the plan, plan.client", { received: client, expected: plan.client });
}
