/** The API documentation: one module per door, in the navigation under the group where rooms.mjs puts its room. */
import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc";

import { doors } from "./entries.mjs";
import { rooms } from "./rooms.mjs";

const groupOf = new Map(rooms.map(({ room, group }) => [room, group]));

/** Gives every module the category of its room, as a `@category` tag in its comment would. */
function categoriesFromRooms(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const text = groupOf.get(module.name.split("/")[0]);
      module.comment ??= new Comment();
      module.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text }]));
    }
  });
}

/** @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  entryPoints: doors.map(({ file }) => `../../${file}`),
  tsconfig: "../../tsconfig.json",
  out: "../../out/api",
  name: "relationship-banking",
  readme: "../../README.md",
  plugin: [categoriesFromRooms],
  categoryOrder: [...new Set(groupOf.values())],
  navigation: { includeCategories: true },
  disableGit: true,
  sourceLinkTemplate: "https://www.npmjs.com/package/relationship-banking?file={path}",
  gitRevision: "main",
  treatWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  requiredToBeDocumented: ["Function", "Variable", "Class", "Interface", "TypeAlias"],
  skipErrorChecking: true,
  excludeInternal: true,
  logLevel: "Warn",
};
