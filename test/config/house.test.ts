import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";

import {
  caseRoomFiles,
  notInCaseRooms,
  explanationShapes,
  isVague,
  isLarge,
  localCopies,
  pieces,
  sizeOf,
  type Piece,
  type Source,
} from "./house.ts";
import { rooms } from "./rooms.mjs";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const sources: readonly Source[] = globSync("**/*.ts", { cwd: src })
  .sort()
  .map((path) => ({ path, text: readFileSync(src + path, "utf8") }));
const sourcesOf = (room: string): readonly Source[] => sources.filter(({ path }) => path.startsWith(`${room}/`));

/**
 * Rooms larger than the limits: built before the gate, or, strategy-plan, grown past it when the 37 fields of a plan came
 * to be read whole. A room that keeps the limits leaves the list.
 */
const beyondTheGate = [
  "money",
  "calendar",
  "time-value",
  "loans",
  "sla",
  "complaints",
  "client",
  "customer-classification",
  "relationship-value",
  "strategy-plan",
  "rendering",
];

/** Where something that looks like a local copy stays, and why: path, name of the piece, reason. */
const allowedCopies: readonly (readonly [path: string, piece: string, reason: string])[] = [
  ["financial-planning/amounts.ts", "decimals out of doubles", "the projection is in decimals of its own"],
  ["financial-planning/retirement-trace.ts", "decimals out of doubles", "the projection is in decimals of its own"],
  ["relationship-value/book/ranking.ts", "order by hand", "clients by value, then by id"],
  ["relationship-value/concentration/migration.ts", "order by hand", "clients by change of value, then by id"],
  ["relationship-value/interest/fraction.ts", "decimals scaled by hand", "balances and rates as fractions"],
  ["relationship-value/interest/transfer-curve.ts", "decimals scaled by hand", "a rate between two points"],
  ["relationship-value/statement/rates.ts", "decimals scaled by hand", "exchange rates as fractions"],
  ["rendering/writers/html.ts", "dates read by hand", "finds the dates in a sentence, and reads none"],
  ["rendering/loan/document.ts", "decimals out of doubles", "the true annual rate is a root"],
  ["strategy-plan/gaps/peers.ts", "decimals out of doubles", "the ends of a score interval are roots"],
  ["sla/compare/difference.ts", "counts by hand", "how often a line stands on each side, to take lines away in pairs"],
  ["sla/desk/order.ts", "order by hand", "cases by what is due first"],
  ["sla/desk/gathering.ts", "counts by hand", "days of handling, while hundreds of thousands of cases go by"],
];

/** The shapes of explanation there are; a new room writes `{ code, …facts }` in one of them. */
const allowedShapes = ["ExplanationLine", "SlaExplanationLine", "TraceStep"];

const instead = (piece: Piece): string =>
  Object.entries(piece.instead)
    .map(([door, names]) => `${door} has ${names.join(", ")}`)
    .join("; ");

describe("the house", () => {
  test("every folder of src is in the list of rooms, and every room of the list has a folder", () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toStrictEqual(rooms.map(({ room }) => room).sort());
  });

  test("every folder of a room is described, and every folder described is there", () => {
    const inside = (room: string): string[] =>
      [...new Set(sourcesOf(room).map(({ path }) => path.split("/").slice(1, -1)[0]))]
        .filter((folder): folder is string => folder !== undefined && folder !== "policies" && folder !== "data")
        .sort();
    for (const { room, folders = {} } of rooms) {
      expect({ room, folders: Object.keys(folders).sort() }).toStrictEqual({ room, folders: inside(room) });
    }
  });

  test("a room can be read in an hour", () => {
    const large = rooms.filter(({ room, floor }) => room !== "labels" && isLarge(sourcesOf(room), floor));
    expect(large.map(({ room }) => room)).toStrictEqual(beyondTheGate);
  });

  test("a case room looks like the others", () => {
    const cased = rooms.filter(
      ({ room }) => room !== "core" && sourcesOf(room).some(({ path }) => path === `${room}/flow.ts`),
    );
    expect(cased.map(({ room }) => room)).toContain("complaints");
    for (const { room } of cased) {
      const own = sourcesOf(room).map(({ path }) => path.slice(room.length + 1));
      expect({ room, files: own.filter((file) => caseRoomFiles.includes(file)) }).toStrictEqual({
        room,
        files: caseRoomFiles,
      });
      expect({ room, files: own.filter((file) => notInCaseRooms.includes(file)) }).toStrictEqual({ room, files: [] });
    }
  });

  test("no room above the first floor has a copy of what core, money and calendar have", () => {
    const upper = rooms.filter(({ floor }) => floor === "side" || floor > 1).flatMap(({ room }) => sourcesOf(room));
    const found = upper.flatMap((source) => localCopies(source).map((copy) => ({ ...copy, path: source.path })));
    const allows = (path: string, piece: string): boolean =>
      allowedCopies.some(([where, name]) => where === path && name === piece);
    expect(
      found
        .filter(({ path, piece }) => !allows(path, piece.name))
        .map(({ path, piece, line }) => `src/${path}:${String(line)}: ${piece.name}; ${instead(piece)}`),
    ).toStrictEqual([]);
    const gone = allowedCopies.filter(
      ([path, name]) => !found.some((copy) => copy.path === path && copy.piece.name === name),
    );
    expect(
      gone.map(([path, name]) => `${path}: ${name}`),
      "allowed, but no longer there",
    ).toStrictEqual([]);
  });

  test("files and folders are named after what is in them", () => {
    expect(sources.map(({ path }) => path).filter(isVague)).toStrictEqual([]);
  });

  test("no room has an explanation of a shape of its own", () => {
    expect([...new Set(sources.flatMap(explanationShapes))].sort()).toStrictEqual(allowedShapes);
  });
});

