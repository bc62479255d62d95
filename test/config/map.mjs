/**
 * Writes what can be derived about the house into the pages that show it: docs/map.md, and the table of rooms in
 * README.md. `--update` writes; without it a page that is not what the sources say fails, and so does a path of the map
 * that leads nowhere.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { cruise } from "dependency-cruiser";
import { globSync } from "tinyglobby";

import config from "./dependency-cruiser.mjs";
import { doors, entries } from "./entries.mjs";
import { floors, rooms, side } from "./rooms.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const update = process.argv.includes("--update");

/** Rooms whose files and folders are drawn: those with more of them than one takes in at a glance. */
const drawn = ["time-value", "loans", "sla"];
/** The doors of a room, and what every file of it may import, say nothing about how it is built. */
const everywhere = /^(index|inner|schema|types|errors)\.ts$/;

const { output } = await cruise(["src"], { ...config.options, baseDir: root });
const imports = output.modules.flatMap(({ source, dependencies }) =>
  dependencies
    .filter(({ resolved }) => resolved.startsWith("src/"))
    .map(({ resolved, dependencyTypes }) => ({
      from: source.split("/").slice(1),
      to: resolved.split("/").slice(1),
      typeOnly: dependencyTypes.includes("type-only"),
    })),
);

/**
 * The imports between nodes, one arrow per pair, of types only if all of them are; `nodeOf` says which node a file
 * belongs to, if any.
 */
function arrowsBetween(nodeOf) {
  const arrows = new Map();
  for (const { from, to, typeOnly } of imports) {
    const [a, b] = [nodeOf(from), nodeOf(to)];
    if (a === undefined || b === undefined || a === b) continue;
    const before = arrows.get(`${a} ${b}`);
    arrows.set(`${a} ${b}`, { a, b, typeOnly: typeOnly && (before?.typeOnly ?? true) });
  }
  return [...arrows.keys()].sort().map((key) => arrows.get(key));
}

const id = (node) => node.replace(/\W/g, "_");
const arrow = ({ a, b, typeOnly }) => `  ${id(a)} ${typeOnly ? "-.->" : "-->"} ${id(b)}`;
const flowchart = (lines) => ["```mermaid", "flowchart TD", ...lines, "```"].join("\n");

const roomArrows = arrowsBetween(([room, ...rest]) => (rest.length > 0 ? room : undefined));

function drawHouse() {
  const boxes = floors
    .slice(1)
    .reverse()
    .flatMap(({ floor, rooms: names }) => [
      `  subgraph floor${floor}["floor ${floor}"]`,
      ...names.map((name) => `    ${id(name)}["${name}"]`),
      "  end",
    ]);
  const arrows = roomArrows.filter(({ a, b }) => b !== "core" && !side.includes(a));
  return flowchart([...boxes, ...arrows.map(arrow)]);
}

function drawRoom(name) {
  const arrows = arrowsBetween(([room, first, ...rest]) => {
    if (room !== name || everywhere.test(first)) return undefined;
    return rest.length > 0 ? `${first}/` : first;
  });
  const nodes = [...new Set(arrows.flatMap(({ a, b }) => [a, b]))].sort();
  return flowchart([...nodes.map((node) => `  ${id(node)}["${node}"]`), ...arrows.map(arrow)]);
}

