import { canonicalJson, DomainError } from "../../core/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import type { ValueConventions } from "../types.ts";
import type { ValueBook } from "./handle.ts";

/** A book, and what the caller calls it. */
type NamedBook = readonly [book: ValueBook, name: string];

/** The refusal of two books that cannot be put side by side, because of a convention in which they differ. */
export function refuseBooks(
  [a, nameOfA]: NamedBook,
  [b, nameOfB]: NamedBook,
  convention: keyof ValueConventions,
): never {
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/books-differ",
    `${nameOfB}: another ${convention} than in ${nameOfA}`,
    [nameOfB, "conventions", convention],
    { a: a.conventions[convention], b: b.conventions[convention] },
  );
}

/** Refuses the second of two books where it was made by other conventions than the first. */
export function matchConventions(a: NamedBook, b: NamedBook, conventions: readonly (keyof ValueConventions)[]): void {
  for (const convention of conventions) {
    const [own, other] = [a[0].conventions[convention], b[0].conventions[convention]];
    if (canonicalJson(own) !== canonicalJson(other)) refuseBooks(a, b, convention);
  }
}
