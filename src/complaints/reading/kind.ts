import { zoneTable } from "../../calendar/inner.ts";
import type { Path, ZoneId } from "../../core/index.ts";
import {
  asGiven,
  isFilled,
  nullable,
  optional,
  readDate,
  readText,
  rowOf,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import type { AuthorityProof } from "../entries/steps.ts";
import { refuseBlank, type ComplaintErrorCode } from "../errors.ts";

/*
 * How complaints, their steps and their policies are read. An intake and a step are documents: they have the members of
 * their type and no others. A complaint that comes back is a row: it may have members of its own, and a null of a
 * database in a member that may be absent stands for that; whoever looks at such a member asks `isThere`.
 */

/** What a complaint, an intake or a step is refused with. */
export const COMPLAINT = "complaints/invalid-complaint" satisfies ComplaintErrorCode;

/** What a policy is refused with. */
export const POLICY = "complaints/invalid-policy" satisfies ComplaintErrorCode;

/** What everything else that is given is refused with. */
export const INPUT = "complaints/invalid-input" satisfies ComplaintErrorCode;

/** An id of a complaint, an outlet, a category or an employee, without which there is no complaint. */
export function readId(value: string, path: Path): string {
  return isFilled(value) ? value : refuseBlank(value, path);
}

/** A zone of the IANA database. */
export function readZone(zone: ZoneId, path: Path): ZoneId {
  return zoneTable(zone, path).id;
}

/** Whether nothing can be seen where somebody, or a role, has to be named. */
export const isBlank = (name: string): boolean => /^\s*$/.test(name);

/** Whether a row has a member that may be absent, or null. */
export const isThere = <T>(member: T | undefined): member is T => (member ?? null) !== null;

/** Documents and rows have the same members; they differ in what else they may have. */
export interface Kind {
  readonly of: typeof shapeOf;
  readonly nullable: typeof optional;
}

/** How a document is read. */
export const DOCUMENT: Kind = { of: shapeOf, nullable: optional };

/** How a row is read. */
export const ROW: Kind = { of: rowOf, nullable };

/** Money in a step, a policy or a total. */
export const moneyIn = ({ of }: Kind): Reader<Money> => {
  const read = of<Money>({ amount: asGiven, currency: asGiven });
  return (value, path, code) => {
    minorOf(read(value, path, code), path);
    return value;
  };
};

/** A proof in a step or an intake. */
export const proofIn = ({ of }: Kind): Reader<AuthorityProof> =>
  of<AuthorityProof>({ reference: readText, on: readDate });
