import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

import { globSync } from "tinyglobby";

/** Links of the site that lead to no file, or to no place in it. */
export function deadLinks(directory) {
  const files = globSync("**/*", { cwd: directory, absolute: true });
  const html = new Map(
    files.filter((file) => file.endsWith(".html")).map((file) => [file, readFileSync(file, "utf8")]),
  );
  const anchors = new Map(
    [...html].map(([file, page]) => [file, new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const dead = [];
  for (const [file, page] of html) {
    for (const [, href] of page.matchAll(/<a [^>]*?href="(?!\w+:)([^"]*)"/g)) {
      const [path, anchor] = decodeURIComponent(href.replaceAll("&amp;", "&")).split("#");
      const target = path === "" ? file : resolve(dirname(file), path.endsWith("/") ? `${path}index.html` : path);
      const there = anchors.get(target) ?? (files.includes(target) ? undefined : null);
      if (there === null || (anchor && there && !there.has(anchor)))
        dead.push(`${relative(directory, file)} links to ${href}, which is not there`);
    }
  }
  return [...new Set(dead)];
}
