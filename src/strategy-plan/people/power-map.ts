import type { DecisionAuthority } from "../../client/index.ts";
import { isBlank } from "../blank.ts";
import type { AnswerEvidence } from "../evidence.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanIssue, Report } from "../reasons.ts";
import type { Influence, PersonTie, StakeholderRole, Support, TieKind } from "../stakeholder.ts";
import type { PlanPerson, PlanRowId, StrategyPlan } from "../types.ts";
import { placed, type PowerMapPlace } from "./layout.ts";
import { routesTo, type Route } from "./reach.ts";
import { reportTie } from "./ties.ts";

/** Where the influence of a person may be from. */
export const INFLUENCE_SOURCES = ["stated", "authority"] as const;

/** Where the influence of a person is from: somebody stated it, or it follows from the authority of 2.B. */
export type InfluenceSource = (typeof INFLUENCE_SOURCES)[number];

/** One person of section 2, by id: names stay in the plan. */
export interface PowerMapPerson extends PowerMapPlace {
  readonly person: PlanRowId;
  /** `null` where nobody has stated it, and 2.B is open or unknown. */
  readonly influence: Influence | null;
  readonly influenceFrom: InfluenceSource | null;
  /** `null` where nobody has stated it: an opinion follows from no title. */
  readonly support: Support | null;
  /** `null` where nobody has stated any. */
  readonly roles: readonly StakeholderRole[] | null;
  /** Employees of ours who deal with the person, each once; `[]` is nobody, `null` is not known. */
  readonly coveredBy: readonly string[] | null;
  /** What our view of the person rests on; of an influence by authority without such a view, that of 2.B. */
  readonly evidence: AnswerEvidence | null;
}

/** What one person is to another, however many rows of `ties` say so. */
export interface PowerMapEdge {
  readonly kind: TieKind;
  /** Who has the influence; of a conflict, which has no direction, the one who comes first in section 2. */
  readonly from: PlanRowId;
  readonly to: PlanRowId;
  /** Ids of the rows. */
  readonly ties: readonly string[];
}

/** How we get to a person with whom nobody of ours is known to deal. */
export interface PowerMapReach {
  readonly person: PlanRowId;
  /** The shortest way; `null` where nobody we deal with has, directly or through others, the ear of the person. */
  readonly route: Route | null;
}

/** Who counts at the client, who is for us, and how we get to them. */
export interface PowerMap {
  /** In the order of section 2. */
  readonly people: readonly PowerMapPerson[];
  /** In the order of the ties. */
  readonly edges: readonly PowerMapEdge[];
  /** What is wrong with the ties that are not among the edges, as `checkPlan` says it. */
  readonly issues: readonly PlanIssue[];
  /** People of high or medium influence with whom nobody of ours deals. */
  readonly uncovered: readonly PlanRowId[];
  /** People of high or medium influence of whom nobody has said who deals with them. */
  readonly coverageUnknown: readonly PlanRowId[];
  /** People with whom exactly one employee of ours deals. */
  readonly singleThreaded: readonly { readonly person: PlanRowId; readonly employee: string }[];
  /** The employee on whom everybody we deal with hangs, so that the client is lost with them; `null` when there are others. */
  readonly clientSingleThreaded: string | null;
  /** Everybody whom nobody of ours is known to deal with, in the order of section 2. */
  readonly reach: readonly PowerMapReach[];
}

/** How much a person counts by the authority of 2.B. */
const INFLUENCE_OF: Readonly<Record<DecisionAuthority, Influence | null>> = {
  decides: "high",
  influences: "medium",
  uses: "low",
  administers: "low",
  unknown: null,
};

/** Whether nobody's dealing with a person of an influence is a hole in our coverage. */
const COUNTS: Readonly<Record<Influence, boolean>> = { high: true, medium: true, low: false };

/** Whether a tie leads from one person to the other. */
const IS_DIRECTED: Readonly<Record<TieKind, boolean>> = { influences: true, "conflicts-with": false };

function viewOf({ id, positionAndAuthority, stakeholder, evidence }: PlanPerson): Omit<PowerMapPerson, "x" | "y"> {
  const stated = stakeholder?.influence;
  const influence = stated ?? INFLUENCE_OF[positionAndAuthority?.authority ?? "unknown"];
  const byAuthority = influence === null ? null : "authority";
  const named = stakeholder?.coveredBy?.filter((employee) => !isBlank(employee));
  return {
    person: id,
    influence,
    influenceFrom: stated === undefined ? byAuthority : "stated",
    support: stakeholder?.support ?? null,
    roles: stakeholder?.roles ?? null,
    coveredBy: named === undefined ? null : [...new Set(named)],
    evidence: stakeholder?.evidence ?? (byAuthority === null ? null : (evidence?.positionAndAuthority ?? null)),
  };
}

