import type { Path } from "../core/index.ts";
import { refuseKind } from "../core/inner.ts";
import type { RenderingErrorCode } from "./errors.ts";

/** A text, blank or not. */
export function readString(value: string, path: Path, code: string): string {
  return typeof (value as unknown) === "string" ? value : refuseKind(code, path, "not a text", value);
}

const readArgument = (text: string): string =>
  readString(text, ["text"], "rendering/invalid-text" satisfies RenderingErrorCode);

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
const INVISIBLE_CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * A text as it may appear in a document: line ends as line feeds, tabs as spaces, no control characters, no overrides
 * of the writing direction (they can make an account number read backwards), no broken surrogate pairs.
 *
 * @param text - any string
 * @returns clean text, trimmed
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_ENDS, "\n")
    .replace(/\t/g, " ")
    .replace(INVISIBLE_CONTROLS, "")
    .replace(LONE_SURROGATES, "\ufffd")
    .trim();
}

/**
 * Whether a text shows anything: more than spaces, control characters and invisible characters.
 *
 * @param text - any string
 * @returns false for a text that looks empty on paper
 */
export function showsSomething(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text);
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text for HTML, safe as content and inside a quoted attribute (HTML 转义).
 *
 * @param text - any string; line feeds stay line feeds
 * @returns HTML that shows the text
 * @throws `rendering/invalid-text` for anything but a text
 * @example
 * escapeHtml('<b title="x">&') // => "&lt;b title=&quot;x&quot;&gt;&amp;"
 * @since 0.1.0
 */
export function escapeHtml(text: string): string {
  return cleanText(readArgument(text)).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? character);
}

/**
 * A text for GitHub-flavoured Markdown, safe in paragraphs, headings, list items and table cells (Markdown 转义).
 *
 * Nothing in the text can start a block, a table cell, emphasis, code, HTML, a link or an image; line feeds become
 * `<br>`, so that a text is always one line. A viewer may still recognise a bare e-mail address and turn it into a
 * link.
 *
 * @param text - any string
 * @returns one line of Markdown that shows the text
 * @throws `rendering/invalid-text` for anything but a text
 * @example
 * escapeMarkdown("a|b *c* <script>") // => "a&#124;b \\*c\\* &lt;script&gt;"
 * escapeMarkdown("1. first\n# second") // => "1\\. first<br>\\# second"
 * escapeMarkdown("- [x](http://a.b)") // => "\\- \\[x\\](http\\://a.b)"
 * @since 0.1.0
 */
export function escapeMarkdown(text: string): string {
  return cleanText(readArgument(text))
    .replace(/[\\`*_[\]~#$]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\|/g, "&#124;")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^[-+=]/, "\\$&")
    .split("\n")
    .map((line) => line.trim())
    .join("<br>");
}
