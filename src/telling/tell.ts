import { describeValue, isDomainError, type Path } from "../core/index.ts";
import { nearestName, readObject, refuse, refuseKind } from "../core/inner.ts";
import type { TellingErrorCode } from "./errors.ts";
import { written } from "./formats.ts";
import { label } from "./label.ts";
import { segmentsOf, type Placeholder, type Segment } from "./template.ts";
import { readDates } from "./read-dates.ts";
import { VALUE_TYPES, type Reason, type Words } from "./types.ts";

const REASON = "telling/invalid-reason" satisfies TellingErrorCode;
const WORDS = "telling/invalid-words" satisfies TellingErrorCode;

/** The members a reason may have its key in, in the order they are looked at. */
const KEYS = ["code", "formula", "line", "rule", "reason"] as const satisfies readonly (Reason extends infer R
  ? R extends unknown
    ? keyof R
    : never
  : never)[];

/** The members a reason may have its facts in, besides itself. */
const INSIDE = ["details", "inputs", "values", "labels"] as const;

type Members = Readonly<Record<string, unknown>>;

function memberOf(holder: unknown, name: string, path: Path): unknown {
  if (typeof holder !== "object" || holder === null) return undefined;
  try {
    return (holder as Members)[name];
  } catch {
    return refuse(REASON, [...path, name], "cannot be read", {});
  }
}

/** A member of an object's own: what every object or list has does not count. */
const ownOf = (holder: unknown, name: string, path: Path): unknown =>
  typeof holder === "object" && holder !== null && Object.hasOwn(holder, name)
    ? memberOf(holder, name, path)
    : undefined;

const isKey = (value: unknown): value is string => typeof value === "string" && value !== "";

function keyOf(reason: Reason): string {
  for (const member of KEYS) {
    const key = memberOf(reason, member, ["reason"]);
    if (isKey(key)) return key;
  }
  return refuseKind(REASON, ["reason"], "not a reason: it has no code, formula, line, rule or reason", reason);
}

/** Codes are the library's own; anything else may be a name. */
const shown = (key: string): string => (/^[a-z0-9/-]{1,80}$/.test(key) ? key : describeValue(key));

function sentenceFor(key: string, words: Words): string {
  // what has a point in its key is a label
  const given = !key.includes(".") && Object.hasOwn(words, key) ? memberOf(words, key, ["words"]) : undefined;
  if (typeof given === "string") return given;
  if (given !== undefined) return refuseKind(WORDS, ["words", key], "not a text", given);
  const near = nearestName(key, Object.keys(words));
  return refuse(
    "telling/unknown-reason" satisfies TellingErrorCode,
    ["reason"],
    `no sentence for this reason, ${shown(key)}`,
    {
      key: shown(key),
      ...(near === null ? {} : { didYouMean: near }),
    },
  );
}

/** Sentences taken apart, by the words they are of and their text. */
const takenApart = /* @__PURE__ */ new WeakMap<Words, Map<string, readonly Segment[]>>();

function sentencesOf(words: Words): Map<string, readonly Segment[]> {
  const known = takenApart.get(readObject(words, ["words"], WORDS));
  if (known !== undefined) return known;
  readDates(words.dates, ["words", "dates"], WORDS);
  const made = new Map<string, readonly Segment[]>();
  takenApart.set(words, made);
  return made;
}

/** The index of the row a reason of a batch is about; null for any other. */
function rowOf(reason: Reason): number | null {
  const row = memberOf(reason, "row", ["reason"]);
  return Number.isSafeInteger(row) && memberOf(reason, "path", ["reason"]) !== undefined ? (row as number) : null;
}

/** `clocks[0].stages[1].unit`; nothing for the value itself, and no index of a row that the sentence begins with. */
function placeText(path: unknown, row: number | null): string | undefined {
  if (!Array.isArray(path)) return undefined;
  const parts = Array.from<unknown>(path);
  // rows are counted first in a list of rows, and last in a column; an index elsewhere is of something else
  const place = parts
    .filter((part, index) => part !== row || !(index === 0 || (index === 1 && parts.length === 2)))
    .map((part) => (typeof part === "number" ? `[${String(part)}]` : `.${String(part)}`))
    .join("");
  return place === "" ? undefined : place.replace(/^\./, "");
}

/** One reason with the words to tell it in. */
interface Telling {
  readonly reason: Reason;
  readonly key: string;
  readonly words: Words;
  /** Whether its moments have several offsets from UTC, so that the clock on the wall does not order them. */
  readonly manyOffsets: boolean;
}

/** The offset a moment is written with, `Z` or `+08:00`; nothing for what is not a moment. */
const offsetOf = (moment: unknown): string | undefined =>
  typeof moment === "string" ? /(?:[Zz]|[+-]\d\d:\d\d)$/.exec(moment)?.[0].toUpperCase() : undefined;

/** Whether the moments a sentence names are written with several offsets. */
function hasManyOffsets(reason: Reason, segments: readonly Segment[]): boolean {
  const offsets = new Set<string>();
  for (const { parts } of segments) {
    for (const part of parts) {
      if (typeof part === "string" || part.form !== "moment") continue;
      const offset = offsetOf(factOf(reason, part.names[0] ?? "", "moment"));
      if (offset !== undefined) offsets.add(offset);
    }
  }
  return offsets.size > 1;
}

/** A label key is among the labels of a reason that has them: one of its figures may have the same name. */
const insideFor = (reason: Reason, form: string): readonly string[] =>
  form === "label" && memberOf(reason, "labels", ["reason"]) !== undefined ? ["labels"] : INSIDE;

