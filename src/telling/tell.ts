import { describeValue, type Path } from "../core/index.ts";
import { nearestName, readObject, refuse, refuseKind } from "../core/inner.ts";
import type { TellingErrorCode } from "./errors.ts";
import { written } from "./formats.ts";
import { segmentsOf, type Placeholder, type Segment } from "./template.ts";
import { readDates } from "./read-dates.ts";
import type { Reason, Words } from "./types.ts";

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
  const given = Object.hasOwn(words, key) ? memberOf(words, key, ["words"]) : undefined;
  if (typeof given === "string") return given;
  if (given !== undefined) return refuseKind(WORDS, ["words", key], "not a text", given);
  const near = nearestName(key, Object.keys(words));
  return refuse("telling/unknown-reason" satisfies TellingErrorCode, ["reason"], "no sentence for this reason", {
    key: shown(key),
    ...(near === null ? {} : { didYouMean: near }),
  });
}

/** Sentences taken apart, by the words they are of. */
const takenApart = /* @__PURE__ */ new WeakMap<Words, Map<string, readonly Segment[]>>();

function sentencesOf(words: Words): Map<string, readonly Segment[]> {
  const known = takenApart.get(readObject(words, ["words"], WORDS));
  if (known !== undefined) return known;
  readDates(words.dates, ["words", "dates"], WORDS);
  const made = new Map<string, readonly Segment[]>();
  takenApart.set(words, made);
  return made;
}

/** `clocks[0].stages[1].unit`; nothing for the value itself. */
function placeText(path: unknown): string | undefined {
  if (!Array.isArray(path)) return undefined;
  const place = Array.from<unknown>(path)
    .map((part) => (typeof part === "number" ? `[${String(part)}]` : `.${String(part)}`))
    .join("");
  return place === "" ? undefined : place.replace(/^\./, "");
}

/** One reason with the words to tell it in. */
interface Telling {
  readonly reason: Reason;
  readonly key: string;
  readonly words: Words;
}

/** A label key is among the labels of a reason that has them: one of its figures may have the same name. */
const insideFor = (reason: Reason, form: string): readonly string[] =>
  form === "label" && memberOf(reason, "labels", ["reason"]) !== undefined ? ["labels"] : INSIDE;

/** A fact of a reason: of one of its members for facts, or its own. */
function factOf({ reason }: Telling, name: string, form: string): unknown {
  for (const member of insideFor(reason, form)) {
    const inside = memberOf(reason, member, ["reason"]);
    const fact = memberOf(inside, name, ["reason", member]);
    if (fact !== undefined) return fact;
  }
  const own = memberOf(reason, name, ["reason"]);
  return name === "path" ? placeText(own) : own;
}

/**
 * An empty list is like a fact that is not there, and so is false, except where it has a word of its own, such as yes and
 * no.
 */
const isAbsent = (fact: unknown, form: string): boolean =>
  fact === undefined ||
  fact === null ||
  (fact === false && !form.startsWith("label.")) ||
  (Array.isArray(fact) && fact.length === 0);

function placeholderText(telling: Telling, { names, absent, form }: Placeholder): string | null {
  const { key, words } = telling;
  const facts = names.map((name) => factOf(telling, name, form));
  if (absent) return facts.every((fact) => isAbsent(fact, form)) ? "" : null;
  if (facts.some((fact) => isAbsent(fact, form))) return null;
  const text = written(form, facts, words);
  if (text === undefined) return refuse(WORDS, ["words", key], `no such form: ${form}`, { received: form });
  if (text !== null) return text;
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

/**
 * One reason as a sentence people can read (理由说明): an explanation line, an issue, a refusal, the reason of an outcome, a
 * check or a step of a computation, in the language of the words.
 *
 * Dates, months and lengths of time are written as people of that language write them, amounts with the signs of its
 * region (by `formatMoney`: the only part that the host's locale data may change). A row of a batch is counted from
 * 1, as people count. Moments show the clock on the wall at their own offset.
 *
 * @param reason - plain data with a code, formula, line, rule or reason, as the functions of this library return or throw it
 * @param words - a language: `zhHans` from `relationship-banking/labels/zh-Hans`, whole or of the rooms needed, with a
 *   bank's own labels spread over it
 * @returns the sentence
 * @throws `telling/unknown-reason` when the words have no sentence for it
 * @throws `telling/missing-fact`, `telling/invalid-fact` when it lacks what the sentence says, or has something else there
 * @throws `telling/unknown-label` when it names something the bank has to find words for, such as a stage of its own policy
 * @throws `telling/invalid-reason`, `telling/invalid-words` for something other than a reason, or words
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * const line = { code: "holiday-skipped", date: "2026-02-17", name: "春节", provisional: false };
 * tell(line, zhHans) // => "2026年2月17日为节假日（春节），不计入时限。"
 * tell({ code: "allowed", amount: 3, unit: "working-day" }, en) // => "The time allowed is 3 working days."
 * tell({ ok: false, reason: "no-such-reason" }, en) // throws telling/unknown-reason
 * @since 0.1.0
 */
export function tell(reason: Reason | (Reason & Members), words: Words): string {
  const sentences = sentencesOf(words);
  const key = keyOf(reason);
  let segments = sentences.get(key);
  if (segments === undefined) {
    segments = segmentsOf(sentenceFor(key, words), key);
    sentences.set(key, segments);
  }
  const telling = { reason, key, words };
  const sentence = segments.map((segment) => segmentText(telling, segment)).join("");
  const row = memberOf(reason, "row", ["reason"]);
  if (!Number.isSafeInteger(row) || memberOf(reason, "path", ["reason"]) === undefined) return sentence;
  return `${sentenceFor("text.row", words).replace("#", String((row as number) + 1))}${sentence}`;
}
