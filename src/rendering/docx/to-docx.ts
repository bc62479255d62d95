import { optional, readLanguageTag, shapeOf } from "../../core/inner.ts";
import type { BlockDocument } from "../blocks.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { readDocument } from "../read-document.ts";
import { readString } from "../text.ts";
import { bodyXml, POINTS, type Lists } from "./body.ts";
import { languageOf } from "./languages.ts";
import {
  contentTypes,
  coreProperties,
  documentRelations,
  fontTable,
  footer,
  header,
  numbering,
  packageRelations,
  settings,
} from "./parts.ts";
import { stylesXml, WORD_SPACES, XML_START } from "./styles.ts";
import { zipOf } from "./zip.ts";

/** How a Word document is written. */
export interface DocxOptions {
  /** Language of the text, a BCP 47 tag such as `"zh-Hans"`; spelling and fonts go by it. */
  readonly lang: string;
  /** Title of the file; default the document's own. */
  readonly title?: string;
}

const readOptions = shapeOf<DocxOptions>({ lang: readLanguageTag, title: optional(readString) });

/**
 * A document as a Word file on A4 paper (Word 文档).
 *
 * Headings, captions, lists and tables are Word's own, with styles that a bank can change; header rows are repeated and
 * no row is split over two pages; a table of more than seven columns has pages on their side, and one that has no room
 * there is written in several, each with the first column. The running text is the header, page numbers are the footer. Figures are
 * written as tables. Text never becomes markup, a formula or a field. Byte-stable: the same document gives the same
 * bytes on every runtime and on any day.
 *
 * @param doc - block tree
 * @param options - language, and a different title of the file
 * @returns the bytes of a `.docx` file
 * @throws `rendering/invalid-document` for a block of an unknown kind, a member that is missing, misspelt or of another
 *   kind, a row without one cell per column, columns nested deeper than `MAX_NESTED_COLUMNS`
 * @throws `rendering/invalid-option` for a language that is not a BCP 47 tag, such as `zh_CN`, and for any other option
 *   that is missing, misspelt or of another kind
 * @see ISO/IEC 29500-1:2016, Office Open XML
 * @example
 * const doc = { title: "Plan", blocks: [{ type: "paragraph", text: "1 < 2" }] } as const;
 * const file = toDocx(doc, { lang: "en" });
 * String.fromCharCode(...file.subarray(0, 2)) // => "PK"
 * new TextDecoder().decode(file).includes("1 &lt; 2") // => true
 * toDocx(doc, { lang: "zh_CN" }) // throws rendering/invalid-option
 * @since 0.1.0
 */
export function toDocx(doc: BlockDocument, options: DocxOptions): Uint8Array {
  const { lang, title } = readOptions(options, ["options"], "rendering/invalid-option" satisfies RenderingErrorCode);
  const { blocks, running, title: own } = readDocument(doc);
  const language = languageOf(lang);
  const lists: Lists = { last: POINTS };
  const body = bodyXml(blocks, lists);
  return zipOf([
    { name: "[Content_Types].xml", text: contentTypes },
    { name: "_rels/.rels", text: packageRelations },
    { name: "docProps/core.xml", text: coreProperties(title ?? own, lang) },
    { name: "word/_rels/document.xml.rels", text: documentRelations },
    { name: "word/document.xml", text: `${XML_START}<w:document ${WORD_SPACES}><w:body>${body}</w:body></w:document>` },
    { name: "word/styles.xml", text: stylesXml(language) },
    { name: "word/numbering.xml", text: numbering(lists.last) },
    { name: "word/settings.xml", text: settings },
    { name: "word/header1.xml", text: header(running ?? own) },
    { name: "word/footer1.xml", text: footer },
    { name: "word/fontTable.xml", text: fontTable(language) },
  ]);
}
