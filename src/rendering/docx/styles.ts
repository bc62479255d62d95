import { LATIN_FONT, type DocumentLanguage } from "./languages.ts";

/** What begins each part of a file. */
export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces of text, and of how parts refer to each other. */
export const WORD_SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const spacing = (before: number, after: number, line = 264): string =>
  `<w:spacing w:before="${String(before)}" w:after="${String(after)}" w:line="${String(line)}" w:lineRule="auto"/>`;
const size = (halfPoints: number): string =>
  `<w:sz w:val="${String(halfPoints)}"/><w:szCs w:val="${String(halfPoints)}"/>`;
const colour = (rgb: string): string => `<w:color w:val="${rgb}"/>`;
const BOLD = "<w:b/><w:bCs/>";
const ink = { text: "1B2430", title: "12304F", muted: "5B6776", rule: "B8C4D0", hair: "D5DCE4" };

/** Lines of one height, so that figures and Chinese signs stand level. */
const TIGHT = '<w:spacing w:before="0" w:after="0" w:line="236" w:lineRule="exact"/>';

interface ParagraphLook {
  /** Name as Word knows its own, and shows others. */
  readonly name: string;
  readonly paragraph: string;
  readonly letters: string;
}

const line = (side: string, rgb: string, width: number, space: number): string =>
  `<w:${side} w:val="single" w:sz="${String(width)}" w:space="${String(space)}" w:color="${rgb}"/>`;

const heading = (level: number, halfPoints: number, before: number, after: number, border = ""): ParagraphLook => ({
  name: `heading ${String(level)}`,
  paragraph: `<w:keepNext/><w:keepLines/>${border}${spacing(before, after)}<w:outlineLvl w:val="${String(level - 1)}"/>`,
  letters: `${BOLD}${colour(ink.title)}${size(halfPoints)}`,
});

const PARAGRAPHS = {
  Normal: { name: "Normal", paragraph: spacing(20, 40), letters: "" },
  Heading1: heading(1, 28, 0, 80, `<w:pBdr>${line("bottom", ink.title, 18, 4)}</w:pBdr>`),
  Heading2: heading(2, 25, 300, 120, `<w:pBdr>${line("bottom", ink.rule, 6, 2)}</w:pBdr>`),
  Heading3: heading(3, 20, 120, 30),
  Heading4: heading(4, 20, 140, 60),
  Caption: {
    name: "caption",
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(60, 30)}`,
    letters: `${BOLD}${colour(ink.title)}${size(18)}`,
  },
  ListParagraph: { name: "List Paragraph", paragraph: spacing(0, 10, 252), letters: "" },
  TableText: { name: "Table Text", paragraph: TIGHT, letters: size(17) },
  TableHeader: {
    name: "Table Header",
    paragraph: TIGHT,
    letters: `${BOLD}${colour(ink.title)}${size(17)}`,
  },
  TableList: { name: "Table List", paragraph: TIGHT, letters: size(17) },
  TileValue: { name: "Tile Value", paragraph: spacing(0, 0), letters: `${BOLD}${colour(ink.title)}${size(22)}` },
  Signature: {
    name: "Signature",
    paragraph: `<w:keepLines/><w:pBdr>${line("top", ink.text, 6, 3)}</w:pBdr>${spacing(320, 0)}<w:ind w:right="240"/>`,
    letters: size(17),
  },
  Header: {
    name: "header",
    paragraph: `<w:pBdr>${line("bottom", ink.rule, 4, 3)}</w:pBdr>${spacing(0, 0, 240)}`,
    letters: `${colour(ink.muted)}${size(15)}`,
  },
  Footer: {
    name: "footer",
    paragraph: `${spacing(0, 0, 240)}<w:jc w:val="right"/>`,
    letters: `${colour(ink.muted)}${size(15)}`,
  },
  Gap: {
    name: "Gap",
    paragraph: '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/>',
    letters: size(2),
  },
} satisfies Readonly<Record<string, ParagraphLook>>;

/** The look of a paragraph. */
export type ParagraphStyle = keyof typeof PARAGRAPHS;

const CHARACTERS = {
  Strong: BOLD,
  Muted: `${colour(ink.muted)}${size(17)}`,
  Warning: `${BOLD}${colour("8A3B00")}`,
} satisfies Readonly<Record<string, string>>;

/** The look of words inside a paragraph. */
export type CharacterStyle = keyof typeof CHARACTERS;

interface TableLook {
  readonly borders: string;
  readonly fill?: string;
  /** Space around the text of cells: above and below, left and right. */
  readonly space: readonly [number, number];
  /** Looks of what is set apart. */
  readonly parts?: string;
  readonly letters?: string;
}

const box = (rgb: string, kind: string, width: number, left: string): string =>
  ["top", "left", "bottom", "right"]
    .map((side) =>
      side === "left" && left !== ""
        ? line("left", left, 36, 0)
        : `<w:${side} w:val="${kind}" w:sz="${String(width)}" w:space="0" w:color="${rgb}"/>`,
    )
    .join("");

const firstColumn = `<w:tblStylePr w:type="firstCol"><w:rPr>${colour(ink.title)}</w:rPr></w:tblStylePr>`;

const TABLES = {
  Figures: {
    borders: line("bottom", ink.hair, 4, 0) + line("insideH", ink.hair, 4, 0),
    space: [30, 100],
    parts:
      `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line("bottom", ink.title, 12, 0)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E6EDF5"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>` +
      `<w:tblStylePr w:type="lastRow"><w:rPr>${BOLD}</w:rPr><w:tcPr><w:tcBorders>${line("top", ink.title, 12, 0)}</w:tcBorders></w:tcPr></w:tblStylePr>` +
      firstColumn,
  },
  Pairs: {
    borders: line("bottom", ink.hair, 4, 0) + line("insideH", ink.hair, 4, 0),
    space: [30, 60],
    parts: `<w:tblStylePr w:type="firstCol"><w:rPr>${BOLD}${colour("43505F")}</w:rPr></w:tblStylePr>`,
  },
  Tiles: {
    borders:
      line("top", "1F4E79", 18, 0) +
      ["left", "bottom", "right", "insideH", "insideV"].map((side) => line(side, ink.rule, 4, 0)).join(""),
    space: [60, 110],
  },
  NoteInformation: { borders: box(ink.rule, "single", 4, "1F4E79"), space: [60, 140] },
  NoteWarning: { borders: box("D9A441", "single", 4, "B86E00"), fill: "FFF8EA", space: [60, 140] },
  NoteSample: { borders: box("A3271F", "dashed", 12, ""), fill: "FDF1F0", space: [60, 140], letters: colour("7C1D16") },
  Layout: { borders: "", space: [0, 0] },
} satisfies Readonly<Record<string, TableLook>>;

