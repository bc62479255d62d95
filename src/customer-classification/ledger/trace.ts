import type { Issue } from "../../core/index.ts";
import { CODE_MISSING, CODE_NOT_APPLICABLE, CODE_STALE, CODE_UNKNOWN, stateOfCode } from "./codes.ts";
import type { CardRule, CardTest } from "../card/resolved.ts";
import type {
  Classification,
  MissingInput,
  ReadInput,
  RuleTrace,
  Unblocked,
  Unclassified,
  Scored,
  ScoreResult,
} from "../outcomes.ts";
import { traceRule, undecidedTests } from "./judge.ts";
import {
  BLOCK_UNDECIDED,
  blockOf,
  isAxisKnown,
  isOpen,
  leafTruth,
  NOT_A_CUSTOMER,
  ROW_INSUFFICIENT,
  testCode,
  UNDECIDED,
  type ScoreLedger,
} from "./ledger.ts";
import { isLevelOpen, mostPoints, scoreFigures } from "./parts.ts";
import type { ClientType } from "../classes.ts";
import type { InputState } from "../record.ts";

/** State of an input the row lacks. */
function lacking(code: number): MissingInput["state"] {
  return code === CODE_MISSING ? "missing" : code === CODE_STALE ? "stale" : "unknown-category";
}

const isLacking = (code: number): boolean => code === CODE_MISSING || code === CODE_STALE || code === CODE_UNKNOWN;

/** A line whose value is not known, and the rule that depends on it. */
function lackingLine(ledger: ScoreLedger, index: number, row: number): MissingInput {
  const { id, feature } = ledger.card.lines[index]!.characteristic;
  return { feature, state: lacking(ledger.codes[index * ledger.rows + row]!), characteristic: id };
}

/** Of some lines, those whose value is left open. */
const openInputs = (ledger: ScoreLedger, lines: readonly number[], row: number): MissingInput[] =>
  lines.filter((index) => isOpen(ledger, index, row)).map((index) => lackingLine(ledger, index, row));

/** What a row lacks before any rule is looked at; of what is left open, that on the axes for which it is said. */
function missingOf(ledger: ScoreLedger, row: number, isOpenLacking: (axis: number) => boolean): MissingInput[] {
  const missing: MissingInput[] = [];
  const { card, rows } = ledger;
  const flagCode = ledger.customers[row]!;
  if (isLacking(flagCode)) {
    missing.push({ feature: card.inputs[card.customerInput]!.id, state: lacking(flagCode) });
  }
  for (const [index, line] of card.lines.entries()) {
    const rejected = line.rejects[ledger.codes[index * rows + row]!] === 1;
    if (rejected || (isOpen(ledger, index, row) && isOpenLacking(line.axis))) {
      missing.push(lackingLine(ledger, index, row));
    }
  }
  return missing;
}

/** What a row lacks for any class. */
function missingForClass(ledger: ScoreLedger, row: number): MissingInput[] {
  return missingOf(ledger, row, (axis) => !isAxisKnown(ledger, axis, row));
}

/** The features that leave a block undecided. */
function undecidedBlocks(ledger: ScoreLedger, row: number): MissingInput[] {
  return ledger.card.blocks.flatMap(({ block, test }) =>
    leafTruth(ledger, test, row) === UNDECIDED
      ? [{ feature: block.feature, state: lacking(testCode(ledger, test, row)), block: block.id }]
      : [],
  );
}

/** The blocks taken for not holding without their flag. */
function uncheckedBlocks(ledger: ScoreLedger, row: number): Pick<Unblocked, "unchecked"> {
  const unchecked = ledger.card.blocks.flatMap(({ block, test }) =>
    testCode(ledger, test, row) === CODE_MISSING ? [block.id] : [],
  );
  return unchecked.length === 0 ? {} : { unchecked };
}

/** The features that leave a rule undecided, each once. */
function undecidedInputs(ledger: ScoreLedger, rule: CardRule, row: number): MissingInput[] {
  const missing = new Map<string, MissingInput>();
  const note = (input: MissingInput): void => {
    if (!missing.has(input.feature)) missing.set(input.feature, { ...input, rule: rule.id });
  };
  for (const test of undecidedTests(ledger, rule, row)) {
    if (test.leaf < 0) for (const input of openInputs(ledger, test.openLines, row)) note(input);
    else {
      note({ feature: ledger.card.inputs[test.input]!.id, state: lacking(testCode(ledger, test, row)) });
    }
  }
  return [...missing.values()];
}

/**
 * Every feature the card reads of the person of one row, whichever rules were tried; those of blocks alone are left out,
 * and so is what counts for customers only where the person is not one.
 */
function readsOf(ledger: ScoreLedger, row: number): ReadInput[] {
  const { card, rows, codes, customers } = ledger;
  const states = new Map<number, InputState>();
  const note = (input: number, code: number): void => {
    const state = stateOfCode(code);
    if (state !== "not-applicable") states.set(input, state);
  };
  if (card.customerInput >= 0) note(card.customerInput, customers[row]!);
  for (const [index, { input }] of card.lines.entries()) note(input, codes[index * rows + row]!);
  for (const test of card.ruleLeaves) note(test.input, testCode(ledger, test, row));
  return Array.from(states, ([input, state]) => ({ feature: card.inputs[input]!.id, state }));
}

