import type { Path } from "../../core/index.ts";
import {
  listOf,
  oneOf,
  orNull,
  readDate,
  readText,
  recordOf,
  refuseValue,
  rowOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import {
  STANDING_CHANGES,
  type Standing,
  type StandingAdvance,
  type StandingLine,
  type StandingTransition,
} from "../../customer-classification/index.ts";
import { standingMembers } from "../../customer-classification/inner.ts";

/** Facts of reasons that are numbers, and those that are lists of texts; all others are texts. */
const COUNTS: ReadonlySet<unknown> = /* @__PURE__ */ new Set(["reviews", "of"]);
const LISTS: ReadonlySet<unknown> = /* @__PURE__ */ new Set(["floors", "approvedBy"]);

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const texts = listOf(readText);

const fact: Reader<unknown> = (value, path, code) => {
  const name = path.at(-1);
  if (value === undefined) return value;
  if (COUNTS.has(name)) return count(value as number, path, code);
  return LISTS.has(name) ? texts(value as readonly string[], path, code) : readText(value as string, path, code);
};

const named = rowOf<{ readonly line: string }>({ line: readText });
const facts = recordOf(fact);

/** A reason with its name and its facts; what it says is read where it is told. */
const line: Reader<StandingLine> = (value, path, code) => {
  named(value, path, code);
  facts(value as unknown as Readonly<Record<string, unknown>>, path, code);
  return value;
};

const advances = listOf(
  rowOf<StandingAdvance>({
    standing: rowOf<Standing>(standingMembers()),
    transition: rowOf<StandingTransition>({
      kind: oneOf(STANDING_CHANGES),
      on: readDate,
      from: orNull(readText),
      to: readText,
      because: listOf(line),
    }),
  }),
  1,
);

/** A history as it is kept: of one client under one policy, each entry after the one before. */
export function readHistory(history: readonly StandingAdvance[], path: Path, code: string): readonly StandingAdvance[] {
  advances(history, path, code);
  const [first] = history;
  for (const [index, { standing, transition }] of history.entries()) {
    const at: Path = [...path, index];
    const before = history[index - 1]?.transition;
    for (const member of ["id", "version"] as const)
      if (standing.policy[member] !== first?.standing.policy[member])
        refuseValue(code, [...at, "standing", "policy", member], "of another policy", standing.policy[member]);
    if (standing.since !== first?.standing.since)
      refuseValue(code, [...at, "standing", "since"], "of another client", standing.since);
    if (standing.served !== transition.to)
      refuseValue(code, [...at, "transition", "to"], "not what the standing serves", transition.to);
    if (before !== undefined && transition.on < before.on)
      refuseValue(code, [...at, "transition", "on"], "before the entry before it", transition.on);
    if (before !== undefined && transition.from !== before.to)
      refuseValue(code, [...at, "transition", "from"], "not what was served before", transition.from);
  }
  return history;
}
