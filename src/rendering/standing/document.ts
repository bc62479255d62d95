import { tryDayNumber, type Path } from "../../core/index.ts";
import { optional, readText, shapeOf } from "../../core/inner.ts";
import type { Standing, StandingAdvance, StandingLine } from "../../customer-classification/index.ts";
import type { Block, BlockDocument, Cell, Pair } from "../blocks.ts";
import { countText, strong } from "../cells.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { lineText, ownLabel } from "../lines.ts";
import { readHistory } from "./read-history.ts";
import { levelTimeline } from "./timeline.ts";
import { readStandingLabels, standingWordsOf, type StandingDocumentLabels, type StandingWords } from "./words.ts";

/** What the page of a standing is written with. */
export interface StandingDocumentOptions {
  /** Words of the language the page is written in, with those of the policy's levels and floors spread over them. */
  readonly labels: StandingDocumentLabels;
  /** What the client is called on the page: a name or a number. A standing does not say whose it is. */
  readonly client: string;
  /** What the policy is called, before its id. */
  readonly policyName?: string;
}

const readOptions = shapeOf<StandingDocumentOptions>({
  labels: readStandingLabels,
  client: readText,
  policyName: optional(readText),
});

const REPORT: RenderingErrorCode = "rendering/invalid-report";

/** What the page is written with. */
interface Writing {
  readonly words: StandingWords;
  readonly level: (id: string) => string;
  readonly floor: (id: string) => string;
}

/**
 * The level a client is served at, since when and why, and how it came about (客户等级及变动记录): the level of today with what
 * is in force, the levels on one scale of days, and every decision with its reasons.
 *
 * Nothing is worked out here but the last days of stretches. A history may come back from where it was kept; what one
 * observation gave, `[advance]`, is a history of one entry.
 *
 * @param history - what `standingHistory` of customer-classification returned, at least one entry; or the answers of
 *   `advanceStanding` for one client, in order
 * @param options - words, the client, what the policy is called
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/invalid-option` for options that cannot be read, and for a label of a level or floor that is missing
 * @throws `rendering/invalid-report` for a member of the history that is missing or of another kind, for a reason that
 *   cannot be told, and for entries that are not of one client and policy in the order of their days
 * @throws `core/invalid-date`
 * @see 个人信息保护法 art. 24, for reasons that can be told to a client
 * @example
 * import { exampleStarStanding, standingHistory } from "relationship-banking/customer-classification";
 * import { exampleCards, zhHans } from "relationship-banking/labels/zh-Hans";
 * const history = standingHistory(exampleStarStanding, [
 *   { kind: "start", on: "2025-06-30", earned: "star-5" },
 *   { kind: "review", on: "2025-12-31", earned: "star-4" },
 * ]);
 * const doc = standingDocument(history, { labels: { ...zhHans, ...exampleCards }, client: "样本客户" });
 * doc.title // => "客户等级：样本客户"
 * const [tiles] = doc.blocks.filter((block) => block.type === "pairs" && block.display === "tiles");
 * tiles?.type === "pairs" && tiles.items.map(({ value }) => value) // => ["五星级", "四星级", "五星级", "2026年6月30日"]
 * @since 0.1.0
 */
export function standingDocument(history: readonly StandingAdvance[], options: StandingDocumentOptions): BlockDocument {
  readHistory(history, ["history"], REPORT);
  const { labels, client, policyName } = readOptions(
    options,
    ["options"],
    "rendering/invalid-option" satisfies RenderingErrorCode,
  );
  const words = standingWordsOf(labels);
  const writing: Writing = {
    words,
    level: (id) => ownLabel(labels, `level.${id}`),
    floor: (id) => ownLabel(labels, `standingFloor.${id}`),
  };
  const title = words.named(words.word("title"), client);
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      ...headOf(history, { client, policyName }, writing),
      levelTimeline(history, writing.level, words),
      decisions(history, writing),
      { type: "heading", level: 2, text: words.word("notes") },
      {
        type: "list",
        ordered: false,
        items: [words.word("convention-until"), words.word("convention-rows")],
      },
    ],
  };
}

