/**
 * What the index.ts of a room says about itself: its exports under the headings they stand under (a line `// -- One
 * case` begins one), and the path through the room, which its package comment describes. The pages of the API
 * documentation follow from it.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

const headingLine = /^\/\/ -- (.+)$/;
const pathLine = /The path through it[^:]*:([\s\S]*)$/;

/** The headings of `file` in order, each with its exports, and the functions of its path. */
export function manifestOf(file) {
  const source = ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.ES2022);
  const comments = (node) =>
    (ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []).map(({ pos, end }) =>
      source.text.slice(pos, end),
    );
  const groups = [];
  const loose = [];
  for (const statement of source.statements) {
    for (const comment of comments(statement)) {
      const heading = headingLine.exec(comment)?.[1];
      if (heading !== undefined) groups.push({ heading, exports: [] });
    }
    const elements = ts.isExportDeclaration(statement) ? statement.exportClause.elements : [];
    const exports = elements.map(({ name, isTypeOnly }) => ({
      name: name.text,
      isType: isTypeOnly || statement.isTypeOnly,
    }));
    (groups.at(-1)?.exports ?? loose).push(...exports);
  }
  const [about = ""] = source.statements.length > 0 ? comments(source.statements[0]) : [];
  const path = [...(pathLine.exec(about)?.[1] ?? "").matchAll(/\{@link (\w+)\}/g)].map(([, name]) => name);
  return { groups, loose, path };
}
