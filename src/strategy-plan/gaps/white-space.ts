import { listOf, optional, readText, refuse, shapeOf } from "../../core/inner.ts";
import { grouped } from "../../relationship-value/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { ActionState } from "../progress.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanAction, PlanRowId, PlanService, StrategyPlan } from "../types.ts";
import {
  estimateOf,
  type EstimateBasis,
  type EstimateGap,
  type Figure,
  type Figures,
  type GapEstimate,
} from "./estimate.ts";
import { peerAdoption, readPeers, type PeerAdoption, type PeerCount } from "./peers.ts";
import { IS_GAP, serviceState, WHITE_SPACE_STATES, type WhiteSpaceState } from "./service-state.ts";

/** One product of the bank's catalogue. */
export interface CatalogueProduct {
  /** What `product` of services and offers refers to; unique in the catalogue. */
  readonly id: string;
  /** For tables; nothing is decided by it. */
  readonly name?: string;
  /** What `productFamily` of the needs of section 3 refers to; a product without one serves none of them. */
  readonly family?: string;
}

/** A service of section 6, and where the client stands with it. */
export interface ServiceStanding {
  readonly service: PlanRowId;
  readonly state: WhiteSpaceState;
}

/** One need of 3.E, by the row of section 3 and its place there, from 0. */
export interface NeedPlace {
  readonly business: PlanRowId;
  readonly index: number;
}

/** Where the client stands with one product of the catalogue. */
export interface WhiteSpaceCell {
  readonly product: string;
  readonly name: string | null;
  readonly state: WhiteSpaceState;
  /** Every service of the product in section 6, in its order; the state is the first of theirs in the list of states. */
  readonly services: readonly ServiceStanding[];
  /** Whether another bank is known to supply one of them, also beside us. */
  readonly suppliedElsewhere: boolean;
  /** Those that section 5 (5.C, 5.E) and then 6.B name, service by service. */
  readonly suppliers: readonly PlanRowId[];
  /** Needs of the product's family. */
  readonly needs: readonly NeedPlace[];
  /** Actions of section 8 that offer the product and are planned or pitched. */
  readonly openActions: readonly PlanRowId[];
  /** What the gap may be worth; `null` without a gap, and where `estimateGap` says why. */
  readonly estimate: GapEstimate | null;
  /** Why a gap has no estimate; `null` with one, and without a gap. */
  readonly estimateGap: EstimateGap | null;
  /** How many of the peers use the product: where the client does not, that is the gap to them. `null` without a count. */
  readonly peers: PeerAdoption | null;
}

/** Where a need may stand. */
export const NEED_STANDINGS = ["served", "unserved", "no-product"] as const;

/**
 * Where a need stands: a product of its family is in use with us; none is, so that it is unmet as far as we go, whoever
 * else may serve it; or it has no family, or one that the catalogue does not have.
 */
export type NeedStanding = (typeof NEED_STANDINGS)[number];

/** One need of 3.E. */
export interface PlanNeed extends NeedPlace {
  readonly family: string | null;
  readonly standing: NeedStanding;
}

/** What a client does not have from us, product by product. */
export interface WhiteSpace {
  /** One per product, in the order of the catalogue. */
  readonly cells: readonly WhiteSpaceCell[];
  /** Number of products in each state; they add up to the catalogue. */
  readonly states: Readonly<Record<WhiteSpaceState, number>>;
  /** Every need, in the order of section 3. */
  readonly needs: readonly PlanNeed[];
  /** Services that name no product of the catalogue, so that no cell has them. */
  readonly unmatchedServices: readonly PlanRowId[];
  /** Open actions whose offer names no product of the catalogue, itself or by its service. */
  readonly unmatchedActions: readonly PlanRowId[];
}

/** Reads the products of a catalogue. */
export const readProducts = /* @__PURE__ */ (() =>
  listOf(shapeOf<CatalogueProduct>({ id: readText, name: optional(readText), family: optional(readText) })))();

function readCatalogue(catalogue: readonly CatalogueProduct[]): ReadonlySet<string> {
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  const products = new Set<string>();
  for (const [index, { id }] of readProducts(catalogue, ["catalogue"], code).entries()) {
    const twice: StrategyPlanErrorCode = "strategy-plan/product-twice";
    if (products.has(id)) refuse(twice, ["catalogue", index, "id"], "used twice", { product: id });
    products.add(id);
  }
  return products;
}

