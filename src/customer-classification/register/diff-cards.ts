import { canonicalJson, type Path } from "../../core/index.ts";
import type { Characteristic, InputPolicies, LackingPolicy } from "../card/characteristic.ts";
import type { FeatureDefinition } from "../card/feature-definition.ts";
import type { PreparedScorecard, Scorecard, TypeRule } from "../card/scorecard.ts";
import { resolvedCardAt } from "./card-at.ts";
import { CARD_MEMBERS, type CardChange, type CardMember, type CardPart } from "./card-change.ts";
import { bandChanges, groupChanges } from "./scale-changes.ts";
import { testChanges } from "./test-changes.ts";

type Members = Readonly<Partial<Record<string, unknown>>>;

/** Whether two pieces of a card are the same content. */
const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** A value as the card writes it: a text bare, everything else as JSON; nothing where there is none. */
const shown = (name: "from" | "to", value: unknown): { readonly from?: string; readonly to?: string } =>
  value === undefined ? {} : { [name]: typeof value === "string" ? value : canonicalJson(value) };

/** Where a change is: the card, or one of its parts. */
interface Place {
  readonly part?: CardPart;
  readonly id?: string;
  readonly path: Path;
}

const inPart = ({ part, id }: Place): { readonly part?: CardPart; readonly id?: string } =>
  part === undefined || id === undefined ? {} : { part, id };

function memberChange(place: Place, member: CardMember, before: unknown, after: unknown): CardChange {
  const details = { ...inPart(place), member, ...shown("from", before), ...shown("to", after) };
  return { line: "card-member-changed", path: [...place.path, member], details };
}

