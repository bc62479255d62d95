import type { ClientId, EmployeeId } from "../../client/index.ts";
import { listOf, optional, readText, shapeOf } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { planFields, planSections, type PlanFieldInfo, type PlanSectionInfo } from "../fields.ts";
import { readPlan } from "../read-plan.ts";
import { PLAN_SECTIONS, type PlanSection } from "../section.ts";
import type { PlanField, PlanRowId, ReferredSection, StrategyPlan, WithheldKind, WithheldPart } from "../types.ts";
import { rest, withoutMembers, type Row } from "./cut.ts";
import { withoutReferences, type IsUnseen } from "./references.ts";
import { EXTRA_PLACES, theViewPolicy, type PlanExtra, type PlanParts, type PlanViewPolicy } from "./view-policy.ts";
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

/** Parts of a plan, to look up. */
interface PartSets {
  readonly sections: ReadonlySet<PlanSection>;
  /** In the source's order. */
  readonly fields: readonly PlanFieldInfo[];
  readonly extras: ReadonlySet<PlanExtra>;
}

/**
 * Parts with what goes along: another institution without its name is not one, and our share of a spend is worked out
 * from what the client pays us.
 */
function setsOf({ sections = [], fields = [], extras = [] }: PlanParts): PartSets {
  return {
    sections: new Set([...sections, ...(fields.includes("institutionName") ? (["other-institutions"] as const) : [])]),
    fields: fields.length === 0 ? [] : planFields.filter(({ key }) => fields.includes(key)),
    extras: new Set([...extras, ...(fields.includes("shareOfSpend") ? (["spend-with-us"] as const) : [])]),
  };
}

/** The members of a row of a section that are among the parts, each with its kind in `WithheldPart`. */
function membersIn({ fields, extras }: PartSets, section: PlanSection): ReadonlyMap<string, WithheldKind> {
  const members = new Map<string, WithheldKind>();
  for (const field of fields) if (field.section === section) members.set(field.key, "fields");
  for (const extra of extras) {
    const place = EXTRA_PLACES[extra];
    if (place.section === section && place.member !== null) members.set(place.member, extra);
  }
  return members;
}

/** What of a plan somebody does not see, and the list of it. */
interface Viewing {
  readonly always: PartSets;
  readonly others: PartSets;
  /** Whether a member of the group is none of the viewer's. */
  readonly isOther: (member?: ClientId) => boolean;
  readonly parts: WithheldPart[];
}

function otherMember({ group }: StrategyPlan, { employee, units = [], members = [] }: PlanViewer): Viewing["isOther"] {
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

/** Takes members out of rows of a section, and counts what went, by its kind. */
function cutting(
  section: PlanSection,
  gone: ReadonlyMap<string, WithheldKind>,
): {
  readonly cut: (row: Row) => Row | undefined;
  readonly parts: (about?: Pick<WithheldPart, "members">) => readonly WithheldPart[];
} {
  const taken: WithheldKind[] = [];
  const fields = [...gone].flatMap(([name, what]) => (what === "fields" ? [name as PlanField] : []));
  return {
    cut: (row) => {
      for (const [name, what] of gone) {
        if (row[name as keyof Row] !== undefined) taken.push(what);
      }
      return withoutMembers(row, gone);
    },
    parts: (about) =>
      [...new Set(gone.values())].map((what) => {
        const count = taken.filter((one) => one === what).length;
        return { section, what, ...(what === "fields" && { fields }), ...about, count };
      }),
  };
}

/** How many rows a section has, or, where it has none, how many answers. */
const sizeOf = (value: object | undefined): number =>
  Array.isArray(value) ? value.length : Object.keys(value ?? {}).filter((name) => name !== "evidence").length;

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
  readPlan(plan);
  readViewer(viewer, ["viewer"], "strategy-plan/invalid-input" satisfies StrategyPlanErrorCode);
  const rule = theViewPolicy(policy).roles.find(({ role }) => role === viewer.role);
  const always = setsOf(rule === undefined ? { sections: PLAN_SECTIONS } : rule.withheld);
  const others = setsOf(rule?.ofOtherMembers ?? {});
  const parts: WithheldPart[] = [...(plan.withheld ?? [])];
  const viewing: Viewing = { always, others, isOther: otherMember(plan, viewer), parts };
  /** Members of the plan that hold the sections withheld whole. */
  const whole = new Set<string>();
  const shown: Partial<Record<keyof StrategyPlan, unknown>> = { ...plan };
  for (const info of planSections) {
    const { id: section, key } = info;
    const isWhole = always.sections.has(section);
    if (section === "client-profile") {
      // the client file is not in a plan; what the bank lends the client is
      if (!isWhole && !always.extras.has("credit-page")) continue;
      const count = plan.credit === undefined ? 0 : 1;
      parts.push({ section, what: isWhole ? "section" : "credit-page", count });
      shown.credit = undefined;
      continue;
    }
    const value = plan[key] as Row | readonly Row[] | undefined;
    if (isWhole) {
      parts.push({ section, what: "section", count: sizeOf(value) });
      whole.add(key);
    } else shown[key] = sectionFor(info, value, viewing);
  }
  if (rule === undefined) shown.group = undefined;
  shown.noneConfirmed = plan.noneConfirmed && rest(plan.noneConfirmed, whole);
  const isUnseen = unseenIn(plan, shown as StrategyPlan, whole);
  shown.ties = tiesFor(plan, isUnseen, viewing);
  const left = rest(shown, whole) as StrategyPlan;
  // where no row is gone, none refers to one
  const isAllSeen = !parts.some(({ what }) => what === "section" || what === "rows");
  const counted = (section: PlanSection, count: number): void => {
    parts.push({ section, what: "references", count });
  };
  const view = isAllSeen ? left : withoutReferences(left, isUnseen, counted);
  return { ...view, withheld: mergedParts(parts) };
}

