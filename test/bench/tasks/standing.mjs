/** Levels of a book over three years: one observation at a time, and in columns, beside a loop over the last periods. */
export const title = "Levels through time";
export const note =
  "Client-months a second: 100,000 clients reviewed at 36 month ends under `exampleGraceStanding` (nine levels, kept for three months, the upper four for six). `one by one` makes a standing of every month out of the one before, as plain data with all that is needed to go on, for 20,000 clients; `columns` does the whole book in one call. The plain loop takes the levels on trust, keeps nothing and gives the served level alone: the highest level earned in one of its last three or six months. The reference asks that question of every level of every month.";
export const cases = ["one by one", "columns"];

const LEVELS = 9;
const MONTHS = 36;
const graceOf = (level) => (level >= 5 ? 6 : 3);
const clientsOf = (label) => (label === "columns" ? 100_000 : 20_000);

/** Month ends of three years from January 2024. */
const DATES = Array.from({ length: MONTHS }, (_, month) =>
  new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10),
);

/** Levels that wander by at most two steps a month: one column per month. */
function makeColumns(clients) {
  let state = 20260331;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const columns = DATES.map(() => new Int8Array(clients));
  for (let client = 0; client < clients; client++) {
    let level = Math.floor(next() * LEVELS);
    for (const column of columns) {
      level = Math.min(LEVELS - 1, Math.max(0, level + Math.round(next() * 4 - 2)));
      column[client] = level;
    }
  }
  return columns;
}

/** Served levels of the last month, every level asked of every month. */
export function reference(label) {
  const clients = clientsOf(label);
  const columns = makeColumns(clients);
  return Array.from({ length: clients }, (_, client) => {
    for (let level = LEVELS - 1; level > 0; level--) {
      for (let back = 0; back < graceOf(level); back++) {
        if (columns[MONTHS - 1 - back][client] >= level) return level;
      }
    }
    return 0;
  });
}

const ours = {
  async prepare(label) {
    const { advanceStanding, advanceStandings, exampleGraceStanding } =
      await import("../../../dist/customer-classification/index.js");
    const clients = clientsOf(label);
    const columns = makeColumns(clients);
    const operations = clients * MONTHS;
    if (label === "columns") {
      const reviews = DATES.map((on, month) => ({ on, earned: columns[month] }));
      const run = () => advanceStandings(exampleGraceStanding, { reviews }).served[MONTHS - 1];
      return { operations, pass: () => run()[0], answers: () => Array.from(run()) };
    }
    const ids = exampleGraceStanding.ladder.map(({ id }) => id);
    const standingOf = (client) => {
      let standing = null;
      for (let month = 0; month < MONTHS; month++) {
        const earned = ids[columns[month][client]];
        const observation = { kind: month === 0 ? "start" : "review", on: DATES[month], earned };
        ({ standing } = advanceStanding(exampleGraceStanding, standing, observation));
      }
      return standing.steps.served;
    };
    const all = () => Array.from({ length: clients }, (_, client) => standingOf(client));
    return {
      operations,
      pass: () => {
        let sum = 0;
        for (let client = 0; client < clients; client++) sum += standingOf(client);
        return sum;
      },
      answers: all,
    };
  },
};

const loop = {
  prepare(label) {
    const clients = clientsOf(label);
    const columns = makeColumns(clients);
    const run = () => {
      const served = columns.map(() => new Uint8Array(clients));
      for (let client = 0; client < clients; client++) {
        for (let month = 0; month < MONTHS; month++) {
          let best = 0;
          for (let back = 0; back < 6 && back <= month; back++) {
            const level = columns[month - back][client];
            const held = back < 3 ? level : level >= 5 ? level : 0;
            if (held > best) best = held;
          }
          served[month][client] = best;
        }
      }
      return served[MONTHS - 1];
    };
    return { operations: clients * MONTHS, pass: () => run()[0], answers: () => Array.from(run()) };
  },
};

export const implementations = { "relationship-banking": ours, "plain loop": loop };
