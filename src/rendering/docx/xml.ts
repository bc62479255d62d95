import type { Alignment, CellEmphasis } from "../blocks.ts";
import { cleanText } from "../text.ts";
import type { CharacterStyle, ParagraphStyle } from "./styles.ts";

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text for XML, as content and inside a quoted attribute, with its line feeds: every text of a file passes here. */
export const escapeXml = (text: string): string => cleanText(text).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** A text for an attribute, which has one line. */
export const xmlAttribute = (text: string): string => escapeXml(text).replaceAll("\n", " ");

/** What a paragraph is besides its text. */
export interface ParagraphForm {
  /** Whether it stays on the page of the next one. */
  readonly keepNext?: boolean;
  /** Number of the list it is an item of. */
  readonly list?: number;
  readonly align?: Alignment;
}

const SIDES: Readonly<Record<Alignment, string>> = {
  start: "",
  end: '<w:jc w:val="right"/>',
  center: '<w:jc w:val="center"/>',
};

/** A paragraph; its members come in the order the schema asks for. */
export function paragraph(
  style: ParagraphStyle,
  content: string,
  { keepNext = false, list, align = "start" }: ParagraphForm = {},
): string {
  const kept = keepNext ? "<w:keepNext/>" : "";
  const item = list === undefined ? "" : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${String(list)}"/></w:numPr>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${kept}${item}${SIDES[align]}</w:pPr>${content}</w:p>`;
}

/** Text with its line feeds as breaks. */
export function run(text: string, style?: CharacterStyle): string {
  const look = style === undefined ? "" : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`;
  const lines = escapeXml(text)
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`);
  return `<w:r>${look}${lines.join("<w:br/>")}</w:r>`;
}

/** The look of a cell's text. */
export const EMPHASIS: Readonly<Record<CellEmphasis, CharacterStyle>> = {
  strong: "Strong",
  muted: "Muted",
  warning: "Warning",
};

/** A line of no height: after a table, which would run into the next one, and before a new page. */
export const gap = (properties = ""): string => `<w:p><w:pPr><w:pStyle w:val="Gap"/>${properties}</w:pPr></w:p>`;
