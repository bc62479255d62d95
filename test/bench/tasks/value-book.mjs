/** A book of 1,000,000 income lines rolled up: from rows, from columns; and the interest behind such lines. */
export const title = "A book of income lines";
export const note =
  "Lines a second, and positions a second for interest. 1,000,000 lines of 100,000 clients, one in twenty in dollars; one pass is the whole book, on one core. `rows` starts from the objects, `columns` from typed arrays in one currency. `ids trusted` leaves out the search for a second line with the same id, which no other implementation makes; `with 20,000 groups on top` adds the statements of groups of four clients, of whom 10,000 are in two groups, of the 30,000 clients in none and of what is counted twice, whose figures have to give the book. The Map loop is what an application writes: it reads each amount exactly, looks up the rate, rounds half-even and sums by client and item; it takes everything else on trust. DuckDB has one thread; its time is to append the lines from JavaScript and to sum them by client and item in one query. The Float64Array loop adds doubles to a cell of client and item and is exact only because these sums are small. `interest` is balance × rate × days ÷ 365 rounded half-even to the cent. The reference adds whole numbers of any size, line by line.";
export const cases = ["rows", "columns", "interest"];

const LINES = 1_000_000;
const CLIENTS = 100_000;
const ASKED = 2000;
const ITEMS = [
  "asset",
  "liability",
  "intermediary",
  "joint-business",
  "pilot-partner",
  "forum-attendance",
  "advertising",
  "sponsorship",
];
const BASES = ["actual", "accrued", "estimated"];
const RATE = { from: "USD", to: "CNY", rate: "7.1", date: "2025-12-31", source: "example" };
const DAYS = 91;

const amountText = (minor) => {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const clientId = (index) => `C-${String(index).padStart(6, "0")}`;

/** The same pseudo-random lines in every process: client, item, basis, minor units, whether in dollars. */
function* facts() {
  let state = 20260331;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let row = 0; row < LINES; row++) {
    const kind = next();
    const item = kind < 0.4 ? 0 : kind < 0.7 ? 1 : kind < 0.97 ? 2 : 3 + Math.floor(next() * 3);
    const client = Math.floor(next() * CLIENTS);
    const basis = Math.floor(next() * 3);
    // tens of cents, so that a converted amount has whole cents in every implementation
    const minor = 10 * Math.floor((next() - 0.1) * 10 ** (3 + Math.floor(next() * 5)));
    yield { client, item, basis, minor, isForeign: next() < 0.05, row };
  }
}

function makeLines() {
  const lines = Array.from(facts(), ({ client, item, basis, minor, isForeign, row }) => ({
    id: `L${String(row).padStart(7, "0")}`,
    client: clientId(client),
    product: `P${row % 40}`,
    item: ITEMS[item],
    period: `2026-${String(1 + (row % 12)).padStart(2, "0")}`,
    amount: { amount: amountText(minor), currency: isForeign ? "USD" : "CNY" },
    basis: BASES[basis],
  }));
  // texts as they come from a file, each line with its own
  return JSON.parse(JSON.stringify(lines));
}

function makeColumns() {
  const columns = {
    client: new Uint32Array(LINES),
    item: new Uint8Array(LINES),
    basis: new Uint8Array(LINES),
    minor: new Float64Array(LINES),
  };
  for (const { client, item, basis, minor, row } of facts()) {
    columns.client[row] = client;
    columns.item[row] = item;
    columns.basis[row] = basis;
    columns.minor[row] = minor;
  }
  return columns;
}

/** Balances and rates in ten-thousandths of a per cent. */
const positions = () =>
  Array.from(facts(), ({ minor, row }) => ({ minor: minor * 1000, rate: 1 + ((row * 7919) % 99_999) }));
const rateText = (scaled) => `0.${String(scaled).padStart(6, "0")}`;

