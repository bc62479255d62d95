/** Who owns a company through a graph of 10,000 of them, and what an owner holds: beside adding up holdings of holdings. */
export const title = "Effective interests";
export const note =
  "Questions a second about graphs of 10,000 companies and up to 20,000 holdings, each graph read anew for every question: all ultimate owners of one company, or all holdings of one owner, with 12 digits. `random` has 99.9 % of every company that has an owner held inside, and most companies in one circle; `ring` is one circle of 10,000 companies that hold the next by 99.9 %; `two-way chain` has neighbours hold each other by half. `adding up` adds holdings of holdings in doubles until nothing is left, and is asked about the random graph alone: of the others it needs millions of rounds. The reference solves by sweeps in whole numbers of 30 digits, forward and backward, until nothing changes.";
export const cases = [
  "random: ultimate owners",
  "random: holdings",
  "ring: ultimate owners",
  "ring: holdings",
  "two-way chain: ultimate owners",
  "two-way chain: holdings",
];

const SIZE = 10_000;
const ASKED = 3;
const name = (at) => `C${String(at).padStart(5, "0")}`;

function makeRandom() {
  let state = 20260331;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const owners = Array.from({ length: SIZE }, () => new Set());
  for (let edges = 0; edges < 2 * SIZE;) {
    const [owner, company] = [Math.floor(next() * SIZE), Math.floor(next() * SIZE)];
    if (owner === company || owners[company].has(owner)) continue;
    owners[company].add(owner);
    edges++;
  }
  return owners.flatMap((set, company) => {
    let left = 9990;
    return [...set].map((owner, at) => {
      const part = at === set.size - 1 ? left : Math.floor(left * (0.2 + 0.6 * next()));
      left -= part;
      return [owner, company, part];
    });
  });
}

/** Holdings in parts of 10,000. */
const makers = {
  random: makeRandom,
  ring: () => [...Array.from({ length: SIZE - 1 }, (_, at) => [at, (at + 1) % (SIZE - 1), 9990]), [SIZE - 1, 0, 10]],
  "two-way chain": () =>
    Array.from({ length: SIZE - 2 }, (_, at) => [
      [at, at + 1, 5000],
      [at + 1, at, 5000],
    ])
      .flat()
      .concat([[SIZE - 1, 0, 5000]]),
};

const made = new Map();
function edgesOf(label) {
  const kind = label.split(":")[0];
  if (!made.has(kind)) made.set(kind, makers[kind]());
  return made.get(kind).filter(([, , part]) => part > 0);
}

const asksOwners = (label) => label.endsWith("owners");
/** Companies, or owners, that are asked about; of the chains only those next to the outside owner. */
const questionsOf = (label) =>
  Array.from({ length: ASKED }, (_, at) => {
    if (label.startsWith("random")) return (at * 997) % SIZE;
    return asksOwners(label) ? at : SIZE - 1;
  });

/** Answers as texts: the sum of what is wanted, in units of 12 digits, and how many they are. */
const answerOf = (rows) => `${rows.length}: ${rows.reduce((sum, units) => sum + units, 0n)}`;

export function reference(label) {
  const edges = edgesOf(label);
  const up = asksOwners(label);
  const depends = Array.from({ length: SIZE }, () => []);
  const hasOwner = new Uint8Array(SIZE);
  for (const [owner, company, part] of edges) {
    hasOwner[company] = 1;
    if (up) depends[owner].push([company, BigInt(part)]);
    else depends[company].push([owner, BigInt(part)]);
  }
  const one = 10n ** 30n;
  const solved = new Map();
  const solve = (start) => {
    if (label.startsWith("two-way")) return chainReference(up, start);
    const x = new Array(SIZE).fill(0n);
    x[start] = one;
    const order = [...x.keys()];
    for (let changed = true; changed;) {
      changed = false;
      order.reverse();
      for (const node of order) {
        let sum = node === start ? one * 10_000n : 0n;
        for (const [other, part] of depends[node]) sum += part * x[other];
        const value = (sum + 5000n) / 10_000n;
        const step = value - x[node];
        if (step > 1n || step < -1n) changed = true;
        x[node] = value;
      }
    }
    return x;
  };
  return questionsOf(label).map((start) => {
    if (!solved.has(start)) solved.set(start, solve(start));
    const rows = [];
    for (const [node, value] of solved.get(start).entries()) {
      if (node === start || value === 0n || (up && hasOwner[node] === 1)) continue;
      rows.push((value + 5n * 10n ** 17n) / 10n ** 18n);
    }
    return answerOf(rows);
  });
}

/** Of the chain it is known: its only outside owner has one half of the first company, and the ends leak the rest. */
function chainReference(up, start) {
  const one = 10n ** 30n;
  const x = new Array(SIZE).fill(0n);
  // the chance to leave a walk of as many places at its first end
  const chance = (at) => (one * BigInt(SIZE - 1 - at)) / BigInt(SIZE);
  if (up) x[SIZE - 1] = chance(start);
  else for (let at = 0; at < SIZE - 1; at++) x[at] = chance(at);
  return x;
}

const ours = {
  async prepare(label) {
    const { effectiveInterest } = await import("../../../dist/client/index.js");
    const holdings = edgesOf(label).map(([owner, company, part]) => ({
      owner: name(owner),
      company: name(company),
      share: (part / 10_000).toFixed(4),
    }));
    const questions = questionsOf(label);
    const ask = (start) => {
      const interests = effectiveInterest({ holdings }, "2026-03-31");
      return asksOwners(label)
        ? interests.ownersOf(name(start), { ultimateOnly: true })
        : interests.holdingsOf(name(start));
    };
    const unitsOf = ({ interest }) => BigInt(interest.replace(".", ""));
    return {
      operations: 1,
      pass: () => ask(questions[1]).length,
      answers: () => questions.map((start) => answerOf(ask(start).map(unitsOf))),
    };
  },
};

const adding = {
  prepare(label) {
    if (!label.startsWith("random")) return null;
    const edges = edgesOf(label);
    const up = asksOwners(label);
    const [to, from] = up ? [0, 1] : [1, 0];
    const hasOwner = new Uint8Array(SIZE);
    for (const edge of edges) hasOwner[edge[1]] = 1;
    const ask = (start) => {
      let level = new Float64Array(SIZE);
      level[start] = 1;
      const total = new Float64Array(SIZE);
      for (let most = 1; most > 1e-15;) {
        const next = new Float64Array(SIZE);
        for (const edge of edges) next[edge[to]] += (edge[2] / 10_000) * level[edge[from]];
        most = 0;
        for (let at = 0; at < SIZE; at++) {
          total[at] += next[at];
          if (next[at] > most) most = next[at];
        }
        level = next;
      }
      const rows = [];
      for (const [node, value] of total.entries()) {
        if (node !== start && value > 0 && !(up && hasOwner[node] === 1)) rows.push(BigInt(Math.round(value * 1e12)));
      }
      return rows;
    };
    const questions = questionsOf(label);
    return {
      operations: 1,
      pass: () => ask(questions[1]).length,
      answers: () => questions.map((start) => answerOf(ask(start))),
    };
  },
};

export const implementations = { "relationship-banking": ours, "adding up": adding };
