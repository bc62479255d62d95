import type { ClientId, EmployeeId } from "../../client/index.ts";
import { listOf, optional, readText, shapeOf } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { fieldSections } from "../condition/answers.ts";
import { planSections, type PlanSectionInfo } from "../fields.ts";
import { readPlan } from "../read-plan.ts";
import { PLAN_SECTIONS, type PlanSection } from "../section.ts";
import type { PlanField, PlanRowId, ReferredSection, StrategyPlan, WithheldPart } from "../types.ts";
import { defined, withoutReferences, type IsUnseen } from "./references.ts";
import { EXTRA_SECTIONS, theViewPolicy, type PlanExtra, type PlanParts, type PlanViewPolicy } from "./view-policy.ts";
import { mergedParts } from "./withheld.ts";

/** Who looks at a plan. */
export interface PlanViewer {
  readonly employee: EmployeeId;
  /** A role of the policy. */
  readonly role: string;
  /** Units of the viewer's: members that book business there are the viewer's. */
  readonly units?: readonly string[];
  /** Members that are the viewer's, beside those the plan says the employee manages. */
  readonly members?: readonly ClientId[];
}

/** A plan as a viewer sees it: still a plan, which says what of it is withheld. */
export type PlanView = StrategyPlan & { readonly withheld: readonly WithheldPart[] };

const readViewer = /* @__PURE__ */ (() =>
  shapeOf<PlanViewer>({
    employee: readText,
    role: readText,
    units: optional(listOf(readText)),
    members: optional(listOf(readText)),
  }))();

/** Member of a row or of section 7 that holds an extra. */
const EXTRA_MEMBERS = {
  stakeholder: "stakeholder",
  "spend-with-us": "spendWithUs",
  target: "target",
  progress: "progress",
} as const satisfies Partial<Record<PlanExtra, string>>;

type RowExtra = keyof typeof EXTRA_MEMBERS;
const ROW_EXTRAS = Object.keys(EXTRA_MEMBERS) as RowExtra[];

/** A row of any section, or a section without rows. */
interface AnyRow {
  readonly id?: PlanRowId;
  readonly member?: ClientId;
  readonly evidence?: Readonly<Record<string, unknown>>;
}

interface PartSets {
  readonly sections: ReadonlySet<PlanSection>;
  readonly fields: ReadonlySet<PlanField>;
  readonly extras: ReadonlySet<PlanExtra>;
}

/**
 * Parts with what goes along: another institution without its name is not one, and our share of a spend is worked out
 * from what the client pays us.
 */
function setsOf({ sections = [], fields = [], extras = [] }: PlanParts): PartSets {
  return {
    sections: new Set([...sections, ...(fields.includes("institutionName") ? (["other-institutions"] as const) : [])]),
    fields: new Set(fields),
    extras: new Set([...extras, ...(fields.includes("shareOfSpend") ? (["spend-with-us"] as const) : [])]),
  };
}

/** Fields and extras of a section among the parts. */
interface SectionParts {
  readonly fields: readonly PlanField[];
  readonly extras: readonly RowExtra[];
}

const within = ({ fields, extras }: PartSets, section: PlanSection): SectionParts => ({
  fields: fields.size === 0 ? [] : fieldsOf(section).filter((field) => fields.has(field)),
  extras: extras.size === 0 ? [] : ROW_EXTRAS.filter((extra) => EXTRA_SECTIONS[extra] === section && extras.has(extra)),
});

const fieldsOf = (section: PlanSection): readonly PlanField[] =>
  (fieldSections.find(({ id }) => id === section)?.fields ?? []).map(({ key }) => key);

/** Whether a member is none of the viewer's. */
function otherMember(
  { group }: StrategyPlan,
  { employee, units = [], members = [] }: PlanViewer,
): (id?: ClientId) => boolean {
  const managed = (group?.managers ?? []).filter((manager) => manager.employee === employee);
  const own = new Set([
    ...members,
    ...managed.flatMap((manager) => manager.members ?? []),
    ...(group?.members ?? [])
      .filter(({ bookingUnits = [] }) => bookingUnits.some((unit) => units.includes(unit)))
      .map(({ client }) => client),
  ]);
  const isWhole = managed.some((manager) => manager.members === undefined);
  return (id) => id !== undefined && !isWhole && !own.has(id);
}

/** Takes fields and extras out of rows, and counts the answers that went. */
function cutting({ fields, extras }: SectionParts): {
  readonly cut: <Row extends AnyRow>(row: Row) => Row;
  readonly taken: readonly (PlanField | RowExtra)[];
} {
  const taken: (PlanField | RowExtra)[] = [];
  const names = new Map<string, PlanField | RowExtra>([
    ...fields.map((field) => [field, field] as const),
    ...extras.map((extra) => [EXTRA_MEMBERS[extra], extra] as const),
  ]);
  return {
    taken,
    cut: (row) => {
      if (names.size === 0) return row;
      const left: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(row)) {
        const part = names.get(name);
        if (part === undefined) left[name] = value;
        else if (value !== undefined) taken.push(part);
      }
      if (row.evidence !== undefined && Object.keys(row.evidence).some((field) => names.has(field))) {
        const evidence = Object.entries(row.evidence).filter(([field]) => !names.has(field));
        left["evidence"] = evidence.length === 0 ? undefined : Object.fromEntries(evidence);
      }
      return defined(left) as unknown as typeof row;
    },
  };
}

