/**
 * The public entries: the root, each room, each schema leaf, each holiday data set, what needs a package or a format of its own, each label language. The one place
 * that says which file of src is published under which name; the build, package.json's exports, the API reports, the
 * API documentation and the examples read it.
 */
import { fileURLToPath } from "node:url";

import { globSync } from "tinyglobby";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Globs of entry files; everything else of a room stays inside. */
const published = [
  "src/index.ts",
  "src/*/{index,schema}.ts",
  "src/calendar/data/*/index.ts",
  "src/customer-classification/pmml/index.ts",
  "src/rendering/docx/index.ts",
  "src/labels/{zh-Hans,zh-Hant-HK,en}.ts",
];

/** `file` in src, `entry` in dist without its ending, `subpath` as package.json's exports write it. */
export const entries = globSync(published, { cwd: root })
  .sort()
  .map((file) => {
    const path = file.replace(/^src\//, "").replace(/\.ts$/, "");
    const entry = path.replace(/^calendar\/data\/(\w+)\/index$/, "calendar/$1");
    const subpath = entry === "index" ? "." : `./${entry.replace(/\/index$/, "")}`;
    return { file, entry, subpath };
  });

/** The entries that name what other files declare: the rooms and the holiday data sets. */
export const doors = entries.filter(({ entry, file }) => entry !== "index" && file.endsWith("/index.ts"));
