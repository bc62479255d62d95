import { refuse } from "../core/inner.ts";
import type { TellingErrorCode } from "./errors.ts";

/** A fact to be written: its name or, for a length of time, the names of its amount and unit; and the form it takes. */
export interface Placeholder {
  readonly names: readonly string[];
  /** Whether the sentence only asks that the fact is absent or false. */
  readonly absent: boolean;
  readonly form: string;
}

/** A part of a sentence; an optional one falls away when one of its facts is absent or false. */
export interface Segment {
  readonly optional: boolean;
  readonly parts: readonly (string | Placeholder)[];
}

const PLACEHOLDER = /^(!?)([A-Za-z]+(?: [A-Za-z]+)?)(?::([a-z]+(?:\.[A-Za-z]+)?))?$/;

function placeholderOf(written: string, key: string): Placeholder {
  const [, not, names = "", form = "text"] = PLACEHOLDER.exec(written) ?? refuseSentence(key, written);
  return { names: names.split(" "), absent: not === "!", form };
}

function refuseSentence(key: string, written: string): never {
  const code: TellingErrorCode = "telling/invalid-words";
  return refuse(code, ["words", key], `not a placeholder: {${written}}`, {
    received: `string(${String(written.length)})`,
  });
}

function partsOf(text: string, key: string): (string | Placeholder)[] {
  return text.split(/(\{[^{}]*\})/).flatMap((piece): (string | Placeholder)[] => {
    if (piece === "") return [];
    if (piece.startsWith("{") && piece.endsWith("}")) return [placeholderOf(piece.slice(1, -1), key)];
    return /[{}[\]]/.test(piece) ? refuseSentence(key, piece) : [piece];
  });
}

/**
 * A sentence taken apart: text, `{fact:form}`, and `[parts]` that fall away with their facts.
 *
 * @throws `telling/invalid-words` for brackets that do not pair, and for a placeholder that is not one
 */
export function segmentsOf(sentence: string, key: string): readonly Segment[] {
  return sentence.split(/(\[[^[\]]*\])/).flatMap((piece): Segment[] => {
    if (piece === "") return [];
    const optional = piece.startsWith("[") && piece.endsWith("]");
    return [{ optional, parts: partsOf(optional ? piece.slice(1, -1) : piece, key) }];
  });
}
