import { listOf, optional, readText, refuse, shapeOf } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { ActionState } from "../progress.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanAction, PlanRowId, StrategyPlan } from "../types.ts";
import { estimateOf, type EstimateGap, type Figure, type GapEstimate } from "./estimate.ts";
import { peerAdoption, readPeers, type PeerAdoption, type PeerCount } from "./peers.ts";
import { firstState, IS_GAP, serviceState, WHITE_SPACE_STATES, type WhiteSpaceState } from "./service-state.ts";

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
  /** Those named: by 5.C or 5.E, in the order of section 5, and then by 6.B alone. */
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

const readWhole = /* @__PURE__ */ (() =>
  listOf(shapeOf<CatalogueProduct>({ id: readText, name: optional(readText), family: optional(readText) })))();

/** What is gathered about a product while the plan is gone through. */
interface Gathered {
  readonly product: CatalogueProduct;
  readonly services: ServiceStanding[];
  suppliedElsewhere: boolean;
  readonly suppliers: Set<PlanRowId>;
  readonly spends: Map<PlanRowId, readonly Figure[]>;
  readonly needs: NeedPlace[];
  readonly openActions: PlanRowId[];
  readonly incomes: Figure[];
}

function readCatalogue(catalogue: readonly CatalogueProduct[]): ReadonlyMap<string, Gathered> {
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  readWhole(catalogue, ["catalogue"], code);
  const gathered = new Map<string, Gathered>();
  for (const [index, product] of catalogue.entries()) {
    const twice: StrategyPlanErrorCode = "strategy-plan/product-twice";
    if (gathered.has(product.id)) refuse(twice, ["catalogue", index, "id"], "used twice", { product: product.id });
    gathered.set(product.id, {
      product,
      services: [],
      suppliedElsewhere: false,
      suppliers: new Set(),
      spends: new Map(),
      needs: [],
      openActions: [],
      incomes: [],
    });
  }
  return gathered;
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
 * - A gap is any state except in use and not needed. Its estimate is the sum of 5.E for its services or, where there is
 *   none, of the expected incomes of open actions that offer it, in full, whatever their probability; only figures of one
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
  readPlan(plan);
  const gathered = readCatalogue(catalogue);
  const counts = readPeers(peers, gathered);
  const { unmatchedServices, productOf } = gatherServices(plan, gathered);
  const unmatchedActions = gatherOffers(plan, gathered, productOf);
  const needs = gatherNeeds(plan, gathered);
  const cells = [...gathered.values()].map((own) => cellOf(own, counts.get(own.product.id)));
  const states = Object.fromEntries(WHITE_SPACE_STATES.map((state) => [state, 0])) as Record<WhiteSpaceState, number>;
  for (const { state } of cells) states[state] += 1;
  return { cells, states, needs, unmatchedServices, unmatchedActions };
}

const lookUp = <T>(by: ReadonlyMap<string, T>, key: string | undefined): T | undefined =>
  key === undefined ? undefined : by.get(key);

/** What section 5 says of each service: who supplies it, and for how much. */
interface Supply {
  readonly suppliers: Set<PlanRowId>;
  readonly spends: Figure[];
}

function suppliesOf({ institutions = [] }: StrategyPlan): ReadonlyMap<PlanRowId, Supply> {
  const supplies = new Map<PlanRowId, Supply>();
  const supplyOf = (service: PlanRowId): Supply => {
    const supply = supplies.get(service) ?? { suppliers: new Set(), spends: [] };
    supplies.set(service, supply);
    return supply;
  };
  for (const { id, institutionServicesAndTerms = [], estimatedSpend = [] } of institutions) {
    for (const { service } of institutionServicesAndTerms) supplyOf(service).suppliers.add(id);
    for (const { service, amount, period } of estimatedSpend) {
      const { suppliers, spends } = supplyOf(service);
      suppliers.add(id);
      spends.push({ row: id, amount, period });
    }
  }
  return supplies;
}

