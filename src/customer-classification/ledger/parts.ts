import { MAX_BANDS, reasonOfCode, stateOfCode } from "./codes.ts";
import type { CardLine, ResolvedCard } from "../card/resolved.ts";
import { axisPoints, isOpen, linePoints, openPoints, totalPoints, type ScoreLedger } from "./ledger.ts";
import type { Open, Scored, ScorePart } from "../outcomes.ts";

/** The most that a total can be, whatever the open values are. */
export function mostPoints(ledger: ScoreLedger, row: number): number {
  return totalPoints(ledger, row) + openPoints(ledger, ledger.card.openLines, row);
}

/** Whether the level depends on open values. */
export function isLevelOpen(ledger: ScoreLedger, row: number): boolean {
  const open = openPoints(ledger, ledger.card.openLines, row);
  if (open === 0) return false;
  const total = totalPoints(ledger, row);
  return levelOf(ledger.card, total) !== levelOf(ledger.card, total + open);
}

/** Highest level that a total reaches. */
export function levelOf({ levels }: ResolvedCard, total: number): string | undefined {
  let reached: string | undefined;
  for (const level of levels) if (total >= level.atLeast) reached = level.id;
  return reached;
}

/** Adds the band or group that a byte code names. */
function nameBand(part: Open<ScorePart>, line: CardLine, code: number): void {
  const { characteristic } = line;
  if (characteristic.scale === "bands") {
    const { label, below } = characteristic.bands[code]!;
    const from = characteristic.bands[code - 1]?.below;
    part.band = code;
    if (label !== undefined) part.label = label;
    if (from !== undefined) part.from = from;
    if (below !== undefined) part.below = below;
  } else if (characteristic.scale === "categories") {
    const { label } = characteristic.groups[code]!;
    part.band = code;
    if (label !== undefined) part.label = label;
  }
}

function partOf(ledger: ScoreLedger, line: CardLine, index: number, row: number): ScorePart {
  const code = ledger.codes[index * ledger.rows + row]!;
  const { id, feature, axis, reason } = line.characteristic;
  const part: Open<ScorePart> = {
    characteristic: id,
    feature,
    axis,
    state: stateOfCode(code),
    points: linePoints(ledger, index, row),
    maxPoints: line.maxPoints,
  };
  if (isOpen(ledger, index, row)) part.pointsAtMost = part.points + line.spread;
  if (code < MAX_BANDS) nameBand(part, line, code);
  else {
    const invalidReason = reasonOfCode(code);
    if (invalidReason !== null) part.invalidReason = invalidReason;
  }
  if (reason !== undefined) part.reason = reason;
  return part;
}

/** Score, axes, level and parts of one row. */
export function scoreFigures(ledger: ScoreLedger, row: number): Omit<Scored, "status" | "card" | "asOf"> {
  const { card } = ledger;
  const score = totalPoints(ledger, row);
  const level = levelOf(card, score);
  return {
    score,
    axes: {
      strength: axisPoints(ledger, 0, row),
      closeness: axisPoints(ledger, 1, row),
      contribution: axisPoints(ledger, 2, row),
      potential: axisPoints(ledger, 3, row),
    },
    ...(level === undefined ? {} : { level }),
    parts: card.lines.map((line, index) => partOf(ledger, line, index, row)),
  };
}