/** What cutting a section took out, as parts; of some members, or of all. */
function partsCut(
  section: PlanSection,
  { fields, extras }: SectionParts,
  taken: readonly (PlanField | RowExtra)[],
  about: { readonly members?: readonly ClientId[] },
): readonly WithheldPart[] {
  const countOf = (parts: readonly (PlanField | RowExtra)[]): number =>
    taken.filter((part) => parts.includes(part)).length;
  return [
    ...(fields.length === 0 ? [] : [{ section, what: "fields", fields, ...about, count: countOf(fields) } as const]),
    ...extras.map((what): WithheldPart => ({ section, what, ...about, count: countOf([what]) })),
  ];
}

/** How many rows a section has, or, where it has none, how many answers. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null
    ? Object.keys(value).filter((name) => name !== "evidence").length
    : 0;
}

/**
 * A plan as somebody may see it (按权限查看): without what the policy withholds from the viewer's role, and with the list of it.
 *
 * The result is a plan, so that everything that takes plans takes it; `withheld` says what is not there, and how much that
 * is, so that nobody takes it for open.
 *
 * - A role the policy does not name sees the head of the plan: ids, period, currency, who prepared and approved it. Any other
 *   sees the group as well, which says whose members are whose.
 * - A part withheld always is listed whether there was something or not. Rows of members that are not the viewer's are
 *   listed where there are some.
 * - A member is the viewer's if `members` names it, one of `units` books its business, or the plan says that the employee
 *   manages it. A manager of whom the plan names no members manages all.
 * - Evidence goes with its answer, a tie with either of its people, `noneConfirmed` with its section, the credit
 *   page with section 1. The rows of section 5 go with the name of the institution, and what the client pays us with
 *   our share of it. A section of which all rows are withheld is absent, because an empty one would say that there are none.
 * - What refers to a row that is withheld is taken out and counted as `references`.
 *
 * Free text is not looked into. Shares and totals of a view are those of what is seen: compute them from the plan.
 *
 * @param plan - a plan, or what somebody else may see of it: what was withheld there stays so
 * @param viewer - who looks at it
 * @param policy - what each role may not see
 * @returns the plan without what is withheld
 * @throws `strategy-plan/invalid-input` for the viewer, `strategy-plan/invalid-policy` and `core/invalid-policy` for the
 * policy, with the path to the place
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   people: [{ id: "p1", contactName: "…", stakeholder: { support: "critical", evidence: { asOf: "2025-11-30" } } }] } as const;
 * const view = planFor(plan, { employee: "E-4", role: "product-desk" }, examplePlanViews);
 * view.people // => [{ id: "p1", contactName: "…" }]
 * view.withheld.find(({ what }) => what === "stakeholder") // => { section: "decision-makers", what: "stakeholder", count: 1 }
 * planFor(plan, { employee: "E-5", role: "visitor" }, examplePlanViews).people // => undefined
 * @since 0.1.0
 */
export function planFor(plan: StrategyPlan, viewer: PlanViewer, policy: PlanViewPolicy): PlanView {
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  readPlan(plan);
  readViewer(viewer, ["viewer"], code);
  const rule = theViewPolicy(policy).roles.find(({ role }) => role === viewer.role);
  const always = setsOf(rule === undefined ? { sections: PLAN_SECTIONS } : rule.withheld);
  const others = setsOf(rule?.ofOtherMembers ?? {});
  const isOther = otherMember(plan, viewer);
  const parts: WithheldPart[] = [...(plan.withheld ?? [])];
  const shown: Partial<Record<keyof StrategyPlan, unknown>> = { ...plan };
  for (const info of planSections) {
    if (info.id === "client-profile") continue;
    const value = plan[info.key] as AnyRow | readonly AnyRow[] | undefined;
    if (always.sections.has(info.id)) {
      parts.push({ section: info.id, what: "section", count: sizeOf(value) });
      shown[info.key] = undefined;
    } else shown[info.key] = sectionFor(info, value, always, others, isOther, parts);
  }
  const isHidden = always.sections.has("client-profile");
  const what = isHidden ? "section" : "credit-page";
  if (isHidden || always.extras.has("credit-page")) {
    parts.push({ section: "client-profile", what, count: plan.credit === undefined ? 0 : 1 });
    shown.credit = undefined;
  }
  if (rule === undefined) shown.group = undefined;
  shown.noneConfirmed = plan.noneConfirmed && nonesFor(plan.noneConfirmed, always);
  const seen = defined<StrategyPlan>(shown as StrategyPlan);
  shown.ties = tiesFor(plan, seen, always, others, isOther, parts);
  const left = defined<StrategyPlan>(shown as StrategyPlan);
  const isUnseen = unseenIn(plan, seen, always);
  const counted = (section: PlanSection, count: number): void => {
    parts.push({ section, what: "references", count });
  };
  const view = isUnseen === null ? left : withoutReferences(left, isUnseen, counted);
  return { ...view, withheld: mergedParts(parts) };
}

