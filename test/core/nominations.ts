import {
  advance,
  defineCaseFlow,
  defineLifecycle,
  orThrow,
  type CaseContext,
  type CaseEntry,
  type CaseFlow,
  type CaseRecord,
  type SeparationRule,
} from "../../src/core/index.ts";

/** A small kind of case: somebody is nominated, assessed, and decided about; a note may be made at any time. */
export type State = "open" | "assessed" | "decided";
export type Step =
  | (CaseEntry & { readonly type: "nominate"; readonly nominee: string })
  | (CaseEntry & { readonly type: "assess"; readonly witness?: string })
  | (CaseEntry & { readonly type: "decide"; readonly grade: number });
export type Note = CaseEntry & { readonly type: "remark" | "thank" };
export type Refusal = "nobody-nominated" | "grade-too-high";
export type Nomination = CaseRecord<State, Step | Note | (CaseEntry & { readonly type: "propose" })> & {
  readonly nominee: string | null;
  readonly kin: readonly string[];
};
export interface NominationPolicy {
  readonly highest: number;
  readonly separation: readonly SeparationRule[];
}

export const lifecycle = defineLifecycle<State, Step["type"]>({
  initial: "open",
  table: {
    open: { nominate: "open", assess: "assessed" },
    assessed: { nominate: "assessed", decide: "decided" },
    decided: {},
  },
});

export const definition: CaseFlow<State, Step, Refusal, Nomination, NominationPolicy, Note> = {
  room: "nominations",
  lifecycle,
  opening: { type: "propose", issue: "not-proposed-first" },
  over: ["decided"],
  notes: { remark: "until-over", thank: "always" },
  conditions: {
    assess: [{ reason: "nobody-nominated", unmet: ({ nominee }) => (nominee === null ? {} : null) }],
    decide: [
      {
        reason: "grade-too-high",
        unmet: (_, { grade }, { highest }) => (grade > highest ? { grade, highest } : null),
      },
    ],
  },
  carried: {
    start: () => ({ nominee: null }),
    after: ({ nominee = null }, entry) => ({ nominee: entry.type === "nominate" ? entry.nominee : nominee }),
  },
  acts: {
    names: ["witness"],
    of: (entry) =>
      entry.type === "assess" && entry.witness !== undefined ? [{ action: "witness", person: entry.witness }] : [],
  },
  parties: {
    nominee: ({ nominee }) => (nominee === null ? [] : [nominee]),
    kin: ({ kin }) => kin,
    // who is a party only in one state
    sitting: ({ state, kin }) => (state === "assessed" ? kin : []),
  },
  separation: ({ separation }) => separation,
};

export const flow = defineCaseFlow(definition);

export const at = (minute: number): string => `2026-02-13T10:${String(minute).padStart(2, "0")}:00+08:00`;

export const proposed = (changes: Partial<Nomination> = {}): Nomination => ({
  id: "N-1",
  state: "open",
  history: [{ type: "propose", at: at(0), by: "A" }],
  nominee: null,
  kin: [],
  ...changes,
});

export const rule = (between: SeparationRule["between"], changes: Partial<SeparationRule> = {}): SeparationRule => ({
  id: "S-1",
  between,
  scope: "same-case",
  relation: "same-person",
  source: "house rule",
  ...changes,
});

export const policyOf = (...separation: readonly SeparationRule[]): NominationPolicy => ({ highest: 3, separation });

export const nominate = (minute: number, by: string, nominee: string): Step => ({
  type: "nominate",
  at: at(minute),
  by,
  nominee,
});
export const assess = (minute: number, by: string, witness?: string): Step => ({
  type: "assess",
  at: at(minute),
  by,
  ...(witness === undefined ? {} : { witness }),
});
export const decide = (minute: number, by: string, grade = 2): Step => ({ type: "decide", at: at(minute), by, grade });
export const remark = (minute: number, by: string, type: Note["type"] = "remark"): Note => ({
  type,
  at: at(minute),
  by,
});

export type Context = Partial<CaseContext<Nomination, NominationPolicy>>;

export function taken(steps: readonly (Step | Note)[], start = proposed(), context: Context = {}): Nomination {
  let kase = start;
  for (const step of steps) kase = orThrow(advance(flow, kase, step, { policy: policyOf(), ...context })).kase;
  return kase;
}

/** What is refused, and why; null when it is done. */
export function refusedWith(
  kase: Nomination,
  step: Step | Note,
  rules: readonly SeparationRule[],
  context: Context = {},
) {
  const outcome = advance(flow, kase, step, { policy: policyOf(...rules), ...context });
  return outcome.ok ? null : { reason: outcome.reason, details: outcome.details };
}
