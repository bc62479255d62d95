/** Links of a graph, by one of their two ends: those of node `i` stand from `start[i]` to `start[i + 1]`. */
export interface Links {
  readonly start: Int32Array;
  readonly other: Int32Array;
  /** Weight of each link, in units of the scale of the graph. */
  readonly weight: readonly bigint[];
}

/** A link between two nodes. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly weight: bigint;
}

/** The same links by their first or their second end; in the order of the list at each node. */
export function linksBy(end: Exclude<keyof Link, "weight">, links: readonly Link[], size: number): Links {
  const start = new Int32Array(size + 1);
  for (const link of links) start[link[end] + 1]!++;
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const other = new Int32Array(links.length);
  const weight = new Array<bigint>(links.length);
  for (const link of links) {
    const at = next[link[end]]!++;
    other[at] = link[end === "from" ? "to" : "from"];
    weight[at] = link.weight;
  }
  return { start, other, weight };
}

/** The nodes at the other ends of the links of a node. */
export const othersOf = ({ start, other }: Links, node: number): Int32Array =>
  other.subarray(start[node], start[node + 1]);

/** The place of the link between two nodes, -1 where there is none; the links of each node are in ascending order. */
export function placeOfLink({ start, other }: Links, node: number, end: number): number {
  let [low, high] = [start[node]!, start[node + 1]!];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (other[middle]! < end) low = middle + 1;
    else high = middle;
  }
  return low < start[node + 1]! && other[low] === end ? low : -1;
}

/** Everything that links of any of some kinds lead to from some nodes, these included, in no order. */
export function reachOf(from: Iterable<number>, ...kinds: readonly Links[]): Set<number> {
  const reached = new Set(from);
  // a set that grows while it is walked hands over what was added
  for (const node of reached) {
    for (const links of kinds) for (const other of othersOf(links, node)) reached.add(other);
  }
  return reached;
}

/** The circle of each node by its number, and how many there are. */
export interface Circles {
  readonly circle: Int32Array;
  readonly count: number;
}

/** The nodes of each circle, in ascending order. */
export function membersOfCircles({ circle, count }: Circles): readonly (readonly number[])[] {
  const circles = Array.from({ length: count }, (): number[] => []);
  for (const [node, at] of circle.entries()) circles[at]!.push(node);
  return circles;
}

/**
 * The circle of each node: nodes that lead to one another have one number, and what a circle leads to has lower
 * numbers than the circle itself (Tarjan, without recursion: a chain may have as many links as the graph).
 */
export function circlesOf(links: Links): Circles {
  const size = links.start.length - 1;
  const circle = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = links.start.slice();
  const path: number[] = [];
  const open: number[] = [];
  let seen = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (order[node] === -1) {
        order[node] = low[node] = seen++;
        open.push(node);
      }
      if (next[node]! < links.start[node + 1]!) {
        const other = links.other[next[node]!++]!;
        if (order[other] === -1) path.push(other);
        else if (circle[other] === -1) low[node] = Math.min(low[node]!, order[other]!);
        continue;
      }
      path.pop();
      const before = path[path.length - 1];
      if (before !== undefined) low[before] = Math.min(low[before]!, low[node]!);
      if (low[node] !== order[node]) continue;
      for (let member = -1; member !== node;) {
        member = open.pop()!;
        circle[member] = count;
      }
      count++;
    }
  }
  return { circle, count };
}