/** The standing of today: the level, since when, why, and what is in force. */
function headOf(
  history: readonly StandingAdvance[],
  { client, policyName }: { readonly client: string; readonly policyName: string | undefined },
  writing: Writing,
): readonly Block[] {
  const { words, level } = writing;
  const last = history.at(-1);
  if (last === undefined) return [];
  const { standing, transition } = last;
  const { policy, since, asOf, reviewedOn, nextReview } = standing;
  const servedSince = servedFrom(history);
  return [
    {
      type: "pairs",
      display: "list",
      items: [
        { name: words.shared("client"), value: client },
        { name: words.word("as-of"), value: words.date(asOf) },
        { name: words.word("since"), value: words.date(since) },
        { name: words.word("last-review"), value: words.date(reviewedOn) },
        { name: words.word("policy"), value: words.joined([policyName, policy.id]) },
        { name: words.word("version"), value: policy.version },
      ],
    },
    {
      type: "pairs",
      display: "tiles",
      items: [
        {
          name: words.word("served"),
          value: level(standing.served),
          ...(servedSince === null ? {} : { note: words.named(words.word("served-since"), words.date(servedSince)) }),
        },
        { name: words.word("earned"), value: level(standing.earned) },
        { name: words.word("held"), value: level(standing.held), ...reviewsLeftNote(standing, words) },
        { name: words.word("next-review"), value: words.date(nextReview) },
      ],
    },
    {
      type: "note",
      tone: "information",
      title: words.word("why"),
      texts: reasonsOf(transition.because, ["history", history.length - 1, "transition", "because"], writing),
    },
    ...inForce(standing, writing),
  ];
}

/** The first day of the level of today; nothing where the history begins later than the level. */
function servedFrom(history: readonly StandingAdvance[]): string | null {
  const change = [...history].reverse().find(({ transition: { from, to } }) => from !== to);
  return change?.transition.on ?? null;
}

/** How many reviews in a row without it lose the level that the rules give; nothing for one that cannot be lost. */
function reviewsLeftNote({ reviewsLeft, steps }: Standing, words: StandingWords): Pick<Pair, "note"> {
  const left = reviewsLeft[steps.held] ?? 0;
  return steps.held === 0 || left === 0 ? {} : { note: words.named(words.word("reviews-left"), countText(left)) };
}

/** Members of lines that name a level, wherever they do. */
const LEVEL_MEMBERS = ["level", "earned", "rules", "from", "to", "atLeast"] as const;

/** Reasons in words, with the label of each level and floor there. */
function reasonsOf(lines: readonly StandingLine[], path: Path, { words, level, floor }: Writing): readonly string[] {
  return lines.map((line, index) => {
    const facts: Readonly<Record<string, unknown>> = { ...line };
    for (const member of LEVEL_MEMBERS) {
      const id = facts[member];
      // `from` and `to` are days in some lines
      if (typeof id === "string" && tryDayNumber(id) === null) level(id);
    }
    for (const id of [facts["floor"], facts["floors"]].flat()) if (typeof id === "string") floor(id);
    return lineText(line, words.labels, [...path, index], REPORT);
  });
}

/** Floors, a level set by hand and an objection, as they stand. */
function inForce({ floors, override, objection }: Standing, { words, level, floor }: Writing): readonly Block[] {
  const { word, named, date } = words;
  const rows: (readonly Cell[])[] = floors.map(({ floor: id, to }) => [
    floor(id),
    to === null ? word("no-end") : date(to),
    "",
  ]);
  if (override !== null) {
    const details = [
      named(word("override-by"), override.by),
      named(words.shared("approved-by"), words.labels.dates.list(override.approvedBy)),
      named(word("reason"), override.reason),
    ];
    rows.push([named(word("override"), level(override.level)), date(override.to), details.join("\n")]);
  }
  if (objection !== null) {
    const { on, answeredOn, atLeast } = objection;
    const details = [
      ...(answeredOn === null ? [] : [named(word("answered"), date(answeredOn))]),
      ...(atLeast === null ? [] : [named(word("at-least"), level(atLeast))]),
    ];
    const end = answeredOn === null ? word("objection-waits") : "";
    rows.push([named(word("objection"), date(on)), end, details.join("\n")]);
  }
  if (rows.length === 0) return [];
  return [
    {
      type: "table",
      caption: words.word("in-force"),
      columns: [
        { header: words.word("what"), align: "start", width: 4 },
        { header: words.word("until"), align: "start", width: 3 },
        { header: words.word("details"), align: "start", width: 5 },
      ],
      rows,
    },
  ];
}

/** Every entry of the history, with its reasons; those that moved the level stand out. */
function decisions(history: readonly StandingAdvance[], writing: Writing): Block {
  const { words, level } = writing;
  const row = ({ standing, transition }: StandingAdvance, index: number): readonly Cell[] => {
    const { kind, on, from, to, because } = transition;
    const change = words.labels[`standingChange.${kind}`];
    return [
      words.date(on),
      from === to ? change : strong(change),
      from === null ? "" : level(from),
      from === to ? level(to) : strong(level(to)),
      level(standing.earned),
      reasonsOf(because, ["history", index, "transition", "because"], writing).join("\n"),
    ];
  };
  return {
    type: "table",
    caption: words.word("decisions"),
    columns: [
      { header: words.word("day"), align: "start", width: 2 },
      { header: words.word("change"), align: "start", width: 1 },
      { header: words.word("before"), align: "start", width: 1 },
      { header: words.word("after"), align: "start", width: 1 },
      { header: words.word("earned"), align: "start", width: 1 },
      { header: words.word("reasons"), align: "start", width: 6 },
    ],
    rows: history.map(row),
  };
}
