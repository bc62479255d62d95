import { issueOf, type Issue, type RowIssue } from "./errors.ts";
import { compareDates, type LocalDate } from "./local-date.ts";
import { readDate, readFlag, readList, readText } from "./reading.ts";
import { refuse } from "./refusal.ts";
import { oneOf, optional, orNull, rowOf, shapeOf, wholeNumber } from "./shape.ts";
import { countBy, type Dimensions, type SplitRow, type Tally } from "./tally.ts";
import { compareTexts } from "./text-order.ts";

/** What became of an item: still owed, done, or given up with a reason kept where it comes from. */
export const OPEN_ITEM_STATES = ["open", "done", "dropped"] as const;
/** What became of an item. */
export type OpenItemState = (typeof OPEN_ITEM_STATES)[number];

/** Part of the day an item is meant for. */
export const OPEN_ITEM_SLOTS = ["am", "noon", "pm", "evening"] as const;
/** Part of the day an item is meant for. */
export type OpenItemSlot = (typeof OPEN_ITEM_SLOTS)[number];

/**
 * Something somebody owes (待办事项): the one form in which the rooms hand on what is to be done, so that the items of many
 * rooms meet on one board and in one day plan.
 */
export interface OpenItem {
  /** `<room>/<record>/<kind>`, unique on a board of many rooms. */
  readonly id: string;
  /** What is to be done, as a code of the room it comes from; the last part of the id. */
  readonly kind: string;
  /** Who owes it. */
  readonly owner: string;
  /** Client it is about, if any. */
  readonly client?: string;
  /** What a reader sees; a code of the bank's own, or words. */
  readonly title: string;
  /** Id of the record it comes from. */
  readonly origin: string;
  /** Day from which it is owed. */
  readonly since: LocalDate;
  /** Last day on which it is in time; null when nobody set one. */
  readonly due: LocalDate | null;
  /** First day on which it can be done, if not at once. */
  readonly notBefore?: LocalDate;
  /** How long it takes, as far as known. */
  readonly minutes?: number;
  readonly slot?: OpenItemSlot;
  /** Whether the day it is due has to hold it. */
  readonly mandatory: boolean;
  readonly state: OpenItemState;
  /** Day on which it was done or dropped; given when, and only when, the state is not `open`. */
  readonly closedOn?: LocalDate;
}

/** The columns of a board: every item is in one of them. */
export const BOARD_COLUMNS = ["overdue", "today", "later", "undated", "done", "dropped", "not-yet"] as const;
/** A column of a board. */
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** What a board is grouped by. */
export const BOARD_GROUPS = ["owner", "kind", "client"] as const;
/** What a board is grouped by. */
export type BoardGroup = (typeof BOARD_GROUPS)[number];

/** The day of a board and its grouping. */
export interface BoardOptions {
  /** The day the board shows; what was closed after it is still open, what began after it is not yet there. */
  readonly asOf: LocalDate;
  readonly by: BoardGroup;
}

/**
 * Open items on a day (待办看板): seven lists, each in order of group, day due (undated last) and id, and the counts of
 * each group. Every row is in exactly one list or has an issue.
 */
export interface OpenItemBoard {
  readonly asOf: LocalDate;
  /** Open, and due before the day. */
  readonly overdue: readonly OpenItem[];
  /** Open, and due on the day. */
  readonly today: readonly OpenItem[];
  /** Open, and due after the day, or without a due day but not to be done before a later one. */
  readonly later: readonly OpenItem[];
  /** Open, without a due day. */
  readonly undated: readonly OpenItem[];
  /** Done by the day. */
  readonly done: readonly OpenItem[];
  /** Dropped by the day. */
  readonly dropped: readonly OpenItem[];
  /** Owed only from a later day on. */
  readonly notYet: readonly OpenItem[];
  /** Items by group, in the parts of {@link BOARD_COLUMNS}. */
  readonly tally: Tally<BoardGroup, SplitRow<BoardColumn>>;
  /** Rows that are not items: left out of the lists, and named here. */
  readonly issues: readonly RowIssue[];
}

const CODE = "core/invalid-open-item";

const readOptions = /* @__PURE__ */ (() => shapeOf<BoardOptions>({ asOf: readDate, by: oneOf(BOARD_GROUPS) }))();

const readRow = /* @__PURE__ */ (() =>
  rowOf<OpenItem>({
    id: readText,
    kind: readText,
    owner: readText,
    client: optional(readText),
    title: readText,
    origin: readText,
    since: readDate,
    due: orNull(readDate),
    notBefore: optional(readDate),
    minutes: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
    slot: optional(oneOf(OPEN_ITEM_SLOTS)),
    mandatory: readFlag,
    state: oneOf(OPEN_ITEM_STATES),
    // read once it is known whether the state has one
    closedOn: optional((day) => day),
  }))();

