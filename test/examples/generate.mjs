/**
 * Turns every example of the documentation into a test: the `@example` blocks of doc comments under `src/` and the
 * ```ts fences of README.md and docs/. One generated file a source, one test an example.
 *
 * A line may end with an expectation:
 *   expression // => value            deep and strict equality
 *   expression // ≈ 5307.27           a number, compared at the digits shown
 *   expression // throws room/code    a DomainError with that code
 * `const x = …; // => value` checks x, `console.log(x) // => value` checks x without printing. A fence marked
 * ```ts fragment is shown, not run. Names are imported from the example's own file or from the public entry that
 * exports them, so that examples stay short; explicit imports work too.
 *
 * Fails when an exported function of a public entry has no example with an expectation.
 *
 * Writes each file of examples a second time, without its expectations and with every call shown to a recorder: the
 * valid calls that test/robustness starts from.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { globSync } from "tinyglobby";
import ts from "typescript";

import { doors, entries } from "../config/entries.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const target = join(root, "test/examples/generated");
const problems = [];

const read = (file) => readFileSync(join(root, file), "utf8");
const parse = (name, text) => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);

/** The name users import an entry by. */
const specifierOf = ({ subpath }) => `relationship-banking${subpath.slice(1)}`;

/** Re-exports of an index file: name → file that declares it; types left out when `valuesOnly`. */
function reExports(entry) {
  const exports = new Map();
  for (const statement of parse(entry, read(entry)).statements) {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !statement.moduleSpecifier) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    const from = relative(root, join(root, dirname(entry), statement.moduleSpecifier.text));
    for (const element of statement.exportClause.elements) {
      const isType = statement.isTypeOnly || element.isTypeOnly;
      exports.set(element.name.text, { from, isType, original: (element.propertyName ?? element.name).text });
    }
  }
  return exports;
}

/** Exported names of a file, told apart into values and types. */
function exportsOf(file) {
  const names = new Map();
  for (const statement of parse(file, read(file)).statements) {
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (!exported) continue;
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        if (ts.isIdentifier(declaration.name)) names.set(declaration.name.text, { isType: false, statement });
      }
    } else if (statement.name) {
      const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
      // a type and a value may share a name, and a function may have overloads: the value, and the first, win
      if (names.get(statement.name.text)?.isType !== false) names.set(statement.name.text, { isType, statement });
    }
  }
  return names;
}

const publicNames = new Map();
const publish = (names, entry) => {
  for (const [name, { isType }] of names) {
    if (!publicNames.has(name)) publicNames.set(name, { from: specifierOf(entry), isType });
  }
};
const leaves = entries.filter((entry) => entry.subpath !== "." && !doors.includes(entry));
for (const entry of doors) publish(reExports(entry.file), entry);
for (const entry of leaves) publish(exportsOf(entry.file), entry);

/** Text of a doc comment without its stars. */
const unstar = (comment) =>
  comment
    .replace(/^\/\*\*/, "")
    .replace(/\*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""));

/** `@example` blocks of a doc comment. */
function examplesOf(comment) {
  const blocks = [];
  let current = null;
  for (const line of unstar(comment)) {
    if (/^@\w+/.test(line)) {
      current = line.startsWith("@example") ? [line.replace(/^@example\s*/, "")] : null;
      if (current) blocks.push(current);
    } else if (current) current.push(line);
  }
  return blocks.map((lines) => {
    const text = lines.join("\n").replace(/\{@link (\w+)\}/g, "$1");
    const fence = /```ts\n([\s\S]*?)```/.exec(text);
    return (fence ? fence[1] : text).trim();
  });
}

function fencesOf(markdown) {
  const blocks = [];
  for (const match of markdown.matchAll(/^```ts\n([\s\S]*?)^```/gm)) {
    blocks.push({ code: match[1], line: markdown.slice(0, match.index).split("\n").length });
  }
  return blocks;
}

/** The expectation that ends a statement's line, if any. */
function expectationOf(code, statement) {
  const range = ts.getTrailingCommentRanges(code, statement.end)?.[0];
  if (!range) return null;
  const text = code.slice(range.pos, range.end);
  const match = /^\/\/ (=>|≈|throws) (.+)$/.exec(text);
  return match ? { kind: match[1], value: match[2].trim() } : null;
}

function assertion(kind, expression, value) {
  if (kind === "throws") {
    const code = value.split(/\s/)[0];
    return `expect(() => { void (${expression}); }).toThrow(expect.objectContaining({ name: "DomainError", code: ${JSON.stringify(code)} }));`;
  }
  if (kind === "≈") {
    const digits = /\.(\d+)/.exec(value)?.[1].length ?? 0;
    return `expect(Number((${expression}).toFixed(${digits}))).toBe(${value});`;
  }
  return `expect(${expression}).toStrictEqual(${value});`;
}

