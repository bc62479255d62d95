import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { deadLinks } from "./dead-links.mjs";

test("a link that leads to no page, or to no place in it, is named", () => {
  const site = mkdtempSync(join(tmpdir(), "site-"));
  try {
    mkdirSync(join(site, "modules"));
    writeFileSync(join(site, "index.html"), '<h1 id="top"></h1><a class="x" href="modules/sla.html#one">sla</a>');
    writeFileSync(
      join(site, "modules", "sla.html"),
      `<h2 id="one"></h2><a href="#one"></a><a href="../"></a><a href="../index.html#top"></a><a href="https://x.y/z"></a>
       <a href="../index.html#bottom"></a><a href="#two"></a><a href="../guide/sla.md"></a>`,
    );
    expect(deadLinks(site)).toStrictEqual([
      "modules/sla.html links to ../index.html#bottom, which is not there",
      "modules/sla.html links to #two, which is not there",
      "modules/sla.html links to ../guide/sla.md, which is not there",
    ]);
  } finally {
    rmSync(site, { recursive: true });
  }
});
