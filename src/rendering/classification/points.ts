import { rateOf } from "../../core/index.ts";
import { AXES, type Classified, type NotACustomer, type ScorePart } from "../../customer-classification/index.ts";
import type { Block, Cell } from "../blocks.ts";
import { end, muted, NOTHING, percent } from "../cells.ts";
import type { Bar } from "../figure/types.ts";
import { filled } from "../plan/unit.ts";
import { bandText, pointRange, pointsText, stateText, type ClassificationWriting } from "./values.ts";

/** The points of each axis, and their sum. */
export function axesTable(result: Classified, writing: ClassificationWriting): Block {
  const { words } = writing;
  const rows = AXES.flatMap((axis): readonly (readonly Cell[])[] => {
    const parts = result.parts.filter((part) => part.axis === axis);
    if (parts.length === 0) return [];
    const [most, max] = sumsOf(parts);
    const points = result.axes[axis];
    return [
      [words.labels[`axis.${axis}`], pointRange(points, most > points ? most : undefined, writing), pointsText(max)],
    ];
  });
  return {
    type: "table",
    caption: words.word("axes"),
    columns: [
      { header: words.word("axis"), align: "start", width: 6 },
      end(words.word("points")),
      end(words.word("most-points")),
    ],
    rows,
    footer: [
      words.word("score"),
      pointRange(result.score, result.scoreAtMost, writing),
      pointsText(sumsOf(result.parts)[1]),
    ],
  };
}

/** The most that open values may be worth, and the most that any value can give. */
const sumsOf = (parts: readonly ScorePart[]): readonly [most: number, max: number] => [
  parts.reduce((sum, { points, pointsAtMost }) => sum + (pointsAtMost ?? points), 0),
  parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
];

/** The points of each characteristic as bars: what is given, what is open, and how far the card goes. */
export function pointBars(parts: readonly ScorePart[], writing: ClassificationWriting): Block {
  const { words, own } = writing;
  const bar = (part: ScorePart): Bar => {
    const { points, pointsAtMost, maxPoints, characteristic } = part;
    const given = Math.max(0, points);
    const most = Math.max(given, pointsAtMost ?? given);
    return {
      label: own(`characteristic.${characteristic}`),
      // what is below 0 has no length
      parts: [
        { value: given, tone: "solid" },
        { value: most - given, tone: "estimated" },
        { value: Math.max(0, maxPoints - most), tone: "empty" },
      ],
      text: filled(words.word("points-of"), {
        points: pointRange(points, pointsAtMost, writing),
        most: pointsText(maxPoints),
      }),
    };
  };
  const isOpen = parts.some(({ pointsAtMost }) => pointsAtMost !== undefined);
  return {
    type: "figure",
    title: words.word("points-by-item"),
    description: words.word("points-by-item-text"),
    figure: {
      kind: "bars",
      headers: [words.word("item"), words.word("points")],
      bars: parts.map(bar),
      legend: [
        { tone: "solid", label: words.word("legend-points") },
        ...(isOpen ? [{ tone: "estimated", label: words.word("legend-open") } as const] : []),
        { tone: "empty", label: words.word("legend-most") },
      ],
    },
  };
}

/** Whether each part is a share of the score: nothing is below 0 or open. */
export const hasShares = ({ score, parts }: Classified): boolean =>
  score > 0 && parts.every(({ points, pointsAtMost }) => points >= 0 && pointsAtMost === undefined);

/** The characteristics in the order of the card, each with the band its value fell into. */
export function itemsTable(result: Classified | NotACustomer, writing: ClassificationWriting): Block {
  const { words, own } = writing;
  const score = result.status === "classified" && hasShares(result) ? result.score : null;
  const row = (part: ScorePart): readonly Cell[] => {
    const { characteristic, feature, axis, state, invalidReason, points, pointsAtMost, maxPoints } = part;
    const [name, of] = [own(`characteristic.${characteristic}`), own(`feature.${feature}`)];
    const lacking = stateText(state, invalidReason, writing);
    return [
      name === of ? name : `${name}\n${of}`,
      words.labels[`axis.${axis}`],
      state === "valid" ? bandText(part, writing) : NOTHING,
      state === "valid"
        ? lacking
        : state === "not-applicable"
          ? muted(lacking)
          : { text: lacking, emphasis: "warning" },
      pointRange(points, pointsAtMost, writing),
      pointsText(maxPoints),
      ...(score === null ? [] : [percent(rateOf(points, score).rate)]),
    ];
  };
  return {
    type: "table",
    caption: words.word("items"),
    columns: [
      { header: words.word("item"), align: "start", width: 3 },
      { header: words.word("axis"), align: "start" },
      { header: words.word("band"), align: "start", width: 3 },
      { header: words.word("state"), align: "start" },
      end(words.word("points")),
      end(words.word("most-points")),
      ...(score === null ? [] : [end(words.word("share-of-score"))]),
    ],
    rows: result.parts.map(row),
    ...(result.status === "classified"
      ? {
          footer: [
            words.shared("total"),
            "",
            "",
            "",
            pointRange(result.score, result.scoreAtMost, writing),
            pointsText(sumsOf(result.parts)[1]),
            ...(score === null ? [] : [percent(rateOf(score, score).rate)]),
          ],
        }
      : {}),
  };
}

/** The ladder of the card over the total, with the step that is reached. */
export function ladderTable({ level }: Classified, { words, card, own }: ClassificationWriting): readonly Block[] {
  const { levels = [] } = card;
  if (levels.length === 0) return [];
  return [
    {
      type: "table",
      caption: words.word("ladder"),
      columns: [
        { header: words.word("level"), align: "start", width: 6 },
        end(words.word("from-points")),
        { header: words.word("outcome"), align: "start" },
      ],
      rows: levels.map(({ id, atLeast }) => [
        own(`level.${id}`),
        pointsText(atLeast),
        id === level ? { text: words.word("reached"), emphasis: "strong" } : "",
      ]),
    },
  ];
}
