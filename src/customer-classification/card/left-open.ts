import type { Path } from "../../core/index.ts";
import { policyPoints } from "./attainable.ts";
import type { InputPolicies } from "./characteristic.ts";
import type { Condition } from "./condition.ts";
import type { LintFinding } from "./findings.ts";
import type { Scorecard } from "./scorecard.ts";

/** The states of a value that is not known. */
const LACKING = ["missing", "stale", "unknown"] as const satisfies readonly (keyof InputPolicies)[];
type Lacking = (typeof LACKING)[number];

/** The states in which a feature is left open by some characteristic, by feature. */
function openStates({ characteristics }: Scorecard): ReadonlyMap<string, ReadonlySet<Lacking>> {
  const open = new Map<string, Set<Lacking>>();
  for (const { feature, inputs } of characteristics) {
    for (const state of LACKING) {
      if (inputs[state] === "open") open.set(feature, (open.get(feature) ?? new Set<Lacking>()).add(state));
    }
  }
  return open;
}

function decided(
  path: Path,
  details: Extract<LintFinding, { readonly rule: "open-but-decided" }>["details"],
): LintFinding {
  return { rule: "open-but-decided", severity: "warning", path, details };
}

/**
 * Places that decide on a value which the card leaves open where it is not known: a test that fails then, a block that is
 * taken for holding or not, a second characteristic that gives points of its own. The card says in one place that the
 * value may be anything, and in another what it is. A test that holds is an `unknown-passes` already; the customer flag is
 * never decided on without its value; for a block, only a missing flag is taken for an answer.
 */
export function leftOpenFindings(card: Scorecard): LintFinding[] {
  const open = openStates(card);
  if (open.size === 0) return [];
  const tests = (rule: string, when: readonly Condition[], path: Path): LintFinding[] =>
    when.flatMap((condition, index): LintFinding[] => {
      const at = [...path, index];
      if (condition.test === "any") return tests(rule, condition.of, [...at, "of"]);
      if (!("unusable" in condition) || condition.unusable !== "fails" || !open.has(condition.feature)) return [];
      return [decided(at, { feature: condition.feature, typeRule: rule })];
    });
  return [
    ...card.characteristics.flatMap(({ id, feature, inputs, neutral }, index) =>
      LACKING.filter((state) => {
        const policy = inputs[state];
        return policy !== undefined && policyPoints(policy, neutral) !== null && open.get(feature)?.has(state) === true;
      }).map((state) => decided(["characteristics", index, "inputs", state], { feature, characteristic: id })),
    ),
    ...card.rules.flatMap(({ id, when }, index) => tests(id, when, ["rules", index, "when"])),
    ...tests("core", card.core, ["core"]),
    ...(card.blocks ?? []).flatMap(({ id, feature, unusable }, index) =>
      unusable !== "reject" && open.get(feature)?.has("missing") === true
        ? [decided(["blocks", index], { feature, block: id })]
        : [],
    ),
  ];
}
