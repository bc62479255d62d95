/**
 * What makes the API documentation a place to start: rooms in a reader's order and read like their index.ts, the pages
 * of docs beside them, links between the two. All of it follows from rooms.mjs, the manifests and the pages themselves.
 */
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { Comment, CommentTag, Converter, ReflectionGroup, ReflectionKind, Renderer } from "typedoc";

import { deadLinks } from "./dead-links.mjs";
import { doors } from "./entries.mjs";
import { manifestOf } from "./manifest.mjs";
import { rooms } from "./rooms.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = (words) => ({ kind: "text", text: words });
const linkTo = (target, words, tag = "@link") => ({ kind: "inline-tag", tag, target, text: words });

/** Where the pages of docs stand in the navigation; the first match counts. */
const shelves = [
  [/^guide\//, "Guides"],
  [/^errors\.md$/, "Guides"],
  [/^examples\//, "Worked examples"],
  [/^adr\//, "Decisions"],
  [/./, "About the library"],
];
const shelfOf = (page) => shelves.find(([pattern]) => pattern.test(page))[1];

/** The headings of the navigation in order: what is read first, then what is looked up, then why. */
export const categories = ["Guides", ...new Set(rooms.map(({ group }) => group)), "Worked examples", "Decisions", "*"];

/** Rooms in the order of rooms.mjs, guides in the order of their rooms, everything else by the name of its file. */
const rankOf = new Map(rooms.map(({ room }, rank) => [room, rank]));
const pageRank = new Map([
  ...[...rooms].reverse().map(({ room, guide }) => [`guide/${guide}.md`, rankOf.get(room)]),
  ["adr/README.md", -1],
]);

/** The module of each door, under the name it is imported by. */
function nameModules(project) {
  const modules = new Map();
  for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
    const door = doors.find(({ file }) => file.replace(/^src\/|(\/index)?\.ts$/g, "") === module.name);
    module.name = door.subpath.slice(2);
    modules.set(module.name, { module, door, ...rooms.find(({ room }) => room === module.name.split("/")[0]) });
  }
  return modules;
}

/** Groups the exports of a module as its index.ts does. TypeDoc leaves groups alone that are there already. */
function groupLikeManifest(module, { file }) {
  const children = new Map(module.children.map((child) => [child.name, child]));
  module.groups = manifestOf(file).groups.map(({ heading, exports }) => {
    const group = new ReflectionGroup(heading, module);
    group.children = exports.flatMap(({ name }) => children.get(name) ?? []);
    return group;
  });
  module.children = module.groups.flatMap((group) => group.children);
  module.childrenIncludingDocuments = module.children;
}

/** How the functions of a path are imported; a door without a path has few exports, and shows the first two. */
function importOf({ module, door }) {
  const { path, groups } = manifestOf(door.file);
  const values = groups.flatMap(({ exports }) => exports.filter(({ isType }) => !isType).map(({ name }) => name));
  const names = path.length > 0 ? path : values.slice(0, 2);
  return {
    kind: "code",
    text: `\`\`\`ts\nimport { ${names.join(", ")} } from "relationship-banking/${module.name}";\n\`\`\``,
  };
}

/** What a name in a page can only mean: a room, or what one room alone exports under a name of several words. */
function whatNamesMean(modules) {
  const meant = new Map();
  for (const { module } of modules.values()) {
    for (const child of module.children) {
      if (child.kindOf(ReflectionKind.Reference) || !/^[a-z\d]+[A-Z]|^[A-Z\d]+_|^[A-Z]\w+[A-Z]/.test(child.name))
        continue;
      meant.set(child.name, meant.has(child.name) ? undefined : child);
    }
  }
  for (const [name, { module }] of modules) meant.set(name, module);
  return meant;
}

/** Names written as code, with links to what they mean; those inside a link, or at the head of a section, stay. */
const linkNames = (parts, meant) =>
  parts.map((part, index) => {
    const name = part.kind === "code" ? /^`([\w/-]+)`$/.exec(part.text)?.[1].replace(/^src\//, "") : undefined;
    const target = meant.get(name);
    if (target === undefined || /(\[|^#[^\n]*|\n#[^\n]*)$/.test(parts[index - 1]?.text ?? "")) return part;
    return linkTo(target, name, "@linkcode");
  });

/** A drawing in Mermaid, which only GitHub draws, as a list of its arrows. */
function arrowsInWords(drawing) {
  const names = new Map([...drawing.matchAll(/^ *(\w+)\["(.+)"\]$/gm)].map(([, id, name]) => [id, name]));
  const from = new Map();
  for (const [, a, line, b] of drawing.matchAll(/^ *(\w+) (-\.->|-->) (\w+)$/gm)) {
    const imported = `\`${names.get(b)}\`${line === "-->" ? "" : " (types)"}`;
    from.set(a, [...(from.get(a) ?? []), imported]);
  }
  return [...from].map(([a, imported]) => `- \`${names.get(a)}\` imports ${imported.join(", ")}`).join("\n");
}

const isDrawing = ({ kind, text: words }) => kind === "code" && words.startsWith("```mermaid");

/** @param {import("typedoc").Application} app */
export function site(app) {
  const pages = new Map();
  let modules = new Map();

  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    const page = relative(`${root}docs`, document.project.files.getReflectionPath(document));
    pages.set(page, document);
    Object.assign(document.frontmatter, { category: shelfOf(page), summary: firstSentenceOf(document) });
  });

  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    modules = nameModules(project);
    for (const found of modules.values()) {
      const { module, group, guide } = found;
      module.comment ??= new Comment();
      module.comment.blockTags.push(new CommentTag("@category", [text(group)]));
      module.comment.summary.push(text("\n\n"), importOf(found));
      const page = pages.get(`guide/${guide}.md`);
      if (page === undefined)
        app.logger.error(`${module.name} names the guide docs/guide/${guide}.md, which is not there`);
      else module.comment.summary.push(text("\n\nThe guide: "), linkTo(page, titleOf(page)));
    }
    const meant = whatNamesMean(modules);
    project.readme = linkNames(project.readme, meant);
    for (const { module } of modules.values()) module.comment.summary = linkNames(module.comment.summary, meant);
    for (const document of pages.values()) {
      const content = document.content.map((part) => (isDrawing(part) ? text(arrowsInWords(part.text)) : part));
      document.content = linkNames(content, meant);
    }
  });

  // before TypeDoc groups
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    () => modules.forEach(({ module, door }) => groupLikeManifest(module, door)),
    0,
  );

  // after TypeDoc has put modules and documents into categories
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }) => {
      const rank = new Map([
        ...[...modules.values()].map(({ module, room }) => [module, rankOf.get(room)]),
        ...[...pages].map(([page, document]) => [document, pageRank.get(page) ?? rooms.length]),
      ]);
      for (const { children } of project.categories) children.sort((a, b) => rank.get(a) - rank.get(b));
    },
    -300,
  );

  // addresses come from file names and are given by now; what is read comes from headings
  app.renderer.on(Renderer.EVENT_BEGIN, () => pages.forEach((document) => (document.name = titleOf(document))));

  app.renderer.on(Renderer.EVENT_END, ({ outputDirectory }) => {
    for (const message of deadLinks(outputDirectory)) app.logger.error(message);
  });
}

const wordsOf = (document) => document.content.map((part) => part.text).join("");

/** The first heading of a page. */
function titleOf(document) {
  return /^# (.+)$/m.exec(wordsOf(document))?.[1].replaceAll("`", "") ?? basename(document.name);
}

/** What a page says first, without its links: they would start from another page. */
function firstSentenceOf(document) {
  const prose = wordsOf(document).replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
  return /^# .+\n\n((?!```|[<|#-])(?:`[^`]+`|[^`.\n]|\.(?!\s)|\n(?!\n))+\.)/.exec(prose)?.[1];
}