/** What is not seen: rows that are gone, and whatever somebody refers to in a section that is withheld whole. */
function unseenIn(plan: StrategyPlan, shown: StrategyPlan, whole: ReadonlySet<string>): IsUnseen {
  const gone = (section: ReferredSection): ReadonlySet<PlanRowId> => {
    if (shown[section]?.length === plan[section]?.length) return new Set();
    const seen = new Set(shown[section]?.map(({ id }) => id));
    return new Set(plan[section]?.map(({ id }) => id).filter((id) => !seen.has(id)));
  };
  const rows: Readonly<Record<ReferredSection, ReadonlySet<PlanRowId>>> = {
    people: gone("people"),
    businesses: gone("businesses"),
    institutions: gone("institutions"),
    services: gone("services"),
  };
  return (section, id) => whole.has(section) || rows[section].has(id);
}

/** A section that is not withheld whole, without the rows, fields and extras of it that are. */
function sectionFor(
  { id: section, rows: hasRows }: PlanSectionInfo,
  value: Row | readonly Row[] | undefined,
  { always, others, isOther, parts }: Viewing,
): unknown {
  const ofAll = membersIn(always, section);
  const all = cutting(section, ofAll);
  if (!hasRows || value === undefined) {
    const left = value && all.cut(value as Row);
    parts.push(...all.parts());
    return left;
  }
  const some = cutting(section, new Map([...membersIn(others, section)].filter(([name]) => !ofAll.has(name))));
  const given = value as readonly Row[];
  const seen = others.sections.has(section) ? given.filter(({ member }) => !isOther(member)) : given;
  const left = seen.map((row) => {
    const cut = all.cut(row);
    return cut && isOther(row.member) ? some.cut(cut) : cut;
  });
  const members = [...new Set(seen.flatMap(({ member }) => (member !== undefined && isOther(member) ? [member] : [])))];
  const unseen = given.length - seen.length;
  if (unseen > 0) parts.push({ section, what: "rows", count: unseen });
  parts.push(...all.parts());
  if (members.length > 0) parts.push(...some.parts({ members }));
  return unseen > 0 && left.length === 0 ? undefined : left;
}

/** Ties of which both people are seen, and that are not withheld themselves. */
function tiesFor(
  { ties, people = [] }: StrategyPlan,
  isUnseen: IsUnseen,
  { always, others, isOther, parts }: Viewing,
): StrategyPlan["ties"] {
  const section = "decision-makers";
  const isNone = always.extras.has("ties");
  if (isNone) parts.push({ section, what: "ties", count: ties?.length ?? 0 });
  if (ties === undefined || isNone || always.sections.has(section)) return undefined;
  const apart = new Set(
    people.filter(({ member }) => others.extras.has("ties") && isOther(member)).map(({ id }) => id),
  );
  const left = ties.filter(({ from, to }) => [from, to].every((id) => !apart.has(id) && !isUnseen("people", id)));
  const count = ties.length - left.length;
  if (count > 0) parts.push({ section, what: "ties", count });
  return count > 0 && left.length === 0 ? undefined : left;
}
