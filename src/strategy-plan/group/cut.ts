import type { ClientId } from "../../client/index.ts";
import type { PlanRowId } from "../types.ts";

/** A row of any section, or a section without rows. */
export interface Row {
  readonly id?: PlanRowId;
  readonly member?: ClientId;
  readonly evidence?: object;
}

/** Names of what goes. */
type Gone = Pick<ReadonlySet<string>, "has" | "size">;

/** A record without some of its members; undefined where it had no others. */
export function rest<T extends object>(record: T, gone: Gone): T | undefined {
  const all = Object.entries(record);
  const left = all.filter(([name, value]) => value !== undefined && !gone.has(name));
  if (left.length === all.length) return record;
  return left.length === 0 ? undefined : (Object.fromEntries(left) as T);
}

/** A row without some of its members and what they rest on; a section without rows is absent where it had no others. */
export function withoutMembers<T extends Row>(row: T, gone: Gone): T | undefined {
  if (gone.size === 0) return row;
  return rest<T>(row.evidence === undefined ? row : { ...row, evidence: rest(row.evidence, gone) }, gone);
}
