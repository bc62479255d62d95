import type { CardTest, ResolvedCard } from "../card/resolved.ts";
import { totalOf, type ScoredRows } from "./build.ts";
import { judgeRule } from "./judge.ts";
import { FAILS, HOLDS, linePoints, NOT_A_CUSTOMER, UNDECIDED, type ScoreLedger } from "./ledger.ts";
import { isLevelOpen } from "./parts.ts";

/** Verdict codes beyond the indexes of the rules. */
const VERDICT_ORDINARY = 250;
/** Not a customer, and no rule makes the person a prospect. */
export const VERDICT_NOT_A_CUSTOMER = 251;
/** A rule, the core test or the level could not be decided. */
export const VERDICT_UNDECIDED = 252;

/** What the rules say of a row: the index of the matching rule or a verdict code, doubled; one more where the core test holds. */
export type Decision = number;

/** Applies the rules of a card to one row, first match first. */
function decideRow(ledger: ScoreLedger, row: number): Decision {
  const { card, customers } = ledger;
  let verdict = customers[row] === NOT_A_CUSTOMER ? VERDICT_NOT_A_CUSTOMER : VERDICT_ORDINARY;
  for (const [index, rule] of card.rules.entries()) {
    const truth = judgeRule(ledger, rule, row);
    if (truth === FAILS) continue;
    verdict = truth === HOLDS ? index : VERDICT_UNDECIDED;
    break;
  }
  const core = card.rules[verdict]?.grants === "existing-high-quality" ? judgeRule(ledger, card.core, row) : FAILS;
  if (core === UNDECIDED) verdict = VERDICT_UNDECIDED;
  else if (verdict !== VERDICT_NOT_A_CUSTOMER && isLevelOpen(ledger, row)) verdict = VERDICT_UNDECIDED;
  return verdict * 2 + Number(core === HOLDS);
}

/** Adds to the key of each row what the rules look at in one place, in steps of `step`. */
type AddToKeys = (keys: Uint32Array, step: number, ledger: ScoreLedger, scored: ScoredRows) => void;

/** One thing the rules look at, of which a few states make a difference to them. */
interface Fact {
  readonly states: number;
  readonly addTo: AddToKeys;
}

const customerFact: Fact = {
  states: 2,
  addTo: (keys, step, { customers }, { from, to }) => {
    for (let at = 0; at < to - from; at++) keys[at]! += step * Number(customers[from + at] === NOT_A_CUSTOMER);
  },
};

/** Truth of a test on a feature. */
const leafFact = ({ leaf, truths }: CardTest): Fact => ({
  states: HOLDS + 1,
  addTo: (keys, step, { leaves, rows }, { from, to }) => {
    const start = leaf * rows + from;
    for (let at = 0; at < to - from; at++) keys[at]! += step * truths[leaves[start + at]!]!;
  },
});

/** How many cuts some points reach; a comparison without a branch, because none of them can be guessed. */
function addReached(keys: Uint32Array, step: number, cuts: readonly number[], points: Float64Array): void {
  for (const cut of cuts) for (let at = 0; at < points.length; at++) keys[at]! += step * Number(points[at]! >= cut);
}

/** Points of some rows that tests look at: of an axis, of all of them, or of one line. */
type PointsOfRows = (ledger: ScoreLedger, scored: ScoredRows) => Float64Array;

const pointsFact = (cuts: readonly number[], pointsOf: PointsOfRows): Fact => ({
  states: cuts.length + 1,
  addTo: (keys, step, ledger, scored) => {
    addReached(keys, step, cuts, pointsOf(ledger, scored));
  },
});

const axisOfRows =
  (axis: number): PointsOfRows =>
  (_ledger, { axes, stride, from, to }) =>
    axes.subarray(axis * stride, axis * stride + to - from);

const totalOfRows: PointsOfRows = (_ledger, scored) => {
  const points = new Float64Array(scored.to - scored.from);
  for (let at = 0; at < points.length; at++) points[at] = totalOf(scored, at);
  return points;
};