function importsOf(room) {
  const of = (typeOnly) =>
    roomArrows
      .filter((one) => one.a === room && one.typeOnly === typeOnly)
      .map(({ b }) => `\`${b}\``)
      .join(", ");
  const types = of(true);
  return [of(false), types === "" ? "" : `types of ${types}`].filter((text) => text !== "").join("; ") || "nothing";
}

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const storey = (title, names) =>
  `### ${title}\n\n${table(
    ["room", "what it does", "imports", "guide"],
    rooms
      .filter(({ room }) => names.includes(room))
      .map(({ room, says, guide }) => [`\`${room}\``, says, importsOf(room), `[${guide}](guide/${guide}.md)`]),
  )}`;

/** Where a rule can be; the paths are checked below. */
const places = [
  [
    "a number the sources give: a limit, a rate, a weight, a period",
    "`src/<room>/policies/*.ts`: data with its source and the dates it is in force",
  ],
  [
    "who may do it",
    "the room whose step it is: the roles are in its policy, and the step refuses whoever lacks one (`src/complaints/flow.ts` for handling, `src/complaints/decision.ts` for redress, `src/sla/engine/extension.ts` for more time); who must be kept apart from whom is separation data of a policy, checked in `src/core/casework/separation.ts`",
  ],
  [
    "when it is due",
    "`src/sla`, which counts from events, or `src/duties`, which recurs every day, week, month or year; which days count is in `src/calendar`",
  ],
  [
    "what it is called",
    "`src/labels/<language>/<room>.ts`, labels and sentences; the keys are in `src/labels/keys.ts`, the reasons in `src/<room>/reasons.ts`",
  ],
  [
    "anything else",
    "the file named after its noun or verb, in its room: `src/loans/level-payment.ts`, `src/relationship-value/wallet-share.ts`",
  ],
];

const map = `# The map

<!-- Written by test/config/map.mjs from test/config/rooms.mjs and the imports of src: change those, then run it with --update. -->

## Where is the rule?

A rule has one of five places:

${table(["you look for", "it is in"], places)}

## The floors

A room imports the rooms below its floor and none beside it, and only through their doors: \`index.ts\`, \`schema.ts\` for a schema leaf, \`inner.ts\` for machinery that is shared between rooms and published nowhere. \`test/config/dependency-cruiser.mjs\` holds it to that. The folder is the import path: \`src/money\` is \`relationship-banking/money\`.

${floors.map(({ floor, rooms: names }) => storey(`Floor ${floor}`, names)).join("\n\n")}

${storey("Beside the floors", side)}

## Folders inside rooms

Most rooms are one folder of files. These have more; what two of their folders share, such as the reading of an income line, is in the room itself:

${table(
  ["folder", "what is in it"],
  rooms.flatMap(({ room, folders = {} }) =>
    Object.entries(folders).map(([folder, says]) => [`\`src/${room}/${folder}\``, says]),
  ),
)}

## The rooms, drawn

An arrow points at what is imported; it is dotted where only types are. \`core\` is under all of them, so the arrows to it are left out.

${drawHouse()}

## Inside the larger rooms

A folder is one node. Left out are the doors (\`index.ts\`, \`schema.ts\`, \`inner.ts\`), what every file of a room may import (\`types.ts\`, \`errors.ts\`), and what has no arrow to anything else.

${drawn.map((room) => `### \`${room}\`\n\n${drawRoom(room)}`).join("\n\n")}
`;

const readme = readFileSync(`${root}README.md`, "utf8");
const specifiers = (room) =>
  entries
    .filter(({ file, subpath }) => file.startsWith(`src/${room}/`) && !subpath.endsWith("/schema"))
    .map(({ subpath }) => subpath.slice(2))
    .sort()
    .map((subpath) => `\`${subpath}\``)
    .join(", ");
const roomTable = table(
  ["import from `relationship-banking/…`", "what it does"],
  rooms.map(({ room, says }) => [specifiers(room), says]),
);
const between = /(<!-- rooms: [^\n]*-->\n\n)[\s\S]*?(\n\n<!-- \/rooms -->)/;

const pages = [
  ["docs/map.md", map],
  ["README.md", readme.replace(between, (_, before, after) => before + roomTable + after)],
];
for (const [page, text] of pages) {
  if (existsSync(root + page) && readFileSync(root + page, "utf8") === text) continue;
  if (update) writeFileSync(root + page, text);
  else fail(`${page} is not what the sources say; run node test/config/map.mjs --update`);
}

if (!between.test(readme)) fail("README.md: the marks around the table of rooms are gone");
for (const [, path] of map.matchAll(/`(src\/[^`]+)`/g)) {
  if (globSync([path.replace(/<\w+>/g, "*"), `${path}/*.ts`], { cwd: root }).length === 0)
    fail(`docs/map.md names ${path}, which is not there`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
console.log(`${rooms.length} rooms on ${floors.length} floors, ${roomArrows.length} imports between them`);
