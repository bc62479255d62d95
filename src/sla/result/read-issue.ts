import type { Issue } from "../../core/index.ts";
import {
  frozenCopy,
  listOf,
  readText,
  recordOf,
  refuseKind,
  shapeOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";

const step: Reader<string | number> = (value, path, code) =>
  typeof value === "string" || Number.isSafeInteger(value)
    ? value
    : refuseKind(code, path, "not a step of a path", value);

/** How the members of an issue that comes back are read; its details are of any kind, but plain data. */
export const issueMembers: Members<Issue> = {
  code: readText,
  path: listOf(step),
  details: recordOf<unknown>(frozenCopy),
};

/** An issue that comes back. */
export const readIssue = shapeOf<Issue>(issueMembers);
