/**
 * Documents: one tree of blocks, written as Markdown and as printable HTML, and the documents the library makes.
 *
 * @packageDocumentation
 */
export type { RenderingErrorCode } from "./errors.ts";
export type { RenderingErrorDetails, RenderingIssue, RenderingReasons } from "./reasons.ts";
export { ALIGNMENTS, BAR_TONES, CELL_EMPHASES, MAX_NESTED_COLUMNS, NOTE_TONES, PAIRS_DISPLAYS } from "./blocks.ts";
export type {
  Alignment,
  Bar,
  BarPart,
  BarsBlock,
  BarTone,
  Block,
  BlockDocument,
  Cell,
  CellEmphasis,
  Column,
  ColumnsBlock,
  FormattedCell,
  HeadingBlock,
  ListBlock,
  NoteBlock,
  NoteTone,
  PageBreakBlock,
  Pair,
  PairsBlock,
  PairsDisplay,
  ParagraphBlock,
  SignaturesBlock,
  TableBlock,
} from "./blocks.ts";
export { toMarkdown } from "./writers/markdown.ts";
export { toHtml, type HtmlOptions } from "./writers/html.ts";
export { documentStyles } from "./writers/styles.ts";
export { escapeHtml, escapeMarkdown } from "./text.ts";
export { amountText, figureText, percentText } from "./plan/figure-text.ts";
export { strategyPlanDocument, type PlanDocumentOptions } from "./plan/document.ts";
export {
  PLAN_DOCUMENT_WORDS,
  type PlanDocumentLabelKey,
  type PlanDocumentLabels,
  type PlanDocumentWord,
} from "./plan/words.ts";
