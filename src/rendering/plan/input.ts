import type { WorkingCalendar } from "../../calendar/index.ts";
import type { ClientFile, ClientId, ClientNameLanguage } from "../../client/index.ts";
import type { LocalDate } from "../../core/index.ts";
import { compare, isZero, sum, type Money } from "../../money/index.ts";
import type {
  CatalogueProduct,
  FollowUpIncome,
  PlanAction,
  PlanCompleteness,
  PlanField,
  PlanFollowUp,
  PlanFreshness,
  PlanIssue,
  PlanPerson,
  PlanRowId,
  PlanWallet,
  PowerMap,
  StrategyPlan,
} from "../../strategy-plan/index.ts";
import type { RelationshipValueFinding } from "../../relationship-value/index.ts";
import type { PlanAudience } from "./audience.ts";
import { shownCell, type NotShown } from "./not-shown.ts";
import type { ShownStatement } from "./statement-figures.ts";
import type { ShownReturn } from "./returns.ts";
import type { Amounts } from "./unit.ts";
import type { PlanDocumentWord } from "./word-list.ts";
import type { Words } from "./words.ts";
import type { Alignment, Block, Cell, Column, Pair } from "../blocks.ts";
import { firstShown } from "../text.ts";

/** Everything the parts of the plan document are made from: what its readers may read, and nothing else. */
export interface PlanInput {
  readonly audience: PlanAudience;
  readonly plan: StrategyPlan;
  /** People of whom a dealing without consent is not shown. */
  readonly withheld: ReadonlySet<PlanRowId>;
  readonly client: ClientFile;
  readonly words: Words;
  readonly amounts: Amounts;
  readonly language: ClientNameLanguage;
  readonly statement: ShownStatement | null;
  readonly asOf: LocalDate;
  readonly completeness: PlanCompleteness;
  readonly wallet: PlanWallet;
  readonly followUp: PlanFollowUp;
  readonly issues: readonly PlanIssue[];
  /** What has to be looked at in the statement. */
  readonly statementFindings: readonly RelationshipValueFinding[];
  /** What the plan itself says is withheld from whoever it was made for. */
  readonly notShown: NotShown;
  /** The people of the plan and their ties; `null` on a copy for the client. */
  readonly powers: PowerMap | null;
  /** Last year's plan, as far as its readers may read it. */
  readonly before: StrategyPlan | null;
  /** How old the answers are; `null` where nobody asks. */
  readonly freshness: PlanFreshness | null;
  /** What the relationship earns on the capital it ties up; `null` where nobody has worked it out. */
  readonly returns: ShownReturn | null;
  /** Which days are worked; `null` where nobody says. */
  readonly calendar: WorkingCalendar | null;
  /** The products of the bank; `null` where nobody says. */
  readonly catalogue: readonly CatalogueProduct[] | null;
  /** What an employee is called. */
  readonly staff: (id: string) => string;
  /** What a member of the group is called. */
  readonly clients: (id: string) => string;
  /** Whether the readers may read a field. */
  readonly shows: (field: PlanField) => boolean;
}

/** A list of texts as the lines of one cell; open when absent, "none" when empty. */
export function linesCell(lines: readonly string[] | undefined, words: Words): Cell {
  if (lines === undefined) return words.orOpen(undefined);
  return lines.length === 0 ? words.word("none") : lines.join("\n");
}

/** What a person is called: by name or, where it is not known, by position. */
export function personName({ contactName, positionAndAuthority }: PlanPerson, words: Words): string {
  return firstShown(contactName, positionAndAuthority?.position) ?? words.word("open");
}

/** What the person of a row is called; an id without a row is all there is to say. */
export function personCalled(id: string, { plan, words }: Pick<PlanInput, "plan" | "words">): string {
  const person = plan.people?.find((row) => row.id === id);
  return person === undefined ? id : personName(person, words);
}

/** The figures of the follow-up that are shown with the income still expected; those of nothing are left out. */
const INCOME_FIGURES = [
  ["income-planned", "planned"],
  ["income-won", "won"],
  ["income-lost", "lost"],
  ["actual", "actual"],
] as const satisfies readonly (readonly [PlanDocumentWord, keyof FollowUpIncome])[];

/** What the plan has earned and lost, by figure, as {@link PlanFollowUp} has it; nothing where all is still to come. */
export function incomeBeside({
  income,
}: PlanFollowUp): readonly { readonly word: PlanDocumentWord; readonly amounts: readonly Money[] }[] {
  return INCOME_FIGURES.map(([word, figure]) => ({
    word,
    amounts: income.flatMap((row) => {
      const amount = row[figure];
      if (amount === null || (figure !== "actual" && isZero(amount))) return [];
      return figure === "planned" && compare(amount, row.expected) === 0 ? [] : [amount];
    }),
  })).filter(({ amounts }) => amounts.length > 0);
}

