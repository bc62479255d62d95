import type { ClientId } from "../../client/index.ts";
import {
  planSections,
  type PlanField,
  type PlanSection,
  type StrategyPlan,
  type WithheldKind,
  type WithheldPart,
} from "../../strategy-plan/index.ts";
import type { Block, Cell } from "../blocks.ts";
import type { PlanAudience } from "./audience.ts";
import type { PlanDocumentWord } from "./word-list.ts";
import type { Words } from "./words.ts";

/** What a plan says its readers do not see of it, ready to be asked. */
export interface NotShown {
  readonly section: (section: PlanSection) => boolean;
  /** Whether a field is not shown, in a row about a member of the group or in any. */
  readonly field: (field: PlanField, member?: ClientId) => boolean;
  /** Whether one of some kinds of parts of a section is not shown. */
  readonly hides: (section: PlanSection, kinds: readonly WithheldKind[]) => boolean;
  /** Whether anything of a section is not shown. */
  readonly anyOf: (section: PlanSection) => boolean;
}

/** What it takes to say that something is not shown. */
interface Saying {
  readonly audience: PlanAudience;
  readonly words: Words;
  readonly plan: StrategyPlan;
  readonly notShown: NotShown;
}

/** What is not shown of a plan; of one that is there whole, nothing. */
export function notShownIn({ withheld = [] }: StrategyPlan): NotShown {
  const sections = new Set(withheld.filter(({ what }) => what === "section").map(({ section }) => section));
  const touched = new Set(withheld.map(({ section }) => section));
  const everywhere = new Set<string>();
  for (const { fields = [], members = [""] } of withheld) {
    for (const field of fields) for (const member of members) everywhere.add(`${field} ${member}`);
  }
  return {
    section: (section) => sections.has(section),
    field: (field, member = "") => everywhere.has(`${field} `) || everywhere.has(`${field} ${member}`),
    hides: (section, kinds) => withheld.some((part) => part.section === section && kinds.includes(part.what)),
    anyOf: (section) => touched.has(section),
  };
}

/** Whether the wallet of the client would be one of a part of what there is. */
export const hidesWallet = ({ hides }: NotShown): boolean =>
  hides("service-status", ["section", "fields", "spend-with-us"]) || hides("other-institutions", ["section", "fields"]);

/** That something is not shown to the readers. */
export const hidden = (words: Words): Cell => ({ text: words.word("not-shown"), emphasis: "muted" });

/** That a part of the first page is not shown to its readers. */
export const hiddenText = (words: Words, word: PlanDocumentWord): Block => ({
  type: "paragraph",
  text: words.named(words.word(word), words.word("not-shown")),
  emphasis: "muted",
});

/** A cell, or that its field is not shown to the readers; on a copy for the client, what is not shown is not mentioned. */
export function shownCell(
  { audience, words, notShown }: Omit<Saying, "plan">,
  field: PlanField | undefined,
  member: ClientId | undefined,
  cell: Cell,
): Cell {
  if (field === undefined || !notShown.field(field, member)) return cell;
  return audience === "client" ? "" : hidden(words);
}

/** What of a section is not shown besides fields, which say so in their places. */
function noteOf(section: PlanSection, { words, plan }: Saying): readonly Block[] {
  const isNamed = ({ section: own, what }: WithheldPart): boolean => own === section && what !== "fields";
  const kinds = new Set((plan.withheld ?? []).filter(isNamed).map(({ what }) => what));
  if (kinds.size === 0) return [];
  const names = [...kinds].map((kind) => words.labels[`withheldKind.${kind}`]);
  const text = words.named(words.word("not-shown"), names.join(words.word("list-separator")));
  return [{ type: "paragraph", text, emphasis: "muted" }];
}

/** The blocks of a section and what of it is not shown; a section of which nothing is left says that alone. */
export function withNote(section: PlanSection, input: Saying, blocks: () => readonly Block[]): readonly Block[] {
  const { audience, notShown, plan } = input;
  const key = planSections.find(({ id }) => id === section)?.key ?? "client";
  const hasUnseenRows = (plan.withheld ?? []).some((part) => part.section === section && part.what === "rows");
  const isGone = notShown.section(section) || (hasUnseenRows && plan[key] === undefined);
  if (audience === "client") return notShown.section(section) ? [] : blocks();
  return isGone ? noteOf(section, input) : [...blocks(), ...noteOf(section, input)];
}
