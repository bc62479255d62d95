import { DECISION_AUTHORITIES } from "../../../client/index.ts";
import type { Path } from "../../../core/index.ts";
import {
  listOf,
  oneOf,
  optional,
  orNull,
  readText,
  recordOf,
  refuse,
  rowOf,
  shapeOf,
  wholeNumber,
} from "../../../core/inner.ts";
import {
  INFLUENCES,
  STAKEHOLDER_ROLES,
  SUPPORTS,
  TIE_KINDS,
  type PlanPerson,
  type PowerMap,
  type PowerMapEdge,
  type PowerMapPerson,
  type PowerMapReach,
  type TieKind,
} from "../../../strategy-plan/index.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { firstShown, readString } from "../../text.ts";
import type { FigureBlock, FigureTone, MapPoint, MapTie, MapTieEntry } from "../types.ts";
import { namedBy } from "../../phrases.ts";
import { gridWordsOf, readGridLabels, type GridFigureLabels, type GridFigureWord } from "./grid-words.ts";
import { legendOf } from "./legend.ts";

/** How the figure of a power map is made. */
export interface PowerMapFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: GridFigureLabels;
  /** What employees of ours are called, by id; any other is written by its id. */
  readonly staff?: Readonly<Record<string, string>>;
}

/** What a person of a plan is called by. */
export type NamedPerson = Pick<PlanPerson, "id" | "contactName" | "positionAndAuthority">;

type Person = Pick<PowerMapPerson, "person" | "influence" | "support" | "roles" | "coveredBy" | "x" | "y">;
/** What is shown of a power map. */
export interface ShownPowerMap extends Pick<PowerMap, "uncovered" | "coverageUnknown"> {
  readonly people: readonly Person[];
  readonly edges: readonly Pick<PowerMapEdge, "kind" | "from" | "to">[];
  readonly reach: readonly PowerMapReach[];
}

const side = wholeNumber(0, 1000);
const readMap = rowOf<ShownPowerMap>({
  people: listOf(
    rowOf<Person>({
      person: readText,
      influence: orNull(oneOf(INFLUENCES)),
      support: orNull(oneOf(SUPPORTS)),
      roles: orNull(listOf(oneOf(STAKEHOLDER_ROLES))),
      coveredBy: orNull(listOf(readText)),
      x: side,
      y: side,
    }),
  ),
  edges: listOf(rowOf<ShownPowerMap["edges"][number]>({ kind: oneOf(TIE_KINDS), from: readText, to: readText })),
  uncovered: listOf(readText),
  coverageUnknown: listOf(readText),
  reach: listOf(
    rowOf<PowerMapReach>({
      person: readText,
      route: orNull(rowOf<NonNullable<PowerMapReach["route"]>>({ employee: readText, through: listOf(readText) })),
    }),
  ),
});

const readPeople = listOf(
  rowOf<NamedPerson>({
    id: readText,
    contactName: optional(readString),
    positionAndAuthority: optional(
      rowOf<NonNullable<NamedPerson["positionAndAuthority"]>>({
        position: readString,
        authority: oneOf(DECISION_AUTHORITIES),
      }),
    ),
  }),
);

const readOptions = shapeOf<PowerMapFigureOptions>({ labels: readGridLabels, staff: optional(recordOf(readString)) });

/** How well a person is covered, most urgent first. */
const COVERAGES = [
  "no-contact",
  "contact-unknown",
  "one-contact",
  "several-contacts",
  "of-less-weight",
] as const satisfies readonly GridFigureWord[];

type Coverage = (typeof COVERAGES)[number];

const TONES: Readonly<Record<Coverage, FigureTone>> = {
  "no-contact": "warning",
  "contact-unknown": "open",
  "one-contact": "estimated",
  "several-contacts": "solid",
  "of-less-weight": "other",
};

/** How the ties of a kind are drawn. */
const TIES: Readonly<Record<TieKind, Pick<MapTieEntry, "directed" | "tone">>> = {
  influences: { directed: true, tone: "other" },
  "conflicts-with": { directed: false, tone: "warning" },
};

/**
 * The power map of a client as a figure: influence upwards, support to the right, ties as lines (决策链、关系人图谱).
 *
 * People of influence whom nobody of ours deals with stand out, and so does a person on whom a single employee of ours is
 * the only thread; of whom we do not reach, the table says through whom we could. It is the bank's own judgement about
 * people, and never goes to the client.
 *
 * @param map - what `powerMap` of strategy-plan returned
 * @param people - section 2 of the same plan: a person is called by name or, where it is not known, by position
 * @param options - words, and names of our employees
 * @returns a figure of kind `map`
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for what is not a power map or a list of people, and for a tie or an open
 *   coverage of somebody who is not on the map
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { powerMap } from "relationship-banking/strategy-plan";
 * const people = [{ id: "chair", contactName: "Chan", positionAndAuthority: { position: "Chair", authority: "decides" } }] as const;
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01", people } as const;
 * const { figure } = powerMapFigure(powerMap(plan), people, { labels: en });
 * figure.kind === "map" && figure.points.map((point) => [point.label, point.tone, point.texts[0]]) // => [["Chan", "open", "High"]]
 * @since 0.1.0
 */