/** One example as the body of a test: imports taken out, expectations turned into assertions. */
function translate(code, where) {
  const source = parse("example.ts", code);
  const imports = [];
  const body = [];
  const inValues = new Set();
  let assertions = 0;
  for (const statement of source.statements) {
    const text = code.slice(statement.getStart(), statement.end).replace(/;$/, "");
    if (ts.isImportDeclaration(statement)) {
      imports.push(statement);
      continue;
    }
    const expected = expectationOf(code, statement);
    if (!expected) {
      body.push(`${text};`);
      continue;
    }
    assertions++;
    if (expected.kind === "=>")
      for (const name of identifiersOf(parse("value.ts", `(${expected.value});`))) inValues.add(name);
    if (ts.isExpressionStatement(statement)) {
      const call = statement.expression;
      const printed =
        ts.isCallExpression(call) && call.expression.getText() === "console.log" ? call.arguments[0].getText() : text;
      body.push(assertion(expected.kind, printed, expected.value));
    } else if (ts.isVariableStatement(statement)) {
      const name = statement.declarationList.declarations[0].name.getText();
      body.push(`${text};`, assertion(expected.kind, name, expected.value));
    } else problems.push(`${where}: an expectation follows something that is neither expression nor variable`);
  }
  return {
    imports,
    body,
    plain: plainBody(code, source),
    assertions,
    identifiers: new Set([...identifiersOf(source), ...inValues]),
    declared: declaredIn(source),
  };
}

/** The statements of an example without expectations; what is expected to throw is left out. */
const plainBody = (code, source) =>
  source.statements
    .filter((statement) => !ts.isImportDeclaration(statement) && expectationOf(code, statement)?.kind !== "throws")
    .map((statement) => `${code.slice(statement.getStart(), statement.end).replace(/;$/, "")};`)
    .map((text) => text.replace(/^console\.log\(/, "void ("));

/** Names an example refers to: identifiers that are not property names, member names or names it imports. */
function identifiersOf(source) {
  const names = new Set();
  const named = (node) =>
    ts.isPropertyAccessExpression(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node) ||
    ts.isMethodDeclaration(node);
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && !(named(node.parent) && node.parent.name === node)) names.add(node.text);
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return names;
}

function declaredIn(source) {
  const names = new Set();
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const collect = (binding) => {
        if (ts.isIdentifier(binding)) names.add(binding.text);
        else for (const element of binding.elements) if (!ts.isOmittedExpression(element)) collect(element.name);
      };
      statement.declarationList.declarations.forEach((declaration) => collect(declaration.name));
    } else if (statement.name) names.add(statement.name.text);
  }
  return names;
}

/** Imports of one generated file: name → module, values and types apart. */
function importsFor(file, examples, ownNames) {
  const wanted = new Map();
  const want = (local, imported, from, isType) => {
    const key = `${from} ${local}`;
    const before = [...wanted.values()].find((entry) => entry.local === local);
    if (before && before.from !== from) {
      problems.push(`${file}: two examples import ${local} from ${before.from} and ${from}`);
      return;
    }
    wanted.set(key, { local, imported, from, isType: isType && (wanted.get(key)?.isType ?? true) });
  };
  for (const example of examples) {
    const explicit = new Set();
    for (const declaration of example.imports) {
      const from = declaration.moduleSpecifier.text;
      const clause = declaration.importClause;
      if (clause?.name) (want(clause.name.text, "default", from, false), explicit.add(clause.name.text));
      const bindings = clause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) {
        want(bindings.name.text, "*", from, false);
        explicit.add(bindings.name.text);
      } else if (bindings) {
        for (const element of bindings.elements) {
          const imported = (element.propertyName ?? element.name).text;
          want(element.name.text, imported, from, clause.isTypeOnly || element.isTypeOnly);
          explicit.add(element.name.text);
        }
      }
    }
    for (const name of example.identifiers) {
      if (explicit.has(name) || example.declared.has(name)) continue;
      if (ownNames.has(name)) {
        const from = relative(target, join(root, file)).replaceAll("\\", "/");
        want(name, name, from, ownNames.get(name).isType);
      } else if (example.implicit && publicNames.has(name)) {
        const { from, isType } = publicNames.get(name);
        want(name, name, from, isType);
      }
    }
  }
  const lines = [];
  for (const { local, imported, from, isType } of wanted.values()) {
    if (imported === "*") lines.push(`import * as ${local} from "${from}";`);
    else if (imported === "default") lines.push(`import ${local} from "${from}";`);
    else {
      const clause = imported === local ? local : `${imported} as ${local}`;
      lines.push(`import { ${isType ? "type " : ""}${clause} } from "${from}";`);
    }
  }
  return { lines, wanted: [...wanted.values()] };
}

const recorded = [];

