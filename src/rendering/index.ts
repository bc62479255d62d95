/**
 * Documents: one tree of blocks, written as Markdown and as printable HTML, and the documents the library makes.
 *
 * The path through it:
 *
 * 1. {@link strategyPlanDocument} makes the document of a plan; a document of your own is a tree of blocks as well;
 * 2. {@link toHtml} writes a document as one page for the screen and for A4 paper;
 * 3. {@link toMarkdown} writes it as Markdown.
 *
 * @packageDocumentation
 */

// -- Documents of the library
export { strategyPlanDocument } from "./plan/document.ts";
export { valueReportDocument } from "./value/document.ts";
export { classificationDocument } from "./classification/document.ts";
export { standingDocument } from "./standing/document.ts";
export { deskReportDocument } from "./desk/document.ts";

// -- Writing a document
export { toHtml } from "./writers/html.ts";
export { toMarkdown } from "./writers/markdown.ts";

// -- Text and figures
export { amountText, figureText, percentText } from "./plan/figure-text.ts";
export { escapeHtml, escapeMarkdown } from "./text.ts";

// -- The stylesheet
export { documentStyles } from "./writers/styles.ts";

// -- Words and limits
export { ALIGNMENTS, CELL_EMPHASES, MAX_NESTED_COLUMNS, NOTE_TONES, PAIRS_DISPLAYS } from "./blocks.ts";
export { BRIDGE_STEPS, FIGURE_KINDS, FIGURE_TONES } from "./figure/types.ts";
export { PLAN_DOCUMENT_WORDS } from "./plan/word-list.ts";
export { VALUE_DOCUMENT_WORDS } from "./value/words.ts";
export { CLASSIFICATION_DOCUMENT_WORDS } from "./classification/words.ts";
export { STANDING_DOCUMENT_WORDS } from "./standing/words.ts";
export { DESK_DOCUMENT_WORDS } from "./desk/words.ts";
export { PLAN_EXTENTS } from "./plan/document.ts";
export { CLIENT_PLAN_FIELDS, CLIENT_PLAN_SECTIONS, PLAN_AUDIENCES } from "./plan/audience.ts";
export { DISPLAY_UNITS, MONEY_FORMS, ROUNDED_UNITS } from "./plan/unit.ts";

// -- Types: a tree of blocks
export type {
  BlockDocument,
  Block,
  HeadingBlock,
  ParagraphBlock,
  ListBlock,
  PairsBlock,
  Pair,
  PairsDisplay,
  TableBlock,
  Column,
  Alignment,
  Cell,
  FormattedCell,
  CellEmphasis,
  ColumnsBlock,
  NoteBlock,
  NoteTone,
  SignaturesBlock,
  PageBreakBlock,
} from "./blocks.ts";

// -- Types: figures
export type {
  FigureBlock,
  Figure,
  FigureKind,
  FigureTone,
  LegendEntry,
  BarsFigure,
  Bar,
  BarPart,
  BridgeFigure,
  BridgeStep,
  BridgeStepKind,
  HeatMapFigure,
  HeatCell,
  MapFigure,
  MapAxis,
  MapPoint,
  MapTie,
  TimelineFigure,
  TimelineRow,
  DateTick,
  LinesFigure,
  LineSeries,
  LineBand,
  NumberAxis,
  NumberTick,
  FlowFigure,
  FlowSide,
  Flow,
  CalendarFigure,
  MarkedDay,
} from "./figure/types.ts";

// -- Types: documents of the library
export type { PlanDocumentOptions, PlanExtent } from "./plan/document.ts";
export type { ClientPlanField, ClientPlanSection, PlanAudience } from "./plan/audience.ts";
export type { DisplayUnit, MoneyForm, RoundedUnit } from "./plan/unit.ts";
export type { PlanDocumentLabels, PlanDocumentLabelKey } from "./plan/words.ts";
export type { PlanDocumentWord } from "./plan/word-list.ts";
export type { ValueDocumentOptions } from "./value/document.ts";
export type { ValueReport } from "./value/read-report.ts";
export type { ValueDocumentLabels, ValueDocumentLabelKey, ValueDocumentWord, ValueSharedWord } from "./value/words.ts";
export type { ClassificationDocumentOptions } from "./classification/document.ts";
export type {
  ClassificationDocumentLabels,
  ClassificationDocumentLabelKey,
  ClassificationDocumentWord,
  ClassificationSentence,
  ClassificationSharedWord,
} from "./classification/words.ts";
export type { StandingDocumentOptions } from "./standing/document.ts";
export type {
  StandingDocumentLabels,
  StandingDocumentLabelKey,
  StandingDocumentWord,
  StandingSentence,
  StandingSharedWord,
} from "./standing/words.ts";
export type { DeskDocumentOptions } from "./desk/document.ts";
export type { DeskDocumentLabels, DeskDocumentLabelKey, DeskDocumentWord, DeskSharedWord } from "./desk/words.ts";

// -- Types: writing
export type { HtmlOptions } from "./writers/html.ts";

// -- Types: errors
export type { RenderingErrorCode } from "./errors.ts";
export type { RenderingErrorDetails, RenderingIssue, RenderingReasons } from "./reasons.ts";
