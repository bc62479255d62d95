import { DomainError, type DayNumber, type Path } from "../../core/index.ts";
import {
  listOf,
  policyMembers,
  readDaysInForce,
  readObject,
  readText,
  refuse,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import { hashOf } from "../card/prepare.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { CardStamp } from "../card/scorecard.ts";
import type { NameList, NameListState } from "./name-list.ts";

/** A list ready for looking names up. */
export interface ListInForce {
  readonly stamp: CardStamp;
  readonly clients: ReadonlySet<unknown>;
}

interface ReadList {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly list: ListInForce;
}

const CODE = "customer-classification/invalid-name-list" satisfies CustomerClassificationErrorCode;

let readShape: Reader<NameList> | null = null;

const known = /* @__PURE__ */ new WeakMap<NameList, ReadList>();

function readNameList(list: NameList, path: Path): ReadList {
  readObject(list, path, CODE);
  const before = known.get(list);
  if (before !== undefined) return before;
  // a list of thousands of names is read once, and looked up by identity from then on
  readShape ??= shapeOf<NameList>({ ...policyMembers, clients: listOf(readText) });
  readShape(list, path, CODE);
  const { from, to } = readDaysInForce(list, path);
  const clients = new Set<unknown>();
  for (const [index, client] of list.clients.entries()) {
    if (clients.has(client)) {
      refuse(CODE, [...path, "clients", index], "named twice", { list: list.id, client });
    }
    clients.add(client);
  }
  const stamp = Object.freeze({ id: list.id, version: list.version, hash: hashOf(list, path, CODE) });
  const made: ReadList = { from, to, list: { stamp, clients } };
  known.set(list, made);
  return made;
}

/** The lists that are in force on a day, by id, and for the others why they are not. */
export function listsInForce(
  lists: readonly NameList[],
  wanted: readonly string[],
  day: DayNumber,
): ReadonlyMap<string, ListInForce | NameListState> {
  const found = new Map<string, ListInForce | NameListState>(wanted.map((id) => [id, "absent"]));
  for (const [index, given] of lists.entries()) {
    const { from, to, list } = readNameList(given, ["lists", index]);
    const { id, version } = list.stamp;
    const before = found.get(id);
    if (day < from || day >= to) {
      if (before === "absent") found.set(id, "not-in-force");
      continue;
    }
    if (typeof before === "object") {
      throw new DomainError<CustomerClassificationErrorCode>(
        CODE,
        `lists.${String(index)}: two versions of a list are in force on the day`,
        ["lists", index],
        { list: id, versions: [before.stamp.version, version] },
      );
    }
    found.set(id, list);
  }
  return found;
}