/** Whether something is still to be expected of an action. */
const IS_OPEN: Readonly<Record<ActionState, boolean>> = {
  planned: true,
  pitched: true,
  won: false,
  lost: false,
  dropped: false,
};

/**
 * The white space of a client (产品覆盖缺口): needs and products, and for each product of the catalogue whether it is in use
 * with us, was stopped, is supplied elsewhere, needed and supplied by nobody, not needed, or simply not known.
 *
 * - A service belongs to a product by `product`, as an offer does; an offer without one by the service it names. A need
 *   of 3.E belongs to all products of its `productFamily`, and changes no state: that of section 6 is the client's word.
 * - In use is adopted and not discontinued; stopped is discontinued, whatever else is answered. Of what is neither, a
 *   service that is not needed comes first, then one that another bank supplies (6.B says so or names one, or 5.C or 5.E
 *   of an institution), then one that is needed and not adopted. The rest is `unknown` where 6.A, 6.D or 6.E was answered
 *   so, and `not-asked` otherwise.
 * - Of several services of one product the state that comes first in `WHITE_SPACE_STATES` counts; all are listed.
 * - A gap is any state except in use and not needed. Its estimate is the sum of 5.E for those of its services that are
 *   gaps or, where there is none, of the expected incomes of open actions that offer it, in full, whatever their probability; only figures of one
 *   period and currency add up.
 * - The rate of the peers has a Wilson score interval at 95 % (z = 1.959963984540054).
 *
 * @param plan - a plan, finished or not
 * @param catalogue - the bank's products, each id once
 * @param peers - how many clients like this one use a product, each product at most once
 * @returns a cell per product, counts by state, needs, and what matches no product
 * @throws `strategy-plan/invalid-input` for a catalogue or counts that cannot be read
 * @throws `strategy-plan/product-twice`, `strategy-plan/unknown-product` for a product in them twice, or counted and not
 * in the catalogue
 * @throws `money/amount-too-large` for an estimate of more digits than an amount may have
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   businesses: [{ id: "b1", financialNeeds: [{ need: "Hedge dollars", productFamily: "treasury" }] }],
 *   institutions: [{ id: "i1", institutionName: "…",
 *     estimatedSpend: [{ service: "s2", amount: { amount: "90000.00", currency: "CNY" }, period: "2025" }] }],
 *   services: [
 *     { id: "s1", service: "Loans", product: "LOAN", needed: "yes", adopted: { answer: "yes" } },
 *     { id: "s2", service: "Forwards", product: "FX", needed: "yes", adopted: { answer: "no" } },
 *   ] } as const;
 * const catalogue = [{ id: "LOAN" }, { id: "FX", family: "treasury" }, { id: "LEASE" }];
 * const { cells, needs } = whiteSpace(plan, catalogue, [{ product: "FX", n: 10, adopted: 7 }]);
 * cells.map(({ product, state }) => [product, state]) // => [["LOAN", "in-use"], ["FX", "supplied-elsewhere"], ["LEASE", "not-asked"]]
 * cells[1]?.estimate?.amount // => { amount: "90000.00", currency: "CNY" }
 * cells[1]?.peers // => { n: 10, adopted: 7, rate: "0.7000", low: "0.3968", high: "0.8922" }
 * needs[0]?.standing // => "unserved"
 * @since 0.1.0
 */
