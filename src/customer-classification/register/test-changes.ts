import { canonicalJson, type Path } from "../../core/index.ts";
import type { Condition } from "../card/condition.ts";
import type { CardChange, TestFacts } from "./card-change.ts";

/** The members in which two tests of the same thing can differ. */
const DIFFERING = ["is", "oneOf", "atLeast", "below", "unusable"] as const;

/** What a test looks at, whatever it asks of it; alternatives are one thing. */
const subjectOf = (condition: Condition): string =>
  condition.test === "any"
    ? "any"
    : canonicalJson({ ...condition, ...Object.fromEntries(DIFFERING.map((member) => [member, undefined])) });

const factsOf = (rule: string, condition: Condition): TestFacts =>
  condition.test === "any" ? { rule, test: "any", alternatives: condition.of.length } : { rule, ...condition };

/** A value of a test as the card writes it. */
const written = (value: unknown): string =>
  Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : canonicalJson(value);

/** The members in which a test of the same thing is another now. */
function changed(rule: string, path: Path, before: Condition, after: Condition): readonly CardChange[] {
  if (before.test === "any" && after.test === "any") return testChanges(rule, [...path, "of"])(before.of, after.of);
  const [a, b] = [before, after] as readonly Readonly<Partial<Record<string, unknown>>>[];
  return DIFFERING.flatMap((member): CardChange[] => {
    const [from, to] = [a?.[member], b?.[member]];
    if (canonicalJson(from ?? null) === canonicalJson(to ?? null)) return [];
    const facts = {
      ...(from === undefined ? {} : { from: written(from) }),
      ...(to === undefined ? {} : { to: written(to) }),
    };
    const details = { ...factsOf(rule, after), member, ...facts };
    return [{ line: "card-test-changed", path: [...path, member], details }];
  });
}

/** Tests that came, went, ask for something else, or stand in another order; those of alternatives too. */
export function testChanges(
  rule: string,
  path: Path,
): (before?: readonly Condition[], after?: readonly Condition[]) => readonly CardChange[] {
  return (before = [], after = []) => {
    const open = before.map((condition, index) => ({ condition, index, subject: subjectOf(condition) }));
    const order: number[] = [];
    const there = after.flatMap((condition, index): readonly CardChange[] => {
      const at = [...path, index];
      // the same test first, then the next of the same thing
      const same = open.findIndex((one) => canonicalJson(one.condition) === canonicalJson(condition));
      const next = same >= 0 ? same : open.findIndex(({ subject }) => subject === subjectOf(condition));
      const [earlier] = next < 0 ? [] : open.splice(next, 1);
      if (earlier === undefined) return [{ line: "card-test-added", path: at, details: factsOf(rule, condition) }];
      order.push(earlier.index);
      return changed(rule, at, earlier.condition, condition);
    });
    const gone = open.map(({ condition, index }): CardChange => ({
      line: "card-test-removed",
      path: [...path, index],
      details: factsOf(rule, condition),
    }));
    const isInOrder = order.every((index, at) => at === 0 || (order[at - 1] ?? -1) < index);
    const moved: CardChange = {
      line: "card-order-changed",
      path,
      details: { part: "rule", id: rule, member: path.at(-1) === "of" ? "of" : "when" },
    };
    return [...gone, ...there, ...(isInOrder ? [] : [moved])];
  };
}
