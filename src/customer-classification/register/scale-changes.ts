import { canonicalJson, type Path } from "../../core/index.ts";
import type { Band, CategoryGroup } from "../card/characteristic.ts";
import type { CardChange, CardChangeKind } from "./card-change.ts";

interface Placed {
  readonly band: Band;
  readonly index: number;
}

/** The edge a band is told apart by; the last band has none. */
const edgeOf = ({ below = "" }: Band): string => below;

/** One band that both scales have, or whose edge moved. */
function bandChange(characteristic: string, path: Path, earlier: Placed, later: Placed): readonly CardChange[] {
  const [a, b] = [earlier.band, later.band];
  const at = [...path, "bands", later.index];
  const band = later.index + 1;
  const changes: CardChange[] = [];
  if (a.below !== undefined && b.below !== undefined && a.below !== b.below) {
    const details = { characteristic, band, from: a.below, to: b.below };
    changes.push({ line: "card-band-edge-moved", path: [...at, "below"], details });
  }
  if (a.points !== b.points) {
    const details = { characteristic, band, from: a.points, to: b.points };
    changes.push({ line: "card-band-points-changed", path: [...at, "points"], details });
  }
  if (a.label !== b.label) {
    const from = a.label === undefined ? {} : { from: a.label };
    const to = b.label === undefined ? {} : { to: b.label };
    const details = { part: "characteristic", id: characteristic, member: "label", ...from, ...to } as const;
    changes.push({ line: "card-member-changed", path: [...at, "label"], details });
  }
  return changes;
}

/** Bands that came or went, and those whose edge, points or label is another. */
export function bandChanges(
  characteristic: string,
  path: Path,
): (before?: readonly Band[], after?: readonly Band[]) => readonly CardChange[] {
  return (before = [], after = []) => {
    const placed = (bands: readonly Band[]): readonly Placed[] => bands.map((band, index) => ({ band, index }));
    const without = (bands: readonly Band[], others: readonly Band[]): readonly Placed[] =>
      placed(bands).filter(({ band }) => !others.some((other) => edgeOf(other) === edgeOf(band)));
    const gone = without(before, after);
    const fresh = without(after, before);
    const haveMoved = gone.length === fresh.length;
    const pairs = placed(after).flatMap((later) => {
      const earlier =
        haveMoved && fresh.some(({ index }) => index === later.index)
          ? gone[fresh.findIndex(({ index }) => index === later.index)]
          : placed(before).find(({ band }) => edgeOf(band) === edgeOf(later.band));
      return earlier === undefined ? [] : [bandChange(characteristic, path, earlier, later)];
    });
    const one = (
      line: Extract<CardChangeKind, "card-band-added" | "card-band-removed">,
      { band, index }: Placed,
    ): CardChange => {
      const below = band.below === undefined ? {} : { below: band.below };
      return { line, path: [...path, "bands", index], details: { characteristic, ...below, points: band.points } };
    };
    return [
      ...(haveMoved ? [] : gone.map((band) => one("card-band-removed", band))),
      ...(haveMoved ? [] : fresh.map((band) => one("card-band-added", band))),
      ...pairs.flat(),
    ];
  };
}

/** Points by category, in the order of the groups. */
const pointsByCategory = (groups: readonly CategoryGroup[]): ReadonlyMap<string, number> =>
  new Map(groups.flatMap(({ values, points }) => values.map((value) => [value, points] as const)));

/** How some categories are grouped, as a text: `rising/steady (up) | falling`. */
const groupingOf = (groups: readonly CategoryGroup[], isIn: (value: string) => boolean): string =>
  groups
    .flatMap(({ values, label }) => {
      const some = values.filter(isIn);
      return some.length === 0 ? [] : [`${some.join("/")}${label === undefined ? "" : ` (${label})`}`];
    })
    .join(" | ");

/** Categories whose points are others, new or gone, and the groups where they are put together otherwise. */
export function groupChanges(
  characteristic: string,
  path: Path,
): (before?: readonly CategoryGroup[], after?: readonly CategoryGroup[]) => readonly CardChange[] {
  return (before = [], after = []) => {
    const [a, b] = [pointsByCategory(before), pointsByCategory(after)];
    const at = [...path, "groups"];
    const points = [...new Set([...a.keys(), ...b.keys()])].flatMap((category): CardChange[] => {
      const [from, to] = [a.get(category), b.get(category)];
      if (from === to) return [];
      const facts = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      return [{ line: "card-category-points-changed", path: at, details: { characteristic, category, ...facts } }];
    });
    const isKept = (category: string): boolean => a.has(category) && b.has(category);
    const [from, to] = [groupingOf(before, isKept), groupingOf(after, isKept)];
    if (canonicalJson(from) === canonicalJson(to)) return points;
    const details = { part: "characteristic", id: characteristic, member: "groups", from, to } as const;
    return [...points, { line: "card-member-changed", path: at, details }];
  };
}
