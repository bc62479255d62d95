import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";

import { COMPLAINT_STATES, complaintLifecycle } from "relationship-banking/complaints";
import {
  AXES,
  CLIENT_TYPES,
  exampleTierStanding,
  standingHistory,
  TIERS,
} from "relationship-banking/customer-classification";
import { valueHeads, valueItems } from "relationship-banking/relationship-value";
import * as rendering from "relationship-banking/rendering";
import { PLAN_SECTIONS } from "relationship-banking/strategy-plan";

const guides = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
const pictures = globSync("pictures/*.svg", { cwd: guides }).sort();
const read = (file: string): string => readFileSync(guides + file, "utf8");

/** What a picture says of itself: the values of one of its `data-` attributes, from top to bottom. */
const marked = (picture: string, name: string): readonly (string | undefined)[] =>
  [...read(`pictures/${picture}.svg`).matchAll(new RegExp(` data-${name}="([^"]*)"`, "g"))].map(([, value]) => value);

describe("a picture of a guide", () => {
  test.each(pictures)("%s is shown by its guide, in words too", (picture) => {
    const guide = read(`${basename(picture, ".svg")}.md`);
    expect([...guide.matchAll(/!\[(.+)\]\((.+\.svg)\)/g)].map(([, , path]) => path)).toStrictEqual([picture]);
    expect(read(picture)).toMatch(/<title id="title">.+<\/title>\n<desc id="desc">.+<\/desc>/);
  });

  test.each(pictures)("%s runs nothing and fetches nothing", (picture) => {
    const svg = read(picture);
    expect(svg).not.toMatch(/<script|<foreignObject|<image|<use|@import|\shref=|\son\w+=/);
    expect([...svg.matchAll(/https?:[^"]*/g)].map(String)).toStrictEqual(["http://www.w3.org/2000/svg"]);
    expect([...svg.matchAll(/url\((.)/g)].every(([, first]) => first === "#")).toBe(true);
  });

  test.each(pictures)("%s can be read on a phone and in the dark", (picture) => {
    const svg = read(picture);
    expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(390);
    const sizes = [...svg.matchAll(/font-size:([\d.]+)px/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
  });
});

describe("what a picture shows is what the code has", () => {
  test("classification: the axes, the types and the tiers", () => {
    expect(marked("classification", "axis")).toStrictEqual([...AXES]);
    expect(marked("classification", "type")).toStrictEqual([...CLIENT_TYPES]);
    expect(marked("classification", "tier")).toStrictEqual([...TIERS]);
  });

  test("standing: what the ready policy holds of what is earned", () => {
    const earned = (marked("classification-standing", "earned")[0] ?? "").split(" ");
    const ends = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"];
    const history = standingHistory(
      exampleTierStanding,
      earned.map((level, at) => ({
        kind: at === 0 ? "start" : "review",
        on: ends[at] ?? "",
        earned: level,
      })),
    );
    const held = history.map(({ standing }) => standing.held).join(" ");
    expect(marked("classification-standing", "held")).toStrictEqual([held]);
  });

  test("relationship value: the heads and the items", () => {
    expect(marked("relationship-value", "head")).toStrictEqual([...valueHeads]);
    expect(marked("relationship-value", "item")).toStrictEqual([...valueItems]);
  });

  test("strategy plan: the nine sections in order", () => {
    expect(marked("strategy-plan", "section")).toStrictEqual([...PLAN_SECTIONS]);
  });

  test("complaints: every state, and every step of the transition table", () => {
    expect([...marked("complaints", "state")].sort()).toStrictEqual([...COMPLAINT_STATES].sort());
    const table = Object.entries(complaintLifecycle.table).flatMap(([from, row]) =>
      Object.entries(row).map(([step, to]) => `${from}>${step}>${to}`),
    );
    const drawn = marked("complaints", "steps").flatMap((steps) => steps?.replaceAll("&gt;", ">").split(" "));
    expect(drawn.sort()).toStrictEqual(table.sort());
  });

  test("rendering: every kind of block", () => {
    const sources = ["blocks.ts", "figure/types.ts"].map((file) =>
      readFileSync(fileURLToPath(new URL(`../../src/rendering/${file}`, import.meta.url)), "utf8"),
    );
    const kinds = [...sources.join("\n").matchAll(/readonly type: "([\w-]+)"/g)].map(([, kind]) => kind);
    expect([...marked("rendering", "block")].sort()).toStrictEqual([...new Set(kinds)].sort());
  });

  test("figures: kinds that there are, and the guide names every kind and every figure of a result", () => {
    const { FIGURE_KINDS } = rendering;
    expect(FIGURE_KINDS).toEqual(expect.arrayContaining([...marked("figures", "figure")]));
    const named = [...read("figures.md").matchAll(/^\| `(\w+Figure)` \|.* \| `([\w-]+)` \|$/gm)];
    const makers = Object.keys(rendering).filter((name) => name.endsWith("Figure"));
    expect(named.map(([, name]) => name).sort()).toStrictEqual(makers.sort());
    expect([...new Set(named.map(([, , kind]) => kind))].sort()).toStrictEqual([...FIGURE_KINDS].sort());
  });
});