/**
 * The power map of a client (决策链、关系人图谱): who counts in the choice of a bank, who is for us, who has whose ear, whom
 * nobody of ours deals with, and through whom we get to them.
 *
 * It is the bank's own judgement about people who are not the client. It never goes to the client, and it carries ids, no
 * names: join them to the plan where the reader may see both.
 *
 * - Influence is what was stated, and otherwise follows from the authority of 2.B: who decides is high, who influences
 *   medium, who uses or administers low. Support is only ever stated.
 * - Ties with somebody who is not in the plan, or of somebody with themselves, are issues and no edges; ties that say the
 *   same are one edge.
 * - A way to a person begins at the employee who deals with the first of the chain, and goes along influence, from those
 *   who have it. Of several shortest ways it is the one whose people come first in section 2, compared from our side.
 *   Conflicts and support are not weighed.
 *
 * @param plan - a plan, finished or not
 * @returns people with their places for a figure, edges, holes in our coverage, and ways to those we do not deal with
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see library convention: the source asks for decision makers and contacts, section 2 (客户经理制的管理培训, p. 7), and leaves
 * their ties open
 * @example
 * const evidence = { asOf: "2025-11-20" };
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   people: [
 *     { id: "chair", positionAndAuthority: { position: "Chair", authority: "decides" } },
 *     { id: "cfo", stakeholder: { influence: "medium", support: "supportive", coveredBy: ["E-1"], evidence } },
 *   ],
 *   ties: [{ id: "t1", from: "cfo", to: "chair", kind: "influences", evidence }] } as const;
 * const { people, coverageUnknown, clientSingleThreaded, reach } = powerMap(plan);
 * people.map(({ person, influence, influenceFrom }) => [person, influence, influenceFrom]) // => [["chair", "high", "authority"], ["cfo", "medium", "stated"]]
 * coverageUnknown // => ["chair"]
 * clientSingleThreaded // => "E-1"
 * reach // => [{ person: "chair", route: { employee: "E-1", through: ["cfo"] } }]
 * @since 0.1.0
 */
export function powerMap(plan: StrategyPlan): PowerMap {
  const { people: rows = [], ties = [] } = readPlan(plan);
  const views = rows.map(viewOf);
  const employees = new Map<PlanRowId, string | undefined>();
  // of two rows with one id, an issue of the plan, either may say who deals with the person
  for (const { person, coveredBy } of views) employees.set(person, employees.get(person) ?? coveredBy?.[0]);
  const issues: PlanIssue[] = [];
  const edges = edgesOf(ties, new Map([...employees.keys()].map((person, place) => [person, place])), issues);
  const routes = routesTo(
    employees,
    edges.filter(({ kind }) => kind === "influences"),
  );
  const counted = views.filter(({ influence }) => influence !== null && COUNTS[influence]);
  const covering = [...new Set(views.flatMap(({ coveredBy }) => coveredBy ?? []))];
  return {
    people: placed(views),
    edges,
    issues,
    uncovered: counted.filter(({ coveredBy }) => coveredBy?.length === 0).map(({ person }) => person),
    coverageUnknown: counted.filter(({ coveredBy }) => coveredBy === null).map(({ person }) => person),
    singleThreaded: views.flatMap(({ person, coveredBy }) =>
      coveredBy?.length === 1 ? coveredBy.map((employee) => ({ person, employee })) : [],
    ),
    clientSingleThreaded: covering.length === 1 ? (covering[0] ?? null) : null,
    reach: [...employees].flatMap(([person, employee]) =>
      employee === undefined ? [{ person, route: routes.get(person) ?? null }] : [],
    ),
  };
}

/** The edges that the ties make; what is wrong with the other ties goes to `issues`. */
function edgesOf(
  ties: readonly PersonTie[],
  placeOf: ReadonlyMap<PlanRowId, number>,
  issues: PlanIssue[],
): readonly PowerMapEdge[] {
  const report: Report = (code, path, details) => {
    issues.push({ code, path, details } as PlanIssue);
  };
  const edges = new Map<string, PowerMapEdge & { readonly ties: string[] }>();
  for (const [index, tie] of ties.entries()) {
    if (!reportTie(tie, ["ties", index], placeOf, report)) continue;
    const { id, kind } = tie;
    const [a, b] = [placeOf.get(tie.from) ?? 0, placeOf.get(tie.to) ?? 0];
    const isTurned = !IS_DIRECTED[kind] && b < a;
    const key = `${kind} ${String(isTurned ? b : a)} ${String(isTurned ? a : b)}`;
    const edge = edges.get(key);
    if (edge !== undefined) edge.ties.push(id);
    else {
      const [from, to] = isTurned ? [tie.to, tie.from] : [tie.from, tie.to];
      edges.set(key, { kind, from, to, ties: [id] });
    }
  }
  return [...edges.values()];
}
