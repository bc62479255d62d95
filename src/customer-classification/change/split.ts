import { AXES, type Axis } from "../classes.ts";
import { MAX_BANDS, CODE_NOT_APPLICABLE, stateOfCode } from "../ledger/codes.ts";
import type { ScoreLedger } from "../ledger/ledger.ts";
import { linePoints } from "../ledger/ledger.ts";
import type { PartState } from "../outcomes.ts";
import type { CharacteristicChange, PointSplit } from "./type-change.ts";

/** Parts of a difference of points that add up to it. */
interface Parts {
  from: number;
  value: number;
  unusable: number;
  customer: number;
  card: number;
}

const NOTHING: Readonly<Parts> = { from: 0, value: 0, unusable: 0, customer: 0, card: 0 };

function splitOf({ from, value, unusable, customer, card }: Parts): PointSplit {
  const data = value + unusable + customer;
  const change = data + card;
  return { from, to: from + change, change, data, value, unusable, customer, card };
}

const codeAt = ({ codes, rows }: ScoreLedger, index: number): number => codes[index * rows]!;

/** What of the difference under one card is due to: the person, a value that can or cannot be used, or the value. */
function causeOf(before: number, after: number): "value" | "unusable" | "customer" {
  if ((before === CODE_NOT_APPLICABLE) !== (after === CODE_NOT_APPLICABLE)) return "customer";
  return before < MAX_BANDS && after < MAX_BANDS ? "value" : "unusable";
}

/** A characteristic on either card, by its place; -1 where a card has none of this id. */
interface Pair {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

function pairsOf(previous: ScoreLedger, current: ScoreLedger): readonly Pair[] {
  const ids = (ledger: ScoreLedger): readonly string[] =>
    ledger.card.lines.map(({ characteristic }) => characteristic.id);
  const [before, after] = [ids(previous), ids(current)];
  return [...after, ...before.filter((id) => !after.includes(id))].map((id) => ({
    id,
    before: before.indexOf(id),
    after: after.indexOf(id),
  }));
}

/** The points of three records under their cards, split by characteristic, by axis and in all. */
export function splitPoints(
  previous: ScoreLedger,
  crossing: ScoreLedger,
  current: ScoreLedger,
): {
  readonly total: PointSplit;
  readonly axes: Readonly<Record<Axis, PointSplit>>;
  readonly characteristics: readonly CharacteristicChange[];
} {
  const byAxis = new Map<Axis, Parts>(AXES.map((axis) => [axis, { ...NOTHING }]));
  const total: Parts = { ...NOTHING };
  const characteristics = pairsOf(previous, current).map(({ id, before, after }): CharacteristicChange => {
    const own: Parts = { ...NOTHING };
    const earlier = before < 0 ? undefined : previous.card.lines[before];
    const later = after < 0 ? undefined : current.card.lines[after];
    let crossed = 0;
    const states: { from: PartState | null; to: PartState | null } = { from: null, to: null };
    if (earlier !== undefined) {
      own.from = linePoints(previous, before, 0);
      crossed = linePoints(crossing, before, 0);
      own[causeOf(codeAt(previous, before), codeAt(crossing, before))] = crossed - own.from;
      states.from = stateOfCode(codeAt(previous, before));
    }
    const to = later === undefined ? 0 : linePoints(current, after, 0);
    if (later !== undefined) states.to = stateOfCode(codeAt(current, after));
    own.card = to - crossed;
    for (const name of ["from", "value", "unusable", "customer", "card"] as const) total[name] += own[name];
    // on the earlier card the points are of its axis, on the later one of that card's
    const was = earlier === undefined ? undefined : byAxis.get(earlier.characteristic.axis);
    const is = later === undefined ? undefined : byAxis.get(later.characteristic.axis);
    if (was !== undefined) {
      for (const name of ["from", "value", "unusable", "customer"] as const) was[name] += own[name];
      was.card -= crossed;
    }
    if (is !== undefined) is.card += to;
    const axis = (later ?? earlier)!.characteristic.axis;
    const axisBefore = earlier?.characteristic.axis;
    const moved = axisBefore === undefined || axisBefore === axis ? {} : { axisBefore };
    return { characteristic: id, axis, ...moved, states, ...splitOf(own) };
  });
  const [strength, closeness, contribution, potential] = AXES.map((axis) => splitOf(byAxis.get(axis)!));
  return {
    total: splitOf(total),
    axes: { strength: strength!, closeness: closeness!, contribution: contribution!, potential: potential! },
    characteristics,
  };
}
