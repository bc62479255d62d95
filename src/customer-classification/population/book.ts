import { describeValue, type RowIssue } from "../../core/index.ts";
import { isFilled, kindOfValue, readList, readObject, refuse, shapeOf, asGiven } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { MAX_CLASSES, type BookSide, type NonClass } from "./words.ts";

/** A client with the class they are in. */
export interface ClassedClient {
  readonly client: string;
  /** Type, tier or level, or one of `NON_CLASSES`. */
  readonly class: string;
}

/** The same for a whole book, as two columns of one length: from `classesOf`, or the served levels of standings. */
export interface ClassedColumns {
  readonly ids: readonly string[];
  readonly classes: readonly string[];
}

/** A book with the class of every client on one day: rows, or columns. */
export type ClassedBook = readonly ClassedClient[] | ClassedColumns;

/** The names of classes, with a number for each. */
export interface ClassNames {
  readonly names: string[];
  readonly numbers: Map<string, number>;
}

/** The number of a class. */
export function numberOf({ names, numbers }: ClassNames, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, names.length);
  return names.push(name) - 1;
}

/** A book that was read: each client once, by row of the input. */
export interface ReadBook {
  readonly ids: readonly string[];
  /** Number of the class; -1 for a row that is left out. */
  readonly classes: Int32Array;
  /** First row of each client. */
  readonly rows: ReadonlyMap<string, number>;
  readonly issues: readonly RowIssue[];
  /** How many rows are left out. */
  readonly refused: number;
}

const CODE = "customer-classification/invalid-book" satisfies CustomerClassificationErrorCode;

const readColumns = /* @__PURE__ */ (() => shapeOf<ClassedColumns>({ ids: asGiven, classes: asGiven }))();

/** One member of a row; undefined where it cannot be read. */
function memberOf(row: unknown, name: keyof ClassedClient): unknown {
  try {
    return (row as Partial<ClassedClient> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

function columnsOf(book: ClassedBook, side: string): { readonly ids: unknown[]; readonly classes: unknown[] } {
  if (Array.isArray(book)) {
    const rows = readList<unknown>(book, [side], CODE);
    return { ids: rows.map((row) => memberOf(row, "client")), classes: rows.map((row) => memberOf(row, "class")) };
  }
  const columns = readColumns(readObject(book as ClassedColumns, [side], CODE), [side], CODE);
  const ids = readList<unknown>(columns.ids, [side, "ids"], CODE);
  const classes = readList<unknown>(columns.classes, [side, "classes"], CODE);
  if (ids.length === classes.length) return { ids: ids as unknown[], classes: classes as unknown[] };
  return refuse(CODE, [side, "classes"], "another length than the ids", {
    length: classes.length,
    expected: ids.length,
  });
}

/** Reads a book; a bad row is an issue, and no other row suffers. */
export function readBook(book: ClassedBook, side: BookSide, names: ClassNames): ReadBook {
  const { ids, classes } = columnsOf(book, side);
  const isRows = Array.isArray(book);
  const numbers = new Int32Array(ids.length).fill(-1);
  const rows = new Map<string, number>();
  const issues: RowIssue[] = [];
  let refused = 0;
  const wrong = (row: number, member: keyof ClassedClient, value: unknown): void => {
    const path = isRows ? [side, row, member] : [side, member === "client" ? "ids" : "classes", row];
    const code: CustomerClassificationErrorCode = "customer-classification/invalid-member";
    issues.push({ row, code, path, details: { side, received: describeValue(value), ...kindOfValue(value) } });
  };
  for (let row = 0; row < ids.length; row++) {
    const client = ids[row];
    const named = classes[row];
    if (!isFilled(client)) {
      wrong(row, "client", client);
      refused++;
      continue;
    }
    const first = rows.get(client);
    if (first !== undefined) {
      const code: CustomerClassificationErrorCode = "customer-classification/duplicate-client";
      issues.push({
        row,
        code,
        path: isRows ? [side, row, "client"] : [side, "ids", row],
        details: { side, client, first },
      });
      refused++;
      continue;
    }
    rows.set(client, row);
    if (!isFilled(named)) wrong(row, "class", named);
    numbers[row] = numberOf(names, isFilled(named) ? named : ("refused" satisfies NonClass));
    if (names.names.length > MAX_CLASSES) {
      refuse(CODE, isRows ? [side] : [side, "classes"], "too many different classes", { max: MAX_CLASSES });
    }
  }
  return { ids: ids as string[], classes: numbers, rows, issues, refused };
}