export function whiteSpace(
  plan: StrategyPlan,
  catalogue: readonly CatalogueProduct[],
  peers: readonly PeerCount[] = [],
): WhiteSpace {
  const { services = [], actions = [], businesses = [] } = readPlan(plan);
  const products = readCatalogue(catalogue);
  const counts = readPeers(peers, products);
  const needs = businesses.flatMap(({ id: business, financialNeeds = [] }) =>
    financialNeeds.map(({ productFamily }, index) => ({ business, index, family: productFamily ?? null })),
  );
  const productOf = new Map(services.map(({ id, product }) => [id, product]));
  const offers = actions.filter((action) => action.productOrService !== undefined && isOpen(action));
  const offered = ({ productOrService: offer }: PlanAction): string | undefined =>
    offer?.product ?? (offer?.service === undefined ? undefined : productOf.get(offer.service));
  const [servicesOf, offersOf] = [grouped(services, ({ product }) => product), grouped(offers, offered)];
  const [suppliesOf, needsOf] = [grouped(suppliesIn(plan), ({ service }) => service), grouped(needs, familyOf)];
  const cells = catalogue.map(({ id, name, family }): WhiteSpaceCell => {
    const count = counts.get(id);
    return {
      product: id,
      name: name ?? null,
      ...standingWith(servicesOf.get(id) ?? [], offersOf.get(id) ?? [], suppliesOf),
      needs:
        family === undefined ? [] : (needsOf.get(family) ?? []).map(({ business, index }) => ({ business, index })),
      peers: count === undefined ? null : peerAdoption(count),
    };
  });
  const states = Object.fromEntries(WHITE_SPACE_STATES.map((state) => [state, 0])) as Record<WhiteSpaceState, number>;
  for (const { state } of cells) states[state] += 1;
  const families = new Set(catalogue.map(familyOf));
  const served = new Set(catalogue.filter((_, at) => cells[at]?.state === "in-use").map(familyOf));
  const standingOf = (family: string | null): NeedStanding => {
    if (family === null || !families.has(family)) return "no-product";
    return served.has(family) ? "served" : "unserved";
  };
  const isUnmatched = (product: string | undefined): boolean => product === undefined || !products.has(product);
  return {
    cells,
    states,
    needs: needs.map((need) => ({ ...need, standing: standingOf(need.family) })),
    unmatchedServices: services.filter(({ product }) => isUnmatched(product)).map(({ id }) => id),
    unmatchedActions: offers.filter((action) => isUnmatched(offered(action))).map(({ id }) => id),
  };
}

const familyOf = ({ family }: { readonly family?: string | null }): string | null => family ?? null;

const isOpen = ({ progress }: PlanAction): boolean => IS_OPEN[progress?.state ?? "planned"];

/** That an institution supplies a service, and for how much where section 5 says so. */
interface Supply {
  readonly institution: PlanRowId;
  readonly spends: readonly Figure[];
}

const suppliesIn = ({ institutions = [] }: StrategyPlan): readonly (Supply & { readonly service: PlanRowId })[] =>
  institutions.flatMap(({ id: institution, institutionServicesAndTerms = [], estimatedSpend = [] }) => [
    ...institutionServicesAndTerms.map(({ service }) => ({ service, institution, spends: [] })),
    ...estimatedSpend.map(({ service, amount, period }) => {
      return { service, institution, spends: [{ row: institution, amount, period }] };
    }),
  ]);

const figuresOf = (
  supplies: readonly Supply[],
  offers: readonly PlanAction[],
): Readonly<Record<EstimateBasis, Figures>> => ({
  "spend-elsewhere": {
    figures: supplies.flatMap(({ spends }) => spends),
    rows: [...new Set(supplies.map(({ institution }) => institution))],
  },
  "expected-income": {
    figures: offers.flatMap(({ id, expectedIncome: own }) => (own === undefined ? [] : { row: id, ...own })),
    rows: offers.map(({ id }) => id),
  },
});

/** Where the client stands with a product, by its services, by what offers it, and by what others supply. */
function standingWith(
  rows: readonly PlanService[],
  offers: readonly PlanAction[],
  suppliesOf: ReadonlyMap<PlanRowId, readonly Supply[]>,
): Omit<WhiteSpaceCell, "product" | "name" | "needs" | "peers"> {
  const suppliers = new Set<PlanRowId>();
  let suppliedElsewhere = false;
  const toWin = new Map<PlanRowId, readonly Supply[]>();
  const services = rows.map((row): ServiceStanding => {
    const own = suppliesOf.get(row.id) ?? [];
    const named = (row.suppliedElsewhere?.institutions ?? []).map((institution) => ({ institution, spends: [] }));
    const supplies = [...own, ...named];
    for (const { institution } of supplies) suppliers.add(institution);
    const isSupplied = supplies.length > 0 || row.suppliedElsewhere?.answer === "yes";
    suppliedElsewhere ||= isSupplied;
    const state = serviceState(row, isSupplied);
    // by id, so that the spends of one that is used twice count once
    if (IS_GAP[state]) toWin.set(row.id, supplies);
    return { service: row.id, state };
  });
  const state = WHITE_SPACE_STATES.find((own) => services.some((service) => service.state === own)) ?? "not-asked";
  const openActions = offers.map(({ id }) => id);
  const outcome = IS_GAP[state] ? estimateOf(figuresOf([...toWin.values()].flat(), offers)) : null;
  const isGap = typeof outcome === "string";
  return {
    state,
    services,
    suppliedElsewhere,
    suppliers: [...suppliers],
    openActions,
    estimate: isGap ? null : outcome,
    estimateGap: isGap ? outcome : null,
  };
}
