import type { Money, MoneyColumn } from "../../money/index.ts";
import { currencyExponent, sumColumnBy } from "../../money/index.ts";
import { minorOf, moneyOfMinor } from "../../money/inner.ts";
import type { ReadRequest } from "./request.ts";

/** What one class of one side comes to on a day. */
export interface ClassFigures {
  readonly clients: number;
  /** Exact sum of the balances; null when the period has none. */
  readonly balance: Money | null;
  /** Clients without a usable balance, who are counted and not in the sum; null when the period has none. */
  readonly withoutBalance: number | null;
  /** Clients by the capacity of one manager, rounded up; null for a class whose capacity is not given. */
  readonly managers: number | null;
  /** What the privileges of the class cost in the period; null for a class without any. */
  readonly cost: Money | null;
}

/** How many managers are needed for the classes whose capacity is given. */
export interface ManagersNeeded {
  /** When each looks after one class: the managers of the classes, each rounded up, added. */
  readonly separate: number;
  /** When one may look after several classes: the exact shares of a manager added, and the sum rounded up. */
  readonly shared: number;
}

/** What one side comes to on a day, all classes together. */
export interface SideTotals {
  readonly clients: number;
  /** Null when the period has no balances. */
  readonly balance: Money | null;
  readonly withoutBalance: number | null;
  /** Null when no capacity is given. */
  readonly managers: ManagersNeeded | null;
  /** Null when no privileges are given. */
  readonly cost: Money | null;
}

/** Whole managers for clients, rounded up. */
const managersFor = (clients: number, capacity: number): number => Math.ceil(clients / capacity);

/** The exact sum of shares of a manager, rounded up. */
function sharedManagers(needs: readonly (readonly [clients: number, capacity: number])[]): number {
  let [above, below] = [0n, 1n];
  for (const [clients, capacity] of needs) {
    above = above * BigInt(capacity) + BigInt(clients) * below;
    below *= BigInt(capacity);
  }
  return Number((above + below - 1n) / below);
}

/** The cost of one class: what one client costs, times the clients. */
function costOf(perClient: Money, clients: number): bigint {
  return BigInt(minorOf(perClient, ["privileges"])) * BigInt(clients);
}

function inMoney(minor: bigint, currency: string): Money {
  return moneyOfMinor(minor, currency, currencyExponent(currency));
}

/** Clients and balances by class; the last class is that of the rows that are left out. */
export function figuresOf(
  classes: Int16Array,
  names: readonly string[],
  balances: MoneyColumn | undefined,
  request: ReadRequest,
): readonly ClassFigures[] {
  const sums = balances === undefined ? null : sumColumnBy(balances, classes, names.length + 1);
  const clients = new Float64Array(names.length + 1);
  if (sums === null) for (const number of classes) clients[number]!++;
  else for (const [number, { n, missing }] of sums.entries()) clients[number] = n + missing;
  return names.map((name, number) => {
    const sum = sums?.[number];
    const count = clients[number]!;
    const capacity = ownOf(request.capacity, name);
    const perClient = ownOf(request.privileges, name);
    return {
      clients: count,
      balance: sum?.total ?? null,
      withoutBalance: sum?.missing ?? null,
      managers: capacity === undefined ? null : managersFor(count, capacity),
      cost: perClient === undefined ? null : inMoney(costOf(perClient, count), perClient.currency),
    };
  });
}

/** What is given for a class, and nothing that every object has. */
function ownOf<T>(given: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined;
}

/** All classes of one side together. */
export function totalsOf(
  figures: readonly ClassFigures[],
  names: readonly string[],
  balances: MoneyColumn | undefined,
  request: ReadRequest,
): SideTotals {
  const add = (pick: (figures: ClassFigures) => number | null): number =>
    figures.reduce((total, one) => total + (pick(one) ?? 0), 0);
  const needs = figures.flatMap(({ clients }, number) => {
    const capacity = ownOf(request.capacity, names[number]!);
    return capacity === undefined ? [] : [[clients, capacity] as const];
  });
  const minor = (pick: (figures: ClassFigures) => Money | null): bigint =>
    figures.reduce((total, one) => {
      const amount = pick(one);
      return amount === null ? total : total + BigInt(minorOf(amount, []));
    }, 0n);
  const [perClient] = Object.values(request.privileges ?? {});
  return {
    clients: add(({ clients }) => clients),
    balance:
      balances === undefined
        ? null
        : inMoney(
            minor(({ balance }) => balance),
            balances.currency,
          ),
    withoutBalance: balances === undefined ? null : add(({ withoutBalance }) => withoutBalance),
    managers:
      request.capacity === undefined
        ? null
        : { separate: add(({ managers }) => managers), shared: sharedManagers(needs) },
    cost:
      perClient === undefined
        ? null
        : inMoney(
            minor(({ cost }) => cost),
            perClient.currency,
          ),
  };
}

/** The costs of several periods added; null without privileges. */
export function addCosts(costs: readonly (Money | null)[]): Money | null {
  const known = costs.filter((cost) => cost !== null);
  const [first] = known;
  if (first === undefined) return null;
  return inMoney(
    known.reduce((total, cost) => total + BigInt(minorOf(cost, [])), 0n),
    first.currency,
  );
}