/** Refuses what is not an item. */
function readItem(item: OpenItem): OpenItem {
  const { id, kind, since, closedOn, state } = readRow(item, [], CODE);
  const [first, last] = [id.indexOf("/"), id.lastIndexOf("/")];
  if (first < 1 || last <= first + 1 || id.slice(last + 1) !== kind) {
    refuse(CODE, ["id"], "not <room>/<record>/<kind>", { id, kind });
  }
  if ((state === "open") !== (closedOn === undefined)) {
    refuse(CODE, ["closedOn"], "given for what is open, or missing for what is not", { id, state });
  }
  if (closedOn === undefined) return item;
  readDate(closedOn, ["closedOn"]);
  if (compareDates(closedOn, since) < 0) refuse(CODE, ["closedOn"], "before since", { id, since, closedOn });
  return item;
}

/** An item with its column. */
interface Placed {
  readonly item: OpenItem;
  readonly column: BoardColumn;
}

/** The column of an item that was read. */
function columnOf({ state, since, due, notBefore, closedOn }: OpenItem, asOf: LocalDate): BoardColumn {
  if (since > asOf) return "not-yet";
  if (closedOn !== undefined && closedOn <= asOf && state !== "open") return state;
  if (due === null) return notBefore !== undefined && notBefore > asOf ? "later" : "undated";
  return due < asOf ? "overdue" : due === asOf ? "today" : "later";
}

/**
 * What is owed on a day, and by whom (待办看板): overdue, due today, later, undated, done, dropped and not yet owed.
 *
 * A partition for every day: what was closed after the day counts as open, what began after it is not yet owed. A row
 * that is not an item, or whose id was already there, becomes an issue and never stops the rest. Whose items they are
 * and what a room counts as done is for the room; the board only puts them side by side.
 *
 * @param items - of any rooms, in any order
 * @param options - the day, and what to group by
 * @returns the lists, the counts by group, and the rows left out
 * @throws `core/invalid-date` when `asOf` is not a date
 * @throws `core/invalid-open-item` when `by` is not a group, or `items` is not a list
 * @see 客户经理制 (trace management): 今日事今日毕; library convention for the columns
 * @example
 * const item = { kind: "answer", owner: "E-9", title: "fees", origin: "C-1", mandatory: true } as const;
 * const board = openItemBoard([
 *   { ...item, id: "complaints/C-1/answer", since: "2026-02-10", due: "2026-02-13", state: "open" },
 *   { ...item, id: "complaints/C-2/answer", since: "2026-02-11", due: "2026-02-24", state: "done", closedOn: "2026-02-14" },
 * ], { asOf: "2026-02-13", by: "owner" });
 * [board.today.length, board.later.length, board.done.length] // => [1, 1, 0]
 * board.tally.by[0]?.rows[0]?.count // => 2
 * @since 0.1.0
 */
export function openItemBoard(items: readonly OpenItem[], options: BoardOptions): OpenItemBoard {
  const { asOf, by } = readOptions(options, ["options"], CODE);
  const keyOf = (item: OpenItem): string | null => item[by] ?? null;
  const issues: RowIssue[] = [];
  const seen = new Map<string, number>();
  const placed: Placed[] = [];
  const groups = { [by]: ({ item }: Placed) => keyOf(item) };
  for (const [row, item] of readList(items, ["items"], CODE).entries()) {
    const issue = issueIn(item, seen, row);
    if (issue === null) placed.push({ item, column: columnOf(item, asOf) });
    else issues.push({ row, ...issue });
  }
  placed.sort(
    ({ item: a }, { item: b }) =>
      compareTexts(keyOf(a), keyOf(b)) || compareTexts(a.due, b.due) || compareTexts(a.id, b.id),
  );
  const columns: Record<BoardColumn, OpenItem[]> = {
    overdue: [],
    today: [],
    later: [],
    undated: [],
    done: [],
    dropped: [],
    "not-yet": [],
  };
  for (const { item, column } of placed) columns[column].push(item);
  const { "not-yet": notYet, ...lists } = columns;
  return {
    asOf,
    ...lists,
    notYet,
    tally: countBy(placed, groups as Dimensions<Placed, BoardGroup>, {
      parts: BOARD_COLUMNS,
      of: ({ column }) => column,
    }),
    issues,
  };
}

/** What is wrong with a row; null when nothing is. */
function issueIn(item: OpenItem, seen: Map<string, number>, row: number): Issue | null {
  try {
    readItem(item);
    const first = seen.get(item.id);
    if (first !== undefined) refuse(CODE, ["id"], "already on the board", { id: item.id, first });
    seen.set(item.id, row);
    return null;
  } catch (error) {
    return issueOf(error);
  }
}