export function powerMapFigure(
  map: ShownPowerMap,
  people: readonly NamedPerson[],
  options: PowerMapFigureOptions,
): FigureBlock {
  const code: RenderingErrorCode = "rendering/invalid-report";
  const { people: rows, edges, uncovered, coverageUnknown, reach } = readMap(map, ["map"], code);
  const named = new Map(readPeople(people, ["people"], code).map((person) => [person.id, person]));
  const { labels, staff } = readOptions(options, ["options"], "rendering/invalid-option" satisfies RenderingErrorCode);
  const { word, shared, list, named: pair } = gridWordsOf(labels);
  const employee = namedBy(staff);
  const nameOf = (id: string): string => {
    const found = named.get(id);
    return firstShown(found?.contactName, found?.positionAndAuthority?.position) ?? id;
  };
  const notKnown = labels["answer.unknown"];
  const [uncoveredIds, unknownIds] = [new Set(uncovered), new Set(coverageUnknown)];
  const routes = new Map(reach.map(({ person, route }) => [person, route]));
  const coverageOf = ({ person, coveredBy }: Person): Coverage => {
    if (uncoveredIds.has(person)) return "no-contact";
    if (unknownIds.has(person)) return "contact-unknown";
    if (coveredBy === null || coveredBy.length === 0) return "of-less-weight";
    return coveredBy.length === 1 ? "one-contact" : "several-contacts";
  };
  const coverageText = ({ person, coveredBy }: Person): string => {
    const route = routes.get(person);
    const by =
      coveredBy === null ? notKnown : coveredBy.length === 0 ? shared("nobody") : list(coveredBy.map(employee));
    const covered = coveredBy?.length === 1 ? pair(by, word("one-contact")) : by;
    if (!route) return covered;
    return `${covered}\n${pair(word("way-in"), [employee(route.employee), ...route.through.map(nameOf)].join(" → "))}`;
  };
  const places = new Map(rows.map(({ person }, at) => [person, at]));
  const placeOf = (person: string, ...at: Path): number =>
    places.get(person) ?? refuse(code, ["map", ...at], "not on the map", { row: person });
  const points = rows.map((person): MapPoint => {
    const { influence, support, roles, x, y } = person;
    return {
      label: nameOf(person.person),
      x,
      y,
      tone: TONES[coverageOf(person)],
      texts: [
        influence === null ? notKnown : labels[`influence.${influence}`],
        support === null ? notKnown : labels[`support.${support}`],
        roles === null ? notKnown : list(roles.map((role) => labels[`stakeholderRole.${role}`])),
        coverageText(person),
      ],
    };
  });
  const ties = edges.map(({ kind, from, to }, at): MapTie => ({
    from: placeOf(from, "edges", at, "from"),
    to: placeOf(to, "edges", at, "to"),
    ...TIES[kind],
    text: pair(labels[`tieKind.${kind}`], TIES[kind].directed ? nameOf(to) : `${nameOf(from)} – ${nameOf(to)}`),
  }));
  for (const [at, person] of uncovered.entries()) placeOf(person, "uncovered", at);
  for (const [at, person] of coverageUnknown.entries()) placeOf(person, "coverageUnknown", at);
  return {
    type: "figure",
    title: word("power-map"),
    description: word("power-map-text"),
    figure: {
      kind: "map",
      x: {
        title: shared("support"),
        bands: [notKnown, ...[...SUPPORTS].reverse().map((of) => labels[`support.${of}`])],
      },
      y: {
        title: shared("influence"),
        bands: [notKnown, ...[...INFLUENCES].reverse().map((of) => labels[`influence.${of}`])],
      },
      headers: [word("person"), shared("influence"), shared("support"), shared("role"), shared("covered-by")],
      points,
      ties,
      tieHeader: shared("ties"),
      tieLegend: TIE_KINDS.filter((kind) => edges.some((edge) => edge.kind === kind)).map((kind) => ({
        ...TIES[kind],
        label: labels[`tieKind.${kind}`],
      })),
      legend: legendOf(COVERAGES, rows.map(coverageOf), TONES, word),
    },
  };
}
