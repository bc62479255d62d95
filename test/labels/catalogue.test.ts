import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { format } from "prettier";
import { globSync } from "tinyglobby";
import ts from "typescript";
import { expect, test } from "vitest";

import { rooms } from "../config/rooms.mjs";
import { given, rest, wrong } from "../../src/labels/en/phrases.ts";
import { en } from "../../src/labels/en.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Entry {
  readonly code: string;
  readonly cause: string;
  /** What to do about it, off the doc comment of the code; empty when it says nothing. */
  readonly remedy: string;
}

/** What was given, said after the reason or in its place. */
const GIVEN_WITH_REASON =
  /(?:\[: \{reason:label\.\w+\}\{!received\}\])?\[: (\{reason:label\.\w+\}); \{received:received\} was given\]\[\{!reason\}: \{received:received\} was given\]/;

/** A sentence without what is said of any value that cannot be read, which the page says once. */
const withoutEnd = (sentence: string): string =>
  [wrong, given, rest].reduce((text, end) => text.replace(end, "."), sentence).replace(GIVEN_WITH_REASON, "[: $1]");

/** A sentence as a reader of the page sees it: the names of its facts in place of the facts. */
const readable = (sentence: string): string =>
  sentence.replaceAll(/\{(!?)([A-Za-z ]+)(?::[^}]*)?\}/g, (_, not: string, names: string) =>
    not === "" ? `‹${names.split(" ").join(" ‹").replaceAll(" ‹", "› ‹")}›` : "",
  );

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The codes of a room, off the types of their details: its own and those of its folders. */
function entriesOf(room: string): Entry[] {
  const name = room === "telling" ? "errors" : "reasons";
  const files = globSync([`${name}.ts`, `*/${name}.ts`], { cwd: `${root}src/${room}` });
  return files.sort().flatMap((file) => entriesIn(room, `${root}src/${room}/${file}`));
}

/** The codes of a room that one file has. */
function entriesIn(room: string, file: string): Entry[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isInterfaceDeclaration).flatMap(({ members }) =>
    members.flatMap((member): Entry[] => {
      const code = member.name && ts.isStringLiteral(member.name) ? member.name.text : "";
      if (!code.startsWith(`${room}/`)) return [];
      const comment = ts
        .getJSDocCommentsAndTags(member)
        .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? "")
        .join(" ");
      const [, remedy = ""] = /Remedy:\s*([\s\S]*)$/.exec(comment) ?? [];
      const sentence = en[code as keyof typeof en];
      return [
        {
          code,
          cause: typeof sentence === "string" ? readable(withoutEnd(sentence)) : "",
          remedy: capitalised(remedy.replaceAll(/\s+/g, " ")),
        },
      ];
    }),
  );
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

const catalogue = rooms
  .map(({ room }) => ({ room, entries: entriesOf(room) }))
  .filter(({ entries }) => entries.length > 0);

test("every error and issue of the words is in the catalogue, with its cause and what to do", () => {
  const entries = catalogue.flatMap((of) => of.entries);
  const codes = Object.keys(en).filter((key) => key.includes("/") && !key.includes("."));
  expect(entries.map(({ code }) => code).sort()).toStrictEqual(codes.sort());
  expect(entries.filter(({ cause }) => cause === "").map(({ code }) => code)).toStrictEqual([]);
  expect(entries.filter(({ remedy }) => remedy === "").map(({ code }) => code)).toStrictEqual([]);
});

test("docs/errors.md is this catalogue", async () => {
  const page = `# Errors and issues

<!-- Written by test/labels/catalogue.test.ts from the reasons.ts of src/<room> and src/labels/en: npx vitest run --project unit test/labels -u -->

Every code a function throws as a \`DomainError\` or returns in an issue, with what \`tell(reason, en)\` says of it and what to do about it. \`‹name›\` stands for a member of \`details\`; what stands in square brackets is said only where it applies. Of a value that could not be read the sentence goes on with its place, what was given, what is allowed and the name that was probably meant, as far as they are known.

${catalogue
  .map(
    ({ room, entries }) => `## ${room}

| code | what it says | what to do |
| --- | --- | --- |
${entries.map(({ code, cause, remedy }) => `| \`${code}\` | ${cell(cause)} | ${cell(remedy)} |`).join("\n")}`,
  )
  .join("\n\n")}
`;
  await expect(await format(page, { parser: "markdown", printWidth: 120 })).toMatchFileSnapshot(
    `${root}docs/errors.md`,
  );
});
