import type { ClientNameLanguage } from "../../client/index.ts";
import type { PlanSection } from "../../strategy-plan/index.ts";
import { actionBlocks } from "./actions.ts";
import { sectionsFor } from "./audience.ts";
import { businessBlocks, standingBlocks } from "./businesses.ts";
import { challengeBlocks } from "./challenges.ts";
import { clientBlocks } from "./client.ts";
import { sampleMark, type PlanInput } from "./input.ts";
import { institutionBlocks } from "./institutions.ts";
import { withNote } from "./not-shown.ts";
import { peopleBlocks } from "./people.ts";
import { serviceBlocks } from "./services.ts";
import { valueBlocks } from "./value.ts";
import type { Block } from "../blocks.ts";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const chinese = (at: number): string => `${NUMERALS[at] ?? String(at + 1)}、`;

/** The number before a section's title, by the language of the document. */
const NUMBERING: Readonly<Record<ClientNameLanguage, (at: number) => string>> = {
  "zh-Hans": chinese,
  "zh-Hant-HK": chinese,
  en: (at) => `${String(at + 1)}. `,
};

/** What each section shows. */
const BLOCKS: Readonly<Record<PlanSection, (input: PlanInput) => readonly Block[]>> = {
  "client-profile": clientBlocks,
  "decision-makers": peopleBlocks,
  "business-analysis": businessBlocks,
  "bank-positioning": standingBlocks,
  "other-institutions": institutionBlocks,
  "service-status": serviceBlocks,
  "relationship-value": valueBlocks,
  "next-year-plan": actionBlocks,
  challenges: challengeBlocks,
};

/** The sections the readers may read; for the bank each with its count of answered fields; one without a block is left out. */
export function planSectionBlocks(input: PlanInput): readonly Block[] {
  return sectionsFor(input.audience)
    .map((section) => ({ section, blocks: withNote(section, input, () => BLOCKS[section](input)) }))
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ section, blocks }, at): readonly Block[] => [
      { type: "heading", level: 2, text: sectionTitle(input, section, at) },
      ...blocks,
    ]);
}

function sectionTitle(input: PlanInput, section: PlanSection, at: number): string {
  const { audience, words, language, completeness, notShown } = input;
  const numeral = NUMBERING[language](at);
  const count = completeness.sections.find((entry) => entry.section === section);
  const done =
    audience === "client" || count === undefined || count.of === 0 || notShown.section(section)
      ? ""
      : ` (${String(count.n)}/${String(count.of)})`;
  return words.joined([`${numeral}${words.section(section)}${done}`, sampleMark(input)]);
}