function gatherServices(
  plan: StrategyPlan,
  gathered: ReadonlyMap<string, Gathered>,
): { readonly unmatchedServices: readonly PlanRowId[]; readonly productOf: ReadonlyMap<PlanRowId, string> } {
  const supplies = suppliesOf(plan);
  const unmatchedServices: PlanRowId[] = [];
  const productOf = new Map<PlanRowId, string>();
  for (const service of plan.services ?? []) {
    const own = lookUp(gathered, service.product);
    if (own === undefined) {
      unmatchedServices.push(service.id);
      continue;
    }
    productOf.set(service.id, own.product.id);
    const supply = supplies.get(service.id);
    const suppliers = [...(supply?.suppliers ?? []), ...(service.suppliedElsewhere?.institutions ?? [])];
    const isSupplied = service.suppliedElsewhere?.answer === "yes" || suppliers.length > 0;
    own.services.push({ service: service.id, state: serviceState(service, isSupplied) });
    if (isSupplied) own.suppliedElsewhere = true;
    for (const supplier of suppliers) own.suppliers.add(supplier);
    // by service, so that an id used twice does not count its spends twice
    if (supply !== undefined) own.spends.set(service.id, supply.spends);
  }
  return { unmatchedServices, productOf };
}

function gatherOffers(
  { actions = [] }: StrategyPlan,
  gathered: ReadonlyMap<string, Gathered>,
  productOf: ReadonlyMap<PlanRowId, string>,
): readonly PlanRowId[] {
  const unmatched: PlanRowId[] = [];
  const isOpen = ({ progress }: PlanAction): boolean => IS_OPEN[progress?.state ?? "planned"];
  for (const action of actions.filter(isOpen)) {
    const { id, productOrService: offer, expectedIncome } = action;
    if (offer === undefined) continue;
    const own = lookUp(gathered, offer.product ?? lookUp(productOf, offer.service));
    if (own === undefined) {
      unmatched.push(id);
      continue;
    }
    own.openActions.push(id);
    if (expectedIncome === undefined) continue;
    own.incomes.push({ row: id, amount: expectedIncome.amount, period: expectedIncome.period });
  }
  return unmatched;
}

const isInUse = ({ services }: Gathered): boolean => services.some(({ state }) => state === "in-use");

function gatherNeeds({ businesses = [] }: StrategyPlan, gathered: ReadonlyMap<string, Gathered>): readonly PlanNeed[] {
  const families = new Map<string, Gathered[]>();
  for (const own of gathered.values()) {
    const { family } = own.product;
    if (family !== undefined) families.set(family, [...(families.get(family) ?? []), own]);
  }
  return businesses.flatMap(({ id: business, financialNeeds = [] }) =>
    financialNeeds.map(({ productFamily: family }, index): PlanNeed => {
      const products = lookUp(families, family);
      for (const { needs } of products ?? []) needs.push({ business, index });
      const standing = products === undefined ? "no-product" : products.some(isInUse) ? "served" : "unserved";
      return { business, index, family: family ?? null, standing };
    }),
  );
}

function cellOf(own: Gathered, count: PeerCount | undefined): WhiteSpaceCell {
  const state = firstState(own.services.map((service) => service.state));
  const spends = [...own.spends.values()].flat();
  const outcome = IS_GAP[state]
    ? estimateOf({
        "spend-elsewhere": { figures: spends, rows: own.suppliers },
        "expected-income": { figures: own.incomes, rows: own.openActions },
      })
    : { estimate: null, estimateGap: null };
  return {
    product: own.product.id,
    name: own.product.name ?? null,
    state,
    services: own.services,
    suppliedElsewhere: own.suppliedElsewhere,
    suppliers: [...own.suppliers],
    needs: own.needs,
    openActions: own.openActions,
    ...outcome,
    peers: count === undefined ? null : peerAdoption(count),
  };
}
