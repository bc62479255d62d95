import { isFilled, oneOf, refuse, refuseValue, type Reader } from "../../core/inner.ts";
import { CLIENT_TYPES, TIERS } from "../classes.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { rememberedLedger } from "../ledger/memo.ts";
import type { ClassificationBatch, ClassificationSummary } from "../outcomes.ts";
import { BELOW_LEVELS, CLASS_KINDS, type ClassKind, type NonClass, isNonClass } from "./words.ts";

const INVALID_BOOK = "customer-classification/invalid-book" satisfies CustomerClassificationErrorCode;

/** What classes an answer. */
type Classified = Extract<ClassificationSummary, { readonly status: "classified" }>;

/** The class of one answer, or why there is none; null is a row with an issue. */
export function classOf(summary: ClassificationSummary | null, kind: ClassKind): string {
  if (summary === null) return "refused" satisfies NonClass;
  if (summary.status !== "classified") return summary.status satisfies NonClass;
  switch (kind) {
    case "type":
      return summary.type;
    case "tier":
      return summary.tier ?? summary.type;
    case "level":
      return summary.level ?? BELOW_LEVELS;
  }
}

/** The classes that answers can have by type or tier, those of the best clients first. */
export function typesAndTiers(kind: Exclude<ClassKind, "level">): readonly string[] {
  return kind === "type"
    ? CLIENT_TYPES
    : [...TIERS, ...CLIENT_TYPES.filter((type) => type !== "existing-high-quality")];
}

/** The answers of a batch or of a copy with what classes them; none of it has to be read again. */
export function valuesOf(batch: ClassificationBatch): readonly (ClassificationSummary | null)[] {
  const path: (string | number)[] = ["batch", "values"];
  try {
    const values: unknown = typeof batch === "object" && (batch as unknown) !== null ? batch.values : batch;
    if (Array.isArray(values)) {
      // Array.from reads holes as well, as what they are
      return Array.from<unknown, ClassificationSummary | null>(values, (summary, row) => {
        if (typeof summary !== "object" || summary === null) return summary as null;
        path[2] = row;
        const { status, type, tier, level, score } = summary as Partial<Classified>;
        return { status, type, tier, level, score } as Classified;
      });
    }
  } catch {
    refuse(INVALID_BOOK, path, "cannot be read", {});
  }
  return refuseValue(INVALID_BOOK, ["batch"], "not what classifyMany returns", batch);
}

/** Reads what a class is to be. */
export const readClassKind: Reader<ClassKind> = /* @__PURE__ */ (() => oneOf(CLASS_KINDS))();

/**
 * The class of every row of a batch as a text, for {@link migrationMatrix}.
 *
 * By `"type"` one of the four types; by `"tier"` `core` or `general` for an existing high-quality client and the type for
 * everybody else; by `"level"` the level, or `below-levels` for a total under the first one. Who is in no class keeps
 * the reason: `not-a-customer`, `insufficient-data`, `blocked`, or `refused` for a row with an issue.
 *
 * @param batch - what `classifyMany` returned, or a copy
 * @param kind - what the class is to be
 * @returns one text per row
 * @throws `customer-classification/invalid-book` for another kind, the levels of a card that has none, what is not a batch,
 * or a level whose id is one of the words above
 * @example
 * const batch = classifyMany(exampleStarRateCard, [{}, { deceased: true }], { asOf: "2026-03-31" });
 * classesOf(batch, "type") // => ["ordinary", "blocked"]
 * @since 0.1.0
 */
export function classesOf(batch: ClassificationBatch, kind: ClassKind): string[] {
  readClassKind(kind, ["kind"], INVALID_BOOK);
  const values = valuesOf(batch);
  if (kind === "level" && rememberedLedger(batch)?.card.levels.length === 0)
    refuse(INVALID_BOOK, ["kind"], "the card has no levels", { allowed: CLASS_KINDS.filter((one) => one !== kind) });
  return values.map((summary: ClassificationSummary | null | undefined, row) => {
    const text = summary === undefined ? summary : classOf(summary, kind);
    if (!isFilled(text) || (summary?.status !== "classified" && !isNonClass(text)))
      return refuseValue(INVALID_BOOK, ["batch", "values", row], "not an answer of classifyMany", summary);
    const level = summary?.status === "classified" && kind === "level" ? summary.level : undefined;
    if (level !== undefined && isReserved(level)) {
      refuseValue(INVALID_BOOK, ["batch", "values", row, "level"], "a word of its own meaning in a book", level);
    }
    return text;
  });
}

/** Whether an id of a level cannot be told from somebody without one. */
export function isReserved(level: string): boolean {
  return isNonClass(level) || level === BELOW_LEVELS;
}