/** What is not seen; null where all is: rows that are gone, and whatever somebody refers to in a section that is withheld whole. */
function unseenIn(plan: StrategyPlan, seen: StrategyPlan, { sections }: PartSets): IsUnseen | null {
  const unseen = (section: ReferredSection): ReadonlySet<PlanRowId> => {
    const left = new Set(seen[section]?.map(({ id }) => id));
    return new Set(plan[section]?.map(({ id }) => id).filter((id) => !left.has(id)));
  };
  const rows: Readonly<Record<ReferredSection, ReadonlySet<PlanRowId>>> = {
    people: unseen("people"),
    businesses: unseen("businesses"),
    institutions: unseen("institutions"),
    services: unseen("services"),
  };
  const whole = new Set(planSections.filter(({ id }) => sections.has(id)).map(({ key }) => key));
  const isAllSeen = whole.size === 0 && Object.values(rows).every(({ size }) => size === 0);
  return isAllSeen ? null : (section, id) => whole.has(section) || rows[section].has(id);
}

/** A section that is not withheld whole, without the rows, fields and extras of it that are. */
function sectionFor(
  { id: section, rows: hasRows }: PlanSectionInfo,
  value: AnyRow | readonly AnyRow[] | undefined,
  always: PartSets,
  others: PartSets,
  isOther: (member?: ClientId) => boolean,
  parts: WithheldPart[],
): unknown {
  const ofAll = within(always, section);
  const all = cutting(ofAll);
  const rest = within(others, section);
  const ofOthers: SectionParts = {
    fields: rest.fields.filter((field) => !ofAll.fields.includes(field)),
    extras: rest.extras.filter((extra) => !ofAll.extras.includes(extra)),
  };
  const some = cutting(ofOthers);
  if (!hasRows || value === undefined) {
    const left = value && all.cut(value as AnyRow);
    parts.push(...partsCut(section, ofAll, all.taken, {}));
    return left;
  }
  const given = value as readonly AnyRow[];
  const seen = given.filter(({ member }) => !(others.sections.has(section) && isOther(member)));
  const left = seen.map((row) => (isOther(row.member) ? some.cut(all.cut(row)) : all.cut(row)));
  const members = [...new Set(seen.flatMap(({ member }) => (member !== undefined && isOther(member) ? [member] : [])))];
  const unseen = given.length - seen.length;
  if (unseen > 0) parts.push({ section, what: "rows", count: unseen });
  parts.push(...partsCut(section, ofAll, all.taken, {}));
  if (members.length > 0) parts.push(...partsCut(section, ofOthers, some.taken, { members }));
  return unseen > 0 && left.length === 0 ? undefined : left;
}

/** Who says that there are no institutions or challenges goes with the section it is said of. */
function nonesFor(
  none: NonNullable<StrategyPlan["noneConfirmed"]>,
  { sections }: PartSets,
): StrategyPlan["noneConfirmed"] {
  const left = {
    ...none,
    ...(sections.has("other-institutions") ? { institutions: undefined } : {}),
    ...(sections.has("challenges") ? { challenges: undefined } : {}),
  };
  const shown = defined<NonNullable<StrategyPlan["noneConfirmed"]>>(left);
  return Object.keys(none).length > 0 && Object.keys(shown).length === 0 ? undefined : shown;
}

/** Ties of which both people are seen, and that are not withheld themselves. */
function tiesFor(
  plan: StrategyPlan,
  { people = [] }: StrategyPlan,
  always: PartSets,
  others: PartSets,
  isOther: (member?: ClientId) => boolean,
  parts: WithheldPart[],
): StrategyPlan["ties"] {
  const { ties } = plan;
  const section = "decision-makers";
  if (always.extras.has("ties")) parts.push({ section, what: "ties", count: ties?.length ?? 0 });
  if (always.extras.has("ties") || always.sections.has(section)) return undefined;
  const known = new Set((plan.people ?? []).map(({ id }) => id));
  const seen = new Map(people.map(({ id, member }) => [id, member]));
  const isSeen = (id: PlanRowId): boolean =>
    (seen.has(id) || !known.has(id)) && !(others.extras.has("ties") && isOther(seen.get(id)));
  const left = ties?.filter(({ from, to }) => isSeen(from) && isSeen(to));
  const count = (ties?.length ?? 0) - (left?.length ?? 0);
  if (count === 0) return ties;
  parts.push({ section, what: "ties", count });
  return left?.length === 0 ? undefined : left;
}