/**
 * The income still expected, one figure per currency; none where no action says what it expects. A currency in which
 * nothing is expected any more is shown only where that is all there is.
 */
export function incomeExpected({ income, states, withoutExpectedIncome }: PlanFollowUp): readonly Money[] {
  const open = states.planned + states.pitched;
  if (open > 0 && withoutExpectedIncome.length === open) return [];
  const all = income.map(({ expected }) => expected);
  const some = all.filter((amount) => !isZero(amount));
  return some.length > 0 ? some : all.slice(0, 1);
}

/** Sums of the amounts present, one per currency: amounts in two currencies do not add up to one figure. */
export function totalsOf(values: readonly (Money | null)[]): readonly Money[] {
  const known = values.flatMap((value) => value ?? []);
  const currencies = [...new Set(known.map((value) => value.currency))];
  return currencies.map((currency) =>
    sum(
      currency,
      known.filter((value) => value.currency === currency),
    ),
  );
}

/** Department and person in charge, those that are known. */
export const ownerLines = ({ departmentAndOwner: owner }: PlanAction): readonly string[] | undefined =>
  owner && [owner.department, owner.person].flatMap((text) => text ?? []);

/** Fields of a section, or of a row about a member of the group, with what they say: those the readers may read. */
export function fieldPairs(
  input: PlanInput,
  cells: readonly (readonly [field: PlanField, cell: Cell])[],
  { member }: { readonly member?: ClientId } = {},
): readonly Pair[] {
  const { words, shows } = input;
  const shown = cells.filter(([field]) => shows(field));
  return said(
    shown.map(([field, cell]) => ({ name: words.field(field), value: shownCell(input, field, member, cell) })),
  );
}

/** Pairs that say something: what is open on a copy for the client is left out of it. */
export const said = (pairs: readonly Pair[]): readonly Pair[] => pairs.filter(({ value }) => value !== "");

/** A column of a table over the rows of a section. */
export interface RowColumn<Row> {
  /** The field it shows; a column without one is shown to everybody. */
  readonly field?: PlanField;
  /** Its header; the name of the field unless given. */
  readonly header?: string;
  readonly align?: Alignment;
  readonly width?: number;
  readonly cell: (row: Row) => Cell;
}

/** Which member of the group a row is about; `undefined` where it says none, and on a copy for the client. */
export const memberOf = ({ audience, clients }: PlanInput, { member }: { readonly member?: ClientId }) =>
  audience === "client" || member === undefined ? undefined : clients(member);

/**
 * A table over the rows of a section, with the columns the readers may read; the heading above names it. The member of the
 * group that a row is about stands under what names the row.
 */
export function rowTable<Row extends { readonly member?: ClientId }>(
  input: PlanInput,
  caption: string,
  rows: readonly Row[],
  columns: readonly RowColumn<Row>[],
): Block {
  const { audience, words, shows } = input;
  const withMember = (cell: Cell, row: Row): Cell => {
    const member = memberOf(input, row);
    if (member === undefined) return cell;
    return typeof cell === "string" ? `${cell}\n${member}` : { ...cell, text: `${cell.text}\n${member}` };
  };
  const shown = columns
    .filter(({ field }) => field === undefined || shows(field))
    .map((column, at) => ({
      ...column,
      cells: rows.map((row) => {
        const cell = shownCell(input, column.field, row.member, column.cell(row));
        return at === 0 ? withMember(cell, row) : cell;
      }),
    }))
    // what is open in every row of a copy for the client is left out of it
    .filter(({ cells }) => audience === "bank" || cells.some((cell) => cell !== ""));
  return {
    type: "table",
    caption,
    quietCaption: true,
    columns: shown.map(({ field, header, align = "start", width }): Column => ({
      header: header ?? (field === undefined ? "" : words.field(field)),
      align,
      ...(width === undefined ? {} : { width }),
    })),
    rows: rows.map((_, at) => shown.map(({ cells }) => cells[at] ?? "")),
  };
}

/**
 * What a section shows when nobody has worked on it, or when it is stated to be empty; nothing on a copy for the client,
 * which leaves the section out.
 */
export function emptyBlocks(rows: readonly unknown[] | undefined, { audience, words }: PlanInput): readonly Block[] {
  if (audience === "client") return [];
  return [{ type: "paragraph", text: words.word(rows === undefined ? "open" : "none"), emphasis: "muted" }];
}

/** The mark of a sample; a page passed on by itself still says what it is. */
export const sampleMark = ({ plan, client, words }: PlanInput): string | undefined =>
  plan.sample === true || client.sample === true ? words.word("sample-title") : undefined;
