/** The small parts of a file: what is in it, how its parts refer to each other, lists, header, footer, fonts. */
import { POINTS } from "./body.ts";
import { LATIN_FONT, type DocumentLanguage } from "./languages.ts";
import { escapeXml, paragraph, run } from "./xml.ts";
import { WORD_SPACES, XML_START } from "./styles.ts";

const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const PROPERTIES = "http://schemas.openxmlformats.org/package/2006";

/** Parts beside the text, in the order of their relations `rId1`, `rId2`, …, by kind, which is also their type. */
const PARTS = [
  ["styles", "styles"],
  ["numbering", "numbering"],
  ["settings", "settings"],
  ["header", "header1"],
  ["footer", "footer1"],
  ["fontTable", "fontTable"],
] as const;

/** Which part is of which type. */
export const contentTypes = [
  `${XML_START}<Types xmlns="${PROPERTIES}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>`,
  ...PARTS.map(([kind, file]) => `<Override PartName="/word/${file}.xml" ContentType="${WORD_TYPE}.${kind}+xml"/>`),
  "</Types>",
].join("");

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${String(id)}" Type="${type}" Target="${target}"/>`;

/** From the file to its text and its properties. */
export const packageRelations = [
  `${XML_START}<Relationships xmlns="${RELATIONS}">`,
  relation(1, `${RELATION}/officeDocument`, "word/document.xml"),
  relation(2, `${RELATIONS}/metadata/core-properties`, "docProps/core.xml"),
  "</Relationships>",
].join("");

/** From the text to what it uses. */
export const documentRelations = [
  `${XML_START}<Relationships xmlns="${RELATIONS}">`,
  ...PARTS.map(([kind, file], at) => relation(at + 1, `${RELATION}/${kind}`, `${file}.xml`)),
  "</Relationships>",
].join("");

/** Title and language; no author and no day, which the library does not know. */
export const coreProperties = (title: string, lang: string): string =>
  `${XML_START}<cp:coreProperties xmlns:cp="${PROPERTIES}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(lang)}</dc:language></cp:coreProperties>`;

/** Word as of 2013, so that it does not open the file as one of an older version. */
export const settings =
  `${XML_START}<w:settings ${WORD_SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="doNotCompress"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

const level = (id: number, format: string, text: string, indent: number): string =>
  `<w:abstractNum w:abstractNumId="${String(id)}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
  `<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
  `<w:pPr><w:ind w:left="${String(indent)}" w:hanging="${String(indent)}"/></w:pPr></w:lvl></w:abstractNum>`;

/** Lists: one of points, and one for each list with an order, so that each begins at 1. */
export function numbering(last: number): string {
  const ordered = Array.from({ length: last - POINTS }, (_, at) => {
    const id = String(POINTS + 1 + at);
    return `<w:num w:numId="${id}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
  });
  return [
    `${XML_START}<w:numbering ${WORD_SPACES}>`,
    level(1, "bullet", "•", 260),
    level(2, "decimal", "%1.", 400),
    `<w:num w:numId="${String(POINTS)}"><w:abstractNumId w:val="1"/></w:num>`,
    ...ordered,
    "</w:numbering>",
  ].join("");
}

/** What every page says at its head. */
export const header = (running: string): string =>
  `${XML_START}<w:hdr ${WORD_SPACES}>${paragraph("Header", run(running))}</w:hdr>`;

const field = (name: string): string => `<w:fldSimple w:instr=" ${name} ">${run("1")}</w:fldSimple>`;

/** Page and pages. */
export const footer = `${XML_START}<w:ftr ${WORD_SPACES}>${paragraph("Footer", `${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}`)}</w:ftr>`;

/** By what a missing font is replaced. */
export const fontTable = ({ font }: DocumentLanguage): string =>
  `${XML_START}<w:fonts ${WORD_SPACES}><w:font w:name="${LATIN_FONT}"><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>` +
  `<w:font w:name="${font.name}"><w:altName w:val="${font.alternative}"/><w:charset w:val="${font.charset}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