/** The examples of a file as one function that shows each call of an imported function to `record`. */
function emitCalls(name, examples, wanted) {
  const values = wanted.filter(({ isType }) => !isType);
  const lines = [
    "// Written by test/examples/generate.mjs; do not edit.",
    "// @ts-nocheck -- the same statements are checked in the tests; here some of their values are not used",
    'import type { Recorder } from "../../../robustness/recorder.ts";',
    ...wanted.map(({ local, imported, from, isType }) => {
      const module = from.startsWith(".") ? `../${from}` : from;
      if (isType) return `import type { ${imported === local ? local : `${imported} as ${local}`} } from "${module}";`;
      if (imported === "*") return `import * as ${local}_ from "${module}";`;
      return imported === "default"
        ? `import ${local}_ from "${module}";`
        : `import { ${imported} as ${local}_ } from "${module}";`;
    }),
    "",
    "export function calls(record: Recorder): void {",
    ...values.map(({ local }) => `  const ${local} = record.watch(${local}_);`),
  ];
  for (const { plain } of examples) {
    lines.push("  record.example(() => {");
    for (const statement of plain) lines.push(...statement.split("\n").map((line) => `    ${line}`));
    lines.push("  });");
  }
  lines.push("}", "");
  writeFileSync(join(target, "calls", `${name}.ts`), lines.join("\n"));
  recorded.push(name);
}

function emit(file, examples, ownNames) {
  if (examples.length === 0) return;
  const imports = importsFor(file, examples, ownNames);
  const lines = [
    `// Written by test/examples/generate.mjs from ${file}; do not edit.`,
    'import { expect, test } from "vitest";',
    ...imports.lines,
    "",
  ];
  for (const example of examples) {
    lines.push(`test(${JSON.stringify(example.title)}, () => {`);
    for (const statement of example.body) lines.push(...statement.split("\n").map((line) => `  ${line}`));
    lines.push("});", "");
  }
  const base = file.replace(/[^\w.-]+/g, "__");
  written.add(`${base}.test.ts`);
  writeFileSync(join(target, `${base}.test.ts`), lines.join("\n"));
  emitCalls(base.replace(/\.(ts|md)$/, ""), examples, imports.wanted);
}

rmSync(join(target, "calls"), { recursive: true, force: true });
mkdirSync(join(target, "calls"), { recursive: true });
const written = new Set(["calls"]);

/** Functions that need an example: exported by a public entry. */
const documented = new Set();
let count = 0;

for (const file of globSync("src/**/*.ts", { cwd: root }).sort()) {
  const text = read(file);
  const examples = [];
  const ownNames = exportsOf(file);
  for (const match of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const following =
      /^\s*export (?:declare )?(?:abstract )?(?:async )?(?:function|const|class|interface|type) (\w+)/.exec(
        text.slice(match.index + match[0].length),
      );
    const line = text.slice(0, match.index).split("\n").length;
    for (const [index, code] of examplesOf(match[0]).entries()) {
      const where = `${file}:${line}`;
      const translated = translate(code, where);
      if (translated.assertions === 0) problems.push(`${where}: an @example without an expectation`);
      else if (following) documented.add(`${file} ${following[1]}`);
      examples.push({
        ...translated,
        implicit: true,
        title: `${following?.[1] ?? "example"}${index > 0 ? ` (${index + 1})` : ""}, line ${line}`,
      });
      count++;
    }
  }
  emit(file, examples, ownNames);
}

for (const file of globSync(["README.md", "docs/**/*.md"], { cwd: root, ignore: ["docs/api/**"] }).sort()) {
  const examples = fencesOf(read(file)).map(({ code, line }) => ({
    ...translate(code, `${file}:${line}`),
    implicit: false,
    title: `line ${line}`,
  }));
  count += examples.length;
  emit(file, examples, new Map());
}

writeFileSync(
  join(target, "calls", "index.ts"),
  [
    "// Written by test/examples/generate.mjs; do not edit.",
    ...recorded.map((name, index) => `import { calls as calls${index} } from "./${name}.ts";`),
    "",
    `export const examples = [${recorded.map((_, index) => `calls${index}`).join(", ")}];`,
    "",
  ].join("\n"),
);
for (const stale of readdirSync(target)) if (!written.has(stale)) rmSync(join(target, stale));

const missing = new Set();
for (const { file } of doors) {
  for (const [name, { from, isType, original }] of reExports(file)) {
    if (isType) continue;
    const declared = exportsOf(from).get(original);
    if (!declared) continue;
    const isFunction =
      ts.isFunctionDeclaration(declared.statement) ||
      (ts.isVariableStatement(declared.statement) &&
        declared.statement.declarationList.declarations.some(
          (d) => d.name.getText() === original && d.initializer && ts.isArrowFunction(d.initializer),
        ));
    if (isFunction && !documented.has(`${from} ${original}`)) missing.add(`${from}: ${name} has no executed example`);
  }
}
problems.push(...missing);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error(`${problems.length} problems in ${count} examples`);
  process.exitCode = 1;
} else console.log(`${count} examples written as tests`);
