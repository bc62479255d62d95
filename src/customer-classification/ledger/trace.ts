import { CODE_MISSING, CODE_STALE, CODE_UNKNOWN, MAX_BANDS, reasonOfCode, stateOfCode } from "./codes.ts";
import type { CompiledLine, CompiledRule, CompiledTest } from "../card/types.ts";
import type {
  Classification,
  InsufficientData,
  MissingInput,
  RuleTrace,
  Scored,
  ScorePart,
  ScoreResult,
  TestOutcome,
  TestTrace,
} from "../outcomes.ts";
import { judge, linePoints, testPoints, totalPoints } from "./decide.ts";
import { HOLDS, ROW_INSUFFICIENT, UNDECIDED, type Ledger } from "./lines.ts";
import type { ClientType, InputState } from "../types.ts";

const OUTCOMES = ["fails", "undecided", "holds"] as const satisfies readonly TestOutcome[];
const RULE_OUTCOMES = ["failed", "undecided", "matched"] as const satisfies readonly RuleTrace["outcome"][];

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Names the band or group that a byte code stands for. */
function nameBand(part: Open<ScorePart>, line: CompiledLine, code: number): void {
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

function partOf(ledger: Ledger, line: CompiledLine, index: number, row: number): ScorePart {
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
  if (code < MAX_BANDS) nameBand(part, line, code);
  else {
    const invalidReason = reasonOfCode(code);
    if (invalidReason !== null) part.invalidReason = invalidReason;
  }
  if (reason !== undefined) part.reason = reason;
  return part;
}

/** State of an input that is lacking. */
function lacking(code: number): MissingInput["state"] {
  return code === CODE_MISSING ? "missing" : code === CODE_STALE ? "stale" : "unknown-category";
}

const isLacking = (code: number): boolean => code === CODE_MISSING || code === CODE_STALE || code === CODE_UNKNOWN;

function missingOf(ledger: Ledger, row: number): MissingInput[] {
  const missing: MissingInput[] = [];
  const { card, rows } = ledger;
  const flagCode = ledger.flagCodes[row]!;
  if (isLacking(flagCode)) {
    missing.push({ feature: card.inputs[card.customerInput]!.id, state: lacking(flagCode) });
  }
  for (const [index, line] of card.lines.entries()) {
    const code = ledger.codes[index * rows + row]!;
    if (line.rejects[code] !== 1) continue;
    const { id, feature } = line.characteristic;
    missing.push({ feature, state: lacking(code), characteristic: id });
  }
  return missing;
}

/** The features that leave a rule undecided, each once. */
function undecidedInputs(ledger: Ledger, rule: CompiledRule, row: number): MissingInput[] {
  const missing: MissingInput[] = [];
  const visit = (test: CompiledTest): void => {
    if (judge(ledger, test, row) !== UNDECIDED) return;
    for (const inner of test.of) visit(inner);
    if (test.leaf < 0) return;
    const feature = ledger.card.inputs[test.input]!.id;
    if (missing.some((known) => known.feature === feature)) return;
    missing.push({ feature, state: lacking(ledger.testCodes[test.leaf * ledger.rows + row]!), rule: rule.id });
  };
  for (const test of rule.tests) visit(test);
  return missing;
}

function traceTest(ledger: Ledger, test: CompiledTest, row: number): TestTrace {
  const trace: Open<TestTrace> = { condition: test.condition, outcome: OUTCOMES[judge(ledger, test, row)]! };
  if (test.leaf >= 0) trace.state = stateOfCode(ledger.testCodes[test.leaf * ledger.rows + row]!) as InputState;
  else if (test.condition.test === "any") trace.of = test.of.map((inner) => traceTest(ledger, inner, row));
  else if (test.condition.test !== "customer") trace.points = testPoints(ledger, test, row);
  return trace;
}

function traceRule(ledger: Ledger, rule: CompiledRule, row: number): RuleTrace {
  const truth = rule.tests.reduce((worst, test) => Math.min(worst, judge(ledger, test, row)), HOLDS);
  const tests = rule.tests.map((test) => traceTest(ledger, test, row));
  return { rule: rule.id, grants: rule.grants, outcome: RULE_OUTCOMES[truth]!, tests };
}

function stampOf(ledger: Ledger): Pick<Scored, "card" | "asOf"> {
  return { card: ledger.card.stamp, asOf: ledger.asOf };
}

function insufficient(ledger: Ledger, missing: readonly MissingInput[]): InsufficientData {
  return { status: "insufficient-data", missing, ...stampOf(ledger) };
}

/** Highest level that a total reaches. */
export function levelOf(ledger: Ledger, total: number): string | undefined {
  let reached: string | undefined;
  for (const level of ledger.card.levels) if (total >= level.atLeast) reached = level.id;
  return reached;
}

function figuresOf(ledger: Ledger, row: number): Omit<Scored, "status" | "card" | "asOf"> {
  const { rows, axes, card } = ledger;
  const score = totalPoints(ledger, row);
  const level = levelOf(ledger, score);
  return {
    score,
    axes: {
      strength: axes[row]!,
      closeness: axes[rows + row]!,
      contribution: axes[2 * rows + row]!,
      potential: axes[3 * rows + row]!,
    },
    ...(level === undefined ? {} : { level }),
    parts: card.lines.map((line, index) => partOf(ledger, line, index, row)),
  };
}

/** The score of one row of a ledger, with its parts; the row holds no refused value. */
export function traceScore(ledger: Ledger, row: number): ScoreResult {
  if (ledger.status[row] === ROW_INSUFFICIENT) return insufficient(ledger, missingOf(ledger, row));
  return { status: "scored", ...figuresOf(ledger, row), ...stampOf(ledger) };
}

/** The classification of one row of a ledger, with parts and rules; the row holds no refused value. */
export function traceClassification(ledger: Ledger, row: number): Classification {
  if (ledger.status[row] === ROW_INSUFFICIENT) return insufficient(ledger, missingOf(ledger, row));
  const { card } = ledger;
  const rules: RuleTrace[] = [];
  let type: ClientType = "ordinary";
  for (const rule of card.rules) {
    const trace = traceRule(ledger, rule, row);
    if (trace.outcome === "undecided") return insufficient(ledger, undecidedInputs(ledger, rule, row));
    rules.push(trace);
    if (trace.outcome === "failed") continue;
    type = rule.grants as ClientType;
    break;
  }
  if (type === "ordinary") {
    if (ledger.strangers[row] === 1) return { status: "not-a-customer", rules, ...stampOf(ledger) };
    rules.push({ rule: "ordinary", grants: "ordinary", outcome: "matched", tests: [] });
  }
  const figures = figuresOf(ledger, row);
  if (type !== "existing-high-quality") {
    return { status: "classified", type, ...figures, rules, ...stampOf(ledger) };
  }
  const core = traceRule(ledger, card.core, row);
  if (core.outcome === "undecided") return insufficient(ledger, undecidedInputs(ledger, card.core, row));
  const tier = core.outcome === "matched" ? "core" : "general";
  return { status: "classified", type, tier, ...figures, rules: [...rules, core], ...stampOf(ledger) };
}

/** What one row of a ledger lacks; empty for a row that lacks nothing. */
export function lackOf(ledger: Ledger, row: number): readonly MissingInput[] {
  const result = traceClassification(ledger, row);
  return result.status === "insufficient-data" ? result.missing : [];
}
