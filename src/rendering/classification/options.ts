import { issueOf, type LocalDate } from "../../core/index.ts";
import {
  asGiven,
  reasonIn,
  refuse,
  listOf,
  optional,
  readDate,
  readText,
  refuseValue,
  rowOf,
  shapeOf,
} from "../../core/inner.ts";
import {
  prepareScorecard,
  type Classification,
  type ClassificationStamp,
  type Gap,
  type GapLine,
  type Scorecard,
} from "../../customer-classification/index.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { readClassificationLabels, type ClassificationDocumentLabels } from "./words.ts";

/** What the page of a classification is written with. */
export interface ClassificationDocumentOptions {
  /** Words of the language the page is written in, with those of the card's ids spread over them. */
  readonly labels: ClassificationDocumentLabels;
  /** What the client is called on the page: a name or a number. A result does not say whose it is. */
  readonly client: string;
  /** The card of the result, for the currency of its edges, its categories and its levels. */
  readonly card: Scorecard;
  /** What the card is called; without it its id is printed. */
  readonly cardName?: string;
  /** What `gapToType` said of the way to another class, with the same card and as of the same day. */
  readonly gap?: Gap;
  /** The day of the next evaluation, such as `nextReview` of the client's standing. */
  readonly nextReview?: LocalDate;
}

/** The code of what is wrong in the options. */
export const OPTION: RenderingErrorCode = "rendering/invalid-option";

const readOptions = shapeOf<ClassificationDocumentOptions>({
  labels: readClassificationLabels,
  client: readText,
  card: asGiven,
  cardName: optional(readText),
  gap: optional<Gap>((gap, path, code) => {
    rowOf<ClassificationStamp>({
      card: rowOf<ClassificationStamp["card"]>({ id: readText, version: readText, hash: readText }),
      asOf: readDate,
    })(gap, path, code);
    const line = rowOf<{ readonly line: string; readonly labels: object; readonly values: object }>({
      line: readText,
      labels: rowOf<object>({}),
      values: rowOf<object>({}),
    });
    listOf<GapLine>((given, at) => line(given, at, code) as GapLine)(gap.lines, [...path, "lines"], code);
    return gap;
  }),
  nextReview: optional(readDate),
});

/** The way to another class is of the same card and day as the result. */
function requireSameStamp({ card, asOf }: ClassificationStamp, result: Classification): void {
  const at = ["options", "gap"];
  if (card.hash !== result.card.hash)
    refuseValue(OPTION, [...at, "card", "hash"], "not that of the result", card.hash, { expected: result.card.hash });
  if (asOf !== result.asOf)
    refuseValue(OPTION, [...at, "asOf"], "not that of the result", asOf, { expected: result.asOf });
}

/** The card, read whole; what is wrong in it is refused at its place among the options. */
function preparedCard(card: Scorecard): ReturnType<typeof prepareScorecard> {
  try {
    return prepareScorecard(card);
  } catch (error) {
    const { code, path, details } = issueOf(error);
    return refuse(code, ["options", "card", ...path], reasonIn((error as Error).message, details), details);
  }
}

/** Options that are whole, and of the card and the day of a result. */
export function readOptionsFor(
  result: Classification,
  options: ClassificationDocumentOptions,
): ClassificationDocumentOptions {
  const read = readOptions(options, ["options"], OPTION);
  const { stamp } = preparedCard(read.card);
  if (stamp.hash !== result.card.hash)
    refuseValue(OPTION, ["options", "card"], "not the card of the result", stamp.hash, { expected: result.card.hash });
  if (read.gap !== undefined) requireSameStamp(read.gap, result);
  return read;
}
