import { describeValue } from "../../core/index.ts";
import {
  asGiven,
  compareTexts,
  optional,
  orNull,
  readList,
  readObject,
  readText,
  refuse,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { ScoreLedger } from "../ledger/ledger.ts";
import { rememberedLedger } from "../ledger/memo.ts";
import type { ClassificationBatch } from "../outcomes.ts";
import { standingReader } from "./explain-type-change.ts";
import { nearCutsOf } from "./near-cuts.ts";
import type { InGrace, NearCut, NearDistance, OfRows, WorkListOptions, WorkLists } from "./work-list.ts";
import { workListLines } from "./work-list-lines.ts";

const CODE = "customer-classification/invalid-work-list" satisfies CustomerClassificationErrorCode;

let optionsReader: Reader<WorkListOptions> | null = null;

function readOptions(options: WorkListOptions): WorkListOptions {
  readObject(options, ["options"], CODE);
  const distance = optional(wholeNumber(0, Number.MAX_SAFE_INTEGER));
  optionsReader ??= shapeOf<WorkListOptions>({
    // these two are read row by row
    manager: asGiven,
    client: optional(asGiven),
    near: shapeOf<NearDistance>({ type: distance, tier: distance, level: distance }),
    standings: optional(asGiven),
  });
  return optionsReader(options, ["options"], CODE);
}

/** A list with one entry per row. */
function readColumn<T>(list: readonly T[], name: string, rows: number): readonly T[] {
  const read = readList(list, ["options", name], CODE);
  if (read.length === rows) return read;
  return refuse(CODE, ["options", name], "not one entry per row", { length: read.length, expected: rows });
}

/** The text of each row, by a column or a function; every row is read, those without an entry too. */
function textsOf(given: OfRows, name: string, rows: number): (row: number) => string | null {
  const read = orNull(readText);
  const list =
    typeof given === "function" ? Array.from({ length: rows }, (_, row) => given(row)) : readColumn(given, name, rows);
  const texts = list.map((text, row) => read(text, ["options", name, row], CODE));
  return (row) => texts[row] ?? null;
}

function inGraceOf(
  standings: WorkListOptions["standings"],
  { rows, asOf }: ScoreLedger,
  clientOf: (row: number) => string | null,
): InGrace[] {
  if (standings === undefined) return [];
  const read = orNull(standingReader());
  return readColumn(standings, "standings", rows).flatMap((given, row): InGrace[] => {
    const standing = read(given, ["options", "standings", row], CODE);
    if (standing === null) return [];
    const { steps, served, held, earned, asOf: standingAsOf } = standing;
    // dates in this form are in the order of their texts
    if (standingAsOf > asOf) {
      const path = ["options", "standings", row, "asOf"];
      refuse(CODE, path, "after the day of the batch", { standingAsOf, asOf });
    }
    if (steps.held <= steps.earned) return [];
    const above = { floor: steps.floored > steps.held, override: steps.served > steps.floored };
    return [{ row, client: clientOf(row), served, held, earned, steps: steps.held - steps.earned, ...above }];
  });
}

/**
 * What managers should look at (工作清单): clients just below a cut (临界提升), with the points that are missing, and clients
 * who are still served at a level they no longer earn, because grace is running (降级预警).
 *
 * Made from the batch itself, without a search for each client: {@link gapToType} says how the missing points can be won. A
 * client is near a type when one of the rules before the one that decided fails on nothing but points, and near core when
 * the core test does; whoever lacks a fact is not near, however many points they have. Of alternatives the nearest counts.
 * Clients that are not classified are near nothing. Grace comes from the standings, row by row: it is running where the
 * level that grace holds is above the one earned; floors and overrides may be above both, and are said beside it.
 *
 * @param batch - what `classifyMany` returned, the very object
 * @param options - who manages whom, how near is near, and the standings where the bank keeps them
 * @returns by manager, both lists and lines for `tell`
 * @throws `customer-classification/invalid-work-list` when an option is not as described, a column does not have one entry
 * per row, a standing is of a day after that of the batch, or the batch is a copy
 * @throws `core/invalid-date` for the date of a standing
 * @example
 * import { money } from "relationship-banking/money";
 * const rows = ["19900.00", "19.00", "109900.00"].map((amount) => ({ mediumLongTermAssets: money(amount, "CNY") }));
 * const batch = classifyMany(exampleStarRateCard, rows, { asOf: "2026-03-31" });
 * const { managers } = workLists(batch, { manager: ["Li", "Li", null], client: (row) => `C-${row}`, near: { level: 5, type: 1000 } });
 * managers.map(({ manager, nearCuts }) => [manager, nearCuts.map(({ client, missing }) => [client, missing])]) // => [["Li", [["C-1", 1]]], [null, [["C-2", 901]]]]
 * @since 0.1.0
 */
export function workLists(batch: ClassificationBatch, options: WorkListOptions): WorkLists {
  const ledger = rememberedLedger(batch);
  if (ledger === null)
    return refuse(CODE, ["batch"], "not a batch of this library, or a copy", { received: describeValue(batch) });
  const { manager, client, near, standings } = readOptions(options);
  const { rows } = ledger;
  const managerOf = textsOf(manager, "manager", rows);
  const clientOf = client === undefined ? (): null => null : textsOf(client, "client", rows);
  const nearCuts = nearCutsOf(ledger, batch.values, near, clientOf);
  const inGrace = inGraceOf(standings, ledger, clientOf);
  nearCuts.sort((a, b) => a.missing - b.missing || a.row - b.row);
  inGrace.sort((a, b) => b.steps - a.steps || a.row - b.row);
  const lists = new Map<string | null, { nearCuts: NearCut[]; inGrace: InGrace[] }>();
  const listOf = (row: number): { nearCuts: NearCut[]; inGrace: InGrace[] } => {
    const own = managerOf(row);
    const list = lists.get(own) ?? { nearCuts: [], inGrace: [] };
    lists.set(own, list);
    return list;
  };
  for (const entry of nearCuts) listOf(entry.row).nearCuts.push(entry);
  for (const entry of inGrace) listOf(entry.row).inGrace.push(entry);
  const managers = [...lists].map(([name, list]) => ({ manager: name, ...list, lines: workListLines(list) }));
  managers.sort((a, b) => compareTexts(a.manager, b.manager));
  return { managers, card: batch.card, asOf: batch.asOf };
}