/** The look of a table. */
export type TableStyle = keyof typeof TABLES;

const paragraphStyle = ([id, { name, paragraph, letters }]: [string, ParagraphLook]): string =>
  `<w:style w:type="paragraph"${id === "Normal" ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>` +
  `${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

const characterStyle = ([id, letters]: [string, string]): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:qFormat/><w:rPr>${letters}</w:rPr></w:style>`;

function tableStyle([id, { borders, fill, space, parts = "", letters = "" }]: [string, TableLook]): string {
  const [above, beside] = space.map(String);
  const margins = (
    [
      ["top", above],
      ["left", beside],
      ["bottom", above],
      ["right", beside],
    ] as const
  ).map(([side, width]) => `<w:${side} w:w="${width ?? "0"}" w:type="dxa"/>`);
  const shade = fill === undefined ? "" : `<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/></w:tcPr>`;
  return (
    `<w:style w:type="table" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${letters}</w:rPr>` +
    `<w:tblPr>${borders === "" ? "" : `<w:tblBorders>${borders}</w:tblBorders>`}<w:tblCellMar>${margins.join("")}</w:tblCellMar></w:tblPr>${shade}${parts}</w:style>`
  );
}

/** The looks of all that is in a file; a bank changes them in Word, or in a template of its own. */
export function stylesXml({ latin, eastAsian, font }: DocumentLanguage): string {
  const fonts = `<w:rFonts w:ascii="${LATIN_FONT}" w:hAnsi="${LATIN_FONT}" w:eastAsia="${font.name}" w:cs="${LATIN_FONT}"/>`;
  return [
    `${XML_START}<w:styles ${WORD_SPACES}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(20)}`,
    `<w:lang w:val="${latin}" w:eastAsia="${eastAsian}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    ...Object.entries(PARAGRAPHS).map(paragraphStyle),
    ...Object.entries(CHARACTERS).map(characterStyle),
    ...Object.entries(TABLES).map(tableStyle),
    "</w:styles>",
  ].join("");
}