const writeMinor = (minor) => {
  const digits = String(minor < 0n ? -minor : minor).padStart(3, "0");
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const halfEven = (numerator, denominator) => {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  let quotient = size / denominator;
  const twice = (size % denominator) * 2n;
  if (twice > denominator || (twice === denominator && quotient % 2n === 1n)) quotient += 1n;
  return negative ? -quotient : quotient;
};

/** Total, the eight items, and the first 2,000 clients; of interest, every row in a digest of a thousand sums. */
export function reference(label) {
  if (label === "interest") {
    const sums = new Array(1000).fill(0n);
    for (const [row, { minor, rate }] of positions().entries()) {
      sums[row % 1000] += halfEven(BigInt(minor) * BigInt(rate) * BigInt(DAYS), 1_000_000n * 365n);
    }
    return sums.map(writeMinor);
  }
  const items = new Array(ITEMS.length).fill(0n);
  const clients = new Array(ASKED).fill(0n);
  for (const { client, item, minor, isForeign } of facts()) {
    const value = label === "rows" && isForeign ? halfEven(BigInt(minor) * 71n, 10n) : BigInt(minor);
    items[item] += value;
    if (client < ASKED) clients[client] += value;
  }
  const total = items.reduce((sum, value) => sum + value, 0n);
  return [total, ...items, ...clients].map(writeMinor);
}

/** The answers from a sum by client and item. */
function answersOf(sumOf) {
  const items = new Array(ITEMS.length).fill(0n);
  const clients = new Array(ASKED).fill(0n);
  for (let client = 0; client < CLIENTS; client++) {
    for (let item = 0; item < ITEMS.length; item++) {
      const value = sumOf(client, item);
      items[item] += value;
      if (client < ASKED) clients[client] += value;
    }
  }
  const total = items.reduce((sum, value) => sum + value, 0n);
  return [total, ...items, ...clients].map(writeMinor);
}

/** 20,000 groups of four clients: 60,000 clients are in one of them, 10,000 in two and 30,000 in none. */
const groups = () =>
  Array.from({ length: 20_000 }, (_, group) => ({
    group: `G-${group}`,
    members: [0, 1, 2, group % 2 === 0 ? 3 : -2].map((at) => clientId((group * 4 + at + CLIENTS) % CLIENTS)),
  }));

async function withGroups(label) {
  if (label !== "rows") return null;
  const value = await import("../../../dist/relationship-value/index.js");
  const lines = makeLines();
  const given = groups();
  const run = () => {
    const { book } = value.valueBook(lines, { period: "2026", currency: "CNY", rates: [RATE] });
    return value.groupValues(book, given);
  };
  return {
    // what the groups and the rest have, less what is in two groups, has to be the book
    answers: () => {
      const { groups: grouped, ungrouped, countedAgain, book } = run();
      const minor = (amount) => BigInt((amount?.amount ?? "0.00").replace(".", ""));
      const added = (figure) =>
        writeMinor(minor(figure(grouped)) + minor(figure(ungrouped)) - minor(figure(countedAgain)));
      const clients = Array.from(
        { length: ASKED },
        (_, client) => value.clientValue(book, clientId(client)).total.amount,
      );
      return [
        added(({ figures }) => figures.total),
        ...ITEMS.map((item) => added(({ figures }) => figures.items[item].amount)),
        ...clients,
      ];
    },
    operations: LINES,
    pass: () => run().shared.length,
  };
}

const ours = (ids) => async (label) => {
  const value = await import("../../../dist/relationship-value/index.js");
  const { minorUnitsColumn, rateColumn, simpleInterestColumn } = await import("../../../dist/money/index.js");
  if (label === "interest") {
    if (ids === "trusted") return null;
    const all = positions();
    const balances = minorUnitsColumn(
      "CNY",
      all.map(({ minor }) => minor),
    );
    const rates = rateColumn(all.map(({ rate }) => rateText(rate)));
    const run = () => simpleInterestColumn(balances, rates, DAYS, 365, "half-even").minor;
    return {
      answers: () => {
        const sums = new Array(1000).fill(0n);
        for (const [row, minor] of run().entries()) sums[row % 1000] += BigInt(minor);
        return sums.map(writeMinor);
      },
      operations: LINES,
      pass: () => run()[0],
    };
  }
  const once = (make) => ({
    answers: () => {
      const book = make();
      const { figures } = book;
      const zero = (amount) => amount?.amount ?? "0.00";
      const clients = Array.from(
        { length: ASKED },
        (_, client) => value.clientValue(book, clientId(client)).total.amount,
      );
      return [figures.total.amount, ...ITEMS.map((item) => zero(figures.items[item].amount)), ...clients];
    },
    operations: LINES,
    pass: () => make().clientCount,
  });
  if (label === "rows") {
    const lines = makeLines();
    return once(() => value.valueBook(lines, { period: "2026", currency: "CNY", rates: [RATE], ids }).book);
  }
  if (ids === "trusted") return null;
  const { minor, ...places } = makeColumns();
  const clients = Array.from({ length: CLIENTS }, (_, client) => clientId(client));
  const columns = { clients, ...places, amounts: minorUnitsColumn("CNY", minor) };
  return once(() => value.valueBookFromColumns(columns, { period: "2026" }).book);
};

async function mapLoop(label) {
  if (label !== "rows") return null;
  const lines = makeLines();
  const rates = new Map([["USD", { numerator: 71n, denominator: 10n }]]);
  const items = new Map(ITEMS.map((item, place) => [item, place]));
  const run = () => {
    const totals = new Map();
    for (const { client, item, amount } of lines) {
      let minor = BigInt(amount.amount.replace(".", ""));
      if (amount.currency !== "CNY") {
        const { numerator, denominator } = rates.get(amount.currency);
        minor = halfEven(minor * numerator, denominator);
      }
      let own = totals.get(client);
      if (own === undefined) totals.set(client, (own = new Array(ITEMS.length).fill(0n)));
      own[items.get(item)] += minor;
    }
    return totals;
  };
  return {
    answers: () => {
      const totals = run();
      return answersOf((client, item) => totals.get(clientId(client))?.[item] ?? 0n);
    },
    operations: LINES,
    pass: () => run().size,
  };
}

async function floatLoop(label) {
  if (label !== "columns") return null;
  const { client, item, minor } = makeColumns();
  const run = () => {
    const sums = new Float64Array(CLIENTS * ITEMS.length);
    for (let row = 0; row < LINES; row++) sums[client[row] * ITEMS.length + item[row]] += minor[row];
    return sums;
  };
  return {
    answers: () => {
      const sums = run();
      return answersOf((who, what) => BigInt(sums[who * ITEMS.length + what]));
    },
    operations: LINES,
    pass: () => run()[0],
  };
}

async function duckdb(label) {
  if (label !== "rows") return null;
  const duck = await import("@duckdb/node-api").catch(() => null);
  if (duck === null) {
    console.log("DuckDB is not installed here: its row is left out.");
    return null;
  }
  const lines = makeLines();
  const instance = await duck.DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const { VARCHAR } = duck;
  const CHUNK = 2048;
  const run = async () => {
    await connection.run(
      "create or replace table lines (client varchar, item varchar, amount varchar, currency varchar); create or replace table rates as select * from (values ('CNY', 1.0::decimal(9, 4)), ('USD', 7.1::decimal(9, 4))) as r(currency, rate)",
    );
    const appender = await connection.createAppender("lines");
    const chunk = duck.DuckDBDataChunk.create([VARCHAR, VARCHAR, VARCHAR, VARCHAR]);
    for (let from = 0; from < LINES; from += CHUNK) {
      const part = lines.slice(from, from + CHUNK);
      chunk.reset();
      chunk.setColumns([
        part.map((line) => line.client),
        part.map((line) => line.item),
        part.map((line) => line.amount.amount),
        part.map((line) => line.amount.currency),
      ]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    const reader = await connection.runAndReadAll(
      "select client, item, cast(sum(cast(amount as decimal(18, 2)) * rate) * 100 as hugeint)::varchar from lines join rates using (currency) group by client, item",
    );
    return reader.getRows();
  };
  return {
    answers: async () => {
      const places = new Map(ITEMS.map((item, place) => [item, place]));
      const sums = new Map();
      for (const [client, item, minor] of await run()) sums.set(`${client} ${places.get(item)}`, BigInt(minor));
      return answersOf((client, item) => sums.get(`${clientId(client)} ${item}`) ?? 0n);
    },
    operations: LINES,
    pass: async () => (await run()).length,
  };
}

async function decimalJs(label) {
  if (label !== "interest") return null;
  const { Decimal } = await import("decimal.js");
  const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN });
  const all = positions().map(({ minor, rate }) => ({
    balance: new Exact(amountText(minor)),
    rate: new Exact(rateText(rate)),
  }));
  const run = () => all.map(({ balance, rate }) => balance.times(rate).times(DAYS).dividedBy(365).toDecimalPlaces(2));
  return {
    answers: () => {
      const sums = new Array(1000).fill(0n);
      for (const [row, interest] of run().entries()) sums[row % 1000] += BigInt(interest.toFixed(2).replace(".", ""));
      return sums.map(writeMinor);
    },
    operations: LINES,
    pass: () => run().length,
  };
}

export const implementations = {
  "relationship-banking": { prepare: ours("checked") },
  "the same, ids trusted": { prepare: ours("trusted") },
  "the same, with 20,000 groups on top": { prepare: withGroups },
  "Map loop": { prepare: mapLoop },
  "DuckDB 1.5, append and query": { prepare: duckdb },
  "Float64Array loop": { prepare: floatLoop },
  "decimal.js": { prepare: decimalJs },
};
