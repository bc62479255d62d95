/** Looks of paragraphs, as the file's style sheet names them. */
export const PARAGRAPH_STYLES = [
  "Normal",
  "Heading1",
  "Heading2",
  "Heading3",
  "Heading4",
  "Caption",
  "ListParagraph",
  "TableText",
  "TableHeader",
  "TableList",
  "TileValue",
  "Signature",
  "Header",
  "Footer",
  "Gap",
] as const;

/** The look of a paragraph. */
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];

/** Looks of words inside a paragraph. */
export const CHARACTER_STYLES = ["Strong", "Muted", "Warning"] as const;

/** The look of words inside a paragraph. */
export type CharacterStyle = (typeof CHARACTER_STYLES)[number];

/** Looks of tables. */
export const TABLE_STYLES = [
  "Figures",
  "Pairs",
  "Tiles",
  "NoteInformation",
  "NoteWarning",
  "NoteSample",
  "Layout",
] as const;

/** The look of a table. */
export type TableStyle = (typeof TABLE_STYLES)[number];

/** Widths are in twentieths of a point: 1440 an inch, 567 a centimetre. */
export interface Page {
  readonly landscape: boolean;
  /** Width between the margins. */
  readonly width: number;
}

const LONG = 16838;
const SHORT = 11906;
const SIDE_MARGIN = 850;

/** A4 upright. */
export const PORTRAIT: Page = { landscape: false, width: SHORT - 2 * SIDE_MARGIN };

/** A4 on its side. */
export const LANDSCAPE: Page = { landscape: true, width: LONG - 2 * SIDE_MARGIN };

/** Size and margins of a page, with its header and its footer. */
export function sectionXml({ landscape }: Page): string {
  const [width, height, turned] = landscape ? [LONG, SHORT, ' w:orient="landscape"'] : [SHORT, LONG, ""];
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>' +
    `<w:pgSz w:w="${String(width)}" w:h="${String(height)}"${turned}/>` +
    `<w:pgMar w:top="1077" w:right="${String(SIDE_MARGIN)}" w:bottom="964" w:left="${String(SIDE_MARGIN)}" w:header="510" w:footer="454" w:gutter="0"/></w:sectPr>`
  );
}
