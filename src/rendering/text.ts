import type { Path } from "../core/index.ts";
import { refuseKind } from "../core/inner.ts";
import type { RenderingErrorCode } from "./errors.ts";

/** A text, blank or not. */
export function readString(value: string, path: Path, code: string): string {
  return typeof (value as unknown) === "string" ? value : refuseKind(code, path, "not a text", value);
}

const readArgument = (text: string): string =>
  readString(text, ["text"], "rendering/invalid-text" satisfies RenderingErrorCode);

/** What is clean except for blanks at its ends, as most texts are: letters of Europe, Chinese signs, punctuation of both. */
const PLAIN =
  /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u3001-\u303d\u4e00-\u9fff\uff01-\uff5e]*$/;
const BROKEN = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** A joiner without a letter, a mark or an emoji on both sides. */
const IDLE_JOINERS =
  /[\u200c\u200d](?:(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}][\u200c\u200d])|(?![\p{L}\p{M}\p{Extended_Pictographic}]))/gu;

/**
 * A text as it may appear in a document, in any format: what it says is what a reader sees, XML 1.0 accepts it, and a
 * terminal shows it without doing anything.
 *
 * In this order: halves of surrogate pairs and code points that are not characters (such as U+FFFE) become U+FFFD; line
 * ends of any kind become line feeds, tabs become spaces; removed is what nobody sees: control characters, soft hyphens,
 * zero-width spaces and word joiners, byte order marks, marks and overrides of the writing direction (they can make an
 * account number read backwards), annotation marks, tag characters. Joiners and non-joiners (U+200C, U+200D) stay
 * between letters, marks and emoji, which need them, and are removed elsewhere.
 *
 * @param text - any string
 * @returns clean text, trimmed; cleaned again, the same
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .replace(BROKEN, "\ufffd")
    .replace(LINE_ENDS, "\n")
    .replace(/\t/g, " ")
    .replace(INVISIBLE, "")
    .replace(IDLE_JOINERS, "")
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

/** The first of some texts that shows anything; a blank one names nobody. */
export const firstShown = (...texts: readonly (string | null | undefined)[]): string | undefined =>
  texts.find((text) => typeof text === "string" && showsSomething(text)) ?? undefined;

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

/** What a backslash does not help against in tables and HTML. */
const MARKDOWN_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
};

/**
 * A text for GitHub-flavoured Markdown, safe in paragraphs, headings, list items and table cells (Markdown 转义).
 *
 * Nothing in the text can start a block, a table cell, emphasis, code, HTML, a link or an image; line feeds become
 * `<br>`, so that a text is always one line. A viewer that looks for e-mail addresses in what is shown may still turn one
 * into a link.
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
    .replace(/[\\`*_[\]~#$@&<>|]/g, (character) => MARKDOWN_ENTITIES[character] ?? `\\${character}`)
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(www)\./gi, "$1\\.")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^[-+=]/, "\\$&")
    .split("\n")
    .map((line) => line.trim())
    .join("<br>");
}