/** The inputs that tests on features look at, those inside alternatives too. */
const testedInputs = (tests: readonly CardTest[]): readonly number[] =>
  tests.flatMap(({ input, of }) => [...(input < 0 ? [] : [input]), ...testedInputs(of)]);

/** The features of some inputs that are sensitive, each once. */
function sensitiveAmong({ card }: ScoreLedger, inputs: readonly number[]): Pick<Unblocked, "sensitive"> {
  const sensitive = [...new Set(inputs)].filter((input) => card.sensitive[input] === 1);
  return sensitive.length === 0 ? {} : { sensitive: sensitive.map((input) => card.inputs[input]!.id) };
}

/** The sensitive features that an answer uses: for points, by the first rules, and as the customer flag. */
function sensitiveOf(ledger: ScoreLedger, row: number, rules: readonly CardRule[]): Pick<Unblocked, "sensitive"> {
  const { card, rows, codes } = ledger;
  if (!card.usesSensitive) return {};
  const scored = card.lines.flatMap(({ input }, index) =>
    codes[index * rows + row] === CODE_NOT_APPLICABLE ? [] : [input],
  );
  return sensitiveAmong(ledger, [card.customerInput, ...scored, ...rules.flatMap(({ tests }) => testedInputs(tests))]);
}

function stampOf(ledger: ScoreLedger): Pick<Scored, "card" | "asOf"> {
  return { card: ledger.card.stamp, asOf: ledger.asOf };
}

function unclassified(ledger: ScoreLedger, row: number, missing: readonly MissingInput[]): Unclassified {
  return { status: "insufficient-data", missing, reads: readsOf(ledger, row), ...stampOf(ledger) };
}

/** The score of one row of a ledger, with its parts; the row holds no refused value. */
export function traceScore(ledger: ScoreLedger, row: number): ScoreResult {
  if (ledger.status[row] === ROW_INSUFFICIENT) {
    return { status: "insufficient-data", missing: missingOf(ledger, row, () => true), ...stampOf(ledger) };
  }
  return { status: "scored", ...scoreFigures(ledger, row), ...stampOf(ledger) };
}

/**
 * The classification of one row of a ledger, with parts and rules; the row holds no refused value, or a block that holds
 * all the same and has them as issues.
 */
export function traceClassification(ledger: ScoreLedger, row: number, issues: readonly Issue[] = []): Classification {
  const blocked = ledger.card.blocks[blockOf(ledger, row)];
  if (blocked !== undefined) {
    const { id, effect } = blocked.block;
    const sensitive = sensitiveAmong(ledger, [blocked.test.input]);
    const wrong = issues.length === 0 ? {} : { issues };
    return { status: "blocked", block: id, effect, ...sensitive, ...wrong, ...stampOf(ledger) };
  }
  if (ledger.blocks[row] === BLOCK_UNDECIDED) {
    return unclassified(ledger, row, [...undecidedBlocks(ledger, row), ...missingForClass(ledger, row)]);
  }
  if (ledger.status[row] === ROW_INSUFFICIENT) return unclassified(ledger, row, missingForClass(ledger, row));
  const { card } = ledger;
  const rules: RuleTrace[] = [];
  let type: ClientType = "ordinary";
  for (const rule of card.rules) {
    const trace = traceRule(ledger, rule, row);
    if (trace.outcome === "undecided") return unclassified(ledger, row, undecidedInputs(ledger, rule, row));
    rules.push(trace);
    if (trace.outcome === "failed") continue;
    type = rule.grants as ClientType;
    break;
  }
  if (type === "ordinary") {
    if (ledger.customers[row] === NOT_A_CUSTOMER) {
      return {
        status: "not-a-customer",
        parts: scoreFigures(ledger, row).parts,
        rules,
        reads: readsOf(ledger, row),
        ...uncheckedBlocks(ledger, row),
        ...sensitiveOf(ledger, row, card.rules),
        ...stampOf(ledger),
      };
    }
    rules.push({ rule: "ordinary", grants: "ordinary", outcome: "matched", tests: [] });
  }
  const core = type === "existing-high-quality" ? traceRule(ledger, card.core, row) : null;
  if (core?.outcome === "undecided") return unclassified(ledger, row, undecidedInputs(ledger, card.core, row));
  if (isLevelOpen(ledger, row)) return unclassified(ledger, row, openInputs(ledger, ledger.card.openLines, row));
  const { score, ...rest } = scoreFigures(ledger, row);
  const most = mostPoints(ledger, row);
  const atMost = most > score ? { scoreAtMost: most } : {};
  const tried = card.rules.slice(0, rules.length);
  const figures = {
    score,
    ...atMost,
    ...rest,
    reads: readsOf(ledger, row),
    ...uncheckedBlocks(ledger, row),
    ...sensitiveOf(ledger, row, core === null ? tried : [...tried, card.core]),
  };
  if (core === null) return { status: "classified", type, ...figures, rules, ...stampOf(ledger) };
  const tier = core.outcome === "matched" ? "core" : "general";
  return { status: "classified", type, tier, ...figures, rules: [...rules, core], ...stampOf(ledger) };
}

/** What one row of a ledger lacks; empty for a row that lacks nothing. */
export function lackOf(ledger: ScoreLedger, row: number): readonly MissingInput[] {
  const result = traceClassification(ledger, row);
  return result.status === "insufficient-data" ? result.missing : [];
}