const lineOfRows =
  (index: number): PointsOfRows =>
  (ledger, { from, to }) => {
    const points = new Float64Array(to - from);
    for (let at = 0; at < points.length; at++) points[at] = linePoints(ledger, index, from + at);
    return points;
  };

/** Every test of some rules that is not made of others. */
const simpleTests = (tests: readonly CardTest[]): readonly CardTest[] =>
  tests.flatMap((test) => (test.condition.test === "any" ? simpleTests(test.of) : [test]));

/** What the rules of a card look at in a row without open points; with some, a test depends on two figures. */
function factsOf(card: ResolvedCard): readonly Fact[] {
  const leaves = new Map<string, Fact>();
  const cuts = new Map<string, { readonly of: PointsOfRows; readonly edges: Set<number> }>();
  for (const test of simpleTests([...card.rules, card.core].flatMap(({ tests }) => tests))) {
    const { condition, subject, low, high } = test;
    switch (condition.test) {
      case "flag":
      case "category":
      case "amount":
        // the same test in two rules is one fact
        leaves.set(JSON.stringify(condition), leafFact(test));
        break;
      case "axis":
      case "total":
      case "characteristic": {
        const name = `${condition.test} ${String(subject)}`;
        const of =
          condition.test === "axis"
            ? axisOfRows(subject)
            : condition.test === "total"
              ? totalOfRows
              : lineOfRows(subject);
        const known = cuts.get(name) ?? { of, edges: new Set<number>() };
        cuts.set(name, known);
        for (const edge of [low, high]) if (Number.isFinite(edge)) known.edges.add(edge);
        break;
      }
      case "customer":
      case "any":
        break;
    }
  }
  const ofPoints = Array.from(cuts.values(), ({ of, edges }) => pointsFact([...edges], of));
  return [...(card.customerInput < 0 ? [] : [customerFact]), ...leaves.values(), ...ofPoints];
}

/** Most kinds of rows for which a decision is remembered. */
const MAX_KINDS = 1 << 16;

/** What decides the rows just scored; the list is used again for the next window. */
export type Decide = (ledger: ScoreLedger, scored: ScoredRows) => Uint16Array;

/** Marks the rows with open points. */
function markOpenRows(marks: Uint8Array, { card, codes, rows }: ScoreLedger, { from, to }: ScoredRows): void {
  marks.fill(0);
  for (const index of card.openLines) {
    const { opens } = card.lines[index]!;
    const start = index * rows + from;
    for (let at = 0; at < to - from; at++) marks[at]! |= opens[codes[start + at]!]!;
  }
}

/**
 * What decides a book: rows that are alike in everything the rules look at have one decision, made once. Of the
 * points of a row only the cuts they reach matter. A row with open points is decided by itself, and so is every row where
 * there are too many kinds.
 */
export function decider(card: ResolvedCard): Decide {
  const facts = factsOf(card);
  const kinds = facts.reduce((product, { states }) => product * states, 1);
  // one more than the decision of each kind; 0 where there is none yet, and nothing is remembered of too many
  const known = new Uint16Array(kinds > MAX_KINDS ? 0 : kinds);
  let [decisions, keys, openRows] = [new Uint16Array(0), new Uint32Array(0), new Uint8Array(0)];
  return (ledger, scored) => {
    const { from, to } = scored;
    const size = to - from;
    if (decisions.length < size) {
      [decisions, keys, openRows] = [new Uint16Array(size), new Uint32Array(size), new Uint8Array(size)];
    }
    if (known.length === 0) {
      for (let at = 0; at < size; at++) decisions[at] = decideRow(ledger, from + at);
      return decisions;
    }
    keys.fill(0);
    let step = 1;
    for (const { states, addTo } of facts) {
      addTo(keys, step, ledger, scored);
      step *= states;
    }
    markOpenRows(openRows, ledger, scored);
    for (let at = 0; at < size; at++) {
      const key = keys[at]!;
      let decision = openRows[at] === 1 ? 0 : known[key]!;
      if (decision === 0) {
        decision = decideRow(ledger, from + at) + 1;
        if (openRows[at] === 0) known[key] = decision;
      }
      decisions[at] = decision - 1;
    }
    return decisions;
  };
}
