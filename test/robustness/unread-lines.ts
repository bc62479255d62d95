import type { Path } from "../../src/core/index.ts";
import type { Mutation } from "./mutations.ts";
import { headOf, type ValueFigure, type ValueItem } from "../../src/relationship-value/index.ts";

interface Line {
  readonly id: string;
  readonly client: string;
}
interface Options {
  readonly client: string;
  readonly group?: Readonly<Record<string, readonly string[]>>;
}
interface Traced {
  readonly trace: Readonly<Record<string, readonly string[]>>;
}

/** Clients of a statement, and those whose lines it sees. */
const clientsOf = ({ client, group = {} }: Options): readonly string[] => [client, ...Object.values(group).flat()];

/** Lines behind the figures of a statement. */
const tracedIn = ({ trace }: Traced): readonly string[] => Object.values(trace).flat();

/** Lines behind one figure: of an item, of the items of a head, or all. */
const linesBehind = ({ trace }: Traced, figure: ValueFigure): readonly string[] =>
  Object.entries(trace).flatMap(([item, ids]) =>
    figure === "total" || figure === item || figure === headOf(item as ValueItem) ? ids : [],
  );

/**
 * Whether a place is in an income line that a statement has nothing to do with. Of a book of lines, those of other clients
 * are looked at for their id and client only (`otherClients` counts them), and those that are not behind a figure that
 * was kept not at all: whoever reads the book finds what is wrong with them.
 */
export function isUnread(name: string, args: readonly unknown[], place: Path): boolean {
  const [parameter, ...rest] = place;
  if (parameter !== "lines") return false;
  const lineAt = (lines: unknown, at: Path[number] | undefined): Line | undefined =>
    (lines as readonly Line[])[Number(at)];
  switch (name) {
    case "relationshipValue": {
      const line = lineAt(args[0], rest[0]);
      const isName = rest[1] === "id" || rest[1] === "client";
      return line !== undefined && !isName && rest.length > 1 && !clientsOf(args[1] as Options).includes(line.client);
    }
    case "traceFigure": {
      const line = lineAt(args[2], rest[0]);
      return line !== undefined && !linesBehind(args[0] as Traced, args[1] as ValueFigure).includes(line.id);
    }
    case "compareStatements": {
      const [side, at] = rest;
      const line = lineAt((args[2] as Readonly<Record<string, unknown>>)[String(side)], at);
      const statement = args[side === "current" ? 0 : 1] as Traced;
      return line !== undefined && rest.length > 1 && !tracedIn(statement).includes(line.id);
    }
    default:
      return false;
  }
}

/** Whether a null that was put in says something: of a column of an extract, that there is none. */
export function isMeant(name: string, { place, what }: Mutation): boolean {
  return name === "readLines" && place.path.join(".") === "options.columns" && what.startsWith("null for the absent");
}
