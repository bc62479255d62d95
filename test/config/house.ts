/** What the gate of the house looks for in a source file; house.test.ts says of which files. */

/** A file of src, its path counted from there: `sla/engine/stage.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Something core, money or calendar have already: how a copy of it looks, and what to call instead, by door. */
export interface Piece {
  readonly name: string;
  readonly looksLike: RegExp;
  readonly instead: Readonly<Record<string, readonly string[]>>;
}

export const pieces: readonly Piece[] = [
  {
    name: "decimals scaled by hand",
    looksLike: /\b10n \*\* BigInt\(/,
    instead: {
      "core/index.ts": ["addDecimals", "subtractDecimals", "compareDecimals"],
      "core/inner.ts": ["coefficientAt", "addExact", "subtractExact", "compareExact", "roundExact", "powerOfTen"],
      "money/index.ts": ["roundDecimal"],
    },
  },
  {
    name: "rounding by hand",
    looksLike: /\* 2n\b|\btwice [<>=]/,
    instead: {
      "core/index.ts": ["rateOf"],
      "core/inner.ts": ["divideWhole", "divideSafe", "quotientText"],
      "money/index.ts": ["divideRounded"],
    },
  },
  {
    name: "decimals out of doubles",
    looksLike: /\.toFixed\(/,
    instead: { "core/index.ts": ["rateOf"], "money/index.ts": ["roundDecimal", "roundMoney"] },
  },
  {
    name: "digits padded by hand",
    looksLike: /\.padStart\(.*"0"\)/,
    instead: {
      "core/index.ts": ["fromDayNumber", "formatInstant", "formatDecimal"],
      "core/inner.ts": ["quotientText", "writeScaled"],
    },
  },
  {
    name: "dates read by hand",
    looksLike: /\\d\{4\}-\\d\{2\}/,
    instead: {
      "core/index.ts": ["tryDayNumber", "tryInstant"],
      "core/inner.ts": ["scanInstant"],
      "calendar/index.ts": ["readPeriod"],
    },
  },
  {
    name: "the host's dates",
    looksLike: /\bnew Date\(|\bDate\.(?:UTC|parse)\(/,
    instead: { "core/index.ts": ["toDayNumber", "fromDayNumber"], "calendar/index.ts": ["localDateOf", "instantOf"] },
  },
  {
    name: "the host's language",
    looksLike: /\blocaleCompare\b|\bIntl\./,
    instead: { "core/inner.ts": ["compareTexts"], "money/index.ts": ["formatMoney"] },
  },
  {
    name: "a history kept by hand",
    looksLike: /\bhistory: \[\.\.\./,
    instead: { "core/index.ts": ["advance", "replay"] },
  },
  {
    name: "counts by hand",
    looksLike: /\.set\(\w+, \([\w.]+\.get\(\w+\) \?\? 0\) \+/,
    instead: { "core/index.ts": ["countBy", "mergeTallies"], "core/inner.ts": ["addRows"] },
  },
  {
    name: "order by hand",
    looksLike: /[<>] [\w.[\]]+ \? -1 :/,
    instead: {
      "core/index.ts": ["compareDates", "compareInstants", "compareDecimals"],
      "core/inner.ts": ["compareTexts"],
    },
  },
];

/** The text with its comments blanked out, line by line the same. */
const codeOf = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, "")).replace(/(^|\s)\/\/.*$/gm, "$1");

/** Local copies of what the rooms of the ground have: piece and line of each. */
export function localCopies({ text }: Source): readonly { readonly piece: Piece; readonly line: number }[] {
  return codeOf(text)
    .split("\n")
    .flatMap((code, index) =>
      pieces.filter(({ looksLike }) => looksLike.test(code)).map((piece) => ({ piece, line: index + 1 })),
    );
}

/**
 * Files and lines of a room, without its policies, data and schema, and the types of its reasons, which are a list too. The lines of its table of contents do not count: a
 * name per line and headings between them are there to be skimmed.
 */
export function sizeOf(sources: readonly Source[]): { readonly files: number; readonly lines: number } {
  const own = sources.filter(({ path }) => !/\/(?:policies|data)\/|\/(?:schema|reasons)\.ts$/.test(path));
  const read = own.filter(({ path }) => !/^[\w-]+\/index\.ts$/.test(path));
  return { files: own.length, lines: read.reduce((sum, { text }) => sum + text.trimEnd().split("\n").length, 0) };
}

/** Whether a room takes more than an hour to read. The ground is under all the others and may be larger. */
export function isLarge(sources: readonly Source[], floor: number | "side"): boolean {
  const { files, lines } = sizeOf(sources);
  return floor === 0 ? files > 28 || lines > 4000 : files > 12 || lines > 1500;
}

/** Whether a file or a folder on its path is called after nothing in the domain. */
export const isVague = (path: string): boolean =>
  path.split("/").some((part) => /(?:^|[-.])(?:kernels?|utils?|helpers?|common|misc)(?:[-.]|$)/.test(part));

/** Names of the shapes of explanation that a file declares; an explanation is `{ code, …facts }`. */
export const explanationShapes = ({ text }: Source): readonly string[] =>
  [...text.matchAll(/^(?:export )?(?:interface|type) (\w*(?:ExplanationLine|TraceStep))\b/gm)].map(
    ([, name = ""]) => name,
  );

/** Files a case room has, where it has something for them; beside them only what is named after a noun of its own. */
export const caseRoomFiles = ["errors.ts", "flow.ts", "index.ts", "types.ts"];

/** Files a case room does not have: casework, tally and the flow do their work. */
export const notInCaseRooms = [
  "check.ts",
  "condition.ts",
  "lifecycle.ts",
  "order.ts",
  "rates.ts",
  "refusals.ts",
  "separation.ts",
  "transition.ts",
];
