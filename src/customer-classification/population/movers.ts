import { oneOf, optional, readText, refuseValue, shapeOf } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { comparedBooks, moversIn, type MigrationResult, type Mover, type MoverQuery } from "./migration.ts";
import { MOVES } from "./words.ts";

const readQuery = /* @__PURE__ */ (() =>
  shapeOf<MoverQuery>({
    from: optional(readText),
    to: optional(readText),
    move: optional(oneOf(MOVES)),
  }))();

/**
 * The clients behind the figures of a migration: everybody whose class changed, and who joined or left.
 *
 * They are looked up when they are asked for. `rowBefore` and `rowAfter` are the rows of the two books, so that the
 * records behind a move are found without a search.
 *
 * @param migration - what {@link migrationMatrix} returned, the very object
 * @param query - which of them: from a class, to a class, or by what became of them; all of them by default
 * @returns one entry per mover: those of the earlier book in its order, then those who joined in the order of the later
 * @throws `customer-classification/invalid-migration` for a copy, or a migration that was merged
 * @throws `customer-classification/invalid-book` for a query that is not one
 * @example
 * const ladder = ["general", "core"];
 * const migration = migrationMatrix({ ids: ["A", "B"], classes: ["core", "core"] }, { ids: ["B", "A"], classes: ["general", "core"] }, { ladder });
 * moversOf(migration, { move: "down" }) // => [{ client: "B", from: "core", to: "general", move: "down", rowBefore: 1, rowAfter: 0, reason: null }]
 * moversOf({ ...migration }) // throws customer-classification/invalid-migration
 * @since 0.1.0
 */
export function moversOf(migration: MigrationResult, query: MoverQuery = {}): Mover[] {
  const books = typeof migration === "object" && (migration as unknown) !== null ? comparedBooks(migration) : undefined;
  if (books === undefined) {
    const code: CustomerClassificationErrorCode = "customer-classification/invalid-migration";
    return refuseValue(code, ["migration"], "not the object that migrationMatrix returned", migration);
  }
  const { from, to, move } = readQuery(
    query,
    ["query"],
    "customer-classification/invalid-book" satisfies CustomerClassificationErrorCode,
  );
  return [...moversIn(books)].filter(
    (mover) =>
      (from === undefined || mover.from === from) &&
      (to === undefined || mover.to === to) &&
      (move === undefined || mover.move === move),
  );
}
