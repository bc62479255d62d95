import { describeValue, type Details, type Issue, type Path } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { WINDOW, type RecordSource } from "./record-source.ts";

const INVALID_RECORD = "customer-classification/invalid-record" satisfies CustomerClassificationErrorCode;

type Fields = Readonly<Record<string, unknown>>;

/** Whether something is a record: not a list, a date or another thing of the language. */
const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || describeValue(value) === "object");

/** Kinds of records remembered at a time; those of other kinds are read by name. */
const MAX_LAYOUTS = 8;

/** The values of one field: doubles as long as all are numbers, one after another in memory, otherwise as they are. */
interface FieldCells {
  readonly doubles: Float64Array;
  readonly mixed: unknown[];
  isMixed: boolean;
}

/** Names of records read before and where the card wants their values; a book has few kinds of records. */
interface Layout {
  readonly names: readonly string[];
  /** Where the value of each name goes; null where the card does not read it. */
  readonly targets: readonly (FieldCells | null)[];
  /** Fields of the card that are not among the names. */
  readonly others: readonly (readonly [field: string, target: FieldCells])[];
}

function put(cells: FieldCells, at: number, value: unknown): void {
  if (!cells.isMixed) {
    if (typeof value === "number") {
      cells.doubles[at] = value;
      return;
    }
    for (let before = 0; before < at; before++) cells.mixed[before] = cells.doubles[before];
    cells.isMixed = true;
  }
  cells.mixed[at] = value;
}

/** Copies the values of a record whose names are those of a layout, in that order; false where they are not. */
function copyAsBefore(record: Fields, { names, targets, others }: Layout, at: number): boolean {
  let place = 0;
  // reading while going through the names is what the language does fastest
  for (const name in record) {
    if (name !== names[place]) return false;
    const target = targets[place] ?? null;
    if (target !== null) put(target, at, record[name]);
    place++;
  }
  if (place !== names.length) return false;
  for (const [field, target] of others) put(target, at, record[field]);
  return true;
}

/** Rows as a source, of which so much is open at a time; a row that is not a record supplies nothing and has an issue of its own. */
export function sourceOfRows(
  rows: readonly unknown[],
  card: Pick<ResolvedCard, "fields" | "misspelt">,
  window = WINDOW,
): RecordSource {
  const { fields } = card;
  const size = Math.min(rows.length, window);
  const cells = fields.map((): FieldCells => ({ doubles: new Float64Array(size), mixed: [], isMixed: false }));
  const columnOf = new Map(fields.map((field, column) => [field, column]));
  const broken = new Map<number, Issue>();
  const layouts: Layout[] = [];
  let latest = 0;

  const fail = (row: number, at: number, path: Path, details: Details): void => {
    for (const field of cells) put(field, at, undefined);
    broken.set(row, { code: INVALID_RECORD, path, details });
  };

  /** The layout of a record, unless one of its names is nearly a field's: then each record is looked at for itself. */
  const layoutOf = (record: Fields): Layout | null => {
    const names = Object.keys(record);
    const foreign = Object.fromEntries(names.flatMap((name) => (columnOf.has(name) ? [] : [[name, null] as const])));
    if (card.misspelt(foreign) !== null) return null;
    const others = fields.flatMap((field, column) => (names.includes(field) ? [] : [[field, cells[column]!] as const]));
    return { names, targets: names.map((name) => cells[columnOf.get(name) ?? -1] ?? null), others };
  };

  const copyByName = (row: number, at: number): void => {
    let field: string | null = null;
    try {
      const record = rows[row];
      if (!isRecord(record)) {
        fail(row, at, [], { received: describeValue(record) });
        return;
      }
      const misspelt = card.misspelt(record);
      if (misspelt !== null) {
        fail(row, at, [misspelt.name], { known: fields, didYouMean: misspelt.didYouMean });
        return;
      }
      for (let column = 0; column < cells.length; column++) {
        field = fields[column]!;
        put(cells[column]!, at, record[field]);
      }
      field = null;
      const layout = layouts.length < MAX_LAYOUTS ? layoutOf(record) : null;
      if (layout !== null) latest = layouts.push(layout) - 1;
    } catch {
      // a getter that throws
      fail(row, at, field === null ? [] : [field], {});
    }
  };

  const isReadAsBefore = (row: number, at: number): boolean => {
    try {
      const record = rows[row];
      if (layouts.length === 0 || !isRecord(record)) return false;
      // most records are like the one before
      if (copyAsBefore(record, layouts[latest]!, at)) return true;
      for (let other = 0; other < layouts.length; other++) {
        if (other === latest || !copyAsBefore(record, layouts[other]!, at)) continue;
        latest = other;
        return true;
      }
      return false;
    } catch {
      // read again, to say which field it was
      return false;
    }
  };

  return {
    rows: rows.length,
    start: 0,
    open: (from, to) => {
      for (const field of cells) field.isMixed = false;
      for (let row = from; row < to; row++) if (!isReadAsBefore(row, row - from)) copyByName(row, row - from);
    },
    cells: (field) => {
      const found = cells[columnOf.get(field) ?? -1];
      return found === undefined ? null : found.isMixed ? found.mixed : found.doubles;
    },
    valueAt: (field, row) => {
      try {
        return (rows[row] as Fields)[field];
      } catch {
        return undefined;
      }
    },
    unreadable: (field) => refuse(INVALID_RECORD, [field], "cannot be read", {}),
    broken,
  };
}