/** Entries that came, went, or stand in another order. */
function entryChanges(
  place: Place,
  member: CardMember,
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly CardChange[] {
  const at = { ...inPart(place), member };
  const path = [...place.path, member];
  const kept = after.filter((entry) => before.includes(entry));
  return [
    ...before.flatMap((entry, index): CardChange[] =>
      after.includes(entry) ? [] : [{ line: "card-entry-removed", path: [...path, index], details: { ...at, entry } }],
    ),
    ...after.flatMap((entry, index): CardChange[] =>
      before.includes(entry) ? [] : [{ line: "card-entry-added", path: [...path, index], details: { ...at, entry } }],
    ),
    ...(isSame(
      before.filter((entry) => after.includes(entry)),
      kept,
    )
      ? []
      : [{ line: "card-order-changed", path, details: at } as const]),
  ];
}

/** What a reader of a member says of it before and after; null leaves it to the member as a whole. */
type MemberChanges = (before: never, after: never) => readonly CardChange[];

/**
 * The changes of the members two pieces have, in the order of the list of members. What has readers of its own is told by
 * them; where they find nothing and the content differs all the same, the member is told as a whole, so that no difference
 * is lost.
 */
function memberChanges(
  place: Place,
  before: object,
  after: object,
  readers: Readonly<Partial<Record<CardMember, MemberChanges>>> = {},
): readonly CardChange[] {
  const [a, b] = [before as Members, after as Members];
  return CARD_MEMBERS.flatMap((member) => {
    if (isSame(a[member], b[member])) return [];
    const read = readers[member];
    const found = read === undefined ? [] : read(a[member] as never, b[member] as never);
    return found.length > 0 ? found : [memberChange(place, member, a[member], b[member])];
  });
}

/** Parts by name that came, went, changed, or stand in another order. */
function partChanges<T>(
  { part, member }: { readonly part: CardPart; readonly member: CardMember },
  nameOf: (entry: T) => string,
  changesOf: (place: Place, before: T, after: T) => readonly CardChange[],
): (before?: readonly T[], after?: readonly T[]) => readonly CardChange[] {
  return (before = [], after = []) => {
    const names = before.map(nameOf);
    const kept = after.map(nameOf).filter((name) => names.includes(name));
    const gone = before.flatMap((entry, index): CardChange[] => {
      const id = nameOf(entry);
      return kept.includes(id) ? [] : [{ line: "card-part-removed", path: [member, index], details: { part, id } }];
    });
    const rest = after.flatMap((entry, index): readonly CardChange[] => {
      const id = nameOf(entry);
      const path = [member, index];
      const earlier = before[names.indexOf(id)];
      if (earlier === undefined) return [{ line: "card-part-added", path, details: { part, id } }];
      return isSame(earlier, entry) ? [] : changesOf({ part, id, path }, earlier, entry);
    });
    const isInOrder = isSame(
      names.filter((name) => kept.includes(name)),
      kept,
    );
    const order: CardChange = { line: "card-order-changed", path: [member], details: { member } };
    return [...gone, ...rest, ...(isInOrder ? [] : [order])];
  };
}

/** What an unusable value scores, before and after. */
function policyChanges(place: Place, before: InputPolicies, after: InputPolicies): readonly CardChange[] {
  const { id: characteristic = "", path } = place;
  const word = (policy: LackingPolicy | undefined): string | undefined =>
    typeof policy === "string" ? policy : undefined;
  const points = (policy: LackingPolicy | undefined): number | undefined =>
    typeof policy === "object" ? policy.points : undefined;
  return (["missing", "unknown", "stale", "invalid"] as const).flatMap((name): CardChange[] => {
    const [a, b] = [before[name], after[name]];
    if (isSame(a, b)) return [];
    const facts = { fromPolicy: word(a), fromPoints: points(a), toPolicy: word(b), toPoints: points(b) };
    const state = name === "unknown" ? "unknown-category" : name;
    const known = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
    const details = { characteristic, state, ...known } as const;
    return [{ line: "card-input-policy-changed", path: [...path, "inputs", name], details }];
  });
}

const featureChanges = (before: Scorecard["features"], after: Scorecard["features"]): readonly CardChange[] => {
  const part = "feature";
  const at = (id: string): Place => ({ part, id, path: ["features", id] });
  const isIn = (features: Scorecard["features"], id: string): boolean => Object.hasOwn(features, id);
  const changed = (id: string, a: FeatureDefinition, b: FeatureDefinition): readonly CardChange[] =>
    memberChanges(at(id), a, b, {
      values: (x?: readonly string[], y?: readonly string[]) => entryChanges(at(id), "values", x, y),
    });
  return [
    ...Object.keys(before).flatMap((id): CardChange[] =>
      isIn(after, id) ? [] : [{ line: "card-part-removed", path: ["features", id], details: { part, id } }],
    ),
    ...Object.entries(after).flatMap(([id, feature]): readonly CardChange[] => {
      const earlier = isIn(before, id) ? before[id] : undefined;
      if (earlier === undefined) return [{ line: "card-part-added", path: ["features", id], details: { part, id } }];
      return changed(id, earlier, feature);
    }),
  ];
};

const characteristicChanges = (place: Place, before: Characteristic, after: Characteristic): readonly CardChange[] =>
  memberChanges(place, before, after, {
    inputs: (a: InputPolicies, b: InputPolicies) => policyChanges(place, a, b),
    bands: bandChanges(after.id, place.path),
    groups: groupChanges(after.id, place.path),
  });

const idOf = ({ id }: { readonly id: string }): string => id;

/**
 * What is different between two scorecards (评分卡对比), line by line, for whoever approves or audits a change.
 *
 * Complete: there is no line exactly when the two cards have the same content hash. So another spelling of the same amount
 * (`"1000"` and `"1000.00"`) is a line, as it is another hash. Parts are told apart by their names: a renamed characteristic
 * is one removed and one added. Bands are told apart by their upper edges; of as many edges that went as came, each has
 * moved to the next. Tests are told apart by what they look at.
 *
 * @param before - the earlier card, plain or prepared
 * @param after - the later card
 * @returns lines for `tell`, in the order of a card: envelope, features, characteristics, rules, core, levels, blocks, grounds;
 * what is gone before what is there
 * @throws `customer-classification/invalid-card`, with the path inside `before` or `after`; see {@link prepareScorecard}
 * @throws `core/invalid-policy` when the envelope is broken
 * @example
 * const [income, ...others] = exampleRetailCard.characteristics;
 * const [lowest, ...bands] = income.bands;
 * const later = { ...exampleRetailCard, characteristics: [{ ...income, bands: [{ ...lowest, below: "120000" }, ...bands] }, ...others] };
 * diffCards(exampleRetailCard, later) // => [{ line: "card-band-edge-moved", path: ["characteristics", 0, "bands", 0, "below"], details: { characteristic: "annualIncome", band: 1, from: "100000", to: "120000" } }]
 * diffCards(exampleRetailCard, exampleRetailCard) // => []
 * @since 0.1.0
 */
export function diffCards(
  before: Scorecard | PreparedScorecard,
  after: Scorecard | PreparedScorecard,
): readonly CardChange[] {
  const { card: a } = resolvedCardAt(before, ["before"]);
  const { card: b } = resolvedCardAt(after, ["after"]);
  const card: Place = { path: [] };
  const plain = (place: Place, one: object, other: object): readonly CardChange[] => memberChanges(place, one, other);
  return memberChanges(card, a, b, {
    sources: (x: readonly string[], y: readonly string[]) => entryChanges(card, "sources", x, y),
    features: featureChanges,
    characteristics: partChanges({ part: "characteristic", member: "characteristics" }, idOf, characteristicChanges),
    rules: partChanges({ part: "rule", member: "rules" }, idOf, (place, x: TypeRule, y: TypeRule) =>
      memberChanges(place, x, y, { when: testChanges(y.id, [...place.path, "when"]) }),
    ),
    core: testChanges("core", ["core"]),
    levels: partChanges({ part: "level", member: "levels" }, idOf, plain),
    blocks: partChanges({ part: "block", member: "blocks" }, idOf, plain),
    justifications: partChanges(
      { part: "justification", member: "justifications" },
      ({ feature }: { readonly feature: string }) => feature,
      plain,
    ),
  });
}
