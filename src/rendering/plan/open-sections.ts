import type { PlanInput } from "./input.ts";
import type { Shortening } from "./shortened.ts";
import type { Words } from "./words.ts";
import type { Block } from "../blocks.ts";

/** Room for a line, in columns of half the width of a Chinese character. */
const LINE_ROOM = 54;

/** Most sections with open fields that the first page names. */
const SHOWN_SECTIONS = 4;

/** How many people the plan knows, the sections with open fields, and answers that are old: the gaps at a glance. */
export function openSections({ words, completeness, freshness }: PlanInput, page: Shortening): readonly Block[] {
  const open = completeness.sections.filter(({ n, of }) => n < of);
  const isLong = open.length > SHOWN_SECTIONS;
  const shown = isLong ? open.slice(0, SHOWN_SECTIONS - 1) : open;
  const items = shown.map(({ section, n, of }) =>
    words.named(words.labels[`planSection.${section}`], `${String(n)}/${String(of)} ${words.word("answered")}`),
  );
  const more = isLong ? [words.named(words.word("other-sections"), String(open.length - shown.length))] : [];
  // whoever names more people has more to fill in, and is seen to know more
  const { known, reachable, deciding } = completeness.people;
  const people = words.joined([
    words.named(words.word("people-known"), String(known)),
    words.named(words.word("people-reachable"), `${String(reachable)}/${String(deciding)}`),
  ]);
  const answered = items.length === 0 ? [words.word("all-answered")] : [...items, ...more];
  return [
    { type: "heading", level: 3, text: words.word("plan-completeness") },
    { type: "list", ordered: false, items: [people, ...answered, ...staleTexts(freshness, words, page)] },
  ];
}

/** How many answers are too old, by section, and of how many nobody says when they were known. */
function staleTexts(freshness: PlanInput["freshness"], words: Words, page: Shortening): readonly string[] {
  if (freshness === null) return [];
  const { total, sections } = freshness;
  const bySection = sections
    .filter(({ stale }) => stale > 0)
    .map(({ section, stale }) => `${words.labels[`planSection.${section}`]} ${String(stale)}`);
  const stale = `${String(total.stale)}${total.stale === 0 ? "" : ` (${words.labels.dates.list(bySection)})`}`;
  return [
    page.fit(words.named(words.word("stale"), stale), LINE_ROOM),
    ...(total.undated === 0 ? [] : [words.named(words.word("undated"), String(total.undated))]),
  ];
}