/** A fact of a reason: of one of its members for facts, or its own. */
function factOf(reason: Reason, name: string, form: string): unknown {
  for (const member of insideFor(reason, form)) {
    const inside = memberOf(reason, member, ["reason"]);
    const fact = ownOf(inside, name, ["reason", member]);
    if (fact !== undefined) return fact;
  }
  if (name === "path") return placeText(memberOf(reason, name, ["reason"]), rowOf(reason));
  // an error has members besides its facts, such as its name
  return isDomainError(reason) ? undefined : ownOf(reason, name, ["reason"]);
}

/**
 * An empty list is like a fact that is not there, and so is false, except where it has a word of its own, such as yes and
 * no; and so is a type that needs no word, because what was given says it.
 */
const isAbsent = (fact: unknown, form: string): boolean =>
  fact === undefined ||
  fact === null ||
  (fact === false && !form.startsWith("label.")) ||
  (Array.isArray(fact) && fact.length === 0) ||
  (form === "type" && !(VALUE_TYPES as readonly unknown[]).includes(fact));

function placeholderText(telling: Telling, { names, absent, form }: Placeholder): string | null {
  const { reason, key, words } = telling;
  const facts = names.map((name) => factOf(reason, name, form));
  if (absent) return facts.every((fact) => isAbsent(fact, form)) ? "" : null;
  if (facts.some((fact) => isAbsent(fact, form))) return null;
  const text = written(form, facts, words);
  if (text === undefined) return refuse(WORDS, ["words", key], `no such form: ${form}`, { received: form });
  if (text !== null) {
    const offset = form === "moment" && telling.manyOffsets ? offsetOf(facts[0]) : undefined;
    return offset === undefined || offset === "Z" ? text : `${text} (UTC${offset})`;
  }
  const fact = names.join(" ");
  const details = { key: shown(key), fact, received: describeValue(facts[0]) };
  return refuse(
    "telling/invalid-fact" satisfies TellingErrorCode,
    ["reason", fact],
    `not a fact to be told as ${form}`,
    details,
  );
}

function segmentText(telling: Telling, { optional, parts }: Segment): string {
  let text = "";
  for (const part of parts) {
    const piece = typeof part === "string" ? part : placeholderText(telling, part);
    if (piece !== null) text += piece;
    else if (optional) return "";
    else return refuseAbsent(telling, part as Placeholder);
  }
  return text;
}

function refuseAbsent({ key }: Telling, { names }: Placeholder): never {
  const fact = names.join(" ");
  const code: TellingErrorCode = "telling/missing-fact";
  return refuse(code, ["reason", fact], "needed by the sentence and not there", { key: shown(key), fact });
}

/** Which row of a batch, or which case of a desk, a reason is about. */
function subjectOf(reason: Reason, words: Words): string {
  const row = rowOf(reason);
  if (row !== null) return label(words, "text.row").replaceAll("#", () => String(row + 1));
  const id = ownOf(reason, "case", ["reason"]);
  if (!isKey(id) || memberOf(reason, "path", ["reason"]) === undefined) return "";
  return label(words, "text.case").replaceAll("#", () => id);
}

/**
 * One reason as a sentence people can read (理由说明): an explanation line, an issue, a refusal, the reason of an outcome, a
 * check or a step of a computation, in the language of the words.
 *
 * Dates, months and lengths of time are written as people of that language write them, amounts with the signs of its
 * region (by `formatMoney`: the only part that the host's locale data may change). A row of a batch is counted from
 * 1, as people count. Moments show the clock on the wall at their own offset, and the offset too where a reason has
 * moments of several. An id of the bank's own without a label is told by its key, such as `slaStage.acme-review`: see
 * {@link OWN_LABEL_KINDS}.
 *
 * @param reason - plain data with a code, formula, line, rule or reason, as the functions of this library return or throw it
 * @param words - a language: `zhHans` from `relationship-banking/labels/zh-Hans`, whole or of the rooms needed, with a
 *   bank's own labels spread over it
 * @returns the sentence
 * @throws `telling/unknown-reason` when the words have no sentence for it
 * @throws `telling/missing-fact`, `telling/invalid-fact` when it lacks what the sentence says, or has something else there
 * @throws `telling/unknown-label` when the words lack the label of an id of a kind that a bank cannot add to, such as the state
 * of a stage; ids of the kinds of {@link OWN_LABEL_KINDS} are told by their key, the library's own among them too
 * @throws `telling/invalid-reason`, `telling/invalid-words` for something other than a reason, or words
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * const line = { code: "holiday-skipped", date: "2026-02-17", name: "春节", provisional: false };
 * tell(line, zhHans) // => "2026年2月17日为节假日（春节），不计入时限。"
 * tell({ code: "allowed", amount: 3, unit: "working-day" }, en) // => "The time allowed is 3 working days."
 * tell({ code: "started-by-stage", stage: "acme-review", at: "2026-03-02T09:00:00+08:00" }, en) // => "The time limit runs from the end of the stage “slaStage.acme-review” on 2 March 2026 at 09:00."
 * tell({ ok: false, reason: "no-such-reason" }, en) // throws telling/unknown-reason
 * @since 0.1.0
 */
export function tell(reason: Reason | (Reason & Members), words: Words): string {
  const sentences = sentencesOf(words);
  const key = keyOf(reason);
  const text = sentenceFor(key, words);
  let segments = sentences.get(text);
  if (segments === undefined) {
    segments = segmentsOf(text, key);
    sentences.set(text, segments);
  }
  const telling = { reason, key, words, manyOffsets: hasManyOffsets(reason, segments) };
  return `${subjectOf(reason, words)}${segments.map((segment) => segmentText(telling, segment)).join("")}`;
}