describe("the gate sees", () => {
  const at = (path: string, ...lines: string[]): Source => ({ path, text: lines.join("\n") });

  const tries = [
    ["decimals scaled by hand", "const left = x.coefficient * 10n ** BigInt(scale - x.scale);"],
    ["rounding by hand", "const up = (rest % divisor) * 2n > divisor;"],
    ["rounding by hand", "const half = twice === divisor;"],
    ["decimals out of doubles", "return (a / b).toFixed(4);"],
    ["digits padded by hand", 'const month = String(m).padStart(2, "0");'],
    ["digits padded by hand", 'const digits = text.padStart(Math.max(scale, 1) + 1, "0");'],
    ["dates read by hand", "const SHAPE = /^\\d{4}-\\d{2}-\\d{2}$/;"],
    ["the host's dates", "const at = new Date(seconds * 1000);"],
    ["the host's dates", "const ms = Date.UTC(2026, 0, 1);"],
    ["the host's language", "names.sort((a, b) => a.localeCompare(b));"],
    ["the host's language", 'new Intl.NumberFormat("en").format(n);'],
    ["a history kept by hand", "return { ...visit, history: [...visit.history, step] };"],
    ["counts by hand", "counts.set(key, (counts.get(key) ?? 0) + 1);"],
    ["order by hand", "return a < b ? -1 : a > b ? 1 : 0;"],
    ["order by hand", "rows.sort((a, b) => (a.due > b.due ? -1 : 1));"],
  ] as const;

  test.each(tries)("%s in %s", (name, code) => {
    const copies = localCopies(at("visits/plan.ts", "/** A doc comment. */", code));
    expect(copies.map(({ piece, line }) => [piece.name, line])).toStrictEqual([[name, 2]]);
  });

  test.each(pieces)("$name, and there is something to call instead", async ({ name, instead: doors }) => {
    expect(tries.map(([tried]) => tried)).toContain(name);
    for (const [door, names] of Object.entries(doors)) {
      const room = (await import(/* @vite-ignore */ `../../src/${door}`)) as Readonly<Record<string, unknown>>;
      expect(names.filter((one) => typeof room[one] !== "function")).toStrictEqual([]);
    }
  });

  test("no copy in comments and sentences", () => {
    const innocent = at(
      "visits/plan.ts",
      "/**",
      " * @example",
      ' * (1 / 3).toFixed(4) // => "0.3333"',
      " */",
      "const kept = add(a, b); // not new Date(), nor a < b ? -1 : 1",
      'refuse("used twice", { id });',
      'const wide = text.padStart(12, " ");',
    );
    expect(localCopies(innocent)).toStrictEqual([]);
  });

  test("files and lines, but not those of policies, data and schema, and no lines of the table of contents", () => {
    const room = [
      at("visits/index.ts", "one", "two", "three", ""),
      at("visits/plan.ts", "one", "two", ""),
      at("visits/route/order.ts", "one", ""),
      at("visits/policies/source.ts", "one", "two", "three", ""),
      at("visits/data/2026.ts", "one", ""),
      at("visits/schema.ts", "one", ""),
    ];
    expect(sizeOf(room)).toStrictEqual({ files: 3, lines: 3 });
  });

  test("a room of a file or a line too many", () => {
    const files = (n: number): Source[] => Array.from({ length: n }, (_, k) => at(`visits/${String(k)}.ts`, "one"));
    const lines = (n: number): Source[] => [at("visits/plan.ts", ...Array.from({ length: n }, () => "one"))];
    expect([12, 13].map((n) => isLarge(files(n), 2))).toStrictEqual([false, true]);
    expect([1500, 1501].map((n) => isLarge(lines(n), "side"))).toStrictEqual([false, true]);
    expect([28, 29].map((n) => isLarge(files(n), 0))).toStrictEqual([false, true]);
    expect([1501, 4001].map((n) => isLarge(lines(n), 0))).toStrictEqual([false, true]);
  });

  test.each([
    "sla/day-kernel.ts",
    "money/utils.ts",
    "money/utils/round.ts",
    "visits/date-helpers.ts",
    "core/common.ts",
    "core/misc.ts",
  ])("a name that says nothing in %s", (path) => {
    expect(isVague(path)).toBe(true);
  });

  test.each(["sla/engine/stage.ts", "care/commonwealth.ts", "loans/misconduct.ts"])(
    "a name that does in %s",
    (path) => {
      expect(isVague(path)).toBe(false);
    },
  );

  test("a new shape of explanation", () => {
    const source = at(
      "visits/explain.ts",
      "export interface VisitTraceStep {",
      "}",
      "type VisitExplanationLine = string;",
      "export type ExplanationLineKind = 1;",
    );
    expect(explanationShapes(source)).toStrictEqual(["VisitTraceStep", "VisitExplanationLine"]);
  });
});
