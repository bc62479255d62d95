import type { Path } from "../../src/core/index.ts";

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
      return line !== undefined && rest.length > 1 && !tracedIn(args[0] as Traced).includes(line.id);
    }
    case "compareStatements": {
      const [side, at] = rest;
      const line = lineAt((args[2] as Readonly<Record<string, unknown>>)[String(side)], at);
      const statement = args[side === "current" ? 0 : 1] as Traced;
      return line !== undefined && rest.length > 2 && !tracedIn(statement).includes(line.id);
    }
    default:
      return false;
  }
}
