import { DomainError } from "../../core/index.ts";
import { listOf, orNull, readText, refuse, rowOf, shapeOf, wholeNumber, type Reader } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { readLadder } from "./migration.ts";
import { MAX_CLASSES } from "./words.ts";
import { tabulate, type MergeableMigration, type Migration, type MigrationCell } from "./tabulate.ts";

const CODE = "customer-classification/invalid-migration" satisfies CustomerClassificationErrorCode;

/** Reads the parts of a migration that the rest follows from. */
function migrationReader(): Reader<MergeableMigration> {
  const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
  return rowOf<MergeableMigration>({
    ladder: orNull(readLadder),
    cells: listOf(
      rowOf<MigrationCell>({ from: orNull(readText), to: orNull(readText), reason: orNull(readText), count }),
    ),
    refused: shapeOf<Migration["refused"]>({ before: count, after: count }),
  });
}

let reader: ReturnType<typeof migrationReader> | null = null;

/**
 * The migrations of two parts of a book as that of the whole.
 *
 * Associative and commutative; the migration of no clients along the same ladder changes nothing. The parts share no
 * client, so split by client, such as by ranges of ids: somebody who is in one part before and in the other after has
 * left the first and joined the second. Clients and issues stay with their part.
 *
 * @param a - migration of one part, also one read back from JSON, of which `ladder`, `cells` and `refused` are enough
 * @param b - migration of the other, along the same ladder
 * @returns the migration of both
 * @throws `customer-classification/ladders-differ` when the ladders are not the same
 * @throws `customer-classification/invalid-migration` for what is not a migration, with the path to the place, and for more
 * than 1,000 different classes of both
 * @example
 * const part = migrationMatrix([{ client: "A", class: "core" }], [{ client: "A", class: "core" }]);
 * mergeMigrations(part, migrationMatrix([{ client: "B", class: "core" }], [])).counts // => [[1]]
 * mergeMigrations(part, migrationMatrix([], [], { ladder: ["core"] })) // throws customer-classification/ladders-differ
 * @since 0.1.0
 */
export function mergeMigrations(a: MergeableMigration, b: MergeableMigration): Migration {
  reader ??= migrationReader();
  const [own, other] = [reader(a, ["a"], CODE), reader(b, ["b"], CODE)];
  for (const [part, { cells }] of [["a", own] as const, ["b", other] as const]) {
    const nowhere = cells.findIndex(({ from, to }) => from === null && to === null);
    if (nowhere >= 0) refuse(CODE, [part, "cells", nowhere], "neither from a class nor to one", {});
  }
  if (JSON.stringify(own.ladder) !== JSON.stringify(other.ladder)) {
    throw new DomainError<CustomerClassificationErrorCode>(
      "customer-classification/ladders-differ",
      "b.ladder: another ladder than that of a",
      ["b", "ladder"],
      { a: own.ladder, b: other.ladder },
    );
  }
  const classes = new Set<string | null>();
  for (const [part, { cells }] of [["a", own] as const, ["b", other] as const]) {
    for (const { from, to } of cells) classes.add(from).add(to);
    classes.delete(null);
    if (classes.size > MAX_CLASSES) refuse(CODE, [part, "cells"], "too many different classes", { max: MAX_CLASSES });
  }
  return tabulate(own.ladder, [...own.cells, ...other.cells], {
    before: own.refused.before + other.refused.before,
    after: own.refused.after + other.refused.after,
  });
}
