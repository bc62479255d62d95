/**
 * Documents: one tree of blocks, written as a page for screen and paper, as Markdown, as plain text, as tables for
 * spreadsheets and as Word files, and the documents and figures the library makes.
 *
 * The path through it:
 *
 * 1. {@link strategyPlanDocument} makes the document of a plan, and others that of a value statement, a class, a desk or a
 *    loan; a document of your own is a tree of blocks as well;
 * 2. {@link toHtml} writes a document as one page for the screen and for A4 paper;
 * 3. {@link toMarkdown} writes it as Markdown, {@link toText} as plain text, {@link toCsv} one of its tables for
 *    spreadsheets, and `toDocx` of `rendering/docx` a Word file.
 *
 * @packageDocumentation
 */

// -- Documents of the library
export { strategyPlanDocument } from "./plan/document.ts";
export { valueReportDocument } from "./value/document.ts";
export { planDifferenceDocument } from "./difference/document.ts";
export { valueStatementDocument } from "./statement/document.ts";
export { loanDocument } from "./loan/document.ts";
export { classificationDocument } from "./classification/document.ts";
export { standingDocument } from "./standing/document.ts";
export { deskReportDocument } from "./desk/document.ts";

// -- Figures of results
export { valueBridgeFigure } from "./figure/make/value-bridge.ts";
export { whaleCurveFigure } from "./figure/make/whale-curve.ts";
export { migrationFigure } from "./figure/make/migration.ts";
export { projectionFigure } from "./figure/make/projection.ts";
export { coverageFigure } from "./figure/make/coverage.ts";
export { powerMapFigure } from "./figure/make/power-map.ts";
export { walletFigure } from "./figure/make/wallet.ts";
export { timelineFigure } from "./figure/make/timeline.ts";
export { dutyCalendarFigure } from "./figure/make/duty-calendar.ts";

// -- Figures for other programs
export { toVegaLite } from "./figure/vega-lite.ts";

// -- Writing a document
export { toHtml } from "./writers/html.ts";
export { toMarkdown } from "./writers/markdown.ts";
export { toText } from "./writers/text/text.ts";
export { toCsv } from "./writers/csv.ts";

// -- Text and figures
export { amountText, figureText, percentText } from "./plan/figure-text.ts";
export { escapeHtml, escapeMarkdown } from "./text.ts";

// -- The stylesheet
export { documentStyles } from "./writers/styles.ts";

// -- Words and limits
export { ALIGNMENTS, CELL_EMPHASES, MAX_NESTED_COLUMNS, NOTE_TONES, PAIRS_DISPLAYS } from "./blocks.ts";
export { BRIDGE_STEPS, FIGURE_KINDS, FIGURE_TONES } from "./figure/types.ts";
export { PLAN_DOCUMENT_WORDS } from "./plan/word-list.ts";
export { BRIDGE_PARTS } from "./figure/make/value-bridge.ts";
export { GRID_FIGURE_WORDS } from "./figure/make/grid-words.ts";
export { LINE_FIGURE_WORDS } from "./figure/make/line-words.ts";
export { VALUE_DOCUMENT_WORDS } from "./value/words.ts";
export { DIFFERENCE_DOCUMENT_WORDS } from "./difference/words.ts";
export { STATEMENT_DOCUMENT_WORDS } from "./statement/words.ts";
export { LOAN_DOCUMENT_WORDS } from "./loan/words.ts";
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
  MapTieEntry,
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

// -- Types: figures of results
export type { GridFigureLabels, GridFigureWord } from "./figure/make/grid-words.ts";
export type { CoverageFigureOptions, NamedWhiteSpace, ShownWhiteSpace } from "./figure/make/coverage.ts";
export type { NamedPerson, PowerMapFigureOptions, ShownPowerMap } from "./figure/make/power-map.ts";
export type { ShownService, ShownWallet, WalletFigureLabels, WalletFigureOptions } from "./figure/make/wallet.ts";
export type { DatedRow, ShownTimetable, TimelineFigureOptions } from "./figure/make/timeline.ts";
export type { CalendarDuty, DutyCalendarFigureOptions } from "./figure/make/duty-calendar.ts";
export type { LineFigureLabels, LineFigureWord } from "./figure/make/line-words.ts";
export type { BridgePart, ShownComparison, ValueBridgeOptions } from "./figure/make/value-bridge.ts";
export type { ShownWhaleCurve, WhaleCurveFigureOptions } from "./figure/make/whale-curve.ts";
export type { MigrationFigureOptions, ShownMigration } from "./figure/make/migration.ts";
export type { ProjectionFigureOptions, ProjectionRow } from "./figure/make/projection.ts";
export type { VegaLiteOutcome, VegaLiteSpec } from "./figure/vega-lite.ts";

// -- Types: documents of the library
export type { LabelsOf } from "./phrases.ts";
export type { PlanDocumentOptions, PlanExtent } from "./plan/document.ts";
export type { ClientPlanField, ClientPlanSection, PlanAudience } from "./plan/audience.ts";
export type { DisplayUnit, MoneyForm, RoundedUnit } from "./plan/unit.ts";
export type { PlanDocumentLabels } from "./plan/words.ts";
export type { PlanDocumentWord } from "./plan/word-list.ts";
export type { ValueDocumentOptions } from "./value/document.ts";
export type { ValueReport } from "./value/read-report.ts";
export type { ValueDocumentLabels, ValueDocumentWord } from "./value/words.ts";
export type { DifferenceDocumentOptions } from "./difference/document.ts";
export type { DifferenceDocumentLabels, DifferenceDocumentWord } from "./difference/words.ts";
export type { StatementDocumentOptions } from "./statement/document.ts";
export type { StatementDocumentLabels, StatementDocumentWord } from "./statement/words.ts";
export type { LoanDocumentOptions } from "./loan/document.ts";
export type { LoanDocumentLabels, LoanDocumentWord } from "./loan/words.ts";
export type { ClassificationDocumentOptions } from "./classification/options.ts";
export type { ClassificationDocumentLabels, ClassificationDocumentWord } from "./classification/words.ts";
export type { StandingDocumentOptions } from "./standing/document.ts";
export type { StandingDocumentLabels, StandingDocumentWord } from "./standing/words.ts";
export type { DeskDocumentOptions } from "./desk/document.ts";
export type { DeskDocumentLabels, DeskDocumentWord } from "./desk/words.ts";

// -- Types: writing
export type { HtmlOptions } from "./writers/html.ts";
export type { TextOptions } from "./writers/text/text.ts";

// -- Types: errors
export type { RenderingErrorCode } from "./errors.ts";
export type { RenderingErrorDetails, RenderingIssue, RenderingReasons } from "./reasons.ts";
